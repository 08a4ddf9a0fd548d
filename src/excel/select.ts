/** Shows a person a cell of the workbook. */
import { nameFailure } from './failure';

/**
 * Brings a sheet to the front and selects a cell of it (A1 address), or the sheet's first cell, in one round trip.
 * `hidden`: the sheet is shown first, as it may be hidden. Throws ExcelFailure: 'notFound' where the sheet is gone.
 */
export async function selectCell(
  sheet: string,
  cell: string | null,
  { hidden }: { hidden: boolean } = { hidden: false },
): Promise<void> {
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      if (hidden) worksheet.visibility = 'Visible';
      worksheet.activate();
      worksheet.getRange(cell ?? 'A1').select();
      await context.sync();
    });
  } catch (thrown) {
    throw nameFailure(thrown, 'unchanged', { sheet });
  }
}
