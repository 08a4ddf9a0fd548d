/** Names of sheets: Excel allows 31 UTF-16 units, none of `: \ / ? * [ ]`, no apostrophe at either end, each name once. */

const MAX_LENGTH = 31;
/** Excel keeps this name for itself. */
const RESERVED = 'history';

/** A legal name that is not taken, as near to the wish as can be: "[a/b]" → "a b", and "X (2)" where X is taken. */
export function sheetNameFor(wish: string, taken: readonly string[]): string {
  const used = new Set(taken.map(folded));
  const base = legal(wish) || 'Sheet';
  for (let copy = 1; ; copy += 1) {
    const suffix = copy === 1 ? '' : ` (${copy})`;
    const name = cut(base, MAX_LENGTH - suffix.length) + suffix;
    if (!used.has(folded(name)) && folded(name) !== RESERVED) return name;
  }
}

function legal(wish: string): string {
  const spaced = wish.normalize('NFC').replace(/[:\\/?*[\]\p{Cc}\p{Cs}]/gu, ' ');
  return cut(spaced.replace(/\s+/g, ' ').replace(/^[\s']+/, ''), MAX_LENGTH);
}

/** The first units of a text, never half a surrogate pair, without a space or apostrophe left at the end. */
function cut(text: string, most: number): string {
  let kept = '';
  for (const letter of text) {
    if (kept.length + letter.length > most) break;
    kept += letter;
  }
  return kept.replace(/[\s']+$/, '');
}

/** Whether Excel takes two names for the same: letter case does not count. */
export function isSameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('vi');
}
