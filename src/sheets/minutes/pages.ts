/**
 * Tables of the minutes that go over a page repeat their heading, as a row of its own: rows that Excel itself repeats are
 * the same for every table of a sheet.
 */
import { type Paged, pageBreaks, type Together } from '../../spreadsheet/measure/pages';
import type { Block, Table } from './layout';

/** How many rows a block takes. */
export function rowsOf(block: Block): number {
  return block.type === 'line' ? 1 : block.rows.length + 1;
}

/** The blocks with a heading more wherever a page begins inside a table; `first` is the row of the first block. */
export function withRepeatedHeadings(blocks: readonly Block[], first: number, paged: Paged): readonly Block[] {
  let [current, sheet] = [blocks, paged];
  for (;;) {
    const found = firstParted(current, first, pageBreaks(sheet));
    if (found === null) return current;
    const { index, header, page, table } = found;
    const rows = page - header - 1;
    const [above, below] = [table.rows.slice(0, rows), table.rows.slice(rows)];
    current = [
      ...current.slice(0, index),
      { ...table, rows: above },
      { ...table, rows: below },
      ...current.slice(index + 1),
    ];
    sheet = withRow(sheet, page, header);
  }
}

interface Parted {
  index: number;
  table: Table;
  /** Rows: that of the table's heading, and the one that begins the page. */
  header: number;
  page: number;
}

/** The first table inside which a page begins, below its first row. */
function firstParted(blocks: readonly Block[], first: number, breaks: readonly number[]): Parted | null {
  let row = first;
  for (const [index, block] of blocks.entries()) {
    const header = row;
    row += rowsOf(block);
    const page = breaks.find((one) => one > header + 1 && one < row);
    if (block.type === 'table' && page !== undefined) return { index, table: block, header, page };
  }
  return null;
}

/** The sheet with a row more, as high as the row `like`, that stays with the row after it. */
function withRow({ page, heights, widths, together }: Paged, at: number, like: number): Paged {
  const moved = ({ first, last }: Together): Together => ({
    first: first < at ? first : first + 1,
    last: last < at ? last : last + 1,
  });
  return {
    page: { ...page, printArea: { ...page.printArea, rows: page.printArea.rows + 1 } },
    heights: [...heights.slice(0, at), heights[like] ?? 0, ...heights.slice(at)],
    widths,
    together: [...together.map(moved), { first: at, last: at + 1 }],
  };
}
