import type { IStyleData } from '@univerjs/core';
import { readXlsx, writeXlsx } from '../../src/xlsx';
import { toStyleData, DEFAULT_STYLE, type CellStyle } from '../../src/xlsx/model/cellStyle';
import { defaultPage } from '../../src/xlsx/model/pageSetup';
import type { ConditionalFormat, ValidationRule } from '../../src/xlsx/model/rules';
import { customOf, protection, sheetOf, snapshot, styleOf } from './sample';

const again = async (data: Parameters<typeof writeXlsx>[0]) => readXlsx(await writeXlsx(data));
const styled = (patch: Partial<CellStyle>): IStyleData => toStyleData({ ...DEFAULT_STYLE, ...patch });
const parts = { leftHeader: '', centerHeader: '', rightHeader: '', leftFooter: '', centerFooter: '', rightFooter: '' };

const rule: ValidationRule = {
  areas: [{ row: 1, column: 1, rows: 3, columns: 1 }],
  type: 'custom',
  formula1: '=AND(ISNUMBER(B2),B2<=$C2)',
  ignoreBlank: true,
  alertStyle: 'stop',
  showError: true,
  showPrompt: true,
};
const format: ConditionalFormat = {
  id: 'format-1',
  areas: [{ row: 0, column: 0, rows: 5, columns: 2 }],
  formula: '=$A1>"x & y"',
  priority: 1,
  stopIfTrue: false,
  style: { fontColor: '#9C0006', fill: '#FFC7CE', bold: true },
};

describe('styles survive writing and reading', () => {
  const styles: Record<string, Partial<CellStyle>> = {
    font: { fontName: 'Times New Roman', fontSize: 13, bold: true, italic: true, fontColor: '#C00000' },
    'single underline': { underline: 'single' },
    'double underline': { underline: 'double' },
    fill: { fill: '#FFF2CC' },
    'borders of every kind': {
      borders: {
        top: { style: 'thin', color: '#000000' },
        bottom: { style: 'double', color: '#FF0000' },
        left: { style: 'medium', color: '#00FF00' },
        right: { style: 'hair', color: '#0000FF' },
      },
    },
    'borders of the other kinds': {
      borders: {
        top: { style: 'thick', color: '#000000' },
        bottom: { style: 'dashed', color: '#000000' },
        left: { style: 'dotted', color: '#000000' },
      },
    },
    'alignment with indent': { horizontal: 'left', vertical: 'top', indent: 3 },
    'justified and wrapped': { horizontal: 'justify', vertical: 'center', wrap: true },
    'turned against the clock': { textRotation: 45 },
    'turned with the clock': { textRotation: -90 },
    stacked: { textRotation: 180 },
    'number format': { numberFormat: '#,##0.00" điểm";[Red]-0.0;"–";@' },
    'date format': { numberFormat: 'dd/mm/yyyy' },
    'text format': { numberFormat: '@' },
  };
  test.each(Object.entries(styles))('%s', async (_, style) => {
    const data = snapshot([{ cells: { B2: { v: 1, t: 2, s: styled(style) } } }]);
    expect(styleOf(await again(data), 'B2')).toEqual(styled(style));
  });

  test('a style given by id is the same as one given inline', async () => {
    const byId = snapshot([{ cells: { B2: { v: 1, t: 2, s: 'any' } } }], {}, { any: styled({ bold: true }) });
    const inline = snapshot([{ cells: { B2: { v: 1, t: 2, s: styled({ bold: true }) } } }]);
    expect(await writeXlsx(byId)).toEqual(await writeXlsx(inline));
  });
});

describe('formats of entire rows survive writing and reading', () => {
  const row = { s: 'row', custom: { locked: false } };
  const look = { row: styled({ fill: '#FFF2CC', bold: true }) };

  test('beside sizes, on a sheet that is not the first, above cells that look otherwise', async () => {
    const cells = {
      A2: { v: 'x', t: 1, ...row },
      B2: {},
      C2: { v: 2, t: 2 },
      A3: { v: 'below', t: 1 },
    };
    const rowData = { 1: { h: 40, ...row }, 8: { ...row }, 9: { custom: { locked: false } } };
    const read = await again(snapshot([{}, { cells, rowData }], {}, look));
    const { cellData = {}, rowData: rows = {} } = sheetOf(read, 1);
    expect(rows[1]).toEqual({ h: 40, s: rows[8]?.s, custom: { locked: false } });
    expect(read.styles[String(rows[8]?.s)]).toEqual(look.row);
    expect(rows[9]).toEqual({ custom: { locked: false } });
    expect(cellData).toEqual({
      1: { 0: { v: 'x', t: 1, s: rows[8]?.s, custom: { locked: false } }, 1: {}, 2: { v: 2, t: 2 } },
      2: { 0: { v: 'below', t: 1 } },
    });
    expect(sheetOf(read, 0).cellData).toEqual({});
  });

  test('equal snapshots give equal files, read or not', async () => {
    const data = snapshot([{ cells: { A1: { v: 1, t: 2 } }, rowData: { 0: row } }], {}, look);
    const bytes = await writeXlsx(data);
    expect(await writeXlsx(await readXlsx(bytes))).toEqual(bytes);
  });
});

describe('a whole snapshot survives writing and reading', () => {
  const full = () => {
    const page = defaultPage();
    return snapshot(
      [
        {
          name: 'Giao ước 2024',
          tabColor: '#FF0000',
          showGridlines: 0,
          freeze: { xSplit: 2, ySplit: 3, startColumn: 2, startRow: 3 },
          mergeData: [{ startRow: 0, endRow: 0, startColumn: 0, endColumn: 3 }],
          rowData: { 0: { h: 40 }, 4: { hd: 1 }, 90: { h: 33 } },
          columnData: { 0: { w: 250 }, 1: { w: 30, hd: 1 }, 20: { w: 100 } },
          cells: {
            A1: { v: 'BẢNG CHẤM ĐIỂM', t: 1, s: 'style-1' },
            B1: { s: 'style-1' },
            A2: { v: 9.5, t: 2, s: 'style-2', custom: { locked: false } },
            B2: { v: 1, t: 3 },
            C2: { v: "'", t: 1, custom: { quoted: true } },
            D2: { v: '007', t: 1, s: 'style-2', custom: { locked: false, shrinkToFit: true, quoted: true } },
            A3: { f: '=SUM(A2:A2)*2', v: 19, t: 2 },
            B3: { f: '=A2>5', v: 1, t: 3 },
            C3: { f: '="a"&"_x0041_"', v: 'a_x0041_', t: 1 },
            D3: { f: '=1/0', v: '#DIV/0!', t: 1 },
            E3: { f: '=""', v: '', t: 1 },
            F3: { f: '=#N/A', v: '#N/A', t: 1 },
            G3: { f: "='Đơn vị, d''Artagnan'!A1", v: 0, t: 2 },
            H3: { f: '=SUM(A2:A3*B2:B3)', v: 3, t: 2, ref: 'H3' },
            I3: { f: '=RAND()' },
          },
          custom: {
            protection: { ...protection, allowFormatColumns: true, allowSort: true, selectionMode: 'unlocked' },
            validations: [rule],
            conditionalFormats: [format],
            page: {
              ...page,
              orientation: 'landscape',
              margins: { top: 72, bottom: 36, left: 85.05, right: 42.5, header: 20, footer: 14.2 },
              centerHorizontally: true,
              centerVertically: true,
              printGridlines: true,
              blackAndWhite: true,
              zoom: { fitWidth: 1 },
              printArea: { row: 0, column: 0, rows: 40, columns: 8 },
              titleRows: { first: 1, last: 2 },
              titleColumns: { first: 0, last: 1 },
              firstPageNumber: 5,
              headersFooters: {
                differentFirst: true,
                default: {
                  ...parts,
                  centerHeader: '&P/&N',
                  leftFooter: 'A && B',
                  rightFooter: '&"Times New Roman,Bold"&9Ký',
                },
                first: { ...parts, rightHeader: 'Mẫu số 1' },
              },
              rowBreaks: [10, 20],
            },
          },
        },
        {
          name: "Đơn vị, d'Artagnan",
          hidden: 1,
          custom: {
            page: {
              ...page,
              paperSize: 'a3',
              zoom: { scale: 85 },
              printArea: { row: 1, column: 1, rows: 1, columns: 1 },
            },
          },
        },
        { name: 'Rất ẩn', hidden: 1, custom: { veryHidden: true } },
        { name: 'Ấ'.repeat(31), custom: { page: { ...page, zoom: { fitWidth: 2, fitHeight: 3 } } } },
      ],
      {
        names: [
          { name: 'Ẩn', formula: '=0.5', scope: null, visible: false },
          { name: 'Đơn_vị', formula: "='Đơn vị, d''Artagnan'!$A$1:$A$3", scope: null, visible: true },
          { name: 'riêng', formula: "='Giao ước 2024'!$A$2", scope: 'sheet-1', visible: true },
        ],
        properties: { title: 'Chấm điểm', author: 'Cụm 11', subject: 'Thi đua & khen thưởng', comments: 'a\nb' },
        activeSheet: 'sheet-4',
      },
      {
        'style-1': styled({ bold: true, horizontal: 'center' }),
        'style-2': styled({ numberFormat: '0.00' }),
      },
    );
  };

  test('in every part', async () => {
    expect(await again(full())).toEqual(full());
  });

  test('and gives the same bytes when it is written once more', async () => {
    const bytes = await writeXlsx(full());
    expect(await writeXlsx(await readXlsx(bytes))).toEqual(bytes);
  });
});

describe('validation survives writing and reading', () => {
  const rules: Record<string, Partial<ValidationRule>> = {
    'by formula': {},
    'a list of words': { type: 'list', formula1: 'Tốt,Khá, "Đạt" ,<5 & >3' },
    'a list from a range': { type: 'list', formula1: '=$X$1:$X$3' },
    'a list from another sheet': { type: 'list', formula1: "='Danh mục d''Artagnan'!$A$1:$A$9" },
    'a list from a name': { type: 'list', formula1: '=Đơn_vị' },
    'whole numbers': { type: 'whole', operator: 'between', formula1: '0', formula2: '=$C2' },
    'decimals up to a cell': { type: 'decimal', operator: 'lessThanOrEqual', formula1: '=$C9' },
    'a negative bound': { type: 'decimal', operator: 'notBetween', formula1: '-0.5', formula2: '1e3' },
    'a day': { type: 'date', operator: 'greaterThan', formula1: '45292' },
    'length of text': { type: 'textLength', operator: 'equal', formula1: '3' },
    'several areas': {
      areas: [
        { row: 0, column: 0, rows: 1, columns: 1 },
        { row: 3, column: 2, rows: 4, columns: 2 },
      ],
    },
    warnings: { alertStyle: 'warning', ignoreBlank: false, showError: true, showPrompt: false },
    messages: {
      alertStyle: 'information',
      errorTitle: 'Sai điểm',
      error: 'Nhập từ 0 đến "điểm chuẩn"\nxin thử lại',
      promptTitle: 'Điểm',
      prompt: '<0–10> & lẻ 0,25',
    },
  };
  test.each(Object.entries(rules))('%s', async (_, patch) => {
    const data = snapshot([{ custom: { validations: [{ ...rule, ...patch }] } }]);
    expect(customOf(await again(data)).validations).toEqual([{ ...rule, ...patch }]);
  });
});

describe('conditional formats survive writing and reading', () => {
  test('with their order, stop and style', async () => {
    const conditionalFormats: ConditionalFormat[] = [
      { ...format, priority: 2, stopIfTrue: true, style: { fill: '#C6EFCE' } },
      { ...format, id: 'format-2', priority: 1, style: { fontColor: '#FF0000', italic: true, numberFormat: ';;;' } },
      {
        ...format,
        id: 'format-3',
        priority: 3,
        formula: '=ISERROR(A1)',
        areas: [{ row: 9, column: 0, rows: 1, columns: 1 }],
        style: {},
      },
    ];
    const read = customOf(await again(snapshot([{ custom: { conditionalFormats } }]))).conditionalFormats;
    expect(read).toEqual(conditionalFormats);
  });
});

describe('protection survives writing and reading', () => {
  test.each(['normal', 'unlocked', 'none'] as const)('with selection %s', async (selectionMode) => {
    const data = snapshot([{ custom: { protection: { ...protection, selectionMode } } }]);
    expect(customOf(await again(data)).protection).toEqual({ ...protection, selectionMode });
  });

  const flags = Object.keys(protection).filter((key) => key.startsWith('allow'));
  test.each(flags)('with %s', async (flag) => {
    const data = snapshot([{ custom: { protection: { ...protection, [flag]: true } } }]);
    expect(customOf(await again(data)).protection).toEqual({ ...protection, [flag]: true });
  });

  test('with a password, of which a file keeps only a hash; the hash then lasts', async () => {
    const bytes = await writeXlsx(snapshot([{ custom: { protection: { ...protection, password: 'mật' } } }]));
    const read = await readXlsx(bytes);
    expect(customOf(read).protection?.password).toMatch(/^xlsx-hash:/);
    expect(await writeXlsx(read)).toEqual(bytes);
  });
});

describe('sizes', () => {
  test('of rows last to a fraction of a point, of columns to the pixel, as in Excel', async () => {
    const h = 17.55 * (96 / 72);
    const read = await again(snapshot([{ rowData: { 0: { h } }, columnData: { 0: { w: 133.33 } } }]));
    expect(sheetOf(read).rowData).toEqual({ 0: { h } });
    expect(sheetOf(read).columnData).toEqual({ 0: { w: 133 } });
  });

  test('of a row that is only hidden stay unsaid', async () => {
    const read = await again(snapshot([{ rowData: { 7: { hd: 1 } } }]));
    expect(sheetOf(read).rowData).toEqual({ 7: { hd: 1 } });
  });
});

test('a first page that differs by having no header at all', async () => {
  const page = defaultPage();
  const headersFooters = { ...page.headersFooters, differentFirst: true };
  const read = await again(snapshot([{ custom: { page: { ...page, headersFooters } } }]));
  expect(customOf(read).page.headersFooters).toEqual(headersFooters);
});

test.each([
  ['words of their own', { centerHeader: 'Trang chẵn', leftFooter: 'Cụm 1' }],
  ['no header at all', {}],
])('even pages that differ by %s', async (_, parts) => {
  const page = defaultPage();
  const { headersFooters } = page;
  const differing = { ...headersFooters, even: { ...headersFooters.default, ...parts } };
  const read = await again(snapshot([{ custom: { page: { ...page, headersFooters: differing } } }]));
  expect(customOf(read).page.headersFooters).toEqual(differing);
});

test('a name of a sheet that is gone goes with it', async () => {
  const names = [{ name: 'cũ', formula: '=1', scope: 'sheet-9', visible: true }];
  expect((await again(snapshot([{}], { names }))).custom?.['names']).toEqual([]);
});
