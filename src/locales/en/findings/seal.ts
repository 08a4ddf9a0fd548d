/** Findings about the seal, in English. */
import { short, shortPair } from '../../../covenant/findings';
import { dayText } from '../../../covenant/numberText';
import type { FindingWords } from '../../wording';
import { counted } from '../numbers';

/** What has been changed cannot be told from the workbook itself. */
const RECORD_REMEDY =
  'If somebody has just edited it, undo that. Otherwise compare it with a saved or printed copy and note it in the minutes; this finding does not go away by itself.';

export const seal = {
  'seal-errors': (d) => ({
    message: `The result cannot be sealed yet: ${counted(d.errors, 'error')} in the workbook.`,
    remedy: 'Run Check, put the errors right, then seal.',
  }),
  'seal-provisional': () => ({
    message: 'The result cannot be sealed yet: it is provisional.',
    remedy: 'Finish and agree every unit and record its eligibility, then seal.',
  }),
  'seal-unranked': () => ({
    message: 'The result cannot be sealed yet: the ranks or awards in the workbook do not match the figures.',
    remedy: 'Choose Rank, then seal.',
  }),
  'seal-undecided': (d) => ({
    message: `The result cannot be sealed yet: ${counted(d.decisions, 'decision')} of the cluster ${d.decisions === 1 ? 'is' : 'are'} open, named below.`,
    remedy: 'Record what was decided, its basis, the day and who decided for each of them, then seal.',
  }),
  'seal-facts-missing': (d) => ({
    message: `The result cannot be sealed yet: ${counted(d.units, 'unit')} that rank high enough lack figures or votes for an award, or have two that differ; the first is ${d.unit} for “${short(d.title)}”.`,
    remedy: 'Enter figures and votes of units that rank high enough on the sheet Xét danh hiệu, rank and seal.',
  }),
  'seal-before-meeting': (d) => ({
    message: `The result cannot be sealed yet: the day of the seal, ${dayText(d.day)}, is before the meeting, ${dayText(d.meeting)}.`,
    remedy: 'Seal once the cluster has met. If it met earlier, correct the day of the meeting on the sheet Giao ước.',
  }),
  'seal-before-earlier': (d) => ({
    message: `Not sealed: the day of the seal, ${dayText(d.day)}, is before that of the latest seal, ${dayText(d.latest)}.`,
    remedy: 'Check the date of this computer, or seal on a day not before that of the latest seal.',
  }),
  'sealed-off-date': (d) => ({
    message:
      d.side === 'after'
        ? `The result was sealed on ${dayText(d.day)}, after the results were due on ${dayText(d.due)}.`
        : `The result was sealed on ${dayText(d.day)}, before the meeting on ${dayText(d.due)}.`,
    remedy:
      d.side === 'after'
        ? 'Tell the standing office why it is late; correct the day on the sheet Giao ước if more time was given.'
        : 'Check the day of the meeting on the sheet Giao ước; if it is right, seal again after the meeting.',
  }),
  'seal-unchanged': () => ({
    message: 'The result is sealed and nothing has changed since.',
    remedy: 'There is no need to seal again; print the sheets and have them signed.',
  }),
  'seal-missing': () => ({
    message: 'This workbook was not sealed: there is no code to compare.',
    remedy: 'Open the workbook that was sealed; or seal the result.',
  }),
  'seal-code-invalid': (d) => ({
    message: `“${short(d.code)}” is no code of a seal: that has 12 characters, digits and the letters a to f.`,
    remedy: 'Type the code that is printed in the words of the seal or in its footer.',
  }),
  'seal-damaged': () => ({
    message: 'The seal was edited: the figures on the sheet do not match its checksum.',
    remedy: 'Undo the edit or take the sheet from a saved copy; failing that, seal the result again.',
  }),
  'seal-words-differ': (d) => {
    const [shown, wanted] = shortPair(d.shown, d.wanted);
    return {
      message: `The words of the seal ${shown === '' ? 'are empty' : `say “${shown}”`}; the seal was recorded as “${wanted}”.`,
      remedy: 'Compare them with the signed copy, then put the words of the seal back; or rank and seal again.',
    };
  },
  'seal-points-only': () => ({
    message: 'The seal was made by an earlier version: it covers points, ranks, eligibility and awards only.',
    remedy:
      'Seal again, so that the code covers all that is printed; the number of amendments stays where the result did.',
  }),
  'seal-cell-error': (d) => ({
    message: `The result cannot be sealed yet: this cell shows the error ${d.value}.`,
    remedy: 'Put the cell right or empty it, then seal.',
  }),
  'sealed-cell-differs': (d) => {
    const [sealed, present] = shortPair(d.sealed, d.present);
    return {
      message: `Not as it was sealed: then ${sealed === '' ? 'empty' : `“${sealed}”`}, now ${present === '' ? 'empty' : `“${present}”`}.`,
      remedy:
        'If it is wrong, put the sealed content back. If it is right, rank and seal again, then give the reason and the minutes.',
    };
  },
  'sealed-sheet-differs': (d) => ({
    message: `The sheet ${d.sheet} is not as it was sealed: rows, columns or its state differ, and no single cell can be named.`,
    remedy: 'If it is wrong, undo what was inserted or deleted. If it is right, rank and seal again.',
  }),
  'seal-changed': (d) => ({
    message: `${counted(d.changes, 'change')} after sealing; the first is ${d.unit}: ${short(d.what)}.`,
    remedy:
      'If it is right, rank and seal again, then give the reason and the minutes. If not, put the old figures back.',
  }),
  'amendment-unexplained': (d) => ({
    message: `The amendment of ${d.unit} (${short(d.what)}) lacks its reason or the number of the minutes.`,
    remedy: 'Fill in the columns Lý do and Số biên bản on the sheet Điều chỉnh.',
  }),
  'record-row-changed': (d) => ({
    message: `Row ${d.number} of the record of changes is not as it was written: it was edited, or typed in.`,
    remedy: RECORD_REMEDY,
  }),
  'record-row-inserted': (d) => ({
    message: `Blank rows were inserted into the record of changes (row ${d.rows} of the sheet); what was recorded is as it was.`,
    remedy: 'Undo the insertion, or unprotect the sheet Nhật ký, delete just these blank rows and protect it again.',
  }),
  'record-row-moved': (d) => ({
    message: `Row ${d.number} of the record of changes is not where it was written: rows were moved or copied.`,
    remedy: RECORD_REMEDY,
  }),
  'record-row-missing': (d) => ({
    message: `The record of changes lacks the row just before row ${d.number}: rows were deleted.`,
    remedy: RECORD_REMEDY,
  }),
  'record-cut': (d) => ({
    message: `The last rows of the record of changes are not those that were written (${d.count} rows): some were deleted or added.`,
    remedy: RECORD_REMEDY,
  }),
  'record-state-changed': () => ({
    message: 'The hidden part of the record of changes, its last values, does not agree with its rows.',
    remedy: RECORD_REMEDY,
  }),
  'record-full': (d) => ({
    message: `The record of changes has ${d.count} rows, and nothing more is recorded.`,
    remedy: 'Save a copy of the workbook to keep the record, then delete its sheet: the next command begins a new one.',
  }),
  'record-damaged': (d) => ({
    message: `The record of changes lacks ${d.part} of its own, or they are out of order: nothing can be added to it, and nothing tells what is not recorded yet.`,
    remedy: 'Undo what was deleted or inserted, or take the sheet from a saved copy of the workbook.',
  }),
  'record-end-lost': () => ({
    message: 'The last row of the record of changes lacks its hidden key in the first column: nothing can be added.',
    remedy: 'Put the key back right below the last row of the record; where something else stands there, undo that.',
  }),
  'record-doubled': (d) => ({
    message: `This sheet is a copy of the record of changes; only the sheet “${d.kept}” is added to.`,
    remedy: 'Delete the copy, or move it to another workbook.',
  }),
} satisfies Partial<FindingWords>;
