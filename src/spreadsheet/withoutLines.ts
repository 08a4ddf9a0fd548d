/** A plan as it is on a sheet from which rows and columns were deleted. Pure. */
import type { Area, PlanRule, SheetPlan } from './plan';
import { mapReferences } from './references';

/** Rows and columns of a plan, in order. */
export interface PlanLines {
  rows: readonly number[];
  columns: readonly number[];
}

/**
 * The plan without some rows and columns. Rules for entries and for colours that refer to them go, too; formulas in cells are left
 * as they are planned.
 */
export function withoutLines(plan: SheetPlan, gone: PlanLines): SheetPlan {
  const row = (line: number): number => lineWithout(line, gone.rows);
  const column = (line: number): number => lineWithout(line, gone.columns);
  const area = (one: Area): Area[] => {
    const [down, across] = [
      spanWithout(one.row, one.rows, gone.rows),
      spanWithout(one.column, one.columns, gone.columns),
    ];
    const isThere = down.count > 0 && across.count > 0;
    return isThere ? [{ row: down.first, rows: down.count, column: across.first, columns: across.count }] : [];
  };
  const formula = (text: string): string | null => {
    let isLost = false;
    const moved = mapReferences(text, (to) => {
      isLost ||= gone.rows.includes(to.row) || gone.columns.includes(to.column);
      return { row: row(to.row), column: column(to.column) };
    });
    return isLost ? null : moved;
  };
  const { page, freeze } = plan;
  return {
    ...plan,
    ...linesOf(plan, gone),
    fills: [],
    merges: plan.merges.flatMap(area).filter(({ rows, columns }) => rows * columns > 1),
    styles: plan.styles.map((one) => ({ ...one, areas: one.areas.flatMap(area) })).filter(hasAreas),
    validations: plan.validations.flatMap((one) => {
      const rule = movedRule(one.rule, { formula, area });
      return rule === null ? [] : [{ ...one, areas: one.areas.flatMap(area), rule }].filter(hasAreas);
    }),
    conditionals: plan.conditionals.flatMap((one) => {
      const moved = formula(one.formula);
      return moved === null ? [] : area(one.area).map((to) => ({ ...one, area: to, formula: moved }));
    }),
    freeze: { rows: row(freeze.rows), columns: column(freeze.columns) },
    page: {
      ...page,
      printArea: area(page.printArea)[0] ?? page.printArea,
      titleRows: page.titleRows && titleRows(page.titleRows, gone.rows),
      breaks: [...new Set(page.breaks.map(row))],
    },
  };
}

/** Where a line is without those that are gone before it; of one that is gone where the next one is. */
const lineWithout = (line: number, gone: readonly number[]): number => line - gone.filter((one) => one < line).length;

/** What is left of lines that follow each other; their count may be 0. */
export function spanWithout(first: number, count: number, gone: readonly number[]): { first: number; count: number } {
  const start = lineWithout(first, gone);
  return { first: start, count: lineWithout(first + count, gone) - start };
}

function titleRows(
  { first, last }: { first: number; last: number },
  gone: readonly number[],
): SheetPlan['page']['titleRows'] {
  const { first: from, count } = spanWithout(first, last - first + 1, gone);
  return count === 0 ? null : { first: from, last: from + count - 1 };
}

const hasAreas = ({ areas }: { areas: readonly Area[] }): boolean => areas.length > 0;

/** The words of a list are typed out where cells that hold them are gone. */
function movedRule(
  rule: PlanRule,
  { formula, area }: { formula: (text: string) => string | null; area: (one: Area) => Area[] },
): PlanRule | null {
  if (rule.type === 'list') {
    const { cells, ...typed } = rule;
    const [found] = cells ? area(cells) : [];
    return found?.columns === cells?.columns && found ? { ...typed, cells: found } : typed;
  }
  if (rule.type !== 'custom') return rule;
  const moved = formula(rule.formula);
  return moved === null ? null : { type: 'custom', formula: moved };
}

type Lines = Pick<SheetPlan, 'cells' | 'columnWidths' | 'rowHeights' | 'types' | 'hiddenRows' | 'hiddenColumns'>;

/** What a plan has for its lines one by one. */
function linesOf(plan: SheetPlan, gone: PlanLines): Lines {
  const row = (line: number): number => lineWithout(line, gone.rows);
  const column = (line: number): number => lineWithout(line, gone.columns);
  const isRow = (line: number): boolean => !gone.rows.includes(line);
  const isColumn = (line: number): boolean => !gone.columns.includes(line);
  return {
    cells: plan.cells.filter((_line, at) => isRow(at)).map((line) => line.filter((_cell, at) => isColumn(at))),
    columnWidths: plan.columnWidths.filter((_width, at) => isColumn(at)),
    rowHeights: plan.rowHeights.flatMap(({ height, ...one }) => {
      const { first, count } = spanWithout(one.row, one.rows, gone.rows);
      return count === 0 ? [] : [{ row: first, rows: count, height }];
    }),
    types: plan.types
      .filter((one) => isRow(one.row) && isColumn(one.column))
      .map((one) => ({ ...one, row: row(one.row), column: column(one.column) })),
    hiddenRows: plan.hiddenRows.flatMap((one) => {
      const { first, count } = spanWithout(one.row, one.rows, gone.rows);
      return count === 0 ? [] : [{ row: first, rows: count }];
    }),
    hiddenColumns: plan.hiddenColumns.flatMap((one) => {
      const { first, count } = spanWithout(one.column, one.columns, gone.columns);
      return count === 0 ? [] : [{ column: first, columns: count }];
    }),
  };
}
