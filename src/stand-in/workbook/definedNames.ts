import { isSameName } from '../../spreadsheet/sheetNames';
import { asReference } from '../../xlsx/model/references';
import type { DefinedName, SheetId } from '../../xlsx/model/snapshot';
import { stateOf, type Book } from './book';
import { WorkbookRefusal } from './refusals';

const LEGAL = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u;

function sameScope(a: DefinedName, name: string, scope: SheetId | null): boolean {
  return a.scope === scope && isSameName(a.name, name);
}

/** Throws `InvalidArgument` for a name or formula Excel does not take, `ItemAlreadyExists` for one that is taken. */
export function addName(book: Book, defined: DefinedName): void {
  const { name, formula, scope } = defined;
  if (scope !== null) stateOf(book, scope);
  const illegal =
    !LEGAL.test(name) || /^[rc]$/i.test(name) || asReference(`=${name}`) !== null || !/^=\s*\S/.test(formula);
  if (illegal) throw new WorkbookRefusal('InvalidArgument', `Not a name or its formula: ${name} ${formula}`);
  if (book.names.some((other) => sameScope(other, name, scope))) {
    throw new WorkbookRefusal('ItemAlreadyExists', `There is a name ${name} already`);
  }
  book.names.push({ ...defined });
  book.calculator.touchEverything();
}

/** Throws `ItemNotFound` where there is no such name. */
export function deleteName(book: Book, name: string, scope: SheetId | null): void {
  const kept = book.names.filter((other) => !sameScope(other, name, scope));
  if (kept.length === book.names.length) throw new WorkbookRefusal('ItemNotFound', `There is no name ${name}`);
  book.names = kept;
  book.calculator.touchEverything();
}
