/** Other names for tabs, in one batch with everything else. */
import type { Change, SheetRename } from '../spreadsheet/change';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';

/** What a tab is called while names go round; nobody calls a sheet so. */
const ASIDE = 'cham-diem-thi-dua ';

export function renamesIn(changes: readonly Change[]): SheetRename[] {
  return changes.filter((change) => change.type === 'renameSheet');
}

/** Queues them. Several may exchange their names, so all of them step aside before any gets its new one. */
export function queueRenames(worksheets: Excel.WorksheetCollection, renames: readonly SheetRename[]): void {
  const sheets = renames.map(({ sheetId, name }) => ({ sheet: worksheets.getItem(sheetId), name }));
  if (sheets.length > 1) for (const [index, { sheet }] of sheets.entries()) sheet.name = `${ASIDE}${index + 1}`;
  for (const { sheet, name } of sheets) sheet.name = name;
}

/** What gives the tabs their earlier names that have another by now; a name that somebody else chose since stays. */
export function begunRenames(
  changes: readonly Change[],
  before: WorkbookSnapshot,
  sheets: readonly { id: string; name: string }[],
): SheetRename[] {
  return renamesIn(changes).flatMap((change): SheetRename[] => {
    const [was, is] = [before.all, sheets].map((all) => all.find(({ id }) => id === change.sheetId)?.name);
    const isBegun = is === change.name || is?.startsWith(ASIDE);
    return was === undefined || is === was || !isBegun ? [] : [{ ...change, name: was }];
  });
}
