import { finding } from '../../src/covenant/findings';
import { type FindingWords, wordFinding, wordsFor } from '../../src/locales';

const english = wordsFor('en');
const { findings: words } = english;

describe('the words of a finding', () => {
  it('are chosen by its code and filled with its data', () => {
    expect(wordFinding(finding('sheet-missing', null, { unit: 'Cà Mau' }), english)).toEqual({
      message: 'Cà Mau: there is no scoring sheet.',
      remedy: 'Choose Insert scoring sheets.',
    });
  });

  it('differ by language', () => {
    const found = finding('no-units', null, {});
    expect(wordFinding(found, wordsFor('vi'))).not.toEqual(wordFinding(found, english));
  });
});

describe.each(['vi', 'en'] as const)('two texts that begin alike, in %s', (language) => {
  const start = 'hạng 1: 95,50 điểm, cao hơn đơn vị sau về điểm chuẩn; ';
  it.each([
    finding('result-differs', null, { shown: `${start}xét sau`, wanted: `${start}chờ quyết định` }),
    finding('document-differs', null, { shown: `${start}xét sau`, wanted: `${start}chờ quyết định` }),
    finding('words-differ', null, { shown: `${start}xét sau`, wanted: `${start}chờ quyết định` }),
    finding('seal-words-differ', null, { shown: `${start}xét sau`, wanted: `${start}chờ quyết định` }),
  ])('are quoted around the place where they differ: $code', (found) => {
    const { message } = wordFinding(found, wordsFor(language));
    expect(message).toContain('“…điểm chuẩn; xét sau”');
    expect(message).toContain('“…điểm chuẩn; chờ quyết định”');
  });
});

describe.each(['vi', 'en'] as const)('an empty cell, in %s', (language) => {
  it.each([
    finding('words-differ', null, { shown: '', wanted: 'STT' }),
    finding('result-differs', null, { shown: '', wanted: 'hạng 1' }),
    finding('document-differs', null, { shown: '', wanted: 'Biên bản' }),
    finding('seal-words-differ', null, { shown: '', wanted: 'Đã chốt' }),
    finding('name-not-key', null, { shown: '', name: 'Cà Mau', canFollow: true }),
    finding('engine-differs', null, { what: 'total', sheet: '', engine: '90,00' }),
  ])('is said to be empty: $code', (found) => {
    expect(wordFinding(found, wordsFor(language)).message).not.toContain('“”');
    expect(wordFinding(found, wordsFor(language)).message).toMatch(/trống|empty/);
  });

  it('a page is told by its settings, as they are and as they were planned', () => {
    const settings = [
      { setting: 'marginTop', found: 7.5, planned: 20 },
      { setting: 'orientation', found: 'portrait', planned: 'landscape' },
      { setting: 'printArea', found: '', planned: 'B2:H40' },
    ] as const;
    expect(wordFinding(finding('page-changed', null, { settings }), wordsFor(language)).message).toContain(
      language === 'vi'
        ? 'lề trên 7,5 mm (khi lập bảng: 20 mm); hướng giấy dọc (khi lập bảng: ngang); vùng in không có (khi lập bảng: “B2:H40”)'
        : 'top margin 7.5 mm (planned: 20 mm); orientation portrait (planned: landscape); print area none (planned: “B2:H40”)',
    );
  });
});

/** Checked by the compiler (`npm run typecheck`): each line below its comment must not compile. */
export const REFUSED_BY_THE_COMPILER = {
  unknownCode: {
    ...words,
    // @ts-expect-error not a code of the list
    'no-such-code': () => ({ message: '', remedy: '' }),
  } satisfies FindingWords,
  missingCode: (({ 'no-units': _left, ...others }: FindingWords) =>
    // @ts-expect-error a code has no words
    others satisfies FindingWords)(words),
  wrongField: {
    // @ts-expect-error the field is called `unit`
    'sheet-missing': ({ name }) => ({ message: String(name), remedy: '' }),
  } satisfies Partial<FindingWords>,
  missingRemedy: {
    // @ts-expect-error a wording has a remedy
    'no-units': () => ({ message: '' }),
  } satisfies Partial<FindingWords>,
};
