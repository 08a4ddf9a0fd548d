/** What of *Giao ước* is recorded: its fields, and the rows of its tables by the codes they have or will get. */
import { entriesOf, rowKey } from '../../spreadsheet/keys';
import { type KeyedSheet, rawCell, shownText } from '../../spreadsheet/snapshot';
import { keyedCells, namedBy, nameIn, type RecordedCell, recordedValue, uniqueIds } from '../shared/recorded';
import { awardIds } from './awards';
import { conditionIds } from './conditions';
import { Report } from './fieldReader';
import {
  AWARDS,
  CASES,
  CLUSTER_FIELDS,
  CONDITIONS,
  type CovenantColumn,
  FIRST_COLUMN,
  RULE_FIELDS,
  type Table,
  UNITS,
  VALUE_COLUMN,
} from './layout';
import { type FoundRow, foundRows } from './table';
import { unitIds } from './units';
import { words } from './words';

export function recordedCovenant(sheet: KeyedSheet<CovenantColumn>): RecordedCell[] {
  const fields = [...CLUSTER_FIELDS, ...RULE_FIELDS].map(rowKey.field);
  // What cannot be read was reported when the sheet was read.
  const rowsOf = <F extends string>(table: Table<F>, titles: Readonly<Record<F, string>>): FoundRow<F>[] =>
    foundRows(sheet, table, titles, new Report());
  const units = rowsOf<keyof typeof UNITS.columns>(UNITS, words.columns);
  const awards = rowsOf<keyof typeof AWARDS.columns>(AWARDS, words.titleColumns);
  const conditions = rowsOf<keyof typeof CONDITIONS.columns>(CONDITIONS, words.conditionColumns);
  const cases = rowsOf<keyof typeof CASES.columns>(CASES, words.caseColumns);
  const awardCodes = awardIds(awards);
  const codes = conditionIds(conditions, awardCodes);
  return [
    ...keyedCells(sheet, fields, [VALUE_COLUMN], (row) => nameIn(sheet, row, FIRST_COLUMN)),
    ...tableCells(sheet, UNITS, units, unitIds(units), 'name'),
    ...tableCells(sheet, AWARDS, awards, awardCodes, 'name'),
    ...tableCells(
      sheet,
      CONDITIONS,
      conditions,
      conditions.map((row) => `${row.text('title')};${codes.get(row) ?? ''}`),
      'text',
    ),
    ...tableCells(
      sheet,
      CASES,
      cases,
      cases.map((row) => row.text('text')),
      'text',
    ),
  ];
}

/** The heading of a column of a table, by the keys of a cell that was in it. */
export function recordedHeading(row: string, column: string): string | null {
  return (
    headingIn<keyof typeof UNITS.columns>(UNITS, words.columns, row, column) ??
    headingIn<keyof typeof AWARDS.columns>(AWARDS, words.titleColumns, row, column) ??
    headingIn<keyof typeof CONDITIONS.columns>(CONDITIONS, words.conditionColumns, row, column) ??
    headingIn<keyof typeof CASES.columns>(CASES, words.caseColumns, row, column)
  );
}

function headingIn<F extends string>(
  { header, columns }: Table<F>,
  titles: Readonly<Record<F, string>>,
  row: string,
  column: string,
): string | null {
  const field = entriesOf(columns).find(([, key]) => key === column)?.[0];
  return field === undefined || !row.startsWith(`${header};`) ? null : titles[field];
}

function tableCells<F extends string>(
  { snapshot, layout }: KeyedSheet<CovenantColumn>,
  { header, columns }: Table<F>,
  rows: readonly FoundRow<F>[],
  ids: readonly string[],
  named: F,
): RecordedCell[] {
  const keys = uniqueIds(ids.map((id) => `${header};${id}`));
  const headings = snapshot.values[layout.row(header) ?? 0] ?? [];
  return rows.flatMap((found, index) => {
    const name = String(found.cell(named).value ?? '').trim();
    return Object.values<CovenantColumn>(columns).flatMap((key): RecordedCell[] => {
      const column = layout.column(key);
      if (column === undefined || key === FIRST_COLUMN) return [];
      const cell = rawCell(snapshot, found.row, column);
      const what = namedBy([name], shownText(headings[column]).trim());
      return [{ row: keys[index] ?? '', column: key, what, value: recordedValue(cell), cell: cell.place.cell }];
    });
  });
}
