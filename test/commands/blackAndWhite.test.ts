/** Fills help on screen: what is signed is printed black on white, and charts in their shades. */
import { makeDocument, rankUnits } from '../support/commands';
import { closeScoring, must, openScoring, preparedWorkbook } from '../support/scoringBench';
import { covenantOf, graded } from '../support/smallCovenant';

afterEach(closeScoring);

test('every sheet of ours but that of the charts is printed black on white', async () => {
  const units = ['Tỉnh u1', 'Tỉnh u2', 'Tỉnh u3'];
  const data = await preparedWorkbook(covenantOf({ lines: [graded('A'), graded('B')] }), {
    fill: async (bench) => {
      for (const unit of units) for (const code of ['A', 'B']) await bench.enter(unit, code, 1);
    },
  });
  const { workbook } = await openScoring(data);
  must(await rankUnits());
  for (const kind of ['minutes', 'detail', 'charts'] as const) must(await makeDocument(kind));
  const shown = workbook.sheets().filter(({ visibility }) => visibility === 'visible');
  const coloured = shown.filter(({ id }) => !workbook.page(id).blackAndWhite).map(({ name }) => name);
  expect(coloured).toEqual(['Sheet1', 'Biểu đồ']);
  expect(shown.length).toBeGreaterThan(units.length + 4);
});
