/**
 * Every document of every case as a workbook, a PDF by LibreOffice and pictures of its pages, under out/paper. Earlier
 * files there are deleted.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stackOf } from '../../src/thrown';
import { writeXlsx } from '../../src/xlsx';
import { ROOT } from '../../src/workbench/server/build';
import { convert } from '../support/libreOffice';
import { PAPER_CASES, paperWorkbook } from '../support/papers';
import { pdfinfo, pdfToPng } from '../support/poppler';
import { need } from '../support/programs';

const OUT = join(ROOT, 'out/paper');
const DOTS_PER_INCH = 70;

async function papers(): Promise<void> {
  for (const program of ['LibreOffice', 'pdftoppm', 'pdfinfo'] as const) need(program);
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const files: string[] = [];
  for (const one of PAPER_CASES) {
    const file = join(OUT, `${one.name}.xlsx`);
    writeFileSync(file, await writeXlsx(await paperWorkbook(one)));
    files.push(file);
  }
  for (const pdf of await convert(files, 'pdf', OUT)) {
    const folder = pdf.replace(/\.pdf$/, '');
    mkdirSync(folder);
    pdfToPng(pdf, join(folder, 'trang'), DOTS_PER_INCH);
    process.stdout.write(`${pdf}: ${pdfinfo(pdf)['Pages'] ?? '?'}\n`);
  }
}

papers().catch((thrown: unknown) => {
  process.stderr.write(`${stackOf(thrown)}\n`);
  process.exitCode = 1;
});
