/** Entries that are formulas: a circle is no figure, and what changes by itself is no result. */
import type { IWorkbookData } from '@univerjs/core';
import { checkFigures, makeDocument, rankUnits } from '../support/commands';
import { brief, closeScoring, must, openScoring, refusal, type ScoringBench } from '../support/scoringBench';
import { DAY, sealedBooks } from '../support/sealed';

const [FIRST, SECOND] = ['Đơn vị 1', 'Đơn vị 2'];
const CODES = ['formula-circular', 'formula-unreliable'];

let ranked: IWorkbookData;
beforeAll(async () => {
  ({ ranked } = await sealedBooks());
});
afterEach(closeScoring);

const found = async (): Promise<string[]> =>
  (await checkFigures()).filter(({ code }) => CODES.includes(code)).map(brief);
const entry = (bench: ScoringBench, unit: string): Promise<string> => bench.addressOf(unit, 'line:C1', 'self');

/** Puts a formula into the first line of a unit, as a paste does. */
async function paste(bench: ScoringBench, unit: string, formula: string): Promise<string> {
  const cell = await bench.paste(unit, 'C1', { kind: 'formula', formula }, 'self');
  return `${unit}!${cell} ${CODES[0]}`;
}

async function expectProvisional(causes: readonly string[]): Promise<void> {
  const ranking = must(await rankUnits());
  expect(ranking.provisional).toBe(true);
  expect(ranking.causes.map(brief)).toEqual(expect.arrayContaining([...causes]));
  expect(refusal(await makeDocument('seal', {}, DAY)).map(({ code }) => code)).toContain('seal-errors');
}

test('two units whose entries follow each other are an error at both cells: nothing is final or sealed', async () => {
  const bench = await openScoring(ranked);
  const cell = await entry(bench, FIRST);
  const expected = [
    await paste(bench, FIRST, `='${SECOND}'!${cell}`),
    await paste(bench, SECOND, `='${FIRST}'!${cell}`),
  ];
  expect(await found()).toEqual(expected);
  await expectProvisional(expected);
});

test.each([
  ['its own cell', (cell: string) => `=${cell}`],
  ['its own cell among others', (cell: string) => `=SUM($A$1:${cell})`],
  ['its own column', () => '=SUM(I:I)/100'],
])('an entry that follows %s is an error', async (_, formula) => {
  const bench = await openScoring(ranked);
  const cell = await entry(bench, FIRST);
  const own = formula(cell).replace('I:I', `${cell.replace(/\d+/, '')}:${cell.replace(/\d+/, '')}`);
  expect(await found()).toEqual([]);
  const expected = await paste(bench, FIRST, own);
  expect(await found()).toEqual([expected]);
});

test('an entry that follows the points or the total that follow it is an error', async () => {
  for (const [row, column] of [
    ['line:C1', 'official'],
    ['total:total', 'official'],
  ] as const) {
    const bench = await openScoring(ranked);
    const expected = await paste(bench, FIRST, `=${await bench.addressOf(FIRST, row, column)}`);
    expect(await found()).toEqual([expected]);
    await closeScoring();
  }
});

test.each(['RANDBETWEEN(1,1)', 'IF(TODAY()>1,1,0)', 'INDIRECT("A1")', 'N(OFFSET(A1,0,0))'])(
  'an entry by %s is an error: its result may change without an entry, or nobody sees what it follows',
  async (formula) => {
    const bench = await openScoring(ranked);
    const expected = (await paste(bench, FIRST, `=${formula}`)).replace('circular', 'unreliable');
    expect(await found()).toEqual([expected]);
    await expectProvisional([expected]);
  },
);

test('an entry that follows other cells, another unit or text that reads like a function is none', async () => {
  const bench = await openScoring(ranked);
  const cell = await entry(bench, SECOND);
  await paste(bench, FIRST, `=MIN(1,'${SECOND}'!${cell})+N("RAND()")`);
  expect(await found()).toEqual([]);
});
