/**
 * What Excel makes of a value written by `range.values` or `range.formulas`. Strings are read in en-US whatever the user's
 * culture, as the API does; a cell with the text format keeps them as they are.
 */
import type { Behaviours } from '../workbook/behaviours';
import type { CellWrite } from '../workbook/cellContent';
import { dateSerial, parseEntry } from '../workbook/parseEntry';
import { invalidArgument } from './errors';
import { checkFormula } from './formulaSyntax';
import { storedFormula } from './implicitIntersection';

export interface CellInput {
  write: CellWrite;
  /** The number format a General cell takes on with it ("50%" → `0%`). */
  numberFormat?: string;
}

/** Throws InvalidArgument for what no cell can hold. `today` gives the year of a date written without one. */
export function toCellInput(
  value: unknown,
  numberFormat: string,
  { today, quotedText }: { today: Date; quotedText: Behaviours['quotedText'] },
): CellInput {
  if (value === null || value === undefined) return { write: { kind: 'keep' } };
  if (typeof value === 'boolean') return { write: { kind: 'boolean', boolean: value } };
  if (typeof value === 'number') return { write: { kind: 'number', number: value } };
  if (typeof value !== 'string') throw invalidArgument(`a cell cannot hold ${JSON.stringify(value)}`);
  const isText = numberFormat === '@' && value !== '' && (quotedText === 'kept' || !value.startsWith("'"));
  return isText ? { write: { kind: 'text', text: value } } : fromString(value, today);
}

function fromString(text: string, today: Date): CellInput {
  // An @ begins a formula, too: the old sign for one value of a range.
  const entry: CellInput = parseEntry(/^@./.test(text) ? `=${text.slice(1)}` : text, 'en-US', today);
  if (entry.write.kind === 'formula') {
    const formula = storedFormula(entry.write.formula);
    checkFormula(formula);
    return { ...entry, write: { kind: 'formula', formula } };
  }
  return entry.write.kind === 'text' && !entry.write.quoted ? (isoDate(text) ?? entry) : entry;
}

function isoDate(text: string): CellInput | null {
  const match = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text.trim());
  const serial = match && dateSerial(Number(match[1]), Number(match[2]), Number(match[3]));
  return serial === null ? null : { write: { kind: 'number', number: serial }, numberFormat: 'm/d/yyyy' };
}
