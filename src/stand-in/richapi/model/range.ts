import { intersection, MAX_COLUMNS, MAX_ROWS, type Area } from '../../../xlsx/model/areas';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { requireArea } from '../../workbook/refusals';
import { bounding, formatAddress, isEntireColumn, isEntireRow } from '../address';
import { aBoolean, anInteger, oneOf, orElse } from '../check';
import { invalidArgument, itemNotFound } from '../errors';
import { HostObject } from '../hostObject';
import { shownFormula } from '../implicitIntersection';
import type { Place } from '../place';
import type { HostState } from '../hostState';
import { ConditionalFormatsObject } from './conditionalFormats';
import { DataValidationObject } from './dataValidation';
import { cellProperties, columnProperties, displayedCells, rowProperties } from './displayedCells';
import { readCells, readText, typeOf, usedPart, valueOf, writeCells, writeNumberFormats } from './rangeCells';
import { copyInto, deleteCells, insertCells, mergeCells, restyle, STYLE, wipe } from './rangeEdit';
import { RangeAreasObject } from './rangeAreas';
import { RangeFormatObject } from './rangeFormat';
import { resolveArea, sheetInfo } from './sheetLookup';
import { uniform } from './sharedValue';
import { WorksheetObject } from './worksheet';

/** Excel.Range: one rectangle of cells, which may be whole rows or columns. */
export class RangeObject extends HostObject {
  readonly className = 'Range';

  constructor(
    session: HostState,
    readonly place: Place,
    private referenceId: string | null = null,
  ) {
    super(session);
  }

  static of(session: HostState, sheet: SheetId, area: Area): RangeObject {
    return new RangeObject(session, session.place(sheet, [area]));
  }

  identity(): Record<string, string> {
    return this.referenceId === null ? {} : { _ReferenceId: this.referenceId };
  }

  _keepReference(): void {
    this.referenceId ??= this.session.keep(this.place);
  }

  get address(): string {
    return formatAddress(sheetInfo(this.session, this.place.sheet).name, this.place.area);
  }
  get addressLocal(): string {
    return this.address;
  }
  get rowIndex(): number {
    return this.place.area.row;
  }
  get columnIndex(): number {
    return this.place.area.column;
  }
  get rowCount(): number {
    return this.place.area.rows;
  }
  get columnCount(): number {
    return this.place.area.columns;
  }
  /** −1 when there are more cells than a 32-bit number counts. */
  get cellCount(): number {
    const count = this.place.area.rows * this.place.area.columns;
    return count > 2_147_483_647 ? -1 : count;
  }
  get isEntireRow(): boolean {
    return isEntireRow(this.place.area);
  }
  get isEntireColumn(): boolean {
    return isEntireColumn(this.place.area);
  }
  /** No dynamic arrays here. */
  get hasSpill(): null {
    return null;
  }
  get values(): Promise<unknown[][] | null> {
    return readCells(this.session, this.place, valueOf);
  }
  set values(value: unknown) {
    writeCells(this.session, this.place, value, 'values');
  }
  get formulas(): Promise<unknown[][] | null> {
    const { implicitIntersection } = this.session.workbook.behaviours;
    return readCells(this.session, this.place, (cell) =>
      cell.formula === null ? valueOf(cell) : shownFormula(cell.formula, implicitIntersection),
    );
  }
  set formulas(value: unknown) {
    writeCells(this.session, this.place, value, 'formulas');
  }
  get numberFormat(): Promise<unknown[][] | null> {
    return readCells(this.session, this.place, (cell) => cell.numberFormat);
  }
  set numberFormat(value: unknown) {
    writeNumberFormats(this.session, this.place, value);
  }
  get valueTypes(): Promise<unknown[][] | null> {
    return readCells(this.session, this.place, typeOf);
  }
  get text(): Promise<string[][] | null> {
    return readText(this.session, this.place);
  }

  get rowHidden(): boolean | null {
    const { workbook } = this.session;
    return uniform(this.place.area.row, this.place.area.rows, (row) => workbook.rowHidden(this.place.sheet, row));
  }
  set rowHidden(value: unknown) {
    const { row, rows } = this.place.area;
    this.session.workbook.setRowsHidden(this.place.sheet, row, rows, { hidden: aBoolean(value, 'rowHidden') });
  }
  get columnHidden(): boolean | null {
    const { column, columns } = this.place.area;
    return uniform(column, columns, (index) => this.session.workbook.columnHidden(this.place.sheet, index));
  }
  set columnHidden(value: unknown) {
    const { column, columns } = this.place.area;
    this.session.workbook.setColumnsHidden(this.place.sheet, column, columns, {
      hidden: aBoolean(value, 'columnHidden'),
    });
  }

  get worksheet(): WorksheetObject {
    return new WorksheetObject(this.session, this.place.sheet);
  }
  get format(): RangeFormatObject {
    return new RangeFormatObject(this.session, this.place);
  }
  get dataValidation(): DataValidationObject {
    return new DataValidationObject(this.session, this.place);
  }
  get conditionalFormats(): ConditionalFormatsObject {
    return new ConditionalFormatsObject(this.session, this.place);
  }

  getCell(row: unknown, column: unknown): RangeObject {
    const { area } = this.place;
    return this.#at({
      row: area.row + anInteger(row, 'row'),
      column: area.column + anInteger(column, 'column'),
      rows: 1,
      columns: 1,
    });
  }
  getRow(row: unknown): RangeObject {
    const { area } = this.place;
    return this.#at({ ...area, row: area.row + anInteger(row, 'row', 0, area.rows - 1), rows: 1 });
  }
  getColumn(column: unknown): RangeObject {
    const { area } = this.place;
    return this.#at({ ...area, column: area.column + anInteger(column, 'column', 0, area.columns - 1), columns: 1 });
  }
  getLastRow(): RangeObject {
    return this.getRow(this.place.area.rows - 1);
  }
  getLastColumn(): RangeObject {
    return this.getColumn(this.place.area.columns - 1);
  }
  getLastCell(): RangeObject {
    return this.getCell(this.place.area.rows - 1, this.place.area.columns - 1);
  }
  getEntireRow(): RangeObject {
    return this.#at({ ...this.place.area, column: 0, columns: MAX_COLUMNS });
  }
  getEntireColumn(): RangeObject {
    return this.#at({ ...this.place.area, row: 0, rows: MAX_ROWS });
  }
  getOffsetRange(rowOffset: unknown, columnOffset: unknown): RangeObject {
    const { area } = this.place;
    return this.#at({
      ...area,
      row: area.row + anInteger(rowOffset, 'rowOffset'),
      column: area.column + anInteger(columnOffset, 'columnOffset'),
    });
  }
  getResizedRange(deltaRows: unknown, deltaColumns: unknown): RangeObject {
    const { area } = this.place;
    return this.#at({
      ...area,
      rows: area.rows + anInteger(deltaRows, 'deltaRows'),
      columns: area.columns + anInteger(deltaColumns, 'deltaColumns'),
    });
  }
  getAbsoluteResizedRange(numRows: unknown, numColumns: unknown): RangeObject {
    return this.#at({
      ...this.place.area,
      rows: anInteger(numRows, 'numRows', 1),
      columns: anInteger(numColumns, 'numColumns', 1),
    });
  }
  getRowsAbove(count: unknown): RangeObject {
    const { start, length } = neighbours(this.place.area.row, this.place.area.rows, count, -1);
    return this.#at({ ...this.place.area, row: start, rows: length });
  }
  getRowsBelow(count: unknown): RangeObject {
    const { start, length } = neighbours(this.place.area.row, this.place.area.rows, count, 1);
    return this.#at({ ...this.place.area, row: start, rows: length });
  }
  getColumnsBefore(count: unknown): RangeObject {
    const { start, length } = neighbours(this.place.area.column, this.place.area.columns, count, -1);
    return this.#at({ ...this.place.area, column: start, columns: length });
  }
  getColumnsAfter(count: unknown): RangeObject {
    const { start, length } = neighbours(this.place.area.column, this.place.area.columns, count, 1);
    return this.#at({ ...this.place.area, column: start, columns: length });
  }
  getBoundingRect(anotherRange: unknown): RangeObject {
    return this.#at(bounding(this.place.area, this.#other(anotherRange)));
  }
  getIntersection(anotherRange: unknown): RangeObject {
    const shared = this.getIntersectionOrNullObject(anotherRange);
    if (!shared) throw itemNotFound('an intersection');
    return shared;
  }
  getIntersectionOrNullObject(anotherRange: unknown): RangeObject | null {
    const shared = intersection(this.place.area, this.#other(anotherRange));
    return shared && this.#at(shared);
  }
  async getUsedRange(valuesOnly: unknown): Promise<RangeObject> {
    const used = await this.getUsedRangeOrNullObject(valuesOnly);
    if (!used) throw itemNotFound('a used range');
    return used;
  }
  async getUsedRangeOrNullObject(valuesOnly: unknown): Promise<RangeObject | null> {
    const only = aBoolean(orElse(valuesOnly, false), 'valuesOnly');
    const used = await usedPart(this.session, this.place, only);
    return used && this.#at(used);
  }

  get style(): string {
    return STYLE;
  }
  set style(value: unknown) {
    restyle(this.session, this.place, value);
  }
  clear(applyTo: unknown): void {
    wipe(this.session, this.place, oneOf(orElse(applyTo, 'All'), ['All', 'Formats', 'Contents'], 'applyTo'));
  }
  insert(shift: unknown): RangeObject {
    return this.#at(insertCells(this.session, this.place, oneOf(shift, ['Down', 'Right'], 'shift')));
  }
  delete(shift: unknown): void {
    deleteCells(this.session, this.place, oneOf(shift, ['Up', 'Left'], 'shift'));
  }
  merge(across: unknown): void {
    mergeCells(this.session, this.place, aBoolean(orElse(across, false), 'across'));
  }
  getMergedAreasOrNullObject(): RangeAreasObject | null {
    const { sheet, area } = this.place;
    const found = this.session.workbook.merges(sheet).filter((one) => intersection(one, area) !== null);
    if (found.length > MAX_MERGED) throw invalidArgument(`${found.length} merged areas`);
    return found.length === 0 ? null : new RangeAreasObject(this.session, this.session.place(sheet, found));
  }
  unmerge(): void {
    this.session.workbook.unmerge(this.place.sheet, this.place.area);
  }
  select(): void {
    this.session.workbook.select(this.place.sheet, this.place.area);
  }
  getCellProperties(options: unknown): unknown[][] {
    return cellProperties(this.session, this.place, options);
  }
  getRowProperties(options: unknown): unknown[] {
    return rowProperties(this.session, this.place, options);
  }
  getColumnProperties(options: unknown): unknown[] {
    return columnProperties(this.session, this.place, options);
  }
  getDisplayedCellProperties(options: unknown): Promise<unknown[][]> {
    return displayedCells(this.session, this.place, options);
  }
  async calculate(): Promise<void> {
    await this.session.workbook.calculate();
  }
  async copyFrom(source: unknown, copyType: unknown, skipBlanks: unknown, transpose: unknown): Promise<void> {
    const from = source instanceof RangeObject ? source : this.#at(this.#other(source));
    await copyInto(this.session, this.place, from.place, { copyType, skipBlanks, transpose });
  }

  /** The client asks before it cuts a large write into pieces. */
  _validateArraySize(rows: unknown, columns: unknown): void {
    const { area } = this.place;
    if (rows !== area.rows || columns !== area.columns) {
      throw invalidArgument(`${String(rows)} × ${String(columns)} values for ${area.rows} × ${area.columns} cells`);
    }
  }

  #at(area: Area): RangeObject {
    return RangeObject.of(this.session, this.place.sheet, requireArea(area));
  }

  /** The area of another range, or of an address, on the same sheet. */
  #other(range: unknown): Area {
    if (typeof range === 'string') return resolveArea(this.session, this.place.sheet, range);
    if (!(range instanceof RangeObject)) throw invalidArgument('a range or an address is needed');
    if (range.place.sheet !== this.place.sheet) throw invalidArgument('the ranges are on different sheets');
    return range.place.area;
  }
}

/** Of more merged areas Excel does not tell (documentation of `getMergedAreasOrNullObject`). */
const MAX_MERGED = 512;

/** `count` lines beside a span, or, for a negative count, as many at that edge inside it. */
function neighbours(start: number, length: number, count: unknown, side: 1 | -1): { start: number; length: number } {
  const wanted = anInteger(orElse(count, 1), 'count');
  if (wanted === 0) throw invalidArgument('count: 0');
  const size = Math.abs(wanted);
  const edge = side === 1 ? start + length : start;
  const outward = wanted > 0 ? side : -side;
  return { start: outward === 1 ? edge : edge - size, length: size };
}
