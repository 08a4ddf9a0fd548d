import fc from 'fast-check';
import { heightOf, lineHeight, linesOf, textWidth } from '../../../src/spreadsheet/measure/text';
import { FACES, fontFile, readFont } from '../../support/fontFile';

const REGULAR = { size: 11 };
const words = fc.array(fc.constantFrom('thi', 'đua', 'thực', 'hiện', 'MỤC', 'nghiệp-vụ', 'x'.repeat(60)), {
  maxLength: 40,
});
const wide = fc.integer({ min: 20, max: 400 });

/** Every Vietnamese letter, small and large, digits and signs. */
const VOWELS = [...'aăâeêioôơuưy'].flatMap((vowel) =>
  ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
);
const LETTERS = [
  ...VOWELS,
  ...VOWELS.map((letter) => letter.toUpperCase()),
  ...'bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX0123456789 .,;:-–()/“”',
];

describe('the width of a letter', () => {
  const styles = {
    Regular: {},
    Bold: { bold: true },
    Italic: { italic: true },
    BoldItalic: { bold: true, italic: true },
  };

  it.each(FACES)('is that of the font, where one as wide as Times New Roman is installed: %s', (face) => {
    const file = fontFile(face);
    if (file === null) return;
    const { advance, unitsPerEm } = readFont(file);
    const wrong = LETTERS.filter((letter) => {
      const units = advance(letter);
      return units !== null && units !== textWidth(letter, { size: unitsPerEm, ...styles[face] });
    });
    expect(wrong).toEqual([]);
  });

  it('is known for every Vietnamese letter: none gets the width of an unknown letter', () => {
    for (const style of Object.values(styles))
      for (const letter of LETTERS) expect(textWidth(letter, { size: 100, ...style })).toBeLessThan(95);
    expect(textWidth('漢', { size: 100 })).toBe(100);
  });

  it('is the same for a tone that was typed after its vowel', () => {
    expect(textWidth('nghiệp vụ'.normalize('NFD'), REGULAR)).toBe(textWidth('nghiệp vụ', REGULAR));
  });

  it('grows with the type, and bold text is broader', () => {
    expect(textWidth('Đơn vị', { size: 22 })).toBeCloseTo(2 * textWidth('Đơn vị', REGULAR), 9);
    expect(textWidth('Đơn vị', { size: 11, bold: true })).toBeGreaterThan(textWidth('Đơn vị', REGULAR));
  });
});

describe('wrapped text', () => {
  it.each([
    ['nothing is one line', '', 100, 1],
    ['what fits is one line', 'Đơn vị', 100, 1],
    ['a line break is a new line', 'Có án\nbị huỷ', 100, 2],
    ['an empty line counts', 'a\n\nb', 100, 3],
    ['a word that does not fit goes to the next line', 'Đơn vị thi đua', 50, 2],
    ['a word is broken at its hyphen', 'nghiệp-vụ', 40, 2],
    ['a number does not', '2023-2024', 56, 1],
    ['a word longer than the cell is broken inside', 'x'.repeat(48), 100, 3],
    ['the rest of a broken word shares its line', `${'x'.repeat(20)} thi`, 100, 2],
    ['spaces at the end of a line hang over', `Đơn vị${' '.repeat(40)}`, 50, 1],
  ])('%s', (_what, text, width, lines) => {
    expect(linesOf(text, REGULAR, width)).toBe(lines);
  });

  it('a longer text is never lower', () => {
    fc.assert(
      fc.property(words, words, wide, (text, more, width) => {
        const height = heightOf(text.join(' '), REGULAR, width);
        expect(heightOf([...text, ...more].join(' '), REGULAR, width)).toBeGreaterThanOrEqual(height);
      }),
    );
  });

  it('a line holds no more than its width, and all but the last are filled to the next word', () => {
    fc.assert(
      fc.property(words, wide, (text, width) => {
        const line = text.join(' ');
        expect(linesOf(line, REGULAR, width)).toBeGreaterThanOrEqual(Math.floor(textWidth(line, REGULAR) / width));
        const longest = Math.max(0, ...text.map((word) => textWidth(word, REGULAR)));
        if (longest < width / 3)
          expect(linesOf(line, REGULAR, width)).toBeLessThanOrEqual(
            1 + (1.6 * textWidth(line, REGULAR)) / (width - 12),
          );
      }),
    );
  });

  it('a larger type and a narrower column are never lower', () => {
    fc.assert(
      fc.property(words, wide, (text, width) => {
        const line = text.join(' ');
        const height = heightOf(line, REGULAR, width);
        expect(heightOf(line, { size: 14 }, width)).toBeGreaterThanOrEqual(height);
        expect(heightOf(line, REGULAR, width / 2)).toBeGreaterThanOrEqual(height);
      }),
    );
  });

  it.each([
    [8, 9.75],
    [10, 12],
    [11, 12.75],
    [12, 14.25],
    [13, 15],
  ])('a line of %d points is as high as on paper, in whole pixels: %d', (size, height) => {
    expect(lineHeight(size)).toBe(height);
  });

  it('heights are whole pixels of a screen', () => {
    for (const size of [8, 9, 10, 11, 12, 13, 14])
      expect((heightOf('Đơn vị', { size }, 60) / 3) * 4).toBe(Math.round((heightOf('Đơn vị', { size }, 60) / 3) * 4));
  });
});
