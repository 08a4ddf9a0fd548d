import type { IBorderData, IBorderStyleData, IStyleData } from '@univerjs/core';
import { readColor, writeColor } from './colors';
import type { FileStyle } from './hucre';

type FileBorder = NonNullable<FileStyle['border']>;
type FileSide = NonNullable<FileBorder['top']>;
type FileAlignment = NonNullable<FileStyle['alignment']>;
type FileFont = NonNullable<FileStyle['font']>;

export interface Font {
  name: string;
  size: number;
}
/** What a workbook's cells are set in where nothing else is said. */
export const DEFAULT_FONT: Font = { name: 'Calibri', size: 11 };

/** What Univer has no place for in a style; kept in the cell's `custom`. */
export interface StyleExtras {
  shrinkToFit?: true;
  locked?: false;
}

/** Names of border styles in a file, by Univer's numbers. */
const BORDERS = [
  undefined,
  'thin',
  'hair',
  'dotted',
  'dashed',
  'dashDot',
  'dashDotDot',
  'double',
  'medium',
  'mediumDashed',
  'mediumDashDot',
  'mediumDashDotDot',
  'slantDashDot',
  'thick',
] as const;
const HORIZONTAL = [undefined, 'left', 'center', 'right', 'justify', 'justify', 'distributed'] as const;
const VERTICAL = [undefined, 'top', 'center', 'bottom'] as const;
const UNDERLINE_DOUBLE = 10;
const WRAP = 3;
/** Univer has no indent; the workbook keeps a step of it as so many pixels of padding. */
const INDENT_PIXELS = 9;
/** Text stacked letter under letter. */
const STACKED = 255;

/** The library's style for a Univer style; missing parts mean the workbook's default. */
export function writeStyle(style: IStyleData, extras: StyleExtras, defaultFont: Font): FileStyle {
  const file: FileStyle = {};
  const font = writeFont(style, defaultFont);
  const fill = writeColor(style.bg?.rgb);
  const border = writeBorders(style.bd);
  const alignment = writeAlignment(style, extras);
  if (font) file.font = font;
  if (fill) file.fill = { type: 'pattern', pattern: 'solid', fgColor: fill };
  if (border) file.border = border;
  if (alignment) file.alignment = alignment;
  if (style.n?.pattern && style.n.pattern !== 'General') file.numFmt = style.n.pattern;
  if (extras.locked === false) file.protection = { locked: false };
  return file;
}

function writeFont(style: IStyleData, defaultFont: Font): FileFont | undefined {
  const color = writeColor(style.cl?.rgb);
  const font: FileFont = { name: style.ff ?? defaultFont.name, size: style.fs ?? defaultFont.size };
  if (style.bl === 1) font.bold = true;
  if (style.it === 1) font.italic = true;
  if (style.ul?.s === 1) font.underline = style.ul.t === UNDERLINE_DOUBLE ? 'double' : 'single';
  if (style.st?.s === 1) font.strikethrough = true;
  if (style.va === 2) font.vertAlign = 'subscript';
  if (style.va === 3) font.vertAlign = 'superscript';
  if (color) font.color = color;
  const plain = Object.keys(font).length === 2 && font.name === defaultFont.name && font.size === defaultFont.size;
  return plain ? undefined : font;
}

function writeBorders(borders: IStyleData['bd']): FileBorder | undefined {
  if (!borders) return undefined;
  const file: FileBorder = {};
  const pairs = [
    ['top', borders.t],
    ['bottom', borders.b],
    ['left', borders.l],
    ['right', borders.r],
  ] as const;
  for (const [edge, side] of pairs) {
    const name = side ? BORDERS[side.s] : undefined;
    if (!side || name === undefined) continue;
    const color = writeColor(side.cl.rgb);
    file[edge] = color ? { style: name, color } : { style: name };
  }
  return Object.keys(file).length > 0 ? file : undefined;
}

function writeAlignment(style: IStyleData, extras: StyleExtras): FileAlignment | undefined {
  const file: FileAlignment = {};
  const horizontal = HORIZONTAL[style.ht ?? 0];
  const vertical = VERTICAL[style.vt ?? 0];
  if (horizontal) file.horizontal = horizontal;
  if (vertical) file.vertical = vertical;
  if (style.tb === WRAP) file.wrapText = true;
  if (extras.shrinkToFit) file.shrinkToFit = true;
  const indent = Math.round((style.pd?.l ?? 0) / INDENT_PIXELS);
  if (indent > 0) file.indent = indent;
  const turned = style.tr;
  if (turned?.v === 1) file.textRotation = STACKED;
  // Univer turns clockwise; a file counts to 90 against the clock, then from 91 to 180 with it.
  else if (turned?.a) file.textRotation = turned.a < 0 ? -turned.a : 90 + turned.a;
  return Object.keys(file).length > 0 ? file : undefined;
}

/** A Univer style for the library's; `numberFormat` is passed apart because the library would take dates from it. */
export function readStyle(
  file: FileStyle,
  numberFormat: string,
  theme: readonly string[],
  defaultFont: Font,
): { style: IStyleData; extras: StyleExtras } {
  const style: IStyleData = readFont(file.font, theme, defaultFont);
  const fill = readFill(file.fill, theme);
  const borders = readBorders(file.border, theme);
  if (fill) style.bg = { rgb: fill };
  if (borders) style.bd = borders;
  if (numberFormat !== 'General') style.n = { pattern: numberFormat };
  const extras = readAlignment(file.alignment, style);
  if (file.protection?.locked === false) extras.locked = false;
  return { style, extras };
}

function readFont(font: FileFont | undefined, theme: readonly string[], defaultFont: Font): IStyleData {
  const style: IStyleData = {};
  const name = font?.name ?? defaultFont.name;
  const size = font?.size ?? defaultFont.size;
  if (name !== DEFAULT_FONT.name) style.ff = name;
  if (size !== DEFAULT_FONT.size) style.fs = size;
  if (font?.bold) style.bl = 1;
  if (font?.italic) style.it = 1;
  if (font?.underline) {
    style.ul = String(font.underline).startsWith('double') ? { s: 1, t: UNDERLINE_DOUBLE } : { s: 1 };
  }
  if (font?.strikethrough) style.st = { s: 1 };
  if (font?.vertAlign) style.va = font.vertAlign === 'subscript' ? 2 : 3;
  const color = readColor(font?.color, theme);
  // Black is what a cell has anyway; Excel states it in every font, by its theme.
  if (color !== undefined && color !== '#000000') style.cl = { rgb: color };
  return style;
}

/** The colour of a fill: a solid one has its colour in front, and in conditional formats behind. */
export function readFill(fill: FileStyle['fill'], theme: readonly string[], conditional = false): string | undefined {
  if (fill?.type === 'gradient') return readColor(fill.stops[0]?.color, theme);
  if (fill === undefined || (fill.pattern === 'none' && !conditional)) return undefined;
  const color = conditional ? (fill.bgColor ?? fill.fgColor) : (fill.fgColor ?? fill.bgColor);
  return readColor(color, theme);
}

function readBorders(border: FileStyle['border'], theme: readonly string[]): IBorderData | undefined {
  const data: IBorderData = {};
  const read = (side: FileSide | undefined): IBorderStyleData | undefined => {
    const number = side === undefined ? -1 : BORDERS.indexOf(side.style);
    return number < 1 ? undefined : { s: number, cl: { rgb: readColor(side?.color, theme) ?? '#000000' } };
  };
  const sides = { t: read(border?.top), b: read(border?.bottom), l: read(border?.left), r: read(border?.right) };
  if (sides.t) data.t = sides.t;
  if (sides.b) data.b = sides.b;
  if (sides.l) data.l = sides.l;
  if (sides.r) data.r = sides.r;
  return Object.keys(data).length > 0 ? data : undefined;
}

/** Sets what Univer has a place for in `style`; gives back the rest. */
function readAlignment(file: FileAlignment | undefined, style: IStyleData): StyleExtras {
  const extras: StyleExtras = {};
  if (file === undefined) return extras;
  const name = file.horizontal === 'centerContinuous' ? 'center' : file.horizontal;
  const horizontal = HORIZONTAL.findIndex((known) => known !== undefined && known === name);
  const vertical = VERTICAL.findIndex((known) => known !== undefined && known === file.vertical);
  if (horizontal > 0) style.ht = horizontal;
  if (vertical > 0) style.vt = vertical;
  if (file.wrapText) style.tb = WRAP;
  if (file.shrinkToFit) extras.shrinkToFit = true;
  if (file.indent) style.pd = { l: file.indent * INDENT_PIXELS };
  const turn = file.textRotation ?? 0;
  if (turn === STACKED) style.tr = { a: 0, v: 1 };
  else if (turn > 0 && turn <= 180) style.tr = { a: turn <= 90 ? -turn : turn - 90 };
  return extras;
}
