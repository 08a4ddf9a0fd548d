import { insertSheets, newCovenant } from '../support/commands';
import { type Phase, runInSlices } from '../../src/commands/progress';
import type { Task, UnitsDone } from '../../src/spreadsheet/task';
import { clusterOf, criteriaOf } from '../support/covenants';
import { closeScoring, must, openScoring } from '../support/scoringBench';

/** A clock by which every unit takes longer than a page may wait. */
function slowClock(): void {
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => (now += 50));
}

function* units(of: number): Task<string> {
  for (let done = 1; done <= of; done += 1) yield { done, of };
  return 'all';
}

afterEach(async () => {
  jest.restoreAllMocks();
  await closeScoring();
});

describe('long work', () => {
  it('that takes no time is reported to nobody', async () => {
    jest.spyOn(performance, 'now').mockReturnValue(0);
    const phase = jest.fn();
    expect(await runInSlices(units(60), { phase }, 'deciding')).toBe('all');
    expect(phase).not.toHaveBeenCalled();
  });

  it('reports after each slice how many units are done', async () => {
    slowClock();
    const reported: unknown[] = [];
    await runInSlices(units(3), { phase: (...now) => reported.push(now) }, 'deciding');
    expect(reported).toEqual([1, 2, 3].map((done) => ['deciding', { done, of: 3 }]));
  });

  it('lets pending events run after each slice', async () => {
    slowClock();
    let turns = 0;
    const phase = (): void => void setTimeout(() => (turns += 1));
    await runInSlices(units(3), { phase }, 'deciding');
    expect(turns).toBe(3);
  });
});

describe('inserting', () => {
  it.each(['deciding', 'writing'] as const)(
    'can be cancelled after the second unit while %s: nothing is sent',
    async (at) => {
      const bench = await openScoring();
      must(await newCovenant({ criteria: criteriaOf(12), cluster: clusterOf(5) }));
      const before = await bench.snapshot();
      slowClock();
      const cancelling = new AbortController();
      const reported: string[] = [];
      const phase = (reached: Phase, units?: UnitsDone): void => {
        if (units) reported.push(`${reached} ${units.done}/${units.of}`);
        if (reached === at && units?.done === 2) cancelling.abort();
      };
      const batches = bench.host.counters.batches;
      await expect(insertSheets({ phase, signal: cancelling.signal })).rejects.toMatchObject({
        failure: 'cancelled',
        aftermath: 'unchanged',
      });
      expect(reported.at(-1)).toBe(`${at} 2/5`);
      // Only what was read before.
      expect(bench.host.counters.batches - batches).toBe(2);
      expect(await bench.snapshot()).toEqual(before);
    },
  );
});
