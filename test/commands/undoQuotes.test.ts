/** Whether a text was typed with an apostrophe is told by no API: what is rewritten as it stood keeps it, and undo adds none. */
import { complete, undoLast } from '../support/commands';
import { closeScoring, must, openScoring, preparedWorkbook, type ScoringBench } from '../support/scoringBench';
import { covenantOf, graded, writeCovenant } from '../support/smallCovenant';

afterEach(closeScoring);

const SHEET = 'Tỉnh u1';
const reviewer = (bench: ScoringBench) => bench.addressOf(SHEET, 'field:reviewer', 'standard');

/** A reviewer as a person types the name, and texts with figures in other cells. */
async function typed(name: string): Promise<ScoringBench> {
  const data = await preparedWorkbook(covenantOf({}), {
    fill: async (bench) => {
      await bench.type(SHEET, await reviewer(bench), name);
      await bench.type(SHEET, await bench.addressOf(SHEET, 'line:A', 'evidence'), 'Báo cáo số 12');
      await bench.type(SHEET, await bench.addressOf(SHEET, 'line:A', 'note'), '12/2');
      await bench.type('Tổng hợp', await bench.addressOf('Tổng hợp', 'unit:u1', 'basis'), 'KL 5');
    },
  });
  return openScoring(data);
}

const CHANGED = {
  'a line is new': covenantOf({ lines: [graded('A'), graded('N'), graded('B'), graded('C')] }),
  'a line is gone': covenantOf({ lines: [graded('A'), graded('C')] }),
};

describe.each(Object.entries(CHANGED))('where %s', (_what, covenant) => {
  test.each(['Tỉnh u2', 'Phong 9', "'Phong 9", "'12/2", 'An Giang'])(
    'an update and its undo leave %s as it was typed',
    async (name) => {
      const bench = await typed(name);
      writeCovenant(bench.workbook, covenant);
      const before = await bench.state();
      const { undo } = await complete('updateSheets', undefined);
      expect((await bench.read(SHEET, await reviewer(bench))).quoted).toBe(name.startsWith("'"));
      must(await undoLast(undo));
      expect(await bench.state()).toEqual(before);
    },
  );
});

test('a name with a figure that was renamed along has no apostrophe, before and after undo', async () => {
  const bench = await typed('Tỉnh u2');
  const before = await bench.state();
  const { undo } = await complete('renameUnit', { unit: 'u2', name: 'Tỉnh số 2' });
  expect(await bench.read(SHEET, await reviewer(bench))).toMatchObject({ value: 'Tỉnh số 2', quoted: false });
  must(await undoLast(undo));
  expect((await bench.read(SHEET, await reviewer(bench))).quoted).toBe(false);
  expect(await bench.state()).toEqual(before);
});
