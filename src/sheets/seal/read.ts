/** The seal read back from its sheets: what was sealed and what was amended since. A sheet that was damaged reads as far as it goes. */
import {
  type Amendment,
  type AmendmentColumn,
  FIRST_PART,
  type Seal,
  type SealedUnit,
  type SealRecord,
} from '../shared/seal';
import type { TableColumn } from '../shared/columns';
import { unitColumn, unitsOn } from '../detail/table';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { type RawValue, textOf, type Shown } from '../../covenant/cell';
import { AMENDMENTS_PART, isAmendmentKey, RECORD_COLUMNS, RECORD_KEY, SEALED_ROWS } from './layout';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import { sealChecksum } from './sealed';

/** The seal on the given sheets; null where there is no first part. */
export function readSeal(all: readonly KeyedSheet<string>[]): Seal | null {
  // Copies come after the originals.
  const sheets = all.filter(({ key }, index) => all.findIndex((one) => one.key.unit === key.unit) === index);
  const first = sheets.find(({ key }) => key.unit === FIRST_PART);
  if (!first) return null;
  const record = readRecord(first);
  const units = sheets.filter(({ key }) => key.unit !== AMENDMENTS_PART).flatMap(sealedUnits);
  const result = { version: first.key.version, units: new Map(units) };
  const list = sheets.find(({ key }) => key.unit === AMENDMENTS_PART);
  return {
    record,
    result,
    amendments: list ? readAmendments(list) : [],
    intact: record !== null && record.checksum === sealChecksum(result),
  };
}

function readRecord(sheet: KeyedSheet<TableColumn>): SealRecord | null {
  const value = (column: TableColumn): RawValue => keyedCell(sheet, RECORD_KEY, column)?.value ?? null;
  const [round, day, sum] = [value(RECORD_COLUMNS.round), value(RECORD_COLUMNS.day), value(RECORD_COLUMNS.checksum)];
  const usable =
    typeof round === 'number' &&
    Number.isInteger(round) &&
    round >= 0 &&
    typeof day === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    typeof sum === 'string' &&
    /^[0-9a-f]{12}$/.test(sum);
  return usable ? { round, day, checksum: sum } : null;
}

function sealedUnits(sheet: KeyedSheet<TableColumn>): [string, SealedUnit][] {
  const fields = new Set<RowKey>(SEALED_ROWS.map(rowKey.field));
  const rows = sheet.rows.map(({ key }) => key).filter((key) => /^(line|section|total):/.test(key) || fields.has(key));
  return unitsOn(sheet).map((unit) => {
    const cells = rows.map((row) => [row, shownOf(keyedCell(sheet, row, unitColumn(unit))?.value ?? null)] as const);
    return [unit, new Map(cells)];
  });
}

/** A value as it was sealed; numbers are points or ranks, exact to the hundredth. */
function shownOf(value: RawValue): Shown {
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'number') return value;
  const rounded = Math.round(value * 100) / 100;
  // What overflows would count as an empty cell in the checksum.
  return Number.isFinite(rounded) ? rounded : String(value);
}

function readAmendments(sheet: KeyedSheet<AmendmentColumn>): Amendment[] {
  return sheet.rows
    .filter(({ key }) => isAmendmentKey(key))
    .map(({ key }) => {
      const text = (column: AmendmentColumn): string => {
        const cell = keyedCell(sheet, key, column);
        return cell ? textOf(cell) : '';
      };
      const texts = {
        number: text('number'),
        round: text('round'),
        unit: text('unit'),
        line: text('line'),
        before: text('before'),
        after: text('after'),
        reason: text('reason'),
        minutes: text('minutes'),
      };
      return { key, texts };
    });
}
