/** What was sealed, from the copies of the seal's own sheets: whatever was done to these sheets since. */
import { digestOf, readBlock, sheetOfBlock } from '../shared/copyBlocks';
import { copyPart } from '../shared/copies';
import { LIST_SOURCE, partSource } from '../shared/copySources';
import type { WorkbookSheets } from '../shared/evaluation';
import type { Amendment, Seal, SealedUnit } from '../shared/seal';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { sealStores } from './extents';
import { AMENDMENTS_PART } from './layout';
import { readAmendments, sealedUnits } from './read';

/**
 * The same seal with results and amendments as they were sealed, as far as copies hold them, are whole and were read; else as the
 * sheets have them. Reason and minutes of an amendment are those on the sheet, for they are completed after the seal.
 */
export function restoredSeal(seal: Seal, reading: WorkbookSheets): Seal {
  const { copies, result, amendments } = seal;
  if (copies === null) return seal;
  const keys = [...copies.keys()].filter((key) => key.startsWith(partSource('')));
  const parts = keys.flatMap((key) => copiedSheet(seal, reading, key, key.slice(partSource('').length)) ?? []);
  const units = new Map<string, SealedUnit>([...result.units, ...parts.flatMap(sealedUnits)]);
  const list = copiedSheet(seal, reading, LIST_SOURCE, AMENDMENTS_PART);
  // A list that is not that of the seal is none of its amendments.
  const isUnsealed = keys.length > 0 && !copies.has(LIST_SOURCE);
  const sealed = list ? readAmendments(list).map((one) => completed(one, amendments)) : amendments;
  return { ...seal, result: { ...result, units }, amendments: isUnsealed ? [] : sealed };
}

function copiedSheet(
  { copies, result }: Seal,
  reading: WorkbookSheets,
  key: string,
  part: string,
): KeyedSheet<string> | null {
  const place = copies?.get(key);
  const copy = place && sealStores(reading).find((one) => one.key.unit === copyPart(place.part));
  if (!copy || copy.snapshot.store === 'corner') return null;
  const block = readBlock(copy, place);
  if (digestOf(key, block) !== place.digest) return null;
  return sheetOfBlock({ type: 'seal', unit: part, version: result.version }, block);
}

function completed(sealed: Amendment, present: readonly Amendment[]): Amendment {
  const own = present.find(({ key }) => key === sealed.key);
  if (!own) return sealed;
  const { reason, minutes } = own.texts;
  return { ...sealed, texts: { ...sealed.texts, reason, minutes } };
}
