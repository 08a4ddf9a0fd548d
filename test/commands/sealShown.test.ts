/** Cells of sealed sheets that hold what was sealed and show something else: told by the check, and listed by verify at their cells. */
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import { factColumn, votesColumn } from '../../src/sheets/awards/layout';
import type { CellStyle } from '../../src/xlsx/model/cellStyle';
import { complete, rankUnits } from '../support/commands';
import { clusterOf } from '../support/covenants';
import { areaOf, closeScoring, must, openScoring, type ScoringBench } from '../support/scoringBench';
import { agreedBook, codes, decideAll, seal, SEAL } from '../support/sealed';

const [AWARDS, DECISIONS, SUMMARY, UNIT] = ['Xét danh hiệu', 'Quyết định', 'Tổng hợp', 'Đơn vị 1'];
const XS = {
  id: 'XS',
  name: 'Tập thể lao động xuất sắc',
  quota: { type: 'fixed', number: 1 },
  votes: 50,
  conditions: [{ id: 'tt', text: 'Tỷ lệ tiên tiến', measure: 'share', least: 70 }],
};
const DECISION = 'decision:passedOver:u3:XS';
const NUMERATOR = factColumn('XS', 'tt', 'numerator');

/** Ranked, decided and sealed: the unit that leads does not meet the condition of the award. */
let sealed: IWorkbookData;
beforeAll(async () => {
  const bench = await openScoring(await agreedBook(clusterSchema.parse({ ...clusterOf(3), awards: [XS] })));
  for (const [index, numerator] of [8, 8, 5].entries()) {
    const facts = { [NUMERATOR]: numerator, [factColumn('XS', 'tt', 'denominator')]: 10 };
    const votes = { [votesColumn('XS', 'inFavour')]: 3, [votesColumn('XS', 'present')]: 3 };
    for (const [column, entry] of Object.entries({ ...facts, ...votes }))
      await bench.type(AWARDS, await bench.addressOf(AWARDS, `unit:u${index + 1}`, column), entry);
  }
  must(await rankUnits());
  await decideAll(bench);
  must(await seal());
  sealed = await bench.snapshot();
  await closeScoring();
});
afterEach(closeScoring);

async function verify(bench: ScoringBench) {
  const code = String(await bench.value(SEAL, 'field:record', 'standard'));
  return (await complete('verifySeal', { code })).result;
}

test('nothing is listed of a workbook that shows what it holds', async () => {
  expect(await verify(await openScoring(sealed))).toMatchObject({ same: true, intact: true, shown: [] });
});

const DISGUISES: [sheet: string, row: string, column: string, numberFormat: string, code: string][] = [
  [DECISIONS, DECISION, 'day', '"25/11/2020"', 'result-disguised'],
  [DECISIONS, DECISION, 'day', 'mm/yyyy', 'result-disguised'],
  [AWARDS, 'unit:u1', NUMERATOR, '"9"', 'fact-disguised'],
  [AWARDS, 'unit:u1', votesColumn('XS', 'inFavour'), '0,', 'fact-disguised'],
  [SUMMARY, 'unit:u1', 'total', '0', 'formats-changed'],
  [UNIT, 'line:C1', 'self', '"2"', 'number-disguised'],
];

test.each(DISGUISES)('%s, %s, %s as %s', async (sheet, row, column, numberFormat, code) => {
  const bench = await openScoring(sealed);
  const cell = await bench.addressOf(sheet, row, column);
  format(bench, sheet, cell, { numberFormat });
  expect(await codes()).toContain(code);
  const { same, intact, cells, shown } = await verify(bench);
  expect({ same, intact, cells }).toEqual({ same: false, intact: true, cells: [] });
  expect(shown).toContainEqual({ sheet, cell });
});

test('each of several cells whose format was changed is listed', async () => {
  const bench = await openScoring(sealed);
  const cells = await Promise.all(['u1', 'u3'].map((unit) => bench.addressOf(SUMMARY, `unit:${unit}`, 'total')));
  for (const cell of cells) format(bench, SUMMARY, cell, { numberFormat: '0' });
  const { shown } = await verify(bench);
  expect(shown.map(({ cell }) => cell).sort()).toEqual(cells.sort());
});

test('a row and a column of a sealed sheet that nobody sees are listed', async () => {
  const bench = await openScoring(sealed);
  bench.unlocked(UNIT, (id) => {
    bench.workbook.setRowsHidden(id, 14, 1, { hidden: true });
    bench.workbook.setColumnWidth(id, 9, 1, 2);
  });
  expect((await verify(bench)).shown.map(({ sheet }) => sheet)).toEqual([UNIT, UNIT]);
});

function format(bench: ScoringBench, sheet: string, cell: string, style: Partial<CellStyle>): void {
  bench.unlocked(sheet, (id) => bench.workbook.setStyle(id, areaOf(cell), style));
}
