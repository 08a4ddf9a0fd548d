import type {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  IBorderData,
  ICellData,
  IStyleData,
  Nullable,
  TextDecoration,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';

export type HorizontalAlignment = 'general' | 'left' | 'center' | 'right' | 'justify';
export type VerticalAlignment = 'top' | 'center' | 'bottom';
export type BorderStyle = 'none' | 'thin' | 'medium' | 'thick' | 'double' | 'dashed' | 'dotted' | 'hair';
export type BorderEdge = 'top' | 'bottom' | 'left' | 'right';

/** Colours are `#RRGGBB`; sizes of type are points. */
export interface CellStyle {
  fontName: string;
  fontSize: number;
  bold: boolean;
  italic: boolean;
  underline: 'none' | 'single' | 'double';
  fontColor: string;
  fill: string | null;
  horizontal: HorizontalAlignment;
  vertical: VerticalAlignment;
  wrap: boolean;
  indent: number;
  textRotation: number;
  shrinkToFit: boolean;
  numberFormat: string;
  locked: boolean;
  borders: Partial<Record<BorderEdge, { style: BorderStyle; color: string }>>;
}

/** What a snapshot keeps for a cell beside Univer's fields. */
export interface CellCustom {
  /** Absent means locked; true keeps a cell without any format apart from a row that has one. */
  locked?: boolean;
  /** Text with a leading apostrophe. */
  quoted?: true;
  /** Absent means not. */
  shrinkToFit?: true;
}

/** What a cell looks like that was never formatted: Excel's Normal style. */
export const DEFAULT_STYLE: CellStyle = {
  fontName: 'Calibri',
  fontSize: 11,
  bold: false,
  italic: false,
  underline: 'none',
  fontColor: '#000000',
  fill: null,
  horizontal: 'general',
  vertical: 'bottom',
  wrap: false,
  indent: 0,
  textRotation: 0,
  shrinkToFit: false,
  numberFormat: 'General',
  locked: true,
  borders: {},
};

/** Members of Univer's enums, as numbers: this layer uses its types only, so that the pane never loads it. */
const TRUE: BooleanNumber = 1;
const DOUBLE_LINE: TextDecoration = 10;
const WRAP: WrapStrategy = 3;

/** One step of Excel's indent, in Univer's pixels. */
const INDENT_PIXELS = 9;

const HORIZONTAL: Record<HorizontalAlignment, HorizontalAlign> = {
  general: 0,
  left: 1,
  center: 2,
  right: 3,
  justify: 4,
};
const VERTICAL: Record<VerticalAlignment, VerticalAlign> = {
  top: 1,
  center: 2,
  bottom: 3,
};
const BORDERS: Record<BorderStyle, BorderStyleTypes> = {
  none: 0,
  thin: 1,
  medium: 8,
  thick: 13,
  double: 7,
  dashed: 4,
  dotted: 3,
  hair: 2,
};
const EDGES: Record<BorderEdge, 't' | 'b' | 'l' | 'r'> = { top: 't', bottom: 'b', left: 'l', right: 'r' };

/** The entries of a record with known keys. */
function entries<K extends string, V>(record: Partial<Record<K, V>>): [K, V][] {
  // A record typed by its keys holds no others here: all are literals of this file or CellStyle's own.
  return Object.entries(record) as [K, V][];
}

/** A record read the other way round. Every cell that is read asks, so it is made once. */
function reversed<K extends string, V>(record: Record<K, V>): ReadonlyMap<Nullable<V>, K> {
  return new Map(entries<K, V>(record).map(([key, value]) => [value, key]));
}

const HORIZONTAL_KEYS = reversed(HORIZONTAL);
const VERTICAL_KEYS = reversed(VERTICAL);
const BORDER_KEYS = reversed(BORDERS);
const EDGE_ENTRIES = entries(EDGES);

function readBorders(bd: Nullable<IBorderData>): CellStyle['borders'] {
  const borders: CellStyle['borders'] = {};
  if (!bd) return borders;
  for (const [edge, key] of EDGE_ENTRIES) {
    const line = bd[key];
    const style = BORDER_KEYS.get(line?.s) ?? 'none';
    if (style !== 'none') borders[edge] = { style, color: line?.cl?.rgb ?? '#000000' };
  }
  return borders;
}

/** A cell's number format. */
export function numberFormatOf(style: Nullable<IStyleData>): string {
  return style?.n?.pattern ?? DEFAULT_STYLE.numberFormat;
}

/** A cell's style in Excel's terms, from Univer's style and the cell's `custom`. */
export function toCellStyle(style: Nullable<IStyleData>, custom?: CellCustom): CellStyle {
  const underlined = style?.ul?.s === TRUE;
  return {
    fontName: style?.ff ?? DEFAULT_STYLE.fontName,
    fontSize: style?.fs ?? DEFAULT_STYLE.fontSize,
    bold: style?.bl === TRUE,
    italic: style?.it === TRUE,
    underline: !underlined ? 'none' : style.ul?.t === DOUBLE_LINE ? 'double' : 'single',
    fontColor: style?.cl?.rgb ?? DEFAULT_STYLE.fontColor,
    fill: style?.bg?.rgb ?? null,
    horizontal: HORIZONTAL_KEYS.get(style?.ht) ?? 'general',
    vertical: VERTICAL_KEYS.get(style?.vt) ?? 'bottom',
    wrap: style?.tb === WRAP,
    indent: Math.round((style?.pd?.l ?? 0) / INDENT_PIXELS),
    textRotation: style?.tr?.a ?? 0,
    shrinkToFit: custom?.shrinkToFit ?? false,
    numberFormat: numberFormatOf(style),
    locked: custom?.locked ?? true,
    borders: readBorders(style?.bd),
  };
}

function writeBorders(borders: CellStyle['borders']): IBorderData {
  const bd: IBorderData = {};
  for (const [edge, line] of entries(borders)) {
    if (line.style !== 'none') bd[EDGES[edge]] = { s: BORDERS[line.style], cl: { rgb: line.color.toUpperCase() } };
  }
  return bd;
}

/** Univer's style for a style in Excel's terms; what is Excel's default is left out, so equal looks give equal data. */
export function toStyleData(style: CellStyle): IStyleData {
  const data: IStyleData = {};
  if (style.fontName !== DEFAULT_STYLE.fontName) data.ff = style.fontName;
  if (style.fontSize !== DEFAULT_STYLE.fontSize) data.fs = style.fontSize;
  if (style.bold) data.bl = TRUE;
  if (style.italic) data.it = TRUE;
  if (style.underline === 'single') data.ul = { s: TRUE };
  if (style.underline === 'double') data.ul = { s: TRUE, t: DOUBLE_LINE };
  if (style.fontColor !== DEFAULT_STYLE.fontColor) data.cl = { rgb: style.fontColor.toUpperCase() };
  if (style.fill !== null) data.bg = { rgb: style.fill.toUpperCase() };
  if (style.horizontal !== 'general') data.ht = HORIZONTAL[style.horizontal];
  if (style.vertical !== 'bottom') data.vt = VERTICAL[style.vertical];
  if (style.wrap) data.tb = WRAP;
  if (style.indent !== 0) data.pd = { l: style.indent * INDENT_PIXELS };
  if (style.textRotation !== 0) data.tr = { a: style.textRotation };
  if (style.numberFormat !== DEFAULT_STYLE.numberFormat) data.n = { pattern: style.numberFormat };
  const bd = writeBorders(style.borders);
  if (Object.keys(bd).length > 0) data.bd = bd;
  return data;
}

const NO_FLAGS: CellCustom = {};

/** What a cell has beside Univer's fields; whatever else its `custom` holds is left out. */
export function cellCustomOf(cell: Nullable<ICellData>): CellCustom {
  if (!cell?.custom) return NO_FLAGS;
  const custom: Record<string, unknown> = cell.custom;
  const { locked, shrinkToFit, quoted } = custom;
  return (
    toCellCustom({ locked: locked !== false, shrinkToFit: shrinkToFit === true, quoted: quoted === true }) ?? NO_FLAGS
  );
}

/** The cell's `custom` for its flags; null where all are at their defaults. */
export function toCellCustom(flags: { locked: boolean; shrinkToFit: boolean; quoted: boolean }): CellCustom | null {
  const custom: CellCustom = {};
  if (!flags.locked) custom.locked = false;
  if (flags.shrinkToFit) custom.shrinkToFit = true;
  if (flags.quoted) custom.quoted = true;
  return Object.keys(custom).length > 0 ? custom : null;
}
