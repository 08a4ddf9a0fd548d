import { rowHeights } from '../../../src/spreadsheet/measure/rows';
import { heightOf } from '../../../src/spreadsheet/measure/text';
import type { Area, PlanCell, PlanStyle } from '../../../src/spreadsheet/plan';

const LONG = 'Tỷ lệ giải quyết tố giác, tin báo về tội phạm đạt chỉ tiêu được giao. '.repeat(3).trim();
const area = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });
const wrapped: { area: Area; style: PlanStyle } = { area: area(0, 0, 9, 9), style: { wrap: true, fontSize: 11 } };

/** The sheet's first row holds keys; below it are the given rows. */
const measured = (
  rows: PlanCell[][],
  more: {
    widths?: number[];
    merges?: Area[];
    styles?: (typeof wrapped)[];
    others?: { row: number; column: number; text: string }[];
  } = {},
) =>
  rowHeights({
    cells: [['key of a column that is much too long for it', null, null], ...rows],
    widths: more.widths ?? [80, 160, 240],
    merges: more.merges ?? [],
    styles: [wrapped, ...(more.styles ?? [])],
    others: more.others ?? [],
  });

describe('the height of a row', () => {
  it('is that of its tallest cell', () => {
    const { heights } = measured([[LONG, LONG, 'một']]);
    expect(heights.get(1)).toBe(heightOf(LONG, { size: 11 }, 80));
  });

  it('is left open where there is no text', () => {
    expect([...measured([[null, 5, { formula: '=1' }]]).heights]).toEqual([]);
  });

  it('takes the whole width of merged cells', () => {
    expect(measured([[LONG, null, null]], { merges: [area(1, 0, 1, 3)] }).heights.get(1)).toBe(
      heightOf(LONG, { size: 11 }, 480),
    );
  });

  it('takes the type of each cell as it is in the end', () => {
    const styles = [
      { area: area(1, 1), style: { fontSize: 14 } },
      { area: area(1, 0, 1, 3), style: { bold: true } },
    ];
    expect(measured([[null, LONG, null]], { styles }).heights.get(1)).toBe(
      heightOf(LONG, { size: 14, bold: true }, 160),
    );
  });

  it('is one line where a cell is not wrapped', () => {
    const styles = [{ area: area(1, 1), style: { wrap: false } }];
    expect(measured([[null, LONG, null]], { styles }).heights.get(1)).toBe(heightOf('', { size: 11 }, 160));
  });

  it('reserves no height for texts in hidden columns and to the keys of the columns', () => {
    expect([...measured([[LONG, null, null]], { widths: [0, 160, 240] }).heights]).toEqual([]);
  });

  it('reserves height for texts that a cell may show later', () => {
    expect(measured([[null, 'một', null]], { others: [{ row: 1, column: 1, text: LONG }] }).heights.get(1)).toBe(
      heightOf(LONG, { size: 11 }, 160),
    );
  });
});

it('a cell of other texts has the type of the longest of them, or the planned one', () => {
  const others = [LONG.repeat(90), 'ngắn'].map((text) => ({ row: 1, column: 1, text }));
  const other = { row: 1, column: 2, text: '' };
  expect(measured([[null, 'một', null]], { others: [...others, other] }).types).toEqual([
    { row: 1, column: 1, size: 6, planned: 11 },
    { row: 1, column: 2, size: 11, planned: 11 },
  ]);
});

describe('a text that fits no row', () => {
  it('gets the largest type with which it fits the highest row, and nothing else does', () => {
    const text = LONG.repeat(8);
    const { heights, types } = measured([[text, LONG, null]], { widths: [200, 160, 240] });
    const [only] = types;
    expect(types).toHaveLength(1);
    expect(only).toMatchObject({ row: 1, column: 0 });
    expect(heightOf(text, { size: only?.size ?? 0 }, 200)).toBeLessThanOrEqual(409);
    expect(heightOf(text, { size: (only?.size ?? 0) + 1 }, 200)).toBeGreaterThan(409);
    expect(heights.get(1)).toBeLessThanOrEqual(409);
  });

  it('is never smaller than can be read, nor the row higher than Excel takes', () => {
    const { heights, types } = measured([[LONG.repeat(90), null, null]]);
    expect(types).toEqual([{ row: 1, column: 0, size: 6, planned: 11 }]);
    expect(heights.get(1)).toBe(409);
  });
});
