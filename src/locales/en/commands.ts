/** What the commands did, in English. */
import { short } from '../../covenant/findings';
import type { CommandReport } from '../../commands';
import { points } from './numbers';
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
  previewUpdate: {
    cli: () => 'preview what updating to the covenant changes',
    button: {
      run: 'Preview the changes',
      hint: 'Names new and removed lines, changed units and awards, and entries that are no longer valid. Nothing is written.',
    },
    done: previewed,
  },
  updateSheets: {
    cli: () => 'update the sheets to the covenant, keeping what was entered',
    button: {
      run: 'Update to the covenant',
      hint: 'Redraws the sheets where they stand; figures, evidence and reviews go along with their lines and units. It can be undone.',
    },
    done: ({ redrawn, added, kept, returned, valued, lost, earlierReviews, rankAgain }) =>
      redrawn.length + added.length === 0
        ? ['The sheets are as the covenant has them: nothing to update.']
        : [
            ...about(redrawn, (names) => `Updated to the covenant: ${names}.`),
            ...about(added, (names) => `Added: ${names}.`),
            ...about(kept.map(entryName), (all) => `No place, kept at the end of the sheet (${kept.length}): ${all}.`),
            ...about(returned.map(entryName), (all) => `Back in their cells (${returned.length}): ${all}.`),
            ...about(
              valued.map(valuedName),
              (all) =>
                `Typed formulas replaced by their values before the update, as lines they refer to moved, went or were joined by others (${valued.length}): ${all}.`,
            ),
            ...lostFormulas(lost),
            ...about(
              earlierReviews.map(reviewName),
              (all) =>
                `No longer fit: reviewed or agreed points given under another way of scoring; they stay official until they are typed anew (${earlierReviews.length}): ${all}.`,
            ),
            ...(rankAgain ? ['Explanations and proposals of the former covenant are removed: rank again.'] : []),
          ],
  },
  confirmKept: {
    cli: () => 'remove entries that have no place in the covenant any more',
    button: {
      run: 'Confirm removal',
      hint: 'Removes the lists of entries without a place at the end of the sheets. It can be undone.',
    },
    done: ({ removed }) =>
      removed.length === 0
        ? ['No entries are waiting to be removed.']
        : about(removed.map(entryName), (all) => `Removed (${removed.length}): ${all}.`),
  },
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
    done: ({ same, typed, recorded, sealed, intact, covers, points, cells, sheets, shown }) => [
      same ? `Same: the workbook is as sealed under ${typed}. ${sealed}.` : `Not the same as under the code ${typed}.`,
      ...(recorded === typed || recorded === '' ? [] : [`The code in the workbook is ${recorded}. ${sealed}.`]),
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

const entryName = ({ sheet, what, value }: { sheet: string; what: string; value: string }): string =>
  `${sheet}, ${what}: ${short(value)}`;

const valuedName = ({ sheet, cell, formula, value }: CommandReport<'updateSheets'>['valued'][number]): string =>
  `${placeName({ sheet, cell })} ${short(formula)}: ${short(value)}`;

const lostFormulas = (lost: CommandReport<'updateSheets'>['lost']): string[] =>
  about(
    lost.map(placeName),
    (all) =>
      `Formulas on sheets of your own to look at, as a line goes, a range gets other lines, or the sheet is protected (${lost.length}): ${all}.`,
  );

const reviewName = ({ sheet, cell, value, kind }: CommandReport<'updateSheets'>['earlierReviews'][number]): string =>
  `${placeName({ sheet, cell })} (${kind.before} → ${kind.after}): ${short(value)}`;

const PARTS = {
  rules: 'rules of scoring',
  tieBreaks: 'tie-breaks',
  awards: 'awards',
  conditions: 'conditions of awards',
  unitOrder: 'the order of the units',
  words: 'wording and days',
} as const;

function previewed({
  lines,
  units,
  parts,
  kept,
  returned,
  valued,
  lost,
  earlierReviews,
  rankAgain,
  misfits,
  redrawn,
  added,
}: CommandReport<'previewUpdate'>): string[] {
  const names = (all: readonly { code: string; name: string }[]): string[] =>
    all.map(({ code, name }) => `${code} (${short(name)})`);
  const told = [
    ...about(names(lines.added), (all) => `New lines: ${all}.`),
    ...about(names(lines.gone), (all) => `Lines that go: ${all}.`),
    ...about(
      lines.renamed.map(({ code, from }) => `${from} to ${code}`),
      (all) => `Lines with another code, whose entries go along: ${all}.`,
    ),
    ...about(names(lines.moved), (all) => `Lines that move: ${all}.`),
    ...(lines.gone.length + lines.moved.length > 0
      ? [
          'Notes, comments, links and rules of your own in cells of lines that go or move, and defined names of such cells, do not come along. Undo does not give these back: save a copy before you update.',
        ]
      : []),
    ...about(
      lines.changed.map(
        ({ code, max, kind }) =>
          `${code} (${kind.before === kind.after ? kind.after : `${kind.before} → ${kind.after}`}, at most ${points(max.before)} → ${points(max.after)})`,
      ),
      (all) => `Lines with other points or another way of scoring: ${all}.`,
    ),
    ...about(units.joined, (all) => `New units: ${all}.`),
    ...about(units.left, (all) => `Units that are no longer in the covenant: ${all}. Their sheets are kept.`),
    ...about(
      units.renamed.map(({ from, to }) => `“${from}” to “${to}”`),
      (all) => `Units renamed: ${all}.`,
    ),
    ...about(
      parts.map((part) => PARTS[part]),
      (all) => `Also changed: ${all}.`,
    ),
    ...about(added, (all) => `Sheets to be added: ${all}.`),
    ...about(
      kept.map(entryName),
      (all) => `Entries without a place, to be kept at the end of the sheet (${kept.length}): ${all}.`,
    ),
    ...about(returned.map(entryName), (all) => `Entries that return to their cells (${returned.length}): ${all}.`),
    ...about(
      valued.map(valuedName),
      (all) =>
        `Typed formulas to be replaced by their present values, as lines they refer to move, go or are joined by others (${valued.length}): ${all}.`,
    ),
    ...lostFormulas(lost),
    ...about(
      earlierReviews.map(reviewName),
      (all) =>
        `Reviewed or agreed points given under another way of scoring; they stay official, to be looked at after the update (${earlierReviews.length}): ${all}.`,
    ),
    ...(rankAgain ? ['Explanations and proposals of the former covenant will be removed: rank again.'] : []),
    ...about(
      misfits.flatMap(({ place }) => (place ? [placeName(place)] : [])),
      (all) => `Entries that are no longer valid (${misfits.length}), to be corrected after the update: ${all}.`,
    ),
    'Hidden rows and columns, widths, tab colours and paper set by hand stay; fills, fonts and rules set by hand in columns for figures are reset.',
  ];
  return redrawn.length + added.length === 0 ? ['The sheets are as the covenant has them: nothing changes.'] : told;
}
