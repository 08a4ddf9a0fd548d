import type { SheetId } from '../../../xlsx/model/snapshot';
import { anInteger, aString } from '../check';
import { invalidArgument } from '../errors';
import { HostCollection, HostObject } from '../hostObject';
import type { HostState } from '../hostState';
import { RangeObject } from './range';
import { resolveArea } from './sheetLookup';

/** Excel.PageBreakCollection of horizontal breaks: a new page begins at each break's row. */
export class PageBreaksObject extends HostCollection<PageBreakObject> {
  readonly className = 'PageBreakCollection';

  constructor(
    session: HostState,
    readonly sheetId: SheetId,
  ) {
    super(session);
  }

  listItems(): PageBreakObject[] {
    return this.#rows().map((row) => new PageBreakObject(this.session, this.sheetId, row));
  }

  indexer(index: unknown): PageBreakObject {
    const row = this.#rows()[anInteger(index, 'index')];
    if (row === undefined) throw invalidArgument(`index: ${String(index)}`);
    return new PageBreakObject(this.session, this.sheetId, row);
  }

  getCount(): number {
    const automatic = this.session.workbook.behaviours.pageBreakCount === 'manual' ? 0 : 1;
    return this.#rows().length + automatic;
  }

  /** The break comes above the range's first row. */
  add(pageBreakRange: unknown): PageBreakObject {
    const area =
      pageBreakRange instanceof RangeObject
        ? pageBreakRange.place.area
        : resolveArea(this.session, this.sheetId, aString(pageBreakRange, 'pageBreakRange'));
    if (area.row === 0) throw invalidArgument('no page breaks above the first row');
    const rows = [...new Set([...this.#rows(), area.row])].sort((a, b) => a - b);
    this.session.workbook.setPage(this.sheetId, { rowBreaks: rows });
    return new PageBreakObject(this.session, this.sheetId, area.row);
  }

  removePageBreaks(): void {
    this.session.workbook.setPage(this.sheetId, { rowBreaks: [] });
  }

  #rows(): number[] {
    return this.session.workbook.page(this.sheetId).rowBreaks;
  }
}

/** Excel.PageBreak. */
class PageBreakObject extends HostObject {
  readonly className = 'PageBreak';

  constructor(
    session: HostState,
    readonly sheetId: SheetId,
    readonly row: number,
  ) {
    super(session);
  }

  identity(): Record<string, string> {
    return { _Id: String(this.row) };
  }
  get rowIndex(): number {
    return this.row;
  }
  get columnIndex(): number {
    return 0;
  }
  getCellAfterBreak(): RangeObject {
    return RangeObject.of(this.session, this.sheetId, { row: this.row, column: 0, rows: 1, columns: 1 });
  }
  delete(): void {
    const { rowBreaks } = this.session.workbook.page(this.sheetId);
    this.session.workbook.setPage(this.sheetId, { rowBreaks: rowBreaks.filter((row) => row !== this.row) });
  }
}
