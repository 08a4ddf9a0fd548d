import { createWorkbook, type UniverWorkbook, type WorkbookOptions } from '../../../src/stand-in/workbook';
import type { CellValue, CellWrite } from '../../../src/stand-in/workbook/cellContent';
import type { Area } from '../../../src/xlsx/model/areas';
import type { ValidationRule } from '../../../src/xlsx/model/rules';
import type { SheetId, SheetProtection } from '../../../src/xlsx/model/snapshot';

const opened: UniverWorkbook[] = [];

/** A workbook that is disposed after the test; today is 22 November 2026. */
export async function open(options: WorkbookOptions = {}): Promise<{ book: UniverWorkbook; sheet: SheetId }> {
  const book = await createWorkbook({ today: new Date(2026, 10, 22), ...options });
  opened.push(book);
  return { book, sheet: book.activeSheet() };
}

export function disposeAll(): void {
  for (const book of opened.splice(0)) book.dispose();
}

function corner(text: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(text) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

/** The area of an address such as `B2:C3`. */
export function at(address: string): Area {
  const [first = '', last = first] = address.split(':');
  const from = corner(first);
  const to = corner(last);
  return { ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
}

/** A write as one would put it in a table: text beginning with `=` is a formula, null empties, undefined keeps. */
export function toWrite(value: string | number | boolean | null | undefined): CellWrite {
  if (value === undefined) return { kind: 'keep' };
  if (value === null) return { kind: 'empty' };
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value };
  return value.startsWith('=') ? { kind: 'formula', formula: value } : { kind: 'text', text: value };
}

type Plain = Parameters<typeof toWrite>[0];

/** Writes rows of values from a cell on. */
export function fill(book: UniverWorkbook, sheet: SheetId, from: string, rows: Plain[][]): void {
  const area = { ...at(from), rows: rows.length, columns: rows[0]?.length ?? 0 };
  book.write(
    sheet,
    area,
    rows.map((row) => row.map(toWrite)),
  );
}

export async function value(book: UniverWorkbook, sheet: SheetId, address: string): Promise<CellValue | undefined> {
  return (await book.read(sheet, at(address)))[0]?.[0]?.value;
}

export async function formula(
  book: UniverWorkbook,
  sheet: SheetId,
  address: string,
): Promise<string | null | undefined> {
  return (await book.read(sheet, at(address)))[0]?.[0]?.formula;
}

/** Values of an area as rows. */
export async function values(book: UniverWorkbook, sheet: SheetId, address: string): Promise<CellValue[][]> {
  return (await book.read(sheet, at(address))).map((row) => row.map((cell) => cell.value));
}

/** What a refused change throws. */
export function refusal(code: string): Error {
  return expect.objectContaining({ name: 'WorkbookRefusal', code });
}

/** What Excel allows on a protected sheet by default: next to nothing. */
export const PROTECTED: SheetProtection = {
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertRows: false,
  allowInsertHyperlinks: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowSort: false,
  allowAutoFilter: false,
  allowPivotTables: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  selectionMode: 'normal',
  password: null,
};

/** A rule of validation with Excel's defaults. */
export function rule(
  addresses: string,
  part: Pick<ValidationRule, 'type' | 'formula1'> & Partial<ValidationRule>,
): ValidationRule {
  const areas = addresses.split(' ').map(at);
  return { areas, ignoreBlank: true, alertStyle: 'stop', showError: true, showPrompt: true, ...part };
}
