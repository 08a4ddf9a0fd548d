/** Numbers and texts whose format shows something else: on every sheet of ours, with the format that the cell should have. */
import { type CellPlace, type Disguise, fifteenDigits } from '../covenant/cell';
import type { Covenant } from '../covenant/covenant';
import { finding, type Finding, type FindingCode } from '../covenant/findings';
import type { Fix } from '../covenant/fixes';
import { dayText } from '../covenant/numberText';
import { definitionOf } from '../sheets';
import type { Evaluation } from '../sheets/shared/evaluation';
import { dayDisguiseOf } from '../spreadsheet/dayFormat';
import { dayOfSerial } from '../spreadsheet/days';
import { type CellGuard, plannedGuards } from '../spreadsheet/guards';
import { disguiseOf, isDateFormat, isPercentFormat, textDisguiseOf } from '../spreadsheet/numberFormat';
import { parseAddress } from '../spreadsheet/plan';
import { formulaAt, type KeyedSheet, placeOf, shownText, type SheetSnapshot } from '../spreadsheet/snapshot';
import type { CovenantWorkbook } from './covenantWorkbook';
import { planOf } from './documentContents';
import { plannedSheets } from './plannedSheets';

/** What is planned for the cells of a sheet that exists; null where it has no plan. */
type PlannedCells = (sheet: KeyedSheet<string>) => readonly CellGuard[] | null;

/** The formats that cells should have. Most workbooks hold nothing that asks for them: no plan is drawn before. */
export class PlannedFormats {
  private readonly cells = new Map<string, ReadonlyMap<string, CellGuard> | null>();

  constructor(private readonly planned: PlannedCells) {}

  /** undefined for a cell that the plan does not have; null where the sheet has none. */
  at(sheet: KeyedSheet<string>, row: number, column: number): CellGuard | null | undefined {
    const found = this.of(sheet);
    return found && found.get(`${row} ${column}`);
  }

  /** Whether people fill in cells of the sheet. */
  hasOpenCells(sheet: KeyedSheet<string>): boolean {
    return [...(this.of(sheet)?.values() ?? [])].some(({ locked }) => !locked);
  }

  private of(sheet: KeyedSheet<string>): ReadonlyMap<string, CellGuard> | null {
    const { id } = sheet.snapshot;
    const known = this.cells.get(id);
    if (known !== undefined) return known;
    const cells = this.planned(sheet);
    const found = cells && new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell] as const));
    this.cells.set(id, found);
    return found;
  }
}

/** Those of *Giao ước*, *Tiêu chí*, the tables of the cluster and the units' sheets. */
export function tableFormats(reading: CovenantWorkbook): PlannedFormats {
  return new PlannedFormats(({ snapshot }) => {
    const [planned] = plannedSheets(reading, (one) => one.snapshot.id === snapshot.id);
    return planned?.cells ?? null;
  });
}

/** Those of the documents, as they are drawn from what is in the workbook now. */
export function documentFormats(covenant: Covenant, reading: CovenantWorkbook, evaluation: Evaluation): PlannedFormats {
  return new PlannedFormats((sheet) => {
    const plan = planOf(sheet, { covenant, reading, evaluation });
    return plan ? plannedGuards(plan, sheet) : null;
  });
}

/** Findings that say already what is wrong with the number of their cell. */
const SAID: readonly FindingCode[] = [
  'number-disguised',
  'fact-disguised',
  'date-for-number',
  'fact-invalid',
  'field-invalid',
];

/**
 * A finding for each number and each text that a reader of these sheets does not see, as far as number formats were read, unless
 * its cell has one among `findings`. A sheet without open cells may have some that its plan no longer has; their format is not known.
 */
export function checkDisguises(
  sheets: readonly (KeyedSheet<string> | null)[],
  findings: readonly Finding[],
  formats: PlannedFormats,
): Finding[] {
  const said = new Set(findings.flatMap(({ code, place }) => (SAID.includes(code) && place ? [cellOf(place)] : [])));
  return sheets.flatMap((sheet) => {
    if (sheet === null) return [];
    return suspects(sheet).flatMap(({ row, column, value, disguise }): Finding[] => {
      const place = placeOf(sheet.snapshot, row, column);
      if (said.has(cellOf(place))) return [];
      const planned = formats.at(sheet, row, column);
      if (planned === null || (planned && isMeant(sheet, planned, { value, disguise }))) return [];
      if (planned === undefined && formats.hasOpenCells(sheet)) return [];
      const data = (planned && disguisedDay(planned, { value, disguise })) ?? { value, ...disguise };
      return [finding('result-disguised', place, data, planned && fixOf(place, planned, value))];
    });
  });
}

/** The same for a sheet that shows every number and every text as it is. */
export function checkPlainNumbers(sheet: KeyedSheet<string>): Finding[] {
  return suspects(sheet).map(({ row, column, value, disguise }) => {
    const place = placeOf(sheet.snapshot, row, column);
    const fix = place.cell === null ? undefined : { sheet: place.sheet, cell: place.cell, put: PLAIN };
    return finding('result-disguised', place, { value, ...disguise }, fix);
  });
}

const PLAIN = { numberFormat: 'General' } as const;

const cellOf = ({ sheet, cell }: CellPlace): string => `${sheet}!${cell ?? ''}`;

interface Suspect {
  row: number;
  column: number;
  value: number | string;
  disguise: Disguise;
}

function suspects({ snapshot }: KeyedSheet<string>): Suspect[] {
  return snapshot.numberFormats.flatMap((line, row) =>
    line.flatMap((format, column): Suspect[] => {
      const value = contentAt(snapshot, row, column);
      const disguise = disguiseOfCell(format, value);
      if (disguise === null || (typeof value !== 'number' && typeof value !== 'string')) return [];
      return [{ row, column, value: typeof value === 'number' ? fifteenDigits(value) : value, disguise }];
    }),
  );
}

/** What a format shows something of; null for a cell without content, of which none does. The empty text of a formula is one. */
function contentAt(snapshot: SheetSnapshot, row: number, column: number): unknown {
  const value = snapshot.values[row]?.[column];
  return value === '' && !shownText(formulaAt(snapshot, row, column)).startsWith('=') ? null : value;
}

/** Whether a reader would not see what a planned cell holds if it were shown by another number format. */
export function isDisguisedBy(format: string, sheet: KeyedSheet<string>, planned: CellGuard): boolean {
  const value = contentAt(sheet.snapshot, planned.row, planned.column);
  const disguise = disguiseOfCell(format, value);
  if (disguise === null || (typeof value !== 'number' && typeof value !== 'string')) return false;
  return !isMeant(sheet, planned, { value, disguise });
}

function disguiseOfCell(format: unknown, value: unknown): Disguise | null {
  if (typeof format !== 'string') return null;
  if (typeof value === 'string') return textDisguiseOf(format, value);
  if (typeof value !== 'number') return null;
  return disguiseOf(format, value) ?? (isDateFormat(format) ? { format, shown: null } : null);
}

/**
 * Whether a cell may show its content so: the format is the planned one; the same day in another writing; a number where texts are
 * wanted, which nobody counts, unless it was printed; or a percentage on *Giao ước* and *Tiêu chí*, where what is read follows from it.
 */
function isMeant(
  sheet: KeyedSheet<string>,
  { numberFormat, locked }: CellGuard,
  { value, disguise: { format, shown } }: Pick<Suspect, 'value' | 'disguise'>,
): boolean {
  if (numberFormat.toLowerCase() === format.toLowerCase()) return true;
  if (typeof value === 'string') return false;
  const scope = definitionOf(sheet)?.scope;
  if (numberFormat === '@') return !locked || scope !== 'document';
  if (isDateFormat(numberFormat) && isDateFormat(format)) return dayDisguiseOf(format, value) === null;
  return scope === 'covenant' && isPercentFormat(format) && shown !== '';
}

/** What is shown in place of the day of a cell that should show one; null for other cells, and for a number that is no day. */
function disguisedDay(
  { numberFormat }: CellGuard,
  { value, disguise }: Pick<Suspect, 'value' | 'disguise'>,
): (Disguise & { value: string }) | null {
  const day = typeof value === 'number' && isDateFormat(numberFormat) ? dayOfSerial(value) : null;
  if (day === null || typeof value !== 'number') return null;
  return { value: dayText(day), ...(dayDisguiseOf(disguise.format, value) ?? disguise) };
}

/** None where a document was drawn otherwise than it would be now, so that a number stands where texts would. */
function fixOf(place: CellPlace, planned: CellGuard, value: number | string): Fix | undefined {
  return typeof value === 'number' && planned.numberFormat === '@' ? undefined : formatFix(place, planned);
}

function formatFix({ sheet, cell }: CellPlace, { numberFormat }: CellGuard): Fix | undefined {
  return cell === null ? undefined : { sheet, cell, put: { numberFormat } };
}

const ENTRY_CODES: readonly FindingCode[] = ['number-disguised', 'fact-disguised'];

/** The same findings; those of entries whose format shows another number get the format of their cell as the fix. */
export function withFormatFixes(
  findings: readonly Finding[],
  sheets: readonly (KeyedSheet<string> | null)[],
  formats: PlannedFormats,
): Finding[] {
  return findings.map((one) => {
    const { place } = one;
    if (!ENTRY_CODES.includes(one.code) || place === null || place.cell === null || one.fix) return one;
    const sheet = sheets.find((some) => some?.snapshot.name === place.sheet) ?? null;
    const { row, column } = parseAddress(place.cell);
    const planned = sheet && formats.at(sheet, row, column);
    const fix = planned ? formatFix(place, planned) : undefined;
    return fix ? { ...one, fix } : one;
  });
}
