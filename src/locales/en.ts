/** Every word on the screen and in findings, in English. Sheets, columns and choices keep the Vietnamese names they bear. */
import { enPane } from './enPane';
import type { Words } from './index';
import { counted, plainNumber } from './numbers';
import { short } from './short';
import type { Problem } from './vi';

const n = (value: number): string => plainNumber(value, '.');
/** Hundredths as points. */
const p = (hundredths: number): string => n(hundredths / 100);
const of = (unit: string, line: string): string => `${unit}, line ${line}`;

const PROBLEMS: Readonly<Record<Problem, string>> = {
  required: 'is empty',
  notANumber: 'is not a number',
  notPositive: 'must be greater than 0',
  negative: 'must not be negative',
  tooManyDecimals: 'has more than two decimal places',
  notADate: 'is not a date',
  notInList: 'is not in the list',
  notUsedByKind: 'is not used by this kind of criterion',
  aboveStandard: 'is greater than the standard points',
  belowRate: 'is less than the points for each occurrence',
  doubled: 'is used more than once',
  unknownSection: 'is not the code of a section of this table',
  ownSection: 'is the code of this very row',
  standardInAdjustments:
    'is in the wrong part: bonus and penalty items belong to no section; criteria with standard points belong to one',
  notYesOrNo: 'must be Có (yes) or Không (no)',
  tooLong: 'is too long',
  tooLarge: 'is too large',
  unknownField: 'is not in the schema',
  aboveHundred: 'is above 100 %',
  bandsUnreadable: 'cannot be read; write bands parted by semicolons, for instance >95%: 1,5; 75–95%: 1; <75%: 0',
  bandsOverlap: 'has bands that overlap',
  bandsGap: 'leaves a gap between bands, or does not cover everything from 0',
  bandsTooMany: 'has too many bands',
  bandsMaximum: 'has a best band that differs from the standard points',
  unknownLine: 'is not the code of a line of the criteria',
  notWhole: 'is not a whole number',
  unreadable: 'cannot be read',
  unknownTopSection: 'is not the code of a section of the first level of the criteria',
  notDescending: 'must go from the highest down, each with points of its own to begin at',
};

export const en: Words = {
  findings: {
    'line-blank': (d) => ({
      message: `${of(d.unit, d.line)}: not scored yet.`,
      remedy: 'Enter the figure or the points in this cell. If nothing arose, enter 0; do not leave it blank.',
    }),
    'not-a-number': (d) => ({
      message: `${of(d.unit, d.line)}: “${short(d.value)}” is not a number.`,
      remedy: 'Clear the cell and enter a number, with the decimal separator of your Excel, such as 9.5 or 9,5.',
    }),
    'number-as-text': (d) => ({
      message: `${of(d.unit, d.line)}: “${short(d.value)}” was entered as text and is not counted.`,
      remedy: `Turn it into the number ${n(d.number)}.`,
    }),
    'date-for-number': (d) => ({
      message: `${of(d.unit, d.line)}: the cell holds a date; Excel may have turned a number such as 9/5 into one.`,
      remedy: 'Set the cell format to General and enter the right number again.',
    }),
    'below-zero': (d) => ({
      message: `${of(d.unit, d.line)}: the value ${n(d.value)} is below 0.`,
      remedy: 'Enter 0 or a greater number. Penalties are entered as positive numbers too.',
    }),
    'above-maximum': (d) => ({
      message: `${of(d.unit, d.line)}: ${n(d.value)} points exceed the maximum of ${p(d.maximum)}.`,
      remedy: `Enter points from 0 to ${p(d.maximum)}.`,
    }),
    'count-not-whole': (d) => ({
      message: `${of(d.unit, d.line)}: the number of occurrences, ${n(d.value)}, is not a whole number.`,
      remedy: 'Enter the number of occurrences as a whole number.',
    }),
    'count-too-large': (d) => ({
      message: `${of(d.unit, d.line)}: ${n(d.value)} occurrences are unusually many (at most ${n(d.maximum)}).`,
      remedy: 'Check the number of occurrences and enter it again.',
    }),
    'not-in-steps': (d) => ({
      message: `${of(d.unit, d.line)}: ${n(d.value)} points do not fit the scoring step of ${p(d.step)}.`,
      remedy: `Enter a multiple of ${p(d.step)}.`,
    }),
    'rounded-to-hundredths': (d) => ({
      message: `${of(d.unit, d.line)}: ${d.value} has more than two decimal places and counts as ${n(d.value)}.`,
      remedy: 'Enter points with at most two decimal places.',
    }),
    'mark-unknown': (d) => ({
      message: `${of(d.unit, d.line)}: “${short(d.value)}” is not a valid mark.`,
      remedy: `Choose one of: ${d.marks}.`,
    }),
    'bonus-without-evidence': (d) => ({
      message: `${of(d.unit, d.line)}: bonus points without evidence.`,
      remedy: 'Enter the number and date of the supporting document in the column Minh chứng (evidence).',
    }),
    'evidence-twice': (d) => ({
      message: `${of(d.unit, d.line)}: the evidence “${short(d.evidence)}” is already used on line ${d.other}.`,
      remedy: 'Make sure that one piece of evidence does not earn points twice.',
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
      message: `${of(d.unit, d.line)}: the target (or total) is 0 but the result is ${n(d.value)}.`,
      remedy: 'Correct the target or the result. Where no target was given write KG; two zeros mean nothing arose.',
    }),
    'share-above-whole': (d) => ({
      message: `${of(d.unit, d.line)}: the result ${n(d.figure)} is above the total ${n(d.whole)}.`,
      remedy: 'Check both figures; they may have been swapped.',
    }),
    'amount-too-large': (d) => ({
      message: `${of(d.unit, d.line)}: ${n(d.value)} is unusually large.`,
      remedy: 'Check the figure and enter it again.',
    }),
    'not-arising-in-adjustments': (d) => ({
      message: `${of(d.unit, d.line)}: bonus and penalty items do not take the mark KPS.`,
      remedy: 'Where nothing arose enter 0.',
    }),
    'not-arising-undecided': (d) => ({
      message: `${of(d.unit, d.line)}: nothing arose and the covenant leaves it to the cluster, so there are no points yet.`,
      remedy:
        'Once the cluster has agreed, enter the points in column Thống nhất with a reason, or say on sheet Tiêu chí what KPS earns.',
    }),
    'nothing-applies': (d) => ({
      message: `${d.unit}: nothing arose on any line that counts, so nothing can be rescaled.`,
      remedy: 'Check the lines marked KPS.',
    }),
    'stage-deviation': (d) => ({
      message: `${of(d.unit, d.line)}: points went from ${p(d.from)} to ${p(d.to)}, more than ${p(d.limit)} apart.`,
      remedy: 'Look at the reason again and have the cluster agree on it.',
    }),
    'below-least': (d) => ({
      message: `${of(d.unit, d.line)}: ${p(d.points)} points, below the least ${p(d.least)} that eligibility asks for.`,
      remedy: 'Consider the unit’s eligibility on sheet Tổng hợp; it is not proposed for titles while it stays below.',
    }),
    'own-review': (d) => ({
      message: `${d.unit}: the head reviews its own sheet (${short(d.reviewer)}).`,
      remedy: 'The head’s sheet is reviewed by the deputy: correct the cell Đơn vị thẩm định.',
    }),
    'reviewer-unknown': (d) => ({
      message:
        d.value === ''
          ? `${d.unit}: no reviewing unit is named.`
          : `${d.unit}: the reviewing unit “${short(d.value)}” is not in the covenant.`,
      remedy: 'Name a unit of the covenant, usually the head; the head’s own sheet is reviewed by the deputy.',
    }),
    'stage-unknown': (d) => ({
      message: `${d.unit}: the stage “${short(d.value)}” is not in the list.`,
      remedy: 'Choose Tự chấm (self), Thẩm định (reviewed) or Thống nhất (agreed).',
    }),
    'eligibility-unknown': (d) => ({
      message:
        d.value === ''
          ? `${d.unit}: the eligibility is not stated.`
          : `${d.unit}: the eligibility “${short(d.value)}” is not in the list.`,
      remedy: 'Choose Được xét (eligible), Chưa xét (deferred) or Không xét (excluded).',
    }),
    'eligibility-without-reason': (d) => ({
      message: `${d.unit}: deferred or excluded without a reason or legal basis.`,
      remedy: 'Give the reason and the basis in the column Lý do, căn cứ.',
    }),
    'covenant-exists': (d) => ({
      message: `This workbook already has the sheet “${d.sheet}”.`,
      remedy: 'Edit that sheet, or open a new workbook to draw up another covenant.',
    }),
    'sheet-in-use': (d) => ({
      message: `Figures have been entered on sheet “${d.sheet}”, so it is not taken back.`,
      remedy: 'Leave it, or delete the sheet by hand if you are sure.',
    }),
    'covenant-missing': () => ({
      message: 'This workbook has no covenant sheet (Giao ước).',
      remedy: 'Choose New covenant, or open the scoring workbook of your cluster or block.',
    }),
    'criteria-missing': () => ({
      message: 'This workbook has no criteria sheet (Tiêu chí).',
      remedy: 'Choose New covenant, or open the scoring workbook of your cluster or block.',
    }),
    'summary-missing': () => ({
      message: 'This workbook has no summary sheet (Tổng hợp).',
      remedy: 'Choose Insert scoring sheets to create it again.',
    }),
    'sheet-missing': (d) => ({
      message: `${d.unit}: there is no scoring sheet.`,
      remedy: 'Choose Insert scoring sheets.',
    }),
    'sheet-doubled': (d) => ({
      message: `The sheet “${d.what}” is a copy of “${d.other}” and is not counted.`,
      remedy: `Keep one sheet: delete “${d.what}” if it is not needed, or copy the right figures to “${d.other}” and then delete it.`,
    }),
    'sheet-of-no-unit': (d) => ({
      message: `This sheet belongs to a unit with the code “${d.unit}”, which is not in the covenant.`,
      remedy: 'Correct the unit code in the covenant, or delete the sheet if the unit has left the cluster or block.',
    }),
    'sheet-of-other-criteria': (d) => ({
      message: `${d.unit}: the sheet was made from other criteria or rules than those of the sheets Giao ước and Tiêu chí now.`,
      remedy: 'Restore the former criteria set, or delete this sheet, insert it again and enter the figures anew.',
    }),
    'column-missing': (d) => ({
      message: `The column “${d.column}” is missing.`,
      remedy: 'Undo the deletion of the column, or copy it from an intact sheet.',
    }),
    'row-missing': (d) => ({
      message: `The row “${d.row}” is missing.`,
      remedy:
        'Undo the deletion of the row. If that is not possible, rename the sheet, insert it again and copy the figures over.',
    }),
    'row-doubled': (d) => ({
      message: `The row “${d.row}” appears more than once; only row ${d.other} of the sheet counts.`,
      remedy: 'Delete the row that was copied in.',
    }),
    'row-not-in-criteria': (d) => ({
      message: `The row “${d.row}” is not in the criteria set.`,
      remedy: 'Delete this row, or add the criterion to the sheet Tiêu chí and insert the scoring sheet again.',
    }),
    'standard-changed': (d) => ({
      message: `Line ${d.line}: its points were changed to “${short(d.value)}”.`,
      remedy: `Restore the value ${n(d.expected)} as in the sheet Tiêu chí.`,
    }),
    'formula-missing': (d) => ({
      message: `The formula of “${d.what}” is missing.`,
      remedy: 'Restore the formula.',
    }),
    'formula-overwritten': (d) => ({
      message: `The formula of “${d.what}” was overwritten or changed.`,
      remedy:
        'Restore the formula; to change points, enter them in the column Thẩm định (reviewed) or Thống nhất (agreed) with a reason.',
    }),
    'summary-row-missing': (d) => ({
      message: `The summary has no row for ${d.unit}.`,
      remedy: 'Choose Insert scoring sheets to add the row.',
    }),
    'summary-row-of-no-unit': (d) => ({
      message: `The summary has a row “${d.unit}” that is not in the covenant.`,
      remedy: 'Add the unit to the covenant again with its former code, or unprotect the sheet and delete the row.',
    }),
    'sheet-unprotected': () => ({
      message: 'The sheet is not protected, so formulas can be overwritten.',
      remedy: 'Protect it again: Review tab, Protect Sheet.',
    }),
    'not-registered': (d) => ({
      message: `${d.unit}: did not register or sign the covenant, but is not marked Không xét.`,
      remedy: 'Proposed: put Không xét in column Diện xét of sheet Tổng hợp, with reason and basis.',
    }),
    'hand-in-late': (d) => ({
      message: `${d.unit}: handed in ${d.days} days late.`,
      remedy: `Proposed by the covenant: enter ${n(d.value)} in column Kết quả of line ${d.line}.`,
    }),
    'hand-in-late-unruled': (d) => ({
      message: `${d.unit}: handed in ${d.days} days late; the covenant does not say what follows.`,
      remedy: 'The cluster should consider it; if there is a rule, name its line on sheet Giao ước.',
    }),
    'days-out-of-order': (d) => ({
      message: `“${d.earlier}” is later than “${d.later}”.`,
      remedy: 'Check the two days on sheet Giao ước.',
    }),
    'role-barred': (d) => ({
      message: `${d.unit}: was not considered the year before, so it cannot be ${d.role === 'head' ? 'head' : 'deputy'}.`,
      remedy: 'Choose another unit, or clear the mark if it was made by mistake.',
    }),
    'title-unknown': (d) => ({
      message: `Title “${short(d.title)}” rests on “${short(d.named)}”, which is missing or stands below it.`,
      remedy: 'Give the code of a title in a row above.',
    }),
    'quota-too-large': (d) => ({
      message: `Title “${short(d.title)}”: the quota ${d.quota} is above the number of units, ${d.units}.`,
      remedy: 'Make the quota no larger than the number of units.',
    }),
    'fact-missing': (d) => ({
      message: `${d.unit}: “${short(d.what)}” has not been entered.`,
      remedy: 'Enter the figure in this cell so that titles can be considered.',
    }),
    'fact-invalid': (d) => ({
      message: `${d.unit}: “${short(d.value)}” cannot be used for “${short(d.what)}”.`,
      remedy: 'Enter whole numbers from 0 (days as day/month/year); votes and persons not above the total beside them.',
    }),
    'tie-at-quota': (d) => ({
      message: `Title “${short(d.title)}”: ${d.units} are tied for ${d.places} remaining place(s).`,
      remedy: 'Let the cluster vote and record the order in column Thứ tự khi đồng hạng of sheet Xét danh hiệu.',
    }),
    'targets-missing': () => ({
      message: 'This workbook has no sheet Giao chỉ tiêu.',
      remedy: 'Choose Insert scoring sheets to make it again.',
    }),
    'titles-missing': () => ({
      message: 'This workbook has no sheet Xét danh hiệu.',
      remedy:
        'Choose Insert scoring sheets to add it: conditions, votes and the order among tied units are entered there.',
    }),
    'engine-differs': (d) => ({
      message: `“${d.what}”: the sheet says “${d.sheet}” but the recalculation gives “${d.engine}”.`,
      remedy:
        'Press F9 to make Excel recalculate. If it still differs, restore the formulas of the sheet and check again.',
    }),
    'field-invalid': (d) => ({
      message:
        d.value === ''
          ? `${d.field}: ${PROBLEMS[d.problem]}.`
          : `${d.field}: “${short(d.value)}” ${PROBLEMS[d.problem]}.`,
      remedy: 'Correct this cell and check again.',
    }),
    'data-invalid': (d) => ({
      message:
        d.value === ''
          ? `${d.field}: ${PROBLEMS[d.problem]}.`
          : `${d.field}: “${short(d.value)}” ${PROBLEMS[d.problem]}.`,
      remedy: 'Correct this place of the JSON file by the schema in docs/schema and try again.',
    }),
    'table-missing': (d) => ({
      message: `No table “${short(d.what)}” was found in the workbook.`,
      remedy: `Make a table with a heading row of at least these columns: ${d.column}.`,
    }),
    'sum-differs': (d) => ({
      message:
        d.section === ''
          ? `The scale of ${p(d.declared)} points differs from the sum of the main sections, ${p(d.sum)}.`
          : `Section ${d.section}: ${p(d.declared)} standard points are declared but its lines add up to ${p(d.sum)}.`,
      remedy: 'Change the standard points so that both are equal.',
    }),
    'section-empty': (d) => ({
      message: `Section ${d.section} has no lines.`,
      remedy: 'Add criteria that belong to this section (column Thuộc mục), or delete the section.',
    }),
    'section-circle': (d) => ({
      message: `Section ${d.section} lies within itself in a circle.`,
      remedy: 'Change the column Thuộc mục so that this section belongs to another one above it.',
    }),
    'no-criteria': () => ({
      message: 'The criteria set has no criterion with standard points.',
      remedy: 'Add at least one section and one criterion.',
    }),
    'no-units': () => ({
      message: 'The covenant has no units.',
      remedy: 'Enter the names of the units in the table of units.',
    }),
    'unit-doubled': (d) => ({
      message: `The unit “${d.unit}” has the same name or code as “${d.other}”.`,
      remedy: 'Give every unit its own name and code.',
    }),
    'head-unknown': (d) => ({
      message: `No unit has the code “${d.head}” given for the head.`,
      remedy: 'Set the role of the right unit in the table of units.',
    }),
    'cluster-small': (d) => ({
      message: `There are only ${counted(d.units, 'unit')}; the 2024 guidance asks for at least 5.`,
      remedy: 'Check the list of units; scoring works all the same.',
    }),
  },
  failures: {
    cellBeingEdited: {
      message: 'A cell is being edited, so Excel did not accept the command.',
      remedy: 'Press Enter to finish editing, then try again.',
    },
    protected: {
      message: 'Excel refused because the sheet or the workbook is protected by a password.',
      remedy: 'Remove the protection (Review tab), then try again.',
    },
    notFound: { message: 'A sheet was deleted or changed meanwhile.', remedy: 'Run the command again.' },
    tooLarge: {
      message: 'The workbook is too large to be handled at once.',
      remedy: 'Move unrelated sheets to another workbook, then try again.',
    },
    readOnly: {
      message: 'The workbook is open as read-only.',
      remedy: 'Choose Enable Editing or save a copy, then try again.',
    },
    tooOld: {
      message: 'This version of Excel lacks a function that is needed.',
      remedy: 'Use Excel 2021 or later, or Excel on the web.',
    },
    nameTaken: {
      message: 'A sheet of that name exists already.',
      remedy: 'Run the command again; the add-in will choose another name.',
    },
    otherWorkbook: {
      message: 'Another workbook is active.',
      remedy: 'Click the scoring workbook, then try again.',
    },
    connectionLost: {
      message: 'The connection to Excel was lost.',
      remedy: 'Check the network, then try again.',
    },
    cancelled: { message: 'Cancelled as requested.', remedy: 'Run it again when needed.' },
    other: {
      message: 'Excel reported an error.',
      remedy: 'Save the workbook, open it again and retry; if it persists, send the details to your support contact.',
    },
  },
  aftermath: {
    unchanged: 'The workbook has not been changed.',
    takenBack: 'What had been added was removed; the workbook is as it was before.',
    unknown:
      'It could not all be taken back: some added sheets may remain. Delete the sheets just added, which hold no figures yet, then run Insert scoring sheets again.',
  },
  ui: enPane,
};
