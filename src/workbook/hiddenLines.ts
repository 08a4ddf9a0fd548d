/** Rows and columns that a sheet shows as it is made and that are hidden now, by hand or by a filter: what they hold still counts. */
import type { Covenant } from '../covenant/covenant';
import { finding, type Finding } from '../covenant/findings';
import { definitionOf } from '../sheets';
import { CORNER } from '../spreadsheet/keys';
import { columnName } from '../spreadsheet/plan';
import { type KeyedSheet, keyedSheets, placeOf, type WorkbookSnapshot } from '../spreadsheet/snapshot';

/**
 * Of each sheet of ours the hidden rows in which something stands, and hidden columns that its plan shows; and the sheet itself
 * where a program has hidden it. One that a person has hidden, a person can show.
 */
export function checkHiddenLines(covenant: Covenant, workbook: WorkbookSnapshot): Finding[] {
  return keyedSheets(workbook).flatMap((sheet): Finding[] => {
    const { hidden, veryHidden, name } = sheet.snapshot;
    const unseen = veryHidden ? [finding('sheet-hidden', { sheet: name, cell: null }, { sheet: name })] : [];
    if (!hidden) return unseen;
    const rows = hiddenRows(sheet, hidden.rows);
    const columns = hiddenColumns(covenant, sheet, hidden.columns);
    return [
      ...unseen,
      ...(rows.length > 0
        ? [
            finding('rows-hidden', placeOf(sheet.snapshot, rows[0] ?? 0, besideKeys(sheet)), {
              rows: lineRanges(rows, rowName),
            }),
          ]
        : []),
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

/** The column beside that of the keys. */
export const besideKeys = ({ layout }: KeyedSheet<string>): number => (layout.column(CORNER) ?? 0) + 1;

function hiddenRows(sheet: KeyedSheet<string>, rows: readonly number[]): number[] {
  const { snapshot, layout } = sheet;
  const keyColumn = layout.column(CORNER) ?? 0;
  const ours = new Set([layout.row(CORNER), ...(definitionOf(sheet)?.hiddenRows ?? []).map((key) => layout.row(key))]);
  return rows.filter((row) => {
    const line = snapshot.values[row] ?? [];
    return !ours.has(row) && line.some((value, column) => column !== keyColumn && value !== '' && value !== null);
  });
}

function hiddenColumns(covenant: Covenant, sheet: KeyedSheet<string>, columns: readonly number[]): number[] {
  const shown = (definitionOf(sheet)?.shownColumns?.(covenant) ?? []).map((key) => sheet.layout.column(key));
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
