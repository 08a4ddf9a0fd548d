import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IWorkbookData } from '@univerjs/core';
import { createWorkbook } from '../../src/stand-in/workbook';
import { readXlsx, writeXlsx } from '../../src/xlsx';
import { DEFAULT_STYLE, toStyleData, type CellStyle } from '../../src/xlsx/model/cellStyle';
import { defaultPage } from '../../src/xlsx/model/pageSetup';
import { convert, describeWith } from '../support/libreOffice';
import { pdfinfo, pdfPages } from '../support/poppler';
import { cellOf, customOf, protection, sheetOf, snapshot, styleOf } from './sample';

const styled = (patch: Partial<CellStyle>) => toStyleData({ ...DEFAULT_STYLE, ...patch });
const page = defaultPage();
const parts = page.headersFooters.default;
const formatted = styled({
  numberFormat: '0.00',
  fontName: 'Times New Roman',
  fontSize: 13,
  bold: true,
  wrap: true,
  indent: 2,
  horizontal: 'left',
  textRotation: 45,
  fill: '#FFF2CC',
  borders: { top: { style: 'double', color: '#FF0000' } },
});

/** A workbook whose cached results are wrong, so that only a calculation can tell the right ones. */
const workbook = (): IWorkbookData =>
  snapshot(
    [
      {
        name: "Đơn vị, d'Artagnan",
        mergeData: [{ startRow: 0, endRow: 0, startColumn: 0, endColumn: 3 }],
        rowData: { 0: { h: 40 }, 5: { hd: 1 }, 7: { custom: { locked: false } } },
        columnData: { 0: { w: 250 }, 8: { w: 64, hd: 1 } },
        cells: {
          A1: { v: 'BẢNG  CHẤM ĐIỂM', t: 1 },
          A2: { v: 9.5, t: 2, s: formatted, custom: { locked: false } },
          B2: { v: '007', t: 1, s: styled({ numberFormat: '@' }), custom: { shrinkToFit: true } },
          C2: { v: '#N/A', t: 1 },
          D2: { v: '=1+1', t: 1 },
          E2: { v: 'a_x0041_b', t: 1 },
          F2: { v: ' một\nhai ', t: 1, s: styled({ wrap: true }) },
          G2: { v: '👍🏽 <&> "\'', t: 1 },
          A3: { f: '=SUM(A2:A2)*2', v: 0, t: 2 },
          B3: { f: '=A2>5', v: 0, t: 3 },
          C3: { f: '="a"&"_x0041_"', v: '', t: 1 },
          D3: { f: '=1/0', v: 0, t: 2 },
          E3: { f: '=""', v: 'x', t: 1 },
          F3: { f: '=#N/A', v: '#N/A', t: 1 },
          G3: { f: "='Rất ẩn'!A1+Đơn_vị", v: 0, t: 2 },
          H3: { f: '=SUM(A2:A3*A2:A3)', v: 0, t: 2, ref: 'H3' },
          A4: { f: '=IF(ISERROR(C2),"lỗi","chữ")', v: '', t: 1 },
          B4: { f: '=IF(ISERROR(F3),"lỗi","chữ")', v: '', t: 1 },
        },
        custom: {
          validations: [
            {
              areas: [{ row: 1, column: 1, rows: 3, columns: 1 }],
              type: 'list',
              formula1: "='Rất ẩn'!$A$1:$A$3",
              ignoreBlank: true,
              alertStyle: 'warning',
              showError: true,
              showPrompt: true,
              promptTitle: 'Điểm',
              prompt: 'Từ 0 đến 10',
              errorTitle: 'Sai',
              error: 'Nhập lại',
            },
          ],
          conditionalFormats: [
            {
              id: 'format-1',
              areas: [{ row: 1, column: 0, rows: 3, columns: 2 }],
              formula: '=$A2>5',
              priority: 1,
              stopIfTrue: false,
              style: { fontColor: '#9C0006', fill: '#FFC7CE', bold: true },
            },
          ],
          protection: { ...protection, allowFormatColumns: true, allowSort: true, selectionMode: 'unlocked' },
          page: {
            ...page,
            orientation: 'landscape',
            centerHorizontally: true,
            zoom: { fitWidth: 1 },
            printArea: { row: 0, column: 0, rows: 20, columns: 8 },
            titleRows: { first: 1, last: 2 },
            titleColumns: { first: 0, last: 0 },
            firstPageNumber: 5,
            headersFooters: {
              differentFirst: true,
              default: { ...parts, centerHeader: 'Trang &P', leftFooter: 'A && B' },
              first: { ...parts, rightHeader: 'Mẫu số 1' },
            },
            rowBreaks: [10],
          },
        },
      },
      { name: 'Rất ẩn', hidden: 1, cells: { A1: { v: 5, t: 2 } } },
      {
        name: 'Ấ'.repeat(31),
        tabColor: '#FF0000',
        cells: { A3: { v: 'trên', t: 1 }, A4: { v: 'dưới', t: 1 } },
        custom: { page: { ...page, zoom: { scale: 85 }, rowBreaks: [3] } },
      },
    ],
    {
      names: [{ name: 'Đơn_vị', formula: "='Rất ẩn'!$A$1", scope: null, visible: true }],
      properties: { title: 'Chấm điểm', author: 'Cụm 11', subject: 'Thi đua', comments: 'ghi chú' },
      activeSheet: 'sheet-3',
    },
  );

describeWith(['LibreOffice', 'pdftotext', 'pdfinfo'], 'LibreOffice reads what was written', () => {
  let folder = '';
  let read: IWorkbookData;
  let pdf = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'files-'));
    const file = join(folder, 'workbook.xlsx');
    writeFileSync(file, await writeXlsx(workbook()));
    const [converted = ''] = await convert([file], 'xlsx', join(folder, 'out'));
    [pdf = ''] = await convert([file], 'pdf', join(folder, 'out'));
    read = await readXlsx(new Uint8Array(readFileSync(converted)));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('texts are what they were, whatever they look like', () => {
    const places = ['A1', 'B2', 'C2', 'D2', 'E2', 'F2', 'G2'];
    const texts = places.map((at) => cellOf(read, at));
    expect(texts.map((cell) => [cell?.v, cell?.f])).toEqual(places.map((at) => [cellOf(workbook(), at)?.v, undefined]));
  });

  test('formulas of every type of result are calculated anew', () => {
    const results = ['A3', 'B3', 'C3', 'D3', 'E3', 'F3', 'G3', 'H3', 'A4', 'B4'].map((at) => cellOf(read, at)?.v);
    expect(results).toEqual([19, 1, 'a_x0041_', '#DIV/0!', '', '#N/A', 10, 451.25, 'chữ', 'lỗi']);
  });

  test('an array formula stays one', () => expect(cellOf(read, 'H3')?.ref).toBe('H3'));

  test('styles, merges and sizes', () => {
    expect(styleOf(read, 'A2')).toEqual(formatted);
    expect(cellOf(read, 'B2')?.custom).toEqual({ shrinkToFit: true });
    expect(sheetOf(read).mergeData).toEqual(sheetOf(workbook()).mergeData);
    expect(sheetOf(read).columnData).toMatchObject({ 0: { w: 250 }, 8: { hd: 1 } });
    expect(sheetOf(read).rowData).toMatchObject({ 0: { h: 40 }, 5: { hd: 1 } });
    expect(sheetOf(read, 2).tabColor).toBe('#FF0000');
  });

  test('protection and unlocked cells', () => {
    expect(customOf(read).protection).toEqual(customOf(workbook()).protection);
    expect(cellOf(read, 'A2')?.custom).toEqual({ locked: false });
    // To the last column, as Excel needs it for a row that may be deleted.
    expect(sheetOf(read).rowData?.[7]).toMatchObject({ custom: { locked: false } });
  });

  test('validation with its messages, and conditional formats', () => {
    expect(customOf(read).validations).toEqual(customOf(workbook()).validations);
    // LibreOffice counts priorities in its own way.
    const { priority: _, ...format } = customOf(workbook()).conditionalFormats[0] ?? {};
    expect(customOf(read).conditionalFormats).toMatchObject([format]);
  });

  test('sheets, names and properties', () => {
    expect(read.sheetOrder.map((_, n) => [sheetOf(read, n).name, sheetOf(read, n).hidden])).toEqual([
      ["Đơn vị, d'Artagnan", 0],
      ['Rất ẩn', 1],
      ['Ấ'.repeat(31), 0],
    ]);
    expect(read.custom).toEqual(workbook().custom);
  });

  test('the print set-up', () => {
    const { printArea, titleRows, titleColumns, orientation, zoom, firstPageNumber, headersFooters, rowBreaks } =
      customOf(read).page;
    const wanted = customOf(workbook()).page;
    const found = { printArea, titleRows, titleColumns, orientation, zoom, firstPageNumber, headersFooters };
    expect(wanted).toMatchObject(found);
    expect(rowBreaks).toEqual(wanted.rowBreaks);
    expect(customOf(read, 2).page).toMatchObject({ zoom: { scale: 85 }, rowBreaks: [3] });
  });

  test('the paper: A4 on its side, first page apart, breaks where they were set', () => {
    expect(pdfinfo(pdf)['Page size']).toMatch(/^841\.\d+ x 595\.\d+ pts \(A4\)/);
    const pages = pdfPages(pdf);
    expect(pages[0]).toContain('Mẫu số 1');
    expect(pages.slice(-2).map((text) => text.trim())).toEqual(['trên', 'dưới']);
  });
});

describeWith('LibreOffice', 'a workbook through files and LibreOffice', () => {
  test('calculates the same there as here', async () => {
    const book = await createWorkbook();
    const [sheet] = book.sheets();
    if (sheet === undefined) throw new Error('a new workbook has a sheet');
    const formulas = [
      '=ROUND(1.005,2)',
      '=0.1+0.2=0.3',
      '=SUMPRODUCT({1,2},{3,4})',
      '="a"&1/4',
      '=IFERROR(1/0,"–")',
      '=INDEX({5,6,7},2)',
    ];
    book.write(
      sheet.id,
      { row: 0, column: 0, rows: formulas.length, columns: 1 },
      formulas.map((formula) => [{ kind: 'formula', formula }]),
    );
    const folder = mkdtempSync(join(tmpdir(), 'files-'));
    try {
      const data = await book.snapshot();
      const file = join(folder, 'formulas.xlsx');
      writeFileSync(file, await writeXlsx(data));
      const [converted = ''] = await convert([file], 'xlsx', join(folder, 'out'));
      const there = await readXlsx(new Uint8Array(readFileSync(converted)));
      const values = (of: IWorkbookData) => formulas.map((_, row) => cellOf(of, `A${row + 1}`)?.v);
      expect(values(there)).toEqual(values(data));
    } finally {
      book.dispose();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
