/** The summary's own formulas in a live workbook: tie-breaks, classes, the leader, records; and where they are on paper. */
import fc from 'fast-check';
import type { Covenant } from '../../../src/covenant/covenant';
import { criteriaSetSchema } from '../../../src/covenant/criteria';
import { exact } from '../../../src/covenant/points';
import { rulesSchema, type TieBreak } from '../../../src/covenant/rules';
import { keyedCell, keyedSheets } from '../../../src/spreadsheet/snapshot';
import type { Evaluation } from '../../../src/sheets/shared/evaluation';
import { evaluateNow } from '../../support/evaluateNow';
import { summaryPlan } from '../../../src/sheets/summary/plan';
import { readWorkbook } from '../../../src/workbook/covenantWorkbook';
import type { CellValue } from '../../../src/stand-in/workbook/cellContent';
import { cellOf, closeWorkbooks, COVENANT, FIGURES, workbookOf } from '../clusterBook';
import { unitLayout } from '../../../src/sheets/unit/layout';
import { clusterOf, criteriaOf } from '../../support/covenants';

const SUMMARY = 'Tổng hợp';
afterEach(closeWorkbooks);

const withRules = (rules: object): Covenant => ({
  ...COVENANT,
  rules: { ...rulesSchema.parse(rules), bonusCap: exact(300) },
});

/** What is put into a unit's row, or into a line of its sheet: `line:code/column`. */
type Put = readonly (readonly [unit: string, where: string, value: CellValue])[];

interface Shown extends Evaluation {
  live(column: string): unknown[];
  cell(unit: string, column: string): string;
}

async function shown(covenant: Covenant, put: Put): Promise<Shown> {
  const live = await workbookOf(covenant, FIGURES);
  const snapshot = await live.snapshot();
  const names = new Map(covenant.cluster.units.map(({ id, name }) => [id, name]));
  for (const [unit, where, value] of put) {
    const [row = '', column] = where.split('/');
    const [sheet, key, at] =
      column === undefined ? [SUMMARY, `unit:${unit}`, row] : [names.get(unit) ?? '', row, column];
    live.put(sheet, cellOf(snapshot, sheet, key, at), value);
  }
  const after = await live.snapshot();
  const summary = keyedSheets(after).find(({ snapshot: { name } }) => name === SUMMARY);
  if (!summary) throw new Error('no summary');
  return {
    ...evaluateNow(readWorkbook(after)),
    live: (column) => covenant.cluster.units.map(({ id }) => keyedCell(summary, `unit:${id}`, column)?.value ?? null),
    cell: (unit, column) => cellOf(snapshot, SUMMARY, `unit:${unit}`, column),
  };
}

/** u2 and u3 have 19 points each; these leave that so, with other points in the parts. */
const MORE_PENALTY: Put = [
  ['u2', 'line:graded/agreed', 5],
  ['u2', 'line:bonus/agreed', 1],
  ['u2', 'line:penalty/agreed', 2],
  ['u2', 'line:graded/note', 'họp'],
  ['u2', 'line:bonus/evidence', 'QĐ 1'],
  ['u2', 'line:bonus/note', 'họp'],
  ['u2', 'line:penalty/note', 'họp'],
];
const VOTES: Put = [
  ['u2', 'vote', 3],
  ['u3', 'vote', 5],
];

describe('equal totals', () => {
  it.each<[string, TieBreak[], Put, number[]]>([
    ['share a rank where nothing is agreed', [], MORE_PENALTY, [1, 2, 2, 4, 5]],
    ['are parted by fewer penalties', [{ by: 'fewerPenalty' }], MORE_PENALTY, [1, 3, 2, 4, 5]],
    ['are parted by more standard points', [{ by: 'moreStandard' }], MORE_PENALTY, [1, 2, 3, 4, 5]],
    ['are parted by more bonus points', [{ by: 'moreBonus' }], MORE_PENALTY, [1, 2, 3, 4, 5]],
    ['are parted by a section', [{ by: 'section', section: 'I' }], MORE_PENALTY, [1, 2, 3, 4, 5]],
    [
      'are not parted by a section in which they are equal',
      [{ by: 'section', section: 'II' }],
      MORE_PENALTY,
      [1, 2, 2, 4, 5],
    ],
    [
      'are parted by the first tie-break that differs',
      [{ by: 'section', section: 'II' }, { by: 'fewerPenalty' }, { by: 'moreBonus' }],
      MORE_PENALTY,
      [1, 3, 2, 4, 5],
    ],
    ['are parted by a recorded vote', [{ by: 'vote' }], VOTES, [1, 3, 2, 4, 5]],
    ['no vote counts as none', [{ by: 'vote' }], [['u3', 'vote', 1]], [1, 3, 2, 4, 5]],
    ['a vote is asked last where it stands last', [{ by: 'fewerPenalty' }, { by: 'vote' }], VOTES, [1, 3, 2, 4, 5]],
    [
      'stay tied where all tie-breaks are equal',
      [{ by: 'fewerPenalty' }, { by: 'moreStandard' }, { by: 'vote' }],
      [],
      [1, 2, 2, 4, 5],
    ],
  ])('%s', async (_what, tieBreaks, put, ranks) => {
    const { live, ranking, findings } = await shown(withRules({ tieBreaks }), put);
    expect(live('rank')).toEqual(ranks);
    expect(live('rankWithoutDeferred')).toEqual(ranks);
    expect(ranking?.standings.map(({ rank }) => rank)).toEqual(ranks);
    expect(findings.map(({ code }) => code).filter((code) => /engine|formula/.test(code))).toEqual([]);
  });

  it('are resolved the same with and without deferred units, and excluded units do not count', async () => {
    const covenant = withRules({ tieBreaks: [{ by: 'vote' }] });
    const { live } = await shown(covenant, [
      ...VOTES,
      ['u1', 'eligibility', 'Không xét'],
      ['u3', 'eligibility', 'Chưa xét'],
    ]);
    expect(live('rank')).toEqual([null, 2, 1, 3, 4]);
    expect(live('rankWithoutDeferred')).toEqual([null, 1, null, 2, 3]);
  });

  it('live ranks are the engine’s whatever the tie-breaks, votes and eligibilities', async () => {
    const tieBreak = fc.constantFrom<TieBreak[]>(
      { by: 'fewerPenalty' },
      { by: 'moreStandard' },
      { by: 'moreBonus' },
      { by: 'vote' },
      { by: 'section', section: 'I' },
      { by: 'section', section: 'II' },
    );
    const unit = fc.record({
      graded: fc.constantFrom(4, 5),
      bonus: fc.constantFrom(0, 1),
      penalty: fc.constantFrom(0, 1, 2),
      vote: fc.constantFrom<CellValue[]>(null, 2, 3, 'x', true, 2.5),
      eligibility: fc.constantFrom('Được xét', 'Được xét', 'Chưa xét', 'Không xét', 'được xét', null),
    });
    const drawn = fc.record({
      tieBreaks: fc.array(tieBreak, { maxLength: 5 }),
      units: fc.array(unit, { minLength: 5, maxLength: 5 }),
    });
    for (const { tieBreaks, units } of fc.sample(drawn, { numRuns: 12, seed: 7 })) {
      const put = units.flatMap(({ graded, bonus, penalty, vote, eligibility }, index): Put => {
        const id = `u${index + 1}`;
        return [
          [id, 'line:graded/agreed', graded],
          [id, 'line:bonus/agreed', bonus],
          [id, 'line:penalty/agreed', penalty],
          [id, 'vote', vote],
          [id, 'eligibility', eligibility],
        ];
      });
      const { live, ranking, findings } = await shown(withRules({ tieBreaks }), put);
      expect(findings.filter(({ code }) => /engine|formula/.test(code))).toEqual([]);
      expect(live('rank')).toEqual(ranking?.standings.map(({ rank }) => rank));
      expect(live('rankWithoutDeferred')).toEqual(ranking?.standings.map((one) => one.rankWithoutDeferred));
      closeWorkbooks();
    }
  });
});

describe('classes', () => {
  const classes = [
    { name: 'Xuất sắc', from: 19 },
    { name: 'Tốt "A"', from: 18 },
    { name: 'Khá', from: 0 },
  ];

  it('are shown by total; a unit with blanks has none', async () => {
    const { live, findings } = await shown(withRules({ classes }), [
      ['u1', 'line:graded/self', null],
      ['u1', 'line:graded/agreed', null],
    ]);
    expect(live('class')).toEqual([null, 'Xuất sắc', 'Xuất sắc', 'Tốt "A"', 'Khá']);
    expect(findings.map(({ code }) => code)).toEqual(['line-blank']);
  });

  it('have a cap of their own', async () => {
    const { live } = await shown(withRules({ classes, classificationCap: 18.99 }), []);
    expect(live('class').slice(0, 2)).toEqual(['Tốt "A"', 'Tốt "A"']);
    expect(live('total').slice(0, 2)).toEqual([20, 19]);
  });

  it('without classes the column is empty', async () => {
    expect((await shown(COVENANT, [])).live('class')).toEqual([null, null, null, null, null]);
  });
});

describe('what the cluster records beside a unit', () => {
  it.each<[string, CellValue]>([
    ['vote', 'năm'],
    ['vote', -1],
    ['vote', 2.5],
    ['vote', true],
    ['decidedOn', 'hôm qua'],
    ['decidedOn', '31/02/2020'],
  ])('%s: %j is an error in its cell', async (column, value) => {
    const { findings, cell } = await shown(COVENANT, [['u2', column, value]]);
    expect(findings).toMatchObject([
      {
        code: 'fact-invalid',
        severity: 'error',
        place: { sheet: SUMMARY, cell: cell('u2', column) },
        data: { unit: 'Hậu Giang' },
      },
    ]);
  });

  it.each<[string, CellValue]>([
    ['vote', 0],
    ['vote', 6],
    ['decidedOn', 44162],
    ['decidedOn', '27/11/2020'],
    ['decidedBy', 'Hội nghị cụm'],
  ])('%s: %j is taken', async (column, value) => {
    expect((await shown(COVENANT, [['u2', column, value]])).findings).toEqual([]);
  });

  const RECORD = { reason: 'Vi phạm', basis: 'QĐ 12', decidedOn: 44162, decidedBy: 'Hội nghị cụm' };

  it.each([
    ['Không xét', 'reason', null],
    ['Chưa xét', 'basis', '  '],
    ['Chưa xét', 'decidedOn', '27/11/2020'],
    ['Chưa xét', 'decidedBy', null],
  ])(
    '%s is no decision with %s as %j: the formulas call the result provisional as well',
    async (word, column, value) => {
      const entries = Object.entries({ eligibility: word, ...RECORD, [column]: value });
      const { findings, live } = await shown(
        COVENANT,
        entries.map(([key, entry]) => ['u2', key, entry] as const),
      );
      expect(findings).toMatchObject([{ code: 'eligibility-undecided', data: { unit: 'Hậu Giang' } }]);
      expect(live('provisional')[1]).toBe(1);
    },
  );

  it.each(['Không xét', 'Chưa xét'])('%s with its record is one', async (word) => {
    const entries = Object.entries({ eligibility: word, ...RECORD });
    const { findings, live } = await shown(
      COVENANT,
      entries.map(([key, entry]) => ['u2', key, entry] as const),
    );
    expect(findings).toEqual([]);
    expect(live('provisional')[1]).toBe(0);
  });
});

describe('on paper', () => {
  const title = { id: 'a', name: 'Cờ', quota: null, among: '', without: [], conditions: [], votes: null, basis: '' };
  const printed = (covenant: Covenant): { width: number; keys: unknown[] } => {
    const refs = covenant.cluster.units.map(({ id, name }) => ({
      unit: id,
      sheet: name,
      layout: unitLayout(covenant),
    }));
    const { columnWidths, hiddenColumns, page, cells } = summaryPlan(covenant, refs, SUMMARY);
    const { column, columns } = page.printArea;
    const seen = columnWidths.flatMap((width, index) =>
      index >= column &&
      index < column + columns &&
      !hiddenColumns.some((run) => index >= run.column && index < run.column + run.columns)
        ? [{ width, key: cells[0]?.[index] }]
        : [],
    );
    return { width: seen.reduce((sum, one) => sum + one.width, 0), keys: seen.map(({ key }) => key) };
  };

  const ten = Array.from({ length: 10 }, (_none, index) => ({
    ...{ kind: 'section', code: `M${index}`, title: `Mục ${index + 1}`, standard: 10 },
    children: [{ kind: 'graded', code: `M${index}.1`, title: 'Chỉ tiêu', standard: 10, step: 0.5 }],
  }));
  const TEN: Covenant = {
    ...withRules({ classes: [{ name: 'Hoàn thành xuất sắc nhiệm vụ', from: 0 }] }),
    criteria: criteriaSetSchema.parse({
      ...{ id: 'muoi', title: 'Mười mục', version: '1', scale: 100, bonuses: [], penalties: [] },
      sections: ten,
    }),
    cluster: { ...COVENANT.cluster, awards: [title] },
  };

  it.each<[string, Covenant]>([
    ['neither classes nor titles', COVENANT],
    ['three sections', { ...COVENANT, criteria: criteriaOf(20) }],
    ['ten sections, classes and titles', TEN],
    ['titles', { ...COVENANT, cluster: { ...COVENANT.cluster, awards: [title] } }],
  ])('with %s the table fills a landscape page', (_what, covenant) => {
    expect(printed(covenant).width).toBe(711);
  });

  it('the table of six units is on one page with its signatures', () => {
    const covenant: Covenant = { ...COVENANT, cluster: clusterOf(6) };
    const refs = covenant.cluster.units.map(({ id, name }) => ({
      unit: id,
      sheet: name,
      layout: unitLayout(covenant),
    }));
    const { cells, rowHeights } = summaryPlan(covenant, refs, SUMMARY);
    const known = new Map(
      rowHeights.flatMap(({ row, rows, height }) =>
        Array.from({ length: rows }, (_, at) => [row + at, height] as const),
      ),
    );
    const heights = cells.slice(1).map((_line, row) => known.get(row + 1) ?? 15);
    // A4 landscape between margins of 20 mm, in points.
    expect(heights.reduce((sum, height) => sum + height, 0)).toBeLessThan(481);
  });

  it('the class and the award are printed only where the covenant has them; records and explanations stand beside the print area', () => {
    expect(printed(COVENANT).keys).not.toContain('class');
    expect(printed(COVENANT).keys).not.toContain('title');
    const classed = withRules({ classes: [{ name: 'Tốt', from: 0 }] });
    const { keys } = printed({ ...classed, cluster: { ...classed.cluster, awards: [title] } });
    expect(keys.slice(-3)).toEqual(['class', 'title', 'sign']);
    for (const key of ['explanation', 'rankWithoutDeferred', 'reason', 'vote']) expect(keys).not.toContain(key);
  });
});
