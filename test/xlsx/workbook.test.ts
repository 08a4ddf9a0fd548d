import { createWorkbook, type UniverWorkbook } from '../../src/stand-in/workbook';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';
import { readXlsx, writeXlsx } from '../../src/xlsx';
import type { CellStyle } from '../../src/xlsx/model/cellStyle';
import { packageOf } from './package';
import { protection } from './sample';

const open: UniverWorkbook[] = [];
afterEach(() => open.splice(0).forEach((book) => book.dispose()));

async function start(bytes?: Uint8Array): Promise<{ book: UniverWorkbook; sheet: string }> {
  const book = await createWorkbook(bytes === undefined ? {} : { data: await readXlsx(bytes, { name: 'Book1' }) });
  open.push(book);
  return { book, sheet: book.sheets()[0]?.id ?? '' };
}
const at = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const reopened = async (book: UniverWorkbook) => start(await writeXlsx(await book.snapshot()));

describe('a workbook that is saved and opened again', () => {
  test('an empty one is the same', async () => {
    const { book } = await start();
    const { book: again } = await reopened(book);
    expect(await again.snapshot()).toEqual(await book.snapshot());
  });

  test('one with something of everything is the same', async () => {
    const { book, sheet } = await start();
    const writes: CellWrite[] = [
      { kind: 'text', text: '007' },
      { kind: 'text', text: '=1+1', quoted: true },
      { kind: 'number', number: 9.25 },
      { kind: 'boolean', boolean: false },
      { kind: 'error', error: '#N/A' },
      { kind: 'formula', formula: '=C1*2' },
      { kind: 'formula', formula: '=C1>1' },
      { kind: 'formula', formula: '=1/0' },
    ];
    book.write(sheet, at(0, 0, 1, writes.length), [writes]);
    book.setStyle(sheet, at(0, 0, 2, 3), {
      bold: true,
      locked: false,
      indent: 1,
      horizontal: 'left',
      shrinkToFit: true,
    });
    book.setStyle(sheet, at(0, 2), {
      numberFormat: '0,00" điểm"',
      borders: { bottom: { style: 'double', color: '#FF0000' } },
    });
    book.merge(sheet, at(4, 0, 2, 3));
    book.setRowHeight(sheet, 3, 2, 33);
    book.setColumnWidth(sheet, 1, 2, 120);
    book.setColumnsHidden(sheet, 6, 1, { hidden: true });
    book.setFreeze(sheet, 2, 1);
    book.setPage(sheet, {
      orientation: 'landscape',
      zoom: { fitWidth: 1 },
      printArea: at(0, 0, 9, 8),
      titleRows: { first: 0, last: 1 },
    });
    book.addConditionalFormat(sheet, {
      areas: [at(0, 0, 3, 3)],
      formula: '=A1=""',
      priority: 1,
      stopIfTrue: true,
      style: { fill: '#FFC7CE' },
    });
    const second = book.addSheet("Danh mục d'Artagnan");
    book.write(second, at(0, 0), [[{ kind: 'text', text: 'Tốt' }]]);
    book.setSheetInfo(second, { tabColor: '#00B050', showGridlines: false });
    book.setSheetInfo(book.addSheet('Ẩn'), { visibility: 'veryHidden' });
    book.setValidation(sheet, {
      areas: [at(0, 0, 5, 1)],
      type: 'list',
      formula1: "='Danh mục d''Artagnan'!$A$1:$A$3",
      ignoreBlank: true,
      alertStyle: 'stop',
      showError: true,
      showPrompt: false,
    });
    book.addName({ name: 'Đơn_vị', formula: "='Danh mục d''Artagnan'!$A$1", scope: null, visible: true });
    book.setProperties({ title: 'Chấm điểm' });
    book.protect(sheet, { ...protection, allowFormatColumns: true });
    const { book: again } = await reopened(book);
    expect(await again.snapshot()).toEqual(await book.snapshot());
  });

  const styles: Partial<CellStyle>[] = [
    { textRotation: 45 },
    { textRotation: -30 },
    { textRotation: 180 },
    { underline: 'double' },
    { vertical: 'center', wrap: true },
  ];
  test.each(styles)('a cell looks as it did: %j', async (patch) => {
    const { book, sheet } = await start();
    book.setStyle(sheet, at(1, 1), patch);
    const { book: again, sheet: first } = await reopened(book);
    expect(again.styles(first, at(1, 1))).toEqual(book.styles(sheet, at(1, 1)));
  });

  test('what was calculated is calculated again after a change', async () => {
    const { book, sheet } = await start();
    book.write(sheet, at(0, 0, 1, 2), [
      [
        { kind: 'number', number: 2 },
        { kind: 'formula', formula: '=A1*10' },
      ],
    ]);
    const { book: again, sheet: first } = await reopened(book);
    again.write(first, at(0, 0), [[{ kind: 'number', number: 3 }]]);
    expect((await again.read(first, at(0, 1)))[0]?.[0]?.value).toBe(30);
  });

  test('a sheet protected by a password stays closed to any other word', async () => {
    const { book, sheet } = await start();
    book.protect(sheet, { ...protection, password: 'mật khẩu' });
    const { book: again, sheet: first } = await reopened(book);
    expect(() => again.unprotect(first, 'khác')).toThrow('password');
  });
});

describe('an array formula of one cell', () => {
  const rows = [4, 4.75, 4.5].map((figure, row) => `<c r="B${row + 1}"><v>${figure}</v></c>`);
  const arrays = ['B1:B3*1', 'SUM(IF(B1:B3&gt;4.6,B1:B3))'].map(
    (formula, index) =>
      `<c r="${'CE'.charAt(index)}1"><f t="array" ref="${'CE'.charAt(index)}1">${formula}</f><v>1</v></c>`,
  );
  const cells = `<row r="1">${rows[0]}${arrays.join('')}</row><row r="2">${rows[1]}</row><row r="3">${rows[2]}</row>`;
  const file = packageOf({ sheets: [`<sheetData>${cells}</sheetData>`] });

  test('stays one, and shows its first result in no other cell', async () => {
    const { book, sheet } = await start(file);
    book.write(sheet, at(9, 0), [[{ kind: 'formula', formula: '=C2' }]]);
    const { book: again, sheet: there } = await reopened(book);
    const { cellData } = (await again.snapshot()).sheets[there] ?? {};
    expect(cellData?.[0]?.[2]).toMatchObject({ f: '=B1:B3*1', ref: 'C1', v: 4 });
    expect(cellData?.[0]?.[4]).toMatchObject({ f: '=SUM(IF(B1:B3>4.6,B1:B3))', ref: 'E1', v: 4.75 });
    expect(cellData?.[9]?.[0]).toMatchObject({ f: '=C2', v: 0 });
  });

  test('goes along with its row, and stays one where other cells change', async () => {
    const { book, sheet } = await start(file);
    book.insertRows(sheet, 0, 2);
    book.write(sheet, at(3, 1), [[{ kind: 'number', number: 9 }]]);
    const { cellData } = (await book.snapshot()).sheets[sheet] ?? {};
    expect(cellData?.[2]?.[4]).toMatchObject({ f: '=SUM(IF(B3:B5>4.6,B3:B5))', ref: 'E3', v: 9 });
  });

  test('is none any more where something else is written', async () => {
    const { book, sheet } = await start(file);
    book.write(sheet, at(0, 2, 1, 3), [
      [{ kind: 'formula', formula: '=B2' }, { kind: 'keep' }, { kind: 'number', number: 1 }],
    ]);
    const { cellData } = (await book.snapshot()).sheets[sheet] ?? {};
    expect(cellData?.[0]?.[2]).toEqual({ f: '=B2', v: 4.75, t: 2 });
    expect(cellData?.[0]?.[4]).toEqual({ v: 1, t: 2 });
  });
});
