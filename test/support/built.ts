/** The production pane and the workbench's page as webpack builds them, once for all suites and again when a source has changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { buildPage, buildPane, ROOT } from '../../src/workbench/server/build';

/** Where the manifest of the built pane says it is served from. */
export const BUILT_BASE = 'https://scoring.example/add-in';

const CACHE = join(ROOT, 'node_modules/.cache/covenant-scoring');
/** Everything a build is made of; the workbench is no part of the pane. */
const SOURCES = ['src', 'assets', 'manifest.xml', 'webpack.config.js', 'package.json', 'package-lock.json'];
const WORKBENCH = join(ROOT, 'src/workbench/');
/** Milliseconds: after so long whoever was building has died. */
const GIVEN_UP = 400_000;
const POLL = 500;

/** The folder of the production build with its manifest; not to be written to. */
export const builtPane = (): Promise<string> => built('pane', (folder) => buildPane(`${BUILT_BASE}/`, folder));
/** The folder of the workbench's page; not to be written to. */
export const builtPage = (): Promise<string> => built('page', (folder) => buildPage(folder));

/** Bytes of script, compressed, that may come before the pane is drawn: what a template with one text box needs. */
export const FIRST_LOAD_BUDGET = 169 * 1024;

/** The scripts that come before the pane is drawn, Office.js aside, and how many bytes they are compressed. */
export function firstLoad(folder: string): { scripts: string[]; bytes: number } {
  const html = readFileSync(join(folder, 'taskpane.html'), 'utf8');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js') && html.includes(name));
  const sizes = scripts.map((name) => gzipSync(readFileSync(join(folder, name))).length);
  return { scripts, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Suites run side by side in processes of their own: one builds, the others wait for it. */
async function built(name: 'pane' | 'page', build: (folder: string) => Promise<string>): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const wanted = join(CACHE, `${name}-${sourceHash(name)}`);
  const lock = join(CACHE, `${name}.lock`);
  while (!existsSync(wanted)) {
    if (!taken(lock)) {
      await later(POLL);
      continue;
    }
    try {
      if (existsSync(wanted)) break;
      for (const old of readdirSync(CACHE))
        if (old.startsWith(`${name}-`)) rmSync(join(CACHE, old), { recursive: true, force: true });
      renameSync(await build(join(CACHE, `building-${name}`)), wanted);
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
  return wanted;
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (thrown) {
    if (!(thrown instanceof Error) || !('code' in thrown) || thrown.code !== 'EEXIST') throw thrown;
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > GIVEN_UP) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function sourceHash(name: 'pane' | 'page'): string {
  const hash = createHash('sha256');
  for (const source of SOURCES.flatMap((one) => filesUnder(join(ROOT, one)))) {
    if (name === 'pane' && source.startsWith(WORKBENCH)) continue;
    hash.update(source);
    hash.update(readFileSync(source));
  }
  return hash.digest('hex').slice(0, 20);
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
  return entries.filter((name) => statSync(name).isFile()).sort();
}
