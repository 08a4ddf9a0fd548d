/** Entries that name a unit, typed by a name that it had before: who reviews a sheet, who leads next year. */
import { textOf } from '../covenant/cell';
import type { Covenant, Unit } from '../covenant/covenant';
import { nameSpans, withName } from '../covenant/names';
import { isNameOf } from '../sheets/covenant/codes';
import { isElection, readDecisions } from '../sheets/decisions/read';
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

/** A unit that was elected to lead next year, typed by one of its names. */
export function electedPatches(sheet: KeyedSheet<DecisionColumn>, renames: Renames): CellPatch[] {
  const column = sheet.layout.column('choice');
  return [...readDecisions(sheet).values()].flatMap(({ key, choiceText }): CellPatch[] => {
    const row = sheet.layout.row(key);
    return row === undefined || column === undefined || !isElection(key)
      ? []
      : patchAt({ row, column }, choiceText, renames);
  });
}

function patchAt(at: { row: number; column: number }, text: string, renames: Renames): CellPatch[] {
  const after = textAfter(text, renames);
  return after === text ? [] : [{ ...at, cells: [[after]] }];
}
