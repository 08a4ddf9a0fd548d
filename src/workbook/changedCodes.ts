/**
 * Codes in *Giao ước* that were changed under the same name: what was entered is found by codes, so it would be parted from the unit, the
 * award or the condition that it belongs to.
 */
import type { Covenant, Unit } from '../covenant/covenant';
import type { FindingData } from '../covenant/findingData';
import { finding, type Finding } from '../covenant/findings';
import type { CellPlace } from '../covenant/cell';
import { nameKey } from '../covenant/names';
import { rowOfAward, rowOfCondition, rowOfUnit } from '../sheets/covenant/codes';
import type { CovenantColumn } from '../sheets/covenant/layout';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { isTabOf } from './tabs';

interface Coded {
  id: string;
  name: string;
}

/** Units without a sheet whose name is on the tab of a sheet that belongs to no unit, each with the code of that sheet. */
export function unitsUnderNewCodes(
  { units }: Covenant['cluster'],
  unitSheets: ReadonlyMap<string, KeyedSheet<string>>,
): ReadonlyMap<Unit, string> {
  const known = new Set(units.map(({ id }) => id));
  const left = [...unitSheets].filter(([id]) => !known.has(id));
  return new Map(
    units.flatMap((unit): [Unit, string][] => {
      const own = unitSheets.has(unit.id) ? [] : left.filter(([, { snapshot }]) => isTabOf(snapshot.name, unit.name));
      return own.slice(0, 1).map(([id]) => [unit, id]);
    }),
  );
}

/** A doubt for each of them, at its code; the fix gives back the former one. */
export function unitCodeDoubts(
  units: ReadonlyMap<Unit, string>,
  covenantSheet: KeyedSheet<CovenantColumn> | null,
): Finding[] {
  return [...units].map(([unit, former]) => {
    const place = (covenantSheet && rowOfUnit(covenantSheet, unit.id)?.cell('id').place) ?? null;
    const { sheet = '', cell = null } = place ?? {};
    const fix = cell === null ? undefined : { sheet, cell, put: { text: former } };
    return finding('code-changed', place, dataOf('unit', { now: unit, former }), fix);
  });
}

/** The same against the covenant that the sheets were made from, for awards and their conditions too. No check finds them again: no fix. */
export function changedCodes(
  { cluster: before }: Covenant,
  { cluster: after }: Covenant,
  sheet: KeyedSheet<CovenantColumn> | null,
): Finding[] {
  const units = recoded(before.units, after.units).map((one) =>
    doubt('unit', one, (sheet && rowOfUnit(sheet, one.now.id)?.cell('id').place) ?? null),
  );
  const awards = recoded(before.awards, after.awards).map((one) =>
    doubt('award', one, (sheet && rowOfAward(sheet, one.now.id)?.cell('id').place) ?? null),
  );
  const conditions = after.awards.flatMap((award) => {
    const earlier = before.awards.find(({ id }) => id === award.id)?.conditions ?? [];
    return recoded(earlier.map(byText), award.conditions.map(byText)).map((one) =>
      doubt('condition', one, (sheet && rowOfCondition(sheet, award.id, one.now.id)?.cell('id').place) ?? null),
    );
  });
  return [...units, ...awards, ...conditions];
}

const byText = ({ id, text }: { id: string; text: string }): Coded => ({ id, name: text });

interface Recoded {
  now: Coded;
  former: string;
}

/** What has a code that was not there, and the name of something whose code is gone. */
function recoded(before: readonly Coded[], after: readonly Coded[]): Recoded[] {
  const isIn = (all: readonly Coded[], { id }: Coded): boolean => all.some((one) => one.id === id);
  const gone = before.filter((one) => !isIn(after, one));
  return after.flatMap((now): Recoded[] => {
    if (isIn(before, now)) return [];
    const own = gone.find(({ name }) => nameKey(name) === nameKey(now.name));
    return own === undefined ? [] : [{ now, former: own.id }];
  });
}

type Kind = FindingData['code-changed']['coded'];

function doubt(coded: Kind, one: Recoded, place: CellPlace | null): Finding {
  return finding('code-changed', place, dataOf(coded, one));
}

function dataOf(coded: Kind, { now, former }: Recoded): FindingData['code-changed'] {
  return { coded, name: now.name, former, code: now.id };
}
