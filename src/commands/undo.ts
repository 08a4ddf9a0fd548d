/** Undo: what a command did and Excel's own undo cannot reach, as far as nobody has worked on it since. */
import { finding, type Finding } from '../covenant/findings';
import { done, refused } from '../covenant/outcome';
import { type CellPatch, type Change, placedCells, type SheetEdit, type SheetRename } from '../spreadsheet/change';
import { type GuardPatch, undoingLists } from '../spreadsheet/guards';
import { guardsAt, highlightsAt, mergesAt, type Mover, rowMover } from '../spreadsheet/moves';
import { address, areaAddress, type PlanCell } from '../spreadsheet/plan';
import { renameSheets } from '../spreadsheet/references';
import { withFormulas } from '../spreadsheet/remake';
import { keyedSheet, keyLinesOf } from '../spreadsheet/reading';
import { isSameName } from '../spreadsheet/sheetNames';
import { LOCKED_PROTECTION } from '../spreadsheet/draft';
import { writtenBack } from '../spreadsheet/lostReferences';
import { formulaAt, keyedSheets, type SheetSnapshot, shownText, type WorkbookSnapshot } from '../spreadsheet/snapshot';
import { definitionOf } from '../sheets';
import { readWorkbook } from '../workbook/covenantWorkbook';
import { type DrawnBack, drawnBack } from '../workbook/drawnBack';
import { undoneBase } from '../workbook/update/baseUndo';
import { type Decided, defineCommand } from './command';
import type { UndoStep } from './run';
import { addedSheet, referringSheets, sheetsInUse } from './undoAdded';

interface Cell {
  sheet: string;
  cell: string;
}

export interface UndoResult {
  /** Names of sheets that were removed. */
  removed: string[];
  /** Names that tabs have again. */
  renamed: string[];
  /** Names of sheets that are drawn as they were. */
  redrawn: string[];
  /** Names of sheets that stay and whose formulas refer to a removed one. */
  referring: string[];
  /** Names of sheets whose page set-up stays as the step has left it: it has no inverse. */
  pagesLeft: string[];
  /** Cells that have their old content again, and those that somebody has changed since and that were left alone. */
  restored: Cell[];
  left: Cell[];
}

/**
 * Undoes the recorded changes of one command. Refused where anything was typed on a sheet that was to be removed, in a row or
 * column that only a sheet drawn anew has, and where that cannot be told: then all of it stays.
 */
const undoLast = defineCommand({
  id: 'undoLast',
  workStep: 'check',
  records: 'existing',
  // Where it fails, the locks and rules that it has taken away again are put back.
  reads: { guards: 'all', foreign: 'fitting' },
  decide(workbook, steps: readonly UndoStep[]): Decided<UndoResult> {
    const added = steps.flatMap((step) => addedSheet(step, workbook) ?? []);
    const used = sheetsInUse(added, steps, workbook);
    const tabs = renamedSince(steps, workbook);
    const drawings = steps.flatMap((step) => drawing(step, workbook.sheets, tabs) ?? []);
    const copy = undoneCopy(steps, workbook);
    if (copy !== null && 'refused' in copy) return refused([copy.refused]);
    const taken = takenNames(steps, workbook);
    if (taken.length > 0) return refused(taken);
    const kept = [...used, ...drawings.flatMap((one) => ('refused' in one ? one.refused : []))];
    if (kept.length > 0) return refused(kept);
    const redrawn = drawings.flatMap((one) => ('refused' in one ? [] : [one]));
    const edits = steps.flatMap((step) =>
      step.inverse.type === 'editSheet' && step !== copy?.step
        ? [restoration(step, step.inverse, workbook.sheets)]
        : [],
    );
    const renamed = steps.flatMap((step) => earlierName(step, workbook) ?? []);
    const removed = added.map(({ sheet }) => sheet.name);
    const restored = edits.flatMap((one) => one.restored);
    return done({
      changes: [
        ...renamed,
        ...redrawn.map(({ change }) => change),
        ...edits.flatMap(({ change }) => (change === null ? [] : [change])),
        ...(copy?.changes ?? []),
        ...referringFormulas(steps, redrawn, workbook.sheets),
        ...added.map(({ sheet }): Change => ({ type: 'removeSheet', sheetId: sheet.id })),
      ],
      result: {
        removed,
        renamed: renamed.map(({ name }) => name),
        redrawn: redrawn.map(
          ({ change }) => tabs.find(({ from }) => from === change.plan.name)?.to ?? change.plan.name,
        ),
        referring: referringSheets(workbook.sheets, removed, restored),
        pagesLeft: edits.flatMap(({ pagesLeft }) => pagesLeft),
        restored,
        left: [...edits.flatMap(({ left }) => left), ...redrawn.flatMap(({ left }) => left)],
      },
    });
  },
  report: (result) => result,
  needsAttention: ({ left, pagesLeft, referring }) => left.length + pagesLeft.length + referring.length > 0,
});

/** A step that has written into the hidden copy of the covenant, where others have done so since. */
interface UndoneCopy {
  step: UndoStep;
  changes: Change[];
}

/** null where no step has written into it, or where it holds what the step has written. */
function undoneCopy(steps: readonly UndoStep[], workbook: WorkbookSnapshot): UndoneCopy | { refused: Finding } | null {
  const copy = keyedSheets(workbook).find((sheet) => definitionOf(sheet)?.scope === 'base');
  const step = copy && steps.find(({ sheetId }) => sheetId === copy.snapshot.id);
  if (step?.change.type !== 'editSheet' || step.inverse.type !== 'editSheet') return null;
  const redraws = steps.some(({ change }) => change.type === 'remakeSheet');
  const changes = undoneBase({ change: step.change, inverse: step.inverse }, readWorkbook(workbook), { redraws });
  if (changes === 'asWritten') return null;
  if (changes === 'overtaken') return { refused: finding('updated-since', null, {}) };
  if ('taken' in changes) return { refused: finding('name-taken-since', null, { name: changes.taken }) };
  return { step, changes };
}

/** Earlier names of tabs that other sheets have by now; those of one command may exchange their names. */
function takenNames(steps: readonly UndoStep[], workbook: WorkbookSnapshot): Finding[] {
  const back = steps.flatMap((step) => earlierName(step, workbook) ?? []);
  const others = workbook.all.filter(({ id }) => back.every(({ sheetId }) => sheetId !== id));
  return back.flatMap(({ name }) => {
    const other = others.find((one) => isSameName(one.name, name));
    return other ? [finding('name-taken-since', { sheet: other.name, cell: null }, { name })] : [];
  });
}

/** The earlier name of a tab that still has the one it was given; null for any other step. */
function earlierName({ change, inverse }: UndoStep, { all }: WorkbookSnapshot): SheetRename | null {
  if (change.type !== 'renameSheet' || inverse.type !== 'renameSheet') return null;
  return all.some(({ id, name }) => id === change.sheetId && name === change.name) ? inverse : null;
}

/** New names of sheets by those that they had when the steps drew them anew. */
type RenamedTabs = readonly { from: string; to: string }[];

function renamedSince(steps: readonly UndoStep[], { all }: WorkbookSnapshot): RenamedTabs {
  return steps.flatMap(({ change }) => {
    if (change.type !== 'remakeSheet') return [];
    const to = all.find(({ id }) => id === change.sheetId)?.name ?? change.plan.name;
    return to === change.plan.name ? [] : [{ from: change.plan.name, to }];
  });
}

/**
 * What draws a sheet back that a step has drawn anew, with formulas that name sheets as they are called now; null for any other step,
 * and where the sheet is gone.
 */
function drawing(
  { change }: UndoStep,
  sheets: readonly SheetSnapshot[],
  tabs: RenamedTabs,
): ReturnType<typeof drawnBack> | null {
  const sheet = change.type === 'remakeSheet' && sheets.find(({ id }) => id === change.sheetId);
  if (!sheet) return null;
  return drawnBack(tabs.length > 0 ? withFormulas(change, (formula) => renameSheets(formula, tabs)) : change, sheet);
}

/**
 * Formulas of sheets that are not drawn back themselves and that have lost a reference to a line which was deleted. A sheet of a
 * person's that is protected is left as it is.
 */
function referringFormulas(
  steps: readonly UndoStep[],
  redrawn: readonly DrawnBack[],
  sheets: readonly SheetSnapshot[],
): SheetEdit[] {
  const drawn = new Set(redrawn.map(({ change }) => change.sheetId));
  const lost = steps.flatMap(({ inverse, sheetId }) =>
    inverse.type === 'remakeSheet' && drawn.has(sheetId) ? inverse.formulas : [],
  );
  return sheets.flatMap((sheet): SheetEdit[] => {
    const isOpen = !sheet.protected || keyedSheet(sheet) !== null;
    const own = isOpen && !drawn.has(sheet.id) ? lost.filter(({ sheetId }) => sheetId === sheet.id) : [];
    const patches = own.flatMap((one) => writtenBack(one, sheet.formulas ?? []));
    if (patches.length === 0) return [];
    return [{ type: 'editSheet', sheetId: sheet.id, protection: sheet.protected ? LOCKED_PROTECTION : null, patches }];
  });
}

interface Restoration extends Pick<UndoResult, 'pagesLeft'> {
  change: SheetEdit | null;
  restored: Cell[];
  left: Cell[];
}

/** The part of an edit's inverse whose cells still hold what the edit wrote, in the rows where they are now. */
function restoration(step: UndoStep, undo: SheetEdit, sheets: readonly SheetSnapshot[]): Restoration {
  const sheet = sheets.find(({ id }) => id === undo.sheetId);
  const lines = sheet && keyLinesOf(sheet);
  const { change, rowKeys } = step;
  const rows: Mover =
    lines && change.type === 'editSheet'
      ? rowMover(change, { rows: rowKeys, keyColumn: lines.keyColumn }, lines.rows)
      : (row) => row;
  const written = new Map(
    (change.type === 'editSheet' ? placedCells(change.patches) : []).map((one) => [address(one.row, one.column), one]),
  );
  const patches: CellPatch[] = [];
  const hasPage = change.type === 'editSheet' && (change.page ?? null) !== null;
  const pagesLeft = hasPage ? [sheet?.name ?? step.sheet] : [];
  const result: Restoration = { change: null, restored: [], left: [], pagesLeft };
  for (const { row: from, column, cell } of placedCells(undo.patches)) {
    const row = rows(from);
    const put = written.get(address(from, column))?.cell ?? null;
    const holds = sheet !== undefined && row !== undefined && holdsContent(sheet, row, column, put);
    const name = { sheet: sheet?.name ?? step.sheet, cell: address(row ?? from, column) };
    result[holds ? 'restored' : 'left'].push(name);
    if (holds) patches.push({ row, column, cells: [[cell]] });
  }
  const put = guardsAt(change.type === 'editSheet' ? (change.guards ?? []) : [], rows, (one) => one);
  const guards = undoingLists(movedGuards(undo.guards ?? [], rows, result.left), put, sheet?.guards ?? []);
  for (const { areas } of guards)
    for (const cell of areas.map(areaAddress))
      if (!result.restored.some((one) => one.cell === cell))
        result.restored.push({ sheet: sheet?.name ?? step.sheet, cell });
  const highlights = undo.highlights && highlightsAt(undo.highlights, rows);
  if (highlights) result.restored.push({ sheet: sheet?.name ?? step.sheet, cell: areaAddress(highlights.area) });
  const merges = undo.merges ? mergesAt(undo.merges, rows) : null;
  for (const area of merges ? [...merges.part, ...merges.merge] : [])
    result.restored.push({ sheet: sheet?.name ?? step.sheet, cell: areaAddress(area) });
  const count = patches.length + guards.length + (undo.widths ?? []).length;
  const anything = sheet !== undefined && (count > 0 || highlights || merges);
  return { ...result, change: anything ? { ...undo, patches, guards, highlights: highlights ?? null, merges } : null };
}

/** The guards of single cells in the rows where they are now. A cell that was left alone keeps its look too. */
function movedGuards(guards: readonly GuardPatch[], rows: Mover, left: readonly Cell[]): GuardPatch[] {
  const kept = new Set(left.map(({ cell }) => cell));
  return guardsAt(guards, rows, (column) => column).filter(
    ({ areas }) => !areas.some((area) => kept.has(areaAddress(area))),
  );
}

/** Whether a cell still holds what was written there; a formula may be read back in another spelling. */
function holdsContent(snapshot: SheetSnapshot, row: number, column: number, put: PlanCell): boolean {
  const found = formulaAt(snapshot, row, column) ?? snapshot.values[row]?.[column];
  if (typeof put === 'object' && put !== null) return shownText(found).startsWith('=');
  return (found ?? '') === (put ?? '');
}

export const undoCommands = { undoLast };
