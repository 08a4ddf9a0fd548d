/** What an item of the self-check is, and what it can come to. */
import type { Bench } from './bench';
import type { HostFacts } from './facts';

/** All items, in the order of the report. An id never changes its meaning: reports of different versions are compared by it. */
export const ITEM_IDS = [
  'protection',
  'rowDeletion',
  'texts',
  'arrays',
  'formulas',
  'calculation',
  'rangeAreas',
  'borders',
  'validation',
  'conditionalFormat',
  'copy',
  'page',
  'freeze',
  'activate',
  'rowInsertion',
  'charts',
  'replace',
  'events',
  'size',
  'errorCodes',
  'policy',
  'officeJs',
] as const;
export type ItemId = (typeof ITEM_IDS)[number];

/** What a person answers after the run; it has the last number of the report. */
export const QUESTIONS = ['pageBreaks', 'headings', 'otherWorkbook', 'recolouring'] as const;
export type Question = (typeof QUESTIONS)[number];

/** One thing that is otherwise than the add-in relies on. */
export interface Difference {
  /** Which part of the item; English, and as stable as the item's id. */
  point: string;
  expected: string;
  found: string;
}

/** How Excel refused: its code, and the member it names. Its message is left out, since it may quote what it was given. */
export interface Refusal {
  code: string;
  location: string;
}

export interface ItemResult {
  id: ItemId;
  /** 'notRun' after a cancellation; 'failed' where Excel refused what every part of the item needs. */
  status: 'ok' | 'differs' | 'notSupported' | 'failed' | 'notRun';
  differences: readonly Difference[];
  /** Members of Office.js that this Excel does not have. */
  unsupported: readonly string[];
  /** What was measured, or found where either is right. */
  notes: readonly { point: string; value: string }[];
  refusal: Refusal | null;
}

/**
 * An item of the self-check. It says what it finds to `bench.points`, and may throw: what Excel throws is caught for each item.
 */
export interface CheckItem {
  id: ItemId;
  run(bench: Bench, facts: HostFacts): Promise<void>;
}
