import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildPane, ROOT } from '../../src/workbench/server/build';
import { barriers, overflow } from '../support/axe';
import { BUILT_BASE, builtPane, FIRST_LOAD_BUDGET, firstLoad } from '../support/built';
import { BUILT_PANE_URL, fulfilWith, officeStub, serveBuiltPane, troublesOf } from '../browser/builtPane';
import { describeInChromium, launchChromium } from '../support/chromium';

let dist = '';

const built = (name: string): string => readFileSync(join(dist, name), 'utf8');
const files = (): string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(dist, name)).isFile());
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
      'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      expect.stringMatching(/^taskpane\.[0-9a-f]{20}\.js$/),
      expect.stringMatching(/^start\.[0-9a-f]{20}\.js$/),
    ]);
  });

  test('needs at most 169 KB of script, compressed, before the pane is drawn (Office.js aside)', () => {
    const first = firstLoad(dist);
    expect(first.scripts).toHaveLength(2);
    expect(first.bytes).toBeGreaterThan(0);
    expect(first.bytes).toBeLessThanOrEqual(FIRST_LOAD_BUDGET);
  });

  test('ships the start script as it is: a build would make syntax of it that old browsers cannot parse', () => {
    const [name = ''] = files().filter((file) => /^start\.\w+\.js$/.test(file));
    expect(built(name)).toBe(readFileSync(join(ROOT, 'src/taskpane/start.js'), 'utf8'));
  });

  test('holds nothing of the stand-in for Excel, nor of what only tests use', () => {
    const bundles = scripts().filter((name) => !name.startsWith('start.'));
    const modules = bundles.flatMap((name) => (JSON.parse(built(`${name}.map`)) as { sources: string[] }).sources);
    expect(modules.some((one) => one.includes('src/commands/sheets'))).toBe(true);
    expect(
      modules.filter((one) => /src\/(workbench|stand-in|cli)\/|@univerjs|@microsoft\/office-js|hucre|fflate/.test(one)),
    ).toEqual([]);
  });

  test('lets the pages load nothing but their own files and Office.js', () => {
    const policy = /Content-Security-Policy"? content="([^"]+)"/.exec(built('taskpane.html'))?.[1] ?? '';
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual(["'self'", 'https://appsforoffice.microsoft.com']);
    expect(rules.get('connect-src')).toEqual(["'self'"]);
    expect(built('support.html')).toContain("default-src 'none'");
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
    expect(await page.evaluate('window.associated')).toEqual(['insertSheets', 'checkFigures', 'rankUnits']);
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
