import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { developmentCertificate } from '../../src/workbench/server/certificate';
import { BUILT_BASE } from '../support/built';
import { describeInChromium, launchChromium } from '../support/chromium';
import { serveWorld } from './served';

/** A host of Excel on the web that Microsoft's client trusts. */
const EXCEL_ON_THE_WEB = 'https://sea-excel.officeapps.live.com';
/** One that it does not know, though it may show the pane. */
const UNKNOWN_TO_THE_CLIENT = 'https://tenant.sharepoint.com';
const STRANGER = 'https://stranger.example';

describeInChromium('the build on a static server, under a path, with the headers of the list', () => {
  const folder = mkdtempSync(join(tmpdir(), 'covenant-served-'));
  let browser: Browser;
  let server: Server;

  beforeAll(async () => {
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const world = await serveWorld(await developmentCertificate(folder));
    server = world.server;
    browser = await launchChromium([`--host-resolver-rules=MAP * 127.0.0.1:${world.port}`]);
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  /** Opens a page that shows the pane in a frame; gathers what the policies refuse and what fails. */
  async function openIn(host: string): Promise<{ page: Page; refused: string[]; close: () => Promise<void> }> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const refused: string[] = [];
    await context.exposeBinding('refuse', (_source, directive: string, url: string) => {
      refused.push(`${directive} ${url}`);
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        const refuse: unknown = Reflect.get(window, 'refuse');
        if (typeof refuse === 'function') Reflect.apply(refuse, window, [effectiveDirective, blockedURI]);
      });
    });
    const page = await context.newPage();
    // On a busy machine a page takes many times as long as alone.
    page.setDefaultTimeout(240_000);
    page.on('pageerror', (error) => refused.push(String(error)));
    await page.goto(`${host}/`);
    return { page, refused, close: () => context.close() };
  }

  test('opens in Excel on the web with Microsoft’s client, and nothing is refused by its policy', async () => {
    const { page, refused, close } = await openIn(EXCEL_ON_THE_WEB);
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    expect(page.frames().map((frame) => new URL(frame.url()).origin)).toEqual([
      EXCEL_ON_THE_WEB,
      new URL(BUILT_BASE).origin,
    ]);
    expect(refused).toEqual([]);
    await close();
  });

  test('lets the client ask whether a web host is trusted that it does not know', async () => {
    const { page, refused, close } = await openIn(UNKNOWN_TO_THE_CLIENT);
    const question = /^https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/AgaveErrorUX\/index\.html/;
    await page.waitForResponse((response) => question.test(response.url()) && response.ok());
    expect(refused).toEqual([]);
    await close();
  });

  test('is shown in no frame of another site', async () => {
    const { page, close } = await openIn(STRANGER);
    const frame = await page.locator('iframe').elementHandle();
    const content = await frame?.contentFrame();
    await content?.waitForURL('chrome-error://chromewebdata/');
    expect(await content?.getByRole('heading', { level: 1 }).count()).toBe(0);
    await close();
  });
});
