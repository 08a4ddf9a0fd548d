import { strToU8, unzipSync, zipSync } from 'fflate';
import { wordUnreadable } from '../../src/locales/files';
import { type Loss, type ReadLimits, readXlsx, UnreadableFile, writeXlsx } from '../../src/xlsx';
import { wrongWords } from '../support/wrongLanguage';
import { packageOf, zip } from './package';
import { snapshot } from './sample';

const failureOf = (bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<unknown> =>
  readXlsx(bytes, { limits }).then(
    () => 'was read',
    (thrown: unknown) => thrown,
  );

/** The code a file is refused with. */
async function refusal(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<string> {
  const error = await failureOf(bytes, limits);
  if (error instanceof UnreadableFile) {
    // The place is a part of the file or a cell, and never what a library says in English.
    expect(wrongWords(wordUnreadable(error, 'vi'), 'vi')).toEqual([]);
    expect(wrongWords(wordUnreadable(error, 'en'), 'en', [error.part])).toEqual([]);
    return error.code;
  }
  throw new Error(`not refused by name: ${String(error)}`);
}

/** The very reason. */
async function reason(bytes: Uint8Array): Promise<string> {
  const error = await failureOf(bytes);
  return error instanceof UnreadableFile ? error.reason : String(error);
}

/** Rows of which each adds one to the row above. */
const chain = (length: number): string =>
  Array.from(
    { length },
    (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><f>${n === 0 ? '1' : `A${n}+1`}</f></c></row>`,
  ).join('');

const ole = (stream: string): Uint8Array => {
  const bytes = new Uint8Array(4_096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((letter, index) => (bytes[1_024 + 2 * index] = letter.charCodeAt(0)));
  return bytes;
};
const sample = () => writeXlsx(snapshot([{ cells: { A1: { v: 'Điểm', t: 1 }, A2: { v: 1, t: 2 } } }]));

describe('what is no workbook', () => {
  const files: Record<string, Uint8Array> = {
    nothing: new Uint8Array(0),
    text: strToU8('tên,điểm\nKiên Giang,95'),
    'some other zip': zip({ 'a.txt': 'a' }),
    'a document of Word': zip({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels':
        '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': '<w:document xmlns:w="w"><w:body/></w:document>',
    }),
    'a table of OpenDocument': zip({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': '<x/>',
    }),
  };
  test.each(Object.entries(files))('%s', async (_, bytes) => expect(await refusal(bytes)).toBe('notAWorkbook'));

  test('an old .xls is called by its name', async () => expect(await refusal(ole('Workbook'))).toBe('oldFormat'));
  test('a file with a password', async () => expect(await refusal(ole('EncryptedPackage'))).toBe('encrypted'));
  test('an .xlsb', async () => {
    const rels =
      '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>';
    expect(await refusal(zip({ '[Content_Types].xml': '<Types/>', '_rels/.rels': rels, 'xl/workbook.bin': 'x' }))).toBe(
      'unsupported',
    );
  });
  test('a workbook that counts days from 1904', async () => {
    expect(await refusal(packageOf({ workbook: '<workbookPr date1904="1"/>' }))).toBe('unsupported');
  });
});

describe('what is damaged', () => {
  test('a file that breaks off, wherever', async () => {
    const bytes = await sample();
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      expect(await refusal(bytes.subarray(0, Math.floor(bytes.length * share)))).toBe('damaged');
    }
  });

  test('a flipped bit in any part that is read', async () => {
    const bytes = await sample();
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml']) {
      const copy = bytes.slice();
      // 60 bytes after its name, well within the part's packed content.
      const place = Buffer.from(copy).indexOf(name) + name.length + 60;
      copy[place] = (copy[place] ?? 0) ^ 0x10;
      expect(await refusal(copy)).toBe('damaged');
    }
  });

  const broken: Record<string, Parameters<typeof packageOf>[0]> = {
    'a sheet that breaks off': {
      sheets: ['<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>'],
    },
    'a sheet that breaks off after its cells': {
      sheets: ['<?xml version="1.0"?><worksheet><sheetData></sheetData><mergeCells>'],
    },
    'strings that break off': { strings: '<?xml version="1.0"?><sst><si><t>a</t></si>' },
    'styles that break off': { styles: '<?xml version="1.0"?><styleSheet><fonts>' },
    'a sheet without cells': { sheets: ['<sheetViews/>'] },
    'a missing sheet': { parts: { 'xl/worksheets/sheet1.xml': null } },
    'a workbook without relations': { parts: { 'xl/_rels/workbook.xml.rels': null } },
    'a workbook without sheets': { sheets: [] },
    'a part with a name of JavaScript': {
      parts: {
        '_rels/.rels':
          '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/constructor"/></Relationships>',
      },
    },
    'a formula longer than Excel takes': {
      sheets: [`<sheetData><row r="1"><c r="A1"><f>${'1+'.repeat(5_000)}1</f></c></row></sheetData>`],
    },
    'millions of tags that never end': {
      sheets: [`<sheetData>${'<row '.repeat(500_000)}</sheetData>${'<dataValidation sqref="'.repeat(200_000)}`],
    },
    'a cell beyond the last column': { sheets: ['<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>'] },
    'a cell beyond the last row': {
      sheets: ['<sheetData><row r="1048577"><c r="A1048577"><v>1</v></c></row></sheetData>'],
    },
    'merged ranges that overlap': {
      sheets: ['<sheetData/><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>'],
    },
    'a merged range that is none': { sheets: ['<sheetData/><mergeCells><mergeCell ref="hello"/></mergeCells>'] },
  };
  test.each(Object.entries(broken))('%s', async (_, file) => expect(await refusal(packageOf(file))).toBe('damaged'));
});

describe('what is too large', () => {
  test('a bomb, by what it says it unpacks to', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) }, { level: 9 });
    expect(await refusal(bomb)).toBe('tooLarge');
  });

  test('a bomb that lies about its size', async () => {
    const bytes = zipSync({ a: new Uint8Array(30_000_000) }, { level: 9 });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint32(directory + 24, 1_000, true);
    expect(await refusal(bytes)).toBe('damaged');
  });

  test('more parts than any workbook has', async () => {
    expect(await refusal(packageOf({}), { parts: 3 })).toBe('tooLarge');
  });

  test('two cells at opposite corners of a sheet', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(await refusal(packageOf({ sheets: [`<sheetData>${rows}</sheetData>`] }))).toBe('tooLarge');
  });

  const corners =
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2000"><c r="A2000"><v>1</v></c></row></sheetData>';
  const rowOf = (cells: string): string => `<sheetData><row r="1">${cells}</row></sheetData>`;
  const over: Record<string, [Parameters<typeof packageOf>[0], Partial<ReadLimits>]> = {
    'far corners on many sheets': [{ sheets: Array.from({ length: 5 }, () => corners) }, { spannedCells: 9_000 }],
    'more cells than can be read': [{ sheets: [rowOf('<c r="A1"/><c r="B1"/>'), rowOf('<c r="A1"/>')] }, { cells: 2 }],
    'cells that do not say where they stand': [{ sheets: [rowOf('<c/>'.repeat(6))] }, { cells: 5 }],
    'more sheets than can be read': [{ sheets: Array.from({ length: 3 }, () => '<sheetData/>') }, { sheets: 2 }],
    'merged ranges on many sheets': [
      { sheets: [1, 2].map(() => '<sheetData/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>') },
      { merges: 1 },
    ],
    'merged cells on many sheets': [
      { sheets: [1, 2].map(() => '<sheetData/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>') },
      { mergedCells: 7 },
    ],
    'more names than can be read': [
      {
        workbook:
          '<definedNames><definedName name="a">1</definedName><definedName name="b">1</definedName></definedNames>',
      },
      { names: 1 },
    ],
    'more rules than can be read': [
      {
        sheets: [
          '<sheetData/><dataValidations><dataValidation type="custom" sqref="A1"><formula1>1</formula1></dataValidation><dataValidation type="custom" sqref="A2"><formula1>1</formula1></dataValidation></dataValidations>',
        ],
      },
      { rules: 1 },
    ],
    'formulas that look at whole sheets': [{ sheets: [rowOf('<c r="A1"><f>SUM(C1:XFD1048576)</f></c>')] }, {}],
    'formulas that look at many cells together': [
      { sheets: [rowOf('<c r="A1"><f>SUM(B1:B9)</f></c><c r="C1"><f>SUM(B1:B9)</f></c>')] },
      { references: 17 },
    ],
    'a chain of formulas': [{ sheets: [`<sheetData>${chain(12)}</sheetData>`] }, { chain: 10 }],
  };
  test.each(Object.entries(over))('%s', async (_, [file, limits]) => {
    expect(await refusal(packageOf(file), limits)).toBe('tooLarge');
  });

  test('just within the limits is read', async () => {
    const sheets = [
      '<sheetData/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
      `<sheetData>${chain(10)}</sheetData>`,
    ];
    const limits = { sheets: 2, merges: 1, mergedCells: 4, spannedCells: 10, cells: 10, references: 9, chain: 10 };
    await expect(readXlsx(packageOf({ sheets }), { limits })).resolves.toBeDefined();
  });

  test('a part that is listed more than once, in the archive, among sheets or by drawings', async () => {
    const other = packageOf({ sheets: ['<sheetData/>', '<sheetData/>'] });
    const listed = Buffer.from(other).toString('latin1').replaceAll('sheet2.xml', 'sheet1.xml');
    expect(await reason(Buffer.from(listed, 'latin1'))).toBe('partTwice');
    const relations =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
    const sheet = '<sheet name="SHEET" sheetId="1" r:id="rId1"/>';
    const workbook = `<?xml version="1.0"?><workbook xmlns:r="r"><sheets>${sheet.repeat(3)}</sheets></workbook>`;
    const parts = { 'xl/_rels/workbook.xml.rels': relations, 'xl/workbook.xml': workbook };
    expect(await reason(packageOf({ parts }))).toBe('partTwice');
    const drawing =
      '<Relationships><Relationship Id="d" Type="x/drawing" Target="../drawings/drawing1.xml"/></Relationships>';
    const drawn = packageOf({
      sheets: [1, 2].map(() => '<sheetData/><drawing r:id="d"/>'),
      parts: {
        'xl/drawings/drawing1.xml': '<wsDr/>',
        'xl/worksheets/_rels/sheet1.xml.rels': drawing,
        'xl/worksheets/_rels/sheet2.xml.rels': drawing,
      },
    });
    expect(await reason(drawn)).toBe('partTwice');
  });

  test('a merged range over a whole sheet', async () => {
    const sheet = '<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    expect(await refusal(packageOf({ sheets: [sheet] }))).toBe('tooLarge');
  });
});

describe('what is only odd is read', () => {
  test('a format in the last cell of a sheet: it is dropped, what holds something stays', async () => {
    const lost: Loss[] = [];
    const sheet =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"/><c r="XFD1" s="0"/></row><row r="3" hidden="1"/>' +
      '<row r="1048576"><c r="B1048576" s="0"/></row></sheetData>';
    const data = await readXlsx(packageOf({ sheets: [sheet] }), { onLeftOut: (loss) => lost.push(loss) });
    expect(data.sheets['sheet-1']).toMatchObject({ rowCount: 200, columnCount: 30, cellData: { 0: { 0: { v: 1 } } } });
    expect(lost).toEqual([{ sheet: 'Trang 1', kind: 'farFormats', detail: '' }]);
  });

  test('parts are named in another case than where they are listed', async () => {
    const sheets = ['<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'];
    const parts = unzipSync(packageOf({ sheets, strings: '<si><t>Điểm</t></si>' }));
    for (const [from, to] of [
      ['[Content_Types].xml', '[content_types].xml'],
      ['xl/sharedStrings.xml', 'xl/SharedStrings.xml'],
      ['xl/worksheets/sheet1.xml', 'xl/Worksheets/Sheet1.xml'],
      ['xl/_rels/workbook.xml.rels', 'xl/_rels/Workbook.xml.rels'],
    ] as const) {
      parts[to] = parts[from] ?? new Uint8Array();
      delete parts[from];
    }
    const data = await readXlsx(zipSync(parts));
    expect(data.sheets['sheet-1']?.cellData?.[0]?.[0]?.v).toBe('Điểm');
  });

  test.each([
    ['2020-11-30', 44_165],
    ['2020-11-30T12:00:00.000Z', 44_165.5],
    ['1900-02-28', 59],
    ['1900-03-01', 61],
    ['T06:00:00', 0.25],
    ['06:00', 0.25],
    ['2020-02-30', '2020-02-30'],
    ['ngày mai', 'ngày mai'],
  ])('the ISO date %s is %s', async (text, expected) => {
    const sheet = `<sheetData><row r="1"><c r="A1" t="d"><v>${text}</v></c></row></sheetData>`;
    const data = await readXlsx(packageOf({ sheets: [sheet] }));
    expect(data.sheets['sheet-1']?.cellData?.[0]?.[0]?.v).toBe(expected);
  });

  test('a name and a validation over a whole sheet', async () => {
    const validations =
      '<dataValidations><dataValidation type="whole" operator="equal" sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>';
    const names = `<definedNames><definedName name="all">'Trang 1'!$A$1:$XFD$1048576</definedName></definedNames>`;
    const data = await readXlsx(packageOf({ sheets: [`<sheetData/>${validations}`], workbook: names }));
    expect(data.sheets['sheet-1']?.custom?.['validations']).toHaveLength(1);
  });

  test('an entity that would grow is left as it stands', async () => {
    const sheet =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';
    const data = await readXlsx(packageOf({ sheets: [sheet] }));
    expect(data.sheets['sheet-1']?.cellData?.[0]?.[0]?.v).toBe('&b;');
  });

  test('words that mean something to JavaScript only', async () => {
    const styles =
      '<fonts><font><name val="Calibri"/><sz val="11"/></font></fonts><borders><border/><border><top style="constructor"/></border></borders><cellXfs><xf/><xf borderId="1"><alignment horizontal="toString" vertical="__proto__"/></xf></cellXfs>';
    const sheet = '<sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>a</t></is></c></row></sheetData>';
    const file = packageOf({
      sheets: [sheet],
      styles,
      workbook: '<definedNames><definedName name="__proto__">1</definedName></definedNames>',
    });
    const data = await readXlsx(file);
    expect(data.sheets['sheet-1']?.cellData?.[0]?.[0]).toEqual({ v: 'a', t: 1 });
  });

  test('a file whose sheets are all hidden opens on the first', async () => {
    const workbook =
      '<?xml version="1.0"?><workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" state="hidden" r:id="rId1"/></sheets></workbook>';
    const data = await readXlsx(packageOf({ parts: { 'xl/workbook.xml': workbook } }));
    expect(data.custom?.['activeSheet']).toBe('sheet-1');
  });

  test('a message names the part', async () => {
    const file = packageOf({ sheets: ['<sheetViews/>'] });
    await expect(readXlsx(file)).rejects.toThrow('xl/worksheets/sheet1.xml');
  });
});
