/** The covenant changed after its sheets were inserted: what that changes, the sheets brought up to date, and what lost its place. */
import { done, refused } from '../covenant/outcome';
import type { Task } from '../spreadsheet/task';
import { readWorkbook } from '../workbook/covenantWorkbook';
import { planConfirmation } from '../workbook/update/confirm';
import { previewOf, type UpdatePreview } from '../workbook/update/preview';
import type { EarlierReview } from '../workbook/update/reviews';
import type { OwnFormulas } from '../workbook/update/ownFormulas';
import { type ListedEntry, planUpdate, type ValuedEntry } from '../workbook/update/update';
import { type Decided, definePlainCommand, noInput } from './command';

/** What an update would do; nothing is written. Refused where an update would be. */
const previewUpdate = definePlainCommand({
  id: 'previewUpdate',
  workStep: 'covenant',
  reads: { foreign: 'fitting' },
  cli: [{ verb: 'update-preview', readOnly: true, input: noInput }],
  *decide(workbook): Task<Decided<UpdatePreview>> {
    const reading = readWorkbook(workbook);
    const update = yield* planUpdate(reading);
    if (!update.done) return update;
    return done({ changes: [], result: yield* previewOf(reading, update.result) });
  },
  report: (result) => result,
  needsAttention: ({ misfits, valued, lost, earlierReviews, pastDecisions }) =>
    misfits.length + valued.length + lost.length + earlierReviews.length + pastDecisions.length > 0,
});

export interface UpdateResult {
  /** Names of sheets that were redrawn, and of those that were added. */
  redrawn: string[];
  added: string[];
  /** Entries that lost their cell and stand in a list below their sheet, and those that got it back. */
  kept: ListedEntry[];
  returned: ListedEntry[];
  renamed: ListedEntry[];
  /** Formulas that people typed and that gave way to the value that they had. */
  valued: ValuedEntry[];
  /** Formulas on sheets of a person's own that say something else now. */
  lost: OwnFormulas['lost'];
  /** Reviewed and agreed points on lines that are scored in another way now; they stay official. */
  earlierReviews: EarlierReview[];
  /** Decisions that no longer apply to anything, as their line is gone; they stay on *Quyết định*. */
  pastDecisions: ListedEntry[];
  /** Whether what ranking had written no longer holds and was taken away. */
  rankAgain: boolean;
}

/**
 * Redraws every sheet that people type in where it stands, as *Giao ước* and *Tiêu chí* have it now; what was entered goes along.
 * Refused where the covenant cannot be used, where whose figures are whose is in doubt, and where a sheet does not stand as it was made.
 */
const updateSheets = definePlainCommand({
  id: 'updateSheets',
  workStep: 'covenant',
  reads: { sizes: true, foreign: 'fitting' },
  cli: [{ verb: 'update', input: noInput }],
  *decide(workbook): Task<Decided<UpdateResult>> {
    const update = yield* planUpdate(readWorkbook(workbook));
    if (!update.done) return update;
    const { changes, redrawn, added, kept, returned, renamed } = update.result;
    const { valued, lost, earlierReviews, pastDecisions, rankAgain } = update.result;
    const result = { redrawn, added, kept, returned, renamed, valued, lost, earlierReviews, pastDecisions, rankAgain };
    return done({ changes, undoable: changes, result });
  },
  report: (result) => result,
  needsAttention: ({ kept, valued, lost, earlierReviews, pastDecisions, rankAgain }) =>
    rankAgain || kept.length + valued.length + lost.length + earlierReviews.length + pastDecisions.length > 0,
});

export interface ConfirmResult {
  /** The entries that were removed. */
  removed: ListedEntry[];
}

/** Removes the lists of entries that have no cell any more. */
const confirmKept = definePlainCommand({
  id: 'confirmKept',
  workStep: 'covenant',
  reads: { sizes: true },
  cli: [{ verb: 'confirm', input: noInput }],
  *decide(workbook): Task<Decided<ConfirmResult>> {
    const confirmation = yield* planConfirmation(readWorkbook(workbook));
    if (!confirmation.done) return refused(confirmation.findings);
    const { changes, removed } = confirmation.result;
    return done({ changes, undoable: changes, result: { removed } });
  },
  report: (result) => result,
});

export const updateCommands = { previewUpdate, updateSheets, confirmKept };
