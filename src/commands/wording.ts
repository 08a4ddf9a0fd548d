/** Findings and failures in the words of the user's language. */
import type { Finding } from '../covenant/findings';
import type { ExcelFailure } from '../excel/failure';
import type { Words } from '../locales';

export interface Wording {
  message: string;
  remedy: string;
}

/** What is wrong and what to do, without naming the cell: that stands in the finding's place. */
export function wordFinding(finding: Finding, words: Words): Wording {
  // One table of functions by code, each taking the data of its own code: the compiler cannot pair them for a union.
  const word = words.findings[finding.code] as (data: Finding['data']) => Wording;
  return word(finding.data);
}

/** What went wrong with Excel, what stands in the workbook now, and what to do. */
export function wordFailure(failure: ExcelFailure, words: Words): Wording {
  const { message, remedy } = words.failures[failure.failure];
  return { message: `${message} ${words.aftermath[failure.aftermath]}`, remedy };
}
