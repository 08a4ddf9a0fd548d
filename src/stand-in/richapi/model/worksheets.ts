import type { SheetId } from '../../../xlsx/model/snapshot';
import { aBoolean, aString, orElse } from '../check';
import { missing } from '../errors';
import { WHOLE_WORKBOOK } from '../events';
import { HostCollection } from '../hostObject';
import { findSheet, sheetsInOrder } from './sheetLookup';
import { WorksheetObject } from './worksheet';

/** Excel.WorksheetCollection. */
export class WorksheetsObject extends HostCollection<WorksheetObject> {
  readonly className = 'WorksheetCollection';
  readonly eventTarget = WHOLE_WORKBOOK;

  listItems(): WorksheetObject[] {
    return sheetsInOrder(this.session, { visibleOnly: false }).map(({ id }) => new WorksheetObject(this.session, id));
  }

  indexer(key: unknown): WorksheetObject {
    return this.getItemOrNullObject(key) ?? missing(`the sheet ${String(key)}`);
  }

  getItemOrNullObject(key: unknown): WorksheetObject | null {
    const found = findSheet(this.session, key);
    return found && new WorksheetObject(this.session, found.id);
  }

  add(name: unknown): WorksheetObject {
    const { workbook } = this.session;
    const id = name === null || name === undefined ? workbook.addSheet() : workbook.addSheet(aString(name, 'name'));
    this.session.addedSheets.add(id);
    return new WorksheetObject(this.session, id);
  }

  getActiveWorksheet(): WorksheetObject {
    return new WorksheetObject(this.session, this.session.workbook.activeSheet());
  }

  getCount(visibleOnly: unknown): number {
    return this.#ids(visibleOnly).length;
  }

  getFirst(visibleOnly: unknown): WorksheetObject {
    return new WorksheetObject(this.session, this.#ids(visibleOnly).at(0) ?? missing('a first sheet'));
  }

  getLast(visibleOnly: unknown): WorksheetObject {
    return new WorksheetObject(this.session, this.#ids(visibleOnly).at(-1) ?? missing('a last sheet'));
  }

  #ids(visibleOnly: unknown): SheetId[] {
    return sheetsInOrder(this.session, { visibleOnly: aBoolean(orElse(visibleOnly, false), 'visibleOnly') }).map(
      ({ id }) => id,
    );
  }
}
