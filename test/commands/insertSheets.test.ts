import { checkFigures, insertSheets, rankUnits } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import { UNITS as TABLE, VALUE_COLUMN } from '../../src/sheets/covenant/layout';
import { rowKey } from '../../src/spreadsheet/keys';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { text } from '../support/checking';
import { clusterOf, criteriaOf } from '../support/covenants';
import {
  areaOf,
  BASE,
  brief,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  refusal,
  scoreAll,
  type ScoringBench,
  type Typed,
} from '../support/scoringBench';

const covenant = { criteria: criteriaOf(11), cluster: clusterOf(3) };
const UNITS = ['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3'];

let fresh: IWorkbookData;
let inserted: IWorkbookData;
beforeAll(async () => {
  fresh = await preparedWorkbook(covenant, { inserted: false });
  const bench = await openScoring(fresh);
  must(await insertSheets());
  inserted = await bench.snapshot();
  await closeScoring();
});
afterEach(closeScoring);

/** One sheet of a snapshot, without the names its styles have there. */
async function sheetState(bench: ScoringBench, name: string): Promise<unknown> {
  const { sheets, styles } = await bench.snapshot();
  const sheet = Object.values(sheets).find((one) => one.name === name);
  return JSON.parse(JSON.stringify({ ...sheet, id: '' }), (key, value: unknown) =>
    key === 's' && typeof value === 'string' ? styles[value] : value,
  );
}

describe('the first time', () => {
  test('every unit gets a sheet, and the cluster a live summary', async () => {
    const bench = await openScoring(fresh);
    expect(must(await insertSheets())).toEqual({ added: [...UNITS, 'Tổng hợp'], kept: [], rowsAdded: [] });
    expect(bench.names()).toEqual(['Sheet1', 'Giao ước', 'Tiêu chí', ...UNITS, 'Tổng hợp', BASE]);
    await bench.enter('Đơn vị 2', 'C1', 1.5);
    expect(await bench.summary('u2', 'total')).toBe(1.5);
    expect(await bench.summary('u1', 'total')).toBe(0);
  });

  test('nothing is added while two headings of Giao ước are exchanged: what stands below would be read as the other', async () => {
    const bench = await openScoring(fresh);
    const cells = await Promise.all(
      [TABLE.columns.handedIn, TABLE.columns.barred].map((key) => bench.addressOf('Giao ước', TABLE.header, key)),
    );
    const texts = await Promise.all(cells.map(async (cell) => (await bench.read('Giao ước', cell)).value));
    bench.unlocked('Giao ước', (id) =>
      cells.forEach((cell, index) => bench.workbook.write(id, areaOf(cell), [[text(String(texts[1 - index] ?? ''))]])),
    );
    expect(refusal(await insertSheets()).map(brief)).toEqual(cells.map((cell) => `Giao ước!${cell} name-not-key`));
  });

  test('a copied sheet is the same as one that was written out, its own head apart', async () => {
    const bench = await openScoring(inserted);
    // The head's sheet is another's: it is reviewed by another.
    const [second, third] = [await sheetState(bench, 'Đơn vị 2'), await sheetState(bench, 'Đơn vị 3')];
    const asSecond = JSON.stringify(third).replaceAll('Đơn vị 3', 'Đơn vị 2').replaceAll('ĐƠN VỊ 3', 'ĐƠN VỊ 2');
    expect(JSON.parse(asSecond.replaceAll(';u3"', ';u2"'))).toEqual(second);
  });
});

describe('again', () => {
  test('nothing changes', async () => {
    const bench = await openScoring(inserted);
    await bench.enter('Đơn vị 1', 'C1', 2);
    const before = await bench.snapshot();
    expect(must(await insertSheets())).toEqual({ added: [], kept: UNITS, rowsAdded: [] });
    expect(await bench.snapshot()).toEqual(before);
  });

  test("a unit's sheet that was deleted is made again, and its row on the summary lives again", async () => {
    const bench = await openScoring(inserted);
    await bench.enter('Đơn vị 1', 'C1', 2);
    const others = await sheetState(bench, 'Đơn vị 1');
    bench.workbook.deleteSheet(bench.sheet('Đơn vị 2'));
    expect(await bench.summary('u2', 'total')).toEqual({ error: '#REF!' });
    expect(must(await insertSheets())).toMatchObject({ added: ['Đơn vị 2'], rowsAdded: [] });
    await bench.enter('Đơn vị 2', 'C1', 1.25);
    expect(await bench.summary('u2', 'total')).toBe(1.25);
    expect(await sheetState(bench, 'Đơn vị 1')).toEqual(others);
  });

  test('a summary that was deleted is made again, and counts what was entered', async () => {
    const bench = await openScoring(inserted);
    await bench.enter('Đơn vị 3', 'C1', 1);
    bench.workbook.deleteSheet(bench.sheet('Tổng hợp'));
    expect(must(await insertSheets()).added).toEqual(['Tổng hợp']);
    expect(await bench.summary('u3', 'total')).toBe(1);
  });

  test('sheets that were renamed, moved or hidden are kept', async () => {
    const bench = await openScoring(inserted);
    bench.workbook.renameSheet(bench.sheet('Đơn vị 1'), 'Một');
    bench.workbook.moveSheet(bench.sheet('Đơn vị 2'), 0);
    bench.workbook.setSheetInfo(bench.sheet('Đơn vị 3'), { visibility: 'veryHidden' });
    bench.workbook.renameSheet(bench.sheet('Tổng hợp'), "Kết quả '20");
    const before = await bench.snapshot();
    expect(must(await insertSheets()).added).toEqual([]);
    expect(await bench.snapshot()).toEqual(before);
    expect((await checkFigures()).map(({ code }) => code)).not.toContain('formula-overwritten');
  });
});

describe('a unit that joins later', () => {
  test.each([
    ['without a code', '', 'moi-vao'],
    ['with a code', 'X-9', 'X-9'],
  ])('%s gets its sheet and its row; what the others entered stays', async (_, typed, id) => {
    const bench = await openScoring(inserted);
    await bench.enter('Đơn vị 1', 'C1', 2);
    await bench.type('Tổng hợp', await bench.addressOf('Tổng hợp', 'unit:u2', 'reason'), 'Chờ kết luận');
    const before = await sheetState(bench, 'Đơn vị 1');
    await bench.addUnit('Mới vào', typed);
    expect(must(await insertSheets())).toEqual({ added: ['Mới vào'], kept: UNITS, rowsAdded: ['Mới vào'] });
    expect(await sheetState(bench, 'Đơn vị 1')).toEqual(before);
    expect(await bench.summary('u2', 'reason')).toBe('Chờ kết luận');
    expect(await bench.summary(id, 'unit')).toBe('Mới vào');
    expect(await bench.summary(id, 'number')).toBe(4);
    expect(bench.workbook.protection(bench.sheet('Tổng hợp'))).not.toBeNull();
  });

  test('is ranked live among the others, and the row comes out like theirs', async () => {
    const bench = await openScoring(inserted);
    await bench.addUnit('Mới', 'moi');
    must(await insertSheets());
    for (const sheet of [...UNITS, 'Mới']) await scoreAll(bench, sheet, sheet === 'Mới' ? 2 : 1);
    expect(await bench.summary('moi', 'rank')).toBe(1);
    expect(await bench.summary('u1', 'rank')).toBe(2);
    const at = async (unit: string) =>
      parseAddress(await bench.addressOf('Tổng hợp', `unit:${unit}`, 'eligibility')).row;
    const style = async (unit: string) =>
      bench.workbook.styles(bench.sheet('Tổng hợp'), { row: await at(unit), column: 0, rows: 1, columns: 20 });
    expect(await style('moi')).toEqual(await style('u3'));
    const cell = await bench.addressOf('Tổng hợp', 'unit:moi', 'eligibility');
    expect(await bench.tryTyping('Tổng hợp', cell, 'Được miễn')).toMatchObject({ ok: false, reason: 'validation' });
    await bench.type('Tổng hợp', cell, 'Không xét');
    expect(await bench.summary('u1', 'rank')).toBe(1);
  });

  test('the summary with the row is as good as one made afresh', async () => {
    const bench = await openScoring(inserted);
    await bench.addUnit('Mới', 'moi');
    must(await insertSheets());
    const findings = await checkFigures();
    expect(findings.filter(({ place }) => place?.sheet === 'Tổng hợp')).toEqual([]);
    expect(must(await rankUnits()).standings.map(({ name }) => name)).toEqual([...UNITS, 'Mới']);
  });

  test('several may join at once', async () => {
    const bench = await openScoring(inserted);
    await bench.addUnit('Mới A');
    await bench.addUnit('Mới B');
    expect(must(await insertSheets()).rowsAdded).toEqual(['Mới A', 'Mới B']);
    await bench.enter('Mới B', 'C1', 0.5);
    expect(await bench.summary('moi-b', 'total')).toBe(0.5);
    expect(await bench.summary('moi-a', 'number')).toBe(4);
  });
});

/** The address of a cell of *Tiêu chí* by the code of its row. */
async function criteriaCell(bench: ScoringBench, code: string, column: string): Promise<string> {
  const header = parseAddress(await bench.addressOf('Tiêu chí', 'header:criteria', 'code'));
  const target = parseAddress(await bench.addressOf('Tiêu chí', 'header:criteria', column));
  for (let row = header.row + 1; row < header.row + 60; row += 1)
    if ((await bench.read('Tiêu chí', address(row, header.column))).value === code) return address(row, target.column);
  throw new Error(`no ${code}`);
}

describe('criteria that do not hold', () => {
  test.each<[string, string, string, Typed, string]>([
    ['a sum that does not come out', 'S1', 'standard', 7, 'sum-differs'],
    ['points that do not add up to their section', 'C1', 'standard', 1.5, 'sum-differs'],
    ['a kind that there is not', 'C1', 'kind', 'Chấm bừa', 'field-invalid'],
    ['a code that is there twice', 'C2', 'code', 'c1', 'field-invalid'],
    ['a cap below the rate', 'bonus2', 'cap', 0.5, 'field-invalid'],
    ['a step larger than the points', 'C1', 'step', 3, 'field-invalid'],
    ['a number the kind has no use for', 'C3', 'rate', 1, 'field-invalid'],
    ['a number typed as text', 'C1', 'standard', '2,0x', 'field-invalid'],
    ['a section that there is not', 'C1', 'parent', 'S9', 'field-invalid'],
    ['a section within itself', 'S1', 'parent', 'S1', 'field-invalid'],
    ['a bonus within a section', 'bonus1', 'parent', 'S1', 'field-invalid'],
    ['three decimals', 'C1', 'step', 0.125, 'field-invalid'],
    ['no title', 'C1', 'title', null, 'field-invalid'],
  ])('%s: nothing is inserted, and the cell is named', async (_, code, column, value, expected) => {
    const bench = await openScoring(fresh);
    const cell = await criteriaCell(bench, code, column);
    const { row, column: at } = parseAddress(cell);
    // As a paste: past validation.
    const write =
      value === null
        ? ({ kind: 'empty' } as const)
        : typeof value === 'number'
          ? ({ kind: 'number', number: value } as const)
          : ({ kind: 'text', text: String(value) } as const);
    bench.workbook.write(bench.sheet('Tiêu chí'), { row, column: at, rows: 1, columns: 1 }, [[write]]);
    const before = await bench.snapshot();
    const findings = refusal(await insertSheets()).filter(({ severity }) => severity === 'error');
    const named = code === 'C1' && expected === 'sum-differs' ? await criteriaCell(bench, 'S1', 'standard') : cell;
    expect(findings.map(brief)).toContain(`Tiêu chí!${named} ${expected}`);
    expect(await bench.snapshot()).toEqual(before);
  });

  test('two units of one name are refused, and the second is named', async () => {
    const bench = await openScoring(fresh);
    const row = await bench.addUnit('đơn  vị 1');
    const column = parseAddress(await bench.addressOf('Giao ước', TABLE.header, TABLE.columns.name)).column;
    expect(refusal(await insertSheets()).map(brief)).toContain(`Giao ước!${address(row, column)} unit-doubled`);
  });

  test('without *Giao ước* or *Tiêu chí* nothing is inserted', async () => {
    const bench = await openScoring(fresh);
    bench.workbook.deleteSheet(bench.sheet('Tiêu chí'));
    expect(refusal(await insertSheets()).map(({ code }) => code)).toContain('criteria-missing');
    bench.workbook.deleteSheet(bench.sheet('Giao ước'));
    expect(refusal(await insertSheets()).map(({ code }) => code)).toEqual(['covenant-missing', 'criteria-missing']);
  });
});

describe('criteria or rules edited after the sheets were inserted', () => {
  test('are refused by name: the sheets made from the old ones are listed, nothing is written', async () => {
    const bench = await openScoring(inserted);
    await bench.type('Tiêu chí', await criteriaCell(bench, 'bonus1', 'rate'), 0.75);
    await bench.addUnit('Mới');
    const before = await bench.snapshot();
    expect(refusal(await insertSheets()).map(brief)).toEqual(
      [...UNITS, 'Tổng hợp'].map((name) => `${name}! sheet-of-other-criteria`),
    );
    expect(await bench.snapshot()).toEqual(before);
  });

  test('rules of *Giao ước* count as well', async () => {
    const bench = await openScoring(inserted);
    await bench.type('Giao ước', await bench.addressOf('Giao ước', 'field:rules.bonusCap', VALUE_COLUMN), 3);
    expect(refusal(await insertSheets()).map(({ code }) => code)).toContain('sheet-of-other-criteria');
  });

  test('wording may be changed: titles and notes do not count', async () => {
    const bench = await openScoring(inserted);
    await bench.type('Tiêu chí', await criteriaCell(bench, 'C1', 'title'), 'Lời văn khác');
    expect(must(await insertSheets()).added).toEqual([]);
  });
});

test("the user's own sheets are left alone, even one whose used range has a million rows", async () => {
  const bench = await openScoring(fresh);
  const own = bench.workbook.addSheet('Của tôi');
  for (const cell of ['A1', 'AZ1048576'])
    bench.workbook.write(own, areaOf(cell), [[{ kind: 'text', text: 'unit:u1' }]]);
  const before = await sheetState(bench, 'Của tôi');
  must(await insertSheets());
  must(await rankUnits());
  expect(await sheetState(bench, 'Của tôi')).toEqual(before);
  expect(await bench.value('Tổng hợp', rowKey.unit('u1'), 'total')).toBe(0);
});
