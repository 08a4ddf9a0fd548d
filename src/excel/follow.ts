/** Reads cells of the user's sheets to which formulas of ours lead: their formulas only, and no more of them than is needed. */
import { type Followed, type FollowedSheet, NOT_FOLLOWED } from '../spreadsheet/formulaGraph';
import { type Lead, type Leads, leadsFrom } from '../spreadsheet/leads';
import type { Area } from '../spreadsheet/plan';
import type { NamedFormula } from '../spreadsheet/precedents';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import { type Grid, gridOf, load, rangeOf } from './readSheets';

/** A sheet takes three at most, but for cells far out of large ones; what is not known after so many is not followed. */
const ROUND_TRIPS = 16;
const NOTHING: Area = { row: 0, column: 0, rows: 0, columns: 0 };

/** The snapshot with what its formulas lead to; the same where none leads out of our sheets, without a round trip. */
export async function withFollowed(
  context: Excel.RequestContext,
  workbook: WorkbookSnapshot,
): Promise<WorkbookSnapshot> {
  let followed = NOT_FOLLOWED;
  for (let trip = 0; trip < ROUND_TRIPS; trip += 1) {
    const leads = leadsFrom(workbook, followed);
    if (leads === null) break;
    followed = await readLeads(context, workbook, leads, followed);
  }
  return followed === NOT_FOLLOWED ? workbook : { ...workbook, followed };
}

async function readLeads(
  context: Excel.RequestContext,
  { all }: WorkbookSnapshot,
  { names, sheets }: Leads,
  before: Followed,
): Promise<Followed> {
  const { worksheets } = context.workbook;
  const named = names ? queueNames(context, all) : null;
  const answers = sheets.map((lead) => queueLead(worksheets.getItemOrNullObject(lead.id), lead, before));
  await context.sync();
  const found = answers.map((answer) => answer());
  const asked = new Set(sheets.map(({ name }) => name));
  return {
    names: named ? named() : before.names,
    sheets: [...before.sheets.filter(({ name }) => !asked.has(name)), ...found],
  };
}

/** Gives what is known of the sheet after the round trip. */
function queueLead(sheet: Excel.Worksheet, { name, question }: Lead, followed: Followed): () => FollowedSheet {
  const before = followed.sheets.find((one) => one.name === name) ?? { name, read: [], formulas: [] };
  const gone: FollowedSheet = { name, read: 'all', formulas: [] };
  if (question.ask === 'used') {
    const used = load(sheet.getUsedRangeOrNullObject(true), 'rowIndex,columnIndex,rowCount,columnCount');
    return () => (sheet.isNullObject ? gone : { ...before, used: usedArea(used) });
  }
  const areas = question.ask === 'whole' ? [question.used] : question.cells;
  const blocks = areas
    .filter(({ rows }) => rows > 0)
    .map((area) => ({ area, range: load(rangeOf(sheet, area), 'formulas') }));
  return () => {
    if (sheet.isNullObject) return gone;
    const formulas = laidOver(before.formulas, gridOf(blocks, 'formulas'));
    if (question.ask === 'whole' || before.read === 'all') return { ...before, read: 'all', formulas };
    return { ...before, read: [...before.read, ...areas], formulas };
  };
}

function usedArea(used: Excel.Range): Area {
  if (used.isNullObject) return NOTHING;
  return { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
}

/** What was read now, and else what was read before. */
function laidOver(before: FollowedSheet['formulas'], now: Grid): Grid {
  return Array.from({ length: Math.max(before.length, now.length) }, (_, row) => {
    const [old = [], read = []] = [before[row], now[row]];
    return Array.from({ length: Math.max(old.length, read.length) }, (__, column) => read[column] ?? old[column]);
  });
}

/** The names of the workbook and of each sheet. */
function queueNames({ workbook }: Excel.RequestContext, all: WorkbookSnapshot['all']): () => NamedFormula[] {
  workbook.names.load('items/name,items/formula');
  const ofSheets = all.map(({ id, name }) => {
    const sheet = workbook.worksheets.getItemOrNullObject(id);
    sheet.names.load('items/name,items/formula');
    return { sheet, name };
  });
  const told = (names: Excel.NamedItemCollection, sheet: string | null): NamedFormula[] =>
    names.items.map(({ name, formula }) => ({ name, sheet, formula: String(formula) }));
  return () => [
    ...told(workbook.names, null),
    ...ofSheets.flatMap(({ sheet, name }) => (sheet.isNullObject ? [] : told(sheet.names, name))),
  ];
}
