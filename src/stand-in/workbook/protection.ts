import { MAX_COLUMNS, type Area } from '../../xlsx/model/areas';
import type { SheetId, SheetProtection } from '../../xlsx/model/snapshot';
import { cellCustomOf } from '../../xlsx/model/cellStyle';
import { cellAt, stateOf, type Book } from './book';
import { isOn } from '../../xlsx/xml';
import { WorkbookRefusal } from './refusals';

/** The permissions of a protected sheet, each true where it is allowed. */
type Permission = {
  [K in keyof SheetProtection]: SheetProtection[K] extends boolean ? K : never;
}[keyof SheetProtection];

function deny(message: string): never {
  throw new WorkbookRefusal('AccessDenied', message);
}

function isLocked(book: Book, sheet: SheetId, row: number, column: number): boolean {
  return cellCustomOf(cellAt(book, sheet, row, column)).locked ?? true;
}

/** Throws `AccessDenied` where the sheet is protected and a cell of the area (for which `counts` holds) is locked. */
export function requireUnlocked(
  book: Book,
  sheet: SheetId,
  area: Area,
  counts: (row: number, column: number) => boolean = () => true,
): void {
  if (!stateOf(book, sheet).protection) return;
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (counts(row, column) && isLocked(book, sheet, row, column)) {
        deny(`A locked cell of a protected sheet: row ${row + 1}, column ${column + 1}`);
      }
    }
  }
}

/**
 * Throws `AccessDenied` where the sheet is protected and a cell of the rows, to the last column of the sheet, is locked. Of
 * columns beyond those in use each cell looks as its row does.
 */
export function requireUnlockedRows(book: Book, sheet: SheetId, row: number, rows: number): void {
  const columns = book.engine.sheet(sheet).getColumnCount();
  requireUnlocked(book, sheet, { row, column: 0, rows, columns });
  requireUnlocked(book, sheet, { row, column: MAX_COLUMNS - 1, rows, columns: 1 });
}

/** Throws `AccessDenied` where the sheet is protected without this permission. */
export function requirePermission(book: Book, sheet: SheetId, permission: Permission): void {
  if (stateOf(book, sheet).protection?.[permission] === false) deny(`The sheet is protected: ${permission} is off`);
}

/** Throws `AccessDenied` where the sheet is protected, for what no permission allows. */
export function requireUnprotected(book: Book, sheet: SheetId): void {
  if (stateOf(book, sheet).protection) deny('The sheet is protected');
}

/**
 * Throws `AccessDenied` where the structure of the workbook is locked (Review, Protect Workbook): then Excel adds, deletes,
 * renames, moves, copies and hides no sheet. Which code Excel gives is unproven.
 */
export function requireOpenStructure(book: Book): void {
  if (isOn(book.carried.protection?.['lockStructure'])) deny('The structure of the workbook is protected');
}

/** Protects a sheet. Throws `InvalidOperation` where it is protected already. */
export function protectSheet(book: Book, sheet: SheetId, options: SheetProtection): void {
  const state = stateOf(book, sheet);
  if (state.protection) throw new WorkbookRefusal('InvalidOperation', 'The sheet is protected already');
  state.protection = { ...options };
}

/** Takes the protection away. Throws `AccessDenied` for a wrong password; see {@link Behaviours} for an unprotected sheet. */
export function unprotectSheet(book: Book, sheet: SheetId, password: string | null): void {
  const state = stateOf(book, sheet);
  if (!state.protection && book.behaviours.unprotectOpenSheet === 'refused') deny('The sheet is not protected');
  const wanted = state.protection?.password ?? null;
  if (wanted !== null && wanted !== password) deny('The password is wrong');
  state.protection = null;
}

/** Whether a person may type here. */
export function mayType(book: Book, sheet: SheetId, row: number, column: number): boolean {
  return !stateOf(book, sheet).protection || !isLocked(book, sheet, row, column);
}
