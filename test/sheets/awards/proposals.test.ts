import { type Cluster, clusterSchema } from '../../../src/covenant/covenant';
import { awardSchema } from '../../../src/covenant/awards';
import type { Rotation } from '../../../src/scoring/rotation';
import type { AwardProposal } from '../../../src/scoring/awards';
import { layoutOf } from '../../../src/spreadsheet/layout';
import {
  proposalPatches,
  provenPatches,
  quotaText,
  rotationText,
  awardNamesOf,
} from '../../../src/sheets/awards/proposals';
import { awardsColumns, awardsRowKeys } from '../../../src/sheets/awards/layout';

const titleOf = (fields: object) => awardSchema.parse({ id: 'XS', name: 'Tập thể lao động xuất sắc', ...fields });
const EARLIER = awardSchema.parse({ id: 'TT', name: 'Tập thể lao động tiên tiến' });

const proposalOf = (fields: object, rest: Partial<AwardProposal> = {}): AwardProposal => ({
  award: titleOf(fields),
  quota: { number: null, base: null, exact: null },
  nominated: [],
  passedOver: [],
  tie: null,
  resolvedTie: null,
  ...rest,
});
const percent = (percentage: number, fields: object = {}) => ({
  quota: { type: 'percent', percent: percentage, ...fields },
});

describe('how a quota came to its number', () => {
  it.each<[object, AwardProposal['quota'], string]>([
    [
      { quota: null },
      { number: null, base: null, exact: null },
      'Giao ước chưa quy định số lượng; cụm chưa đề nghị đơn vị nào.',
    ],
    [{ quota: { type: 'all' } }, { number: null, base: null, exact: null }, 'mọi đơn vị đủ điều kiện'],
    [{ quota: { type: 'fixed', number: 2 } }, { number: 2, base: null, exact: null }, 'chỉ tiêu 2 đơn vị'],
    [
      percent(20, { least: 1 }),
      { number: 1, base: 6, exact: 1.2 },
      '20 % × 6 đơn vị được xét = 1,2, làm tròn xuống 1; ít nhất 1 → 1',
    ],
    [
      percent(20, { least: 1 }),
      { number: 1, base: 3, exact: 0.6 },
      '20 % × 3 đơn vị được xét = 0,6, làm tròn xuống 0; ít nhất 1 → 1',
    ],
    [
      percent(12.5, { of: 'units', rounding: 'nearest' }),
      { number: 2, base: 13, exact: 1.625 },
      '12,5 % × 13 đơn vị = 1,625, làm tròn đến số gần nhất 2',
    ],
    [
      percent(10, { of: 'ranked', rounding: 'up' }),
      { number: 1, base: 4, exact: 0.4 },
      '10 % × 4 đơn vị được xếp hạng = 0,4, làm tròn lên 1',
    ],
    [
      percent(50, { of: 'title', ofTitle: 'TT' }),
      { number: 1, base: 3, exact: 1.5 },
      '50 % × 3 đơn vị được đề nghị Tập thể lao động tiên tiến = 1,5, làm tròn xuống 1',
    ],
  ])('%j with %j', (fields, quota, text) => {
    expect(quotaText(proposalOf(fields, { quota }), { type: 'cluster', awards: [EARLIER] })).toBe(text);
  });
});

const nominee = (unit: string, rank: number) => ({ unit, name: unit.toUpperCase(), rank });

describe('what is below the table', () => {
  const cluster: Cluster = clusterSchema.parse({
    id: 'c',
    title: 'Cụm',
    head: 'a',
    units: ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() })),
    awards: [{ id: 'XS', name: 'Tập thể lao động xuất sắc', quota: { type: 'fixed', number: 1 } }],
  });
  const layout = layoutOf(awardsRowKeys({ cluster }), ['', ...awardsColumns({ cluster }).map(({ key }) => key)]);
  const [, hauGiang = null] = cluster.units;
  const rotation: Rotation = { head: hauGiang, deputy: null, passedOver: [] };
  const written = (proposals: AwardProposal[]): Map<unknown, unknown> => {
    const keys = awardsRowKeys({ cluster });
    const patches = proposalPatches(layout, cluster, proposals, rotation);
    return new Map(patches.map(({ row, cells }) => [keys[row], cells[0]?.[0]]));
  };
  const quota = { quota: { type: 'fixed', number: 1 } };

  it('gives the quota, the proposed units, and the units passed over with the reasons', () => {
    const texts = written([
      proposalOf(quota, {
        quota: { number: 1, base: null, exact: null },
        nominated: [{ ...nominee('b', 2), resolved: false }],
        passedOver: [
          {
            ...nominee('a', 1),
            reasons: [{ type: 'belowMinimum', lines: ['I.1', 'I.2'] }, { type: 'votesMissing' }],
            confirmed: true,
          },
        ],
      }),
    ]);
    expect(Object.fromEntries(texts)).toEqual({
      'quota:XS': '1. Tập thể lao động xuất sắc: chỉ tiêu 1 đơn vị',
      'nominated:XS': 'Đề nghị: B (hạng 2).',
      'passedOver:XS':
        'Không đề nghị:\n- A (hạng 1): dòng I.1, I.2 dưới mức điểm tối thiểu; chưa ghi phiếu biểu quyết.',
      'field:rotation':
        'Luân phiên năm sau (đề xuất theo thứ tự đơn vị trong Giao ước): Cụm trưởng: B; Cụm phó: chưa có đơn vị',
    });
  });

  it.each<[string, Partial<AwardProposal>, string]>([
    [
      'a tie waits for a resolution',
      { tie: { units: [nominee('a', 1), nominee('b', 1)], places: 1, missing: ['choice'] } },
      'Chưa đề nghị đơn vị nào. Đồng hạng: A (hạng 1); B (hạng 1); còn 1 suất. Cụm biểu quyết, ghi thứ tự vào cột Thứ tự khi đồng hạng và ghi căn cứ.',
    ],
    [
      'one was resolved',
      { nominated: [{ ...nominee('b', 1), resolved: true }] },
      'Đề nghị: B (hạng 1, theo thứ tự đã biểu quyết).',
    ],
    ['nobody', {}, 'Chưa đề nghị đơn vị nào.'],
  ])('%s', (_what, rest, text) => {
    const texts = written([proposalOf(quota, rest)]);
    expect(texts.get('nominated:XS')).toBe(text);
    expect(texts.get('passedOver:XS')).toBeNull();
  });

  it('an award without a row on the sheet is left out; no text exceeds the limit of a cell', () => {
    const many = Array.from({ length: 900 }, (_, index) => ({ ...nominee(`don-vi-${index}`, 1), resolved: false }));
    const texts = written([proposalOf(quota, { nominated: many }), { ...proposalOf(quota), award: EARLIER }]);
    expect([...texts.keys()]).toEqual(['field:rotation', 'quota:XS', 'nominated:XS', 'passedOver:XS']);
    expect(String(texts.get('nominated:XS')).length).toBeLessThan(32_767);
  });

  describe('what an earlier build wrote in other words', () => {
    const undecided = { ...nominee('c', 1), reasons: [{ type: 'undecided' as const }], confirmed: null };
    const tie = { units: [nominee('a', 1), nominee('b', 1)], places: 1, missing: ['choice' as const] };
    const proposals = [proposalOf(quota, { passedOver: [undecided], tie })];
    const unset = [proposalOf({ quota: null })];
    const before = {
      'quota:XS': '1. Tập thể lao động xuất sắc: chỉ tiêu 1 đơn vị',
      'nominated:XS':
        'Chưa đề nghị đơn vị nào. Đồng hạng: A (hạng 1); B (hạng 1); còn 1 suất. Cụm, khối biểu quyết, ghi thứ tự vào cột Thứ tự khi đồng hạng và ghi căn cứ.',
      'passedOver:XS': 'Không đề nghị:\n- C (hạng 1): chờ quyết định của cụm, khối.',
    };
    const unsetBefore = {
      'quota:XS':
        '1. Tập thể lao động xuất sắc: nguồn không nêu chỉ tiêu, cụm, khối chưa ấn định nên chưa đề nghị đơn vị nào',
      'nominated:XS': 'Chưa đề nghị đơn vị nào.',
    };
    /** What is expected on a sheet with these texts in its rows. */
    const proven = (found: Readonly<Record<string, string>>, all: AwardProposal[]): Record<string, unknown> => {
      const keys = awardsRowKeys({ cluster });
      const values = keys.map((key) => ['', found[key ?? ''] ?? '']);
      const patches = provenPatches({ snapshot: { values }, layout }, cluster, all, rotation);
      return Object.fromEntries(patches.map(({ row, cells }) => [keys[row], cells[0]?.[0]]));
    };

    it('holds where it says the same', () => {
      expect(proven(before, proposals)).toMatchObject(before);
      expect(proven(unsetBefore, unset)).toMatchObject(unsetBefore);
    });

    it('is written anew where it says something else', () => {
      expect(proven(unsetBefore, proposals)).toEqual(Object.fromEntries(written(proposals)));
      expect(proven({ ...unsetBefore, 'nominated:XS': 'Đề nghị: A (hạng 1).' }, unset)['nominated:XS']).toBeNull();
    });

    it('is not what is written on a sheet without it: the cluster’s own noun, nothing said twice', () => {
      expect(Object.fromEntries(written(unset))).toMatchObject({
        'quota:XS': '1. Tập thể lao động xuất sắc: Giao ước chưa quy định số lượng; cụm chưa đề nghị đơn vị nào.',
        'nominated:XS': null,
      });
      expect(written(proposals).get('passedOver:XS')).toBe('Không đề nghị:\n- C (hạng 1): chờ quyết định của cụm.');
    });
  });

  it('the rotation names who was passed over', () => {
    const [first, second] = cluster.units;
    if (!first || !second) throw new Error('no units');
    const passedOver: Rotation['passedOver'] = [{ unit: first, eligibility: 'excluded' }];
    expect(rotationText({ type: 'block' }, { head: second, deputy: first, passedOver })).toBe(
      'Luân phiên năm sau (đề xuất theo thứ tự đơn vị trong Giao ước): Khối trưởng: B; Khối phó: A. ' +
        'Đến lượt nhưng không đủ điều kiện: A (không xét)',
    );
  });
});

test('a unit has the awards it is proposed for, in their order', () => {
  const nominated = [{ ...nominee('a', 1), resolved: false }];
  const proposals = [proposalOf({}, { nominated }), proposalOf({ name: 'Cờ thi đua' }, { nominated }), proposalOf({})];
  expect(awardNamesOf('a', proposals)).toBe('Tập thể lao động xuất sắc; Cờ thi đua');
  expect(awardNamesOf('b', proposals)).toBe('');
});
