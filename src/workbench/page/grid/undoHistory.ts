/** Ctrl+Z and Ctrl+Y for what a person changed in cells, on Univer's own stack. */
import { CommandType, ICommandService, type Injector, IUndoRedoService } from '@univerjs/core';
import type { UniverWorkbook } from '../../../stand-in/workbook';
import type { CapturedCell } from '../../../stand-in/workbook/personEdits';
import type { SheetId } from '../../../xlsx/model/snapshot';

/** The mutation that restores cells; the command guard allows it. */
export const RESTORE_CELLS = 'workbench.mutation.restore-cells';

interface RestoreParams {
  sheet: SheetId;
  cells: CapturedCell[];
}

export class UndoHistory {
  private readonly service: IUndoRedoService;
  private readonly registered: { dispose(): void };

  constructor(
    private readonly workbook: UniverWorkbook,
    injector: Injector,
  ) {
    this.service = injector.get(IUndoRedoService);
    this.registered = injector.get(ICommandService).registerCommand({
      id: RESTORE_CELLS,
      type: CommandType.MUTATION,
      handler: (_: unknown, { sheet, cells }: RestoreParams) => {
        workbook.restoreCells(sheet, cells);
        return true;
      },
    });
  }

  /** Does something to cells as one step that can be undone; nothing is recorded where it was refused. */
  async record<T extends { ok: boolean }>(
    sheet: SheetId,
    places: readonly { row: number; column: number }[],
    change: () => T | Promise<T>,
  ): Promise<T> {
    const before = this.workbook.captureCells(sheet, places);
    const result = await change();
    if (!result.ok) return result;
    const after = this.workbook.captureCells(sheet, places);
    const undo: RestoreParams = { sheet, cells: before };
    const redo: RestoreParams = { sheet, cells: after };
    this.service.pushUndoRedo({
      unitID: this.workbook.engine.unitId,
      undoMutations: [{ id: RESTORE_CELLS, params: undo }],
      redoMutations: [{ id: RESTORE_CELLS, params: redo }],
    });
    return result;
  }

  /** What the add-in does, and whole rows or sheets that come and go, cannot be undone; nor can what was before. */
  clear(): void {
    this.service.clearUndoRedo(this.workbook.engine.unitId);
  }

  dispose(): void {
    this.registered.dispose();
  }
}
