/** What number formats show of a day, and whether a reader in Vietnam takes it for that day. Pure. */
import type { Disguise } from '../covenant/cell';
import { dayOfSerial } from './days';
import { sectionFor, sectionsOf, type Token } from './numberSections';

/**
 * The format that Office.js and files have for the short date of Windows (number 14 of the file format). Excel shows it in the order of
 * who looks, which in Vietnam is the day first, and gives it to days that people type; as a format of its own it cannot be told from it.
 * *Unproven* outside the stand-in: that no version of Excel gives it in another writing.
 */
const SHORT_DATE = 'm/d/yyyy';

/**
 * What a format shows in place of a day: one with its parts exchanged, with a part of its own or without one, a time, or nothing. null where a
 * reader sees the day, and for numbers that are none. `shown` is null where names or times are in it.
 */
export function dayDisguiseOf(format: string, serial: number): Disguise | null {
  const day = dayOfSerial(serial);
  if (day === null || format.toLowerCase() === SHORT_DATE) return null;
  const { section } = sectionFor(sectionsOf(format), serial);
  if (section.isPale) return { format, shown: '' };
  const parts = section.kind === 'date' && !section.isForeign ? partsOf(section.tokens, day) : null;
  if (parts && readDay(parts.join('')) === day) return null;
  const isPlain = parts !== null && !parts.some((part) => part.startsWith('‹'));
  return { format, shown: isPlain ? parts.join('').trim() : null };
}

/** What each part of a format shows; months and weekdays that are written in words are in ‹›. null where it shows more than a day. */
function partsOf(tokens: readonly Token[], day: string): string[] | null {
  const parts = runsOf(tokens).map(({ kind, text }) => (kind === 'date' ? partOf(text.toLowerCase(), day) : text));
  return parts.every((part) => part !== null) ? parts : null;
}

/** The tokens with the letters of one part together. */
function runsOf(tokens: readonly Token[]): Token[] {
  const runs: Token[] = [];
  for (const { kind, text } of tokens) {
    const last = runs.at(-1);
    if (kind === 'date' && last?.kind === 'date' && last.text[0]?.toLowerCase() === text.toLowerCase())
      last.text += text;
    else runs.push({ kind, text });
  }
  return runs;
}

/** null for times, and for the first letter of a month, which three of them share. */
function partOf(letters: string, written: string): string | null {
  const [year = '', month = '', day = ''] = written.split('-');
  switch (letters) {
    case 'd':
      return String(Number(day));
    case 'dd':
      return day;
    case 'm':
      return String(Number(month));
    case 'mm':
      return month;
    case 'mmm':
    case 'mmmm':
      return `‹${month}›`;
    case 'yy':
    case 'y':
      return year.slice(2);
    case 'yyy':
    case 'yyyy':
      return year;
    default:
      return letters.startsWith('ddd') ? '‹›' : null;
  }
}

/** What may stand between the parts of a day: weekdays, the words of Vietnamese documents, and marks. */
const BETWEEN = /‹›|ngày|tháng|năm|[\s/.,–-]/giu;

/**
 * The orders that cannot be taken for another day: the day first or, with all of its digits, the year; where the month is written in
 * words the month may be first too. Of years with two digits those of this century are meant.
 */
const ORDERS = [
  /^(?<day>\d{1,2}) (?<month>\d{1,2}) (?<year>\d{4}|\d\d)$/,
  /^(?<year>\d{4}) (?<month>\d{1,2}) (?<day>\d{1,2})$/,
  /^(?<day>\d{1,2}) ?‹(?<month>\d\d)› ?(?<year>\d{4}|\d\d)$/,
  /^(?<year>\d{4}) ?‹(?<month>\d\d)› ?(?<day>\d{1,2})$/,
  /^‹(?<month>\d\d)› ?(?<day>\d{1,2}) (?<year>\d{4})$/,
];

/** The day that a reader takes a text for; null where it is none, or something else stands beside it. */
function readDay(text: string): string | null {
  const bare = text.normalize('NFC').replace(BETWEEN, ' ').replace(/\s+/g, ' ').trim();
  for (const order of ORDERS) {
    const { day, month, year } = order.exec(bare)?.groups ?? {};
    if (day !== undefined && month !== undefined && year !== undefined)
      return `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return null;
}
