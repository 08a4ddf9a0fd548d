/**
 * What an update does with a workbook whose covenant was changed after its sheets were inserted: each sheet is redrawn where it stands,
 * sheets and tables that are missing are added, and the hidden copy of the covenant is renewed. Decided on plain data.
 */
import type { Covenant } from '../../covenant/covenant';
import { finding, type Finding, identityDoubts } from '../../covenant/findings';
import { done, type Outcome, refused } from '../../covenant/outcome';
import { protectionOf } from '../../sheets';
import { readDecisions } from '../../sheets/decisions/read';
import { standingWords } from '../../sheets/unit/plan';
import { type Change, editOf } from '../../spreadsheet/change';
import type { KeptEntry } from '../../spreadsheet/keptList';
import type { Obstacle, Redraw, ValuedFormula } from '../../spreadsheet/redraw';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { Task } from '../../spreadsheet/task';
import { changedCodes } from '../changedCodes';
import type { CovenantWorkbook } from '../covenantWorkbook';
import { inTabOrder, missingSheets, nameOf, newUnitSheets, writtenCodes } from '../insertion';
import { checkHeads } from '../heads';
import { namedPatches, renamesBetween } from '../namedEntries';
import { checkPrinted } from '../printedWords';
import { checkTabs } from '../tabs';
import { baseChanges, baseCovenant } from './base';
import { codeDoubts, isRetitled, keysAfter, renamedCodes } from './codes';
import { lineDecisions, renewedPatches } from './decisions';
import { type OwnFormulas, ownFormulas } from './ownFormulas';
import { type EarlierReview, earlierReviews } from './reviews';
import { voidsRanking } from './ranking';
import { type Covenants, isReformed, type SheetUpdate, updatedRefs, updateSheets } from './sheets';

/** An entry in the list below a sheet. */
export interface ListedEntry {
  sheet: string;
  what: string;
  value: string;
}

/** A formula that somebody typed and that would say something else after the update: its cell has the value that it had before. */
export interface ValuedEntry extends ValuedFormula {
  sheet: string;
}

export interface Update {
  earlier: Covenant;
  covenant: Covenant;
  changes: Change[];
  /** Names of sheets that are redrawn, and of those that are added. */
  redrawn: string[];
  added: string[];
  /** Entries that lose their cell, and those that get it back. */
  kept: ListedEntry[];
  returned: ListedEntry[];
  /** Entries that stay in the list because what has their code is called otherwise. */
  renamed: ListedEntry[];
  valued: ValuedEntry[];
  /** Formulas on sheets of a person's own that would say something else. */
  lost: OwnFormulas['lost'];
  earlierReviews: EarlierReview[];
  /** Decisions that no longer apply to anything, as their line is gone; they stay on *Quyết định*. */
  pastDecisions: ListedEntry[];
  /** Whether what ranking has written no longer holds and is taken away. */
  rankAgain: boolean;
}

/**
 * Refused where the covenant cannot be used, where it is not clear whose figures are whose or of which criterion, where the code of a
 * unit or an award was changed under its name, where nobody knows what the sheets were made from, and where a sheet does not stand as it
 * was made. No changes where all is as the covenant has it. A seal stays, with its copies: its formulas say that the result has changed,
 * and sealing again makes an amendment.
 */
export function* planUpdate(reading: CovenantWorkbook): Task<Outcome<Update>> {
  const { covenant } = reading;
  if (covenant === null) return refused(reading.findings);
  const unclear = identityDoubts([...reading.findings, ...namesIn(covenant, reading)]);
  if (unclear.length > 0) return refused(unclear);
  const earlier = baseCovenant(reading);
  if (earlier === null) return refused([finding('base-missing', null, {})]);
  const doubts = [
    ...codeDoubts({ earlier, covenant }, reading),
    ...changedCodes(earlier, covenant, reading.covenantSheet),
  ];
  if (doubts.length > 0) return refused(doubts);
  const renewal = baseChanges(reading, covenant);
  const nothing = {
    earlier,
    covenant,
    changes: [],
    redrawn: [],
    added: [],
    kept: [],
    returned: [],
    renamed: [],
    valued: [],
    lost: [],
    earlierReviews: [],
    pastDecisions: [],
    rankAgain: false,
  };
  if (renewal.length === 0 && !isRetitled({ earlier, covenant }) && !isReformed(reading, covenant))
    return done(nothing);
  const missing = missingSheets(covenant, reading);
  const refs = updatedRefs(covenant, reading, missing);
  const sheets = yield* updateSheets(reading, { earlier, covenant }, refs);
  const obstacles = sheets.flatMap(({ sheet, redraw }) => ('reason' in redraw ? [notAsMade(sheet, redraw)] : []));
  if (obstacles.length > 0) return refused(obstacles);
  const remakes = sheets.flatMap(({ redraw }) => ('reason' in redraw ? [] : [redraw.remake]));
  const own = ownFormulas(reading.snapshot, remakes, keysAfter(renamedCodes({ earlier, covenant })));
  const decided = decisionsAfter(reading, { earlier, covenant });
  const added = inTabOrder(yield* newUnitSheets(covenant, missing.missing, refs.cluster), refs.plans);
  return done({
    ...nothing,
    changes: [...added, ...remakes, ...own.edits, ...decided.changes, ...writtenCodes(reading), ...renewal],
    redrawn: sheets.map(({ sheet }) => sheet.snapshot.name),
    added: added.map(nameOf),
    kept: listedIn(sheets, ({ added: entries }) => entries),
    returned: listedIn(sheets, ({ returned }) => returned),
    renamed: listedIn(sheets, ({ renamed }) => renamed),
    valued: sheets.flatMap(({ sheet, redraw }) =>
      'reason' in redraw ? [] : redraw.valued.map((one) => ({ sheet: sheet.snapshot.name, ...one })),
    ),
    lost: own.lost,
    earlierReviews: earlierReviews(
      { earlier, covenant },
      sheets.flatMap(({ redraw }) =>
        'reason' in redraw ? [] : [{ plan: redraw.remake.plan, returned: redraw.returned }],
      ),
    ),
    pastDecisions: decided.past,
    rankAgain: voidsRanking({ earlier, covenant }, reading),
  });
}

/** What sheets show as the names of units, against the covenant: two that changed places would get each other's figures. */
function namesIn(covenant: Covenant, reading: CovenantWorkbook): Finding[] {
  return [
    ...checkTabs(covenant, reading),
    ...checkHeads(covenant, reading, standingWords(covenant, reading.unitSheets)),
    ...checkPrinted(covenant, reading),
  ];
}

/**
 * Decisions stand on a document: once the hidden copy is renewed, nothing knows the names that units and awards had, nor the code that
 * a line had.
 */
function decisionsAfter(
  { documents }: CovenantWorkbook,
  covenants: Covenants,
): { changes: Change[]; past: ListedEntry[] } {
  const [sheet] = documents.decisions;
  if (sheet === undefined) return { changes: [], past: [] };
  const { patches: ofLines, gone } = lineDecisions(sheet, covenants);
  const renames = renamesBetween(covenants.earlier, covenants.covenant);
  const patches = [...namedPatches(sheet, renames), ...renewedPatches(sheet, covenants), ...ofLines];
  const records = readDecisions(sheet);
  const past = gone.flatMap((key): ListedEntry[] => {
    const record = records.get(key);
    const what = record ? `${record.unit}, ${record.text}` : '';
    return record ? [{ sheet: sheet.snapshot.name, what, value: record.choiceText }] : [];
  });
  return { changes: patches.length === 0 ? [] : [editOf(sheet, patches, { protection: protectionOf(sheet) })], past };
}

/** Why a sheet cannot be redrawn. */
export function notAsMade({ snapshot: { name } }: KeyedSheet<string>, { cell, reason }: Obstacle): Finding {
  return finding('sheet-not-as-made', { sheet: name, cell }, { reason });
}

function listedIn(sheets: readonly SheetUpdate[], entriesOf: (redraw: Redraw) => readonly KeptEntry[]): ListedEntry[] {
  return sheets.flatMap(({ sheet, redraw }) =>
    'reason' in redraw ? [] : entriesOf(redraw).map((one) => listed(sheet.snapshot.name, one)),
  );
}

/** A kept entry as it is told. */
export function listed(sheet: string, { what, cell }: KeptEntry): ListedEntry {
  const value = cell !== null && typeof cell === 'object' ? cell.formula : String(cell ?? '');
  return { sheet, what, value };
}
