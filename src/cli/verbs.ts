/** What the headless command can do: each verb gives what is printed and the exit status. */
import { runForResult } from '../commands';
import type { DocumentType } from '../commands/documents';
import { catalogue } from '../covenant/catalogue';
import { type Finding, hasErrors, isProposal } from '../covenant/findings';
import type { Words } from '../locales';
import type { Outcome } from '../covenant/outcome';
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
}

export interface Printed {
  output: object;
  status: 0 | 1;
}

export const VERBS: Readonly<Record<string, (call: Call) => Promise<Printed>>> = {
  catalogue: () => Promise.resolve({ output: catalogue(), status: 0 }),
  new: makeNew,
  insert: insert,
  describe,
  type,
  check,
  fix,
  rank,
  fit: fitSheets,
  'document minutes': (call) => document('minutes', call),
  'document detail': (call) => document('detail', call),
  'document charts': (call) => document('charts', call),
  'document seal': (call) => document('seal', call),
};

function need(value: string | null | undefined, name: string): string {
  if (value === null || value === undefined || value === '') throw new WrongUse(`Thiếu ${name}.`);
  return value;
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

async function insert({ file, options, words }: Call): Promise<Printed> {
  const out = need(options.out, '--out');
  return within(need(file, 'tệp .xlsx'), async ({ save }) => {
    const inserted = await runForResult('insertSheets', undefined);
    if (!inserted.done) return printed(inserted.findings, words);
    await save(out);
    return { output: inserted.result, status: 0 };
  });
}

async function describe({ file, words }: Call): Promise<Printed> {
  return within(need(file, 'tệp .xlsx'), async () => {
    const described = await runForResult('describe', undefined);
    return described.done ? { output: described.result, status: 0 } : printed(described.findings, words);
  });
}

async function type({ file, options }: Call): Promise<Printed> {
  const source = need(options.entries, '--entries');
  const out = need(options.out, '--out');
  const entries = entriesSchema.safeParse(parseJson(source, await readText(source)));
  if (!entries.success) throw new WrongUse(`Tệp ${source} phải là danh sách [{"sheet","cell","value"}].`);
  return within(need(file, 'tệp .xlsx'), async ({ workbook, save }) => {
    const refused = await typeEntries(workbook, entries.data);
    if (refused.length > 0) return { output: { typed: 0, errors: refused }, status: 1 };
    await save(out);
    return { output: { typed: entries.data.length, errors: [] }, status: 0 };
  });
}

async function check({ file, words }: Call): Promise<Printed> {
  return within(need(file, 'tệp .xlsx'), async () => printed(await findingsNow(), words));
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
  return within(need(file, 'tệp .xlsx'), async ({ save }) => {
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

/**
 * Exit 1 only where there is no ranking to speak of; that some units are incomplete or faulty is what `provisional` says,
 * and `check` has the details.
 */
async function rank({ file, options, words }: Call): Promise<Printed> {
  const out = need(options.out, '--out');
  return within(need(file, 'tệp .xlsx'), async ({ save }) => {
    const ranked = await runForResult('rankUnits', undefined);
    if (!ranked.done) return { ...printed(ranked.findings, words, { standings: [], provisional: true }), status: 1 };
    await save(out);
    return { output: printRanking(ranked.result), status: 0 };
  });
}

async function fitSheets({ file, options, words }: Call): Promise<Printed> {
  const out = need(options.out, '--out');
  return within(need(file, 'tệp .xlsx'), async ({ save }) => {
    const fitted = await runForResult('fitPages', undefined);
    if (!fitted.done) return printed(fitted.findings, words);
    await save(out);
    return { output: fitted.result, status: 0 };
  });
}

async function document(kind: DocumentType, { file, options, words }: Call): Promise<Printed> {
  const out = need(options.out, '--out');
  return within(need(file, 'tệp .xlsx'), async ({ save }) => {
    const made = await runForResult('makeDocument', { kind, today: localDay(new Date()) });
    if (!made.done) return printed(made.findings, words);
    await save(out);
    return { output: made.result, status: 0 };
  });
}
