/** A Chrome, Edge or Chromium of this computer, in which the workbench opens without a warning. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spkiOf, type Certificate } from './certificate';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];
const NAMES = ['chromium', 'google-chrome', 'chrome', 'microsoft-edge'];

/** A path or a name that can be started; null where no such browser is installed. */
export function findBrowser(): string | null {
  const path = CANDIDATES.find((one) => existsSync(one));
  return path ?? NAMES.find((one) => spawnSync(one, ['--version'], { stdio: 'ignore' }).status === 0) ?? null;
}

/** It talks to no service of its maker; Chromium refuses its sandbox to the superuser, as whom containers run. */
export const QUIET_FLAGS: readonly string[] = [
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Whether windows can be shown here: a Linux without a display has none. */
export function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The flag by which a browser with a profile of its own trusts this one certificate. */
export function trustFlag(certificate: Certificate): string {
  return `--ignore-certificate-errors-spki-list=${spkiOf(certificate)}`;
}

/**
 * Opens an address in a window of its own, with a profile that is thrown away at the end. It trusts the one certificate
 * beside what every browser trusts. Answers how to close it.
 */
export function openBrowser(browser: string, url: string, certificate: Certificate): () => void {
  const profile = mkdtempSync(join(tmpdir(), 'covenant-workbench-'));
  const child: ChildProcess = spawn(
    browser,
    [
      ...QUIET_FLAGS,
      '--no-default-browser-check',
      `--user-data-dir=${profile}`,
      trustFlag(certificate),
      '--new-window',
      url,
    ],
    { stdio: 'ignore' },
  );
  // Where it cannot be started the address has been printed all the same.
  child.on('error', () => undefined);
  return () => {
    child.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
}
