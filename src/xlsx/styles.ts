import { readColor, writeColor } from './colors';
import type { FileStyle } from './hucre';
import {
  DEFAULT_STYLE,
  type BorderEdge,
  type BorderStyle,
  type CellStyle,
  type HorizontalAlignment,
  type VerticalAlignment,
} from './model/cellStyle';

type FileBorder = NonNullable<FileStyle['border']>;
type FileAlignment = NonNullable<FileStyle['alignment']>;
type FileFont = NonNullable<FileStyle['font']>;
type FileLine = NonNullable<FileBorder['top']>['style'];

export interface Font {
  name: string;
  /** Points. */
  size: number;
}
/** What a workbook's cells are set in where nothing else is said. */
export const DEFAULT_FONT: Font = { name: DEFAULT_STYLE.fontName, size: DEFAULT_STYLE.fontSize };

const EDGES: readonly BorderEdge[] = ['top', 'bottom', 'left', 'right'];

/** Lines of a file; the last ones have no like in the stand-in, and become the nearest. */
const LINES: Record<FileLine, Exclude<BorderStyle, 'none'>> = {
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  double: 'double',
  dashed: 'dashed',
  dotted: 'dotted',
  hair: 'hair',
  dashDot: 'dashed',
  dashDotDot: 'dotted',
  mediumDashed: 'medium',
  mediumDashDot: 'medium',
  mediumDashDotDot: 'medium',
  slantDashDot: 'medium',
};
const HORIZONTAL: Record<NonNullable<FileAlignment['horizontal']>, HorizontalAlignment> = {
  general: 'general',
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'justify',
  fill: 'left',
  centerContinuous: 'center',
  distributed: 'justify',
};
const VERTICAL: Record<NonNullable<FileAlignment['vertical']>, VerticalAlignment> = {
  top: 'top',
  center: 'center',
  bottom: 'bottom',
  justify: 'top',
  distributed: 'center',
};

/** The library passes on whatever word a file has; only those of the format are taken. */
function knownValue<K extends string, V>(words: Record<K, V>, word: K | undefined): V | undefined {
  return word !== undefined && Object.hasOwn(words, word) ? words[word] : undefined;
}

/** Text stacked letter under letter, in Office.js and in a file. */
const STACKED = { here: 180, file: 255 };

/** The library's style for a cell's; what is missing there means the workbook's default. */
export function writeStyle(style: CellStyle, defaultFont: Font): FileStyle {
  const file: FileStyle = {};
  const font = writeFont(style, defaultFont);
  const fill = writeColor(style.fill);
  const border = writeBorders(style.borders);
  const alignment = writeAlignment(style);
  if (font) file.font = font;
  if (fill) file.fill = { type: 'pattern', pattern: 'solid', fgColor: fill };
  if (border) file.border = border;
  if (alignment) file.alignment = alignment;
  if (style.numberFormat !== DEFAULT_STYLE.numberFormat) file.numFmt = style.numberFormat;
  if (!style.locked) file.protection = { locked: false };
  return file;
}

function writeFont(style: CellStyle, defaultFont: Font): FileFont | undefined {
  const font: FileFont = { name: style.fontName, size: style.fontSize };
  if (style.bold) font.bold = true;
  if (style.italic) font.italic = true;
  if (style.underline !== 'none') font.underline = style.underline;
  const color = style.fontColor === DEFAULT_STYLE.fontColor ? undefined : writeColor(style.fontColor);
  if (color) font.color = color;
  const plain = Object.keys(font).length === 2 && font.name === defaultFont.name && font.size === defaultFont.size;
  return plain ? undefined : font;
}

function writeBorders(borders: CellStyle['borders']): FileBorder | undefined {
  const file: FileBorder = {};
  for (const edge of EDGES) {
    const line = borders[edge];
    if (line === undefined || line.style === 'none') continue;
    const color = writeColor(line.color);
    file[edge] = { style: line.style, ...(color && { color }) };
  }
  return Object.keys(file).length > 0 ? file : undefined;
}

function writeAlignment(style: CellStyle): FileAlignment | undefined {
  const file: FileAlignment = {};
  if (style.horizontal !== DEFAULT_STYLE.horizontal) file.horizontal = style.horizontal;
  if (style.vertical !== DEFAULT_STYLE.vertical) file.vertical = style.vertical;
  if (style.wrap) file.wrapText = true;
  if (style.shrinkToFit) file.shrinkToFit = true;
  if (style.indent > 0) file.indent = style.indent;
  const turn = style.textRotation;
  // A file counts to 90 against the clock, then from 91 to 180 with it.
  if (turn === STACKED.here) file.textRotation = STACKED.file;
  else if (turn !== 0) file.textRotation = turn > 0 ? turn : 90 - turn;
  return Object.keys(file).length > 0 ? file : undefined;
}

/** A cell's style for the library's; `numberFormat` is passed apart because the library would take dates from it. */
export function readStyle(
  file: FileStyle,
  numberFormat: string,
  theme: readonly string[],
  defaultFont: Font,
): CellStyle {
  const { font, alignment = {} } = file;
  const underline = String(font?.underline ?? '');
  return {
    fontName: font?.name ?? defaultFont.name,
    fontSize: font?.size ?? defaultFont.size,
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    underline: !font?.underline ? 'none' : underline.startsWith('double') ? 'double' : 'single',
    fontColor: readColor(font?.color, theme) ?? DEFAULT_STYLE.fontColor,
    fill: readFill(file.fill, theme) ?? null,
    horizontal: knownValue(HORIZONTAL, alignment.horizontal) ?? 'general',
    vertical: knownValue(VERTICAL, alignment.vertical) ?? 'bottom',
    wrap: alignment.wrapText ?? false,
    indent: alignment.indent ?? 0,
    textRotation: readRotation(alignment.textRotation ?? 0),
    shrinkToFit: alignment.shrinkToFit ?? false,
    numberFormat,
    locked: file.protection?.locked ?? true,
    borders: readBorders(file.border, theme),
  };
}

/** The colour of a fill: a solid one has its colour in front, and in conditional formats behind. */
export function readFill(
  fill: FileStyle['fill'],
  theme: readonly string[],
  { conditional } = { conditional: false },
): string | undefined {
  if (fill?.type === 'gradient') return readColor(fill.stops[0]?.color, theme);
  if (fill === undefined || (fill.pattern === 'none' && !conditional)) return undefined;
  const color = conditional ? (fill.bgColor ?? fill.fgColor) : (fill.fgColor ?? fill.bgColor);
  return readColor(color, theme);
}

function readBorders(border: FileStyle['border'], theme: readonly string[]): CellStyle['borders'] {
  const borders: CellStyle['borders'] = {};
  for (const edge of EDGES) {
    const side = border?.[edge];
    const style = side === undefined ? undefined : knownValue(LINES, side.style);
    if (style !== undefined) borders[edge] = { style, color: readColor(side?.color, theme) ?? '#000000' };
  }
  return borders;
}

function readRotation(turn: number): number {
  if (turn === STACKED.file) return STACKED.here;
  if (!(turn > 0 && turn <= 180)) return 0;
  return turn <= 90 ? turn : 90 - turn;
}
