import { MAX_COLUMNS, MAX_ROWS } from '../../../xlsx/model/areas';
import type { SheetId } from '../../../xlsx/model/snapshot';
import type { SheetInfo } from '../../workbook/contract';
import { requireArea } from '../../workbook/refusals';
import { aBoolean, aColour, anInteger, aString, expectNothingOr, oneOf, orElse } from '../check';
import { invalidArgument, missing } from '../errors';
import { expectObject, HostObject } from '../hostObject';
import { ChartsObject } from './charts';
import { FreezePanesObject } from './freezePanes';
import { NamesObject } from './namedItems';
import { PageBreaksObject } from './pageBreaks';
import { PageLayoutObject } from './pageLayout';
import { ProtectionObject } from './protection';
import { RangeObject } from './range';
import { RangeAreasObject } from './rangeAreas';
import { resolveArea, sheetInfo, sheetsInOrder } from './sheetLookup';

/** The longest address of `getRanges` (Office Add-ins, "Troubleshooting Excel add-ins"). */
const MAX_ADDRESS = 8_192;
const VISIBILITY = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;
const VISIBILITY_NAMES = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;
const POSITIONS = ['None', 'Before', 'After', 'Beginning', 'End'] as const;

/** Excel.Worksheet. */
export class WorksheetObject extends HostObject {
  readonly className = 'Worksheet';
  readonly eventTarget: string;

  constructor(
    session: HostObject['session'],
    readonly sheetId: SheetId,
  ) {
    super(session);
    this.eventTarget = sheetId;
  }

  identity(): Record<string, string> {
    return { Id: this.sheetId };
  }

  get id(): string {
    return this.#info.id;
  }

  get name(): string {
    return this.#info.name;
  }
  set name(value: unknown) {
    this.session.workbook.renameSheet(this.#info.id, aString(value, 'name'));
  }

  get position(): number {
    return this.#info.position;
  }
  set position(value: unknown) {
    const last = this.session.workbook.sheets().length - 1;
    this.session.workbook.moveSheet(this.#info.id, anInteger(value, 'position', 0, last));
  }

  get visibility(): string {
    return VISIBILITY_NAMES[this.#info.visibility];
  }
  set visibility(value: unknown) {
    const name = oneOf(value, ['Visible', 'Hidden', 'VeryHidden'], 'visibility');
    this.session.workbook.setSheetInfo(this.#info.id, { visibility: VISIBILITY[name] });
  }

  /** Empty when the tab has no colour. */
  get tabColor(): string {
    return this.#info.tabColor ?? '';
  }
  set tabColor(value: unknown) {
    this.session.workbook.setSheetInfo(this.#info.id, { tabColor: value === '' ? null : aColour(value, 'tabColor') });
  }

  get standardHeight(): number {
    return this.session.workbook.standardHeight(this.#info.id);
  }

  get showGridlines(): boolean {
    return this.#info.showGridlines;
  }
  /** The client sends `showGridlines = …` under this name. */
  set gridlines(value: unknown) {
    this.session.workbook.setSheetInfo(this.#info.id, { showGridlines: aBoolean(value, 'showGridlines') });
  }

  get protection(): ProtectionObject {
    return new ProtectionObject(this.session, this.#info.id);
  }
  get freezePanes(): FreezePanesObject {
    return new FreezePanesObject(this.session, this.#info.id);
  }
  get pageLayout(): PageLayoutObject {
    return new PageLayoutObject(this.session, this.#info.id);
  }
  get charts(): ChartsObject {
    return new ChartsObject(this.session, this.#info.id);
  }
  get names(): NamesObject {
    return new NamesObject(this.session, this.#info.id);
  }
  get horizontalPageBreaks(): PageBreaksObject {
    return new PageBreaksObject(this.session, this.#info.id);
  }

  activate(): void {
    const { activateNewSheet } = this.session.workbook.behaviours;
    if (activateNewSheet === 'ignored' && this.session.addedSheets.has(this.sheetId)) return;
    this.session.workbook.activateSheet(this.#info.id);
  }

  delete(): void {
    this.session.workbook.deleteSheet(this.#info.id);
  }

  async calculate(): Promise<void> {
    await this.session.workbook.calculate();
  }

  copy(positionType: unknown, relativeTo: unknown): WorksheetObject {
    const place = oneOf(orElse(positionType, 'None'), POSITIONS, 'positionType');
    const count = this.session.workbook.sheets().length;
    const beside = () =>
      sheetInfo(this.session, expectObject(relativeTo, WorksheetObject, 'relativeTo').sheetId).position;
    const position = {
      None: () => count,
      Before: () => beside(),
      After: () => beside() + 1,
      Beginning: () => 0,
      End: () => count,
    }[place]();
    return new WorksheetObject(this.session, this.session.workbook.copySheet(this.#info.id, position));
  }

  getCell(row: unknown, column: unknown): RangeObject {
    return this.getRangeByIndexes(row, column, 1, 1);
  }

  /** All cells when no address is given. */
  getRange(address: unknown): RangeObject {
    const text = expectNothingOr(address, aString, 'address');
    const whole = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
    const area = text === null || text === '' ? whole : resolveArea(this.session, this.#info.id, text);
    return RangeObject.of(this.session, this.#info.id, area);
  }

  /** Several rectangles, with commas between their addresses. */
  getRanges(address: unknown): RangeAreasObject {
    const text = aString(address, 'address');
    // Excel cuts off what is longer, without an error (#5198); here it is one.
    if (text.length > MAX_ADDRESS) throw invalidArgument(`an address of ${text.length} letters`);
    const areas = text.split(',').map((one) => resolveArea(this.session, this.#info.id, one.trim()));
    const { rangeAreas } = this.session.workbook.behaviours;
    const reached = rangeAreas === 'all' ? areas : areas.slice(0, 1);
    return new RangeAreasObject(this.session, this.session.place(this.#info.id, reached));
  }

  getRangeByIndexes(startRow: unknown, startColumn: unknown, rowCount: unknown, columnCount: unknown): RangeObject {
    const area = {
      row: anInteger(startRow, 'startRow'),
      column: anInteger(startColumn, 'startColumn'),
      rows: anInteger(rowCount, 'rowCount'),
      columns: anInteger(columnCount, 'columnCount'),
    };
    return RangeObject.of(this.session, this.#info.id, requireArea(area));
  }

  /** The first cell when nothing is used. */
  async getUsedRange(valuesOnly: unknown): Promise<RangeObject> {
    return (await this.getUsedRangeOrNullObject(valuesOnly)) ?? this.getCell(0, 0);
  }

  async getUsedRangeOrNullObject(valuesOnly: unknown): Promise<RangeObject | null> {
    const only = aBoolean(orElse(valuesOnly, false), 'valuesOnly');
    const area = await this.session.workbook.usedArea(this.#info.id, { valuesOnly: only });
    return area && RangeObject.of(this.session, this.#info.id, area);
  }

  getNext(visibleOnly: unknown): WorksheetObject {
    return this.getNextOrNullObject(visibleOnly) ?? missing('a next sheet');
  }
  getNextOrNullObject(visibleOnly: unknown): WorksheetObject | null {
    return this.#neighbour(visibleOnly, 1);
  }
  getPrevious(visibleOnly: unknown): WorksheetObject {
    return this.getPreviousOrNullObject(visibleOnly) ?? missing('a previous sheet');
  }
  getPreviousOrNullObject(visibleOnly: unknown): WorksheetObject | null {
    return this.#neighbour(visibleOnly, -1);
  }

  /** How the client finds a copy, and a neighbour, again in a later batch. */
  _getAnotherWorksheetById(id: unknown): WorksheetObject {
    return new WorksheetObject(this.session, sheetInfo(this.session, aString(id, 'id')).id);
  }
  _getSheetById(id: unknown): WorksheetObject {
    return this._getAnotherWorksheetById(id);
  }

  #neighbour(visibleOnly: unknown, step: 1 | -1): WorksheetObject | null {
    const only = aBoolean(orElse(visibleOnly, false), 'visibleOnly');
    const { position } = this.#info;
    const others = sheetsInOrder(this.session, { visibleOnly: only }).filter(
      (sheet) => (sheet.position - position) * step > 0,
    );
    const found = step === 1 ? others.at(0) : others.at(-1);
    return found ? new WorksheetObject(this.session, found.id) : null;
  }

  get #info(): SheetInfo {
    return sheetInfo(this.session, this.sheetId);
  }
}
