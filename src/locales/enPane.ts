/** Every word of the task pane, in English. Sheets keep their Vietnamese names: they are Vietnamese in every language. */
import type { Words } from './index';
import { pointsText } from './numbers';

export const enPane: Words['ui'] = {
  language: 'en',
  title: 'Emulation Scoring',
  steps: { reading: 'Reading the workbook…', deciding: 'Calculating…', writing: 'Writing to the workbook…' },
  cancel: 'Cancel',
  cancelling: 'Cancelling…',
  points: (hundredths) => pointsText(hundredths / 100, '.'),
  covenant: {
    title: 'Covenant',
    hint: 'Adds the sheets Giao ước (covenant) and Tiêu chí (criteria) from the catalogue; edit them before inserting scoring sheets.',
    criteriaSet: 'Criteria set',
    cluster: 'Cluster or block',
    loading: 'Opening the catalogue…',
    run: 'New covenant',
  },
  insert: {
    title: 'Scoring sheets',
    hint: 'Adds a sheet for each unit that has none, and the summary sheet Tổng hợp; entries are kept as they are.',
    run: 'Insert scoring sheets',
  },
  check: {
    title: 'Check',
    hint: 'Finds blank lines, wrong entries and overwritten formulas; changes nothing in the workbook.',
    run: 'Check',
    none: 'No errors found.',
    count: (errors, warnings) =>
      `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    severity: { error: 'Error', warning: 'Warning' },
    goTo: (place) => `Go to ${place}`,
    fix: 'Fix',
    fixAt: (place) => `Fix ${place}`,
    fixAll: (count) => `Fix all (${count})`,
    more: (count) => `Show more (${count} left)`,
    fixed: (count) => `${count} ${count === 1 ? 'cell' : 'cells'} put right.`,
    skipped: (places) => `No longer found: ${places}. Please check again.`,
  },
  rank: {
    title: 'Ranking',
    hint: 'Ranks the units by total points and writes the explanations on the sheet Tổng hợp.',
    run: 'Rank units',
    caption: 'Standings',
    provisional: 'Provisional',
    provisionalHint: 'Some units are incomplete, not agreed, deferred or still have errors.',
    final: 'The result is agreed.',
    columns: { rank: 'Rank', unit: 'Unit', total: 'Total', bonus: 'Bonus', penalty: 'Penalty' },
    withoutDeferred: (rank) => `without deferred units: rank ${rank}`,
    proposed: (titles: string): string => `proposed for: ${titles}`,
    noRank: '–',
    noRankLabel: 'no rank',
    findings: (count) => `${count} ${count === 1 ? 'finding remains' : 'findings remain'}. Choose Check to list them.`,
  },
  done: {
    added: (names) => `Added: ${names}.`,
    rowsAdded: (names) => `Rows added to the summary: ${names}.`,
    kept: (count) => `${count} existing ${count === 1 ? 'sheet' : 'sheets'} kept.`,
    nothing: 'Every unit already has its sheet; there is nothing to add.',
  },
  refused: 'Not done yet. Resolve the following first; the workbook has not been changed.',
  failed: 'Could not be completed',
  detail: (text) => `Details: ${text}`,
  dismiss: 'Dismiss',
  unexpected: {
    message: 'The add-in met an unexpected error.',
    remedy:
      'Run Check to see whether the workbook is still sound, then try again. If it persists, send the details to your support contact.',
  },
  tooOld: {
    message: 'This version of Excel cannot run the add-in.',
    remedy: 'Use Excel 2021 or later, Microsoft 365 or Excel on the web.',
  },
  notExcel: {
    message: 'This add-in runs only in Excel.',
    remedy: 'Open the scoring workbook in Excel, then choose Emulation Scoring on the Home tab.',
  },
};
