/** Watch: hears of every change in the workbook that the add-in did not make itself. */
import { listenToWorkbook, type WorkbookChange } from '../excel/listen';

/** Calls back after each change until the function it gives is called. Throws ExcelFailure. */
export function watchWorkbook(heard: (change: WorkbookChange) => void): Promise<() => Promise<void>> {
  return listenToWorkbook(heard);
}
