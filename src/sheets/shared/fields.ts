/** From cells to the values a schema takes, and from a schema's complaints back to the cells. */
import { nameKey } from '../../covenant/covenant';
import { type FieldProblem, finding, type Finding, type Fix } from '../../covenant/findings';
import { type CellPlace, type RawCell, textOf } from '../../covenant/cell';
import { numberFromText } from '../../scoring/numberText';
import { dayOfSerial, dayOfText } from '../../spreadsheet/days';

/** A value for the schema, or what is wrong with the cell. */
export type FieldValue<T> = { value: T } | { problem: FieldProblem; fix?: Fix };

/** A number of points; undefined where the cell is empty. Numbers typed as text are refused with the number as the fix. */
export function numberField(cell: RawCell): FieldValue<number | undefined> {
  if (cell.value === null) return { value: undefined };
  if (typeof cell.value === 'number' && !cell.date) return { value: cell.value };
  const number = typeof cell.value === 'string' ? numberFromText(cell.value) : null;
  if (number === null || cell.place.cell === null) return { problem: 'notANumber' };
  return { problem: 'notANumber', fix: { sheet: cell.place.sheet, cell: cell.place.cell, put: { number } } };
}

/** A day as YYYY-MM-DD; '' where the cell is empty. Takes real dates and days typed as text. */
export function dayField(cell: RawCell): FieldValue<string> {
  if (cell.value === null) return { value: '' };
  const day =
    typeof cell.value === 'number'
      ? dayOfSerial(cell.value)
      : typeof cell.value === 'string'
        ? dayOfText(cell.value)
        : null;
  return day === null ? { problem: 'notADate' } : { value: day };
}

/** One of a list of words, by its key. */
export function choiceField<K extends string>(cell: RawCell, choices: Readonly<Record<K, string>>): FieldValue<K | ''> {
  const text = textOf(cell);
  if (text === '') return { value: '' };
  for (const key in choices) if (nameKey(choices[key]) === nameKey(text)) return { value: key };
  return { problem: 'notInList' };
}

export function fieldFinding(
  cell: CellPlace | null,
  field: string,
  problem: FieldProblem,
  value: string,
  fix?: Fix,
): Finding {
  return finding('field-invalid', cell, { field, problem, value }, fix);
}

export { problemOf } from '../../covenant/problems';
