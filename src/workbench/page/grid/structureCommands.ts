/** What a person does to rows, columns and whole sheets, as the workbook does it. Each function throws `WorkbookRefusal`. */
import {
  CopySheetCommand,
  InsertColByRangeCommand,
  InsertRowByRangeCommand,
  InsertSheetCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
  RemoveSheetCommand,
  SetTabColorCommand,
  SetWorksheetHideCommand,
  SetWorksheetNameCommand,
  SetWorksheetOrderCommand,
  SetWorksheetShowCommand,
} from '@univerjs/sheets';
import type { UniverWorkbook } from '../../../stand-in/workbook';
import type { SheetId } from '../../../xlsx/model/snapshot';
import { colorSchema, namedSchema, oneRangeSchema, orderSchema } from './commandParams';

type Change = (workbook: UniverWorkbook, sheet: SheetId, params: unknown) => void;

/** By the command of Univer that asks for it. */
export const STRUCTURE: ReadonlyMap<string, Change> = new Map<string, Change>([
  [
    InsertRowByRangeCommand.id,
    (workbook, sheet, params) => {
      const { row, rows } = oneRangeSchema.parse(params).range;
      workbook.insertRows(sheet, row, rows);
    },
  ],
  [
    RemoveRowByRangeCommand.id,
    (workbook, sheet, params) => {
      const { row, rows } = oneRangeSchema.parse(params).range;
      workbook.deleteRows(sheet, row, rows);
    },
  ],
  [
    InsertColByRangeCommand.id,
    (workbook, sheet, params) => {
      const { column, columns } = oneRangeSchema.parse(params).range;
      workbook.insertColumns(sheet, column, columns);
    },
  ],
  [
    RemoveColByRangeCommand.id,
    (workbook, sheet, params) => {
      const { column, columns } = oneRangeSchema.parse(params).range;
      workbook.deleteColumns(sheet, column, columns);
    },
  ],
  [
    InsertSheetCommand.id,
    (workbook) => {
      const after = positionOf(workbook, workbook.activeSheet());
      const added = workbook.addSheet();
      workbook.moveSheet(added, after + 1);
      workbook.activateSheet(added);
    },
  ],
  [RemoveSheetCommand.id, (workbook, sheet) => workbook.deleteSheet(sheet)],
  [
    CopySheetCommand.id,
    (workbook, sheet) => workbook.activateSheet(workbook.copySheet(sheet, positionOf(workbook, sheet) + 1)),
  ],
  [
    SetWorksheetNameCommand.id,
    (workbook, sheet, params) => workbook.renameSheet(sheet, namedSchema.parse(params).name),
  ],
  [
    SetWorksheetOrderCommand.id,
    (workbook, sheet, params) => workbook.moveSheet(sheet, orderSchema.parse(params).order),
  ],
  [SetWorksheetHideCommand.id, (workbook, sheet) => workbook.setSheetInfo(sheet, { visibility: 'hidden' })],
  [
    SetWorksheetShowCommand.id,
    (workbook, sheet) => {
      workbook.setSheetInfo(sheet, { visibility: 'visible' });
      workbook.activateSheet(sheet);
    },
  ],
  [
    SetTabColorCommand.id,
    (workbook, sheet, params) => workbook.setSheetInfo(sheet, { tabColor: colorSchema.parse(params).value || null }),
  ],
]);

function positionOf(workbook: UniverWorkbook, sheet: SheetId): number {
  return workbook.sheets().find(({ id }) => id === sheet)?.position ?? 0;
}
