/** Entries that are formulas: a circle is no figure, what changes by itself is no result, wherever the formula leads. */
import type { IWorkbookData } from '@univerjs/core';
import { checkFigures, makeDocument, rankUnits } from '../support/commands';
import { areaOf, brief, closeScoring, must, openScoring, refusal, type ScoringBench } from '../support/scoringBench';
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

describe('through sheets of the user’s own', () => {
  const OWN = 'Sổ tay';

  /** Adds a sheet with formulas and values, as a person does. */
  function withSheet(bench: ScoringBench, cells: Readonly<Record<string, string | number>>, name = OWN): void {
    const sheet = bench.workbook.addSheet(name);
    for (const [cell, content] of Object.entries(cells))
      bench.workbook.write(sheet, areaOf(cell), [
        [typeof content === 'string' ? { kind: 'formula', formula: content } : { kind: 'number', number: content }],
      ]);
  }

  /** Finds what is said where the first entry of the first unit holds a formula. */
  async function said(bench: ScoringBench, formula: string): Promise<string[]> {
    await paste(bench, FIRST, formula);
    return found();
  }

  test('a circle is an error, of one cell, of a chain, of an area and of a whole column', async () => {
    for (const [formula, cells] of [
      [`='${OWN}'!A1`, (entry: string) => ({ A1: entry })],
      [`='${OWN}'!A1`, (entry: string) => ({ A1: '=B2', B2: '=SUM(C3:D9)', D5: `=1-${entry.slice(1)}` })],
      [`=SUM('${OWN}'!A:A)`, (entry: string) => ({ A1: 1, A40: entry })],
      [`=SUM('${OWN}'!$2:$3)`, (entry: string) => ({ C3: entry })],
      [`=MAX('${OWN}'!B1:C2000)`, (entry: string) => ({ A1: entry, C7: '=A1' })],
    ] as const) {
      const bench = await openScoring(ranked);
      const cell = await entry(bench, FIRST);
      withSheet(bench, cells(`='${FIRST}'!${cell}`));
      const expected = `${FIRST}!${cell} formula-circular`;
      expect([formula, await said(bench, formula)]).toEqual([formula, [expected]]);
      await closeScoring();
    }
  });

  test('a circle makes the ranking provisional and stops the seal', async () => {
    const bench = await openScoring(ranked);
    const cell = await entry(bench, FIRST);
    withSheet(bench, { A1: `='${FIRST}'!${cell}` });
    await paste(bench, FIRST, `='${OWN}'!A1`);
    await expectProvisional([`${FIRST}!${cell} formula-circular`]);
  });

  test('a circle through several of them, and from one unit to another, is an error at each entry of it', async () => {
    const bench = await openScoring(ranked);
    const cell = await entry(bench, FIRST);
    withSheet(bench, { A1: "='Nháp'!B2", A2: `='${FIRST}'!${cell}` });
    withSheet(bench, { B2: `='${SECOND}'!${await entry(bench, SECOND)}` }, 'Nháp');
    await paste(bench, SECOND, `='${OWN}'!A2`);
    expect(await said(bench, `='${OWN}'!A1`)).toEqual([
      `${FIRST}!${cell} formula-circular`,
      `${SECOND}!${cell} formula-circular`,
    ]);
  });

  test('a circle through names of the workbook and of a sheet is an error', async () => {
    const bench = await openScoring(ranked);
    const cell = await entry(bench, FIRST);
    withSheet(bench, { A1: '=Cua_trang' });
    const { workbook } = bench;
    workbook.addName({ name: 'Diem_ghi', formula: `='${OWN}'!$A$1`, scope: null, visible: true });
    workbook.addName({ name: 'Cua_trang', formula: '=1', scope: null, visible: true });
    workbook.addName({ name: 'Cua_trang', formula: `='${FIRST}'!${cell}`, scope: bench.sheet(OWN), visible: true });
    expect(await said(bench, '=MIN(1,DIEM_GHI)')).toEqual([`${FIRST}!${cell} formula-circular`]);
  });

  test('a name that leads back to the entry is an error without such a sheet too', async () => {
    const bench = await openScoring(ranked);
    const cell = await entry(bench, FIRST);
    bench.workbook.addName({ name: 'Tu_cham', formula: `='${FIRST}'!$${cell}`, scope: null, visible: true });
    expect(await said(bench, '=Tu_cham')).toEqual([`${FIRST}!${cell} formula-circular`]);
  });

  test('what changes by itself there is an error at the entry, which names function and cell', async () => {
    const bench = await openScoring(ranked);
    withSheet(bench, { A1: '=B1+1', B1: '=RAND()' });
    await paste(bench, FIRST, `='${OWN}'!A1`);
    const unreliable = (await checkFigures()).filter(({ code }) => code === 'formula-unreliable');
    expect(unreliable).toMatchObject([{ data: { name: `RAND ('${OWN}'!B1)` } }]);
  });

  test('cells of a sheet that is too large to be followed are an error, but for those that are named', async () => {
    const bench = await openScoring(ranked);
    withSheet(bench, { A1: '=B1', B1: 2, ZZ9000: 1 });
    await paste(bench, FIRST, `='${OWN}'!A1`);
    expect(await found()).toEqual([]);
    await paste(bench, FIRST, `=SUM('${OWN}'!A:A)`);
    const cell = await entry(bench, FIRST);
    expect(await found()).toEqual([`${FIRST}!${cell} formula-unreliable`]);
  });

  test('a working sheet that leads to no entry of its own is none, nor one that nothing refers to', async () => {
    const bench = await openScoring(ranked);
    const cell = await entry(bench, SECOND);
    withSheet(bench, { A1: '=SUM(B1:B3)', B1: 1, B2: `='${SECOND}'!${cell}`, C1: '=RAND()', C2: '=C2' });
    withSheet(bench, { A1: `='${FIRST}'!${await entry(bench, FIRST)}+RAND()` }, 'Khác');
    expect(await said(bench, `=MIN(1,'${OWN}'!A1)`)).toEqual([]);
  });

  test('of such a sheet only what formulas lead to is read', async () => {
    const bench = await openScoring(ranked);
    withSheet(bench, { A1: '=B1', B1: 1, C1: 2, D40: 3 });
    await paste(bench, FIRST, '=1');
    const trips = async (): Promise<number> => {
      bench.host.resetCounters();
      await checkFigures();
      return bench.host.log.length;
    };
    const without = await trips();
    await paste(bench, FIRST, `='${OWN}'!C1`);
    expect(await trips()).toBe(without + 1);
    await paste(bench, FIRST, `='${OWN}'!A1`);
    expect(await trips()).toBe(without + 3);
  });
});
