/** Other names for tabs, in one batch with everything else. */
import type { Change, SheetRename } from '../spreadsheet/change';
import { isSameName, sheetNameFor } from '../spreadsheet/sheetNames';
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

/** A tab that gets another name, as the batch found it. */
export interface RenameWitness {
  sheetId: string;
  sheet: Excel.Worksheet;
}

/** Queued before anything is written: others may have renamed the tab since it was read. */
export function queueRenameWitness(worksheets: Excel.WorksheetCollection, changes: readonly Change[]): RenameWitness[] {
  return renamesIn(changes).map(({ sheetId }) => {
    const sheet = worksheets.getItem(sheetId);
    sheet.load('name');
    return { sheetId, sheet };
  });
}

/**
 * What gives the tabs the names that the batch found, or that were read where it was not answered; a name that somebody else chose since
 * stays. One that another sheet has by now is given with a number.
 */
export function begunRenames(
  changes: readonly Change[],
  { before, witness }: { before: WorkbookSnapshot; witness: readonly RenameWitness[] },
  sheets: readonly { id: string; name: string }[],
): SheetRename[] {
  const found = new Map(
    witness.flatMap(({ sheetId, sheet }) => {
      const { name } = sheet.toJSON();
      return name === undefined ? [] : [[sheetId, name]];
    }),
  );
  const back = renamesIn(changes).flatMap((change): SheetRename[] => {
    const [read, is] = [before.all, sheets].map((all) => all.find(({ id }) => id === change.sheetId)?.name);
    const was = found.get(change.sheetId) ?? read;
    const isBegun = is === change.name || is?.startsWith(ASIDE);
    return was === undefined || is === was || !isBegun ? [] : [{ ...change, name: was }];
  });
  const own = new Set(back.map(({ sheetId }) => sheetId));
  const taken = sheets.flatMap(({ id, name }) => (own.has(id) ? [] : [name]));
  return back.map((change) => {
    const name = taken.some((other) => isSameName(other, change.name)) ? sheetNameFor(change.name, taken) : change.name;
    taken.push(name);
    return { ...change, name };
  });
}
