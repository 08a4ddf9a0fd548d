/** Documents whose locks, rules, formats, page, merged cells, sizes or charts were changed by hand: found, and given again. */
import type { IWorkbookData } from '@univerjs/core';
import type { Finding, FindingCode } from '../../src/covenant/findings';
import { areaAddress, type Area } from '../../src/spreadsheet/plan';
import { defaultPage } from '../../src/xlsx/model/pageSetup';
import { applyFixes, checkFigures, complete, makeDocument, rankUnits, undoLast } from '../support/commands';
import { text, UNIT } from '../support/checking';
import { areaOf, brief, closeScoring, must, openScoring, type ScoringBench } from '../support/scoringBench';
import { SEAL, sealedBooks } from '../support/sealed';

const MINUTES = 'Biên bản';
const CHARTS = 'Biểu đồ';
const DETAIL = 'Chi tiết';
const GUIDE = 'Hướng dẫn';
const CODES: readonly FindingCode[] = [
  ...(['locks-changed', 'formats-changed', 'rules-changed', 'highlights-changed', 'merges-changed'] as const),
  ...(['page-changed', 'rows-thin', 'columns-thin', 'cell-covered', 'charts-differ', 'document-outdated'] as const),
];

let made: IWorkbookData;
let sealed: IWorkbookData;
beforeAll(async () => {
  const books = await sealedBooks();
  sealed = books.sealed;
  const bench = await openScoring(books.ranked);
  for (const kind of ['minutes', 'charts', 'detail', 'guide'] as const) must(await makeDocument(kind));
  made = await bench.snapshot();
  await closeScoring();
});
afterEach(closeScoring);

const guardFindings = async (): Promise<Finding[]> => (await checkFigures()).filter(({ code }) => CODES.includes(code));

/** All that a command may restore of a sheet. */
function looksOf(bench: ScoringBench, sheet: string): unknown {
  const id = bench.sheet(sheet);
  const { workbook } = bench;
  const area = { row: 0, column: 0, rows: 150, columns: 20 };
  return {
    locks: workbook.styles(id, area).map((line) => line.map(({ locked, numberFormat }) => [locked, numberFormat])),
    merges: workbook.merges(id),
    // Office.js gives figures as formulas, and words that there are not as empty ones.
    rules: workbook.validations(id).map(({ areas, type, operator }) => ({ areas, type, operator })),
    page: workbook.page(id),
    colours: workbook.conditionalFormats(id).map(({ areas, formula, style }) => ({ areas, formula, style })),
  };
}

/** The first merged cells of a sheet that hold a text and lie in one row. */
function firstMerge(bench: ScoringBench, sheet: string): Area {
  const [first] = bench.workbook.merges(bench.sheet(sheet)).filter(({ row, rows }) => row > 0 && rows === 1);
  if (!first) throw new Error('nothing is merged');
  return first;
}

test('documents as they were made have nothing to be restored', async () => {
  await openScoring(made);
  expect((await guardFindings()).map(brief)).toEqual([]);
});

const HARMS: [what: string, code: FindingCode, harm: (bench: ScoringBench, sheet: string) => void][] = [
  [
    'a locked cell opened',
    'locks-changed',
    (bench, sheet) => bench.workbook.setStyle(bench.sheet(sheet), cellOf(firstMerge(bench, sheet)), { locked: false }),
  ],
  [
    'a format that makes a text of what is typed',
    'formats-changed',
    (bench, sheet) => {
      const id = bench.sheet(sheet);
      const cell = cellOf(firstMerge(bench, sheet));
      const before = bench.workbook.styles(id, cell)[0]?.[0]?.numberFormat;
      bench.workbook.setStyle(id, cell, { numberFormat: before === '@' ? '0.00' : '@' });
    },
  ],
  [
    'a rule where there was none',
    'rules-changed',
    (bench, sheet) =>
      bench.workbook.setValidation(bench.sheet(sheet), {
        areas: [cellOf(firstMerge(bench, sheet))],
        ...{ type: 'whole', operator: 'between', formula1: '1', formula2: '2' },
        ...{ ignoreBlank: true, alertStyle: 'stop', showError: true, showPrompt: true },
      }),
  ],
  [
    'merged cells parted',
    'merges-changed',
    (bench, sheet) => bench.workbook.unmerge(bench.sheet(sheet), firstMerge(bench, sheet)),
  ],
  [
    'the page of another program',
    'page-changed',
    (bench, sheet) => bench.workbook.setPage(bench.sheet(sheet), defaultPage()),
  ],
];

const cellOf = ({ row, column }: Area): Area => ({ row, column, rows: 1, columns: 1 });

describe.each([MINUTES, CHARTS, GUIDE, DETAIL])('%s', (sheet) => {
  // What holds of one document holds of all.
  const harms = HARMS.filter(([, code]) => sheet === MINUTES || code === 'merges-changed');
  test.each(harms)('%s: found, restored by the fix, and harmed again by its undo', async (_, code, harm) => {
    const bench = await openScoring(made);
    const before = looksOf(bench, sheet);
    bench.unlocked(sheet, () => harm(bench, sheet));
    const harmed = looksOf(bench, sheet);
    expect(harmed).not.toEqual(before);
    const findings = await guardFindings();
    expect(findings.map((one) => [one.code, one.place?.sheet])).toEqual([[code, sheet]]);
    const { undo } = await applyFixes(findings);
    expect(looksOf(bench, sheet)).toEqual(before);
    expect((await guardFindings()).map(brief)).toEqual([]);
    // A page is restored for good.
    if (code === 'page-changed') return;
    must(await undoLast(undo));
    expect(looksOf(bench, sheet)).toEqual(harmed);
  });
});

describe(SEAL, () => {
  const openSealed = async (): Promise<ScoringBench> => openScoring(sealed);
  const shown = async (bench: ScoringBench, name: string): Promise<unknown> =>
    (await bench.workbook.read(bench.sheet(name), { row: 0, column: 0, rows: 80, columns: 12 })).map((line) =>
      line.map(({ value, formula }) => formula ?? value),
    );

  test('as it was made has nothing to be restored, after an entry has changed neither', async () => {
    const bench = await openSealed();
    expect((await guardFindings()).map(brief)).toEqual([]);
    await bench.enter(UNIT, 'C1', 0.5);
    const codes = new Set((await checkFigures()).map(({ code }) => code));
    expect(codes.has('seal-changed')).toBe(true);
    expect(CODES.filter((code) => codes.has(code))).toEqual([]);
  });

  test.each(
    HARMS.flatMap((harm) =>
      ['as it was sealed', 'after an entry has changed'].map((when) => [harm[0], when, harm] as const),
    ),
  )('%s, %s: found, restored by the fix, and every value stays', async (_, when, [, code, harm]) => {
    const bench = await openSealed();
    if (when !== 'as it was sealed') await bench.enter(UNIT, 'C1', 0.5);
    const before = looksOf(bench, SEAL);
    bench.unlocked(SEAL, (id) => {
      const merge = firstMerge(bench, SEAL);
      // What somebody has typed over a sealed text is found by the seal and not restored with its looks.
      if (code === 'locks-changed')
        bench.workbook.write(id, { row: merge.row, column: merge.column, rows: 1, columns: 1 }, [[text('sửa')]]);
      harm(bench, SEAL);
    });
    const values = await shown(bench, SEAL);
    const findings = await guardFindings();
    expect(findings.map((one) => [one.code, one.place?.sheet])).toEqual([[code, SEAL]]);
    await applyFixes(findings);
    expect(looksOf(bench, SEAL)).toEqual(before);
    expect(await shown(bench, SEAL)).toEqual(values);
    expect((await guardFindings()).map(brief)).toEqual([]);
  });
});

test('cells of a table merged by hand are parted by the fix, and no finding is left', async () => {
  const bench = await openScoring(made);
  const before = looksOf(bench, UNIT);
  const cell = areaOf(await bench.addressOf(UNIT, 'line:C1', 'evidence'));
  bench.unlocked(UNIT, (id) => bench.workbook.merge(id, { ...cell, rows: 2 }));
  const findings = await guardFindings();
  expect(findings.map(brief)).toEqual([`${UNIT}!${areaAddress(cell)} merges-changed`]);
  await applyFixes(findings);
  expect(looksOf(bench, UNIT)).toEqual(before);
});

test('merged cells that were parted and filled are named, and nothing is lost by a fix', async () => {
  const bench = await openScoring(made);
  const merge = firstMerge(bench, MINUTES);
  const beside = { ...cellOf(merge), column: merge.column + 1 };
  bench.unlocked(MINUTES, (id) => {
    bench.workbook.unmerge(id, merge);
    bench.workbook.write(id, beside, [[text('thêm')]]);
  });
  const [one] = (await checkFigures()).filter(({ code }) => code === 'merges-changed');
  expect(one?.fix).toBeUndefined();
});

describe.each([MINUTES, CHARTS, GUIDE, DETAIL])('on %s', (sheet) => {
  test('a row and a column of almost no size are named', async () => {
    const bench = await openScoring(made);
    const id = bench.sheet(sheet);
    const rows = await bench.workbook.read(id, { row: 1, column: 1, rows: 40, columns: 8 });
    const row = 1 + rows.findIndex((line) => line.some(({ value }) => value !== null && value !== ''));
    const column = 1 + (rows[row - 1] ?? []).findIndex(({ value }) => value !== null && value !== '');
    bench.workbook.setRowHeight(id, row, 1, 1);
    bench.workbook.setColumnWidth(id, column, 1, 1);
    expect((await guardFindings()).map(({ code, place }) => [code, place?.sheet])).toEqual([
      ['rows-thin', sheet],
      ['columns-thin', sheet],
    ]);
  });

  test('a text that another program has merged away is an error, and no reason to rank provisionally', async () => {
    const before = await openScoring(made);
    const id = before.sheet(sheet);
    const rows = await before.workbook.read(id, { row: 1, column: 1, rows: 60, columns: 8 });
    const merges = before.workbook.merges(id);
    const down = rows.findIndex((line, index) => {
      const row = index + 1;
      const filled = line.filter(({ value }) => value !== null && value !== '').length;
      return filled >= 2 && !merges.some((one) => one.row <= row && row < one.row + one.rows);
    });
    const data = structuredClone(await before.snapshot());
    await closeScoring();
    // Documents of merged texts alone have no such row.
    if (down < 0) return;
    const found = Object.values(data.sheets).find(({ name }) => name === sheet);
    found?.mergeData?.push({ startRow: down + 1, endRow: down + 1, startColumn: 1, endColumn: 8 });
    await openScoring(data);
    const covered = (await checkFigures()).filter(({ code }) => code === 'cell-covered');
    expect(covered.length).toBeGreaterThan(0);
    expect(new Set(covered.map(({ place }) => place?.sheet))).toEqual(new Set([sheet]));
    expect(must(await rankUnits()).provisional).toBe(false);
  });
});

test('a figure that is merged away keeps a result from being sealed', async () => {
  const before = await openScoring((await sealedBooks()).ranked);
  const [self, reviewed] = [
    areaOf(await before.addressOf(UNIT, 'line:C1', 'self')),
    areaOf(await before.addressOf(UNIT, 'line:C1', 'reviewed')),
  ];
  await before.type(UNIT, areaAddress(reviewed), 1.25);
  const data = structuredClone(await before.snapshot());
  await closeScoring();
  const sheet = Object.values(data.sheets).find(({ name }) => name === UNIT);
  const { row, column } = self;
  sheet?.mergeData?.push({ startRow: row, endRow: row, startColumn: column, endColumn: reviewed.column });
  await openScoring(data);
  const refused = await makeDocument('seal');
  expect(refused.done ? [] : refused.findings.map(({ code }) => code)).toContain('seal-provisional');
});

describe('the charts', () => {
  const chartFindings = async (): Promise<Finding[]> =>
    (await checkFigures()).filter(({ code }) => code === 'charts-differ');

  const HANDS: Record<string, (bench: ScoringBench, sheet: string) => void> = {
    'another title': (bench, id) => update(bench, id, (chart) => ({ title: { ...chart.title, text: 'Xếp hạng' } })),
    'no title': (bench, id) => update(bench, id, (chart) => ({ title: { ...chart.title, visible: false } })),
    'a title of an axis': (bench, id) =>
      update(bench, id, ({ valueAxis }) => ({ valueAxis: { ...valueAxis, title: 'Số vụ' } })),
    'another name of a series': (bench, id) =>
      update(bench, id, ({ series }) => ({
        series: series.map((one, at) => (at === 1 ? { ...one, name: 'Khác' } : one)),
      })),
    'the cells of another series': (bench, id) =>
      update(bench, id, ({ series }) => ({
        series: series.map((one, at) => (at === 0 ? { ...one, values: series[1]?.values ?? null } : one)),
      })),
    'a series less': (bench, id) => update(bench, id, ({ series }) => ({ series: series.slice(1) })),
    'a chart less': (bench, id) => {
      const [first] = bench.workbook.charts.of(id);
      bench.workbook.charts.delete(id, first?.id ?? '');
    },
    'a chart more': (bench, id) => {
      const [first] = bench.workbook.charts.of(id);
      if (first) bench.workbook.charts.add(id, { ...first, name: 'Của tôi' });
    },
  };

  type Charts = ScoringBench['workbook']['charts'];
  type Chart = ReturnType<Charts['of']>[number];
  function update(bench: ScoringBench, id: string, patch: (chart: Chart) => Partial<Chart>): void {
    const [first] = bench.workbook.charts.of(id);
    if (!first) throw new Error('no chart');
    bench.workbook.charts.update(id, first.id, patch(first));
  }

  test.each(Object.keys(HANDS))('with %s: named, and right once they are made anew', async (hand) => {
    const bench = await openScoring(made);
    expect(await chartFindings()).toEqual([]);
    bench.unlocked(CHARTS, (id) => HANDS[hand]?.(bench, id));
    const findings = await chartFindings();
    expect(findings.map(({ severity, place }) => [severity, place?.sheet])).toEqual([['warning', CHARTS]]);
    must(await makeDocument('charts'));
    expect(await chartFindings()).toEqual([]);
  });
});

test('minutes that are out of date are not compared, and the fix of what was found before leaves them alone', async () => {
  const bench = await openScoring(made);
  bench.unlocked(MINUTES, (id) => bench.workbook.setStyle(id, cellOf(firstMerge(bench, MINUTES)), { locked: false }));
  const findings = (await guardFindings()).filter(({ code }) => code === 'locks-changed');
  expect(findings).toHaveLength(1);
  await bench.enter(UNIT, 'C1', 0.5, 'agreed');
  expect((await guardFindings()).map(({ code }) => code)).not.toContain('locks-changed');
  const { result } = await complete('applyFixes', findings);
  expect(result.skipped).toHaveLength(1);
});
