/** A sheet plan while it is being drawn: cells are put by row and column key, and the keys become hidden cells. */
import { contains } from './areas';
import { coalesced, type DraftStyle, grouped, runs } from './draftRuns';
import type { KeyedText } from './layout';
import type { RowKey } from './keys';
import type { Layout } from './layout';
import { filledHeights, pageBreaks, type Paged, type Together, USUAL_ROW } from './measure/pages';
import { isSmaller, type RowHeights, rowHeights } from './measure/rows';
import type {
  Area,
  PlanCell,
  PlanChart,
  PlanConditional,
  PlanFill,
  PlanPage,
  PlanProtection,
  PlanStyle,
  PlanValidation,
  SheetPlan,
} from './plan';

export interface ColumnSpec<Column extends string> {
  key: Column;
  /** Points. */
  width: number;
  hidden?: boolean;
}

export const FONT = 'Times New Roman';
export const TABLE_SIZE = 11;

/** Colours: entry cells are pale yellow, headings pale blue, computed cells stay white. */
export const COLORS = {
  entry: '#FFFBE6',
  heading: '#E8EEF7',
  part: '#DCE6F1',
  blank: '#FFF2B3',
  wrong: '#F8CBAD',
  text: '#FFD7A8',
  quiet: '#F2F2F2',
  grey: '#7F7F7F',
  alarm: '#C00000',
  settled: '#1E6B3A',
} as const;

/** Sheets whose rows are ours: a person fills in open cells and may widen columns, no more. */
export const LOCKED_PROTECTION: PlanProtection = {
  insertRows: false,
  deleteRows: false,
  formatColumns: true,
  formatRows: true,
};

/** The keys of columns that a reader sees. */
export function shownKeys<Column extends string>(columns: readonly ColumnSpec<Column>[]): Column[] {
  return columns.filter(({ hidden }) => hidden !== true).map(({ key }) => key);
}

const HIDDEN_KEY_WIDTH = 40;

export type PageOptions = Omit<PlanPage, 'breaks' | 'blackAndWhite'> & Partial<Pick<PlanPage, 'breaks'>>;

export class PlanDraft<Column extends string> {
  private readonly cells: PlanCell[][];
  private readonly columns: readonly ColumnSpec<Column | ''>[];
  private readonly styles: DraftStyle[] = [];
  private readonly merges: Area[] = [];
  private readonly heights = new Map<number, number>();
  private readonly others: { row: number; column: number; text: string }[] = [];
  private readonly groups: Together[] = [];
  private readonly validations: PlanValidation[] = [];
  private readonly conditionals: PlanConditional[] = [];
  private readonly fills: PlanFill[] = [];
  private readonly charts: PlanChart[] = [];
  private readonly hidden = new Map([[0, 1]]);

  /** `rowKeys` names every row from the second on (row 0 holds the keys of the columns); null = a row without a key. */
  constructor(
    sheetKey: string,
    private readonly specs: readonly ColumnSpec<Column>[],
    readonly rowKeys: readonly (RowKey | null)[],
    readonly layout: Layout<Column>,
    /** Points. */
    size = TABLE_SIZE,
  ) {
    this.columns = [{ key: '', width: HIDDEN_KEY_WIDTH, hidden: true }, ...specs];
    this.cells = rowKeys.map((key) => [key, ...specs.map(() => null)]);
    this.cells[0] = [sheetKey, ...specs.map((column) => column.key)];
    this.style(this.area(0, 0, rowKeys.length, this.columns.length), {
      fontName: FONT,
      fontSize: size,
      vertical: 'center',
      numberFormat: 'General',
    });
  }

  /** The column of a key; throws where the plan itself is wrong. */
  column(key: Column): number {
    const column = this.layout.column(key);
    if (column === undefined) throw new RangeError(`no column ${key} in this plan`);
    return column;
  }

  row(key: RowKey): number {
    const row = this.layout.row(key);
    if (row === undefined) throw new RangeError(`no row ${key} in this plan`);
    return row;
  }

  area(row: number, column: number, rows: number, columns: number): Area {
    return { row, column, rows, columns };
  }

  /** The rectangle from one column key to another. */
  span(row: number, first: Column, last: Column, rows = 1): Area {
    const column = this.column(first);
    return this.area(row, column, rows, this.column(last) - column + 1);
  }

  /** How wide the shown columns of an area are together. */
  width({ column, columns }: Area): number {
    return this.shownWidths()
      .slice(column, column + columns)
      .reduce((sum, width) => sum + width, 0);
  }

  put(row: number, column: Column, cell: PlanCell): void {
    const line = this.cells[row];
    if (!line) throw new RangeError(`no row ${row} in this plan`);
    line[this.column(column)] = cell;
  }

  style(area: Area, style: PlanStyle): void {
    this.styles.push({ area, style });
  }

  /** A text over several columns, merged, with its style. */
  heading(row: number, first: Column, last: Column, text: PlanCell, style: PlanStyle): void {
    this.style(this.merged(row, first, last, text), style);
  }

  /** The same without a style of its own; gives the area. */
  merged(row: number, first: Column, last: Column, text: PlanCell): Area {
    const area = this.span(row, first, last);
    this.put(row, first, text);
    if (area.columns > 1) this.merges.push(area);
    return area;
  }

  /** A row for the add-in and not for the reader. */
  hideRow(row: number): void {
    this.hidden.set(row, 1);
  }

  /** The minimum height of a row in points: it grows with the texts in it. */
  height(row: number, height: number): void {
    this.heights.set(row, Math.max(height, this.heights.get(row) ?? 0));
  }

  /** Reserves the height of a text that a cell does not hold yet: the result of a formula, or a text of an existing sheet. */
  reserve(row: number, column: Column, text: string): void {
    this.others.push({ row, column: this.column(column), text });
  }

  /** Rows that are printed on one page, from the first to the last. Sheets without any are left to the printer. */
  keepTogether(first: number, last: number): void {
    this.groups.push({ first, last });
  }

  validate(validation: PlanValidation): void {
    this.validations.push(validation);
  }

  /** Says that the cells of `to`, put like all others, are those of `from` moved along: see {@link PlanFill}. */
  fill(from: Area, to: Area): void {
    this.fills.push({ from, to });
  }

  highlight(conditional: PlanConditional): void {
    this.conditionals.push(conditional);
  }

  chart(chart: PlanChart): void {
    this.charts.push(chart);
  }

  /** The charts that were drawn so far. */
  get drawnCharts(): readonly PlanChart[] {
    return this.charts;
  }

  finish(rest: {
    name: string;
    tabColor: string | null;
    freeze: { rows: number; columns: number };
    /** `breaks` only where they follow from something else than the groups of rows. */
    page: PageOptions;
    protection: PlanProtection;
    /** Whether rows grow until every page but the last is full. */
    fillsPages?: boolean;
  }): SheetPlan {
    const { heights, types } = this.measured();
    const { fillsPages = false, ...looks } = rest;
    const breaks = rest.page.breaks ?? this.breaks(rest.page, heights);
    const filled = fillsPages ? filledHeights(this.pagedBy(rest.page, heights), breaks) : [];
    for (const [row, height] of filled) this.height(row, height);
    return {
      ...looks,
      page: { ...rest.page, breaks, blackAndWhite: this.charts.length === 0 },
      cells: this.cells,
      fills: this.fills,
      columnWidths: this.columns.map((column) => column.width),
      rowHeights: runs(heights),
      types,
      hiddenRows: runs(this.hidden).map(({ row, rows }) => ({ row, rows })),
      hiddenColumns: this.hiddenRuns(),
      merges: this.merges,
      styles: coalesced(this.styles),
      validations: grouped(this.validations),
      conditionals: this.conditionals,
      charts: this.charts,
    };
  }

  /** The texts in locked cells of rows with a key: what is the same on every sheet that is made like this one. */
  texts(): KeyedText<Column>[] {
    const locks = this.styles.filter(({ style }) => style.locked !== undefined);
    const isOpen = (row: number, column: number): boolean =>
      locks.findLast(({ area }) => contains(area, this.area(row, column, 1, 1)))?.style.locked === false;
    return this.rowKeys.flatMap((key, row) =>
      this.specs.flatMap(({ key: column }, index): KeyedText<Column>[] => {
        const text = this.cells[row]?.[index + 1];
        return key === null || typeof text !== 'string' || isOpen(row, index + 1) ? [] : [{ row: key, column, text }];
      }),
    );
  }

  /** The cells of the first rows, as they are so far. */
  top(rows: number): PlanCell[][] {
    return this.cells.slice(0, rows);
  }

  /** Heights by row; a text that fits no row gets a smaller type. */
  private measured(): Pick<RowHeights, 'heights' | 'types'> {
    const { cells, styles, merges, others } = this;
    const { heights, types }: RowHeights = rowHeights({ cells, styles, merges, others, widths: this.shownWidths() });
    for (const { row, column, size } of types.filter(isSmaller))
      this.style(this.area(row, column, 1, 1), { fontSize: size });
    for (const [row, height] of heights) this.height(row, height);
    return { heights: this.heights, types };
  }

  /** What its page breaks follow from. */
  paged(page: PageOptions): Paged {
    return this.pagedBy(page, this.measured().heights);
  }

  private pagedBy(page: PageOptions, sized: ReadonlyMap<number, number>): Paged {
    const heights = this.cells.map((_line, row) => (this.hidden.has(row) ? 0 : (sized.get(row) ?? USUAL_ROW)));
    return { page, heights, widths: this.shownWidths(), together: this.groups };
  }

  private breaks(page: PageOptions, sized: ReadonlyMap<number, number>): number[] {
    return this.groups.length === 0 ? [] : pageBreaks(this.pagedBy(page, sized));
  }

  private shownWidths(): number[] {
    return this.columns.map(({ width, hidden }) => (hidden ? 0 : width));
  }

  private hiddenRuns(): SheetPlan['hiddenColumns'] {
    const hidden = new Map(this.columns.flatMap((column, index) => (column.hidden ? [[index, 1] as const] : [])));
    return runs(hidden).map(({ row, rows }) => ({ column: row, columns: rows }));
  }
}
