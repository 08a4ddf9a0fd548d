import { exact } from '../../../src/covenant/points';
import { rulesSchema } from '../../../src/covenant/rules';
import type { Standing } from '../../../src/scoring/rank';
import { scoreSheet } from '../../../src/scoring/score';
import { layoutOf } from '../../../src/spreadsheet/layout';
import { rankingPatches, type WordedStanding } from '../../../src/sheets/summary/ranking';
import { CRITERIA, entriesOf } from '../../scoring/fixture';

const SCORE = {
  ...scoreSheet({ criteria: CRITERIA, rules: rulesSchema.parse({}) }, entriesOf({})),
  total: exact(9650),
};
const COLUMNS = ['', 'number', 'explanation', 'title', 'rankedTotal', 'rankedRank'];

function standing(unit: string, rank: number | null, score: Standing['score'] = SCORE, title = ''): WordedStanding {
  return {
    unit,
    name: unit,
    score,
    eligibility: 'eligible',
    complete: rank !== null,
    rank,
    rankWithoutDeferred: rank,
    tied: false,
    undecided: false,
    leftOpen: false,
    reason: { type: 'noSheet' },
    explanation: `vì ${unit}`,
    title,
  };
}

describe('what ranking writes on the summary', () => {
  it('neighbouring rows are one patch: explanation, award, total compared, rank', () => {
    const layout = layoutOf([null, 'unit:a', 'unit:b'], COLUMNS);
    expect(rankingPatches(layout, [standing('a', 1, SCORE, 'Cờ thi đua'), standing('b', 2)])).toEqual([
      {
        row: 1,
        column: 2,
        cells: [
          ['vì a', 'Cờ thi đua', 96.5, 1],
          ['vì b', null, 96.5, 2],
        ],
      },
    ]);
  });

  it('rows are found by their keys, whatever their order; a row between them parts the patches', () => {
    const layout = layoutOf([null, 'unit:b', 'unit:a', null, 'unit:c'], COLUMNS);
    const patches = rankingPatches(layout, [standing('a', 1), standing('b', 2), standing('c', 3)]);
    expect(patches.map(({ row, cells }) => [row, cells.map((line) => line[0])])).toEqual([
      [1, ['vì b', 'vì a']],
      [4, ['vì c']],
    ]);
  });

  it('a unit without a rank has a total of 0 and no rank, with or without a sheet', () => {
    const layout = layoutOf([null, 'unit:a', 'unit:b'], COLUMNS);
    const [patch] = rankingPatches(layout, [standing('a', null), standing('b', null, null)]);
    expect(patch?.cells).toEqual([
      ['vì a', null, 0, null],
      ['vì b', null, 0, null],
    ]);
  });

  it('a unit without a row and a summary without the column are left out', () => {
    expect(rankingPatches(layoutOf([null, 'unit:a'], COLUMNS), [standing('b', 1)])).toEqual([]);
    expect(rankingPatches(layoutOf([null, 'unit:a'], ['', 'number']), [standing('a', 1)])).toEqual([]);
  });
});
