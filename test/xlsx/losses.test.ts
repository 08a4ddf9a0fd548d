/** What a file holds is carried to the next one, or named: nothing is lost without a word. */
import { strFromU8, unzipSync } from 'fflate';
import { type Loss, readXlsx, writeXlsx } from '../../src/xlsx';
import { newChart } from '../../src/xlsx/model/charts';
import { shiftCarried } from '../../src/xlsx/model/carried';
import { workbookCustomOf } from '../../src/xlsx/model/snapshot';
import { carried, workbookCarried } from './carriedSample';
import { type PackageParts, packageOf } from './package';
import { cellOf, customOf, snapshot } from './sample';

async function read(bytes: Uint8Array): Promise<{ data: Awaited<ReturnType<typeof readXlsx>>; lost: Loss[] }> {
  const lost: Loss[] = [];
  return { data: await readXlsx(bytes, { onLeftOut: (loss) => lost.push(loss) }), lost };
}
const lostFrom = async (file: PackageParts): Promise<Loss[]> => (await read(packageOf(file))).lost;
const relations = (...targets: [kind: string, target: string][]): string =>
  `<Relationships>${targets.map(([kind, target], n) => `<Relationship Id="r${n}" Type="x/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
const SHEET_RELATIONS = 'xl/worksheets/_rels/sheet1.xml.rels';

describe('what is carried', () => {
  const charts = [
    { ...newChart('barClustered', 'Biểu đồ', { row: 4, column: 4, rows: 5, columns: 3 }), id: 'chart-1' },
  ];
  const first = { custom: { carried, charts }, cells: { A1: { f: '=[1]Sheet1!$B$5', v: 9.5, t: 2 } } };
  const data = snapshot([first, { custom: { carried } }], { carried: workbookCarried });

  test('links, notes, ranges to edit, protection and links to other workbooks stand in the file as they were', async () => {
    const { data: again, lost } = await read(await writeXlsx(data));
    expect(lost).toEqual([]);
    expect(customOf(again).carried).toEqual(carried);
    expect(customOf(again, 1).carried).toEqual(carried);
    expect(customOf(again).charts).toHaveLength(1);
    expect(workbookCustomOf(again).carried).toEqual(workbookCarried);
    expect(cellOf(again, 'A1')).toMatchObject({ f: '=[1]Sheet1!$B$5', v: 9.5 });
  });

  test('a note has a box that is hidden, beside its cell', async () => {
    const parts = unzipSync(await writeXlsx(data));
    const shapes = strFromU8(parts['xl/drawings/vmlDrawing2.vml'] ?? new Uint8Array());
    expect(shapes).toContain('<x:Row>2</x:Row><x:Column>0</x:Column>');
    expect(shapes.match(/visibility:hidden/g)).toHaveLength(carried.notes.length);
  });

  test('rows take it along; what stood only in deleted ones goes', () => {
    const moved = shiftCarried(carried, { axis: 'row', kind: 'insert', at: 1, count: 2 });
    expect(moved.notes.map(({ row }) => row)).toEqual([4, 11]);
    expect(moved.hyperlinks.map(({ area }) => area.row)).toEqual([0, 5]);
    expect(moved.editRanges[0]?.areas[0]?.row).toBe(4);
    const left = shiftCarried(carried, { axis: 'row', kind: 'delete', at: 0, count: 3 });
    expect(left.notes).toEqual([{ ...carried.notes[1], row: 6 }]);
    expect(left.hyperlinks.map(({ area }) => area)).toEqual([{ row: 0, column: 1, rows: 3, columns: 1 }]);
    expect(left.editRanges[0]?.areas).toEqual([{ row: 0, column: 1, rows: 3, columns: 1 }]);
  });

  test('notes of several runs and authors, as Excel writes them', async () => {
    const comments =
      '<?xml version="1.0"?><comments><authors><author>A</author><author>B</author></authors><commentList>' +
      '<comment ref="B2" authorId="1"><text><r><rPr><b/></rPr><t>B:</t></r><r><t xml:space="preserve">&#10;xem lại</t></r></text></comment></commentList></comments>';
    const parts = { [SHEET_RELATIONS]: relations(['comments', '../comments1.xml']), 'xl/comments1.xml': comments };
    const { data: got } = await read(packageOf({ parts }));
    expect(customOf(got).carried.notes).toEqual([{ row: 1, column: 1, author: 'B', text: 'B:\nxem lại' }]);
  });
});

describe('what is lost is named, with its sheet and its name', () => {
  const table = '<table displayName="Bảng1" ref="A1:B2"/>';
  const files: Record<string, [PackageParts, Partial<Loss>[]]> = {
    macros: [{ parts: { 'xl/vbaProject.bin': 'x' } }, [{ sheet: null, kind: 'macros' }]],
    'a table': [
      { parts: { [SHEET_RELATIONS]: relations(['table', '../tables/table1.xml']), 'xl/tables/table1.xml': table } },
      [{ sheet: 'Trang 1', kind: 'tables', detail: 'Bảng1' }],
    ],
    'a pivot table': [
      { parts: { 'xl/pivotTables/pivotTable1.xml': '<pivotTableDefinition name="P1"/>', 'xl/pivotCache/x.xml': 'x' } },
      [{ kind: 'pivotTables', detail: 'P1' }],
    ],
    'a filter': [{ sheets: ['<sheetData/><autoFilter ref="A1:B2"/>'] }, [{ sheet: 'Trang 1', kind: 'filter' }]],
    'rich text in a cell': [
      { strings: '<si><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r></si>' },
      [{ sheet: null, kind: 'richText' }],
    ],
    'sparklines and a format of an extension': [
      {
        sheets: [
          '<sheetData/><extLst><ext><x14:sparklineGroups/></ext><ext><x14:conditionalFormattings><x14:conditionalFormatting/></x14:conditionalFormattings></ext></extLst>',
        ],
      },
      [{ kind: 'sparklines' }, { kind: 'conditionalFormat' }],
    ],
    'names of what is no worksheet, and further print areas': [
      {
        workbook:
          '<definedNames><definedName name="x" localSheetId="7">1</definedName>' +
          `<definedName name="_xlnm.Print_Area" localSheetId="0">'Trang 1'!$A$1,'Trang 1'!$C$1</definedName></definedNames>`,
      },
      [{ kind: 'printAreas' }, { kind: 'names', detail: 'x' }],
    ],
    'columns: their formats, groups and page breaks': [
      {
        sheets: [
          '<cols><col min="1" max="2" style="3" outlineLevel="1"/></cols><sheetData/><colBreaks><brk id="2"/></colBreaks>',
        ],
      },
      [{ kind: 'columnBreaks' }, { kind: 'columnStyles' }, { kind: 'outline' }],
    ],
    'the way of calculating, and the advice not to write': [
      { workbook: '<fileSharing readOnlyRecommended="1"/><calcPr calcMode="manual"/>' },
      [{ kind: 'calculation' }, { kind: 'readOnlyAdvice' }],
    ],
    'What-If tables, each by its cells': [
      {
        sheets: [
          '<sheetData><row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="0" dtr="0" r1="C1"/><v>1</v></c></row></sheetData>',
        ],
      },
      [{ sheet: 'Trang 1', kind: 'dataTables', detail: 'A1:A2' }],
    ],
    'what nobody here knows': [
      { sheets: ['<sheetData/><somethingNew/>'], parts: { 'xl/somethingElse.xml': '<x/>' } },
      [
        { sheet: null, kind: 'other', detail: 'xl/somethingElse.xml' },
        { sheet: 'Trang 1', kind: 'other', detail: 'somethingNew' },
      ],
    ],
  };
  test.each(Object.entries(files))('%s', async (_, [file, expected]) => {
    expect(await lostFrom(file)).toEqual(expected.map((loss) => expect.objectContaining(loss) as unknown));
  });

  test('each once, however often it stands there', async () => {
    const tail = '<sheetData/><ignoredErrors/><extLst><ext><x14:ignoredErrors/></ext></extLst>';
    expect(await lostFrom({ sheets: [tail] })).toEqual([{ sheet: 'Trang 1', kind: 'ignoredErrors', detail: '' }]);
  });

  test('what a printer, a preview and the order of calculation say is no loss', async () => {
    const parts = {
      'xl/printerSettings/printerSettings1.bin': 'x',
      'docProps/thumbnail.wmf': 'x',
      'xl/calcChain.xml': 'x',
    };
    expect(await lostFrom({ parts })).toEqual([]);
  });
});
