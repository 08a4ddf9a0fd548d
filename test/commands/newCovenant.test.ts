import { checkFigures, describeWorkbook, insertSheets, newCovenant } from '../support/commands';
import { clusters, criteriaSets } from '../../src/covenant/catalogue';
import { type Cluster, clusterSchema } from '../../src/covenant/covenant';
import type { CriteriaSet } from '../../src/covenant/criteria';
import { rulesSchema } from '../../src/covenant/rules';
import { wordFinding, wordsFor } from '../../src/locales';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { UNITS, VALUE_COLUMN } from '../../src/sheets/covenant/layout';
import { CRITERIA_HEADER } from '../../src/sheets/criteria/layout';
import { parseAddress } from '../../src/spreadsheet/plan';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import { clusterOf, criteriaOf } from '../support/covenants';
import { brief, closeScoring, must, openScoring, refusal, type ScoringBench } from '../support/scoringBench';

const covenant = { criteria: criteriaOf(11), cluster: clusterOf(5) };
afterEach(closeScoring);

/** A sheet of the user's own, with what people keep in theirs. */
function fillOwnSheet({ workbook }: ScoringBench, name: string): void {
  const sheet = workbook.addSheet(name);
  workbook.write(sheet, { row: 0, column: 0, rows: 2, columns: 2 }, [
    [
      { kind: 'text', text: 'line:C1' },
      { kind: 'number', number: 9 },
    ],
    [
      { kind: 'formula', formula: '=B1*2' },
      { kind: 'error', error: '#N/A' },
    ],
  ]);
}

test('adds *Giao ước* and *Tiêu chí*, and shows the first', async () => {
  const bench = await openScoring();
  expect(must(await newCovenant(covenant)).added).toEqual(['Giao ước', 'Tiêu chí']);
  expect(bench.names()).toEqual(['Sheet1', 'Giao ước', 'Tiêu chí']);
  expect(bench.workbook.activeSheet()).toBe(bench.sheet('Giao ước'));
});

test("leaves the user's own sheets as they are", async () => {
  const bench = await openScoring();
  fillOwnSheet(bench, 'Số liệu');
  const before = await bench.snapshot();
  must(await newCovenant(covenant));
  for (const name of ['Giao ước', 'Tiêu chí']) bench.workbook.deleteSheet(bench.sheet(name));
  bench.workbook.activateSheet(bench.sheet('Sheet1'));
  expect(await bench.snapshot()).toEqual(before);
});

test('is refused a second time, naming both sheets, and writes nothing', async () => {
  const bench = await openScoring();
  must(await newCovenant(covenant));
  bench.workbook.renameSheet(bench.sheet('Giao ước'), 'Đã ký');
  const before = await bench.snapshot();
  expect(refusal(await newCovenant(covenant)).map(brief)).toEqual([
    'Đã ký! covenant-exists',
    'Tiêu chí! covenant-exists',
  ]);
  expect(await bench.snapshot()).toEqual(before);
});

test.each([
  ['Giao ước', 'Tiêu chí'],
  ['Tiêu chí', 'Giao ước'],
])('where only %s was lost, the check says that %s has to go first, and then a new one is made', async (lost, kept) => {
  const bench = await openScoring();
  must(await newCovenant({ criteria: criteriaOf(11), cluster: clusterOf(2) }));
  bench.workbook.deleteSheet(bench.sheet(lost));
  const [found] = await checkFigures();
  expect(found).toMatchObject({ data: { kept } });
  if (found) expect(wordFinding(found, wordsFor('vi')).remedy).toContain(`“${kept}”`);
  bench.workbook.deleteSheet(bench.sheet(kept));
  must(await newCovenant({ criteria: criteriaOf(11), cluster: clusterOf(2) }));
});

test("takes another name where a sheet of the user's own has it, whatever its case", async () => {
  const bench = await openScoring();
  fillOwnSheet(bench, 'GIAO ƯỚC');
  fillOwnSheet(bench, 'Đơn vị 1');
  expect(must(await newCovenant(covenant)).added).toEqual(['Giao ước (2)', 'Tiêu chí']);
  expect(must(await insertSheets()).added).toContain('Đơn vị 1 (2)');
  expect(must(await describeWorkbook()).units[0]).toMatchObject({ unit: 'Đơn vị 1', sheet: 'Đơn vị 1 (2)' });
});

test('is refused where the criteria do not add up or the units are doubled, and nothing is written', async () => {
  const bench = await openScoring();
  const wrong = { ...criteriaOf(11), scale: covenant.criteria.scale };
  const [section] = wrong.sections;
  if (!section || section.kind !== 'section') throw new Error('no section');
  const criteria = { ...wrong, sections: [{ ...section, standard: wrong.scale }, ...wrong.sections.slice(1)] };
  const cluster = clusterOf(5, ['Một', 'Hai', 'một ']);
  const codes = refusal(await newCovenant({ criteria, cluster })).map(({ code }) => code);
  expect(codes).toEqual(['sum-differs', 'sum-differs', 'unit-doubled']);
  expect(bench.names()).toEqual(['Sheet1']);
});

test('a cluster whose source names no units is taken; its sheets are inserted once the units are filled in', async () => {
  const bench = await openScoring();
  must(await newCovenant({ ...covenant, cluster: { ...covenant.cluster, head: '', deputy: '', units: [] } }));
  expect(refusal(await insertSheets()).map(({ code }) => code)).toEqual(['no-units']);
  await bench.addUnit('Phòng 1');
  await bench.addUnit('Phòng 2');
  expect(must(await insertSheets()).added).toEqual(['Phòng 1', 'Phòng 2', 'Tổng hợp']);
});

test('a rule typed afterwards that names no part of the criteria keeps the sheets from being inserted, by its cell', async () => {
  const bench = await openScoring();
  must(await newCovenant(covenant));
  const [late, tie] = [
    await bench.addressOf('Giao ước', 'field:rules.lateLine', VALUE_COLUMN),
    await bench.addressOf('Giao ước', 'field:rules.tieBreak2', VALUE_COLUMN),
  ];
  await bench.type('Giao ước', late, 'P9');
  await bench.type('Giao ước', tie, 'Điểm mục IX');
  expect(refusal(await insertSheets()).map(brief)).toEqual([
    `Giao ước!${late} field-invalid`,
    `Giao ước!${tie} field-invalid`,
  ]);
  await bench.type('Giao ước', late, 'PENALTY1');
  await bench.type('Giao ước', tie, 'điểm mục s3');
  expect(must(await insertSheets()).added).toContain('Tổng hợp');
});

test.each(['Giao ước', 'Tiêu chí'])(
  'on %s a row of a table, and one inserted into it, is deleted though it is protected',
  async (name) => {
    const bench = await openScoring();
    must(await newCovenant(covenant));
    const sheet = bench.sheet(name);
    const [key, column] = name === 'Tiêu chí' ? [CRITERIA_HEADER, 'code'] : [UNITS.header, UNITS.columns.name];
    const header = parseAddress(await bench.addressOf(name, key, column)).row;
    const rows = [header + 2, header + 3];
    const before = await bench.snapshot();
    bench.workbook.insertRows(sheet, header + 3, 1);
    for (const row of rows.toReversed()) bench.workbook.deleteRows(sheet, row, 1);
    expect(await bench.snapshot()).not.toEqual(before);
    // The heading is no row of the table.
    expect(() => bench.workbook.deleteRows(sheet, header, 1)).toThrow('locked');
  },
);

test('is refused where titles or rules do not hold', async () => {
  await openScoring();
  const titles = [{ id: 'A', name: 'Cờ', quota: { type: 'fixed', number: 6 } }];
  const cluster = clusterSchema.parse({ id: 'cum', title: 'Cụm', units: covenant.cluster.units, awards: titles });
  const criteria = { ...covenant.criteria, rules: rulesSchema.parse({ lateLine: 'P9' }) };
  expect(refusal(await newCovenant({ criteria, cluster })).map(({ code }) => code)).toEqual([
    'field-invalid',
    'quota-too-large',
  ]);
});

// One of each source; that every entry comes back from *Giao ước* as it went in is a test of that sheet.
test.each(['cum-11-2020', 'quang-nam-2020/khoi-1', 'quang-nam-2020/cum-1', 'toan-nganh-2024/cum-13'])(
  '%s of the catalogue goes in, and comes back as it went in',
  async (id) => {
    const [criteria] = criteriaSets();
    const cluster = clusters().find((one) => one.id === id);
    if (!criteria || !cluster) throw new Error(`not in the catalogue: ${id}`);
    await openScoring();
    must(await newCovenant({ criteria, cluster }));
    must(await insertSheets());
    const described = must(await describeWorkbook());
    expect(described.units.map(({ unit }) => unit)).toEqual(cluster.units.map(({ name }) => name));
    expect(described.summary?.rows).toHaveLength(cluster.units.length);
  },
);

test('a cluster of the catalogue without units leaves the two sheets, to be filled in', async () => {
  const [criteria] = criteriaSets();
  for (const cluster of clusters().filter(({ units }) => units.length === 0)) {
    if (criteria) expect(must(await bothSheets(criteria, cluster)).added).toEqual(['Giao ước', 'Tiêu chí']);
  }
});

async function bothSheets(criteria: CriteriaSet, cluster: Cluster): ReturnType<typeof newCovenant> {
  await openScoring();
  return newCovenant({ criteria, cluster });
}

describe('a cluster whose conditions name lines of the criteria', () => {
  const linesOf = async (criteria: CriteriaSet | string, cluster: Cluster | string): Promise<string[]> => {
    await openScoring();
    must(await newCovenant({ criteria, cluster }));
    const { covenant: read } = readWorkbook(await readWorkbookSnapshot());
    return read?.cluster.awards.flatMap(({ conditions }) => conditions.map(({ line }) => line)) ?? ['unreadable'];
  };
  const naming = (line: string): Cluster =>
    clusterSchema.parse({
      ...clusterOf(5),
      awards: [{ id: 'a', name: 'A', conditions: [{ id: 'd', text: 'D', measure: 'count', most: 0, line }] }],
    });

  test('of the catalogue names them only with its own criteria', async () => {
    expect(await linesOf('cum-11-2020', 'cum-11-2020')).toEqual(['III.2', 'III.3', 'III.4']);
    expect(await linesOf(criteriaOf(11), 'cum-11-2020')).toEqual(['', '', '']);
  });

  test('has them as the criteria spell them, and is refused where a line is not there', async () => {
    expect(await linesOf(criteriaOf(11), naming('PENALTY1'))).toEqual(['penalty1']);
    await openScoring();
    expect(refusal(await newCovenant({ criteria: criteriaOf(11), cluster: naming('IX') }))).toMatchObject([
      { code: 'field-invalid', data: { problem: 'unknownLine', value: 'IX' } },
    ]);
  });
});
