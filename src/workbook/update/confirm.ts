/** Entries that have no cell any more: named, and removed once somebody has confirmed it. Decided on plain data. */
import { finding, type Finding } from '../../covenant/findings';
import { done, type Outcome, refused } from '../../covenant/outcome';
import { definitionsOf } from '../../sheets';
import type { Change } from '../../spreadsheet/change';
import { keptEntries, type KeptEntry, listPlace } from '../../spreadsheet/keptList';
import { type KeyedSheet, placeOf } from '../../spreadsheet/snapshot';
import type { Task } from '../../spreadsheet/task';
import type { CovenantWorkbook } from '../covenantWorkbook';
import { baseCovenant } from './base';
import { clearedSheets } from './sheets';
import { listed, type ListedEntry, notAsMade } from './update';

/** A warning for each sheet with such entries, at the first of them. */
export function checkKept(reading: CovenantWorkbook): Finding[] {
  return keptOf(reading).map(({ sheet, entries }) => {
    const place = listPlace(sheet.snapshot);
    const at = place === null ? null : placeOf(sheet.snapshot, place.row, place.column);
    return finding('entries-kept', at, { count: entries.length });
  });
}

function keptOf(reading: CovenantWorkbook): { sheet: KeyedSheet<string>; entries: KeptEntry[] }[] {
  const tables = definitionsOf('cluster').flatMap(({ type }) => reading[type] ?? []);
  return [...tables, ...reading.unitSheets.values()].flatMap((sheet: KeyedSheet<string>) => {
    const entries = keptEntries(sheet.snapshot);
    return entries.length === 0 ? [] : [{ sheet, entries }];
  });
}

/** Takes the lists away. Refused where the covenant cannot be used, and where a sheet does not stand as it was made. */
export function* planConfirmation(
  reading: CovenantWorkbook,
): Task<Outcome<{ changes: Change[]; removed: ListedEntry[] }>> {
  const { covenant } = reading;
  if (covenant === null) return refused(reading.findings);
  const kept = keptOf(reading);
  const covenants = { covenant, earlier: baseCovenant(reading) ?? covenant };
  const sheets = yield* clearedSheets(reading, covenants, (one) => kept.some(({ sheet }) => sheet === one));
  const obstacles = sheets.flatMap(({ sheet, cleared }) => ('reason' in cleared ? [notAsMade(sheet, cleared)] : []));
  if (obstacles.length > 0) return refused(obstacles);
  return done({
    changes: sheets.flatMap(({ cleared }) => ('reason' in cleared ? [] : [cleared])),
    removed: kept.flatMap(({ sheet, entries }) => entries.map((one) => listed(sheet.snapshot.name, one))),
  });
}
