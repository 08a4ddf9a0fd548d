/**
 * All suites: types, lint, then every jest suite. The last line sums them up as `N passed, N failed, N skipped`; with
 * CI=true a skipped test counts as a failure.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

interface Sum {
  passed: number;
  failed: number;
  skipped: number;
}

const jestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const CI = process.env.CI === 'true';

const shell = process.platform === 'win32';

/** A program that passes or fails as a whole counts as one test. What it prints comes when it has ended. */
function whole(name: string): Promise<Sum> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'], shell });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part));
    child.on('error', reject);
    child.on('close', (status) => {
      const passed = status === 0;
      process.stdout.write(`\n== ${name}\n${Buffer.concat(said).toString()}${name}: ${passed ? 'passed' : 'FAILED'}\n`);
      resolve({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });
    });
  });
}

function jest(): Sum {
  process.stdout.write('\n== jest\n');
  const folder = mkdtempSync(join(tmpdir(), 'covenant-scoring-tests-'));
  const file = join(folder, 'report.json');
  try {
    const { status } = spawnSync('npx', ['jest', '--json', `--outputFile=${file}`, '--silent'], {
      stdio: 'inherit',
      shell,
    });
    const report = jestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
    const skipped = report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'pending' || status === 'todo'),
    );
    for (const { fullName } of skipped) process.stdout.write(`skipped: ${fullName}\n`);
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    // A run that failed without a failing test (a crash, an open handle) must not pass.
    return {
      passed: report.numPassedTests,
      failed: failed === 0 && status !== 0 ? 1 : failed,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function main(): Promise<void> {
  // Neither needs more than one processor.
  const sums = [...(await Promise.all([whole('typecheck'), whole('lint')])), jest()];
  const total = sums.reduce((left, right) => ({
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

main().catch((thrown: unknown) => {
  process.stderr.write(`${String(thrown)}\n`);
  process.exitCode = 1;
});
