/**
 * Pictures of the workbench at each step of the work, in both languages and all themes, and of a pane that cannot start, under
 * out/pictures. Earlier files
 * there are deleted.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { findBrowser } from '../../src/workbench/server/browser';
import { ROOT } from '../../src/workbench/server/build';
import { showStarts } from '../browser/starting';
import { startWorkbench, stopWorkbench, type WorkbenchServer } from '../browser/workbench';
import { buildAll } from '../support/built';
import { LOOKS, showStates, WINDOW, writeFiles } from '../browser/states';

const OUT = join(ROOT, 'out/pictures');
/** Pixels of the tool bar above the pane. */
const BAR = 50;
const START_WINDOW = { width: 350, height: 600 };

/** A window as high as the pane's content, so that nothing is cut off. */
async function picture(pane: Frame, path: string): Promise<void> {
  const page = pane.page();
  const height = await pane.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...WINDOW, height: Math.max(WINDOW.height, height + BAR) });
  await page.screenshot({ path });
  await page.setViewportSize(WINDOW);
}

/** A pane as narrow as Excel's, before it has started, in both colour schemes. */
async function startPictures({ browser }: WorkbenchServer): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const folder = join(OUT, `start-${colorScheme}`);
    mkdirSync(folder, { recursive: true });
    await showStarts(browser, { viewport: START_WINDOW, colorScheme }, async (state, page) => {
      await page.screenshot({ path: join(folder, `${state}.png`), fullPage: true });
    });
    process.stdout.write(`${folder}\n`);
  }
}

async function pictures(): Promise<void> {
  if (findBrowser() === null) throw new Error('no Chromium, Chrome or Edge is installed');
  rmSync(OUT, { recursive: true, force: true });
  await buildAll();
  const server = await startWorkbench();
  try {
    await startPictures(server);
    await writeFiles(server.folder);
    for (const look of LOOKS) {
      const folder = join(OUT, `${look.language}-${look.theme}`);
      mkdirSync(folder, { recursive: true });
      let number = 0;
      await showStates(server, look, { folder: server.folder }, async (state, pane) => {
        number += 1;
        await picture(pane, join(folder, `${String(number).padStart(2, '0')}-${state}.png`));
      });
      process.stdout.write(`${folder}: ${number}\n`);
    }
  } finally {
    await stopWorkbench(server);
  }
}

pictures().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
