/** Gnumeric as a second program that calculates our files: written independently of Excel, LibreOffice and the stand-in. */
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { need } from './programs';

const run = promisify(execFile);

/**
 * Calculates every formula of a file anew and writes each sheet to `outDir` as csv, named `<file>-<sheet>.csv`, numbers in
 * full and not as shown. Throws where Gnumeric is missing or fails.
 */
export async function recalculate(file: string, outDir: string): Promise<string[]> {
  mkdirSync(outDir, { recursive: true });
  const name = basename(file, extname(file));
  const options = ['--recalc', '--export-type=Gnumeric_stf:stf_assistant', '--export-file-per-sheet'];
  await run(need('Gnumeric'), [...options, '-O', 'separator=, format=raw', file, join(outDir, `${name}-%s.csv`)], {
    timeout: 300_000,
  });
  const written = readdirSync(outDir).filter((one) => one.startsWith(`${name}-`));
  if (written.length === 0) throw new Error(`Gnumeric could not read ${file}`);
  return written.map((one) => join(outDir, one));
}
