/**
 * Every change a person makes in Univer passes here before it happens. What the workbook has a rule for is done by the
 * workbook instead; looks and sizes pass where protection allows them; everything else is refused and reported.
 */
import {
  CommandType,
  CustomCommandExecutionError,
  ICommandService,
  type ICommandInfo,
  IContextService,
  type Injector,
} from '@univerjs/core';
import {
  AutoClearContentCommand,
  AutoFillCommand,
  ClearSelectionContentCommand,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowAutoHeightMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import { RenameSheetOperation, SetCellEditVisibleOperation, whenSheetEditorFocused } from '@univerjs/sheets-ui';
import { CopyCommand, CutCommand, PasteCommand, SheetPasteShortKeyCommandName } from '@univerjs/ui';
import { z } from 'zod';
import type { UniverWorkbook } from '../../../stand-in/workbook';
import { WorkbookRefusal } from '../../../stand-in/workbook/refusals';
import type { Area } from '../../../xlsx/model/areas';
import type { SheetId, SheetProtection } from '../../../xlsx/model/snapshot';
import type { Edits } from './edits';
import { STRUCTURE } from './structureCommands';
import {
  fillSchema,
  formatOnlySchema,
  pastedSchema,
  rangesSchema,
  sheetSchema,
  typedSchema,
  visibleSchema,
} from './commandParams';

export type CommandRefusal = 'locked' | 'notHere' | 'oneArea' | 'sheet';

interface GuardContext {
  workbook: UniverWorkbook;
  edits: Edits;
  /** All areas that are selected on the sheet that is shown. */
  selected(): Area[];
  refused(how: CommandRefusal): void;
  /** Asks for a sheet's new name and gives it. */
  rename(sheet: SheetId): void;
}

/** Changes of looks and sizes, which Univer does and undoes by itself, with the permission that protection must give. */
const ALLOWED_MUTATIONS = new Map<string, keyof SheetProtection | null>([
  [SetWorksheetColWidthMutation.id, 'allowFormatColumns'],
  [SetColHiddenMutation.id, 'allowFormatColumns'],
  [SetColVisibleMutation.id, 'allowFormatColumns'],
  [SetWorksheetRowHeightMutation.id, 'allowFormatRows'],
  [SetRowHiddenMutation.id, 'allowFormatRows'],
  [SetRowVisibleMutation.id, 'allowFormatRows'],
  [SetFrozenMutation.id, null],
  [ToggleGridlinesMutation.id, null],
  [SetWorksheetRowCountMutation.id, null],
  [SetWorksheetColumnCountMutation.id, null],
]);
/** What Univer does on its own account while it draws; no person asked for it, so no refusal is shown. */
const LAYOUT_MUTATIONS = new Set([SetWorksheetRowAutoHeightMutation.id, SetWorksheetRowIsAutoHeightMutation.id]);
const SHEET_MUTATION = 'sheet.mutation.';

const ownChangeSchema = z.object({ fromFormula: z.literal(true) });

/** Intercepts Univer's commands for the workbook; the function returned stops that. */
export function guardCommands(guard: GuardContext, injector: Injector): () => void {
  const context = injector.get(IContextService);
  const listening = injector.get(ICommandService).beforeCommandExecuted((info, options) => {
    if (ownChangeSchema.safeParse(options).success) return;
    const action = workbookAction(guard, info, () => whenSheetEditorFocused(context)) ?? mutationRefusal(guard, info);
    if (action === null) return;
    action();
    throw new CustomCommandExecutionError(`taken over: ${info.id}`);
  });
  return () => listening.dispose();
}

type Action = () => void;

/** What the workbook does in place of a command; null where it is not one of these. */
function workbookAction(guard: GuardContext, info: Readonly<ICommandInfo>, inCells: () => boolean): Action | null {
  const { workbook, edits } = guard;
  const sheet = sheetSchema.safeParse(info.params).data?.subUnitId ?? workbook.activeSheet();
  const structure = STRUCTURE.get(info.id);
  if (structure) return () => attempt(guard, () => structure(workbook, sheet, info.params));
  switch (info.id) {
    case SetRangeValuesCommand.id: {
      const typed = typedSchema.safeParse(info.params).data;
      return () => (typed ? edits.type(sheet, typed.range, typed.value) : guard.refused('notHere'));
    }
    case ClearSelectionContentCommand.id:
      return () => edits.empty(sheet, rangesSchema.safeParse(info.params).data?.ranges ?? guard.selected());
    case AutoClearContentCommand.id:
      return () => guard.refused('notHere');
    case AutoFillCommand.id: {
      const { sourceRange, targetRange, applyType } = fillSchema.parse(info.params);
      return () => edits.fill(sheet, sourceRange, targetRange, { copyOnly: applyType === 'COPY' });
    }
    case SetCellEditVisibleOperation.id: {
      const { row, column } = workbook.selection().area;
      const opens = visibleSchema.safeParse(info.params).data?.visible === true;
      return opens && !workbook.mayType(sheet, row, column) ? () => guard.refused('locked') : null;
    }
    case RenameSheetOperation.id:
      return () => guard.rename(sheet);
    case SheetPasteShortKeyCommandName:
      return () => onSingleArea(guard, (area) => edits.paste(sheet, area, pastedSchema.parse(info.params).textContent));
    case CopyCommand.id:
    case CutCommand.id:
      return inCells()
        ? () => onSingleArea(guard, (area) => edits.copy(sheet, area, { cut: info.id === CutCommand.id }))
        : null;
    case PasteCommand.id:
      return inCells() ? () => void pasteFromMenu(guard, sheet) : null;
    default:
      return null;
  }
}

async function pasteFromMenu(guard: GuardContext, sheet: SheetId): Promise<void> {
  const text = await navigator.clipboard.readText();
  onSingleArea(guard, (area) => guard.edits.paste(sheet, area, text));
}

function onSingleArea(guard: GuardContext, work: (area: Area) => void): void {
  const [area, ...more] = guard.selected();
  if (area && more.length === 0) work(area);
  else guard.refused('oneArea');
}

/** Does what the workbook may refuse, and reports a refusal. */
export function attempt(guard: Pick<GuardContext, 'refused'>, work: () => void): void {
  try {
    work();
  } catch (thrown) {
    if (!(thrown instanceof WorkbookRefusal)) throw thrown;
    guard.refused(thrown.code === 'AccessDenied' ? 'locked' : 'sheet');
  }
}

/** The refusal of a mutation that no command above replaces; null where it is allowed. */
function mutationRefusal({ workbook, refused }: GuardContext, info: Readonly<ICommandInfo>): Action | null {
  if (info.type !== CommandType.MUTATION || !info.id.startsWith(SHEET_MUTATION)) return null;
  if (LAYOUT_MUTATIONS.has(info.id)) return () => undefined;
  const sheet = sheetSchema.safeParse(info.params).data?.subUnitId ?? workbook.activeSheet();
  const looks = info.id === SetRangeValuesMutation.id && formatOnlySchema.safeParse(info.params).success;
  const permission = looks ? 'allowFormatCells' : ALLOWED_MUTATIONS.get(info.id);
  if (permission === undefined) return () => refused('notHere');
  const allowed = permission === null || (workbook.protection(sheet)?.[permission] ?? true);
  return allowed ? null : () => refused('locked');
}
