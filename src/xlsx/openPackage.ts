import { columnIndex } from './addresses';
import { UnreadableFile } from './errors';
import type { ReadLimits } from './limits';
import { MAX_COLUMNS, MAX_ROWS } from './model/areas';
import { elements, firstElement, isOn } from './xml';
import { textOf, type Parts } from './zip';

/** A worksheet of a package: its part is unpacked text, cut into what stands before, in and after its cells. */
export interface SheetPart {
  name: string;
  path: string;
  /** Its place among all sheets of the file, charts included: names count so. */
  place: number;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  head: string;
  cells: string;
  tail: string;
}

export interface OpenPackage {
  workbookPath: string;
  workbook: string;
  stylesPath: string | undefined;
  sheets: SheetPart[];
  /** What the file has beside worksheets: comments, tables, macros. Drawings are looked at with their sheets. */
  beside: string[];
}

/** Finds the parts of a workbook and makes sure that each is whole. Throws {@link UnreadableFile}. */
export function openPackage(parts: Parts, limits: ReadLimits): OpenPackage {
  const workbookPath = findWorkbook(parts);
  const workbook = wholePart(parts, workbookPath, 'workbook');
  if (isOn(firstElement(workbook, 'workbookPr')?.attributes['date1904'])) {
    throw new UnreadableFile(
      'unsupported',
      'The workbook counts dates from 1904; change that in Excel’s options first.',
    );
  }
  const related = relations(parts, workbookPath);
  const pathOf = (kind: string): string | undefined => related.find((relation) => relation.kind === kind)?.path;
  const stylesPath = pathOf('styles');
  if (stylesPath !== undefined) wholePart(parts, stylesPath, 'styleSheet');
  const stringsPath = pathOf('sharedStrings');
  if (stringsPath !== undefined) wholePart(parts, stringsPath, 'sst');
  const sheets = elements(workbook, 'sheet').flatMap(({ attributes }, place) => {
    const relation = related.find(({ id }) => id === attributes['id']);
    if (relation !== undefined && relation.kind !== 'worksheet') return [];
    if (relation === undefined || attributes['name'] === undefined) {
      throw new UnreadableFile('damaged', 'A sheet is listed that the file does not hold.', attributes['name']);
    }
    const cut = cutSheet(wholePart(parts, relation.path, 'worksheet'), relation.path);
    checkSpan(cut.cells, relation.path, limits);
    return [
      { name: attributes['name'], path: relation.path, place, visibility: visibilityOf(attributes['state']), ...cut },
    ];
  });
  if (sheets.length === 0) throw new UnreadableFile('damaged', 'The workbook has no worksheet.');
  return { workbookPath, workbook, stylesPath, sheets, beside: otherParts(Object.keys(parts)) };
}

const visibilityOf = (state: string | undefined): SheetPart['visibility'] =>
  state === 'hidden' || state === 'veryHidden' ? state : 'visible';

function findWorkbook(parts: Parts): string {
  const root = relations(parts, '').find(({ kind }) => kind === 'officeDocument')?.path;
  if (parts['[Content_Types].xml'] === undefined || root === undefined) {
    throw new UnreadableFile('notAWorkbook', 'The file is not an Excel workbook.');
  }
  if (root.endsWith('.bin')) throw new UnreadableFile('unsupported', 'The file is an .xlsb; save it as .xlsx first.');
  const text = parts[root] === undefined ? '' : textOf(parts[root].subarray(0, 2_000));
  if (!/<(?:\w+:)?workbook[\s>]/.test(text)) {
    throw new UnreadableFile('notAWorkbook', 'The file is an Office file, but not a workbook.');
  }
  return root;
}

export interface Relation {
  id: string;
  kind: string;
  path: string;
}

/** What a part refers to; the package itself is the part with an empty path. */
export function relations(parts: Parts, path: string): Relation[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const part = parts[`${folder}_rels/${path.slice(folder.length)}.rels`];
  if (part === undefined) return [];
  return elements(textOf(part), 'Relationship').map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
    id: Id,
    kind: Type.slice(Type.lastIndexOf('/') + 1),
    path: resolve(folder, Target),
  }));
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The text of a part; its root must be closed, for the library takes half a part without a word. */
function wholePart(parts: Parts, path: string, root: string): string {
  const part = parts[path];
  if (part === undefined) throw new UnreadableFile('damaged', 'A part of the workbook is missing.', path);
  const text = textOf(part);
  const whole = new RegExp(`(?:</(?:[\\w.-]+:)?${root}\\s*>|<(?:[\\w.-]+:)?${root}[^<>]*/>)\\s*$`);
  // A tag that another begins in is none; comments and CDATA may hold anything.
  const torn = !text.includes('<!') && /<[^<>]*</.test(text);
  if (torn || !whole.test(text.slice(-400))) {
    throw new UnreadableFile('damaged', 'A part of the workbook breaks off.', path);
  }
  return text;
}

function cutSheet(xml: string, path: string): Pick<SheetPart, 'head' | 'cells' | 'tail'> {
  const open = /<((?:[\w.-]+:)?sheetData)(?=[\s/>])[^<>]*>/.exec(xml);
  if (open === null) throw new UnreadableFile('damaged', 'A sheet has no place for cells.', path);
  const start = open.index + open[0].length;
  const close = open[0].endsWith('/>') ? start : xml.lastIndexOf(`</${open[1] ?? ''}`);
  if (close < start) throw new UnreadableFile('damaged', 'The cells of a sheet break off.', path);
  return { head: xml.slice(0, start), cells: xml.slice(start, close), tail: xml.slice(close) };
}

function checkSpan(cells: string, path: string, limits: ReadLimits): void {
  let [rows, columns] = [0, 0];
  for (const [, column = '', row = ''] of cells.matchAll(/\sr="([A-Za-z]+)(\d+)"/g)) {
    rows = Math.max(rows, Number(row));
    if (column.length > 1 || columns < 26) columns = Math.max(columns, columnIndex(column) + 1);
  }
  if (rows > MAX_ROWS || columns > MAX_COLUMNS) {
    throw new UnreadableFile('damaged', 'A cell stands outside of any sheet.', path);
  }
  if (rows * columns > limits.cellsPerSheet) {
    throw new UnreadableFile('tooLarge', 'A sheet spans more cells than can be read.', path);
  }
}

const OTHER_PARTS: [RegExp, string][] = [
  [/\/chartsheets\//, 'sheets that are a chart'],
  [/\/comments/, 'comments'],
  [/\/tables\//, 'tables'],
  [/\/pivotTables\//, 'pivot tables'],
  [/vbaProject/, 'macros'],
  [/\/externalLinks\//, 'links to other workbooks'],
];

const otherParts = (paths: string[]): string[] =>
  OTHER_PARTS.filter(([pattern]) => paths.some((path) => pattern.test(path))).map(([, what]) => what);

/** Whether a sheet is fitted to pages, and what else of its set-up the library does not read. */
export function pageExtras({ head, tail }: SheetPart): {
  firstPageNumber: number | null;
  blackAndWhite: boolean;
  fitToPage: boolean;
} {
  const setup = firstElement(tail, 'pageSetup')?.attributes ?? {};
  const number = Number(setup['firstPageNumber']);
  return {
    firstPageNumber: isOn(setup['useFirstPageNumber']) && Number.isInteger(number) ? number : null,
    blackAndWhite: isOn(setup['blackAndWhite']),
    fitToPage: isOn(firstElement(head, 'pageSetUpPr')?.attributes['fitToPage']),
  };
}
