/** Where a unit's former name still stands once the unit got another. */
import type { CellPlace } from '../covenant/cell';
import type { Covenant, Unit } from '../covenant/covenant';
import { nameSpans, type Span, withName } from '../covenant/names';
import { UNITS } from '../sheets/covenant/layout';
import { type Change, valuesWith } from '../spreadsheet/change';
import { CORNER } from '../spreadsheet/keys';
import { formulaAt, type KeyedSheet, placeOf } from '../spreadsheet/snapshot';

/** A full name that is kept though the former name stands in it as whole words, and what it would be with the new one. */
export interface KeptFullName {
  kept: string;
  proposed: string;
}

/** null where the full name holds no former name, or was given anew. */
export function keptFullName(unit: Unit, renamed: Unit): KeptFullName | null {
  const kept = unit.fullName;
  if (kept !== renamed.fullName || !holdsFormer(kept, [unit.name], [renamed.name])) return null;
  return { kept, proposed: withName(kept, unit.name, renamed.name) };
}

interface RenamedUnit {
  /** As it was. */
  unit: Unit;
  /** With its new names. */
  covenant: Covenant;
}

/**
 * Cells of our sheets with texts in which a former name stands as whole words after the changes, in the order of the tabs, under
 * the names that tabs get: a full name that was kept, and what people have written. Not results of formulas, codes, and names of
 * other units of which the former name is a part.
 */
export function formerNamePlaces(
  sheets: readonly KeyedSheet<string>[],
  { covenant, unit }: RenamedUnit,
  changes: readonly Change[],
): CellPlace[] {
  const now = covenant.cluster.units.find(({ id }) => id === unit.id);
  const isKept = now?.fullName === unit.fullName;
  const former = isKept ? [unit.name] : [unit.name, unit.fullName];
  // Those that stand rightly.
  const names = covenant.cluster.units.flatMap((one) =>
    one === now && isKept ? [one.name] : [one.name, one.fullName],
  );
  return sheets.flatMap((sheet) => {
    const { id } = sheet.snapshot;
    const patches = changes.flatMap((one) => (one.type === 'editSheet' && one.sheetId === id ? one.patches : []));
    const tab = changes.flatMap((one) => (one.type === 'renameSheet' && one.sheetId === id ? one.name : []))[0];
    const isCode = codesOf(sheet, unit);
    return valuesWith(sheet.snapshot, patches).flatMap((line, row) =>
      line.flatMap((value, column): CellPlace[] => {
        if (typeof value !== 'string' || isCode(row, column, value) || isFormula(sheet, row, column)) return [];
        if (!holdsFormer(value, former, names)) return [];
        return [{ ...placeOf(sheet.snapshot, row, column), ...(tab === undefined ? {} : { sheet: tab }) }];
      }),
    );
  });
}

/**
 * Whether one of the former names stands in a text, but for the places where it is a part of other names. A name of the same words
 * as a former one, "An/Giang" for "An Giang", stands only where it is spelled so.
 */
function holdsFormer(text: string, former: readonly string[], others: readonly string[]): boolean {
  const found = former.flatMap((name) => nameSpans(text, name));
  if (found.length === 0) return false;
  const taken = others.flatMap((other) => {
    const spans = nameSpans(text, other);
    return former.some((name) => hasSameWords(name, other))
      ? spans.filter((span) => isSpelled(text, span, other))
      : spans;
  });
  return found.some(({ from, to }) => taken.every((span) => from < span.from || span.to < to));
}

function hasSameWords(one: string, other: string): boolean {
  return nameSpans(one, other).length > 0 && nameSpans(other, one).length > 0;
}

/** Whether a name is spelled as it is, or in capitals; signs before its first word and behind its last one do not count. */
function isSpelled(text: string, { from, to }: Span, name: string): boolean {
  const [found, [own]] = [text.slice(from, to).normalize('NFC'), nameSpans(name, name)];
  const spelled = name.slice(own?.from, own?.to).normalize('NFC');
  return found === spelled || found === spelled.toLocaleUpperCase('vi');
}

/** Hidden keys, and the unit's own code in *Giao ước*. */
function codesOf({ key, layout }: KeyedSheet<string>, unit: Unit) {
  const [keyRow, keyColumn] = [layout.row(CORNER), layout.column(CORNER)];
  const ids = key.type === 'covenant' ? layout.column(UNITS.columns.id) : undefined;
  return (row: number, column: number, text: string): boolean =>
    row === keyRow || column === keyColumn || (column === ids && text.trim() === unit.id);
}

function isFormula({ snapshot }: KeyedSheet<string>, row: number, column: number): boolean {
  const formula = formulaAt(snapshot, row, column);
  return typeof formula === 'string' && formula.startsWith('=');
}
