/** A document that stands as it was drawn, written over with how it is drawn now: names change, what was typed stays. */
import type { PlanValidation, SheetPlan } from '../../spreadsheet/plan';
import { type GuardPatch, plannedFormats } from '../../spreadsheet/guards';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { CellPatch, SheetEdit } from '../../spreadsheet/change';

interface Redrawn {
  sheet: KeyedSheet<string>;
  patches: CellPatch[];
  guards?: Pick<SheetEdit, 'guards' | 'guardsBefore'>;
}

/** None where the rows are not where they were drawn: with a longer name a page may end, and a heading be repeated, elsewhere. */
export function redrawn(sheet: KeyedSheet<string>, old: SheetPlan, now: SheetPlan): Redrawn[] {
  if (!isDrawnAlike(old, now) || !stands(sheet, old)) return [];
  // What a person has typed over the proposed words stays.
  const isTyped = (row: number, column: number): boolean =>
    (sheet.snapshot.values[row]?.[column] ?? '') !== (old.cells[row]?.[column] ?? '');
  // Each cell by itself: a rollback finds it by the keys of its row and its column.
  const patches = now.cells.flatMap((line, row) =>
    line.flatMap((cell, column): CellPatch[] =>
      cell === old.cells[row]?.[column] || isTyped(row, column) ? [] : [{ row, column, cells: [[cell]] }],
    ),
  );
  const guards = rulesThatDiffer(now, old);
  return [
    { sheet, patches, ...(guards.length > 0 && { guards: { guards, guardsBefore: rulesThatDiffer(old, now) } }) },
  ];
}

/** Whether each row is of the same kind in both: cells are written over, their looks stay. */
function isDrawnAlike(old: SheetPlan, now: SheetPlan): boolean {
  const looks = (plan: SheetPlan): string => JSON.stringify([plannedFormats(plan), plan.merges]);
  return old.cells.length === now.cells.length && looks(old) === looks(now);
}

/** Whether the rows and columns of a sheet are where a plan has them. */
function stands({ snapshot: { values } }: KeyedSheet<string>, { cells }: SheetPlan): boolean {
  const isThere = (row: number, column: number): boolean =>
    (cells[row]?.[column] ?? '') === (values[row]?.[column] ?? '');
  return cells.every((_, row) => isThere(row, 0)) && (cells[0] ?? []).every((_, column) => isThere(0, column));
}

/** Those of a plan that the same cells do not have in another; cells that have none there lose it. */
function rulesThatDiffer({ validations }: SheetPlan, other: SheetPlan): GuardPatch[] {
  const areasOf = ({ areas }: PlanValidation): string => JSON.stringify(areas);
  const known = new Set(other.validations.map((one) => JSON.stringify(one)));
  const own = new Set(validations.map(areasOf));
  const gone = other.validations.filter((one) => !own.has(areasOf(one)));
  return [
    ...validations
      .filter((one) => !known.has(JSON.stringify(one)))
      .map(({ areas, ...rule }): GuardPatch => ({ areas, rule })),
    ...gone.map(({ areas }): GuardPatch => ({ areas, rule: null })),
  ];
}
