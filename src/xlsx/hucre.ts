/**
 * The only file that imports the codec library. Its known defects are corrected around these
 * calls: in `read.ts`, `openPackage.ts` and `numberFormats.ts` on reading, in `patch.ts` after writing.
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
