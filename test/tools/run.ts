/**
 * `npm test`: types, lint and every jest suite, side by side. `npm test -- <words>` runs only the suites whose path holds a
 * word; a word that no path holds selects tests by name. `npm run test:fast` runs types, lint and the unit suites. The last
 * line sums up: `N passed, N failed, N skipped`; with CI=true a skipped test counts as failed.
 */
import { spawn, type StdioOptions } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { stackOf } from '../../src/thrown';
import { ROOT } from '../../src/workbench/server/build';

interface Sum {
  passed: number;
  failed: number;
  skipped: number;
}

const jestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const CI = process.env.CI === 'true';
const FAST = '--fast';
/** One more than there are processors: the browser suites, and those that run other programs, wait some of their time. */
const WORKERS = availableParallelism() + 1;

/** Megabytes for young objects: tests make many short-lived ones, and more room spares a tenth of the processor time. */
const YOUNG_OBJECTS = '--max-semi-space-size=128';
const ENVIRONMENT = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${YOUNG_OBJECTS}`.trim() };

/** Runs a program to its end; gives its status, and what it printed where that is not passed on. */
function run(command: string, args: string[], stdio: StdioOptions): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio, shell: process.platform === 'win32', cwd: ROOT, env: ENVIRONMENT });
    const parts: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => parts.push(part));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output: Buffer.concat(parts).toString() }));
  });
}

/** A script of package.json that passes or fails as a whole, which counts as one test. It prints when it has ended. */
async function script(name: string): Promise<Sum> {
  const { status, output } = await run('npm', ['run', '--silent', name], ['ignore', 'pipe', 'pipe']);
  const passed = status === 0;
  process.stdout.write(`\n== ${name}\n${output}${name}: ${passed ? 'passed' : 'FAILED'}\n`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

async function jest(args: readonly string[]): Promise<Sum> {
  const folder = mkdtempSync(join(tmpdir(), 'covenant-scoring-tests-'));
  const file = join(folder, 'report.json');
  try {
    const { status } = await run('npx', ['jest', ...args, '--json', `--outputFile=${file}`, '--silent'], 'inherit');
    const report = jestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
    // Where tests are selected by name, jest calls the others pending.
    const selected = args.includes('-t');
    const skipped = report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => !selected && (status === 'pending' || status === 'todo')),
    );
    for (const { fullName } of skipped) process.stdout.write(`skipped: ${fullName}\n`);
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    // A run that failed without a failing test (a crash, an open handle) must not pass.
    return {
      passed: report.numPassedTests,
      failed: failed === 0 && status !== 0 ? 1 : failed,
      skipped: skipped.length,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Words as jest's arguments: parts of suites' paths, or of tests' names; options of jest are passed on. */
function selection(words: readonly string[]): string[] {
  const suites = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.test\.tsx?$/.test(name));
  const options = words.filter((word) => word.startsWith('-'));
  const paths = words.filter((word) => suites.some((suite) => suite.includes(word)));
  const names = words.filter((word) => !options.includes(word) && !paths.includes(word));
  return [...paths, ...options, ...(names.length > 0 ? ['-t', names.join('|')] : [])];
}

function parts(words: readonly string[]): Promise<Sum>[] {
  if (words.includes(FAST)) return [script('typecheck'), script('lint:cached'), jest(['--selectProjects', 'unit'])];
  if (words.length > 0) return [jest(selection(words))];
  return [script('typecheck'), script('lint'), jest(['--maxWorkers', String(WORKERS)])];
}

async function main(words: readonly string[]): Promise<void> {
  const total = (await Promise.all(parts(words))).reduce((left, right) => ({
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  }));
  const failed = total.failed + (CI ? total.skipped : 0);
  if (CI && total.skipped > 0)
    process.stdout.write(`With CI=true the ${total.skipped} skipped tests count as failed.\n`);
  process.stdout.write(`\n${total.passed} passed, ${failed} failed, ${CI ? 0 : total.skipped} skipped\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

main(process.argv.slice(2)).catch((thrown: unknown) => {
  process.stderr.write(`${stackOf(thrown)}\n`);
  process.exitCode = 1;
});
