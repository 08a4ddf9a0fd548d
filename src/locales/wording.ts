/** Findings and failures in words: one function for each code of a finding, its parameter typed by the finding's data. */
import type { FindingData } from '../covenant/findingData';
import type { Finding, FindingCode } from '../covenant/findings';
import type { Aftermath, ExcelFailure, FailureCode } from '../excel/failure';

/** What is wrong, and what to do. */
export interface Wording {
  message: string;
  remedy: string;
}

/** A language's words for every finding. Without a code, or with another field name, it does not compile. */
export type FindingWords = { [C in FindingCode]: (data: FindingData[C]) => Wording };

/** What is wrong and what to do, without naming the cell: that is in the finding's place. */
export function wordFinding<C extends FindingCode>(
  finding: Finding<C>,
  { findings }: { readonly findings: FindingWords },
): Wording {
  return findings[finding.code](finding.data);
}

/** A language's words for every failure of Excel, and for what stands in the workbook after it. */
export interface FailureWords {
  failures: Record<FailureCode, Wording>;
  aftermath: Record<Aftermath, string>;
  onSheet(sheet: string): string;
  keptOn(sheets: string): string;
}

/** What went wrong with Excel, what stands in the workbook now, and what to do. */
export function wordFailure({ failure, aftermath, sheet, kept }: ExcelFailure, words: FailureWords): Wording {
  const { message, remedy } = words.failures[failure];
  const about = sheet === null ? [] : [words.onSheet(sheet)];
  const left = kept.length === 0 ? [] : [words.keptOn(kept.join(', '))];
  return { message: [message, ...about, words.aftermath[aftermath], ...left].join(' '), remedy };
}
