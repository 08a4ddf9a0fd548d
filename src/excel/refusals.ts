/** What a reading leaves out where Excel refuses a batch whose reason may be what was asked for. */
import { ExcelFailure, type FailureCode } from './failure';
import type { ReadingMemory, RefusedPart } from './memory';
import { partsOf, type Wish } from './readSheets';

/** Failures whose reason may be what was asked for. */
const REFUSALS: readonly FailureCode[] = ['notFound', 'refusedRequest', 'unsupportedContent', 'tooOld', 'other'];

export class Refusals {
  /** What was left out because Excel refused the last batch. */
  readonly #left: RefusedPart[] = [];

  constructor(private readonly memory: Pick<ReadingMemory, 'refusedParts'>) {}

  /** The last batch was answered: what was left out was the reason. */
  answered(): void {
    this.#left.length = 0;
  }

  /**
   * Whether wishes that Excel refused can be repeated without what no figure depends on. Where nothing is left to do without, that was
   * not the reason, and it is asked for the next time.
   */
  doesWithout(some: readonly Wish[], named: unknown): boolean {
    const { refusedParts } = this.memory;
    const isRefusal = named instanceof ExcelFailure && REFUSALS.includes(named.failure);
    const parts = isRefusal ? partsOf(some) : [];
    if (parts.length === 0) for (const part of this.#left.splice(0)) refusedParts.delete(part);
    for (const part of parts) refusedParts.add(part);
    this.#left.push(...parts);
    return parts.length > 0;
  }
}
