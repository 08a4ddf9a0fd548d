import type { IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { addCarried, addWorkbookCarried } from './carried';
import { writeColor } from './colors';
import { UnwritableWorkbook } from './errors';
import { writeWithHucre, type WriteSheet } from './hucre';
import { defaultLimits } from './limits';
import { requireDisjoint } from './merges';
import {
  DEFAULT_COLUMN_PIXELS,
  DEFAULT_ROW_PIXELS,
  type SheetCustom,
  sheetCustomOf,
  workbookCustomOf,
} from './model/snapshot';
import { writeNames } from './definedNameXml';
import { writePage } from './pageXml';
import { patchParts, type SheetPatch } from './patch';
import { writeProtection } from './protection';
import { writeConditionalFormat, writeValidation } from './rules';
import { writeColumns, writeRows } from './sizes';
import { DEFAULT_FONT, type Font } from './styles';
import { digitWidth, fileWidthOfPixels, pointsOfPixels } from './units';
import { CellWriter, type WrittenCells } from './writeCells';
import { addCharts } from './writeCharts';
import { pack, unpack } from './zip';

/** A sheet of the snapshot with what the workbook keeps for it beside Univer. */
interface Source {
  id: string;
  sheet: Partial<IWorksheetData>;
  custom: SheetCustom;
  name: string;
}

const NO_CELLS: WrittenCells['cells'] = new Map();

/**
 * An .xlsx file of a snapshot. Equal snapshots give equal bytes. Cached results are written as they stand in the
 * snapshot; Excel calculates all anew when it opens the file. Throws {@link UnwritableWorkbook} where a file cannot
 * hold what the snapshot holds.
 */
export async function writeXlsx(data: IWorkbookData): Promise<Uint8Array> {
  const custom = workbookCustomOf(data);
  const sources = data.sheetOrder.map((id) => sourceOf(data, id));
  const font = defaultFontOf(data);
  const active = activePlace(sources, custom.activeSheet);
  const writer = new CellWriter(data.styles, font);
  const contents = sources.map(({ sheet, name }) => writer.cells(sheet, name));
  const bytes = await codec({
    sheets: sources.map((source, place) => writeSheet(source, contents[place]?.cells ?? NO_CELLS, digitWidth(font))),
    properties: {
      title: custom.properties.title,
      creator: custom.properties.author,
      subject: custom.properties.subject,
      description: custom.properties.comments,
    },
    defaultFont: font,
    activeSheet: active,
  });
  const parts = unpack(bytes, defaultLimits);
  const names = writeNames(
    custom.names,
    sources.map(({ id, name, custom: { page } }) => ({ id, name, page })),
  );
  patchParts(
    parts,
    sources.map((source, place) => ({
      ...patchOf(source, place === active, digitWidth(font)),
      rowFormats: contents[place]?.rowFormats ?? new Map<number, string>(),
    })),
    names,
  );
  addCharts(
    parts,
    sources.map(({ custom: { charts } }) => charts),
    data,
  );
  sources.forEach(({ custom: { carried } }, place) => addCarried(parts, place + 1, carried));
  addWorkbookCarried(parts, custom.carried);
  return pack(parts, 4);
}

async function codec(options: Parameters<typeof writeWithHucre>[0]): Promise<Uint8Array> {
  try {
    return await writeWithHucre(options);
  } catch (cause) {
    // The library says in English what it cannot write: a sheet's name, a column beyond the last.
    throw new UnwritableWorkbook('refusedByCodec', '', { cause });
  }
}

function sourceOf(data: IWorkbookData, id: string): Source {
  const sheet = data.sheets[id];
  if (sheet === undefined) throw new UnwritableWorkbook('noSheet', id);
  return { id, sheet, custom: sheetCustomOf(sheet), name: sheet.name ?? '' };
}

function defaultFontOf({ defaultStyle, styles }: IWorkbookData): Font {
  const style: IStyleData = (typeof defaultStyle === 'string' ? styles[defaultStyle] : defaultStyle) ?? {};
  return { name: style.ff ?? DEFAULT_FONT.name, size: style.fs ?? DEFAULT_FONT.size };
}

/** Excel opens no file whose sheets are all hidden, and shows no hidden one first. */
function activePlace(sources: Source[], wanted: string): number {
  const visible = ({ sheet, custom }: Source): boolean => sheet.hidden !== 1 && !custom.veryHidden;
  const place = sources.findIndex((source) => source.id === wanted && visible(source));
  const shown = place < 0 ? sources.findIndex(visible) : place;
  if (shown < 0) throw new UnwritableWorkbook('noVisibleSheet', wanted);
  return shown;
}

function writeSheet({ sheet, custom, name }: Source, cells: WrittenCells['cells'], digit: number): WriteSheet {
  const { page, protection } = custom;
  const tabColor = writeColor(sheet.tabColor);
  const file: WriteSheet = {
    name,
    cells,
    merges: writeMerges(sheet, name),
    dataValidations: custom.validations.map((rule) => writeValidation(rule, name)),
    conditionalRules: custom.conditionalFormats.filter(({ kind }) => kind === undefined).map(writeConditionalFormat),
    view: { showGridLines: sheet.showGridlines !== 0, ...(tabColor && { tabColor }) },
    hidden: sheet.hidden === 1 && !custom.veryHidden,
    veryHidden: custom.veryHidden,
    ...writeRows(sheet, name),
    columns: writeColumns(sheet, name, digit),
    ...writePage(page, name),
  };
  const { xSplit = 0, ySplit = 0 } = sheet.freeze ?? {};
  if (xSplit > 0 || ySplit > 0) file.freezePane = { columns: Math.max(0, xSplit), rows: Math.max(0, ySplit) };
  if (protection) file.protection = writeProtection(protection);
  return file;
}

function writeMerges(sheet: Partial<IWorksheetData>, name: string): NonNullable<WriteSheet['merges']> {
  const merges = (sheet.mergeData ?? []).map(({ startRow, endRow, startColumn, endColumn }) => ({
    startRow,
    endRow,
    startCol: startColumn,
    endCol: endColumn,
  }));
  requireDisjoint(merges, () => new UnwritableWorkbook('mergesOverlap', name));
  return merges;
}

function patchOf({ sheet, custom }: Source, active: boolean, digit: number): Omit<SheetPatch, 'rowFormats'> {
  return {
    active,
    defaultRowHeight: pointsOfPixels(sheet.defaultRowHeight ?? DEFAULT_ROW_PIXELS),
    defaultColumnWidth: fileWidthOfPixels(sheet.defaultColumnWidth ?? DEFAULT_COLUMN_PIXELS, digit),
    protection: custom.protection,
    page: custom.page,
  };
}
