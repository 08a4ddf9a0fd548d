import { ObjectMatrix, type IWorkbookData } from '@univerjs/core';
import fc from 'fast-check';
import type { UniverWorkbook } from '../../../src/stand-in/workbook';
import { quoteSheetName } from '../../../src/xlsx/model/references';
import { disposeAll, open } from './helpers';

afterEach(disposeAll);

const COLUMNS = 'ABCDEFGH';

/** A cell of rows 1 to 8 in a column after `after`: formulas that look only to the right never form a circle. */
const cellAfter = (after: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: after + 1, max: COLUMNS.length - 1 }), fc.integer({ min: 1, max: 8 }))
    .map(([column, row]) => `${COLUMNS[column] ?? ''}${row}`);

/** The range of two cells, its first corner first, as Excel writes it. */
function ordered(a: string, b: string): string {
  const columns = [a.slice(0, 1), b.slice(0, 1)].sort();
  const rows = [a.slice(1), b.slice(1)].sort();
  return `${columns[0] ?? ''}${rows[0] ?? ''}:${columns[1] ?? ''}${rows[1] ?? ''}`;
}

type Step = (book: UniverWorkbook) => void;

function sheetAt(book: UniverWorkbook, index: number): { id: string; name: string } {
  const infos = book.sheets();
  const info = infos[index % infos.length];
  if (!info) throw new Error('A workbook without sheets');
  return info;
}

const index = fc.nat(20);
const row = fc.nat(7);
const writing: fc.Arbitrary<Step> = fc
  .tuple(index, index, row, fc.nat(6), fc.nat(100))
  .chain(([on, from, line, column, number]) =>
    fc.tuple(cellAfter(column), cellAfter(column), cellAfter(column), fc.nat(3)).map(([a, b, c, kind]): Step => {
      return (book) => {
        const other = quoteSheetName(sheetAt(book, from).name);
        const range = ordered(a, b);
        const formulas = [`=${a}*2+N(${b})`, `=SUM(${range})+N(${other}!${c})`, `=SUM(${other}!${range})`];
        const formula = formulas[kind];
        const cell =
          formula === undefined ? { kind: 'number' as const, number } : { kind: 'formula' as const, formula };
        book.write(sheetAt(book, on).id, { row: line, column, rows: 1, columns: 1 }, [[cell]]);
      };
    }),
  );
const inserting = fc.tuple(index, row).map(
  ([on, at]): Step =>
    (book) =>
      book.insertRows(sheetAt(book, on).id, at, 1),
);
const deleting = fc.tuple(index, row).map(
  ([on, at]): Step =>
    (book) =>
      book.deleteRows(sheetAt(book, on).id, at, 1),
);
const copying = index.map(
  (on): Step =>
    (book) =>
      void book.copySheet(sheetAt(book, on).id, 0),
);
const dropping = index.map((on): Step => (book) => {
  if (book.sheets().length > 1) book.deleteSheet(sheetAt(book, on).id);
});
const renaming = fc.tuple(index, fc.nat(999)).map(([on, number]): Step => (book) => {
  const name = `Đơn vị's ${number}`;
  if (book.sheets().every((info) => info.name !== name)) book.renameSheet(sheetAt(book, on).id, name);
});
const reading: fc.Arbitrary<Step> = fc.constant((book) => void book.calculate());
const step = fc.oneof(
  { weight: 12, arbitrary: writing },
  { weight: 3, arbitrary: reading },
  ...[inserting, deleting, copying, dropping, renaming].map((arbitrary) => ({ weight: 1, arbitrary })),
);

/** The workbook as it would be before its first calculation. */
function withoutResults(data: IWorkbookData): IWorkbookData {
  const copy = structuredClone(data);
  for (const sheet of Object.values(copy.sheets)) {
    new ObjectMatrix(sheet.cellData).forValue((_, __, cell) => {
      if (cell?.f) delete cell.v;
    });
  }
  return copy;
}

test('what is calculated step by step is what a fresh workbook calculates, and Univer complains of nothing', async () => {
  const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
      const { book } = await open();
      for (const change of steps) {
        change(book);
        await Promise.resolve();
      }
      const data = await book.snapshot();
      const { book: fresh } = await open({ data: withoutResults(data) });
      expect(await fresh.snapshot()).toEqual(data);
      disposeAll();
    }),
    { numRuns: 25 },
  );
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});
