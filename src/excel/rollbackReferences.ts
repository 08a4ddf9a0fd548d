/** Rolls back what other sheets have lost where rows or columns of a sheet that was drawn anew were deleted. */
import type { Change } from '../spreadsheet/change';
import { formulasToDeleted, writtenBack } from '../spreadsheet/lostReferences';
import { LOCKED_PROTECTION } from '../spreadsheet/draft';
import { keyedSheet } from '../spreadsheet/reading';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import { loadUsed, usedGrid } from './readSheets';
import { unknownFormats, writeCells } from './writeCells';
import { protect } from './writePlan';

/**
 * Reads the sheets of which formulas refer to deleted lines and that are not drawn anew themselves; gives what writes these formulas
 * again, once the lines are back. A sheet of a person's that is protected is left as it is.
 */
export async function lostReferences(
  context: Excel.RequestContext,
  { changes, before }: { changes: readonly Change[]; before: WorkbookSnapshot },
  sheets: readonly Excel.Worksheet[],
): Promise<(() => void)[]> {
  const remakes = changes.filter((change) => change.type === 'remakeSheet');
  const remade = new Set(remakes.map(({ sheetId }) => sheetId));
  const formulas = remakes
    .flatMap((change) => formulasToDeleted(change, before))
    .filter(({ sheetId }) => !remade.has(sheetId));
  const loaded = formulas.flatMap((one) => {
    const sheet = sheets.find(({ id }) => id === one.sheetId);
    const read = before.sheets.find(({ id }) => id === one.sheetId);
    if (!sheet || !read || (read.protected && keyedSheet(read) === null)) return [];
    const used = loadUsed(sheet, { whole: false, bounded: !read.protected });
    used.load('formulas');
    return [{ sheet, used, one, read }];
  });
  if (loaded.length === 0) return [];
  await context.sync();
  return loaded.flatMap(({ sheet, used, one, read }) => {
    const patches = writtenBack(one, usedGrid(used, 'formulas'));
    if (patches.length === 0) return [];
    return [
      () => {
        if (read.protected) sheet.protection.unprotect();
        for (const patch of patches) writeCells(sheet, patch, unknownFormats);
        if (read.protected) protect(sheet, LOCKED_PROTECTION);
      },
    ];
  });
}
