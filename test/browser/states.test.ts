/** Every state of the pane in both languages and all themes: nothing keeps people out, nothing has to be scrolled sideways. */
import type { Frame } from 'playwright-core';
import { barriers, overflow } from '../support/axe';
import { describeInChromium } from '../support/chromium';
import { startWorkbench, type WorkbenchServer, stopWorkbench } from './workbench';
import { type Look, showStates, writeFiles } from './states';

/** Each language and each theme once: neither changes what the other does. */
const TRIED: readonly Look[] = [
  { language: 'vi', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'vi', theme: 'contrast' },
];
/** Pixels: the narrowest pane, and as many as are left of them when the browser's zoom makes all text twice as large. */
const MIN_PANE_WIDTH = 320;
const ENLARGED = MIN_PANE_WIDTH / 2;

describeInChromium('every state of the pane', () => {
  let server: WorkbenchServer;

  beforeAll(async () => {
    server = await startWorkbench();
    await writeFiles(server.folder);
  }, 400_000);
  afterAll(() => stopWorkbench(server));

  test.each(TRIED)('in $language, $theme: axe finds nothing, and all fits in 320 pixels at 200 %', async (look) => {
    const faults: string[] = [];
    const seen: string[] = [];
    await showStates(server, look, server.folder, async (state, pane, width) => {
      seen.push(state);
      await width(MIN_PANE_WIDTH);
      for (const barrier of await barriers(pane)) faults.push(`${state}: ${barrier}`);
      faults.push(...(await tooWide(pane, `${state} at 100 %`)));
      await width(ENLARGED);
      faults.push(...(await tooWide(pane, `${state} at 200 %`)));
      await width(MIN_PANE_WIDTH);
    });
    expect(faults).toEqual([]);
    expect(seen).toHaveLength(21);
  });

  async function tooWide(pane: Frame, state: string): Promise<string[]> {
    const pixels = await overflow(pane);
    return pixels > 0 ? [`${state}: ${pixels} pixels too wide`] : [];
  }
});
