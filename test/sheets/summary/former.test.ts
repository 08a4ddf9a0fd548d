/** Workbooks whose summary an earlier build has made: read, checked, ranked and sealed as they stand, and drawn in the present form by an update. */
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../../src/covenant/covenant';
import { formerColumns } from '../../../src/sheets/summary/former';
import { formOf, summaryRowKeys } from '../../../src/sheets/summary/layout';
import { summarySheet } from '../../../src/sheets/summary/definition';
import { summaryPlan } from '../../../src/sheets/summary/plan';
import { areaAddress } from '../../../src/spreadsheet/plan';
import { defaultPage } from '../../../src/xlsx/model/pageSetup';
import { layoutOfPlan } from '../../../src/spreadsheet/layout';
import { applyFixes, checkFigures, complete, fitPages, rankUnits, undoLast } from '../../support/commands';
import { clusterOf, criteriaOf } from '../../support/covenants';
import { CATALOGUE } from '../../support/drawnPlans';
import {
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  scoreAll,
  type ScoringBench,
} from '../../support/scoringBench';
import { DAY, seal, setStage } from '../../support/sealed';
import { covenantOf, graded, writeCovenant } from '../../support/smallCovenant';

const SUMMARY = 'Tổng hợp';
const FORMER = { type: 'former' } as const;

/** What was inserted has the summary of an earlier build. */
async function asFormerly<Made>(make: () => Promise<Made>): Promise<Made> {
  const spy = jest
    .spyOn(summarySheet, 'plan')
    .mockImplementation((covenant, name, { units, seal: sealed }) =>
      summaryPlan(covenant, units, name, { seal: sealed, form: FORMER }),
    );
  try {
    return await make();
  } finally {
    spy.mockRestore();
  }
}

const covenant = {
  criteria: criteriaOf(11),
  cluster: clusterSchema.parse({
    ...clusterOf(3),
    awards: [{ id: 'A', name: 'Lá cờ đầu', quota: { type: 'fixed', number: 1 } }],
  }),
};

async function agree(bench: ScoringBench): Promise<void> {
  for (const [index, { name }] of covenant.cluster.units.entries()) {
    await scoreAll(bench, name, 0.5 + index / 4);
    await setStage(bench, name, 'Thống nhất');
  }
}

let former: IWorkbookData;
let present: IWorkbookData;
beforeAll(async () => {
  present = await preparedWorkbook(covenant, { fill: agree });
  former = await asFormerly(() => preparedWorkbook(covenant, { fill: agree }));
});
afterEach(closeScoring);

const columnsOn = async (bench: ScoringBench): Promise<string[]> =>
  (await bench.workbook.read(bench.sheet(SUMMARY), { row: 0, column: 1, rows: 1, columns: 60 }))
    .flat()
    .flatMap(({ value }) => (value === null || value === '' ? [] : [String(value)]));

/** But for what is open in a cluster as small and as unfinished as these are. */
const OPEN = ['cluster-small', 'line-blank', 'deferred-unfinished', 'eligibility-undecided'];
const findings = async (): Promise<string[]> =>
  (await checkFigures())
    .filter(({ code }) => !OPEN.includes(code))
    .map(brief)
    .sort();

test('a former plan has the columns, the pages and the rows that it had', () => {
  const plan = summaryPlan(CATALOGUE, [], SUMMARY, { form: FORMER });
  const shown = formerColumns(CATALOGUE).map(({ key, width, hidden }) => `${key} ${hidden ? '-' : width}`);
  expect(shown).toEqual([
    ...['number 22', 'unit 72', 'section:I 50', 'section:II 50', 'section:III 50'],
    ...['standard 38', 'bonus 34', 'penalty 34', 'total 40', 'eligibility 40', 'reason 50', 'rank 30'],
    ...['rankWithoutDeferred 38', 'class -', 'explanation 104', 'title 62', 'rankedTotal -', 'rankedRank -'],
    ...['missing 44', 'stage 58', 'basis 110', 'decidedOn 64', 'decidedBy 100', 'vote 56'],
  ]);
  expect(plan.cells[0]?.slice(1, shown.length + 1)).toEqual(formerColumns(CATALOGUE).map(({ key }) => key));
  expect(plan.page.printArea).toEqual({ row: 0, column: 1, rows: 18, columns: 16 });
  expect(summaryRowKeys(['a'], FORMER).slice(-4)).toEqual(['end', 'field:signatures', 'field:signHere', 'field:room']);
});

test('a sheet has the form that its columns and rows tell', () => {
  const formOfPlan = (form?: typeof FORMER) =>
    formOf({ layout: layoutOfPlan(summaryPlan(CATALOGUE, [], SUMMARY, form ? { form } : {})) });
  expect(formOfPlan(FORMER)).toEqual(FORMER);
  expect(formOfPlan()).toEqual({ type: 'present', signedRows: 0 });
});

describe('a workbook with the former table', () => {
  test('has no finding that one with the present table does not have, before and after it is ranked and fitted', async () => {
    await openScoring(present);
    const expected = await findings();
    await closeScoring();
    const bench = await openScoring(former);
    expect(await columnsOn(bench)).not.toContain('sign');
    expect(await findings()).toEqual(expected);
    must(await rankUnits());
    must(await fitPages());
    expect(await findings()).toEqual([]);
  });

  test('is ranked: texts stand in the same columns as in the present table, and the rank is current', async () => {
    const texts: unknown[] = [];
    for (const data of [former, present]) {
      const bench = await openScoring(data);
      must(await rankUnits());
      for (const { id } of covenant.cluster.units)
        for (const column of ['explanation', 'title', 'rankedTotal', 'rankedRank', 'rank', 'stale'])
          texts.push(await bench.summary(id, column));
      await closeScoring();
    }
    expect(texts.slice(0, texts.length / 2)).toEqual(texts.slice(texts.length / 2));
    expect(texts).toContain('Lá cờ đầu');
  });

  test('gets its own pages and merged cells back from the fixes of a check', async () => {
    const bench = await openScoring(former);
    must(await fitPages());
    const id = bench.sheet(SUMMARY);
    const look = () => [bench.workbook.page(id), bench.workbook.merges(id).map(areaAddress).sort()];
    const before = look();
    bench.unlocked(SUMMARY, () => {
      bench.workbook.setPage(id, defaultPage());
      for (const area of bench.workbook.merges(id)) bench.workbook.unmerge(id, area);
    });
    await applyFixes(await checkFigures());
    expect(look()).toEqual(before);
  });

  test('is sealed, and nothing has changed after the seal', async () => {
    await openScoring(former);
    must(await rankUnits());
    must(await seal(DAY));
    expect(await findings()).toEqual([]);
  });

  test('gets a row for a unit that joins, and stays the former one', async () => {
    const bench = await openScoring(former);
    const joined = { ...covenant.cluster, units: [...covenant.cluster.units, ...clusterOf(4).units.slice(3)] };
    writeCovenant(bench.workbook, { ...covenant, cluster: joined, rules: covenant.criteria.rules });
    await complete('insertSheets', undefined);
    expect(await columnsOn(bench)).not.toContain('sign');
    expect(await bench.summary('u4', 'unit')).toBe('Đơn vị 4');
  });
});

test.each(['former', 'present'] as const)(
  'an update of the %s table gives the present one with all entries, and undo gives the former back',
  async (which) => {
    const make = () => preparedWorkbook(covenantOf({ lines: [graded('A'), graded('B')] }));
    const bench = await openScoring(await (which === 'former' ? asFormerly(make) : make()));
    await bench.type(SUMMARY, await bench.addressOf(SUMMARY, 'unit:u2', 'eligibility'), 'Chưa xét');
    await bench.type(SUMMARY, await bench.addressOf(SUMMARY, 'unit:u2', 'reason'), 'Đang chờ kết luận');
    await bench.type(SUMMARY, await bench.addressOf(SUMMARY, 'unit:u2', 'basis'), 'Số 1/TB');
    writeCovenant(bench.workbook, covenantOf({ lines: [graded('B'), graded('C')] }));
    const before = await bench.state();
    const { undo, result } = await complete('updateSheets', undefined);
    expect(result).toMatchObject({ kept: [], lost: [] });
    expect(await columnsOn(bench)).toContain('sign');
    const entered = ['eligibility', 'reason', 'basis'].map((column) => bench.summary('u2', column));
    expect(await Promise.all(entered)).toEqual(['Chưa xét', 'Đang chờ kết luận', 'Số 1/TB']);
    expect(await findings()).toEqual([]);
    must(await undoLast(undo));
    expect(await bench.state()).toEqual(before);
  },
);
