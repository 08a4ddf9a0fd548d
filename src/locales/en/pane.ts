/** The words of the pane around its tabs, in English. Sheets keep their Vietnamese names in every language. */
import { tabs } from './tabs';
import type { Words } from '../languages';
import { counted } from './numbers';
import { pointsText } from '../../covenant/numberText';

export const pane: Words['ui'] = {
  language: 'en',
  title: 'Emulation Scoring',
  sections: { covenant: 'Covenant', score: 'Scoring', check: 'Check', rank: 'Ranking', print: 'Print and sign' },
  sectionsLabel: 'Task of the work',
  loading: 'Opening…',
  steps: {
    reading: 'Reading the workbook…',
    deciding: 'Calculating…',
    writing: 'Writing to the workbook…',
    selfChecking: 'Running the self-check…',
  },
  unitsDone: (done, of) => `${done}/${of} units`,
  cancel: 'Cancel',
  cancelling: 'Cancelling…',
  points: (hundredths) => pointsText(hundredths / 100, '.'),
  names: (names, more) => `${names} and ${more} more`,

  header: {
    label: 'Where the work stands',
    provisional: 'Provisional',
    agreed: 'Agreed',
    sealed: 'Sealed',
    sealChanged: 'Changed after sealing',
    complete: (complete, of) => `${complete} of ${counted(of, 'unit')} scored`,
    changed: 'Changed since',
    changedRemote: 'Changed by someone else',
    unwatched: 'Not following changes',
    refresh: 'Read again',
    refreshing: 'Reading again…',
    readAt: (time) => `Figures read at ${time}`,
  },

  next: {
    label: 'Next step',
    newCovenant: {
      say: 'This workbook has no covenant yet. Choose a criteria set and a cluster, then make the covenant.',
      act: 'Make a covenant',
    },
    fixCovenant: {
      say: (errors) => `Giao ước and Tiêu chí have ${counted(errors, 'error')} to be put right first.`,
      act: 'Go to the first',
      actElsewhere: 'See the errors',
    },
    updateSheets: {
      say: 'The covenant changed after its sheets were made. Preview the changes, then update; what was entered is kept.',
      act: 'Go to the update',
    },
    insertSheets: {
      say: 'Review Giao ước and Tiêu chí; if they are right, insert the sheets that are missing.',
      act: 'Insert scoring sheets',
    },
    fillIn: {
      say: (unit, lines) => `${unit} has ${counted(lines, 'line')} still to be scored.`,
      act: (unit) => `Go to ${unit}`,
    },
    fixErrors: { say: (errors) => `${counted(errors, 'error')} to be put right.`, act: 'See the errors' },
    agree: {
      say: (units) => `Waiting to be agreed: ${units}. Once agreed, choose Thống nhất in the sheet's cell Giai đoạn.`,
      act: (unit) => `Go to ${unit}`,
    },
    decide: {
      say: (decisions) =>
        `${counted(decisions, 'decision')} of the cluster ${decisions === 1 ? 'is' : 'are'} open. Until then the result is provisional and cannot be sealed.`,
      act: 'Go to the first',
    },
    breakTie: {
      say: (title, units) => `${units} are tied at the quota of ${title}. The cluster votes and records an order.`,
      act: 'Go to the order',
    },
    rank: {
      say: 'Every unit is done. Rank the units to write the result into the workbook.',
      sayAgain: 'Figures have changed since the last ranking. Rank again.',
      act: 'Rank units',
    },
    sealAgain: { say: 'The result changed after sealing. Seal it again to record the amendments.', act: 'Seal again' },
    print: { say: 'The units are ranked. Print the sheets and have them signed.', act: 'See what to print' },
  },

  log: {
    title: (count) => `What was done (${count})`,
  },
  undo: {
    sheets: 'Remove the sheets just added',
    wouldGo: (sheets) => `These sheets will be removed: ${sheets}.`,
    confirm: (count) => (count === 1 ? 'Remove this sheet' : `Remove these ${count} sheets`),
    keep: 'Keep them',
    cells: 'Put back the cells just changed',
    update: 'Put the sheets back as they were',
    hint: "Excel's own undo (Ctrl+Z) cannot do this. Where anything was typed on one of them, all stay, and that sheet is named.",
    hintUpdate:
      "Excel's own undo (Ctrl+Z) cannot do this. What was entered since is kept; where it stands in a row or column that is only there since, nothing is put back, and the cell is named.",
    hintCells: "Excel's own undo (Ctrl+Z) may not reach this. Cells changed since by somebody are left alone.",
  },

  waiting: {
    cell: {
      message: 'Waiting for Excel to answer.',
      remedy: 'If you are typing into a cell, press Enter to finish it.',
    },
    silent: (seconds) => `Excel has not answered for ${seconds} seconds.`,
    silentRemedy: {
      reading:
        'Press Enter if you are typing into a cell; close any dialog that is open in Excel. You can go on waiting, or reload the pane: what is waited for only reads the workbook and writes nothing.',
      writing:
        'Press Enter if you are typing into a cell; close any dialog that is open in Excel. Large workbooks take long to write, so you can go on waiting. If you reload the pane, only a part may have been written: run Check, then the command again.',
    },
    undoLost: 'Once the pane is reloaded, what was done before can no longer be undone.',
    reload: 'Reload the pane',
  },
  help: { title: 'Help' },
  record: {
    title: 'Record of changes',
    intro:
      'Every command records on the sheet Nhật ký who changed reviewed and agreed points, eligibilities, votes and rules, from what to what.',
    author: 'Person or role for the record',
    authorHint: 'For instance: Secretariat – Nguyễn Văn A. Kept on this machine and in the workbook only.',
    show: 'Show the record',
    none: 'No record yet: the first command that writes after the sheets were inserted begins it.',
    unrecorded: (changes) => `${changes} ${changes === 1 ? 'change is' : 'changes are'} not recorded yet.`,
  },

  refused: 'Not done yet. Resolve the following first; the workbook has not been changed.',
  failed: 'Could not be completed',
  detail: (text) => `Details: ${text}`,
  retry: 'Try again',
  tidyUp: 'Tidy up',
  meanwhile: (sheets) =>
    `Somebody changed the workbook at the same time (${sheets}): the command read it again and used what is there now.`,
  lost: (place, value) =>
    `Somebody typed “${value}” into ${place} just as that sheet was replaced: it has to be typed again.`,
  skipped: {
    page: 'Excel refused the page set-up (paper, margins, page breaks, footers): check the default printer, then fit the pages again or set them on the Page Layout tab.',
    view: 'Excel could not freeze the heading rows: use Freeze Panes on the View tab if you need them.',
  },
  dismiss: 'Dismiss',
  fileMissing: {
    message: 'A file of the pane has not been loaded: the network failed, or the server has a new version.',
    remedy:
      'Check the network, then choose Try again; if it persists, choose Reload the pane (what was done before can then no longer be undone). The workbook has not been changed.',
  },
  unexpected: {
    message: 'The add-in met an unexpected error.',
    remedy:
      'Try again; if it persists, run Check to see whether the workbook is still sound and send the details to your support contact.',
  },
  tooOld: {
    message: 'This version of Excel cannot run the add-in.',
    remedy: 'Use Excel 2021 or later, Microsoft 365 or Excel on the web.',
  },
  notExcel: {
    message: 'This add-in runs only in Excel.',
    remedy: 'Open the scoring workbook in Excel, then choose Emulation Scoring on the Home tab.',
  },

  ...tabs,
};
