import { isErrorValue } from './errorValues';
import type { PageSetup } from './model/pageSetup';
import type { SheetProtection } from './model/snapshot';
import { replaceQuotedMarks } from './numberFormats';
import { passwordAttributes } from './protection';
import { bytesOf, textOf, type Parts } from './zip';

/** What a sheet has that the library cannot write. */
export interface SheetPatch {
  active: boolean;
  /** Points. */
  defaultRowHeight: number;
  /** In the file's unit. */
  defaultColumnWidth: number;
  protection: SheetProtection | null;
  page: PageSetup;
  /** Rows from 0 with a format of their own, and of each a cell that has the same. */
  rowFormats: ReadonlyMap<number, string>;
}

/** Puts into the finished parts what the library cannot write; `sheets` stand in the file's order. */
export function patchParts(parts: Parts, sheets: SheetPatch[], names: string): void {
  edit(parts, 'xl/styles.xml', (xml) => orderFontChildren(replaceQuotedMarks(xml)));
  edit(parts, 'xl/workbook.xml', (xml) => xml.replace('</sheets>', () => `</sheets>${names}`));
  // The library states the hour of writing, so that equal workbooks would give unequal files.
  edit(parts, 'docProps/core.xml', (xml) => xml.replace(/<dcterms:modified[^]*?<\/dcterms:modified>/, ''));
  sheets.forEach((sheet, place) => edit(parts, `xl/worksheets/sheet${place + 1}.xml`, (xml) => patchSheet(xml, sheet)));
}

/** Changes a part that the library has written. */
export function edit(parts: Parts, path: string, change: (xml: string) => string): void {
  const part = parts[path];
  if (part === undefined) throw new Error(`The library wrote no ${path}`);
  parts[path] = bytesOf(change(textOf(part)));
}

/** The order that the schema prescribes (CT_Font, also in differential formats); the library writes `color` before `sz`. */
const FONT_CHILDREN = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(
  ' ',
);

function orderFontChildren(styles: string): string {
  return styles.replace(/<font>((?:<\w+[^<>]*\/>)*)<\/font>/g, (_, inner: string) => {
    const position = (child: string): number => FONT_CHILDREN.indexOf(/\w+/.exec(child)?.[0] ?? '');
    const children = inner.match(/<[^<>]*>/g) ?? [];
    return `<font>${children.sort((a, b) => position(a) - position(b)).join('')}</font>`;
  });
}

const TEXT_RESULT = / t="str">(<f(?:\s[^>]*)?>[^<]*<\/f>)<v>(#[^<]*)<\/v>/g;

function patchSheet(xml: string, sheet: SheetPatch): string {
  const start = xml.indexOf('<sheetData');
  const end = Math.max(start, xml.lastIndexOf('</sheetData>'));
  return (
    patchHead(xml.slice(0, start), sheet) +
    patchRows(patchCells(xml.slice(start, end)), sheet) +
    patchTail(xml.slice(end), sheet)
  );
}

function patchHead(xml: string, { active, defaultRowHeight, defaultColumnWidth }: SheetPatch): string {
  const custom = defaultRowHeight === 15 ? '' : ' customHeight="1"';
  const format = `<sheetFormatPr defaultColWidth="${defaultColumnWidth}" defaultRowHeight="${defaultRowHeight}"${custom}/>`;
  const sized = xml.replace(/<sheetFormatPr[^>]*\/>/, () => format);
  return active ? sized.replace('<sheetView ', '<sheetView tabSelected="1" ') : sized;
}

/** A formula's result that is an error was written as text. */
function patchCells(xml: string): string {
  if (!xml.includes('<v>#')) return xml;
  return xml.replace(TEXT_RESULT, (whole, formula: string, text: string) =>
    isErrorValue(text) ? ` t="e">${formula}<v>${text}</v>` : whole,
  );
}

/** The format of a whole row. */
function patchRows(xml: string, { rowFormats }: SheetPatch): string {
  if (rowFormats.size === 0) return xml;
  const places = new Map([...xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)].map(([, cell, place]) => [cell, place]));
  return xml.replace(/<row r="(\d+)"/g, (tag, row: string) => {
    const place = places.get(rowFormats.get(Number(row) - 1));
    return place === undefined ? tag : `${tag} s="${place}" customFormat="1"`;
  });
}

function patchTail(xml: string, { protection, page }: SheetPatch): string {
  const number = page.firstPageNumber;
  const setup =
    (number === null ? '' : ` firstPageNumber="${number}" useFirstPageNumber="1"`) +
    (page.blackAndWhite ? ' blackAndWhite="1"' : '');
  const password = passwordAttributes(protection?.password ?? null);
  return xml
    .replace('<pageSetup ', () => `<pageSetup${setup} `)
    .replace('<sheetProtection ', () => `<sheetProtection${password} `);
}
