/** Workbooks as plain data, made by the changes that commands decide on: no formula has a result. */
import { runSync } from '../../src/spreadsheet/task';
import type { Covenant } from '../../src/covenant/covenant';
import { covenantPlan } from '../../src/sheets/covenant/plan';
import { criteriaPlan } from '../../src/sheets/criteria/plan';
import { snapshotAfter } from '../../src/spreadsheet/after';
import { type KeyedSheet, keyedSheets, type WorkbookSnapshot } from '../../src/spreadsheet/snapshot';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import { planInsertion } from '../../src/workbook/insertion';

const COVENANT_SHEETS = ['Giao ước', 'Tiêu chí'];

/** *Giao ước* and *Tiêu chí* of a covenant in place of those that are there. */
export function withCovenant(workbook: WorkbookSnapshot, covenant: Covenant): WorkbookSnapshot {
  const others = workbook.sheets.filter(({ name }) => !COVENANT_SHEETS.includes(name));
  const names = others.map(({ id, name }) => ({ id, name }));
  return snapshotAfter({ ...workbook, sheets: others, all: names }, [
    { type: 'addSheet', plan: covenantPlan(covenant, 'Giao ước') },
    { type: 'addSheet', plan: criteriaPlan(covenant.criteria, 'Tiêu chí') },
  ]);
}

/** The workbook of a covenant with all its sheets. */
export function insertedBook(covenant: Covenant): WorkbookSnapshot {
  return withSheets(withCovenant({ sheets: [], all: [] }, covenant));
}

/** The same with every sheet that is missing. */
export function withSheets(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const reading = readWorkbook(workbook);
  if (reading.covenant === null) throw new Error(JSON.stringify(reading.findings));
  return snapshotAfter(workbook, runSync(planInsertion(reading.covenant, reading)).changes);
}

/** A cell by the name of its sheet and its keys. */
export interface KeyedPlace {
  sheet: string;
  row: string;
  column: string;
}

/** Content typed into a cell. */
export function typedInto(workbook: WorkbookSnapshot, place: KeyedPlace, value: string | number): WorkbookSnapshot {
  const sheet = sheetIn(workbook, place.sheet);
  const { row, column } = positionOf(sheet, place);
  return snapshotAfter(workbook, [
    {
      type: 'editSheet',
      sheetId: sheet.snapshot.id,
      protection: null,
      patches: [{ row, column, cells: [[value]] }],
    },
  ]);
}

/** What stands in a cell; undefined where there is no such cell. */
export function contentOf(workbook: WorkbookSnapshot, place: KeyedPlace): unknown {
  const sheet = sheetIn(workbook, place.sheet);
  const { row, column } = positionIn(sheet, place);
  return row < 0 || column < 0 ? undefined : (sheet.snapshot.formulas ?? [])[row]?.[column];
}

export function sheetIn(workbook: WorkbookSnapshot, name: string): KeyedSheet<string> {
  const found = keyedSheets(workbook).find(({ snapshot }) => snapshot.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

function positionIn(
  { snapshot: { values } }: KeyedSheet<string>,
  { row, column }: KeyedPlace,
): { row: number; column: number } {
  return { row: values.findIndex((line) => line[0] === row), column: (values[0] ?? []).indexOf(column) };
}

function positionOf(sheet: KeyedSheet<string>, place: KeyedPlace): { row: number; column: number } {
  const at = positionIn(sheet, place);
  if (at.row < 0 || at.column < 0) throw new Error(`no cell ${JSON.stringify(place)}`);
  return at;
}
