/** An installed Chromium, Chrome or Edge for tests that need a real browser. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const NAMES = ['chromium', 'google-chrome', 'chrome'];

/** A path or a name that can be started; null where no such browser is installed. */
export function findChromium(): string | null {
  const path = CANDIDATES.find((one) => existsSync(one));
  return path ?? NAMES.find((one) => spawnSync(one, ['--version'], { stdio: 'ignore' }).status === 0) ?? null;
}

/** Starts the browser, which talks to no service of its maker. Throws where none is installed. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium, Chrome or Edge is installed');
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  // Chromium refuses its sandbox to the superuser, as whom tests run in containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...quiet, ...sandbox] });
}

/** A suite in a real browser: skipped by name where there is none, and failed on a build server (`CI=true`). */
export function describeInChromium(name: string, suite: () => void): void {
  if (findChromium() !== null) describe(name, suite);
  else if (process.env['CI'] === 'true') {
    test(`${name} needs Chromium`, () => {
      throw new Error('Not installed on this build server: Chromium, Chrome or Edge');
    });
  } else describe.skip(`${name} (skipped, not installed: Chromium, Chrome or Edge)`, suite);
}
