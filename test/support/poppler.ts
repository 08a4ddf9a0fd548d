import { spawnSync } from 'node:child_process';
import { find, need, type ProgramName } from './programs';

export const hasPoppler = (): boolean =>
  (['pdftotext', 'pdftoppm', 'pdfinfo', 'pdffonts'] as const).every((tool) => find(tool) !== null);

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

/** The output of `pdfinfo` by its own labels, such as `Pages` and `Page size`, or `Page    1 size` where each page is asked for. */
export function pdfinfo(pdf: string, { eachPage = false } = {}): Record<string, string> {
  const lines = run('pdfinfo', [...(eachPage ? ['-l', '-1'] : []), pdf]).split('\n');
  return Object.fromEntries(
    lines.flatMap((line) => [/^([^:]+):\s*(.*)$/.exec(line)?.slice(1, 3) ?? []].filter(isPair)),
  );
}

const isPair = (parts: string[]): parts is [string, string] => parts.length === 2;

/** The names of the fonts of a PDF, without the tags of their subsets. */
export function pdfFonts(pdf: string): string[] {
  const lines = run('pdffonts', [pdf]).split('\n').slice(2);
  const names = lines.flatMap((line) => /^(?:[A-Z]{6}\+)?(\S+)/.exec(line)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** Draws pages as `<prefix>-1.png`, `<prefix>-2.png` …; poppler pads the numbers to one length. */
export function pdfToPng(pdf: string, prefix: string, dotsPerInch = 96): void {
  run('pdftoppm', ['-png', '-r', String(dotsPerInch), pdf, prefix]);
}

/** A part of a page, in points from its upper left corner. */
type Part = Pick<PdfWord, 'left' | 'top' | 'right' | 'bottom'>;

/** Whether anything is drawn in a part of a page (pages count from 0). */
export function hasInk(pdf: string, page: number, part: Part): boolean {
  return greysOf(pdf, page, part).some(isInk);
}

/** Where the lowest thing that is drawn in a part of a page (pages count from 0) ends, in points from the top of the page; null where nothing is. */
export function lowestInk(pdf: string, page: number, part: Part): number | null {
  const at = greysOf(pdf, page, part).findLastIndex(isInk);
  return at < 0 ? null : Math.ceil(part.top) + Math.floor(at / Math.floor(part.right - part.left)) + 1;
}

const isInk = (grey: number): boolean => grey < 200;

/** The grey of each point, line by line: 0 is black, 255 white. */
function greysOf(pdf: string, page: number, part: Part): Uint8Array {
  const [from, width, height] = [page + 1, part.right - part.left, part.bottom - part.top].map((one) =>
    String(Math.floor(one)),
  );
  const corner = [part.left, part.top].map((one) => String(Math.ceil(one)));
  const place = ['-x', corner[0], '-y', corner[1], '-W', width, '-H', height].map((one) => one ?? '');
  const one = from ?? '1';
  const snapshot = runRaw('pdftoppm', ['-gray', '-r', '72', '-f', one, '-l', one, ...place, pdf]);
  // "P5", width and height, and the brightest grey, each on a line; then a byte for each point.
  const head = /^P5\s+\d+ \d+\s+255\s/.exec(snapshot.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('pdftoppm drew no grey picture');
  return snapshot.subarray(head[0].length);
}

function run(tool: ProgramName, args: string[]): string {
  return runRaw(tool, args).toString('utf8');
}

function runRaw(tool: ProgramName, args: string[]): Buffer {
  const result = spawnSync(need(tool), args, { maxBuffer: 256_000_000 });
  if (result.error !== undefined || result.status !== 0) {
    throw new Error(`${tool} failed: ${result.error?.message ?? result.stderr.toString('utf8')}`);
  }
  return result.stdout;
}
