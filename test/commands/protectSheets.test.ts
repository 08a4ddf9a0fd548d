/** Protecting again what somebody left unprotected. */
import { complete, insertSheets, newCovenant } from '../support/commands';
import { clusterOf, criteriaOf } from '../support/covenants';
import { closeScoring, must, openScoring } from '../support/scoringBench';

afterEach(closeScoring);

const inserted = async () => {
  const bench = await openScoring();
  must(await newCovenant({ criteria: criteriaOf(11), cluster: clusterOf(2) }));
  must(await insertSheets());
  return bench;
};
const protect = async (): Promise<string[]> => (await complete('protectSheets', undefined)).result.protectedNow;

test('every sheet of ours is protected as it was made, and nothing else of it changes', async () => {
  const bench = await inserted();
  const before = await bench.state();
  for (const name of ['Giao ước', 'Đơn vị 1']) bench.workbook.unprotect(bench.sheet(name), null);
  expect(await protect()).toEqual(['Giao ước', 'Đơn vị 1']);
  expect(await bench.state()).toEqual(before);
});

test('sheets of the user are left alone, and nothing is written where all are protected', async () => {
  const bench = await inserted();
  const before = await bench.snapshot();
  expect(await protect()).toEqual([]);
  expect(bench.workbook.protection(bench.sheet('Sheet1'))).toBeNull();
  expect(await bench.snapshot()).toEqual(before);
});
