/**
 * Keys that were to follow their names and did so only in part: a key stands twice, and beside one of the two stands the name
 * of another that has no place of its own. What is shown tells where each key belongs.
 */
import { textOf } from '../../covenant/cell';
import { finding, type Finding, withChoices } from '../../covenant/findings';
import type { Choice, Fix } from '../../covenant/fixes';
import { CORNER, type RowKey } from '../../spreadsheet/keys';
import { address, columnName } from '../../spreadsheet/plan';
import { type KeyedSheet, placeOf, rawCell } from '../../spreadsheet/snapshot';
import { isSameText, type PrintedWord } from './printed';

/** A row, a column or a sheet: the key that it carries, and the one whose name it shows; null where that is not clear. */
export interface Labelled {
  key: string;
  told: string | null;
}

/** The first of the entries carries the key of `own` as well, and shows another's name; each gets the key of its name. */
export interface Stray<Entry extends Labelled> {
  own: Entry;
  entries: readonly Entry[];
}

/** None where two show one name, where a key stands three times, or where the names do not lead to a key that stands nowhere. */
export function straysAmong<Entry extends Labelled>(all: readonly Entry[]): Stray<Entry>[] {
  const carriers = groupBy(all, ({ key }) => key);
  const namesakes = groupBy(all, ({ told }) => told ?? '');
  return [...carriers].flatMap(([key, pair]) => {
    const own = pair.find(({ told }) => told === key);
    const stray = pair.find(({ told }) => told !== key);
    if (key === '' || pair.length !== 2 || own === undefined || stray === undefined) return [];
    const entries: Entry[] = [];
    for (let next: Entry | undefined = stray; next !== undefined;) {
      if (next.told === null || namesakes.get(next.told)?.length !== 1) return [];
      entries.push(next);
      const [holder, ...others]: readonly Entry[] = carriers.get(next.told) ?? [];
      if (others.length > 0) return [];
      next = holder;
    }
    return [{ own, entries }];
  });
}

function groupBy<Item>(items: readonly Item[], of: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(of(item), [...(groups.get(of(item)) ?? []), item]);
  return groups;
}

/** A row or a column with the cells of its name and of its key. */
interface Line extends Labelled {
  of: 'row' | 'column';
  /** Counted from 0. */
  index: number;
  shown: string;
  nameCell: string;
  keyCell: string;
}

/** A finding for each key of a row or a column that stands twice, where it is told which of the two has another. */
export function checkStrayedKeys(sheet: KeyedSheet<string>, words: readonly PrintedWord[]): Finding[] {
  return strayedLines(sheet, words).flatMap((stray) => {
    const { own, entries } = stray;
    const [first] = entries;
    if (first === undefined) return [];
    const { of } = first;
    const other = of === 'row' ? String(own.index + 1) : columnName(own.index);
    const place = { sheet: sheet.snapshot.name, cell: first.nameCell };
    const data = { shown: first.shown, name: own.shown, kind: of, other };
    return [withChoices(finding('key-doubled', place, data), [following(sheet, stray, first)])];
  });
}

/**
 * What {@link checkWords} found on a sheet, without the cells of which a key that stands twice is told, and with the same choice
 * at the names that come after it.
 */
export function settledByKeys(
  sheet: KeyedSheet<string>,
  words: readonly PrintedWord[],
  found: readonly Finding[],
): Finding[] {
  const strays = strayedLines(sheet, words);
  return found.flatMap((one): Finding[] => {
    const isHere = ({ nameCell }: Line): boolean => nameCell === one.place?.cell;
    if (one.code !== 'name-not-key') return [one];
    const stray = strays.find(({ entries }) => entries.some(isHere));
    const [first, ...rest] = stray?.entries ?? [];
    if (stray === undefined || first === undefined) return [one];
    if (isHere(first)) return [];
    const doubt = finding('name-not-key', one.place, { ...one.data, canFollow: true });
    return rest
      .filter(isHere)
      .map((line) => withChoices(doubt, [...(one.choices ?? []), following(sheet, stray, line)]));
  });
}

/** Rows with the key of a row above them, named by `nameOf`, where nothing tells that they have another. */
export function doubledRows<Column extends string>(
  sheet: KeyedSheet<Column>,
  nameOf: (key: RowKey, row: number) => string | null,
  words: () => readonly PrintedWord[],
): Finding[] {
  const { snapshot, layout, rows } = sheet;
  const doubled = rows.flatMap(({ key, row }) => {
    const first = layout.row(key);
    const name = first === undefined || first === row ? null : nameOf(key, row);
    return first === undefined || name === null ? [] : [{ key, row, first, name }];
  });
  if (doubled.length === 0) return [];
  const told = new Set(strayedLines(sheet, words()).map(({ own }) => own.key));
  return doubled
    .filter(({ key }) => !told.has(key))
    .map(({ row, first, name }) =>
      finding('row-doubled', placeOf(snapshot, row, 0), { row: name, other: String(first + 1) }),
    );
}

/** Whether the key of a row or of a column stands twice. */
export function hasDoubledKeys({ snapshot, layout, rows }: KeyedSheet<string>): boolean {
  const keys = rows.map(({ key }) => key);
  const columns = columnKeys(snapshot.values[layout.row(CORNER) ?? 0]).filter((key) => key !== '');
  return new Set(keys).size < keys.length || new Set(columns).size < columns.length;
}

const columnKeys = (line: readonly unknown[] = []): string[] => line.map((key) => (typeof key === 'string' ? key : ''));

function strayedLines(sheet: KeyedSheet<string>, words: readonly PrintedWord[]): Stray<Line>[] {
  if (!hasDoubledKeys(sheet)) return [];
  const kinds = groupBy(
    words.filter(({ tells }) => tells?.follows),
    ({ row, column, tells }) => JSON.stringify([tells?.kind, tells?.along === 'columns' ? row : column]),
  );
  return [...kinds.values()].flatMap((told) => straysAmong(linesOf(sheet, told)));
}

/** The rows or columns that carry one of the keys or none, with what they show where the names of all stand. */
function linesOf({ snapshot, layout, rows }: KeyedSheet<string>, words: readonly PrintedWord[]): Line[] {
  const [first] = words;
  if (first === undefined) return [];
  const { row, column, tells } = first;
  const of = tells?.along === 'columns' ? 'column' : 'row';
  const [names, keys] =
    of === 'column' ? [layout.row(row), layout.row(CORNER)] : [layout.column(column), layout.column(CORNER)];
  if (names === undefined || keys === undefined) return [];
  const keyed = new Map(rows.map((one) => [one.row, one.key]));
  const all =
    of === 'column'
      ? columnKeys(snapshot.values[keys])
      : snapshot.values.map((_, index): string => keyed.get(index) ?? '');
  const keyOf = (word: PrintedWord): string => (of === 'column' ? word.column : word.row);
  const own = new Set(['', ...words.map(keyOf)]);
  const cellAt = (line: number, index: number): string =>
    of === 'column' ? address(line, index) : address(index, line);
  return all.flatMap((key, index): Line[] => {
    const shown = textOf(of === 'column' ? rawCell(snapshot, names, index) : rawCell(snapshot, index, names));
    const [only, ...more] = words.filter(({ text }) => isSameText(text, shown));
    const told = only === undefined || more.length > 0 ? null : keyOf(only);
    const line = { of, index, shown, nameCell: cellAt(names, index), keyCell: cellAt(keys, index) } as const;
    return own.has(key) ? [{ key, told, ...line }] : [];
  });
}

/** All keys of the stray are written, whichever of its names the choice is offered at. */
function following({ snapshot: { name: sheet } }: KeyedSheet<string>, stray: Stray<Line>, at: Line): Choice {
  const fixes = stray.entries.map(({ keyCell, told }): Fix => ({ sheet, cell: keyCell, put: { text: told ?? '' } }));
  return { id: 'followName', name: at.shown, fixes };
}
