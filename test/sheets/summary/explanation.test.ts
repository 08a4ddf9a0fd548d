import { exact } from '../../../src/covenant/points';
import type { RankReason } from '../../../src/scoring/rank';
import { explainRank } from '../../../src/sheets/summary/explanation';

const ranked = (fields: Partial<RankReason & { type: 'ranked' }>): RankReason => ({
  type: 'ranked',
  rank: 2,
  total: exact(9650),
  behind: null,
  tiedWith: [],
  deferred: false,
  ...fields,
});
const behind = (...names: string[]) => ({ behind: { names, total: exact(9725) } });

describe('why a unit stands where it stands', () => {
  it.each<[RankReason, string]>([
    [ranked({ rank: 1 }), 'hạng 1 vì tổng 96,50'],
    [ranked(behind('An Giang')), 'hạng 2 vì tổng 96,50; sau An Giang 97,25'],
    [ranked(behind('An Giang', 'Hậu Giang')), 'hạng 2 vì tổng 96,50; sau An Giang, Hậu Giang 97,25'],
    [
      ranked({ ...behind('An Giang'), tiedWith: ['Cà Mau'] }),
      'hạng 2 vì tổng 96,50; sau An Giang 97,25; bằng Cà Mau, đồng hạng',
    ],
    [ranked({ deferred: true }), 'hạng 2 vì tổng 96,50; tạm xếp vì đơn vị thuộc diện chưa xét'],
    [
      { type: 'incomplete', missing: 3, total: exact(5000) },
      'chưa xếp hạng vì còn 3 dòng chưa chấm; tổng tạm tính 50,00',
    ],
    [{ type: 'excluded', total: exact(9000) }, 'không xếp hạng vì thuộc diện không xét; tổng 90,00'],
    [{ type: 'undecided', total: exact(-50) }, 'chưa xếp hạng vì chưa ghi diện xét; tổng -0,50'],
    [{ type: 'noSheet' }, 'chưa xếp hạng vì chưa có bảng chấm điểm'],
  ])('%j', (reason, words) => {
    expect(explainRank(reason)).toBe(words);
  });
});
