/** `npm run soak`: the suites that ask `test/support/soak` how often to try, with many more tries; words select some. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/workbench/server/build';

const words = process.argv.slice(2);
const suites = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((path) => /from '[./]+\/support\/soak'/.test(readFileSync(join(ROOT, path), 'utf8')))
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)));

if (suites.length === 0) throw new Error(`No suite to soak is named ${words.join(', ')}`);
const { status } = spawnSync('npx', ['jest', ...suites], {
  cwd: ROOT,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, COVENANT_SOAK: 'true' },
});
process.exitCode = status ?? 1;
