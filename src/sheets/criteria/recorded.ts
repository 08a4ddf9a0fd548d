/** What of *Tiêu chí* is recorded: its fields, and every entry of its rows by their codes. */
import { END_KEY, rowKey } from '../../spreadsheet/keys';
import { type KeyedSheet, rawCell, shownText } from '../../spreadsheet/snapshot';
import { keyedCells, namedBy, type RecordedCell, recordedValue, uniqueIds } from '../shared/recorded';
import { CRITERIA_FIELDS, CRITERIA_HEADER, type CriteriaColumn, ENTRY_COLUMNS, FIELD_COLUMN } from './layout';
import { words } from './words';

export function recordedCriteria(sheet: KeyedSheet<CriteriaColumn>): RecordedCell[] {
  const fields = CRITERIA_FIELDS.flatMap((field) =>
    keyedCells(sheet, [rowKey.field(field)], [FIELD_COLUMN], () => words.fields[field]),
  );
  return [...fields, ...tableCells(sheet)];
}

function tableCells({ snapshot, layout }: KeyedSheet<CriteriaColumn>): RecordedCell[] {
  const first = (layout.row(CRITERIA_HEADER) ?? snapshot.values.length) + 1;
  const last = layout.row(END_KEY) ?? snapshot.values.length;
  const text = (row: number, column: CriteriaColumn): string =>
    shownText(snapshot.values[row]?.[layout.column(column) ?? -1]).trim();
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index).filter((row) =>
    ENTRY_COLUMNS.some((column) => text(row, column) !== ''),
  );
  const keys = uniqueIds(rows.map((row) => text(row, 'code') || text(row, 'title')));
  return rows.flatMap((row, index) =>
    ENTRY_COLUMNS.flatMap((column): RecordedCell[] => {
      const at = layout.column(column);
      if (at === undefined) return [];
      const cell = rawCell(snapshot, row, at);
      const what = namedBy([text(row, 'number'), text(row, 'title')], words.columns[column]);
      return [{ row: rowKey.line(keys[index] ?? ''), column, what, value: recordedValue(cell), cell: cell.place.cell }];
    }),
  );
}
