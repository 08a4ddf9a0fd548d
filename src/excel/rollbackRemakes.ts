/** Rolls back sheets that were drawn anew, in whole or in part, wherever a list of changes stopped. */
import type { Change } from '../spreadsheet/change';
import type { SheetRemake } from '../spreadsheet/remake';
import type { SheetSnapshot, WorkbookSnapshot } from '../spreadsheet/snapshot';
import { takenBack, type TakenBack } from '../spreadsheet/takenBack';
import { inSlices } from './inSlices';
import { answerBytes, loadUsed, usedGrid } from './readSheets';
import { unknownFormats, writeCells } from './writeCells';
import { protect, type Skipped } from './writePlan';
import { drawOver, MAX_LETTERS, queueSteps } from './writeRemake';
import type { Witness } from './witness';
import { foundAtStart, isAnswered, type RemakeWitness, unanswered } from './witnessRemakes';

/** A sheet of which something of its remake may stand. */
export interface RemadeBack {
  sheet: Excel.Worksheet;
  change: SheetRemake;
  before: SheetSnapshot;
  back: TakenBack;
}

export interface RemadeSheets {
  begun: readonly RemadeBack[];
  /** Names of sheets whose rows or columns somebody has changed, so that nothing of them can be told. */
  unclear: readonly string[];
}

interface RemakingRun {
  changes: readonly Change[];
  before: WorkbookSnapshot;
  witness: Witness | null;
  /** Whether the whole first request was answered. */
  answered: boolean;
}

/** Contents that are asked for at once, in bytes. */
const MAX_CONTENTS = 1_400_000;

/** Reads the sheets that the changes draw anew and that are still there; in several round trips only where one cannot hold them. */
export async function remadeSheets(
  context: Excel.RequestContext,
  { changes, before, witness, answered }: RemakingRun,
  sheets: readonly Excel.Worksheet[],
): Promise<RemadeSheets> {
  const remakes = changes.flatMap((change) => {
    const sheet = change.type === 'remakeSheet' && sheets.find(({ id }) => id === change.sheetId);
    const read = sheet && before.sheets.find(({ id }) => id === change.sheetId);
    return sheet && read ? [{ sheet, change, read }] : [];
  });
  const begun: RemadeBack[] = [];
  const unclear: string[] = [];
  for (const slice of inSlices(remakes, ({ read }) => 2 * answerBytes(read.values), MAX_CONTENTS)) {
    const loaded = slice.map((one) => ({ ...one, used: loadContents(one.sheet, { bounded: !one.read.protected }) }));
    await context.sync();
    for (const { sheet, change, read, used } of loaded) {
      const own = witness?.remakes.find((one) => one.change === change) ?? unanswered(change, read);
      const drawn = !own.isLater || own.later !== null;
      const back = takenBack({ remake: change, start: foundAtStart(own), now: usedGrid(used, 'formulas'), drawn });
      const state = { isOpened: sheet.protection.protected !== read.protected, answered };
      if (back === null) unclear.push(sheet.name);
      else if (back.begun || isBegun(own, read, state)) begun.push({ sheet, change, before: read, back });
    }
  }
  return { begun, unclear };
}

function loadContents(sheet: Excel.Worksheet, options: { bounded: boolean }): Excel.Range {
  const used = loadUsed(sheet, { whole: false, ...options });
  used.load('formulas');
  return used;
}

/** Looks are not read: where protection tells nothing, a sheet that the batch has come to is drawn again. */
function isBegun(
  { keys, isDrawn, isLater }: RemakeWitness,
  before: SheetSnapshot,
  { isOpened, answered }: { isOpened: boolean; answered: boolean },
): boolean {
  return isOpened || isDrawn || (answered && !isLater) || (!before.protected && keys.some(isAnswered));
}

/** Draws them as they were, the lines of all sheets first. Gives one function for each request, the first of which moves the lines. */
export function queueRemadeBack(begun: readonly RemadeBack[], skipped: Skipped): (() => void)[] {
  for (const { sheet, back } of begun) {
    if (sheet.protection.protected) sheet.protection.unprotect();
    queueSteps(sheet, back.steps);
  }
  const slices = inSlices(begun, ({ back }) => JSON.stringify(back.drawing.plan).length, MAX_LETTERS);
  return slices.map((slice) => () => {
    for (const one of slice) drawBack(one, skipped);
  });
}

function drawBack({ sheet, before, back }: RemadeBack, skipped: Skipped): void {
  drawOver(sheet, back.drawing, skipped);
  queueSteps(sheet, back.inserted);
  for (const patch of back.patches) writeCells(sheet, patch, unknownFormats);
  if (before.protected) protect(sheet, back.drawing.plan.protection);
}
