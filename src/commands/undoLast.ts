/** Take back: what a command of ours did and Excel's own undo cannot reach, as long as nobody has worked on it since. */
import { finding, type Finding } from '../covenant/findings';
import { applyChanges } from '../excel/apply';
import { readWorkbookSnapshot } from '../excel/read';
import { removeSheets } from '../excel/removeSheets';
import { isBlank, type RawCell, type SheetEntries } from '../scoring/entries';
import { type KeyedSheet, keyedSheets, type SheetSnapshot, shownText } from '../spreadsheet/snapshot';
import { type Change, parseAddress, type PlanCell } from '../spreadsheet/plan';
import { readUnit } from '../sheets/unit/read';
import { readWorkbook, type CovenantWorkbook } from '../workbook/covenantWorkbook';
import { reportStep } from './begin';
import { done, type Outcome, type Progress, refused } from '../workbook/outcome';
import { protectionOf } from './protectionOf';

/** A cell that a fix changed: what stood there, and what the fix put. */
export interface CellUndo {
  sheet: string;
  cell: string;
  before: PlanCell;
  put: PlanCell;
}

export type Undo = { type: 'sheets'; added: readonly string[] } | { type: 'cells'; cells: readonly CellUndo[] };

export interface UndoResult {
  /** Names of sheets that were removed. */
  removed: string[];
  /** Cells that have their old content again, and those that somebody has changed since and that were left alone. */
  restored: { sheet: string; cell: string }[];
  left: { sheet: string; cell: string }[];
}

/** Refused where figures were entered on a sheet that was to go; throws ExcelFailure. */
export async function undoLast(undo: Undo, progress: Progress = {}): Promise<Outcome<UndoResult>> {
  reportStep(progress, 'reading');
  const snapshot = await readWorkbookSnapshot();
  reportStep(progress, 'deciding');
  if (undo.type === 'cells') return restore(undo.cells, keyedSheets(snapshot), snapshot.all, progress);
  const sheets = keyedSheets(snapshot).filter((sheet) => undo.added.includes(sheet.snapshot.name));
  const used = usedSheets(sheets, readWorkbook(snapshot));
  if (used.length > 0) return refused(used);
  reportStep(progress, 'writing');
  await removeSheets(sheets.map((sheet) => sheet.snapshot.id));
  return done({ removed: sheets.map((sheet) => sheet.snapshot.name), restored: [], left: [] });
}

/** Sheets that somebody has entered something on since: they are worth an evening. */
function usedSheets(sheets: readonly KeyedSheet[], { covenant, targets, unitSheets }: CovenantWorkbook): Finding[] {
  return sheets.flatMap((sheet) => {
    const { snapshot, key } = sheet;
    const unit = covenant?.cluster.units.find(({ id }) => id === key.unit);
    const filled =
      key.type === 'unit'
        ? covenant !== null && unit !== undefined && isEntered(readUnit(covenant, unit, sheet, targets), snapshot.name)
        : key.type === 'targets' || key.type === 'titles'
          ? hasUnitEntries(sheet)
          : // The covenant's own sheets carry the units' sheets; the summary and what is made from it hold no entries.
            (key.type === 'covenant' || key.type === 'criteria') && unitSheets.size > 0;
    return filled ? [finding('sheet-in-use', { sheet: snapshot.name, cell: null }, { sheet: snapshot.name })] : [];
  });
}

/** Whether anything was typed on the unit's own sheet; a target may stand in the table of targets. */
function isEntered({ lines }: SheetEntries, sheet: string): boolean {
  const typed = (cell: RawCell | null): boolean => cell !== null && cell.place.sheet === sheet && !isBlank(cell);
  return [...lines.values()].some(({ figure, target, self, reviewed, agreed, evidence, note }) =>
    [figure, target, self, reviewed, agreed, evidence, note].some(typed),
  );
}

/** Whether anything stands in the rows of units beside what the sheet was made with: the key, the number, the name. */
function hasUnitEntries({ snapshot, rows, layout }: KeyedSheet): boolean {
  const made = new Set([0, layout.column('number'), layout.column('unit')]);
  return rows
    .filter(({ key }) => key.startsWith('unit:'))
    .some(({ row }) => (snapshot.values[row] ?? []).some((value, column) => !made.has(column) && value !== ''));
}

async function restore(
  cells: readonly CellUndo[],
  sheets: readonly KeyedSheet[],
  all: readonly { id: string }[],
  progress: Progress,
): Promise<Outcome<UndoResult>> {
  const standing = cells.filter((one) =>
    sheets.some(({ snapshot }) => snapshot.name === one.sheet && holds(snapshot, one)),
  );
  const changes = sheets.flatMap((sheet): Change[] => {
    const own = standing.filter((one) => one.sheet === sheet.snapshot.name);
    if (own.length === 0) return [];
    const patches = (content: 'before' | 'put') =>
      own.map((one) => ({ ...parseAddress(one.cell), cells: [[one[content]]] }));
    return [
      {
        type: 'editSheet',
        sheetId: sheet.snapshot.id,
        protection: protectionOf(sheet),
        wasProtected: sheet.snapshot.protected,
        insertion: null,
        patches: patches('before'),
        undo: patches('put'),
      },
    ];
  });
  reportStep(progress, 'writing');
  await applyChanges(
    changes,
    all.map(({ id }) => id),
  );
  const place = ({ sheet, cell }: CellUndo): { sheet: string; cell: string } => ({ sheet, cell });
  return done({
    removed: [],
    restored: standing.map(place),
    left: cells.filter((one) => !standing.includes(one)).map(place),
  });
}

/** Whether a cell still holds what the fix put there. */
function holds(snapshot: SheetSnapshot, { cell, put }: CellUndo): boolean {
  const { row, column } = parseAddress(cell);
  const formula = snapshot.formulas[row]?.[column] ?? snapshot.values[row]?.[column];
  if (typeof put === 'object' && put !== null) return shownText(formula).startsWith('=');
  return formula === put;
}
