import { isSameName } from '../../spreadsheet/sheetNames';
import { BooleanNumber, type Worksheet } from '@univerjs/core';
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import type { Area } from '../../xlsx/model/areas';
import { dropSheetFromFormula, renameInFormula } from '../../xlsx/model/references';
import { defaultPage } from '../../xlsx/model/pageSetup';
import { emptySheetCustom, emptySheet, type SheetCustom, type SheetId } from '../../xlsx/model/snapshot';
import { stateOf, type Book } from './book';
import { mapReferences } from './charts';
import type { SheetInfo } from './contract';
import { rewriteAllFormulas } from './formulas';
import { requireOpenStructure } from './protection';
import { requireArea, WorkbookRefusal } from './refusals';

/** Excel's longest name of a sheet, in UTF-16 units. */
const MAX_NAME = 31;

export function sheetInfos(book: Book): SheetInfo[] {
  return book.engine.workbook.getSheets().map((sheet, position) => {
    const id = sheet.getSheetId();
    const hidden = sheet.getConfig().hidden === BooleanNumber.TRUE;
    return {
      id,
      name: sheet.getName(),
      position,
      visibility: !hidden ? 'visible' : stateOf(book, id).veryHidden ? 'veryHidden' : 'hidden',
      tabColor: sheet.getConfig().tabColor || null,
      showGridlines: sheet.getConfig().showGridlines !== BooleanNumber.FALSE,
    };
  });
}

function names(book: Book, except?: SheetId): string[] {
  return sheetInfos(book).flatMap((info) => (info.id === except ? [] : [info.name]));
}

/** Throws `InvalidArgument` for a name Excel does not take, `ItemAlreadyExists` for one that is taken. */
function requireName(book: Book, name: string, sheet?: SheetId): string {
  const illegal = name.trim() === '' || name.length > MAX_NAME || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name);
  if (illegal || isSameName(name, 'History'))
    throw new WorkbookRefusal('InvalidArgument', `Not a sheet's name: ${name}`);
  if (names(book, sheet).some((taken) => isSameName(taken, name))) {
    throw new WorkbookRefusal('ItemAlreadyExists', `There is a sheet ${name} already`);
  }
  return name;
}

function freeId(book: Book): SheetId {
  let number = book.states.size + 1;
  while (book.usedIds.has(`sheet-${number}`)) number += 1;
  const id = `sheet-${number}`;
  book.usedIds.add(id);
  return id;
}

function freeName(book: Book): string {
  const numbers = names(book).map((name) => Number(/^sheet(\d+)$/i.exec(name)?.[1] ?? 0));
  return `Sheet${Math.max(0, ...numbers) + 1}`;
}

/** The name Excel gives a copy: `X (2)`, of `X (2)` the next free number; a long name loses its end. */
function copyName(book: Book, name: string): string {
  const stem = name.replace(/ \(\d+\)$/, '');
  const taken = names(book);
  for (let number = 2; ; number += 1) {
    const suffix = ` (${number})`;
    const candidate = stem.slice(0, MAX_NAME - suffix.length) + suffix;
    if (!taken.some((other) => isSameName(other, candidate))) return candidate;
  }
}

function insert(book: Book, sheet: ReturnType<Worksheet['getConfig']>, position: number): void {
  book.engine.mutate(InsertSheetMutation.id, null, { index: position, sheet }, { staysInView: true });
}

export function addSheet(book: Book, wanted?: string): SheetId {
  requireOpenStructure(book);
  const name = requireName(book, wanted ?? freeName(book));
  const id = freeId(book);
  insert(book, emptySheet(id, name), book.states.size);
  book.states.set(id, emptySheetCustom());
  book.calculator.forgetSheetNames(name);
  book.emit({ kind: 'sheetAdded', sheet: id });
  return id;
}

/** Inserts a sheet that comes from elsewhere; where its name is taken it gets the name of a copy. */
export function insertSheet(
  book: Book,
  sheet: ReturnType<Worksheet['getConfig']>,
  state: SheetCustom,
  position: number,
): SheetId {
  requireOpenStructure(book);
  requirePosition(position, book.states.size);
  const taken = names(book).some((name) => isSameName(name, sheet.name));
  const name = taken ? copyName(book, sheet.name) : sheet.name;
  const id = freeId(book);
  insert(book, { ...sheet, id, name }, position);
  book.states.set(id, state);
  for (const one of [...state.conditionalFormats, ...state.charts]) one.id = book.newId();
  book.calculator.forgetSheetNames(name);
  book.calculator.touchEverything();
  book.emit({ kind: 'sheetAdded', sheet: id });
  return id;
}

function visibleSheets(book: Book, except: SheetId): SheetInfo[] {
  return sheetInfos(book).filter((info) => info.id !== except && info.visibility === 'visible');
}

/** Deletes a sheet; what pointed there is `#REF!`. Throws `InvalidOperation` for a very hidden or the last visible one. */
export function deleteSheet(book: Book, sheet: SheetId): void {
  requireOpenStructure(book);
  const worksheet = book.engine.sheet(sheet);
  const others = visibleSheets(book, sheet);
  const isKept = stateOf(book, sheet).veryHidden && book.behaviours.veryHiddenSheets === 'kept';
  if (others.length === 0 || isKept) {
    throw new WorkbookRefusal('InvalidOperation', 'A very hidden sheet and the last visible one cannot be deleted');
  }
  const name = worksheet.getName();
  if (book.active === sheet) {
    const position = worksheetPosition(book, sheet);
    const next = others.find((info) => info.position > position) ?? others.at(-1);
    if (next) activateSheet(book, next.id);
  }
  book.calculator.forgetFormulasOf(sheet);
  book.engine.mutate(RemoveSheetMutation.id, sheet, {});
  book.states.delete(sheet);
  book.selections.delete(sheet);
  book.names = book.names.filter((defined) => defined.scope !== sheet);
  rewriteAllFormulas(book, (formula) => dropSheetFromFormula(formula, name));
  book.calculator.forgetSheetNames(name);
  book.emit({ kind: 'sheetDeleted', sheet });
}

function worksheetPosition(book: Book, sheet: SheetId): number {
  book.engine.sheet(sheet);
  return book.engine.workbook.getSheets().findIndex((candidate) => candidate.getSheetId() === sheet);
}

/** Renames a sheet; formulas follow. */
export function renameSheet(book: Book, sheet: SheetId, wanted: string): void {
  requireOpenStructure(book);
  const before = book.engine.sheet(sheet).getName();
  const name = requireName(book, wanted, sheet);
  if (name === before) return;
  book.engine.mutate(SetWorksheetNameMutation.id, sheet, { name });
  if (book.behaviours.renamedSheets === 'followed')
    rewriteAllFormulas(book, (formula) => renameInFormula(formula, before, name));
  book.calculator.forgetSheetNames(before, name);
  book.emit({ kind: 'sheetRenamed', sheet });
}

function requirePosition(position: number, count: number): void {
  if (!Number.isInteger(position) || position < 0 || position > count) {
    throw new WorkbookRefusal('InvalidArgument', `No position of a sheet: ${position}`);
  }
}

export function moveSheet(book: Book, sheet: SheetId, position: number): void {
  requireOpenStructure(book);
  requirePosition(position, book.states.size - 1);
  const fromOrder = worksheetPosition(book, sheet);
  if (fromOrder === position) return;
  book.engine.mutate(SetWorksheetOrderMutation.id, sheet, { fromOrder, toOrder: position });
  book.emit({ kind: 'sheetMoved', sheet });
}

/** Copies a sheet with all that belongs to it; formulas that named no sheet point into the copy. */
export function copySheet(book: Book, sheet: SheetId, position: number): SheetId {
  requireOpenStructure(book);
  const worksheet = book.engine.sheet(sheet);
  requirePosition(position, book.states.size);
  const source = worksheet.getName();
  const name = copyName(book, source);
  const id = freeId(book);
  insert(book, { ...worksheet.getConfig(), id, name }, position);
  const state = structuredClone(stateOf(book, sheet));
  book.states.set(id, state);
  if (book.behaviours.copiedPage === 'lost') state.page = defaultPage();
  if (book.behaviours.copiedRules === 'lost') state.validations = [];
  // Charts of the source's own cells show the copy's.
  state.charts = mapReferences(state.charts, (formula) => renameInFormula(formula, source, name));
  for (const one of [...state.conditionalFormats, ...state.charts]) one.id = book.newId();
  const own = book.names.filter((defined) => defined.scope === sheet);
  for (const defined of own) {
    book.names.push({ ...defined, scope: id, formula: renameInFormula(defined.formula, source, name) });
  }
  book.calculator.forgetSheetNames(name);
  book.calculator.touchCopy();
  book.emit({ kind: 'sheetAdded', sheet: id });
  return id;
}

export function setSheetInfo(
  book: Book,
  sheet: SheetId,
  patch: Partial<Pick<SheetInfo, 'visibility' | 'tabColor' | 'showGridlines'>>,
): void {
  const state = stateOf(book, sheet);
  const { visibility, tabColor, showGridlines } = patch;
  if (visibility !== undefined) {
    requireOpenStructure(book);
    const hidden = visibility !== 'visible';
    const others = visibleSheets(book, sheet);
    const first = others[0];
    if (hidden && !first) throw new WorkbookRefusal('InvalidOperation', 'The last visible sheet cannot be hidden');
    state.veryHidden = visibility === 'veryHidden';
    const flag = hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    book.engine.mutate(SetWorksheetHideMutation.id, sheet, { hidden: flag });
    if (hidden && book.active === sheet && first) activateSheet(book, first.id);
  }
  if (tabColor !== undefined)
    book.engine.mutate(SetTabColorMutation.id, sheet, { color: tabColor?.toUpperCase() ?? '' });
  if (showGridlines !== undefined) {
    const flag = showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    book.engine.mutate(ToggleGridlinesMutation.id, sheet, { showGridlines: flag });
  }
}

/** Shows a sheet. Throws `InvalidOperation` for a hidden one. */
export function activateSheet(book: Book, sheet: SheetId): void {
  if (book.engine.sheet(sheet).getConfig().hidden === BooleanNumber.TRUE) {
    throw new WorkbookRefusal('InvalidOperation', 'A hidden sheet cannot be activated');
  }
  if (book.active === sheet) return;
  book.engine.mutate(SetWorksheetActiveOperation.id, sheet, {});
  book.active = sheet;
  book.emit({ kind: 'sheetActivated', sheet });
}

export function selectionOf(book: Book): { sheet: SheetId; area: Area } {
  const area = book.selections.get(book.active) ?? { row: 0, column: 0, rows: 1, columns: 1 };
  return { sheet: book.active, area: { ...area } };
}

export function select(book: Book, sheet: SheetId, area: Area): void {
  requireArea(area);
  activateSheet(book, sheet);
  book.selections.set(sheet, { ...area });
}
