/** Number formats taken apart: their sections, and what each character of one stands for. Pure. */

export interface Token {
  kind: 'digit' | 'point' | 'comma' | 'percent' | 'general' | 'date' | 'exponent' | 'slash' | 'literal';
  text: string;
}

/** One section of a format. */
export interface Section {
  kind: 'number' | 'general' | 'date' | 'exponent' | 'fraction';
  tokens: readonly Token[];
  /** Whether the section is for a number, where it says so itself. */
  condition: ((value: number) => boolean) | null;
  /** Whether it shows other digits than European ones, or years of another calendar than ours. */
  isForeign: boolean;
  /** Whether its letters have nearly the colour of paper, so that nobody sees them. */
  isPale: boolean;
}

/** A text in quotes, an escaped character, brackets, a blank as wide as a letter or a filler; anything else that is no border. */
const SECTION = /(?:"[^"]*"?|\\.|\[[^\]]*\]|[_*].|[^;])+|(?<=;|^)(?=;|$)/gsu;

const TOKEN =
  /"(?<quoted>[^"]*)"?|\\(?<escaped>.)|\[\$(?<currency>[^\]-]*)[^\]]*\]|\[(?<elapsed>h+|m+|s+)\]|\[[^\]]*\]|_.|\*(?<filler>.)|(?<general>general|standard|@)|(?<digit>[0#?])|(?<exponent>e[+-])|(?<date>am\/pm|a\/p|[dmyhse])|(?<other>.)/gisu;

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/;

/** Formats that were taken apart last. */
const known = new Map<string, readonly Section[]>();
const MAX_KNOWN = 500;

/** The sections of a format that are for numbers: for positive ones, negative ones and zero, unless they have conditions. */
export function sectionsOf(format: string): readonly Section[] {
  const found = known.get(format);
  if (found) return found;
  if (known.size >= MAX_KNOWN) known.clear();
  const all: string[] = format.match(SECTION) ?? [];
  const numbers = all.filter((text, index) => index < 3 && !(index === all.length - 1 && isForTexts(text)));
  const sections = (numbers.length > 0 ? numbers : ['General']).map(sectionOf);
  known.set(format, sections);
  return sections;
}

/** The section for a number, and whether it shows the sign of a negative one by itself. */
export function sectionFor(sections: readonly Section[], value: number): { section: Section; hasSign: boolean } {
  const [first = NOTHING, second = first, third = first] = sections;
  const conditions = [first, second].filter(({ condition }) => condition !== null);
  if (conditions.length === 0) {
    const section = value > 0 ? first : value < 0 ? second : third;
    return { section, hasSign: value < 0 && sections.length > 1 };
  }
  const met = [first, second].find(({ condition }) => condition?.(value) === true);
  const rest = sections[conditions.length > 1 ? 2 : 1] ?? NOTHING;
  return { section: met ?? (first.condition === null ? first : rest), hasSign: false };
}

const NOTHING: Section = { kind: 'number', tokens: [], condition: null, isForeign: false, isPale: false };

/**
 * The section of a format that is for texts; null where they are shown as they are. *Unproven* outside the stand-in: that a single
 * section of a colour and General is for texts too.
 */
export function textSectionOf(format: string): Section | null {
  const all: string[] = format.match(SECTION) ?? [];
  const [last = ''] = all.slice(-1);
  const isForAll = all.length === 1 && /^(?:\[[^\]]*\])+(?:general|standard)$/i.test(last);
  return all.length > 3 || isForAll || isForTexts(last) ? sectionOf(last) : null;
}

const isForTexts = (section: string): boolean => section.replace(/"[^"]*"?|\\.|\[[^\]]*\]/g, '').includes('@');

function sectionOf(text: string): Section {
  const tokens = [...text.matchAll(TOKEN)].flatMap(({ groups = {} }) => tokenOf(groups) ?? []);
  const bare = text.replace(/"[^"]*"?|\\./g, '');
  return {
    kind: kindOf(tokens),
    tokens,
    condition: conditionOf(bare),
    isForeign: isForeign(bare),
    isPale: PALE.test(bare),
  };
}

/** White, by name and by its place among the colours of a workbook, and what is as pale there: FFFFCC and CCFFFF. */
const PALE = /\[(?:white|color ?0*(?:2|19|20|34))\]/i;

/** The language of a section: its name or its number, with the digits and the calendar before the number or behind the name. */
const LANGUAGE = /\[\$[^\]-]*-(?:(?<code>[\da-f]{1,8})|[^\],]*(?:,(?<rest>[\da-f]{1,8}))?)\]/i;

function isForeign(text: string): boolean {
  const { code = '', rest } = LANGUAGE.exec(text)?.groups ?? {};
  const script = rest === undefined || rest.length > 4 ? (rest ?? code).slice(0, -4) : rest;
  const [digits = 0, calendar = 0] = [script.slice(0, -2), script.slice(-2)].map((part) => parseInt(part || '0', 16));
  return /\[dbnum\d\]/i.test(text) || digits > 1 || calendar > 1;
}

function kindOf(tokens: readonly Token[]): Section['kind'] {
  const has = (kind: Token['kind']): boolean => tokens.some((token) => token.kind === kind);
  if (has('general')) return 'general';
  if (has('date')) return 'date';
  if (has('exponent')) return 'exponent';
  const slash = tokens.findIndex(({ kind }) => kind === 'slash');
  return slash > 0 && tokens.slice(0, slash).some(({ kind }) => kind === 'digit') ? 'fraction' : 'number';
}

const MARKS: Readonly<Record<string, Token['kind']>> = { '.': 'point', ',': 'comma', '%': 'percent', '/': 'slash' };

/** null where nothing is shown: a colour, a condition, the language of a format; a blank as wide as a letter too. */
function tokenOf(groups: Record<string, string | undefined>): Token | null {
  const { quoted, escaped, currency, elapsed, filler, general, digit, exponent, date, other } = groups;
  if (digit !== undefined) return { kind: 'digit', text: digit };
  if (general !== undefined) return { kind: 'general', text: general };
  if (exponent !== undefined) return { kind: 'exponent', text: exponent };
  if (date !== undefined) return { kind: 'date', text: date };
  if (elapsed !== undefined) return { kind: 'date', text: `[${elapsed}]` };
  if (other !== undefined) return { kind: MARKS[other] ?? 'literal', text: other };
  const text = quoted ?? escaped ?? currency ?? filler;
  return text === undefined ? null : { kind: 'literal', text };
}

function conditionOf(text: string): Section['condition'] {
  const [, operator, written] = CONDITION.exec(text) ?? [];
  if (operator === undefined) return null;
  const limit = Number(written);
  return (value) => {
    switch (operator) {
      case '<':
        return value < limit;
      case '<=':
        return value <= limit;
      case '>':
        return value > limit;
      case '>=':
        return value >= limit;
      case '=':
        return value === limit;
      default:
        return value !== limit;
    }
  };
}
