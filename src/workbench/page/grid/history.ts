/** Ctrl+Z and Ctrl+Y for what a person changed in cells, on Univer's own stack. */
import { CommandType, ICommandService, type Injector, IUndoRedoService } from '@univerjs/core';
import type { UniverWorkbook } from '../../../stand-in/workbook';
import type { KeptCell } from '../../../stand-in/workbook/person';
import type { SheetId } from '../../../xlsx/model/snapshot';

/** The mutation by which cells are put back; the gate lets it pass. */
export const PUT_BACK = 'workbench.mutation.put-back';

interface PutBack {
  sheet: SheetId;
  cells: KeptCell[];
}

export class History {
  private readonly service: IUndoRedoService;
  private readonly registered: { dispose(): void };

  constructor(
    private readonly workbook: UniverWorkbook,
    injector: Injector,
  ) {
    this.service = injector.get(IUndoRedoService);
    this.registered = injector.get(ICommandService).registerCommand({
      id: PUT_BACK,
      type: CommandType.MUTATION,
      handler: (_: unknown, { sheet, cells }: PutBack) => {
        workbook.putBack(sheet, cells);
        return true;
      },
    });
  }

  /** Does something to cells as one step that can be taken back; nothing is kept where it was refused. */
  async step<T extends { ok: boolean }>(
    sheet: SheetId,
    places: readonly { row: number; column: number }[],
    change: () => T | Promise<T>,
  ): Promise<T> {
    const before = this.workbook.keepCells(sheet, places);
    const result = await change();
    if (!result.ok) return result;
    const after = this.workbook.keepCells(sheet, places);
    const undo: PutBack = { sheet, cells: before };
    const redo: PutBack = { sheet, cells: after };
    this.service.pushUndoRedo({
      unitID: this.workbook.engine.unitId,
      undoMutations: [{ id: PUT_BACK, params: undo }],
      redoMutations: [{ id: PUT_BACK, params: redo }],
    });
    return result;
  }

  /** What the add-in does, and whole rows or sheets that come and go, cannot be taken back; nor what was before. */
  forget(): void {
    this.service.clearUndoRedo(this.workbook.engine.unitId);
  }

  dispose(): void {
    this.registered.dispose();
  }
}
