/**
 * Pictures of the workbench at each step of the work, in both languages and all themes, under out/pictures. Earlier files
 * there are deleted.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { findBrowser } from '../../src/workbench/server/browser';
import { ROOT } from '../../src/workbench/server/build';
import { startWorkbench, stopWorkbench } from '../browser/workbench';
import { buildAll } from '../support/built';
import { LOOKS, showStates, WINDOW, writeFiles } from '../browser/states';

const OUT = join(ROOT, 'out/pictures');
/** Pixels of the tool bar above the pane. */
const BAR = 50;

/** A window as high as the pane's content, so that nothing is cut off. */
async function picture(pane: Frame, path: string): Promise<void> {
  const page = pane.page();
  const height = await pane.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...WINDOW, height: Math.max(WINDOW.height, height + BAR) });
  await page.screenshot({ path });
  await page.setViewportSize(WINDOW);
}

async function pictures(): Promise<void> {
  if (findBrowser() === null) throw new Error('no Chromium, Chrome or Edge is installed');
  rmSync(OUT, { recursive: true, force: true });
  await buildAll();
  const server = await startWorkbench();
  try {
    await writeFiles(server.folder);
    for (const look of LOOKS) {
      const folder = join(OUT, `${look.language}-${look.theme}`);
      mkdirSync(folder, { recursive: true });
      let number = 0;
      await showStates(server, look, server.folder, async (state, pane) => {
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
