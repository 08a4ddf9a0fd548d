/** The texts that were put on a sheet as it was made, compared with what Giao ước and Tiêu chí have now. */
import { finding, type Finding, withChoices } from '../../covenant/findings';
import type { Choice, Fix } from '../../covenant/fixes';
import { textOf } from '../../covenant/cell';
import { CORNER, rowKey, type RowKey } from '../../spreadsheet/keys';
import type { KeyedText } from '../../spreadsheet/layout';
import { type KeyedSheet, keyedCell, placeOf } from '../../spreadsheet/snapshot';
import { sharedWords } from './words';

/** Where a person tells rows or columns of a sheet apart by a text. */
export interface Tells {
  /** What is told apart; texts of one kind may be taken for each other. */
  kind: 'unit' | 'line' | 'target' | 'award' | 'heading' | 'label' | 'total';
  /** Whether the texts stand in one column and their keys beside them, or in one row and their keys above. */
  along: 'rows' | 'columns';
  /** Whether the key can follow the name, and the figures with it; else only the name can be put back. */
  follows: boolean;
}

/** A text by the keys of its cell, as it would be put there now. */
export interface PrintedWord<Column extends string = string> extends KeyedText<Column> {
  /** Absent for texts that only explain. */
  tells?: Tells;
}

/** In the tables with a row for each unit: the name in it tells whose figures stand beside. */
export function toldUnits<Column extends string>(words: readonly KeyedText<Column>[]): PrintedWord<Column>[] {
  return words.map((word) =>
    word.column === 'unit' && word.row.startsWith(rowKey.unit(''))
      ? { ...word, tells: { kind: 'unit', along: 'rows', follows: true } }
      : word,
  );
}

/** In tables with a row for each criterion: its wording tells whose points stand beside it, with its number where two are worded alike. */
export function toldLines<Column extends string>(
  words: readonly KeyedText<Column>[],
  { follows }: Pick<Tells, 'follows'>,
): PrintedWord<Column>[] {
  const isLine = ({ row }: KeyedText<Column>): boolean => /^(line|section):/.test(row);
  const titles = words.filter((word) => isLine(word) && word.column === 'title');
  const rows = new Map<string, RowKey[]>();
  for (const { row, text } of titles) rows.set(printedForm(text), [...(rows.get(printedForm(text)) ?? []), row]);
  const alike = new Set([...rows.values()].filter((keys) => keys.length > 1).flat());
  return words.map((word) => {
    const isTold = isLine(word) && (word.column === 'title' || (word.column === 'number' && alike.has(word.row)));
    const tells: Tells = { kind: 'line', along: 'rows', follows: follows && !alike.has(word.row) };
    return isTold ? { ...word, tells } : word;
  });
}

/** A heading of a column tells which figures stand below it; the key stays where it is, since formulas refer to the column. */
export function toldHeadings<Column extends string>(
  words: readonly PrintedWord<Column>[],
  header: RowKey,
): PrintedWord<Column>[] {
  const tells: Tells = { kind: 'heading', along: 'columns', follows: false };
  return words.map((word) => (word.row === header && word.tells === undefined ? { ...word, tells } : word));
}

/** Labels beside what is filled in, and headings of parts, tell what a row is; the key stays, since it says what the row is read as. */
export function toldLabels<Column extends string>(words: readonly KeyedText<Column>[]): PrintedWord<Column>[] {
  return words.map((word) => ({ ...word, tells: { kind: 'label', along: 'rows', follows: false } }));
}

interface Differing {
  word: PrintedWord;
  shown: string;
  /** The other keys of the same kind that have the name which is shown. */
  others: readonly string[];
}

export interface WordOptions {
  /** Whether a name that no unit has is the one that the row's own unit had before: nothing has changed places then. */
  isFormerName?(word: KeyedText<string>, shown: string): boolean;
  /** Whether a text may be put back together with others; on a sealed page a person decides on each. */
  corrected: 'together' | 'oneByOne';
}

/**
 * A finding for each cell that shows something else. Where it shows the name of another row or column of its kind, either the
 * name or the figures beside it may have moved: then a person has to say which, for every name of that kind on the sheet.
 */
export function checkWords(
  sheet: KeyedSheet<string>,
  words: readonly PrintedWord[],
  { isFormerName = () => false, corrected }: WordOptions,
): Finding[] {
  const differing = words.flatMap((word) => differingWord(sheet, word, words) ?? []);
  const kindOf = ({ word }: Differing): string | undefined => word.tells?.kind;
  const disputed = new Set(differing.filter(({ others }) => others.length > 0).map(kindOf));
  return differing.map((one) => {
    const alike = differing.filter((other) => kindOf(other) === kindOf(one));
    const unclear = one.word.tells?.kind === 'unit' && alike.length > 1 && !isFormerName(one.word, one.shown);
    const doubtful = one.word.tells !== undefined && (disputed.has(kindOf(one)) || unclear);
    return doubtful ? doubt(sheet, one, alike) : difference(sheet, one, corrected);
  });
}

function differingWord(sheet: KeyedSheet<string>, word: PrintedWord, words: readonly PrintedWord[]): Differing | null {
  const cell = keyedCell(sheet, word.row, word.column);
  if (cell === null) return null;
  const shown = textOf(cell);
  // A date that was written over the dots is a person's own.
  if (isSameText(shown, word.text) || (isUndated(word.text) && !isUndated(shown))) return null;
  const { tells } = word;
  const others = words.filter(
    (other) =>
      tells !== undefined && other.tells?.kind === tells.kind && isOther(other, word) && isSameText(other.text, shown),
  );
  return { word, shown, others: others.map(keyOf) };
}

const isUndated = (text: string): boolean => text.endsWith(sharedWords.date);

/** Whether two texts read the same on paper: programs compose accents, break lines and end them in their own ways. */
export function isSameText(left: string, right: string): boolean {
  return printedForm(left) === printedForm(right);
}

const printedForm = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

/** A sheet of several tables has other columns in each. */
function isOther(left: PrintedWord, right: PrintedWord): boolean {
  return keyOf(left) !== keyOf(right) || (right.tells?.along === 'columns' && left.row !== right.row);
}

/** The key that tells what the text names: of its row, or of its column. */
function keyOf({ row, column, tells }: PrintedWord): string {
  return tells?.along === 'columns' ? column : row;
}

function difference(sheet: KeyedSheet<string>, one: Differing, corrected: WordOptions['corrected']): Finding {
  const { word, shown } = one;
  const fix = putBack(sheet, word);
  const place = keyedCell(sheet, word.row, word.column)?.place ?? null;
  const data = { shown, wanted: word.text };
  if (corrected === 'together') return finding('words-differ', place, data, fix);
  return withChoices(finding('words-differ', place, data), nameBack(word.text, fix));
}

function doubt(sheet: KeyedSheet<string>, one: Differing, alike: readonly Differing[]): Finding {
  const { word, shown } = one;
  const place = keyedCell(sheet, word.row, word.column)?.place ?? null;
  const followed = followFixes(sheet, one, alike);
  return withChoices(finding('name-not-key', place, { shown, name: word.text, canFollow: followed !== null }), [
    ...nameBack(word.text, putBack(sheet, word)),
    ...(followed === null ? [] : [{ id: 'followName', name: shown, fixes: followed } as const]),
  ]);
}

/** The choice to put a name back; none where the cell has no address. */
export function nameBack(name: string, fix: Fix | undefined): Choice[] {
  return fix === undefined ? [] : [{ id: 'putNameBack', name, fixes: [fix] }];
}

function putBack(sheet: KeyedSheet<string>, { row, column, text }: KeyedText<string>): Fix | undefined {
  const place = keyedCell(sheet, row, column)?.place;
  return place === undefined || place.cell === null
    ? undefined
    : { sheet: place.sheet, cell: place.cell, put: { text } };
}

/**
 * The keys of all rows or columns among which names went round, each given to the name that is shown there. null where that
 * is not clear: where a name is shown twice or nowhere, or several have the same name or key.
 */
function followFixes(sheet: KeyedSheet<string>, { word }: Differing, alike: readonly Differing[]): Fix[] | null {
  const { tells } = word;
  if (!tells?.follows) return null;
  const next = new Map(alike.map((one) => [keyOf(one.word), one.others]));
  const round = cycleFrom(keyOf(word), (key) => {
    const [only, ...more] = next.get(key) ?? [];
    return more.length > 0 ? undefined : only;
  });
  if (round === null || (tells.along === 'rows' && round.some((key) => !isOnce(sheet, key)))) return null;
  const fixes = round.map((key, index): Fix | null => {
    const place = keyPlace(sheet, alike.find((other) => keyOf(other.word) === key)?.word);
    const text = round[(index + 1) % round.length] ?? '';
    return place === null ? null : { ...place, put: { text } };
  });
  return fixes.every((fix) => fix !== null) ? fixes : null;
}

/** The hidden cell that holds the key of a word's row or column. */
function keyPlace({ snapshot, layout }: KeyedSheet<string>, word: PrintedWord | undefined): Omit<Fix, 'put'> | null {
  if (word === undefined) return null;
  const [row, column] =
    word.tells?.along === 'columns'
      ? [layout.row(CORNER), layout.column(word.column)]
      : [layout.row(word.row), layout.column(CORNER)];
  const cell = row === undefined || column === undefined ? null : placeOf(snapshot, row, column).cell;
  return cell === null ? null : { sheet: snapshot.name, cell };
}

const isOnce = ({ rows }: KeyedSheet<string>, key: string): boolean =>
  rows.filter((one) => one.key === key).length === 1;

/** The keys from one to the next until the first comes again; null where they do not lead back to it. */
export function cycleFrom(first: string, next: (key: string) => string | undefined): string[] | null {
  const round = [first];
  for (let key = next(first); key !== first; key = next(key)) {
    if (key === undefined || round.includes(key)) return null;
    round.push(key);
  }
  return round;
}
