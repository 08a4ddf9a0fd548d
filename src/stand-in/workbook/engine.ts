import {
  CellValueType,
  generateRandomId,
  type ICommand,
  ICommandService,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type ICellData,
  type IStyleData,
  type IObjectMatrixPrimitiveType,
  type IWorkbookData,
  type Nullable,
  ObjectMatrix,
  type Styles,
  type Workbook,
  type IUniverConfig,
  type Worksheet,
} from '@univerjs/core';
import {
  DependencyManagerService,
  IDependencyManagerService,
  UniverFormulaEnginePlugin,
} from '@univerjs/engine-formula';
import {
  SetColDataMutation,
  SetRangeValuesMutation,
  SetRowDataMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
  UniverSheetsPlugin,
} from '@univerjs/sheets';
import enUS from '@univerjs/sheets/locale/en-US';
import type { SheetId } from '../../xlsx/model/snapshot';
import './excelNumbers';
import { WorkbookRefusal } from './refusals';

type Tree = Parameters<DependencyManagerService['addDependencyRTreeCache']>[0];

/**
 * Univer enters every formula's references again at every calculation, so that its memory grows. Here a formula that is
 * known already is not entered again: what a formula depends on is forgotten when it changes ({@link Engine}).
 */
class CachedDependencies extends DependencyManagerService {
  override addDependencyRTreeCache(tree: Tree): void {
    if (!this._allTreeMap.has(tree.treeId)) super.addDependencyRTreeCache(tree);
  }
}

/** Univer's formula engine with lasting dependencies. */
class FormulaEnginePlugin extends UniverFormulaEnginePlugin {
  protected override _initializeWithOverride(): void {
    super._initializeWithOverride();
    this._injector.replace([IDependencyManagerService, { useClass: CachedDependencies }]);
  }
}

/** A cell's whole style, null for Excel's own, and the flags that are kept beside it. */
export interface CellFormat {
  s: IStyleData | null;
  custom: NonNullable<ICellData['custom']> | null;
}

export type Cells = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** Marks our own changes: nothing is sent elsewhere, and no plugin starts a calculation of its own. */
const OUR_CHANGE = { onlyLocal: true, fromFormula: true };

/**
 * Changes of contents. On a screen each of them, wherever it is, would lay out the sheet that is shown anew: there they
 * are done without telling anybody, and the page draws when all is done.
 */
const SILENT_MUTATIONS = new Map<string, ICommand<object, boolean>>(
  [
    SetRangeValuesMutation,
    SetRowDataMutation,
    SetColDataMutation,
    SetWorksheetRowCountMutation,
    SetWorksheetColumnCountMutation,
  ].map((mutation) => [mutation.id, mutation]),
);

/** After so many formulas a page may answer the person in between; by itself Univer pauses after 500. */
const FORMULAS_PER_SLICE = 40;

const ID_LENGTH = 20;

/** Univer compares a new style with each that is there, for its keys may stand in another order; ours always stand in one. */
function rememberStyles(styles: Styles): void {
  const ids = new Map<string, string>();
  styles.each(([id, style]) => ids.set(JSON.stringify(style), id));
  const add = styles.add.bind(styles);
  styles.add = (data, text) => {
    const id = add(data, text);
    ids.set(text, id);
    return id;
  };
  styles.search = (_data, text) => {
    const id = ids.get(text);
    return id !== undefined && styles.get(id) ? id : NO_STYLE;
  };
}

/** What Univer's `search` answers where there is no such style. */
const NO_STYLE = '-1';

/** What a page that shows the workbook adds to Univer: its words, and the plugins that draw. */
export interface EngineView {
  words: Pick<IUniverConfig, 'locale' | 'locales' | 'theme'>;
  before(univer: Univer): void;
  after(univer: Univer): void;
}

/** Univer as we use it: one workbook, changed by mutations only. Its formulas are the {@link Calculator}'s business. */
export class Engine {
  private readonly commands: ICommandService;

  private constructor(
    readonly univer: Univer,
    readonly workbook: Workbook,
    private readonly hasView: boolean,
  ) {
    this.commands = univer.__getInjector().get(ICommandService);
  }

  /** Starts a workbook; its id is replaced by a unique one. */
  static start(data: IWorkbookData, view?: EngineView): Engine {
    // Without a locale pack Univer hangs on sheet names; which one does not matter, for we never show its words.
    const univer = new Univer({
      logLevel: LogLevel.ERROR,
      ...(view?.words ?? { locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: enUS } }),
    });
    view?.before(univer);
    univer.registerPlugin(FormulaEnginePlugin, view ? { intervalCount: FORMULAS_PER_SLICE } : {});
    univer.registerPlugin(UniverSheetsPlugin);
    view?.after(univer);
    // No id may be a prefix of another's of the process: Univer's caches are keyed by prefixes.
    const unit = { ...data, id: `workbook(${generateRandomId(ID_LENGTH)})` };
    const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, unit);
    rememberStyles(workbook.getStyles());
    return new Engine(univer, workbook, view !== undefined);
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

  /**
   * Runs a mutation of Univer on a sheet (or, without one, on the workbook). Throws where Univer does not take it. `staysInView`:
   * the view does not turn to a sheet that is added, as it does where a person adds one.
   */
  mutate(id: string, sheet: SheetId | null, params: object, { staysInView = false } = {}): void {
    const target = sheet === null ? { unitId: this.unitId } : { unitId: this.unitId, subUnitId: sheet };
    const whole = { ...target, ...params };
    const quiet = this.hasView ? SILENT_MUTATIONS.get(id) : undefined;
    const done = quiet
      ? this.univer.__getInjector().invoke((accessor) => quiet.handler(accessor, whole, OUR_CHANGE))
      : this.commands.syncExecuteCommand(id, whole, staysInView ? { ...OUR_CHANGE, fromCollab: true } : OUR_CHANGE);
    if (!done) throw new Error(`Univer refused ${id}`);
  }

  /** Changes cells, property by property; null removes one. The sheet grows where need be. */
  setCells(sheet: SheetId, cellValue: Cells): void {
    this.mutate(SetRangeValuesMutation.id, sheet, { cellValue: this.withTypes(sheet, cellValue) });
  }

  /**
   * The same changes, with the type of each text that stays. Without it Univer takes a text of digits for a number as soon as
   * its style changes: "007" would be 7.
   */
  private withTypes(sheet: SheetId, cells: Cells): Cells {
    const old = this.sheet(sheet).getCellMatrix();
    const typed: Cells = {};
    new ObjectMatrix(cells).forValue((row, column, cell) => {
      const t = cell && cell.v === undefined && cell.t === undefined ? old.getValue(row, column)?.t : undefined;
      (typed[row] ??= {})[column] = cell && t === CellValueType.STRING ? { ...cell, t } : cell;
    });
    return typed;
  }

  /**
   * Replaces the format of cells: the style as a whole, and what is kept beside it. Univer's mutation merges styles, property
   * by property and for each cell anew; here a style that many cells get is looked up once.
   */
  setFormats(sheet: SheetId, formats: Record<number, Record<number, CellFormat>>): void {
    const matrix = this.sheet(sheet).getCellMatrix();
    const styles = this.workbook.getStyles();
    const ids = new Map<IStyleData, Nullable<string>>();
    new ObjectMatrix(formats).forValue((row, column, { s, custom }) => {
      if (s && !ids.has(s)) ids.set(s, styles.setValue(s));
      const { s: _style, custom: _custom, ...content } = matrix.getValue(row, column) ?? {};
      const id = s && ids.get(s);
      const cell: ICellData = { ...content, ...(id ? { s: id } : {}), ...(custom ? { custom } : {}) };
      if (Object.keys(cell).length === 0) matrix.realDeleteValue(row, column);
      else matrix.setValue(row, column, cell);
    });
  }

  /** Makes the sheet at least so large. */
  grow(sheet: SheetId, rows: number, columns: number): void {
    const worksheet = this.sheet(sheet);
    if (worksheet.getRowCount() < rows) this.mutate(SetWorksheetRowCountMutation.id, sheet, { rowCount: rows });
    if (worksheet.getColumnCount() < columns) {
      this.mutate(SetWorksheetColumnCountMutation.id, sheet, { columnCount: columns });
    }
  }

  dispose(): void {
    this.univer.dispose();
  }
}
