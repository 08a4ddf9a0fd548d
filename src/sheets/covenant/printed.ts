/** What *Giao ước* has beside what is filled in: its headings and labels, and the consecutive numbers of its tables. */
import { textOf } from '../../covenant/cell';
import { finding, type Finding } from '../../covenant/findings';
import { entriesOf, rowKey } from '../../spreadsheet/keys';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { checkWords, type PrintedWord, toldHeadings, toldLabels } from '../shared/printed';
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
} from './layout';
import { foundRows } from './table';
import { words } from './words';

/** The tables with their headings by the columns of the sheet. */
const TABLES: readonly { table: Table<string>; titles: Readonly<Record<string, string>> }[] = [
  { table: UNITS, titles: words.columns },
  { table: AWARDS, titles: words.titleColumns },
  { table: CONDITIONS, titles: words.conditionColumns },
  { table: CASES, titles: words.caseColumns },
];

/** All that is printed on *Giao ước* as it is made; a column that earlier versions lack only where it has a heading. */
export function covenantWords(sheet: KeyedSheet<CovenantColumn>): readonly PrintedWord<CovenantColumn>[] {
  const banner = (name: string, text: string): PrintedWord<CovenantColumn> => ({
    row: rowKey.field(name),
    column: FIRST_COLUMN,
    text,
  });
  const parts = [['rulesHeading', words.rulesHeading], ...TABLES.map(({ table }) => partOf(table))] as const;
  return [
    banner('heading', words.title),
    banner('hint', words.hint),
    ...toldLabels([
      ...[...CLUSTER_FIELDS, ...RULE_FIELDS].map((field) => banner(field, words.fields[field])),
      ...parts.map(([name, text]) => banner(name, text)),
    ]),
    ...TABLES.flatMap(({ table, titles }) => headings(sheet, table, titles)),
  ];
}

const partOf = ({ heading }: Table<string>): readonly [string, string] => [heading, words[heading]];

function headings(
  { snapshot, layout }: KeyedSheet<CovenantColumn>,
  { header, columns, later = [] }: Table<string>,
  titles: Readonly<Record<string, string>>,
): PrintedWord<CovenantColumn>[] {
  const isBlank = (column: CovenantColumn): boolean =>
    (snapshot.values[layout.row(header) ?? -1]?.[layout.column(column) ?? -1] ?? '') === '';
  const found = entriesOf(columns).flatMap(([field, column]): PrintedWord<CovenantColumn>[] =>
    later.includes(field) && isBlank(column) ? [] : [{ row: header, column, text: titles[field] ?? '' }],
  );
  return toldHeadings(found, header);
}

/**
 * A finding for each text that is not the one the sheet was made with, see {@link checkWords}, and for each consecutive number
 * that is out of its order. What stands below an exchanged heading is read as what the column is by its key.
 */
export function checkCovenantWords(sheet: KeyedSheet<CovenantColumn>): Finding[] {
  return [
    ...checkWords(sheet, covenantWords(sheet), { corrected: 'together' }),
    ...TABLES.flatMap(({ table, titles }) => checkOrder(sheet, table, titles)),
  ];
}

/**
 * Rows that were deleted leave gaps, and rows that were added need no number; but numbers rise from row to row. Where they do
 * not, rows or numbers were exchanged, and each row has the number of its place.
 */
function checkOrder(
  sheet: KeyedSheet<CovenantColumn>,
  table: Table<string>,
  titles: Readonly<Record<string, string>>,
): Finding[] {
  // What cannot be read was reported when the sheet was read.
  const cells = foundRows(sheet, table, titles, new Report()).map((row) => row.cell('number'));
  const numbers = cells.map(textOf).filter((text) => text !== '');
  const rises = numbers.every((text, index) => /^\d+$/.test(text) && Number(text) > Number(numbers[index - 1] ?? 0));
  if (rises) return [];
  return cells.flatMap((cell, index): Finding[] => {
    const [shown, wanted] = [textOf(cell), index + 1];
    const { sheet: name, cell: at } = cell.place;
    if (shown === '' || shown === String(wanted)) return [];
    const fix = at === null ? undefined : { sheet: name, cell: at, put: { number: wanted } };
    return [finding('words-differ', cell.place, { shown, wanted: String(wanted) }, fix)];
  });
}
