/** What the page measures of its own start, for the self-check. */
import type { PageFacts } from '../selfCheck/facts';

declare global {
  interface Window {
    /** Filled by `pageStart.js`, which listens before Office.js is loaded. */
    pageStart?: { blocked: string[] };
  }
}

const READY = 'office-ready';

/** Notes that Office.js is ready. */
export function markReady(): void {
  performance.mark(READY);
}

/** Of an address only scheme and host: what follows may name a file of the user's. */
const originOf = (address: string): string => /^[a-z]+:\/\/[^/?#]+/i.exec(address)?.[0] ?? address;

export function readPageFacts(): PageFacts {
  const blocked = window.pageStart?.blocked;
  const [ready] = performance.getEntriesByName(READY);
  return {
    blocked: blocked ? [...new Set(blocked.map(originOf))] : null,
    readyAfter: ready?.startTime ?? null,
  };
}
