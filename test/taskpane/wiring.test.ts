import { z } from 'zod';
import { createSession } from '../../src/taskpane/session';
import { actions } from '../../src/taskpane/wiring';
import { closeBenches, openBench } from '../workbench/richapi/harness';

beforeEach(() => openBench());
afterEach(closeBenches);

describe('the real commands behind the pane', () => {
  test('take every step from the catalogue to the ranking', async () => {
    const session = createSession(actions);
    await session.loadCatalogue();
    const { criteriaSets = [], clusters = [] } = session.state().catalogue ?? {};
    const choice = { criteriaSet: criteriaSets[0]?.id ?? '', cluster: clusters[0]?.id ?? '' };
    expect(await session.newCovenant(choice)).toBe('done');
    expect(await session.insertSheets()).toBe('done');
    expect(await session.checkFigures()).toBe('done');
    expect(await session.rankUnits()).toBe('done');
    const { check, rank } = session.state().results;
    const findings = check?.type === 'checked' ? check.findings : [];
    const blank = findings?.find((one) => one.code === 'line-blank');
    expect(blank?.place?.cell).toMatch(/^[A-Z]+\d+$/);
    expect(rank?.type === 'ranked' && rank.ranking.standings.length).toBe(6);
    if (blank?.place) await session.goTo('check', blank.place);
    expect(session.state().failure).toBeNull();
  });

  test('refuse what is not in the catalogue', async () => {
    await expect(actions.newCovenant({ criteriaSet: 'none', cluster: 'none' }, {})).rejects.toThrow(RangeError);
  });

  test('never make code from text: the policy of the page forbids it', () => {
    expect(z.config().jitless).toBe(true);
  });
});
