/** A copy of a sealed sheet, or a tab with another unit's name, says the words of the seal above other figures: verify names it. */
import type { IWorkbookData } from '@univerjs/core';
import { checkFigures, complete } from '../support/commands';
import { areaOf, closeScoring, openScoring, type ScoringBench } from '../support/scoringBench';
import { SEAL, sealedBooks, UNITS } from '../support/sealed';

const [FIRST = '', SECOND = ''] = UNITS;

let sealed: IWorkbookData;
beforeAll(async () => {
  ({ sealed } = await sealedBooks());
});
afterEach(closeScoring);

async function verify(bench: ScoringBench) {
  const code = String(await bench.value(SEAL, 'field:record', 'standard'));
  return (await complete('verifySeal', { code })).result;
}

/** The name of the copy, which stands before the others. */
function copied(bench: ScoringBench, sheet: string): string {
  const id = bench.workbook.copySheet(bench.sheet(sheet), 0);
  const name = bench.workbook.sheets().find((one) => one.id === id)?.name;
  if (name === undefined) throw new Error('no copy');
  return name;
}

test.each([
  [FIRST, 'line:C1', 'agreed'],
  ['Tổng hợp', 'unit:u1', 'total'],
  [SEAL, 'line:C1', 'unit:u1'],
])('a copy of %s with another figure: verify names the copy and no unit', async (sheet, row, column) => {
  const bench = await openScoring(sealed);
  const cell = await bench.addressOf(sheet, row, column);
  const copy = copied(bench, sheet);
  bench.unlocked(copy, (id) => bench.workbook.write(id, areaOf(cell), [[{ kind: 'number', number: 0.5 }]]));
  expect(await verify(bench)).toMatchObject({
    ...{ same: false, intact: true, points: [], cells: [], sheets: [] },
    shown: [{ sheet: copy, cell: null }],
  });
  expect((await checkFigures()).filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
    'sheet-doubled',
  ]);
});

test('two units whose tabs were exchanged: verify names both', async () => {
  const bench = await openScoring(sealed);
  const [first, second] = [bench.sheet(FIRST), bench.sheet(SECOND)];
  bench.workbook.renameSheet(first, 'x');
  bench.workbook.renameSheet(second, FIRST);
  bench.workbook.renameSheet(first, SECOND);
  const { same, shown } = await verify(bench);
  expect({ same, shown: shown.map(({ sheet }) => sheet).sort() }).toEqual({ same: false, shown: [FIRST, SECOND] });
});
