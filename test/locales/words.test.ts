import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { en } from '../../src/locales/en';
import { wordsFor } from '../../src/locales';
import { vi } from '../../src/locales/vi';

type Word = (...data: unknown[]) => unknown;
const isWord = (value: unknown): value is Word => typeof value === 'function';
const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Every word of a language by its path; functions are called with data of every kind a finding carries. */
function spoken(words: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
      const here = `${path}.${key}`;
      const data = here.startsWith('.findings') ? [SAMPLE] : [2, 3, 4, 5];
      const said = isWord(value) ? value(...data) : value;
      return isGroup(said) ? [...spoken(said, here)] : [[here, String(said)]];
    }),
  );
}

const SAMPLE = {
  ...{ unit: 'X', line: 'I.1', value: '12', number: 1.5, maximum: 250, step: 50, marks: 'Đ, K', other: 'Y' },
  ...{ evidence: 'z', sheet: 'S', what: 'w', column: 'c', row: 'r', expected: 1.5, engine: 'e', field: 'f' },
  ...{ problem: 'required', section: 'I', declared: 2000, sum: 1950, head: 'h', units: 3 },
  ...{ figure: 3, whole: 2, from: 250, to: 150, limit: 50, points: 150, least: 200, reviewer: 'v', days: 2 },
  ...{ earlier: 'p', later: 'q', role: 'head', title: 't', named: 'm', quota: 3, places: 1, errors: 2, changes: 4 },
};

const vietnamese = spoken(vi);
const english = spoken(en);

describe('the two languages', () => {
  test('have the same words', () => {
    expect([...english.keys()]).toEqual([...vietnamese.keys()]);
    expect(english.size).toBeGreaterThan(150);
  });

  test('leave nothing empty or unspoken', () => {
    const silent = [...vietnamese, ...english].filter(([, word]) => /^\s*$|undefined|NaN|\[object/.test(word));
    expect(silent).toEqual([]);
  });

  test('differ: no Vietnamese sentence was left in the English', () => {
    // Places, the dash of a missing rank and bare data are the same in both.
    const same = [...english].filter(([key, word]) => /\p{L}{2} \p{L}/u.test(word) && vietnamese.get(key) === word);
    expect(same).toEqual([]);
  });

  test('write points with their own decimal mark', () => {
    expect(vietnamese.get('.findings.above-maximum.remedy')).toContain('2,5');
    expect(english.get('.findings.above-maximum.remedy')).toContain('2.5');
  });
});

test.each([
  ['en-US', en],
  ['EN-gb', en],
  ['vi-VN', vi],
  ['fr-FR', vi],
])('%s is answered in its language, every other in Vietnamese', (tag, words) => {
  expect(wordsFor(tag)).toBe(words);
});

/** Texts that stand in JSX instead of in the locales. */
function wordsInJsx(source: string): string[] {
  const found: string[] = [];
  const hasLetters = (text: string): boolean => /\p{L}/u.test(text);
  const READ_ALOUD = ['title', 'label', 'aria-label', 'alt', 'placeholder', 'message', 'remedy', 'hint'];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasLetters(node.text)) found.push(node.text.trim());
    if (ts.isStringLiteralLike(node) && hasLetters(node.text)) {
      const { parent } = node;
      if (ts.isJsxExpression(parent) && !ts.isJsxAttribute(parent.parent)) found.push(node.text);
      const attribute = ts.isJsxExpression(parent) ? parent.parent : parent;
      if (ts.isJsxAttribute(attribute) && READ_ALOUD.includes(attribute.name.getText())) found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

describe('the components', () => {
  const folder = join(__dirname, '../../src/taskpane');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(folder, name));

  test.each(files.map((file) => [file.slice(folder.length + 1), file]))('%s holds no words of its own', (_, file) => {
    expect(wordsInJsx(readFileSync(file, 'utf8'))).toEqual([]);
  });

  test('would be caught with words of their own', () => {
    const source = `const x = <p title="Đóng">Xin chào {'bạn'} <Button label={'OK'} className="plain" /></p>;`;
    expect(wordsInJsx(source)).toEqual(['Đóng', 'Xin chào', 'bạn', 'OK']);
  });
});
