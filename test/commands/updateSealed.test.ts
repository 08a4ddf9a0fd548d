/** A covenant changed after the result was sealed: the update keeps the seal, and the next seal is an amendment of it. */
import type { IWorkbookData } from '@univerjs/core';
import { text } from '../support/checking';
import { checkFigures, complete, makeDocument, rankUnits, undoLast } from '../support/commands';
import {
  areaOf,
  brief,
  closeScoring,
  must,
  only,
  openScoring,
  preparedWorkbook,
  type ScoringBench,
} from '../support/scoringBench';
import { CHANGED, codes, DAY, LATER, seal, sealState, setStage, status } from '../support/sealed';
import { covenantOf, graded, writeCovenant } from '../support/smallCovenant';

const START = [graded('A'), graded('B'), graded('C')];
/** A is gone, N is new, B and C have changed places. */
const OTHER = [graded('N'), graded('C'), graded('B')];
const UNITS = ['Tỉnh u1', 'Tỉnh u2', 'Tỉnh u3'];
const LIST = 'Điều chỉnh';

let sealed: IWorkbookData;
beforeAll(async () => {
  sealed = await preparedWorkbook(covenantOf({ lines: START }), {
    fill: async (bench) => {
      for (const [index, unit] of UNITS.entries()) {
        for (const code of ['A', 'B', 'C']) await bench.enter(unit, code, 0.5 + index / 4);
        await setStage(bench, unit, 'Thống nhất');
      }
      must(await rankUnits());
      must(await seal());
    },
  });
});
afterEach(closeScoring);

/** *Tiêu chí* as it is to be, and the sheets updated. */
async function update(bench: ScoringBench) {
  writeCovenant(bench.workbook, covenantOf({ lines: OTHER }));
  return complete('updateSheets', undefined);
}

async function sealAfterUpdate(bench: ScoringBench): Promise<void> {
  await update(bench);
  for (const unit of UNITS) await bench.enter(unit, 'N', 1);
  must(await rankUnits());
  must(await seal(LATER));
}

/** Round, unit, line, sealed and amended content, reason and minutes of each row of the list. */
async function listed(bench: ScoringBench): Promise<string[]> {
  const rows = await bench.workbook.read(bench.sheet(LIST), { row: 0, column: 0, rows: 120, columns: 9 });
  return rows.flatMap(([key, , ...cells]) =>
    String(key?.value ?? '').startsWith('amendment:') ? [cells.map(({ value }) => String(value ?? '')).join('|')] : [],
  );
}

const RECOMPUTED = 'Tính lại theo các điều chỉnh trên';
const CHANGES = [
  'Tỉnh u1|Tiêu chí N|-|1,00||',
  `Tỉnh u1|Tổng điểm|1,50|2,00|${RECOMPUTED}|`,
  'Tỉnh u1|A|0,50|-||',
  'Tỉnh u3|Tiêu chí N|-|1,00||',
  'Tỉnh u3|A|1,00|-||',
  '|Ô Tiêu chí!B13|A|N||',
  '|Ô Tiêu chí!D13|Tiêu chí A|Tiêu chí N||',
];

test('the seal stays, and says by itself that the result has changed', async () => {
  const bench = await openScoring(sealed);
  await update(bench);
  expect(bench.names()).toContain('Chốt');
  expect(await sealState(bench)).toBe(CHANGED);
  expect(await codes()).toContain('seal-changed');
});

test('until the next seal one finding says that the seal is of another result, and none calls its formulas overwritten', async () => {
  const bench = await openScoring(sealed);
  await update(bench);
  const found = await checkFigures();
  expect(only(found, 'seal-changed')).toHaveLength(1);
  expect(found.filter(({ place, severity }) => place?.sheet === 'Chốt' && severity === 'error')).toEqual([]);
  // What was typed over one of them is no formula that the update has moved.
  const cell = await bench.addressOf('Chốt', 'field:state', 'number');
  bench.unlocked('Chốt', (id) => {
    bench.workbook.write(id, areaOf(cell), [[text('Đã chốt')]]);
  });
  expect(only(await checkFigures(), 'formula-overwritten').map(brief)).toEqual([`Chốt!${cell} formula-overwritten`]);
});

test('the next seal is an amendment that lists what differs, lines that are new or gone as well', async () => {
  const bench = await openScoring(sealed);
  await sealAfterUpdate(bench);
  expect(await status(bench)).toMatch(/^Bản điều chỉnh lần 1, chốt ngày 01\/12\/2020/);
  const rows = await listed(bench);
  expect(rows).toEqual(expect.arrayContaining(CHANGES.map((one) => `1|${one}`)));
  // Nothing is told twice, and nothing that the update drew from Tiêu chí.
  expect(rows.filter((row) => row.includes('(ô '))).toEqual([]);
  expect(await codes()).not.toContain('seal-changed');
});

test('amendments of earlier rounds stay, with their minutes', async () => {
  const bench = await openScoring(sealed);
  await bench.enter('Tỉnh u1', 'B', 0.25, 'agreed');
  await bench.enter('Tỉnh u1', 'B', 'Theo Kết luận 12/KL', 'note');
  must(await rankUnits());
  must(await seal(DAY));
  await bench.type(LIST, await bench.addressOf(LIST, 'amendment:1:line:B:u1', 'minutes'), 'BB 02');
  await sealAfterUpdate(bench);
  expect(await status(bench)).toMatch(/^Bản điều chỉnh lần 2,/);
  const rows = await listed(bench);
  expect(rows[0]).toBe('1|Tỉnh u1|Tiêu chí B|0,50|0,25|Theo Kết luận 12/KL|BB 02');
  expect(rows).toEqual(expect.arrayContaining(['2|Tỉnh u3|Tiêu chí N|-|1,00||', '2|Tỉnh u3|A|1,00|-||']));
});

test('where the update is undone and the covenant is as it was, the seal holds', async () => {
  const bench = await openScoring(sealed);
  const { undo } = await update(bench);
  must(await undoLast(undo));
  writeCovenant(bench.workbook, covenantOf({ lines: START }));
  expect(await status(bench)).toMatch(/^Đã chốt ngày 25\/11\/2020/);
  expect(await codes()).not.toContain('seal-changed');
});

test.each<[string, readonly string[]]>([
  ['the first unit moves down', ['u2', 'u1', 'u3']],
  ['the first unit becomes the last', ['u2', 'u3', 'u1']],
  ['the last unit becomes the first', ['u3', 'u1', 'u2']],
  ['the last unit moves up', ['u1', 'u3', 'u2']],
])('where %s, undo gives charts, details and the seal their formulas back', async (_what, units) => {
  const bench = await openScoring(sealed);
  for (const kind of ['charts', 'detail'] as const) must(await makeDocument(kind));
  writeCovenant(bench.workbook, covenantOf({ lines: START, units }));
  const before = await bench.state();
  const { undo } = await complete('updateSheets', undefined);
  expect(await codes()).toContain('reference-lost');
  must(await undoLast(undo));
  expect(await bench.state()).toEqual(before);
});
