/** Deletes sheets that a command of ours added, in one round trip. */
import { nameFailure } from './failure';

/** Sheets that are gone already are left out of it. Excel cannot undo this. Throws ExcelFailure. */
export async function removeSheets(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets } = context.workbook;
      context.application.suspendApiCalculationUntilNextSync();
      for (const id of ids) worksheets.getItem(id).delete();
      await context.sync();
    });
  } catch (thrown) {
    // Excel stops at the first sheet it refuses: those before it are gone, and which is read from the workbook.
    throw nameFailure(thrown, 'unknown');
  }
}
