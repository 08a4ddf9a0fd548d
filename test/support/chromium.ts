/** An installed Chromium, Chrome or Edge for tests that need a real browser. */
import { type Browser, chromium } from 'playwright-core';
import { findBrowser, QUIET_FLAGS } from '../../src/workbench/server/browser';

/** Machines that test have no graphics card: emulating one takes longer than drawing without. */
const NO_GRAPHICS_CARD = '--disable-gpu';

/** Starts the browser, which talks to no service of its maker. Throws where none is installed. */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no Chromium, Chrome or Edge is installed');
  return chromium.launch({ executablePath, args: [...QUIET_FLAGS, NO_GRAPHICS_CARD, ...flags] });
}

/** A suite in a real browser: skipped by name where there is none, and failed on a build server (`CI=true`). */
export function describeInChromium(name: string, suite: () => void): void {
  if (findBrowser() !== null) describe(name, suite);
  else if (process.env['CI'] === 'true') {
    test(`${name} needs Chromium`, () => {
      throw new Error('Not installed on this build server: Chromium, Chrome or Edge');
    });
  } else describe.skip(`${name} (skipped, not installed: Chromium, Chrome or Edge)`, suite);
}
