/** The hidden copy of the covenant as a plan: the texts and numbers of *Giao ước* and, below them, of *Tiêu chí*. */
import type { Covenant } from '../../covenant/covenant';
import { checksum, fingerprint } from '../../covenant/fingerprint';
import { readSheetKey } from '../../spreadsheet/keys';
import type { PlanCell, SheetPlan } from '../../spreadsheet/plan';
import { keyedSheet } from '../../spreadsheet/reading';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { covenantPlan } from '../covenant/plan';
import { criteriaPlan } from '../criteria/plan';
import { bytesOfCells, storePlan } from '../shared/store';

/** Twelve hexadecimal digits over the whole covenant, words among it: the base has them in the place of a unit. */
export function covenantChecksum({ cluster, criteria, rules }: Covenant): string {
  return checksum([cluster, criteria, rules]);
}

/** Two sheets in one rectangle, beside a column without keys: only their own readers look for keys in it. */
export function basePlan(covenant: Covenant, name: string): SheetPlan {
  const blocks = [covenantPlan(covenant, name), criteriaPlan(covenant.criteria, name)].flatMap(({ cells }) =>
    cells.map((line) => line.map(constant)).filter((line) => line.some((cell) => cell !== null)),
  );
  const key = { type: 'base', unit: covenantChecksum(covenant), version: fingerprint(covenant) };
  return storePlan([[], ...blocks.map((line) => [null, ...line])], { name, key, bytes: bytesOfCells(blocks) });
}

const constant = (cell: PlanCell): PlanCell => (typeof cell === 'object' || cell === '' ? null : cell);

/** *Giao ước* and *Tiêu chí* as they stand in the copy; null where only its corner was read, and where one is not whole. */
export function sheetsOfBase({ snapshot }: KeyedSheet<string>): {
  covenantSheet: KeyedSheet<string>;
  criteriaSheet: KeyedSheet<string>;
} | null {
  const { values, name } = snapshot;
  const rowOf = (type: string): number => values.findIndex((line) => readSheetKey(line[1])?.type === type);
  const [first, second] = [rowOf('covenant'), rowOf('criteria')];
  if (first < 0 || second < first) return null;
  const sheetAt = (from: number, to?: number): KeyedSheet<string> | null =>
    keyedSheet({
      id: '',
      name,
      protected: true,
      pages: null,
      values: values.slice(from, to).map((line) => line.slice(1)),
      formulas: null,
      numberFormats: [],
    });
  const [covenantSheet, criteriaSheet] = [sheetAt(first, second), sheetAt(second)];
  return covenantSheet && criteriaSheet && { covenantSheet, criteriaSheet };
}
