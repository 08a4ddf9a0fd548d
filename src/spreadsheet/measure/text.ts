/**
 * The width and height of a text in a cell: Excel and LibreOffice do not grow rows made by programs reliably. All lengths are
 * points. Text is set in Times New Roman.
 */
import { ADVANCES } from './advances';

export interface TextStyle {
  /** Type size. */
  size: number;
  bold?: boolean | undefined;
  italic?: boolean | undefined;
}

/** The highest row that Excel takes. */
export const MAX_ROW_HEIGHT = 409;

/** What Excel keeps free at both sides of a cell together: 5 pixels. */
const SIDES = 3.75;
/** Excel sets letters on whole pixels on screen: a line may come out broader than its letters. */
const SCREEN = 1.02;
/** Space above and below the text together. */
const AIR = 3;
const UNITS_PER_EM = 2048;
/** A letter that was not measured is as wide as the broadest. */
const UNKNOWN = UNITS_PER_EM;

const WIDTHS = {
  regular: parsed(ADVANCES.regular),
  bold: parsed(ADVANCES.bold),
  italic: parsed(ADVANCES.italic),
  boldItalic: parsed(ADVANCES.boldItalic),
};

function parsed(groups: string): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  for (const group of groups.split('\t')) {
    const sign = group.indexOf('=');
    for (const letter of group.slice(sign + 1)) widths.set(letter, Number(group.slice(0, sign)));
  }
  return widths;
}

/** The width of a text on one line. */
export function textWidth(text: string, { size, bold, italic }: TextStyle): number {
  const widths = WIDTHS[bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular'];
  let units = 0;
  // A letter and its tone may have been typed as two; the tone alone has no width.
  for (const letter of text.normalize('NFC')) units += widths.get(letter) ?? UNKNOWN;
  return (units * size) / UNITS_PER_EM;
}

/** The width of a column in which a text stands on one line: a number that is given less is shown as number signs. */
export function widthFor(text: string, style: TextStyle): number {
  return textWidth(text, style) * SCREEN + SIDES;
}

/**
 * How many lines a text takes in a cell of this width: broken at spaces and after hyphens, and inside a word that is longer
 * than the cell.
 */
export function linesOf(text: string, style: TextStyle, width: number): number {
  const available = Math.max((width - SIDES) / SCREEN, style.size);
  return text.split('\n').reduce((lines, paragraph) => lines + linesOfParagraph(paragraph, style, available), 0);
}

function linesOfParagraph(paragraph: string, style: TextStyle, available: number): number {
  let [lines, used] = [1, 0];
  for (const piece of pieces(paragraph)) {
    const word = textWidth(piece.trimEnd(), style);
    if (used > 0 && used + word > available) {
      lines += 1;
      used = 0;
    }
    if (word > available) {
      const { broken, left } = brokenWord(piece.trimEnd(), style, available);
      lines += broken;
      used = left;
    } else used += word;
    // A space at the end of a line hangs over.
    used += textWidth(piece.slice(piece.trimEnd().length), style);
  }
  return lines;
}

/** Words, each with the spaces behind it; a hyphen between letters ends a piece as well. */
function pieces(paragraph: string): string[] {
  return paragraph.match(/[^ ]*?(?:(?<=\p{L})[-–](?=\p{L})| +|$)/gu)?.filter((piece) => piece !== '') ?? [];
}

/** How often a word that is broader than a line is broken, and how far its rest goes. */
function brokenWord(word: string, style: TextStyle, available: number): { broken: number; left: number } {
  let [broken, left] = [0, 0];
  for (const letter of word.normalize('NFC')) {
    const width = textWidth(letter, style);
    if (left > 0 && left + width > available) {
      broken += 1;
      left = 0;
    }
    left += width;
  }
  return { broken, left };
}

/** Ascent, descent and leading of Times New Roman together, of its size. */
const LINE = 0.891 + 0.216 + 0.042;

/**
 * The height of a line of Times New Roman on paper, in whole pixels of a screen of 96 to the inch. Excel makes rows that it fits itself
 * two or three pixels a line higher, which paper would not fill. *Unproven*: how far apart Excel sets lines on screen.
 */
export function lineHeight(size: number): number {
  return (Math.ceil((size * LINE * 96) / 72) * 72) / 96;
}

/** The height of a row with such a cell, in whole pixels of Excel's screen; not limited to {@link MAX_ROW_HEIGHT}. */
export function heightOf(text: string, style: TextStyle, width: number): number {
  const height = linesOf(text, style, width) * lineHeight(style.size) + AIR;
  return Math.ceil((height * 96) / 72) * (72 / 96);
}
