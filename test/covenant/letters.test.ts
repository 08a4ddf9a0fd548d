import fc from 'fast-check';
import { catalogue, clusters, criteriaSets } from '../../src/covenant/catalogue';
import { meantText } from '../../src/covenant/letters';
import { nameKey, nameSpans, resemblanceKey, spellingKey, withName, withNames } from '../../src/covenant/names';
import { numberFromText } from '../../src/covenant/letters';

const NAMES = [
  'Hòa Vang',
  'Đắk Lắk',
  'Bà Rịa - Vũng Tàu',
  'M’Đrắk',
  'Thừa Thiên Huế',
  'Quý Hợp',
  'CỘNG HÒA',
  'KPS',
  'II.1',
];
const name = fc.constantFrom(...NAMES);

/** Ways in which a text comes to look as it was meant. */
const DISGUISES: Record<string, (text: string) => string> = {
  'decomposed accents': (text) => text.normalize('NFD'),
  'no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'narrow spaces': (text) => text.replaceAll(' ', '\u202f'),
  'zero-width characters': (text) => Array.from(text).join('\u200b'),
  'soft hyphens, byte order marks and marks of direction': (text) =>
    `\ufeff\u200e${text.replaceAll('a', 'a\u00ad')}\u202c`,
  'full-width letters': (text) =>
    text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000'),
  'eth for Đ': (text) => text.replaceAll('Đ', '\u00d0').replaceAll('đ', '\u00f0'),
  'African D for Đ': (text) => text.replaceAll('Đ', '\u0189').replaceAll('đ', '\u0256'),
  'Cyrillic letters': (text) => replaced(text, 'ABCEHKMOPTXaceopx', 'АВСЕНКМОРТХасеорх'),
  'Cyrillic letters with accents': (text) => replaced(text.normalize('NFD'), 'aeo', 'аео'),
  'Greek capitals': (text) => replaced(text, 'ABEHIKMNOPTX', 'ΑΒΕΗΙΚΜΝΟΡΤΧ'),
};

function replaced(text: string, from: string, to: string): string {
  return Array.from(text, (letter) => (from.includes(letter) ? (to[from.indexOf(letter)] ?? letter) : letter)).join('');
}

describe('a text is read as it is meant', () => {
  it.each(Object.entries(DISGUISES))('with %s', (_what, disguise) => {
    for (const text of NAMES) expect(meantText(disguise(text))).toBe(text);
  });

  it('whatever disguises come together', () => {
    fc.assert(
      fc.property(name, fc.subarray(Object.values(DISGUISES)), (text, disguises) => {
        const disguised = disguises.reduce((so, disguise) => disguise(so), text);
        expect(spellingKey(disguised)).toBe(spellingKey(text));
      }),
    );
  });

  it('whether or not there is anything to mend beside it: every letter comes to the same', () => {
    const letters = Array.from({ length: 0x2000 }, (_, code) => String.fromCharCode(code));
    const invisible = '\u200b';
    expect(letters.filter((letter) => meantText(`a${letter}`) !== meantText(`a${letter}${invisible}`))).toEqual([]);
  });

  it('once and for all: what was mended is not changed again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(meantText(meantText(text))).toBe(meantText(text))),
    );
  });

  it.each(['Москва', 'Ελλάδα', '½', 'm²', '👨‍👩‍👧', '❤️', 'dòng một\ndòng hai', '10 °C', '≥ 95 %', '“Khâu đột phá”', '√'])(
    'and %s stays as it is',
    (text) => expect(meantText(text)).toBe(text),
  );

  it('everything in the catalogue is written as it is meant', () => {
    expect(catalogue()).toBeDefined();
    for (const data of [...criteriaSets(), ...clusters()]) {
      const text = JSON.stringify(data);
      expect(meantText(text)).toBe(text);
    }
  });
});

describe('names', () => {
  it.each([
    ['Hòa Vang', 'Hoà Vang'],
    ['CỘNG HÒA', 'Cộng hoà'],
    ['Thúy Khuê', 'Thuý Khuê'],
    ['Khỏe', 'Khoẻ'],
    ['Qúy Hợp', 'Quý Hợp'],
  ])('%s and %s are one name, with the tone in the older and the newer place', (older, newer) => {
    expect(nameKey(older)).toBe(nameKey(newer));
    expect(spellingKey(older)).not.toBe(spellingKey(newer));
  });

  it.each([
    ['của', 'cuả'],
    ['Hà Tiên', 'Hạ Tiên'],
    ['Đơn vị 1', 'Đơn vị l'],
  ])('%s and %s are two names', (left, right) => expect(nameKey(left)).not.toBe(nameKey(right)));

  it.each([
    ['Hòa Vang', 'Hoà Vang'],
    ['Hà Tiên', 'Hạ Tiên'],
    ['Đơn vị 1', 'Đơn vị l'],
    ['Khối O', 'Khối 0'],
  ])('%s and %s are easily taken for each other', (left, right) =>
    expect(resemblanceKey(left)).toBe(resemblanceKey(right)),
  );
});

it.each([
  ['９，５', 9.5],
  ['9\u200b,5', 9.5],
  ['\u00a012\u00a0', 12],
])('the figure “%s” is %d', (text, number) => expect(numberFromText(text)).toBe(number));

describe('a name in a text', () => {
  it.each([
    ['VKSND tỉnh Kiên Giang', 'Kiên Giang', ['Kiên Giang']],
    ['VKSND TỈNH KIÊN  GIANG (cũ)'.normalize('NFD'), 'Kiên Giang', ['KIÊN  GIANG'.normalize('NFD')]],
    ['Bà Rịa – Vũng Tàu, Bà Rịa - Vũng Tàu', 'Bà Rịa-Vũng Tàu', ['Bà Rịa – Vũng Tàu', 'Bà Rịa - Vũng Tàu']],
    ['huyện Hòa Vang', 'Hoà Vang', ['Hòa Vang']],
    ['Đơn vị 1, Đơn vị 12, Đơn vị 1', 'Đơn vị 1', ['Đơn vị 1', 'Đơn vị 1']],
    ['Long An Long', 'An Long An', []],
    ['a a a', 'a a', ['a a']],
    ['Kiên Giang', '…', []],
  ])('%j holds %j as whole words: %j', (text, name, found) =>
    expect(nameSpans(text, name).map(({ from, to }) => text.slice(from, to))).toEqual(found),
  );

  it.each([
    ['VKSND tỉnh Kiên Giang', 'VKSND tỉnh Rạch Giá'],
    ['VKSND TỈNH KIÊN GIANG', 'VKSND TỈNH RẠCH GIÁ'],
    ['Kiên Giang và kiên giang', 'Rạch Giá và Rạch Giá'],
    ['Kiên Giangg', 'Kiên Giangg'],
  ])('%j is %j with another one', (text, expected) => expect(withName(text, 'Kiên Giang', 'Rạch Giá')).toBe(expected));

  const renames = [
    { was: 'Phú', is: 'Phú Tân' },
    { was: 'VKSND Phú', is: 'VKSND Khu vực 1' },
    { was: 'an giang', is: 'An Giang' },
  ];
  it.each([
    ['Phú, VKSND Phú và PHÚ', 'Phú Tân, VKSND Khu vực 1 và PHÚ TÂN'],
    ['Phú Tân và Phú', 'Phú Tân và Phú Tân'],
    ['Phú Mỹ hơn Phú; Phúc', 'Phú Mỹ hơn Phú Tân; Phúc'],
    ['an giang, An Giang', 'An Giang, An Giang'],
    ['', ''],
  ])('%j is %j once units have new names: not where a name is a part of another', (text, expected) =>
    expect(withNames(text, renames, ['Phú Tân', 'VKSND Khu vực 1', 'Phú Mỹ', 'An Giang'])).toBe(expected),
  );
});
