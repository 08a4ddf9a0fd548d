import { messageOf } from '../thrown';
import type { IWorkbookData } from '@univerjs/core';
import { UnreadableFile } from './errors';
import { readWithHucre, type FileWorkbook } from './hucre';
import { defaultLimits, type ReadLimits } from './limits';
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

/** Something a file holds that the model has no place for; `sheet` is null for the whole workbook. */
export interface OmittedFeature {
  sheet: string | null;
  what: string;
}

export interface ReadOptions {
  /** The name of the workbook, usually the file's. */
  name?: string;
  limits?: Partial<ReadLimits>;
  /** Called for whatever is left out. */
  onLeftOut?: (leftOut: OmittedFeature) => void;
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
  opened.beside.forEach((what) => options.onLeftOut?.({ sheet: null, what }));
  return assemble(workbook, parts, opened, { formats, rowFormats }, limits, options);
}

/** The parts the library is to read, without what it would misread: formats of dates, and endless columns. */
function prepare(
  parts: Parts,
  { sheets, stylesPath }: OpenPackage,
): { readable: Parts; formats: CellFormat[]; probes: FormatProbes } {
  const readable: Parts = {};
  for (const [path, part] of Object.entries(parts)) {
    if (NEEDED.test(path)) readable[path] = part;
  }
  const probes = rowFormatProbes(sheets);
  for (const [index, { path, head, cells, tail }] of sheets.entries()) {
    const probing = index === probes.sheet ? probes.xml : '';
    readable[path] = bytesOf(replaceElement(head, 'cols', () => '') + cells + probing + tail);
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
    const why = messageOf(cause);
    throw new UnreadableFile('damaged', `The workbook cannot be read: ${why}`, undefined, { cause });
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
  limits: ReadLimits,
  options: ReadOptions,
): IWorkbookData {
  const font = defaultFontOf(workbook);
  const reading = { ...startReading(workbook, font, formats, limits, options), parts };
  const idOf = (index: number): string => `sheet-${index + 1}`;
  const { names, printing } = readNames(opened.workbook, (place) => {
    const index = opened.sheets.findIndex((sheet) => sheet.place === place);
    return index < 0 ? undefined : idOf(index);
  });
  const sheets: IWorkbookData['sheets'] = {};
  opened.sheets.forEach((part, index) => {
    const sheet = workbook.sheets[index];
    if (sheet?.name !== part.name) throw new UnreadableFile('damaged', 'A sheet is missing.', part.path);
    sheets[idOf(index)] = readSheet(idOf(index), part, sheet, printing.get(part.place), reading);
  });
  const { title = '', creator = '', subject = '', description = '' } = workbook.properties ?? {};
  const custom: WorkbookCustom = {
    names,
    properties: { title, author: creator, subject, comments: description },
    activeSheet: idOf(activeIndex(opened)),
  };
  const plain = font.name === DEFAULT_FONT.name && font.size === DEFAULT_FONT.size;
  return {
    ...emptyWorkbook(options.name ?? ''),
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

function startReading(
  { themeColors: theme = [] }: FileWorkbook,
  font: Font,
  { formats, rowFormats }: Formats,
  limits: ReadLimits,
  options: ReadOptions,
): Omit<Reading, 'parts'> {
  return {
    cells: new CellReader(formats, theme, font, rowFormats),
    theme,
    digit: digitWidth(font),
    limits,
    leaveOut: (sheet, what) => options.onLeftOut?.({ sheet, what }),
  };
}

/** The sheet the file opens on; the first visible one where the file names none that can be shown. */
function activeIndex({ workbook, sheets }: OpenPackage): number {
  const place = Number(elements(workbook, 'workbookView')[0]?.attributes['activeTab'] ?? 0);
  const named = sheets.findIndex((sheet) => sheet.place === place && sheet.visibility === 'visible');
  return Math.max(0, named < 0 ? sheets.findIndex((sheet) => sheet.visibility === 'visible') : named);
}
