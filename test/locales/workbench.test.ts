import { workbenchWords } from '../../src/locales/workbench';

/** Every word by its path; functions are called with a sample. */
function spoken(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const said: unknown = typeof value === 'function' ? (value as (data: string) => string)('sample.xlsx') : value;
    return typeof said === 'object' && said !== null
      ? spoken(said, `${path}.${key}`)
      : [[`${path}.${key}`, String(said)]];
  });
}

const vietnamese = new Map(spoken(workbenchWords('vi')));
const english = new Map(spoken(workbenchWords('en')));

test('the workbench speaks both languages, word for word', () => {
  expect([...english.keys()]).toEqual([...vietnamese.keys()]);
  expect([...english].filter(([, word]) => word.trim() === '')).toEqual([]);
});

test('no Vietnamese was left in the English', () => {
  expect([...english].filter(([key, word]) => vietnamese.get(key) === word)).toEqual([]);
});
