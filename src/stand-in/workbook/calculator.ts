import type { ICellData, IUnitRange } from '@univerjs/core';
import {
  CELL_INVERTED_INDEX_CACHE,
  FORMULA_REF_TO_ARRAY_CACHE,
  ICalculateFormulaService,
  IDependencyManagerService,
  IFunctionService,
  type IAllRuntimeData,
  type IFormulaData,
} from '@univerjs/engine-formula';
import { firstValueFrom } from 'rxjs';
import type { Area } from '../../xlsx/model/areas';
import { isCalculable, referencesIn } from '../../xlsx/model/references';
import { INITIAL_SIZE, type SheetId } from '../../xlsx/model/snapshot';
import { type CellValue, isErrorText } from './cellContent';
import type { CalculationMode } from './contract';
import type { Engine } from './engine';

/** A formula to evaluate as if it stood in a cell. */
export interface FormulaQuery {
  sheet: SheetId;
  row: number;
  column: number;
  formula: string;
}

/** A value, or rows of values where the formula gives several. */
export type FormulaResult = CellValue | CellValue[][];

function toValue(raw: unknown): CellValue {
  if (isErrorText(raw)) return { error: raw };
  if (typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean') return raw;
  return null;
}

interface FarCell {
  sheet: string | null;
  row: number;
  column: number;
}

/** The first cells of a formula's references that are beyond what every sheet has. */
function farCellsIn(formula: string): FarCell[] {
  return referencesIn(formula)
    .map(({ sheet, rows, columns }) => ({ sheet, row: rows?.first ?? 0, column: columns?.first ?? 0 }))
    .filter(({ row, column }) => row >= INITIAL_SIZE.rows || column >= INITIAL_SIZE.columns);
}

/** An array formula of one cell shows the first of its results; here it would fill the cells beside it. */
function ofOneCell(formula: string, ref: ICellData['ref']): string {
  return ref && !ref.includes(':') ? `=INDEX(${formula.slice(1)},1,1)` : formula;
}

/** The formulas of a workbook: what is to be calculated, and the calculation. */
export class Calculator {
  mode: CalculationMode = 'Automatic';
  private dirty: IUnitRange[] = [];
  private everythingDirty = true;
  private calculating = false;
  private queue: Promise<void> = Promise.resolve();

  /** Which cells formulas begin to look at, as far as a small sheet does not have them; by the formula's text. */
  private readonly farCells = new Map<string, FarCell[]>();
  /** Whether a formula can be calculated here, by its text. */
  private readonly calculable = new Map<string, boolean>();

  /** @param expand replaces defined names in a formula that stands on a sheet */
  constructor(
    private readonly engine: Engine,
    private readonly expand: (formula: string, sheet: SheetId) => string,
  ) {}

  /** Says that contents of an area changed: what depends on them is calculated before the next reading. */
  touch(sheet: SheetId, area: Area): void {
    this.detectInterruption();
    const range = {
      startRow: area.row,
      endRow: area.row + area.rows - 1,
      startColumn: area.column,
      endColumn: area.column + area.columns - 1,
    };
    this.dirty.push({ unitId: this.engine.unitId, sheetId: sheet, range });
  }

  /** Forgets what depended on a cell whose formula changes. */
  forgetFormula(sheet: SheetId, row: number, column: number): void {
    this.detectInterruption();
    const dependencies = this.engine.univer.__getInjector().get(IDependencyManagerService);
    dependencies.removeFormulaDependency(this.engine.unitId, sheet, row, column);
  }

  /** Forgets what the formulas of a sheet depended on, before their cells move or go. */
  forgetFormulasOf(sheet: SheetId): void {
    this.engine
      .sheet(sheet)
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if (cell?.f) this.forgetFormula(sheet, row, column);
      });
  }

  /** Forgets how formulas that name these sheets were parsed: the names belong to other sheets now. */
  forgetSheetNames(...names: string[]): void {
    const written = names.flatMap((name) => [name, name.replaceAll("'", "''")]);
    this.engine.univer
      .__getInjector()
      .get(IFunctionService)
      .deleteFormulaAstCacheKey(...written);
  }

  /** Says that names changed: everything is calculated before the next reading. */
  touchEverything(): void {
    this.everythingDirty = true;
  }

  /** Says that a sheet was copied: it brought its values along, unless some were still to be calculated. */
  touchCopy(): void {
    this.detectInterruption();
    if (this.dirty.length > 0) this.everythingDirty = true;
  }

  /** Before a reading: calculates what was touched, unless the mode is Manual. */
  async calculate(): Promise<void> {
    if (this.mode !== 'Manual') await this.recalculate();
  }

  /** Calculates what was touched; at once if nothing was. Calls wait for each other. */
  async recalculate(): Promise<void> {
    await this.enqueue(async () => {
      while (this.everythingDirty || this.dirty.length > 0) await this.calculateOnce();
    });
  }

  /** What formulas give in given cells, without writing them anywhere. Names are known, `=` leads. */
  async evaluate(questions: FormulaQuery[]): Promise<FormulaResult[]> {
    if (questions.length === 0) return [];
    if (!questions.every((question) => this.readsConstantsOnly(question))) await this.calculate();
    const sheets: Record<SheetId, Record<number, Record<number, string[]>>> = {};
    const places = questions.map(({ sheet, row, column, formula }) => {
      this.growForReferences(formula, sheet);
      const asked = (((sheets[sheet] ??= {})[row] ??= {})[column] ??= []);
      return asked.push(this.expand(formula, sheet)) - 1;
    });
    return this.enqueue(async () => {
      const service = this.engine.univer.__getInjector().get(ICalculateFormulaService);
      // They hold what cells were when they were last looked at; by itself only a calculation empties them.
      FORMULA_REF_TO_ARRAY_CACHE.clear();
      CELL_INVERTED_INDEX_CACHE.clear();
      const results = await service.executeFormulas({ [this.engine.unitId]: sheets });
      return questions.map(({ sheet, row, column }, index) => {
        const raw = results[this.engine.unitId]?.[sheet]?.[row]?.[column]?.[places[index] ?? 0]?.value;
        return Array.isArray(raw) ? raw.map((line) => line.map(toValue)) : toValue(raw);
      });
    });
  }

  /** Whether a formula looks at nothing that is calculated: then it can be answered before everything else is. */
  private readsConstantsOnly({ sheet, formula }: FormulaQuery): boolean {
    return referencesIn(formula).every(({ sheet: name, rows, columns }) => {
      const host = name === null ? this.engine.sheet(sheet) : this.engine.workbook.getSheetBySheetName(name);
      if (!host || !rows || !columns) return false;
      const matrix = host.getCellMatrix();
      for (let row = rows.first; row <= rows.last; row += 1)
        for (let column = columns.first; column <= columns.last; column += 1)
          if (matrix.getValue(row, column)?.f) return false;
      return true;
    });
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    // The next one waits for the end, not for the success, of this one; its own caller hears of a failure.
    this.queue = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  /** A change while the engine is at work (it pauses now and then): all it knows may be out of date afterwards. */
  private detectInterruption(): void {
    if (this.calculating) this.everythingDirty = true;
  }

  private async calculateOnce(): Promise<void> {
    const injector = this.engine.univer.__getInjector();
    const service = injector.get(ICalculateFormulaService);
    const forceCalculate = this.everythingDirty;
    const dirtyRanges = this.dirty;
    this.everythingDirty = false;
    this.dirty = [];
    // A parsed formula remembers the sheets and names it was parsed with.
    if (forceCalculate) injector.get(IFunctionService).deleteFormulaAstCacheKey(this.engine.unitId);
    this.calculating = true;
    try {
      const complete = firstValueFrom(service.executionCompleteListener$);
      await service.execute({
        formulaData: this.formulas(),
        arrayFormulaCellData: {},
        arrayFormulaRange: {},
        forceCalculate,
        dirtyRanges,
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
      });
      this.storeResults(await complete);
    } catch (error) {
      // Nothing can be said about what was calculated: the next reading begins anew.
      this.everythingDirty = true;
      throw error;
    } finally {
      this.calculating = false;
    }
  }

  private formulas(): IFormulaData {
    const sheets: NonNullable<IFormulaData[string]> = {};
    for (const sheet of this.engine.workbook.getSheets()) {
      const id = sheet.getSheetId();
      const rows: Record<number, Record<number, { f: string }>> = {};
      sheet.getCellMatrix().forValue((row, column, cell) => {
        if (!cell?.f || this.keepsResult(cell, id)) return;
        const f = ofOneCell(this.expand(cell.f, id), cell.ref);
        this.growForReferences(f, id);
        (rows[row] ??= {})[column] = { f };
      });
      sheets[id] = rows;
    }
    return { [this.engine.unitId]: sheets };
  }

  /**
   * Whether a cell keeps the result that its file had: its formula names another workbook, a table or a function that is
   * not known here, so that what Excel calculated last is the best that can be shown.
   */
  keepsResult({ f, v }: ICellData, sheet: SheetId): boolean {
    if (!f || v === undefined || v === null) return false;
    const formula = this.expand(f, sheet);
    let calculable = this.calculable.get(formula);
    if (calculable === undefined) {
      const functions = this.engine.univer.__getInjector().get(IFunctionService);
      calculable = isCalculable(formula, (name) => functions.hasExecutor(name));
      this.calculable.set(formula, calculable);
    }
    return !calculable;
  }

  /** Makes sheets as large as a formula looks: beyond a sheet's lines Univer knows no cells and answers `#NAME?`. */
  private growForReferences(formula: string, host: SheetId): void {
    let far = this.farCells.get(formula);
    if (!far) {
      far = farCellsIn(formula);
      this.farCells.set(formula, far);
    }
    for (const { sheet, row, column } of far) {
      const target = sheet === null ? host : this.engine.workbook.getSheetBySheetName(sheet)?.getSheetId();
      if (target !== undefined) this.engine.grow(target, row + 1, column + 1);
    }
  }

  private storeResults(data: IAllRuntimeData): void {
    for (const [sheet, results] of Object.entries(data.unitData[this.engine.unitId] ?? {})) {
      const matrix = this.engine.workbook.getSheetBySheetId(sheet)?.getCellMatrix();
      if (!matrix) continue;
      const cells: Record<number, Record<number, ICellData>> = {};
      results.forValue((row, column, result) => {
        // A formula may have been overwritten while the engine was at work; then the cell is dirty again.
        if (!matrix.getValue(row, column)?.f) return;
        (cells[row] ??= {})[column] = { v: result?.v ?? 0, t: result?.t ?? null };
      });
      this.engine.setCells(sheet, cells);
    }
  }
}
