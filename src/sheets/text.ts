/** How much room a text wants when it is wrapped: Excel and LibreOffice do not grow rows made by programs reliably. */

/** Widths of Times New Roman letters as a share of the type size; what is not listed counts as a broad letter. */
const NARROW = /[ilíìỉĩịjtfrI'’.,;:!()[\]/ -]/;
const BROAD = /[mwMWĐ%@—]/;
const UPPER = /\p{Lu}/u;

function letterWidth(letter: string): number {
  if (NARROW.test(letter)) return 0.31;
  if (BROAD.test(letter)) return 0.85;
  return UPPER.test(letter) ? 0.7 : 0.49;
}

/** The width of a text on one line, in points. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter) * fontSize;
  return width;
}

/** How many lines a text takes when wrapped between words into `width` points; at least 1. */
export function wrappedLines(text: string, width: number, fontSize: number): number {
  const space = letterWidth(' ') * fontSize;
  // Excel keeps about 5 points of a cell free at its sides.
  const room = Math.max(width - 5, fontSize);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const length = textWidth(word, fontSize);
      if (used > 0 && used + space + length > room) {
        lines += 1;
        used = 0;
      }
      const broken = Math.floor(length / room);
      lines += broken;
      used += (used > 0 ? space : 0) + length - broken * room;
    }
  }
  return lines;
}

/** The height of a row of such a cell in points, not above the 409 that Excel allows. */
export function wrappedHeight(text: string, width: number, fontSize: number): number {
  return Math.min(409, Math.ceil(wrappedLines(text, width, fontSize) * fontSize * 1.22 + 5));
}
