/** Words of *Giao ước* and *Tiêu chí* that are another's: filled down, they would be printed and signed as if they were right. */
import type { IWorkbookData } from '@univerjs/core';
import { AWARDS, UNITS } from '../../src/sheets/covenant/layout';
import { CRITERIA_HEADER } from '../../src/sheets/criteria/layout';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { text } from '../support/checking';
import { checkFigures, makeDocument, outcomeOf, rankUnits } from '../support/commands';
import { clusterOf } from '../support/covenants';
import { areaOf, brief, closeScoring, openScoring, type ScoringBench } from '../support/scoringBench';
import { DAY, sealedBooks } from '../support/sealed';

let ranked: IWorkbookData;
beforeAll(async () => {
  const cluster = clusterOf(3);
  const awards = ['Cờ thi đua', 'Bằng khen'].map((name, index) => ({
    ...{ id: `DH${index}`, name, quota: null, among: '', without: [], conditions: [], votes: null, basis: '' },
  }));
  ({ ranked } = await sealedBooks({ ...cluster, awards }));
});
afterEach(closeScoring);

/** Writes the text of a cell into the one below it, as filling down does; gives the address of the latter. */
async function fillDown(bench: ScoringBench, sheet: string, from: string): Promise<string> {
  const { row, column } = parseAddress(from);
  const { value } = await bench.read(sheet, from);
  const below = address(row + 1, column);
  bench.unlocked(sheet, (id) => {
    bench.workbook.write(id, areaOf(below), [[text(String(value))]]);
  });
  return below;
}

/** The cell of a column, so many rows below the header of a table. */
async function below(
  bench: ScoringBench,
  [sheet, header, key]: [string, string, string],
  rows: number,
): Promise<string> {
  const { row, column } = parseAddress(await bench.addressOf(sheet, header, key));
  return address(row + rows, column);
}

test.each<[string, string, string, (bench: ScoringBench) => Promise<string>]>([
  [
    'a full name',
    'Giao ước',
    'unit-doubled',
    async (bench) => {
      const first = await below(bench, ['Giao ước', UNITS.header, UNITS.columns.fullName], 1);
      await bench.type('Giao ước', first, 'VKSND tỉnh Một');
      return first;
    },
  ],
  [
    'the name of an award',
    'Giao ước',
    'field-invalid',
    (bench) => below(bench, ['Giao ước', AWARDS.header, AWARDS.columns.name], 1),
  ],
  [
    'the wording of a line',
    'Tiêu chí',
    'field-invalid',
    async (bench) => {
      const column = parseAddress(await bench.addressOf('Tiêu chí', CRITERIA_HEADER, 'title'));
      for (let row = column.row + 1; ; row += 1)
        if ((await bench.read('Tiêu chí', address(row, column.column))).value === 'Nội dung điều chỉnh số 1')
          return address(row, column.column);
    },
  ],
])(
  '%s filled down is an error, also once it is written everywhere: nothing is final or sealed',
  async (_, sheet, code, first) => {
    const bench = await openScoring(ranked);
    const filled = `${sheet}!${await fillDown(bench, sheet, await first(bench))} ${code}`;
    expect((await checkFigures()).map(brief)).toContain(filled);
    // Refused where the lines of the sheets contradict it; then these are the next errors.
    await outcomeOf('renewWords', undefined);
    expect((await checkFigures()).map(brief)).toContain(filled);
    const ranking = await rankUnits();
    expect(ranking.done && !ranking.result.provisional).toBe(false);
    expect((await makeDocument('seal', {}, DAY)).done).toBe(false);
  },
);
