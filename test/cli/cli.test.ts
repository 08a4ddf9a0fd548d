/** The headless command: JSON on stdout and nothing else, words on stderr, and the exit status. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../src/cli/commandLine';

interface Ended {
  status: number | string | null | undefined;
  stdout: string;
  stderr: string;
}

function start(program: string, words: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(program, words, (error, stdout, stderr) => resolve({ status: error ? error.code : 0, stdout, stderr }));
  });
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('as a process', () => {
  test('npm run headless prints JSON and nothing else, and ends with 0', async () => {
    const { status, stdout, stderr } = await start('npm', ['run', '--silent', 'headless', '--', 'catalogue']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toHaveProperty('criteriaSets');
  });

  test('wrong use ends with 2 and words on stderr', async () => {
    const { status, stdout, stderr } = await start(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'rank']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });
});

test('a whole way: new, then check, which ends with 1 while lines are blank', async () => {
  const file = join(folder, 'a.xlsx');
  const source = ['--criteria', 'cum-11-2020', '--cluster', 'cum-11-2020'];
  const made = await runCommandLine(['new', ...source, '--out', file]);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(made.stdout)).toHaveProperty('added');
  const checked = await runCommandLine(['check', file, '--lang', 'en']);
  expect(checked).toMatchObject({ status: 1, stderr: '' });
  expect(JSON.parse(checked.stdout)).toHaveProperty('findings');
});

test.each([
  ['no verb', [], 'Thiếu lệnh'],
  ['a name that every object has', ['constructor', 'x.xlsx'], 'Không hiểu'],
  ['an option there is not', ['check', 'x.xlsx', '--all'], '--all'],
  ['a file there is not', ['check', 'nowhere.xlsx'], 'nowhere.xlsx'],
  ['no file to write', ['rank', 'x.xlsx'], '--out'],
])('%s: status 2, words on stderr, nothing on stdout', async (_, words, named) => {
  const { status, stdout, stderr } = await runCommandLine(words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(named);
  expect(stderr).not.toContain('    at ');
});

test('a file that is no workbook: status 2, with the reason', async () => {
  const file = join(folder, 'text.xlsx');
  await writeFile(file, 'không phải bảng tính');
  const { status, stdout, stderr } = await runCommandLine(['describe', file]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('Không mở được tệp');
});
