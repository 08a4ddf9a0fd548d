/** Which sheets hold something that a person entered, so that no command removes them. */
import { finding, type Finding } from '../covenant/findings';
import { definitionOf } from '../sheets';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import type { CovenantWorkbook } from './covenantWorkbook';

/** A finding for each of the sheets on which somebody has entered something. */
export function usedSheets(sheets: readonly KeyedSheet[], workbook: CovenantWorkbook): Finding[] {
  return sheets
    .filter((sheet) => definitionOf(sheet)?.hasEntries?.(sheet, workbook))
    .map(({ snapshot: { name } }) => finding('sheet-in-use', { sheet: name, cell: null }, { sheet: name }));
}
