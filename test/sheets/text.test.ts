import fc from 'fast-check';
import { textWidth, wrappedHeight, wrappedLines } from '../../src/sheets/text';

const words = fc.array(fc.constantFrom('thi', 'đua', 'thực', 'hiện', 'MỤC', 'nghiệp-vụ', 'x'.repeat(60)), {
  maxLength: 40,
});
const wide = fc.integer({ min: 20, max: 400 });

describe('wrapped text', () => {
  it.each([
    ['nothing is one line', '', 100, 1],
    ['what fits is one line', 'Đơn vị', 100, 1],
    ['a line break is a new line', 'Có án\nbị huỷ', 100, 2],
    ['an empty line counts', 'a\n\nb', 100, 3],
  ])('%s', (_what, text, width, lines) => {
    expect(wrappedLines(text, width, 11)).toBe(lines);
  });

  it('a broad letter is broader than a narrow one, a capital than a small one', () => {
    expect(textWidth('m', 11)).toBeGreaterThan(textWidth('i', 11));
    expect(textWidth('Ồ', 11)).toBeGreaterThan(textWidth('ồ', 11));
  });

  it('a longer text is never lower', () => {
    fc.assert(
      fc.property(words, words, wide, (text, more, width) => {
        expect(wrappedHeight([...text, ...more].join(' '), width, 11)).toBeGreaterThanOrEqual(
          wrappedHeight(text.join(' '), width, 11),
        );
      }),
    );
  });

  it('a line holds at least what its width allows', () => {
    fc.assert(
      fc.property(words, wide, (text, width) => {
        const line = text.join(' ');
        expect(wrappedLines(line, width, 11)).toBeGreaterThanOrEqual(Math.floor(textWidth(line, 11) / width));
      }),
    );
  });

  it('a larger type and a narrower column are never lower', () => {
    fc.assert(
      fc.property(words, wide, (text, width) => {
        const line = text.join(' ');
        const height = wrappedHeight(line, width, 11);
        expect(wrappedHeight(line, width, 14)).toBeGreaterThanOrEqual(height);
        expect(wrappedHeight(line, width / 2, 11)).toBeGreaterThanOrEqual(height);
      }),
    );
  });

  it('is never higher than the 409 points Excel allows', () => {
    expect(wrappedHeight('chữ '.repeat(5_000), 40, 13)).toBe(409);
  });
});
