import { isSameName } from '../../spreadsheet/sheetNames';
import type { ICellData } from '@univerjs/core';
import { areaOfCell } from '../../xlsx/model/areas';
import { replaceNames } from '../../xlsx/model/references';
import type { DefinedName, SheetId } from '../../xlsx/model/snapshot';
import { stateOf, type Book } from './book';
import { mapReferences } from './charts';
import { mapRules } from './rules';

/** How deep names may stand for names: more is a circle. */
const MAX_DEPTH = 16;

function findName(names: DefinedName[], name: string, sheet: SheetId): DefinedName | undefined {
  const alike = names.filter((candidate) => isSameName(candidate.name, name));
  return alike.find((candidate) => candidate.scope === sheet) ?? alike.find((candidate) => candidate.scope === null);
}

/** The formula with defined names replaced by what they stand for, a sheet's own names first. */
export function expandNames(formula: string, names: DefinedName[], sheet: SheetId, depth = 0): string {
  if (names.length === 0 || depth > MAX_DEPTH) return formula;
  return replaceNames(formula, (name) => {
    const found = findName(names, name, sheet);
    if (!found) return null;
    const body = expandNames(found.formula.replace(/^=/, ''), names, sheet, depth + 1);
    return /^[^-+*/^&=<>,\s]+$|^'[^']+'![$A-Z0-9:]+$/i.test(body) ? body : `(${body})`;
  });
}

/**
 * Rewrites every formula of the workbook: cells, names, charts, and the operands of validation and conditional formats.
 * @param change gets a formula and the name of the sheet it stands in ('' for names)
 * @param skipRulesOf the sheet whose rules somebody else rewrites
 */
export function rewriteAllFormulas(
  book: Book,
  change: (formula: string, host: string) => string,
  skipRulesOf: SheetId | null = null,
): void {
  for (const sheet of book.engine.workbook.getSheets()) {
    const host = sheet.getName();
    const known = new Map<string, string>();
    const rewritten = (formula: string): string => {
      const next = known.get(formula) ?? change(formula, host);
      known.set(formula, next);
      return next;
    };
    const cells: Record<number, Record<number, ICellData>> = {};
    sheet.getCellMatrix().forValue((row, column, cell) => {
      if (!cell?.f) return;
      const f = rewritten(cell.f);
      if (f === cell.f) return;
      (cells[row] ??= {})[column] = { f };
      book.calculator.forgetFormula(sheet.getSheetId(), row, column);
      book.calculator.touch(sheet.getSheetId(), areaOfCell(row, column));
    });
    if (Object.keys(cells).length > 0) book.engine.setCells(sheet.getSheetId(), cells);
    if (sheet.getSheetId() !== skipRulesOf) mapRules(book, sheet.getSheetId(), rewritten);
    const state = stateOf(book, sheet.getSheetId());
    state.charts = mapReferences(state.charts, rewritten);
  }
  book.names = book.names.map((name) => ({ ...name, formula: change(name.formula, '') }));
}
