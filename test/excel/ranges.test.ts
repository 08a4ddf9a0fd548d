/** Ranges for writing: addresses as long as Excel takes them (office-js issue 5198: a longer one is cut off without an error). */
import { rangesOf } from '../../src/excel/ranges';
import type { Area } from '../../src/spreadsheet/plan';
import { closeBenches, onSheet, openBench } from '../stand-in/richapi/harness';

afterEach(closeBenches);

/** Every other row of column A: none joins its neighbour. */
const cells = (count: number): Area[] =>
  Array.from({ length: count }, (_, index) => ({ row: 2 * index, column: 0, rows: 1, columns: 1 }));

test('many rectangles are asked for in several addresses, and all are reached', async () => {
  const { workbook } = await openBench();
  const areas = cells(2_000);
  const proxies = await onSheet((sheet) => {
    const ranges = rangesOf(sheet).all(areas);
    for (const range of ranges) range.format.protection.locked = false;
    return ranges.length;
  });
  expect(proxies).toBe(2);
  const [first] = workbook.sheets();
  const rows = workbook.styles(first?.id ?? '', { row: 0, column: 0, rows: 4_000, columns: 1 });
  expect(rows.flatMap(([style], row) => (style?.locked === (row % 2 === 0) ? [row] : []))).toEqual([]);
});

test('a range that is asked for twice is one proxy', async () => {
  await openBench();
  await onSheet((sheet) => {
    const ranges = rangesOf(sheet);
    const [area] = cells(1);
    if (!area) throw new Error('no cell');
    expect(ranges.one(area)).toBe(ranges.one({ ...area }));
    expect(ranges.all([area])).toEqual([ranges.one(area)]);
  });
});
