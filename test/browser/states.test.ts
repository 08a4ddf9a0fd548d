/** Every state of the pane in both languages and all themes: nothing keeps people out, nothing has to be scrolled sideways. */
import type { Frame } from 'playwright-core';
import { barriers, overflow } from '../support/axe';
import { describeInChromium } from '../support/chromium';
import { startWorkbench, type WorkbenchServer, stopWorkbench } from './workbench';
import { showStates, type Theme, writeFiles } from './states';
import type { Language } from '../../src/locales';

/** Each language and each theme once: neither changes what the other does. */
const TRIED: readonly { language: Language; themes: readonly [Theme, ...Theme[]] }[] = [
  { language: 'vi', themes: ['light', 'contrast'] },
  { language: 'en', themes: ['dark'] },
];
/** Pixels: the narrowest pane, and as many as are left of them when the browser's zoom makes all text twice as large. */
const MIN_PANE_WIDTH = 320;
const ENLARGED = MIN_PANE_WIDTH / 2;
/** Pixels; beside the pane little of the grid is drawn. */
const SMALL_WINDOW = { width: 640, height: 600 };

describeInChromium('every state of the pane', () => {
  let server: WorkbenchServer;

  beforeAll(async () => {
    server = await startWorkbench();
    await writeFiles(server.folder);
  }, 400_000);
  afterAll(() => stopWorkbench(server));

  test.each(TRIED)('in $language, $themes: axe finds nothing, and all fits in 320 pixels at 200 %', async (tried) => {
    const { language, themes } = tried;
    const [theme, ...others] = themes;
    const faults: string[] = [];
    const seen: string[] = [];
    const given = { folder: server.folder, viewport: SMALL_WINDOW };
    await showStates(server, { language, theme }, given, async (state, pane, handles) => {
      seen.push(state);
      await handles.width(MIN_PANE_WIDTH);
      for (const barrier of await barriers(pane)) faults.push(`${state}: ${barrier}`);
      faults.push(...(await tooWide(pane, `${state} at 100 %`)));
      for (const other of others) {
        await handles.theme(other);
        for (const barrier of await barriers(pane)) faults.push(`${state}, ${other}: ${barrier}`);
        await handles.theme(theme);
      }
      await handles.width(ENLARGED);
      faults.push(...(await tooWide(pane, `${state} at 200 %`)));
      await handles.width(MIN_PANE_WIDTH);
    });
    expect(faults).toEqual([]);
    expect(seen).toHaveLength(21);
  });

  async function tooWide(pane: Frame, state: string): Promise<string[]> {
    const pixels = await overflow(pane);
    return pixels > 0 ? [`${state}: ${pixels} pixels too wide`] : [];
  }
});
