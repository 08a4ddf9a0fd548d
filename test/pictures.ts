/**
 * Pictures of the workbench at each step of the work, in both languages and all themes, under out/pictures. What stood there
 * before is thrown away.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../src/workbench/server/browser';
import { ROOT } from '../src/workbench/server/build';
import { setStage, strikeStage } from './browser/bench';
import { LOOKS, showStates, writeFiles } from './browser/states';

const OUT = join(ROOT, 'out/pictures');

async function pictures(): Promise<void> {
  if (findBrowser() === null) throw new Error('no Chromium, Chrome or Edge is installed');
  rmSync(OUT, { recursive: true, force: true });
  const stage = await setStage();
  try {
    await writeFiles(stage.folder);
    for (const look of LOOKS) {
      const folder = join(OUT, `${look.language}-${look.theme}`);
      mkdirSync(folder, { recursive: true });
      let number = 0;
      await showStates(stage, look, stage.folder, async (state, pane) => {
        number += 1;
        const path = join(folder, `${String(number).padStart(2, '0')}-${state}.png`);
        const page = pane.page();
        await page.screenshot({ path });
      });
      process.stdout.write(`${folder}: ${number}\n`);
    }
  } finally {
    await strikeStage(stage);
  }
}

pictures().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
