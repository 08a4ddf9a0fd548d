/** Inserting where units' sheets refer to the table of targets and to the summary, and where titles are considered. */
import { applyFixes, checkFigures, insertSheets } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import { allLines } from '../../src/covenant/criteria';
import { targetColumn } from '../../src/sheets/shared/sheetRefs';
import { FULL } from '../scoring/fixture';
import { clusterOf } from '../support/covenants';
import {
  areaOf,
  BASE,
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  refusal,
  type ScoringBench,
  type Typed,
} from '../support/scoringBench';
import { setStage } from '../support/sealed';

const UNITS = ['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3'];
const covenant = {
  criteria: FULL,
  cluster: clusterSchema.parse({
    ...clusterOf(3),
    deputy: 'u3',
    awards: [{ id: 'A', name: 'Tập thể lao động xuất sắc', quota: { type: 'fixed', number: 1 } }],
  }),
};
const TARGETS = 'Giao chỉ tiêu';

let inserted: IWorkbookData;
beforeAll(async () => {
  inserted = await preparedWorkbook(covenant);
});
afterEach(closeScoring);

async function give(bench: ScoringBench, unit: string, code: string, target: Typed): Promise<void> {
  await bench.type(TARGETS, await bench.addressOf(TARGETS, `unit:${unit}`, targetColumn(code)), target);
}

async function agreeLines(bench: ScoringBench, unit: string): Promise<void> {
  for (const { code } of allLines(FULL)) await bench.enter(unit, code, 0, 'agreed');
}

/** Codes of findings that say a formula is not what belongs there, or a live value not the engine's. */
const doubts = async (): Promise<string[]> =>
  (await checkFigures()).filter(({ code }) => /^(formula|engine|row|column|targets)-/.test(code)).map(brief);

describe('the sheets of the cluster', () => {
  test('stand in the order in which they are used', async () => {
    const bench = await openScoring(inserted);
    expect(bench.names()).toEqual([
      'Sheet1',
      'Giao ước',
      'Tiêu chí',
      TARGETS,
      ...UNITS,
      'Tổng hợp',
      'Xét danh hiệu',
      BASE,
    ]);
    expect(await doubts()).toEqual([]);
    expect(must(await insertSheets())).toEqual({ added: [], kept: UNITS, rowsAdded: [] });
  });

  test("a target is entered once and shown on the unit's own sheet, also KG and 0; a blank stays blank", async () => {
    const bench = await openScoring(inserted);
    for (const [unit, target] of [
      ['u1', 80],
      ['u2', 'KG'],
    ] as const)
      await give(bench, unit, 'more', target);
    await give(bench, 'u3', 'less', 0);
    expect(await Promise.all(UNITS.map((unit) => bench.line(unit, 'more', 'target')))).toEqual([80, 'KG', '']);
    expect(await bench.line('Đơn vị 3', 'less', 'target')).toBe(0);
    expect(await bench.line('Đơn vị 2', 'more')).toBe('KPS');
  });

  test('the highest excess over the target leads, and everybody is compared with it', async () => {
    const bench = await openScoring(inserted);
    for (const unit of ['u1', 'u2', 'u3']) await give(bench, unit, 'relative', 100);
    await bench.enter('Đơn vị 1', 'relative', 110);
    expect(await bench.line('Đơn vị 1', 'relative')).toBe(20);
    await bench.enter('Đơn vị 3', 'relative', 140);
    expect(await bench.line('Đơn vị 1', 'relative')).toBe(12.5);
    expect(await bench.line('Đơn vị 3', 'relative')).toBe(20);
    await bench.enter('Đơn vị 2', 'relative', 50);
    expect(await bench.line('Đơn vị 2', 'relative')).toBe(5);
    expect(await doubts()).toEqual([]);
  });

  test.each<[string, Typed, boolean]>([
    ['a number', 12.5, true],
    ['0', 0, true],
    ['KG', 'KG', true],
    ['a negative number', -1, false],
    ['another mark', 'KPS', false],
    ['a word', 'chưa giao', false],
  ])('as a target %s is taken or not: %j %s', async (_, typed, taken) => {
    const bench = await openScoring(inserted);
    const cell = await bench.addressOf(TARGETS, 'unit:u2', targetColumn('more'));
    expect(await bench.tryTyping(TARGETS, cell, typed)).toMatchObject({ ok: taken });
  });
});

describe('who reviews', () => {
  const reviewer = (bench: ScoringBench, unit: string) => bench.addressOf(unit, 'field:reviewer', 'standard');
  const findings = async () =>
    (await checkFigures()).filter(({ code }) => /^(own-review|reviewer-unknown)$/.test(code)).map(brief);

  test("the head reviews the others, the deputy the head's own sheet", async () => {
    const bench = await openScoring(inserted);
    const shown = await Promise.all(
      UNITS.map(async (unit) => (await bench.read(unit, await reviewer(bench, unit))).value),
    );
    expect(shown).toEqual(['Đơn vị 3', 'Đơn vị 1', 'Đơn vị 1']);
    expect(await findings()).toEqual([]);
  });

  test.each<[string, string, Typed, string[]]>([
    ['the head its own sheet', 'Đơn vị 1', ' đơn vị  1 ', ['own-review']],
    ['another unit its own sheet', 'Đơn vị 2', 'Đơn vị 2', ['own-review']],
    ['the head its own sheet, by its role', 'Đơn vị 1', 'Cụm trưởng', ['own-review']],
    ['the deputy its own sheet, by its role', 'Đơn vị 3', 'VKSND (Cụm phó)', ['own-review']],
    ['another unit its own sheet, one of two', 'Đơn vị 2', 'Đơn vị 1, Don vi 2', ['own-review']],
    ['the head by its role', 'Đơn vị 2', 'cụm trưởng', []],
    ['nobody by a sign', 'Đơn vị 2', '-', ['reviewer-unknown']],
    ['nobody', 'Đơn vị 2', null, ['reviewer-unknown']],
    ['somebody else', 'Đơn vị 2', 'Phòng 7', ['reviewer-unknown']],
  ])('%s', async (_, unit, typed, expected) => {
    const bench = await openScoring(inserted);
    const cell = await reviewer(bench, unit);
    await bench.type(unit, cell, typed);
    expect(await findings()).toEqual(expected.map((code) => `${unit}!${cell} ${code}`));
  });

  test.each<[string, (bench: ScoringBench) => Promise<void>]>([
    ['its stage', (bench) => setStage(bench, 'Đơn vị 2', 'Thống nhất')],
    ['every line', (bench) => agreeLines(bench, 'Đơn vị 2')],
  ])('nobody, on a sheet agreed by %s: its own review', async (_, agree) => {
    const bench = await openScoring(inserted);
    const cell = await reviewer(bench, 'Đơn vị 2');
    await agree(bench);
    expect(await findings()).toEqual([]);
    await bench.type('Đơn vị 2', cell, null);
    expect(await findings()).toEqual(['reviewer-unknown', 'own-review'].map((code) => `Đơn vị 2!${cell} ${code}`));
    expect((await checkFigures()).find(({ code }) => code === 'own-review')).toMatchObject({
      data: { reviewer: '', isHead: false },
    });
  });

  test('nobody, for the head: its own review, once reviewed points stand there', async () => {
    const bench = await openScoring(inserted);
    const cell = await reviewer(bench, 'Đơn vị 1');
    await bench.type('Đơn vị 1', cell, null);
    expect(await findings()).toEqual([`Đơn vị 1!${cell} reviewer-unknown`]);
    await bench.enter('Đơn vị 1', 'graded', 1, 'reviewed');
    expect(await findings()).toEqual(['reviewer-unknown', 'own-review'].map((code) => `Đơn vị 1!${cell} ${code}`));
    expect((await checkFigures()).find(({ code }) => code === 'own-review')).toMatchObject({
      data: { reviewer: '', isHead: true },
    });
  });
});

describe('a unit that joins later', () => {
  test('gets a row in every table of the cluster, and its sheet takes its targets from there', async () => {
    const bench = await openScoring(inserted);
    await give(bench, 'u2', 'more', 60);
    await bench.addUnit('Mới', 'moi*1');
    expect(must(await insertSheets())).toEqual({ added: ['Mới'], kept: UNITS, rowsAdded: ['Mới'] });
    await give(bench, 'moi*1', 'more', 40);
    await bench.enter('Mới', 'more', 20);
    expect(await bench.line('Mới', 'more')).toBe(10);
    expect(await bench.line('Đơn vị 2', 'more', 'target')).toBe(60);
    expect(await bench.value('Xét danh hiệu', 'unit:moi*1', 'unit')).toBe('Mới');
    expect(await bench.value(TARGETS, 'unit:moi*1', 'number')).toBe(4);
    const cell = await bench.addressOf(TARGETS, 'unit:moi*1', targetColumn('less'));
    expect(await bench.tryTyping(TARGETS, cell, 'x')).toMatchObject({ ok: false, reason: 'validation' });
    expect(await doubts()).toEqual([]);
  });
});

describe('a sheet of the cluster that was deleted', () => {
  test("the table of targets is made again, and the units' sheets take their targets from it", async () => {
    const bench = await openScoring(inserted);
    await give(bench, 'u1', 'more', 80);
    bench.workbook.deleteSheet(bench.sheet(TARGETS));
    expect(await bench.line('Đơn vị 1', 'more', 'target')).toBe('');
    expect((await checkFigures()).map(({ code }) => code)).toContain('targets-missing');
    expect(must(await insertSheets()).added).toEqual([TARGETS]);
    await give(bench, 'u1', 'more', 50);
    expect(await bench.line('Đơn vị 1', 'more', 'target')).toBe(50);
    expect(await doubts()).toEqual([]);
  });

  test('the table of targets: every sheet that lost it is named, and what was entered on them stays', async () => {
    const bench = await openScoring(inserted);
    for (const unit of ['u1', 'u2', 'u3']) await give(bench, unit, 'more', 80);
    for (const unit of UNITS) {
      await bench.enter(unit, 'more', 40);
      await bench.enter(unit, 'passFail', 'Đ');
    }
    const entries = (): Promise<unknown[]> =>
      Promise.all(
        UNITS.flatMap((unit) => [
          bench.line(unit, 'more', 'figure'),
          bench.line(unit, 'passFail', 'figure'),
          bench.line(unit, 'more'),
          bench.line(unit, 'more', 'target'),
        ]),
      );
    const before = await entries();
    bench.workbook.deleteSheet(bench.sheet(TARGETS));
    const found = await checkFigures();
    const lost = found.filter(({ code }) => ['reference-lost', 'formula-overwritten'].includes(code));
    expect(new Set(lost.map(({ place }) => place?.sheet))).toEqual(new Set(UNITS));
    expect(found.map(({ code }) => code)).toContain('targets-missing');
    must(await insertSheets());
    for (const unit of ['u1', 'u2', 'u3']) await give(bench, unit, 'more', 80);
    expect(await entries()).toEqual(before);
    expect(await doubts()).toEqual([]);
  });

  test('the end row of the table of targets: it is found in its place, and mended with the formulas that reach to it', async () => {
    const bench = await openScoring(inserted);
    await give(bench, 'u3', 'more', 80);
    const end = await bench.addressOf(TARGETS, 'end', 'number');
    bench.unlocked(TARGETS, (id) => bench.workbook.deleteRows(id, areaOf(end).row, 1));
    const found = (await checkFigures()).filter(({ code }) => code === 'end-row-lost');
    expect(found.map(brief)).toEqual([`${TARGETS}!A${areaOf(end).row + 1} end-row-lost`]);
    await applyFixes(await checkFigures());
    expect(await doubts()).toEqual([]);
    await bench.addUnit('Mới', 'moi');
    expect(must(await insertSheets()).rowsAdded).toEqual(['Mới']);
    await give(bench, 'moi', 'more', 40);
    expect(await Promise.all(['Đơn vị 3', 'Mới'].map((unit) => bench.line(unit, 'more', 'target')))).toEqual([80, 40]);
    expect(await doubts()).toEqual([]);
  });

  test('the summary is made again, and the leader lives again', async () => {
    const bench = await openScoring(inserted);
    for (const unit of ['u1', 'u2']) await give(bench, unit, 'relative', 100);
    await bench.enter('Đơn vị 1', 'relative', 110);
    bench.workbook.deleteSheet(bench.sheet('Tổng hợp'));
    expect(must(await insertSheets()).added).toEqual(['Tổng hợp']);
    await bench.enter('Đơn vị 2', 'relative', 120);
    expect(await bench.line('Đơn vị 1', 'relative')).toBe(15);
    expect(await doubts()).toEqual([]);
  });

  test('without targets, where a criterion lost its column nothing is inserted', async () => {
    const bench = await openScoring(inserted);
    await bench.addUnit('Mới');
    bench.unlocked(TARGETS, (sheet) => bench.workbook.deleteColumns(sheet, 4, 1));
    expect(refusal(await insertSheets()).map(brief)).toEqual([`${TARGETS}! sheet-of-other-criteria`]);
  });
});
