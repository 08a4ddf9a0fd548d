/** Keys that stand twice and whose names tell where they belong: of rows and columns of tables, of lines, and of units' sheets. */
import type { Covenant } from '../covenant/covenant';
import { finding, type Finding, withChoices } from '../covenant/findings';
import type { Choice, Fix } from '../covenant/fixes';
import { fingerprint } from '../covenant/fingerprint';
import { textOf } from '../covenant/cell';
import { definitionOf } from '../sheets';
import type { UnitColumn } from '../sheets/shared/columns';
import { isSameText, type PrintedWord } from '../sheets/shared/printed';
import { checkStrayedKeys, hasDoubledKeys, type Labelled, type Stray, straysAmong } from '../sheets/shared/strayedKeys';
import { NAMING_ROWS, unitWords } from '../sheets/unit/plan';
import { CORNER, rowKey, type RowKey, writeSheetKey } from '../spreadsheet/keys';
import { type KeyedSheet, keyedCell, placeOf } from '../spreadsheet/snapshot';

/** A finding for each of them on the given tables and units' sheets. */
export function checkDoubledKeys(covenant: Covenant, sheets: readonly KeyedSheet<string>[]): Finding[] {
  const doubled = sheets.filter(hasDoubledKeys);
  if (doubled.length === 0) return [];
  const ofUnits = unitWords(covenant);
  return doubled.flatMap((sheet) => {
    const words = definitionOf(sheet)?.printed?.(covenant, sheet) ?? ofUnits.get(sheet.key.unit) ?? [];
    return checkStrayedKeys(sheet, ofSameVersion(covenant, sheet, words));
  });
}

/** A sheet of other criteria has other lines, and a finding for all of them: what remains is who and when. Some are of none. */
export function ofSameVersion(
  covenant: Covenant,
  { key }: KeyedSheet<string>,
  words: readonly PrintedWord[],
): readonly PrintedWord[] {
  if (key.version === '' || key.version === fingerprint(covenant)) return words;
  return words.filter(({ row, tells }) => tells?.kind === 'unit' || row.startsWith(rowKey.field('')));
}

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
export function unitsNamed(heads: UnitHeads, row: RowKey, shown: string): string[] {
  return [...heads].flatMap(([id, words]) =>
    words.some((word) => word.row === row && isSameText(nameIn(word.text), nameIn(shown))) ? [id] : [],
  );
}

/** A unit's sheet by its key, and the unit that its head names. */
export interface HeadedSheet extends Labelled {
  sheet: KeyedSheet<UnitColumn>;
}

/** The sheets of units whose keys were to follow their heads and did so only in part; copies are among those given. */
export function strayedSheets(covenant: Covenant, all: readonly KeyedSheet<string>[]): Stray<HeadedSheet>[] {
  const sheets: readonly KeyedSheet<UnitColumn>[] = all.filter(({ key }) => key.type === 'unit');
  if (new Set(sheets.map(({ key }) => key.unit)).size === sheets.length) return [];
  const heads = headsOf(unitWords(covenant));
  const told = (sheet: KeyedSheet<UnitColumn>): string | null => {
    const [first = [], ...others] = NAMING_ROWS.map((row) => {
      const cell = keyedCell(sheet, row, 'number');
      return cell === null ? [] : unitsNamed(heads, row, textOf(cell));
    });
    const [only, ...more] = first;
    const isOne = more.length === 0 && others.every((ids) => ids.length === 1 && ids[0] === only);
    return only !== undefined && isOne ? only : null;
  };
  return straysAmong(sheets.map((sheet) => ({ key: sheet.key.unit, told: told(sheet), sheet })));
}

/** A finding for each first of them, at its head. */
export function checkStrayedSheets({ cluster }: Covenant, strays: readonly Stray<HeadedSheet>[]): Finding[] {
  const nameOf = (id: string | null): string => cluster.units.find((unit) => unit.id === id)?.name ?? '';
  return strays.flatMap((stray) => {
    const [first] = stray.entries;
    if (first === undefined) return [];
    const { name: other } = stray.own.sheet.snapshot;
    const data = { shown: nameOf(first.told), name: nameOf(first.key), kind: 'sheet', other } as const;
    const place = keyedCell(first.sheet, rowKey.field('unit'), 'number')?.place ?? null;
    return [withChoices(finding('key-doubled', place, data), sheetsFollowing(stray, data.shown))];
  });
}

/** The choice to give each of them to the unit that its head names; none where a key has no cell. */
export function sheetsFollowing({ entries }: Stray<HeadedSheet>, name: string): Choice[] {
  const fixes = entries.map(({ sheet, told }) => (told === null ? null : sheetKeyFix(sheet, told)));
  return fixes.every((fix) => fix !== null) ? [{ id: 'followName', name, fixes }] : [];
}

/** Makes a sheet that of another unit. */
export function sheetKeyFix({ snapshot, layout, key }: KeyedSheet<string>, unit: string): Fix | null {
  const [row, column] = [layout.row(CORNER), layout.column(CORNER)];
  if (row === undefined || column === undefined) return null;
  const { cell } = placeOf(snapshot, row, column);
  return cell === null ? null : { sheet: snapshot.name, cell, put: { text: writeSheetKey({ ...key, unit }) } };
}
