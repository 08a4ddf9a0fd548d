/** Sheets of one covenant drawn anew for another: old and new plans, the steps between them, and what was entered by its keys. */
import type { IWorkbookData } from '@univerjs/core';
import { type Session, startSession } from '../../src/cli/session';
import { clusterSchema, type Covenant } from '../../src/covenant/covenant';
import { type CriteriaSet, criteriaSetSchema, type Section } from '../../src/covenant/criteria';
import { applyChanges } from '../../src/excel/apply';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { awardsPlan } from '../../src/sheets/awards/plan';
import { unitPlan } from '../../src/sheets/unit/plan';
import { currentCell } from '../../src/spreadsheet/change';
import { openCells } from '../../src/spreadsheet/guards';
import type { PlanCell, SheetPlan } from '../../src/spreadsheet/plan';
import { type LineStep, remakeOf, type SheetRemake } from '../../src/spreadsheet/remake';
import type { SheetSnapshot, WorkbookSnapshot } from '../../src/spreadsheet/snapshot';
import { FULL } from '../scoring/fixture';
import { clusterPlansOf } from './clusterPlans';
import { clusterOf } from './covenants';
import { CATALOGUE } from './drawnPlans';

/** The sheets of a covenant that people fill in, by name; each unit's is called as the unit is. */
export function drawnSheets(covenant: Covenant): ReadonlyMap<string, SheetPlan> {
  const { targets, summary, refs } = clusterPlansOf(covenant);
  const titles = covenant.cluster.awards.length > 0 ? [awardsPlan(covenant, 'Xét danh hiệu')] : [];
  const units = covenant.cluster.units.map((unit) => unitPlan(covenant, unit, unit.name, refs));
  const plans = [...(targets ? [targets] : []), ...units, summary, ...titles];
  return new Map(plans.map((plan) => [plan.name, plan]));
}

/** The changes that draw every sheet of a workbook with the first covenant as those of the second are. */
export function remakesBetween(before: Covenant, after: Covenant, { sheets }: WorkbookSnapshot): SheetRemake[] {
  const [old, fresh] = [drawnSheets(before), drawnSheets(after)];
  return sheets.flatMap((sheet) => {
    const [was, is] = [old.get(sheet.name), fresh.get(sheet.name)];
    if (!was || !is) return [];
    const standing = asStanding(was, sheet);
    const steps = [
      ...stepsBetween(keysOf(was, 'rows'), keysOf(is, 'rows'), 'rows'),
      ...stepsBetween(keysOf(was, 'columns'), keysOf(is, 'columns'), 'columns'),
    ];
    return [remakeOf(sheet, standing, { plan: withEntriesOf(is, standing) }, steps)];
  });
}

/** A plan with what stands on its sheet now. */
export const asStanding = (plan: SheetPlan, sheet: SheetSnapshot): SheetPlan => ({
  ...plan,
  cells: plan.cells.map((line, row) => line.map((_cell, column) => currentCell(sheet, row, column))),
});

export const keysOf = ({ cells }: SheetPlan, along: LineStep['along']): PlanCell[] =>
  (along === 'rows' ? cells.map(([key = null]) => key) : [...(cells[0] ?? [])]).map((key, index) =>
    index === 0 ? 'corner' : key,
  );

/** What stands in the open cells of another plan, by row and column key. */
function withEntriesOf(plan: SheetPlan, other: SheetPlan): SheetPlan {
  const isOpen = openCells(plan);
  const [rows, columns] = [keysOf(other, 'rows'), keysOf(other, 'columns')];
  const [ownRows, ownColumns] = [keysOf(plan, 'rows'), keysOf(plan, 'columns')];
  const entry = (row: number, column: number): PlanCell => {
    const [line, at] = [rows.indexOf(ownRows[row] ?? ''), columns.indexOf(ownColumns[column] ?? '')];
    return other.cells[line]?.[at] ?? null;
  };
  return {
    ...plan,
    cells: plan.cells.map((line, row) =>
      line.map((cell, column) => (isOpen[row]?.[column] ? (entry(row, column) ?? cell) : cell)),
    ),
  };
}

/** Deletes what is only in the first list, then inserts what is only in the second; what is in both and in another order moves so too. */
export function stepsBetween(
  before: readonly PlanCell[],
  after: readonly PlanCell[],
  along: LineStep['along'],
): LineStep[] {
  const kept = new Set(commonKeys(before, after));
  const gone = before.flatMap((key, at) => (kept.has(key) ? [] : [at]));
  const fresh = after.flatMap((key, at) => (kept.has(key) ? [] : [at]));
  return [
    ...gone.toReversed().map((at): LineStep => ({ along, kind: 'delete', at, count: 1 })),
    ...fresh.map((at): LineStep => ({ along, kind: 'insert', at, count: 1 })),
  ];
}

/** The longest list of keys that both have in the same order. */
function commonKeys(one: readonly PlanCell[], other: readonly PlanCell[]): PlanCell[] {
  const best: PlanCell[][] = other.map(() => []);
  for (const key of one) {
    let above: PlanCell[] = [];
    other.forEach((found, at) => {
      const here = best[at] ?? [];
      const extended = found === key ? [...above, key] : here;
      if (here.length > above.length) above = here;
      if (extended.length > here.length) best[at] = extended;
    });
  }
  return best.reduce((longest, list) => (list.length > longest.length ? list : longest), []);
}

const awards = (...ids: string[]): object[] =>
  ids.map((id) => ({ id, name: `Danh hiệu ${id}`, quota: { type: 'fixed', number: 1 } }));
export const BEFORE: Covenant = {
  criteria: FULL,
  rules: CATALOGUE.rules,
  cluster: clusterSchema.parse({ ...clusterOf(3), awards: awards('A', 'B') }),
};
const line = (code: string): object => ({ kind: 'passFail', code, title: `Tiêu chí mới ${code}`, standard: 10 });
const FRESH = criteriaSetSchema.parse({
  ...{ id: 'moi', title: 'Bộ tiêu chí mới', version: '2', scale: 20 },
  sections: [
    { kind: 'section', code: 'III', title: 'Mục III', standard: 20, children: [line('fresh1'), line('fresh2')] },
  ],
  bonuses: [{ kind: 'bonus', code: 'bonus2', title: 'Điểm cộng nữa', rate: 2, cap: 4 }],
  penalties: [],
});

/** Lines of both by their codes, in a section of one of them. */
function sectionOf(section: CriteriaSet['sections'][number] | undefined, ...codes: string[]): Section {
  const lines = [...FULL.sections, ...FRESH.sections].flatMap(({ children }) => children);
  if (!section) throw new Error('no section');
  return { ...section, children: codes.flatMap((code) => lines.filter((one) => one.code === code)) };
}

/** Lines removed, added, moved within and between the sections; a section, a unit and a title more, another title less. */
export const AFTER: Covenant = {
  criteria: {
    ...FULL,
    version: '2',
    sections: [
      sectionOf(FULL.sections[0], 'late', 'graded', 'more', 'less', 'fresh1'),
      sectionOf(FULL.sections[1], 'passFail', 'relative'),
      sectionOf(FRESH.sections[0], 'fresh2'),
    ],
    bonuses: [...FULL.bonuses, ...FRESH.bonuses],
  },
  rules: CATALOGUE.rules,
  cluster: clusterSchema.parse({ ...clusterOf(4), awards: awards('B', 'C') }),
};

/** The sheets of both covenants. */
export const NAMES = ['Giao chỉ tiêu', 'Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3', 'Tổng hợp', 'Xét danh hiệu'];

export const PERSONAL = 'Riêng';

/** The sheets of the first covenant, with a sheet of a person's that refers to them. */
export async function openRemakable(): Promise<Session> {
  const session = await startSession();
  const plans = [...drawnSheets(BEFORE).values()];
  await applyChanges(
    plans.map((plan) => ({ type: 'addSheet', plan }) as const),
    await readWorkbookSnapshot(),
  );
  const own = session.workbook.addSheet(PERSONAL);
  const unit = plans.find(({ name }) => name === 'Đơn vị 2');
  if (!unit) throw new Error('no sheet of the second unit');
  const row = keysOf(unit, 'rows').indexOf('line:more') + 1;
  session.workbook.write(own, { row: 0, column: 0, rows: 1, columns: 1 }, [
    [{ kind: 'formula', formula: `='Đơn vị 2'!$B$${row}` }],
  ]);
  return session;
}

/** What draws them as those of the second covenant. */
export const remakesNow = async (): Promise<SheetRemake[]> =>
  remakesBetween(BEFORE, AFTER, await readWorkbookSnapshot());

/** A snapshot of the workbook in which styles stand where they are used, and runs have no names. */
export async function stateOf(session: Session): Promise<IWorkbookData> {
  const data = await session.workbook.snapshot();
  const text = JSON.stringify(data, (key, value: unknown) => {
    if (key === 's' && typeof value === 'string') return data.styles[value] ?? value;
    if (key === 'quoted' || key === 'styles') return undefined;
    return value;
  });
  return JSON.parse(
    text.replaceAll(',"custom":{}', '').replace(/cham-diem-thi-dua:[a-z]+/g, 'cham-diem-thi-dua:'),
  ) as IWorkbookData;
}

/** A sheet of a workbook without its id. */
export function sheetIn({ sheets }: IWorkbookData, name: string): object {
  const sheet = Object.values(sheets).find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return { ...sheet, id: '' };
}
