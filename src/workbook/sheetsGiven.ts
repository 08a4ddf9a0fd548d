/** Sheets of units given to other units: their keys, and the texts in their heads that name the unit. */
import type { Fix } from '../covenant/fixes';
import { textOf } from '../covenant/cell';
import type { UnitColumn } from '../sheets/shared/columns';
import { isSameText } from '../sheets/shared/printed';
import { CORNER, writeSheetKey } from '../spreadsheet/keys';
import { type KeyedSheet, keyedCell, placeOf } from '../spreadsheet/snapshot';
import type { UnitHeads } from './headNames';

/** Makes a sheet that of another unit: what its head shows, where that is not so yet, then its key. null where the key has no cell. */
export function givenTo(sheet: KeyedSheet<UnitColumn>, unit: string, heads: UnitHeads): Fix[] | null {
  const key = keyFix(sheet, unit);
  if (key === null) return null;
  const words = (heads.get(unit) ?? []).flatMap(({ row, column, text }): Fix[] => {
    const cell = keyedCell(sheet, row, column);
    if (cell === null || cell.place.cell === null || isSameText(textOf(cell), text)) return [];
    return [{ sheet: cell.place.sheet, cell: cell.place.cell, put: { text } }];
  });
  return [...words, key];
}

function keyFix({ snapshot, layout, key }: KeyedSheet<UnitColumn>, unit: string): Fix | null {
  const [row, column] = [layout.row(CORNER), layout.column(CORNER)];
  if (row === undefined || column === undefined) return null;
  const { cell } = placeOf(snapshot, row, column);
  return cell === null ? null : { sheet: snapshot.name, cell, put: { text: writeSheetKey({ ...key, unit }) } };
}

/** The sheet of each unit of a round made that of the next one; null where a unit has none. */
export function givenAround(
  round: readonly string[],
  unitSheets: ReadonlyMap<string, KeyedSheet<UnitColumn>>,
  heads: UnitHeads,
): Fix[] | null {
  const fixes = round.map((id, index) => {
    const sheet = unitSheets.get(id);
    return sheet === undefined ? null : givenTo(sheet, round[(index + 1) % round.length] ?? id, heads);
  });
  return fixes.every((one) => one !== null) ? fixes.flat() : null;
}
