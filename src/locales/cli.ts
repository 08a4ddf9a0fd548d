/** What the headless command says. They are not in `index.ts`, so that the pane does not load these words. */
import { type Words, wordsFor } from './index';
import { type Language, languageOf } from './languages';
import { enCli } from './en/cli';
import { viCli } from './vi/cli';
import type { FindingWords } from './wording';

/** Findings of what a formula shows, which no Excel has calculated here. */
type Calculated = 'error-value' | 'cell-error' | 'engine-differs';

/** Verbs that no command stands for: they read other files, or run several commands. */
export type SpecialVerb = 'catalogue' | 'new' | 'type' | 'rename' | 'verify' | 'fix';

/** Why a file cannot be read, or must not be written; `detail` is the code of an error of the system. */
export type FileError =
  | 'noFile'
  | 'isFolder'
  | 'mayNotRead'
  | 'cannotRead'
  | 'tooLarge'
  | 'tooDeep'
  | 'notXlsx'
  | 'noFolder'
  | 'isInput'
  | 'exists'
  | 'mayNotWrite'
  | 'diskFull'
  | 'cannotWrite'
  | 'spoilt'
  | 'spoiltArrays';

/** Why an entry is refused; `formula` is one that cannot be read, or a text that is too long. */
export type EntryRefusal = 'locked' | 'validation' | 'formula' | 'merged' | 'outside';

export interface CliWords {
  /** In place of the words that the pane has for them, which are about what Excel shows. */
  findings: Pick<FindingWords, Calculated>;
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
  /** Options as they were written, with their hyphens. */
  unknownOption(option: string): string;
  needsValue(option: string): string;
  takesNoValue(option: string): string;
  /** Languages that `--lang` takes. */
  noLanguage(tag: string, languages: string): string;
  notReadable(why: string): string;
  notWritable(why: string): string;
  fileErrors: Readonly<Record<FileError, (name: string, detail?: string) => string>>;
  /** What a saved file has no longer. */
  lost(things: string): string;
  /** The first of so many cells that keep the result of their file. */
  notCalculated(cells: string, count: number): string;
  /** `line` is the number of the line that cannot be read; null where it is not known. */
  notJson(file: string, line: number | null): string;
  notEntries(file: string): string;
  notInCatalogue(source: string, ids: string): string;
  noSheet(name: string): string;
  /** Why an entry was refused, where the cell's rule has no words of its own. */
  refusedEntries: Readonly<Record<EntryRefusal, string>>;
  /** Excel's code for what went wrong, and the member of Office.js; '' where it is not known. */
  excelCode(code: string, member: string): string;
}

/** Languages that have these words; for another language of the pane they are Vietnamese. */
const LANGUAGES: Partial<Record<Language, CliWords>> = { vi: viCli, en: enCli };

/** The words of findings and commands, as they are said without Excel. */
export function headlessWords(tag: string): Words {
  const words = wordsFor(tag);
  return { ...words, findings: { ...words.findings, ...cliWords(tag).findings } };
}

/** The words of a language tag such as "vi" or "en-US". */
export function cliWords(tag: string): CliWords {
  return LANGUAGES[languageOf(tag)] ?? viCli;
}
