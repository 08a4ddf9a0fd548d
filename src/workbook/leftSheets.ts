/**
 * Sheets that a run of a command has added and could not finish, where Excel refused to take them back as well and the pane has
 * forgotten it since: by the marks of the run that they carry.
 */
import { finding, type Finding } from '../covenant/findings';
import type { Unit } from '../covenant/covenant';
import { definitionOf } from '../sheets';
import type { CellPatch, Change } from '../spreadsheet/change';
import { holdsCell } from '../spreadsheet/areas';
import { readSheetKey, type RunMark } from '../spreadsheet/keys';
import { parseAddress, type SheetPlan } from '../spreadsheet/plan';
import { keyedSheet } from '../spreadsheet/reading';
import { isSimilarName, sheetNameFor } from '../spreadsheet/sheetNames';
import { runMarkOf, type SheetSnapshot, type WorkbookSnapshot } from '../spreadsheet/snapshot';
import { putBy, typedCells } from '../spreadsheet/typed';
import { tableNames } from './unitNames';

/**
 * Those that carry a mark and no key: not filled yet, or stripped of their key. And all sheets of a run whose mark says that it
 * was not finished, as long as none of them is protected, which comes last.
 */
export function leftSheets({ sheets }: WorkbookSnapshot): SheetSnapshot[] {
  const marked = sheets.flatMap((sheet) => {
    const mark = runMarkOf(sheet.values);
    return mark ? [{ sheet, mark }] : [];
  });
  const runs = new Set(marked.map(({ mark }) => mark.run));
  const unfinished = new Set([...runs].filter((run) => isUnfinished(marked.filter(({ mark }) => mark.run === run))));
  return marked.flatMap(({ sheet, mark }) => (unfinished.has(mark.run) || keyedSheet(sheet) === null ? [sheet] : []));
}

/** By all its sheets that are there. */
function isUnfinished(all: readonly { sheet: SheetSnapshot; mark: RunMark }[]): boolean {
  if (all.some(({ sheet }) => sheet.protected)) return false;
  return all.some(({ mark }) => mark.sign === '+') || all.every(({ mark }) => mark.sign === '*');
}

/** A finding for each. */
export function checkLeftSheets(workbook: WorkbookSnapshot): Finding[] {
  return leftSheets(workbook).map(({ name }) => finding('sheet-left', { sheet: name, cell: null }, { sheet: name }));
}

/**
 * A warning for each empty sheet that is called as a sheet of the add-in is: the run that added it may have been cut off before it
 * wrote its mark. Nothing tells it from one that a person has added, so it is named and left alone.
 */
export function checkBlankSheets({ blank = [] }: WorkbookSnapshot, units: readonly Unit[]): Finding[] {
  if (blank.length === 0) return [];
  const given = [...tableNames(), ...units.map(({ name }) => name)].map((name) => sheetNameFor(name, []));
  return blank
    .filter((name) => given.some((one) => isSimilarName(one, name)))
    .map((sheet) => finding('sheet-blank', { sheet, cell: null }, { sheet }));
}

/** The workbook as it would be if they were not there. */
export function withoutSheets(workbook: WorkbookSnapshot, left: readonly SheetSnapshot[]): WorkbookSnapshot {
  const ids = new Set(left.map(({ id }) => id));
  return {
    ...workbook,
    all: workbook.all.filter(({ id }) => !ids.has(id)),
    sheets: workbook.sheets.filter(({ id }) => !ids.has(id)),
  };
}

/**
 * Removes those of the left sheets that a command would add again and on which nobody has typed; `changes` are what it decides
 * where they are not there. None where it adds no sheet.
 */
export function removals(left: readonly SheetSnapshot[], changes: readonly Change[]): Change[] {
  const plans = changes.flatMap((change) => (change.type === 'addSheet' ? [change.plan] : []));
  if (plans.length === 0) return [];
  return left
    .filter((sheet) => !isUsed(sheet, plans, changes))
    .map(({ id }): Change => ({ type: 'removeSheet', sheetId: id }));
}

/** What is planned by none of the plans of its type is in use; of a sheet without a key, whatever stands there beside the mark. */
function isUsed(sheet: SheetSnapshot, plans: readonly SheetPlan[], changes: readonly Change[]): boolean {
  const keyed = keyedSheet(sheet);
  if (keyed === null) return isTypedOn(sheet, { cells: [] }, []);
  // Nobody types on a record, and one that was continued since it was begun is protected: it is no left sheet any more.
  if (definitionOf(keyed)?.scope === 'record') return false;
  const own = plans.filter(({ cells }) => readSheetKey(cells[0]?.[0])?.type === keyed.key.type);
  return own.every((plan) => isTypedOn(sheet, plan, headsOf(plan, changes)));
}

/** While copies are made, their master has the head of each in turn. */
function headsOf({ name }: SheetPlan, changes: readonly Change[]): CellPatch[] {
  return changes.flatMap((change) => (change.type === 'copySheet' && change.of === name ? change.patches : []));
}

/** Whether a sheet holds anything but its plan with its patches, and the results of ranking. */
function isTypedOn(sheet: SheetSnapshot, plan: Pick<SheetPlan, 'cells'>, patches: readonly CellPatch[]): boolean {
  return typedOn(sheet, plan, patches).length > 0;
}

/** The cells that do. */
export function typedOn(sheet: SheetSnapshot, plan: Pick<SheetPlan, 'cells'>, patches: readonly CellPatch[]): string[] {
  const keyed = keyedSheet(sheet);
  const results = (keyed && definitionOf(keyed)?.results?.(keyed)) ?? [];
  return typedCells(sheet.values, putBy(plan, patches)).filter((cell) => {
    const at = parseAddress(cell);
    return !results.some((area) => holdsCell(area, at));
  });
}
