/** How many findings there are, in words. */
import type { Finding } from '../../covenant/findings';
import type { Words } from '../../locales';

/** "2 lỗi, 1 lưu ý", or that there are none. */
export function countOf(findings: readonly Finding[], { check }: Words['ui']): string {
  const errors = findings.filter((one) => one.severity === 'error').length;
  return findings.length === 0 ? check.none : check.count(errors, findings.length - errors);
}
