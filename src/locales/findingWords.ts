/** The words of findings: one function for each code, its parameter typed by the finding's data. */
import type { Finding, FindingCode, FindingData } from '../covenant/findings';

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
