/** The languages of the workbench. They are not in `index.ts`, so that the pane does not load these words. */
import type { Language } from './languages';
import { workbench as en } from './en/workbench';
import { workbench as vi } from './vi/workbench';

/** Vietnamese defines which words there are. */
export type WorkbenchWords = typeof vi;

/** Languages that have these words; for another language of the pane they are Vietnamese. */
const LANGUAGES: Partial<Record<Language, WorkbenchWords>> = { vi, en };

/** The workbench's words in a language. */
export function workbenchWords(language: Language): WorkbenchWords {
  return LANGUAGES[language] ?? vi;
}
