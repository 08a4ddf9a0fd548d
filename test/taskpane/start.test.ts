/** The page before the pane starts, and the script that says why it does not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { Linter } from 'eslint';
import { START_WORDS } from '../../src/locales/start';
import { OFFICE_JS, PANE_POLICY } from '../../src/hosting/policy';
import { OFFICE_HOST, startPage } from '../../src/taskpane/startPage';

const SCRIPT = readFileSync(join(__dirname, '../../src/taskpane/start.js'), 'utf8');
const PATIENCE = 10_000;

/** What an ECMAScript 5 parser says of a script. */
const syntaxErrors = (code: string): string[] =>
  new Linter()
    .verify(code, [{ languageOptions: { ecmaVersion: 5, sourceType: 'script' } }])
    .filter(({ fatal }) => fatal)
    .map(({ message }) => message);

/** Takes from a realm what ECMAScript 5 does not have. */
const MAKE_OLD = `(function () {
  var known = ('Object Function Array String Boolean Number Date RegExp Error EvalError RangeError ReferenceError SyntaxError ' +
    'TypeError URIError Math JSON NaN Infinity undefined parseInt parseFloat isNaN isFinite decodeURI decodeURIComponent ' +
    'encodeURI encodeURIComponent escape unescape eval window document').split(' ');
  Object.getOwnPropertyNames(this).forEach(function (name) {
    if (known.indexOf(name) < 0) delete this[name];
  }, this);
  var later = {
    at: 1, find: 1, findIndex: 1, findLast: 1, findLastIndex: 1, includes: 1, flat: 1, flatMap: 1, fill: 1, entries: 1, keys: 1,
    values: 1, startsWith: 1, endsWith: 1, repeat: 1, padStart: 1, padEnd: 1, replaceAll: 1, matchAll: 1, assign: 1, from: 1,
    of: 1, hasOwn: 1, fromEntries: 1,
  };
  [Array, Array.prototype, String, String.prototype, Object].forEach(function (owner) {
    Object.keys(later).forEach(function (name) {
      if (!(owner === Object && name === 'keys')) delete owner[name];
    });
  });
}).call(this);`;

interface PageElement {
  hidden: boolean;
  textContent: string;
  onclick?: () => void;
  getAttribute?(name: string): string | null;
}

interface PageEvent {
  target?: { src?: string };
  filename?: string;
}

/** A page as far as the script asks for it: the elements of the start page by their ids. */
function openPage({ old = false, first = true, office = false, excel = false, loaded = false } = {}) {
  const idsOf = (pattern: RegExp): string[] => [...startPage.matchAll(pattern)].map(([, id = '']) => id);
  const hidden = new Set(idsOf(/id="([\w-]+)"[^>]* hidden/g));
  const elements = new Map<string, PageElement>(
    idsOf(/id="([\w-]+)"/g).map((id) => [id, { hidden: hidden.has(id), textContent: '' }]),
  );
  elements.set('pane', { hidden: false, textContent: '', getAttribute: () => (loaded ? '' : null) });
  const many = (name: string): PageElement[] =>
    [...startPage.matchAll(new RegExp(`class="${name}"`, 'g'))].map(() => ({ hidden: false, textContent: '' }));
  const classes = new Map(['start-again', 'start-host'].map((name) => [`.${name}`, many(name)]));
  const listeners: ((event: PageEvent) => void)[] = [];
  const timers: { work: () => void; after: number }[] = [];
  const reload = jest.fn();
  const window = {
    ...(first ? { pageStart: {} } : {}),
    ...(office ? { Office: {} } : {}),
    ...(excel ? { Excel: {} } : {}),
    location: { host: 'scoring.example:8443', reload },
    addEventListener: (type: string, listener: (event: PageEvent) => void, capture: boolean) => {
      if (type === 'error' && capture) listeners.push(listener);
    },
    setTimeout: (work: () => void, after: number) => timers.push({ work, after }),
  };
  const document = {
    getElementById: (id: string) => elements.get(id) ?? null,
    querySelectorAll: (selector: string) => classes.get(selector) ?? [],
  };
  const realm = vm.createContext({ window, document });
  if (old) vm.runInContext(MAKE_OLD, realm);
  vm.runInContext(SCRIPT, realm);
  return {
    shown: () => [...elements].filter(([id, one]) => id.startsWith('start-') && !one.hidden).map(([id]) => id),
    wait: () => timers.forEach(({ work }) => work()),
    patience: timers.map(({ after }) => after),
    raise: (event: PageEvent) => listeners.forEach((listener) => listener(event)),
    /** The pane is drawn in the place of all this. */
    start: () => [...elements.keys()].filter((id) => id !== 'pane').forEach((id) => elements.delete(id)),
    knows: (name: string): unknown => vm.runInContext(`typeof ${name} !== 'undefined'`, realm),
    again: classes.get('.start-again') ?? [],
    hosts: classes.get('.start-host') ?? [],
    reload,
  };
}

describe('the start script', () => {
  test('is ECMAScript 5', () => {
    expect(syntaxErrors(SCRIPT)).toEqual([]);
    expect(syntaxErrors('var f = () => 1;')).toHaveLength(1);
    expect(syntaxErrors('function f(a,) {}')).toHaveLength(1);
  });

  test('says so at once in a browser that is too old, whatever else comes or does not come', () => {
    const page = openPage({ old: true });
    expect(['Promise', 'Map', 'Symbol', 'Object.assign', 'Array.prototype.at'].filter(page.knows)).toEqual([]);
    expect(page.shown()).toEqual(['start-old-browser']);
    page.raise({ target: { src: `https://${OFFICE_HOST}/lib/1/hosted/office.js` } });
    page.raise({ filename: 'https://scoring.example/taskpane.0a1b2c.js', target: {} });
    page.wait();
    expect(page.shown()).toEqual(['start-old-browser']);
  });

  test('says that a browser is too old where the script of the pane cannot be run by it', () => {
    const page = openPage();
    page.raise({ filename: 'https://scoring.example/a/taskpane.0a1b2c.js', target: {} });
    page.wait();
    expect(page.shown()).toEqual(['start-old-browser']);
  });

  test.each([
    ['of Office.js', { filename: `https://${OFFICE_HOST}/lib/1/hosted/office.js` }, {}],
    [
      'of the pane once it has been loaded',
      { filename: 'https://scoring.example/taskpane.0a1b2c.js' },
      { loaded: true },
    ],
  ])('says nothing of faults %s', (_, event, given) => {
    const page = openPage(given);
    page.raise(event);
    expect(page.shown()).toEqual(['start-opening']);
  });

  test('waits ten seconds, in which the page says that the pane is opening', () => {
    const page = openPage();
    expect(page.patience).toEqual([PATIENCE]);
    expect(page.shown()).toEqual(['start-opening']);
  });

  test.each([
    ['the first script has not come, which Office.js waits for', { first: false }, 'start-own-files'],
    ['Office.js has not come', {}, 'start-office'],
    ["the pane's script has not come after Office.js", { office: true }, 'start-own-files'],
    ['both have come, but not the file for Excel that Office.js loads', { office: true, loaded: true }, 'start-office'],
    ['all have come, and Excel does not answer', { office: true, excel: true, loaded: true }, 'start-silent'],
    ["the pane's script has not come after that of Excel", { office: true, excel: true }, 'start-own-files'],
  ])('then says what is missing: %s', (_, given, notice) => {
    const page = openPage(given);
    page.wait();
    expect(page.shown()).toEqual([notice]);
  });

  test.each([
    [`https://${OFFICE_HOST}/lib/1/hosted/office.js`, 'start-office'],
    ['https://scoring.example/add-in/taskpane.0a1b2c.js', 'start-own-files'],
    [`https://${OFFICE_HOST}/lib/1/hosted/en-us/office_strings.js`, 'start-opening'],
  ])('does not wait where the browser says that a script is refused: %s', (src, notice) => {
    const page = openPage();
    page.raise({ target: { src } });
    expect(page.shown()).toEqual([notice]);
  });

  test('leaves the pane alone once it has started', () => {
    const page = openPage({ office: true, loaded: true });
    page.start();
    expect(() => {
      page.wait();
      page.raise({ target: { src: `https://${OFFICE_HOST}/lib/1/hosted/office.js` } });
    }).not.toThrow();
  });

  test('loads the page anew by every button', () => {
    const page = openPage();
    expect(page.again).toHaveLength(3);
    for (const button of page.again) button.onclick?.();
    expect(page.reload).toHaveBeenCalledTimes(3);
  });

  test("names the add-in's own server", () => {
    const { hosts } = openPage();
    expect(hosts.map(({ textContent }) => textContent)).toEqual(START_WORDS.map(() => 'scoring.example:8443'));
  });
});

describe('the start page', () => {
  test('says in every language that the pane is opening, Vietnamese first, and hides its notices', () => {
    expect(startPage).toMatch(
      /<div id="start-opening" role="status"><p lang="vi">Đang mở…<\/p><p lang="en">Opening…<\/p>/,
    );
    expect([...startPage.matchAll(/role="alert" hidden>/g)]).toHaveLength(4);
    expect(START_WORDS.map(({ language }) => language)).toEqual(['vi', 'en']);
  });

  test.each(START_WORDS.map((words) => [words.language, words] as const))(
    'has every notice in %s',
    (language, words) => {
      for (const { title } of [words.office, words.ownFiles, words.silent, words.oldBrowser])
        expect(startPage).toContain(`<section lang="${language}"><h2>${title}</h2>`);
      expect(words.office.remedy(OFFICE_HOST)).toMatch(/appsforoffice\.microsoft\.com.*https/);
      expect(words.oldBrowser.remedy).toContain('WebView2 Runtime');
    },
  );

  test('names the address that the policy of the page lets scripts come from', () => {
    expect(PANE_POLICY['script-src']).toEqual(["'self'", `https://${OFFICE_HOST}`]);
    expect(OFFICE_JS).toBe(`https://${OFFICE_HOST}/lib/1/hosted/office.js`);
  });
});
