/** A unit's sheet as a person meets it: what may be typed, and what the sheet shows by itself. */
import type { IWorkbookData } from '@univerjs/core';
import { targetColumn } from '../../../src/sheets/shared/sheetRefs';
import { FULL } from '../../scoring/fixture';
import { clusterOf } from '../../support/covenants';
import { closeScoring, openScoring, preparedWorkbook, type ScoringBench, type Typed } from '../../support/scoringBench';

const UNIT = 'Đơn vị 1';
let inserted: IWorkbookData;
beforeAll(async () => {
  inserted = await preparedWorkbook({ criteria: FULL, cluster: clusterOf(2) });
});
afterEach(closeScoring);

describe('what may be typed', () => {
  test.each<[code: string, column: string, typed: Typed, taken: boolean]>([
    ['share', 'figure', 95.5, true],
    ['share', 'figure', 'KPS', true],
    ['share', 'figure', -1, false],
    ['share', 'figure', 'nhiều', false],
    ['share', 'target', 100, true],
    ['share', 'target', 'KPS', false],
    ['share', 'target', 'KG', false],
    ['late', 'figure', 3, true],
    ['late', 'figure', 'KPS', true],
    ['late', 'figure', 0.5, false],
    ['more', 'figure', 12.25, true],
    ['more', 'figure', 'KPS', true],
    ['passFail', 'figure', 'Đ', true],
    ['passFail', 'figure', 'KPS', true],
    ['passFail', 'figure', 'KG', false],
    ['graded', 'self', 9.5, true],
    ['graded', 'self', 'KPS', true],
    ['graded', 'self', 10.5, false],
    ['graded', 'agreed', 'KPS', true],
    ['share', 'reviewed', 'KPS', true],
    ['bonus', 'figure', 2, true],
    ['bonus', 'figure', 'KPS', false],
    ['bonus', 'agreed', 'KPS', false],
    ['penalty', 'reviewed', 1, true],
  ])('%s, %s: %j is taken: %s', async (code, column, typed, taken) => {
    const bench = await openScoring(inserted);
    const cell = await bench.addressOf(UNIT, `line:${code}`, column);
    expect(await bench.tryTyping(UNIT, cell, typed)).toMatchObject({ ok: taken });
  });

  test.each(['more', 'less', 'relative', 'late', 'graded', 'bonus'])('no target of %s: it is locked', async (code) => {
    const bench = await openScoring(inserted);
    const cell = await bench.addressOf(UNIT, `line:${code}`, 'target');
    expect(await bench.tryTyping(UNIT, cell, 5)).toMatchObject({ ok: false, reason: 'locked' });
  });
});

describe('where nothing arose', () => {
  async function fulfilled(bench: ScoringBench): Promise<void> {
    for (const [code, target] of [
      ['more', 80],
      ['less', 3],
      ['relative', 100],
    ] as const)
      await bench.type('Giao chỉ tiêu', await bench.addressOf('Giao chỉ tiêu', 'unit:u1', targetColumn(code)), target);
    await bench.enter(UNIT, 'share', 100, 'target');
    for (const [code, typed] of Object.entries({
      share: 95,
      late: 0,
      more: 80,
      less: 3,
      relative: 100,
      graded: 10,
      passFail: 'Đ',
      bonus: 0,
      penalty: 0,
    }))
      await bench.enter(UNIT, code, typed);
  }
  const standard = async (bench: ScoringBench, column: string) => bench.value(UNIT, 'total:standard', column);

  test.each<[policy: string, code: string, official: unknown, total: number, missing: number, words: string]>([
    ['all its points', 'less', 10, 90, 0, ''],
    ['none', 'graded', 0, 80, 0, ''],
    ['the cluster decides', 'passFail', 'KPS', 80, 1, ''],
    ['not recorded', 'late', 'KPS', 80, 1, ''],
    // 90 of 100 were earned: the comparison gives half of its points for reaching the target.
    ['it does not count', 'more', 'KPS', 87.5, 0, 'Quy đổi: 70 ÷ 80 × 100'],
  ])('%s', async (_, code, official, total, missing, words) => {
    const bench = await openScoring(inserted);
    await fulfilled(bench);
    expect(await standard(bench, 'official')).toBe(90);
    await bench.enter(UNIT, code, 'KPS');
    expect(await bench.line(UNIT, code)).toBe(official);
    expect(await standard(bench, 'official')).toBe(total);
    expect(await standard(bench, 'self')).toBe(words);
    expect(await bench.value(UNIT, 'total:missing', 'official')).toBe(missing);
  });

  test('0 of 0 is nothing that arose, on a denominator of its own and on a target given', async () => {
    const bench = await openScoring(inserted);
    await fulfilled(bench);
    await bench.enter(UNIT, 'share', 0, 'target');
    await bench.enter(UNIT, 'share', 0);
    expect(await bench.line(UNIT, 'share')).toBe('KPS');
    const cell = await bench.addressOf('Giao chỉ tiêu', 'unit:u1', targetColumn('less'));
    await bench.type('Giao chỉ tiêu', cell, 0);
    await bench.enter(UNIT, 'less', 0);
    expect(await bench.line(UNIT, 'less', 'self')).toBe('KPS');
    expect(await bench.line(UNIT, 'less')).toBe(10);
  });

  test('the total is written in words, below its figures', async () => {
    const bench = await openScoring(inserted);
    const said = async () => bench.value(UNIT, 'field:inWords', 'number');
    expect(await said()).toBe('Bằng chữ: Không điểm');
    await fulfilled(bench);
    expect(await said()).toBe('Bằng chữ: Chín mươi điểm');
    await bench.enter(UNIT, 'more', 'KPS');
    expect(await said()).toBe('Bằng chữ: Tám mươi bảy phẩy năm mươi điểm');
  });

  test('points agreed take the place of the mark', async () => {
    const bench = await openScoring(inserted);
    await fulfilled(bench);
    await bench.enter(UNIT, 'passFail', 'KPS');
    await bench.enter(UNIT, 'passFail', 5, 'agreed');
    expect(await bench.line(UNIT, 'passFail')).toBe(5);
    expect(await bench.value(UNIT, 'total:missing', 'official')).toBe(0);
  });
});
