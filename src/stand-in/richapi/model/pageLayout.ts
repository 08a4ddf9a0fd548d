import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../../xlsx/model/areas';
import type { PageSetup } from '../../../xlsx/model/pageSetup';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { aBoolean, aNumber, anInteger, aString, oneOf } from '../check';
import { invalidArgument, missing, notImplemented } from '../errors';
import { HostObject } from '../hostObject';
import type { HostState } from '../hostState';
import { isRecord } from '../wire';
import { HeadersFootersObject } from './headersFooters';
import { RangeObject } from './range';
import { RangeAreasObject } from './rangeAreas';
import { resolveArea } from './sheetLookup';

const PAPER = { A4: 'a4', Letter: 'letter', A3: 'a3', Legal: 'legal' } as const;
const PAPER_NAMES = { a4: 'A4', letter: 'Letter', a3: 'A3', legal: 'Legal' } as const;
const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;
const MARGINS = ['top', 'bottom', 'left', 'right', 'header', 'footer'] as const;

/** Excel.PageLayout. Margins are in points. */
export class PageLayoutObject extends HostObject {
  readonly className = 'PageLayout';

  constructor(
    session: HostState,
    readonly sheetId: SheetId,
  ) {
    super(session);
  }

  get orientation(): string | null {
    if (this.#isUnknown) return null;
    return this.#page.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  }
  set orientation(value: unknown) {
    const name = oneOf(value, ['Portrait', 'Landscape'], 'orientation');
    this.#change({ orientation: name === 'Landscape' ? 'landscape' : 'portrait' });
  }
  get paperSize(): string | null {
    if (this.#isUnknown) return null;
    return PAPER_NAMES[this.#page.paperSize];
  }
  set paperSize(value: unknown) {
    const name = aString(value, 'paperSize');
    if (name !== 'A4' && name !== 'Letter' && name !== 'A3' && name !== 'Legal')
      throw notImplemented(`the paper ${name}`);
    if (this.session.workbook.behaviours.paperSize === 'refused')
      throw invalidArgument(`paperSize: no printer for ${name}`);
    this.#change({ paperSize: PAPER[name] });
  }
  get blackAndWhite(): boolean {
    return this.#page.blackAndWhite;
  }
  set blackAndWhite(value: unknown) {
    this.#change({ blackAndWhite: aBoolean(value, 'blackAndWhite') });
  }
  get printGridlines(): boolean {
    return this.#page.printGridlines;
  }
  set printGridlines(value: unknown) {
    this.#change({ printGridlines: aBoolean(value, 'printGridlines') });
  }
  get centerHorizontally(): boolean {
    return this.#page.centerHorizontally;
  }
  set centerHorizontally(value: unknown) {
    this.#change({ centerHorizontally: aBoolean(value, 'centerHorizontally') });
  }
  get centerVertically(): boolean {
    return this.#page.centerVertically;
  }
  set centerVertically(value: unknown) {
    this.#change({ centerVertically: aBoolean(value, 'centerVertically') });
  }
  /** Empty means automatic. */
  get firstPageNumber(): number | '' {
    return this.#page.firstPageNumber ?? '';
  }
  set firstPageNumber(value: unknown) {
    const number = value === '' || value === null ? null : anInteger(value, 'firstPageNumber');
    this.#change({ firstPageNumber: number });
  }

  get topMargin(): number {
    return this.#page.margins.top;
  }
  set topMargin(value: unknown) {
    this.#changeMargin('top', value);
  }
  get bottomMargin(): number {
    return this.#page.margins.bottom;
  }
  set bottomMargin(value: unknown) {
    this.#changeMargin('bottom', value);
  }
  get leftMargin(): number {
    return this.#page.margins.left;
  }
  set leftMargin(value: unknown) {
    this.#changeMargin('left', value);
  }
  get rightMargin(): number {
    return this.#page.margins.right;
  }
  set rightMargin(value: unknown) {
    this.#changeMargin('right', value);
  }
  get headerMargin(): number {
    return this.#page.margins.header;
  }
  set headerMargin(value: unknown) {
    this.#changeMargin('header', value);
  }
  get footerMargin(): number {
    return this.#page.margins.footer;
  }
  set footerMargin(value: unknown) {
    this.#changeMargin('footer', value);
  }

  /** A scale in percent, or pages to fit; assigned as a whole object only. */
  get zoom(): Record<string, number> {
    const { scale, fitWidth, fitHeight } = this.#page.zoom;
    return {
      ...(scale === undefined ? {} : { scale }),
      ...(fitWidth === undefined ? {} : { horizontalFitToPages: fitWidth }),
      ...(fitHeight === undefined ? {} : { verticalFitToPages: fitHeight }),
    };
  }
  set zoom(value: unknown) {
    const zoom = readZoom(value);
    const ignored = zoom.scale === undefined && this.session.workbook.behaviours.zoomFit === 'ignored';
    if (!ignored) this.#change({ zoom });
  }

  get headersFooters(): HeadersFootersObject {
    return new HeadersFootersObject(this.session, this.sheetId);
  }

  setPrintMargins(unit: unknown, marginOptions: unknown): void {
    const factor = POINTS[oneOf(unit, ['Points', 'Inches', 'Centimeters'], 'unit')];
    if (!isRecord(marginOptions)) throw invalidArgument('marginOptions');
    const margins = { ...this.#page.margins };
    for (const [name, value] of Object.entries(marginOptions)) {
      margins[oneOf(name, MARGINS, 'marginOptions')] = aNumber(value, name, 0) * factor;
    }
    this.#change({ margins });
  }

  setPrintArea(printArea: unknown): void {
    this.#change({ printArea: this.#area(printArea, 'printArea') });
  }
  getPrintArea(): RangeAreasObject {
    return this.getPrintAreaOrNullObject() ?? missing('a print area');
  }
  getPrintAreaOrNullObject(): RangeAreasObject | null {
    const { printArea } = this.#page;
    return printArea && new RangeAreasObject(this.session, this.session.place(this.sheetId, [printArea]));
  }

  setPrintTitleRows(printTitleRows: unknown): void {
    const area = this.#area(printTitleRows, 'printTitleRows');
    this.#change({ titleRows: { first: area.row, last: area.row + area.rows - 1 } });
  }
  getPrintTitleRows(): RangeObject {
    return this.getPrintTitleRowsOrNullObject() ?? missing('title rows');
  }
  getPrintTitleRowsOrNullObject(): RangeObject | null {
    const { titleRows } = this.#page;
    if (!titleRows) return null;
    const { first, last } = titleRows;
    const area = { row: first, column: 0, rows: last - first + 1, columns: MAX_COLUMNS };
    return RangeObject.of(this.session, this.sheetId, area);
  }

  setPrintTitleColumns(printTitleColumns: unknown): void {
    const area = this.#area(printTitleColumns, 'printTitleColumns');
    this.#change({ titleColumns: { first: area.column, last: area.column + area.columns - 1 } });
  }
  getPrintTitleColumns(): RangeObject {
    return this.getPrintTitleColumnsOrNullObject() ?? missing('title columns');
  }
  getPrintTitleColumnsOrNullObject(): RangeObject | null {
    const { titleColumns } = this.#page;
    if (!titleColumns) return null;
    const { first, last } = titleColumns;
    const area = { row: 0, column: first, rows: MAX_ROWS, columns: last - first + 1 };
    return RangeObject.of(this.session, this.sheetId, area);
  }

  get #isUnknown(): boolean {
    return this.session.workbook.behaviours.pageSettings === 'unknown';
  }

  get #page(): PageSetup {
    return this.session.workbook.page(this.sheetId);
  }

  #change(patch: Partial<PageSetup>): void {
    this.session.workbook.setPage(this.sheetId, patch);
  }

  #changeMargin(side: keyof PageSetup['margins'], value: unknown): void {
    this.#change({ margins: { ...this.#page.margins, [side]: aNumber(value, `${side}Margin`, 0) } });
  }

  #area(value: unknown, what: string): Area {
    if (value instanceof RangeObject) return value.place.area;
    if (value instanceof RangeAreasObject && value.place.areas.length > 1)
      throw notImplemented(`${what} of several areas`);
    if (value instanceof RangeAreasObject) return value.place.area;
    return resolveArea(this.session, this.sheetId, aString(value, what));
  }
}

/** `scale` and pages to fit exclude each other. */
function readZoom(value: unknown): PageSetup['zoom'] {
  if (!isRecord(value)) throw invalidArgument('zoom');
  const { scale, horizontalFitToPages: wide, verticalFitToPages: high, ...others } = value;
  const fits = typeof wide === 'number' || typeof high === 'number';
  if (Object.keys(others).length > 0) throw invalidArgument(`zoom.${Object.keys(others).join()}`);
  if (typeof scale === 'number') {
    if (fits) throw invalidArgument('zoom: both a scale and pages to fit');
    return { scale: anInteger(scale, 'zoom.scale', 10, 400) };
  }
  if (!fits) throw invalidArgument('zoom: neither a scale nor pages to fit');
  return {
    ...(typeof wide === 'number' ? { fitWidth: anInteger(wide, 'zoom.horizontalFitToPages', 0, 32_767) } : {}),
    ...(typeof high === 'number' ? { fitHeight: anInteger(high, 'zoom.verticalFitToPages', 0, 32_767) } : {}),
  };
}
