import { UnreadableFile } from './errors';
import { extentsOf, foldRows, trimCells } from './extent';
import type { ReadLimits } from './limits';
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
  /** Whether rows and empty cells beyond the last cell that holds something were left out of `cells`. */
  trimmed: boolean;
}

export interface OpenPackage {
  workbookPath: string;
  workbook: string;
  stylesPath: string | undefined;
  stringsPath: string | undefined;
  sheets: SheetPart[];
}

/**
 * Finds the parts of a workbook and makes sure that each is whole, and that they hold no more than `limits` says; parts get the
 * names by which others refer to them. Throws {@link UnreadableFile}.
 */
export function openPackage(parts: Parts, limits: ReadLimits): OpenPackage {
  alignNames(parts);
  const workbookPath = findWorkbook(parts);
  const workbook = wholePart(parts, workbookPath, 'workbook');
  if (isOn(firstElement(workbook, 'workbookPr')?.attributes['date1904'])) {
    throw new UnreadableFile('dates1904');
  }
  const related = relations(parts, workbookPath);
  const pathOf = (kind: string): string | undefined => related.find((relation) => relation.kind === kind)?.path;
  const stylesPath = pathOf('styles');
  if (stylesPath !== undefined) wholePart(parts, stylesPath, 'styleSheet');
  const stringsPath = pathOf('sharedStrings');
  if (stringsPath !== undefined) wholePart(parts, stringsPath, 'sst');
  const listed = elements(workbook, 'sheet');
  if (listed.length > limits.sheets) throw new UnreadableFile('manySheets', String(listed.length));
  const known = new Map(related.map((relation) => [relation.id, relation]));
  const sheets = listed.flatMap(({ attributes }, place): SheetPart[] => {
    const relation = known.get(attributes['id'] ?? '');
    const { name } = attributes;
    if (relation === undefined || name === undefined) throw new UnreadableFile('sheetMissing', name);
    if (relation.kind !== 'worksheet') return [];
    const cut = cutSheet(wholePart(parts, relation.path, 'worksheet'), relation.path);
    const cells = foldRows(cut.cells);
    return [
      {
        name,
        path: relation.path,
        place,
        visibility: visibilityOf(attributes['state']),
        ...cut,
        cells,
        trimmed: false,
      },
    ];
  });
  if (sheets.length === 0) throw new UnreadableFile('noSheets');
  if (new Set(sheets.map(({ path }) => path)).size < sheets.length) throw new UnreadableFile('partTwice', workbookPath);
  return { workbookPath, workbook, stylesPath, stringsPath, sheets: withinLimits(sheets, limits) };
}

/** Sheets that span no more than can be read; formats of empty cells far from all others are left behind. */
function withinLimits(sheets: readonly SheetPart[], limits: ReadLimits): SheetPart[] {
  let [spanned, written] = [0, 0];
  return sheets.map((sheet) => {
    const { all, filled } = extentsOf(sheet.cells, sheet.path);
    const trimmed = all.rows * all.columns > limits.cellsPerSheet;
    const kept = trimmed ? filled : all;
    if (kept.rows * kept.columns > limits.cellsPerSheet) throw new UnreadableFile('wideSheet', sheet.path);
    spanned += kept.rows * kept.columns;
    written += all.cells;
    if (spanned > limits.spannedCells || written > limits.cells) throw new UnreadableFile('manyCells', sheet.path);
    return trimmed ? { ...sheet, cells: trimCells(sheet.cells, filled), trimmed } : sheet;
  });
}

/** Names in a package are the same in whatever case: each part gets the name that a relation gives it. */
function alignNames(parts: Parts): void {
  const known = new Map(Object.keys(parts).map((path) => [path.toLowerCase(), path]));
  const align = (wanted: string): void => {
    const part = parts[known.get(wanted.toLowerCase()) ?? ''];
    if (part === undefined || parts[wanted] !== undefined) return;
    delete parts[known.get(wanted.toLowerCase()) ?? ''];
    parts[wanted] = part;
    known.set(wanted.toLowerCase(), wanted);
  };
  align('[Content_Types].xml');
  const visited = new Set(['']);
  for (const path of visited) {
    align(relationsPath(path));
    for (const relation of relations(parts, path)) {
      align(relation.path);
      visited.add(relation.path);
    }
  }
}

const visibilityOf = (state: string | undefined): SheetPart['visibility'] =>
  state === 'hidden' || state === 'veryHidden' ? state : 'visible';

function findWorkbook(parts: Parts): string {
  const root = relations(parts, '').find(({ kind }) => kind === 'officeDocument')?.path;
  if (parts['[Content_Types].xml'] === undefined || root === undefined) {
    throw new UnreadableFile('noWorkbook');
  }
  if (root.endsWith('.bin')) throw new UnreadableFile('binary');
  const text = parts[root] === undefined ? '' : textOf(parts[root].subarray(0, 2_000));
  if (!/<(?:\w+:)?workbook[\s>]/.test(text)) {
    throw new UnreadableFile('otherDocument');
  }
  return root;
}

/** A part belongs to one place only: one that is listed thousands of times would be read as often. */
export function takePart(taken: Set<string>, path: string): void {
  if (taken.has(path)) throw new UnreadableFile('partTwice', path);
  taken.add(path);
}

export interface Relation {
  id: string;
  kind: string;
  /** The part it leads to; of an address outside of the package nothing that exists. */
  path: string;
  /** As it stands in the file. */
  target: string;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Where the relations of a part stand; the package itself is the part with an empty path. */
export const relationsPath = (path: string): string =>
  `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;

/** What a part refers to. */
export function relations(parts: Parts, path: string): Relation[] {
  const folder = folderOf(path);
  const part = parts[relationsPath(path)];
  if (part === undefined) return [];
  return elements(textOf(part), 'Relationship').map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
    id: Id,
    kind: Type.slice(Type.lastIndexOf('/') + 1),
    path: resolve(folder, Target),
    target: Target,
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
export function wholePart(parts: Parts, path: string, root: string): string {
  const part = parts[path];
  if (part === undefined) throw new UnreadableFile('partMissing', path);
  const text = textOf(part);
  const whole = new RegExp(`(?:</(?:[\\w.-]+:)?${root}\\s*>|<(?:[\\w.-]+:)?${root}[^<>]*/>)\\s*$`);
  // A tag that another begins in is none; comments and CDATA may hold anything.
  const torn = !text.includes('<!') && /<[^<>]*</.test(text);
  if (torn || !whole.test(text.slice(-400))) {
    throw new UnreadableFile('partBreaksOff', path);
  }
  return text;
}

function cutSheet(xml: string, path: string): Pick<SheetPart, 'head' | 'cells' | 'tail'> {
  const open = /<((?:[\w.-]+:)?sheetData)(?=[\s/>])[^<>]*>/.exec(xml);
  if (open === null) throw new UnreadableFile('noCells', path);
  const start = open.index + open[0].length;
  const close = open[0].endsWith('/>') ? start : xml.lastIndexOf(`</${open[1] ?? ''}`);
  if (close < start) throw new UnreadableFile('partBreaksOff', path);
  return { head: xml.slice(0, start), cells: xml.slice(start, close), tail: xml.slice(close) };
}

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
