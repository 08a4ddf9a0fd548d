/**
 * Decisions when the covenant changes: those about lines, which an update takes along where a line has another code with the same wording
 * and names where it is gone; and rows that show names which units and awards had.
 */
import { allLines } from '../../covenant/criteria';
import { textOf } from '../../covenant/cell';
import { readDecisions } from '../../sheets/decisions/read';
import { isPrintedBefore, printedDecisions, subjectOf } from '../../sheets/decisions/rows';
import { words } from '../../sheets/decisions/words';
import { type DecisionColumn, decisionKey } from '../../sheets/shared/decisions';
import { isSameText } from '../../sheets/shared/printed';
import type { CellPatch } from '../../spreadsheet/change';
import { CORNER, type RowKey } from '../../spreadsheet/keys';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { renamedCodes, type RenamedCodes } from './codes';
import type { Covenants } from './sheets';

/** What becomes of the rows of *Quyết định*. */
export interface LineDecisions {
  /** Keys and printed texts under the new codes. */
  patches: CellPatch[];
  /** The keys of rows that were begun and whose line is gone, or has a row under its new code already. */
  gone: RowKey[];
}

export function lineDecisions(sheet: KeyedSheet<DecisionColumn>, covenants: Covenants): LineDecisions {
  const renamed = renamedCodes(covenants);
  const had = new Set(allLines(covenants.earlier.criteria).map(({ code }) => code));
  const has = new Set(allLines(covenants.covenant.criteria).map(({ code }) => code));
  const patches: CellPatch[] = [];
  const gone: RowKey[] = [];
  for (const { key, begun } of readDecisions(sheet).values()) {
    const subject = subjectOf(key);
    if (subject?.kind === 'late') patches.push(...textPatches(sheet, key, renamed));
    if (subject?.kind !== 'notArising') continue;
    const { id, about: line } = subject;
    const code = renamed.get(line);
    const after = code === undefined ? null : decisionKey('notArising', id, code);
    if (after !== null && sheet.layout.row(after) === undefined)
      patches.push(...patchAt(sheet, key, CORNER, after), ...textPatches(sheet, key, renamed));
    else if (begun && had.has(line) && !has.has(line)) gone.push(key);
  }
  return { patches, gone };
}

/** Whose a row is and what it is about, where it shows the name of a unit or an award, or the role, that the earlier covenant has. */
export function renewedPatches(sheet: KeyedSheet<DecisionColumn>, { earlier, covenant }: Covenants): CellPatch[] {
  const isBefore = isPrintedBefore(earlier, sheet);
  return printedDecisions(covenant, sheet).flatMap((word) => {
    const cell = keyedCell(sheet, word.row, word.column);
    const shown = cell === null ? '' : textOf(cell);
    return cell === null || isSameText(shown, word.text) || !isBefore(word, shown)
      ? []
      : patchAt(sheet, word.row, word.column, word.text);
  });
}

/** Texts that name a line by a code that it no longer has. */
function textPatches(sheet: KeyedSheet<DecisionColumn>, key: RowKey, renamed: RenamedCodes): CellPatch[] {
  return (['matter', 'proposal', 'basis'] as const).flatMap((column) => {
    const cell = keyedCell(sheet, key, column);
    const text = cell === null ? '' : textOf(cell);
    const after = [...renamed].flatMap(([from, to]) =>
      LINE_TEXTS.flatMap((textFor) => refilled(text, textFor, from, to)),
    );
    return after.slice(0, 1).flatMap((one) => patchAt(sheet, key, column, one));
  });
}

const { late, notArising, lineBasis } = words;

/** Every text that names a line, with a value beside it where it has one. */
const LINE_TEXTS: readonly ((value: string, line: string) => string)[] = [
  (_value, line) => notArising.text(line),
  (_value, line) => lineBasis(line),
  late.less,
  late.more,
  late.overruled,
];

const ANY = '\u0000';

/** The text with another code where it is one of that form, whatever value stands in it. */
function refilled(text: string, textFor: (value: string, line: string) => string, from: string, to: string): string[] {
  const [before = '', after] = textFor(ANY, from).split(ANY);
  if (after === undefined) return text === before ? [textFor('', to)] : [];
  if (!text.startsWith(before) || !text.endsWith(after) || text.length < before.length + after.length) return [];
  return [textFor(text.slice(before.length, text.length - after.length), to)];
}

function patchAt(
  { layout }: KeyedSheet<DecisionColumn>,
  key: RowKey,
  column: DecisionColumn | typeof CORNER,
  text: string,
): CellPatch[] {
  const at = { row: layout.row(key), column: layout.column(column) };
  return at.row === undefined || at.column === undefined ? [] : [{ row: at.row, column: at.column, cells: [[text]] }];
}
