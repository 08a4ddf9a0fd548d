/** The seal read back from its sheets: what was sealed and what was amended since. A sheet that was damaged reads as far as it goes. */
import type { CopyPlace } from '../shared/sheetRefs';
import {
  type Amendment,
  type AmendmentColumn,
  FIRST_PART,
  type Seal,
  type SealedUnit,
  type SealRecord,
  TEXT_COLUMN,
} from '../shared/seal';
import type { TableColumn } from '../shared/columns';
import { unitColumn, unitsOn } from '../detail/table';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { type RawValue, textOf, type Shown } from '../../covenant/cell';
import { readPlace } from '../shared/copyBlocks';
import {
  AMENDMENTS_PART,
  CHANGED_KEY,
  COPY_KEY,
  isAmendmentKey,
  LIST_KEY,
  PART_KEY,
  placeCells,
  RECORD_COLUMNS,
  RECORD_KEY,
  SEALED_ROWS,
  tableKey,
} from './layout';
import { LIST_SOURCE, partSource, TABLES, unitSource } from '../shared/copySources';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import { sealChecksum } from './sealed';

/** The seal on the given sheets; null where there is no first part. */
export function readSeal(all: readonly KeyedSheet<string>[]): Seal | null {
  const sheets = originals(all);
  const first = sheets.find(({ key }) => key.unit === FIRST_PART);
  if (!first) return null;
  const list = sheets.find(({ key }) => key.unit === AMENDMENTS_PART);
  const record = readRecord(first);
  const amendments = list ? readAmendments(list) : [];
  const units = sheets.filter(({ key }) => key.unit !== AMENDMENTS_PART).flatMap(sealedUnits);
  const result = { version: first.key.version, units: new Map(units) };
  const copies = hasCopies(first) ? new Map(sheets.flatMap(copyPlaces)) : null;
  return {
    record,
    result,
    amendments,
    copies,
    intact:
      record !== null &&
      record.checksum === sealChecksum(result, record, copies) &&
      !lacksAmendments({ record, amendments, copies }),
  };
}

/** Of several sheets of a part the first: copies come after the originals. */
const originals = (all: readonly KeyedSheet<string>[]): KeyedSheet<string>[] =>
  all.filter(({ key }, index) => all.findIndex((one) => one.key.unit === key.unit) === index);

/** Whether a seal that was amended has no amendment left, where none of its copies holds them: earlier seals do not cover their own sheets. */
export function lacksAmendments({
  record,
  amendments,
  copies,
}: Pick<Seal, 'record' | 'amendments' | 'copies'>): boolean {
  const isOld = copies?.has(partSource(FIRST_PART)) !== true;
  return isOld && (record?.round ?? 0) > 0 && amendments.length === 0;
}

/** Whether the seal was made with copies of what it covers: those of earlier versions were not. */
const hasCopies = ({ layout }: KeyedSheet<TableColumn>): boolean =>
  [COPY_KEY, ...TABLES.map(tableKey)].some((key) => layout.row(key) !== undefined);

function copyPlaces(sheet: KeyedSheet<string>): [string, CopyPlace][] {
  return placeCells(sheet.key.unit, unitsOn(sheet)).flatMap(({ source, row, column }): [string, CopyPlace][] => {
    const value = keyedCell(sheet, row, column)?.value;
    const place = typeof value === 'string' ? readPlace(value) : null;
    return place ? [[source, place]] : [];
  });
}

/** The sources of which the formulas of the seal say that they changed. */
export function raisedSources(all: readonly KeyedSheet<string>[]): Set<string> {
  const isRaised = (sheet: KeyedSheet<TableColumn>, row: RowKey, column: TableColumn): boolean => {
    const value = keyedCell(sheet, row, column)?.value ?? null;
    return value !== null && value !== 0;
  };
  return new Set(
    originals(all).flatMap((sheet) => [
      ...(sheet.key.unit === FIRST_PART ? TABLES : []).filter((one) => isRaised(sheet, tableKey(one), TEXT_COLUMN)),
      ...unitsOn(sheet)
        .filter((unit) => isRaised(sheet, CHANGED_KEY, unitColumn(unit)))
        .map(unitSource),
      ...(isRaised(sheet, LIST_KEY, TEXT_COLUMN) ? [LIST_SOURCE] : []),
      ...(isRaised(sheet, PART_KEY, TEXT_COLUMN) ? [partSource(sheet.key.unit)] : []),
    ]),
  );
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

export function sealedUnits(sheet: KeyedSheet<TableColumn>): [string, SealedUnit][] {
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

export function readAmendments(sheet: KeyedSheet<AmendmentColumn>): Amendment[] {
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
