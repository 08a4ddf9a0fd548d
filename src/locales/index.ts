/** The languages of the screen. Vietnamese is the one that defines what words there are. */
import { en } from './en';
import { vi } from './vi';

export type Words = typeof vi;
export type Language = 'vi' | 'en';

const LANGUAGES: Readonly<Record<Language, Words>> = { vi, en };

/** The words of a language tag such as "vi-VN"; Vietnamese for every language but English. */
export function wordsFor(tag: string): Words {
  return LANGUAGES[tag.toLowerCase().startsWith('en') ? 'en' : 'vi'];
}
