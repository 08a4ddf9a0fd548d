import { disposeAll, fill, open } from './helpers';

afterEach(disposeAll);

const area = { row: 0, column: 0, rows: 3, columns: 2 };

describe('how conditional formats make cells look', () => {
  test('the formula is read from each cell of the area', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [
      [1, 9],
      [7, 2],
    ]);
    const style = { fill: '#FF0000' };
    book.addConditionalFormat(sheet, { areas: [area], formula: '=A1>5', priority: 0, stopIfTrue: false, style });
    expect(await book.conditionalStyles(sheet)).toEqual([
      { row: 0, column: 1, style },
      { row: 1, column: 0, style },
    ]);
  });

  test('of two the lower priority wins in each property, and one may stop the others', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [[9, 3]]);
    const format = (formula: string, priority: number, style: object, { stopIfTrue = false } = {}): void => {
      book.addConditionalFormat(sheet, { areas: [area], formula, priority, stopIfTrue, style });
    };
    format('=A1>0', 2, { fill: '#00FF00', italic: true });
    format('=A1>5', 1, { fill: '#FF0000' });
    format('=A1=3', 0, { bold: true }, { stopIfTrue: true });
    expect(await book.conditionalStyles(sheet)).toEqual([
      { row: 0, column: 1, style: { bold: true } },
      { row: 0, column: 0, style: { fill: '#FF0000', italic: true } },
    ]);
  });

  test('a format that asks for the column of a cell spoils no other', async () => {
    const { book, sheet } = await open();
    fill(book, sheet, 'A1', [[3.5, 4]]);
    const one = [{ row: 0, column: 0, rows: 1, columns: 1 }];
    const [wrong, right] = [{ fill: '#FF0000' }, { bold: true }];
    const column = { areas: one, formula: '=AND($B1=0,COLUMN(A1)=COLUMN($A1))', priority: 0, stopIfTrue: false };
    book.addConditionalFormat(sheet, { ...column, style: wrong });
    const limit = { areas: one, formula: '=IF(ISNUMBER(A1),OR(A1<0,A1>$B1),FALSE)', priority: 1, stopIfTrue: false };
    book.addConditionalFormat(sheet, { ...limit, style: right });
    expect(await book.conditionalStyles(sheet)).toEqual([]);
  });
});
