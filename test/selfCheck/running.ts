/** The self-check on the stand-in: facts of a host, and short waits. */
import type { SelfCheckResult } from '../../src/selfCheck/result';
import { type SelfCheckOptions, runSelfCheck } from '../../src/selfCheck/run';
import type { HostFacts } from '../../src/selfCheck/facts';
import type { ItemId, ItemResult } from '../../src/selfCheck/item';

export const FACTS: HostFacts = {
  host: 'Excel',
  platform: 'OfficeOnline',
  build: '16.0.1.2',
  excelApi: '1.19',
  sharedRuntime: true,
  delayForCellEdit: false,
  language: 'vi-VN',
  blocked: ['https://browser.events.data.microsoft.com'],
  readyAfter: 812.4,
};

export const check = (options: Partial<SelfCheckOptions> = {}): Promise<SelfCheckResult> =>
  runSelfCheck({ facts: FACTS, waits: { arrival: 200, silence: 20 }, ...options });

export function itemOf({ items }: SelfCheckResult, id: ItemId): ItemResult {
  const found = items.find((item) => item.id === id);
  if (!found) throw new RangeError(`no item ${id}`);
  return found;
}

export const idsOf = ({ items }: SelfCheckResult, status: ItemResult['status']): ItemId[] =>
  items.filter((item) => item.status === status).map(({ id }) => id);

/**
 * Adds to the client a member that came after it, in the form that its own members have: Excel.Range of ExcelApi 1.19.
 * The stand-in answers it.
 */
export function addNewerMembers(): void {
  const helper: unknown = Reflect.get(OfficeExtension, 'BatchApiHelper');
  const invoke: unknown = typeof helper === 'function' ? Reflect.get(helper, 'invokeMethod') : undefined;
  if (typeof invoke !== 'function') throw new Error('This office.js invokes methods otherwise than 1.1.110 does');
  Object.defineProperty(Excel.Range.prototype, 'getDisplayedCellProperties', {
    configurable: true,
    value(this: Excel.Range, options: unknown): unknown {
      return Reflect.apply(invoke, helper, [this, 'GetDisplayedCellProperties', 0, [options], 0, 0]);
    },
  });
}
