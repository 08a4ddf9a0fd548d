/** What Univer's menus offer and the workbench does not do: it would be refused, so it is not offered. */
import {
  ChangeSheetProtectionFromSheetBarCommand,
  COPY_SPECIAL_MENU_ID,
  DeleteRangeMoveLeftConfirmCommand,
  DeleteRangeMoveUpConfirmCommand,
  InsertRangeMoveDownConfirmCommand,
  InsertRangeMoveRightConfirmCommand,
  PASTE_SPECIAL_MENU_ID,
  SetWorksheetColAutoWidthCommand,
  ViewSheetPermissionFromSheetBarCommand,
} from '@univerjs/sheets-ui';
import { SetWorksheetRowIsAutoHeightCommand } from '@univerjs/sheets';
import type { MenuConfig } from '@univerjs/ui';

const REFUSED = [
  // Univer keeps these two names to itself.
  'sheet.contextMenu.permission',
  'sheet.contextMenu.text-to-number',
  ChangeSheetProtectionFromSheetBarCommand.id,
  COPY_SPECIAL_MENU_ID,
  DeleteRangeMoveLeftConfirmCommand.id,
  DeleteRangeMoveUpConfirmCommand.id,
  InsertRangeMoveDownConfirmCommand.id,
  InsertRangeMoveRightConfirmCommand.id,
  PASTE_SPECIAL_MENU_ID,
  SetWorksheetColAutoWidthCommand.id,
  SetWorksheetRowIsAutoHeightCommand.id,
  ViewSheetPermissionFromSheetBarCommand.id,
];

export const HIDDEN_MENUS: MenuConfig = Object.fromEntries(REFUSED.map((id) => [id, { hidden: true }]));
