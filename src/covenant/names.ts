/** Names as people write them: a key to compare them by, and an id made from one. */
import { meantText, withLateTones } from './letters';

/** A key that is equal for names that are spelled alike, in whatever case, with whatever blanks and look-alike letters. */
export function spellingKey(name: string): string {
  return meantText(name).trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');
}

/** The same, and equal for the older and the newer place of a tone: Hòa, Hoà. */
export function nameKey(name: string): string {
  return withLateTones(spellingKey(name));
}

/** A key that is equal for names that are easily taken for each other: without accents, and with 0, 1 and l as the letters they resemble. */
export function resemblanceKey(name: string): string {
  return spellingKey(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/[1l]/g, 'i')
    .replace(/0/g, 'o');
}

/** A part of a text, from a position up to another one. */
export interface Span {
  from: number;
  to: number;
}

/** Letters and digits with their marks, and characters that show nothing. */
const WORDS = /[\p{L}\p{M}\p{N}\p{Cf}]+/gu;

type KeyOf = (word: string) => string;

/** The words of a text, where they stand. */
export function wordsIn(text: string): (Span & { word: string })[] {
  return [...text.matchAll(WORDS)].map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }));
}

/** A word of a text with the key that it is compared by. */
export type KeyedWord = Span & { key: string };

export function wordsOf(text: string, keyOf: KeyOf): KeyedWord[] {
  return wordsIn(text)
    .map(({ word, ...span }) => ({ ...span, key: keyOf(word) }))
    .filter(({ key }) => key !== '');
}

/**
 * Where a name stands in a text as whole words, however it is spelled and in whatever case; in order, none in another. Words are the
 * same where their keys are.
 */
export function nameSpans(text: string, name: string, keyOf: KeyOf = nameKey): Span[] {
  return wordSpans(wordsOf(text, keyOf), wordsOf(name, keyOf));
}

/** The same, of words. */
export function wordSpans(words: readonly KeyedWord[], wanted: readonly KeyedWord[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; wanted.length > 0 && at + wanted.length <= words.length; at += 1) {
    const [first, last] = [words[at], words[at + wanted.length - 1]];
    if (!first || !last || !wanted.every(({ key }, index) => key === words[at + index]?.key)) continue;
    spans.push({ from: first.from, to: last.to });
    at += wanted.length - 1;
  }
  return spans;
}

/** A text with another name in every place where one stands; in capitals where that one is. */
export function withName(text: string, name: string, other: string): string {
  return nameSpans(text, name).reduceRight((changed, span) => replaced(changed, span, other), text);
}

function replaced(text: string, { from, to }: Span, other: string): string {
  const found = text.slice(from, to);
  const isCapital = found === found.toLocaleUpperCase('vi') && found !== found.toLocaleLowerCase('vi');
  return text.slice(0, from) + (isCapital ? other.toLocaleUpperCase('vi') : other) + text.slice(to);
}

/**
 * A text with new names in every place where former ones stand, but where these are a part of a longer name, former or of `names`, or
 * stand as one of `names` is spelled.
 */
export function withNames(
  text: string,
  renames: readonly { was: string; is: string }[],
  names: readonly string[],
): string {
  const found = renames.flatMap(({ was, is }) => nameSpans(text, was).map((span) => ({ ...span, is })));
  const own = names.flatMap((name) => nameSpans(text, name).map((span) => ({ ...span, name })));
  const holds = (outer: Span, inner: Span): boolean =>
    outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;
  return found
    .filter((span) => ![...found, ...own].some((one) => holds(one, span)))
    .filter(
      ({ from, to }) => !own.some((one) => one.from === from && one.to === to && text.slice(from, to) === one.name),
    )
    .sort((left, right) => left.from - right.from)
    .reduceRight((changed, { is, ...span }) => replaced(changed, span, is), text);
}

/** The longest id. */
const MAX_ID = 40;

/** An id from a name: "Hậu Giang" → "hau-giang"; '' where it has no Latin letters and no digits. Other names may give the same. */
export function idFromName(name: string): string {
  return meantText(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, MAX_ID)
    .replace(/-$/, '');
}

/**
 * The ids of rows that may lack one. Different names get different ids, by a number behind the later ones; equal names get
 * the same, and so are found to be doubled. An id that is given stays; without name and id there is none.
 */
export function idsOf(rows: readonly { id: string; name: string }[]): string[] {
  const taken = new Map(rows.filter(({ id }) => id !== '').map(({ id, name }) => [id.toLowerCase(), nameKey(name)]));
  return rows.map(({ id, name }) => {
    if (id !== '' || name === '') return id;
    // By whole letters where it has no Latin ones.
    const base = idFromName(name) || lettersOf(name, MAX_ID / 2);
    for (let number = 1; ; number += 1) {
      const made = number === 1 ? base : numbered(base, `-${number}`);
      const owner = taken.get(made.toLowerCase());
      if (owner !== undefined && owner !== nameKey(name)) continue;
      taken.set(made.toLowerCase(), nameKey(name));
      return made;
    }
  });
}

/** The first letters of a name as it reads, however its accents are composed and its spaces typed. */
function lettersOf(name: string, max: number): string {
  return Array.from(name.normalize('NFC').trim().replace(/\s+/g, ' ')).slice(0, max).join('');
}

function numbered(base: string, suffix: string): string {
  const letters = Array.from(base);
  while (letters.join('').length > MAX_ID - suffix.length) letters.pop();
  return letters.join('').replace(/-$/, '') + suffix;
}
