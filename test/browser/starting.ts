/** Every state of the built pane before it has started, one after the other: Office.js blocked, slow, old browsers. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { LANGUAGES } from '../../src/locales';
import { BUILT_PANE_URL, fulfilWith, officeStub, refuse, type Served, serveBuiltPane } from './builtPane';

/** Milliseconds: as long as the page waits before it says what is missing. */
const PATIENCE = 10_000;
/** Milliseconds until waiting is given up: on a busy machine a page takes many times as long as alone. */
const WAIT = 240_000;

/** Told of each state as it is shown. */
export type StartWatcher = (state: string, page: Page) => Promise<void>;

/** A file that has not come yet, and what makes it come. */
function held(body: string) {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const answer: Served['office'] = async (route) => {
    await released;
    await fulfilWith(body)(route);
  };
  return { answer, release };
}

/** Shows the states in which the pane cannot start, or not yet; each in a page of its own. */
export async function showStarts(browser: Browser, options: BrowserContextOptions, watch: StartWatcher): Promise<void> {
  const show = async (served: Served, work: (page: Page) => Promise<void>): Promise<void> => {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(WAIT);
      await page.clock.install();
      await serveBuiltPane(page, served);
      await work(page);
    } finally {
      await context.close();
    }
  };
  await show({ office: refuse }, (page) => blocked(page, watch));
  const late = held(officeStub('vi-VN'));
  await show({ office: late.answer }, (page) => slow(page, late.release, watch));
  await show({ office: fulfilWith(officeStub('vi-VN', { ready: false })) }, (page) => neverReady(page, watch));
  await show({ office: fulfilWith(officeStub('vi-VN', { ready: false })) }, (page) => neverAnswered(page, watch));
  await show({ office: fulfilWith(officeStub('vi-VN')), ownScript: refuse }, (page) => ownFiles(page, watch));
  await show({ office: fulfilWith(officeStub('vi-VN')), startScript: refuse, ownScript: refuse }, (page) =>
    noScripts(page, watch),
  );
  const first = held('');
  await show({ office: fulfilWith(officeStub('vi-VN')), firstScript: first.answer }, (page) =>
    ownFilesSlow(page, first.release, watch),
  );
  // A browser that knows neither the newest functions nor the syntax: it refuses the script of the pane.
  const unparsed = fulfilWith('class A { static { ( } }');
  await show({ office: fulfilWith(officeStub('vi-VN')), ownScript: unparsed }, (page) => oldBrowser(page, watch));
  await show({ office: fulfilWith(officeStub('vi-VN', { host: null })) }, (page) => outsideExcel(page, watch));
}

const notice = (page: Page, name: string): Promise<void> => page.locator(`#start-${name}`).waitFor();
/** The pane has been drawn in the place of the start page. */
const drawn = (page: Page): Promise<void> => page.locator('#start').waitFor({ state: 'detached' });

async function blocked(page: Page, watch: StartWatcher): Promise<void> {
  await page.goto(BUILT_PANE_URL);
  await notice(page, 'office');
  await watch('office-blocked', page);
  const again = page.waitForEvent('load');
  await page.locator('#start-office button').click();
  await again;
  await notice(page, 'office');
}

/** It is as slow as the network: the page is there meanwhile, and the pane starts when the file comes after all. */
async function slow(page: Page, release: () => void, watch: StartWatcher): Promise<void> {
  await page.goto(BUILT_PANE_URL, { waitUntil: 'commit' });
  await notice(page, 'opening');
  await watch('opening', page);
  await page.clock.fastForward(PATIENCE);
  await notice(page, 'office');
  await watch('office-slow', page);
  await page.clock.fastForward(2_000);
  release();
  await drawn(page);
  await page.getByText(LANGUAGES.vi.ui.failed).first().waitFor();
}

/** Office.js has come, but not the file for Excel that it loads itself: Office is never ready. */
async function neverReady(page: Page, watch: StartWatcher): Promise<void> {
  await page.goto(BUILT_PANE_URL);
  await page.waitForFunction('"officeReady" in window');
  await page.clock.fastForward(PATIENCE);
  await notice(page, 'office');
  await watch('office-never-ready', page);
  await page.evaluate(`window.officeReady({ host: 'Excel' })`);
  await drawn(page);
}

/** All files have come, and Excel does not say which host it is. */
async function neverAnswered(page: Page, watch: StartWatcher): Promise<void> {
  await page.addInitScript('window.Excel = {};');
  await page.goto(BUILT_PANE_URL);
  await page.waitForFunction('"officeReady" in window');
  await page.clock.fastForward(PATIENCE);
  await notice(page, 'silent');
  await watch('excel-silent', page);
  await page.evaluate(`window.officeReady({ host: 'Excel' })`);
  await drawn(page);
}

async function ownFiles(page: Page, watch: StartWatcher): Promise<void> {
  await page.goto(BUILT_PANE_URL);
  await notice(page, 'own-files');
  await watch('own-files-missing', page);
}

/** Not even the script comes that says what is missing: the page itself says it after a while. */
async function noScripts(page: Page, watch: StartWatcher): Promise<void> {
  await page.goto(BUILT_PANE_URL);
  await notice(page, 'opening');
  await page.locator('#start-late').waitFor({ state: 'hidden' });
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  await notice(page, 'late');
  await watch('no-scripts', page);
  const again = page.waitForEvent('load');
  await page.locator('#start-late a').first().click();
  await again;
}

/** A server that answers with the page, and then no more: the page is seen all the same. */
async function ownFilesSlow(page: Page, release: () => void, watch: StartWatcher): Promise<void> {
  await page.goto(BUILT_PANE_URL, { waitUntil: 'commit' });
  await notice(page, 'opening');
  await page.clock.fastForward(PATIENCE);
  await notice(page, 'own-files');
  await watch('own-files-slow', page);
  release();
  await drawn(page);
}

async function oldBrowser(page: Page, watch: StartWatcher): Promise<void> {
  await page.addInitScript('delete Object.hasOwn; delete Array.prototype.at;');
  await page.goto(BUILT_PANE_URL);
  await notice(page, 'old-browser');
  await page.clock.fastForward(PATIENCE);
  await watch('old-browser', page);
}

async function outsideExcel(page: Page, watch: StartWatcher): Promise<void> {
  await page.goto(BUILT_PANE_URL);
  await drawn(page);
  await page.getByText(LANGUAGES.vi.ui.notExcel.message).or(page.getByText(LANGUAGES.en.ui.notExcel.message)).waitFor();
  await watch('outside-excel', page);
}
