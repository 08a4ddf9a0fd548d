/** What the commands did, in English. */
import { short } from '../../covenant/findings';
import type { CommandReport } from '../../commands';
import { updateCommands } from './updateCommands';
import { about, type CommandWords, isCell, isSheet, placeName, placeNames } from '../commandWords';
import { counted } from './numbers';

export const commands: CommandWords = {
  newCovenant: { done: ({ added }) => about(added, (names) => `Covenant made: ${names}.`) },
  importTables: { done: () => [] },
  insertSheets: {
    cli: () => 'insert the sheets that are missing',
    done: ({ added, rowsAdded, kept }) => {
      const additions = [
        ...about(added, (names) => `Added: ${names}.`),
        ...about(rowsAdded, (names) => `Rows added for: ${names}.`),
      ];
      return [
        ...(additions.length > 0 ? additions : ['Every unit already has its sheet; there is nothing to add.']),
        ...about(kept, (names) => `Kept because already there: ${names}.`),
      ];
    },
  },
  ...updateCommands,
  fitPages: {
    cli: () => 'fit rows and page breaks to the contents',
    button: {
      run: 'Fit rows and pages',
      hint: 'Rows become as high as the evidence and notes in them, and pages are broken anew. No figure changes.',
    },
    done: ({ fitted, left, tooLong }) => [
      `Rows and pages fitted on ${counted(fitted.length, 'sheet')}.`,
      ...about(left, (sheets) => `Left as they are, as rows or columns were moved: ${sheets}.`),
      ...about(
        tooLong.map(placeName),
        (cells) => `Too long, printed very small or cut; shorten it or move it to an annex: ${cells}.`,
      ),
    ],
  },
  protectSheets: {
    cli: () => 'protect the sheets again',
    button: {
      run: 'Protect the sheets again',
      hint: 'Locks the cells where nothing is entered, on sheets that were left unprotected. No figure changes.',
    },
    done: ({ protectedNow }) =>
      protectedNow.length === 0 ? ['Every sheet is protected.'] : [`Protected again: ${protectedNow.join(', ')}.`],
  },
  checkFigures: {
    cli: () => 'check the figures',
    done: ({ errors, warnings }) => [
      errors + warnings === 0
        ? 'Checked: no errors found.'
        : `Checked: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`,
    ],
  },
  applyFixes: { done: fixed },
  applyChoice: { done: fixed },
  renewWords: {
    cli: () => 'renews printed words',
    button: {
      run: 'Renew printed words',
      hint: 'Names, period, wording and headings on all sheets and tabs follow Giao ước and Tiêu chí. No figure changes.',
    },
    done: ({ cells, tabs }) =>
      cells + tabs.length === 0
        ? ['No printed word differs.']
        : [`${counted(cells, 'cell')} renewed.`, ...about(tabs, (names) => `Tabs with new names: ${names}.`)],
  },
  renameUnit: {
    done: ({ from, to, cells, tabs, left, fullName }) => [
      `“${from}” renamed to “${to}” in ${counted(cells, 'cell')}.`,
      ...about(tabs, (names) => `Tabs with new names: ${names}.`),
      ...about(placeNames(left.filter(isSheet)), (names) => `To be made anew for the new name: ${names}.`),
      ...about(placeNames(left.filter(isCell)), (names) => `The former name still stands in: ${names}.`),
      ...(fullName
        ? [
            `The full name “${fullName.kept}” still has the former name and was kept. To change it as well, rename again with a new full name, for instance “${fullName.proposed}”.`,
          ]
        : []),
    ],
  },
  describe: { cli: () => 'the addresses of the cells', done: () => [] },
  countPages: { done: () => [] },
  rankUnits: {
    cli: () => 'rank the units',
    done: ({ provisional, remaining }) => [
      provisional
        ? 'Ranked provisionally and written to the workbook.'
        : 'Ranked and written to the workbook: the result is agreed.',
      ...(remaining > 0 ? [`${counted(remaining, 'error or warning', 'errors or warnings')} left.`] : []),
    ],
  },
  makeDocument: {
    cli: (verb, sheetName) => (verb === 'document seal' ? 'seal the results' : `make the sheet ${sheetName}`),
    done: ({ sheets, replaced }) => [
      `Made sheet ${sheets.join(', ')} ${replaced ? 'anew ' : ''}from the figures as they are now.`,
    ],
  },
  verifySeal: {
    done: ({ same, typed, recorded, sealed, deferred, intact, covers, points, cells, sheets, shown }) => [
      same ? `Same: the workbook is as sealed under ${typed}. ${sealed}.` : `Not the same as under the code ${typed}.`,
      ...(recorded === typed || recorded === '' ? [] : [`The code in the workbook is ${recorded}. ${sealed}.`]),
      ...about(deferred, (all) => `Sealed as deferred, with points and ranks that are not final: ${all}.`),
      ...(intact ? [] : ['The seal in the workbook was edited: what it holds does not give its own code.']),
      ...(covers === 'everything'
        ? []
        : ['An earlier version made the seal: it covers points, ranks, eligibility and awards only.']),
      ...about(
        points.slice(0, MAX_TOLD).map(({ unit, what }) => `${unit}: ${what}`),
        (all) => `Results that changed (${points.length}): ${all}.`,
      ),
      ...about(
        cells
          .slice(0, MAX_TOLD)
          .map(
            ({ place, sealed: before, present }) =>
              `${placeName(place)} (sealed: ${quoted(before)}, now: ${quoted(present)})`,
          ),
        (all) => `Cells that differ (${cells.length}): ${all}.`,
      ),
      ...about(sheets, (all) => `Sheets that differ, no single cell can be named: ${all}.`),
      ...about(
        shown.slice(0, MAX_TOLD).map(placeName),
        (all) => `Cells that show, or pages that print, something else than was sealed (${shown.length}): ${all}.`,
      ),
    ],
  },
  recordChanges: {
    cli: () => 'record what has changed',
    button: {
      run: 'Record changes',
      hint: 'Writes to the hidden sheet Nhật ký which reviewed and agreed points, eligibilities, votes and rules changed since it was last written.',
    },
    done: ({ begun, noticed }) => [
      begun
        ? 'The record of changes was begun: from now on every change is recorded.'
        : noticed === 0
          ? 'The record is complete: nothing has changed since.'
          : `${noticed} ${noticed === 1 ? 'change was' : 'changes were'} recorded.`,
    ],
  },
  undoLast: {
    done: ({ removed, renamed, redrawn, referring, pagesLeft, restored, left }) => [
      ...about(removed, (names) => `Removed: ${names}.`),
      ...about(renamed, (names) => `Tabs with their earlier names: ${names}.`),
      ...about(redrawn, (names) => `Drawn again as before the update: ${names}.`),
      ...about(
        referring,
        (names) =>
          `Formulas that refer to the removed sheets (now #REF!): ${names}. Insert the scoring sheets or make these again.`,
      ),
      ...(restored.length > 0 ? [`${counted(restored.length, 'cell')} put back as before.`] : []),
      ...about(
        pagesLeft,
        (names) => `The page set-up stays as the fix left it: ${names}. Set it again under Page Layout if you need to.`,
      ),
      ...about(left.map(placeName), (places) => `Left because somebody has changed them since: ${places}.`),
    ],
  },
};

/** So many of the cells and results that differ are told; the headless command lists all. */
const MAX_TOLD = 20;
const quoted = (text: string): string => (text === '' ? 'empty' : `“${short(text)}”`);

function fixed({ fixed: cells, skipped }: CommandReport<'applyFixes'>): string[] {
  return [
    `${counted(cells.length, 'cell')} put right.`,
    ...about(
      skipped.map(placeName),
      (places) => `Left alone, as changed since the check or gone: ${places}. Run Check again.`,
    ),
  ];
}
