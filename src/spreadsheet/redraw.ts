/**
 * A sheet that stands as one plan has it, drawn as another: entries go along with the keys of their row and their column, and those that
 * have no cell any more are kept in a list below the sheet. Pure.
 */
import { currentCell } from './change';
import { openCells, plannedFormats } from './guards';
import { comeBack, followed, namedLines } from './keptAgain';
import { isListKey, keptEntries, type KeptEntry, type RedrawWords, withKept } from './keptList';
import { isRunMark } from './keys';
import { type LineKeys, lineKeys, placesIn, stayingLines, stepsBetween } from './lineSteps';
import { address, type Area, type PlanCell, type SheetPlan } from './plan';
import type { Position } from './references';
import { type LineStep, remakeOf, type SheetRemake } from './remake';
import { type KeyedSheet, type SheetSnapshot, shownText } from './snapshot';
import { withOwnSizes, withSizes } from './sizes';
import { holdsCell } from './areas';
import { type FormulaAfter, isFormula, type Redrawing, settledFormula, valueIn } from './typedFormulas';

export interface Redraw {
  remake: SheetRemake;
  /** Everything in the list afterwards. */
  kept: readonly KeptEntry[];
  /** Those of them that were not in it before, and those that got a cell again. */
  added: readonly KeptEntry[];
  returned: readonly KeptEntry[];
  /** Those whose cell would be there again, but in a row or a column that is called otherwise: somebody else's, or something else. */
  renamed: readonly KeptEntry[];
  /** Formulas that would say something else on the sheet drawn anew: what they resulted in stands in their cells. */
  valued: readonly ValuedFormula[];
}

/** A formula with what it resulted in, at its new cell. */
export interface ValuedFormula {
  cell: string;
  formula: string;
  value: string;
}

/** What else a redrawing goes by. */
export interface RedrawRules {
  words: Readonly<Record<'old' | 'fresh', RedrawWords>>;
  /** Cells that no person fills in: they go along where they can. */
  results?: readonly Area[];
  /** Whether what stands in them no longer holds: the new plan says what does. */
  areResultsVoid?: boolean;
  formulaAfter: FormulaAfter;
  /** How a row counted before, by its key; it is kept with entries that have no cell any more. */
  markOf(key: string): string;
  /** The key that a row or a column has afterwards. */
  keyAfter(key: string): string;
  /** What a typed text says afterwards, by the keys that its cell has. */
  textAfter?(text: string, row: string, column: string): string;
}

/** Why a sheet cannot be redrawn, at a cell. */
export interface Obstacle {
  cell: string;
  reason: 'line' | 'outside';
}

/** The first cell by which a sheet does not stand as a plan has it: a key that is elsewhere, or one that the plan does not have. */
export function obstacleTo({ snapshot }: KeyedSheet<string>, plan: SheetPlan): Obstacle | null {
  const { values } = snapshot;
  const { rows, columns } = lineKeys(plan);
  const differs = (found: unknown, wanted: string | undefined, index: number): boolean =>
    wanted === undefined
      ? shownText(found) !== '' && !isRunMark(found) && !isListKey(found)
      : index > 0 && wanted !== String(index) && shownText(found) !== wanted;
  const heads = values[0] ?? [];
  const column = Array.from({ length: Math.max(columns.length, heads.length) }, (_, index) => index).find((index) =>
    differs(heads[index], columns[index], index),
  );
  if (column !== undefined) return { cell: address(0, column), reason: 'line' };
  const row = Array.from({ length: Math.max(rows.length, values.length) }, (_, index) => index).find((index) =>
    differs(values[index]?.[0], rows[index], index),
  );
  return row === undefined ? null : { cell: address(row, 0), reason: 'line' };
}

/** The change that draws a sheet, which stands as `old`, as `fresh`. An obstacle where somebody has written beside a line that goes. */
export function redrawOf(sheet: KeyedSheet<string>, { old, fresh }: Redrawing, rules: RedrawRules): Redraw | Obstacle {
  const { snapshot } = sheet;
  const words = rules.words.fresh;
  const listed = keptEntries(snapshot);
  const carried = carry(sheet, { old, fresh }, rules);
  const following = listed.map((one) => followed(one, rules.words, rules.keyAfter));
  const { returned, renamed } = comeBack(following, fresh, { taken: carried.placed, words });
  const placed = [...carried.placed, ...returned.map(({ entry: { cell }, to }) => ({ ...to, cell, format: null }))];
  const kept = [...following.filter((one) => !returned.some(({ entry }) => entry === one)), ...carried.kept];
  const before = asFound(withKept(old, listed, words.heading), snapshot);
  const sized = withOwnSizes({ old, fresh, keyAfter: rules.keyAfter }, snapshot.sizes);
  const plan = withKept(written(sized, placed), kept, words.heading);
  const steps = stepsTo(before, plan);
  const obstacle = besideLost(sheet, before, steps);
  if (obstacle) return obstacle;
  const stays = staying(before, plan, placed);
  return {
    remake: remakeOf(snapshot, before, { plan, ...(stays.length > 0 ? { stays } : {}) }, steps),
    kept,
    added: carried.kept,
    returned: returned.map(({ entry }) => entry),
    renamed,
    valued: carried.valued,
  };
}

/** The change that takes the list of kept entries away from a sheet, which stands as `plan` above it. */
export function withoutList(
  { snapshot }: KeyedSheet<string>,
  plan: SheetPlan,
  { heading }: Pick<RedrawWords, 'heading'>,
): SheetRemake {
  const listed = keptEntries(snapshot);
  const before = asFound(withKept(plan, listed, heading), snapshot);
  const after = asFound(plan, snapshot);
  const formulas = after.cells.flatMap((line, row) =>
    line.flatMap((cell, column) =>
      cell !== null && typeof cell === 'object' && !isSame(cell, plan.cells[row]?.[column] ?? null)
        ? [{ row, column }]
        : [],
    ),
  );
  return remakeOf(snapshot, before, { plan: after, stays: formulas }, stepsTo(before, after));
}

function stepsTo(before: SheetPlan, after: SheetPlan): LineStep[] {
  const [was, is] = [lineKeys(before), lineKeys(after)];
  return [...stepsBetween(was.rows, is.rows, 'rows'), ...stepsBetween(was.columns, is.columns, 'columns')];
}

/** An entry in its new cell. */
interface Placed extends Position {
  cell: PlanCell;
  /** Where somebody or Excel gave the cell another format than was planned. */
  format: string | null;
}

interface Carried {
  placed: Placed[];
  kept: KeptEntry[];
  valued: ValuedFormula[];
}

/** Every entry, in its new cell or for the list. */
function carry(
  { snapshot }: KeyedSheet<string>,
  { old, fresh }: Redrawing,
  {
    words: { old: words },
    results = [],
    areResultsVoid = false,
    formulaAfter,
    markOf,
    keyAfter,
    textAfter = (text) => text,
  }: RedrawRules,
): Carried {
  const [wasOpen, isOpen, formats] = [openCells(old), openCells(fresh), plannedFormats(old)];
  const [was, is] = [lineKeys(old), lineKeys(fresh)];
  const places = placesIn(is);
  const moved = (at: Position): Position | null =>
    places(keyAfter(was.rows[at.row] ?? ''), keyAfter(was.columns[at.column] ?? ''));
  const isStaying = stayingIn(was, is);
  const carried: Carried = { placed: [], kept: [], valued: [] };
  for (let row = 1; row < old.cells.length; row += 1)
    for (let column = 1; column < (old.cells[row]?.length ?? 0); column += 1) {
      const planned = old.cells[row]?.[column] ?? null;
      const open = wasOpen[row]?.[column] === true;
      const found = currentCell(snapshot, row, column);
      const isResult = results.some((area) => holdsCell(area, { row, column }));
      // What is as it was drawn is drawn anew, and a locked cell that was drawn with something is none of anybody's.
      if (isSame(found, planned) || (!open && planned !== null && !isResult) || (isResult && areResultsVoid)) continue;
      const to = moved({ row, column });
      // What somebody has typed beside the cells that are filled in stays beside them.
      const fits = to !== null && (isResult || isOpen[to.row]?.[to.column] === true || (!open && isFree(fresh, to)));
      const format = snapshot.numberFormats[row]?.[column];
      const own = typeof format === 'string' && format !== '' && format !== formats[row]?.[column] ? format : null;
      if (fits) {
        const at = { sheet: snapshot.name, value: valueIn(snapshot, row, column), isWritten: !isStaying(to) };
        const cell = isFormula(found)
          ? settledFormula(found, at, formulaAfter)
          : typeof found === 'string'
            ? textAfter(found, was.rows[row] ?? '', was.columns[column] ?? '')
            : found;
        carried.placed.push({ ...to, cell, format: own });
        if (isFormula(found) && !isFormula(cell))
          carried.valued.push({ cell: address(to.row, to.column), formula: found.formula, value: String(cell ?? '') });
      } else if (found !== null && !isResult)
        carried.kept.push({
          ...namedLines(words, was.rows[row] ?? '', was.columns[column] ?? ''),
          mark: markOf(was.rows[row] ?? ''),
          what: words.what(was.rows[row] ?? '', was.columns[column] ?? ''),
          cell: isFormula(found) ? (valueIn(snapshot, row, column) ?? found) : found,
          format: typeof format === 'string' && format !== '' ? format : null,
        });
    }
  return carried;
}

const isFree = ({ cells }: SheetPlan, { row, column }: Position): boolean => (cells[row]?.[column] ?? null) === null;

function isSame(one: PlanCell, other: PlanCell): boolean {
  return one === other || (typeof one === 'object' && typeof other === 'object' && one?.formula === other?.formula);
}

/** A plan with entries in its cells. */
function written(plan: SheetPlan, placed: readonly Placed[]): SheetPlan {
  const cells = plan.cells.map((line) => [...line]);
  for (const { row, column, cell } of placed) cells[row]?.splice(column, 1, cell);
  const formats = placed.flatMap(({ row, column, format }) =>
    format === null ? [] : [{ areas: [{ row, column, rows: 1, columns: 1 }], style: { numberFormat: format } }],
  );
  return { ...plan, cells, styles: [...plan.styles, ...formats] };
}

/** A plan with what stands on its sheet, and with the formats and the sizes that were found there. */
function asFound(plan: SheetPlan, snapshot: SheetSnapshot): SheetPlan {
  const formats = plannedFormats(plan);
  const placed = plan.cells.flatMap((line, row) =>
    line.map((_cell, column): Placed => {
      const format = snapshot.numberFormats[row]?.[column];
      const differs = typeof format === 'string' && format !== '' && format !== formats[row]?.[column];
      return { row, column, cell: currentCell(snapshot, row, column), format: differs ? format : null };
    }),
  );
  const found = written(withSizes(plan, snapshot.sizes), placed);
  // Where a formula is not as planned all are sent.
  const isFilled = ({ to }: SheetPlan['fills'][number]): boolean =>
    found.cells
      .slice(to.row, to.row + to.rows)
      .every((line, down) =>
        line
          .slice(to.column, to.column + to.columns)
          .every((cell, right) => isSame(cell, plan.cells[to.row + down]?.[to.column + right] ?? null)),
      );
  return { ...found, fills: plan.fills.filter(isFilled) };
}

/** Formulas that people typed, in lines that stay: Excel moves their references. */
function staying(before: SheetPlan, after: SheetPlan, placed: readonly Placed[]): Position[] {
  const isStaying = stayingIn(lineKeys(before), lineKeys(after));
  return placed.filter((one) => isFormula(one.cell) && isStaying(one)).map(({ row, column }) => ({ row, column }));
}

/** Whether the row and the column of a cell, as it is afterwards, were neither deleted nor inserted. */
function stayingIn(was: LineKeys, is: LineKeys): (cell: Position) => boolean {
  const [rows, columns] = [stayingLines(was.rows, is.rows), stayingLines(was.columns, is.columns)];
  return ({ row, column }) => rows.has(is.rows[row] ?? '') && columns.has(is.columns[column] ?? '');
}

/** The first cell beside a row, or below a column, that goes: what stands there would go, too. */
function besideLost(
  { snapshot: { values } }: KeyedSheet<string>,
  before: SheetPlan,
  steps: readonly LineStep[],
): Obstacle | null {
  const [height, width] = [before.cells.length, before.cells[0]?.length ?? 0];
  const goes = (line: number, along: LineStep['along']): boolean =>
    steps.some(
      ({ kind, at, count, along: own }) => own === along && kind === 'delete' && line >= at && line < at + count,
    );
  for (const [row, line] of values.entries())
    for (const [column, value] of line.entries()) {
      const isOutside = row >= height || column >= width;
      if (!isOutside || shownText(value) === '' || isRunMark(value)) continue;
      if ((row < height && goes(row, 'rows')) || (column < width && goes(column, 'columns')))
        return { cell: address(row, column), reason: 'outside' };
    }
  return null;
}
