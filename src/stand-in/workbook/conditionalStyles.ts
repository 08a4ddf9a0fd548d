/** How conditional formats make cells look, for a page that shows them. */
import { intersection } from '../../xlsx/model/areas';
import { offsetFormula } from '../../xlsx/model/references';
import type { ConditionalFormat } from '../../xlsx/model/rules';
import type { SheetId } from '../../xlsx/model/snapshot';
import { stateOf, type Book } from './book';
import type { FormulaResult, FormulaQuery } from './calculator';
import { anchorOf } from './rules';

/** A cell that conditional formats change, and how. */
export interface ConditionalStyle {
  row: number;
  column: number;
  style: ConditionalFormat['style'];
}

type PendingStyle = ConditionalStyle & { stopped: boolean };

/** How many cells are asked at once: between them a page may answer a person. */
const BATCH_SIZE = 50;

/**
 * All cells of a sheet that a conditional format changes now; of several, the lower priority wins in each property.
 * @param yieldToUi awaited between batches
 */
export async function conditionalStyles(
  book: Book,
  sheet: SheetId,
  yieldToUi: () => Promise<void>,
): Promise<ConditionalStyle[]> {
  const formats = stateOf(book, sheet).conditionalFormats.toSorted((a, b) => a.priority - b.priority);
  const looks = new Map<string, PendingStyle>();
  for (const format of formats) {
    const questions = questionsOf(book, sheet, format);
    // One format at a time: asked together, COLUMN(H13) spoils what the engine remembers of H13 for the others.
    const answers: FormulaResult[] = [];
    for (let from = 0; from < questions.length; from += BATCH_SIZE) {
      await yieldToUi();
      answers.push(...(await book.calculator.evaluate(questions.slice(from, from + BATCH_SIZE))));
    }
    questions.forEach(({ row, column }, index) => {
      const answer = answers[index];
      const holds = answer === true || (typeof answer === 'number' && answer !== 0);
      const before = looks.get(`${row},${column}`);
      if (!holds || before?.stopped) return;
      const style = { ...format.style, ...before?.style };
      looks.set(`${row},${column}`, { row, column, style, stopped: format.stopIfTrue });
    });
  }
  return [...looks.values()].map(({ row, column, style }) => ({ row, column, style }));
}

/** The format's formula as each of its cells reads it. */
function questionsOf(book: Book, sheet: SheetId, format: ConditionalFormat): FormulaQuery[] {
  const anchor = anchorOf(format);
  const worksheet = book.engine.sheet(sheet);
  const used = { row: 0, column: 0, rows: worksheet.getRowCount(), columns: worksheet.getColumnCount() };
  const questions: FormulaQuery[] = [];
  for (const area of format.areas) {
    const part = intersection(area, used);
    if (!part) continue;
    for (let row = part.row; row < part.row + part.rows; row += 1) {
      for (let column = part.column; column < part.column + part.columns; column += 1) {
        const formula = offsetFormula(format.formula, row - anchor.row, column - anchor.column);
        questions.push({ sheet, row, column, formula });
      }
    }
  }
  return questions;
}
