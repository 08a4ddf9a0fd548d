/** What the host objects of one workbook share: the workbook, its culture, references kept for the client, events. */
import type { Area } from '../../xlsx/model/areas';
import type { SheetId } from '../../xlsx/model/snapshot';
import type { CellRead } from '../workbook/cellContent';
import type { StandInWorkbook, WorkbookEvent } from '../workbook/contract';
import { itemNotFound } from './errors';
import { EventHub } from './events';
import { Place } from './place';

export interface Culture {
  name: string;
  decimalSeparator: string;
  groupSeparator: string;
  dateSeparator: string;
  shortDatePattern: string;
}

export const VIETNAMESE: Culture = {
  name: 'vi-VN',
  decimalSeparator: ',',
  groupSeparator: '.',
  dateSeparator: '/',
  shortDatePattern: 'dd/MM/yyyy',
};

export class HostState {
  readonly events: EventHub = new EventHub(this);
  /** The add-in shows or hides its pane; without a screen nothing follows. */
  onPane: (visible: boolean) => void = () => undefined;
  /** Awaited between the actions of a batch, so that a page can answer a person during a long one. */
  yieldToUi: (() => Promise<void>) | null = null;
  /** Sheets that the running batch has added. */
  readonly addedSheets = new Set<SheetId>();
  readonly #kept = new Map<string, Place>();
  #live: Place[] = [];
  #lastReference = 0;
  #lastRead: { place: Place; cells: Promise<CellRead[][]> } | null = null;

  constructor(
    readonly workbook: StandInWorkbook,
    readonly culture: Culture,
    /** The day whose year a date without a year gets. */
    readonly today: () => Date,
  ) {}

  /** Called before each action, so that reads are shared within one action only. */
  beginAction(): void {
    this.#lastRead = null;
  }

  /** The cells of a place; `load('values, formulas, …')` reads them once. */
  read(place: Place): Promise<CellRead[][]> {
    if (this.#lastRead?.place !== place) {
      this.#lastRead = { place, cells: this.workbook.read(place.sheet, place.area) };
    }
    return this.#lastRead.cells;
  }

  /** A place that follows its cells until the batch ends, and longer when it is kept. */
  place(sheet: SheetId, areas: Area[]): Place {
    const place = new Place(sheet, areas);
    this.#live.push(place);
    return place;
  }

  endBatch(): void {
    this.#live = [];
    this.addedSheets.clear();
  }

  /** Keeps a place for later batches and says under which id. */
  keep(place: Place): string {
    this.#lastReference += 1;
    const id = `ref-${this.#lastReference}`;
    this.#kept.set(id, place);
    return id;
  }

  /** Throws ItemNotFound for an id that was never given or has been given back. */
  kept(id: string): Place {
    const place = this.keptOrNull(id);
    if (!place) throw itemNotFound(`reference ${id}`);
    return place;
  }

  keptOrNull(id: string): Place | null {
    return this.#kept.get(id) ?? null;
  }

  release(id: string): void {
    this.#kept.delete(id);
  }

  releaseAll(): void {
    this.#kept.clear();
  }

  get referenceCount(): number {
    return this.#kept.size;
  }

  /** Lets every known place follow a change of rows or columns. */
  follow(event: WorkbookEvent): void {
    for (const place of new Set([...this.#live, ...this.#kept.values()])) place.follow(event);
  }
}
