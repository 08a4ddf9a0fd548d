/** How often a property is tried: a sample in `npm test`, many more times in `npm run soak`. */

const SOAK = process.env.COVENANT_SOAK === 'true';
/** Whether everything is to be tried that `npm test` only samples. */
export const isSoak = SOAK;

/** Runs of a property, for fast-check. */
export function tries(sample: number, many: number): { numRuns: number } {
  return { numRuns: SOAK ? many : sample };
}

/** Milliseconds after which a test with {@link tries} fails. */
export const SOAK_TIMEOUT = SOAK ? 3_600_000 : 120_000;
