/** Where an item works: a scratch sheet of its own, one batch after the other. The user's own sheets cannot be named through it. */
import { ExcelFailure, nameFailure } from '../excel/failure';
import { fieldOf, nameAndMessageOf } from '../thrown';
import type { Refusal } from './item';
import type { Points } from './points';

/** Milliseconds that an item waits for what may come late, and for what has to stay out. */
export interface Waits {
  arrival: number;
  silence: number;
}

export interface Bench {
  readonly points: Points;
  readonly waits: Waits;
  /** Begins the name of every scratch sheet; a name that begins with it is free. */
  readonly prefix: string;
  /** Queues one batch on the item's scratch sheet and sends it; what was loaded can be read afterwards. */
  batch<T>(queue: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T): Promise<T>;
  /** As {@link Bench.batch} for what Excel may refuse: how it did, or null. */
  refusal(queue: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<Refusal | null>;
  /** The code that a batch is refused with, 'none' where it is not. */
  code(queue: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<string>;
  /** Waits; rejects where the run is cancelled meanwhile. */
  pause(milliseconds: number): Promise<void>;
}

/** A run that was cancelled, or an item that has used up its time: nothing more is sent for it. */
export const cancelled = (): ExcelFailure => new ExcelFailure('cancelled', '');

/** The bench of one item, on the sheet with this id; nothing is sent once the signal is aborted. */
export function createBench(
  sheetId: string,
  given: Pick<Bench, 'points' | 'prefix' | 'waits'> & { signal: AbortSignal },
): Bench {
  const { signal } = given;
  const batch: Bench['batch'] = async (queue) => {
    if (signal.aborted) throw cancelled();
    return Excel.run({ delayForCellEdit: true }, async (context) => {
      const result = queue(context.workbook.worksheets.getItem(sheetId), context);
      await context.sync();
      return result;
    });
  };
  const refusal: Bench['refusal'] = async (queue) => {
    try {
      await batch(queue);
      return null;
    } catch (thrown) {
      if (isCancelled(thrown)) throw thrown;
      return refusalOf(thrown);
    }
  };
  return {
    ...given,
    batch,
    refusal,
    code: async (queue) => (await refusal(queue))?.code ?? 'none',
    pause: (milliseconds) => pause(milliseconds, signal),
  };
}

export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(cancelled());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

export const isCancelled = (thrown: unknown): boolean =>
  thrown instanceof ExcelFailure && thrown.failure === 'cancelled';

/** How Excel refused. A fault of our own program has its name and message for a code. */
export function refusalOf(thrown: unknown): Refusal {
  const code = fieldOf(thrown, 'code');
  if (code === null) return { code: nameAndMessageOf(thrown), location: '' };
  const debugInfo: unknown =
    typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'debugInfo') : undefined;
  const location: unknown =
    typeof debugInfo === 'object' && debugInfo !== null ? Reflect.get(debugInfo, 'errorLocation') : undefined;
  return { code, location: typeof location === 'string' ? location : '' };
}

/** The name that the add-in has for a refusal: what a user would be told. */
export function failureNameOf({ code }: Refusal): string {
  const named = nameFailure({ code, message: '' });
  return named instanceof ExcelFailure ? named.failure : code;
}
