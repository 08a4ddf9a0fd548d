/** The names in the heads of units' sheets: which texts name a unit there, and which unit a head names. */
import type { Covenant } from '../covenant/covenant';
import { namesOf, type UnitName, unitsNamedIn } from '../covenant/namedUnits';
import type { UnitColumn } from '../sheets/shared/columns';
import { isSameText, type PrintedWord } from '../sheets/shared/printed';
import { NAMING_ROWS } from '../sheets/unit/plan';
import type { RowKey } from '../spreadsheet/keys';
import type { CovenantWorkbook } from './covenantWorkbook';
import { baseCovenant } from './update/base';

/** By the id of each unit, the texts in the head of its sheet that name it. */
export type UnitHeads = ReadonlyMap<string, readonly PrintedWord<UnitColumn>[]>;

/** Those of what is printed on units' sheets. */
export function headsOf(printed: UnitHeads): UnitHeads {
  const isNaming = ({ row, column }: PrintedWord<UnitColumn>): boolean =>
    column === 'number' && NAMING_ROWS.some((naming) => naming === row);
  return new Map([...printed].map(([id, words]) => [id, words.filter(isNaming)]));
}

/** The name of the unit stands in the first line. */
export const nameIn = (text: string): string => text.split(/\r?\n/)[0] ?? '';

/** The ids of the units whose heads would have this text in this row. */
export function unitsHeaded(heads: UnitHeads, row: RowKey, shown: string): string[] {
  return [...heads].flatMap(([id, words]) =>
    words.some((word) => word.row === row && isSameText(nameIn(word.text), nameIn(shown))) ? [id] : [],
  );
}

/** The same, and where there are none the ids of the units that the text names in another form. */
export function unitsNamed(heads: UnitHeads, row: RowKey, shown: string, names: readonly UnitName[]): string[] {
  const exact = unitsHeaded(heads, row, shown);
  // A label stands before the name.
  return exact.length > 0 ? exact : unitsNamedIn(nameIn(shown).replace(/^.*:/, ''), names);
}

/** The names of today, and those that the sheets were made with. */
export function knownNames({ cluster }: Covenant, reading: CovenantWorkbook): UnitName[] {
  return [...namesOf(cluster.units), ...namesOf(baseCovenant(reading)?.cluster.units ?? [], { isFormer: true })];
}

/**
 * The one unit that the lines of a head name, each given by the ids of its units: another than `own` where a line names that one and
 * none names a third; undefined where that is not clear.
 */
export function unitToldBy(lines: readonly (readonly string[])[], own: string): string | undefined {
  const [other, ...more] = new Set(lines.filter((ids) => !ids.includes(own)).flat());
  if (other === undefined) return lines.some((ids) => ids.length === 1) ? own : undefined;
  return more.length === 0 ? other : undefined;
}
