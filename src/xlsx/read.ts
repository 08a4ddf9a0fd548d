import type { IWorkbookData } from '@univerjs/core';
import { readWorkbookCarried } from './carried';
import { UnreadableFile } from './errors';
import { longestChain } from './chains';
import { findLosses } from './findLosses';
import { readWithHucre, type FileWorkbook } from './hucre';
import { Budget, defaultLimits, type ReadLimits } from './limits';
import { numberDates } from './isoDates';
import { distinctLosses, type Loss } from './losses';
import { emptyWorkbook, type WorkbookCustom } from './model/snapshot';
import { readNames } from './definedNameXml';
import { numberFormats, type CellFormat } from './numberFormats';
import { openPackage, type OpenPackage } from './openPackage';
import { CellReader } from './readCells';
import { readSheet, type Reading } from './readSheet';
import { type FormatProbes, type RowFormats, rowFormatProbes, takeProbes } from './rowFormats';
import { DEFAULT_FONT, type Font } from './styles';
import { digitWidth } from './units';
import { elements, replaceElement } from './xml';
import { bytesOf, pack, textOf, unpack, type Parts } from './zip';

export interface ReadOptions {
  /** The name of the workbook, usually the file's. */
  name?: string;
  limits?: Partial<ReadLimits>;
  /** Called once for each thing that is left out. */
  onLeftOut?: (loss: Loss) => void;
}

/**
 * The snapshot of an .xlsx file, with cached results as values. Throws {@link UnreadableFile} for what is no workbook,
 * damaged, encrypted or too large to be one; what the model has no place for is reported to `onLeftOut`.
 */
export async function readXlsx(bytes: Uint8Array, options: ReadOptions = {}): Promise<IWorkbookData> {
  const limits = { ...defaultLimits, ...options.limits };
  const parts = unpack(bytes, limits);
  const opened = openPackage(parts, limits);
  const { readable, formats, probes } = prepare(parts, opened);
  const workbook = await decode(readable, opened);
  const rowFormats = takeProbes(workbook.sheets, probes);
  const losses = findLosses(parts, opened);
  const leaveOut = (loss: Loss): unknown => losses.push(loss);
  const budget = new Budget(limits);
  const data = assemble(
    workbook,
    parts,
    opened,
    { formats, rowFormats },
    { budget, leaveOut, name: options.name ?? '' },
  );
  budget.spend('chain', longestChain(data, limits.chain), 'longChain', '');
  distinctLosses(losses).forEach((loss) => options.onLeftOut?.(loss));
  return data;
}

/** The parts the library is to read, without what it would misread: formats of dates, dates in ISO form, and endless columns. */
function prepare(
  parts: Parts,
  { sheets, stylesPath, stringsPath }: OpenPackage,
): { readable: Parts; formats: CellFormat[]; probes: FormatProbes } {
  const readable: Parts = {};
  for (const [path, part] of Object.entries(parts)) {
    if (NEEDED.test(path) || path === stringsPath) readable[path] = part;
  }
  const probes = rowFormatProbes(sheets);
  for (const [index, { path, head, cells, tail }] of sheets.entries()) {
    const probing = index === probes.sheet ? probes.xml : '';
    readable[path] = bytesOf(replaceElement(head, 'cols', () => '') + numberDates(cells) + probing + tail);
  }
  const styles = stylesPath === undefined ? undefined : parts[stylesPath];
  if (stylesPath === undefined || styles === undefined) return { readable, formats: [], probes };
  const listed = numberFormats(textOf(styles));
  readable[stylesPath] = bytesOf(listed.styles);
  return { readable, formats: listed.formats, probes };
}

const NEEDED =
  /^\[Content_Types\]\.xml$|^_rels\/\.rels$|^docProps\/|workbook\d*\.xml|styles\d*\.xml$|sharedStrings\d*\.xml$|theme\d*\.xml$/i;

async function decode(parts: Parts, { sheets }: OpenPackage): Promise<FileWorkbook> {
  const wanted = new Set(sheets.map(({ name }) => name));
  try {
    return await readWithHucre(pack(parts, 0), { readStyles: true, sheets: ({ name }) => wanted.has(name) });
  } catch (cause) {
    throw new UnreadableFile('undecodable', '', { cause });
  }
}

interface Formats {
  formats: CellFormat[];
  rowFormats: RowFormats;
}

function assemble(
  workbook: FileWorkbook,
  parts: Parts,
  opened: OpenPackage,
  formats: Formats,
  { budget, leaveOut, name }: Pick<Reading, 'budget' | 'leaveOut'> & { name: string },
): IWorkbookData {
  const font = defaultFontOf(workbook);
  const { themeColors: theme = [] } = workbook;
  const cells = new CellReader(formats.formats, theme, font, formats.rowFormats, budget);
  const reading: Reading = { parts, cells, theme, digit: digitWidth(font), budget, taken: new Set(), leaveOut };
  const idOf = (index: number): string => `sheet-${index + 1}`;
  const { names, printing, dropped } = readNames(opened.workbook, (place) => {
    const index = opened.sheets.findIndex((sheet) => sheet.place === place);
    return index < 0 ? undefined : idOf(index);
  });
  budget.spend('names', names.length + dropped.length, 'manyNames', opened.workbookPath);
  dropped.forEach((detail) => leaveOut({ sheet: null, kind: 'names', detail }));
  const sheets: IWorkbookData['sheets'] = {};
  opened.sheets.forEach((part, index) => {
    const sheet = workbook.sheets[index];
    if (sheet?.name !== part.name) throw new UnreadableFile('sheetMissing', part.path);
    sheets[idOf(index)] = readSheet(idOf(index), part, sheet, printing.get(part.place), reading);
  });
  const { title = '', creator = '', subject = '', description = '' } = workbook.properties ?? {};
  const custom: WorkbookCustom = {
    names,
    properties: { title, author: creator, subject, comments: description },
    activeSheet: idOf(activeIndex(opened)),
    carried: readWorkbookCarried(parts, opened.workbookPath, opened.workbook),
  };
  const plain = font.name === DEFAULT_FONT.name && font.size === DEFAULT_FONT.size;
  return {
    ...emptyWorkbook(name),
    styles: reading.cells.styles,
    ...(!plain && { defaultStyle: { ff: font.name, fs: font.size } }),
    sheetOrder: opened.sheets.map((_, index) => idOf(index)),
    sheets,
    // A WorkbookCustom is a record; an interface only lacks the index signature that says so.
    custom: { ...custom },
  };
}

function defaultFontOf({ defaultFont }: FileWorkbook): Font {
  return { name: defaultFont?.name ?? DEFAULT_FONT.name, size: defaultFont?.size ?? DEFAULT_FONT.size };
}

/** The sheet the file opens on; the first visible one where the file names none that can be shown. */
function activeIndex({ workbook, sheets }: OpenPackage): number {
  const place = Number(elements(workbook, 'workbookView')[0]?.attributes['activeTab'] ?? 0);
  const named = sheets.findIndex((sheet) => sheet.place === place && sheet.visibility === 'visible');
  return Math.max(0, named < 0 ? sheets.findIndex((sheet) => sheet.visibility === 'visible') : named);
}
