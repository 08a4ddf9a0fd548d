import { columnName } from '../spreadsheet/plan';
import { absoluteArea, parseArea, splitReferences } from './addresses';
import { MAX_FORMULA } from './limits';
import { type Area, MAX_COLUMNS, MAX_ROWS } from './model/areas';
import type { PageSetup } from './model/pageSetup';
import { quoteSheetName } from './model/references';
import type { DefinedName, SheetId } from './model/snapshot';
import { elements, encodeXml, innerText, isOn } from './xml';

const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';

/** A sheet as names know it: by its id here, and by its name and place in the file. */
export interface NamedSheet {
  id: SheetId;
  name: string;
  page: PageSetup;
}

/**
 * The names of a workbook as a part of `workbook.xml`, print areas and titles among them; empty without any. The library
 * would write none of them hidden, and print areas without quotes.
 */
export function writeNames(names: DefinedName[], sheets: NamedSheet[]): string {
  const written: string[] = [];
  const add = (name: string, text: string, place: number, { hidden }: { hidden: boolean }): void => {
    const scope = place < 0 ? '' : ` localSheetId="${place}"`;
    written.push(
      `<definedName name="${encodeXml(name)}"${scope}${hidden ? ' hidden="1"' : ''}>${encodeXml(text)}</definedName>`,
    );
  };
  sheets.forEach(({ name, page }, place) => {
    const sheet = `${quoteSheetName(name)}!`;
    if (page.printArea) add(PRINT_AREA, sheet + absoluteArea(page.printArea), place, { hidden: false });
    const titles = titleReferences(page).map((reference) => sheet + reference);
    if (titles.length > 0) add(PRINT_TITLES, titles.join(','), place, { hidden: false });
  });
  for (const { name, formula, scope, visible } of names) {
    const place = sheets.findIndex((sheet) => sheet.id === scope);
    // A name of a sheet that is no longer there has nothing to belong to.
    if (scope === null || place >= 0) add(name, formula.replace(/^=/, ''), place, { hidden: !visible });
  }
  return written.length === 0 ? '' : `<definedNames>${written.join('')}</definedNames>`;
}

function titleReferences({ titleColumns, titleRows }: PageSetup): string[] {
  const references: string[] = [];
  if (titleColumns) references.push(`$${columnName(titleColumns.first)}:$${columnName(titleColumns.last)}`);
  if (titleRows) references.push(`$${titleRows.first + 1}:$${titleRows.last + 1}`);
  return references;
}

/** What names of a file say about printing a sheet. */
export type PrintNames = Pick<PageSetup, 'printArea' | 'titleRows' | 'titleColumns'>;

export interface ReadNames {
  names: DefinedName[];
  /** By the sheet's place in the file. */
  printing: Map<number, PrintNames>;
  /** Names of sheets that are no worksheets. */
  dropped: string[];
}

/** Names from `workbook.xml`; `idAt` gives the id of the sheet at a place, undefined where that is no worksheet. */
export function readNames(workbook: string, idAt: (place: number) => SheetId | undefined): ReadNames {
  const names: DefinedName[] = [];
  const dropped: string[] = [];
  const printing = new Map<number, PrintNames>();
  for (const element of elements(workbook, 'definedName')) {
    const { name = '', localSheetId, hidden } = element.attributes;
    const text = innerText(element)?.trim() ?? '';
    const place = localSheetId === undefined ? -1 : Number(localSheetId);
    if (name.startsWith('_xlnm.')) {
      const known = printing.get(place) ?? { printArea: null, titleRows: null, titleColumns: null };
      printing.set(place, { ...known, ...readPrintName(name, text) });
      continue;
    }
    const scope = place < 0 ? null : idAt(place);
    if (scope === undefined) dropped.push(name);
    else if (name !== '' && text !== '') names.push({ name, formula: `=${text}`, scope, visible: !isOn(hidden) });
  }
  return { names, printing, dropped };
}

function readPrintName(name: string, text: string): Partial<PrintNames> {
  const areas = splitReferences(text.slice(0, MAX_FORMULA))
    .map(parseArea)
    .filter((area) => area !== null);
  // Of several print areas the first is kept: the stand-in has one.
  if (name === PRINT_AREA) return { printArea: areas[0] ?? null };
  if (name !== PRINT_TITLES) return {};
  const wholeRows = areas.find((area) => area.columns === MAX_COLUMNS);
  const wholeColumns = areas.find((area) => area.rows === MAX_ROWS);
  return {
    titleRows: wholeRows ? span(wholeRows, 'row', 'rows') : null,
    titleColumns: wholeColumns ? span(wholeColumns, 'column', 'columns') : null,
  };
}

const span = (area: Area, start: 'row' | 'column', size: 'rows' | 'columns'): { first: number; last: number } => ({
  first: area[start],
  last: area[start] + area[size] - 1,
});
