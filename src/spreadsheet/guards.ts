/** What guards the cells of a sheet beside their content: locks, number formats and rules for entries, as planned and as found. Pure. */
import { overlap } from './areas';
import { fill, gridOf, placement } from './placement';
import { type Position, referenceShape } from './references';
import type { Area, PlanCell, PlanRule, PlanValidation, SheetPlan } from './plan';
import type { KeyedSheet, SheetSnapshot } from './snapshot';

/** What an entry must be; the formula of a custom rule is relative to the cell it is for. */
export type EntryRule = Omit<PlanValidation, 'areas'>;

/** The rule of some cells as Excel gave it. */
export interface FoundRule {
  /** Excel.DataValidationType; "MixedCriteria" and "Inconsistent" where the cells differ. */
  type: string;
  /** A list's source, a custom formula, or operator and limits; '' where Excel does not say. */
  content: string;
  /** Whether what breaks the rule is refused; null where Excel does not say. */
  refuses: boolean | null;
  /** The rule with all its words, for putting it back: its reader knows what is in it. */
  whole: object;
}

/** Cells whose locks and rules were asked for at once. */
export interface FoundGuard {
  areas: readonly Area[];
  /** null where the cells differ. */
  locked: boolean | null;
  /** The locks of these cells were asked for by themselves. */
  rulesOnly?: true;
  rule: FoundRule;
}

/** What is planned for one cell of a sheet that exists. */
export interface CellGuard extends Position {
  content: PlanCell;
  locked: boolean;
  numberFormat: string;
  rule: EntryRule | null;
  /** The rule's place among the rules of the plan; null without one. What was set at once comes back as one. */
  set: number | null;
}

/** Guards to be written on cells; what is undefined stays. A rule of null is taken away. */
export interface GuardPatch {
  /** Several only where the rule holds no relative reference. */
  areas: readonly Area[];
  locked?: boolean;
  numberFormat?: string;
  rule?: EntryRule | { found: FoundRule } | null;
}

/**
 * The guards that a plan has for the cells of a sheet that exists, wherever its keyed rows and columns are by now. Rows without
 * keys are taken by their distance from the keyed row above; in a table all further rows are like its last one. Rows and columns
 * that are no part of the plan have none, nor have cells that are covered by a merged one.
 */
export function plannedGuards(plan: SheetPlan, sheet: KeyedSheet<string>): CellGuard[] {
  const { locks, formats, rules } = gridsOf(plan);
  const { cells, moved, placeOf } = placement(plan, sheet);
  return cells.flatMap((cell): CellGuard[] => {
    const { row, column, from, covered } = cell;
    if (covered) return [];
    const validation = rules[from.row]?.[from.column] ?? null;
    return [
      {
        row,
        column,
        content: plan.cells[from.row]?.[from.column] ?? null,
        locked: locks[from.row]?.[from.column] ?? true,
        numberFormat: formats[from.row]?.[from.column] ?? 'General',
        rule:
          validation &&
          movedRule(
            validation,
            {
              moved: (formula) => moved(formula, validation.from, cell),
              placeOf: (planned) => placeOf(planned, cell),
            },
            sheet.snapshot,
          ),
        set: validation?.set ?? null,
      },
    ];
  });
}

/** Whether a plan leaves each of its cells open for people to fill in. */
export function openCells(plan: SheetPlan): boolean[][] {
  return gridsOf(plan).locks.map((line) => line.map((locked) => !locked));
}

/** The number format that a plan gives each of its cells. */
export function plannedFormats(plan: SheetPlan): readonly (readonly string[])[] {
  return gridsOf(plan).formats;
}

/** Cells with the same lock and the same rule, in as few rectangles as rows and columns that follow each other make. */
export function guardGroups(cells: readonly CellGuard[]): Area[][] {
  const groups = new Map<string, CellGuard[]>();
  for (const cell of cells) {
    const key = `${cell.locked} ${cell.set ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  }
  return [...groups.values()].map(rectangles);
}

/** Single cells as rectangles, in reading order: runs of a row, then runs of the same columns in rows that follow each other. */
export function rectangles(cells: readonly Position[]): Area[] {
  const runs: Area[] = [];
  for (const { row, column } of cells.toSorted((one, other) => one.row - other.row || one.column - other.column)) {
    const last = runs.at(-1);
    if (last?.row === row && last.column + last.columns === column) last.columns += 1;
    else runs.push({ row, column, rows: 1, columns: 1 });
  }
  const open = new Map<string, Area>();
  const found: Area[] = [];
  for (const run of runs) {
    const key = `${run.column} ${run.columns}`;
    const above = open.get(key);
    if (above && above.row + above.rows === run.row) above.rows += 1;
    else {
      open.set(key, run);
      found.push(run);
    }
  }
  return found;
}

/** The rule with references as they look from wherever it is: rules of cells of one column that differ in nothing else are equal. */
export function shapeOf({ rule, ...rest }: EntryRule): EntryRule {
  return { ...rest, rule: rule.type === 'custom' ? { ...rule, formula: referenceShape(rule.formula) } : rule };
}

/** Whether a rule looks different from cell to cell, so that it can be written on one rectangle only. */
export function isRelative({ rule }: EntryRule): boolean {
  return rule.type === 'custom';
}

/** A rule with the first of its cells, and its place among the rules of the plan. */
type PlacedRule = PlanValidation & { from: Position; set: number };

interface Grids {
  locks: boolean[][];
  formats: string[][];
  rules: (PlacedRule | undefined)[][];
}

/** One plan serves for the sheets of all units. */
const known = new WeakMap<SheetPlan, Grids>();

/** What is set for each cell of a plan: a later style adds to or replaces an earlier one. */
function gridsOf(plan: SheetPlan): Grids {
  const grids = known.get(plan) ?? filledGrids(plan);
  known.set(plan, grids);
  return grids;
}

function filledGrids({ cells, styles, validations }: SheetPlan): Grids {
  const grids: Grids = {
    locks: gridOf<boolean>(cells, { of: true }),
    formats: gridOf<string>(cells, { of: 'General' }),
    rules: gridOf<PlacedRule | undefined>(cells, { of: undefined }),
  };
  for (const { areas, style } of styles) {
    const { locked, numberFormat } = style;
    if (locked !== undefined) fill(grids.locks, areas, { with: locked });
    if (numberFormat !== undefined) fill(grids.formats, areas, { with: numberFormat });
  }
  for (const [set, validation] of validations.entries()) {
    const [first] = validation.areas;
    if (!first) continue;
    const from = { row: first.row, column: first.column };
    fill(grids.rules, validation.areas, { with: { ...validation, set, from } });
  }
  return grids;
}

/** A rule as it is for one cell of its areas, in the sheet that exists; `moved` gives its formula there. */
function movedRule(
  { rule, from: _from, areas: _areas, set: _set, ...words }: PlacedRule,
  { moved, placeOf }: { moved: (formula: string) => string; placeOf: (planned: Position) => Position },
  snapshot: SheetSnapshot,
): EntryRule {
  if (rule.type === 'list') return { ...words, rule: standingList(rule, placeOf, snapshot) };
  return { ...words, rule: rule.type === 'custom' ? { ...rule, formula: moved(rule.formula) } : rule };
}

/** A list whose cells hold other words, as on a sheet of an earlier version, is typed out. */
function standingList(
  { type, values, cells }: PlanRule & { type: 'list' },
  placeOf: (planned: Position) => Position,
  snapshot: SheetSnapshot,
): PlanRule {
  const first = cells && placeOf(cells);
  const last = cells && placeOf({ row: cells.row, column: cells.column + cells.columns - 1 });
  if (!first || !last) return { type, values };
  const columns = last.column - first.column + 1;
  const found = snapshot.values[first.row]?.slice(first.column, last.column + 1) ?? [];
  const stand = columns === values.length && values.every((value, index) => found[index] === value);
  return stand ? { type, values, cells: { ...first, rows: 1, columns } } : { type, values };
}

/** Whether a guard is a list that offers words, such as names of units. */
export function putsList({ rule }: GuardPatch): boolean {
  return isWordList(rule);
}

type WordList = EntryRule & { rule: PlanRule & { type: 'list' } };

function isWordList(rule: GuardPatch['rule']): rule is WordList {
  return rule !== undefined && rule !== null && 'rule' in rule && rule.rule.type === 'list' && !rule.rule.cells;
}

/**
 * Guards for undoing others. Where a list of words that was put is another one by now, each of its words that is still the one which was put
 * gets its earlier one, and what somebody has written since stays; `found` is what the cells have, as far as it was read.
 */
export function undoingLists(
  guards: readonly GuardPatch[],
  put: readonly GuardPatch[],
  found: readonly FoundGuard[],
): GuardPatch[] {
  return put.reduce<GuardPatch[]>(
    (all, { areas, rule }) => {
      if (!isWordList(rule)) return all;
      const others = found.filter((one) => areas.some((area) => meets(one.areas, area)) && !isList(one.rule, rule));
      return others.reduce((some, one) => some.flatMap((guard) => withoutOther(guard, one, rule)), all);
    },
    [...guards],
  );
}

/** A guard for the cells that do not have the other list, and one for those that have it, where its words can be told. */
function withoutOther(guard: GuardPatch, { areas: other, rule: found }: FoundGuard, put: WordList): GuardPatch[] {
  const [changed, rest] = [true, false].map((isOther) => guard.areas.filter((area) => meets(other, area) === isOther));
  const [words, earlier, { values }] = [wordsOf(found.content), earlierWords(guard), put.rule];
  const isAlike = found.type === 'List' && words.length === values.length && earlier.length === values.length;
  const merged = words.map((word, index) => (word === values[index] ? (earlier[index] ?? word) : word));
  return [
    ...(rest && rest.length > 0 ? [{ ...guard, areas: rest }] : []),
    ...(changed && changed.length > 0 && isAlike
      ? [{ ...guard, areas: changed, rule: { ...put, rule: { ...put.rule, values: merged } } }]
      : []),
  ];
}

function earlierWords({ rule }: GuardPatch): readonly string[] {
  if (isWordList(rule)) return rule.rule.values;
  return rule && 'found' in rule && rule.found.type === 'List' ? wordsOf(rule.found.content) : [];
}

const wordsOf = (list: string): string[] => list.split(',').map((word) => word.trim());

/** What Excel does not say counts as the list. */
function isList({ type, content }: FoundRule, { rule: { values } }: WordList): boolean {
  if (type === '' || (type === 'List' && content === '')) return true;
  return type === 'List' && wordsOf(content).join(',') === values.join(',');
}

const meets = (areas: readonly Area[], other: Area): boolean => areas.some((one) => overlap(one, other));
