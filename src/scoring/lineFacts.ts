/** Facts for awards that units enter on their own sheets: the figure of a line that a condition names. */
import type { Condition } from '../covenant/awards';
import { type CellPlace, fifteenDigits, isBlank, textOf } from '../covenant/cell';
import { accepts, type EntryRule, MIN_AMOUNT } from '../covenant/entryRule';
import { type Criterion, kindOf } from '../covenant/kinds';
import { PASS } from '../covenant/kinds/passFail';
import { isMark, NOT_ARISING } from '../covenant/marks';
import { type Fact, meets, type TypedFact } from './awards';
import type { LineEntries } from './entries';
import { inputsOf, isNotArising } from './inputs';
import type { LineScore } from './score';

/** What a line of a unit's sheet says about a condition. */
export interface LineFact {
  /** null where nothing arose on the line. */
  fact: Fact | null;
  /** The line's code. */
  line: string;
  /** As the unit's sheet has it: 20/23, 3, Đ, KPS. */
  shown: string;
  /** The cell of the figure. */
  place: CellPlace;
  /** Whether a later stage gave the line other points than the figure earns: then the figure alone proves nothing. */
  overruled: boolean;
}

/** The fact on a line; null where its figure is blank or invalid, which has a finding of its own. */
export function lineFact(
  measure: Condition['measure'],
  criterion: Criterion,
  entries: LineEntries | undefined,
  score: LineScore | undefined,
): LineFact | null {
  const figure = entries?.figure ?? null;
  const rule = kindOf(criterion).figureRule(criterion);
  if (!entries || figure === null || rule === null || isBlank(figure)) return null;
  const counts = measure === 'count' && rule.type !== 'mark';
  const found = counts ? countIn(rule, figure.value) : factIn(criterion, entries);
  if (found === undefined) return null;
  return {
    fact: found && { ...found, line: criterion.code },
    line: criterion.code,
    shown: shownOf(entries, { alone: counts || rule.type === 'mark' }),
    place: figure.place,
    overruled: score !== undefined && isOverruled(score),
  };
}

/** A number of the figure's column, whatever its target; null where nothing arose, undefined where it is invalid. */
function countIn(rule: EntryRule, value: unknown): Fact | null | undefined {
  if (isMark(value, NOT_ARISING)) return null;
  if (typeof value !== 'number' || !accepts(rule, value)) return undefined;
  return { count: rule.type === 'count' ? Math.round(value) : fifteenDigits(value) };
}

/** The same for a mark, and for a figure with its denominator or target. */
function factIn(criterion: Criterion, entries: LineEntries): Fact | null | undefined {
  if (isNotArising(criterion, entries)) return null;
  const inputs = inputsOf(criterion, entries);
  if (inputs === null) return undefined;
  return typeof inputs.figure === 'string'
    ? { passed: isMark(inputs.figure, PASS) }
    : { numerator: fifteenDigits(inputs.figure), denominator: fifteenDigits(inputs.target) };
}

function shownOf({ figure, target }: LineEntries, { alone }: { alone: boolean }): string {
  const texts = [figure, ...(alone ? [] : [target])].flatMap((cell) => {
    if (cell === null || isBlank(cell)) return [];
    return typeof cell.value === 'number'
      ? [String(fifteenDigits(cell.value)).replace('.', ',')]
      : [textOf(cell).toLocaleUpperCase('vi')];
  });
  return texts.join('/');
}

function isOverruled({ self, reviewed, agreed }: LineScore): boolean {
  const latest = agreed ?? reviewed ?? self;
  return latest !== self;
}

/**
 * Whether a fact that was typed for a condition is another than the line's. A mark is compared with whether the typed fact meets
 * the condition. Where nothing arose there is nothing to count: a typed fact of 0, or of 0 of 0, says the same.
 */
export function contradicts(condition: Condition, typed: TypedFact, { fact }: Pick<LineFact, 'fact'>): boolean {
  if (fact === null) return ('count' in typed ? typed.count : typed.denominator) > 0;
  if ('passed' in fact) return meets(condition, typed) !== fact.passed;
  if ('count' in typed) return !('count' in fact) || !isSame(typed.count, fact.count);
  if ('count' in fact) return true;
  return !isSame(typed.numerator, fact.numerator) || !isSame(typed.denominator, fact.denominator);
}

/** Smaller differences are none that anybody measures. */
function isSame(left: number, right: number): boolean {
  return Math.abs(left - right) < MIN_AMOUNT;
}
