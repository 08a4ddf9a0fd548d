import { exact } from '../../../src/covenant/points';
import { rulesSchema, type TieBreak } from '../../../src/covenant/rules';
import type { Parted, RankReason } from '../../../src/scoring/rank';
import { scoreSheet } from '../../../src/scoring/score';
import { explainRank } from '../../../src/sheets/summary/explanation';
import { CRITERIA, entriesOf } from '../../scoring/fixture';

const ranked = (fields: Partial<RankReason & { type: 'ranked' }>): RankReason => ({
  type: 'ranked',
  rank: 2,
  total: exact(9650),
  behind: null,
  parted: [],
  tiedWith: [],
  deferred: false,
  ...fields,
});
const behind = (...names: string[]) => ({ behind: { names, total: exact(9725) } });

const PENALTY: TieBreak = { by: 'fewerPenalty' };
const SECTION: TieBreak = { by: 'section', section: 'II' };
const VOTE: TieBreak = { by: 'vote' };
const TIE_BREAKS: readonly TieBreak[] = [PENALTY, SECTION, VOTE];
const parted = (by: TieBreak, own: number, theirs: number, name = 'Cà Mau'): Parted => ({
  name,
  by,
  own,
  theirs,
  above: by === PENALTY ? theirs < own : theirs > own,
});

const SCORE = scoreSheet({ criteria: CRITERIA, rules: rulesSchema.parse({}) }, entriesOf({}));
const explained = (reason: RankReason, undecided: string[] = []): string =>
  explainRank({ reason, score: { ...SCORE, undecided }, undecided: false, leftOpen: false }, TIE_BREAKS);

describe('why a unit has its rank', () => {
  it.each<[RankReason, string]>([
    [ranked({ rank: 1 }), 'hạng 1 vì tổng 96,50'],
    [ranked(behind('An Giang')), 'hạng 2 vì tổng 96,50; sau An Giang 97,25'],
    [ranked(behind('An Giang', 'Hậu Giang')), 'hạng 2 vì tổng 96,50; sau An Giang, Hậu Giang 97,25'],
    [
      ranked({ ...behind('An Giang'), tiedWith: ['Cà Mau'] }),
      'hạng 2 vì tổng 96,50; sau An Giang 97,25; bằng Cà Mau, đồng hạng',
    ],
    [ranked({ deferred: true }), 'hạng 2 vì tổng 96,50; tạm xếp vì đơn vị thuộc diện chưa xét'],
    [{ type: 'excluded', total: exact(9000) }, 'không xếp hạng vì thuộc diện không xét; tổng 90,00'],
    [{ type: 'undecided', total: exact(-50) }, 'chưa xếp hạng vì chưa ghi diện xét; tổng -0,50'],
    [{ type: 'noSheet' }, 'chưa xếp hạng vì chưa có bảng chấm điểm'],
  ])('%j', (reason, words) => {
    expect(explained(reason)).toBe(words);
  });
});

describe('what parts equal totals', () => {
  it.each<[string, Parted, string]>([
    ['fewer penalties', parted(PENALTY, 50, 100), 'xếp trên vì ít điểm trừ hơn (0,50 so với 1,00)'],
    ['more penalties', parted(PENALTY, 100, 50), 'xếp dưới vì nhiều điểm trừ hơn (1,00 so với 0,50)'],
    ['more in a section', parted(SECTION, 1500, 1450), 'xếp trên vì điểm mục II cao hơn (15,00 so với 14,50)'],
    ['less in a section', parted(SECTION, 0, 25), 'xếp dưới vì điểm mục II thấp hơn (0,00 so với 0,25)'],
    [
      'standard points',
      parted({ by: 'moreStandard' }, 960, 950),
      'xếp trên vì nhiều điểm chuẩn hơn (9,60 so với 9,50)',
    ],
    ['bonus points', parted({ by: 'moreBonus' }, 50, 150), 'xếp dưới vì ít điểm cộng hơn (0,50 so với 1,50)'],
    ['votes', parted(VOTE, 5, 3), 'xếp trên vì nhiều phiếu hơn (5 phiếu so với 3 phiếu)'],
  ])('%s', (_what, one, words) => {
    expect(explained(ranked({ parted: [one] }))).toBe(`hạng 2 vì tổng 96,50; bằng điểm Cà Mau, ${words}`);
  });

  it('follows the order of the tie-breaks, with tied units last', () => {
    const reason = ranked({
      ...behind('An Giang'),
      parted: [parted(VOTE, 5, 3, 'X'), parted(PENALTY, 50, 100, 'Y')],
      tiedWith: ['Hậu Giang'],
    });
    expect(explained(reason)).toBe(
      'hạng 2 vì tổng 96,50; sau An Giang 97,25; bằng điểm Y, xếp trên vì ít điểm trừ hơn (0,50 so với 1,00); ' +
        'bằng điểm X, xếp trên vì nhiều phiếu hơn (5 phiếu so với 3 phiếu); bằng Hậu Giang, đồng hạng',
    );
  });
});

describe('what keeps a unit from having a rank', () => {
  const incomplete = (missing: number, undecided: number): RankReason => ({
    type: 'incomplete',
    missing,
    undecided,
    total: exact(5000),
  });
  const waits = 'không phát sinh (KPS), chờ cụm, khối quyết định';
  it.each<[string, RankReason, string[], string]>([
    ['blank lines', incomplete(3, 0), [], 'còn 3 dòng chưa chấm'],
    ['lines that wait for the cluster', incomplete(2, 2), ['I.1', 'II.3'], `dòng I.1, II.3 ${waits}`],
    ['both', incomplete(2, 1), ['I.1'], `còn 1 dòng chưa chấm; dòng I.1 ${waits}`],
  ])('%s', (_what, reason, undecided, why) => {
    expect(explained(reason, undecided)).toBe(`chưa xếp hạng vì ${why}; tổng tạm tính 50,00`);
  });

  it('a decision about the unit is open', () => {
    expect(explainRank({ reason: ranked({ rank: 1 }), score: SCORE, undecided: true, leftOpen: false }, [])).toBe(
      'hạng 1 vì tổng 96,50; chờ quyết định của cụm, khối',
    );
  });

  it.each<[string, RankReason, string]>([
    ['not complete', incomplete(3, 0), 'còn 3 dòng chưa chấm; tổng tạm tính 50,00; đơn vị thuộc diện chưa xét'],
    ['not agreed', ranked({ deferred: true }), 'tạm xếp vì đơn vị thuộc diện chưa xét; bảng điểm chưa thống nhất'],
  ])('a deferred unit whose sheet was left %s has points and a rank that are not final', (_what, reason, why) => {
    const words = explainRank({ reason, score: SCORE, undecided: false, leftOpen: true }, []);
    expect(words).toContain(`${why}, điểm, hạng chưa chính thức`);
  });

  it('nothing arose on any line', () => {
    const score = { ...SCORE, applicable: exact(0) };
    expect(explainRank({ reason: incomplete(1, 0), score, undecided: false, leftOpen: false }, [])).toBe(
      'chưa xếp hạng vì mọi dòng điểm chuẩn đều không phát sinh; tổng tạm tính 50,00',
    );
  });
});
