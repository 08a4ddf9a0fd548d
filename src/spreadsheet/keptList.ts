/** The list below a sheet of entries that have no cell any more: read, and drawn below a plan. Pure. */
import { type CellPatch, currentCell } from './change';
import { COLORS } from './draft';
import { isRunMark } from './keys';
import type { Area, PlanCell, SheetPlan } from './plan';
import type { Position } from './references';
import { type SheetSnapshot, shownText } from './snapshot';

/** A row or a column by its key and by what it is called: a code may be given to something else. */
export interface NamedLine {
  key: string;
  /** As names are compared, without line breaks. */
  name: string;
}

/** An entry that has no cell any more, as it stands in the list below a sheet. */
export interface KeptEntry {
  /** Those of the cell that it stood in. */
  row: NamedLine;
  column: NamedLine;
  /** How its row counted when it was kept; '' where that is nothing to it. */
  mark: string;
  /** What it was, for a reader. */
  what: string;
  cell: PlanCell;
  /** The number format of the cell; null where it was not read. */
  format: string | null;
}

/** What the list says, of a sheet as one plan has it. */
export interface RedrawWords {
  heading: string;
  /** What a cell is, by its keys. */
  what(row: string, column: string): string;
  /** What a row or a column is called, as names are compared; null where there is none with this key. */
  rowName(key: string): string | null;
  columnName(key: string): string | null;
}

const KEPT = 'kept:';
/** Points. */
const ROW_HEIGHT = 18;
/** Between the keys and the names of row and column and the mark; none holds a line break. */
const BETWEEN = '\n';

/** The entries in the list below a sheet. */
export function keptEntries(snapshot: SheetSnapshot): KeptEntry[] {
  const { text, value } = listColumns(widthOf(snapshot));
  return snapshot.values.flatMap((line, at): KeptEntry[] => {
    const [row, column, rowName = '', columnName = '', mark = ''] = partsOf(line[0]);
    if (row === undefined || column === undefined) return [];
    const format = snapshot.numberFormats[at]?.[value];
    const cell = currentCell(snapshot, at, value);
    return [
      {
        row: { key: row, name: rowName },
        column: { key: column, name: columnName },
        mark,
        what: shownText(line[text]),
        cell,
        format: typeof format === 'string' ? format : null,
      },
    ];
  });
}

/** What gives the entries of a row in the list its other name: their keys, and what they are, as `told` has it. */
export function renamedEntries(
  snapshot: SheetSnapshot,
  { key, name }: NamedLine,
  after: { name: string; told(what: string): string },
): CellPatch[] {
  const { text } = listColumns(widthOf(snapshot));
  return snapshot.values.flatMap((line, row): CellPatch[] => {
    const [rowOf, column, rowName, ...rest] = partsOf(line[0]);
    if (rowOf !== key || column === undefined || rowName !== name) return [];
    return [
      { row, column: 0, cells: [[`${KEPT}${[key, column, after.name, ...rest].join(BETWEEN)}`]] },
      { row, column: text, cells: [[after.told(shownText(line[text]))]] },
    ];
  });
}

function partsOf(key: unknown): string[] {
  return typeof key === 'string' && key.startsWith(KEPT) ? key.slice(KEPT.length).split(BETWEEN) : [];
}

/** The heading of the list; null where there is none. */
export function listPlace({ values }: SheetSnapshot): Position | null {
  const row = values.findIndex((line) => line[0] === KEPT);
  return row < 0 ? null : { row, column: 1 };
}

/** How many columns have keys. */
function widthOf({ values }: SheetSnapshot): number {
  return (values[0] ?? []).findLastIndex((key) => shownText(key) !== '' && !isRunMark(key)) + 1;
}

/** Whether a text in the column of the keys belongs to the list. */
export const isListKey = (key: unknown): boolean => typeof key === 'string' && key.startsWith(KEPT);

/** The columns of the list: the third shown one where there is one holds the entries. */
function listColumns(width: number): { text: number; value: number } {
  const value = Math.min(3, width - 1);
  return { text: value - 1, value };
}

const keyOf = ({ row, column, mark }: KeptEntry): string =>
  `${KEPT}${[row.key, column.key, row.name, column.name, mark].join(BETWEEN)}`;

/** A plan with the list below it, outside of what is printed; as it is where there is no entry. */
export function withKept(plan: SheetPlan, entries: readonly KeptEntry[], heading: string): SheetPlan {
  if (entries.length === 0) return plan;
  const width = plan.cells[0]?.length ?? 0;
  const { text, value } = listColumns(width);
  const first = plan.cells.length;
  const lineOf = (key: string, cells: readonly (readonly [number, PlanCell])[]): PlanCell[] => {
    const line: PlanCell[] = [key, ...Array<null>(Math.max(0, width - 1)).fill(null)];
    for (const [column, cell] of cells) line[column] = cell;
    return line;
  };
  const lines = [
    lineOf(KEPT, [[1, heading]]),
    ...entries.map((one) =>
      lineOf(keyOf(one), [
        [text, one.what],
        [value, one.cell],
      ]),
    ),
  ];
  const cellArea = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });
  const list = { row: first, column: 0, rows: lines.length, columns: width };
  return {
    ...plan,
    cells: [...plan.cells, ...lines],
    // Rows that are inserted below others take on their height.
    rowHeights: [...plan.rowHeights, { row: first, rows: lines.length, height: ROW_HEIGHT }],
    styles: [
      ...plan.styles,
      { areas: [list], style: { fontColor: COLORS.grey, italic: true, locked: true, numberFormat: 'General' } },
      { areas: [cellArea(first, 1)], style: { bold: true, fontColor: COLORS.alarm } },
      ...entries.flatMap(({ format }, index) =>
        format === null ? [] : [{ areas: [cellArea(first + 1 + index, value)], style: { numberFormat: format } }],
      ),
    ],
  };
}
