/** The tabs of units' sheets: each has the name of its unit, as far as Excel takes it and nobody chose another. */
import type { Covenant } from '../covenant/covenant';
import { finding, type Finding } from '../covenant/findings';
import { isSimilarName, sheetNameFor } from '../spreadsheet/sheetNames';
import type { CovenantWorkbook } from './covenantWorkbook';

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

/** Tabs that have the name of another unit, which is an error, and those that have the name of none. */
export function checkTabs({ cluster }: Covenant, { unitSheets }: CovenantWorkbook): Finding[] {
  return cluster.units.flatMap(({ id, name }): Finding[] => {
    const tab = unitSheets.get(id)?.snapshot.name;
    if (tab === undefined || isTabOf(tab, name)) return [];
    const isOther = cluster.units.some((other) => other.id !== id && isSimilarName(tab, sheetNameFor(other.name, [])));
    const place = { sheet: tab, cell: null };
    return [finding(isOther ? 'tab-of-other' : 'tab-differs', place, { tab, unit: name })];
  });
}
