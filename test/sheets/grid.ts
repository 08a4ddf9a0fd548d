/** Hand-made sheets with keys, for tests of how sheets are read. */
import type { SheetSnapshot } from '../../src/spreadsheet/snapshot';
import { writeSheetKey } from '../../src/spreadsheet/keys';

/** A unit's sheet called "Trang": column keys in row 0, and each row's key before its cells. */
export function sheetOf(given: {
  columns: readonly string[];
  rows: Readonly<Record<string, readonly unknown[]>>;
  numberFormats?: SheetSnapshot['numberFormats'];
}): SheetSnapshot {
  const key = writeSheetKey({ type: 'unit', unit: 'a', version: '1' });
  const values = [[key, ...given.columns], ...Object.entries(given.rows).map(([row, cells]) => [row, ...cells])];
  const { numberFormats = [] } = given;
  return { id: 's', name: 'Trang', protected: true, pages: null, values, formulas: values, numberFormats };
}
