/** From entries to points: a line, then sections and parts, then the total. Pure; knows no Excel, no screen, no clock. */
import { accepts } from '../covenant/entryRule';
import type { Covenant } from '../covenant/covenant';
import { allLines, isSection, linesOf, type Node, walk } from '../covenant/criteria';
import { type Criterion, kindOf } from '../covenant/kinds';
import { greatest, type Hundredths, least, minus, NO_POINTS, sum, toHundredths } from '../covenant/points';
import type { Rules } from '../covenant/rules';
import { isBlank, type LineEntries, type RawCell, type SheetEntries, type Stage } from './entries';

/** Points of one line at each stage; null where nothing valid stands. */
export interface LineScore {
  self: Hundredths | null;
  reviewed: Hundredths | null;
  agreed: Hundredths | null;
  /** Those of the latest stage that has a value, never the larger; null leaves the line blank. */
  official: Hundredths | null;
}

export interface SheetScore {
  unit: string;
  lines: ReadonlyMap<string, LineScore>;
  /** Official points of each section, blanks left out. */
  sections: ReadonlyMap<string, Hundredths>;
  standard: Hundredths;
  bonus: Hundredths;
  penalty: Hundredths;
  /** standard + bonus − penalty, with the covenant's floor and cap; provisional while `missing` is not 0. */
  total: Hundredths;
  /** How many lines have no official points. */
  missing: number;
  /** Whether every line has reached the last stage, or the sheet says that it has. */
  agreed: boolean;
}

const UNSCORED: LineScore = { self: null, reviewed: null, agreed: null, official: null };

/** The points of one line, in hundredths, each rounded once. */
export function scoreLine(criterion: Criterion, entries: LineEntries | undefined): LineScore {
  if (!entries) return UNSCORED;
  const kind = kindOf(criterion);
  const typed = (cell: RawCell | null): Hundredths | null =>
    cell !== null && typeof cell.value === 'number' && accepts(kind.pointsRule(criterion), cell.value)
      ? toHundredths(cell.value)
      : null;
  const self = kind.figureRule(criterion) === null ? typed(entries.self) : pointsOfFigure(criterion, entries.figure);
  const reviewed = typed(entries.reviewed);
  const agreed = typed(entries.agreed);
  // A later stage that holds something unusable does not fall back to an earlier one: it has to be put right.
  const official = !isBlank(entries.agreed) ? agreed : !isBlank(entries.reviewed) ? reviewed : self;
  return { self, reviewed, agreed, official };
}

function pointsOfFigure(criterion: Criterion, cell: RawCell | null): Hundredths | null {
  const kind = kindOf(criterion);
  const rule = kind.figureRule(criterion);
  if (rule === null || cell === null || !accepts(rule, cell.value)) return null;
  return typeof cell.value === 'number' || typeof cell.value === 'string' ? kind.points(criterion, cell.value) : null;
}

/** The points of a whole sheet. Lines that are blank or invalid earn nothing and are counted in `missing`. */
export function scoreSheet(covenant: Pick<Covenant, 'criteria' | 'rules'>, entries: SheetEntries): SheetScore {
  const { criteria, rules } = covenant;
  const lines = new Map(
    allLines(criteria).map((one) => [one.code, scoreLine(one, entries.lines.get(one.code))] as const),
  );
  const official = (code: string): Hundredths => lines.get(code)?.official ?? NO_POINTS;
  const earned = (node: Node): Hundredths => (isSection(node) ? sum(node.children.map(earned)) : official(node.code));
  const sections = new Map(
    walk(criteria.sections)
      .filter(isSection)
      .map((section) => [section.code, earned(section)] as const),
  );
  const standard = sum(criteria.sections.map(earned));
  const bonus = capped(sum(linesOf(criteria, 'bonus').map(earned)), rules.bonusCap);
  const penalty = sum(linesOf(criteria, 'penalty').map(earned));
  const scores = [...lines.values()];
  return {
    unit: entries.unit,
    lines,
    sections,
    standard,
    bonus,
    penalty,
    total: totalOf(rules, standard, bonus, penalty),
    missing: scores.filter((line) => line.official === null).length,
    agreed: isAgreed(entries.stage, scores),
  };
}

function isAgreed(stage: Stage, lines: readonly LineScore[]): boolean {
  return stage === 'agreed' || (lines.length > 0 && lines.every((line) => line.agreed !== null));
}

function totalOf(rules: Rules, standard: Hundredths, bonus: Hundredths, penalty: Hundredths): Hundredths {
  const total = minus(sum([standard, bonus]), penalty);
  return capped(rules.floorAtZero ? greatest(NO_POINTS, total) : total, rules.totalCap);
}

function capped(value: Hundredths, cap: Hundredths | null): Hundredths {
  return cap === null ? value : least(value, cap);
}
