/** The text on the pages of a printed sheet: the lines of a column and their positions. Lengths are points. */
import type { IWorkbookData } from '@univerjs/core';
import { mm } from '../../src/spreadsheet/measure/pages';
import { lowestInk, pdfinfo, type PdfWord, pdfWords } from './poppler';

/** In Times New Roman, for which a font of equal metrics is installed: another font would change widths and page scaling. */
export const inTimes = (data: IWorkbookData): IWorkbookData => ({
  ...data,
  defaultStyle: { ff: 'Times New Roman', fs: 11 },
});

export { mm };

/** A4 upright. */
export const A4 = { width: 595, height: 842 };

/**
 * How much wider LibreOffice makes a column than it was planned: it measures files by the digits of their default font as they are, and
 * Excel by whole pixels, seven at 11 points. A sheet that is planned as wide as the page is shrunk by it.
 */
export const STRETCH = { Calibri: (11 * 0.507 * 96) / 72 / 7 } as const;

/** The edges of a column on paper; the first one begins at the left margin, 30 mm from the edge. */
export function columnOnPaper(
  columns: readonly { key: string; width: number; hidden?: boolean }[],
  first: string,
  last = first,
): [left: number, right: number] {
  const shown = columns.filter(({ hidden }) => hidden !== true);
  const [from, to] = [first, last].map((key) => shown.findIndex((column) => column.key === key));
  const width = (until: number): number => shown.slice(0, until).reduce((sum, column) => sum + column.width, 0);
  return [mm(30) + width(from ?? 0), mm(30) + width((to ?? 0) + 1)];
}

/** A line of text in a column of a page. */
export interface PaperLine {
  page: number;
  /** Without spaces: Poppler splits a word at a letter from another font. */
  text: string;
  top: number;
  bottom: number;
}

/** Words whose middles are nearer than this are on one line; lines are at least twice as far apart. */
const SAME_LINE = 4;

const middle = ({ top, bottom }: { top: number; bottom: number }): number => (top + bottom) / 2;

/** The lines of a page between two lengths from its left edge, from top to bottom. */
export function linesBetween(words: readonly PdfWord[], page: number, left: number, right: number): PaperLine[] {
  const inside = words
    .filter((word) => word.page === page && (word.left + word.right) / 2 > left && (word.left + word.right) / 2 < right)
    .sort((one, other) => middle(one) - middle(other));
  const lines: PdfWord[][] = [];
  for (const word of inside) {
    const last = lines.at(-1);
    if (last && middle(word) - middle(last[0] ?? word) < SAME_LINE) last.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => ({
    page,
    text: line
      .sort((one, other) => one.left - other.left)
      .map(({ text }) => text)
      .join(''),
    top: Math.min(...line.map(({ top }) => top)),
    bottom: Math.max(...line.map(({ bottom }) => bottom)),
  }));
}

/** A PDF whose pages are put together by document: a new one begins where a page holds one of the titles. */
export function documentsOf(pdf: string, titles: readonly string[]): { title: string; pages: PdfWord[][] }[] {
  const documents: { title: string; pages: PdfWord[][] }[] = [];
  const byPage: PdfWord[][] = [];
  for (const word of pdfWords(pdf)) (byPage[word.page] ??= []).push(word);
  for (const [page, own = []] of byPage.entries()) {
    const text = linesBetween(own, page, 0, 10_000).map((line) => line.text);
    const title = titles.find((one) => text.includes(one.replaceAll(' ', '')));
    if (title !== undefined) documents.push({ title, pages: [own] });
    else documents.at(-1)?.pages.push(own);
  }
  return documents;
}

/** How far a page (from 0) is filled: from the upper margin to what is drawn lowest above the lower one, as a share of what is between. */
export function fillOf(pdf: string, page: number): number {
  const size = Object.entries(pdfinfo(pdf, { eachPage: true })).filter(([label]) => /^Page +\d+ size$/.test(label))[
    page
  ];
  const [, right, height] = /([\d.]+) x ([\d.]+)/.exec(size?.[1] ?? '') ?? [];
  const [top, bottom] = [mm(20), Number(height) - mm(20)];
  return ((lowestInk(pdf, page, { left: 0, top, right: Number(right), bottom }) ?? top) - top) / (bottom - top);
}

/** The type size of a word in Times New Roman: its box is as high as ascent and descent of the font. */
export const sizeOf = ({ top, bottom }: Pick<PdfWord, 'top' | 'bottom'>): number => (bottom - top) / (0.891 + 0.216);
