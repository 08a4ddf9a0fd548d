/**
 * The commands of the add-in on a file, without Excel: JSON on stdout and nothing else, words on stderr; exit 0, 1 where
 * there are findings of severity error, 2 for wrong use.
 */
import { fieldOf, messageOf, stackOf } from '../thrown';
import { parseArgs } from 'node:util';
import { wordFailure } from '../locales/wording';
import { ExcelFailure } from '../excel/failure';
import { wordsFor } from '../locales';
import { cliWords } from '../locales/cli';
import { UnreadableFile } from '../xlsx';
import { VERBS } from './verbs';
import { WrongUse } from './wrongUse';

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

async function main(words: readonly string[]): Promise<number> {
  const { values, positionals } = parse(words);
  const {
    verb,
    rest: [file, ...rest],
  } = splitVerb(positionals);
  const called = verb !== undefined && isVerb(verb) ? VERBS[verb] : undefined;
  if (!called || rest.length > 0)
    throw new WrongUse((cli) => (verb === undefined ? cli.noVerb : cli.notUnderstood(positionals.join(' '))));
  const { criteria, cluster, entries, out, lang = 'vi' } = values;
  const { output, status } = await called.run({
    file: file ?? null,
    options: { criteria, cluster, entries, out },
    words: wordsFor(lang),
    cliWords: cliWords(lang),
  });
  process.stdout.write(`${JSON.stringify(output)}\n`);
  return status;
}

/** Not `in`: every object has a `constructor`. */
const isVerb = (name: string): boolean => Object.hasOwn(VERBS, name);

/** The verb, of one word or of two, and what follows it. */
function splitVerb(positionals: readonly string[]): { verb: string | undefined; rest: readonly string[] } {
  const [first, second, ...rest] = positionals;
  const both = `${first ?? ''} ${second ?? ''}`;
  return isVerb(both) ? { verb: both, rest } : { verb: first, rest: positionals.slice(1) };
}

function parse(words: readonly string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { criteria: option, cluster: option, entries: option, out: option, lang: option },
    });
  } catch (thrown) {
    throw new WrongUse(() => messageOf(thrown));
  }
}

/** The language to explain a failure in, also where the command line cannot be parsed. */
function languageOf(words: readonly string[]): string {
  return /--lang[= ](\S+)/.exec(words.join(' '))?.[1] ?? 'vi';
}

/** Anything a person can cause is said in words; a fault of the program keeps its trace. */
function explain(thrown: unknown, language: string): number {
  const words = cliWords(language);
  if (thrown instanceof WrongUse) {
    process.stderr.write(`${thrown.wordIn(words)}\n\n${usage(language)}`);
    return 2;
  }
  if (thrown instanceof UnreadableFile) {
    process.stderr.write(`${words.notReadable(thrown.code, thrown.message)}\n`);
    return 2;
  }
  if (thrown instanceof ExcelFailure) {
    const { message, remedy } = wordFailure(thrown, wordsFor(language));
    process.stderr.write(`${message} ${remedy}\n${thrown.detail}\n`);
    return 1;
  }
  if (fieldOf(thrown, 'code') === 'ENOENT') {
    process.stderr.write(`${words.noFile(messageOf(thrown))}\n`);
    return 2;
  }
  throw thrown;
}

const given = process.argv.slice(2);
main(given)
  .catch((thrown: unknown) => explain(thrown, languageOf(given)))
  .then((status) => {
    process.exitCode = status;
  })
  .catch((fault: unknown) => {
    process.stderr.write(`${stackOf(fault)}\n`);
    process.exitCode = 70;
  });
