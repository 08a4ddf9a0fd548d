/** What is wrong with the entries of a unit's sheet: each finding names the cell and, where possible, the correct value. */
import type { Covenant } from '../covenant/covenant';
import { allLines } from '../covenant/criteria';
import { finding, type Finding } from '../covenant/findings';
import { type Criterion, kindOf } from '../covenant/kinds';
import { minPoints, type TargetRule } from '../covenant/kinds/kind';
import { NOT_ARISING, NOT_ASSIGNED } from '../covenant/marks';
import type { Hundredths } from '../covenant/points';
import { type About, checkCell } from './checkCell';
import type { LineEntries, SheetEntries } from './entries';
import { isBlank, isErrorValue, type RawCell } from '../covenant/cell';
import { inputsOf, isNotArising } from './inputs';
import type { LineScore, SheetScore } from './score';

/** All findings in the entries of one sheet, in printed order; `score` is the score of these entries. */
export function checkEntries(
  covenant: Pick<Covenant, 'criteria' | 'rules'>,
  sheet: SheetEntries,
  score: SheetScore,
): Finding[] {
  const lines = allLines(covenant.criteria);
  const perLine = lines.flatMap((criterion) => {
    const entries = sheet.lines.get(criterion.code);
    const points = score.lines.get(criterion.code);
    if (!entries || !points) return [];
    return checkLine({ unit: sheet.unit, criterion, entries, score: points, limit: covenant.rules.deviation });
  });
  return [...perLine, ...nothingApplies(sheet, score)];
}

/** A line, its entries and its score. */
interface Line {
  unit: string;
  criterion: Criterion;
  entries: LineEntries;
  score: LineScore;
  /** The covenant's limit for the deviation between stages; null = none. */
  limit: Hundredths | null;
}

function checkLine(line: Line): Finding[] {
  const { unit, criterion, entries } = line;
  const kind = kindOf(criterion);
  const about: About = { unit, line: criterion.code, mayNotArise: kind.part === 'standard' };
  const figureRule = kind.figureRule(criterion);
  const pointsRule = kind.pointsRule(criterion);
  const entered = figureRule === null ? entries.self : entries.figure;
  return [
    ...checkBlank(line, entered),
    ...(entered === null ? [] : checkCell(about, figureRule ?? pointsRule, entered)),
    ...checkTarget(about, line, kind.targetRule?.(criterion) ?? null),
    ...checkCell(about, pointsRule, entries.reviewed),
    ...checkCell(about, pointsRule, entries.agreed),
    ...checkUndecided(line, entered),
    ...checkBonusEvidence(line),
    ...checkStages(line),
    ...checkMinimum(line),
    ...[entries.evidence, entries.note].flatMap((cell) => checkText(line, cell)),
  ];
}

/** A cell of text that shows an error, which would be printed. */
function checkText(line: Line, { value, place }: RawCell): Finding[] {
  return isErrorValue(value) ? [finding('error-value', place, { ...aboutLine(line), value })] : [];
}

/** The data that every finding about a line has. */
function aboutLine({ unit, criterion }: Line): { unit: string; line: string } {
  return { unit, line: criterion.code };
}

function checkBlank(line: Line, entered: RawCell | null): Finding[] {
  const { criterion, entries } = line;
  const blank = isBlank(entered) && isBlank(entries.reviewed) && isBlank(entries.agreed);
  return blank && !isNotArising(criterion, entries)
    ? [finding('line-blank', entered?.place ?? entries.agreed.place, aboutLine(line))]
    : [];
}

/** The denominator or target beside a figure that was entered; and whether the two go together. */
function checkTarget(about: About, line: Line, rule: TargetRule | null): Finding[] {
  const { criterion, entries } = line;
  const { figure, target } = entries;
  if (rule === null || target === null || isNotArising(criterion, entries)) return [];
  if (isBlank(target)) return isBlank(figure) ? [] : [finding('target-missing', target.place, aboutLine(line))];
  const marks = rule.source === 'table' ? [NOT_ASSIGNED] : [];
  const wrong = checkCell({ ...about, mayNotArise: false, marks }, rule.rule, target);
  if (wrong.length > 0 || typeof figure?.value !== 'number' || typeof target.value !== 'number') return wrong;
  if (inputsOf(criterion, entries) !== null || checkCell(about, rule.rule, figure).length > 0) return [];
  return target.value === 0
    ? [finding('target-zero', target.place, { ...aboutLine(line), value: figure.value })]
    : [finding('share-above-whole', figure.place, { ...aboutLine(line), figure: figure.value, whole: target.value })];
}

/**
 * KPS whose points the covenant leaves to the cluster: there is no final rank until points are agreed, and the decision on them is
 * recorded.
 */
function checkUndecided(line: Line, entered: RawCell | null): Finding[] {
  const { criterion, entries, score } = line;
  const place = entered?.place ?? entries.agreed.place;
  if (score.state === 'undecided') return [finding('not-arising-undecided', place, aboutLine(line))];
  const { official: points, self, reviewed, agreed } = score;
  const arose = ![self, reviewed, agreed].includes(NOT_ARISING);
  if (arose || points === null || score.notArising || !isLeftToCluster(criterion)) return [];
  const maximum = kindOf(criterion).maximum(criterion);
  return [finding('not-arising-unrecorded', place, { ...aboutLine(line), points, maximum })];
}

function isLeftToCluster(criterion: Criterion): boolean {
  const policy = 'notArising' in criterion ? criterion.notArising : undefined;
  return kindOf(criterion).part === 'standard' && (policy === undefined || policy === 'clusterDecides');
}

/** Bonus points require evidence. */
function checkBonusEvidence(line: Line): Finding[] {
  const { criterion, entries, score } = line;
  return kindOf(criterion).part === 'bonus' && (score.official ?? 0) > 0 && isBlank(entries.evidence)
    ? [finding('bonus-without-evidence', entries.evidence.place, aboutLine(line))]
    : [];
}

/**
 * A stage that differs from the one before it requires a reason in the note; one that differs by more than the covenant's
 * limit is reported even with a reason.
 */
function checkStages(line: Line): Finding[] {
  const { entries, score, limit } = line;
  const stages = [
    { points: score.self, place: entries.note.place },
    { points: score.reviewed, place: entries.reviewed.place },
    { points: score.agreed, place: entries.agreed.place },
  ].filter(({ points }) => points !== null);
  const changed = stages.some(({ points }) => points !== stages[0]?.points);
  const deviations = stages.slice(1).flatMap(({ points: to, place }, index): Finding[] => {
    const from = stages[index]?.points;
    if (limit === null || typeof from !== 'number' || typeof to !== 'number' || Math.abs(to - from) <= limit) return [];
    return [finding('stage-deviation', place, { ...aboutLine(line), from, to, limit })];
  });
  const unexplained = changed && isBlank(entries.note);
  return [
    ...(unexplained ? [finding('change-without-reason', entries.note.place, aboutLine(line))] : []),
    ...deviations,
  ];
}

function checkMinimum(line: Line): Finding[] {
  const { criterion, entries, score } = line;
  const least = 'least' in criterion ? minPoints(criterion) : null;
  const points = score.official;
  if (least === null || points === null || points >= least) return [];
  const latest = [entries.agreed, entries.reviewed].find((cell) => !isBlank(cell));
  const place = (latest ?? entries.figure ?? entries.self ?? entries.agreed).place;
  return [finding('below-least', place, { ...aboutLine(line), points, least })];
}

/** Nothing arose on any line that could count: there is nothing to rescale. */
function nothingApplies(sheet: SheetEntries, { applicable }: SheetScore): Finding[] {
  if (applicable > 0) return [];
  const [first] = sheet.lines.values();
  const place = first ? { sheet: first.note.place.sheet, cell: null } : null;
  return [finding('nothing-applies', place, { unit: sheet.unit })];
}
