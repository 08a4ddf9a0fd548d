import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ADMINISTRATOR_DOCUMENT } from '../../src/hosting/administratorPage';
import { headersFor } from '../../src/hosting/headers';
import { metaPolicyText, PANE_POLICY, TEXT_POLICY } from '../../src/hosting/policy';
import { serverFiles } from '../../src/hosting/serverFiles';
import { zipFolder } from '../../src/hosting/zip';
import { buildPane, ROOT } from '../../src/workbench/server/build';
import { barriers, overflow } from '../support/axe';
import { BUILT_BASE, builtPane, FIRST_LOAD_BUDGET, firstLoad } from '../support/built';
import { BUILT_PANE_URL, fulfilWith, officeStub, serveBuiltPane, troublesOf } from '../browser/builtPane';
import { describeInChromium, launchChromium } from '../support/chromium';

const TSX = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
let dist = '';

const built = (name: string): string => readFileSync(join(dist, name), 'utf8');
const files = (): string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(dist, name)).isFile());
/** Scripts that are copied as they are have no source map. */
const isPlain = (name: string): boolean => /^(start|pageStart)\./.test(name);
const scripts = (): string[] => files().filter((name) => name.endsWith('.js'));

beforeAll(() => {
  dist = builtPane();
});

describe('the production build', () => {
  test('puts the address it will be served from into the manifest', () => {
    expect(built('manifest.xml')).toContain(`${BUILT_BASE}/taskpane.html"`);
    expect(built('manifest.xml')).not.toContain('localhost');
  });

  test('refuses an address without HTTPS', async () => {
    await expect(buildPane('http://scoring.example', join(tmpdir(), 'never'))).rejects.toThrow(/must begin with https/);
  });

  test('makes every file the manifest names', () => {
    const named = [...built('manifest.xml').matchAll(/DefaultValue="(https:[^"]+)"/g)].map(([, url = '']) =>
      url.slice(BUILT_BASE.length + 1),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !files().includes(name))).toEqual([]);
  });

  test('can stand in any folder: its pages name their own files relatively', () => {
    const sources = [...built('taskpane.html').matchAll(/(?:src|href)="?([^\s">]+)/g)].map(([, url]) => url);
    expect(sources).toEqual([
      expect.stringMatching(/^pageStart\.[0-9a-f]{20}\.js$/),
      'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      expect.stringMatching(/^taskpane\.[0-9a-f]{20}\.js$/),
      expect.stringMatching(/^start\.[0-9a-f]{20}\.js$/),
    ]);
  });

  test('needs at most 169 KB of script, compressed, before the pane is drawn (Office.js aside)', () => {
    const first = firstLoad(dist);
    expect(first.scripts).toHaveLength(3);
    expect(first.bytes).toBeGreaterThan(0);
    expect(first.bytes).toBeLessThanOrEqual(FIRST_LOAD_BUDGET);
  });

  test('ships the start script as it is: a build would make syntax of it that old browsers cannot parse', () => {
    const [name = ''] = files().filter((file) => /^start\.\w+\.js$/.test(file));
    expect(built(name)).toBe(readFileSync(join(ROOT, 'src/taskpane/start.js'), 'utf8'));
  });

  test('holds nothing of the stand-in for Excel, nor of what only tests use', () => {
    const bundles = scripts().filter((name) => !isPlain(name));
    const modules = bundles.flatMap((name) => (JSON.parse(built(`${name}.map`)) as { sources: string[] }).sources);
    expect(modules.some((one) => one.includes('src/commands/sheets'))).toBe(true);
    expect(
      modules.filter((one) =>
        /src\/(workbench|stand-in|cli|hosting)\/|@univerjs|@microsoft\/office-js|hucre|fflate/.test(one),
      ),
    ).toEqual([]);
  });

  test.each([
    ['taskpane.html', PANE_POLICY],
    ['support.html', TEXT_POLICY],
    ['trien-khai.html', TEXT_POLICY],
  ])('puts the policy of the headers into %s', (page, policy) => {
    const content = /Content-Security-Policy"? content="([^"]+)"/.exec(built(page))?.[1];
    expect(content).toBe(metaPolicyText(policy));
    expect(headersFor(page)['Content-Security-Policy']?.startsWith(`${content}; frame-ancestors`)).toBe(true);
  });

  test('has no page without a policy', () => {
    const pages = files().filter((name) => name.endsWith('.html'));
    expect(pages.sort()).toEqual(['support.html', 'taskpane.html', 'trien-khai.html']);
  });

  test('lets a server say of every script that its name stands for its content', () => {
    expect(scripts().filter((name) => !headersFor(name)['Cache-Control']?.includes('immutable'))).toEqual([]);
  });

  test('holds the configuration of servers as the list of headers makes it', () => {
    const written = serverFiles(files());
    for (const [name, text] of Object.entries(written)) {
      // Files of servers say nothing of themselves.
      const wanted = name === 'web.config' ? serverFiles(files().filter((file) => !(file in written)))[name] : text;
      expect([name, built(name)]).toEqual([name, wanted]);
    }
  });

  test('holds the page for administrators, with the headings of the document and links that lead somewhere', () => {
    const document = readFileSync(join(ROOT, ADMINISTRATOR_DOCUMENT), 'utf8');
    const headings = [...document.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
    const page = built('trien-khai.html');
    expect(headings.length).toBeGreaterThan(5);
    expect([...page.matchAll(/<h\d>(.+)<\/h\d>/g)].map(([, heading]) => heading)).toEqual(headings);
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !link.startsWith('https://') && !files().includes(link))).toEqual([]);
  });

  test('says nothing of the machine that made it', () => {
    const telling = files().filter((name) => readFileSync(join(dist, name)).includes(ROOT));
    expect(telling).toEqual([]);
  });

  test('names scripts in source maps as they are named, whatever the folder it was made in', () => {
    for (const name of scripts().filter((one) => !isPlain(one))) {
      const map = JSON.parse(built(`${name}.map`)) as { file: string };
      expect(map.file).toBe(name);
    }
    const hashes = (text: string): string[] =>
      [...text.matchAll(/"\d+":"([0-9a-f]{20})"/g)].map(([, hash = '']) => hash);
    const [main = ''] = scripts().filter((name) => name.startsWith('taskpane.'));
    const { sourcesContent } = JSON.parse(built(`${main}.map`)) as { sourcesContent: string[] };
    expect(hashes(built(main)).length + hashes(sourcesContent.join()).length).toBeGreaterThan(0);
    const unknown = hashes(sourcesContent.join()).filter((hash) => !scripts().some((name) => name.includes(hash)));
    expect(unknown).toEqual([]);
  });

  test('is packed beside its folder, with the address that its manifest names', () => {
    const work = mkdtempSync(join(tmpdir(), 'covenant-pack-'));
    try {
      cpSync(dist, join(work, 'site'), { recursive: true });
      const said = execFileSync(process.execPath, [TSX, join(ROOT, 'src/hosting/pack.ts'), work], { encoding: 'utf8' });
      const [archive = ''] = readdirSync(work).filter((name) => name.endsWith('.zip'));
      expect(archive).toMatch(/^covenant-scoring-\d+\.\d+\.\d+\.zip$/);
      const bytes = readFileSync(join(work, archive));
      expect(bytes.equals(Buffer.from(zipFolder(dist)))).toBe(true);
      expect(said).toContain(createHash('sha256').update(bytes).digest('hex'));
      expect(said).toContain(`The manifest is for ${BUILT_BASE}.`);
    } finally {
      rmSync(work, { recursive: true });
    }
  });
});

describeInChromium('the built pane in a browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let troubles: string[];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(() => context.close());

  /** Opens the pane with Office's language and version; what the page complains of is gathered in `troubles`. */
  async function openPane(width: number, language: string, { supported = true } = {}): Promise<Page> {
    context = await browser.newContext({ viewport: { width, height: 700 } });
    const page = await context.newPage();
    troubles = troublesOf(page);
    await serveBuiltPane(page, { office: fulfilWith(officeStub(language, { supported })) });
    await page.goto(BUILT_PANE_URL);
    await page.locator('h1:not(#start h1)').waitFor();
    return page;
  }

  test.each([
    [320, 'vi-VN', 'Làm lại', 'vi'],
    [450, 'en-US', 'Try again', 'en'],
  ])('%i pixels wide in %s: all fits, all is reachable, nothing is refused by the policy', async (...given) => {
    const [width, tag, again, language] = given;
    const page = await openPane(width, tag);
    // No Excel answers here: whatever is thrown must be shown, and shown again when it is tried again.
    const fault = page.getByText(/ReferenceError: Excel is not defined/).first();
    await fault.waitFor();
    await page.getByRole('button', { name: again, exact: true }).click();
    await fault.waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await overflow(page)).toBe(0);
    expect(await page.evaluate('window.associated')).toEqual([
      'insertSheets',
      'checkFigures',
      'rankUnits',
      'selfCheck',
    ]);
    expect(await barriers(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test('in an Excel that is too old a notice says so, and no command is offered', async () => {
    const page = await openPane(320, 'vi-VN', { supported: false });
    await page.getByText('Phiên bản Excel này chưa dùng được phần bổ trợ.').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    expect([await barriers(page), await overflow(page)]).toEqual([[], 0]);
    expect(troubles).toEqual([]);
  });
});
