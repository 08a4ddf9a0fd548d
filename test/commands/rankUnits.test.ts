import { tries } from '../support/soak';
import { applyFixes, checkFigures, insertSheets, newCovenant, rankUnits } from '../support/commands';
import type { RankResult } from '../../src/commands/rank';
import type { ICellData, IWorkbookData } from '@univerjs/core';
import { rowKey } from '../../src/spreadsheet/keys';
import { columnName, parseAddress } from '../../src/spreadsheet/plan';
import { clusterOf, criteriaOf } from '../support/covenants';
import {
  areaOf,
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  refusal,
  scoreAll,
  type ScoringBench,
} from '../support/scoringBench';
import { text } from '../support/checking';
import { words as summaryWords } from '../../src/sheets/summary/words';

const SUMMARY = 'Tổng hợp';
const { statusStale, statusProvisional, statusFinal } = summaryWords;

/** Four units with the totals 6, 5.5, 5.5 and 5. */
let scored: IWorkbookData;
beforeAll(async () => {
  scored = await preparedWorkbook(
    { criteria: criteriaOf(11), cluster: clusterOf(4) },
    {
      fill: async (bench) => {
        for (const [index, points] of [2, 1.5, 1.5, 1].entries()) await scoreAll(bench, `Đơn vị ${index + 1}`, points);
      },
    },
  );
});
afterEach(closeScoring);

const rank = async (): Promise<RankResult> => must(await rankUnits());
const ranks = ({ standings }: RankResult): (number | null)[] => standings.map((one) => one.rank);
const status = (bench: ScoringBench) => bench.value(SUMMARY, 'field:status', 'number');

/** The ranks the formulas of the summary show; null where they show nothing. */
async function liveRanks(bench: ScoringBench, column = 'rank', units = 4): Promise<unknown[]> {
  const shown: unknown[] = [];
  for (let unit = 1; unit <= units; unit += 1) shown.push((await bench.summary(`u${unit}`, column)) || null);
  return shown;
}

async function setEligibility(bench: ScoringBench, unit: string, word: string | null): Promise<void> {
  await bench.type(SUMMARY, await bench.addressOf(SUMMARY, rowKey.unit(unit), 'eligibility'), word);
  await bench.type(SUMMARY, await bench.addressOf(SUMMARY, rowKey.unit(unit), 'reason'), 'Theo biên bản');
}

test('equal totals share a rank and the next is skipped; each rank says why', async () => {
  const bench = await openScoring(scored);
  const ranked = await rank();
  expect(ranks(ranked)).toEqual([1, 2, 2, 4]);
  expect(await liveRanks(bench)).toEqual([1, 2, 2, 4]);
  expect(ranked.standings.map(({ tied }) => tied)).toEqual([false, true, true, false]);
  expect(await bench.summary('u2', 'explanation')).toBe(
    'hạng 2 vì tổng 5,50; sau Đơn vị 1 6,00; bằng Đơn vị 3, đồng hạng',
  );
  expect(await bench.summary('u4', 'explanation')).toBe('hạng 4 vì tổng 5,00; sau Đơn vị 2, Đơn vị 3 5,50');
});

test('writes its four columns on the summary and nothing else', async () => {
  const bench = await openScoring(scored);
  const before = await bench.state();
  await rank();
  const after = await bench.state();
  const constants = ({ sheets }: IWorkbookData): Map<string, unknown> =>
    new Map(
      Object.entries(sheets).flatMap(([sheet, { cellData }]) =>
        Object.entries(cellData ?? {}).flatMap(([row, line]) =>
          // The index of a row gives its cells by column.
          Object.entries(line as Record<string, ICellData>).map(([column, { f, v }]): [string, unknown] => [
            `${sheet}!${columnName(Number(column))}${Number(row) + 1}`,
            f ?? v,
          ]),
        ),
      ),
    );
  const [old, now] = [constants(before), constants(after)];
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter((cell) => old.get(cell) !== now.get(cell));
  const own = `sheet-${bench.names().indexOf(SUMMARY) + 1}`;
  const expected: string[] = [];
  for (const unit of ['u1', 'u2', 'u3', 'u4'])
    for (const column of ['explanation', 'rankedTotal', 'rankedRank'])
      expected.push(`${own}!${await bench.addressOf(SUMMARY, rowKey.unit(unit), column)}`);
  expect(changed.sort()).toEqual(expected.sort());
  const { cellData: _, ...frame } = after.sheets[own] ?? {};
  expect(before.sheets[own]).toMatchObject(frame);
});

test('ranking again changes nothing', async () => {
  const bench = await openScoring(scored);
  await rank();
  const before = await bench.snapshot();
  await rank();
  expect(await bench.snapshot()).toEqual(before);
});

test('a figure that changes after ranking moves the live rank at once, and the summary says it is out of date', async () => {
  const bench = await openScoring(scored);
  expect(await status(bench)).toBe(statusProvisional);
  await rank();
  expect(await status(bench)).toBe(statusProvisional);
  await bench.enter('Đơn vị 4', 'C1', 1.75);
  expect(await liveRanks(bench)).toEqual([1, 3, 3, 2]);
  expect(await status(bench)).toBe(statusStale);
  expect(ranks(await rank())).toEqual([1, 3, 3, 2]);
  expect(await status(bench)).toBe(statusProvisional);
});

test('eligibility that changes after ranking makes it out of date as well', async () => {
  const bench = await openScoring(scored);
  await rank();
  await setEligibility(bench, 'u1', 'Không xét');
  expect(await status(bench)).toBe(statusStale);
});

test('is provisional until every sheet is agreed', async () => {
  const bench = await openScoring(scored);
  for (const sheet of ['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3', 'Đơn vị 4']) {
    expect((await rank()).provisional).toBe(true);
    await bench.type(sheet, await bench.addressOf(sheet, 'field:stage', 'standard'), 'Thống nhất');
  }
  expect((await rank()).provisional).toBe(false);
  expect(await status(bench)).toBe(statusFinal);
});

describe('where everything is agreed', () => {
  const UNIT = 'Đơn vị 1';
  let agreed: IWorkbookData;
  beforeAll(async () => {
    const bench = await openScoring(scored);
    for (const sheet of ['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3', 'Đơn vị 4'])
      await bench.type(sheet, await bench.addressOf(sheet, 'field:stage', 'standard'), 'Thống nhất');
    expect(await rank()).toMatchObject({ provisional: false, causes: [] });
    agreed = await bench.snapshot();
    await closeScoring();
  });

  const damage: Readonly<Record<string, (bench: ScoringBench) => unknown>> = {
    'a second sheet of a unit': (bench) => bench.workbook.copySheet(bench.sheet(UNIT), 0),
    'a sheet of a unit that was deleted': (bench) => bench.workbook.deleteSheet(bench.sheet(UNIT)),
    'a row of the summary that was deleted': (bench) => deleteRow(bench, SUMMARY, rowKey.unit('u1')),
    'a row of a unit that was deleted': (bench) => deleteRow(bench, UNIT, 'line:bonus2'),
    'a word that says nothing of whether a unit takes part': (bench) =>
      bench
        .addressOf(SUMMARY, rowKey.unit('u1'), 'eligibility')
        .then((cell) => bench.unlocked(SUMMARY, (id) => bench.workbook.write(id, areaOf(cell), [[text('Được')]]))),
    'a word pasted for a mark': (bench) =>
      bench.unlocked(UNIT, (id) => bench.workbook.write(id, areaOf('G14'), [[text('Được')]])),
  };
  const deleteRow = async (bench: ScoringBench, sheet: string, key: string): Promise<void> => {
    const { row } = parseAddress(await bench.addressOf(sheet, key, sheet === SUMMARY ? 'unit' : 'title'));
    bench.unlocked(sheet, (id) => bench.workbook.deleteRows(id, row, 1));
  };

  test.each([
    ['a second sheet of a unit', `${UNIT} (2)! sheet-doubled`],
    ['a sheet of a unit that was deleted', '! sheet-missing'],
    ['a row of the summary that was deleted', `${SUMMARY}! summary-row-missing`],
    ['a row of a unit that was deleted', `${UNIT}! row-missing`],
    ['a word that says nothing of whether a unit takes part', `${SUMMARY}!K9 eligibility-unknown`],
    ['a word pasted for a mark', `${UNIT}!G14 not-a-number`],
  ])('%s makes the ranking provisional, and the result says so', async (what, cause) => {
    const bench = await openScoring(agreed);
    await damage[what]?.(bench);
    const outcome = await rankUnits();
    expect(outcome.done ? outcome.result.provisional : true).toBe(true);
    expect((outcome.done ? outcome.result.causes : outcome.findings).map(brief)[0]).toBe(cause);
  });

  test.each<[sheet: string, one: [string, string], other: [string, string]]>([
    [SUMMARY, ['header', 'bonus'], ['header', 'penalty']],
    [SUMMARY, ['header', 'total'], ['header', 'section:S1']],
    [UNIT, ['header', 'reviewed'], ['header', 'agreed']],
    [UNIT, ['total:bonus', 'title'], ['total:penalty', 'title']],
    ['Giao ước', ['field:rules.bonusCap', 'c1'], ['field:rules.penaltyCap', 'c1']],
    ['Tiêu chí', ['header:criteria', 'cap'], ['header:criteria', 'floor']],
  ])('headings of %s that were exchanged are in doubt, and nothing is ranked: %j, %j', async (sheet, ...keys) => {
    const bench = await openScoring(agreed);
    const cells = await Promise.all(keys.map(([row, column]) => bench.addressOf(sheet, row, column)));
    const texts = await Promise.all(cells.map(async (cell) => (await bench.read(sheet, cell)).value));
    bench.unlocked(sheet, (id) =>
      cells.forEach((cell, index) => bench.workbook.write(id, areaOf(cell), [[text(String(texts[1 - index] ?? ''))]])),
    );
    const doubts = cells.map((cell) => `${sheet}!${cell} name-not-key`);
    expect(
      refusal(await rankUnits())
        .map(brief)
        .toSorted(),
    ).toEqual(doubts.toSorted());
  });
});

test('an incomplete unit has no rank, and the explanation counts its blanks', async () => {
  const bench = await openScoring(scored);
  await bench.enter('Đơn vị 1', 'C2', null);
  const ranked = await rank();
  expect(ranks(ranked)).toEqual([null, 1, 1, 3]);
  expect(await liveRanks(bench)).toEqual([null, 1, 1, 3]);
  expect(await bench.summary('u1', 'explanation')).toContain('còn 1 dòng chưa chấm');
});

test('an excluded unit keeps its total and takes no place', async () => {
  const bench = await openScoring(scored);
  await setEligibility(bench, 'u2', 'Không xét');
  expect(ranks(await rank())).toEqual([1, null, 2, 3]);
  expect(await liveRanks(bench)).toEqual([1, null, 2, 3]);
  expect(await bench.summary('u2', 'total')).toBe(5.5);
});

test('a deferred unit is ranked provisionally, with and without it', async () => {
  const bench = await openScoring(scored);
  await setEligibility(bench, 'u1', 'Chưa xét');
  const ranked = await rank();
  expect(ranks(ranked)).toEqual([1, 2, 2, 4]);
  expect(ranked.standings.map((one) => one.rankWithoutDeferred)).toEqual([null, 1, 1, 3]);
  expect(await liveRanks(bench, 'rankWithoutDeferred')).toEqual([null, 1, 1, 3]);
  expect(ranked.provisional).toBe(true);
});

test('ranking renews the formulas of version 0.4.0 that knew of no decisions', async () => {
  const bench = await openScoring(scored);
  const cell = await bench.addressOf(SUMMARY, rowKey.unit('u1'), 'provisional');
  const { formula } = await bench.read(SUMMARY, cell);
  const row = parseAddress(cell).row + 1;
  const at = async (column: string): Promise<string> =>
    `$${(await bench.addressOf(SUMMARY, rowKey.unit('u1'), column)).replace(String(row), '')}${row}`;
  const earlier = `=IFERROR(IF(EXACT(${await at('eligibility')},"Không xét"),0,IF(AND(${await at('countsEligible')}=1,IFERROR(EXACT(${await at('stage')},"Thống nhất"),FALSE)),0,1)),1)`;
  bench.unlocked(SUMMARY, (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'formula', formula: earlier }]]));
  expect((await checkFigures()).filter(({ code }) => code.startsWith('formula'))).toEqual([]);
  await rank();
  expect((await bench.read(SUMMARY, cell)).formula).toBe(formula);
});

test('a unit whose eligibility nobody has said has no rank', async () => {
  const bench = await openScoring(scored);
  await setEligibility(bench, 'u1', null);
  expect(ranks(await rank())).toEqual([null, 1, 1, 3]);
  expect(await liveRanks(bench)).toEqual([null, 1, 1, 3]);
});

test('is refused where the live figures are not those of the engine, and writes nothing', async () => {
  const bench = await openScoring(scored);
  const cell = await bench.addressOf(SUMMARY, rowKey.unit('u4'), 'total');
  bench.unlocked(SUMMARY, (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'number', number: 99 }]]));
  const before = await bench.snapshot();
  const ranksOfU4 = await bench.addressOf(SUMMARY, rowKey.unit('u4'), 'rank');
  expect(refusal(await rankUnits()).map(brief)).toContain(`${SUMMARY}!${ranksOfU4} engine-differs`);
  expect(await bench.snapshot()).toEqual(before);
});

test.each([
  ['a rank', 'unit:u4', 'rank', 1],
  ['the rank as it is', 'unit:u1', 'rank', 1],
  ['what is compared', 'unit:u4', 'compared', 5],
  ['the state of the result', 'field:status', 'number', 0],
])(
  'is refused where a number was typed over %s of the summary; once it is fixed the rank is final',
  async (...typed) => {
    const [, row, column, put] = typed;
    const bench = await openScoring(scored);
    const cell = await bench.addressOf(SUMMARY, row, column);
    bench.unlocked(SUMMARY, (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'number', number: put }]]));
    const findings = refusal(await rankUnits());
    expect(findings.map(brief)).toContain(`${SUMMARY}!${cell} formula-overwritten`);
    await applyFixes(findings);
    expect(ranks(await rank())).toEqual([1, 2, 2, 4]);
  },
);

test('is refused without a summary, and without a covenant', async () => {
  const bench = await openScoring(scored);
  bench.workbook.deleteSheet(bench.sheet(SUMMARY));
  expect(refusal(await rankUnits()).map(({ code }) => code)).toEqual(['summary-missing']);
  bench.workbook.deleteSheet(bench.sheet('Giao ước'));
  expect(refusal(await rankUnits()).map(({ code }) => code)).toContain('covenant-missing');
});

test('a row that was moved within the summary is still ranked as its own', async () => {
  const bench = await openScoring(scored);
  const { row } = parseAddress(await bench.addressOf(SUMMARY, rowKey.unit('u2'), 'total'));
  bench.unlocked(SUMMARY, (id) => bench.workbook.insertRows(id, row, 1));
  expect(ranks(await rank())).toEqual([1, 2, 2, 4]);
  expect(await bench.summary('u3', 'explanation')).toContain('hạng 2');
});

test.each([1, tries(40, 70).numRuns])(
  'a cluster of %i',
  async (units) => {
    const bench = await openScoring();
    must(await newCovenant({ criteria: criteriaOf(11), cluster: clusterOf(units) }));
    expect(must(await insertSheets()).added).toHaveLength(units + 1);
    const last = `Đơn vị ${units}`;
    await scoreAll(bench, last, 2);
    const ranked = await rank();
    expect(ranked.standings).toHaveLength(units);
    expect(ranked.standings.at(-1)).toMatchObject({ rank: 1, tied: false });
    expect(await bench.summary(`u${units}`, 'rank')).toBe(1);
    const findings = await checkFigures();
    expect(findings.some(({ place, severity }) => place?.sheet === last && severity === 'error')).toBe(false);
    expect(findings.some(({ code }) => code === 'cluster-small')).toBe(units < 5);
  },
  240_000,
);
