/**
 * Terms of the seal's formulas about its own sheets: what stands in their hidden rows, which are printed where somebody shows them
 * again, and cannot be in a copy, for it is known only when the copies are.
 */
import { quoteSheet } from '../../spreadsheet/plan';
import { addressesOf } from '../../spreadsheet/layout';
import type { RowKey } from '../../spreadsheet/keys';
import { writePlace } from '../shared/copyBlocks';
import { LIST_SOURCE, partSource, TABLES } from '../shared/copySources';
import type { TableColumn } from '../shared/columns';
import { FIRST_PART, type Seal, type SealRecord, STATE_KEY, TEXT_COLUMN } from '../shared/seal';
import type { CopyPlace, SheetRef } from '../shared/sheetRefs';
import { COPY_KEY, placeCells, RECORD_COLUMNS, RECORD_KEY, STATE_WORDS_COLUMN } from './layout';
import { sealWords } from './words';

type Places = ReadonlyMap<string, CopyPlace>;

/** So many areas of an own sheet were copied by seals that did not look at its hidden rows. */
const BARE_AREAS = 3;

/** Whether a seal covers its own hidden rows, and the keys of columns: earlier ones keep the rule that they were made with. */
export function coversHiddenRows(copies: Seal['copies']): copies is Places {
  const place = copies?.get(partSource(FIRST_PART));
  return place !== undefined && place.areas.length > BARE_AREAS;
}

/** How many cells of the first part have a formula that is 1 where a table, the list or the part differs. */
export function flagsOf(places: Places): number {
  return [...TABLES, LIST_SOURCE, partSource(FIRST_PART)].filter((key) => places.has(key)).length;
}

/** Above zero where the words of the seal, its record or a place of a copy, on one of its sheets, are not as they were sealed. */
export function hiddenTerms(
  own: SheetRef<TableColumn> & { part: string; units: readonly string[] },
  places: Places,
  record: SealRecord | null,
): string[] {
  const at = (row: RowKey, column: TableColumn): string =>
    `${quoteSheet(own.sheet)}!${addressesOf(own.layout).fixed(row, column) ?? '#REF!'}`;
  const other = (shown: string, sealed: string): string => `IF(EXACT(${shown},"${sealed.replaceAll('"', '""')}"),0,1)`;
  const { round, day, checksum } = RECORD_COLUMNS;
  const recorded = [round, day, checksum].map((column) => at(RECORD_KEY, column)).join('&" "&');
  return [
    ...(record
      ? [
          other(at(STATE_KEY, STATE_WORDS_COLUMN), sealWords(record)),
          other(recorded, `${record.round} ${record.day} ${record.checksum}`),
        ]
      : []),
    ...placeCells(own.part, own.units).map(({ source, row, column }) => {
      const place = places.get(source);
      if (place) return other(at(row, column), writePlace(place));
      // Nothing was there to be copied, and no formula compares it.
      return other(row === COPY_KEY ? at(row, column) : `${at(row, TEXT_COLUMN)}&${at(row, column)}`, '');
    }),
  ];
}
