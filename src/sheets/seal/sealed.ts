/** What sealing fixes, as plain data: the result of every unit, its checksum, and how two results differ. Pure. */
import type { Covenant } from '../../covenant/covenant';
import { allLines, type CriteriaSet } from '../../covenant/criteria';
import { checksum, fingerprint } from '../../covenant/fingerprint';
import type { SheetEntries } from '../../scoring/entries';
import type { Ranking } from '../../scoring/rank';
import type { AwardProposal } from '../../scoring/awards';
import { officialPoints } from '../unit/formulas';
import type { Shown } from '../../covenant/cell';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import { awardNamesOf } from '../awards/proposals';
import { sealedKeys } from './layout';
import type { Difference, Seal, SealedResult, SealRecord } from '../shared/seal';
import { writePlace } from '../shared/copyBlocks';
import { sharedWords } from '../shared/words';

/** What sealing takes from the evaluation of a workbook. */
export interface Evaluated {
  units: readonly { unit: { id: string }; entries: SheetEntries | null }[];
  ranking: Ranking;
  awards: readonly AwardProposal[];
}

/** The result in its current state. */
export function resultOf(covenant: Covenant, { units, ranking, awards }: Evaluated): SealedResult {
  const keys = sealedKeys(covenant.criteria);
  const sealed = ranking.standings.map(({ unit, score, rank, eligibility }) => {
    const entries = units.find((one) => one.unit.id === unit)?.entries ?? null;
    const cells = new Map<RowKey, Shown>([
      ...(score ? officialPoints(covenant, score) : []),
      [rowKey.field('rank'), rank],
      [rowKey.field('eligibility'), eligibility && sharedWords.eligibility[eligibility]],
      [rowKey.field('titles'), awardNamesOf(unit, awards) || null],
      [rowKey.field('entries'), entries && entriesChecksum(covenant.criteria, entries)],
    ]);
    return [unit, new Map(keys.map((key) => [key, cells.get(key) ?? null]))] as const;
  });
  return { version: fingerprint(covenant), units: new Map(sealed) };
}

/** Over everything that was entered for points; evidence and notes may still be added to. */
function entriesChecksum(criteria: CriteriaSet, { lines }: SheetEntries): string {
  const entered = allLines(criteria).map(({ code }) => {
    const line = lines.get(code);
    const cells = line ? [line.figure, line.target, line.self, line.reviewed, line.agreed] : [];
    return [code, cells.map((cell) => cell?.value ?? null)];
  });
  return checksum(sorted(entered));
}

/**
 * Twelve hexadecimal digits over criteria, rules and the result of every unit, whatever their order; over round and day of the
 * seal; and over the copies of all sealed sheets, by the checksum that each has. Seals of earlier versions have no copies, and
 * their checksum is of the result alone.
 */
export function sealChecksum(
  { version, units }: SealedResult,
  { round, day }: Pick<SealRecord, 'round' | 'day'>,
  copies: Seal['copies'],
): string {
  const result = [version, sorted([...units].map(([unit, cells]) => [unit, sorted([...cells])]))];
  if (copies === null) return checksum(result);
  return checksum([...result, round, day, sorted([...copies].map(([key, place]) => [key, writePlace(place)]))]);
}

function sorted(pairs: readonly (readonly unknown[])[]): (readonly unknown[])[] {
  return [...pairs].sort(([left], [right]) => (String(left) < String(right) ? -1 : 1));
}

/**
 * Changes by unit: lines, total, rank, eligibility, awards. Sections and parts follow from lines;
 * entries count where no points changed with them; of a unit that joined or left, its total and rank.
 */
export function differences(before: SealedResult, after: SealedResult): Difference[] {
  const units = new Set([...after.units.keys(), ...before.units.keys()]);
  return [...units].flatMap((unit) => {
    const [old, now] = [before.units.get(unit), after.units.get(unit)];
    const rows = new Set([...(now ?? []), ...(old ?? [])].map(([row]) => row));
    const all = [...rows].flatMap((row): Difference[] => {
      const pair = { before: old?.get(row) ?? null, after: now?.get(row) ?? null };
      return pair.before === pair.after ? [] : [{ unit, row, ...pair }];
    });
    const shown = all.filter(({ row }) => (old && now ? isListed(row) : isOutcome(row)));
    const entries = all.filter(({ row }) => row === rowKey.field('entries'));
    return shown.some(({ row }) => isLine(row)) || !old || !now ? shown : [...entries, ...shown];
  });
}

export const isLine = (row: RowKey): boolean => row.startsWith(rowKey.line(''));
const isOutcome = (row: RowKey): boolean => row === rowKey.total('total') || row === rowKey.field('rank');
const isListed = (row: RowKey): boolean =>
  isLine(row) || isOutcome(row) || row === rowKey.field('eligibility') || row === rowKey.field('titles');
