import { workbenchWords } from '../../src/locales/workbench';

/** Every word by its path; functions are called with a sample. */
function textsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const said: unknown = typeof value === 'function' ? (value as (data: string) => string)('sample.xlsx') : value;
    return typeof said === 'object' && said !== null
      ? textsOf(said, `${path}.${key}`)
      : [[`${path}.${key}`, String(said)]];
  });
}

const vietnamese = new Map(textsOf(workbenchWords('vi')));
const english = new Map(textsOf(workbenchWords('en')));

test('the workbench has the same words in both languages', () => {
  expect([...english.keys()]).toEqual([...vietnamese.keys()]);
  expect([...english].filter(([, word]) => word.trim() === '')).toEqual([]);
});

test('the English words contain no Vietnamese', () => {
  expect([...english].filter(([key, word]) => vietnamese.get(key) === word)).toEqual([]);
});
