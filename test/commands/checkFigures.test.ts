/** What a careful cluster head meets: each is found by name, in its cell; what can be put right is put right. */
import type { IWorkbookData } from '@univerjs/core';
import { applyFixes } from '../../src/commands/applyFixes';
import { checkFigures } from '../../src/commands/checkFigures';
import { parseAddress } from '../../src/sheets/plan';
import type { CellValue, CellWrite } from '../../src/workbench/workbook/types';
import { clusterOf, criteriaOf } from '../support/covenants';
import {
  areaOf,
  brief,
  closeScoring,
  openScoring,
  preparedWorkbook,
  scoreAll,
  type ScoringBench,
} from '../support/scoringBench';

const UNIT = 'Đơn vị 1';
const OTHER = 'Đơn vị 2';
const SUMMARY = 'Tổng hợp';

/** Two units, every line of theirs filled in: nothing to be found but that they are few. */
let scored: IWorkbookData;
beforeAll(async () => {
  scored = await preparedWorkbook(
    { criteria: criteriaOf(11), cluster: clusterOf(2) },
    {
      fill: async (bench) => {
        for (const unit of [UNIT, OTHER]) await scoreAll(bench, unit, 1.5);
      },
    },
  );
});
afterEach(closeScoring);

const text = (value: string): CellWrite => ({ kind: 'text', text: value });
const number = (value: number): CellWrite => ({ kind: 'number', number: value });
const boolean = (value: boolean): CellWrite => ({ kind: 'boolean', boolean: value });

/** What the check finds, apart from the cluster's being small. */
async function found(): Promise<string[]> {
  return (await checkFigures()).filter(({ code }) => code !== 'cluster-small').map(brief);
}

const fixAll = async (): Promise<void> => {
  const findings = await checkFigures();
  const { fixed, skipped } = await applyFixes(findings);
  expect(fixed).toHaveLength(findings.filter(({ fix }) => fix).length);
  expect(skipped).toEqual([]);
};

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
    ['an error value', 'C1', { kind: 'error', error: '#N/A' }, 'not-a-number'],
    ['an error value for a mark', 'C3', { kind: 'error', error: '#VALUE!' }, 'mark-unknown'],
    ['an error value for a count', 'C2', { kind: 'error', error: '#DIV/0!' }, 'not-a-number'],
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
    ['a small đ', 'C3', text('đ'), 'mark-unknown', 'Đ'],
    ['a small k with a space', 'C3', text('k '), 'mark-unknown', 'K'],
    ['Đ as two code points', 'C3', text('đ'.normalize('NFD')), 'mark-unknown', 'Đ'],
  ])('%s is found, and put right on demand', async (_, code, write, expected, right) => {
    const bench = await openScoring(scored);
    const cell = await bench.paste(UNIT, code, write);
    expect(await found()).toEqual([`${UNIT}!${cell} ${expected}`]);
    await fixAll();
    expect(await found()).toEqual([]);
    expect((await bench.read(UNIT, cell)).value).toBe(right);
    expect(bench.workbook.protection(bench.sheet(UNIT))).not.toBeNull();
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
    expect(await found()).toEqual([`${UNIT}!${cell} evidence-twice`]);
  });

  test.each(['=1+1', '+84 297', '-x', '@vks', "'trích", '007', '1/2', 'TRUE', '#N/A', '🏆', 'x'.repeat(32_767)])(
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

describe('formulas that were overwritten with the protection off', () => {
  test.each<[string, string, string, string, CellWrite | null, string]>([
    ['the official points of a line', UNIT, 'line:C1', 'official', number(2), 'formula-overwritten'],
    ['the points that follow from a figure', UNIT, 'line:C3', 'self', number(1), 'formula-overwritten'],
    ['the total of a sheet', UNIT, 'total:total', 'official', number(99), 'formula-overwritten'],
    ['the count of blanks', UNIT, 'total:missing', 'official', { kind: 'empty' }, 'formula-missing'],
    ['the total on the summary', SUMMARY, 'unit:u2', 'total', number(99), 'formula-overwritten'],
    ['a rank', SUMMARY, 'unit:u2', 'rank', number(1), 'formula-overwritten'],
    ['another formula', SUMMARY, 'unit:u2', 'bonus', { kind: 'formula', formula: '=1+1' }, 'formula-overwritten'],
    ['a fixed figure', UNIT, 'line:C1', 'max', number(20), 'standard-changed'],
    ['the standard points', UNIT, 'section:S1', 'standard', text('2'), 'standard-changed'],
  ])('%s: found in its cell, and restored', async (_, sheet, row, column, write, expected) => {
    const bench = await openScoring(scored);
    const before = await bench.snapshot();
    const cell = await bench.addressOf(sheet, row, column);
    bench.unlocked(sheet, (id) => bench.workbook.write(id, areaOf(cell), [[write ?? { kind: 'empty' }]]));
    const findings = await found();
    expect(findings).toContain(`${sheet}!${cell} ${expected}`);
    expect(findings.filter((one) => one.startsWith(`${sheet}!${cell} `))).toHaveLength(1);
    await fixAll();
    expect(await found()).toEqual([]);
    expect(await bench.snapshot()).toEqual(before);
  });

  test('a sheet that was left unprotected is a warning', async () => {
    const bench = await openScoring(scored);
    bench.workbook.unprotect(bench.sheet(OTHER), null);
    expect(await found()).toEqual([`${OTHER}! sheet-unprotected`]);
  });
});

describe('rows and columns moved by hand', () => {
  const rowOf = async (bench: ScoringBench, sheet: string, key: string): Promise<number> =>
    parseAddress(await bench.addressOf(sheet, key, sheet === SUMMARY ? 'total' : 'official')).row;

  test('a row inserted among the lines harms nothing', async () => {
    const bench = await openScoring(scored);
    const row = await rowOf(bench, UNIT, 'line:bonus2');
    bench.unlocked(UNIT, (id) => bench.workbook.insertRows(id, row, 2));
    expect(await found()).toEqual([]);
    await bench.enter(UNIT, 'bonus2', 1);
    await bench.enter(UNIT, 'bonus2', 'QĐ 1', 'evidence');
    expect(await bench.summary('u1', 'bonus')).toBe(1);
    expect(await found()).toEqual([]);
  });

  test('a column inserted before or among the others harms nothing', async () => {
    const bench = await openScoring(scored);
    bench.unlocked(UNIT, (id) => {
      bench.workbook.insertColumns(id, 5, 1);
      bench.workbook.insertColumns(id, 0, 1);
    });
    bench.unlocked(SUMMARY, (id) => bench.workbook.insertColumns(id, 4, 1));
    expect(await found()).toEqual([]);
  });

  test('a row of a line that was deleted is named', async () => {
    const bench = await openScoring(scored);
    const row = await rowOf(bench, UNIT, 'line:bonus2');
    bench.unlocked(UNIT, (id) => bench.workbook.deleteRows(id, row, 1));
    const findings = (await checkFigures()).filter(({ code }) => code === 'row-missing');
    expect(findings).toMatchObject([{ place: { sheet: UNIT, cell: null }, data: { row: 'bonus2' } }]);
  });

  test('a row that was copied is named, and only the first counts', async () => {
    const bench = await openScoring(scored);
    const row = await rowOf(bench, UNIT, 'line:bonus1');
    bench.unlocked(UNIT, (id) => {
      bench.workbook.insertRows(id, row + 1, 1);
      bench.workbook.write(id, { row: row + 1, column: 0, rows: 1, columns: 1 }, [[text('line:bonus1')]]);
    });
    expect(await found()).toEqual([`${UNIT}!A${row + 2} row-doubled`]);
  });

  test.each([
    [UNIT, 'how', 'Chỉ tiêu, cách chấm'],
    [UNIT, 'evidence', 'Minh chứng'],
    [SUMMARY, 'number', 'STT'],
    [SUMMARY, 'reason', 'Lý do, căn cứ'],
  ])('a column of %s that was deleted is named: %s', async (sheet, column, title) => {
    const bench = await openScoring(scored);
    const at = parseAddress(await bench.addressOf(sheet, sheet === SUMMARY ? 'unit:u1' : 'line:C1', column)).column;
    bench.unlocked(sheet, (id) => bench.workbook.deleteColumns(id, at, 1));
    const findings = await checkFigures();
    expect(findings.filter(({ code }) => code === 'column-missing')).toMatchObject([
      { place: { sheet }, data: { column: title } },
    ]);
    expect(findings.filter(({ code }) => code === 'formula-missing')).toEqual([]);
  });

  test("a unit's row deleted from the summary is named", async () => {
    const bench = await openScoring(scored);
    const row = await rowOf(bench, SUMMARY, 'unit:u2');
    bench.unlocked(SUMMARY, (id) => bench.workbook.deleteRows(id, row, 1));
    expect(await found()).toEqual([`${SUMMARY}! summary-row-missing`]);
  });
});

describe('sheets moved about by hand', () => {
  test('renamed, moved and hidden sheets are found all the same', async () => {
    const bench = await openScoring(scored);
    bench.workbook.renameSheet(bench.sheet(UNIT), "O'Brien =1+1");
    bench.workbook.moveSheet(bench.sheet(OTHER), 0);
    bench.workbook.setSheetInfo(bench.sheet('Tiêu chí'), { visibility: 'hidden' });
    expect(await found()).toEqual([]);
  });

  test('a copy is named, and the sheet the summary counts stays the one that is checked', async () => {
    const bench = await openScoring(scored);
    const copy = bench.workbook.copySheet(bench.sheet(UNIT), 0);
    bench.workbook.renameSheet(copy, 'Bản nháp');
    await bench.enter('Bản nháp', 'C1', 0);
    expect(await found()).toEqual(['Bản nháp! sheet-doubled']);
  });

  test('a sheet returned by mail takes the place of the one that was deleted, once the summary is mended', async () => {
    const bench = await openScoring(scored);
    const copy = bench.workbook.copySheet(bench.sheet(UNIT), bench.names().length);
    bench.workbook.deleteSheet(bench.sheet(UNIT));
    bench.workbook.renameSheet(copy, 'Trả về');
    expect((await checkFigures()).every(({ code, fix }) => code !== 'formula-overwritten' || fix)).toBe(true);
    await fixAll();
    expect(await found()).toEqual([]);
    expect(await bench.summary('u1', 'total')).toBe(5.5);
  });

  test('a sheet returned from another version of the criteria is named once', async () => {
    const bench = await openScoring(scored);
    const { value } = await bench.read(UNIT, 'A1');
    if (typeof value !== 'string') throw new Error('no key');
    const older = text(value.replace(/[0-9a-f]{12}/, '000000000000'));
    bench.unlocked(UNIT, (id) => bench.workbook.write(id, areaOf('A1'), [[older]]));
    expect(await found()).toEqual([`${UNIT}! sheet-of-other-criteria`]);
  });

  test('a deleted sheet is missing, a deleted summary as well', async () => {
    const bench = await openScoring(scored);
    bench.workbook.deleteSheet(bench.sheet(UNIT));
    expect(await found()).toContain('! sheet-missing');
    bench.workbook.deleteSheet(bench.sheet(SUMMARY));
    expect(await found()).toEqual(['! sheet-missing', '! summary-missing']);
  });

  test('a unit taken off *Giao ước* leaves its sheet and its row behind, and both are named', async () => {
    const bench = await openScoring(scored);
    const row = parseAddress(await bench.addressOf('Giao ước', 'header:units', 'name')).row + 2;
    bench.workbook.clear(bench.sheet('Giao ước'), { row, column: 1, rows: 1, columns: 5 }, 'contents');
    const [sheet, line] = [OTHER, `A${await rowNumber(bench, 'unit:u2')}`];
    expect(await found()).toEqual(
      expect.arrayContaining([`${sheet}! sheet-of-no-unit`, `${SUMMARY}!${line} summary-row-of-no-unit`]),
    );
  });

  const rowNumber = async (bench: ScoringBench, key: string): Promise<number> =>
    parseAddress(await bench.addressOf(SUMMARY, key, 'total')).row + 1;
});

describe('words that are chosen from a list', () => {
  test('eligibility in another case is put right; another word is only named', async () => {
    const bench = await openScoring(scored);
    const cells = [
      await bench.addressOf(SUMMARY, 'unit:u1', 'eligibility'),
      await bench.addressOf(SUMMARY, 'unit:u2', 'eligibility'),
    ];
    const [first = '', second = ''] = cells;
    bench.workbook.write(bench.sheet(SUMMARY), areaOf(first), [[text('được XÉT')]]);
    bench.workbook.write(bench.sheet(SUMMARY), areaOf(second), [[text('Có thể')]]);
    expect(await found()).toEqual(cells.map((cell) => `${SUMMARY}!${cell} eligibility-unknown`));
    await fixAll();
    expect(await found()).toEqual([`${SUMMARY}!${second} eligibility-unknown`]);
  });

  test('who is deferred or excluded wants a reason', async () => {
    const bench = await openScoring(scored);
    await bench.type(SUMMARY, await bench.addressOf(SUMMARY, 'unit:u1', 'eligibility'), 'Chưa xét');
    const reason = await bench.addressOf(SUMMARY, 'unit:u1', 'reason');
    expect(await found()).toEqual([`${SUMMARY}!${reason} eligibility-without-reason`]);
    await bench.type(SUMMARY, reason, 'Chờ kết luận thanh tra');
    expect(await found()).toEqual([]);
  });

  test('a stage that there is not is named', async () => {
    const bench = await openScoring(scored);
    const cell = await bench.addressOf(UNIT, 'field:stage', 'standard');
    bench.workbook.write(bench.sheet(UNIT), areaOf(cell), [[text('Xong')]]);
    expect(await found()).toEqual([`${UNIT}!${cell} stage-unknown`]);
  });
});

test('a fix for a sheet that is gone is skipped, and said so', async () => {
  const bench = await openScoring(scored);
  const cell = await bench.paste(UNIT, 'C1', text('1,5'));
  const findings = await checkFigures();
  bench.workbook.renameSheet(bench.sheet(UNIT), 'Khác');
  expect(await applyFixes(findings)).toEqual({ fixed: [], skipped: [{ sheet: UNIT, cell }] });
});
