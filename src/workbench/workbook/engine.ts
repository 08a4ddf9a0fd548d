import {
  ICommandService,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type IUnitRange,
  type IWorkbookData,
  type Nullable,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import {
  ICalculateFormulaService,
  IDependencyManagerService,
  IFunctionService,
  type IAllRuntimeData,
  type IFormulaData,
} from '@univerjs/engine-formula';
import {
  SetRangeValuesMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
  UniverSheetsPlugin,
} from '@univerjs/sheets';
import enUS from '@univerjs/sheets/locale/en-US';
import { firstValueFrom } from 'rxjs';
import { FormulaEnginePlugin } from './dependencies';
import { WorkbookRefusal, type Area, type CellValue, type SheetId } from './types';

export type Cells = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** A formula to evaluate as if it stood in a cell. */
export interface Question {
  sheet: SheetId;
  row: number;
  column: number;
  formula: string;
}

/** A value, or rows of values where the formula gives several. */
export type Answer = CellValue | CellValue[][];

/** Marks our own changes: nothing is sent elsewhere, and no plugin starts a calculation of its own. */
const OUR_CHANGE = { onlyLocal: true, fromFormula: true };

const ERRORS = new Set([
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#SPILL!',
  '#CALC!',
  '#VALUE!',
  '#CYCLE!',
]);

/** Whether a text is one of the error values of a formula. */
export function isErrorText(text: unknown): text is string {
  return typeof text === 'string' && ERRORS.has(text);
}

function toValue(raw: unknown): CellValue {
  if (isErrorText(raw)) return { error: raw };
  if (typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean') return raw;
  return null;
}

/** Univer as we use it: one workbook, changed by mutations only, calculated when asked. */
export class Engine {
  /** Every workbook of the process has an id that is no prefix of another's: Univer's caches are keyed by prefixes. */
  private static started = 0;

  private readonly commands: ICommandService;
  private dirty: IUnitRange[] = [];
  private everythingDirty = true;
  private calculating = false;
  private turn: Promise<void> = Promise.resolve();

  private constructor(
    readonly univer: Univer,
    readonly workbook: Workbook,
    private readonly expand: (formula: string, sheet: SheetId) => string,
  ) {
    this.commands = univer.__getInjector().get(ICommandService);
  }

  /**
   * @param data the workbook; its id is replaced by a unique one
   * @param expand replaces defined names in a formula that stands on a sheet
   */
  static start(data: IWorkbookData, expand: (formula: string, sheet: SheetId) => string): Engine {
    Engine.started += 1;
    // Without a locale pack Univer hangs on sheet names; which one does not matter, for we never show its words.
    const univer = new Univer({
      logLevel: LogLevel.ERROR,
      locale: LocaleType.EN_US,
      locales: { [LocaleType.EN_US]: enUS },
    });
    univer.registerPlugin(FormulaEnginePlugin);
    univer.registerPlugin(UniverSheetsPlugin);
    const unit = { ...data, id: `workbook(${Engine.started})` };
    const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, unit);
    return new Engine(univer, workbook, expand);
  }

  get unitId(): string {
    return this.workbook.getUnitId();
  }

  /** Throws `ItemNotFound` where there is no such sheet. */
  sheet(id: SheetId): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(id);
    if (!sheet) throw new WorkbookRefusal('ItemNotFound', `There is no sheet ${id}`);
    return sheet;
  }

  /** Runs a mutation of Univer on a sheet (or, without one, on the workbook). Throws where Univer does not take it. */
  mutate(id: string, sheet: SheetId | null, params: object): void {
    const target = sheet === null ? { unitId: this.unitId } : { unitId: this.unitId, subUnitId: sheet };
    if (!this.commands.syncExecuteCommand(id, { ...target, ...params }, OUR_CHANGE)) {
      throw new Error(`Univer refused ${id}`);
    }
  }

  /** Changes cells, property by property; null removes one. The sheet grows where need be. */
  setCells(sheet: SheetId, cellValue: Cells): void {
    this.mutate(SetRangeValuesMutation.id, sheet, { cellValue });
  }

  /** Makes the sheet at least so large. */
  grow(sheet: SheetId, rows: number, columns: number): void {
    const worksheet = this.sheet(sheet);
    if (worksheet.getRowCount() < rows) this.mutate(SetWorksheetRowCountMutation.id, sheet, { rowCount: rows });
    if (worksheet.getColumnCount() < columns) {
      this.mutate(SetWorksheetColumnCountMutation.id, sheet, { columnCount: columns });
    }
  }

  /** Says that contents of an area changed: what depends on them is calculated before the next reading. */
  touch(sheet: SheetId, area: Area): void {
    this.noticeInterruption();
    const range = {
      startRow: area.row,
      endRow: area.row + area.rows - 1,
      startColumn: area.column,
      endColumn: area.column + area.columns - 1,
    };
    this.dirty.push({ unitId: this.unitId, sheetId: sheet, range });
  }

  /** Forgets what depended on a cell whose formula changes. */
  forgetFormula(sheet: SheetId, row: number, column: number): void {
    this.noticeInterruption();
    const dependencies = this.univer.__getInjector().get(IDependencyManagerService);
    dependencies.removeFormulaDependency(this.unitId, sheet, row, column);
  }

  /** Forgets what the formulas of a sheet depended on, before their cells move or go. */
  forgetFormulasOf(sheet: SheetId): void {
    this.sheet(sheet)
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if (cell?.f) this.forgetFormula(sheet, row, column);
      });
  }

  /** Forgets how formulas that name these sheets were parsed: the names belong to other sheets now. */
  forgetSheetNames(...names: string[]): void {
    const written = names.flatMap((name) => [name, name.replaceAll("'", "''")]);
    this.univer
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
    this.noticeInterruption();
    if (this.dirty.length > 0) this.everythingDirty = true;
  }

  /** Calculates what was touched; at once if nothing was. Calls wait for each other. */
  async calculate(): Promise<void> {
    await this.inTurn(async () => {
      while (this.everythingDirty || this.dirty.length > 0) await this.calculateOnce();
    });
  }

  /** What formulas give in given cells, without writing them anywhere. Names are known, `=` leads. */
  async evaluate(questions: Question[]): Promise<Answer[]> {
    if (questions.length === 0) return [];
    await this.calculate();
    const sheets: Record<SheetId, Record<number, Record<number, string[]>>> = {};
    const places = questions.map(({ sheet, row, column, formula }) => {
      const asked = (((sheets[sheet] ??= {})[row] ??= {})[column] ??= []);
      return asked.push(this.expand(formula, sheet)) - 1;
    });
    return this.inTurn(async () => {
      const service = this.univer.__getInjector().get(ICalculateFormulaService);
      const results = await service.executeFormulas({ [this.unitId]: sheets });
      return questions.map(({ sheet, row, column }, index) => {
        const raw = results[this.unitId]?.[sheet]?.[row]?.[column]?.[places[index] ?? 0]?.value;
        return Array.isArray(raw) ? raw.map((line) => line.map(toValue)) : toValue(raw);
      });
    });
  }

  dispose(): void {
    this.univer.dispose();
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    // The next one waits for the end, not for the success, of this one; its own caller hears of a failure.
    this.turn = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  /** A change while the engine is at work (it pauses now and then): all it knows may be out of date afterwards. */
  private noticeInterruption(): void {
    if (this.calculating) this.everythingDirty = true;
  }

  private async calculateOnce(): Promise<void> {
    const injector = this.univer.__getInjector();
    const service = injector.get(ICalculateFormulaService);
    const forceCalculate = this.everythingDirty;
    const dirtyRanges = this.dirty;
    this.everythingDirty = false;
    this.dirty = [];
    // A parsed formula remembers the sheets and names it was parsed with.
    if (forceCalculate) injector.get(IFunctionService).deleteFormulaAstCacheKey(this.unitId);
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
      this.takeResults(await complete);
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
    for (const sheet of this.workbook.getSheets()) {
      const id = sheet.getSheetId();
      const rows: Record<number, Record<number, { f: string }>> = {};
      sheet.getCellMatrix().forValue((row, column, cell) => {
        if (cell?.f) (rows[row] ??= {})[column] = { f: this.expand(cell.f, id) };
      });
      sheets[id] = rows;
    }
    return { [this.unitId]: sheets };
  }

  private takeResults(data: IAllRuntimeData): void {
    for (const [sheet, results] of Object.entries(data.unitData[this.unitId] ?? {})) {
      const matrix = this.workbook.getSheetBySheetId(sheet)?.getCellMatrix();
      if (!matrix) continue;
      const cells: Record<number, Record<number, ICellData>> = {};
      results.forValue((row, column, result) => {
        // A formula may have been overwritten while the engine was at work; then the cell is dirty again.
        if (!matrix.getValue(row, column)?.f) return;
        (cells[row] ??= {})[column] = { v: result?.v ?? 0, t: result?.t ?? null };
      });
      this.setCells(sheet, cells);
    }
  }
}
