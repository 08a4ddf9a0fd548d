/** The built pane alone in a page: its files are served from the build, and Office.js is what a test says. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { BUILT_BASE, builtPane } from '../support/built';

export const BUILT_PANE_URL = `${BUILT_BASE}/taskpane.html`;
const OFFICE_URL = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.png': 'image/png' };

export interface OfficeStub {
  /** Whether Excel has the requirement set that the pane needs; it has, when not given. */
  supported?: boolean;
  /** The application that Office reports; "Excel" when not given, null in a browser tab. */
  host?: string | null;
  /** Whether Office is ever ready; it is, when not given. */
  ready?: boolean;
}

/** As much of Office.js as the pane asks before it is drawn; its Excel has gone. */
export const officeStub = (
  language: string,
  { supported = true, host = 'Excel', ready = true }: OfficeStub = {},
): string => `
  window.Office = {
    HostType: { Excel: 'Excel' },
    onReady: () => ${ready ? `Promise.resolve({ host: ${JSON.stringify(host)} })` : 'new Promise((resolve) => (window.officeReady = resolve))'},
    context: {
      displayLanguage: '${language}',
      requirements: { isSetSupported: (set, version) => ${supported} && set === 'ExcelApi' && version === '1.14' },
    },
    actions: { associate: (name) => (window.associated ??= []).push(name) },
    addin: { showAsTaskpane: () => Promise.resolve() },
  };`;

/** How a request is answered; null where the build answers it. */
export type Answer = (route: Route) => Promise<void>;

export const fulfilWith =
  (body: string): Answer =>
  (route) =>
    route.fulfill({ contentType: 'text/javascript', body });
/** As by a firewall that refuses at once. */
export const refuse: Answer = (route) => route.abort('blockedbyclient');

export interface Served {
  office: Answer;
  /** The script that runs before Office.js; from the build when not given. */
  firstScript?: Answer;
  /** The script that says what is missing; from the build when not given. */
  startScript?: Answer;
  /** The pane's own script; from the build when not given. */
  ownScript?: Answer;
}

/** Answers every request of a page from the build; nothing is asked of the network. */
export async function serveBuiltPane(
  page: Page,
  { office, firstScript, startScript, ownScript }: Served,
): Promise<void> {
  const folder = builtPane();
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url === OFFICE_URL) return office(route);
    const name = url.startsWith(`${BUILT_BASE}/`) ? url.slice(BUILT_BASE.length + 1) : '';
    if (firstScript && /^pageStart\.\w+\.js$/.test(name)) return firstScript(route);
    if (startScript && /^start\.\w+\.js$/.test(name)) return startScript(route);
    if (ownScript && /^taskpane\.\w+\.js$/.test(name)) return ownScript(route);
    if (name === '' || !existsSync(join(folder, name))) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: TYPES[extname(name)] ?? 'text/plain', path: join(folder, name) });
  });
}

/** What the page complains of from now on: its console, and errors that nothing caught. */
export function troublesOf(page: Page): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(String(error)));
  return troubles;
}
