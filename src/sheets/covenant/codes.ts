/** Names and codes in *Giao ước*. Codes that follow from names are written down: a unit, an award or a condition that is renamed later stays itself. */
import type { CellPatch } from '../../spreadsheet/change';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { textOf } from '../../covenant/cell';
import type { Unit } from '../../covenant/covenant';
import { nameKey } from '../../covenant/names';
import { rowKey } from '../../spreadsheet/keys';
import { awardIds, knownCode } from './awards';
import { conditionIds } from './conditions';
import { Report } from './fieldReader';
import { AWARDS, CONDITIONS, type CovenantColumn, type Table, UNITS, VALUE_COLUMN } from './layout';
import { type FoundRow, foundRows } from './table';
import { unitIds } from './units';
import { words } from './words';

/** What fills the blank cells of codes; nothing where every row has its code. */
export function codePatches(sheet: KeyedSheet<CovenantColumn>): CellPatch[] {
  // What cannot be read was reported when the sheet was read.
  const rowsOf = <F extends string>(table: Table<F>, titles: Readonly<Record<F, string>>): FoundRow<F>[] =>
    foundRows(sheet, table, titles, new Report());
  const units = rowsOf<keyof typeof UNITS.columns>(UNITS, words.columns);
  const awards = rowsOf<keyof typeof AWARDS.columns>(AWARDS, words.titleColumns);
  const conditions = rowsOf<keyof typeof CONDITIONS.columns>(CONDITIONS, words.conditionColumns);
  const awardCodes = awardIds(awards);
  const conditionCodes = conditionIds(conditions, awardCodes);
  return [
    ...patchesIn(sheet, UNITS.columns.id, units, unitIds(units)),
    ...patchesIn(sheet, AWARDS.columns.id, awards, awardCodes),
    ...patchesIn(
      sheet,
      CONDITIONS.columns.id,
      conditions,
      conditions.map((row) => conditionCodes.get(row) ?? ''),
    ),
  ];
}

function patchesIn<F extends string>(
  { layout }: KeyedSheet<CovenantColumn>,
  key: CovenantColumn,
  rows: readonly FoundRow<F | 'id'>[],
  codes: readonly string[],
): CellPatch[] {
  const column = layout.column(key);
  return rows.flatMap((one, index): CellPatch[] => {
    const code = codes[index] ?? '';
    return column === undefined || code === '' || one.text('id') !== ''
      ? []
      : [{ row: one.row, column, cells: [[code]] }];
  });
}

/** Whether a text is one of a unit's names, as people write them. */
export function isNameOf(text: string, { name, fullName }: Unit): boolean {
  return text !== '' && [name, fullName].some((one) => nameKey(one) === nameKey(text));
}

/** The row of a unit; undefined where there is none. */
export function rowOfUnit(
  sheet: KeyedSheet<CovenantColumn>,
  id: string,
): FoundRow<keyof typeof UNITS.columns> | undefined {
  const rows = foundRows<keyof typeof UNITS.columns>(sheet, UNITS, words.columns, new Report());
  return rows[unitIds(rows).indexOf(id)];
}

/** The row of an award; undefined where there is none. */
export function rowOfAward(
  sheet: KeyedSheet<CovenantColumn>,
  id: string,
): FoundRow<keyof typeof AWARDS.columns> | undefined {
  const rows = awardRows(sheet);
  return rows[awardIds(rows).indexOf(id)];
}

/** The row of a condition of an award; undefined where there is none. */
export function rowOfCondition(
  sheet: KeyedSheet<CovenantColumn>,
  award: string,
  id: string,
): FoundRow<keyof typeof CONDITIONS.columns> | undefined {
  const rows = foundRows<keyof typeof CONDITIONS.columns>(sheet, CONDITIONS, words.conditionColumns, new Report());
  const awards = awardIds(awardRows(sheet));
  const ids = conditionIds(rows, awards);
  return rows.find((row) => ids.get(row) === id && knownCode(row.text('title'), awards) === award);
}

function awardRows(sheet: KeyedSheet<CovenantColumn>): FoundRow<keyof typeof AWARDS.columns>[] {
  return foundRows<keyof typeof AWARDS.columns>(sheet, AWARDS, words.titleColumns, new Report());
}

/** A unit's row with its new names, and the unit that convenes where it is called by its name. */
export function renamePatches(sheet: KeyedSheet<CovenantColumn>, unit: Unit, renamed: Unit): CellPatch[] {
  const own = rowOfUnit(sheet, unit.id);
  const { layout } = sheet;
  const put = (row: number | undefined, key: CovenantColumn, text: string): CellPatch[] => {
    const column = layout.column(key);
    return row === undefined || column === undefined ? [] : [{ row, column, cells: [[text]] }];
  };
  const convener = keyedCell(sheet, CONVENER, VALUE_COLUMN);
  return [
    ...put(own?.row, UNITS.columns.name, renamed.name),
    ...put(own?.row, UNITS.columns.fullName, renamed.fullName),
    // A code that follows from the old name is written down with the new one.
    ...(own?.text('id') === '' ? put(own.row, UNITS.columns.id, unit.id) : []),
    ...(convener && isNameOf(textOf(convener), unit) ? put(layout.row(CONVENER), VALUE_COLUMN, renamed.name) : []),
  ];
}

const CONVENER = rowKey.field('convener');
