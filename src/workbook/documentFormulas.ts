/** Whether the live figures of documents still are formulas: a number typed or pasted over one would stay as the workbook changes. */
import type { Finding } from '../covenant/findings';
import { definitionsOf } from '../sheets';
import { checkFormula } from '../sheets/shared/checkFormulas';
import { STALE_KEY } from '../sheets/shared/stale';
import { openCells } from '../spreadsheet/guards';
import { type PlacedCell, type Placement, placement } from '../spreadsheet/placement';
import type { Area, SheetPlan } from '../spreadsheet/plan';
import { mapSheetReferences } from '../spreadsheet/references';
import { formulaAt, type KeyedSheet } from '../spreadsheet/snapshot';
import { type DocumentFacts, planOf } from './documentContents';

/** Letters of what a row is called. */
const MAX_TITLE = 60;

/**
 * A finding for each locked cell of a document whose formula is gone or another; the fix restores it. Of documents that are out of date
 * there are none, for they are made anew; the seal is compared with its copies, and the line that says whether a document is out of date
 * with nothing, for it tells of the units that were there when it was made.
 */
export function checkDocumentFormulas(facts: DocumentFacts): Finding[] {
  const { documents } = facts.reading;
  return definitionsOf('document').flatMap((definition) => {
    const sheets = documents[definition.type].filter(({ snapshot }) => snapshot.formulas !== null);
    if ('redraw' in definition || sheets.length === 0 || definition.isOutdated(sheets, facts)) return [];
    return sheets.flatMap((sheet) => {
      const plan = planOf(sheet, facts);
      return plan ? checkPlanned(sheet, plan) : [];
    });
  });
}

function checkPlanned(sheet: KeyedSheet<string>, plan: SheetPlan): Finding[] {
  const open = openCells(plan);
  const { cells, placeOf } = placement(plan, sheet);
  return cells.flatMap((cell): Finding[] => {
    const { from, covered } = cell;
    const line = plan.cells[from.row] ?? [];
    const content = line[from.column];
    if (covered || typeof content !== 'object' || content === null) return [];
    if (line[0] === STALE_KEY || open[from.row]?.[from.column] === true) return [];
    // A reference that was lost has a finding of its own.
    if (String(formulaAt(sheet.snapshot, cell.row, cell.column)).includes('#REF!')) return [];
    const formula = mapSheetReferences(content.formula, (of, to) => (of === '' ? movedArea(to, placeOf, cell) : to));
    return checkFormula(sheet, cell, { formula }, titleOf(line, sheet));
  });
}

/** Where a planned area is by now, as seen from a cell: from the place of its first cell to that of its last. */
function movedArea({ row, column, rows, columns }: Area, placeOf: Placement['placeOf'], cell: PlacedCell): Area {
  const first = placeOf({ row, column }, cell);
  const last = placeOf({ row: row + rows - 1, column: column + columns - 1 }, cell);
  return { ...first, rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
}

/** What a row is called: the texts that are planned in it, else the sheet. */
function titleOf([_key, ...cells]: SheetPlan['cells'][number], { snapshot }: KeyedSheet<string>): string {
  const title = cells.filter((cell) => typeof cell === 'string').join(' ');
  if (title === '') return snapshot.name;
  return title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE).trimEnd()}…` : title;
}
