/** Finds sheets as Excel does, and the cells an address means. */
import { isSameName } from '../../../spreadsheet/sheetNames';
import type { Area } from '../../../xlsx/model/areas';
import type { SheetId } from '../../../xlsx/model/snapshot';
import type { SheetInfo } from '../../workbook/contract';
import { parseAddress } from '../address';
import { aString } from '../check';
import { invalidArgument, itemNotFound } from '../errors';
import type { HostState } from '../hostState';

/** Throws ItemNotFound for a sheet that is gone. */
export function sheetInfo(session: HostState, id: SheetId): SheetInfo {
  const found = session.workbook.sheets().find((sheet) => sheet.id === id);
  if (!found) throw itemNotFound(`the sheet ${id}`);
  return found;
}

/** A sheet by its name, letter case aside, or by its id; null when there is none. */
export function findSheet(session: HostState, key: unknown): SheetInfo | null {
  const wanted = aString(key, 'key');
  const sheets = session.workbook.sheets();
  return sheets.find((sheet) => isSameName(sheet.name, wanted)) ?? sheets.find((sheet) => sheet.id === wanted) ?? null;
}

/** All sheets in their order, or only those one can see. */
export function sheetsInOrder(session: HostState, { visibleOnly }: { visibleOnly: boolean }): SheetInfo[] {
  return session.workbook
    .sheets()
    .filter((sheet) => !visibleOnly || sheet.visibility === 'visible')
    .sort((a, b) => a.position - b.position);
}

/**
 * The one rectangle an address or a defined name means on a sheet. Throws InvalidArgument for an address that cannot be
 * read, that names another sheet, or that has several areas.
 */
export function resolveArea(session: HostState, sheet: SheetId, address: string): Area {
  const parsed = parseAddress(address);
  if (!parsed) {
    const named = namedPlace(session, address, sheet);
    if (named?.sheet !== sheet) throw invalidArgument(`the address ${address}`);
    return named.area;
  }
  if (parsed.sheetName !== null && findSheet(session, parsed.sheetName)?.id !== sheet) {
    throw invalidArgument(`${address} is not on this sheet`);
  }
  return parsed.area;
}

/** Where a defined name points, the sheet's own name first; null when it points at no single rectangle. */
function namedPlace(session: HostState, name: string, scope: SheetId): { sheet: SheetId; area: Area } | null {
  const same = session.workbook.names().filter((item) => isSameName(item.name, name));
  const item =
    same.find((candidate) => candidate.scope === scope) ?? same.find((candidate) => candidate.scope === null);
  return item ? formulaPlace(session, item.formula) : null;
}

/** The cells a formula such as `='Giao ước'!$A$1:$B$2` refers to; null when it is anything else. */
export function formulaPlace(session: HostState, formula: string): { sheet: SheetId; area: Area } | null {
  const parsed = parseAddress(formula.replace(/^=/, ''));
  const sheet = parsed && parsed.sheetName !== null ? findSheet(session, parsed.sheetName) : null;
  return parsed && sheet ? { sheet: sheet.id, area: parsed.area } : null;
}
