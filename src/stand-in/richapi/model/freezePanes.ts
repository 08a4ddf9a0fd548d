import { MAX_COLUMNS, MAX_ROWS } from '../../../xlsx/model/areas';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { requireArea } from '../../workbook/refusals';
import { anInteger, orElse } from '../check';
import { invalidArgument, itemNotFound, RichApiError } from '../errors';
import { HostObject } from '../hostObject';
import type { HostState } from '../hostState';
import { RangeObject } from './range';
import { resolveArea } from './sheetLookup';

/** Excel.WorksheetFreezePanes. */
export class FreezePanesObject extends HostObject {
  readonly className = 'WorksheetFreezePanes';

  constructor(
    session: HostState,
    readonly sheetId: SheetId,
  ) {
    super(session);
  }

  /** Freezes everything from the first cell to the range's last row and column; whole rows freeze no columns. */
  freezeAt(frozenRange: unknown): void {
    const area =
      frozenRange instanceof RangeObject
        ? frozenRange.place.area
        : typeof frozenRange === 'string'
          ? resolveArea(this.session, this.sheetId, frozenRange)
          : null;
    if (!area) throw invalidArgument('frozenRange');
    this.#requireFreezing();
    const rows = area.row + area.rows;
    const columns = area.column + area.columns;
    this.session.workbook.setFreeze(this.sheetId, rows === MAX_ROWS ? 0 : rows, columns === MAX_COLUMNS ? 0 : columns);
  }

  freezeRows(count: unknown): void {
    this.#requireFreezing();
    this.session.workbook.setFreeze(this.sheetId, anInteger(orElse(count, 1), 'count', 1), 0);
  }

  freezeColumns(count: unknown): void {
    this.#requireFreezing();
    this.session.workbook.setFreeze(this.sheetId, 0, anInteger(orElse(count, 1), 'count', 1));
  }

  unfreeze(): void {
    this.session.workbook.setFreeze(this.sheetId, 0, 0);
  }

  getLocation(): RangeObject {
    const location = this.getLocationOrNullObject();
    if (!location) throw itemNotFound('frozen panes');
    return location;
  }

  getLocationOrNullObject(): RangeObject | null {
    const { rows, columns } = this.session.workbook.freeze(this.sheetId);
    if (rows === 0 && columns === 0) return null;
    const area = {
      row: 0,
      column: 0,
      rows: rows === 0 ? MAX_ROWS : rows,
      columns: columns === 0 ? MAX_COLUMNS : columns,
    };
    return RangeObject.of(this.session, this.sheetId, requireArea(area));
  }

  #requireFreezing(): void {
    if (this.session.workbook.behaviours.freezePanes === 'refused')
      throw new RichApiError('GeneralException', 'freeze');
  }
}
