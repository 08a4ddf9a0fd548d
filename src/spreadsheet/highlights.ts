/** What colours the cells of a sheet by rules (conditional formats), as planned and as found. Pure. */
import { rectangles } from './guards';
import { type PlacedCell, placement } from './placement';
import type { Area, PlanConditional, SheetPlan } from './plan';
import { mapReferences, type Position } from './references';
import type { KeyedSheet } from './snapshot';

/** How cells look where a rule holds; null where the rule leaves it as it is. Colours are `#RRGGBB`. */
export interface FoundStyle {
  fill: string | null;
  fontColor: string | null;
  bold: boolean | null;
  italic: boolean | null;
  numberFormat: string | null;
}

/** A rule as Excel gave it. */
export interface FoundHighlight {
  /** Excel.ConditionalFormatType; ours are "Custom". */
  type: string;
  /** Relative to the first cell of the first area; '' where Excel does not say, and for other types. */
  formula: string;
  style: FoundStyle;
  stopIfTrue: boolean;
  /** null where it was not asked for or not answered. */
  areas: readonly Area[] | null;
}

/** A rule by formula on one rectangle, to be written on a sheet that exists. */
export interface HighlightRule extends Omit<PlanConditional, 'style'> {
  style: PlanConditional['style'] & { numberFormat?: string };
  stopIfTrue?: true;
}

/** Cells that lose all rules they have, and then get these, the last one above all others. */
export interface HighlightPatch {
  area: Area;
  rules: readonly HighlightRule[];
}

/** A rule of a plan with its cells in the sheet that exists. */
export interface PlannedHighlight {
  /** As it reads from the first of the cells. */
  formula: string;
  style: PlanConditional['style'];
  cells: readonly PlacedCell[];
  /** On rectangles, each with the formula as it reads from its first cell. */
  rules: readonly HighlightRule[];
}

/** The rules of a plan, wherever its cells are by now; without those whose cells are gone. `cells` are all cells of the plan. */
export function plannedHighlights(
  plan: SheetPlan,
  sheet: KeyedSheet<string>,
): { cells: readonly PlacedCell[]; highlights: PlannedHighlight[] } {
  const { cells, cellsOf, moved } = placement(plan, sheet);
  const highlights = plan.conditionals.flatMap(({ area, formula, style }): PlannedHighlight[] => {
    const own = cellsOf(area);
    const [first] = own;
    if (!first) return [];
    const at = new Map(own.map((cell) => [`${cell.row} ${cell.column}`, cell]));
    const formulaAt = ({ row, column }: Position): string => moved(formula, area, at.get(`${row} ${column}`) ?? first);
    const rules = rectangles(own).map((one) => ({ area: one, formula: formulaAt(one), style }));
    return [{ formula: formulaAt(first), style, cells: own, rules }];
  });
  return { cells, highlights };
}

/** What gives the cells of an area the rules again that were found; null where not all of them are known. */
export function restoredHighlights(found: readonly FoundHighlight[], area: Area): HighlightPatch | null {
  if (found.some(({ type, formula, areas }) => type !== 'Custom' || formula === '' || areas === null)) return null;
  // The first of those found is above the others.
  const rules = found.toReversed().flatMap(({ formula, style, stopIfTrue, areas }): HighlightRule[] => {
    const [first] = areas ?? [];
    if (!first) return [];
    return (areas ?? []).map((one) => ({
      area: one,
      formula: shifted(formula, one.row - first.row, one.column - first.column),
      style: given(style),
      ...(stopIfTrue ? { stopIfTrue } : {}),
    }));
  });
  return { area, rules };
}

/** A formula that is read from another cell than before. */
function shifted(formula: string, down: number, right: number): string {
  return mapReferences(formula, ({ row, column }, fixed) => ({
    row: fixed.row ? row : row + down,
    column: fixed.column ? column : column + right,
  }));
}

function given({ fill, fontColor, bold, italic, numberFormat }: FoundStyle): HighlightRule['style'] {
  return {
    ...(fill === null ? {} : { fill }),
    ...(fontColor === null ? {} : { fontColor }),
    ...(bold === null ? {} : { bold }),
    ...(italic === null ? {} : { italic }),
    ...(numberFormat === null ? {} : { numberFormat }),
  };
}

/** Whether a rule may show something else than cells hold: by its style, or because it is of a kind of which nothing but the type is read. */
export function mayHide({ type, style }: FoundHighlight): boolean {
  return type !== 'Custom' || hides(style);
}

/** Whether a reader may not see what stands in the cell: letters in the colour behind them, or another format of its number. */
export function hides(style: FoundStyle): boolean {
  return style.numberFormat !== null || hidesLetters(style);
}

/** Whether letters have nearly the colour that is behind them. */
export function hidesLetters({ fill, fontColor }: FoundStyle): boolean {
  if (fontColor === null && fill === null) return false;
  return distance(fontColor ?? INK, fill ?? PAPER) < MIN_DISTANCE;
}

const PAPER = '#FFFFFF';
const INK = '#000000';

/** Of the three parts of two colours, from 0 to 765: below it nobody tells letters from what is behind them. */
const MIN_DISTANCE = 60;

function distance(one: string, other: string): number {
  const parts = [one, other].map((color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)));
  return [0, 1, 2].reduce((sum, part) => sum + Math.abs((parts[0]?.[part] ?? 0) - (parts[1]?.[part] ?? 0)), 0);
}
