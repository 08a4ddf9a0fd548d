/** The languages of the self-check. They are not in `index.ts`, so that the pane does not load these words before they are needed. */
import type { SelfCheckWords } from '../selfCheck/words';
import { type Language, languageOf } from './languages';
import { selfCheck as en } from './en/selfCheck';
import { selfCheck as vi } from './vi/selfCheck';

/** Languages that have these words; for another language of the pane they are Vietnamese. */
const LANGUAGES: Partial<Record<Language, SelfCheckWords>> = { vi, en };

/** The words of a language tag such as "vi" or "en-US". */
export function selfCheckWords(tag: string): SelfCheckWords {
  return LANGUAGES[languageOf(tag)] ?? vi;
}
