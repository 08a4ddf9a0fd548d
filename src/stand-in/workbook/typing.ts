import { areaOfCell, MAX_COLUMNS, MAX_ROWS } from '../../xlsx/model/areas';
import type { CellStyle } from '../../xlsx/model/cellStyle';
import type { SheetId } from '../../xlsx/model/snapshot';
import { cellAt, ownCellAt, styleOf, type Book } from './book';
import { putCells, restoreCell, valueOf } from './cells';
import { mergeAt } from './merges';
import { parseEntry, type Entry } from './parseEntry';
import { mayType } from './protection';
import { WorkbookRefusal, type RefusalReason, type TypingResult } from './refusals';
import { isValid, ruleAt } from './validation';

const TEXT_FORMAT = '@';
const PERCENT = /%$/;

/** What a value becomes in a cell of that style, as Excel reads what a person types or pastes. */
export function entryOf(book: Book, value: string | number | boolean | null, style: CellStyle): Entry {
  if (value === null) return { write: { kind: 'empty' } };
  if (typeof value === 'number') return { write: { kind: 'number', number: value } };
  if (typeof value === 'boolean') return { write: { kind: 'boolean', boolean: value } };
  if (style.numberFormat === TEXT_FORMAT) {
    return { write: value === '' ? { kind: 'empty' } : { kind: 'text', text: value } };
  }
  const entry = parseEntry(value, book.culture, book.today());
  const { write } = entry;
  const plain = write.kind === 'number' && entry.numberFormat === undefined;
  // In a percent cell "50" means 50 %, "0,5" likewise a half.
  if (plain && PERCENT.test(style.numberFormat) && Math.abs(write.number) >= 1) {
    return { write: { kind: 'number', number: Number(`${write.number}e-2`) } };
  }
  return entry;
}

/** Types into a cell as a person does; see StandInWorkbook.typeAsPerson. A refused entry leaves the cell as it was. */
export async function typeAsPerson(
  book: Book,
  sheet: SheetId,
  row: number,
  column: number,
  value: string | number | boolean | null,
): Promise<TypingResult> {
  book.engine.sheet(sheet);
  const refuse = (reason: RefusalReason, message: string): TypingResult => ({ ok: false, reason, message });
  const inside = (line: number, lines: number): boolean => Number.isInteger(line) && line >= 0 && line < lines;
  if (!inside(row, MAX_ROWS) || !inside(column, MAX_COLUMNS)) return refuse('outside', 'There is no such cell');
  const merged = mergeAt(book, sheet, row, column);
  if (merged && (merged.row !== row || merged.column !== column)) {
    return refuse('merged', 'Only the first cell of a merged area can be typed into');
  }
  if (!mayType(book, sheet, row, column)) return refuse('locked', 'The cell is locked and the sheet is protected');
  const before = structuredClone(ownCellAt(book, sheet, row, column));
  const style = styleOf(book, cellAt(book, sheet, row, column));
  const entry = entryOf(book, value, style);
  try {
    const numberFormat = style.numberFormat === 'General' ? entry.numberFormat : undefined;
    putCells(book, sheet, areaOfCell(row, column), [[entry.write]], numberFormat);
  } catch (error) {
    if (!(error instanceof WorkbookRefusal)) throw error;
    return refuse('formula', error.message);
  }
  const rule = entry.write.kind === 'empty' ? null : ruleAt(book, sheet, row, column);
  const stops = rule !== null && rule.showError && rule.alertStyle === 'stop';
  if (stops && !(await isValid(book, sheet, rule, row, column))) {
    restoreCell(book, sheet, row, column, before);
    return refuse('validation', rule.error ?? '');
  }
  // What depends on it is calculated when somebody looks; its own value is asked for now.
  if (entry.write.kind === 'formula') await book.calculator.calculate();
  book.emit({ kind: 'cells', sheet, area: areaOfCell(row, column), origin: 'person' });
  return { ok: true, value: valueOf(cellAt(book, sheet, row, column)) };
}
