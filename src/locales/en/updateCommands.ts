/** What updates of the sheets, their previews and confirmations did, in English. */
import { short } from '../../covenant/findings';
import type { CommandReport } from '../../commands';
import { points } from './numbers';
import { about, type CommandWords, placeName } from '../commandWords';

export const updateCommands: Pick<CommandWords, 'previewUpdate' | 'updateSheets' | 'confirmKept'> = {
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
    done: ({ redrawn, added, kept, returned, renamed, valued, lost, earlierReviews, pastDecisions, rankAgain }) =>
      redrawn.length + added.length === 0
        ? ['The sheets are as the covenant has them: nothing to update.']
        : [
            ...about(redrawn, (names) => `Updated to the covenant: ${names}.`),
            ...about(added, (names) => `Added: ${names}.`),
            ...about(kept.map(entryName), (all) => `No place, kept at the end of the sheet (${kept.length}): ${all}.`),
            ...about(returned.map(entryName), (all) => `Back in their cells (${returned.length}): ${all}.`),
            ...about(
              renamed.map(entryName),
              (all) =>
                `The code is there again but with another name or wording; kept below the sheet until the former one is back or their removal is confirmed (${renamed.length}): ${all}.`,
            ),
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
            ...about(
              pastDecisions.map(entryName),
              (all) =>
                `Decisions that apply to no line any more; they stay on Quyết định until their day is cleared there (${pastDecisions.length}): ${all}.`,
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
};

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
  form: 'how units’ sheets are printed',
  words: 'wording and days',
} as const;

function previewed({
  lines,
  units,
  parts,
  kept,
  returned,
  renamed,
  valued,
  lost,
  earlierReviews,
  pastDecisions,
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
      renamed.map(entryName),
      (all) =>
        `The code is there again but with another name or wording; these stay below the sheet (${renamed.length}): ${all}.`,
    ),
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
    ...about(
      pastDecisions.map(entryName),
      (all) =>
        `Decisions that will apply to no line any more; they stay on Quyết định (${pastDecisions.length}): ${all}.`,
    ),
    ...(rankAgain ? ['Explanations and proposals of the former covenant will be removed: rank again.'] : []),
    ...about(
      misfits.flatMap(({ place }) => (place ? [placeName(place)] : [])),
      (all) => `Entries that are no longer valid (${misfits.length}), to be corrected after the update: ${all}.`,
    ),
    'Hidden rows and columns, widths, tab colours, paper, fills and fonts set by hand stay, fills and fonts not on lines that go or move; rules set by hand in columns where the sheet has rules of its own are reset.',
  ];
  return redrawn.length + added.length === 0 ? ['The sheets are as the covenant has them: nothing changes.'] : told;
}
