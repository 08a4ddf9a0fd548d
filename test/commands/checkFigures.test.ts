/** What a careful cluster head meets among the entries: each is found by name, in its cell, and fixed where it can be. */
import { applyFixes, checkFigures } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import { STAGE_COLUMN, STAGE_KEY } from '../../src/sheets/unit/layout';
import type { CellValue, CellWrite } from '../../src/stand-in/workbook/cellContent';
import { boolean, fixAll, found, number, OTHER, scoredWorkbook, text, UNIT } from '../support/checking';
import { LANGUAGES, wordFinding } from '../../src/locales';
import { areaOf, brief, closeScoring, openScoring } from '../support/scoringBench';

let scored: IWorkbookData;
beforeAll(async () => {
  scored = await scoredWorkbook();
});
afterEach(closeScoring);

test('where all is well nothing is found', async () => {
  await openScoring(scored);
  expect(await found()).toEqual([]);
});

test('checking writes nothing, whatever is found', async () => {
  const bench = await openScoring(scored);
  await bench.paste(UNIT, 'C1', text('1,5'));
  bench.workbook.deleteSheet(bench.sheet(OTHER));
  const before = await bench.snapshot();
  expect(await found()).not.toEqual([]);
  expect(await bench.snapshot()).toEqual(before);
});

test('a line left blank is named by the cell that waits for it', async () => {
  const bench = await openScoring(scored);
  await bench.enter(UNIT, 'bonus2', null);
  const cell = await bench.addressOf(UNIT, 'line:bonus2', 'figure');
  expect(await found()).toEqual([`${UNIT}!${cell} line-blank`]);
});

describe('pasted past validation', () => {
  test.each<[string, string, CellWrite, string]>([
    ['a word for points', 'C1', text('mười'), 'not-a-number'],
    ['a text that could be a thousand or one', 'C1', text('1.234'), 'not-a-number'],
    ['only spaces', 'C1', text('   '), 'not-a-number'],
    ['a truth value', 'C1', boolean(true), 'not-a-number'],
    ['an error value', 'C1', { kind: 'error', error: '#N/A' }, 'error-value'],
    ['an error value for a mark', 'C3', { kind: 'error', error: '#VALUE!' }, 'error-value'],
    ['an error value for a count', 'C2', { kind: 'error', error: '#DIV/0!' }, 'error-value'],
    ['more than the maximum', 'C1', number(2.25), 'above-maximum'],
    ['less than nothing', 'C1', number(-0.25), 'below-zero'],
    ['points between two steps', 'C1', number(1.1), 'not-in-steps'],
    ['part of a time', 'C2', number(1.5), 'count-not-whole'],
    ['a thousand times', 'C2', number(1000), 'count-too-large'],
    ['times below nothing', 'C2', number(-1), 'below-zero'],
    ['a mark there is not', 'C3', text('Khá'), 'mark-unknown'],
    ['a number for a mark', 'C3', number(1), 'mark-unknown'],
    ['a truth value for a mark', 'C3', boolean(false), 'mark-unknown'],
    ['a formula that gives text', 'C1', { kind: 'formula', formula: '="a"&1' }, 'not-a-number'],
    ['text that looks like a formula', 'C1', text('=1+1'), 'not-a-number'],
  ])('%s earns nothing, and the live sheet agrees', async (_, code, write, expected) => {
    const bench = await openScoring(scored);
    const cell = await bench.paste(UNIT, code, write);
    expect(await found()).toEqual([`${UNIT}!${cell} ${expected}`]);
    expect(await bench.line(UNIT, code)).toBe('');
    expect(await bench.summary('u1', 'missing')).toBe(1);
    expect(await bench.summary('u1', 'rank')).toBe('');
  });

  test.each<[string, string, CellWrite, string, CellValue]>([
    ['9,5 as text', 'C1', text('1,5'), 'number-as-text', 1.5],
    ['9.5 as text', 'C1', text('1.5'), 'number-as-text', 1.5],
    ['a count as text with spaces', 'C2', text(' 2 '), 'number-as-text', 2],
    ['eth for Đ', 'C3', text('\u00d0'), 'mark-unknown', 'Đ'],
    ['a small k with a space', 'C3', text('k '), 'mark-unknown', 'K'],
    ['a Cyrillic К', 'C3', text('\u041a'), 'mark-unknown', 'K'],
  ])('%s is found, and fixed on demand', async (_, code, write, expected, right) => {
    const bench = await openScoring(scored);
    const cell = await bench.paste(UNIT, code, write);
    expect(await found()).toEqual([`${UNIT}!${cell} ${expected}`]);
    await fixAll();
    expect(await found()).toEqual([]);
    expect((await bench.read(UNIT, cell)).value).toBe(right);
    expect(bench.workbook.protection(bench.sheet(UNIT))).not.toBeNull();
  });

  test.each(['đ', 'k', 'đ'.normalize('NFD')])('a mark in small letters counts as the mark it is: %s', async (mark) => {
    const bench = await openScoring(scored);
    await bench.paste(UNIT, 'C3', text(mark.toUpperCase()));
    const points = await bench.line(UNIT, 'C3');
    await bench.paste(UNIT, 'C3', text(mark));
    expect(await found()).toEqual([]);
    expect(await bench.line(UNIT, 'C3')).toBe(points);
  });

  test.each(['Đ', 'KPS'])(
    'a list of marks offers capitals, and takes small letters that are typed: %s',
    async (mark) => {
      const bench = await openScoring(scored);
      const cell = await bench.paste(UNIT, 'C3', text(mark));
      const [points, findings] = [await bench.line(UNIT, 'C3'), await found()];
      const { row, column } = areaOf(cell);
      expect(await bench.workbook.listAt(bench.sheet(OTHER), row, column)).toEqual(['Đ', 'K', 'KPS']);
      await bench.type(UNIT, cell, mark.toLowerCase());
      expect(await found()).toEqual(findings);
      expect(await bench.line(UNIT, 'C3')).toBe(points);
      expect(await bench.tryTyping(UNIT, cell, 'Khá')).toMatchObject({ ok: false, reason: 'validation' });
    },
  );

  test('the list of stages takes small letters that are typed; the check gives the word of the list', async () => {
    const bench = await openScoring(scored);
    const cell = await bench.addressOf(OTHER, STAGE_KEY, STAGE_COLUMN);
    const { row, column } = areaOf(cell);
    const stages = await bench.workbook.listAt(bench.sheet(OTHER), row, column);
    expect(stages).toEqual(['Tự chấm', 'Thẩm định', 'Thống nhất']);
    await bench.type(OTHER, cell, 'thẩm định');
    expect(await found()).toEqual([`${OTHER}!${cell} stage-unknown`]);
    await fixAll();
    expect((await bench.read(OTHER, cell)).value).toBe('Thẩm định');
    expect(await bench.tryTyping(OTHER, cell, 'xong')).toMatchObject({ ok: false, reason: 'validation' });
  });

  test.each([
    ['a stage in small letters', UNIT, STAGE_KEY, STAGE_COLUMN, 'tự chấm', 'stage-unknown', 'Tự chấm'],
    [
      'a stage with look-alike letters',
      UNIT,
      STAGE_KEY,
      STAGE_COLUMN,
      'Tự ch\u1ea5m\u200b',
      'stage-unknown',
      'Tự chấm',
    ],
    [
      'a stage in decomposed letters',
      UNIT,
      STAGE_KEY,
      STAGE_COLUMN,
      'Tự chấm'.normalize('NFD'),
      'stage-unknown',
      'Tự chấm',
    ],
    ['eligibility in capitals', 'Tổng hợp', 'unit:u1', 'eligibility', 'ĐƯỢC XÉT', 'eligibility-unknown', 'Được xét'],
    ['eligibility with eth', 'Tổng hợp', 'unit:u1', 'eligibility', '\u00d0ược xét', 'eligibility-unknown', 'Được xét'],
  ])(
    '%s is found, since live formulas compare to the letter, and fixed',
    async (_, sheet, row, column, typed, code, right) => {
      const bench = await openScoring(scored);
      const cell = await bench.addressOf(sheet, row, column);
      bench.workbook.write(bench.sheet(sheet), areaOf(cell), [[text(typed)]]);
      const about = (await checkFigures()).find((one) => brief(one) === `${sheet}!${cell} ${code}`);
      // The two look the same: the words have to say what is wrong.
      expect(about && wordFinding(about, LANGUAGES.vi).message).toContain(
        `đọc như “${right}” nhưng gõ bằng ký tự khác`,
      );
      await fixAll();
      expect((await bench.read(sheet, cell)).value).toBe(right);
      expect(await found()).toEqual([]);
    },
  );

  test('KPS with a character that shows nothing is found, fixed on demand, and then waits for the cluster', async () => {
    const bench = await openScoring(scored);
    const cell = await bench.paste(UNIT, 'C2', text('KPS\u200b'));
    expect(await found()).toContain(`${UNIT}!${cell} mark-unknown`);
    await fixAll();
    expect(await found()).toEqual([`${UNIT}!${cell} not-arising-undecided`]);
    expect((await bench.read(UNIT, cell)).value).toBe('KPS');
  });

  test('a number as text that would still be wrong is not put in', async () => {
    const bench = await openScoring(scored);
    const cell = await bench.paste(UNIT, 'C1', text('9,5'));
    expect(await found()).toEqual([`${UNIT}!${cell} number-as-text`]);
    await fixAll();
    expect((await bench.read(UNIT, cell)).value).toBe('9,5');
  });

  test.each(['C1', 'C2', 'bonus1'])('9/5 that became a date is found in %s', async (code) => {
    const bench = await openScoring(scored);
    const cell = await bench.paste(UNIT, code, number(46151));
    bench.unlocked(UNIT, (id) => bench.workbook.setStyle(id, areaOf(cell), { numberFormat: 'dd/mm/yyyy' }));
    expect(await found()).toEqual([`${UNIT}!${cell} date-for-number`]);
    expect(await bench.line(UNIT, code)).toBe('');
  });

  test.each([
    ['0%', 0.9],
    ['0', 1.25],
    [';;;', 1.25],
    ['0.00"5"', 1.25],
    ['"2"', 1.25],
  ])('the format %s, which shows another number than %d, is all that is found', async (numberFormat, value) => {
    const bench = await openScoring(scored);
    const cell = await bench.paste(UNIT, 'C1', number(value));
    bench.unlocked(UNIT, (id) => bench.workbook.setStyle(id, areaOf(cell), { numberFormat }));
    expect(await found()).toEqual([`${UNIT}!${cell} number-disguised`]);
  });

  test('something unusable at a later stage blocks the line; it does not fall back to the stage before', async () => {
    const bench = await openScoring(scored);
    const cell = await bench.paste(UNIT, 'C1', text('không rõ'), 'agreed');
    expect(await found()).toEqual([`${UNIT}!${cell} not-a-number`]);
    expect(await bench.line(UNIT, 'C1')).toBe('');
  });

  test('three decimals are rounded once, in the sheet as in the check, and a reason is asked for', async () => {
    const bench = await openScoring(scored);
    const cell = await bench.paste(UNIT, 'C2', number(1.005), 'agreed');
    const note = await bench.addressOf(UNIT, 'line:C2', 'note');
    expect(await found()).toEqual([`${UNIT}!${cell} rounded-to-hundredths`, `${UNIT}!${note} change-without-reason`]);
    expect(await bench.line(UNIT, 'C2')).toBe(1.01);
  });
});

test.each(['9/5', '2,25', '-1', 'abc', '1,1'])(
  'typed by hand, %s is refused for points of at most 2',
  async (typed) => {
    const bench = await openScoring(scored);
    const cell = await bench.addressOf(UNIT, 'line:C1', 'self');
    expect(await bench.tryTyping(UNIT, cell, typed)).toMatchObject({ ok: false, reason: 'validation' });
    expect(await found()).toEqual([]);
  },
);

describe('evidence', () => {
  test('a bonus without any is an error', async () => {
    const bench = await openScoring(scored);
    await bench.enter(UNIT, 'bonus1', 2);
    const cell = await bench.addressOf(UNIT, 'line:bonus1', 'evidence');
    expect(await found()).toEqual([`${UNIT}!${cell} bonus-without-evidence`]);
  });

  test('the same twice is a warning at the second, whatever its case and spaces', async () => {
    const bench = await openScoring(scored);
    await bench.enter(UNIT, 'bonus1', 'QĐ 12/QĐ-VKS', 'evidence');
    await bench.enter(UNIT, 'bonus2', 'qđ  12/QĐ-vks', 'evidence');
    await bench.enter(OTHER, 'bonus2', 'QĐ 12/QĐ-VKS', 'evidence');
    const cell = await bench.addressOf(UNIT, 'line:bonus2', 'evidence');
    expect(await found()).toEqual([`${UNIT}!${cell} evidence-twice`, `${OTHER}!${cell} evidence-twice`]);
  });

  test.each(['=1+1', '+84 297', '-x', '@vks', "'trích", '007', '1/2', 'TRUE', '🏆', 'x'.repeat(32_767)])(
    'stays the text it is: %.20s',
    async (typed) => {
      const bench = await openScoring(scored);
      await bench.enter(UNIT, 'bonus1', 1);
      await bench.enter(UNIT, 'bonus1', typed, 'evidence');
      expect(await bench.line(UNIT, 'bonus1', 'evidence')).toBe(typed);
      expect(await found()).toEqual([]);
    },
  );
});

test('a fix for a sheet that is gone is skipped, and said so', async () => {
  const bench = await openScoring(scored);
  const cell = await bench.paste(UNIT, 'C1', text('1,5'));
  const findings = await checkFigures();
  bench.workbook.deleteSheet(bench.sheet(UNIT));
  expect(await applyFixes(findings)).toMatchObject({ fixed: [], skipped: [{ sheet: UNIT, cell }] });
});
