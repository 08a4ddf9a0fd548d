/**
 * The production pane and the workbench's page as webpack builds them. They are built before the suites start, by jest's
 * global set-up or a program of test/tools; a suite only asks for their folders.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPage, buildPane, ROOT } from '../../src/workbench/server/build';

/** Where the manifest of the built pane says it is served from. */
export const BUILT_BASE = 'https://scoring.example/add-in';

const CACHE = join(ROOT, 'node_modules/.cache/covenant-scoring');
/** Everything a build is made of. */
const SOURCES = [
  'src',
  'assets',
  'manifest.xml',
  'webpack.config.js',
  'package.json',
  'package-lock.json',
  'docs/trien-khai.md',
];
/** What is no part of the pane. */
const UNSHIPPED = ['src/workbench/', 'src/stand-in/', 'src/cli/'].map((folder) => join(ROOT, folder));

const BUILDS = {
  pane: (folder: string) => buildPane(`${BUILT_BASE}/`, folder),
  page: (folder: string) => buildPage(folder),
} as const;
type BuildName = keyof typeof BUILDS;

/** The folder of the production build with its manifest; not to be written to. Throws where it is not built. */
export const builtPane = (): string => built('pane');
/** The folder of the workbench's page; not to be written to. Throws where it is not built. */
export const builtPage = (): string => built('page');

/** Bytes of script, compressed, that may come before the pane is drawn: what a template with one text box needs. */
export const FIRST_LOAD_BUDGET = 169 * 1024;

/** The scripts that come before the pane is drawn, Office.js aside, and how many bytes they are compressed. */
export function firstLoad(folder: string): { scripts: string[]; bytes: number } {
  const html = readFileSync(join(folder, 'taskpane.html'), 'utf8');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js') && html.includes(name));
  const sizes = scripts.map((name) => gzipSync(readFileSync(join(folder, name))).length);
  return { scripts, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Builds the pane and the page where a source has changed since the last build. */
export async function buildAll(): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  await Promise.all([buildOne('pane'), buildOne('page')]);
}

/** Two runs may build at once: each in a folder of its own, and the first to finish puts its own in place. */
async function buildOne(name: BuildName): Promise<void> {
  const wanted = folderOf(name);
  if (existsSync(wanted)) return;
  const work = mkdtempSync(join(CACHE, 'building-'));
  try {
    const made = await BUILDS[name](work);
    for (const old of readdirSync(CACHE))
      if (old.startsWith(`${name}-`) && join(CACHE, old) !== wanted)
        rmSync(join(CACHE, old), { recursive: true, force: true });
    if (!existsSync(wanted)) renameSync(made, wanted);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function built(name: BuildName): string {
  const folder = folderOf(name);
  if (!existsSync(folder))
    throw new Error(`The ${name} is not built from these sources: run the suites by jest, or buildAll() first.`);
  return folder;
}

const folderOf = (name: BuildName): string => join(CACHE, `${name}-${sourceHash(name)}`);

function sourceHash(name: BuildName): string {
  const hash = createHash('sha256');
  for (const source of SOURCES.flatMap((one) => filesUnder(join(ROOT, one)))) {
    if (name === 'pane' && UNSHIPPED.some((folder) => source.startsWith(folder))) continue;
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
