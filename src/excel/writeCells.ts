/** Writes cells by rectangles; nothing is sent before the caller syncs. */
import type { PlanCell, SheetPlan } from '../spreadsheet/plan';
import type { CellPatch } from '../spreadsheet/change';
import { type Ranges, rangesOf } from './ranges';

/** Whether a cell has the format `@`, so that whatever is written there is a text. */
export type IsTextCell = (row: number, column: number) => boolean;

/** Where the format is not known: what could be taken for something else gets an apostrophe, as in a General cell. */
export const unknownFormats: IsTextCell = () => false;

/** A scalar set on a whole rectangle; the typings know only the matrix, Excel takes both. */
export function broadcast<T>(value: T): T[][] {
  return value as unknown as T[][];
}

/** Writes a block of cells at a position in one call. */
export function writeCells(sheet: Excel.Worksheet, patch: CellPatch, isTextCell: IsTextCell = unknownFormats): void {
  writeBlock(rangesOf(sheet), patch, isTextCell);
}

/** The same with ranges that are used again. */
export function writeBlock(ranges: Ranges, { row, column, cells }: CellPatch, isTextCell: IsTextCell): void {
  const columns = cells[0]?.length ?? 0;
  if (columns === 0) return;
  ranges.one({ row, column, rows: cells.length, columns }).formulas = cells.map((line, down) =>
    line.map((cell, right) => cellInput(cell, { asText: isTextCell(row + down, column + right) })),
  );
}

/** Which cells of a plan have the format `@`: the last format that is given to a cell counts. */
export function textCellsOf({ cells, styles }: SheetPlan): IsTextCell {
  const isText = cells.map((line) => line.map(() => false));
  for (const { areas, style } of styles) {
    if (style.numberFormat === undefined) continue;
    for (const { row, column, rows, columns } of areas)
      for (const line of isText.slice(row, row + rows))
        line.fill(style.numberFormat === '@', column, Math.min(column + columns, line.length));
  }
  return (row, column) => isText[row]?.[column] ?? false;
}

/**
 * What is sent for a cell: null leaves it, '' empties it, a formula goes as it is, text gets an apostrophe where it could be
 * taken for something else. In a cell of the format `@` nothing is taken for anything else, and whether Excel strips an
 * apostrophe there is *unproven*: it gets none, unless the text begins with one itself.
 */
export function cellInput(cell: PlanCell | undefined, { asText } = { asText: false }): string | number | null {
  if (cell === undefined) return null;
  if (cell === null) return '';
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'object') return cell.formula;
  return (asText ? cell.startsWith("'") : isAmbiguous(cell)) ? `'${cell}` : cell;
}

/** Longer texts are never read as a number, a date or a time. */
const MAX_NUMBER_LENGTH = 40;

function isAmbiguous(text: string): boolean {
  if (/^[=+\-@']/.test(text)) return true;
  if (isWorded(text)) return false;
  return text.length <= MAX_NUMBER_LENGTH && (/\d/.test(text) || /^\s*(true|false|#.*)\s*$/i.test(text));
}

/** Letters of Vietnamese that no name of a month or a day of a European language has. */
const OWN_LETTERS = /[ạảấầẩẫậắằẳẵặẻẽếềểễệỉịỏốồổỗộớờởỡợủứừửữựỳỵỷỹơư]/u;

/** Vietnamese words with such letters of which dates and times consist. */
const CALENDAR_WORDS: ReadonlySet<string> = new Set(['một', 'tư', 'bảy', 'bẩy', 'mười', 'thứ', 'nhật', 'chủ', 'giờ']);

/**
 * Whether a text has a Vietnamese word that is in no date, so that it is read as nothing else, whatever figures stand beside it. Who typed
 * it used no apostrophe, which no API tells: with one that it never had, undo would not give the cell back as it was.
 */
function isWorded(text: string): boolean {
  const words =
    text
      .normalize('NFC')
      .toLocaleLowerCase('vi')
      .match(/\p{L}{2,}/gu) ?? [];
  return words.some((word) => OWN_LETTERS.test(word) && !CALENDAR_WORDS.has(word));
}
