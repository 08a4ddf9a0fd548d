/** Failures of Excel in the words of the user's language. */
import type { ExcelFailure } from '../excel/failure';
import type { Wording, Words } from '../locales';

/** What went wrong with Excel, what stands in the workbook now, and what to do. */
export function wordFailure(failure: ExcelFailure, words: Words): Wording {
  const { message, remedy } = words.failures[failure.failure];
  return { message: `${message} ${words.aftermath[failure.aftermath]}`, remedy };
}
