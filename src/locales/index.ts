/** The words of all languages at once, for programs. The pane loads one language (`languages.ts`), where a new one is listed too. */
import { en } from './en';
import { type Language, languageOf, type Words } from './languages';
import { vi } from './vi';

export { isListed, type Language, languageOf, type Words } from './languages';
export { type FindingWords, wordFailure, wordFinding, type Wording } from './wording';

export const LANGUAGES = { vi, en } satisfies Record<Language, Words>;

export function wordsFor(tag: string): Words {
  return LANGUAGES[languageOf(tag)];
}
