/** Rows and columns that are hidden now and were not as the sheet was made, by hand or by a filter: what they hold still counts; and rows that are shown and were hidden. */
import type { Covenant } from '../covenant/covenant';
import { finding, type Finding } from '../covenant/findings';
import { definitionOf } from '../sheets';
import { CORNER } from '../spreadsheet/keys';
import { columnName } from '../spreadsheet/plan';
import { type KeyedSheet, keyedSheets, placeOf, type WorkbookSnapshot } from '../spreadsheet/snapshot';

/**
 * Of each sheet of ours the hidden rows in which something stands, and hidden columns that its plan shows; rows that its plan hides
 * and that print something, but for that of the keys, which is not asked for; and the sheet itself where a program has hidden it. One
 * that a person has hidden, a person can show.
 */
export function checkHiddenLines(covenant: Covenant, workbook: WorkbookSnapshot): Finding[] {
  return keyedSheets(workbook).flatMap((sheet): Finding[] => {
    const { hidden, veryHidden, name } = sheet.snapshot;
    const unseen = veryHidden ? [finding('sheet-hidden', { sheet: name, cell: null }, { sheet: name })] : [];
    if (!hidden) return unseen;
    const [rows, shown] = [hiddenRows(sheet, hidden.rows), shownRows(sheet, hidden.rows)];
    const columns = hiddenColumns(covenant, sheet, hidden.columns);
    return [
      ...unseen,
      ...rowsFound('rows-hidden', sheet, rows),
      ...rowsFound('rows-shown', sheet, shown),
      ...(columns.length > 0
        ? [
            finding('columns-hidden', placeOf(sheet.snapshot, 0, columns[0] ?? 0), {
              columns: lineRanges(columns, columnName),
            }),
          ]
        : []),
    ];
  });
}

function rowsFound(code: 'rows-hidden' | 'rows-shown', sheet: KeyedSheet<string>, rows: readonly number[]): Finding[] {
  const [first] = rows;
  if (first === undefined) return [];
  return [finding(code, placeOf(sheet.snapshot, first, besideKeys(sheet)), { rows: lineRanges(rows, rowName) })];
}

/** The column beside that of the keys. */
export const besideKeys = ({ layout }: KeyedSheet<string>): number => (layout.column(CORNER) ?? 0) + 1;

function hiddenRows(sheet: KeyedSheet<string>, rows: readonly number[]): number[] {
  const ours = new Set([sheet.layout.row(CORNER), ...plannedHidden(sheet)]);
  return rows.filter((row) => !ours.has(row) && isFilled(sheet, row));
}

function shownRows(sheet: KeyedSheet<string>, hidden: readonly number[]): number[] {
  return plannedHidden(sheet)
    .filter((row) => !hidden.includes(row) && isFilled(sheet, row))
    .sort((left, right) => left - right);
}

const plannedHidden = (sheet: KeyedSheet<string>): number[] =>
  (definitionOf(sheet)?.hiddenRows ?? []).flatMap((key) => sheet.layout.row(key) ?? []);

/** Whether something stands in a row besides its key. */
function isFilled({ snapshot, layout }: KeyedSheet<string>, row: number): boolean {
  const keyColumn = layout.column(CORNER) ?? 0;
  const line = snapshot.values[row] ?? [];
  return line.some((value, column) => column !== keyColumn && value !== '' && value !== null);
}

function hiddenColumns(covenant: Covenant, sheet: KeyedSheet<string>, columns: readonly number[]): number[] {
  const shown = (definitionOf(sheet)?.shownColumns?.(covenant, sheet.layout) ?? []).map((key) =>
    sheet.layout.column(key),
  );
  return columns.filter((column) => shown.includes(column));
}

export const rowName = (row: number): string => String(row + 1);

/** Numbers in order as a person writes them: "3, 5–7". */
export function lineRanges(numbers: readonly number[], name: (number: number) => string): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? name(first) : `${name(first)}–${name(last)}`)).join(', ');
}
