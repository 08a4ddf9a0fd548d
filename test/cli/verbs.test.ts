/** The headless command, verb by verb: what it prints, with which status, and which files it leaves. */
import { readFile, writeFile } from 'node:fs/promises';
import { UnreadableFile } from '../../src/xlsx';
import { openSession, startSession } from '../../src/cli/session';
import { WrongUse } from '../../src/cli/wrongUse';
import { areaOf } from '../support/scoringBench';
import { type Description, useFolder } from './running';

const { at, files, run, output, entriesFile } = useFolder();
/** A workbook of the catalogue, made by `new` once. */
const FRESH = 'fresh.xlsx';

const describeFile = (file: string): Promise<Description> => output<Description>('describe', file);

beforeAll(async () => {
  await run('new', null, { criteria: 'cum-11-2020', cluster: 'cum-11-2020', out: at(FRESH) });
});

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
    expect(await files()).not.toContain('no.xlsx');
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
    expect(await files()).not.toContain('never.xlsx');
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

  test('rank exits with 1 where an error keeps it provisional, and gives it in words', async () => {
    const { session } = { session: await openSession(at(FRESH)) };
    const [unit] = session.workbook.sheets().filter(({ name }) => name === 'An Giang');
    if (unit) session.workbook.copySheet(unit.id, 0);
    await session.save(at('doubled.xlsx'), { force: false, input: null });
    session.close();
    const printed = await run('rank', 'doubled.xlsx', { out: at('doubled-ranked.xlsx') });
    expect(printed).toMatchObject({ status: 1, output: { provisional: true, findings: [{ code: 'sheet-doubled' }] } });
    expect(JSON.stringify(printed.output)).toContain('Giữ một sheet');
  });

  test('rank gives standings with their points and reasons, provisional while something is open', async () => {
    const { output: ranked, status } = await run('rank', FRESH, { out: at('ranked.xlsx') });
    const { standings, provisional, findings } = JSON.parse(JSON.stringify(ranked)) as {
      standings: object[];
      provisional: boolean;
      findings: object[];
    };
    expect({ status, provisional, findings }).toEqual({ status: 0, provisional: true, findings: [] });
    expect(standings).toHaveLength(6);
    expect(standings[0]).toEqual({
      unit: 'Kiên Giang',
      id: 'kien-giang',
      standard: 0,
      bonus: 0,
      penalty: 0,
      total: null,
      provisionalTotal: 0,
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
    expect(await files()).toContain('ranked.xlsx');
  });

  test('fix puts right what it can, writes the file, and prints what is left', async () => {
    const unit = (await describeFile(FRESH)).units[1];
    const cell = unit?.lines.find((line) => line.code === 'I.1')?.cells.figure ?? '';
    const sheet = unit?.sheet ?? '';
    const session = await openSession(at(FRESH));
    const id = session.workbook.sheets().find(({ name }) => name === sheet)?.id ?? '';
    session.workbook.write(id, areaOf(cell), [[{ kind: 'text', text: '\u00d0' }]]);
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

describe('the record of changes', () => {
  test('is begun by the first verb that writes, and continued by every other under the name in --by', async () => {
    const unit = (await describeFile(FRESH)).units[0];
    const cell = unit?.lines[0]?.cells.reviewed ?? '';
    const begun = await output('rank', FRESH, { out: at('begun.xlsx'), by: 'Tổ thư ký' });
    expect(begun).toMatchObject({ recorded: { sheet: 'Nhật ký', begun: true, done: 0, noticed: 0 } });
    const entries = await entriesFile('review.json', [{ sheet: unit?.sheet, cell, value: 0.5 }]);
    await run('type', 'begun.xlsx', { entries, out: at('reviewed.xlsx') });
    expect(await output('check', 'reviewed.xlsx')).toMatchObject({ unrecorded: 1 });
    expect(await output('record', 'reviewed.xlsx', { out: at('recorded.xlsx'), by: 'Chị Lan' })).toMatchObject({
      begun: false,
      noticed: 1,
      recorded: { sheet: 'Nhật ký', begun: false, done: 0, noticed: 1 },
    });
    expect(await output('check', 'recorded.xlsx')).toMatchObject({ unrecorded: 0 });
    const session = await openSession(at('recorded.xlsx'));
    const record = session.workbook.sheets().find(({ name }) => name === 'Nhật ký');
    const rows = session.workbook.stored(record?.id ?? '', { row: 18, column: 1, rows: 2, columns: 8 });
    session.close();
    expect(record?.visibility).toBe('hidden');
    expect(
      rows
        .map((row) => row.map(({ value }) => value))
        .map(([number, , who, how, place, , , after]) => [number, who, how, place, after]),
    ).toEqual([
      [1, 'Tổ thư ký', 'do', null, expect.stringMatching(/^\d+ giá trị đang có, mã \w{12}$/)],
      [2, 'Chị Lan', 'nhận thấy', `${unit?.sheet}!${cell}`, 0.5],
    ]);
  });

  test('says nothing where nothing is recorded: a check, and a verb that changes none of it', async () => {
    expect(await output('check', FRESH)).not.toHaveProperty('unrecorded');
    expect(await output('fit', 'recorded.xlsx', { out: at('fitted-again.xlsx') })).not.toHaveProperty('recorded');
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
    expect(await files()).not.toContain('never.xlsx');
  });
});

describe('fit', () => {
  test('fits rows and pages of every sheet that is printed, and names them', async () => {
    const { output, status } = await run('fit', FRESH, { out: at('fitted.xlsx') });
    expect(status).toBe(0);
    expect(output).toMatchObject({ fitted: expect.arrayContaining(['Tổng hợp']) as unknown, left: [] });
    const { workbook, close } = await openSession(at('fitted.xlsx'));
    expect(workbook.sheets().map(({ name }) => name)).toContain('Tổng hợp');
    close();
  });
});

describe('document charts', () => {
  test('makes the sheet with its charts and says its name', async () => {
    const made = await run('document charts', FRESH, { out: at('charts.xlsx') });
    expect(made).toMatchObject({ output: { kind: 'charts', sheets: ['Biểu đồ'], replaced: false }, status: 0 });
    const { workbook, close } = await openSession(at('charts.xlsx'));
    const sheet = workbook.sheets().find(({ name }) => name === 'Biểu đồ');
    expect(workbook.charts.of(sheet?.id ?? '')).toHaveLength(2);
    close();
  });

  test('is refused where there is no summary: findings, status 1, no file', async () => {
    const options = { criteria: 'cum-11-2020', cluster: 'toan-nganh-2024/khoi-6', out: at('no-units.xlsx') };
    await run('new', null, options);
    const refused = await run('document charts', 'no-units.xlsx', { out: at('no-charts.xlsx') });
    expect(refused.status).toBe(1);
    expect(await files()).not.toContain('no-charts.xlsx');
  });
});

test('document seal is refused while lines are blank: the findings say why, and no file is written', async () => {
  const refused = await run('document seal', FRESH, { out: at('never-sealed.xlsx') });
  expect(refused.status).toBe(1);
  expect(refused.output).toMatchObject({
    findings: [{ code: 'seal-errors' }, { code: 'seal-provisional' }, { code: 'seal-unranked' }],
  });
  expect(await files()).not.toContain('never-sealed.xlsx');
});
