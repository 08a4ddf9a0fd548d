/** The hidden copy of the covenant that the sheets were made from: read, made and renewed. */
import type { Covenant } from '../../covenant/covenant';
import { fingerprint } from '../../covenant/fingerprint';
import { defaultName, definitionsOf, protectionOf } from '../../sheets';
import { basePlan, covenantChecksum, sheetsOfBase } from '../../sheets/base/plan';
import { type Change, editOf } from '../../spreadsheet/change';
import type { PlanCell } from '../../spreadsheet/plan';
import { sheetNameFor } from '../../spreadsheet/sheetNames';
import { textOf } from '../../covenant/cell';
import type { UnitColumn } from '../../sheets/shared/columns';
import { rowKey } from '../../spreadsheet/keys';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import type { CovenantWorkbook } from '../covenantWorkbook';
import { readCovenant } from '../readCovenant';

/** The covenant that the sheets were made from; null where there is no copy, where it was not read, and where it is damaged. */
export function baseCovenant({ base, unitSheets }: Pick<CovenantWorkbook, 'base' | 'unitSheets'>): Covenant | null {
  const sheets = base && sheetsOfBase(base, titlesOn([...unitSheets.values()]));
  const covenant = sheets && readCovenant(sheets.covenantSheet, sheets.criteriaSheet).covenant;
  return covenant && fingerprint(covenant) === base?.key.version ? covenant : null;
}

/** What the first unit's sheet shows as the wording of each criterion; the code where it shows none. */
export function titlesOn([sheet]: readonly KeyedSheet<UnitColumn>[]): (code: string) => string {
  return (code) => {
    const cells = [rowKey.line(code), rowKey.section(code)].flatMap(
      (row) => (sheet && keyedCell(sheet, row, 'title')) ?? [],
    );
    const [text = ''] = cells.map(textOf);
    return text.replace(/ \(\*\)$/, '') || code;
  };
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
  return base.key.unit === covenantChecksum(covenant) ? [] : [renewed(base, covenant)];
}

function renewed(base: KeyedSheet<string>, covenant: Covenant): Change {
  const { cells } = basePlan(covenant, base.snapshot.name);
  const gone = Math.max(0, base.snapshot.values.length - cells.length);
  // What the copy before had below it goes.
  const whole = [...cells, ...Array.from({ length: gone }, () => (cells[0] ?? []).map((): PlanCell => null))];
  return editOf(base, [{ row: 0, column: 0, cells: whole }], { protection: protectionOf(base) });
}

/**
 * The copy once an insertion has added sheets: units that joined come last in the tables. What else differs from the copy is left for an
 * update. `taken` are names that sheets get.
 */
export function insertedBase(reading: CovenantWorkbook, covenant: Covenant, taken: readonly string[]): Change[] {
  const before = baseCovenant(reading);
  const isFirst = reading.unitSheets.size === 0 && definitionsOf('cluster').every(({ type }) => reading[type] === null);
  // Damaged, its corner does not tell what it holds.
  if (before === null && reading.base !== null) return [renewed(reading.base, covenant)];
  if (before === null || isFirst) return baseChanges(reading, covenant, taken);
  const known = new Set(before.cluster.units.map(({ id }) => id));
  const joined = covenant.cluster.units.filter(({ id }) => !known.has(id));
  const units = [...before.cluster.units, ...joined];
  return joined.length === 0 ? [] : baseChanges(reading, { ...before, cluster: { ...before.cluster, units } });
}
