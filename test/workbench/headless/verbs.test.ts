/** The headless command, verb by verb: what it prints, with which status, and which files it leaves. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordsFor } from '../../../src/locales';
import { UnreadableFile } from '../../../src/workbench/files';
import { openSession, startSession } from '../../../src/workbench/headless/session';
import { type Printed, VERBS } from '../../../src/workbench/headless/verbs';
import { WrongUse } from '../../../src/workbench/headless/wrongUse';
import { areaOf } from '../../support/scoringBench';

let folder: string;
const at = (name: string): string => join(folder, name);
/** A workbook of the catalogue, made by `new` once. */
const FRESH = 'fresh.xlsx';

interface Description {
  units: {
    unit: string;
    sheet: string;
    stage: string;
    lines: { code: string; kind: string; cells: Record<string, string | null> }[];
    totals: Record<string, string>;
  }[];
  summary: { sheet: string; rows: { unit: string; cells: Record<string, string> }[] };
}

function run(verb: string, file: string | null, options: Record<string, string> = {}, lang = 'vi'): Promise<Printed> {
  const { criteria, cluster, entries, out } = options;
  const work = VERBS[verb];
  if (!work) throw new Error(`no verb ${verb}`);
  return work({
    file: file === null ? null : at(file),
    options: { criteria, cluster, entries, out },
    words: wordsFor(lang),
  });
}

/** What a verb prints, as a script would read it. */
async function output<T>(...call: Parameters<typeof run>): Promise<T> {
  return JSON.parse(JSON.stringify((await run(...call)).output)) as T;
}

const describeFile = (file: string): Promise<Description> => output<Description>('describe', file);

async function entriesFile(name: string, entries: unknown): Promise<string> {
  await writeFile(at(name), JSON.stringify(entries));
  return at(name);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headless-'));
  await run('new', null, { criteria: 'cum-11-2020', cluster: 'cum-11-2020', out: at(FRESH) });
});
afterAll(() => rm(folder, { recursive: true }));

test('catalogue lists criteria sets and clusters by id and title', async () => {
  const { criteriaSets, clusters } = await output<Record<string, unknown[]>>('catalogue', null);
  const entry = { id: 'cum-11-2020', title: expect.stringContaining('Cụm thi đua số 11') as string };
  expect(criteriaSets).toContainEqual(expect.objectContaining(entry));
  expect(clusters).toContainEqual(expect.objectContaining({ ...entry, units: 6 }));
});

describe('new', () => {
  test('takes JSON files in place of ids', async () => {
    await writeFile(at('b.json'), await readFile('assets/catalogue/criteria/cum-11-2020.json'));
    await writeFile(at('c.json'), JSON.stringify({ id: 'x', title: 'X', units: [{ id: 'mot', name: 'Một' }] }));
    const printed = await output('new', null, { criteria: at('b.json'), cluster: at('c.json'), out: at('json.xlsx') });
    expect(printed).toEqual({ added: ['Giao ước', 'Tiêu chí', 'Một', 'Tổng hợp'] });
    expect((await describeFile('json.xlsx')).units.map(({ unit }) => unit)).toEqual(['Một']);
  });

  test('a cluster whose source names no units gets the two sheets, to be filled in', async () => {
    const options = { criteria: 'cum-11-2020', cluster: 'toan-nganh-2024/khoi-6', out: at('khoi-6.xlsx') };
    expect(await run('new', null, options)).toEqual({ output: { added: ['Giao ước', 'Tiêu chí'] }, status: 0 });
  });

  test('is refused for criteria that do not add up: findings, status 1, no file', async () => {
    const set = JSON.parse(await readFile('assets/catalogue/criteria/cum-11-2020.json', 'utf8')) as object;
    await writeFile(at('wrong.json'), JSON.stringify({ ...set, scale: 99 }));
    const printed = await run('new', null, { criteria: at('wrong.json'), cluster: 'cum-11-2020', out: at('no.xlsx') });
    expect(printed).toMatchObject({ status: 1, output: { findings: [{ code: 'sum-differs', severity: 'error' }] } });
    expect(await readdir(folder)).not.toContain('no.xlsx');
  });

  test.each([
    ['an id there is not', { criteria: 'không-có', cluster: 'cum-11-2020' }, 'cum-11-2020'],
    ['a file there is not', { criteria: 'nowhere.json', cluster: 'cum-11-2020' }, 'nowhere.json'],
    ['no cluster', { criteria: 'cum-11-2020' }, '--cluster'],
    ['no file to write', { criteria: 'cum-11-2020', cluster: 'cum-11-2020' }, '--out'],
  ])('%s is wrong use, and is named', async (_, options, named) => {
    const failed: unknown = await run('new', null, options).catch((thrown: unknown) => thrown);
    expect(failed).toBeInstanceOf(WrongUse);
    expect(String(failed)).toContain(named);
  });

  test('a file that is no JSON is wrong use', async () => {
    await writeFile(at('odd.json'), '{');
    const made = run('new', null, { criteria: at('odd.json'), cluster: 'cum-11-2020', out: at('no.xlsx') });
    await expect(made).rejects.toThrow(WrongUse);
  });
});

test('describe gives the address of everything that is filled in or read off', async () => {
  const { units, summary } = await describeFile(FRESH);
  expect(units).toHaveLength(6);
  const [{ lines = [], totals = {}, ...unit } = {}] = units;
  expect(unit).toMatchObject({ unit: 'Kiên Giang', sheet: 'Kiên Giang' });
  const cell = expect.stringMatching(/^[A-Z]+\d+$/) as string;
  expect(lines).toContainEqual(
    expect.objectContaining({
      code: 'I.2',
      kind: 'graded',
      standard: 4,
      rate: null,
      cap: null,
      cells: expect.objectContaining({
        figure: null,
        self: cell,
        reviewed: cell,
        agreed: cell,
        evidence: cell,
      }) as object,
    }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({
      code: 'T1',
      kind: 'bonus',
      standard: null,
      rate: 1,
      cap: 3,
      cells: expect.objectContaining({ figure: cell }) as object,
    }),
  );
  expect(totals).toMatchObject({ standard: cell, bonus: cell, penalty: cell, total: cell });
  expect(summary.sheet).toBe('Tổng hợp');
  expect(summary.rows.map((row) => row.unit)).toEqual(units.map((one) => one.unit));
  expect(summary.rows[0]?.cells).toMatchObject({ total: cell, rank: cell, eligibility: cell });
});

describe('a cluster with titles, targets and tie-breaks', () => {
  const CLUSTER = {
    id: 'x',
    title: 'X',
    head: 'mot',
    deputy: 'hai',
    period: { handIn: '2020-12-01' },
    units: ['Một', 'Hai', 'Ba', 'Bốn', 'Năm'].map((name, index) => ({
      id: ['mot', 'hai', 'ba', 'bon', 'nam'][index],
      name,
    })),
    titles: [
      {
        id: 'XS',
        name: 'Xuất sắc',
        quota: { type: 'percent', percent: 20, of: 'units', least: 1 },
        conditions: [{ id: 'tt', text: 'Tỷ lệ tiên tiến', measure: 'share', least: 70 }],
        votes: 50,
      },
    ],
  };
  const CRITERIA = {
    id: 'b',
    title: 'B',
    version: '1',
    scale: 10,
    rules: { tieBreaks: [{ by: 'vote' }], classes: [{ name: 'Tốt', from: 8 }], lateLine: 'P', lateBy: 'days' },
    sections: [
      {
        kind: 'section',
        code: 'I',
        title: 'Một',
        standard: 10,
        children: [{ kind: 'proportional', code: 'A', title: 'A', standard: 10, direction: 'more' }],
      },
    ],
    bonuses: [],
    penalties: [{ kind: 'penalty', code: 'P', title: 'P', rate: 0.5, cap: 2 }],
  };
  interface Described extends Description {
    covenant: { sheet: string; fields: Record<string, string>; units: { id: string; cells: Record<string, string> }[] };
    targets: { sheet: string; rows: { id: string; cells: Record<string, string> }[] };
    titles: {
      sheet: string;
      rows: {
        id: string;
        basis: string;
        titles: Record<
          string,
          {
            conditions: Record<string, Record<string, string | null>>;
            votes: Record<string, string>;
            order: string | null;
          }
        >;
      }[];
    };
  }
  let described: Described;
  /** Results against a target of 10; Một and Hai are equal, Năm came late. */
  const RESULTS = [9, 9, 8, 7, 10];

  beforeAll(async () => {
    await writeFile(at('tc.json'), JSON.stringify(CRITERIA));
    await writeFile(at('cl.json'), JSON.stringify(CLUSTER));
    await run('new', null, { criteria: at('tc.json'), cluster: at('cl.json'), out: at('titled.xlsx') });
    described = await output<Described>('describe', 'titled.xlsx');
  });

  test('describe gives every cell a script needs', () => {
    const cell = expect.stringMatching(/^[A-Z]+\d+$/) as string;
    expect(described.covenant.fields).toMatchObject({ title: cell, 'period.handIn': cell, 'rules.tieBreak1': cell });
    expect(described.covenant.units[4]).toMatchObject({
      id: 'nam',
      cells: { name: cell, handedIn: cell, registered: cell },
    });
    expect(described.targets.rows[0]).toMatchObject({ unit: 'Một', id: 'mot', cells: { A: cell } });
    expect(described.units[0]).toMatchObject({ stage: cell, reviewer: cell });
    expect(described.units[0]?.lines[0]?.cells).toMatchObject({ target: null, figure: cell });
    expect(described.summary.rows[0]?.cells).toMatchObject({
      class: cell,
      title: cell,
      basis: cell,
      decidedOn: cell,
      vote: cell,
    });
    expect(described.titles.rows[0]).toMatchObject({
      id: 'mot',
      basis: cell,
      titles: {
        XS: {
          conditions: { tt: { numerator: cell, denominator: cell, count: null } },
          votes: { inFavour: cell, present: cell },
          order: cell,
        },
      },
    });
  });

  interface Ranked {
    standings: { id: string; rank: number; class: string; title: string; explanation: string; classified: number }[];
    titles: object[];
    rotation: object;
  }

  test('rank shows how the quota came about, who is proposed and passed over, and who leads next year', async () => {
    const entries = described.units.flatMap(({ sheet, lines, stage }, index) => [
      { sheet: described.targets.sheet, cell: described.targets.rows[index]?.cells['A'], value: 10 },
      { sheet, cell: lines[0]?.cells['figure'], value: RESULTS[index] },
      { sheet, cell: lines[1]?.cells['figure'], value: 0 },
      { sheet, cell: stage, value: 'Thống nhất' },
    ]);
    const facts = described.titles.rows.flatMap(({ titles }, index) => {
      const { conditions, votes } = titles['XS'] ?? { conditions: {}, votes: {} };
      const typed: [string | null | undefined, number][] = [
        [conditions['tt']?.['numerator'], index === 4 ? 6 : 8],
        [conditions['tt']?.['denominator'], 10],
        [votes['inFavour'], 5],
        [votes['present'], 5],
      ];
      return typed.map(([cell, value]) => ({ sheet: described.titles.sheet, cell, value }));
    });
    const late = [
      { sheet: described.covenant.sheet, cell: described.covenant.units[4]?.cells['handedIn'], value: '03/12/2020' },
      { sheet: described.summary.sheet, cell: described.summary.rows[1]?.cells['vote'], value: 3 },
      { sheet: described.summary.sheet, cell: described.summary.rows[3]?.cells['eligibility'], value: 'Không xét' },
      { sheet: described.summary.sheet, cell: described.summary.rows[3]?.cells['basis'], value: 'QĐ 12/QĐ-VKS' },
      { sheet: described.summary.sheet, cell: described.summary.rows[3]?.cells['decidedOn'], value: '27/11/2020' },
    ];
    const file = await entriesFile('all.json', [...entries, ...facts, ...late]);
    expect(await output('type', 'titled.xlsx', { entries: file, out: at('full.xlsx') })).toMatchObject({ errors: [] });
    const ranked = await output<Ranked>('rank', 'full.xlsx', { out: at('won.xlsx') });
    expect(ranked.standings.map(({ id, rank }) => [id, rank])).toEqual([
      ['nam', 1],
      ['hai', 2],
      ['mot', 3],
      ['ba', 4],
      ['bon', null],
    ]);
    expect(ranked.standings[1]).toMatchObject({ class: 'Tốt', classified: 9, title: 'Xuất sắc' });
    expect(ranked.titles).toEqual([
      {
        id: 'XS',
        name: 'Xuất sắc',
        quota: {
          number: 1,
          base: 5,
          exact: 1,
          percent: 20,
          text: '20 % × 5 đơn vị = 1, làm tròn xuống 1; ít nhất 1 → 1',
        },
        nominated: [{ unit: 'Hai', id: 'hai', rank: 2, resolved: false }],
        passedOver: [
          { unit: 'Năm', id: 'nam', rank: 1, reasons: ['chưa đạt “Tỷ lệ tiên tiến”: 6/10 = 60 %, yêu cầu từ 70 %'] },
        ],
        tie: null,
      },
    ]);
    expect(ranked.rotation).toEqual({
      head: { unit: 'Hai', id: 'hai' },
      deputy: { unit: 'Ba', id: 'ba' },
      passedOver: [],
    });
  });

  test('fix leaves what is only proposed to whoever decides it', async () => {
    const before = await output<{ findings: { code: string; fix?: object }[] }>('check', 'full.xlsx');
    expect(before.findings).toMatchObject([{ code: 'hand-in-late', fix: { put: { number: 2 } } }]);
    expect(await output('fix', 'full.xlsx', { out: at('mended.xlsx') })).toMatchObject({
      fixed: [],
      findings: [{ code: 'hand-in-late' }],
    });
  });
});

describe('type', () => {
  const cellOf = async (code: string, column: string): Promise<string> => {
    const [unit] = (await describeFile(FRESH)).units;
    return unit?.lines.find((line) => line.code === code)?.cells[column] ?? '';
  };

  test('types as a person does, decimal comma and all', async () => {
    const cell = await cellOf('I.2', 'self');
    const entries = await entriesFile('ok.json', [{ sheet: 'Kiên Giang', cell, value: '3,5' }]);
    expect(await run('type', FRESH, { entries, out: at('typed.xlsx') })).toEqual({
      status: 0,
      output: { typed: 1, errors: [] },
    });
    const { findings } = await output<{ findings: { sheet: string; cell: string }[] }>('check', 'typed.xlsx');
    expect(findings.filter((one) => one.sheet === 'Kiên Giang').map((one) => one.cell)).not.toContain(cell);
  });

  test('locked, invalid and unknown cells are refused by name, and then nothing at all is written', async () => {
    const [good, locked] = [await cellOf('I.2', 'self'), (await describeFile(FRESH)).units[0]?.totals.total ?? ''];
    const sheet = 'Kiên Giang';
    const entries = await entriesFile('bad.json', [
      { sheet, cell: good, value: 3 },
      { sheet, cell: locked, value: 100 },
      { sheet, cell: good, value: 40 },
      { sheet: 'Không có', cell: 'A1', value: 1 },
    ]);
    const printed = await run('type', FRESH, { entries, out: at('never.xlsx') });
    expect(printed).toMatchObject({
      status: 1,
      output: {
        typed: 0,
        errors: [
          { sheet, cell: locked, reason: 'locked' },
          { sheet, cell: good, reason: 'validation' },
          { sheet: 'Không có', reason: 'noSheet' },
        ],
      },
    });
    expect(await readdir(folder)).not.toContain('never.xlsx');
  });

  test('entries of another shape are wrong use', async () => {
    const entries = await entriesFile('shape.json', [{ sheet: 'Kiên Giang', cell: 'A0', value: 1 }]);
    await expect(run('type', FRESH, { entries, out: at('never.xlsx') })).rejects.toThrow(WrongUse);
  });
});

describe('check, fix and rank', () => {
  interface Finding {
    code: string;
    severity: string;
    sheet: string | null;
    cell: string | null;
    message: string;
    remedy: string;
  }

  test('a workbook not filled in yet: every blank is a finding with its cell, in words, and the status is 1', async () => {
    const { status } = await run('check', FRESH);
    const { findings } = await output<{ findings: Finding[] }>('check', FRESH);
    expect(status).toBe(1);
    const blank = findings.findIndex(({ code }) => code === 'line-blank');
    expect(findings[blank]).toEqual({
      code: 'line-blank',
      severity: 'error',
      sheet: 'Kiên Giang',
      cell: expect.stringMatching(/^[A-Z]+\d+$/) as string,
      message: expect.stringContaining('Kiên Giang') as string,
      remedy: expect.stringContaining('Nhập') as string,
    });
    const english = await output<{ findings: Finding[] }>('check', FRESH, {}, 'en');
    expect(english.findings[blank]?.remedy).not.toBe(findings[blank]?.remedy);
  });

  test('rank gives standings with their points and reasons, provisional while something is open', async () => {
    const { standings, provisional } = await output<{ standings: object[]; provisional: boolean }>('rank', FRESH, {
      out: at('ranked.xlsx'),
    });
    expect(provisional).toBe(true);
    expect(standings).toHaveLength(6);
    expect(standings[0]).toEqual({
      unit: 'Kiên Giang',
      id: 'kien-giang',
      standard: 0,
      bonus: 0,
      penalty: 0,
      total: 0,
      classified: 0,
      class: '',
      rank: null,
      rankWithoutDeferred: null,
      tied: false,
      complete: false,
      eligibility: 'eligible',
      explanation: expect.stringContaining('chưa xếp hạng') as string,
      title: '',
    });
    expect(await readdir(folder)).toContain('ranked.xlsx');
  });

  test('fix puts right what it can, writes the file, and prints what is left', async () => {
    const unit = (await describeFile(FRESH)).units[1];
    const cell = unit?.lines.find((line) => line.code === 'I.1')?.cells.figure ?? '';
    const sheet = unit?.sheet ?? '';
    const session = await openSession(at(FRESH));
    const id = session.workbook.sheets().find(({ name }) => name === sheet)?.id ?? '';
    session.workbook.write(id, areaOf(cell), [[{ kind: 'text', text: 'đ' }]]);
    await session.save(at('small.xlsx'));
    session.close();
    const printed = await output<{ fixed: object[]; findings: Finding[] }>('fix', 'small.xlsx', {
      out: at('fixed.xlsx'),
    });
    expect(printed.fixed).toEqual([{ sheet, cell }]);
    expect(printed.findings.some((one) => one.sheet === sheet && one.cell === cell)).toBe(false);
    const { findings } = await output<{ findings: Finding[] }>('check', 'fixed.xlsx');
    expect(findings.map(({ code }) => code)).not.toContain('mark-unknown');
  });

  test('insert adds what is missing and keeps the rest', async () => {
    expect(await output('insert', FRESH, { out: at('again.xlsx') })).toMatchObject({ added: [], rowsAdded: [] });
  });
});

describe('files that cannot be read', () => {
  test.each(['check', 'describe'])('%s without a file is wrong use', async (verb) => {
    await expect(run(verb, null)).rejects.toThrow(WrongUse);
  });

  test('a file that is no workbook has a name for it', async () => {
    await writeFile(at('text.xlsx'), 'không phải bảng tính');
    await expect(run('check', 'text.xlsx')).rejects.toThrow(UnreadableFile);
  });

  test('a workbook without a covenant gives findings and status 1', async () => {
    const session = await startSession();
    await session.save(at('blank.xlsx'));
    session.close();
    for (const verb of ['check', 'describe', 'insert', 'rank']) {
      const printed = await run(verb, 'blank.xlsx', { out: at('never.xlsx') });
      expect(printed).toMatchObject({
        status: 1,
        output: { findings: [{ code: 'covenant-missing' }, { code: 'criteria-missing' }] },
      });
    }
    expect(await readdir(folder)).not.toContain('never.xlsx');
  });
});
