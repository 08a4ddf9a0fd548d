/** The languages, each with what fetches its words: the pane loads those of one language. */
import { vi } from './vi';

/** Vietnamese defines which words there are. */
export type Words = typeof vi;

const LOADERS = {
  // The language of most users comes with the pane.
  vi: () => Promise.resolve(vi),
  en: async () => (await import(/* webpackChunkName: "words-en" */ './en/index')).en,
} satisfies Record<string, () => Promise<Words>>;

export type Language = keyof typeof LOADERS;

function isLanguage(code: string): code is Language {
  return Object.hasOwn(LOADERS, code);
}

const codeOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** Whether there are words for a tag such as "en" or "en-US". */
export const isListed = (tag: string): boolean => isLanguage(codeOf(tag));

/** The language of a tag such as "en-US"; Vietnamese for one that is not listed. */
export function languageOf(tag: string): Language {
  const code = codeOf(tag);
  return isLanguage(code) ? code : 'vi';
}

/** The words for a tag; Vietnamese where those of another language do not come. */
export async function loadWords(tag: string): Promise<Words> {
  return await LOADERS[languageOf(tag)]().catch(() => vi);
}
