import type { IWorkbookData } from '@univerjs/core';
import type { Book, Culture } from './book';
import { stateOf } from './book';
import { Calculator } from './calculator';
import * as cells from './cells';
import { chartShelf } from './charts';
import type { ChartShelf } from './chartTypes';
import { Engine, type EngineView } from './engine';
import { expandNames } from './formulas';
import { conditionalLooks, type ConditionalLook } from './looks';
import * as lines from './lines';
import * as merges from './merges';
import * as names from './names';
import { formatValue } from './numberFormat';
import { setPage } from './page';
import * as person from './person';
import * as protection from './protection';
import * as rules from './rules';
import * as sheets from './sheets';
import { forUniver, readCustom, takeSnapshot } from './snapshot';
import { editLines } from './structure';
import { typeAsPerson } from './typing';
import type * as t from './types';
import { invalidCells, listAt, ruleAt } from './validation';

type Properties = t.WorkbookCustom['properties'];

/** The stand-in for an Excel workbook over Univer: it joins the subjects, each of which is a file of this folder. */
export class UniverWorkbook implements t.StandInWorkbook {
  readonly charts: ChartShelf;
  private readonly book: Book;
  private readonly listeners = new Set<(event: t.WorkbookEvent) => void>();
  private fileProperties: Properties;
  private lastId = 0;

  constructor(
    readonly name: string,
    data: IWorkbookData,
    culture: Culture,
    today: () => Date,
    view?: EngineView,
  ) {
    const { states, workbook } = readCustom(data);
    this.fileProperties = workbook.properties;
    const engine = Engine.start(forUniver(data), view);
    const calculator = new Calculator(engine, (formula, sheet) => expandNames(formula, this.book.names, sheet));
    this.book = {
      engine,
      calculator,
      culture,
      today,
      states,
      selections: new Map(),
      usedIds: new Set(data.sheetOrder),
      names: workbook.names,
      active: '',
      newId: () => `item-${(this.lastId += 1)}`,
      emit: (event) => this.listeners.forEach((listener) => listener(event)),
    };
    for (const { conditionalFormats, charts } of states.values())
      for (const one of [...conditionalFormats, ...charts]) one.id = this.book.newId();
    this.charts = chartShelf(this.book);
    sheets.activateSheet(this.book, workbook.activeSheet);
  }

  /** Univer itself, for the page that shows this workbook. */
  get engine(): Engine {
    return this.book.engine;
  }

  sheets(): t.SheetInfo[] {
    return sheets.sheetInfos(this.book);
  }
  addSheet(name?: string): t.SheetId {
    return sheets.addSheet(this.book, name);
  }
  deleteSheet(sheet: t.SheetId): void {
    sheets.deleteSheet(this.book, sheet);
  }
  renameSheet(sheet: t.SheetId, name: string): void {
    sheets.renameSheet(this.book, sheet, name);
  }
  moveSheet(sheet: t.SheetId, position: number): void {
    sheets.moveSheet(this.book, sheet, position);
  }
  copySheet(sheet: t.SheetId, position: number): t.SheetId {
    return sheets.copySheet(this.book, sheet, position);
  }
  setSheetInfo(sheet: t.SheetId, patch: Parameters<t.StandInWorkbook['setSheetInfo']>[1]): void {
    sheets.setSheetInfo(this.book, sheet, patch);
  }
  activeSheet(): t.SheetId {
    return this.book.active;
  }
  activateSheet(sheet: t.SheetId): void {
    sheets.activateSheet(this.book, sheet);
  }
  selection(): { sheet: t.SheetId; area: t.Area } {
    return sheets.selectionOf(this.book);
  }
  select(sheet: t.SheetId, area: t.Area): void {
    sheets.select(this.book, sheet, area);
  }

  usedArea(sheet: t.SheetId, valuesOnly: boolean): Promise<t.Area | null> {
    return cells.usedArea(this.book, sheet, valuesOnly);
  }
  read(sheet: t.SheetId, area: t.Area): Promise<t.CellRead[][]> {
    return cells.readCells(this.book, sheet, area);
  }
  stored(sheet: t.SheetId, area: t.Area): t.CellRead[][] {
    return cells.storedCells(this.book, sheet, area);
  }
  readText(sheet: t.SheetId, area: t.Area): Promise<string[][]> {
    return cells.readTexts(this.book, sheet, area);
  }
  write(sheet: t.SheetId, area: t.Area, values: t.CellWrite[][]): void {
    cells.writeCells(this.book, sheet, area, values);
  }
  clear(sheet: t.SheetId, area: t.Area, what: 'contents' | 'formats' | 'all'): void {
    cells.clearCells(this.book, sheet, area, what);
  }
  calculate(): Promise<void> {
    return this.book.calculator.calculate();
  }
  styles(sheet: t.SheetId, area: t.Area): t.CellStyle[][] {
    return cells.readStyles(this.book, sheet, area);
  }
  setStyle(sheet: t.SheetId, area: t.Area, patch: Partial<t.CellStyle>): void {
    cells.setStyle(this.book, sheet, area, patch);
  }
  merges(sheet: t.SheetId): t.Area[] {
    return merges.mergesOf(this.book, sheet);
  }
  merge(sheet: t.SheetId, area: t.Area): void {
    merges.merge(this.book, sheet, area);
  }
  unmerge(sheet: t.SheetId, area: t.Area): void {
    merges.unmerge(this.book, sheet, area);
  }

  rowHeight(sheet: t.SheetId, row: number): number {
    return lines.lineSize(this.book, 'row', sheet, row);
  }
  setRowHeight(sheet: t.SheetId, first: number, count: number, height: number): void {
    lines.setLineSize(this.book, 'row', sheet, first, count, height);
  }
  columnWidth(sheet: t.SheetId, column: number): number {
    return lines.lineSize(this.book, 'column', sheet, column);
  }
  setColumnWidth(sheet: t.SheetId, first: number, count: number, width: number): void {
    lines.setLineSize(this.book, 'column', sheet, first, count, width);
  }
  rowHidden(sheet: t.SheetId, row: number): boolean {
    return lines.isHidden(this.book, 'row', sheet, row);
  }
  setRowsHidden(sheet: t.SheetId, first: number, count: number, hidden: boolean): void {
    lines.setHidden(this.book, 'row', sheet, first, count, hidden);
  }
  columnHidden(sheet: t.SheetId, column: number): boolean {
    return lines.isHidden(this.book, 'column', sheet, column);
  }
  setColumnsHidden(sheet: t.SheetId, first: number, count: number, hidden: boolean): void {
    lines.setHidden(this.book, 'column', sheet, first, count, hidden);
  }
  freeze(sheet: t.SheetId): { rows: number; columns: number } {
    return lines.freezeOf(this.book, sheet);
  }
  setFreeze(sheet: t.SheetId, rows: number, columns: number): void {
    lines.setFreeze(this.book, sheet, rows, columns);
  }
  insertRows(sheet: t.SheetId, row: number, count: number): void {
    editLines(this.book, sheet, { axis: 'row', kind: 'insert', at: row, count });
  }
  deleteRows(sheet: t.SheetId, row: number, count: number): void {
    editLines(this.book, sheet, { axis: 'row', kind: 'delete', at: row, count });
  }
  insertColumns(sheet: t.SheetId, column: number, count: number): void {
    editLines(this.book, sheet, { axis: 'column', kind: 'insert', at: column, count });
  }
  deleteColumns(sheet: t.SheetId, column: number, count: number): void {
    editLines(this.book, sheet, { axis: 'column', kind: 'delete', at: column, count });
  }

  validations(sheet: t.SheetId): t.ValidationRule[] {
    return structuredClone(stateOf(this.book, sheet).validations);
  }
  setValidation(sheet: t.SheetId, rule: t.ValidationRule): void {
    rules.setValidation(this.book, sheet, rule);
  }
  clearValidation(sheet: t.SheetId, area: t.Area): void {
    rules.clearValidation(this.book, sheet, area);
  }
  invalidCells(sheet: t.SheetId, area: t.Area): Promise<t.Area[]> {
    return invalidCells(this.book, sheet, area);
  }
  conditionalFormats(sheet: t.SheetId): t.ConditionalFormat[] {
    return structuredClone(stateOf(this.book, sheet).conditionalFormats);
  }
  addConditionalFormat(sheet: t.SheetId, format: Omit<t.ConditionalFormat, 'id'>): string {
    return rules.addConditionalFormat(this.book, sheet, format);
  }
  updateConditionalFormat(sheet: t.SheetId, id: string, patch: Partial<Omit<t.ConditionalFormat, 'id'>>): void {
    rules.updateConditionalFormat(this.book, sheet, id, patch);
  }
  deleteConditionalFormat(sheet: t.SheetId, id: string): void {
    rules.deleteConditionalFormat(this.book, sheet, id);
  }

  protection(sheet: t.SheetId): t.SheetProtection | null {
    return structuredClone(stateOf(this.book, sheet).protection);
  }
  protect(sheet: t.SheetId, options: t.SheetProtection): void {
    protection.protectSheet(this.book, sheet, options);
  }
  unprotect(sheet: t.SheetId, password: string | null): void {
    protection.unprotectSheet(this.book, sheet, password);
  }
  page(sheet: t.SheetId): t.PageSetup {
    return structuredClone(stateOf(this.book, sheet).page);
  }
  setPage(sheet: t.SheetId, patch: Partial<t.PageSetup>): void {
    setPage(this.book, sheet, patch);
  }
  names(): t.DefinedName[] {
    return structuredClone(this.book.names);
  }
  addName(name: t.DefinedName): void {
    names.addName(this.book, name);
  }
  deleteName(name: string, scope: t.SheetId | null): void {
    names.deleteName(this.book, name, scope);
  }
  properties(): Properties {
    return { ...this.fileProperties };
  }
  setProperties(patch: Partial<Properties>): void {
    this.fileProperties = { ...this.fileProperties, ...patch };
  }

  typeAsPerson(
    sheet: t.SheetId,
    row: number,
    column: number,
    value: string | number | boolean | null,
  ): Promise<t.TypingResult> {
    return typeAsPerson(this.book, sheet, row, column, value);
  }
  /** Pasting, filling and emptying; see {@link person.putAsPerson}. */
  putAsPerson(sheet: t.SheetId, cells: readonly person.PersonCell[]): { ok: true } | t.Refusal {
    return person.putAsPerson(this.book, sheet, cells);
  }
  keepCells(sheet: t.SheetId, cells: readonly { row: number; column: number }[]): person.KeptCell[] {
    return person.keepCells(this.book, sheet, cells);
  }
  putBack(sheet: t.SheetId, cells: readonly person.KeptCell[]): void {
    person.putBack(this.book, sheet, cells);
  }
  /** What a person sees of a cell in the editor: what typed again would give the same. */
  editText(sheet: t.SheetId, row: number, column: number): string {
    return person.editTextOf(this.book, sheet, row, column);
  }
  /** What a cell shows now, by its number format; nothing is calculated for it. */
  shownText(value: t.CellValue, numberFormat: string): string {
    return formatValue(value, numberFormat, this.book.culture);
  }
  mayType(sheet: t.SheetId, row: number, column: number): boolean {
    return protection.mayType(this.book, sheet, row, column);
  }
  /** The validation a cell is under. */
  ruleAt(sheet: t.SheetId, row: number, column: number): t.ValidationRule | null {
    return structuredClone(ruleAt(this.book, sheet, row, column));
  }
  /** What the list of a cell offers; null where it has none. */
  listAt(sheet: t.SheetId, row: number, column: number): Promise<string[] | null> {
    return listAt(this.book, sheet, row, column);
  }
  /** How conditional formats make the cells of a sheet look now. */
  conditionalLooks(sheet: t.SheetId, breathe = (): Promise<void> => Promise.resolve()): Promise<ConditionalLook[]> {
    return conditionalLooks(this.book, sheet, breathe);
  }

  snapshot(): Promise<IWorkbookData> {
    return takeSnapshot(this.book, this.name, this.fileProperties);
  }
  onEvent(listener: (event: t.WorkbookEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  dispose(): void {
    this.listeners.clear();
    this.engine.dispose();
  }
}
