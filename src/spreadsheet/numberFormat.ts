/** What number formats show of a number. Formats are as Office.js gives them: in the writing of the United States. */
import { type Disguise, fifteenDigits } from '../covenant/cell';
import { type Section, sectionFor, sectionsOf, textSectionOf, type Token } from './numberSections';

/** Whether a number format shows a date or a time: d, m, y, h or s outside texts, or hours, minutes, seconds in brackets. */
export function isDateFormat(format: unknown): boolean {
  return typeof format === 'string' && sectionsOf(format).some(({ kind }) => kind === 'date');
}

/** Whether a number format shows a share of one as a percentage. */
export function isPercentFormat(format: unknown): boolean {
  return typeof format === 'string' && format.replace(/"[^"]*"|\\./g, '').includes('%');
}

/**
 * What a format shows in place of a number: rounded, as a percentage, in thousands, with digits or a sign of its own, or not at
 * all, also because it is white. null where a reader sees the number, and for other dates and times. What is shown is written as in Vietnam. *Unproven* outside the
 * stand-in: sections with conditions for negative numbers, and thousands left out before the point (`0,.0`).
 */
export function disguiseOf(format: unknown, value: number): Disguise | null {
  if (typeof format !== 'string' || format === '' || format === 'General' || format === '@') return null;
  const { section, hasSign } = sectionFor(sectionsOf(format), value);
  if (section.isPale) return { format, shown: '' };
  if (section.kind === 'date') return null;
  const { parts, read } = shownBy(section, Math.abs(value));
  // What is rounded to zero has no sign.
  const sign = value < 0 && !hasSign && read !== 0 ? '-' : '';
  const shown = `${sign}${parts.map(({ text }) => text).join('')}`;
  return isRead(parts, read, { value, hasSign }) ? null : { format, shown: shown.trim() };
}

/** General shows larger numbers with a power of ten. */
const GENERAL_LIMIT = 1e11;

/**
 * What a cell shows of a number where its column is wide enough, as long as it needs to be: without a format two decimals, which
 * points have at most; of a day or a time a digit for each letter of the format.
 */
export function numberText(format: string, value: number): string {
  const { section, hasSign } = sectionFor(sectionsOf(format), value);
  if (section.kind === 'date') return section.tokens.map(({ kind, text }) => (kind === 'date' ? '0' : text)).join('');
  const size = Math.abs(value);
  const isGeneral = section.kind === 'general';
  const { parts } = shownBy(section, isGeneral ? Math.round(size * 100) / 100 : size);
  const text = isGeneral && size >= GENERAL_LIMIT ? '1E+11' : parts.map((part) => part.text).join('');
  return `${value < 0 && !hasSign ? '-' : ''}${text}`;
}

/** What a format shows in place of a text: another one, more than it, or nothing; null where a reader sees the text. */
export function textDisguiseOf(format: unknown, text: string): Disguise | null {
  if (typeof format !== 'string' || !/[@;[]/.test(format) || format === '@') return null;
  const section = textSectionOf(format);
  if (section === null) return null;
  if (section.isPale) return { format, shown: '' };
  const shown = section.tokens.map((token) => (token.kind === 'general' ? text : token.text)).join('');
  return shown.trim() === text.trim() ? null : { format, shown: shown.trim() };
}

/** A piece of what is shown: of the number itself, or put around it by the format. */
interface Part {
  text: string;
  own: boolean;
}

interface ShownNumber {
  parts: readonly Part[];
  /** The number that is written with its own digits, without a sign; null where the format has none for it. */
  read: number | null;
}

function shownBy(section: Section, size: number): ShownNumber {
  switch (section.kind) {
    case 'general':
    case 'date':
      return replaced(section.tokens, 'general', inVietnam(size), size);
    case 'exponent':
      return exponential(section.tokens, size);
    case 'fraction':
      return fraction(section.tokens, size);
    case 'number':
      return fixed(section.tokens, size);
  }
}

const inVietnam = (number: number | string): string => String(number).replace('.', ',');

const literal = (text: string): Part => ({ text, own: false });

/** The tokens with a text in place of the first of a kind; digits and marks that belong to it are dropped. */
function replaced(tokens: readonly Token[], kind: Token['kind'], text: string, read: number): ShownNumber {
  const at = tokens.findIndex((token) => token.kind === kind);
  const parts = tokens.flatMap((token, index): Part[] => {
    if (index === at) return [{ text, own: true }];
    return token.kind === 'literal' ? [literal(token.text)] : [];
  });
  return { parts, read };
}

function exponential(tokens: readonly Token[], size: number): ShownNumber {
  const mantissa = tokens.slice(
    0,
    tokens.findIndex(({ kind }) => kind === 'exponent'),
  );
  const digits = mantissa.filter(({ kind }) => kind === 'digit').length;
  const text = size.toExponential(Math.min(Math.max(digits - 1, 0), MAX_DECIMALS));
  return replaced(tokens, 'exponent', inVietnam(text).toUpperCase(), Number(text));
}

/** No denominator of more digits is looked for. */
const MAX_DENOMINATOR = 999;

function fraction(tokens: readonly Token[], size: number): ShownNumber {
  const slash = tokens.findIndex(({ kind }) => kind === 'slash');
  const below = tokens.slice(slash + 1);
  const given = Number(below.flatMap((token) => (token.kind === 'literal' ? [token.text] : [])).join(''));
  const max = Math.min(10 ** below.filter(({ kind }) => kind === 'digit').length - 1, MAX_DENOMINATOR);
  const denominators = max > 0 ? Array.from({ length: max }, (_, index) => index + 1) : [given || 1];
  const error = (one: number): number => Math.abs(Math.round(size * one) / one - size);
  const denominator = denominators.reduce((best, one) => (error(one) < error(best) - 1e-12 ? one : best));
  const numerator = Math.round(size * denominator);
  const kept = tokens.slice(0, slash + 1);
  // "# ?/?" and not "?/?": digits of the whole number stand apart.
  const whole = /#.*? .*#/.test(kept.map(({ kind, text }) => (kind === 'digit' ? '#' : text)).join(''))
    ? Math.floor(numerator / denominator)
    : 0;
  const text = `${whole > 0 ? `${whole} ` : ''}${numerator - whole * denominator}/${denominator}`;
  return replaced(kept, 'slash', text, numerator / denominator);
}

/** What Excel takes of decimals. */
const MAX_DECIMALS = 30;

/** Where the digits of a section are, and what its commas and percent signs do. */
interface Digits {
  /** Indices of the digits before and after the point. */
  whole: number[];
  decimals: number[];
  grouped: boolean;
  scale: number;
}

function digitsOf(tokens: readonly Token[]): Digits {
  const indices = (kind: Token['kind']): number[] =>
    tokens.flatMap((token, index) => (token.kind === kind ? [index] : []));
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  const digits = indices('digit');
  const whole = digits.filter((index) => point < 0 || index < point);
  const [first = 0, last = -1] = [digits[0], digits.at(-1)];
  const commas = indices('comma');
  const end = whole.at(-1) ?? -1;
  const thousands = commas.filter((index) => index > last || (index > end && index < point));
  return {
    whole,
    decimals: digits.slice(whole.length, whole.length + MAX_DECIMALS),
    grouped: commas.some((index) => index > first && index < end),
    scale: 1000 ** (digits.length > 0 ? thousands.length : 0) / 100 ** indices('percent').length,
  };
}

function fixed(tokens: readonly Token[], size: number): ShownNumber {
  const { whole, decimals, grouped, scale } = digitsOf(tokens);
  const power = 10 ** decimals.length;
  const rounded = Math.round(fifteenDigits((size / scale) * power)) / power;
  const [digits = '', after = ''] = rounded.toFixed(decimals.length).split('.');
  const padded = whole.findIndex((index) => tokens[index]?.text === '0');
  const before = (digits === '0' ? '' : digits).padStart(padded < 0 ? 0 : whole.length - padded, '0');
  const none = whole.length + decimals.length === 0;
  const parts = tokens.map((token, index): Part => {
    const at = whole.indexOf(index);
    if (at >= 0) return { text: wholeDigits(before, whole.length - at, { first: at === 0, grouped }), own: true };
    if (token.kind === 'point') return { text: `${whole.length === 0 ? before : ''},`, own: !none };
    const decimal = decimals.indexOf(index);
    const isNeeded = token.text === '0' || /[1-9]/.test(after.slice(decimal));
    if (decimal >= 0) return { text: isNeeded ? (after[decimal] ?? '') : '', own: true };
    if (token.kind === 'percent') return literal('%');
    return literal(token.kind === 'literal' ? token.text : '');
  });
  return { parts, read: none ? null : rounded };
}

/** The digits in the place that is `place` from the right; the first place of a format has all that are left of it too. */
function wholeDigits(digits: string, place: number, { first, grouped }: { first: boolean; grouped: boolean }): string {
  const from = digits.length - place;
  const own = first ? digits.slice(0, Math.max(from + 1, 0)) : (digits[from] ?? '');
  if (!grouped) return own;
  return [...own].map((digit, index) => groupedDigit(digit, place + own.length - 1 - index)).join('');
}

const groupedDigit = (digit: string, place: number): string => (place > 1 && place % 3 === 1 ? `${digit}.` : digit);

/** Figures of any script, signs of shares, and texts of letters that look like figures. */
const FIGURES = /[\p{N}%‰]|^\s*[OoIl|]+\s*$/u;
const MINUS = /[-−–]\s*$/u;

/** Whether a reader takes the number for the one that the cell holds. */
function isRead(
  parts: readonly Part[],
  read: number | null,
  { value, hasSign }: { value: number; hasSign: boolean },
): boolean {
  const [first, last] = [parts.findIndex(({ own }) => own), parts.findLastIndex(({ own }) => own)];
  const texts = (from: number, to?: number): string =>
    parts
      .slice(from, to)
      .flatMap(({ text, own }) => (own ? [] : [text]))
      .join('');
  // In accounts a dash stands for zero.
  const isShown = parts.some(({ text, own }) => own && /\d/.test(text));
  if (read === null || !isShown) return value === 0 && /^\s*[-–]\s*$/u.test(parts.map(({ text }) => text).join(''));
  if (parts.some(({ text, own }) => !own && FIGURES.test(text))) return false;
  if (texts(first, last + 1).trim() !== '') return false;
  const [before, after] = [texts(0, first), texts(last + 1)];
  const minus = (value < 0 && !hasSign) !== (MINUS.test(before) || (/\(\s*$/.test(before) && /^\s*\)/.test(after)));
  return Math.abs((minus ? -read : read) - value) <= 1e-9;
}
