import { insertSheets, newCovenant, rankUnits, readOverview } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import { type Overview } from '../../src/workbook/overview';
import { clusterOf, criteriaOf } from '../support/covenants';
import { closeScoring, must, openScoring, preparedWorkbook, scoreAll } from '../support/scoringBench';

const covenant = { criteria: criteriaOf(11), cluster: clusterOf(3) };

/** Unit 1 is scored with 6 points, unit 2 with 5.5, unit 3 not at all. */
let begun: IWorkbookData;
beforeAll(async () => {
  begun = await preparedWorkbook(covenant, {
    fill: async (bench) => {
      await scoreAll(bench, 'Đơn vị 1', 2);
      await scoreAll(bench, 'Đơn vị 2', 1.5);
    },
  });
});
afterEach(closeScoring);

const unit = (overview: Overview, id: string) => overview.units.find((one) => one.unit === id);

describe('the overview of a workbook', () => {
  it('without a covenant says so and nothing else', async () => {
    await openScoring();
    const overview = await readOverview();
    expect(overview).toMatchObject({ covenant: null, units: [], standings: [], ranked: 'never', provisional: true });
    expect(overview.findings.map(({ code }) => code)).toEqual(['covenant-missing', 'criteria-missing']);
  });

  it('with a covenant alone names every unit without a sheet', async () => {
    await openScoring();
    must(await newCovenant(covenant));
    const overview = await readOverview();
    expect(overview.covenant).toEqual({ title: covenant.cluster.title, period: '', units: 3, lines: 11 });
    expect(overview.units.map(({ sheet, missing, stage }) => [sheet, missing, stage])).toEqual([
      [null, 11, null],
      [null, 11, null],
      [null, 11, null],
    ]);
    expect(overview.sheets).toMatchObject({ covenant: 'Giao ước', criteria: 'Tiêu chí', summary: null });
    must(await insertSheets());
    expect((await readOverview()).units.map(({ sheet }) => sheet)).toEqual(['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3']);
  });

  it('counts lines without points, errors, and what a unit has earned', async () => {
    await openScoring(begun);
    const overview = await readOverview();
    expect(unit(overview, 'u1')).toMatchObject({
      missing: 0,
      lines: 11,
      errors: 0,
      stage: 'self',
      provisionalTotal: 600,
    });
    expect(unit(overview, 'u3')).toMatchObject({
      missing: 11,
      errors: 11,
      provisionalTotal: 0,
      eligibility: 'eligible',
    });
    expect(overview.provisional).toBe(true);
  });

  it('says whether what ranking wrote still holds', async () => {
    const bench = await openScoring(begun);
    expect((await readOverview()).ranked).toBe('never');
    must(await rankUnits());
    expect((await readOverview()).ranked).toBe('current');
    await bench.enter('Đơn vị 2', 'C1', 2);
    expect((await readOverview()).ranked).toBe('stale');
  });

  it('shows how ranks moved between the stages', async () => {
    const bench = await openScoring(begun);
    await bench.enter('Đơn vị 1', 'C1', 0.5, 'reviewed');
    await bench.enter('Đơn vị 1', 'C1', 1.75, 'agreed');
    const { standings } = await readOverview();
    const moved = standings.map(({ movement }) => movement && Object.values(movement).map(({ rank }) => rank));
    expect(moved).toEqual([
      [1, 2, 1],
      [2, 1, 2],
      [null, null, null],
    ]);
  });

  it('writes nothing', async () => {
    const bench = await openScoring(begun);
    const before = await bench.snapshot();
    await readOverview();
    expect(await bench.snapshot()).toEqual(before);
  });

  it('can be cancelled, and reports its phases', async () => {
    await openScoring(begun);
    const phases: string[] = [];
    await readOverview({ phase: (phase) => phases.push(phase) });
    expect(phases.slice(0, 2)).toEqual(['reading', 'deciding']);
    const controller = new AbortController();
    controller.abort();
    await expect(readOverview({ signal: controller.signal })).rejects.toMatchObject({ failure: 'cancelled' });
  });
});
