/** Reads the workbook in two round trips, however many sheets it has: which sheets there are, then what they hold. */
import { isOurs, type SheetSnapshot, type WorkbookSnapshot } from '../spreadsheet/snapshot';
import { ExcelFailure, nameFailure } from './failure';

/**
 * No sheet of ours is larger. Of column C, which holds the wording of the criteria, only the values are read: it is long
 * and holds no formula of ours.
 */
const KEYS_AND_NUMBERS = 'A1:B2000';
const WORDING = 'C1:C2000';
const FIGURES = 'D1:EZ2000';
/** Only the cells that can hold the key of a sheet of ours. */
const KEYS = 'A1:E5';
/** What one answer may hold: Excel on the web refuses more than 5 MB. */
const SHEETS_AT_ONCE = 80;
const SHEETS_AFTER_REFUSAL = 16;

/** What is read besides the cells. */
export interface ReadOptions {
  /** How many pages each sheet is broken into by hand; they cost a call for each sheet. */
  pages?: boolean;
}

/** Everything in our sheets and the values of all others. Throws ExcelFailure. */
export async function readWorkbookSnapshot(options: ReadOptions = {}): Promise<WorkbookSnapshot> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const listed = await listSheets(context);
      const all = listed.map(({ id, name }) => ({ id, name }));
      try {
        return { all, sheets: await readSheets(context, listed, SHEETS_AT_ONCE, options) };
      } catch (thrown) {
        const named = nameFailure(thrown);
        if (!(named instanceof ExcelFailure) || named.failure !== 'tooLarge') throw thrown;
        // The user's own sheets are large, or ours are very many: find ours first, then read only those, by fewer.
        const ours = await findOurs(context, listed);
        return { all, sheets: await readSheets(context, ours, SHEETS_AFTER_REFUSAL, options) };
      }
    });
  } catch (thrown) {
    throw nameFailure(thrown);
  }
}

async function listSheets(context: Excel.RequestContext): Promise<Excel.Worksheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/protection/protected');
  await context.sync();
  return worksheets.items;
}

interface PendingSheet {
  sheet: Excel.Worksheet;
  blocks: Excel.Range[];
  wording: Excel.Range;
  breaks: OfficeExtension.ClientResult<number> | null;
}

async function readSheets(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  atOnce: number,
  { pages = false }: ReadOptions,
): Promise<SheetSnapshot[]> {
  const snapshots: SheetSnapshot[] = [];
  for (let first = 0; first < sheets.length; first += atOnce) {
    const pending = sheets.slice(first, first + atOnce).map((sheet) => queueSheet(sheet, pages));
    // One round trip for up to 80 sheets, 60 units with every document; a loop only where the workbook holds more.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    snapshots.push(...pending.map(imageOf));
  }
  return snapshots;
}

function queueSheet(sheet: Excel.Worksheet, pages: boolean): PendingSheet {
  const used = (address: string): Excel.Range => sheet.getRange(address).getUsedRangeOrNullObject(true);
  const blocks = [KEYS_AND_NUMBERS, FIGURES].map(used);
  for (const block of blocks) block.load('values,formulas,numberFormat,rowIndex,columnIndex');
  const wording = used(WORDING);
  wording.load('values,rowIndex,columnIndex');
  return { sheet, blocks, wording, breaks: pages ? sheet.horizontalPageBreaks.getCount() : null };
}

function imageOf({ sheet, blocks, wording, breaks }: PendingSheet): SheetSnapshot {
  const values: unknown[][] = [];
  const formulas: unknown[][] = [];
  const numberFormats: unknown[][] = [];
  if (!wording.isNullObject) lay(values, wording.values, wording);
  for (const block of blocks) {
    if (block.isNullObject) continue;
    lay(values, block.values, block);
    lay(formulas, block.formulas, block);
    lay(numberFormats, block.numberFormat, block);
  }
  return {
    id: sheet.id,
    name: sheet.name,
    protected: sheet.protection.protected,
    pages: breaks === null ? null : breaks.value + 1,
    values,
    formulas,
    numberFormats,
  };
}

/** Lays a block into a grid that starts at A1. */
function lay(
  grid: unknown[][],
  block: readonly (readonly unknown[])[],
  at: { rowIndex: number; columnIndex: number },
): void {
  while (grid.length < at.rowIndex + block.length) grid.push([]);
  block.forEach((line, offset) => {
    const row = grid[at.rowIndex + offset];
    if (row === undefined) return;
    while (row.length < at.columnIndex) row.push('');
    line.forEach((value, column) => {
      row[at.columnIndex + column] = value;
    });
  });
}

async function findOurs(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[]): Promise<Excel.Worksheet[]> {
  const probes = sheets.map((sheet) => {
    const probe = sheet.getRange(KEYS);
    probe.load('values');
    return { sheet, probe };
  });
  await context.sync();
  return probes.filter(({ probe }) => isOurs(probe.values)).map(({ sheet }) => sheet);
}
