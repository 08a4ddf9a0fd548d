/** The hidden copy of the covenant that the sheets were made from: read, made and renewed. */
import type { Covenant } from '../../covenant/covenant';
import { fingerprint } from '../../covenant/fingerprint';
import { defaultName, definitionsOf, protectionOf } from '../../sheets';
import { basePlan, covenantChecksum, sheetsOfBase } from '../../sheets/base/plan';
import { type Change, editOf } from '../../spreadsheet/change';
import type { PlanCell } from '../../spreadsheet/plan';
import { sheetNameFor } from '../../spreadsheet/sheetNames';
import type { CovenantWorkbook } from '../covenantWorkbook';
import { readCovenant } from '../readCovenant';

/** The covenant that the sheets were made from; null where there is no copy, where it was not read, and where it is damaged. */
export function baseCovenant({ base }: Pick<CovenantWorkbook, 'base'>): Covenant | null {
  const sheets = base && sheetsOfBase(base);
  const covenant = sheets && readCovenant(sheets.covenantSheet, sheets.criteriaSheet).covenant;
  return covenant && fingerprint(covenant) === base?.key.version ? covenant : null;
}

/** Whether the copy is of another covenant, wording included; false where there is no copy. Its corner tells. */
export function differsFromBase({ base, covenant }: Pick<CovenantWorkbook, 'base' | 'covenant'>): boolean {
  return base !== null && covenant !== null && base.key.unit !== covenantChecksum(covenant);
}

/** Puts a covenant into the copy; none where it is that one already. `taken` are names that sheets have or get. */
export function baseChanges(
  { base, snapshot }: Pick<CovenantWorkbook, 'base' | 'snapshot'>,
  covenant: Covenant,
  taken: readonly string[] = [],
): Change[] {
  if (base === null) {
    const name = sheetNameFor(defaultName('base'), [...snapshot.all.map((one) => one.name), ...taken]);
    return [{ type: 'addSheet', plan: basePlan(covenant, name) }];
  }
  if (base.key.unit === covenantChecksum(covenant)) return [];
  const { cells } = basePlan(covenant, base.snapshot.name);
  const gone = Math.max(0, base.snapshot.values.length - cells.length);
  // What the copy before had below it goes.
  const whole = [...cells, ...Array.from({ length: gone }, () => (cells[0] ?? []).map((): PlanCell => null))];
  return [editOf(base, [{ row: 0, column: 0, cells: whole }], { protection: protectionOf(base) })];
}

/**
 * What the sheets are made from once an insertion has added to them: units that joined come last in the tables. What else differs from the
 * copy is left for an update.
 */
export function insertedCovenant(reading: CovenantWorkbook, covenant: Covenant): Covenant {
  const before = baseCovenant(reading);
  const isFirst = reading.unitSheets.size === 0 && definitionsOf('cluster').every(({ type }) => reading[type] === null);
  if (before === null || isFirst) return covenant;
  const known = new Set(before.cluster.units.map(({ id }) => id));
  const joined = covenant.cluster.units.filter(({ id }) => !known.has(id));
  return { ...before, cluster: { ...before.cluster, units: [...before.cluster.units, ...joined] } };
}
