/** A command line understood and run: what it prints, and with which exit status it ends. */
import { parseArgs } from 'node:util';
import { wordFailure } from '../locales/wording';
import { ExcelFailure } from '../excel/failure';
import { isListed, LANGUAGES, wordsFor } from '../locales';
import { cliWords, headlessWords } from '../locales/cli';
import { wordUnreadable, wordUnwritable } from '../locales/files';
import { UnreadableFile, UnwritableWorkbook } from '../xlsx';
import { type FileNotes, printNotes, wordNotes } from './losses';
import { VERBS } from './verbs';
import { UnusableFile, WrongUse } from './wrongUse';

/** Where the descriptions begin in the usage text. */
const DESCRIPTION_COLUMN = 50;

function usage(language: string): string {
  const words = cliWords(language);
  const lines = Object.values(VERBS).map((verb) => {
    const syntax = `  ${verb.syntax(words.source)}`;
    const fits = syntax.length < DESCRIPTION_COLUMN;
    const indented = fits ? syntax.padEnd(DESCRIPTION_COLUMN) : `${syntax}\n${' '.repeat(DESCRIPTION_COLUMN)}`;
    return indented + verb.describe(wordsFor(language), words);
  });
  return [words.usage, ...lines, words.commonOptions, ''].join('\n');
}

/** What a command line prints, and its exit status. */
export interface Printed {
  status: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs a command line: JSON on stdout and nothing else, words on stderr; status 0, 1 where there are findings of severity
 * error, 2 for wrong use. Throws only what is a fault of the program.
 */
export async function runCommandLine(words: readonly string[]): Promise<Printed> {
  try {
    return await runVerb(words);
  } catch (thrown) {
    return explain(thrown, languageOf(words));
  }
}

async function runVerb(words: readonly string[]): Promise<Printed> {
  const { values, positionals } = parse(words);
  const { lang = 'vi', help = false, ...options } = values;
  if (!isListed(lang)) throw new WrongUse((cli) => cli.noLanguage(lang, Object.keys(LANGUAGES).join(', ')));
  if (help) return { status: 0, stdout: usage(lang), stderr: '' };
  const {
    verb,
    rest: [file, ...rest],
  } = splitVerb(positionals);
  const called = verb !== undefined && isVerb(verb) ? VERBS[verb] : undefined;
  if (!called || rest.length > 0)
    throw new WrongUse((cli) => (verb === undefined ? cli.noVerb : cli.notUnderstood(positionals.join(' '))));
  const { output, status, notes } = await called.run({
    file: file ?? null,
    options,
    words: headlessWords(lang),
    cliWords: cliWords(lang),
  });
  const told = printNotes(notes ?? NO_NOTES, lang);
  const json = called.writes || notes ? { ...output, ...told } : output;
  return { status, stdout: `${JSON.stringify(json)}\n`, stderr: wordNotes(notes ?? NO_NOTES, lang) };
}

const NO_NOTES: FileNotes = { lost: [], notCalculated: [] };

/** Not `in`: every object has a `constructor`. */
const isVerb = (name: string): boolean => Object.hasOwn(VERBS, name);

/** The verb, of one word or of two, and what follows it. */
function splitVerb(positionals: readonly string[]): { verb: string | undefined; rest: readonly string[] } {
  const [first, second, ...rest] = positionals;
  const both = `${first ?? ''} ${second ?? ''}`;
  return isVerb(both) ? { verb: both, rest } : { verb: first, rest: positionals.slice(1) };
}

const option = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  criteria: option,
  cluster: option,
  entries: option,
  unit: option,
  name: option,
  'full-name': option,
  code: option,
  out: option,
  by: option,
  lang: option,
  force: flag,
  help: { ...flag, short: 'h' },
} as const;

/** Options and the other words. Throws WrongUse for what node's parser refuses: its own messages are in English. */
function parse(words: readonly string[]) {
  const call = { args: [...words], allowPositionals: true, options: OPTIONS };
  const { tokens } = parseArgs({ ...call, strict: false, tokens: true });
  const types = new Map<string, 'string' | 'boolean'>(Object.entries(OPTIONS).map(([name, { type }]) => [name, type]));
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const type = types.get(name);
    if (type === undefined) throw new WrongUse((cli) => cli.unknownOption(rawName));
    if (type === 'boolean' && value !== undefined) throw new WrongUse((cli) => cli.takesNoValue(rawName));
    // What looks like another option is none's value.
    const isValue = value !== undefined && (inlineValue === true || !/^-./.test(value));
    if (type === 'string' && !isValue) throw new WrongUse((cli) => cli.needsValue(rawName));
  }
  return parseArgs(call);
}

/** The language to explain a failure in, also where the command line cannot be parsed. */
function languageOf(words: readonly string[]): string {
  return /--lang[= ](\S+)/.exec(words.join(' '))?.[1] ?? 'vi';
}

/** Anything a person can cause is said in words; a fault of the program is thrown again. */
function explain(thrown: unknown, language: string): Printed {
  const words = cliWords(language);
  const said = (status: number, stderr: string): Printed => ({ status, stdout: '', stderr: `${stderr}\n` });
  if (thrown instanceof UnusableFile) return said(2, thrown.wordIn(words));
  if (thrown instanceof WrongUse) return said(2, `${thrown.wordIn(words)}\n\n${usage(language)}`.trimEnd());
  if (thrown instanceof UnreadableFile) return said(2, words.notReadable(wordUnreadable(thrown, language)));
  if (thrown instanceof UnwritableWorkbook) return said(2, words.notWritable(wordUnwritable(thrown, language)));
  if (thrown instanceof ExcelFailure) {
    const { message, remedy } = wordFailure(thrown, wordsFor(language));
    // Excel's message is in its own language: its code says the same to who looks for help.
    const [code = ''] = thrown.detail.split(' ');
    const excel = code === '' ? [] : [words.excelCode(code, thrown.location)];
    return said(1, [`${message} ${remedy}`, ...excel].join('\n'));
  }
  throw thrown;
}
