/**
 * What the writing batch itself finds before it writes: Excel has no conditional write, but a batch runs as one, so that what
 * it reads first is what its writing replaced. *Unproven* for co-authors on the desktop, whose changes are merged later.
 */
import type { CellPatch, Change, SheetEdit } from '../spreadsheet/change';
import type { Area } from '../spreadsheet/plan';
import type { SheetRemake } from '../spreadsheet/remake';
import { keyLinesOf } from '../spreadsheet/reading';
import type { SheetSnapshot, WorkbookSnapshot } from '../spreadsheet/snapshot';
import { answerBytes, type Grid, loadUsed, usedGrid } from './readSheets';
import { queueRenameWitness, renamesIn, type RenameWitness } from './renames';
import { type Block, blockHolds, loaderOf, sameContent } from './blocks';
import { isStaleRemake, queueRemakeWitness, type RemakeWitness } from './witnessRemakes';

interface EditWitness {
  change: SheetEdit;
  before: SheetSnapshot;
  keys: { column: Block; row: Block } | null;
  cells: readonly Block[];
}

/** A sheet whose values have to be as they were read. */
interface ValueWitness {
  before: SheetSnapshot;
  used: Excel.Range;
}

export interface Witness {
  sheets: Excel.WorksheetCollection;
  edits: readonly EditWitness[];
  values: readonly ValueWitness[];
  remakes: readonly RemakeWitness[];
  renames: readonly RenameWitness[];
}

/** Of sheets whose values are compared, this much is asked for at once, in bytes: builds differ in what they answer. */
const MAX_VALUES = 700_000;

/**
 * Queues it before anything is written. `basis` are the ids of sheets whose values the decision rests on; `isDrawnLater` says which
 * sheets that are drawn anew are only moved in this request.
 */
export function queueWitness(
  context: Excel.RequestContext,
  changes: readonly Change[],
  before: WorkbookSnapshot,
  basis: readonly string[],
  isDrawnLater: (change: SheetRemake) => boolean,
): Witness {
  const { worksheets, application } = context.workbook;
  // In manual mode what was typed since is not calculated yet.
  if (before.manualCalculation && basis.length > 0) application.calculate('Recalculate');
  queueList(worksheets);
  const replaced = changes.flatMap((change) =>
    change.type === 'replaceSheet' || change.type === 'removeSheet' ? [change.sheetId] : [],
  );
  const read = new Map(before.sheets.map((sheet) => [sheet.id, sheet]));
  // Nobody types into hidden values.
  const sheets = [...new Set([...basis, ...replaced])].flatMap((id) => read.get(id) ?? []);
  const compared = withinLimit(sheets.filter(({ store }) => store === undefined));
  return {
    sheets: worksheets,
    renames: queueRenameWitness(worksheets, changes),
    values: compared.map((sheet) => ({
      before: sheet,
      used: loadUsed(worksheets.getItem(sheet.id), { whole: false, bounded: !sheet.protected }),
    })),
    edits: changes.flatMap((change) => {
      const sheet = change.type === 'editSheet' && read.get(change.sheetId);
      return sheet && writesCells(change) ? [queueEditWitness(worksheets.getItem(sheet.id), change, sheet)] : [];
    }),
    remakes: changes.flatMap((change) => {
      const sheet = change.type === 'remakeSheet' && read.get(change.sheetId);
      return sheet
        ? [queueRemakeWitness(worksheets.getItem(sheet.id), change, sheet, { isDrawnLater: isDrawnLater(change) })]
        : [];
    }),
  };
}

/** The list of sheets; queued again at the end of the batch it says what the batch has added. */
export function queueList(worksheets: Excel.WorksheetCollection): void {
  worksheets.load('items/id,items/name');
}

function withinLimit(sheets: readonly SheetSnapshot[]): SheetSnapshot[] {
  let bytes = 0;
  return sheets.filter(({ values }) => (bytes += answerBytes(values)) <= MAX_VALUES);
}

/** Whether rows or cells are meant by their position. */
function writesCells({
  patches,
  insertion = null,
  deletion = null,
  fit = null,
  conditionals = [],
  highlights = null,
  merges = null,
  guards = [],
}: SheetEdit): boolean {
  return (
    patches.length + conditionals.length + guards.length > 0 ||
    [insertion, deletion, fit, highlights, merges].some((one) => one !== null)
  );
}

function queueEditWitness(sheet: Excel.Worksheet, change: SheetEdit, before: SheetSnapshot): EditWitness {
  const lines = keyLinesOf(before);
  const load = loaderOf(sheet);
  return {
    change,
    before,
    keys: lines && {
      column: load({ row: 0, column: lines.keyColumn, rows: Math.max(1, lines.rows.length), columns: 1 }),
      row: load({ row: lines.keyRow, column: 0, rows: 1, columns: Math.max(1, lines.columns.length) }),
    },
    cells: patchAreas(change).map(load),
  };
}

/** The cells that the patches replace; those of rows that the change itself inserts replace nothing. */
function patchAreas({ patches, insertion = null }: SheetEdit): Area[] {
  const replacing = patches.filter(({ row }) => insertion === null || row < insertion.row).map(areaOf);
  const [row, column] = [Math.min(...replacing.map((one) => one.row)), Math.min(...replacing.map((one) => one.column))];
  const around = {
    row,
    column,
    rows: Math.max(...replacing.map((one) => one.row + one.rows)) - row,
    columns: Math.max(...replacing.map((one) => one.column + one.columns)) - column,
  };
  // One rectangle instead of many, as long as it is not much larger.
  return replacing.length > 1 && around.rows * around.columns <= 3_000 ? [around] : replacing;
}

const areaOf = ({ row, column, cells }: CellPatch): Area => ({
  row,
  column,
  rows: cells.length,
  columns: cells[0]?.length ?? 1,
});

type Listed = { id: string; name: string };

/** The sheets as they were last listed in the batch; null where no answer came. */
export function listedSheets({ sheets }: Witness): readonly Listed[] | null {
  const { items } = sheets.toJSON();
  if (items === undefined) return null;
  return items.map(({ id = '', name = '' }) => ({ id, name }));
}

/** Names of sheets that were no longer as the command had read them, where the whole batch was answered. */
export function staleSheets(witness: Witness, changes: readonly Change[], before: WorkbookSnapshot): string[] {
  const names = new Map((listedSheets(witness) ?? []).map(({ id, name }) => [id, name]));
  const stale = [
    ...staleNames(witness, changes, before),
    ...witness.values.filter(isStaleValue).map(({ before: { id, name } }) => names.get(id) ?? name),
    // Flags among hidden values are results, which were not read as formulas.
    ...witness.edits
      .filter((one) => one.before.store === undefined && isStaleEdit(one))
      .map(({ before: { id, name } }) => names.get(id) ?? name),
    ...witness.remakes.filter(isStaleRemake).map(({ before: { id, name } }) => names.get(id) ?? name),
  ];
  return [...new Set(stale)];
}

/** Names of sheets that came, went or were renamed, where names decide what is right. */
export function staleNames(witness: Witness, changes: readonly Change[], before: WorkbookSnapshot): string[] {
  const names = new Map((listedSheets(witness) ?? []).map(({ id, name }) => [id, name]));
  return namesSheets(changes) ? listChanges(before, names, namesGiven(changes)) : [];
}

/** Whether names of sheets decide what is right: sheets are added, or formulas written. */
function namesSheets(changes: readonly Change[]): boolean {
  return changes.some((change) =>
    change.type === 'editSheet' ? change.patches.some(hasFormula) : change.type !== 'activate',
  );
}

const hasFormula = ({ cells }: CellPatch): boolean =>
  cells.some((line) => line.some((cell) => typeof cell === 'object' && cell !== null));

/** The names that sheets get by a list of changes. */
export function addedNames(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(
    changes.flatMap((change) =>
      change.type === 'addSheet' ? [change.plan.name] : change.type === 'copySheet' ? [change.name] : [],
    ),
  );
}

/** Names that a list of changes gives: to sheets that it adds, and by id to those that are there. */
interface NamesGiven {
  added: ReadonlySet<string>;
  renamed: ReadonlyMap<string, string>;
}

function namesGiven(changes: readonly Change[]): NamesGiven {
  return {
    added: addedNames(changes),
    renamed: new Map(renamesIn(changes).map(({ sheetId, name }) => [sheetId, name])),
  };
}

/** Names of sheets that came, went or were renamed, apart from what we did ourselves. */
export function listChanges(
  before: WorkbookSnapshot,
  names: ReadonlyMap<string, string>,
  own: NamesGiven = { added: new Set(), renamed: new Map() },
): string[] {
  const known = new Set(before.all.map(({ id }) => id));
  const gone = before.all.flatMap(({ id, name }) => {
    const now = names.get(id);
    // The list may have been made before the tabs got their new names or after it.
    return now === name || (now !== undefined && now === own.renamed.get(id)) ? [] : [now ?? name];
  });
  return [...gone, ...[...names].flatMap(([id, name]) => (known.has(id) || own.added.has(name) ? [] : [name]))];
}

function isStaleValue({ before, used }: ValueWitness): boolean {
  return !sameGrid(usedGrid(used, 'values'), before.values);
}

/** Whether the same values stand in two grids, whatever blank cells surround them. */
export function sameGrid(one: readonly (readonly unknown[])[], other: readonly (readonly unknown[])[]): boolean {
  const rows = Math.max(one.length, other.length);
  return Array.from({ length: rows }, (_, row) => row).every((row) => {
    const [left = [], right = []] = [one[row], other[row]];
    const columns = Math.max(left.length, right.length);
    return Array.from({ length: columns }, (_, column) => column).every((column) =>
      sameContent(left[column], right[column]),
    );
  });
}

function isStaleEdit({ before, keys, cells }: EditWitness): boolean {
  if (keys !== null && !(blockHolds(keys.column, before) && blockHolds(keys.row, before))) return true;
  return cells.some((block) => !blockHolds(block, before));
}

/**
 * The workbook as the batch found it, as far as it was answered: what its changes replaced, for their inverse. Where no answer
 * came it is the workbook as it was read.
 */
export function foundBefore(witness: Witness | null, before: WorkbookSnapshot): WorkbookSnapshot {
  const edits = new Map(witness?.edits.map((edit) => [edit.before.id, edit]));
  return {
    ...before,
    sheets: before.sheets.map((sheet) => {
      const edit = edits.get(sheet.id);
      return edit ? withBlocks(sheet, edit) : sheet;
    }),
  };
}

function withBlocks(sheet: SheetSnapshot, { keys, cells }: EditWitness): SheetSnapshot {
  const values = sheet.values.map((line) => [...line]);
  const formulas = (sheet.formulas ?? []).map((line) => [...line]);
  for (const { area, range } of [...(keys ? [keys.column, keys.row] : []), ...cells]) {
    const found: Grid | undefined = range.toJSON().formulas;
    found?.forEach((line, down) =>
      line.forEach((content, right) => {
        const [row, column] = [area.row + down, area.column + right];
        put(formulas, row, column, content);
        // Whether it is a formula or a text that looks like one is told by the value that was read before.
        if (!String(content).startsWith('=')) put(values, row, column, content);
      }),
    );
  }
  return { ...sheet, values, formulas };
}

function put(grid: unknown[][], row: number, column: number, content: unknown): void {
  while (grid.length <= row) grid.push([]);
  const line = grid[row];
  if (line) line[column] = content;
}
