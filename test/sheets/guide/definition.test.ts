/** *Hướng dẫn*: says what this workbook has and this covenant uses, is found out of date, and keeps out of the ranking. */
import { complete, insertSheets, makeDocument, newCovenant, readOverview } from '../../support/commands';
import { clusterOf, criteriaOf } from '../../support/covenants';
import { closeScoring, must, openScoring, type ScoringBench } from '../../support/scoringBench';
import { criteriaSets } from '../../../src/covenant/catalogue';
import type { CriteriaSet } from '../../../src/covenant/criteria';

const GUIDE = 'Hướng dẫn';
afterEach(closeScoring);

async function made(criteria: CriteriaSet): Promise<ScoringBench> {
  const bench = await openScoring();
  must(await newCovenant({ criteria, cluster: clusterOf(2) }));
  must(await insertSheets());
  must(await makeDocument('guide'));
  return bench;
}
async function textsOf(bench: ScoringBench): Promise<unknown[]> {
  const rows = await bench.workbook.read(bench.sheet(GUIDE), { row: 0, column: 1, rows: 40, columns: 2 });
  return rows.flat().flatMap(({ value }) => (value === null ? [] : [value]));
}
const guideOf = async () => (await readOverview()).documents.find(({ type }) => type === 'guide');

test('names the sheets that are there and the kinds of line that the covenant uses, no others', async () => {
  const texts = await textsOf(await made(criteriaOf(11)));
  for (const name of ['Giao ước', 'Tiêu chí', 'Tổng hợp', 'Đạt hoặc không đạt', 'KPS']) expect(texts).toContain(name);
  for (const name of ['Giao chỉ tiêu', 'Theo mức', 'So với đơn vị dẫn đầu']) expect(texts).not.toContain(name);
});

test('is out of date once the covenant uses something else', async () => {
  const bench = await made(criteriaOf(11));
  expect(await guideOf()).toEqual({ type: 'guide', content: 'help', sheets: [GUIDE], outdated: false });
  const [row, column] = [0, 0];
  bench.unlocked(GUIDE, (id) => {
    const text = 'cham-diem-thi-dua;guide;000000000000;';
    bench.workbook.write(id, { row, column, rows: 1, columns: 1 }, [[{ kind: 'text', text }]]);
  });
  expect((await guideOf())?.outdated).toBe(true);
});

test('names the sheet of decisions once it is there', async () => {
  const bench = await made(criteriaOf(11));
  expect(await textsOf(bench)).not.toContain('Quyết định');
  must(await makeDocument('decisions'));
  expect((await guideOf())?.outdated).toBe(true);
  must(await makeDocument('guide'));
  expect(await textsOf(bench)).toContain('Quyết định');
});

test('is undone as long as no other stands in its place', async () => {
  const bench = await openScoring();
  const [criteria] = criteriaSets();
  if (!criteria) throw new Error('the catalogue has a criteria set');
  must(await newCovenant({ criteria, cluster: clusterOf(2) }));
  must(await insertSheets());
  const before = await bench.state();
  const { undo } = await complete('makeDocument', { kind: 'guide', today: '' });
  await complete('undoLast', undo ?? []);
  expect(await bench.state()).toEqual(before);
});
