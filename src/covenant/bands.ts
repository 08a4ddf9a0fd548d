/**
 * Bands of a tiered criterion, written so that a person can read and edit them in one cell:
 * `>95%: 1,5; 75–95%: 1; 50–<75%: 0,5; <50%: 0`. With a percent sign the figure is a share of numerator and denominator.
 */
import { type Hundredths, toHundredths, toPoints } from './points';

/** `number`: any figure from 0; `count`: whole numbers, if the limits allow no others; `share`: percent. */
export type BandMeasure = 'number' | 'count' | 'share';

export interface Band {
  /** The lower limit, in the measure's unit; open = it is not part of the band. */
  from: number;
  fromOpen: boolean;
  /** The upper limit; null = none. */
  to: number | null;
  toOpen: boolean;
  points: Hundredths;
}

/** The names of these fields are part of the fingerprint of the criteria: do not rename them. */
export interface Bands {
  /** As written, with spaces normalized. */
  text: string;
  measure: BandMeasure;
  /** From the highest to the lowest; together they cover everything from 0 to {@link Bands.max}. */
  list: readonly Band[];
  /** The largest figure that falls in a band: null = no limit; 100 for a share that ends there. */
  max: number | null;
}

export type BandsProblem = 'bandsUnreadable' | 'bandsOverlap' | 'bandsGap' | 'bandsTooMany';

/** With more bands, the formula is nested too deeply for older programs. */
const MAX_BANDS = 20;

/** Reads bands, or says what is wrong with them: unreadable, overlapping, or with a gap from 0 upward. */
export function readBands(text: string): Bands | BandsProblem {
  const parts = text
    .normalize('NFKC')
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return 'bandsUnreadable';
  if (parts.length > MAX_BANDS) return 'bandsTooMany';
  const read = parts.map(readBand);
  const list = read.flatMap((one) => (one === null ? [] : [one.band]));
  if (list.length < parts.length) return 'bandsUnreadable';
  const percent = read.filter((one) => one?.percent).length;
  // A percent sign on every band, or on none: a mixture is an error.
  if (percent !== 0 && percent !== list.length) return 'bandsUnreadable';
  list.sort((left, right) => left.from - right.from || Number(left.fromOpen) - Number(right.fromOpen));
  const joints = list.slice(1).map((band, index) => joint(list[index], band));
  if (joints.includes('overlap')) return 'bandsOverlap';
  const whole = list.every(({ from, to }) => Number.isInteger(from) && (to === null || Number.isInteger(to)));
  const counts = percent === 0 && whole && joints.every((one) => one !== 'gap') && joints.includes('step');
  if (joints.some((one) => one === 'gap' || (one === 'step' && !counts))) return 'bandsGap';
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last || first.from !== 0 || first.fromOpen) return 'bandsGap';
  if (last.to !== null && !(percent > 0 && last.to === 100 && !last.toOpen)) return 'bandsGap';
  const measure: BandMeasure = percent > 0 ? 'share' : counts ? 'count' : 'number';
  return { text: tidy(text), measure, list: list.reverse(), max: last.to };
}

function tidy(text: string): string {
  return text.trim().replace(/[ \t]+/g, ' ');
}

/** How two neighbouring bands meet: without a gap, one whole number apart, with a gap, or overlapping. */
function joint(lower: Band | undefined, upper: Band): 'meets' | 'step' | 'gap' | 'overlap' {
  if (!lower || lower.to === null || upper.from < lower.to) return 'overlap';
  if (upper.from === lower.to) {
    if (!lower.toOpen && !upper.fromOpen) return 'overlap';
    return lower.toOpen && upper.fromOpen ? 'gap' : 'meets';
  }
  return upper.from - lower.to === 1 && !lower.toOpen && !upper.fromOpen ? 'step' : 'gap';
}

const NUMBER = String.raw`(\d{1,12}(?:[.,]\d{1,4})?)\s*(%?)`;
const POINTS = /^(.*\S)\s*:\s*(\d{1,6}(?:[.,]\d{1,2})?)\s*(?:điểm|đ)?$/iu;
const OPEN_ENDED = new RegExp(`^(>=|≥|>|<=|≤|<|từ|trên|dưới|đến)\\s*${NUMBER}(?:\\s*(trở lên))?$`, 'iu');
const BETWEEN = new RegExp(`^(>)?\\s*${NUMBER}\\s*(?:-|–|—|đến)\\s*(<)?\\s*${NUMBER}$`, 'iu');
const SINGLE = new RegExp(`^=?\\s*${NUMBER}$`, 'u');

function readBand(part: string): { band: Band; percent: boolean } | null {
  const [, range = '', points] = POINTS.exec(part) ?? [];
  if (points === undefined) return null;
  const earned = toHundredths(decimal(points));
  const between = BETWEEN.exec(range);
  if (between) {
    const [, open, from = '', firstSign, toOpen, to = '', secondSign] = between;
    const band = { from: decimal(from), fromOpen: open !== undefined, to: decimal(to), toOpen: toOpen !== undefined };
    const empty = band.from > band.to || (band.from === band.to && (band.fromOpen || band.toOpen));
    return empty ? null : { band: { ...band, points: earned }, percent: `${firstSign}${secondSign}` !== '' };
  }
  const ended = OPEN_ENDED.exec(range);
  if (ended) {
    const [, sign = '', end = '', percent] = ended;
    return {
      band: { ...openEnded(sign.toLocaleLowerCase('vi'), decimal(end)), points: earned },
      percent: percent !== '',
    };
  }
  const [, value, percent] = SINGLE.exec(range) ?? [];
  if (value === undefined) return null;
  const exactly = { from: decimal(value), fromOpen: false, to: decimal(value), toOpen: false };
  return { band: { ...exactly, points: earned }, percent: percent !== '' };
}

function openEnded(sign: string, end: number): Omit<Band, 'points'> {
  switch (sign) {
    case '>':
    case 'trên':
      return { from: end, fromOpen: true, to: null, toOpen: true };
    case '<':
    case 'dưới':
      return { from: 0, fromOpen: false, to: end, toOpen: true };
    case '<=':
    case '≤':
    case 'đến':
      return { from: 0, fromOpen: false, to: end, toOpen: false };
    default:
      return { from: end, fromOpen: false, to: null, toOpen: true };
  }
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'));
}

/** Products of figures and limits are compared with this many decimals, here and in the formula alike. */
const COMPARED_DECIMALS = 6;

function compared(value: number): number {
  return Number(value.toFixed(COMPARED_DECIMALS));
}

/** The points of the band that contains the figure; for a share `whole` is the denominator, above 0. */
export function pointsOfBand({ list, measure }: Bands, figure: number, whole: number): Hundredths {
  const value = measure === 'share' ? compared(figure * 100) : figure;
  const end = (of: number): number => (measure === 'share' ? compared(of * whole) : of);
  const found = list.find(({ from, fromOpen }) => (fromOpen ? value > end(from) : value >= end(from)));
  return (found ?? list[list.length - 1])?.points ?? toHundredths(0);
}

/** The same as a formula: the bands from the highest down, by their lower limits. A share is never divided: 69,6 % is not 70 %. */
export function bandsFormula({ list, measure }: Bands, figure: string, whole: string): string {
  const share = measure === 'share';
  const value = share ? `ROUND(${figure}*100,${COMPARED_DECIMALS})` : figure;
  const end = (of: number): string => (share ? `ROUND(${of}*${whole},${COMPARED_DECIMALS})` : String(of));
  return list.reduceRight(
    (otherwise, { from, fromOpen, points }, index) =>
      index === list.length - 1
        ? String(toPoints(points))
        : `IF(${value}${fromOpen ? '>' : '>='}${end(from)},${toPoints(points)},${otherwise})`,
    '0',
  );
}
