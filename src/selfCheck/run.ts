/** Runs the self-check in the open workbook, on scratch sheets, and leaves the workbook as it was. */
import { nameFailure } from '../excel/failure';
import { cancelled, createBench, isCancelled, refusalOf, type Waits } from './bench';
import type { HostFacts } from './facts';
import type { CheckItem, ItemResult } from './item';
import { ITEMS } from './items';
import { createPoints } from './points';
import type { SelfCheckResult } from './result';
import {
  addScratchSheet,
  type Before,
  countScratchSheets,
  deleteScratchSheet,
  deleteScratchSheets,
  readBefore,
  restore,
} from './workbookState';

export interface SelfCheckOptions {
  facts: HostFacts;
  signal?: AbortSignal;
  onProgress?(done: number, of: number): void;
  waits?: Waits;
  /** Milliseconds that one item may take: a batch that Excel never answers would hold up the run for ever. */
  timeLimit?: number;
  items?: readonly CheckItem[];
}

const WAITS: Waits = { arrival: 2_000, silence: 1_000 };
const TIME_LIMIT = 60_000;
/** Milliseconds that each step of tidying up may take. */
const TIDY_LIMIT = 10_000;

/**
 * Each item on its own, in a try of its own. Throws ExcelFailure only where the workbook could not be looked at in the
 * beginning, when nothing has been added; after that it always gives a result, cancelled or not.
 */
export async function runSelfCheck(options: SelfCheckOptions): Promise<SelfCheckResult> {
  const { facts, signal, onProgress, waits = WAITS, timeLimit = TIME_LIMIT, items = ITEMS } = options;
  const before = await readBefore().catch((thrown: unknown) => {
    throw nameFailure(thrown);
  });
  const results: ItemResult[] = [];
  let stopped = false;
  for (const [index, item] of items.entries()) {
    onProgress?.(index, items.length);
    stopped ||= signal?.aborted === true;
    const result: ItemResult = stopped
      ? notRun(item)
      : await runItem(item, before, { facts, waits, timeLimit, signal });
    // After a batch without an answer nothing else is answered either.
    stopped ||= result.refusal?.code === NO_ANSWER || result.status === 'notRun';
    results.push(result);
  }
  onProgress?.(items.length, items.length);
  const { left, restored } = await tidyUp(before, Math.min(timeLimit, TIDY_LIMIT));
  return {
    facts,
    excel: before.excel,
    items: results,
    cancelled: signal?.aborted === true,
    left,
    leftName: before.prefix,
    restored,
  };
}

const NO_ANSWER = 'NoAnswer';

const notRun = ({ id }: CheckItem): ItemResult => ({
  id,
  status: 'notRun',
  differences: [],
  unsupported: [],
  notes: [],
  refusal: null,
});

interface ItemOptions {
  facts: HostFacts;
  waits: Waits;
  timeLimit: number;
  signal: AbortSignal | undefined;
}

async function runItem(
  item: CheckItem,
  before: Before,
  { facts, waits, timeLimit, signal }: ItemOptions,
): Promise<ItemResult> {
  const points = createPoints();
  // Its own controller, so that an item whose time is up sends nothing more.
  const own = new AbortController();
  const stop = (): void => own.abort();
  signal?.addEventListener('abort', stop, { once: true });
  const work = async (): Promise<void> => {
    const sheetId = await addScratchSheet(before);
    // Excel may have taken so long that the run is over, and nobody else deletes the sheet.
    if (own.signal.aborted) {
      await deleteScratchSheet(sheetId);
      throw cancelled();
    }
    const bench = createBench(sheetId, { points, prefix: before.prefix, waits, signal: own.signal });
    await item.run(bench, facts);
  };
  try {
    await within(timeLimit, work());
    return points.result(item.id, null);
  } catch (thrown) {
    if (isCancelled(thrown)) return notRun(item);
    const refusal = thrown === TOO_LATE ? { code: NO_ANSWER, location: '' } : refusalOf(thrown);
    return { ...points.result(item.id, refusal), status: 'failed' };
  } finally {
    own.abort();
    signal?.removeEventListener('abort', stop);
    // What stays now is deleted at the end.
    await within(Math.min(timeLimit, TIDY_LIMIT), deleteScratchSheets(before)).catch(() => undefined);
  }
}

const TOO_LATE = Symbol('too late');

/** Rejects with {@link TOO_LATE} where the work takes longer; what becomes of it then is of no interest. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    // A symbol: nobody reads a stack of it.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    timer = setTimeout(() => reject(TOO_LATE), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Removes what is left and restores what was; says what could not be done, and never rejects. */
async function tidyUp(before: Before, limit: number): Promise<{ left: number | null; restored: boolean }> {
  await within(limit, deleteScratchSheets(before)).catch(() => undefined);
  const left = await within(limit, countScratchSheets(before)).catch(() => null);
  const restored = await within(limit, restore(before)).catch(() => false);
  return { left, restored };
}
