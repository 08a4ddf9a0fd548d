import { readXlsx, writeXlsx } from '../../src/xlsx';
import { defaultLimits } from '../../src/xlsx/limits';
import { DEFAULT_STYLE, toStyleData } from '../../src/xlsx/model/cellStyle';
import { newChart } from '../../src/xlsx/model/charts';
import { defaultPage } from '../../src/xlsx/model/pageSetup';
import type { ConditionalFormat, ValidationRule } from '../../src/xlsx/model/rules';
import { edit } from '../../src/xlsx/patch';
import { pack, unpack } from '../../src/xlsx/zip';
import { ooxmlErrors } from '../support/ooxmlValidator';
import { carried, workbookCarried } from './carriedSample';
import { packageOf } from './package';
import { protection, snapshot } from './sample';

const area = { row: 0, column: 0, rows: 4, columns: 2 };
const rule: ValidationRule = {
  areas: [area],
  type: 'decimal',
  operator: 'between',
  formula1: '0',
  formula2: '=$B$1',
  ignoreBlank: true,
  alertStyle: 'stop',
  showError: true,
  errorTitle: 'Điểm',
  error: 'Nhập từ 0 đến 10 & "không hơn"',
  showPrompt: true,
  promptTitle: 'Điểm',
  prompt: 'Từ 0 đến 10',
};
const format: ConditionalFormat = {
  id: 'format-1',
  areas: [area],
  formula: '=$A1>5',
  priority: 0,
  stopIfTrue: true,
  style: { fontColor: '#9C0006', fill: '#FFC7CE', bold: true, italic: true },
};

/** Every feature that the codec writes, in one workbook, so that the validator starts once for each version of Office. */
const everyFeature = snapshot(
  [
    {
      name: "Bảng 'A' điểm",
      tabColor: '#C00000',
      freeze: { xSplit: 1, ySplit: 2, startRow: 2, startColumn: 1 },
      showGridlines: 0,
      mergeData: [{ startRow: 5, endRow: 6, startColumn: 0, endColumn: 1 }],
      rowData: { 0: { h: 40 }, 9: { hd: 1 } },
      columnData: { 0: { w: 200 }, 3: { hd: 1 } },
      cells: {
        A1: { v: 'Đơn vị & <cụm>', t: 1, s: 'all' },
        A2: { v: 9.5, t: 2, s: 'underlined' },
        A3: { v: 1, t: 3, custom: { locked: false } },
        A4: { v: '007', t: 1, custom: { quoted: true } },
        B1: { f: '=SUM(A2:A3)', v: 9.5, t: 2 },
        B2: { f: '=1/0', v: '#DIV/0!', t: 1 },
        B3: { f: '=#N/A', v: '#N/A', t: 1 },
        B4: { v: '#N/A', t: 1 },
        B5: { f: '="a"', v: 'a', t: 1, s: 'all' },
        C1: { f: '=[1]Sheet1!$B$5', v: 9.5, t: 2 },
      },
      custom: {
        protection: { ...protection, allowSort: true, password: 'mật khẩu' },
        carried,
        validations: [
          rule,
          { ...rule, areas: [{ ...area, column: 4 }], type: 'list', formula1: 'Có,Không' },
          { ...rule, areas: [{ ...area, column: 7 }], type: 'custom', formula1: '=ISNUMBER(H1)' },
        ],
        conditionalFormats: [format, { ...format, id: 'format-2', priority: 1, style: { fontColor: '#00B050' } }],
        page: {
          ...defaultPage(),
          orientation: 'landscape',
          centerHorizontally: true,
          blackAndWhite: true,
          printGridlines: true,
          zoom: { fitWidth: 1 },
          printArea: area,
          titleRows: { first: 0, last: 1 },
          titleColumns: { first: 0, last: 0 },
          firstPageNumber: 2,
          headersFooters: {
            ...defaultPage().headersFooters,
            differentFirst: true,
            default: { ...defaultPage().headersFooters.default, centerHeader: '&P', rightFooter: 'Mã & số' },
          },
          rowBreaks: [3],
        },
        charts: (['barStacked', 'barClustered', 'columnStacked', 'columnClustered'] as const).map((kind, index) => ({
          ...newChart(kind, `Biểu đồ ${index + 1}`, { row: 10, column: index * 5, rows: 10, columns: 4 }),
          id: `chart-${index + 1}`,
          title: {
            text: 'Kết quả',
            visible: index % 2 === 0,
            font: { name: 'Times New Roman', size: 13, bold: true, color: '#1F4E79' },
          },
          series: [
            {
              name: 'Điểm',
              categories: "='Bảng ''A'' điểm'!$A$1:$A$2",
              values: "='Bảng ''A'' điểm'!$B$1:$B$2",
              fill: '#BDD7EE',
              line: '#404040',
              invertIfNegative: false,
              labels: { numberFormat: '0.00', font: { name: 'Arial', size: 8, bold: null, color: null } },
            },
          ],
        })),
      },
    },
    { name: 'Không có gì', hidden: 1 },
    { name: 'Rất kín', hidden: 1, custom: { veryHidden: true } },
  ],
  {
    carried: workbookCarried,
    names: [
      { name: 'diem', formula: "='Bảng ''A'' điểm'!$A$2", scope: null, visible: true },
      { name: 'an', formula: '=1', scope: 'sheet-1', visible: false },
    ],
    properties: { title: 'Chấm điểm', author: 'Cụm 11', subject: 'Thi đua', comments: 'Ghi chú' },
  },
  {
    all: toStyleData({
      ...DEFAULT_STYLE,
      fontName: 'Times New Roman',
      fontSize: 13,
      bold: true,
      italic: true,
      underline: 'double',
      fontColor: '#C00000',
      fill: '#FFF2CC',
      horizontal: 'left',
      vertical: 'center',
      wrap: true,
      indent: 1,
      textRotation: 45,
      numberFormat: '0.00',
      borders: {
        top: { style: 'thin', color: '#000000' },
        bottom: { style: 'double', color: '#FF0000' },
        left: { style: 'hair', color: '#00FF00' },
        right: { style: 'dashed', color: '#0000FF' },
      },
    }),
    underlined: toStyleData({ ...DEFAULT_STYLE, underline: 'single', fontColor: '#1F4E79' }),
  },
);

/** Formats of other programs that the codec passes on. */
const otherProgram = packageOf({
  sheets: ['<sheetData><row r="1"><c r="A1" s="1"><v>44197</v></c></row></sheetData>'],
  styles:
    '<fonts><font/><font><strike/><vertAlign val="superscript"/><color theme="1" tint="0.5"/><sz val="10"/><name val="Arial"/></font></fonts>' +
    '<cellXfs><xf/><xf numFmtId="14" fontId="1" quotePrefix="1"/></cellXfs>',
});

test('what is written satisfies the schemas of Office 2021 and Microsoft 365', async () => {
  const files = {
    'every feature': await writeXlsx(everyFeature),
    'read and written again': await writeXlsx(await readXlsx(await writeXlsx(everyFeature))),
    'from another program': await writeXlsx(await readXlsx(otherProgram)),
    'an empty sheet': await writeXlsx(snapshot([{}])),
  };
  expect(await ooxmlErrors(files)).toEqual([]);
});

test('a file that breaks the schema is reported with its part and element', async () => {
  const parts = unpack(await writeXlsx(everyFeature), defaultLimits);
  edit(parts, 'xl/styles.xml', (xml) => xml.replace('<font><b/>', '<font><name val="Arial"/><b/>'));
  const errors = await ooxmlErrors({ 'another order': pack(parts, 0), 'no package': new Uint8Array([1, 2, 3]) });
  expect(errors).toEqual([
    expect.stringMatching(/^another order \/xl\/styles\.xml \/x:styleSheet\[1\].*\[Office2021, Microsoft365\]$/),
    expect.stringMatching(/^no package .*corrupted/),
  ]);
});
