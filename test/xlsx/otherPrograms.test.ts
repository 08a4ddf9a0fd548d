import { columnName } from '../../src/spreadsheet/plan';
import { readXlsx, writeXlsx, type Loss } from '../../src/xlsx';
import { packageOf } from './package';
import { cellOf, customOf, sheetOf, styleOf } from './sample';

const cells = (rows: string): string => `<sheetData>${rows}</sheetData>`;
const THEME = `<?xml version="1.0"?><a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="Office">
<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1>
</a:clrScheme></a:themeElements></a:theme>`;
const styles = (fonts: string, xfs: string, rest = ''): string =>
  `<fonts><font><sz val="11"/><name val="Calibri"/></font>${fonts}</fonts><fills><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.7999816888943144"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders><border/></borders><cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>${xfs}</cellXfs>${rest}`;

describe('texts that other programs wrote', () => {
  test('shared strings of one run, of several, and with phonetic marks', async () => {
    const strings = `<si><t xml:space="preserve"> một </t></si><si><r><rPr><b/></rPr><t>Điểm </t></r><r><t xml:space="preserve">chuẩn</t></r></si><si><t>a_x000D__x005F_x0041_</t></si>`;
    const row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>';
    const data = await readXlsx(packageOf({ sheets: [cells(row)], strings }));
    expect(['A1', 'B1', 'C1'].map((at) => cellOf(data, at)?.v)).toEqual([' một ', 'Điểm chuẩn', 'a\r_x0041_']);
  });

  test('inline strings, results of formulas, booleans and errors', async () => {
    const row = `<row r="1"><c r="A1" t="inlineStr"><is><t>trong ô</t></is></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>x</v></c>
<c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#REF!</v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`;
    const data = await readXlsx(packageOf({ sheets: [cells(row)] }));
    expect(['A1', 'B1', 'C1', 'D1', 'E1'].map((at) => cellOf(data, at))).toEqual([
      { v: 'trong ô', t: 1 },
      { f: '=A1&"x"', v: 'x', t: 1 },
      { v: 1, t: 3 },
      { f: '=#REF!', v: '#REF!', t: 1 },
      { f: '=1/0', v: '#DIV/0!', t: 1 },
    ]);
  });

  test('cells and rows that do not say where they stand', async () => {
    const data = await readXlsx(
      packageOf({ sheets: [cells('<row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>')] }),
    );
    expect(cellOf(data, 'B2')?.v).toBe(3);
  });

  test('parts whose elements carry a prefix', async () => {
    const sheet = `<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetPr><x:pageSetUpPr fitToPage="1"/></x:sheetPr><x:sheetData><x:row r="1" ht="30" customHeight="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const data = await readXlsx(packageOf({ sheets: [sheet] }));
    expect(cellOf(data, 'A1')?.v).toBe(7);
    expect(sheetOf(data).rowData?.[0]).toEqual({ h: 40 });
    expect(customOf(data).page.zoom).toEqual({ fitWidth: 1, fitHeight: 1 });
  });
});

describe('rows of which every cell is written to the last column', () => {
  const row = (number: number, first: string, style: string): string => {
    const rest = Array.from(
      { length: 16_383 },
      (_, column) => `<c r="${columnName(column + 1)}${number}" s="${style}"/>`,
    );
    return `<row r="${number}" spans="1:16384">${first}${rest.join('')}</row>`;
  };
  const bold = styles('<font><b/><sz val="11"/><name val="Calibri"/></font>', '<xf fontId="1" applyFont="1"/>');

  test('have the format of their empty cells, which are no contents', async () => {
    const rows = [1, 2, 3].map((number) => row(number, `<c r="A${number}" s="0"><v>${number}</v></c>`, '1'));
    const losses: Loss[] = [];
    const limits = { cells: 10, spannedCells: 10, cellsPerSheet: 10 };
    const data = await readXlsx(packageOf({ sheets: [cells(rows.join(''))], styles: bold }), {
      limits,
      onLeftOut: (loss) => losses.push(loss),
    });
    expect(losses).toEqual([]);
    const [first, third] = [sheetOf(data).rowData?.[0], sheetOf(data).rowData?.[2]];
    expect(data.styles[String(first?.s)]).toMatchObject({ bl: 1 });
    expect(third?.s).toBe(first?.s);
    expect(Object.keys(sheetOf(data).cellData?.[2] ?? {})).toEqual(['0']);
    expect(cellOf(data, 'A3')?.v).toBe(3);
  });

  test('count where they hold something', async () => {
    const filled = row(1, '<c r="A1"/>', '1').replaceAll('/>', '><v>1</v></c>');
    await expect(
      readXlsx(packageOf({ sheets: [cells(filled)], styles: bold }), { limits: { cells: 10 } }),
    ).rejects.toThrow();
  });
});

describe('formulas that other programs wrote', () => {
  test('numbers with a small exponent are those that were meant; texts and names of sheets stay', async () => {
    const formula = `IF(A1&lt;9.99999999999999999995e-06,"1e-06",'1e-07'!A1+2e+20+B1E5)`;
    const data = await readXlsx(
      packageOf({ sheets: [cells(`<row r="1"><c r="C1"><f>${formula}</f><v>0</v></c></row>`)] }),
    );
    expect(cellOf(data, 'C1')?.f).toBe(`=IF(A1<0.00001,"1e-06",'1e-07'!A1+200000000000000000000+B1E5)`);
  });

  test('a shared formula is unfolded: relative references move, fixed ones and texts stay', async () => {
    const rows = `<row r="2"><c r="B2"><f t="shared" ref="B2:C3" si="0">A1+$A$1+A$1+$A1+SUM(A1:B2)&amp;"A1"&amp;LOG10(A1)+'Trang 1'!A1</f><v>0</v></c><c r="C2"><f t="shared" si="0"/><v>0</v></c></row>
<row r="3"><c r="B3"><f t="shared" si="0"/><v>0</v></c></row>`;
    const data = await readXlsx(packageOf({ sheets: [cells(rows)] }));
    expect(cellOf(data, 'C2')?.f).toBe(`=B1+$A$1+B$1+$A1+SUM(B1:C2)&"A1"&LOG10(B1)+'Trang 1'!B1`);
    expect(cellOf(data, 'B3')?.f).toBe(`=A2+$A$1+A$1+$A2+SUM(A2:B3)&"A1"&LOG10(A2)+'Trang 1'!A2`);
  });

  test('an array formula keeps its area, and what it spilled is left to the calculation', async () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>';
    const data = await readXlsx(packageOf({ sheets: [cells(rows)] }));
    expect(cellOf(data, 'A1')).toEqual({ f: '=B1:B2*2', v: 2, t: 2, ref: 'A1:A2' });
    expect(cellOf(data, 'A2')).toBeUndefined();
    expect(cellOf(await readXlsx(await writeXlsx(data)), 'A1')?.ref).toBe('A1:A2');
  });
});

test('an array formula that does not say its area is one of its own cell', async () => {
  const rows = '<row r="1"><c r="A1"><f t="array">SUM(B1:B2*2)</f><v>2</v></c></row>';
  expect(cellOf(await readXlsx(packageOf({ sheets: [cells(rows)] })), 'A1')?.ref).toBe('A1');
});

describe('styles that other programs wrote', () => {
  test('colours of the theme with tint, of the palette, and with transparency', async () => {
    const fonts =
      '<font><color theme="1"/></font><font><color indexed="10"/></font><font><color rgb="FF00B050"/></font><font><color theme="0" tint="-0.5"/></font>';
    const xf = (font: number): string =>
      `<xf numFmtId="0" fontId="${font}" fillId="${font === 1 ? 2 : 0}" borderId="0"/>`;
    const row = [1, 2, 3, 4].map((n) => `<c r="${'ABCD'[n - 1]}1" s="${n}"><v>1</v></c>`).join('');
    const file = packageOf({
      sheets: [cells(`<row r="1">${row}</row>`)],
      styles: styles(fonts, [1, 2, 3, 4].map(xf).join('')),
      theme: THEME,
    });
    const data = await readXlsx(file);
    expect(styleOf(data, 'A1')).toEqual({ bg: { rgb: '#DAE3F3' } });
    expect(['B1', 'C1', 'D1'].map((at) => styleOf(data, at)?.cl?.rgb)).toEqual(['#FF0000', '#00B050', '#808080']);
  });

  test('number formats by number, and dates stay the numbers they are', async () => {
    const xf = (id: number): string =>
      `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>`;
    const row =
      '<row r="1"><c r="A1" s="1"><v>45292.123456789</v></c><c r="B1" s="2"><v>60</v></c><c r="C1" s="3"><v>0.5</v></c></row>';
    const numFmts = '<numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;ngày&quot; dd/mm/yyyy"/></numFmts>';
    const data = await readXlsx(
      packageOf({ sheets: [cells(row)], styles: numFmts + styles('', xf(14) + xf(164) + xf(9)) }),
    );
    expect(['A1', 'B1', 'C1'].map((at) => cellOf(data, at)?.v)).toEqual([45292.123456789, 60, 0.5]);
    expect(['A1', 'B1', 'C1'].map((at) => styleOf(data, at)?.n?.pattern)).toEqual([
      'm/d/yyyy',
      '"ngày" dd/mm/yyyy',
      '0%',
    ]);
  });

  test('the default font of the file goes to cells without a format too', async () => {
    const font =
      '<fonts><font><sz val="13"/><name val="Times New Roman"/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/></cellXfs>';
    const data = await readXlsx(
      packageOf({ sheets: [cells('<row r="1"><c r="A1"><v>1</v></c></row>')], styles: font }),
    );
    expect(styleOf(data, 'A1')).toEqual({ ff: 'Times New Roman', fs: 13 });
    expect(data.defaultStyle).toEqual({ ff: 'Times New Roman', fs: 13 });
    expect((await readXlsx(await writeXlsx(data))).defaultStyle).toEqual(data.defaultStyle);
  });

  test('widths count digits of the default font', async () => {
    const cols =
      '<cols><col min="1" max="2" width="9.140625" customWidth="1"/><col min="3" max="16384" width="20.7109375" hidden="1"/></cols>';
    const columns = sheetOf(await readXlsx(packageOf({ sheets: [`${cols}<sheetData/>`] }))).columnData ?? {};
    expect(columns[1]).toEqual({ w: 64 });
    expect(columns[2]).toEqual({ w: 145, hd: 1 });
    expect(Object.keys(columns).length).toBeLessThan(100);
  });
});

describe('rules that other programs wrote', () => {
  const leftOut: Loss[] = [];
  const read = (tail: string, dxfs = '') => {
    leftOut.length = 0;
    const file = packageOf({ sheets: [`<sheetData/>${tail}`], styles: styles('', '', dxfs) });
    return readXlsx(file, { onLeftOut: (what) => leftOut.push(what) });
  };

  test('a list from another sheet, as Excel keeps it in an extension', async () => {
    const data = await read(
      `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>'Danh mục'!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2:B9 D2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
    );
    expect(customOf(data).validations).toMatchObject([
      {
        type: 'list',
        formula1: "='Danh mục'!$A$1:$A$3",
        areas: [
          { row: 1, column: 1, rows: 8, columns: 1 },
          { row: 1, column: 3 },
        ],
      },
    ]);
  });

  test('a validation that only shows a prompt allows anything', async () => {
    const data = await read(
      '<dataValidations count="1"><dataValidation allowBlank="1" showInputMessage="1" sqref="A1" prompt="Nhập&#10;điểm"/></dataValidations>',
    );
    expect(customOf(data).validations).toMatchObject([
      { type: 'custom', formula1: '=TRUE', prompt: 'Nhập\nđiểm', showError: false },
    ]);
  });

  test('a conditional format that compares becomes one by formula', async () => {
    const rules = `<conditionalFormatting sqref="B2:B9"><cfRule type="cellIs" dxfId="0" priority="2" operator="between"><formula>1</formula><formula>$C$1</formula></cfRule><cfRule type="cellIs" dxfId="0" priority="3" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>`;
    const dxfs =
      '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>';
    const formats = customOf(await read(rules, dxfs)).conditionalFormats;
    expect(formats.map(({ formula }) => formula)).toEqual(['=AND(B2>=1,B2<=$C$1)', '=B2<0']);
    expect(formats[0]?.style).toEqual({ fontColor: '#9C0006', fill: '#FFC7CE' });
  });

  test('a conditional format that looks for a text or for blanks is read by the formula that the file gives as well', async () => {
    const rules = `<conditionalFormatting sqref="B2"><cfRule type="containsText" dxfId="0" priority="1" operator="containsText" text="1"><formula>NOT(ISERROR(SEARCH("1",B2)))</formula></cfRule><cfRule type="containsBlanks" dxfId="0" priority="2"><formula>LEN(TRIM(B2))=0</formula></cfRule></conditionalFormatting>`;
    const dxfs = '<dxfs count="1"><dxf><numFmt numFmtId="200" formatCode="&quot;7&quot;"/></dxf></dxfs>';
    expect(customOf(await read(rules, dxfs)).conditionalFormats).toMatchObject([
      { formula: '=NOT(ISERROR(SEARCH("1",B2)))', style: { numberFormat: '"7"' } },
      { formula: '=LEN(TRIM(B2))=0', style: { numberFormat: '"7"' } },
    ]);
    expect(leftOut).toEqual([]);
  });

  test('conditional formats of other kinds are known by their cells, reported, and not written again', async () => {
    const rule = (sqref: string, attributes: string, inner = ''): string =>
      `<conditionalFormatting sqref="${sqref}"><cfRule ${attributes}>${inner}</cfRule></conditionalFormatting>`;
    const extension =
      '<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="9"><xm:f>Khac!A1</xm:f></x14:cfRule><xm:sqref>H1 J1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';
    const data = await read(
      rule(
        'A1',
        'type="dataBar" priority="1"',
        '<dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar>',
      ) +
        rule('B1', 'type="iconSet" priority="2"', '<iconSet><cfvo type="percent" val="0"/></iconSet>') +
        rule('C1:C3', 'type="top10" dxfId="0" priority="3" rank="1"') +
        rule('D1', 'type="aboveAverage" dxfId="0" priority="4"') +
        rule('E1', 'type="duplicateValues" dxfId="0" priority="5"') +
        rule('F1', 'type="containsErrors" dxfId="0" priority="6"', '<formula>ISERROR(F1)</formula>') +
        rule('G1', 'type="cellIs" dxfId="0" priority="7" operator="lessThan"') +
        extension,
      '<dxfs count="1"><dxf><numFmt numFmtId="200" formatCode="&quot;7&quot;"/></dxf></dxfs>',
    );
    const found = customOf(data).conditionalFormats;
    expect(found.map(({ kind, areas }) => [kind, areas.map(({ row, column }) => [row, column])])).toEqual([
      ['DataBar', [[0, 0]]],
      ['IconSet', [[0, 1]]],
      ['TopBottom', [[0, 2]]],
      ['PresetCriteria', [[0, 3]]],
      ['PresetCriteria', [[0, 4]]],
      ['PresetCriteria', [[0, 5]]],
      ['CellValue', [[0, 6]]],
      [
        'PresetCriteria',
        [
          [0, 7],
          [0, 9],
        ],
      ],
    ]);
    const kinds = ['dataBar', 'iconSet', 'top10', 'aboveAverage', 'duplicateValues', 'containsErrors', 'cellIs'];
    for (const detail of kinds) expect(leftOut).toContainEqual({ sheet: 'Trang 1', kind: 'conditionalFormat', detail });
    const written = await readXlsx(await writeXlsx(data), { onLeftOut: (loss) => leftOut.push(loss) });
    expect(customOf(written).conditionalFormats).toEqual([]);
  });

  test('what cannot be kept is reported', async () => {
    await read(
      `<conditionalFormatting sqref="A1"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FF00FF00"/></colorScale></cfRule></conditionalFormatting><dataValidations><dataValidation type="time" sqref="A1"><formula1>0.5</formula1></dataValidation></dataValidations>`,
    );
    expect(leftOut).toEqual([
      { sheet: 'Trang 1', kind: 'validation', detail: 'time' },
      { sheet: 'Trang 1', kind: 'conditionalFormat', detail: 'colorScale' },
    ]);
  });

  test('protection says what is forbidden, and what it does not say is forbidden but for selecting', async () => {
    const data = await read(
      '<sheetProtection algorithmName="SHA-512" hashValue="a+b=" saltValue="c/d" spinCount="100000" sheet="1" formatCells="0"/>',
    );
    expect(customOf(data).protection).toMatchObject({
      allowFormatCells: true,
      allowSort: false,
      allowEditObjects: true,
      selectionMode: 'normal',
    });
    expect(customOf(await readXlsx(await writeXlsx(data))).protection).toEqual(customOf(data).protection);
  });
});

test('print areas and titles are found under names with commas and apostrophes', async () => {
  const names = `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'a,''b'!$A$1:$C$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'a,''b'!$A:$B,'a,''b'!$1:$2</definedName><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'a,''b'!$A$1:$C$9</definedName></definedNames>`;
  const { page } = customOf(await readXlsx(packageOf({ workbook: names })));
  expect(page.printArea).toEqual({ row: 0, column: 0, rows: 9, columns: 3 });
  expect(page.titleColumns).toEqual({ first: 0, last: 1 });
  expect(page.titleRows).toEqual({ first: 0, last: 1 });
});
