/** What is wrong with one filled cell of a line, and the correct value where it is known. */
import { accepts, type EntryRule, isInSteps, isWhole, MIN_AMOUNT } from '../covenant/entryRule';
import { finding, type Finding } from '../covenant/findings';
import type { Fix } from '../covenant/fixes';
import { meantText, numberFromText } from '../covenant/letters';
import { isMark, NOT_ARISING } from '../covenant/marks';
import { roundedHundredfold, toPoints } from '../covenant/points';
import { isBlank, isErrorValue, type RawCell, textOf } from '../covenant/cell';

/** The line a cell belongs to, and which marks it accepts besides the values of its rule. */
export interface About {
  unit: string;
  line: string;
  /** Whether KPS is accepted. */
  mayNotArise: boolean;
  /** Other accepted marks. */
  marks?: readonly string[];
}

/** Findings of one cell. None for an empty cell: blanks are reported by line. */
export function checkCell({ unit, line, mayNotArise, marks = [] }: About, rule: EntryRule, cell: RawCell): Finding[] {
  if (isBlank(cell)) return [];
  const about = { unit, line };
  const others = [...(mayNotArise ? [NOT_ARISING] : []), ...marks];
  const { value, place } = cell;
  if (others.some((mark) => isMark(value, mark))) return [];
  if (isErrorValue(value)) return [finding('error-value', place, { ...about, value })];
  if (rule.type === 'mark') return checkMark(about, [...rule.marks, ...others], cell);
  if (typeof value === 'string') return [textForNumber(about, rule, value, cell, others)];
  if (typeof value !== 'number') return [finding('not-a-number', place, { ...about, value: String(value) })];
  if (cell.date) return [finding('date-for-number', place, about)];
  if (cell.disguised) return [finding('number-disguised', place, { ...about, value, ...cell.disguised })];
  if (value < 0) return [finding('below-zero', place, { ...about, value })];
  switch (rule.type) {
    case 'count':
      return checkCount(about, rule.max, value, cell);
    case 'amount':
      return checkAmount(about, rule.max, value, cell);
    case 'points':
      return checkPoints(about, rule, value, cell);
  }
}

type Named = Pick<About, 'unit' | 'line'>;

function checkCount(about: Named, maximum: number, value: number, { place }: RawCell): Finding[] {
  if (!isWhole(value)) return [finding('count-not-whole', place, { ...about, value })];
  return value > maximum ? [finding('count-too-large', place, { ...about, value, maximum })] : [];
}

function checkAmount(about: Named, maximum: number, value: number, { place }: RawCell): Finding[] {
  if (value > maximum) return [finding('amount-too-large', place, { ...about, value })];
  return value > 0 && value < MIN_AMOUNT ? [finding('amount-too-small', place, { ...about, value })] : [];
}

function checkPoints(about: Named, rule: EntryRule & { type: 'points' }, value: number, { place }: RawCell): Finding[] {
  if (value > toPoints(rule.max)) return [finding('above-maximum', place, { ...about, value, maximum: rule.max })];
  if (rule.step !== null && !isInSteps(value, rule.step))
    return [finding('not-in-steps', place, { ...about, value, step: rule.step })];
  return roundedHundredfold(value) / 100 === value
    ? []
    : [finding('rounded-to-hundredths', place, { ...about, value })];
}

function textForNumber(
  about: Named,
  rule: EntryRule,
  text: string,
  { place }: RawCell,
  marks: readonly string[],
): Finding {
  const number = numberFromText(text);
  if (number !== null) {
    const fix = accepts(rule, number) ? fixAt(place, { number }) : undefined;
    return finding('number-as-text', place, { ...about, value: text, number }, fix);
  }
  const meant = meantMark(text, marks);
  if (meant !== undefined)
    return finding(
      'mark-unknown',
      place,
      { ...about, value: text, marks: marks.join(', '), meant },
      fixAt(place, { text: meant }),
    );
  // A bonus or penalty that did not arise has 0 occurrences.
  if (meantMark(text, [NOT_ARISING]) !== undefined)
    return finding('not-arising-in-adjustments', place, about, fixAt(place, { number: 0 }));
  return finding('not-a-number', place, { ...about, value: text });
}

function checkMark(about: Named, marks: readonly string[], cell: RawCell): Finding[] {
  if (marks.some((mark) => isMark(cell.value, mark))) return [];
  const meant = meantMark(textOf(cell), marks);
  const fix = meant === undefined ? undefined : fixAt(cell.place, { text: meant });
  const data = { ...about, value: String(cell.value), marks: marks.join(', '), meant: meant ?? '' };
  return [finding('mark-unknown', cell.place, data, fix)];
}

/** The mark a text means, ignoring case, outer spaces, look-alike letters and what shows nothing. */
function meantMark(text: string, marks: readonly string[]): string | undefined {
  const typed = meantText(text).trim().toLocaleUpperCase('vi');
  return marks.find((mark) => mark === typed);
}

function fixAt(place: RawCell['place'], put: Fix['put']): Fix | undefined {
  return place.cell === null ? undefined : { sheet: place.sheet, cell: place.cell, put };
}
