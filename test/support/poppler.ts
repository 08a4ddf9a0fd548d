import { spawnSync } from 'node:child_process';
import { find, need, type ProgramName } from './programs';

export const hasPoppler = (): boolean =>
  (['pdftotext', 'pdftoppm', 'pdfinfo'] as const).every((tool) => find(tool) !== null);

/** The text of each page of a PDF, laid out as on paper. */
export function pdfPages(pdf: string): string[] {
  const pages = run('pdftotext', ['-layout', '-enc', 'UTF-8', pdf, '-']).split('\f');
  // The last page ends with a form feed as well.
  return pages.at(-1)?.trim() === '' ? pages.slice(0, -1) : pages;
}

/** A word on paper, in points from the upper left corner of its page (pages count from 0). */
export interface PdfWord {
  page: number;
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Every word of a PDF with its place. */
export function pdfWords(pdf: string): PdfWord[] {
  const html = run('pdftotext', ['-bbox', '-enc', 'UTF-8', pdf, '-']);
  return html
    .split(/<page /)
    .slice(1)
    .flatMap((text, page) =>
      [...text.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)].map(
        ([, left, top, right, bottom, word = '']) => ({
          page,
          text: word.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
        }),
      ),
    );
}

/** What `pdfinfo` says, by its own labels, such as `Pages` and `Page size`, or `Page    1 size` where each page is asked for. */
export function pdfinfo(pdf: string, eachPage = false): Record<string, string> {
  const lines = run('pdfinfo', [...(eachPage ? ['-l', '-1'] : []), pdf]).split('\n');
  return Object.fromEntries(
    lines.flatMap((line) => [/^([^:]+):\s*(.*)$/.exec(line)?.slice(1, 3) ?? []].filter(isPair)),
  );
}

const isPair = (parts: string[]): parts is [string, string] => parts.length === 2;

/** Draws pages as `<prefix>-1.png`, `<prefix>-2.png` …; poppler pads the numbers to one length. */
export function pdfToPng(pdf: string, prefix: string, dotsPerInch = 96): void {
  run('pdftoppm', ['-png', '-r', String(dotsPerInch), pdf, prefix]);
}

function run(tool: ProgramName, args: string[]): string {
  const result = spawnSync(need(tool), args, { encoding: 'utf8', maxBuffer: 256_000_000 });
  if (result.error !== undefined || result.status !== 0) {
    throw new Error(`${tool} failed: ${result.error?.message ?? result.stderr}`);
  }
  return result.stdout;
}
