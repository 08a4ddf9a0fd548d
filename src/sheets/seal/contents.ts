/** The sealed sheets as they are now, compared with their copies, cell by cell. */
import { address } from '../../spreadsheet/plan';
import type { CopyPlace } from '../shared/sheetRefs';
import type { WorkbookSheets } from '../shared/evaluation';
import { type CellDifference, NO_CONTENTS, type Seal, type SealedContents } from '../shared/seal';
import { type Block, blockOf, copyPart, digestOf, readBlock } from '../shared/copies';
import { type Source, unitSource } from '../shared/copySources';
import { sealedSources, sealStores } from './extents';

/** `raised` are the sources of which the seal's own formulas say that they changed. */
export function sealedContents(
  { copies }: Pick<Seal, 'copies'>,
  reading: WorkbookSheets,
  raised: ReadonlySet<string>,
): SealedContents {
  if (copies === null) return NO_CONTENTS;
  const sources = new Map<string, Source>(sealedSources(reading).map((source) => [source.key, source]));
  const found = [...copies].map(([key, place]) =>
    comparedSource(reading, key, place, { source: sources.get(key), isRaised: raised.has(key) }),
  );
  // What was added since, a table of targets for instance, was never sealed.
  const known = reading.covenant === null ? [] : [...sources.values()];
  const added = known.filter(({ key }) => !copies.has(key)).map(({ sheet }) => sheet.snapshot.name);
  const all = (list: 'sheets' | 'damaged' | 'unread'): string[] => [
    ...new Set(found.flatMap((one) => one[list] ?? [])),
  ];
  return {
    cells: found.flatMap(({ cells = [] }) => cells),
    sheets: [...all('sheets'), ...added],
    damaged: all('damaged'),
    unread: all('unread'),
  };
}

function comparedSource(
  reading: WorkbookSheets,
  key: string,
  place: CopyPlace,
  { source, isRaised }: { source: Source | undefined; isRaised: boolean },
): Partial<SealedContents> {
  const copy = sealStores(reading).find((one) => one.key.unit === copyPart(place.part));
  const name = source?.sheet.snapshot.name ?? goneName(reading, key);
  if (!copy) return { damaged: [''], ...(isRaised ? { sheets: [name] } : {}) };
  if (copy.snapshot.store === 'corner')
    return isRaised || !source ? { sheets: [name], unread: [copy.snapshot.name] } : {};
  const sealed = readBlock(copy, place);
  const damaged = digestOf(key, sealed) === place.digest ? [] : [copy.snapshot.name];
  if (!source) return { damaged, sheets: [name] };
  const cells = differingCells(source, sealed);
  const isExplained = cells.length > 0 || !(isRaised || isReshaped(source, sealed));
  return { damaged, cells, ...(isExplained ? {} : { sheets: [name] }) };
}

/** What a sheet that is gone was called, as far as that is known. */
function goneName({ covenant }: WorkbookSheets, key: string): string {
  return covenant?.cluster.units.find(({ id }) => unitSource(id) === key)?.name ?? key.replace(/^unit:/, '');
}

function isReshaped({ area }: Source, { rows, columns }: Block): boolean {
  return rows.length !== area.rows || columns.length !== area.columns;
}

/** Each cell by the keys of its row and its column, wherever they are now; what is in one of the two only is compared with nothing. */
function differingCells(source: Source, sealed: Block): CellDifference[] {
  const now = blockOf(source);
  const [rows, columns] = [
    pairs(
      sealed.rows.map(({ key }) => key),
      now.rows.map(({ key }) => key),
    ),
    pairs(sealed.columns, now.columns),
  ];
  const { area, key } = source;
  const { name: sheet } = source.sheet.snapshot;
  return rows.flatMap((row) =>
    columns.flatMap((column): CellDifference[] => {
      const before = sealed.rows[row.sealed]?.cells[column.sealed] ?? '';
      const after = now.rows[row.present]?.cells[column.present] ?? '';
      if (isSame(before, after)) return [];
      const isThere = row.present >= 0 && column.present >= 0;
      const cell = isThere ? address(area.row + row.present, area.column + column.present) : null;
      const texts = { sealed: String(before), present: String(after) };
      return [{ source: key, place: { sheet, cell }, row: row.key, column: column.key, ...texts }];
    }),
  );
}

/** A number and a text that shows it are the same, with either decimal mark; so are composed and decomposed letters not. */
function isSame(left: string | number, right: string | number): boolean {
  if (typeof left === typeof right) return left === right;
  const [number, text] = typeof left === 'number' ? [left, right] : [right, left];
  return text === String(number) || text === String(number).replace('.', ',');
}

/** A row or a column in both: its positions, -1 where it is not. */
interface Pair {
  key: string;
  sealed: number;
  present: number;
}

function pairs(sealed: readonly string[], present: readonly string[]): Pair[] {
  const [before, after] = [identified(sealed), identified(present)];
  const added = after.filter((key) => !before.includes(key));
  return [...before, ...added].map((key) => ({ key, sealed: before.indexOf(key), present: after.indexOf(key) }));
}

/** Keys, each once; what has none is counted from the one before it. */
function identified(keys: readonly string[]): string[] {
  const seen = new Set<string>();
  let [last, count] = ['', 0];
  return keys.map((key) => {
    if (key !== '' && !seen.has(key)) {
      seen.add(key);
      [last, count] = [key, 0];
      return key;
    }
    count += 1;
    return `${last}+${count}`;
  });
}
