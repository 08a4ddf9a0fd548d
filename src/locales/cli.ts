/** What the headless command says. They are not in `index.ts`, so that the pane does not load these words. */
import { type Language, languageOf } from '.';
import { enCli } from './en/cli';
import { viCli } from './vi/cli';

/** Verbs that no command stands for: they read other files, or run several commands. */
export type SpecialVerb = 'catalogue' | 'new' | 'type' | 'fix';

export interface CliWords {
  /** What each verb does that no command declares; the words of a command describe its own. */
  verbs: Readonly<Record<SpecialVerb, string>>;
  usage: string;
  commonOptions: string;
  /** What `--criteria` and `--cluster` take. */
  source: string;
  noVerb: string;
  workbookFile: string;
  missing(what: string): string;
  notUnderstood(words: string): string;
  notReadable(code: string, detail: string): string;
  noFile(detail: string): string;
  cannotRead(file: string, detail: string): string;
  notJson(file: string, detail: string): string;
  notEntries(file: string): string;
  notInCatalogue(source: string, ids: string): string;
  noSheet(name: string): string;
}

/** Languages that have these words; for another language of the pane they are Vietnamese. */
const LANGUAGES: Partial<Record<Language, CliWords>> = { vi: viCli, en: enCli };

/** The words of a language tag such as "vi" or "en-US". */
export function cliWords(tag: string): CliWords {
  return LANGUAGES[languageOf(tag)] ?? viCli;
}
