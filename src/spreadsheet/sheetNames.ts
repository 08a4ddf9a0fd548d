/** Names of sheets: Excel allows 31 UTF-16 units, none of `: \ / ? * [ ]`, no apostrophe at either end, each name once. */

const MAX_LENGTH = 31;
/** Excel keeps this name for itself. */
const RESERVED = 'history';

/** A legal name that is not taken, equal or similar to the preferred one: "[a/b]" → "a b", and "X (2)" where X is taken. */
export function sheetNameFor(preferred: string, taken: readonly string[]): string {
  const used = new Set(taken.map(folded));
  const base = legal(preferred) || 'Sheet';
  for (let copy = 1; ; copy += 1) {
    const suffix = copy === 1 ? '' : ` (${copy})`;
    const name = cut(base, MAX_LENGTH - suffix.length) + suffix;
    if (!used.has(folded(name)) && folded(name) !== RESERVED) return name;
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

/** Whether Excel takes two names for the same: letter case does not count. */
export function isSameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('vi');
}
