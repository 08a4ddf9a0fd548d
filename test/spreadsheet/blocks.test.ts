/** Which rectangles of a new sheet are sent. */
import fc from 'fast-check';
import { filledBlocks } from '../../src/spreadsheet/blocks';
import type { PlanCell } from '../../src/spreadsheet/plan';

const grid = (rows: number, columns: number, filled: (row: number, column: number) => boolean): PlanCell[][] =>
  Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: columns }, (_column, column) => (filled(row, column) ? `${row},${column}` : null)),
  );

/** What an empty sheet of the same size holds after the blocks were written, and how often each cell was. */
function written(cells: PlanCell[][]): { result: PlanCell[][]; times: number[][] } {
  const result = cells.map((line) => line.map((): PlanCell => null));
  const times = cells.map((line) => line.map(() => 0));
  for (const block of filledBlocks(cells))
    block.cells.forEach((line, down) => {
      line.forEach((cell, right) => {
        const [row, column] = [block.row + down, block.column + right];
        result[row]?.splice(column, 1, cell ?? null);
        times[row]?.splice(column, 1, (times[row][column] ?? 0) + 1);
      });
    });
  return { result, times };
}

const shapes = (cells: PlanCell[][]): string[] =>
  filledBlocks(cells).map(
    (block) => `${block.row},${block.column} ${block.cells.length}×${block.cells[0]?.length ?? 0}`,
  );

test('blocks hold every filled cell, and none twice', () => {
  const filled = fc.array(fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), { minLength: 1, maxLength: 40 });
  const sparse = fc.record({ filled, every: fc.integer({ min: 1, max: 60 }) });
  fc.assert(
    fc.property(sparse, (given) => {
      const cells = grid(given.filled.length, 30, (row, column) =>
        Boolean(given.filled[row]?.[column] && (row * 30 + column) % given.every === 0),
      );
      const { result, times } = written(cells);
      expect(result).toEqual(cells);
      expect(Math.max(...times.flat())).toBeLessThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
});

test('a full rectangle is one block', () => {
  expect(shapes(grid(40, 20, () => true))).toEqual(['0,0 40×20']);
});

test('empty rows and columns at the edges are not sent', () => {
  expect(shapes(grid(9, 9, (row, column) => row > 1 && row < 5 && column > 3 && column < 6))).toEqual(['2,4 3×2']);
});

test('a few empty cells are cheaper than a block more', () => {
  expect(shapes(grid(8, 8, (row, column) => row === 0 || column === 0))).toEqual(['0,0 8×8']);
});

test('many empty cells beside a heading over all columns are left out', () => {
  expect(shapes(grid(60, 30, (row, column) => row === 0 || column < 10))).toEqual(['0,0 1×30', '1,0 59×10']);
});

test('a sheet that holds nothing has no block', () => {
  expect(shapes(grid(3, 3, () => false))).toEqual([]);
  expect(shapes([])).toEqual([]);
});
