/** Where builds of Excel differ, or nobody knows what Excel does: the commands come to the same whatever it is. */
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import { readXlsx, writeXlsx } from '../../src/xlsx';
import { FULL } from '../scoring/fixture';
import { checkFigures, rankUnits } from '../support/commands';
import { clusterOf } from '../support/covenants';
import { brief, closeScoring, must, openScoring, preparedWorkbook } from '../support/scoringBench';

const covenant = {
  criteria: FULL,
  cluster: clusterSchema.parse({ ...clusterOf(2), awards: [{ id: 'A', name: 'Lá cờ đầu' }] }),
};
let inserted: IWorkbookData;
beforeAll(async () => {
  inserted = await preparedWorkbook(covenant);
});
afterEach(closeScoring);

describe('formulas of a file that another program has written', () => {
  test.each(['sign', 'function'] as const)('read back with the %s of one value, are not overwritten', async (shown) => {
    const bench = await openScoring(await readXlsx(await writeXlsx(inserted)));
    const expected = (await checkFigures()).map(brief);
    bench.workbook.behaviours.implicitIntersection = shown;
    expect((await checkFigures()).map(brief)).toEqual(expected);
    must(await rankUnits());
  });
});
