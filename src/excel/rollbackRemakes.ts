/** Rolls back sheets that were drawn anew, in whole or in part, wherever a list of changes stopped. */
import type { CellPatch, Change } from '../spreadsheet/change';
import { isFormula } from '../spreadsheet/contents';
import { type SheetRemake, withFormulas } from '../spreadsheet/remake';
import type { SheetSnapshot, WorkbookSnapshot } from '../spreadsheet/snapshot';
import { mapSheetReferences, renameSheets } from '../spreadsheet/references';
import { foundPlaces } from '../spreadsheet/foundDrawing';
import { remakeRollback, type RemakeRollback } from '../spreadsheet/rollbackRemake';
import { inSlices } from './inSlices';
import { answerBytes, type Grid, loadUsed, usedGrid } from './readSheets';
import { unknownFormats, writeCells } from './writeCells';
import { protect, type Skipped } from './writePlan';
import { drawOver, MAX_LETTERS, queueSteps, wipe, wipeLinesBeyond } from './writeRemake';
import type { Witness } from './witness';
import { foundAtStart, isAnswered, type RemakeWitness, unanswered } from './witnessRemakes';

/** A sheet of which something of its remake may stand. */
export interface RemadeBack {
  sheet: Excel.Worksheet;
  change: SheetRemake;
  before: SheetSnapshot;
  back: RemakeRollback;
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
  const renamed = renamer(before, sheets);
  const found: FoundSheet[] = [];
  for (const slice of inSlices(remakes, ({ read }) => 2 * answerBytes(read.values), MAX_CONTENTS))
    found.push(...(await contentsOf(context, slice)).map((one) => withStart(one, witness, renamed)));
  const moved = mover(found);
  const begun: RemadeBack[] = [];
  const unclear: string[] = [];
  for (const { sheet, change, read, own, start, now } of found) {
    const remake = withFormulas(change, (formula) => moved(renamed(formula), sheet.name));
    const back = remakeRollback({ remake, start, now, drawn: !own.isLater || own.later !== null, seen: isSeen(own) });
    const state = { isOpened: sheet.protection.protected !== read.protected, answered };
    if (back === null) unclear.push(sheet.name);
    else if (back.begun || isBegun(own, read, state)) begun.push({ sheet, change, before: read, back });
  }
  return { begun, unclear };
}

type Remade = Pick<FoundSheet, 'sheet' | 'change' | 'read'>;

/** With what they hold. */
async function contentsOf(
  context: Excel.RequestContext,
  remakes: readonly Remade[],
): Promise<(Remade & Pick<FoundSheet, 'now'>)[]> {
  const loaded = remakes.map((one) => ({ one, used: loadContents(one.sheet, { bounded: !one.read.protected }) }));
  await context.sync();
  return loaded.map(({ one, used }) => ({ ...one, now: usedGrid(used, 'formulas') }));
}

/** With what they held, under the names that sheets have now. */
function withStart(
  one: Remade & Pick<FoundSheet, 'now'>,
  witness: Witness | null,
  renamed: (formula: string) => string,
): FoundSheet {
  const own = witness?.remakes.find(({ change }) => change === one.change) ?? unanswered(one.change, one.read);
  const start = foundAtStart(own).map((line) =>
    line.map((content) => (isFormula(content) ? renamed(content) : content)),
  );
  return { ...one, own, start };
}

/** What gives the formulas of a sheet the references that they had where others had inserted or deleted lines before the batch began. */
function mover(found: readonly FoundSheet[]): (formula: string, sheet: string) => string {
  const places = new Map(
    found.flatMap(({ sheet, change, own, start }) => {
      const moved = foundPlaces({ remake: change, start, seen: isSeen(own) });
      return moved ? [[sheet.name, moved]] : [];
    }),
  );
  if (places.size === 0) return (formula) => formula;
  return (formula, own) =>
    mapSheetReferences(formula, (sheet, to) => {
      const moved = places.get(sheet === '' ? own : sheet);
      return moved ? moved(to) : to;
    });
}

/** What a sheet held as the batch began, as far as it is known, and what it holds. */
interface FoundSheet {
  sheet: Excel.Worksheet;
  change: SheetRemake;
  read: SheetSnapshot;
  own: RemakeWitness;
  start: Grid;
  now: Grid;
}

/** Gives formulas the names that others have given to sheets since they were read. */
function renamer(before: WorkbookSnapshot, sheets: readonly Excel.Worksheet[]): (formula: string) => string {
  const now = new Map(sheets.map(({ id, name }) => [id, name]));
  const renamed = before.all.flatMap(({ id, name }) => {
    const other = now.get(id);
    return other === undefined || other === name ? [] : [{ from: name, to: other }];
  });
  return renamed.length === 0 ? (formula) => formula : (formula) => renameSheets(formula, renamed);
}

const isSeen = ({ keys }: RemakeWitness): boolean => keys.length > 0 && keys.every(isAnswered);

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

/**
 * Draws them as they were, the lines of all sheets first. Gives one function for each request, the first of which moves the lines;
 * the last one inserts and deletes again what others have inserted and deleted, once all formulas stand where they were.
 */
export function queueRemadeBack(begun: readonly RemadeBack[], skipped: Skipped): (() => void)[] {
  for (const { sheet, back } of begun) {
    if (sheet.protection.protected) sheet.protection.unprotect();
    queueSteps(sheet, back.steps);
  }
  const slices = inSlices(begun, ({ back }) => JSON.stringify(back.drawing.plan).length, MAX_LETTERS);
  return slices.map((slice, index) => () => {
    for (const one of slice) {
      drawOver(
        one.sheet,
        one.back.drawing,
        { ...one.change, before: one.change, held: [], restyled: one.back.restyled },
        skipped,
      );
      wipe(one.sheet, one.back.wiped);
      if (one.before.protected) wipeLinesBeyond(one.sheet, one.back.doubtful);
      writePatches(one.sheet, one.back.beside);
      if (one.back.redone.length === 0) protectAgain(one);
    }
    if (index < slices.length - 1) return;
    for (const one of begun.filter(({ back }) => back.redone.length > 0)) {
      queueSteps(one.sheet, one.back.redone);
      writePatches(one.sheet, one.back.patches);
      protectAgain(one);
    }
  });
}

function writePatches(sheet: Excel.Worksheet, patches: readonly CellPatch[]): void {
  for (const patch of patches) writeCells(sheet, patch, unknownFormats);
}

function protectAgain({ sheet, before, back }: RemadeBack): void {
  if (before.protected) protect(sheet, back.drawing.plan.protection);
}
