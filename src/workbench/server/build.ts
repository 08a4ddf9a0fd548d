/** Builds what the workbench serves: the pane exactly as it is shipped, and the page around it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fieldOf } from '../../thrown';

/** The project's folder. */
export const ROOT = join(__dirname, '../../..');
/** Not in `dist`, which is the production build's alone. */
const OUT = join(ROOT, 'out/workbench');

export interface BuiltFolders {
  pane: string;
  page: string;
}

const run = promisify(execFile);
const WEBPACK = join(ROOT, 'node_modules/webpack/bin/webpack.js');

/** Builds the pane for an address ("https://localhost:3000"). Rejects with webpack's own words where it does not build. */
export async function buildPane(baseUrl: string, out = OUT): Promise<string> {
  const folder = join(out, 'pane');
  await webpack(['-o', folder], { ADDIN_BASE_URL: baseUrl });
  return folder;
}

/** Builds the workbench's page. */
export async function buildPage(out = OUT): Promise<string> {
  const folder = join(out, 'page');
  await webpack(['--env', 'workbench', '-o', folder], {});
  return folder;
}

async function webpack(args: string[], env: Record<string, string>): Promise<void> {
  try {
    await run(process.execPath, [WEBPACK, '--mode', 'production', ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (thrown) {
    // webpack reports errors of the build on its standard output.
    throw new Error(fieldOf(thrown, 'stdout')?.trim() || String(thrown), { cause: thrown });
  }
}
