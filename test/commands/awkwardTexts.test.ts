/** Names and texts that spreadsheets like to spoil: they go in, through every command and a file, and come back unharmed. */
import { checkFigures, describeWorkbook, insertSheets, newCovenant, rankUnits } from '../support/commands';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UNITS } from '../../src/sheets/covenant/layout';
import { rowKey } from '../../src/spreadsheet/keys';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { openSession } from '../../src/cli/session';
import { clusterOf, criteriaOf } from '../support/covenants';
import {
  areaOf,
  brief,
  closeScoring,
  must,
  openScoring,
  refusal,
  scoreAll,
  ScoringBench,
} from '../support/scoringBench';

const NAMES = [
  "O'Brien",
  "'trong ngoặc'",
  '[a/b]: *?\\',
  '=1+1',
  '-x',
  '@vks',
  '🏆🥇',
  'Viện kiểm sát nhân dân khu vực số mười hai', // more than the 31 letters of a sheet's name
  'Viện kiểm sát nhân dân khu vực số mười ba',
  'History',
  '9/5',
  'TRUE',
  '1e3',
];
const LONG = 'ử'.repeat(32_767);
const criteria = criteriaOf(11);

afterEach(closeScoring);

test('every unit gets a legal sheet of its own, is ranked, and comes back from a file as it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scoring-'));
  const bench = await openScoring();
  must(await newCovenant({ criteria, cluster: clusterOf(NAMES.length, NAMES) }));
  must(await insertSheets());
  const sheets = must(await describeWorkbook()).units.map(({ sheet }) => sheet);
  expect(new Set(sheets).size).toBe(NAMES.length);
  const [first = '', second = ''] = sheets;
  await scoreAll(bench, first, 2);
  await scoreAll(bench, second, 1);
  await bench.enter(first, 'bonus1', 1);
  await bench.enter(first, 'bonus1', LONG, 'evidence');
  await bench.enter(first, 'bonus2', '=HYPERLINK("x")', 'note');
  const ranked = must(await rankUnits());
  expect(ranked.standings.map(({ name }) => name)).toEqual(NAMES);
  expect(ranked.standings.slice(0, 2).map(({ rank }) => rank)).toEqual([1, 2]);
  const findings = await checkFigures();
  expect(new Set(findings.map(({ code }) => code))).toEqual(
    // Of the name that Excel would take for a formula.
    new Set(['field-invalid', 'line-blank']),
  );
  const before = await bench.snapshot();
  await bench.session.save(join(folder, 'a.xlsx'));
  await closeScoring();

  const reopened = new ScoringBench(await openSession(join(folder, 'a.xlsx')));
  try {
    expect(must(await describeWorkbook()).units.map(({ unit }) => unit)).toEqual(NAMES);
    expect(await reopened.line(first, 'bonus1', 'evidence')).toBe(LONG);
    expect(await reopened.line(first, 'bonus2', 'note')).toBe('=HYPERLINK("x")');
    expect((await checkFigures()).map(brief)).toEqual(findings.map(brief));
    expect(must(await insertSheets()).added).toEqual([]);
    expect(must(await rankUnits()).standings).toEqual(ranked.standings);
    expect(Object.values((await reopened.snapshot()).sheets).map(({ name }) => name)).toEqual(
      Object.values(before.sheets).map(({ name }) => name),
    );
  } finally {
    reopened.session.close();
    await rm(folder, { recursive: true });
  }
});

describe('a unit typed into *Giao ước* by hand', () => {
  async function covenantOnly(): Promise<ScoringBench> {
    const bench = await openScoring();
    must(await newCovenant({ criteria, cluster: clusterOf(1) }));
    return bench;
  }

  test.each(NAMES.slice(0, 8))('%s keeps its name', async (name) => {
    const bench = await covenantOnly();
    await bench.addUnit(name);
    const { added } = must(await insertSheets());
    expect(added).toHaveLength(3);
    const described = must(await describeWorkbook());
    const row = described.units[1];
    expect(row?.unit).toBe(name);
    expect(await bench.value('Tổng hợp', rowKey.unit(row?.id ?? ''), 'unit')).toBe(name);
  });

  test('a name of 32,767 letters is refused by name, with its cell', async () => {
    const bench = await covenantOnly();
    const row = await bench.addUnit(LONG);
    const { column } = parseAddress(await bench.addressOf('Giao ước', UNITS.header, UNITS.columns.name));
    const before = await bench.snapshot();
    expect(refusal(await insertSheets())).toMatchObject([
      {
        code: 'field-invalid',
        place: { sheet: 'Giao ước', cell: address(row, column) },
        data: { problem: 'tooLong' },
      },
    ]);
    expect(await bench.snapshot()).toEqual(before);
  });

  test('a name of emoji longer than a code may be is not cut through a letter', async () => {
    const bench = await covenantOnly();
    await bench.addUnit(`-${'🏆'.repeat(30)}`);
    must(await insertSheets());
    const id = must(await describeWorkbook()).units[1]?.id ?? '';
    // Half a letter cannot be encoded.
    expect(encodeURIComponent(id)).not.toBe('');
    expect(await bench.value('Tổng hợp', rowKey.unit(id), 'unit')).toBe(`-${'🏆'.repeat(30)}`);
  });

  test('a name and a code that are numbers stay text', async () => {
    const bench = await covenantOnly();
    const row = await bench.addUnit('113', '007');
    const { column } = parseAddress(await bench.addressOf('Giao ước', UNITS.header, UNITS.columns.name));
    bench.workbook.write(bench.sheet('Giao ước'), areaOf(address(row, column)), [[{ kind: 'number', number: 113 }]]);
    must(await insertSheets());
    expect(must(await describeWorkbook()).units[1]).toMatchObject({ unit: '113', id: '007', sheet: '113' });
    expect(await bench.value('Tổng hợp', rowKey.unit('007'), 'unit')).toBe('113');
    expect((await checkFigures()).map(({ code }) => code)).not.toContain('engine-differs');
  });
});
