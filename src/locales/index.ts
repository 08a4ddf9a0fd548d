/** The languages of the pane. A new language is one folder beside this file, and one line here. */
import { en } from './en';
import { vi } from './vi';

export { type FindingWords, wordFailure, wordFinding, type Wording } from './wording';

/** Vietnamese defines which words there are. */
export type Words = typeof vi;

export const LANGUAGES = { vi, en } satisfies Record<string, Words>;
export type Language = keyof typeof LANGUAGES;

function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code);
}

/** Whether there are words for a tag such as "en" or "en-US". */
export const isListed = (tag: string): boolean => isLanguage(codeOf(tag));

const codeOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** The language of a tag such as "en-US"; Vietnamese for one that is not listed. */
export function languageOf(tag: string): Language {
  const code = codeOf(tag);
  return isLanguage(code) ? code : 'vi';
}

export function wordsFor(tag: string): Words {
  return LANGUAGES[languageOf(tag)];
}
