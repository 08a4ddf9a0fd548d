/** Undo: what a command did and Excel's own undo cannot reach, as far as nobody has worked on it since. */
import type { CellPatch, Change, SheetEdit, SheetRename } from '../spreadsheet/change';
import { address, type PlanCell } from '../spreadsheet/plan';
import {
  formulaAt,
  type KeyedSheet,
  keyedSheets,
  type SheetSnapshot,
  shownText,
  type WorkbookSnapshot,
} from '../spreadsheet/snapshot';
import { readWorkbook } from '../workbook/covenantWorkbook';
import { done, refused } from '../covenant/outcome';
import { usedSheets } from '../workbook/covenantWorkbook';
import { type Decided, defineCommand } from './command';
import type { UndoStep } from './run';

interface Cell {
  sheet: string;
  cell: string;
}

export interface UndoResult {
  /** Names of sheets that were removed. */
  removed: string[];
  /** Names that tabs have again. */
  renamed: string[];
  /** Cells that have their old content again, and those that somebody has changed since and that were left alone. */
  restored: Cell[];
  left: Cell[];
}

/** Undoes the recorded changes of one command. Refused where figures were entered on a sheet that was to be removed. */
const undoLast = defineCommand({
  id: 'undoLast',
  workStep: 'check',
  decide(workbook, steps: readonly UndoStep[]): Decided<UndoResult> {
    const sheets = keyedSheets(workbook);
    const names = new Set(steps.flatMap((step) => (step.inverse.type === 'removeAdded' ? [step.inverse.name] : [])));
    const added = sheets.filter(({ snapshot }) => names.has(snapshot.name));
    const used = added.length > 0 ? usedSheets(added, readWorkbook(workbook)) : [];
    if (used.length > 0) return refused(used);
    const edits = steps.flatMap((step) =>
      step.inverse.type === 'editSheet' ? [restoration(step, step.inverse, sheets)] : [],
    );
    const renamed = steps.flatMap((step) => earlierName(step, workbook) ?? []);
    return done({
      changes: [
        ...renamed,
        ...edits.flatMap(({ change }) => (change === null ? [] : [change])),
        ...added.map(({ snapshot }): Change => ({ type: 'removeSheet', sheetId: snapshot.id })),
      ],
      result: {
        removed: added.map(({ snapshot }) => snapshot.name),
        renamed: renamed.map(({ name }) => name),
        restored: edits.flatMap(({ restored }) => restored),
        left: edits.flatMap(({ left }) => left),
      },
    });
  },
  report: (result) => result,
  needsAttention: ({ left }) => left.length > 0,
});

/** The earlier name of a tab that still has the one it was given; null for any other step. */
function earlierName({ change, inverse }: UndoStep, { all }: WorkbookSnapshot): SheetRename | null {
  if (change.type !== 'renameSheet' || inverse.type !== 'renameSheet') return null;
  return all.some(({ id, name }) => id === change.sheetId && name === change.name) ? inverse : null;
}

interface Restoration {
  change: SheetEdit | null;
  restored: Cell[];
  left: Cell[];
}

/** The part of an edit's inverse whose cells still hold what the edit wrote. */
function restoration(
  { change, sheet: name }: UndoStep,
  undo: SheetEdit,
  sheets: readonly KeyedSheet<string>[],
): Restoration {
  const sheet = sheets.find(({ snapshot }) => snapshot.id === undo.sheetId);
  const written = change.type === 'editSheet' ? cellsOf(change.patches) : new Map<string, PlacedCell>();
  const patches: CellPatch[] = [];
  const result: Restoration = { change: null, restored: [], left: [] };
  for (const [cell, { row, column, content }] of cellsOf(undo.patches)) {
    const put = written.get(cell)?.content ?? null;
    const holds = sheet !== undefined && holdsContent(sheet.snapshot, row, column, put);
    result[holds ? 'restored' : 'left'].push({ sheet: sheet?.snapshot.name ?? name, cell });
    if (holds) patches.push({ row, column, cells: [[content]] });
  }
  return { ...result, change: patches.length === 0 ? null : { ...undo, patches } };
}

interface PlacedCell {
  row: number;
  column: number;
  content: PlanCell;
}

/** The cells that patches write, by A1 address. */
function cellsOf(patches: readonly CellPatch[]): Map<string, PlacedCell> {
  const placed = patches.flatMap(({ row, column, cells }) =>
    cells.flatMap((line, down) =>
      line.flatMap((content, right) =>
        content === undefined ? [] : [{ row: row + down, column: column + right, content }],
      ),
    ),
  );
  return new Map(placed.map((one) => [address(one.row, one.column), one]));
}

/** Whether a cell still holds what was written there; a formula may be read back in another spelling. */
function holdsContent(snapshot: SheetSnapshot, row: number, column: number, put: PlanCell): boolean {
  const found = formulaAt(snapshot, row, column) ?? snapshot.values[row]?.[column];
  if (typeof put === 'object' && put !== null) return shownText(found).startsWith('=');
  return (found ?? '') === (put ?? '');
}

export const undoCommands = { undoLast };
