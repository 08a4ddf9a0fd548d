/** The workbook on the screen: what a person does goes to the workbook, what the workbook becomes is shown. */
import {
  ICommandService,
  type ICommandInfo,
  type Injector,
  LifecycleService,
  LifecycleStages,
  RedoCommand,
  UndoCommand,
} from '@univerjs/core';
import { SetSelectionsOperation, SetWorksheetActiveOperation } from '@univerjs/sheets';
import { IRenderManagerService } from '@univerjs/engine-render';
import { IEditorBridgeService, ScrollToCellCommand, SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import { ILayoutService } from '@univerjs/ui';
import { filter, firstValueFrom } from 'rxjs';
import type { UniverWorkbook } from '../../../stand-in/workbook';
import type { WorkbookEvent } from '../../../stand-in/workbook/contract';
import type { Refusal } from '../../../stand-in/workbook/refusals';
import type { Area } from '../../../xlsx/model/areas';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { ValidationHints } from './validationHints';
import { ConditionalStyles } from './conditionalStyles';
import { Edits } from './edits';
import { attempt, guardCommands, type CommandRefusal } from './commandGuard';
import { UndoHistory } from './undoHistory';
import { selectionsSchema, sheetSchema } from './commandParams';
import { interceptCellDisplay } from './cellDisplay';
import { onTabDoubleClick } from './tabDoubleClick';

/** How long after a change everything is calculated, in milliseconds: soon for a person, later while an add-in is at work. */
const PERSON_DELAY = 20;
const ADDIN_DELAY = 150;

/** Marks what we do ourselves, so that the command guard allows it. */
const OWN_CHANGE = { onlyLocal: true, fromFormula: true };

export interface GridOptions {
  /** The element the grid is drawn in. */
  container: HTMLElement;
  /** Asks for a sheet's new name; null where none was given. */
  newName(name: string): Promise<string | null>;
  /** Resolves when the add-in is not at work. */
  ready(): Promise<unknown>;
  /** What a screen reader calls the arrow of a list. */
  listLabel: string;
  /** Called with what was refused; of an entry, with the validation's own words. */
  refused(how: CommandRefusal | Refusal['reason'], title?: string, message?: string): void;
}

export class Grid {
  private readonly injector: Injector;
  private readonly commands: ICommandService;
  private readonly history: UndoHistory;
  private readonly edits: Edits;
  private readonly disposers: (() => void)[] = [];
  private selected: Area[] = [];
  private readonly conditional: ConditionalStyles;
  private readonly hints: ValidationHints;
  private disposed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private refreshing: Promise<void> = Promise.resolve();
  private hinting: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly workbook: UniverWorkbook,
    private readonly options: GridOptions,
  ) {
    this.injector = workbook.engine.univer.__getInjector();
    options.container.dataset['sheet'] = workbook.activeSheet();
    this.commands = this.injector.get(ICommandService);
    this.conditional = new ConditionalStyles(workbook);
    this.history = new UndoHistory(workbook, this.injector);
    this.edits = new Edits(
      workbook,
      this.history,
      (refusal, sheet, place) => this.entryRefused(refusal, sheet, place),
      {
        ready: () => options.ready(),
        onProgress: ({ taken, pending }) => {
          const { dataset } = options.container;
          dataset['edits'] = String(taken);
          options.container.setAttribute('aria-busy', String(pending > 0));
        },
      },
    );
    this.hints = new ValidationHints(workbook, this.injector, options.listLabel, (sheet, row, column, text) =>
      this.edits.type(sheet, { row, column, rows: 1, columns: 1 }, text),
    );
    const guarded = {
      workbook,
      edits: this.edits,
      selected: () => this.areas(),
      refused: options.refused,
      rename: (sheet: SheetId) => void this.rename(sheet),
    };
    const listening = this.commands.onCommandExecuted((info, given) =>
      this.onCommand(info, given?.fromFormula === true),
    );
    this.disposers.push(
      interceptCellDisplay(workbook, this.injector, (sheet, row, column) =>
        this.conditional.styleOf(sheet, row, column),
      ),
      guardCommands(guarded, this.injector),
      () => listening.dispose(),
      () => this.history.dispose(),
      () => this.hints.dispose(),
      onTabDoubleClick(options.container, (sheet) => void this.rename(sheet)),
      workbook.onEvent((event) => this.onWorkbookEvent(event)),
    );
  }

  /** Resolves when Univer has drawn the workbook. */
  async drawn(): Promise<void> {
    const stages = this.injector.get(LifecycleService).lifecycle$;
    await firstValueFrom(stages.pipe(filter((stage) => stage >= LifecycleStages.Rendered)));
  }

  /**
   * Resolves when no cell is being edited and all that was typed is done. Until then Excel keeps the batches of an add-in: a
   * batch in between would end the editing, or read what stood there before.
   */
  async rest(): Promise<void> {
    const { visible$ } = this.editor();
    while (this.isEditing()) {
      await firstValueFrom(visible$.pipe(filter(({ visible }) => !visible)), { defaultValue: null });
      // Univer hands over what was typed while it closes the editor.
      await new Promise((done) => setTimeout(done, 0));
      if (this.disposed) return;
    }
    await this.edits.settled();
  }

  /** To be called when the add-in has done something: shows what it wrote and selected. */
  afterBatch(): void {
    this.showSelection();
    this.refreshIn(ADDIN_DELAY);
  }

  /** Gives the keyboard to the cells. */
  focus(): void {
    this.injector.get(ILayoutService).focus();
  }

  undo(): void {
    void this.commands.executeCommand(UndoCommand.id);
  }

  redo(): void {
    void this.commands.executeCommand(RedoCommand.id);
  }

  /** Resolves when all that was typed has been done, calculated and shown. */
  async settled(): Promise<void> {
    await this.edits.settled();
    clearTimeout(this.timer);
    this.refresh();
    await this.refreshing;
  }

  /** Whether the workbook is being closed: no batch may begin in it any more. */
  get isClosed(): boolean {
    return this.disposed;
  }

  /** Stops listening; resolves when nothing is at work in the workbook any more, so that it may be disposed. */
  async close(): Promise<void> {
    this.disposed = true;
    clearTimeout(this.timer);
    for (const stop of this.disposers) stop();
    await Promise.all([this.edits.settled(), this.refreshing, this.hinting]);
    // What was typed last asks for another drawing.
    clearTimeout(this.timer);
  }

  private editor(): IEditorBridgeService {
    return this.injector.get(IEditorBridgeService);
  }

  private isEditing(): boolean {
    return this.editor().isVisible().visible;
  }

  private areas(): Area[] {
    return this.selected.length > 0 ? this.selected : [this.workbook.selection().area];
  }

  private async rename(sheet: SheetId): Promise<void> {
    const name = await this.options.newName(this.workbook.sheets().find(({ id }) => id === sheet)?.name ?? '');
    if (name !== null) attempt(this.options, () => this.workbook.renameSheet(sheet, name));
  }

  /** What a person selects and which sheet is shown is the workbook's business, too. */
  private onCommand(info: Readonly<ICommandInfo>, ours: boolean): void {
    if (ours) return;
    const sheet = sheetSchema.safeParse(info.params).data?.subUnitId;
    if (sheet === undefined) return;
    if (info.id === SetWorksheetActiveOperation.id) this.workbook.activateSheet(sheet);
    if (info.id !== SetSelectionsOperation.id || sheet !== this.workbook.activeSheet()) return;
    const areas = selectionsSchema.safeParse(info.params).data?.selections.map(({ range }) => range) ?? [];
    this.setSelected(sheet, areas);
    const last = areas.at(-1);
    if (!last) return;
    this.workbook.select(sheet, last);
    this.showHint(sheet, last);
  }

  /** The page says which cell of which sheet is selected, counted from 0, for those who drive it by script. */
  private setSelected(sheet: SheetId, areas: Area[]): void {
    this.selected = areas;
    const last = areas.at(-1);
    if (last) this.options.container.dataset['cell'] = `${sheet}:${last.row},${last.column}`;
  }

  /** Only beside a single cell, and not while it is dragged over others. */
  private showHint(sheet: SheetId, { row, column, rows, columns }: Area): void {
    if (rows * columns === 1 || this.isMerged(sheet, row, column)) {
      this.hinting = Promise.all([this.hinting, this.hints.show(sheet, row, column)]);
    } else this.hints.hide();
  }

  private isMerged(sheet: SheetId, row: number, column: number): boolean {
    return this.workbook.merges(sheet).some((area) => area.row === row && area.column === column);
  }

  private onWorkbookEvent(event: WorkbookEvent): void {
    if (event.kind === 'sheetActivated') this.options.container.dataset['sheet'] = event.sheet;
    const taken = event.kind === 'cells' && event.origin === 'person';
    if (!taken && event.kind !== 'sheetActivated') this.history.clear();
    this.refreshIn(taken ? PERSON_DELAY : ADDIN_DELAY);
  }

  private refreshIn(time: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), time);
  }

  private refresh(): void {
    this.refreshing = this.refreshing.then(async () => {
      if (this.disposed) return;
      await this.workbook.calculate();
      if (this.disposed) return;
      // Drawing anew would put the cell editor back to what stood there.
      if (this.isEditing()) {
        this.refreshIn(ADDIN_DELAY);
        return;
      }
      this.redraw();
      // Figures first, colours a moment later.
      if (await this.conditional.update()) this.redraw();
    });
  }

  /** Lays the sheet out anew: our own changes of cells, rows and columns are not reported to Univer one by one. */
  private redraw(): void {
    if (this.disposed) return;
    const render = this.injector.get(IRenderManagerService).getRenderById(this.workbook.engine.unitId);
    const skeletons = render?.with(SheetSkeletonManagerService);
    const sheetId = this.workbook.activeSheet();
    skeletons?.makeDirty({ sheetId }, true);
    skeletons?.setCurrent({ sheetId });
    render?.mainComponent?.makeForceDirty();
    render?.scene.makeDirty();
  }

  /** Shows what the add-in selected. */
  private showSelection(): void {
    const { sheet, area } = this.workbook.selection();
    const [shown] = this.selected;
    if (this.isEditing() || (shown && this.selected.length === 1 && sameArea(shown, area))) return;
    this.setSelected(sheet, [area]);
    this.select(sheet, area);
    this.showHint(sheet, area);
  }

  private select(sheet: SheetId, { row, column, rows, columns }: Area): void {
    const range = { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
    const first = { startRow: row, startColumn: column, endRow: row, endColumn: column };
    const primary = { ...first, actualRow: row, actualColumn: column, isMerged: false, isMergedMainCell: false };
    const selections = [{ range, primary, style: null }];
    const target = { unitId: this.workbook.engine.unitId, subUnitId: sheet };
    this.commands.syncExecuteCommand(SetSelectionsOperation.id, { ...target, selections }, OWN_CHANGE);
    void this.commands.executeCommand(ScrollToCellCommand.id, { range }, OWN_CHANGE);
  }

  private entryRefused(refusal: Refusal, sheet: SheetId, place: { row: number; column: number }): void {
    const rule = refusal.reason === 'validation' ? this.workbook.ruleAt(sheet, place.row, place.column) : null;
    this.options.refused(refusal.reason, rule?.errorTitle, rule?.error);
    if (sheet !== this.workbook.activeSheet()) return;
    // The editor has moved on; after a refused entry it returns to its cell.
    const area = { ...place, rows: 1, columns: 1 };
    this.setSelected(sheet, [area]);
    this.workbook.select(sheet, area);
    this.select(sheet, area);
  }
}

const sameArea = (a: Area, b: Area): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
