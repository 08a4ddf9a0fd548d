/** Undo of a command that another person's command has followed: what either has entered stays, and the next update goes on. */
import type { IWorkbookData } from '@univerjs/core';
import { checkFigures, complete, undoLast } from '../support/commands';
import {
  brief,
  closeScoring,
  must,
  only,
  openScoring,
  preparedWorkbook,
  refusal,
  type ScoringBench,
} from '../support/scoringBench';
import { covenantOf, graded, type Parts, writeCovenant } from '../support/smallCovenant';

let scored: IWorkbookData;
beforeAll(async () => {
  scored = await preparedWorkbook(covenantOf({}), {
    fill: async (bench) => {
      for (const unit of ['Tỉnh u1', 'Tỉnh u2', 'Tỉnh u3'])
        for (const code of ['A', 'B', 'C']) await bench.enter(unit, code, 1.5);
    },
  });
});
afterEach(closeScoring);

const update = () => complete('updateSheets', undefined);
const rename = (unit: string, name: string) => complete('renameUnit', { unit, name });
const write = (bench: ScoringBench, parts: Parts): void => writeCovenant(bench.workbook, covenantOf(parts));

const HIGHER: Parts = { lines: [graded('A', 4), graded('B'), graded('C')] };
const JOINED: Parts = { units: ['u0', 'u1', 'u2', 'u3'] };

describe.each([
  ['a maximum is higher', HIGHER],
  ['a unit has joined above it', JOINED],
])('an update where %s, and a unit that another person has renamed', (_what, parts) => {
  test('undo of the update keeps the new name, and the update can be done again', async () => {
    const bench = await openScoring(scored);
    write(bench, parts);
    const { undo } = await update();
    await rename('u2', 'Tỉnh mới');
    must(await undoLast(undo));
    expect((await update()).result.redrawn).toContain('Tỉnh mới');
    expect(await bench.line('Tỉnh mới', 'B')).toBe(1.5);
    expect((await checkFigures()).map(brief).filter((one) => /base|other-criteria|name/.test(one))).toEqual([]);
  });
});

test('undo of a renaming after an update takes the name back, and the update stays', async () => {
  const bench = await openScoring(scored);
  const { undo } = await rename('u2', 'Tỉnh mới');
  const units = covenantOf(HIGHER).cluster.units.map((unit) =>
    unit.id === 'u2' ? { ...unit, name: 'Tỉnh mới' } : unit,
  );
  const { cluster, ...rest } = covenantOf(HIGHER);
  writeCovenant(bench.workbook, { ...rest, cluster: { ...cluster, units } });
  await update();
  must(await undoLast(undo));
  expect((await update()).result.redrawn).toEqual([]);
  write(bench, { lines: [graded('A', 3), graded('B'), graded('C')] });
  expect((await update()).result.redrawn).toContain('Tỉnh u2');
  expect(await bench.line('Tỉnh u2', 'B')).toBe(1.5);
});

test('undo of an update that another update has followed is refused and says so, and both can be undone in turn', async () => {
  const bench = await openScoring(scored);
  write(bench, HIGHER);
  const before = await bench.state();
  const first = await update();
  write(bench, { lines: [graded('A', 4), graded('B', 3), graded('C')] });
  const second = await update();
  const between = await bench.state();
  expect(refusal(await undoLast(first.undo)).map(brief)).toEqual(['! updated-since']);
  expect(await bench.state()).toEqual(between);
  must(await undoLast(second.undo));
  must(await undoLast(first.undo));
  write(bench, HIGHER);
  expect(await bench.state()).toEqual(before);
});

describe('a name that was given to another unit since', () => {
  test('undo of the renaming that freed it is refused and says so, and goes on once that one is undone', async () => {
    const bench = await openScoring(scored);
    const before = await bench.state();
    const first = await rename('u1', 'Tỉnh mới');
    const second = await rename('u2', 'Tỉnh u1');
    const between = await bench.state();
    expect(refusal(await undoLast(first.undo)).map(brief)).toEqual(['! name-taken-since']);
    expect(await bench.state()).toEqual(between);
    must(await undoLast(second.undo));
    must(await undoLast(first.undo));
    expect(await bench.state()).toEqual(before);
  });

  test('or to a sheet of a person’s own: undo names that sheet and changes nothing', async () => {
    const bench = await openScoring(scored);
    const { undo } = await rename('u1', 'Tỉnh mới');
    bench.workbook.addSheet('TỈNH U1');
    const between = await bench.state();
    expect(refusal(await undoLast(undo)).map(brief)).toEqual(['TỈNH U1! name-taken-since']);
    expect(await bench.state()).toEqual(between);
  });
});

test('undo of minutes in which another person has renamed a unit names the cells, and goes on once that is undone', async () => {
  const bench = await openScoring(scored);
  const minutes = await complete('makeDocument', { kind: 'minutes', today: '2020-12-01' });
  const { undo } = await rename('u1', 'Tỉnh mới');
  const [first] = only(refusal(await undoLast(minutes.undo)), 'sheet-in-use');
  expect(first?.data).toMatchObject({ sheet: 'Biên bản', why: 'changed' });
  expect(String((await bench.read('Biên bản', first?.data.changed[0] ?? '')).value)).toContain('Tỉnh mới');
  must(await undoLast(undo));
  expect(must(await undoLast(minutes.undo)).removed).toContain('Biên bản');
});
