/** What comes of a command: a result, or the findings that kept it from being done. Excel's own failures are thrown. */
import type { Finding } from '../covenant/findings';

export type Outcome<T> = { done: true; result: T } | { done: false; findings: Finding[] };

export function done<T>(result: T): Outcome<T> {
  return { done: true, result };
}

export function refused(findings: readonly Finding[]): Outcome<never> {
  return { done: false, findings: [...findings] };
}
