/** The tabs of units' sheets: each has the name of its unit, as far as Excel takes it and nobody chose another. */
import type { Covenant, Unit } from '../covenant/covenant';
import { finding, type Finding, withChoices } from '../covenant/findings';
import { type UnitName, unitsNamedIn } from '../covenant/namedUnits';
import { cycleFrom } from '../sheets/shared/printed';
import { standingWords } from '../sheets/unit/plan';
import { isSimilarName, sheetNameFor } from '../spreadsheet/sheetNames';
import type { CovenantWorkbook } from './covenantWorkbook';
import { headsOf, knownNames, unitToldBy } from './headNames';
import { givenAround } from './sheetsGiven';

/** How many sheets there may be whose names are the same but for a number behind them. */
const NUMBERED = 9;

/** Whether a tab has a unit's name, or that name with the number which was added where it was taken. */
export function isTabOf(tab: string, name: string): boolean {
  return spelledTab(tab, name) !== null;
}

/** The same as the unit's name is spelled, in capitals and small letters; null where it is another name. */
export function spelledTab(tab: string, name: string): string | null {
  const taken: string[] = [];
  for (let number = 1; number <= NUMBERED; number += 1) {
    const possible = sheetNameFor(name, taken);
    if (isSimilarName(tab, possible)) return possible;
    taken.push(possible);
  }
  return null;
}

/**
 * Tabs that name another unit in any form, which is an error, and those that name none, or their own in another form. Where tabs name
 * each other's units, a person may give the sheets to them.
 */
export function checkTabs(covenant: Covenant, reading: CovenantWorkbook): Finding[] {
  const { unitSheets } = reading;
  const { units } = covenant.cluster;
  const differing = units.flatMap((unit) => {
    const tab = unitSheets.get(unit.id)?.snapshot.name;
    return tab === undefined || isTabOf(tab, unit.name) ? [] : [{ unit, tab }];
  });
  if (differing.length === 0) return [];
  const names = knownNames(covenant, reading);
  const told = new Map(differing.map(({ unit, tab }) => [unit.id, unitToldBy([unitsOfTab(tab, names)], unit.id)]));
  const heads = headsOf(standingWords(covenant, reading.unitSheets));
  return differing.map(({ unit, tab }): Finding => {
    const place = { sheet: tab, cell: null };
    if (isOfOther(unitsOfTab(tab, names), unit)) {
      const round = cycleFrom(unit.id, (id) => told.get(id));
      const next = units.find(({ id }) => id === round?.[1]);
      const fixes = round && givenAround(round, unitSheets, heads);
      const isExchanged = next !== undefined && fixes !== null;
      const found = finding('tab-of-other', place, { tab, unit: unit.name, isExchanged });
      return isExchanged ? withChoices(found, [{ id: 'followName', name: next.name, fixes }]) : found;
    }
    return finding('tab-differs', place, { tab, unit: unit.name });
  });
}

const isOfOther = (named: readonly string[], { id }: Unit): boolean => named.length > 0 && !named.includes(id);

/** The ids of the units whose name is that of a tab, as far as Excel takes it, or stands in it. */
function unitsOfTab(tab: string, names: readonly UnitName[]): string[] {
  const whole = names.filter(({ name, isFormer }) => !isFormer && isTabOf(tab, name)).map(({ unit }) => unit);
  return whole.length > 0 ? [...new Set(whole)] : unitsNamedIn(tab, names);
}
