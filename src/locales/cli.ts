/** What the headless command says; the compiler checks the dictionaries against the verbs. */
import type { CommandVerb } from '../commands';
import { enCli } from './en/cli';
import { viCli } from './vi/cli';

/** Verbs that no command stands for: they read other files, or run several commands. */
export type SpecialVerb = 'catalogue' | 'new' | 'type' | 'fix';
export type CliVerbName = CommandVerb | SpecialVerb;

export interface CliWords {
  /** What each verb does, in the order of the usage text. */
  verbs: Readonly<Record<CliVerbName, string>>;
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

/** The words of a language tag such as "vi"; Vietnamese for every language but English. */
export function cliWords(tag: string): CliWords {
  return tag.toLowerCase().startsWith('en') ? enCli : viCli;
}
