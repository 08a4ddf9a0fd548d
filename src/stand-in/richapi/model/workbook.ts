import { aBoolean, aString } from '../check';
import { invalidArgument, itemNotFound, notImplemented } from '../errors';
import { HostObject } from '../hostObject';
import { isRecord } from '../wire';
import { ApplicationObject } from './application';
import { NamesObject } from './namedItems';
import { RangeObject } from './range';
import { WorksheetsObject } from './worksheets';

/** Excel.Workbook: what the global object path stands for. */
export class WorkbookObject extends HostObject {
  readonly className = 'Workbook';

  get worksheets(): WorksheetsObject {
    return new WorksheetsObject(this.session);
  }
  get names(): NamesObject {
    return new NamesObject(this.session, null);
  }
  get application(): ApplicationObject {
    return new ApplicationObject(this.session);
  }
  get properties(): PropertiesObject {
    return new PropertiesObject(this.session);
  }
  get _runtime(): RuntimeObject {
    return new RuntimeObject(this.session);
  }
  get name(): string {
    return this.session.workbook.name;
  }
  get readOnly(): boolean {
    return false;
  }

  getSelectedRange(): RangeObject {
    const { sheet, area } = this.session.workbook.selection();
    return RangeObject.of(this.session, sheet, area);
  }
  getActiveCell(): RangeObject {
    const { sheet, area } = this.session.workbook.selection();
    return RangeObject.of(this.session, sheet, { ...area, rows: 1, columns: 1 });
  }

  /** The sheets of a file, at the end; gives their ids. */
  async insertWorksheetsFromBase64(base64File: unknown, options: unknown): Promise<string[]> {
    if (!isRecord(options) || options.positionType !== 'End' || Object.keys(options).length > 1)
      throw notImplemented(`insertWorksheetsFromBase64 with ${JSON.stringify(options)}`);
    const bytes = Uint8Array.from(atob(aString(base64File, 'base64File')), (letter) => letter.charCodeAt(0));
    // Only this needs the codec.
    const { readXlsx, UnreadableFile } = await import('../../../xlsx');
    const { workbook } = this.session;
    try {
      return workbook.insertSheets(await readXlsx(bytes), workbook.sheets().length);
    } catch (thrown) {
      if (thrown instanceof UnreadableFile) throw invalidArgument('base64File: no workbook');
      throw thrown;
    }
  }

  _removeReference(id: unknown): void {
    this.session.release(aString(id, 'reference'));
  }
  _removeAllReferences(): void {
    this.session.releaseAll();
  }
  _getReferenceCount(): number {
    return this.session.referenceCount;
  }
  /** The cells an event speaks of. */
  _getRangeForEventByReferenceId(id: unknown): RangeObject {
    const range = this._getRangeOrNullObjectForEventByReferenceId(id);
    if (!range) throw itemNotFound('the range of the event');
    return range;
  }
  _getRangeOrNullObjectForEventByReferenceId(id: unknown): RangeObject | null {
    const place = this.session.keptOrNull(aString(id, 'reference'));
    return place && new RangeObject(this.session, place);
  }
}

/** Excel.DocumentProperties, as far as the workbook keeps them. */
class PropertiesObject extends HostObject {
  readonly className = 'DocumentProperties';

  get title(): string {
    return this.session.workbook.properties().title;
  }
  set title(value: unknown) {
    this.session.workbook.setProperties({ title: aString(value, 'title') });
  }
  get author(): string {
    return this.session.workbook.properties().author;
  }
  set author(value: unknown) {
    this.session.workbook.setProperties({ author: aString(value, 'author') });
  }
  get subject(): string {
    return this.session.workbook.properties().subject;
  }
  set subject(value: unknown) {
    this.session.workbook.setProperties({ subject: aString(value, 'subject') });
  }
  get comments(): string {
    return this.session.workbook.properties().comments;
  }
  set comments(value: unknown) {
    this.session.workbook.setProperties({ comments: aString(value, 'comments') });
  }
}

/** Excel.Runtime. */
class RuntimeObject extends HostObject {
  readonly className = 'Runtime';

  get enableEvents(): boolean {
    return this.session.events.enabled;
  }
  set enableEvents(value: unknown) {
    this.session.events.enabled = aBoolean(value, 'enableEvents');
  }
}
