/** What of *Xét danh hiệu* is recorded: every entry of a unit's row, by the codes in the key of its column. */
import { CORNER } from '../../spreadsheet/keys';
import { type KeyedSheet, shownText } from '../../spreadsheet/snapshot';
import type { AwardsColumn } from '../shared/columns';
import { keyedCells, namedBy, nameIn, type RecordedCell } from '../shared/recorded';
import { AWARDS_HEADER, AWARDS_ROW, BASIS_COLUMN, CONDITIONS_ROW } from './layout';

export function recordedEntries(sheet: KeyedSheet<AwardsColumn>): RecordedCell[] {
  const units = sheet.rows.flatMap(({ key }) => (key.startsWith('unit:') ? [key] : []));
  const keys: readonly unknown[] = sheet.snapshot.values[sheet.layout.row(CORNER) ?? 0] ?? [];
  return keys.filter(isEntryColumn).flatMap((column) => {
    const heading = headingOf(sheet, column);
    return keyedCells(sheet, units, [column], (row) => namedBy([nameIn(sheet, row, 'unit')], heading));
  });
}

type EntryColumn = Exclude<AwardsColumn, 'number' | 'unit'>;
const isEntryColumn = (key: unknown): key is EntryColumn =>
  typeof key === 'string' && (key === BASIS_COLUMN || /^(fact|votes|order):/.test(key));

/** Award, condition and column as they stand above it; merged headings stand in the first of their cells. */
function headingOf({ snapshot, layout }: KeyedSheet<AwardsColumn>, column: EntryColumn): string {
  const at = layout.column(column) ?? 0;
  const above = (row: number | undefined): string =>
    (snapshot.values[row ?? -1] ?? [])
      .slice(0, at + 1)
      .map((value) => shownText(value).trim())
      .findLast((text) => text !== '') ?? '';
  const own = shownText(snapshot.values[layout.row(AWARDS_HEADER) ?? -1]?.[at]).trim();
  if (column === BASIS_COLUMN) return own;
  const condition = column.startsWith('order:') ? '' : above(layout.row(CONDITIONS_ROW));
  return [above(layout.row(AWARDS_ROW)), condition, own].filter((text) => text !== '').join(', ');
}
