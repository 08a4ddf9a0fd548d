/** The first batch of a list of changes: sheets are added, filled and copied, existing ones edited. */
import { type CellPatch, type Change, type PlacedCell, placedCells, type SheetEdit } from '../spreadsheet/change';
import type { PlanCell, SheetPlan } from '../spreadsheet/plan';
import { runMark, type RunSign } from '../spreadsheet/keys';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import type { Task } from '../spreadsheet/task';
import { type PageReading, queuePageReading } from './writePage';
import { rangesOf } from './ranges';
import { queueRenames, renamesIn } from './renames';
import { queueStoreSlice, storeSlices } from './writeStores';
import { type IsTextCell, textCellsOf, writeBlock, writeCells } from './writeCells';
import { queueList, queueWitness, staleNames, type Witness } from './witness';
import { protect, type Skipped, writeEdit, writePlan } from './writePlan';
import {
  betweenOf,
  closeRemade,
  drawOver,
  openRemade,
  queueRemakeSlice,
  type RemadeSheet,
  remakeSlices,
} from './writeRemake';
import { isStaleLater } from './witnessRemakes';

/** A sheet that the changes add. */
export interface AddedSheet {
  sheet: Excel.Worksheet;
  plan: SheetPlan;
  isCopy: boolean;
}

export interface ReplacedSheet {
  change: Change & { type: 'replaceSheet' | 'removeSheet' };
  sheet: Excel.Worksheet;
}

/** What the second batch goes on with. */
export interface Queued {
  added: ReadonlyMap<string, AddedSheet>;
  replaced: readonly ReplacedSheet[];
  /** The page set-up of one sheet that was written, and of one that was copied. */
  pages: readonly { of: AddedSheet; reading: PageReading }[];
  /** What is written in requests of their own, after the first and before anything is replaced. */
  later: readonly LaterRequest[];
  /**
   * Where some are left for later, queues with the last of them the new names of tabs, that the run is finished, and the protection
   * of its sheets.
   */
  settle(): void;
  /** What the batch found before it wrote. */
  witness: Witness;
}

export interface LaterRequest {
  queue(): Task<void>;
  /** Called once it is answered; gives the names of sheets that were no longer as the command had read them. */
  stale(): string[];
}

export interface QueuedWork {
  changes: readonly Change[];
  before: WorkbookSnapshot;
  /** Ids of sheets whose values the decision rests on. */
  basis: readonly string[];
  /** By this name its sheets are known from those of another run. */
  run: string;
}

export function* queueChanges(
  context: Excel.RequestContext,
  { changes, before, basis, run }: QueuedWork,
  skipped: Skipped,
): Task<Queued> {
  const { worksheets, application } = context.workbook;
  const remakes = remakeSlices(changes);
  const witness = queueWitness(context, changes, before, basis, (change) => !remakes[0]?.includes(change));
  suspendUpdating(application);
  // Whatever is written afterwards refers to cells where they are once the lines of all sheets are moved.
  const remade = openRemade(worksheets, witness.remakes);
  const masters = new Set(changes.flatMap((change) => (change.type === 'copySheet' ? [change.of] : [])));
  const mark = marking(changes, masters, run);
  const added = createSheets(worksheets, changes, mark);
  const plans = [...added.values()].filter(({ plan }) => !plan.store);
  const [first, ...stores] = storeSlices([...added.values()].filter(({ plan }) => plan.store));
  // What is copied is filled first; sheets that name the copies in their formulas come after these.
  for (const { sheet, plan } of plans) if (masters.has(plan.name)) writePlan(sheet, plan, skipped);
  yield* queueCopies(added, changes, masters.size);
  for (const { sheet, plan } of plans) if (!masters.has(plan.name)) writePlan(sheet, plan, skipped);
  if (first) yield* queueStoreSlice(first);
  for (const change of changes) if (change.type === 'editSheet') queueEdit(worksheets, change, before, skipped);
  const [drawn = [], ...drawnLater] = remakes.map((slice) => remade.filter(({ change }) => slice.includes(change)));
  for (const one of drawn) drawOver(one.sheet, one.change, betweenOf(one.change), skipped);
  const later = [
    ...drawnLater.map((slice) => remakeRequest(context, slice, { changes, before, witness, skipped })),
    ...stores.map((slice): LaterRequest => ({ queue: () => queueStoreSlice(slice), stale: () => [] })),
  ];
  const settle = (): void => {
    // Formulas name sheets as they are called before.
    queueRenames(worksheets, renamesIn(changes));
    for (const one of plans) if (mark(one.plan) !== runMark(run)) writeMark(one, runMark(run));
    // Where charts are still to come the sheet stays open.
    for (const { sheet, plan } of added.values())
      if (plan.charts.length === 0 && !plan.store) protect(sheet, plan.protection);
  };
  if (later.length === 0) settle();
  // One that is added is shown in the last batch: in the one that adds it, it may not be (#930).
  for (const change of changes)
    if (change.type === 'activate' && !added.has(change.name))
      worksheets.getItem(before.all.find(({ name }) => name === change.name)?.id ?? change.name).activate();
  const replaced = queueReplaced(worksheets, changes);
  const pages = queuePages(
    [...added.values()].filter(({ plan }) => !plan.store),
    skipped,
  );
  if (added.size > 0) queueList(worksheets);
  for (const one of drawn) closeRemade(one);
  return { added, replaced, pages, later, settle, witness };
}

function suspendUpdating(application: Excel.Application): void {
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
}

interface RemakeWork extends Pick<QueuedWork, 'changes' | 'before'> {
  witness: Witness;
  skipped: Skipped;
}

/** Formulas name other sheets: they have to be called as they were. */
function remakeRequest(
  { workbook: { worksheets, application } }: Excel.RequestContext,
  slice: readonly RemadeSheet[],
  { changes, before, witness, skipped }: RemakeWork,
): LaterRequest {
  return {
    *queue() {
      queueList(worksheets);
      suspendUpdating(application);
      yield* queueRemakeSlice(slice, skipped);
    },
    stale: () => {
      for (const one of slice) one.witness.isDrawn = true;
      const typed = slice.filter((one) => isStaleLater(one.witness)).map((one) => one.witness.before.name);
      return [...staleNames(witness, changes, before), ...typed];
    },
  };
}

function* queueCopies(added: Map<string, AddedSheet>, changes: readonly Change[], masters: number): Task<void> {
  const of = masters + changes.filter(({ type }) => type === 'copySheet').length;
  let done = masters;
  const heads = new Map<string, HeadWriter>();
  if (of > 0) yield { done, of };
  for (const [index, change] of changes.entries()) {
    if (change.type !== 'copySheet') continue;
    const master = addedSheet(added, change.of);
    const next = changes.slice(index).find((later) => later.type === 'addSheet');
    const before = next ? addedSheet(added, next.plan.name).sheet : null;
    const head = heads.get(change.of) ?? headWriter(master);
    heads.set(change.of, head);
    head(change.patches);
    added.set(change.name, { sheet: copySheet(master, change.name, before), plan: master.plan, isCopy: true });
    done += 1;
    yield { done, of };
  }
  // The master becomes itself again.
  for (const head of heads.values()) head([]);
}

/** Turns the master into the sheet of which it is copied next; without patches, into itself. */
type HeadWriter = (patches: readonly CellPatch[]) => void;

/**
 * What a copy differs in is written into the master before it is copied: one range serves for all copies, where each copy would
 * need ranges of its own. Cells that the patch before has changed and this one leaves get the master's content again.
 */
function headWriter({ sheet, plan }: AddedSheet): HeadWriter {
  const ranges = rangesOf(sheet);
  const isTextCell = textCellsOf(plan);
  let changed: readonly CellPatch[] = [];
  return (patches) => {
    const cells = new Map<string, PlacedCell>();
    for (const { row, column } of placedCells(changed))
      cells.set(`${row},${column}`, { row, column, cell: plan.cells[row]?.[column] ?? null });
    for (const placed of placedCells(patches)) cells.set(`${placed.row},${placed.column}`, placed);
    changed = patches;
    if (cells.size > 0) writeBlock(ranges, blockOf([...cells.values()]), isTextCell);
  };
}

/** The rectangle from A1 around cells, all others left as they are. */
function blockOf(placed: readonly PlacedCell[]): CellPatch {
  const rows = Math.max(...placed.map(({ row }) => row)) + 1;
  const columns = Math.max(...placed.map(({ column }) => column)) + 1;
  const cells = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, (): PlanCell | undefined => undefined),
  );
  for (const { row, column, cell } of placed) cells[row]?.splice(column, 1, cell);
  return { row: 0, column: 0, cells };
}

/**
 * The mark that each sheet gets as it is added. Of sheets that are not copied one has the sign that the run is not finished; else
 * all that are copied have another, which their copies keep.
 */
function marking(
  changes: readonly Change[],
  masters: ReadonlySet<string>,
  run: string,
): (plan: Pick<SheetPlan, 'name'>) => string {
  const last = changes.findLast(
    (change) => change.type === 'addSheet' && !masters.has(change.plan.name) && !change.plan.store,
  );
  const signed = last?.type === 'addSheet' ? last.plan.name : null;
  return ({ name }) => {
    const sign: RunSign = signed === null ? '*' : signed === name ? '+' : '';
    return runMark(run, sign);
  };
}

function writeMark({ sheet, plan }: Pick<AddedSheet, 'sheet' | 'plan'>, mark: string): void {
  writeCells(sheet, { row: 0, column: plan.cells[0]?.length ?? 0, cells: [[mark]] });
}

/**
 * All sheets are added, each with the mark of the run, before any is filled: so their formulas may refer to each other, and one
 * that was left incomplete is known to be this run's.
 */
function createSheets(
  worksheets: Excel.WorksheetCollection,
  changes: readonly Change[],
  markOf: (plan: SheetPlan) => string,
): Map<string, AddedSheet> {
  const added = new Map<string, AddedSheet>();
  for (const change of changes) {
    if (change.type !== 'addSheet') continue;
    const { plan } = change;
    const one = { sheet: worksheets.add(plan.name), plan, isCopy: false };
    writeMark(one, markOf(plan));
    added.set(plan.name, one);
  }
  return added;
}

export function addedSheet(added: ReadonlyMap<string, AddedSheet>, name: string): AddedSheet {
  const sheet = added.get(name);
  if (!sheet) throw new RangeError(`no sheet ${name} among the changes`);
  return sheet;
}

/** The copy stands before the next sheet that the changes add: tabs come in the order of the changes. */
function copySheet({ sheet }: AddedSheet, name: string, before: Excel.Worksheet | null): Excel.Worksheet {
  const copy = before === null ? sheet.copy('End') : sheet.copy('Before', before);
  copy.name = name;
  return copy;
}

function queueEdit(
  worksheets: Excel.WorksheetCollection,
  change: SheetEdit,
  before: WorkbookSnapshot,
  skipped: Skipped,
): void {
  const sheet = worksheets.getItem(change.sheetId);
  // On a sheet that is open some builds refuse it (#6784).
  if (before.sheets.some(({ id, protected: locked }) => locked && id === change.sheetId)) sheet.protection.unprotect();
  writeEdit(sheet, change, { isTextCell: textCellsIn(before, change), skipped });
}

/** By the formats that were read. Rows that the edit inserts look like the row above them, and those below have moved. */
export function textCellsIn(before: WorkbookSnapshot, { sheetId, insertion = null }: SheetEdit): IsTextCell {
  const formats = before.sheets.find(({ id }) => id === sheetId)?.numberFormats ?? [];
  return (row, column) => {
    const moved = insertion === null || row < insertion.row ? 0 : insertion.rows;
    const from = insertion !== null && row < insertion.row + moved ? Math.min(row, insertion.row - 1) : row - moved;
    return formats[from]?.[column] === '@';
  };
}

function queueReplaced(worksheets: Excel.WorksheetCollection, changes: readonly Change[]): ReplacedSheet[] {
  return changes.flatMap((change) => {
    if (change.type !== 'replaceSheet' && change.type !== 'removeSheet') return [];
    const sheet = worksheets.getItem(change.sheetId);
    sheet.load('position,visibility');
    return [{ change, sheet }];
  });
}

/** Excel treats all written sheets alike, and all copies: one of each tells of the others. */
function queuePages(added: readonly AddedSheet[], skipped: Skipped): Queued['pages'] {
  if (skipped.has('page')) return [];
  const samples = [added.find(({ isCopy }) => !isCopy), added.find(({ isCopy }) => isCopy)];
  return samples.flatMap((of) => (of ? [{ of, reading: queuePageReading(of.sheet) }] : []));
}
