/** Plans written into the stand-in workbook, which calculates their formulas; read back as snapshots. */
import { parseAddress, type SheetPlan } from '../../src/spreadsheet/plan';
import type { SheetSnapshot, WorkbookSnapshot } from '../../src/spreadsheet/snapshot';
import { createWorkbook, type UniverWorkbook } from '../../src/stand-in/workbook';
import type { CellValue, CellWrite } from '../../src/stand-in/workbook/cellContent';
import type { Area } from '../../src/xlsx/model/areas';
import { constant } from './formulas';

const asRead = (value: CellValue): unknown => (value === null ? '' : typeof value === 'object' ? value.error : value);

export class LiveBook {
  private constructor(readonly book: UniverWorkbook) {}

  /** Only cells are written: formats, validation and protection have tests of their own. */
  static async of(plans: readonly SheetPlan[]): Promise<LiveBook> {
    const live = new LiveBook(await createWorkbook());
    const blank = live.book.activeSheet();
    // All sheets exist before any formula names one.
    const sheets = plans.map((plan) => ({ plan, id: live.book.addSheet(plan.name) }));
    live.book.deleteSheet(blank);
    for (const { plan, id } of sheets) {
      const cells = plan.cells.map((line) =>
        line.map((cell): CellWrite =>
          typeof cell === 'object' && cell !== null ? { kind: 'formula', formula: cell.formula } : constant(cell),
        ),
      );
      live.book.write(id, { row: 0, column: 0, rows: cells.length, columns: cells[0]?.length ?? 0 }, cells);
    }
    return live;
  }

  private idOf(sheet: string): string {
    const found = this.book.sheets().find(({ name }) => name === sheet);
    if (!found) throw new Error(`no sheet ${sheet}`);
    return found.id;
  }

  /** Writes a constant, or a formula beginning with `=` where `value` is `{ formula }`, into a cell. */
  put(sheet: string, cell: string, value: CellValue | { formula: string }): void {
    const area: Area = { ...parseAddress(cell), rows: 1, columns: 1 };
    const write: CellWrite =
      typeof value === 'object' && value !== null && 'formula' in value
        ? { kind: 'formula', formula: value.formula }
        : constant(value);
    this.book.write(this.idOf(sheet), area, [[write]]);
  }

  async snapshot(): Promise<WorkbookSnapshot> {
    const sheets: SheetSnapshot[] = [];
    for (const { id, name } of this.book.sheets()) {
      const used = (await this.book.usedArea(id, { valuesOnly: true })) ?? { row: 0, column: 0, rows: 1, columns: 1 };
      const area = { row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns };
      const cells = await this.book.read(id, area);
      sheets.push({
        id,
        name,
        protected: true,
        pages: null,
        values: cells.map((line) => line.map(({ value }) => asRead(value))),
        formulas: cells.map((line) => line.map(({ value, formula }) => formula ?? asRead(value))),
        numberFormats: cells.map((line) => line.map(({ numberFormat }) => numberFormat)),
      });
    }
    return { sheets, all: sheets.map(({ id, name }) => ({ id, name })) };
  }

  dispose(): void {
    this.book.dispose();
  }
}
