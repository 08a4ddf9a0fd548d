/** Names of sheets: Excel allows 31 UTF-16 units, none of `: \ / ? * [ ]`, no apostrophe at either end, each name once. */

const MAX_LENGTH = 31;
/** Excel keeps this name for itself. */
const RESERVED = 'history';

/** A legal name that is not taken, equal or similar to the preferred one: "[a/b]" → "a b", and "X (2)" where X is taken. */
export function sheetNameFor(preferred: string, taken: readonly string[]): string {
  const used = new Set(taken.map(similarityKey));
  const base = legal(preferred) || 'Sheet';
  for (let copy = 1; ; copy += 1) {
    const suffix = copy === 1 ? '' : ` (${copy})`;
    const name = cut(base, MAX_LENGTH - suffix.length) + suffix;
    if (!used.has(similarityKey(name)) && similarityKey(name) !== RESERVED) return name;
  }
}

function legal(preferred: string): string {
  const spaced = preferred.normalize('NFC').replace(/[:\\/?*[\]\p{Cc}\p{Cs}]/gu, ' ');
  return cut(spaced.replace(/\s+/g, ' ').replace(/^[\s']+/, ''), MAX_LENGTH);
}

/** The first units of a text, never half a surrogate pair, without a space or apostrophe left at the end. */
function cut(text: string, limit: number): string {
  let kept = '';
  for (const letter of text) {
    if (kept.length + letter.length > limit) break;
    kept += letter;
  }
  return kept.replace(/[\s']+$/, '');
}

/**
 * Whether Excel takes two names of sheets, defined names or charts for the same: letter case does not count, in no language's
 * own way; accents do, and so does their composition.
 */
export function isSameName(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase();
}

/** Whether two names read the same: Excel tells letters with composed and combining accents apart, nobody else does. */
export function isSimilarName(one: string, other: string): boolean {
  return similarityKey(one) === similarityKey(other);
}

const similarityKey = (name: string): string => name.normalize('NFC').toLowerCase();

/** The names of the sheets of this workbook that a formula refers to; a text in it is no reference. */
export function sheetsIn(formula: string): string[] {
  const parts = formula.matchAll(/"(?:[^"]|"")*"|'((?:[^']|'')+)'(!)?|([\p{L}\p{N}_.]+)!/gu);
  return [...parts].flatMap(([, quoted, mark, plain]) => {
    const name = mark === undefined ? plain : quoted?.replaceAll("''", "'");
    return name === undefined || name.startsWith('[') ? [] : [name];
  });
}
