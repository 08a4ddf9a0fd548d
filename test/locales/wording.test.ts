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
