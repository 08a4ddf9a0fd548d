/** From entries to points: a line, then sections and parts, then the total. Pure; knows no Excel, no screen, no clock. */
import { accepts, type EntryRule } from '../covenant/entryRule';
import type { Covenant } from '../covenant/covenant';
import { allLines, isSection, linesOf, type Node, walk } from '../covenant/criteria';
import { type Criterion, kindOf } from '../covenant/kinds';
import { minPoints } from '../covenant/kinds/kind';
import { isMark, NOT_ARISING } from '../covenant/marks';
import { max, type Hundredths, min, minus, NO_POINTS, sum, toHundredths, toPoints } from '../covenant/points';
import type { Rules } from '../covenant/rules';
import type { LineEntries, SheetEntries, Stage } from './entries';
import { isBlank, type RawCell } from '../covenant/cell';
import { inputsOf, isNotArising } from './inputs';

/** The entry of a stage for a line: points, that nothing arose, or null without a valid entry. */
export type StagePoints = Hundredths | typeof NOT_ARISING | null;

/** `leftOut`: nothing arose and the line does not count; `undecided`: the cluster has not decided what KPS earns. */
export type LineState = 'scored' | 'leftOut' | 'undecided' | 'blank';

/** Points of one line at each stage. */
export interface LineScore {
  self: StagePoints;
  reviewed: StagePoints;
  agreed: StagePoints;
  /** The points of the latest stage that has a value, even if an earlier one is higher; null where the line has none. */
  official: Hundredths | null;
  state: LineState;
  /** Whether, officially, nothing arose on the line. */
  notArising: boolean;
}

export interface SheetScore {
  unit: string;
  lines: ReadonlyMap<string, LineScore>;
  /** Official points of each section as earned; blank lines count as none. */
  sections: ReadonlyMap<string, Hundredths>;
  /** Standard points as earned, and the maximum of the lines that count. */
  earned: Hundredths;
  applicable: Hundredths;
  /** Standard points rescaled to the whole scale where lines are left out; else as earned. */
  standard: Hundredths;
  bonus: Hundredths;
  penalty: Hundredths;
  /** standard + bonus − penalty so far, with the covenant's floor and cap; what the live formulas show. */
  provisionalTotal: Hundredths;
  /** The same once no line is missing; null before, so that it cannot be mistaken for a final total. */
  total: Hundredths | null;
  /** The total by which the unit is classified, with its own cap, and the class ('' without classes); provisional while `missing` is not 0. */
  classified: Hundredths;
  className: string;
  /** How many lines have no points yet: blank ones, undecided ones, and one more where no line counts at all. */
  missing: number;
  /** Codes of lines for which the cluster has not decided what KPS earns. */
  undecided: readonly string[];
  /** Codes of lines below the minimum that eligibility requires. */
  belowMinimum: readonly string[];
  /** Whether every line has an agreed entry, or the sheet's stage is agreed. */
  agreed: boolean;
}

/** The highest comparison in the cluster for each line that is compared, by code. */
export type Leaders = ReadonlyMap<string, number>;
export const NO_LEADERS: Leaders = new Map();

const UNSCORED: LineScore = {
  self: null,
  reviewed: null,
  agreed: null,
  official: null,
  state: 'blank',
  notArising: false,
};

/** The highest comparison among all sheets of a cluster; units count whatever their eligibility. */
export function leadersOf(criteria: Covenant['criteria'], sheets: readonly SheetEntries[]): Leaders {
  const compared = allLines(criteria).filter((line) => kindOf(line).comparison !== undefined);
  return new Map(
    compared.map((line) => {
      const found = sheets.map((sheet) => comparisonOf(line, sheet.lines.get(line.code)));
      return [line.code, Math.max(0, ...found)] as const;
    }),
  );
}

function comparisonOf(line: Criterion, entries: LineEntries | undefined): number {
  const inputs = entries && inputsOf(line, entries);
  return inputs ? (kindOf(line).comparison?.of(Number(inputs.figure), inputs.target) ?? 0) : 0;
}

/** The points of one line, in hundredths, each rounded once. */
export function scoreLine(criterion: Criterion, entries: LineEntries | undefined, leader = 0): LineScore {
  if (!entries) return UNSCORED;
  const kind = kindOf(criterion);
  const rule = kind.pointsRule(criterion);
  const typed = (cell: RawCell | null): StagePoints => stagePoints(rule, kind.part === 'standard', cell);
  const self = kind.figureRule(criterion) === null ? typed(entries.self) : pointsOfFigure(criterion, entries, leader);
  const reviewed = typed(entries.reviewed);
  const agreed = typed(entries.agreed);
  // An invalid entry of a later stage does not fall back to an earlier stage: it has to be corrected.
  const official = !isBlank(entries.agreed) ? agreed : !isBlank(entries.reviewed) ? reviewed : self;
  return { self, reviewed, agreed, ...officialOf(criterion, official) };
}

function stagePoints(rule: EntryRule, mayNotArise: boolean, cell: RawCell | null): StagePoints {
  if (cell === null) return null;
  if (mayNotArise && isMark(cell.value, NOT_ARISING)) return NOT_ARISING;
  return typeof cell.value === 'number' && accepts(rule, cell.value) ? toHundredths(cell.value) : null;
}

function pointsOfFigure(criterion: Criterion, entries: LineEntries, leader: number): StagePoints {
  if (isNotArising(criterion, entries)) return NOT_ARISING;
  const inputs = inputsOf(criterion, entries);
  return inputs && kindOf(criterion).points(criterion, { ...inputs, leader });
}

function officialOf(criterion: Criterion, points: StagePoints): Pick<LineScore, 'official' | 'state' | 'notArising'> {
  if (points === null) return { official: null, state: 'blank', notArising: false };
  if (points !== NOT_ARISING) return { official: points, state: 'scored', notArising: false };
  switch ('notArising' in criterion ? criterion.notArising : undefined) {
    case 'full':
      return { official: kindOf(criterion).maximum(criterion), state: 'scored', notArising: true };
    case 'zero':
      return { official: NO_POINTS, state: 'scored', notArising: true };
    case 'leftOut':
      return { official: null, state: 'leftOut', notArising: true };
    default:
      return { official: null, state: 'undecided', notArising: true };
  }
}

/** The points of a whole sheet. Lines that are blank or invalid earn nothing and are counted in `missing`. */
export function scoreSheet(
  covenant: Pick<Covenant, 'criteria' | 'rules'>,
  entries: SheetEntries,
  leaders: Leaders = NO_LEADERS,
): SheetScore {
  const { criteria, rules } = covenant;
  const all = allLines(criteria);
  const lines = new Map(
    all.map((one) => [one.code, scoreLine(one, entries.lines.get(one.code), leaders.get(one.code))] as const),
  );
  const official = (code: string): Hundredths => lines.get(code)?.official ?? NO_POINTS;
  const earnedBy = (node: Node): Hundredths =>
    isSection(node) ? sum(node.children.map(earnedBy)) : official(node.code);
  const sections = new Map(
    walk(criteria.sections)
      .filter(isSection)
      .map((section) => [section.code, earnedBy(section)] as const),
  );
  const withState = (state: LineState): Criterion[] => all.filter(({ code }) => lines.get(code)?.state === state);
  const leftOut = sum(withState('leftOut').map((line) => kindOf(line).maximum(line)));
  const applicable = minus(criteria.scale, leftOut);
  const earned = sum(criteria.sections.map(earnedBy));
  const undecided = withState('undecided').map(({ code }) => code);
  const parts = {
    standard: rescaled(earned, applicable, criteria.scale),
    bonus: capped(sum(linesOf(criteria, 'bonus').map(earnedBy)), rules.bonusCap),
    penalty: capped(sum(linesOf(criteria, 'penalty').map(earnedBy)), rules.penaltyCap),
  };
  const missing = withState('blank').length + undecided.length + (applicable > 0 ? 0 : 1);
  const totals = totalsOf(rules, parts);
  return {
    unit: entries.unit,
    lines,
    sections,
    earned,
    applicable,
    ...parts,
    ...totals,
    total: missing === 0 ? totals.provisionalTotal : null,
    missing,
    undecided,
    belowMinimum: all.filter((line) => isBelowMinimum(line, lines.get(line.code))).map(({ code }) => code),
    agreed: isAgreed(entries.stage, [...lines.values()]),
  };
}

/** Whether a line's official points are below the share of its maximum that the covenant requires for eligibility. */
function isBelowMinimum(line: Criterion, score: LineScore | undefined): boolean {
  const required = 'least' in line ? minPoints(line) : null;
  const official = score?.official ?? null;
  return required !== null && official !== null && official < required;
}

/** Earned ÷ applicable × scale, rounded once; as earned where every line counts. */
function rescaled(earned: Hundredths, applicable: Hundredths, scale: Hundredths): Hundredths {
  if (applicable === scale) return earned;
  if (applicable <= 0) return NO_POINTS;
  return toHundredths((toPoints(earned) / toPoints(applicable)) * toPoints(scale));
}

function isAgreed(stage: Stage, lines: readonly LineScore[]): boolean {
  return stage === 'agreed' || (lines.length > 0 && lines.every((line) => line.agreed !== null));
}

type Parts = Pick<SheetScore, 'standard' | 'bonus' | 'penalty'>;

/** Ranking and classification each have their own cap over the same sum. */
function totalsOf(
  rules: Rules,
  { standard, bonus, penalty }: Parts,
): Pick<SheetScore, 'provisionalTotal' | 'classified' | 'className'> {
  const whole = minus(sum([standard, bonus]), penalty);
  const floored = rules.floorAtZero ? max(NO_POINTS, whole) : whole;
  const classified = capped(floored, rules.classificationCap);
  const className = rules.classes.find(({ from }) => classified >= from)?.name ?? '';
  return { provisionalTotal: capped(floored, rules.totalCap), classified, className };
}

function capped(value: Hundredths, cap: Hundredths | null): Hundredths {
  return cap === null ? value : min(value, cap);
}
