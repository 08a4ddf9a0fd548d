import { intersection, type Area } from '../../../xlsx/model/areas';
import type { HorizontalAlignment, VerticalAlignment } from '../../../xlsx/model/cellStyle';
import { aBoolean, aNumber, anInteger, oneOf } from '../check';
import { HostObject } from '../hostObject';
import type { Place } from '../place';
import type { HostState } from '../hostState';
import { fittingHeight, fittingWidth } from './autofit';
import { BordersObject } from './borders';
import { FillObject, FontObject, FormatProtectionObject } from './rangeStyle';
import { nameOf, setStyle, styleOf } from './styles';
import { uniform } from './sharedValue';

const HORIZONTAL = { General: 'general', Left: 'left', Center: 'center', Right: 'right', Justify: 'justify' } as const;
const VERTICAL = { Top: 'top', Center: 'center', Bottom: 'bottom' } as const;

/** The width of a digit of Calibri 11: 7 pixels. */
const POINTS_PER_LETTER = 5.25;

/** Excel.RangeFormat. */
export class RangeFormatObject extends HostObject {
  readonly className = 'RangeFormat';

  constructor(
    session: HostState,
    readonly place: Place,
  ) {
    super(session);
  }

  get font(): FontObject {
    return new FontObject(this.session, this.place);
  }
  get fill(): FillObject {
    return new FillObject(this.session, this.place);
  }
  get borders(): BordersObject {
    return new BordersObject(this.session, this.place);
  }
  get protection(): FormatProtectionObject {
    return new FormatProtectionObject(this.session, this.place);
  }

  get horizontalAlignment(): string | null {
    return nameOf<HorizontalAlignment>(HORIZONTAL, styleOf(this.session, this.place, 'horizontal'));
  }
  set horizontalAlignment(value: unknown) {
    const name = oneOf(value, ['General', 'Left', 'Center', 'Right', 'Justify'], 'horizontalAlignment');
    setStyle(this.session, this.place, { horizontal: HORIZONTAL[name] });
  }
  get verticalAlignment(): string | null {
    return nameOf<VerticalAlignment>(VERTICAL, styleOf(this.session, this.place, 'vertical'));
  }
  set verticalAlignment(value: unknown) {
    const name = oneOf(value, ['Top', 'Center', 'Bottom'], 'verticalAlignment');
    setStyle(this.session, this.place, { vertical: VERTICAL[name] });
  }
  get wrapText(): boolean | null {
    return styleOf(this.session, this.place, 'wrap');
  }
  set wrapText(value: unknown) {
    setStyle(this.session, this.place, { wrap: aBoolean(value, 'wrapText') });
  }
  get shrinkToFit(): boolean | null {
    return styleOf(this.session, this.place, 'shrinkToFit');
  }
  set shrinkToFit(value: unknown) {
    setStyle(this.session, this.place, { shrinkToFit: aBoolean(value, 'shrinkToFit') });
  }
  get indentLevel(): number | null {
    return styleOf(this.session, this.place, 'indent');
  }
  set indentLevel(value: unknown) {
    setStyle(this.session, this.place, { indent: anInteger(value, 'indentLevel', 0, 250) });
  }
  /** Degrees, −90 to 90. */
  get textOrientation(): number | null {
    return styleOf(this.session, this.place, 'textRotation');
  }
  set textOrientation(value: unknown) {
    setStyle(this.session, this.place, { textRotation: anInteger(value, 'textOrientation', -90, 90) });
  }

  /** Points; null where rows differ. */
  get rowHeight(): number | null {
    const { row, rows } = this.place.area;
    return uniform(row, rows, (index) => this.session.workbook.rowHeight(this.place.sheet, index));
  }
  set rowHeight(value: unknown) {
    const height = aNumber(value, 'rowHeight', 0, 409.5);
    for (const { row, rows } of this.place.areas)
      this.session.workbook.setRowHeight(this.place.sheet, row, rows, height);
  }
  /** null where rows differ. */
  get useStandardHeight(): boolean | null {
    const { rowHeight } = this;
    return rowHeight === null ? null : rowHeight === this.session.workbook.standardHeight(this.place.sheet);
  }
  /** As documented, only `true` has an effect. */
  set useStandardHeight(value: unknown) {
    if (!aBoolean(value, 'useStandardHeight')) return;
    for (const { row, rows } of this.place.areas) this.session.workbook.setStandardHeight(this.place.sheet, row, rows);
  }
  /** Points; null where columns differ. */
  get columnWidth(): number | null {
    const { column, columns } = this.place.area;
    return uniform(column, columns, (index) => this.session.workbook.columnWidth(this.place.sheet, index));
  }
  set columnWidth(value: unknown) {
    const unit = this.session.workbook.behaviours.columnWidthUnit === 'points' ? 1 : POINTS_PER_LETTER;
    const width = aNumber(value, 'columnWidth', 0, 1_790) * unit;
    for (const { column, columns } of this.place.areas)
      this.session.workbook.setColumnWidth(this.place.sheet, column, columns, width);
  }

  async autofitRows(): Promise<void> {
    const area = await this.#used();
    if (!area) return;
    const { workbook } = this.session;
    const texts = await workbook.readText(this.place.sheet, area);
    const styles = workbook.styles(this.place.sheet, area);
    for (const [index, row] of texts.entries()) {
      const cells = row.map((text, column) => ({
        text,
        style: styles[index]?.[column],
        width: workbook.columnWidth(this.place.sheet, area.column + column),
      }));
      workbook.setRowHeight(this.place.sheet, area.row + index, 1, fittingHeight(cells));
    }
  }

  async autofitColumns(): Promise<void> {
    const area = await this.#used();
    if (!area) return;
    const { workbook } = this.session;
    const texts = await workbook.readText(this.place.sheet, area);
    const styles = workbook.styles(this.place.sheet, area);
    for (let column = 0; column < area.columns; column += 1) {
      const cells = texts.map((row, index) => ({ text: row[column] ?? '', style: styles[index]?.[column] }));
      workbook.setColumnWidth(this.place.sheet, area.column + column, 1, fittingWidth(cells));
    }
  }

  async #used(): Promise<Area | null> {
    const used = await this.session.workbook.usedArea(this.place.sheet, { valuesOnly: true });
    return used && intersection(used, this.place.area);
  }
}
