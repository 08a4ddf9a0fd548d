/** What comes of something asked for: a result, or the findings that kept it from being done. Failures of Excel are thrown. */
import type { Finding } from './findings';

export type Outcome<T> = { done: true; result: T } | { done: false; findings: Finding[] };

export function done<T>(result: T): Outcome<T> {
  return { done: true, result };
}

export function refused(findings: readonly Finding[]): Outcome<never> {
  return { done: false, findings: [...findings] };
}
