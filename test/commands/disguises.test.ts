/** Number formats that show another number than the cell holds: found wherever they are, undone by the fix, and never final. */
import type { IWorkbookData } from '@univerjs/core';
import { runForResult } from '../../src/commands';
import { clusterSchema } from '../../src/covenant/covenant';
import { criteriaSetSchema } from '../../src/covenant/criteria';
import type { Finding } from '../../src/covenant/findings';
import { ReadingMemory } from '../../src/excel/memory';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { VALUE_COLUMN } from '../../src/sheets/covenant/layout';
import { factColumn, votesColumn } from '../../src/sheets/awards/layout';
import { targetColumn } from '../../src/sheets/shared/sheetRefs';
import { applyFixes, checkFigures, makeDocument, rankUnits, undoLast } from '../support/commands';
import { text } from '../support/checking';
import { clusterOf } from '../support/covenants';
import {
  areaOf,
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  refusal,
  type ScoringBench,
} from '../support/scoringBench';
import { DAY, decideEligibility, SEAL, setStage } from '../support/sealed';

const [UNIT, SUMMARY, AWARDS, TARGETS, MINUTES, DETAIL] = [
  'Đơn vị 1',
  'Tổng hợp',
  'Xét danh hiệu',
  'Giao chỉ tiêu',
  'Biên bản',
  'Chi tiết',
];

const criteria = criteriaSetSchema.parse({
  id: 'd',
  title: 'D',
  version: '1',
  scale: 10,
  sections: [
    {
      kind: 'section',
      code: 'I',
      title: 'Một',
      standard: 10,
      children: [
        { kind: 'proportional', code: 'P', title: 'So với chỉ tiêu', standard: 5, direction: 'more' },
        { kind: 'graded', code: 'G', title: 'Chấm', standard: 5, step: 0.25 },
      ],
    },
  ],
  bonuses: [],
  penalties: [],
});

const FACT = factColumn('XS', 'tt', 'count');
const cluster = clusterSchema.parse({
  ...clusterOf(3),
  awards: [
    {
      id: 'XS',
      name: 'Tập thể lao động xuất sắc',
      quota: { type: 'fixed', number: 1 },
      conditions: [{ id: 'tt', text: 'Số tiên tiến', measure: 'count', least: 3 }],
      votes: 50,
    },
  ],
});

async function fill(bench: ScoringBench): Promise<void> {
  for (const [index, unit] of cluster.units.entries()) {
    const put = async (sheet: string, column: string, value: number): Promise<void> =>
      bench.type(sheet, await bench.addressOf(sheet, `unit:${unit.id}`, column), value);
    await put(TARGETS, targetColumn('P'), 100);
    await bench.enter(unit.name, 'P', 90 + index);
    await bench.enter(unit.name, 'G', 4 + index / 4);
    await bench.enter(unit.name, 'G', 4 + index / 4, 'reviewed');
    await setStage(bench, unit.name, 'Thống nhất');
    await put(AWARDS, FACT, 5);
    await put(AWARDS, votesColumn('XS', 'inFavour'), 9);
    await put(AWARDS, votesColumn('XS', 'present'), 12);
    await put(SUMMARY, 'vote', 3);
  }
}

let ranked: IWorkbookData;
/** Sealed, with minutes and the detailed table. */
let documented: IWorkbookData;
beforeAll(async () => {
  const scored = await preparedWorkbook({ criteria, cluster }, { fill });
  const bench = await openScoring(scored);
  must(await rankUnits());
  ranked = await bench.snapshot();
  must(await makeDocument('seal', {}, DAY));
  must(await makeDocument('minutes'));
  must(await makeDocument('detail'));
  documented = await bench.snapshot();
  await closeScoring();
});
afterEach(closeScoring);

const errors = async (): Promise<Finding[]> => (await checkFigures()).filter(({ severity }) => severity === 'error');

function formatOf(bench: ScoringBench, sheet: string, cell: string): unknown {
  return bench.workbook.styles(bench.sheet(sheet), areaOf(cell))[0]?.[0]?.numberFormat;
}

function disguise(bench: ScoringBench, sheet: string, cell: string, numberFormat: string): void {
  bench.unlocked(sheet, (id) => bench.workbook.setStyle(id, areaOf(cell), { numberFormat }));
}

test('in a workbook as it was made nothing is disguised', async () => {
  await openScoring(documented);
  expect((await errors()).map(brief)).toEqual([]);
});

const ENTRIES: [what: string, sheet: string, row: string, column: string, code: string][] = [
  ['an entry', UNIT, 'line:G', 'self', 'number-disguised'],
  ['points of the review', UNIT, 'line:G', 'reviewed', 'number-disguised'],
  ['a target', TARGETS, 'unit:u1', targetColumn('P'), 'number-disguised'],
  ['a fact', AWARDS, 'unit:u1', FACT, 'fact-disguised'],
  ['votes for an award', AWARDS, 'unit:u1', votesColumn('XS', 'inFavour'), 'fact-disguised'],
  ['a vote on a tie', SUMMARY, 'unit:u1', 'vote', 'fact-disguised'],
];

const RESULTS: [what: string, sheet: string, row: string, column: string][] = [
  ['computed points of an entry', UNIT, 'line:P', 'self'],
  ['official points of a line', UNIT, 'line:G', 'official'],
  ['a total of a unit’s sheet', UNIT, 'total:total', 'official'],
  ['a rank', SUMMARY, 'unit:u1', 'rank'],
  ['a total', SUMMARY, 'unit:u1', 'total'],
  ['a consecutive number', SUMMARY, 'unit:u1', 'number'],
  ['sealed points', SEAL, 'line:G', 'unit:u1'],
  ['a sealed rank', SEAL, 'field:rank', 'unit:u1'],
  ['standard points on the seal', SEAL, 'line:G', 'standard'],
  ['points of the detailed table', DETAIL, 'line:G', 'unit:u1'],
];

/** The places with their cells, and with what the check finds there. */
async function placesOf(bench: ScoringBench): Promise<{ sheet: string; cell: string; code: string }[]> {
  const all = [...ENTRIES, ...RESULTS.map((one) => [...one, 'result-disguised'] as const)];
  const places = [];
  for (const [, sheet, row, column, code] of all)
    places.push({ sheet, cell: await bench.addressOf(sheet, row, column), code });
  const minutes = await numberCells(bench, MINUTES);
  return [...places, ...minutes.map((cell) => ({ sheet: MINUTES, cell, code: 'result-disguised' }))];
}

/** Ranks and consecutive numbers: what else the minutes say are texts. */
async function numberCells(bench: ScoringBench, sheet: string): Promise<string[]> {
  const lines = await bench.workbook.read(bench.sheet(sheet), { row: 0, column: 0, rows: 80, columns: 12 });
  return lines.flatMap((line, row) =>
    line.flatMap(({ value }, column) => (typeof value === 'number' ? [address(row, column)] : [])),
  );
}

describe.each([';;;', '"77"', '0"5"', '[White]0.00'])('numbers of every kind with the format %s', (format) => {
  test('are found, the fix gives the planned formats, and its undo these', async () => {
    const bench = await openScoring(documented);
    const places = await placesOf(bench);
    const looks = async (): Promise<unknown[][]> =>
      Promise.all(
        places.map(async ({ sheet, cell }) => [formatOf(bench, sheet, cell), (await bench.read(sheet, cell)).value]),
      );
    const before = await looks();
    for (const { sheet, cell } of places) disguise(bench, sheet, cell, format);
    const found = await errors();
    const expected = places.map(({ sheet, cell, code }) => `${sheet}!${cell} ${code}`);
    expect(found.map(brief).toSorted()).toEqual(expected.toSorted());
    for (const { data } of found) expect(data).toMatchObject({ format });
    const { undo } = await applyFixes(found);
    expect(await looks()).toEqual(before);
    expect((await errors()).map(brief)).toEqual([]);
    must(await undoLast(undo));
    expect(await looks()).toEqual(before.map(([, value]) => [format, value]));
  });
});

/** A cell of a row without a key, so many rows below another. */
async function below(bench: ScoringBench, sheet: string, key: string, column: string, rows: number): Promise<string> {
  const at = parseAddress(await bench.addressOf(sheet, key, column));
  return address(at.row + rows, at.column);
}

test('a format that shows the number is none, nor is another writing of a day or a share', async () => {
  const bench = await openScoring(documented);
  const put = async (sheet: string, row: string, column: string, numberFormat: string): Promise<void> =>
    disguise(bench, sheet, await bench.addressOf(sheet, row, column), numberFormat);
  await put(SUMMARY, 'unit:u1', 'rank', '0.00');
  await put(SUMMARY, 'unit:u1', 'total', '#,##0.00" điểm"');
  await put(SEAL, 'field:rank', 'unit:u1', '[Red]0');
  await put(UNIT, 'line:G', 'self', '0.0##');
  const day = await bench.addressOf(SUMMARY, 'unit:u1', 'decidedOn');
  await bench.type(SUMMARY, day, '12/11/2020');
  disguise(bench, SUMMARY, day, 'd-m-yy');
  const share = await below(bench, 'Giao ước', 'header:titles', 'c10', 1);
  bench.unlocked('Giao ước', (id) => {
    bench.workbook.write(id, areaOf(share), [[{ kind: 'number', number: 0.5 }]]);
    bench.workbook.setStyle(id, areaOf(share), { numberFormat: '0%' });
  });
  expect((await errors()).map(brief)).toEqual([]);
});

test('names and words of which the format shows others are found as well', async () => {
  const bench = await openScoring(documented);
  const places = [
    [SUMMARY, await bench.addressOf(SUMMARY, 'unit:u1', 'unit')],
    [SUMMARY, await bench.addressOf(SUMMARY, 'unit:u1', 'explanation')],
    [SEAL, await bench.addressOf(SEAL, 'header', 'unit:u1')],
    [UNIT, await bench.addressOf(UNIT, 'field:stage', 'standard')],
    [MINUTES, await bench.addressOf(MINUTES, 'field:title', 'c1')],
  ] as const;
  const before = places.map(([sheet, cell]) => formatOf(bench, sheet, cell));
  for (const [sheet, cell] of places.slice(1)) disguise(bench, sheet, cell, '0;0;0;"Đơn vị 2"');
  for (const [sheet, cell] of places.slice(0, 1)) disguise(bench, sheet, cell, '[White]@');
  const found = await errors();
  expect(found.map(brief).toSorted()).toEqual(places.map((one) => `${one.join('!')} result-disguised`).toSorted());
  await applyFixes(found);
  expect(places.map(([sheet, cell]) => formatOf(bench, sheet, cell))).toEqual(before);
  expect((await errors()).map(brief)).toEqual([]);
});

test('whatever stands on any sheet and is hidden by its format is found, and all of it shown again by one fix', async () => {
  const bench = await openScoring(documented);
  // Of hidden sheets only values are compared: nobody sees how they are shown.
  const shown = bench.workbook.sheets().filter(({ visibility }) => visibility === 'visible');
  const sheets = shown.map(({ name }) => name).filter((name) => name !== 'Sheet1');
  const cells: [string, string][] = [];
  for (const sheet of sheets) {
    const lines = await bench.workbook.read(bench.sheet(sheet), { row: 0, column: 0, rows: 120, columns: 40 });
    const nonce = lines[0]?.findLastIndex(({ value }) => value !== null) ?? 0;
    lines.forEach((line, row) => {
      line.forEach(({ value }, column) => {
        const isContent = typeof value === 'number' || (typeof value === 'string' && value !== '');
        // The keys and the name of the run are for nobody to see.
        if (isContent && row > 0 && column > 0 && column < nonce) cells.push([sheet, address(row, column)]);
      });
    });
  }
  const before = cells.map(([sheet, cell]) => formatOf(bench, sheet, cell));
  for (const sheet of sheets)
    bench.unlocked(sheet, (id) => {
      for (const [, cell] of cells.filter(([name]) => name === sheet))
        bench.workbook.setStyle(id, areaOf(cell), { numberFormat: ';;;' });
    });
  const found = (await errors()).filter(({ code }) => /-disguised$/.test(code));
  const places = new Set(found.map(({ place }) => `${place?.sheet ?? ''}!${place?.cell ?? ''}`));
  expect(cells.map((one) => one.join('!')).filter((place) => !places.has(place))).toEqual([]);
  await applyFixes(found);
  expect(cells.map(([sheet, cell]) => formatOf(bench, sheet, cell))).toEqual(before);
  expect((await errors()).map(brief)).toEqual([]);
});

test('a fact that is disguised is the only finding: the proposals that follow from it are not called wrong', async () => {
  const bench = await openScoring(ranked);
  const before = (await checkFigures()).map(brief);
  const cell = await bench.addressOf(AWARDS, 'unit:u1', FACT);
  disguise(bench, AWARDS, cell, '"77"');
  const after = (await checkFigures()).map(brief);
  expect(after.filter((one) => !before.includes(one))).toEqual([`${AWARDS}!${cell} fact-disguised`]);
});

test('a format of an empty cell shows nothing of its own; that of a formula without a result does', async () => {
  const bench = await openScoring(documented);
  const before = (await checkFigures()).map(brief);
  const empty = await bench.addressOf(SUMMARY, 'unit:u1', 'decidedOn');
  const formula = await bench.addressOf(SUMMARY, 'unit:u2', 'explanation');
  for (const cell of [empty, formula]) disguise(bench, SUMMARY, cell, ';;;"x"');
  bench.unlocked(SUMMARY, (id) => bench.workbook.write(id, areaOf(formula), [[{ kind: 'formula', formula: '=""' }]]));
  const found = (await checkFigures()).filter((one) => !before.includes(brief(one)));
  const disguised = found.filter(({ code }) => code === 'result-disguised');
  expect(disguised.map(({ place, data }) => [place?.cell, data])).toEqual([
    [formula, { value: '', format: ';;;"x"', shown: 'x' }],
  ]);
  const changed = found.filter(({ code }) => code === 'formats-changed');
  expect(changed.map(({ place, severity }) => [place?.cell, severity])).toEqual([[empty, 'warning']]);
});

test('a share that nobody sees is found on Giao ước too', async () => {
  const bench = await openScoring(documented);
  const share = await below(bench, 'Giao ước', 'header:titles', 'c10', 1);
  bench.unlocked('Giao ước', (id) => {
    bench.workbook.write(id, areaOf(share), [[{ kind: 'number', number: 0.5 }]]);
    bench.workbook.setStyle(id, areaOf(share), { numberFormat: '[White]0%' });
  });
  expect((await errors()).map(brief)).toEqual([`Giao ước!${share} result-disguised`]);
});

test('a rank shown as a date is found', async () => {
  const bench = await openScoring(ranked);
  const cell = await bench.addressOf(SUMMARY, 'unit:u1', 'rank');
  disguise(bench, SUMMARY, cell, 'd');
  expect((await errors()).map(({ place, data }) => [place?.cell, data])).toEqual([
    [cell, { value: 3, format: 'd', shown: null }],
  ]);
});

describe('a day that its format shows otherwise', () => {
  const DAYS = [
    [SUMMARY, 'unit:u1', 'decidedOn', '10/02/2020'],
    ['Giao ước', 'field:period.signed', VALUE_COLUMN, '10/02/2020'],
  ] as const;

  test.each([
    ['mm/dd/yyyy', '02/10/2020'],
    ['dd/mm/"2021"', '10/02/2021'],
    ['"25/12/"yyyy', '25/12/2020'],
    ['mmm yyyy', null],
    ['[h]:mm', null],
  ])('%s is found, nothing is sealed meanwhile, and the fix and its undo hold', async (format, shown) => {
    const bench = await openScoring(documented);
    const cells: [string, string][] = [];
    for (const [sheet, row, column, day] of DAYS) {
      const cell = await bench.addressOf(sheet, row, column);
      await bench.type(sheet, cell, day);
      cells.push([sheet, cell]);
    }
    const before = (await errors()).map(brief);
    for (const [sheet, cell] of cells) disguise(bench, sheet, cell, format);
    const found = (await errors()).filter((one) => !before.includes(brief(one)));
    expect(found.map(brief).toSorted()).toEqual(cells.map((one) => `${one.join('!')} result-disguised`).toSorted());
    for (const { data } of found) expect(data).toEqual({ value: '10/02/2020', format, shown });
    expect(refusal(await makeDocument('seal', {}, DAY)).map(({ code }) => code)).toContain('seal-errors');
    const { undo } = await applyFixes(found);
    expect(cells.map(([sheet, cell]) => formatOf(bench, sheet, cell))).toEqual(['dd/mm/yyyy', 'dd/mm/yyyy']);
    must(await undoLast(undo));
    expect(cells.map(([sheet, cell]) => formatOf(bench, sheet, cell))).toEqual([format, format]);
  });

  test('is none in another writing of the same day, the short date of Windows among them', async () => {
    const bench = await openScoring(documented);
    const day = await bench.addressOf(SUMMARY, 'unit:u1', 'decidedOn');
    await bench.type(SUMMARY, day, '10/02/2020');
    const before = (await errors()).map(brief);
    for (const format of ['m/d/yyyy', 'yyyy-mm-dd', '[$-42A]d mmmm yyyy', '"ngày "dd" tháng "mm" năm "yyyy']) {
      disguise(bench, SUMMARY, day, format);
      expect((await errors()).map(brief)).toEqual(before);
    }
  });
});

describe('nothing is final', () => {
  test.each(['rank', 'total'])(
    'while the summary shows another %s: it is not ranked, minutes are provisional',
    async (column) => {
      const bench = await openScoring(ranked);
      const cell = await bench.addressOf(SUMMARY, 'unit:u1', column);
      disguise(bench, SUMMARY, cell, '"77"');
      expect(refusal(await rankUnits()).map(brief)).toEqual([`${SUMMARY}!${cell} result-disguised`]);
      expect(refusal(await makeDocument('seal', {}, DAY)).map(({ code }) => code)).toContain('seal-errors');
      must(await makeDocument('minutes'));
      expect(await bench.value(MINUTES, 'field:status', 'c1')).toMatch(/TẠM TÍNH/);
      await applyFixes(await checkFigures());
      must(await rankUnits());
      must(await makeDocument('seal', {}, DAY));
    },
  );

  test('while a unit’s sheet shows other points: the unit is provisional', async () => {
    const bench = await openScoring(ranked);
    disguise(bench, UNIT, await bench.addressOf(UNIT, 'total:total', 'official'), '"77"');
    const { provisional, standings } = must(await rankUnits());
    expect([provisional, standings.find(({ unit }) => unit === 'u1')?.rank]).toEqual([true, 3]);
    expect(refusal(await makeDocument('seal', {}, DAY)).map(({ code }) => code)).toContain('seal-errors');
    await applyFixes(await checkFigures());
    must(await rankUnits());
    must(await makeDocument('seal', {}, DAY));
  });

  test('while a remark far from the figures is hidden: what a pane does not read in each check is read before sealing', async () => {
    const bench = await openScoring(ranked);
    const memory = new ReadingMemory();
    const seal = () => runForResult('makeDocument', { kind: 'seal', today: DAY }, { memory });
    const cell = await bench.addressOf(UNIT, 'line:G', 'note');
    bench.unlocked(UNIT, (id) => bench.workbook.write(id, areaOf(cell), [[text('Theo biên bản')]]));
    must(await runForResult('checkFigures', undefined, { memory }));
    disguise(bench, UNIT, cell, ';;;');
    expect(refusal(await seal()).map(({ code }) => code)).toContain('seal-errors');
    disguise(bench, UNIT, cell, 'General');
    must(await seal());
  });

  test('while the minutes or the sheet of an excluded unit show other numbers', async () => {
    const bench = await openScoring(ranked);
    await decideEligibility(bench, 'u1', 'Không xét');
    must(await rankUnits());
    must(await makeDocument('minutes'));
    const [inMinutes = ''] = await numberCells(bench, MINUTES);
    const places = [
      [MINUTES, inMinutes],
      [UNIT, await bench.addressOf(UNIT, 'total:total', 'official')],
    ] as const;
    for (const [sheet, cell] of places) {
      disguise(bench, sheet, cell, '"77"');
      expect(refusal(await makeDocument('seal', {}, DAY)).map(({ code }) => code)).toEqual(['seal-errors']);
      await applyFixes(await checkFigures());
    }
    must(await makeDocument('seal', {}, DAY));
  });
});

test('on a seal of lines that the criteria no longer have a number is found all the same, without a fix', async () => {
  const bench = await openScoring(documented);
  const cell = await bench.addressOf(SEAL, 'line:G', 'unit:u1');
  const code = await below(bench, 'Tiêu chí', 'header:criteria', 'code', 3);
  await bench.type('Tiêu chí', code, 'G2');
  disguise(bench, SEAL, cell, '"77"');
  const found = (await errors()).filter(({ place }) => place?.cell === cell && place.sheet === SEAL);
  expect(found.map((one) => [one.code, one.fix])).toEqual([['result-disguised', undefined]]);
});
