/**
 * Which rows and columns of a sheet are hidden, by hand or by a filter. One property tells that none of many is; where some
 * are, they are asked for one by one.
 */
import type { Area } from '../spreadsheet/plan';
import type { Details } from '../spreadsheet/reading';
import type { HiddenLines } from '../spreadsheet/snapshot';

/**
 * 'along': with the cells whose formats are read; where all that is used is read, in `cells`. 'whether': in these cells.
 * 'each': the rows and the columns of two strips, one by one.
 */
export type LinesWish =
  | { ask: 'along'; cells: string }
  | { ask: 'whether'; cells: Area }
  | { ask: 'each'; rows: Area | null; columns: Area | null };

/** Whether some are hidden, or which; null where no cell was there to be asked. */
export type LinesAnswer =
  | { of: 'figures' | 'shown'; some: { rows: boolean; columns: boolean } | null }
  | { of: 'each'; hidden: Partial<HiddenLines> };

/** What is known of the lines of a sheet so far. */
export interface LinesState extends Partial<HiddenLines> {
  /** Whether it was asked if some are hidden. */
  asked?: true;
}

/** What is still to be asked; null where nothing is. `along`: no more than comes with the formats of figures. */
export function linesWish(
  { shown, columns, usual }: Details,
  state: LinesState,
  { along }: { along: boolean },
): LinesWish | null {
  if (shown === null) return null;
  // On sheets of the cluster some columns between others are hidden from the start: there one property tells nothing.
  if (usual && !state.asked) return along ? { ask: 'along', cells: '' } : { ask: 'whether', cells: shown };
  const down = state.rows === undefined ? { ...shown, columns: 1 } : null;
  const across = columns && state.columns === undefined ? { ...shown, rows: 1 } : null;
  return down || across ? { ask: 'each', rows: down, columns: across } : null;
}

/** Takes over an answer; `before` are those that were hidden when the sheet was last read as a whole. */
export function noteLines(
  state: LinesState,
  answer: LinesAnswer,
  { usual }: Pick<Details, 'usual'>,
  before: HiddenLines | undefined,
): LinesState {
  if (answer.of === 'each') return { ...state, ...answer.hidden };
  const { of, some } = answer;
  const told: LinesState = { ...state, asked: true };
  if (some?.rows === false) told.rows = [];
  // The figures are not all columns: those that were hidden beside them are asked for again.
  const complete = of === 'shown' || (before?.columns ?? []).length === 0;
  if (usual && some?.columns === false && complete) told.columns = [];
  return told;
}

/** What {@link WHETHER} tells of a range, once it is loaded. */
export function whether(range: Excel.Range, of: 'figures' | 'shown'): () => LinesAnswer {
  return () => ({
    of,
    // null is some of them, true all.
    some: range.isNullObject ? null : { rows: range.rowHidden !== false, columns: range.columnHidden !== false },
  });
}

/** The properties that tell whether some are hidden. */
export const WHETHER = 'rowHidden,columnHidden';

/** Asks for each row of one strip and each column of another. */
export function queueEach(
  sheet: Excel.Worksheet,
  { rows, columns }: { rows: Area | null; columns: Area | null },
): () => LinesAnswer {
  const down = rows && rangeOf(sheet, rows).getRowProperties({ rowHidden: true });
  const across = columns && rangeOf(sheet, columns).getColumnProperties({ columnHidden: true });
  return () => ({
    of: 'each',
    hidden: {
      ...(rows && down && { rows: indices(rows.row, down.value, ({ rowHidden }) => rowHidden === true) }),
      ...(columns &&
        across && { columns: indices(columns.column, across.value, ({ columnHidden }) => columnHidden === true) }),
    },
  });
}

function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range {
  const range = sheet.getRangeByIndexes(row, column, rows, columns);
  range.untrack();
  return range;
}

function indices<T>(first: number, lines: readonly T[], isHidden: (line: T) => boolean): number[] {
  return lines.flatMap((line, index) => (isHidden(line) ? [first + index] : []));
}
