/** Cells that name units by names that they had before: who reviews a sheet, who leads next year, which units were tied. */
import { textOf } from '../covenant/cell';
import type { Covenant, Unit } from '../covenant/covenant';
import { nameKey, nameSpans, withName } from '../covenant/names';
import { isNameOf } from '../sheets/covenant/codes';
import { isElection, readDecisions } from '../sheets/decisions/read';
import { subjectOf } from '../sheets/decisions/rows';
import type { UnitColumn } from '../sheets/shared/columns';
import type { DecisionColumn } from '../sheets/shared/decisions';
import { REVIEWER_KEY, STAGE_COLUMN } from '../sheets/unit/layout';
import { type CellPatch, valuesWith } from '../spreadsheet/change';
import { type KeyedSheet, keyedCell } from '../spreadsheet/snapshot';

/** Units with other names than they had, and the names of all units of today. */
export interface Renames {
  renamed: readonly { was: Unit; is: Unit }[];
  units: readonly Unit[];
}

/** The units that both covenants have, by other names. */
export function renamesBetween(earlier: Covenant, { cluster: { units } }: Covenant): Renames {
  const renamed = units.flatMap((is) => {
    const was = earlier.cluster.units.find(({ id }) => id === is.id);
    return was === undefined || (was.name === is.name && was.fullName === is.fullName) ? [] : [{ was, is }];
  });
  return { renamed, units };
}

/**
 * A text with the new name of a unit in place of the former one, whatever stands beside it; not where the text has it as the name, or a
 * part of the name, of a unit of today.
 */
export function textAfter(text: string, { renamed, units }: Renames): string {
  const whole = renamed.find(
    ({ was, is }) => isNameOf(text, was) && !units.some((one) => one.id !== is.id && isNameOf(text, one)),
  );
  if (whole) return whole.is.name;
  const holds = (name: string, part: string): boolean => nameSpans(name, part).length > 0;
  return renamed.reduce((so, { was, is }) => {
    const isClear = !units
      .flatMap(({ name, fullName }) => [name, fullName])
      .some((name) => holds(name, was.name) && holds(so, name));
    return isClear ? withName(so, was.name, is.name) : so;
  }, text);
}

/** Whether a cell, by its keys, names who reviews. */
export function namesReviewer(row: string, column: string): boolean {
  return row === REVIEWER_KEY && column === STAGE_COLUMN;
}

export function reviewerPatches(sheet: KeyedSheet<UnitColumn>, renames: Renames): CellPatch[] {
  const [row, column] = [sheet.layout.row(REVIEWER_KEY), sheet.layout.column(STAGE_COLUMN)];
  const cell = keyedCell(sheet, REVIEWER_KEY, STAGE_COLUMN);
  return row === undefined || column === undefined || cell === null
    ? []
    : patchAt({ row, column }, textOf(cell), renames);
}

/** The sheets of units as they read once reviewers have their new names. */
export function withReviewers(sheets: ReadonlyMap<string, KeyedSheet<UnitColumn>>, renames: Renames) {
  return new Map(
    [...sheets].map(([id, sheet]): [string, KeyedSheet<UnitColumn>] => {
      const values = valuesWith(sheet.snapshot, reviewerPatches(sheet, renames));
      return [id, { ...sheet, snapshot: { ...sheet.snapshot, values } }];
    }),
  );
}

/** What decisions name: a unit that was elected, typed by one of its names, and the units that were tied. */
export function namedPatches(sheet: KeyedSheet<DecisionColumn>, renames: Renames): CellPatch[] {
  return [...readDecisions(sheet).values()].flatMap(({ key, unit, choiceText }): CellPatch[] => {
    const row = sheet.layout.row(key);
    const patches = (column: number | undefined, text: string, after: string): CellPatch[] =>
      row === undefined || column === undefined || after === text ? [] : [{ row, column, cells: [[after]] }];
    if (isElection(key)) return patches(sheet.layout.column('choice'), choiceText, textAfter(choiceText, renames));
    const isTie = subjectOf(key)?.kind === 'tie';
    return isTie ? patches(sheet.layout.column('unit'), unit, listAfter(unit, renames)) : [];
  });
}

const SEPARATOR = ', ';

/** A list of names of units with the new ones; as it is where it holds anything else, or a unit twice. */
function listAfter(text: string, { renamed, units }: Renames): string {
  const unitOf = (name: string): Unit | undefined =>
    units.find((one) => nameKey(one.name) === nameKey(name)) ??
    renamed.find(({ was }) => nameKey(was.name) === nameKey(name))?.is;
  return (
    unitsListed(text.split(SEPARATOR), unitOf)
      ?.map(({ name }) => name)
      .join(SEPARATOR) ?? text
  );
}

/** The units that parts of a text name, one after the other; a name may hold the separator. null where they do not. */
function unitsListed(parts: readonly string[], unitOf: (name: string) => Unit | undefined): Unit[] | null {
  if (parts.length === 0) return [];
  for (let count = parts.length; count > 0; count -= 1) {
    const first = unitOf(parts.slice(0, count).join(SEPARATOR));
    const rest = first ? unitsListed(parts.slice(count), unitOf) : null;
    if (first && rest && rest.every(({ id }) => id !== first.id)) return [first, ...rest];
  }
  return null;
}

function patchAt(at: { row: number; column: number }, text: string, renames: Renames): CellPatch[] {
  const after = textAfter(text, renames);
  return after === text ? [] : [{ ...at, cells: [[after]] }];
}
