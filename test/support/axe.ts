/** What axe finds on a page, or in a frame of one, that keeps people out. */
import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';

/** It is evaluated, not imported: jest's transform breaks it. */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Each rule that is broken, with the first element that breaks it and in what. */
export async function barriers(page: Page | Frame): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE);
  return page.evaluate<string[]>(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`))',
  );
}

/** By how many pixels what is shown is wider than its window. */
export function overflow(page: Page | Frame): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
