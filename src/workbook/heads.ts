/** Whose a unit's sheet is by its head, against whose it is by its key. */
import type { Cluster, Covenant, Unit } from '../covenant/covenant';
import { finding, type Finding, withChoices } from '../covenant/findings';
import type { Choice, Fix } from '../covenant/fixes';
import { type CellPlace, textOf } from '../covenant/cell';
import { rowOfUnit } from '../sheets/covenant/codes';
import type { CovenantColumn } from '../sheets/covenant/layout';
import { cycleFrom, isSameText, nameBack, type PrintedWord } from '../sheets/shared/printed';
import type { UnitColumn } from '../sheets/shared/columns';
import type { RowKey } from '../spreadsheet/keys';
import { type KeyedSheet, keyedCell } from '../spreadsheet/snapshot';
import type { CovenantWorkbook } from './covenantWorkbook';
import { headsOf, nameIn, sheetKeyFix, sheetsFollowing, type UnitHeads, unitsNamed } from './doubledKeys';
import { isTabOf } from './tabs';

/** One of the two texts of a head that name the unit. */
interface Naming {
  unit: Unit;
  sheet: KeyedSheet<UnitColumn>;
  row: RowKey;
  shown: string;
  expected: string;
  /** The ids of the units whose heads would have this name. */
  names: readonly string[];
}

/**
 * A finding for each head that names another unit than the key does: an error about which a person decides. A name that no
 * unit has was one before *Giao ước* was edited. Where full names may have changed places in *Giao ước* instead, one there too.
 */
export function checkHeads(
  { cluster }: Covenant,
  { unitSheets, covenantSheet, strays }: CovenantWorkbook,
  printed: UnitHeads,
): Finding[] {
  const expected = headsOf(printed);
  const namings = cluster.units.flatMap((unit) => {
    const sheet = unitSheets.get(unit.id);
    return sheet === undefined
      ? []
      : (expected.get(unit.id) ?? []).flatMap((word) => naming(unit, sheet, word, expected) ?? []);
  });
  const disputed = new Set(namings.filter(isAnother).map(({ unit }) => unit.id));
  const found = namings
    .filter(({ shown, expected: text }) => !isSameText(shown, text))
    .map((one) => (disputed.has(one.unit.id) ? doubt(one, namings, strays) : difference(one)));
  return covenantSheet ? [...exchangedNames(cluster, covenantSheet, namings), ...found] : found;
}

/**
 * Heads name each other's units while every tab has the name of its own: then full names may have been exchanged between rows of
 * *Giao ước*, with the cells of which this begins. Put back they are all at once.
 */
function exchangedNames(
  { units }: Cluster,
  covenantSheet: KeyedSheet<CovenantColumn>,
  namings: readonly Naming[],
): Finding[] {
  const rounds = new Map(units.map(({ id }) => [id, roundOf(id, namings)]));
  const isTold = (id: string): boolean => {
    const [unit, sheet] = [units.find((one) => one.id === id), namings.find((one) => one.unit.id === id)?.sheet];
    return unit !== undefined && unit.fullName !== '' && sheet !== undefined && isTabOf(sheet.snapshot.name, unit.name);
  };
  return units.flatMap((unit): Finding[] => {
    const round = rounds.get(unit.id) ?? [];
    if (round.length < 2 || !round.every(isTold)) return [];
    const placeOfName = (id: string): CellPlace | null => rowOfUnit(covenantSheet, id)?.cell('fullName').place ?? null;
    // The name of a unit is that of the next in the round.
    const nameOf = (index: number): string =>
      units.find(({ id }) => id === round[(index + 1) % round.length])?.fullName ?? '';
    const fixes = round.flatMap((id, index): Fix[] => {
      const { sheet, cell = null } = placeOfName(id) ?? {};
      return sheet === undefined || cell === null ? [] : [{ sheet, cell, put: { text: nameOf(index) } }];
    });
    const data = { shown: unit.fullName, name: unit.name };
    const choices = [{ id: 'putNameBack', name: nameOf(0), fixes } as const];
    return [withChoices(finding('name-not-key', placeOfName(unit.id), data), choices)];
  });
}

function naming(
  unit: Unit,
  sheet: KeyedSheet<UnitColumn>,
  { row, column, text }: PrintedWord<UnitColumn>,
  expected: UnitHeads,
): Naming | null {
  const cell = keyedCell(sheet, row, column);
  if (cell === null) return null;
  const shown = textOf(cell);
  return { unit, sheet, row, shown, expected: text, names: unitsNamed(expected, row, shown) };
}

const isAnother = ({ unit, names }: Naming): boolean => names.length > 0 && !names.includes(unit.id);

function difference(one: Naming): Finding {
  return finding('words-differ', placeIn(one), { shown: one.shown, wanted: one.expected }, putBack(one));
}

function doubt(one: Naming, namings: readonly Naming[], strays: CovenantWorkbook['strays']): Finding {
  const follow = followFixes(one, namings);
  const [other] = one.names;
  const stray = strays.find(({ entries }) => entries.some(({ sheet }) => sheet === one.sheet));
  const choices: Choice[] = [
    ...nameBack(nameIn(one.expected), putBack(one)),
    ...(follow === null || other === undefined
      ? []
      : [{ id: 'followName', name: nameIn(one.shown), fixes: follow } as const]),
    ...(stray === undefined ? [] : sheetsFollowing(stray, nameIn(one.shown))),
  ];
  return withChoices(finding('name-not-key', placeIn(one), { shown: nameIn(one.shown), name: one.unit.name }), choices);
}

function placeIn({ sheet, row }: Naming): Finding['place'] {
  return keyedCell(sheet, row, 'number')?.place ?? null;
}

function putBack(one: Naming): Fix | undefined {
  const place = placeIn(one);
  if (place === null || place.cell === null) return undefined;
  return { sheet: place.sheet, cell: place.cell, put: { text: one.expected } };
}

/** The keys of the sheets among which the names went round; null where a head names two units, or one is named by two heads. */
function followFixes({ unit }: Naming, namings: readonly Naming[]): Fix[] | null {
  const round = roundOf(unit.id, namings);
  const fixes = (round ?? []).map((id, index): Fix | null => {
    const sheet = namings.find((one) => one.unit.id === id)?.sheet;
    return !sheet || round === null ? null : sheetKeyFix(sheet, round[(index + 1) % round.length] ?? id);
  });
  return round !== null && fixes.every((fix) => fix !== null) ? fixes : null;
}

/** The ids of units, from one on, each named by the head of the one before; null where that does not lead back to it. */
function roundOf(first: string, namings: readonly Naming[]): string[] | null {
  const named = (id: string): string | undefined => {
    const own = namings.filter((one) => one.unit.id === id);
    const [name, ...more] = own[0]?.names ?? [];
    return more.length === 0 && own.every(({ names }) => names.length === 1 && names[0] === name) ? name : undefined;
  };
  return cycleFrom(first, named);
}
