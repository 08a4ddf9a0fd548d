/** Keys that stand twice and whose names tell where they belong: of rows and columns of tables, of lines, and of units' sheets. */
import type { Covenant } from '../covenant/covenant';
import { finding, type Finding, withChoices } from '../covenant/findings';
import type { Choice } from '../covenant/fixes';
import { fingerprint } from '../covenant/fingerprint';
import { textOf } from '../covenant/cell';
import { namesOf } from '../covenant/namedUnits';
import { definitionOf } from '../sheets';
import type { UnitColumn } from '../sheets/shared/columns';
import type { PrintedWord } from '../sheets/shared/printed';
import { checkStrayedKeys, hasDoubledKeys, type Labelled, type Stray, straysAmong } from '../sheets/shared/strayedKeys';
import { NAMING_ROWS, standingWords, unitWords } from '../sheets/unit/plan';
import { rowKey } from '../spreadsheet/keys';
import { type KeyedSheet, keyedCell } from '../spreadsheet/snapshot';
import { headsOf, type UnitHeads, unitsNamed, unitToldBy } from './headNames';
import { givenTo } from './sheetsGiven';

/** A finding for each of them on the given tables and units' sheets. */
export function checkDoubledKeys(covenant: Covenant, sheets: readonly KeyedSheet<string>[]): Finding[] {
  const doubled = sheets.filter(hasDoubledKeys);
  if (doubled.length === 0) return [];
  const ofUnits = standingWords(covenant, new Map(doubled.map((sheet) => [sheet.key.unit, sheet])));
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

/** A unit's sheet by its key, and the unit that its head names. */
export interface HeadedSheet extends Labelled {
  sheet: KeyedSheet<UnitColumn>;
}

/** The sheets of units whose keys were to follow their heads and did so only in part; copies are among those given. */
export function strayedSheets(covenant: Covenant, all: readonly KeyedSheet<string>[]): Stray<HeadedSheet>[] {
  const sheets: readonly KeyedSheet<UnitColumn>[] = all.filter(({ key }) => key.type === 'unit');
  if (new Set(sheets.map(({ key }) => key.unit)).size === sheets.length) return [];
  const heads = headsOf(unitWords(covenant));
  const names = namesOf(covenant.cluster.units);
  const told = (sheet: KeyedSheet<UnitColumn>): string | null => {
    const lines = NAMING_ROWS.map((row) => {
      const cell = keyedCell(sheet, row, 'number');
      return cell === null ? [] : unitsNamed(heads, row, textOf(cell), names);
    });
    return unitToldBy(lines, sheet.key.unit) ?? null;
  };
  return straysAmong(sheets.map((sheet) => ({ key: sheet.key.unit, told: told(sheet), sheet })));
}

/** A finding for each first of them, at its head. */
export function checkStrayedSheets(covenant: Covenant, strays: readonly Stray<HeadedSheet>[]): Finding[] {
  const { units } = covenant.cluster;
  const nameOf = (id: string | null): string => units.find((unit) => unit.id === id)?.name ?? '';
  return strays.flatMap((stray) => {
    const [first] = stray.entries;
    if (first === undefined) return [];
    const { name: other } = stray.own.sheet.snapshot;
    const data = { shown: nameOf(first.told), name: nameOf(first.key), kind: 'sheet', other } as const;
    const place = keyedCell(first.sheet, rowKey.field('unit'), 'number')?.place ?? null;
    const choices = sheetsFollowing(stray, data.shown, headsOf(unitWords(covenant)));
    return [withChoices(finding('key-doubled', place, data), choices)];
  });
}

/** The choice to give each of them to the unit that its head names; none where a key has no cell. */
export function sheetsFollowing({ entries }: Stray<HeadedSheet>, name: string, heads: UnitHeads): Choice[] {
  const fixes = entries.map(({ sheet, told }) => (told === null ? null : givenTo(sheet, told, heads)));
  return fixes.every((one) => one !== null) ? [{ id: 'followName', name, fixes: fixes.flat() }] : [];
}
