/** Tables of *Giao ước*: drawn from rows of cells, and read back row by row, whatever rows were added or deleted. */
import type { FieldProblem } from '../../covenant/findingData';
import { finding } from '../../covenant/findings';
import { type RawCell, textOf } from '../../covenant/cell';
import { COLORS, type PlanDraft } from '../../spreadsheet/draft';
import { type FieldValue, textField } from '../shared/fields';
import { isPercentFormat } from '../../spreadsheet/numberFormat';
import { type KeyedSheet, rawCell, shownText } from '../../spreadsheet/snapshot';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import { entireRows, type PlanCell, type PlanRule, type PlanValidation } from '../../spreadsheet/plan';
import { drawColumns } from '../shared/editableTable';
import { drawBanner, PART } from './entry';
import { type CovenantColumn, FIRST_COLUMN, type Table } from './layout';
import type { ProblemOptions, Report, TakeOptions } from './fieldReader';
import { words as covenantWords } from './words';
import { sharedWords } from '../shared/words';

/** How the cells of a column are written and what may be entered; text by default. */
export interface ColumnLook {
  numberFormat?: string;
  center?: true;
  rule?: { rule: PlanRule; message: string; open?: true; prompt?: NonNullable<PlanValidation['prompt']> };
}

type Row<F extends string> = Partial<Record<F, PlanCell>>;

/** The heading, the header row, the rows and the spare ones, with the first column numbered. */
export function drawTable<F extends string>(
  draft: PlanDraft<CovenantColumn>,
  table: Table<F>,
  titles: Readonly<Record<F, string>>,
  rows: readonly Row<F>[],
  looks: Readonly<Partial<Record<F, ColumnLook>>>,
): void {
  const { columns } = table;
  drawBanner(draft, table.heading, covenantWords[table.heading], PART);
  const texts: Partial<Record<CovenantColumn, string>> = {};
  for (const field in columns) texts[columns[field]] = titles[field];
  drawColumns(draft, table.header, texts);
  const first = draft.row(table.header) + 1;
  rows.forEach((row, index) => {
    draft.put(first + index, FIRST_COLUMN, index + 1);
    for (const field in row) draft.put(first + index, columns[field], row[field] ?? null);
  });
  // Its heading, its header row and the first two rows.
  draft.keepTogether(draft.row(rowKey.field(table.heading)), first + 1);
  styleTable(draft, table, first, rows.length + table.spare, looks);
}

function styleTable<F extends string>(
  draft: PlanDraft<CovenantColumn>,
  { columns, end }: Table<F>,
  first: number,
  rows: number,
  looks: Readonly<Partial<Record<F, ColumnLook>>>,
): void {
  const last = Object.values<CovenantColumn>(columns).at(-1) ?? FIRST_COLUMN;
  draft.style(draft.span(first - 1, FIRST_COLUMN, last, rows + 1), { borders: 'all' });
  draft.style(entireRows(first, rows), { locked: false });
  draft.style(draft.span(first, FIRST_COLUMN, last, rows), { fill: COLORS.entry, wrap: true, numberFormat: '@' });
  draft.style(draft.span(first, FIRST_COLUMN, FIRST_COLUMN, rows), { horizontal: 'center', numberFormat: 'General' });
  for (const field in looks) drawLook(draft, columns[field], looks[field], first, rows);
  draft.height(draft.row(end), 6);
}

function drawLook(
  draft: PlanDraft<CovenantColumn>,
  column: CovenantColumn,
  { numberFormat, center, rule }: ColumnLook = {},
  first: number,
  rows: number,
): void {
  const area = draft.span(first, column, column, rows);
  if (numberFormat !== undefined) draft.style(area, { numberFormat });
  if (center) draft.style(area, { horizontal: 'center' });
  if (!rule) return;
  const { message, ...rest } = rule;
  draft.validate({ areas: [area], ...rest, error: { title: sharedWords.refusedTitle, message } });
}

/** One row of a table as it was found. */
export interface FoundRow<F extends string> {
  row: number;
  cell(field: F): RawCell;
  /** The text of a cell; '' where it shows none, which is reported. */
  text(field: F, options?: Pick<ProblemOptions, 'blocking'>): string;
  /** Whether the number in a cell is shown as a percentage. */
  percent(field: F): boolean;
  /** Reads a cell; where it cannot be read it is reported, and the result is `otherwise`. */
  take<T, const D>(field: F, options: TakeOptions<D>, read: (cell: RawCell, percent: boolean) => FieldValue<T>): T | D;
  complain(field: F, problem: FieldProblem, options: ProblemOptions): void;
}

/** The rows of a table that hold anything besides their number. A sheet made by hand may lack a table altogether. */
export function foundRows<F extends string>(
  sheet: KeyedSheet<CovenantColumn>,
  table: Table<F>,
  titles: Readonly<Record<F, string>>,
  report: Report,
): FoundRow<F>[] {
  const header = sheet.layout.row(table.header);
  const heading = sheet.layout.row(rowKey.field(table.heading));
  if (header === undefined) {
    const place = { sheet: sheet.snapshot.name, cell: null };
    if (heading !== undefined || table.heading === 'unitsHeading')
      report.add(finding('row-missing', place, { row: covenantWords[table.heading] }));
    return [];
  }
  const fields: F[] = [];
  for (const field in table.columns) if (table.columns[field] !== FIRST_COLUMN) fields.push(field);
  const found: FoundRow<F>[] = [];
  for (let row = header + 1; row < endOf(sheet, header, table.end); row += 1) {
    const one = foundRow(sheet, table, titles, report, row);
    if (fields.some((field) => textOf(one.cell(field)) !== '')) found.push(one);
  }
  return found;
}

/** The row of the end key; where it was deleted, the next row that has a key. */
function endOf({ layout, rows, snapshot }: KeyedSheet<CovenantColumn>, header: number, end: RowKey): number {
  return layout.row(end) ?? rows.find(({ row }) => row > header)?.row ?? snapshot.values.length;
}

function foundRow<F extends string>(
  { snapshot, layout }: KeyedSheet<CovenantColumn>,
  { header, columns, later = [] }: Table<F>,
  titles: Readonly<Record<F, string>>,
  report: Report,
  row: number,
): FoundRow<F> {
  const column = (field: F): number | undefined => {
    const found = layout.column(columns[field]);
    // Without its heading whatever is in the column is somebody's remark.
    const heading = snapshot.values[layout.row(header) ?? -1]?.[found ?? -1];
    return later.includes(field) && shownText(heading).trim() === '' ? undefined : found;
  };
  const cell = (field: F): RawCell => {
    const at = column(field);
    // A sheet made by hand may lack a column: nothing is in it.
    return at === undefined
      ? { value: null, date: false, place: { sheet: snapshot.name, cell: null } }
      : rawCell(snapshot, row, at);
  };
  const percent = (field: F): boolean => isPercentFormat(snapshot.numberFormats[row]?.[column(field) ?? -1]);
  const complain: FoundRow<F>['complain'] = (field, problem, options) =>
    report.complain(cell(field), titles[field], problem, options);
  const take: FoundRow<F>['take'] = (field, { otherwise, blocking }, read) => {
    const result = read(cell(field), percent(field));
    if ('value' in result) return result.value;
    complain(field, result.problem, { blocking, fix: result.fix });
    return otherwise;
  };
  const text: FoundRow<F>['text'] = (field, { blocking } = { blocking: true }) =>
    take(field, { otherwise: '', blocking }, textField);
  return { row, cell, text, percent, complain, take };
}
