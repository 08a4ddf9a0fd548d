import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IWorkbookData } from '@univerjs/core';
import { readXlsx, writeXlsx, type Loss } from '../../src/xlsx';
import { defaultLimits } from '../../src/xlsx/limits';
import { newChart, PLAIN_FONT, type Chart, type ChartKind, type ChartSeries } from '../../src/xlsx/model/charts';
import { textOf, unpack } from '../../src/xlsx/zip';
import { convert, describeWith } from '../support/libreOffice';
import { pdfPages } from '../support/poppler';
import { packageOf } from './package';
import { customOf, snapshot } from './sample';

const font = (size: number): Chart['font'] => ({ ...PLAIN_FONT, name: 'Times New Roman', size });

function series(column: string, patch: Partial<ChartSeries> = {}): ChartSeries {
  return {
    name: `Điểm <${column}> & hơn`,
    categories: "='Số liệu'!$A$1:$A$3",
    values: `='Số liệu'!$${column}$1:$${column}$3`,
    fill: '#BDD7EE',
    line: '#404040',
    invertIfNegative: false,
    labels: { numberFormat: '0.00;-0.00;;', font: font(8) },
    ...patch,
  };
}

function chart(kind: ChartKind, patch: Partial<Chart> = {}): Chart {
  return {
    ...newChart(kind, 'Xếp hạng "1"', { row: 1, column: 0, rows: 20, columns: 8 }),
    id: 'chart-1',
    font: font(9),
    title: { text: 'Kết quả & xếp hạng', visible: true, font: { ...font(13), bold: true, color: '#1F4E79' } },
    legend: { visible: true, position: 'top', font: font(9) },
    gapWidth: 40,
    series: [series('B'), series('C', { fill: '#C00000', line: null, labels: null, categories: null })],
    ...patch,
  };
}

const workbook = (charts: Chart[], more: Chart[] = []): IWorkbookData =>
  snapshot([
    {
      name: 'Số liệu',
      cells: {
        A1: { v: 'Kiên Giang', t: 1 },
        A2: { v: 'Bạc Liêu', t: 1 },
        A3: { v: 'Sóc Trăng', t: 1 },
        B1: { v: 90, t: 2 },
        B2: { f: '=B1-5', v: 85, t: 2 },
        B3: { v: 80.5, t: 2 },
        C1: { v: -20, t: 2 },
        C2: { v: '', t: 1 },
        C3: { v: -10, t: 2 },
      },
    },
    { name: 'Biểu đồ', custom: { charts } },
    { name: 'Khác', custom: { charts: more } },
  ]);

const partOf = (bytes: Uint8Array, path: string): string =>
  textOf(unpack(bytes, defaultLimits)[path] ?? new Uint8Array());

describe('charts survive writing and reading', () => {
  test.each<ChartKind>(['barStacked', 'barClustered', 'columnStacked', 'columnClustered'])('%s', async (kind) => {
    const data = workbook([chart(kind)]);
    expect(customOf(await readXlsx(await writeXlsx(data)), 1).charts).toEqual(customOf(data, 1).charts);
  });

  test.each<[string, Partial<Chart>]>([
    [
      'without title and legend',
      {
        title: { text: '', visible: false, font: PLAIN_FONT },
        legend: { visible: false, position: 'right', font: PLAIN_FONT },
      },
    ],
    ['of cells that may be hidden', { visibleCellsOnly: false }],
    ['with bars that overlap in part', { kind: 'barClustered', overlap: -20, gapWidth: 0 }],
    [
      'with axes of their own',
      {
        categoryAxis: {
          minimum: null,
          maximum: null,
          majorUnit: null,
          majorGridlines: true,
          reversed: true,
          tickLabels: 'low',
          title: 'Đơn vị & <cụm>',
          font: font(7.5),
        },
        valueAxis: {
          minimum: -5.5,
          maximum: 100,
          majorUnit: 12.5,
          majorGridlines: false,
          reversed: false,
          tickLabels: 'none',
          title: null,
          font: PLAIN_FONT,
        },
      },
    ],
    ['that have lost their cells', { series: [series('B', { values: '=#REF!', categories: '=#REF!' })] }],
    ['of one cell', { covers: { row: 5, column: 3, rows: 1, columns: 1 } }],
  ])('%s', async (_, patch) => {
    const data = workbook([chart('barStacked', patch)]);
    expect(customOf(await readXlsx(await writeXlsx(data)), 1).charts).toEqual(customOf(data, 1).charts);
  });

  test('several on several sheets, and nothing is said to be left out', async () => {
    const two = [chart('barStacked'), chart('columnStacked', { id: 'chart-2', name: 'Hai' })];
    const data = workbook(two, [chart('barClustered')]);
    const leftOut: Loss[] = [];
    const read = await readXlsx(await writeXlsx(data), { onLeftOut: (what) => leftOut.push(what) });
    expect([1, 2].map((sheet) => customOf(read, sheet).charts)).toEqual([1, 2].map((n) => customOf(data, n).charts));
    expect(leftOut).toEqual([]);
  });

  test('equal workbooks give equal files', async () => {
    const [one, two] = await Promise.all([
      writeXlsx(workbook([chart('barStacked')])),
      writeXlsx(workbook([chart('barStacked')])),
    ]);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});

test('the part of a chart refers to the cells and holds what they show', async () => {
  const xml = partOf(await writeXlsx(workbook([chart('barStacked')])), 'xl/charts/chart1.xml');
  expect(xml).toContain("<c:cat><c:strRef><c:f>'Số liệu'!$A$1:$A$3</c:f>");
  expect(xml).toContain("<c:val><c:numRef><c:f>'Số liệu'!$C$1:$C$3</c:f>");
  expect(xml).toContain('<c:ptCount val="3"/><c:pt idx="0"><c:v>90</c:v></c:pt><c:pt idx="1"><c:v>85</c:v></c:pt>');
  // A text is no number: the bar is left out.
  expect(xml).toContain('<c:ptCount val="3"/><c:pt idx="0"><c:v>-20</c:v></c:pt><c:pt idx="2"><c:v>-10</c:v></c:pt>');
});

test('the sheet names its drawing where the schema wants it', async () => {
  const xml = partOf(await writeXlsx(workbook([chart('barStacked')])), 'xl/worksheets/sheet2.xml');
  expect(xml).toMatch(/(?:headerFooter>|pageSetup [^<]*\/>)<drawing [^<]*r:id="rId1"\/><\/worksheet>$/);
});

describe('drawings of other programs', () => {
  const MAIN = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (kind: string, target: string): string =>
    `<Relationships><Relationship Id="rId1" Type="${MAIN}/${kind}" Target="${target}"/></Relationships>`;
  const drawing = (inner: string): Record<string, string> => ({
    'xl/worksheets/_rels/sheet1.xml.rels': relations('drawing', '../drawings/drawing1.xml'),
    'xl/drawings/drawing1.xml': `<wsDr><twoCellAnchor><from><col>1</col><colOff>0</colOff><row>2</row><rowOff>0</rowOff></from><to><col>3</col><colOff>5</colOff><row>9</row><rowOff>0</rowOff></to>${inner}</twoCellAnchor></wsDr>`,
    'xl/drawings/_rels/drawing1.xml.rels': relations('chart', '../charts/chart1.xml'),
  });
  const FRAME =
    '<graphicFrame><nvGraphicFramePr><cNvPr id="2" name="Chart 1"/></nvGraphicFramePr><c:chart xmlns:c="c" r:id="rId1"/></graphicFrame>';
  const plot = (inner: string): string =>
    `<c:chartSpace><c:chart><c:plotArea>${inner}</c:plotArea></c:chart></c:chartSpace>`;
  const SERIES = '<c:ser><c:val><c:numRef><c:f>A!$A$1:$A$3</c:f></c:numRef></c:val></c:ser>';
  const read = async (parts: Record<string, string>): Promise<{ charts: Chart[]; leftOut: Loss[] }> => {
    const leftOut: Loss[] = [];
    const data = await readXlsx(packageOf({ sheets: ['<sheetData/><drawing r:id="rId1"/>'], parts }), {
      onLeftOut: (what) => leftOut.push(what),
    });
    return { charts: customOf(data).charts, leftOut };
  };

  test('bars that say little are read as Excel shows them', async () => {
    const { charts, leftOut } = await read({
      ...drawing(FRAME),
      'xl/charts/chart1.xml': plot(`<c:barChart><c:barDir val="col"/>${SERIES}</c:barChart>`),
    });
    expect(leftOut).toEqual([]);
    expect(charts).toMatchObject([
      {
        name: 'Chart 1',
        kind: 'columnClustered',
        covers: { row: 2, column: 1, rows: 7, columns: 3 },
        gapWidth: 150,
        overlap: 0,
        title: { visible: false },
        legend: { visible: false },
        series: [{ values: '=A!$A$1:$A$3', categories: null, fill: null, labels: null }],
      },
    ]);
  });

  test.each([
    ['of another kind', plot(`<c:pieChart>${SERIES}</c:pieChart>`)],
    [
      'of two kinds',
      plot(`<c:barChart><c:barDir val="bar"/>${SERIES}</c:barChart><c:lineChart>${SERIES}</c:lineChart>`),
    ],
    ['of shares', plot(`<c:barChart><c:barDir val="bar"/><c:grouping val="percentStacked"/>${SERIES}</c:barChart>`)],
    [
      'of values in no cells',
      plot('<c:barChart><c:barDir val="bar"/><c:ser><c:val><c:numLit/></c:val></c:ser></c:barChart>'),
    ],
    ['that is half a part', '<c:chartSpace><c:chart><c:plotArea><c:barChart>'],
  ])('a chart %s is left out, and reported', async (_, chartXml) => {
    const { charts, leftOut } = await read({ ...drawing(FRAME), 'xl/charts/chart1.xml': chartXml });
    expect(charts).toEqual([]);
    expect(leftOut).toEqual([{ sheet: 'Trang 1', kind: 'charts', detail: 'Chart 1' }]);
  });

  test('pictures are left out, and reported once', async () => {
    const { leftOut } = await read(drawing('<pic/>'));
    expect(leftOut).toEqual([{ sheet: 'Trang 1', kind: 'pictures', detail: '' }]);
  });

  test('a drawing that is missing is none', async () => {
    expect(await read({})).toEqual({ charts: [], leftOut: [] });
  });
});

describeWith(['LibreOffice', 'pdftotext'], 'charts in LibreOffice', () => {
  let folder = '';
  let file = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'charts-'));
    file = join(folder, 'charts.xlsx');
    writeFileSync(file, await writeXlsx(workbook([chart('barStacked')])));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are kept, with their references', async () => {
    const [xlsx = ''] = await convert([file], 'xlsx', join(folder, 'again'));
    const read = await readXlsx(new Uint8Array(readFileSync(xlsx)));
    expect(customOf(read, 1).charts).toMatchObject([
      {
        kind: 'barStacked',
        covers: { row: 1, column: 0, rows: 20, columns: 8 },
        title: { text: 'Kết quả & xếp hạng' },
        series: [
          { values: "='Số liệu'!$B$1:$B$3", categories: "='Số liệu'!$A$1:$A$3", fill: '#BDD7EE' },
          { values: "='Số liệu'!$C$1:$C$3", fill: '#C00000' },
        ],
      },
    ]);
  }, 120_000);

  test('are drawn on the page with title, names of series, names of cells and values', async () => {
    const [pdf = ''] = await convert([file], 'pdf', join(folder, 'pdf'));
    const text = pdfPages(pdf).join('\n');
    for (const part of ['Kết quả & xếp hạng', 'Điểm <B> & hơn', 'Bạc Liêu', '80.50']) expect(text).toContain(part);
  }, 120_000);
});
