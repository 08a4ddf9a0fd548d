/** How conditional formats make cells look, for a page that shows them. */
import { intersection } from './areas';
import { stateOf, type Book } from './book';
import type { Question } from './calculator';
import { offsetFormula } from './references';
import { anchorOf } from './rules';
import type { ConditionalFormat, SheetId } from './types';

/** A cell that conditional formats change, and how. */
export interface ConditionalLook {
  row: number;
  column: number;
  style: ConditionalFormat['style'];
}

/** All cells of a sheet that a conditional format changes now; of several, the lower priority wins in each property. */
export async function conditionalLooks(book: Book, sheet: SheetId): Promise<ConditionalLook[]> {
  const formats = stateOf(book, sheet).conditionalFormats.toSorted((a, b) => a.priority - b.priority);
  const asked: { format: ConditionalFormat; question: Question }[] = [];
  const worksheet = book.engine.sheet(sheet);
  const used = { row: 0, column: 0, rows: worksheet.getRowCount(), columns: worksheet.getColumnCount() };
  for (const format of formats) {
    const anchor = anchorOf(format);
    for (const area of format.areas) {
      const part = intersection(area, used);
      if (!part) continue;
      for (let row = part.row; row < part.row + part.rows; row += 1)
        for (let column = part.column; column < part.column + part.columns; column += 1) {
          const formula = offsetFormula(format.formula, row - anchor.row, column - anchor.column);
          asked.push({ format, question: { sheet, row, column, formula } });
        }
    }
  }
  const answers = await book.calculator.evaluate(asked.map(({ question }) => question));
  const looks = new Map<string, ConditionalLook & { stopped: boolean }>();
  asked.forEach(({ format, question: { row, column } }, index) => {
    const answer = answers[index];
    if (answer !== true && !(typeof answer === 'number' && answer !== 0)) return;
    const key = `${row},${column}`;
    const before = looks.get(key);
    if (before?.stopped) return;
    looks.set(key, { row, column, style: { ...format.style, ...before?.style }, stopped: format.stopIfTrue });
  });
  return [...looks.values()].map(({ row, column, style }) => ({ row, column, style }));
}
