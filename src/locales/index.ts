/** The words of all languages at once, for programs. The pane loads one language (`languages.ts`), where a new one is listed too. */
import { en } from './en';
import { findings as enFindings } from './en/findings';
import { type Language, languageOf, type Words as PaneWords } from './languages';
import { vi } from './vi';
import { findings as viFindings } from './vi/findings';
import type { FindingWords } from './wording';

export { isListed, type Language, languageOf } from './languages';
export { type FindingWords, wordFailure, wordFinding, type Wording } from './wording';

/** Those of the pane and of findings. */
export type Words = PaneWords & { readonly findings: FindingWords };

export const LANGUAGES = {
  vi: { ...vi, findings: viFindings },
  en: { ...en, findings: enFindings },
} satisfies Record<Language, Words>;

export function wordsFor(tag: string): Words {
  return LANGUAGES[languageOf(tag)];
}
