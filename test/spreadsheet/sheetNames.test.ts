import fc from 'fast-check';
import { quoteSheet } from '../../src/spreadsheet/plan';
import { isSameName, isSimilarName, sheetNameFor, sheetsIn } from '../../src/spreadsheet/sheetNames';

/** Excel's rules for the name of a sheet, as it states them. */
function illegal(name: string): string | null {
  if (name === '') return 'empty';
  if (name.length > 31) return 'longer than 31';
  if ([...':\\/?*[]'].some((letter) => name.includes(letter))) return 'a forbidden letter';
  if (name.startsWith("'") || name.endsWith("'")) return 'an apostrophe at an end';
  if (name.toLowerCase() === 'history') return 'reserved';
  if (/\p{Cs}/u.test(name)) return 'half a letter';
  return null;
}

describe('a legal name equal or similar to the preferred one', () => {
  it.each([
    ['Kiên Giang', 'Kiên Giang'],
    ['Hậu Giang'.normalize('NFD'), 'Hậu Giang'],
    ['[a/b]', 'a b'],
    ['a:b\\c?d*e', 'a b c d e'],
    ["'M'Đrắk'", "M'Đrắk"],
    ["' 'M'Đrắk' '", "M'Đrắk"],
    ['nửa \ud83d chữ', 'nửa chữ'],
    ['  hai   khoảng trắng ', 'hai khoảng trắng'],
    ['Phòng 1\nCụm 2', 'Phòng 1 Cụm 2'],
    ['History', 'History (2)'],
    ['HISTORY', 'HISTORY (2)'],
    ['', 'Sheet'],
    ['///', 'Sheet'],
    ["'''", 'Sheet'],
    ['Viện kiểm sát nhân dân thành phố Hồ Chí Minh', 'Viện kiểm sát nhân dân thành phố'.slice(0, 31).trimEnd()],
    ["Viện kiểm sát nhân dân thành p'x", 'Viện kiểm sát nhân dân thành p'],
    [`${'x'.repeat(30)}😀`, 'x'.repeat(30)],
    [`${'x'.repeat(29)}😀`, `${'x'.repeat(29)}😀`],
  ])('%j → %j', (wish, name) => {
    expect(sheetNameFor(wish, [])).toBe(name);
    expect(illegal(name)).toBeNull();
  });

  it.each([
    ['An Giang', ['An Giang'], 'An Giang (2)'],
    ['An Giang', ['AN GIANG', 'an giang (2)'], 'An Giang (3)'],
    ['Đắk Lắk', ['đắk lắk'], 'Đắk Lắk (2)'],
    ['Hậu Giang', ['Hậu Giang'.normalize('NFD')], 'Hậu Giang (2)'],
    ['x'.repeat(40), ['x'.repeat(31)], `${'x'.repeat(27)} (2)`],
    ['An Giang', ['Kiên Giang'], 'An Giang'],
  ])('%j beside %j → %j', (wish, taken, name) => {
    expect(sheetNameFor(wish, taken)).toBe(name);
  });

  it('is legal and free for any wish and any names that are taken', () => {
    const wish = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 45 }),
      fc.string({ unit: 'grapheme', maxLength: 45 }),
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 45 }),
      fc.string({ unit: fc.constantFrom("'", ' ', '[', '/', 'a', 'Đ', '😀', '\u0301'), maxLength: 45 }),
    );
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 8 }), (wishes) => {
        const taken: string[] = [];
        for (const one of [...wishes, ...wishes]) {
          const name = sheetNameFor(one, taken);
          expect([name, illegal(name)]).toEqual([name, null]);
          expect(taken.map((other) => other.toLowerCase())).not.toContain(name.toLowerCase());
          taken.push(name);
        }
      }),
    );
  });
});

describe('names compared', () => {
  it.each([
    ['Đà Nẵng', 'ĐÀ NẴNG', { same: true, similar: true }],
    ['An Giang', 'An Giang', { same: true, similar: true }],
    ['Hậu Giang', 'HẬU GIANG'.normalize('NFD'), { same: false, similar: true }],
    ['Hà Tiên', 'Hạ Tiên', { same: false, similar: false }],
    ['An Giang', 'An  Giang', { same: false, similar: false }],
    // Letters that only some languages take for the same.
    ['I', 'ı', { same: false, similar: false }],
    ['Straße', 'STRASSE', { same: false, similar: false }],
  ])('%j and %j: %j', (one, other, { same, similar }) => {
    expect([isSameName(one, other), isSameName(other, one)]).toEqual([same, same]);
    expect([isSimilarName(one, other), isSimilarName(other, one)]).toEqual([similar, similar]);
  });
});

describe('the sheets that a formula names', () => {
  it.each([
    ["='Tổng hợp'!K9+SUM(Sheet1!A1:B2)", ['Tổng hợp', 'Sheet1']],
    ["=IF('O''Brien =1+1'!A1=\"'Tổng hợp'!A1\",An_Giang!B2,1)", ["O'Brien =1+1", 'An_Giang']],
    ["='[Sổ khác.xlsx]Tổng hợp'!A1", []],
    ['=SUM(A1:B2)&"a!b"', []],
  ])('%s: %j', (formula, names) => {
    expect(sheetsIn(formula)).toEqual(names);
  });

  it('are found whatever they are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (wish) => {
        const name = sheetNameFor(wish, []);
        expect(sheetsIn(`=IF(${quoteSheet(name)}!$A$1="",0,1)`)).toEqual([name]);
      }),
    );
  });
});
