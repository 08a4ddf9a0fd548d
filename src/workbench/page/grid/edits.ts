/** What a person does in the grid, done by the workbook as Excel does it; one after another, each an undo step. */
import type { UniverWorkbook } from '../../../stand-in/workbook';
import type { PersonCell } from '../../../stand-in/workbook/personEdits';
import type { Refusal } from '../../../stand-in/workbook/refusals';
import type { Area } from '../../../xlsx/model/areas';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { writeOf, fillCells, type Source } from './fill';
import type { UndoHistory } from './undoHistory';
import { fromClipboardText, toClipboardText } from './clipboardText';

/** Copied cells, as long as the clipboard holds their text. */
interface Copied extends Source {
  text: string;
  sheet: SheetId;
  cut: boolean;
}

/** Called with what was refused, and the cell a person typed it into. */
export type OnRefused = (refusal: Refusal, sheet: SheetId, place: { row: number; column: number }) => void;

export interface EditsOptions {
  /** Resolves when the add-in is not at work: until then Excel takes no entries either. */
  ready(): Promise<unknown>;
  /** How many were taken so far, and how many of them are not done yet. */
  onProgress(edits: { taken: number; pending: number }): void;
}

export class Edits {
  private queue: Promise<unknown> = Promise.resolve();
  private taken = 0;
  private pending = 0;
  private copied: Copied | null = null;

  constructor(
    private readonly workbook: UniverWorkbook,
    private readonly history: UndoHistory,
    private readonly onRefused: OnRefused,
    private readonly options: EditsOptions,
  ) {}

  /** Types a text into all cells of an area (one, but for Ctrl+Enter); nothing happens where it is what stands there. */
  type(sheet: SheetId, area: Area, text: string): void {
    const { row, column } = area;
    if (area.rows * area.columns === 1 && this.workbook.editText(sheet, row, column) === text) return;
    this.enqueue(async () => {
      if (area.rows * area.columns > 1) {
        return this.put(
          sheet,
          cellsOf(area).map((place) => ({ ...place, typed: text })),
        );
      }
      const result = await this.history.record(sheet, [area], () =>
        this.workbook.typeAsPerson(sheet, row, column, text),
      );
      if (!result.ok) this.onRefused(result, sheet, area);
      return result.ok;
    });
  }

  /** The Delete key. */
  empty(sheet: SheetId, areas: readonly Area[]): void {
    this.enqueue(async () => {
      const within = await Promise.all(areas.map((area) => this.inUse(sheet, area)));
      const cells = within.flatMap((area) => (area ? cellsOf(area) : []));
      await this.put(
        sheet,
        cells.map((place): PersonCell => ({ ...place, write: { kind: 'empty' } })),
      );
    });
  }

  fill(sheet: SheetId, source: Area, target: Area, options: { copyOnly: boolean }): void {
    this.enqueue(async () => this.put(sheet, fillCells(await this.sourceOf(sheet, source), target, options)));
  }

  /** Puts an area into the clipboard as Excel does: what its cells show. */
  copy(sheet: SheetId, wanted: Area, { cut }: { cut: boolean }): void {
    this.enqueue(async () => {
      const area = (await this.inUse(sheet, wanted)) ?? { ...wanted, rows: 1, columns: 1 };
      const source = await this.sourceOf(sheet, area);
      const text = toClipboardText(await this.workbook.readText(sheet, area));
      this.copied = { ...source, text, sheet, cut };
      await navigator.clipboard.writeText(text);
    });
  }

  /** Pastes a text, or the cells it was copied from; over a larger selection again and again. */
  paste(sheet: SheetId, selected: Area, text: string): void {
    this.enqueue(async () => {
      const own = this.copied && sameText(this.copied.text, text) ? this.copied : null;
      const cells = own ? this.ownCells(own, selected) : foreignCells(fromClipboardText(text), selected);
      const done = await this.put(sheet, cells);
      if (!own?.cut || !done) return;
      this.copied = null;
      const left = cellsOf(own.area).filter(
        ({ row, column }) => own.sheet !== sheet || !cells.some((cell) => cell.row === row && cell.column === column),
      );
      await this.put(
        own.sheet,
        left.map((place): PersonCell => ({ ...place, write: { kind: 'empty' } })),
      );
    });
  }

  /** Resolves when everything asked for so far is done. */
  async settled(): Promise<void> {
    await this.queue;
  }

  private ownCells({ area, cells, styles: looks, cut }: Copied, selected: Area): PersonCell[] {
    return cellsOf(pasteTarget(area, selected)).flatMap(({ row, column }): PersonCell[] => {
      const [r, c] = [(row - selected.row) % area.rows, (column - selected.column) % area.columns];
      const cell = cells[r]?.[c];
      const look = looks[r]?.[c];
      if (!cell || !look) return [];
      const moved = cut ? ([0, 0] as const) : ([row - area.row - r, column - area.column - c] as const);
      return [{ row, column, look, write: writeOf(cell, ...moved) }];
    });
  }

  private async put(sheet: SheetId, cells: readonly PersonCell[]): Promise<boolean> {
    const [first] = cells;
    if (!first) return true;
    const result = await this.history.record(sheet, cells, () => this.workbook.putAsPerson(sheet, cells));
    if (!result.ok) this.onRefused(result, sheet, first);
    return result.ok;
  }

  private async sourceOf(sheet: SheetId, area: Area): Promise<Source> {
    return { area, cells: await this.workbook.read(sheet, area), styles: this.workbook.styles(sheet, area) };
  }

  /** The part of an area that is in use: whole columns are not followed to the sheet's end. */
  private async inUse(sheet: SheetId, area: Area): Promise<Area | null> {
    if (area.rows * area.columns < 1_000) return area;
    const used = await this.workbook.usedArea(sheet, { valuesOnly: false });
    if (!used) return null;
    const rows = Math.min(area.row + area.rows, used.row + used.rows) - area.row;
    const columns = Math.min(area.column + area.columns, used.column + used.columns) - area.column;
    return rows > 0 && columns > 0 ? { ...area, rows, columns } : null;
  }

  private enqueue(work: () => Promise<unknown>): void {
    this.taken += 1;
    this.report(+1);
    this.queue = this.queue
      .then(() => this.options.ready())
      .then(work)
      .catch((thrown: unknown) => reportError(thrown))
      .then(() => this.report(-1));
  }

  private report(change: number): void {
    this.pending += change;
    this.options.onProgress({ taken: this.taken, pending: this.pending });
  }
}

const sameText = (left: string, right: string): boolean => plain(left) === plain(right);
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');

/** The selection where the copied area fits it a whole number of times, otherwise the area's own size. */
function pasteTarget(area: Pick<Area, 'rows' | 'columns'>, selected: Area): Area {
  const fits = selected.rows % area.rows === 0 && selected.columns % area.columns === 0;
  return fits ? selected : { ...selected, rows: area.rows, columns: area.columns };
}

function foreignCells(rows: readonly (readonly string[])[], selected: Area): PersonCell[] {
  const size = { rows: rows.length, columns: Math.max(...rows.map((row) => row.length)) };
  return cellsOf(pasteTarget(size, selected)).map(({ row, column }) => ({
    row,
    column,
    typed: rows[(row - selected.row) % size.rows]?.[(column - selected.column) % size.columns] ?? '',
  }));
}

function cellsOf({ row, column, rows, columns }: Area): { row: number; column: number }[] {
  return Array.from({ length: rows * columns }, (_, index) => ({
    row: row + Math.floor(index / columns),
    column: column + (index % columns),
  }));
}
