/** Advance widths read from a TrueType file: what the widths that the plans measure with are made from, and evaluated by. */
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/** Free fonts with the metrics of Times New Roman: every letter is exactly as wide. Only the first has all Vietnamese ones. */
const TWINS = ['Tinos', 'LiberationSerif'];
const FOLDERS = [
  '/usr/share/fonts/truetype/croscore',
  '/usr/share/fonts/truetype/liberation',
  '/usr/share/fonts/truetype/liberation2',
  '/usr/share/fonts/liberation-serif',
  '/Library/Fonts',
];
export const FACES = ['Regular', 'Bold', 'Italic', 'BoldItalic'] as const;
export type Face = (typeof FACES)[number];

/** The file of a face of such a font, searched in `folder` first; null where none is installed. */
export function fontFile(face: Face, folder: string | null = null): string | null {
  const folders = folder === null ? FOLDERS : [folder, ...FOLDERS];
  const files = TWINS.flatMap((twin) => folders.map((one) => join(one, `${twin}-${face}.ttf`)));
  return files.find((file) => existsSync(file)) ?? null;
}

export interface Font {
  unitsPerEm: number;
  /** The advance of a letter in units; null where the font has no such letter. */
  advance(letter: string): number | null;
}

/** Reads `head`, `hhea`, `hmtx` and the Unicode `cmap` (format 4) of a font. */
export function readFont(file: string): Font {
  const bytes = readFileSync(file);
  const tables = new Map<string, number>();
  for (let index = 0; index < bytes.readUInt16BE(4); index += 1) {
    const entry = 12 + 16 * index;
    tables.set(bytes.toString('latin1', entry, entry + 4), bytes.readUInt32BE(entry + 8));
  }
  const table = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`${file} has no table ${name}`);
    return offset;
  };
  const measured = bytes.readUInt16BE(table('hhea') + 34);
  const glyphOf = glyphs(bytes, table('cmap'));
  return {
    unitsPerEm: bytes.readUInt16BE(table('head') + 18),
    advance: (letter) => {
      const glyph = glyphOf(letter.codePointAt(0) ?? 0);
      return glyph === 0 ? null : bytes.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, measured - 1));
    },
  };
}

/** From code points to glyphs; 0 is a letter the font lacks. */
function glyphs(bytes: Buffer, cmap: number): (code: number) => number {
  const offsets = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, index) => {
    return cmap + bytes.readUInt32BE(cmap + 4 + 8 * index + 4);
  });
  const map = offsets.find((offset) => bytes.readUInt16BE(offset) === 4);
  if (map === undefined) throw new Error('no cmap of format 4');
  const size = bytes.readUInt16BE(map + 6);
  const at = (part: number, segment: number): number => map + 14 + part * size + (part > 0 ? 2 : 0) + 2 * segment;
  return (code) => {
    for (let segment = 0; segment < size / 2; segment += 1) {
      if (bytes.readUInt16BE(at(0, segment)) < code) continue;
      const start = bytes.readUInt16BE(at(1, segment));
      if (start > code) return 0;
      const delta = bytes.readUInt16BE(at(2, segment));
      const range = bytes.readUInt16BE(at(3, segment));
      if (range === 0) return (code + delta) % 65_536;
      const glyph = bytes.readUInt16BE(at(3, segment) + range + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) % 65_536;
    }
    return 0;
  };
}
