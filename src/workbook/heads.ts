/** Whose a unit's sheet is by its head, against whose it is by its key. */
import type { Cluster, Covenant, Unit } from '../covenant/covenant';
import { finding, type Finding, identityDoubts, withChoices } from '../covenant/findings';
import type { Choice, Fix } from '../covenant/fixes';
import { type CellPlace, textOf } from '../covenant/cell';
import { rowOfUnit } from '../sheets/covenant/codes';
import type { CovenantColumn } from '../sheets/covenant/layout';
import { cycleFrom, isSameText, nameBack, type PrintedWord } from '../sheets/shared/printed';
import type { UnitColumn } from '../sheets/shared/columns';
import { standingWords } from '../sheets/unit/plan';
import type { RowKey } from '../spreadsheet/keys';
import { type KeyedSheet, keyedCell } from '../spreadsheet/snapshot';
import type { CovenantWorkbook } from './covenantWorkbook';
import { sheetsFollowing } from './doubledKeys';
import { headsOf, knownNames, nameIn, type UnitHeads, unitsHeaded, unitsNamed, unitToldBy } from './headNames';
import { givenAround } from './sheetsGiven';
import { isTabOf } from './tabs';
import { baseCovenant } from './update/base';

/** One of the two texts of a head that name the unit. */
interface Naming {
  unit: Unit;
  sheet: KeyedSheet<UnitColumn>;
  row: RowKey;
  shown: string;
  expected: string;
  /** The ids of the units whose heads would have this text. */
  headed: readonly string[];
  /** The same, and where there are none the ids of those that it names in another form. */
  names: readonly string[];
}

/**
 * A finding for each head that names another unit than the key does: an error about which a person decides. A name that no
 * unit has was one before *Giao ước* was edited, but where the sheets were made without the unit: then it left, and may be another
 * that has its code. Where full names may have changed places in *Giao ước* instead, one there too.
 */
export function checkHeads(covenant: Covenant, reading: CovenantWorkbook, printed: UnitHeads): Finding[] {
  const { cluster } = covenant;
  const { unitSheets, covenantSheet } = reading;
  const expected = headsOf(printed);
  const inHeads = cluster.units.flatMap((unit) => {
    const sheet = unitSheets.get(unit.id);
    return sheet === undefined
      ? []
      : (expected.get(unit.id) ?? []).flatMap((word) => naming(unit, sheet, word, expected) ?? []);
  });
  const differs = ({ shown, expected: text }: Naming): boolean => !isSameText(shown, text);
  if (!inHeads.some(differs)) return [];
  const names = knownNames(covenant, reading);
  const namings = inHeads.map((one) =>
    differs(one) ? { ...one, names: unitsNamed(expected, one.row, one.shown, names) } : one,
  );
  const joined = joinedUnits(covenant, reading);
  const disputed = new Set(
    namings.filter((one) => isAnother(one) || (differs(one) && isFormer(one, joined))).map(({ unit }) => unit.id),
  );
  const found = namings
    .filter(differs)
    .map((one) => (disputed.has(one.unit.id) ? doubt(one, { cluster, namings, reading, expected }) : difference(one)));
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
  // What was put there from *Giao ước* is the same in each line, and in no other form.
  const headed = (id: string): string | undefined => {
    const [first, ...lines] = namings.filter((one) => one.unit.id === id).map((one) => one.headed);
    return first?.length === 1 && lines.every((ids) => ids.length === 1 && ids[0] === first[0]) ? first[0] : undefined;
  };
  const rounds = new Map(units.map(({ id }) => [id, cycleFrom(id, headed)]));
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
    const data = { shown: unit.fullName, name: unit.name, canFollow: false };
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
  const headed = unitsHeaded(expected, row, shown);
  return { unit, sheet, row, shown, expected: text, headed, names: headed };
}

const isAnother = ({ unit, names }: Naming): boolean => names.length > 0 && !names.includes(unit.id);

/** The same of sheets alone whose units left and may be others by now: once the hidden copy has them nothing tells. */
export function checkReturnedHeads(covenant: Covenant, reading: CovenantWorkbook): Finding[] {
  const joined = [...joinedUnits(covenant, reading)].map(({ id }) => reading.unitSheets.get(id)?.snapshot.name);
  return identityDoubts(checkHeads(covenant, reading, standingWords(covenant, reading.unitSheets))).filter(
    ({ place }) => place !== null && joined.includes(place.sheet),
  );
}

/** Whether a head does not name the unit of today, where the sheets were made without it. */
const isFormer = ({ unit, names }: Naming, joined: ReadonlySet<Unit>): boolean =>
  joined.has(unit) && !names.includes(unit.id);

/** The units of which the covenant that the sheets were made from knows nothing; none where there is no copy of it. */
function joinedUnits({ cluster: { units } }: Covenant, reading: CovenantWorkbook): ReadonlySet<Unit> {
  const base = baseCovenant(reading);
  return new Set(base === null ? [] : units.filter(({ id }) => !base.cluster.units.some((one) => one.id === id)));
}

function difference(one: Naming): Finding {
  return finding('words-differ', placeIn(one), { shown: one.shown, wanted: one.expected }, putBack(one));
}

interface Heads {
  cluster: Cluster;
  namings: readonly Naming[];
  reading: CovenantWorkbook;
  expected: UnitHeads;
}

function doubt(one: Naming, heads: Heads): Finding {
  const { expected, reading } = heads;
  const stray = reading.strays.find(({ entries }) => entries.some(({ sheet }) => sheet === one.sheet));
  const choices: Choice[] = [
    ...nameBack(nameIn(one.expected), putBack(one)),
    ...following(one, heads),
    ...(stray === undefined ? [] : sheetsFollowing(stray, nameIn(one.shown), expected)),
  ];
  const canFollow = choices.some(({ id }) => id === 'followName');
  const data = { shown: nameIn(one.shown), name: one.unit.name, canFollow };
  return withChoices(finding('name-not-key', placeIn(one), data), choices);
}

function placeIn({ sheet, row }: Naming): Finding['place'] {
  return keyedCell(sheet, row, 'number')?.place ?? null;
}

function putBack(one: Naming): Fix | undefined {
  const place = placeIn(one);
  if (place === null || place.cell === null) return undefined;
  return { sheet: place.sheet, cell: place.cell, put: { text: one.expected } };
}

/** The choice to give each of the sheets among which names went round to the unit named by it; none where that is not clear. */
function following({ unit }: Naming, { namings, cluster, reading: { unitSheets }, expected }: Heads): Choice[] {
  const round = cycleFrom(unit.id, (id) => {
    const lines = namings.filter((one) => one.unit.id === id).map(({ names }) => names);
    return unitToldBy(lines, id);
  });
  const fixes = round && givenAround(round, unitSheets, expected);
  const next = cluster.units.find(({ id }) => id === round?.[1]);
  return fixes === null || next === undefined ? [] : [{ id: 'followName', name: next.name, fixes }];
}
