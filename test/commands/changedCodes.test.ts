/** A code in *Giao ước* changed under the same name: what was entered is never parted from its unit, its award or its condition. */
import type { IWorkbookData } from '@univerjs/core';
import type { Cluster } from '../../src/covenant/covenant';
import { applyFixes, checkFigures, insertSheets, outcomeOf, rankUnits } from '../support/commands';
import {
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  refusal,
  type ScoringBench,
} from '../support/scoringBench';
import { covenantOf, writeCovenant } from '../support/smallCovenant';

const CONDITION = { id: 'HTNV', text: 'Hoàn thành nhiệm vụ', measure: 'share', least: 100 };
const FIRST = covenantOf({ awards: [{ id: 'LDXS', name: 'Lao động xuất sắc', conditions: [CONDITION] }] });

let scored: IWorkbookData;
beforeAll(async () => {
  scored = await preparedWorkbook(FIRST, { fill: (bench) => bench.enter('Tỉnh u2', 'A', 1.5) });
});
afterEach(closeScoring);

async function changed(change: (cluster: Cluster) => Partial<Cluster>): Promise<ScoringBench> {
  const bench = await openScoring(scored);
  writeCovenant(bench.workbook, { ...FIRST, cluster: { ...FIRST.cluster, ...change(FIRST.cluster) } });
  return bench;
}
const units =
  (id: string, name = 'Tỉnh u2') =>
  (cluster: Cluster) => ({
    units: cluster.units.map((unit) => (unit.id === 'u2' ? { ...unit, id, name } : unit)),
  });
const awards =
  (change: (award: Cluster['awards'][number]) => Partial<Cluster['awards'][number]>) => (cluster: Cluster) => ({
    awards: cluster.awards.map((award) => ({ ...award, ...change(award) })),
  });

test('of a unit: no sheet is inserted for it, nothing is ranked or updated, and the fix gives the code back', async () => {
  const bench = await changed(units('tinh-hai'));
  const before = await bench.state();
  const data = { coded: 'unit', name: 'Tỉnh u2', former: 'u2', code: 'tinh-hai' };
  for (const refused of [
    await insertSheets(),
    await rankUnits(),
    await outcomeOf('previewUpdate', undefined),
    await outcomeOf('updateSheets', undefined),
  ]) {
    const findings = refusal(refused);
    expect(findings.map((one) => [brief(one), one.data])).toEqual([
      [expect.stringMatching(/^Giao ước!\w+ code-changed$/), data],
    ]);
  }
  expect(await bench.state()).toEqual(before);
  const found = await checkFigures();
  expect(found.map(({ code }) => code)).not.toContain('sheet-of-no-unit');
  await applyFixes(found.filter(({ code }) => code === 'code-changed'));
  expect(must(await insertSheets())).toMatchObject({ added: [], rowsAdded: [] });
  expect(await bench.line('Tỉnh u2', 'A', 'self')).toBe(1.5);
  expect((await checkFigures()).map(({ code }) => code)).not.toContain('code-changed');
});

test.each<[string, (bench: ScoringBench) => void]>([
  ['whose sheet was deleted', (bench) => bench.workbook.deleteSheet(bench.sheet('Tỉnh u2'))],
  ['whose tab has another name', (bench) => bench.workbook.renameSheet(bench.sheet('Tỉnh u2'), 'abc')],
])('of a unit %s: insertion and update are refused, since its rows would be parted from it', async (_which, act) => {
  const bench = await changed(units('tinh-hai'));
  act(bench);
  const before = await bench.state();
  for (const command of ['insertSheets', 'updateSheets'] as const)
    expect(refusal(await outcomeOf(command, undefined)).map(({ code }) => code)).toEqual(['code-changed']);
  expect(await bench.state()).toEqual(before);
});

test.each<[string, (cluster: Cluster) => Partial<Cluster>, object]>([
  ['an award', awards(() => ({ id: 'XS' })), { coded: 'award', name: 'Lao động xuất sắc', former: 'LDXS', code: 'XS' }],
  [
    'a condition',
    awards(({ conditions }) => ({ conditions: conditions.map((one) => ({ ...one, id: 'NV' })) })),
    { coded: 'condition', name: 'Hoàn thành nhiệm vụ', former: 'HTNV', code: 'NV' },
  ],
])('of %s: preview and update are refused at the code, and nothing is written', async (_what, change, data) => {
  const bench = await changed(change);
  const before = await bench.state();
  for (const command of ['previewUpdate', 'updateSheets'] as const) {
    const findings = refusal(await outcomeOf(command, undefined));
    expect(findings.map((one) => [brief(one), one.data])).toEqual([
      [expect.stringMatching(/^Giao ước!\w+ code-changed$/), data],
    ]);
  }
  expect(await bench.state()).toEqual(before);
});

test('another unit under a code and a name of its own is no doubt', async () => {
  const bench = await changed(units('u9', 'Tỉnh u9'));
  must(await outcomeOf('updateSheets', undefined));
  expect(bench.names()).toEqual(expect.arrayContaining(['Tỉnh u2', 'Tỉnh u9']));
});

test('of a unit that left, given to another: its sheet is nobody else’s, and nothing is inserted, ranked or updated', async () => {
  const bench = await changed((cluster) => ({ units: cluster.units.filter(({ id }) => id !== 'u2') }));
  must(await outcomeOf('updateSheets', undefined));
  writeCovenant(bench.workbook, {
    ...FIRST,
    cluster: { ...FIRST.cluster, ...units('u2', 'Tỉnh Khác')(FIRST.cluster) },
  });
  const before = await bench.state();
  for (const refused of [
    await insertSheets(),
    await rankUnits(),
    await outcomeOf('previewUpdate', undefined),
    await outcomeOf('updateSheets', undefined),
  ])
    expect(refusal(refused).map(brief)).toContainEqual(expect.stringMatching(/^Tỉnh u2!\w+ name-not-key$/));
  expect(await bench.state()).toEqual(before);
  expect((await checkFigures()).map(brief)).toContainEqual(expect.stringMatching(/^Tỉnh u2!\w+ name-not-key$/));
});
