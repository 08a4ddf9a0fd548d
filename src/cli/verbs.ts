/** What the headless command can do: each verb gives what is printed and the exit status. */
import {
  COMMAND_IDS,
  type CommandId,
  type CommandInput,
  commandOf,
  type CommandResult,
  runById,
  runForResult,
} from '../commands';
import type { Recorded } from '../commands/run';
import { done } from '../covenant/outcome';
import { catalogue } from '../covenant/catalogue';
import { type Finding, hasErrors, isProposal } from '../covenant/findings';
import type { Words } from '../locales';
import type { Outcome } from '../covenant/outcome';
import type { CliWords, SpecialVerb } from '../locales/cli';
import { localDay, localMinute } from '../locales/times';
import { printFinding, printRanking } from './output';
import { openSession, type Session } from './session';
import { requireTarget, type Target } from './files';
import { type FileNotes, notCalculated } from './losses';
import { loadCluster, loadCriteria, parseJson, readText } from './sources';
import { entriesSchema, typeEntries } from './typing';
import { WrongUse } from './wrongUse';

type OptionName = 'criteria' | 'cluster' | 'entries' | 'unit' | 'name' | 'full-name' | 'code' | 'out' | 'by';

/** Options and the file a verb was called with. */
export interface Call {
  file: string | null;
  options: Readonly<Partial<Record<OptionName, string | undefined>>> & { force?: boolean | undefined };
  words: Words;
  cliWords: CliWords;
}

export interface Printed {
  output: object;
  status: 0 | 1;
  /** What is to be told of the files, where there is anything. */
  notes?: FileNotes;
}

/** A verb; `syntax` is how it is called, with a word for a source of criteria or of a cluster. */
export interface Verb {
  syntax(source: string): string;
  describe(words: Words, cliWords: CliWords): string;
  /** Whether it writes a file: then what this file lacks is always printed. */
  writes: boolean;
  run(call: Call): Promise<Printed>;
}

const SPECIAL_VERBS: Readonly<Record<SpecialVerb, Verb>> = {
  catalogue: {
    syntax: () => 'catalogue',
    describe: (_, { verbs }) => verbs.catalogue,
    writes: false,
    run: () => Promise.resolve({ output: catalogue(), status: 0 }),
  },
  new: {
    syntax: (source) => `new --criteria ${source} --cluster ${source} --out F.xlsx`,
    describe: (_, { verbs }) => verbs.new,
    writes: true,
    run: makeNew,
  },
  type: {
    syntax: () => 'type F.xlsx --entries E.json --out G.xlsx',
    describe: (_, { verbs }) => verbs.type,
    writes: true,
    run: type,
  },
  rename: {
    syntax: () => 'rename F.xlsx --unit U --name N [--full-name L] --out G.xlsx',
    describe: (_, { verbs }) => verbs.rename,
    writes: true,
    run: rename,
  },
  verify: {
    syntax: () => 'verify F.xlsx --code C',
    describe: (_, { verbs }) => verbs.verify,
    writes: false,
    run: verify,
  },
  fix: { syntax: () => 'fix F.xlsx --out G.xlsx', describe: (_, { verbs }) => verbs.fix, writes: true, run: fix },
};

/** How the outcome of a command is printed where it is not its result as it is. */
const PRINTERS: { readonly [Id in CommandId]?: (outcome: Outcome<CommandResult<Id>>, words: Words) => Printed } = {
  checkFigures: (outcome, words) => {
    if (!outcome.done) return printed(outcome.findings, words);
    const { findings, record } = outcome.result;
    return printed(findings, words, record ? { unrecorded: record.unrecorded } : {});
  },
  // Exit 1 where there is no ranking, or an error keeps it provisional; that units are incomplete is what `provisional` says.
  rankUnits: (outcome, words) =>
    outcome.done
      ? { output: printRanking(outcome.result, words), status: outcome.result.causes.length > 0 ? 1 : 0 }
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
    const run = async (call: Call): Promise<Printed> => {
      const target = readOnly ? null : await targetOf(call, needWorkbook(call.file));
      return within(needWorkbook(call.file), target, async (write) => {
        const { outcome, recorded } = await runRecorded(id, input({ today: localDay(new Date()) }), call);
        if (outcome.done) await write();
        return withRecorded(print(outcome, call.words), recorded);
      });
    };
    const syntax = (): string => `${verb} F.xlsx${readOnly ? '' : ' --out G.xlsx'}`;
    const describe = ({ commands }: Words): string => {
      const wordings: Readonly<Record<CommandId, VerbWording>> = commands;
      return wordings[id].cli?.(verb, sheetName) ?? '';
    };
    return [verb, { syntax, describe, writes: !readOnly, run }];
  });
}

/** Runs a command that is recorded, by the name in `--by`. */
async function runRecorded<Id extends CommandId>(
  id: Id,
  input: CommandInput<Id>,
  { options }: Call,
): Promise<{ outcome: Outcome<CommandResult<Id>>; recorded: Recorded | null }> {
  const recorder = { by: options.by ?? '', at: localMinute(new Date()) };
  const { outcome } = await runById(id, input, { recorder });
  if (!outcome.done) return { outcome, recorded: null };
  return { outcome: done(outcome.result.result), recorded: outcome.result.recorded };
}

/** What was added to the record of changes, beside what is printed anyway. */
function withRecorded(one: Printed, recorded: Recorded | null): Printed {
  return recorded === null ? one : { ...one, output: { ...one.output, recorded } };
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

/** Where a verb writes, made sure of before anything is done. */
async function targetOf({ options }: Call, input: string | null): Promise<Target> {
  const target = { out: need(options.out, '--out'), input, force: options.force ?? false };
  await requireTarget(target);
  return target;
}

/**
 * Opens the file, does something, and closes it whatever happens; `write` saves it to the target. What is lost by that, and
 * what could not be calculated, is added to what is printed.
 */
async function within(
  file: string | null,
  target: Target | null,
  work: (write: () => Promise<void>, session: Session) => Promise<Printed>,
): Promise<Printed> {
  const session = await openSession(file);
  let lost: FileNotes['lost'] = [];
  const write = async (): Promise<void> => {
    if (target === null) return;
    await session.save(target.out, target);
    lost = session.losses;
  };
  try {
    if (target !== null) session.requireSavable();
    const printed = await work(write, session);
    const kept = notCalculated(session.workbook);
    return lost.length + kept.length === 0 ? printed : { ...printed, notes: { lost, notCalculated: kept } };
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

async function makeNew(call: Call): Promise<Printed> {
  const { options, words } = call;
  const criteria = await loadCriteria(need(options.criteria, '--criteria'));
  const cluster = await loadCluster(need(options.cluster, '--cluster'));
  const target = await targetOf(call, null);
  const problems = [criteria, cluster].flatMap((source) => (source.done ? [] : source.findings));
  if (!criteria.done || !cluster.done) return printed(problems, words);
  return within(null, target, async (write, { workbook }) => {
    const [blank] = workbook.sheets();
    const made = await runForResult('newCovenant', { criteria: criteria.result, cluster: cluster.result });
    if (!made.done) return printed(made.findings, words);
    // A cluster whose source names no units gets its sheets once staff have filled them in.
    const inserted = cluster.result.units.length === 0 ? null : await runForResult('insertSheets', undefined);
    if (inserted?.done === false) return printed(inserted.findings, words);
    // The sheet that every new workbook begins with; it is ours here, and empty.
    if (blank) workbook.deleteSheet(blank.id);
    await write();
    return { output: { added: [...made.result.added, ...(inserted?.result.added ?? [])] }, status: 0 };
  });
}

async function type(call: Call): Promise<Printed> {
  const { file, options, cliWords } = call;
  const source = need(options.entries, '--entries');
  const target = await targetOf(call, needWorkbook(file));
  const entries = entriesSchema.safeParse(parseJson(source, await readText(source)));
  if (!entries.success) throw new WrongUse((words) => words.notEntries(source));
  return within(needWorkbook(file), target, async (write, { workbook }) => {
    const refused = await typeEntries(workbook, entries.data, cliWords);
    if (refused.length > 0) return { output: { typed: 0, errors: refused }, status: 1 };
    await write();
    return { output: { typed: entries.data.length, errors: [] }, status: 0 };
  });
}

async function rename(call: Call): Promise<Printed> {
  const { file, options, words } = call;
  const [unit, name] = [need(options.unit, '--unit'), need(options.name, '--name')];
  const fullName = options['full-name'];
  const target = await targetOf(call, needWorkbook(file));
  return within(needWorkbook(file), target, async (write) => {
    const input = { unit, name, ...(fullName !== undefined && { fullName }) };
    const { outcome, recorded } = await runRecorded('renameUnit', input, call);
    if (outcome.done) await write();
    return withRecorded(printResult(outcome, words), recorded);
  });
}

/** Exit 0 where the workbook is as it was sealed under the code, 1 where it is not. */
async function verify({ file, options, words }: Call): Promise<Printed> {
  const code = need(options.code, '--code');
  return within(needWorkbook(file), null, async () => {
    const outcome = await runForResult('verifySeal', { code });
    return { ...printResult(outcome, words), status: outcome.done && outcome.result.same ? 0 : 1 };
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

/** Refused where there is no covenant: no cell of such a workbook is ours to put right. */
async function fix(call: Call): Promise<Printed> {
  const { file, words } = call;
  const target = await targetOf(call, needWorkbook(file));
  return within(needWorkbook(file), target, async (write) => {
    const found = await findingsNow();
    if (found.some(({ code }) => code === 'covenant-missing')) return printed(found, words, { fixed: [] });
    // What is for the cluster to decide is typed in by who decides it, not put in with everything else.
    const fixes = found.filter((one) => !isProposal(one));
    const { outcome, recorded } = await runRecorded('applyFixes', fixes, call);
    const { fixed } = must(outcome);
    const left = await findingsNow();
    await write();
    return withRecorded(printed(left, words, { fixed }), recorded);
  });
}
