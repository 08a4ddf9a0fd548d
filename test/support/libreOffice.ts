import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { find, need } from './programs';

export { describeWith } from './programs';

export const hasLibreOffice = (): boolean => find('LibreOffice') !== null;

/** LibreOffice keeps the results that stand in a file unless the option says to calculate anew always (0). */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const run = promisify(execFile);

export type Target = 'xlsx' | 'pdf' | 'csv';

/**
 * Filters of LibreOffice; csv is written in UTF-8 with commas, texts in quotes, numbers in full and not as shown, every sheet
 * into a file of its own.
 */
const FILTERS: Record<Target, string> = {
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
  pdf: 'pdf:calc_pdf_Export',
  csv: 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1',
};

/**
 * Opens files in LibreOffice, which calculates all formulas anew, and writes them to `outDir` in another format: all in
 * one run, with a profile of its own. Gives the paths written: one for each file, and for csv one for each sheet, named
 * `<file>-<sheet>.csv`. Throws where LibreOffice is missing or fails.
 */
export async function convert(files: string[], to: Target, outDir: string): Promise<string[]> {
  const command = need('LibreOffice');
  const profile = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  try {
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
    mkdirSync(outDir, { recursive: true });
    const profileUrl = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    const { stderr } = await run(
      command,
      [profileUrl, '--headless', '--norestore', '--convert-to', FILTERS[to], '--outdir', outDir, ...files],
      { timeout: 300_000 },
    );
    const written = files.map((file) => writtenFor(basename(file, extname(file)), to, outDir));
    // LibreOffice ends well even where it could not read a file.
    const missing = files.filter((_, index) => written[index]?.length === 0);
    if (missing.length > 0) throw new Error(`LibreOffice could not convert ${missing.join(', ')}: ${stderr}`);
    return written.flat();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

function writtenFor(name: string, to: Target, folder: string): string[] {
  const wanted = (file: string): boolean =>
    to === 'csv' ? file.startsWith(`${name}-`) && file.endsWith('.csv') : file === `${name}.${to}`;
  return readdirSync(folder)
    .filter(wanted)
    .map((file) => join(folder, file));
}
