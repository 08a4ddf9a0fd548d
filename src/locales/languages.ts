/** The languages, each with what fetches its words: the pane loads those of one language, and those of findings with the commands. */
import { vi } from './vi';
import type { FindingWords } from './wording';

/** What the pane is drawn with. Vietnamese defines which words there are. */
export type Words = typeof vi;

interface Loaders {
  words(): Promise<Words>;
  findings(): Promise<FindingWords>;
}

const LOADERS = {
  vi: {
    // The language of most users comes with the pane.
    words: () => Promise.resolve(vi),
    findings: async () => (await import(/* webpackChunkName: "findings-vi" */ './vi/findings')).findings,
  },
  en: {
    words: async () => (await import(/* webpackChunkName: "words-en" */ './en/index')).en,
    findings: async () => (await import(/* webpackChunkName: "findings-en" */ './en/findings')).findings,
  },
} satisfies Record<string, Loaders>;

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
  return await LOADERS[languageOf(tag)].words().catch(() => vi);
}

/** The words of findings for a tag; rejects where they do not come. */
export function loadFindingWords(tag: string): Promise<FindingWords> {
  return LOADERS[languageOf(tag)].findings();
}
