import type { IWorkbookData } from '@univerjs/core';
import type { Area } from '../../xlsx/model/areas';
import type { CellStyle } from '../../xlsx/model/cellStyle';
import type { PageSetup } from '../../xlsx/model/pageSetup';
import type { ConditionalFormat, ValidationRule } from '../../xlsx/model/rules';
import type { DefinedName, SheetId, SheetProtection, WorkbookCustom } from '../../xlsx/model/snapshot';
import { type Behaviours, documentedBehaviours } from './behaviours';
import { type Book, type Culture, stateOf } from './book';
import { Calculator } from './calculator';
import { type CellRead, type CellValue, type CellWrite, formatValue } from './cellContent';
import * as cells from './cells';
import { chartCollection } from './charts';
import { conditionalStyles, type ConditionalStyle } from './conditionalStyles';
import type { CalculationMode, SheetInfo, StandInWorkbook, WorkbookEvent, ChartCollection } from './contract';
import * as names from './definedNames';
import { Engine, type EngineView } from './engine';
import { expandNames } from './formulas';
import { insertSheets } from './insertSheets';
import * as lines from './lineSizes';
import * as merges from './merges';
import { setPage } from './pageSetup';
import * as person from './personEdits';
import * as protection from './protection';
import type { Refusal, TypingResult } from './refusals';
import * as rules from './rules';
import * as sheets from './sheets';
import { forUniver, readCustom, takeSnapshot } from './snapshot';
import { editLines } from './structure';
import { typeAsPerson } from './typing';
import { invalidCells, listAt, ruleAt } from './validation';

type Properties = WorkbookCustom['properties'];

/** The stand-in for an Excel workbook over Univer: it joins the subjects, each of which is a file of this folder. */
export class UniverWorkbook implements StandInWorkbook {
  readonly charts: ChartCollection;
  readonly behaviours: Behaviours = documentedBehaviours();
  private readonly book: Book;
  private readonly listeners = new Set<(event: WorkbookEvent) => void>();
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
      behaviours: this.behaviours,
      today,
      states,
      selections: new Map(),
      usedIds: new Set(data.sheetOrder),
      names: workbook.names,
      carried: workbook.carried,
      active: '',
      newId: () => `item-${(this.lastId += 1)}`,
      emit: (event) => this.listeners.forEach((listener) => listener(event)),
    };
    for (const { conditionalFormats, charts } of states.values())
      for (const one of [...conditionalFormats, ...charts]) one.id = this.book.newId();
    this.charts = chartCollection(this.book);
    sheets.activateSheet(this.book, workbook.activeSheet);
  }

  /** Univer itself, for the page that shows this workbook. */
  get engine(): Engine {
    return this.book.engine;
  }

  sheets(): SheetInfo[] {
    return sheets.sheetInfos(this.book);
  }
  addSheet(name?: string): SheetId {
    return sheets.addSheet(this.book, name);
  }
  deleteSheet(sheet: SheetId): void {
    sheets.deleteSheet(this.book, sheet);
  }
  renameSheet(sheet: SheetId, name: string): void {
    sheets.renameSheet(this.book, sheet, name);
  }
  moveSheet(sheet: SheetId, position: number): void {
    sheets.moveSheet(this.book, sheet, position);
  }
  copySheet(sheet: SheetId, position: number): SheetId {
    return sheets.copySheet(this.book, sheet, position);
  }
  insertSheets(data: IWorkbookData, position: number): SheetId[] {
    return insertSheets(this.book, data, position);
  }
  setSheetInfo(sheet: SheetId, patch: Parameters<StandInWorkbook['setSheetInfo']>[1]): void {
    sheets.setSheetInfo(this.book, sheet, patch);
  }
  activeSheet(): SheetId {
    return this.book.active;
  }
  activateSheet(sheet: SheetId): void {
    sheets.activateSheet(this.book, sheet);
  }
  selection(): { sheet: SheetId; area: Area } {
    return sheets.selectionOf(this.book);
  }
  select(sheet: SheetId, area: Area): void {
    sheets.select(this.book, sheet, area);
  }

  usedArea(sheet: SheetId, options: { valuesOnly: boolean }): Promise<Area | null> {
    return cells.usedArea(this.book, sheet, options);
  }
  read(sheet: SheetId, area: Area): Promise<CellRead[][]> {
    return cells.readCells(this.book, sheet, area);
  }
  stored(sheet: SheetId, area: Area): CellRead[][] {
    return cells.storedCells(this.book, sheet, area);
  }
  readText(sheet: SheetId, area: Area): Promise<string[][]> {
    return cells.readTexts(this.book, sheet, area);
  }
  write(sheet: SheetId, area: Area, values: CellWrite[][]): void {
    cells.writeCells(this.book, sheet, area, values);
  }
  clear(sheet: SheetId, area: Area, what: 'contents' | 'formats' | 'all'): void {
    cells.clearCells(this.book, sheet, area, what);
  }
  calculate(): Promise<void> {
    return this.book.calculator.recalculate();
  }
  get calculationMode(): CalculationMode {
    return this.book.calculator.mode;
  }
  set calculationMode(mode: CalculationMode) {
    this.book.calculator.mode = mode;
  }
  /** Cells whose formulas cannot be calculated here and that keep the results of their file. */
  keptResults(): { sheet: SheetId; row: number; column: number }[] {
    return cells.keptResults(this.book);
  }
  styles(sheet: SheetId, area: Area): Readonly<CellStyle>[][] {
    return cells.readStyles(this.book, sheet, area);
  }
  setStyle(sheet: SheetId, area: Area, patch: Partial<CellStyle>): void {
    cells.setStyle(this.book, sheet, area, patch);
  }
  merges(sheet: SheetId): Area[] {
    return merges.mergesOf(this.book, sheet);
  }
  merge(sheet: SheetId, area: Area): void {
    merges.merge(this.book, sheet, area);
  }
  unmerge(sheet: SheetId, area: Area): void {
    merges.unmerge(this.book, sheet, area);
  }

  rowHeight(sheet: SheetId, row: number): number {
    return lines.lineSize(this.book, 'row', sheet, row);
  }
  setRowHeight(sheet: SheetId, first: number, count: number, height: number): void {
    lines.setLineSize(this.book, 'row', sheet, first, count, height);
  }
  standardHeight(sheet: SheetId): number {
    return lines.standardHeight(this.book, sheet);
  }
  setStandardHeight(sheet: SheetId, first: number, count: number): void {
    lines.setStandardHeight(this.book, sheet, first, count);
  }
  columnWidth(sheet: SheetId, column: number): number {
    return lines.lineSize(this.book, 'column', sheet, column);
  }
  setColumnWidth(sheet: SheetId, first: number, count: number, width: number): void {
    lines.setLineSize(this.book, 'column', sheet, first, count, width);
  }
  rowHidden(sheet: SheetId, row: number): boolean {
    return lines.isHidden(this.book, 'row', sheet, row);
  }
  setRowsHidden(sheet: SheetId, first: number, count: number, options: { hidden: boolean }): void {
    lines.setHidden(this.book, 'row', sheet, first, count, options);
  }
  columnHidden(sheet: SheetId, column: number): boolean {
    return lines.isHidden(this.book, 'column', sheet, column);
  }
  setColumnsHidden(sheet: SheetId, first: number, count: number, options: { hidden: boolean }): void {
    lines.setHidden(this.book, 'column', sheet, first, count, options);
  }
  freeze(sheet: SheetId): { rows: number; columns: number } {
    return lines.freezeOf(this.book, sheet);
  }
  setFreeze(sheet: SheetId, rows: number, columns: number): void {
    lines.setFreeze(this.book, sheet, rows, columns);
  }
  insertRows(sheet: SheetId, row: number, count: number): void {
    editLines(this.book, sheet, { axis: 'row', kind: 'insert', at: row, count });
  }
  deleteRows(sheet: SheetId, row: number, count: number): void {
    editLines(this.book, sheet, { axis: 'row', kind: 'delete', at: row, count });
  }
  insertColumns(sheet: SheetId, column: number, count: number): void {
    editLines(this.book, sheet, { axis: 'column', kind: 'insert', at: column, count });
  }
  deleteColumns(sheet: SheetId, column: number, count: number): void {
    editLines(this.book, sheet, { axis: 'column', kind: 'delete', at: column, count });
  }

  validations(sheet: SheetId): readonly Readonly<ValidationRule>[] {
    return stateOf(this.book, sheet).validations;
  }
  setValidation(sheet: SheetId, rule: ValidationRule): void {
    rules.setValidation(this.book, sheet, rule);
  }
  clearValidation(sheet: SheetId, area: Area): void {
    rules.clearValidation(this.book, sheet, area);
  }
  invalidCells(sheet: SheetId, area: Area): Promise<Area[]> {
    return invalidCells(this.book, sheet, area);
  }
  conditionalFormats(sheet: SheetId): ConditionalFormat[] {
    return structuredClone(stateOf(this.book, sheet).conditionalFormats);
  }
  addConditionalFormat(sheet: SheetId, format: Omit<ConditionalFormat, 'id'>): string {
    return rules.addConditionalFormat(this.book, sheet, format);
  }
  updateConditionalFormat(sheet: SheetId, id: string, patch: Partial<Omit<ConditionalFormat, 'id'>>): void {
    rules.updateConditionalFormat(this.book, sheet, id, patch);
  }
  deleteConditionalFormat(sheet: SheetId, id: string): void {
    rules.deleteConditionalFormat(this.book, sheet, id);
  }

  protection(sheet: SheetId): SheetProtection | null {
    return structuredClone(stateOf(this.book, sheet).protection);
  }
  protect(sheet: SheetId, options: SheetProtection): void {
    protection.protectSheet(this.book, sheet, options);
  }
  unprotect(sheet: SheetId, password: string | null): void {
    protection.unprotectSheet(this.book, sheet, password);
  }
  page(sheet: SheetId): PageSetup {
    return structuredClone(stateOf(this.book, sheet).page);
  }
  setPage(sheet: SheetId, patch: Partial<PageSetup>): void {
    setPage(this.book, sheet, patch);
  }
  names(): DefinedName[] {
    return structuredClone(this.book.names);
  }
  addName(name: DefinedName): void {
    names.addName(this.book, name);
  }
  deleteName(name: string, scope: SheetId | null): void {
    names.deleteName(this.book, name, scope);
  }
  properties(): Properties {
    return { ...this.fileProperties };
  }
  setProperties(patch: Partial<Properties>): void {
    this.fileProperties = { ...this.fileProperties, ...patch };
  }

  typeAsPerson(
    sheet: SheetId,
    row: number,
    column: number,
    value: string | number | boolean | null,
  ): Promise<TypingResult> {
    return typeAsPerson(this.book, sheet, row, column, value);
  }
  /** Pasting, filling and emptying; see {@link person.putAsPerson}. */
  putAsPerson(sheet: SheetId, cells: readonly person.PersonCell[]): { ok: true } | Refusal {
    return person.putAsPerson(this.book, sheet, cells);
  }
  captureCells(sheet: SheetId, cells: readonly { row: number; column: number }[]): person.CapturedCell[] {
    return person.captureCells(this.book, sheet, cells);
  }
  restoreCells(sheet: SheetId, cells: readonly person.CapturedCell[]): void {
    person.restoreCells(this.book, sheet, cells);
  }
  /** What a person sees of a cell in the editor: what typed again would give the same. */
  editText(sheet: SheetId, row: number, column: number): string {
    return person.editTextOf(this.book, sheet, row, column);
  }
  /** What a cell shows now, by its number format; nothing is calculated for it. */
  shownText(value: CellValue, numberFormat: string): string {
    return formatValue(value, numberFormat, this.book.culture);
  }
  mayType(sheet: SheetId, row: number, column: number): boolean {
    return protection.mayType(this.book, sheet, row, column);
  }
  /** The validation a cell is under. */
  ruleAt(sheet: SheetId, row: number, column: number): ValidationRule | null {
    return structuredClone(ruleAt(this.book, sheet, row, column));
  }
  /** What the list of a cell offers; null where it has none. */
  listAt(sheet: SheetId, row: number, column: number): Promise<string[] | null> {
    return listAt(this.book, sheet, row, column);
  }
  /** How conditional formats make the cells of a sheet look now. */
  conditionalStyles(sheet: SheetId, yieldToUi = (): Promise<void> => Promise.resolve()): Promise<ConditionalStyle[]> {
    return conditionalStyles(this.book, sheet, yieldToUi);
  }

  snapshot(): Promise<IWorkbookData> {
    return takeSnapshot(this.book, this.name, this.fileProperties);
  }
  onEvent(listener: (event: WorkbookEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  dispose(): void {
    this.listeners.clear();
    this.engine.dispose();
  }
}
