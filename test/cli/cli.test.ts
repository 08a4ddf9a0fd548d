/** The headless command as a process: JSON on stdout and nothing else, words on stderr, and the exit status. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

const headless = (...words: string[]): Promise<Ended> =>
  start(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...words]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('npm run headless prints JSON and nothing else, and ends with 0', async () => {
  const { status, stdout } = await start('npm', ['run', '--silent', 'headless', '--', 'catalogue']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toHaveProperty('criteriaSets');
});

test('a whole way: new, then check, which ends with 1 while lines are blank', async () => {
  const file = join(folder, 'a.xlsx');
  const made = await headless('new', '--criteria', 'cum-11-2020', '--cluster', 'cum-11-2020', '--out', file);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(made.stdout)).toHaveProperty('added');
  const checked = await headless('check', file, '--lang', 'en');
  expect(checked.status).toBe(1);
  expect(JSON.parse(checked.stdout)).toHaveProperty('findings');
});

test.each([
  ['no verb', [], 'Thiếu lệnh'],
  ['a name that every object has', ['constructor', 'x.xlsx'], 'Không hiểu'],
  ['an option there is not', ['check', 'x.xlsx', '--all'], '--all'],
  ['a file there is not', ['check', 'nowhere.xlsx'], 'nowhere.xlsx'],
  ['no file to write', ['rank', 'x.xlsx'], '--out'],
])('%s: status 2, words on stderr, nothing on stdout', async (_, words, named) => {
  const { status, stdout, stderr } = await headless(...words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(named);
  expect(stderr).not.toContain('    at ');
});

test('a file that is no workbook: status 2, with the reason', async () => {
  const file = join(folder, 'text.xlsx');
  await writeFile(file, 'không phải bảng tính');
  const { status, stdout, stderr } = await headless('describe', file);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('Không mở được tệp');
});
