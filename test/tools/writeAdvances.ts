/**
 * Writes src/spreadsheet/measure/advances.ts from Tinos: `npx tsx test/tools/writeAdvances.ts [folder of the fonts]`. Refuses a
 * font that lacks a Vietnamese letter.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Face, FACES, fontFile, readFont } from '../support/fontFile';

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const VOWELS = [...'aăâeêioôơuưy'];
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const VIETNAMESE = [...VOWELS.flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))), 'đ'];
const SIGNS = [...' –—‘’“”„…•·×÷±°≤≥§©«»½'];

/** Every letter that a Vietnamese paper may hold. */
const LETTERS = [
  ...new Set([...ASCII, ...VIETNAMESE, ...VIETNAMESE.map((letter) => letter.toLocaleUpperCase('vi')), ...SIGNS]),
];

/** Letters by their width in units, as one line of text: width, equals sign, letters, tab. */
function advancesOf(face: Face, folder: string | null): string {
  const file = fontFile(face, folder);
  if (file === null) throw new Error('no twin of Times New Roman is installed');
  const font = readFont(file);
  if (font.unitsPerEm !== 2048) throw new Error(`units per em: ${font.unitsPerEm}`);
  const byWidth = new Map<number, string>();
  for (const letter of LETTERS) {
    const width = font.advance(letter);
    if (width === null) throw new Error(`${file} lacks ${letter}`);
    byWidth.set(width, (byWidth.get(width) ?? '') + letter);
  }
  return [...byWidth]
    .sort(([left], [right]) => left - right)
    .map(([width, letters]) => `${width}=${letters}`)
    .join('\t');
}

function written(folder: string | null): string {
  const names = { Regular: 'regular', Bold: 'bold', Italic: 'italic', BoldItalic: 'boldItalic' } as const;
  const lines = FACES.map((face) => `  ${names[face]}: ${quoted(advancesOf(face, folder))},`);
  return [
    '/**',
    ' * How far each letter of Times New Roman moves the pen, in 2048ths of the type size: groups of a width, =, and its',
    ' * letters, a tab between. Measured from Tinos, whose letters are exactly as wide, by test/tools/writeAdvances.ts.',
    ' */',
    'export const ADVANCES = {',
    ...lines,
    '} as const;',
    '',
  ].join('\n');
}

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\t', '\\t').replaceAll('\u00a0', '\\u00a0')}'`;

writeFileSync(join(__dirname, '../../src/spreadsheet/measure/advances.ts'), written(process.argv[2] ?? null));
