import { z } from 'zod';
import { createSession } from '../../src/taskpane/session';
import { complete } from '../support/commands';
import type { Actions } from '../../src/taskpane/actions';
import { host } from '../../src/taskpane/host';
import { wordsFor } from '../../src/locales';
import { closeBenches, openBench } from '../stand-in/richapi/harness';

const actions: Actions = {
  ...host,
  reload: () => undefined,
  readAuthor: () => '',
  keepAuthor: () => undefined,
};

beforeEach(() => openBench());
afterEach(closeBenches);

describe('the real commands behind the pane', () => {
  test('take every step from the catalogue to the ranking, and back', async () => {
    const session = createSession(actions);
    await session.refresh();
    expect(session.state()).toMatchObject({ workStep: 'covenant', overview: { covenant: null } });
    await session.loadCatalogue();
    expect(session.state().preview).toMatchObject({ sheets: { now: ['Giao ước', 'Tiêu chí'] }, scale: 10_000 });
    expect(await session.newCovenant()).toBe('done');
    expect(session.state().overview?.facts).toMatchObject({ head: 'Kiên Giang', scale: 10_000 });
    expect(await session.run('insertSheets', undefined)).toBe('done');
    const { undo } = session.state();
    expect(await session.run('checkFigures', undefined)).toBe('done');
    expect(await session.run('rankUnits', undefined)).toBe('done');
    const { overview } = session.state();
    expect(overview?.standings).toHaveLength(6);
    expect(overview?.units.map(({ stageCell }) => stageCell)).not.toContain(null);
    expect(overview?.facts?.undated).toContain('Tổng hợp');
    const blank = overview?.findings.find((one) => one.code === 'line-blank');
    expect(blank?.place?.cell).toMatch(/^[A-Z]+\d+$/);
    if (blank?.place) await session.goTo(blank.place);
    expect(session.state()).toMatchObject({ failure: null, undo });
    expect(await session.undo()).toBe('done');
    expect(session.state().overview?.sheets.summary).toBeNull();
  });

  test('find a criteria set and a cluster in the workbook itself', async () => {
    const session = createSession(actions);
    await session.loadCatalogue();
    await session.newCovenant();
    const { criteria, cluster } = (await complete('importTables', undefined)).result;
    expect([criteria?.scale, cluster?.units.length]).toEqual([10_000, 6]);
  });

  test('say what a table needs where there is none', async () => {
    const { criteria, cluster, findings } = (await complete('importTables', undefined)).result;
    expect([criteria, cluster]).toEqual([null, null]);
    expect(findings.map(({ code }) => code)).toEqual(['table-missing', 'table-missing']);
  });

  test('refuse what is not in the catalogue', async () => {
    const none = { criteria: 'none', cluster: 'none' };
    await expect(actions.run('newCovenant', none, {})).rejects.toThrow(RangeError);
    await expect(actions.preview(none)).rejects.toThrow(RangeError);
  });

  test.each(['vi', 'en'])('have a name in %s for every document that clusters come from', async (language) => {
    const { clusters } = await actions.catalogue();
    const { groups } = wordsFor(language).ui.covenant;
    expect(clusters.map(({ id }) => groups[id.split('/')[0] ?? '']).filter((name) => name === undefined)).toEqual([]);
  });

  test('never make code from text: the policy of the page forbids it', () => {
    expect(z.config().jitless).toBe(true);
  });
});
