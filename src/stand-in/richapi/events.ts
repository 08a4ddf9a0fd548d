/** Which events the add-in has asked for, and the workbook's events put on the wire as Excel puts them. */
import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../xlsx/model/areas';
import type { SheetId } from '../../xlsx/model/snapshot';
import type { WorkbookEvent } from '../workbook/contract';
import { formatArea } from './address';
import type { HostState } from './hostState';
import type { EventEntry } from './wire';

/** Excel's numbers for the events, as the client registers them. */
export const EventKind = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  deleted: 15,
  calculated: 16,
  protectionChanged: 24,
} as const;
export type EventKind = (typeof EventKind)[keyof typeof EventKind];

/**
 * The middle of `_Register…Event`, as the client names it. An event that is not here cannot be registered: the workbook
 * would never raise it. `Calculated` can, but the stand-in calculates without saying so.
 */
const KIND_BY_NAME: Record<string, EventKind> = {
  Activated: EventKind.activated,
  Added: EventKind.added,
  Calculated: EventKind.calculated,
  DataChanged: EventKind.changed,
  Deactivated: EventKind.deactivated,
  Deleted: EventKind.deleted,
  ProtectionChanged: EventKind.protectionChanged,
};

/** The target of events registered on a collection instead of on one sheet. */
export const WHOLE_WORKBOOK = 'Workbook';

const KEPT_EVENTS = 100;

type EventArguments = Record<string, unknown>;

export class EventHub {
  /** `context.runtime.enableEvents`. */
  enabled = true;
  readonly #registered = new Set<string>();
  #queue: EventEntry[] = [];
  readonly #eventReferences: string[] = [];
  #activeSheet: SheetId | null = null;

  constructor(private readonly session: HostState) {}

  /** Does `_registerDataChangedEvent` and its like for a target; says whether the method is one of them. */
  callRegistration(method: string, target: string): boolean {
    const match = /^_(un)?register(\w+)Event$/.exec(method);
    const kind = KIND_BY_NAME[match?.[2] ?? ''];
    if (!match || kind === undefined) return false;
    if (match[1] === undefined) this.#registered.add(`${kind} ${target}`);
    else this.#registered.delete(`${kind} ${target}`);
    return true;
  }

  get waiting(): boolean {
    return this.#queue.length > 0;
  }

  /** The entries that wait for delivery; they are taken out. */
  take(): EventEntry[] {
    const entries = this.#queue;
    this.#queue = [];
    return entries;
  }

  /** Queues what the add-in has asked to hear of a workbook's event. */
  receive(event: WorkbookEvent): void {
    switch (event.kind) {
      case 'cells':
        this.#changed(event.sheet, event.area, 'RangeEdited', { ownWrite: event.origin === 'addin' });
        return;
      case 'rowsInserted':
      case 'rowsDeleted':
        this.#changed(event.sheet, wholeRows(event.area), event.kind === 'rowsInserted' ? 'RowInserted' : 'RowDeleted');
        return;
      case 'columnsInserted':
      case 'columnsDeleted': {
        const type = event.kind === 'columnsInserted' ? 'ColumnInserted' : 'ColumnDeleted';
        this.#changed(event.sheet, wholeColumns(event.area), type);
        return;
      }
      case 'sheetAdded':
        this.#push(EventKind.added, event.sheet, { source: 'Local' });
        return;
      case 'sheetDeleted':
        this.#push(EventKind.deleted, event.sheet, { source: 'Local' });
        return;
      case 'sheetActivated':
        this.#activated(event.sheet);
        return;
      case 'sheetRenamed':
      case 'sheetMoved':
        // Their events came after ExcelApi 1.14.
        return;
    }
  }

  /** Queues a protection change, which the workbook itself does not announce. */
  protectionChanged(sheet: SheetId, { isProtected }: { isProtected: boolean }): void {
    this.#push(EventKind.protectionChanged, sheet, { isProtected, source: 'Local' });
  }

  #activated(sheet: SheetId): void {
    if (this.#activeSheet !== null && this.#activeSheet !== sheet) {
      this.#push(EventKind.deactivated, this.#activeSheet, {});
    }
    this.#activeSheet = sheet;
    this.#push(EventKind.activated, sheet, {});
  }

  #changed(sheet: SheetId, area: Area, changeType: string, { ownWrite = false } = {}): void {
    if (!this.#wanted(EventKind.changed, sheet)) return;
    const { ownEvents } = this.session.workbook.behaviours;
    if (ownWrite && ownEvents === 'missing') return;
    this.#push(EventKind.changed, sheet, {
      address: formatArea(area),
      changeType,
      source: 'Local',
      triggerSource: ownWrite && ownEvents === 'marked' ? 'ThisLocalAddin' : 'Unknown',
      shiftDirection: 'None',
      referenceId: this.#keepForHandlers(sheet, area),
    });
  }

  /** Handlers may ask for the range of an event, but never say when they are done: the oldest are let go. */
  #keepForHandlers(sheet: SheetId, area: Area): string {
    const id = this.session.keep(this.session.place(sheet, [area]));
    this.#eventReferences.push(id);
    if (this.#eventReferences.length > KEPT_EVENTS) this.session.release(this.#eventReferences.shift() ?? id);
    return id;
  }

  #wanted(kind: EventKind, sheet: SheetId): boolean {
    return (
      this.enabled && (this.#registered.has(`${kind} ${sheet}`) || this.#registered.has(`${kind} ${WHOLE_WORKBOOK}`))
    );
  }

  #push(kind: EventKind, sheet: SheetId, details: EventArguments): void {
    if (!this.enabled) return;
    for (const target of [sheet, WHOLE_WORKBOOK]) {
      if (!this.#registered.has(`${kind} ${target}`)) continue;
      this.#queue.push([65536, kind, target, JSON.stringify({ ...details, worksheetId: sheet }), 0, false]);
    }
  }
}

const wholeRows = (area: Area): Area => ({ ...area, column: 0, columns: MAX_COLUMNS });
const wholeColumns = (area: Area): Area => ({ ...area, row: 0, rows: MAX_ROWS });
