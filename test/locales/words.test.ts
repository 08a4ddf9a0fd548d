import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { LANGUAGES, wordsFor } from '../../src/locales';
import { loadFindingWords, loadWords } from '../../src/locales/languages';

const { vi, ...translations } = LANGUAGES;
const { en } = translations;

type Word = (...data: unknown[]) => unknown;
const isWord = (value: unknown): value is Word => typeof value === 'function';
const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Every word of a language by its path; functions are called with the data of every finding. */
function textsOf(words: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
      const here = `${path}.${key}`;
      const data = dataOf(here);
      const said = isWord(value) ? value(...data) : value;
      return isGroup(said) ? [...textsOf(said, here)] : [[here, String(said)]];
    }),
  );
}

/** What the words at a path are called with. */
function dataOf(path: string): unknown[] {
  if (path.startsWith('.findings')) return [SAMPLE];
  if (path.endsWith('.cli')) return ['a verb', 'A'];
  const command = /^\.commands\.(\w+)/.exec(path)?.[1];
  return command === undefined ? [2, 3, 4, 5] : [REPORTS.get(command)];
}

const PLACE = { sheet: 'S', cell: 'C9' };
const NAMED = { code: 'C1', name: 'Tin' };
const REVIEW = { sheet: 'A', cell: 'I9', line: 'C1', value: '8', kind: { before: 'D', after: 'E' } };
const VALUED = { sheet: 'A', cell: 'H9', formula: '=H1+H2', value: '3' };
const ENTRY = { sheet: 'A', what: 'B', value: 'C' };
/** What a command reports, by its id; those whose words do not depend on it are left out. */
const REPORTS = new Map<string, object>([
  ['newCovenant', { added: ['A'] }],
  ['insertSheets', { added: ['A'], rowsAdded: ['B'], kept: ['C'] }],
  [
    'previewUpdate',
    {
      redrawn: ['A'],
      added: ['B'],
      lines: {
        added: [NAMED],
        gone: [NAMED],
        moved: [NAMED],
        renamed: [{ ...NAMED, from: 'C0' }],
        changed: [{ ...NAMED, max: { before: 100, after: 150 }, kind: { before: 'D', after: 'E' } }],
      },
      units: { joined: ['A'], left: ['B'], renamed: [{ from: 'A', to: 'B' }] },
      parts: ['rules', 'tieBreaks', 'awards', 'conditions', 'words'],
      kept: [ENTRY],
      returned: [ENTRY],
      renamed: [ENTRY],
      valued: [VALUED],
      lost: [PLACE],
      earlierReviews: [REVIEW],
      pastDecisions: [ENTRY],
      rankAgain: true,
      misfits: [{ place: PLACE }],
    },
  ],
  [
    'updateSheets',
    {
      redrawn: ['A'],
      added: ['B'],
      kept: [ENTRY],
      returned: [ENTRY],
      renamed: [ENTRY],
      valued: [VALUED],
      lost: [PLACE],
      earlierReviews: [REVIEW],
      pastDecisions: [ENTRY],
      rankAgain: true,
    },
  ],
  ['confirmKept', { removed: [ENTRY] }],
  ['fitPages', { fitted: ['A'], left: ['B'], tooLong: [{ sheet: 'A', cell: 'L9' }] }],
  ['protectSheets', { protectedNow: ['A'] }],
  ['checkFigures', { errors: 2, warnings: 1 }],
  ['applyFixes', { fixed: [PLACE], skipped: [PLACE] }],
  ['applyChoice', { fixed: [PLACE], skipped: [PLACE] }],
  ['renewWords', { cells: 2, tabs: ['A'] }],
  [
    'renameUnit',
    {
      from: 'A',
      to: 'B',
      cells: 2,
      tabs: ['B'],
      left: [{ sheet: 'C', cell: null }, PLACE],
      fullName: { kept: 'D', proposed: 'E' },
    },
  ],
  ['rankUnits', { provisional: true, remaining: 2 }],
  ['makeDocument', { sheets: ['A'], replaced: true }],
  [
    'verifySeal',
    {
      same: false,
      typed: '0123456789ab',
      recorded: 'ba9876543210',
      sealed: 'A',
      deferred: ['E'],
      intact: false,
      covers: 'points',
      points: [{ unit: 'A', what: 'B' }],
      cells: [{ place: PLACE, sealed: '', present: 'C' }],
      sheets: ['D'],
      shown: [PLACE],
    },
  ],
  ['recordChanges', { begun: false, noticed: 2 }],
  [
    'undoLast',
    {
      ...{ removed: ['A'], renamed: ['B'], redrawn: ['D'], referring: ['C'] },
      ...{ pagesLeft: ['F'], restored: [PLACE], left: [PLACE] },
    },
  ],
]);

const SAMPLE = {
  coded: 'unit',
  decided: 'Không đề nghị',
  standing: 'more',
  now: 'Đồng hạng, còn 1 suất',
  of: 'name',
  area: 'C9:D9',
  cell: 'C9',
  settings: [{ setting: 'marginTop', found: 7.5, planned: 20 }],
  words: 'Bản nháp',
  ...{ unit: 'X', line: 'I.1', value: '12', number: 1.5, maximum: 250, step: 50, marks: 'Đ, K', other: 'Y' },
  ...{ otherUnit: 'Y', otherLine: 'I.2', otherSheet: 'Z', otherCell: 'L12' },
  ...{ lineValue: '20/23', lineSheet: 'Z', lineCell: 'F12' },
  ...{
    evidence: 'z',
    missing: ['basis', 'day'],
    matter: 'late',
    result: 'passed',
    text: 'T',
    eligibility: 'deferred',
    reasons: 'r',
    ...{ why: 'changed', changed: ['B9', 'C9'] },
    decisions: 3,
    day: '2020-11-25',
    meeting: '2020-11-26',
    latest: '2020-11-26',
    due: '2020-11-26',
    first: '2020-02-10',
    last: '2020-11-26',
    inFavour: 10,
    sheet: 'S',
    what: 'w',
    column: 'c',
    row: 'r',
    rows: '3, 5–7',
    columns: 'F',
    expected: 1.5,
    engine: 'e',
    field: 'f',
  },
  ...{ problem: 'required', section: 'I', declared: 2000, sum: 1950, head: 'h', units: 3 },
  ...{
    figure: 3,
    whole: 2,
    from: 250,
    to: 150,
    limit: 50,
    points: 150,
    least: 200,
    reviewer: 'v',
    by: 'unknown',
    days: 2,
  },
  ...{ earlier: 'p', later: 'q', role: 'head', title: 't', named: 'm', quota: 3, places: 1, errors: 2, changes: 4 },
  ...{ meant: 'M', cells: 'H9:H12', count: 4, kept: 'K', format: '0%' },
  ...{ code: 'C', sealed: 'R', present: 'Q', part: 'rows', charts: ['D'] },
  ...{ kind: 'row', shown: 'P', former: 'Z', name: 'N', wanted: 'W', tab: 'T' },
};

const vietnamese = textsOf(vi);
const english = textsOf(en);

describe.each(Object.entries(LANGUAGES))('the words of %s', (_language, words) => {
  const texts = textsOf(words);

  test('are as many as in Vietnamese', () => {
    expect([...texts.keys()]).toEqual([...vietnamese.keys()]);
    expect(texts.size).toBeGreaterThan(150);
  });

  test('have no empty text and no missing value', () => {
    expect([...texts].filter(([, text]) => /^\s*$|undefined|NaN|\[object/.test(text))).toEqual([]);
  });
});

describe('translations', () => {
  test.each(Object.entries(translations))('%s contains no Vietnamese sentence', (_language, words) => {
    // Place names, the dash of a missing rank and plain data are the same in every language.
    const same = [...textsOf(words)].filter(
      ([key, text]) => /\p{L}{2} \p{L}/u.test(text) && vietnamese.get(key) === text,
    );
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
])('%s gets the words of its language, an unknown language the Vietnamese ones', async (tag, words) => {
  expect(wordsFor(tag)).toBe(words);
  // What the pane is drawn with, and what it loads with the commands.
  const { findings, ...drawn } = words;
  expect(await loadWords(tag)).toEqual(drawn);
  expect(await loadFindingWords(tag)).toBe(findings);
});

/** Texts written in JSX instead of in the locales. */
function wordsInJsx(source: string): string[] {
  const found: string[] = [];
  const hasLetters = (text: string): boolean => /\p{L}/u.test(text);
  const TEXT_ATTRIBUTES = ['title', 'label', 'aria-label', 'alt', 'placeholder', 'message', 'remedy', 'hint'];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasLetters(node.text)) found.push(node.text.trim());
    if (ts.isStringLiteralLike(node) && hasLetters(node.text)) {
      const { parent } = node;
      if (ts.isJsxExpression(parent) && !ts.isJsxAttribute(parent.parent)) found.push(node.text);
      const attribute = ts.isJsxExpression(parent) ? parent.parent : parent;
      if (ts.isJsxAttribute(attribute) && TEXT_ATTRIBUTES.includes(attribute.name.getText())) found.push(node.text);
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

  test.each(files.map((file) => [file.slice(folder.length + 1), file]))('%s contains no text of its own', (_, file) => {
    expect(wordsInJsx(readFileSync(file, 'utf8'))).toEqual([]);
  });

  test('would be reported with texts of their own', () => {
    const source = `const x = <p title="Đóng">Xin chào {'bạn'} <Button label={'OK'} className="plain" /></p>;`;
    expect(wordsInJsx(source)).toEqual(['Đóng', 'Xin chào', 'bạn', 'OK']);
  });
});
