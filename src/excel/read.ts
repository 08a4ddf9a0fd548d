/**
 * Reads the workbook in few round trips, however many sheets it has: which sheets there are, then the values of ours, then
 * what the values show to matter of formulas, number formats and pages. No answer is asked for that Excel would refuse.
 */
import {
  type DetailsOf,
  everything,
  type GuardsOf,
  noGuards,
  type Reading,
  WHOLE_READING,
} from '../spreadsheet/reading';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import { ExcelFailure, nameFailure } from './failure';
import { ReadingMemory } from './memory';
import { WorkbookReader } from './workbookReader';

/**
 * Our sheets, as far as `wanted` says; `detailsOf` tells for each which formulas and formats can matter, `guardsOf` which cells
 * should be guarded alike. A memory that is handed on from one reading to the next saves round trips and bytes. Throws
 * ExcelFailure.
 */
export async function readWorkbookSnapshot(
  wanted: Partial<Reading> = {},
  detailsOf: DetailsOf = everything,
  memory: ReadingMemory = new ReadingMemory(),
  guardsOf: GuardsOf = noGuards,
): Promise<WorkbookSnapshot> {
  const reading = { ...WHOLE_READING, ...wanted };
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      for (let attempt = 1; attempt <= MAX_READINGS; attempt += 1) {
        const since = memory.begin();
        const found = await new WorkbookReader(context, reading, { detailsOf, guardsOf }, memory).read(since);
        if (found !== null) return found;
        memory.forget();
      }
      throw new ExcelFailure('changedMeanwhile', '');
    });
  } catch (thrown) {
    throw nameFailure(thrown);
  }
}

/** How often a reading begins anew because others add, rename or delete sheets between its round trips. */
const MAX_READINGS = 4;
