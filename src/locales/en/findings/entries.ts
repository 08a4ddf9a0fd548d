/** Findings in the entries of a unit's sheet, in English. Points in the data are hundredths, other numbers are plain. */
import { short } from '../../../covenant/findings';
import type { FindingWords } from '../../wording';
import { decimal, disguised, points } from '../numbers';

const of = (unit: string, line: string): string => `${unit}, line ${line}`;

/** A word that means one of a list; formulas compare letter by letter. */
const otherLetters = (meant: string): string =>
  `reads as “${meant}” but is typed in other characters (separate accents, look-alike letters, other case or blanks), which the formulas do not take`;

export const entries = {
  'line-blank': (d) => ({
    message: `${of(d.unit, d.line)}: not scored yet.`,
    remedy:
      'Enter the figure or the points, 0 where it is 0. Where nothing arose write KPS; for bonus and penalty enter 0.',
  }),
  'not-a-number': (d) => ({
    message: `${of(d.unit, d.line)}: “${short(d.value)}” is not a number.`,
    remedy: 'Clear the cell and enter a number, with the decimal separator of your Excel, such as 9.5 or 9,5.',
  }),
  'number-as-text': (d) => ({
    message: `${of(d.unit, d.line)}: “${short(d.value)}” was entered as text and is not counted.`,
    remedy: `Turn it into the number ${decimal(d.number)}.`,
  }),
  'date-for-number': (d) => ({
    message: `${of(d.unit, d.line)}: the cell holds a date; Excel may have turned a number such as 9/5 into one.`,
    remedy: 'Set the cell format to General and enter the right number again.',
  }),
  'number-disguised': (d) => ({
    message: `${of(d.unit, d.line)}: ${disguised(d)}`,
    remedy:
      'Give the cell its number format again (the value stays), then look at it: if the number is wrong, enter it anew.',
  }),
  'below-zero': (d) => ({
    message: `${of(d.unit, d.line)}: the value ${decimal(d.value)} is below 0.`,
    remedy: 'Enter 0 or a greater number. Penalties are entered as positive numbers too.',
  }),
  'above-maximum': (d) => ({
    message: `${of(d.unit, d.line)}: ${decimal(d.value)} points exceed the maximum of ${points(d.maximum)}.`,
    remedy: `Enter points from 0 to ${points(d.maximum)}.`,
  }),
  'count-not-whole': (d) => ({
    message: `${of(d.unit, d.line)}: the number of occurrences, ${decimal(d.value)}, is not a whole number.`,
    remedy: 'Enter the number of occurrences as a whole number.',
  }),
  'count-too-large': (d) => ({
    message: `${of(d.unit, d.line)}: ${decimal(d.value)} occurrences are unusually many (at most ${decimal(d.maximum)}).`,
    remedy: 'Check the number of occurrences and enter it again.',
  }),
  'not-in-steps': (d) => ({
    message: `${of(d.unit, d.line)}: ${decimal(d.value)} points do not fit the scoring step of ${points(d.step)}.`,
    remedy: `Enter a multiple of ${points(d.step)}.`,
  }),
  'rounded-to-hundredths': (d) => ({
    message: `${of(d.unit, d.line)}: ${d.value} has more than two decimal places and counts as ${decimal(d.value)}.`,
    remedy: 'Enter points with at most two decimal places.',
  }),
  'mark-unknown': (d) => ({
    message: `${of(d.unit, d.line)}: “${short(d.value)}” ${d.meant === '' ? 'is not a valid mark' : otherLetters(d.meant)}.`,
    remedy: d.meant === '' ? `Choose one of: ${d.marks}.` : `Write “${d.meant}” again.`,
  }),
  'bonus-without-evidence': (d) => ({
    message: `${of(d.unit, d.line)}: bonus points without evidence.`,
    remedy: 'Enter the number and date of the supporting document in the column Minh chứng (evidence).',
  }),
  'evidence-twice': (d) => ({
    message: `${of(d.unit, d.line)}: the evidence “${short(d.evidence)}” is already used for ${of(d.otherUnit, d.otherLine)} (sheet ${d.otherSheet}, cell ${d.otherCell}).`,
    remedy:
      'Make sure that one piece of evidence does not earn points twice. If these are two documents, give number, symbol and day of each.',
  }),
  'change-without-reason': (d) => ({
    message: `${of(d.unit, d.line)}: the points differ between stages and no reason is given.`,
    remedy: 'Give the reason for the change in the column Ghi chú (notes).',
  }),
  'target-missing': (d) => ({
    message: `${of(d.unit, d.line)}: there is a result but no target (or total).`,
    remedy:
      'Enter the target on sheet Giao chỉ tiêu, or the total in the line’s column Chỉ tiêu. Where no target was given write KG.',
  }),
  'target-zero': (d) => ({
    message: `${of(d.unit, d.line)}: the target (or total) is 0 but the result is ${decimal(d.value)}.`,
    remedy: 'Correct the target or the result. Where no target was given write KG; two zeros mean nothing arose.',
  }),
  'share-above-whole': (d) => ({
    message: `${of(d.unit, d.line)}: the result ${decimal(d.figure)} is above the total ${decimal(d.whole)}.`,
    remedy: 'Check both figures; they may have been swapped.',
  }),
  'amount-too-large': (d) => ({
    message: `${of(d.unit, d.line)}: ${decimal(d.value)} is unusually large.`,
    remedy: 'Check the figure and enter it again.',
  }),
  'amount-too-small': (d) => ({
    message: `${of(d.unit, d.line)}: ${d.value} is unusually small.`,
    remedy: 'Check the number and enter it again; for 0 enter 0.',
  }),
  'error-value': (d) => ({
    message: `${of(d.unit, d.line)}: the cell shows the error ${d.value} instead of a value.`,
    remedy: 'Remove the formula or link that fails from the cell and enter its content again.',
  }),
  'cell-error': (d) => ({
    message: `The cell shows the error ${d.value} instead of a value.`,
    remedy: 'Remove the formula or link that fails from the cell and enter its content again.',
  }),
  'not-arising-in-adjustments': (d) => ({
    message: `${of(d.unit, d.line)}: bonus and penalty items do not take the mark KPS.`,
    remedy: 'Where nothing arose enter 0.',
  }),
  'nothing-applies': (d) => ({
    message: `${d.unit}: nothing arose on any line that counts, so nothing can be rescaled.`,
    remedy: 'Check the lines marked KPS.',
  }),
  'stage-deviation': (d) => ({
    message: `${of(d.unit, d.line)}: points went from ${points(d.from)} to ${points(d.to)}, more than ${points(d.limit)} apart.`,
    remedy: 'Look at the reason again and have the cluster agree on it.',
  }),
  'below-least': (d) => ({
    message: `${of(d.unit, d.line)}: ${points(d.points)} points, below the least ${points(d.least)} that eligibility asks for.`,
    remedy: 'Consider the unit’s eligibility on sheet Tổng hợp; it is not proposed for awards while it stays below.',
  }),
  'reviewer-unknown': (d) => ({
    message:
      d.value === ''
        ? `${d.unit}: no reviewing unit is named.`
        : `${d.unit}: “${short(d.value)}” does not say clearly which unit of the covenant reviews.`,
    remedy:
      'Write the name of a unit of the covenant and nothing else, usually the head; the head’s own sheet is reviewed by the deputy.',
  }),
  'stage-unknown': (d) => ({
    message: `${d.unit}: the stage “${short(d.value)}” ${d.meant === '' ? 'is not in the list' : otherLetters(d.meant)}.`,
    remedy:
      d.meant === ''
        ? 'Choose Tự chấm (self), Thẩm định (reviewed) or Thống nhất (agreed).'
        : `Write “${d.meant}” again.`,
  }),
  'eligibility-unknown': (d) => ({
    message:
      d.value === ''
        ? `${d.unit}: the eligibility is not stated.`
        : `${d.unit}: the eligibility “${short(d.value)}” ${d.meant === '' ? 'is not in the list' : otherLetters(d.meant)}.`,
    remedy:
      d.meant === ''
        ? 'Choose Được xét (eligible), Chưa xét (deferred) or Không xét (excluded).'
        : `Write “${d.meant}” again.`,
  }),
} satisfies Partial<FindingWords>;
