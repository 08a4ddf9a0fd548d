/** The workbook before a run: what has to be restored, and which sheets are the run's own. */
import { ExcelFailure, nameFailure } from '../excel/failure';
import { newRun } from '../excel/apply';
import type { ExcelFacts } from './facts';

export interface Before {
  excel: ExcelFacts;
  /** Begins no name of a sheet that was there. */
  prefix: string;
  /** Ids of the sheets that were there: they are never touched. */
  known: ReadonlySet<string>;
  activeSheet: string;
  /** A1 address of what was selected on it; null where that was not a range of cells. */
  selection: string | null;
  calculationMode: Excel.Application['calculationMode'];
  /** How many sheets the run has added so far, by which each gets a name of its own. */
  added: { size: number };
}

/** Begins the names of the scratch sheets; four letters follow that are each run's own. */
export const SCRATCH_NAME = '__kiểm tra';

/** The only sheet of the file that an item inserts: by its name a run knows it for its own, also where it is stopped at once. */
export const SAMPLE_SHEET = `${SCRATCH_NAME} F`;

/** Names and ids of the sheets are read, and nothing that stands on them. Throws what Excel throws. */
export async function readBefore(): Promise<Before> {
  return { ...(await readSheets()), selection: await readSelection() };
}

async function readSheets(): Promise<Omit<Before, 'selection'>> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets, application } = context.workbook;
    worksheets.load('items/id,items/name');
    const active = worksheets.getActiveWorksheet();
    active.load('id');
    application.load('calculationMode');
    const { cultureInfo } = application;
    cultureInfo.load('name');
    cultureInfo.numberFormat.load('numberDecimalSeparator,numberGroupSeparator');
    cultureInfo.datetimeFormat.load('dateSeparator');
    await context.sync();
    const names = worksheets.items.map(({ name }) => name.toLowerCase());
    return {
      excel: {
        culture: cultureInfo.name,
        decimalSeparator: cultureInfo.numberFormat.numberDecimalSeparator,
        groupSeparator: cultureInfo.numberFormat.numberGroupSeparator,
        dateSeparator: cultureInfo.datetimeFormat.dateSeparator,
        calculationMode: application.calculationMode,
      },
      prefix: freePrefix(names),
      known: new Set(worksheets.items.map(({ id }) => id)),
      activeSheet: active.id,
      calculationMode: application.calculationMode,
      added: { size: 0 },
    };
  });
}

/** Drawn by lot: another person may run the self-check in the same workbook at the same time. */
function freePrefix(names: readonly string[]): string {
  for (;;) {
    const prefix = `${SCRATCH_NAME} ${newRun().slice(0, 4)}`;
    if (!names.some((name) => name.startsWith(prefix))) return prefix;
  }
}

/** A chart or a shape may be selected, or another workbook be in front: then there is no address. */
async function readSelection(): Promise<string | null> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const selected = context.workbook.getSelectedRange();
      selected.load('address');
      await context.sync();
      return selected.address.slice(selected.address.lastIndexOf('!') + 1);
    });
  } catch (thrown) {
    if (nameFailure(thrown) instanceof ExcelFailure) return null;
    throw thrown;
  }
}

/** Adds a sheet of the run's own and gives its id. */
export async function addScratchSheet(before: Before): Promise<string> {
  before.added.size += 1;
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.add(`${before.prefix} ${before.added.size}`);
    sheet.load('id');
    await context.sync();
    return sheet.id;
  });
}

/** Deletes one sheet of the run's own, where it is still there. */
export async function deleteScratchSheet(id: string): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    await context.sync();
    if (sheet.isNullObject) return;
    sheet.delete();
    await context.sync();
  });
}

/**
 * Deletes the run's own sheets: those that were not there before and bear its name or the file's, however they came. Throws what Excel
 * throws.
 */
export async function deleteScratchSheets(before: Before): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const own = await listScratchSheets(context, before);
    if (own.length === 0) return;
    for (const sheet of own) sheet.delete();
    await context.sync();
  });
}

/** How many of the run's own sheets are there. */
export async function countScratchSheets(before: Before): Promise<number> {
  return Excel.run({ delayForCellEdit: true }, async (context) => (await listScratchSheets(context, before)).length);
}

async function listScratchSheets(
  context: Excel.RequestContext,
  { known, prefix }: Before,
): Promise<readonly Excel.Worksheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  const begins = [prefix, SAMPLE_SHEET];
  return worksheets.items.filter(({ id, name }) => !known.has(id) && begins.some((begin) => name.startsWith(begin)));
}

/** Restores active sheet, selection and calculation mode; says whether they are as they were. */
export async function restore({ calculationMode, activeSheet, selection }: Before): Promise<boolean> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets, application } = context.workbook;
    const sheet = worksheets.getItemOrNullObject(activeSheet);
    await context.sync();
    // The mode is set even where it seems right: one build is known to answer another than it has (#6922).
    application.calculationMode = calculationMode;
    if (!sheet.isNullObject) {
      sheet.activate();
      if (selection !== null) sheet.getRange(selection).select();
    }
    application.load('calculationMode');
    const active = worksheets.getActiveWorksheet();
    active.load('id');
    await context.sync();
    return application.calculationMode === calculationMode && active.id === activeSheet;
  });
}
