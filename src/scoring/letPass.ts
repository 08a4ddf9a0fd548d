/** What a deferred unit may leave unfinished: once the deferral is decided, the result of the others does not wait for it. */
import { type Finding, isUnfinished } from '../covenant/findings';
import type { Eligibility } from './entries';

/** The names of the deferred units among them. */
export function deferredNames(
  units: readonly { name: string; eligibility: Eligibility | null }[],
): ReadonlySet<string> {
  return new Set(units.filter(({ eligibility }) => eligibility === 'deferred').map(({ name }) => name));
}

/** Whether a finding says of one of these units only that something is not filled in, agreed or decided yet. Errors never pass. */
export function isLetPass(one: Finding, deferred: ReadonlySet<string>): boolean {
  return isUnfinished(one) && 'unit' in one.data && deferred.has(String(one.data.unit));
}
