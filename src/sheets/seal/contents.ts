/** The sealed sheets as they are now, compared with their copies, cell by cell. */
import { address } from '../../spreadsheet/plan';
import { rawCell } from '../../spreadsheet/snapshot';
import type { CopyPlace } from '../shared/sheetRefs';
import type { WorkbookSheets } from '../shared/evaluation';
import { type CellDifference, FIRST_PART, NO_CONTENTS, type Seal, type SealedContents } from '../shared/seal';
import { type Block, blockOf, comparedOf, digestOf, plainBlock, readBlock } from '../shared/copyBlocks';
import { copyPart } from '../shared/copies';
import { serialText } from '../shared/recorded';
import { LIST_SOURCE, partSource, type Source } from '../shared/copySources';
import { recordedOn } from './addedDecisions';
import { asSealed, coveredSources, sealedSources, sealStores, sourceName } from './extents';

/** The sources of which the seal's own formulas say that they changed, and those among them of which it is known what changed. */
export interface Raised {
  raised: ReadonlySet<string>;
  explained: ReadonlySet<string>;
}

export function sealedContents(
  { copies }: Pick<Seal, 'copies'>,
  reading: WorkbookSheets,
  { raised, explained }: Raised,
): SealedContents {
  if (copies === null) return NO_CONTENTS;
  const coversItself = copies.has(partSource(FIRST_PART));
  const all = coversItself ? coveredSources(reading) : sealedSources(reading);
  const sources = new Map<string, Source>(all.map((source) => [source.key, source]));
  const found = [...copies].map(([key, place]) =>
    comparedSource(reading, key, place, {
      source: sources.get(key),
      isRaised: raised.has(key),
      isKnown: explained.has(key),
    }),
  );
  // What was added since, a table of targets for instance, was never sealed.
  const known = reading.covenant === null ? [] : [...sources.values()];
  const added = known
    .filter(({ key }) => !copies.has(key))
    .map((source) => addedContents(source, { isRaised: raised.has(source.key) }));
  const names = (list: 'sheets' | 'damaged' | 'unread' | 'uncompared'): string[] => [
    ...new Set([...found, ...added].flatMap((one) => one[list] ?? [])),
  ];
  return {
    cells: [...found, ...added].flatMap(({ cells = [] }) => cells),
    sheets: names('sheets'),
    damaged: names('damaged'),
    unread: names('unread'),
    uncompared: names('uncompared'),
  };
}

/** A sheet without a copy; on *Quyết định* only what is recorded says something that was not sealed. */
function addedContents(source: Source, { isRaised }: { isRaised: boolean }): Partial<SealedContents> {
  const { sheet } = source;
  const all = { sheets: [sheet.snapshot.name] };
  if (source.key !== 'decisions') return all;
  const cells = differingCells(source, { columns: [], rows: [] }).filter(recordedOn(sheet));
  if (cells.length > 0) return { cells };
  return isRaised ? all : {};
}

function comparedSource(
  reading: WorkbookSheets,
  key: string,
  place: CopyPlace,
  { source, isRaised, isKnown }: { source: Source | undefined; isRaised: boolean; isKnown: boolean },
): Partial<SealedContents> {
  const copy = sealStores(reading).find((one) => one.key.unit === copyPart(place.part));
  const name = source?.sheet.snapshot.name ?? sourceName(reading, key);
  const isListGone = !source && key === LIST_SOURCE;
  // With what is gone or was edited nothing is compared: it would blame sheets that nobody touched.
  if (!copy) return { damaged: [''], uncompared: [name] };
  if (copy.snapshot.store === 'corner')
    return isRaised || !source ? { sheets: [name], unread: [copy.snapshot.name] } : {};
  const whole = readBlock(copy, place);
  if (digestOf(key, whole) !== place.digest) return { damaged: [copy.snapshot.name], uncompared: [name] };
  // The list of amendments is part of the seal itself.
  if (!source) return { sheets: [name], ...(isListGone ? { damaged: [''] } : {}) };
  const sealed = plainBlock(comparedOf(whole, place));
  const cells = differingCells(asSealed(source, place), sealed);
  const isExplained = cells.length > 0 || !((isRaised && !isKnown) || isReshaped(source, sealed, place));
  return { cells, ...(isExplained ? {} : { sheets: [name] }) };
}

function isReshaped({ area }: Source, { rows, columns }: Block, { origin }: CopyPlace): boolean {
  const isMoved = origin !== undefined && (origin.row !== area.row || origin.column !== area.column);
  return isMoved || rows.length !== area.rows || columns.length !== area.columns;
}

/** Each cell by the keys of its row and its column, wherever they are now; what is in one of the two only is compared with nothing. */
function differingCells(source: Source, sealed: Block): CellDifference[] {
  const now = plainBlock(blockOf({ ...source, kept: [] }));
  const [rows, columns] = [
    pairs(
      sealed.rows.map(({ key }) => key),
      now.rows.map(({ key }) => key),
    ),
    pairs(sealed.columns, now.columns),
  ];
  const { area, key } = source;
  const { snapshot } = source.sheet;
  const { name: sheet } = snapshot;
  return rows.flatMap((row) =>
    columns.flatMap((column): CellDifference[] => {
      const before = sealed.rows[row.sealed]?.cells[column.sealed] ?? '';
      const after = now.rows[row.present]?.cells[column.present] ?? '';
      if (isSame(before, after)) return [];
      const isThere = row.present >= 0 && column.present >= 0;
      const cell = isThere ? address(area.row + row.present, area.column + column.present) : null;
      const isDay = isThere && rawCell(snapshot, area.row + row.present, area.column + column.present).date;
      const texts = shownTexts(before, after, { isDay });
      return [{ source: key, place: { sheet, cell }, row: row.key, column: column.key, ...texts }];
    }),
  );
}

/** Both as a reader knows them; days that differ in their time alone as the numbers that they are. */
function shownTexts(
  before: string | number,
  after: string | number,
  { isDay }: { isDay: boolean },
): Pick<CellDifference, 'sealed' | 'present'> {
  const text = (one: string | number): string =>
    (isDay && typeof one === 'number' ? serialText(one) : null) ?? String(one);
  const [sealed, present] = [text(before), text(after)];
  return sealed === present ? { sealed: String(before), present: String(after) } : { sealed, present };
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
