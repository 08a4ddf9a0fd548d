/** What a seal covers: every printed cell of the sheets that a result comes from, but for those that show the state of the seal. */
import { BASIS_COLUMN } from '../awards/layout';
import {
  type Extent,
  type ExtentsOf,
  besideRow,
  lastColumn,
  type Source,
  sourcesOf,
  type Table,
} from '../shared/copySources';
import { FIRST_COLUMN, LAST_COLUMN } from '../covenant/layout';
import type { WorkbookSheets } from '../shared/evaluation';
import { targetColumn } from '../shared/sheetRefs';
import { STATUS_KEY } from '../summary/layout';
import { STAGE_COLUMN, STAGE_KEY } from '../unit/layout';
import type { RowKey } from '../../spreadsheet/keys';
import type { KeyedSheet } from '../../spreadsheet/snapshot';

const SEALED: Readonly<Record<Table | 'unit', ExtentsOf>> = {
  covenant: () => [{ columns: [FIRST_COLUMN, LAST_COLUMN] }],
  criteria: () => [{ columns: ['code', 'sum'] }],
  targets: (sheet) => [{ columns: ['number', lastColumn(sheet, targetColumn('')) ?? 'unit'] }],
  // With what the cluster records beside the paper: the minutes print it.
  summary: (sheet) => withoutRow(sheet, ['number', 'vote'], STATUS_KEY),
  titles: () => [{ columns: ['number', BASIS_COLUMN] }],
  decisions: () => [{ columns: ['number', 'person'] }],
  // The choice of the stage stands in the same row, and its cell is merged up to the one before the message.
  unit: (sheet) => [
    ...withoutRow(sheet, ['number', 'note'], STAGE_KEY),
    { columns: ['number', STAGE_COLUMN], rows: [STAGE_KEY, STAGE_KEY] },
  ],
};

function withoutRow(sheet: KeyedSheet<string>, columns: Extent['columns'], key: RowKey): Extent[] {
  const [first, last] = [sheet.rows[0]?.key, sheet.rows.at(-1)?.key];
  const beside = besideRow(sheet, key);
  if (first === undefined || last === undefined || beside === null) return [{ columns }];
  return [
    { columns, rows: [first, beside.above] },
    { columns, rows: [beside.below, last] },
  ];
}

/** The sheets whose cells are sealed. */
export function sealedSources(reading: WorkbookSheets): Source[] {
  return sourcesOf(reading, SEALED);
}

/** The hidden sheets that hold the copies. */
export function sealStores({ stores }: Pick<WorkbookSheets, 'stores'>): readonly KeyedSheet<string>[] {
  return stores.filter(({ key }) => key.type === 'seal');
}
