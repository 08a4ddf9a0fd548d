/** Findings about sheets, rows, columns and formulas, in English. */
import { short } from '../../../covenant/findings';
import type { FindingData } from '../../../covenant/findingData';
import type { FindingWords, Wording } from '../../wording';
import { decimal } from '../numbers';

export const sheets = {
  'covenant-exists': (d) => ({
    message: `This workbook already has the sheet “${d.sheet}”.`,
    remedy: 'Edit that sheet, or open a new workbook to draw up another covenant.',
  }),
  'sheet-in-use': (d) => IN_USE[d.why](d.sheet, d.changed),
  'name-taken-since': (d) => ({
    message: `The name “${d.name}” was given to another unit or sheet since and cannot be put back; nothing was undone.`,
    remedy:
      'Undo that first (in the pane that did it), or give the unit or sheet that has the name another one, then undo again. Or leave it.',
  }),
  'redrawn-moved': (d) => ({
    message: `Rows or columns of sheet “${d.sheet}” were inserted, deleted or moved since the update, so it is not undone.`,
    remedy:
      'Put these rows and columns back as they were after the update and undo again; where another command did it (such as Insert scoring sheets), undo that first. Or leave the sheet.',
  }),
  'updated-since': () => ({
    message: 'The sheets were updated to the covenant once more after this update, so it is not undone.',
    remedy:
      'To have both undone, undo the later update first (in the pane that made it), then this one. Or correct Giao ước and Tiêu chí and choose Update to the covenant: what was entered is kept.',
  }),
  'redrawn-in-use': (d) => ({
    message: `“${d.value}” was entered in a row or column that is only there since the update; undo would lose it and was not done.`,
    remedy:
      'Empty the cells that are named (copy what you still need elsewhere) and undo again: the workbook is then as before the update. Or keep the update.',
  }),
  'sheet-name-taken': (d) => ({
    message: `There is a sheet “${d.sheet}” that the add-in did not make; it is left as it is.`,
    remedy: 'Rename that sheet and try again.',
  }),
  'sheet-left': (d) => ({
    message: `Sheet “${d.sheet}” was left by a command that was interrupted; it is not complete.`,
    remedy:
      'Give that command again (New covenant, Insert scoring sheets, or the document): a sheet on which nobody has typed is made anew. One that holds entries is kept: copy them, delete the sheet and give the command again; a sheet that is complete needs only be protected.',
  }),
  'sheet-blank': (d) => ({
    message: `The sheet “${d.sheet}” has a name that the add-in gives, but its first five rows are empty: a command that was interrupted may have left it, or somebody has added it.`,
    remedy:
      'If nobody has added it: look at it, and if it is empty, delete it and give that command again. If somebody has: give it another name, so that the sheet of the add-in can have this one. The add-in neither changes nor deletes it.',
  }),
  'covenant-missing': (d) => ({
    message: 'This workbook has no covenant sheet (Giao ước).',
    remedy: missingRemedy(d.kept),
  }),
  'criteria-missing': (d) => ({
    message: 'This workbook has no criteria sheet (Tiêu chí).',
    remedy: missingRemedy(d.kept),
  }),
  'summary-missing': () => ({
    message: 'This workbook has no summary sheet (Tổng hợp).',
    remedy: 'Choose Insert scoring sheets to create it again.',
  }),
  'sheet-missing': (d) => ({
    message: `${d.unit}: there is no scoring sheet.`,
    remedy: 'Choose Insert scoring sheets.',
  }),
  'sheet-of-no-unit': (d) => ({
    message: `This sheet belongs to a unit with the code “${d.unit}”, which is not in the covenant.`,
    remedy:
      'Correct the unit code in the covenant. Where the unit has left the cluster or block, choose Update to the covenant; this sheet is kept for reference until the cluster puts it away.',
  }),
  'sheet-of-other-criteria': (d) => ({
    message: `${d.unit}: the sheet was made from other criteria or rules than those of the sheets Giao ước and Tiêu chí now.`,
    remedy:
      'Choose Update to the covenant: what was entered is kept. Where it was changed by mistake, restore the former criteria and rules.',
  }),
  'base-missing': () => ({
    message:
      'This workbook does not hold the covenant that its sheets were made from, so that they cannot be updated yet.',
    remedy:
      'Put criteria and rules back to what they were (until Check no longer reports sheets made from other criteria), choose Insert scoring sheets, then change them again and choose Update to the covenant.',
  }),
  'wording-of-other-code': (d) => ({
    message: `The code ${d.line} now has the wording that ${d.former} had: figures go along with codes and would stand under another criterion.`,
    remedy:
      'Keep the former code of each criterion; change only the number of the line (STT), and give a new criterion a code that is not in use. Where the wordings really were exchanged, type other wordings in these lines for the time being, choose Renew printed words, then type the final ones.',
  }),
  'sheet-not-as-made': (d) =>
    d.reason === 'line'
      ? {
          message: 'A row or column of this sheet is not where it was made, so that it cannot be updated yet.',
          remedy: 'Undo the insertion, deletion or move of rows or columns on this sheet, then update again.',
        }
      : {
          message: 'Something stands outside of the table, beside a row or column that the update removes.',
          remedy: 'Move it elsewhere, then update again.',
        },
  'entries-kept': (d) => ({
    message: `${d.count} entries have no place in the covenant any more and are kept at the end of the sheet.`,
    remedy:
      'Look through the list at the end of the sheet, then choose Confirm removal. Where they are still needed, put the criteria, the unit, the award or the condition back into the covenant, with the same code and the former name or wording, and update: they return to their cells.',
  }),
  'column-missing': (d) => ({
    message: `The column “${d.column}” is missing.`,
    remedy:
      'Where criteria or awards were just changed in the covenant, choose Update to the covenant. Where the column was deleted, undo that, or copy it from an intact sheet.',
  }),
  'row-missing': (d) => ({
    message: `The row “${d.row}” is missing.`,
    remedy:
      'Where criteria or units were just changed, choose Update to the covenant. Where the row was deleted, undo that; if that is not possible, take the sheet from a backup.',
  }),
  'row-doubled': (d) => ({
    message: `The row “${d.row}” appears more than once; only row ${d.other} of the sheet counts.`,
    remedy: 'Delete the row that was copied in.',
  }),
  'end-row-lost': () => ({
    message:
      'The low row below the last unit lacks its hidden key in the first column: nothing tells where the table ends.',
    remedy: 'Put the key back. Where the row was deleted, undo that, or take the sheet from a saved copy.',
  }),
  'row-not-in-criteria': (d) => ({
    message: `The row “${d.row}” is not in the criteria set.`,
    remedy:
      'Choose Update to the covenant. Where the criterion was removed by mistake, add it to the sheet Tiêu chí again.',
  }),
  'standard-changed': (d) => ({
    message: `Line ${d.line}: its points were changed to “${short(d.value)}”.`,
    remedy: `Restore the value ${decimal(d.expected)} as in the sheet Tiêu chí.`,
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
  'reference-lost': (d) => ({
    message: `The formulas of ${d.count} cells show #REF!, because the sheet or the cells they referred to were deleted: ${d.cells}.`,
    remedy:
      'Tables of the cluster: choose Insert scoring sheets, which makes the deleted sheet again and gives the formulas back. A document: then make it anew.',
  }),
  'own-reference-lost': (d) => ({
    message: `Formulas that somebody typed into ${d.count} cells show #REF!, because the sheet or the cells they referred to were deleted: ${d.cells}.`,
    remedy:
      'Type the value into the cell again, or delete the formula: the add-in cannot restore what it did not make. Where the cell is locked, unprotect the sheet, correct it and protect the sheet again.',
  }),
  'summary-row-missing': (d) => ({
    message: `The summary has no row for ${d.unit}.`,
    remedy: 'Choose Insert scoring sheets to add the row.',
  }),
  'summary-row-of-no-unit': (d) => ({
    message: `The summary has a row “${d.unit}” that is not in the covenant.`,
    remedy:
      'Add the unit to the covenant again with its former code. Where it has left the cluster or block, choose Update to the covenant.',
  }),
  'row-typed': (d) => ({
    message: `The row “${short(d.unit)}” of the table was typed or copied in: it has no figures from any sheet, and is neither ranked nor proposed.`,
    remedy: 'Delete the row. Add a new unit to the covenant and insert its scoring sheet.',
  }),
  'cells-added': (d) => ({
    message: `In the printed part of the sheet ${d.count} cells were filled that are not of the table: ${d.cells}. They are printed and signed, and nothing counts or compares them.`,
    remedy:
      'Clear the cells or delete the rows that were inserted; keep notes outside the printed part, right of the table or below the signatures.',
  }),
  'formula-circular': () => ({
    message:
      'The formula in this cell follows the cell itself (a circular reference): Excel shows 0, which is no figure.',
    remedy: 'Enter a number, or change the formula so that it does not follow its own cell.',
  }),
  'formula-unreliable': (d) => ({
    message: `The formula in this cell uses ${d.name}: its result may change by itself, or it cannot be told from what cells it comes.`,
    remedy: 'Enter a number, or let the formula refer directly to the cells that hold the numbers.',
  }),
  'calculation-manual': () => ({
    message: 'Excel is set to manual calculation: points and ranks on the sheets do not follow what is typed.',
    remedy: 'On the Formulas tab, under Calculation Options, choose Automatic; or press F9 after typing.',
  }),
  'sheet-unprotected': () => ({
    message: 'The sheet is not protected, so formulas can be overwritten.',
    remedy: 'Protect it again: Review tab, Protect Sheet.',
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
    message: `“${d.what}”: the sheet ${d.sheet === '' ? 'is empty' : `says “${d.sheet}”`} but the recalculation gives ${d.engine === '' ? 'nothing' : `“${d.engine}”`}.`,
    remedy:
      'Press F9 to make Excel recalculate. If it still differs, restore the formulas of the sheet and check again.',
  }),
} satisfies Partial<FindingWords>;

/** Where one of the two sheets is left, a new covenant is refused until that one is gone. */
function missingRemedy(kept: string): string {
  return kept === ''
    ? 'Choose New covenant, or open the scoring workbook of your cluster or block.'
    : `Bring the lost sheet back from an earlier copy. For a new covenant in this workbook delete the sheet “${kept}” first, then choose New covenant.`;
}

/** Why undo leaves a sheet that was added. */
const IN_USE: Record<FindingData['sheet-in-use']['why'], (sheet: string, cells: readonly string[]) => Wording> = {
  changed: (sheet, cells) => ({
    message: `Sheet “${sheet}” is not as it was made: something was entered, or another command has written there, so adding it is not undone. Cells: ${firstOf(cells)}.`,
    remedy:
      'Where another command has written there (such as Rename a unit), undo that first (in the pane that did it), then this again. Otherwise leave the sheet, or delete it by hand if you are sure.',
  }),
  needed: (sheet) => ({
    message: `The scoring sheets need sheet “${sheet}”, so adding it is not undone.`,
    remedy: 'Leave it, or delete the scoring sheets by hand if you are sure, and undo again.',
  }),
  unread: (sheet) => ({
    message: `Sheet “${sheet}” can no longer be read as it was made, so it is not known whether anything was entered, and adding it is not undone.`,
    remedy: 'Leave it, or delete the sheet by hand if you are sure.',
  }),
};

const MAX_CELLS = 5;
const firstOf = (cells: readonly string[]): string =>
  cells.slice(0, MAX_CELLS).join(', ') + (cells.length > MAX_CELLS ? '…' : '');
