/** Cells that a range stands for; they move along when rows and columns come and go, as Excel's own ranges do. */
import { shiftArea, type LineEdit, type Area } from '../../xlsx/model/areas';
import type { SheetId } from '../../xlsx/model/snapshot';
import type { WorkbookEvent } from '../workbook/contract';
import { RichApiError } from './errors';

export class Place {
  #areas: Area[];

  constructor(
    readonly sheet: SheetId,
    areas: Area[],
  ) {
    this.#areas = areas;
  }

  /** Its rectangles. Throws InvalidReference when their cells have been deleted. */
  get areas(): Area[] {
    if (this.#areas.length === 0) throw new RichApiError('InvalidReference', 'the cells were deleted');
    return this.#areas;
  }

  /** Its only rectangle, or its first. */
  get area(): Area {
    const [first] = this.areas;
    if (!first) throw new RichApiError('InvalidReference', 'the cells were deleted');
    return first;
  }

  /** Moves, grows or shrinks with a change of the sheet's rows or columns. */
  follow(event: WorkbookEvent): void {
    if (!('area' in event) || event.kind === 'cells' || event.sheet !== this.sheet) return;
    const axis = event.kind.startsWith('rows') ? 'row' : 'column';
    const edit: LineEdit = {
      axis,
      kind: event.kind.endsWith('Inserted') ? 'insert' : 'delete',
      at: event.area[axis],
      count: axis === 'row' ? event.area.rows : event.area.columns,
    };
    this.#areas = this.#areas.flatMap((area) => shiftArea(area, edit) ?? []);
  }
}
