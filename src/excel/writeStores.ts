/** Writes hidden sheets of values: as they are, in bands of rows, and no more in one request than Excel takes. */
import type { SheetPlan } from '../spreadsheet/plan';
import type { Task } from '../spreadsheet/task';
import { rangesOf } from './ranges';
import { unknownFormats, writeBlock } from './writeCells';
import { protect } from './writePlan';

/** A sheet of values that was added. */
export interface AddedStore {
  sheet: Excel.Worksheet;
  plan: SheetPlan;
}

/** Letters of values in one request; Excel on the web takes 5 MB, and Vietnamese letters have up to three bytes. */
const MAX_LETTERS = 1_200_000;
const BAND_ROWS = 100;

/** One request: bands of rows, and the sheets that are whole after it. */
export interface StoreSlice {
  bands: readonly { store: AddedStore; row: number; rows: number }[];
  whole: readonly AddedStore[];
}

/** All of them in slices; between two of its steps the UI can repaint. */
export function storeSlices(stores: readonly AddedStore[]): StoreSlice[] {
  const slices: { bands: StoreSlice['bands'][number][]; whole: AddedStore[]; letters: number }[] = [];
  for (const store of stores) {
    const { cells } = store.plan;
    for (let row = 0; row < cells.length; row += BAND_ROWS) {
      const band = { store, row, rows: Math.min(BAND_ROWS, cells.length - row) };
      const letters = JSON.stringify(cells.slice(row, row + band.rows)).length;
      const last = slices.at(-1);
      if (last && last.letters + letters <= MAX_LETTERS) {
        last.bands.push(band);
        last.letters += letters;
      } else slices.push({ bands: [band], whole: [], letters });
    }
    slices.at(-1)?.whole.push(store);
  }
  return slices;
}

/** Queues one slice. */
export function* queueStoreSlice({ bands, whole }: StoreSlice): Task<void> {
  for (const [index, { store, row, rows }] of bands.entries()) {
    const cells = store.plan.cells.slice(row, row + rows);
    writeBlock(rangesOf(store.sheet), { row, column: 0, cells }, unknownFormats);
    yield { done: index + 1, of: bands.length };
  }
  for (const { sheet, plan } of whole) {
    sheet.visibility = 'Hidden';
    protect(sheet, plan.protection);
  }
}
