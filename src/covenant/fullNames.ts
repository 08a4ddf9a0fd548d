/** Full names of units against the names of the others: a letterhead that names another unit is wrong whatever its figures are. */
import type { Unit } from './covenant';
import { finding, type Finding } from './findings';
import { nameList, readNames } from './namedUnits';
import { nameKey, wordsIn } from './names';

/** Words by which the same office is written, and those of the level that it is of, in names of Vietnam's procuracies. */
const OFFICE = new Set('viện kiểm sát nhân dân vks vksnd ksnd'.split(' ').map(nameKey));
const LEVEL = new Set('tỉnh thành phố tp quận huyện thị xã khu vực'.split(' ').map(nameKey));

/**
 * An error for each unit whose full name is that of an earlier one, however the office is written in it, or says no more than the name
 * of another unit.
 */
export function checkFullNames(
  units: readonly Unit[],
  placeOf: (unit: number) => Finding['place'] = () => null,
): Finding[] {
  const names = nameList(units.map(({ id, name }) => ({ unit: id, name, isFormer: false })));
  const earlier = new Map<string, string>();
  return units.flatMap((unit, index): Finding[] => {
    if (unit.fullName === '') return [];
    const key = distinctive(unit.fullName);
    const doubled = earlier.get(key);
    if (doubled === undefined) earlier.set(key, unit.name);
    const { units: named, rest } = readNames(unit.fullName, names);
    const isOfOther =
      !named.includes(unit.id) && rest.map(nameKey).every((word) => OFFICE.has(word) || LEVEL.has(word));
    const other = doubled ?? units.find(({ id }) => isOfOther && id === named[0])?.name;
    return other === undefined ? [] : [finding('unit-doubled', placeOf(index), { unit: unit.name, other })];
  });
}

/** What tells a full name from others; all of it where that is nothing. */
function distinctive(fullName: string): string {
  const words = wordsIn(fullName).map(({ word }) => nameKey(word));
  return words.filter((word) => !OFFICE.has(word)).join(' ') || words.join(' ');
}
