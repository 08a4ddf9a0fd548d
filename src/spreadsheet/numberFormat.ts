/** What number formats show of a number, as Office.js gives them: in the writing of the United States. */

/** Texts in quotes, escaped characters, colours and conditions, blanks as wide as a letter, and fillers. */
const NOT_DIGITS = /"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g;

/**
 * Whether a format shows a number as another one: rounded, as a percentage, in thousands, with digits of its own, or not at
 * all. Dates, fractions and exponents are not looked at.
 */
export function showsAnother(format: unknown, value: number): boolean {
  if (typeof format !== 'string' || format === '' || /general|standard|^@$/i.test(format)) return false;
  const section = sectionFor(format, value);
  const digits = section.replace(NOT_DIGITS, '');
  if (/[dmyhs/e]/i.test(digits)) return false;
  if (!/[0#?]/.test(digits) || /[%1-9]/.test(digits)) return true;
  if ((section.match(/"[^"]*"|\\./g) ?? []).some((text) => /\d/.test(text))) return true;
  if (/[0#?],+(?![0#?])/.test(digits)) return true;
  const decimals = /\.([0#?]*)/.exec(digits)?.[1]?.length ?? 0;
  return Math.abs(Number(value.toFixed(decimals)) - value) > 1e-9;
}

/** The part of a format that is used: for positive numbers, negative ones, zero. */
function sectionFor(format: string, value: number): string {
  const sections: string[] = format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;|^)(?=;|$)/g) ?? [format];
  const [positive = '', negative = positive, zero = positive] = sections;
  return value > 0 ? positive : value < 0 ? negative : zero;
}
