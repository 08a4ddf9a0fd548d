/** What stands on documents that are written once, the minutes and the help, against what they would say now. */
import { textOf } from '../covenant/cell';
import type { Covenant } from '../covenant/covenant';
import { finding, type Finding } from '../covenant/findings';
import { definitionsOf } from '../sheets';
import type { Evaluation } from '../sheets/shared/evaluation';
import { isSameText } from '../sheets/shared/printed';
import { isStale, STALE_KEY } from '../sheets/shared/stale';
import { type CellGuard, openCells, plannedGuards } from '../spreadsheet/guards';
import { CORNER, readSheetKey } from '../spreadsheet/keys';
import type { SheetPlan } from '../spreadsheet/plan';
import { type KeyedSheet, keyedCell, rawCell, shownText } from '../spreadsheet/snapshot';
import type { CovenantWorkbook } from './covenantWorkbook';
import type { PlannedSheet } from './plannedSheets';

export interface DocumentFacts {
  covenant: Covenant;
  reading: CovenantWorkbook;
  evaluation: Evaluation;
}

/**
 * A finding for each document that no longer agrees with the workbook, at its live line where it has one; the seal has findings of
 * its own.
 */
export function checkOutdated(facts: DocumentFacts): Finding[] {
  const { documents } = facts.reading;
  return definitionsOf('document').flatMap((definition) => {
    const sheets = documents[definition.type];
    const staleColumn = 'staleColumn' in definition ? definition.staleColumn : null;
    if (staleColumn === null && !('saysOutdated' in definition)) return [];
    const sheet = sheets.find((one) => staleColumn !== null && isStale(one, staleColumn)) ?? sheets[0];
    if (!sheet || !definition.isOutdated(sheets, facts)) return [];
    const { name } = sheet.snapshot;
    const line = staleColumn === null ? null : keyedCell(sheet, STALE_KEY, staleColumn);
    const place = line?.place ?? { sheet: name, cell: null };
    return [finding('document-outdated', place, { sheet: name })];
  });
}

/**
 * A finding for each locked cell whose text or number was changed by hand, and one for a sheet that lacks rows. Documents that
 * are out of date have none: they differ because the workbook does, and the pane says so.
 */
export function checkDocumentContents(facts: DocumentFacts): Finding[] {
  const { documents } = facts.reading;
  return definitionsOf('document').flatMap((definition) => {
    const sheets = documents[definition.type];
    if (!('written' in definition) || sheets.length === 0 || definition.isOutdated(sheets, facts)) return [];
    return sheets.flatMap((sheet) => {
      const plan = planOf(sheet, facts);
      return plan ? checkContents(sheet, plan) : [];
    });
  });
}

/**
 * The documents whose guards were read and are compared, each with how it would be drawn now. None of those that are out of date:
 * they differ because the workbook does. What is drawn from its own rows, the seal, looks the same whether it still holds or not.
 */
export function redrawnDocuments(facts: DocumentFacts): PlannedSheet[] {
  const { documents } = facts.reading;
  return definitionsOf('document').flatMap((definition) => {
    const sheets = documents[definition.type].filter(({ snapshot }) => snapshot.guards !== undefined);
    if (!('guarded' in definition) || sheets.length === 0) return [];
    const isRedrawn = 'redraw' in definition;
    if (!isRedrawn && definition.isOutdated(sheets, facts)) return [];
    return sheets.flatMap((sheet): PlannedSheet[] => {
      const plan = planOf(sheet, facts);
      const isSame = plan && (isRedrawn ? hasKeysOf(plan, sheet) : hasRowsOf(plan, sheet));
      return isSame ? [{ sheet, plan, cells: plannedGuards(plan, sheet) }] : [];
    });
  });
}

/** Whether the rows are those that would be drawn: with a longer name a page may end, and a heading be repeated, elsewhere. */
function hasRowsOf(plan: SheetPlan, { snapshot, layout }: KeyedSheet<string>): boolean {
  const [row, column] = [layout.row(CORNER) ?? 0, layout.column(CORNER) ?? 0];
  const open = openCells(plan);
  return plan.cells.slice(1).every((line, index) => {
    const found = snapshot.values[row + 1 + index] ?? [];
    return line.every((cell, at) => {
      const isOwn = typeof cell === 'string' && open[index + 1]?.[at] !== true;
      return !isOwn || isSameText(cell, shownText(found[column + at]));
    });
  });
}

/** Whether each row has the key that it would be drawn with, or none: what was typed over a sealed text moves no row. */
function hasKeysOf(plan: SheetPlan, { snapshot, layout }: KeyedSheet<string>): boolean {
  const [row, column] = [layout.row(CORNER) ?? 0, layout.column(CORNER) ?? 0];
  return plan.cells
    .slice(1)
    .every(([key], index) => shownText(key ?? '') === shownText(snapshot.values[row + 1 + index]?.[column]));
}

/** How a sheet would be drawn now; undefined where it cannot be. */
export function planOf(sheet: KeyedSheet<string>, facts: DocumentFacts): SheetPlan | undefined {
  const plans = drawnAgain(sheet, facts);
  return plans.find(({ cells }) => readSheetKey(cells[0]?.[0])?.unit === sheet.key.unit) ?? plans[0];
}

/** What was drawn for an evaluation: contents, formats and guards are compared with the same. */
const drawn = new WeakMap<Evaluation, Map<string, readonly SheetPlan[]>>();

/** How the sheets of the document of a sheet would look now; none where it cannot be drawn. */
function drawnAgain(sheet: KeyedSheet<string>, facts: DocumentFacts): readonly SheetPlan[] {
  const known = drawn.get(facts.evaluation) ?? new Map<string, readonly SheetPlan[]>();
  drawn.set(facts.evaluation, known);
  const plans = known.get(sheet.key.type) ?? draw(sheet, facts);
  known.set(sheet.key.type, plans);
  return plans;
}

function draw(sheet: KeyedSheet<string>, facts: DocumentFacts): readonly SheetPlan[] {
  const { summary, documents } = facts.reading;
  const definition = definitionsOf('document').find(({ type }) => type === sheet.key.type);
  if (summary === null || definition === undefined) return [];
  const whole = { ...facts, summary, today: '' };
  if ('redraw' in definition) return definition.redraw(documents[definition.type], whole);
  const drawn = definition.draw(whole, (preferred) => preferred);
  return drawn.done ? drawn.result.plans : [];
}

function checkContents(sheet: KeyedSheet<string>, plan: SheetPlan): Finding[] {
  const { snapshot, rows } = sheet;
  const keys = new Set<unknown>(rows.map(({ key }) => key));
  const isWhole = plan.cells.every(([key], row) => row === 0 || typeof key !== 'string' || keys.has(key));
  const lost = isWhole ? [] : [finding('document-rows-lost', { sheet: snapshot.name, cell: null }, {})];
  return [...lost, ...plannedGuards(plan, sheet).flatMap((cell) => checkCell(sheet, cell))];
}

/** The keys in the first row and column are no content. */
function checkCell({ snapshot }: KeyedSheet<string>, { row, column, locked, content }: CellGuard): Finding[] {
  if (!locked || row === 0 || column === 0 || (typeof content === 'object' && content !== null)) return [];
  const cell = rawCell(snapshot, row, column);
  const shown = textOf(cell);
  const wanted = textOf({ ...cell, value: content });
  return isSameText(shown, wanted) ? [] : [finding('document-differs', cell.place, { shown, wanted })];
}
