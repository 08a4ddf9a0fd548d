/** Findings about sheets, the covenant, the criteria and titles, in English. Points are hundredths unless they are plain numbers. */
import { PROBLEMS } from './problems';
import { counted } from './counted';
import { plainNumber } from '../../covenant/numberText';
import { short } from '../../covenant/names';
import type { viSheets } from '../vi/sheets';

const n = (value: number): string => plainNumber(value, '.');
/** Hundredths as points. */
const p = (hundredths: number): string => n(hundredths / 100);

export const enSheets: typeof viSheets = {
  'covenant-exists': (d) => ({
    message: `This workbook already has the sheet “${d.sheet}”.`,
    remedy: 'Edit that sheet, or open a new workbook to draw up another covenant.',
  }),
  'sheet-in-use': (d) => ({
    message: `Figures have been entered on sheet “${d.sheet}”, so it is not taken back.`,
    remedy: 'Leave it, or delete the sheet by hand if you are sure.',
  }),
  'sheet-name-taken': (d) => ({
    message: `There is a sheet “${d.sheet}” that the add-in did not make; it is left as it is.`,
    remedy: 'Rename that sheet and try again.',
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
};
