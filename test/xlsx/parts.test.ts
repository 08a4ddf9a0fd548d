import { strFromU8, unzipSync } from 'fflate';
import { writeXlsx } from '../../src/xlsx';
import { protection, snapshot, type SheetParts } from './sample';

/** A part of the file that is written for sheets. */
async function part(path: string, sheets: SheetParts[], activeSheet = 'sheet-1'): Promise<string> {
  const parts = unzipSync(await writeXlsx(snapshot(sheets, { activeSheet })));
  const found = parts[path];
  if (found === undefined) throw new Error(`no part ${path}`);
  return strFromU8(found);
}
const SHEET = 'xl/worksheets/sheet1.xml';

describe('what only shows in the parts, for Excel to find', () => {
  test('a result that is an error is one, and a text that looks like one is not', async () => {
    const xml = await part(SHEET, [
      { cells: { A1: { f: '=1/0', v: '#DIV/0!', t: 1 }, A2: { f: '="#"&1', v: '#1', t: 1 } } },
    ]);
    expect(xml).toContain('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>');
    expect(xml).toContain('<c r="A2" t="str"><f>"#"&amp;1</f><v>#1</v></c>');
  });

  test('the active sheet is the only one selected', async () => {
    const sheets = [{}, {}];
    expect(await part('xl/worksheets/sheet2.xml', sheets, 'sheet-2')).toContain('tabSelected="1"');
    expect(await part(SHEET, sheets, 'sheet-2')).not.toContain('tabSelected');
    expect(await part('xl/workbook.xml', sheets, 'sheet-2')).toContain('activeTab="1"');
  });

  test('a hidden sheet is not the active one', async () => {
    expect(await part('xl/workbook.xml', [{ hidden: 1 }, {}])).toContain('activeTab="1"');
  });

  test('the usual height of rows is said to be chosen only where it is not Excel’s own', async () => {
    expect(await part(SHEET, [{ defaultRowHeight: 24 }])).toContain('defaultRowHeight="18" customHeight="1"');
    expect(await part(SHEET, [{}])).not.toContain('customHeight');
  });

  test('the file asks Excel to calculate everything when it opens the file', async () => {
    expect(await part('xl/workbook.xml', [{}])).toContain('fullCalcOnLoad="1"');
  });

  test('a leading apostrophe is a flag of the format, not a letter', async () => {
    const cells = { A1: { v: '=1+1', t: 1, custom: { quoted: true } } };
    expect(await part('xl/styles.xml', [{ cells }])).toMatch(/<xf [^>]*quotePrefix="1"/);
    expect(await part('xl/styles.xml', [{ cells }])).not.toContain('quoted');
  });

  test('a sheet is called by its name', async () => {
    const xml = await part('xl/workbook.xml', [{ name: "Cụm 1, d'A", cells: {}, custom: {} }]);
    expect(xml).toContain('name="Cụm 1, d&apos;A"');
  });

  test('permissions are written the other way about: 1 forbids', async () => {
    const xml = await part(SHEET, [
      { custom: { protection: { ...protection, allowSort: true, allowEditObjects: true } } },
    ]);
    const tag = /<sheetProtection [^>]*>/.exec(xml)?.[0] ?? '';
    expect(tag).toContain('sort="0"');
    expect(tag).toContain('autoFilter="1"');
    expect(tag).not.toContain('objects="1"');
    expect(tag).toContain('scenarios="1"');
  });

  test('no hour of writing, so that equal workbooks give equal files', async () => {
    expect(await part('docProps/core.xml', [{}])).not.toContain('modified');
  });
});
