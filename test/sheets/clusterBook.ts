/** A small cluster in a live workbook: every sheet in place, filled in as a test needs it. */
import type { Covenant } from '../../src/covenant/covenant';
import { exact } from '../../src/covenant/points';
import { rulesSchema } from '../../src/covenant/rules';
import { targetColumn } from '../../src/sheets/shared/sheetRefs';
import { covenantPlan } from '../../src/sheets/covenant/plan';
import { criteriaPlan } from '../../src/sheets/criteria/plan';
import { keyedSheets, type WorkbookSnapshot } from '../../src/spreadsheet/snapshot';
import { addressesOf, layoutOfPlan } from '../../src/spreadsheet/layout';
import { awardsPlan } from '../../src/sheets/awards/plan';
import { unitLayout } from '../../src/sheets/unit/layout';
import { unitPlan } from '../../src/sheets/unit/plan';
import { CRITERIA } from '../scoring/fixture';
import type { UnitFigures } from '../support/arbitraries';
import { clusterPlansOf } from '../support/clusterPlans';
import { clusterOf } from '../support/covenants';
import { asCell } from '../support/formulas';
import { LiveBook } from '../support/liveBook';
import { isRowKey } from '../../src/spreadsheet/keys';

export const COVENANT: Covenant = {
  criteria: CRITERIA,
  rules: { ...rulesSchema.parse({}), bonusCap: exact(300) },
  cluster: clusterOf(5, ['Kiên Giang', 'Hậu Giang', 'An Giang', 'Bạc Liêu', "M'Đrắk"]),
};

const open: LiveBook[] = [];

/** Every workbook a test file opened holds services until it is closed. */
export function closeWorkbooks(): void {
  for (const live of open.splice(0)) live.dispose();
}

/** The workbook of a covenant with every sheet in place; each line of each unit is filled in from `figures`. */
export async function workbookOf(covenant: Covenant, figures: readonly UnitFigures[] = []): Promise<LiveBook> {
  const layout = unitLayout(covenant);
  const { units } = covenant.cluster;
  const { targets, summary, refs } = clusterPlansOf(covenant);
  const live = await LiveBook.of([
    covenantPlan(covenant, 'Giao ước'),
    criteriaPlan(covenant.criteria, 'Tiêu chí'),
    ...(targets ? [targets] : []),
    ...units.map((unit) => unitPlan(covenant, unit, unit.name, refs)),
    summary,
    ...(covenant.cluster.awards.length > 0 ? [awardsPlan(covenant, 'Xét danh hiệu')] : []),
  ]);
  open.push(live);
  const at = addressesOf<string>(layout);
  units.forEach(({ id, name }, index) => {
    for (const line of figures[index]?.lines ?? []) {
      if (line.target?.source === 'table' && targets && line.target.value !== null) {
        const cell = addressesOf(layoutOfPlan(targets)).cell(`unit:${id}`, targetColumn(line.code));
        live.put(targets.name, cell ?? '', asCell(line.target.value));
      }
      for (const [column, value] of Object.entries({
        [line.column]: line.entry,
        target: line.target?.source === 'sheet' ? line.target.value : null,
        reviewed: line.reviewed,
        agreed: line.agreed,
        evidence: line.evidence,
        note: line.note,
      }))
        if (value !== null) live.put(name, at.cell(`line:${line.code}`, column) ?? '', asCell(value));
    }
  });
  return live;
}

/** Every line filled in and agreed, with a total of 20 less what `graded` is below 5. */
function full(graded: number): UnitFigures {
  const line = (code: string, column: 'figure' | 'self', entry: number | string, agreed: number) => ({
    code,
    column,
    target: null,
    entry,
    reviewed: null,
    agreed,
    evidence: null,
    note: null,
  });
  return {
    stage: 'self',
    lines: [
      line('graded', 'self', graded, graded),
      line('steps', 'self', 5, 5),
      line('deduction', 'figure', 0, 5),
      line('passFail', 'figure', 'Đ', 5),
      line('bonus', 'figure', 0, 0),
      line('free', 'figure', 0, 0),
      line('penalty', 'figure', 0, 0),
    ],
  };
}
export const FIGURES = [full(5), full(4), full(4), full(3), full(2.5)];

/** Finds where a keyed cell of a sheet is. */
export function cellOf(snapshot: WorkbookSnapshot, sheet: string, row: string, column: string): string {
  const found = keyedSheets(snapshot).find((one) => one.snapshot.name === sheet);
  const cell = found && isRowKey(row) ? addressesOf(found.layout).cell(row, column) : null;
  if (!cell) throw new Error(`no cell ${row}, ${column} in ${sheet}`);
  return cell;
}
