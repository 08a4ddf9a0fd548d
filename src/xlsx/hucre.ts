/**
 * The only file that imports the codec library. It is young, so everything it is known to get wrong is put right on
 * either side of these calls: `prepare.ts` and `extras.ts` before and beside reading, `patch.ts` after writing.
 */
export { hashSheetPassword, readXlsx as readWithHucre, writeXlsx as writeWithHucre } from 'hucre/xlsx';
export type {
  Cell,
  CellStyle as FileStyle,
  ConditionalRule,
  DataValidation,
  Sheet as FileSheet,
  Workbook as FileWorkbook,
  WriteOptions,
  WriteSheet,
} from 'hucre/xlsx';
