/** Where builds of Excel differ, or nobody knows what Excel does: the commands come to the same whatever it is. */
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import { criteriaSetSchema } from '../../src/covenant/criteria';
import { ExcelFailure } from '../../src/excel/failure';
import { tidyUp } from '../../src/commands/run';
import type { Behaviours } from '../../src/stand-in/workbook/behaviours';
import { readXlsx, writeXlsx } from '../../src/xlsx';
import { FULL } from '../scoring/fixture';
import {
  checkFigures,
  complete,
  describeWorkbook,
  insertSheets,
  makeDocument,
  newCovenant,
  rankUnits,
} from '../support/commands';
import { clusterOf, criteriaOf } from '../support/covenants';
import { brief, closeScoring, must, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';

const covenant = {
  criteria: FULL,
  cluster: clusterSchema.parse({ ...clusterOf(2), awards: [{ id: 'A', name: 'Lá cờ đầu' }] }),
};
/** With so many sections that the summary is wider than its page. */
const line = { kind: 'deduction', title: 'Chấp hành', standard: 5, rate: 0.5 };
const wide = {
  cluster: covenant.cluster,
  criteria: criteriaSetSchema.parse({
    ...{ id: 'wide', title: 'Nhiều mục', version: '1', scale: 100, bonuses: [], penalties: [] },
    sections: Array.from({ length: 20 }, (_, index) => ({
      ...{ kind: 'section', code: `S${index}`, number: String(index + 1), title: `Mục ${index + 1}`, standard: 5 },
      children: [{ ...line, code: `S${index}.1`, number: '1' }],
    })),
  }),
};
let fresh: IWorkbookData;
let inserted: IWorkbookData;
/** After inserting into `fresh` on a build that does everything. */
let finished: IWorkbookData;
beforeAll(async () => {
  fresh = await preparedWorkbook(covenant, { inserted: false });
  const bench = await openScoring(fresh);
  must(await insertSheets());
  finished = await bench.state();
  await closeScoring();
  inserted = finished;
});
afterEach(closeScoring);

async function openOn(data: IWorkbookData, behaviours: Partial<Behaviours>): Promise<ScoringBench> {
  const bench = await openScoring(data);
  Object.assign(bench.workbook.behaviours, behaviours);
  return bench;
}

describe('formulas of a file that another program has written', () => {
  test.each(['sign', 'function'] as const)('read back with the %s of one value, are not overwritten', async (shown) => {
    const bench = await openScoring(await readXlsx(await writeXlsx(inserted)));
    const expected = (await checkFigures()).map(brief);
    bench.workbook.behaviours.implicitIntersection = shown;
    expect((await checkFigures()).map(brief)).toEqual(expected);
    must(await rankUnits());
  });
});

describe('inserting comes to the same workbook', () => {
  test.each<[string, Partial<Behaviours>]>([
    ['an apostrophe is kept in text cells', { quotedText: 'kept' }],
    ['no printer answers for paper and orientation', { pageSettings: 'unknown' }],
    ['a copied sheet loses its page set-up', { copiedPage: 'lost' }],
    ['a copied sheet loses its page set-up and no printer answers', { copiedPage: 'lost', pageSettings: 'unknown' }],
    ['a sheet is not shown in the batch that adds it', { activateNewSheet: 'ignored' }],
    ['unprotecting an open sheet is refused', { unprotectOpenSheet: 'refused' }],
  ])('where %s', async (_, behaviours) => {
    const bench = await openOn(fresh, behaviours);
    const { skipped } = await complete('insertSheets', undefined);
    expect(skipped).toEqual([]);
    expect(await bench.state()).toEqual(finished);
  });
});

/** Percent: the largest scale at which the printed columns fit on A4 between the margins, at most 100. */
function widestScale(bench: ScoringBench, name: string): number {
  const id = bench.sheet(name);
  const { orientation, printArea, margins } = bench.workbook.page(id);
  if (printArea === null) throw new Error(`${name} has no print area`);
  const columns = Array.from({ length: printArea.columns }, (_, index) => printArea.column + index);
  const points = columns
    .filter((column) => !bench.workbook.columnHidden(id, column))
    .reduce((sum, column) => sum + bench.workbook.columnWidth(id, column), 0);
  const paper = ((orientation === 'landscape' ? 297 : 210) / 25.4) * 72 - margins.left - margins.right;
  return Math.min(100, Math.floor((paper / points) * 100));
}

test('what a command ends with is in front, where a sheet is not shown in the batch that adds it', async () => {
  const ends = async (data: IWorkbookData | undefined, work: () => Promise<unknown>): Promise<string[]> => {
    const fronts: string[] = [];
    for (const activateNewSheet of ['done', 'ignored'] as const) {
      const bench = await (data ? openOn(data, { activateNewSheet }) : openScoring());
      bench.workbook.behaviours.activateNewSheet = activateNewSheet;
      await work();
      fronts.push(
        bench.names()[bench.workbook.sheets().findIndex(({ id }) => id === bench.workbook.activeSheet())] ?? '',
      );
      await closeScoring();
    }
    return fronts;
  };
  expect(await ends(undefined, () => newCovenant(covenant))).toEqual(['Giao ước', 'Giao ước']);
  const [first, ...others] = await ends(fresh, () => insertSheets());
  expect(first).not.toBe('Giao ước');
  expect(others).toEqual([first]);
  expect(await ends(inserted, () => makeDocument('charts'))).toEqual(['Biểu đồ', 'Biểu đồ']);
});

describe('what Excel refuses and no figure depends on is left out', () => {
  test('the paper: sheets are inserted without page set-up, and the result says so', async () => {
    const bench = await openOn(fresh, { paperSize: 'refused' });
    const { skipped, needsAttention } = await complete('insertSheets', undefined);
    expect({ skipped, needsAttention }).toEqual({ skipped: ['page'], needsAttention: true });
    expect(bench.workbook.freeze(bench.sheet('Tổng hợp')).columns).toBeGreaterThan(0);
    expect((await checkFigures()).filter(({ code }) => code === 'sheet-unprotected')).toEqual([]);
  });

  test('frozen panes, and paper as well', async () => {
    const bench = await openOn(fresh, { freezePanes: 'refused', paperSize: 'refused' });
    const { skipped } = await complete('insertSheets', undefined);
    expect([...skipped].sort()).toEqual(['page', 'view']);
    expect(bench.workbook.freeze(bench.sheet('Tổng hợp'))).toEqual({ rows: 0, columns: 0 });
    must(await rankUnits());
  });

  test('pages to fit: every sheet has the scale at which its columns fit instead', async () => {
    const bench = await openOn(await preparedWorkbook(wide, { inserted: false }), { zoomFit: 'ignored' });
    expect((await complete('insertSheets', undefined)).skipped).toEqual([]);
    const scales = ['Đơn vị 1', 'Đơn vị 2', 'Tổng hợp'].map((name) => {
      const { zoom } = bench.workbook.page(bench.sheet(name));
      expect(zoom).toEqual({ scale: widestScale(bench, name) });
      expect(bench.workbook.protection(bench.sheet(name))).not.toBeNull();
      return zoom.scale;
    });
    // At 100 % nothing would show that the scale was written.
    expect(Math.min(...scales.map((scale) => scale ?? 100))).toBeLessThan(100);
  });
});

test('charts are drawn over calculated cells only', async () => {
  const bench = await openOn(inserted, { uncalculatedCharts: 'refused' });
  expect(must(await makeDocument('charts')).sheets).toHaveLength(1);
  const sheet = bench.sheet(bench.names().at(-1) ?? '');
  expect(bench.workbook.charts.of(sheet).length).toBeGreaterThan(0);
  expect(bench.workbook.protection(sheet)).not.toBeNull();
});

describe('a workbook that is calculated by hand', () => {
  async function manual(data: IWorkbookData): Promise<ScoringBench> {
    const bench = await openScoring(data);
    await bench.workbook.calculate();
    bench.workbook.calculationMode = 'Manual';
    return bench;
  }

  test('is calculated before it is read: checking and ranking see what was typed, and say how it is set', async () => {
    const bench = await manual(await preparedWorkbook({ criteria: criteriaOf(11), cluster: clusterOf(2) }));
    await bench.enter('Đơn vị 1', 'C1', 1.5);
    expect(await bench.line('Đơn vị 1', 'C1')).not.toBe(1.5);
    const findings = await checkFigures();
    const codes = new Set(findings.map(({ code }) => code));
    expect(codes).not.toContain('engine-differs');
    expect(findings.filter(({ code }) => code === 'calculation-manual')).toMatchObject([{ severity: 'warning' }]);
    must(await rankUnits());
    expect(await bench.line('Đơn vị 1', 'C1')).toBe(1.5);
    expect(bench.workbook.calculationMode).toBe('Manual');
  });

  test('has calculated sheets after they were inserted, and charts of figures', async () => {
    const bench = await manual(fresh);
    bench.workbook.behaviours.uncalculatedCharts = 'refused';
    must(await insertSheets());
    expect(await bench.summary('u1', 'missing')).toBeGreaterThan(0);
    must(await makeDocument('charts'));
    expect((await bench.snapshot()).sheets['sheet-1']).toBeDefined();
  });
});

describe('while another workbook is in front', () => {
  async function failureOf(work: Promise<unknown>): Promise<ExcelFailure> {
    const thrown: unknown = await work.then(
      () => null,
      (one: unknown) => one,
    );
    if (thrown instanceof ExcelFailure) return thrown;
    throw new Error('did not fail by name', { cause: thrown });
  }

  test('a command says so and changes nothing', async () => {
    const bench = await openOn(fresh, { focus: 'anotherWorkbook' });
    const before = await bench.snapshot();
    expect(await failureOf(insertSheets())).toMatchObject({ failure: 'otherWorkbook', aftermath: 'unchanged' });
    expect(await bench.snapshot()).toEqual(before);
  });

  /** The other workbook comes to the front after a few sheets were added, and stays there during the rollback. */
  async function interrupted(): Promise<{ bench: ScoringBench; before: IWorkbookData; failure: ExcelFailure }> {
    const bench = await openScoring(fresh);
    const before = await bench.state();
    let added = 0;
    const stop = bench.workbook.onEvent(({ kind }) => {
      if (kind !== 'sheetAdded') return;
      added += 1;
      if (added === 2) bench.workbook.behaviours.focus = 'anotherWorkbook';
    });
    const failure = await failureOf(insertSheets());
    stop();
    return { bench, before, failure };
  }

  test('the rollback is completed once this one is in front again, and not before', async () => {
    const { bench, before, failure } = await interrupted();
    expect(failure).toMatchObject({ failure: 'otherWorkbook', aftermath: 'unknown' });
    expect(await failureOf(tidyUp(failure))).toBe(failure);
    bench.workbook.behaviours.focus = 'thisWorkbook';
    await tidyUp(failure);
    expect(await bench.state()).toEqual(before);
    await tidyUp(failure);
    expect(await bench.state()).toEqual(before);
  });

  test('the same command again completes the rollback by itself and finishes', async () => {
    const { bench } = await interrupted();
    bench.workbook.behaviours.focus = 'thisWorkbook';
    must(await insertSheets());
    expect(await bench.state()).toEqual(finished);
    must(await describeWorkbook());
  });
});
