/** What the headless command can do: each verb gives what is printed and the exit status. */
import { COMMAND_IDS, type CommandId, commandOf, type CommandResult, runForResult } from '../commands';
import { catalogue } from '../covenant/catalogue';
import { type Finding, hasErrors, isProposal } from '../covenant/findings';
import type { Words } from '../locales';
import type { Outcome } from '../covenant/outcome';
import type { CliWords, SpecialVerb } from '../locales/cli';
import { localDay } from '../locales/times';
import { printFinding, printRanking } from './output';
import { openSession, type Session } from './session';
import { loadCluster, loadCriteria, parseJson, readText } from './sources';
import { entriesSchema, typeEntries } from './typing';
import { WrongUse } from './wrongUse';

/** Options and the file a verb was called with. */
export interface Call {
  file: string | null;
  options: Readonly<Record<'criteria' | 'cluster' | 'entries' | 'out', string | undefined>>;
  words: Words;
  cliWords: CliWords;
}

export interface Printed {
  output: object;
  status: 0 | 1;
}

/** A verb; `syntax` is how it is called, with a word for a source of criteria or of a cluster. */
export interface Verb {
  syntax(source: string): string;
  describe(words: Words, cliWords: CliWords): string;
  run(call: Call): Promise<Printed>;
}

const SPECIAL_VERBS: Readonly<Record<SpecialVerb, Verb>> = {
  catalogue: {
    syntax: () => 'catalogue',
    describe: (_, { verbs }) => verbs.catalogue,
    run: () => Promise.resolve({ output: catalogue(), status: 0 }),
  },
  new: {
    syntax: (source) => `new --criteria ${source} --cluster ${source} --out F.xlsx`,
    describe: (_, { verbs }) => verbs.new,
    run: makeNew,
  },
  type: {
    syntax: () => 'type F.xlsx --entries E.json --out G.xlsx',
    describe: (_, { verbs }) => verbs.type,
    run: type,
  },
  fix: { syntax: () => 'fix F.xlsx --out G.xlsx', describe: (_, { verbs }) => verbs.fix, run: fix },
};

/** How the outcome of a command is printed where it is not its result as it is. */
const PRINTERS: { readonly [Id in CommandId]?: (outcome: Outcome<CommandResult<Id>>, words: Words) => Printed } = {
  checkFigures: (outcome, words) => printed(outcome.done ? outcome.result.findings : outcome.findings, words),
  // Exit 1 only where there is no ranking at all; that some units are incomplete or faulty is what `provisional` says.
  rankUnits: (outcome, words) =>
    outcome.done
      ? { output: printRanking(outcome.result), status: 0 }
      : { ...printed(outcome.findings, words, { standings: [], provisional: true }), status: 1 },
};

function printResult(outcome: Outcome<object>, words: Words): Printed {
  return outcome.done ? { output: outcome.result, status: 0 } : printed(outcome.findings, words);
}

/** The words of any command, whatever its verbs. */
interface VerbWording {
  done(report: never): readonly string[];
  cli?(verb: string, sheetName: string): string;
}

/** The verbs that a command declares: file in, command, file out where it writes. */
function verbsOf<Id extends CommandId>(id: Id): [string, Verb][] {
  const print = PRINTERS[id] ?? printResult;
  return (commandOf(id).cli ?? []).map(({ verb, readOnly = false, sheetName = '', input }) => {
    const run = async ({ file, options, words }: Call): Promise<Printed> => {
      const out = readOnly ? null : need(options.out, '--out');
      return within(needWorkbook(file), async ({ save }) => {
        const outcome = await runForResult(id, input({ today: localDay(new Date()) }));
        if (outcome.done && out !== null) await save(out);
        return print(outcome, words);
      });
    };
    const syntax = (): string => `${verb} F.xlsx${readOnly ? '' : ' --out G.xlsx'}`;
    const describe = ({ commands }: Words): string => {
      const wordings: Readonly<Record<CommandId, VerbWording>> = commands;
      return wordings[id].cli?.(verb, sheetName) ?? '';
    };
    return [verb, { syntax, describe, run }];
  });
}

export const VERBS: Readonly<Record<string, Verb>> = {
  ...SPECIAL_VERBS,
  ...Object.fromEntries(COMMAND_IDS.flatMap((id) => verbsOf(id))),
};

function need(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new WrongUse((words) => words.missing(name));
  return value;
}

function needWorkbook(file: string | null): string {
  if (file === null || file === '') throw new WrongUse((words) => words.missing(words.workbookFile));
  return file;
}

/** Opens the file, does something, and closes it whatever happens. */
async function within<T>(file: string | null, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await openSession(file);
  try {
    return await work(session);
  } finally {
    session.close();
  }
}

function printed(findings: readonly Finding[], words: Words, rest: object = {}): Printed {
  return {
    output: { ...rest, findings: findings.map((one) => printFinding(one, words)) },
    status: hasErrors(findings) ? 1 : 0,
  };
}

async function makeNew({ options, words }: Call): Promise<Printed> {
  const criteria = await loadCriteria(need(options.criteria, '--criteria'));
  const cluster = await loadCluster(need(options.cluster, '--cluster'));
  const out = need(options.out, '--out');
  const problems = [criteria, cluster].flatMap((source) => (source.done ? [] : source.findings));
  if (!criteria.done || !cluster.done) return printed(problems, words);
  return within(null, async ({ workbook, save }) => {
    const [blank] = workbook.sheets();
    const made = await runForResult('newCovenant', { criteria: criteria.result, cluster: cluster.result });
    if (!made.done) return printed(made.findings, words);
    // A cluster whose source names no units gets its sheets once staff have filled them in.
    const inserted = cluster.result.units.length === 0 ? null : await runForResult('insertSheets', undefined);
    if (inserted?.done === false) return printed(inserted.findings, words);
    // The sheet that every new workbook begins with; it is ours here, and empty.
    if (blank) workbook.deleteSheet(blank.id);
    await save(out);
    return { output: { added: [...made.result.added, ...(inserted?.result.added ?? [])] }, status: 0 };
  });
}

async function type({ file, options, cliWords }: Call): Promise<Printed> {
  const source = need(options.entries, '--entries');
  const out = need(options.out, '--out');
  const entries = entriesSchema.safeParse(parseJson(source, await readText(source)));
  if (!entries.success) throw new WrongUse((words) => words.notEntries(source));
  return within(needWorkbook(file), async ({ workbook, save }) => {
    const refused = await typeEntries(workbook, entries.data, cliWords);
    if (refused.length > 0) return { output: { typed: 0, errors: refused }, status: 1 };
    await save(out);
    return { output: { typed: entries.data.length, errors: [] }, status: 0 };
  });
}

/** Every finding of the open workbook. */
async function findingsNow(): Promise<Finding[]> {
  return must(await runForResult('checkFigures', undefined)).findings;
}

/** The result of a command that is never refused. */
function must<T>(outcome: Outcome<T>): T {
  if (outcome.done) return outcome.result;
  throw new Error(`refused: ${outcome.findings.map(({ code }) => code).join(', ')}`);
}

async function fix({ file, options, words }: Call): Promise<Printed> {
  const out = need(options.out, '--out');
  return within(needWorkbook(file), async ({ save }) => {
    // What is for the cluster to decide is typed in by who decides it, not put in with everything else.
    const { fixed } = must(
      await runForResult(
        'applyFixes',
        (await findingsNow()).filter((one) => !isProposal(one)),
      ),
    );
    const left = await findingsNow();
    await save(out);
    return printed(left, words, { fixed });
  });
}
