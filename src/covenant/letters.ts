/**
 * Texts as they are meant, whatever keyboards, fonts and other programs made of them: accents composed or decomposed, letters
 * of other alphabets that look the same, full-width forms, blanks of every kind, characters that show nothing.
 */

/** Letters that are taken for Vietnamese ones, each above the letter it is taken for. */
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  // Eth of Icelandic and D with stroke of African languages: other keyboards and old fonts give them for Đ.
  ['ÐƉðɖ', 'ĐĐđđ'],
  ['АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ', 'ABESIJKMHOPCTYXaesijopcyxhdqw'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον', 'ABEZHIKMNOPTYXov'],
];
const MEANT = new Map(
  LOOK_ALIKES.flatMap(([typed, meant]) =>
    Array.from(typed).map((letter, index) => [letter, Array.from(meant)[index] ?? letter] as const),
  ),
);

const WORD = /[\p{L}\p{M}]+/gu;
const OTHER_ALPHABET = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
/** Forms of the same letters and digits: full-width, Roman numerals of one character, letters for formulas. */
const OTHER_FORMS = /[\uFF01-\uFF5E\u2160-\u217F\u{1D400}-\u{1D7FF}]+/gu;
/** Characters that show nothing, but for those that join the parts of one pictograph. */
const UNSEEN = /\p{Extended_Pictographic}[\uFE0E\uFE0F]?\u200D?|[\p{Cf}\u034F\uFE00-\uFE0F]|(?![\n\r\t])\p{Cc}/gu;

/** Texts of letters, digits and marks that stand for nothing else: almost all that is read. */
const AS_MEANT = /^[\n\r\x20-\x7E\u00C0-\u00CF\u00D1-\u00EF\u00F1-\u0188\u018A-\u024F\u1E00-\u1EFF]*$/;

/** A text as it is meant; its blanks are single kinds of blank, but as many as they were. */
export function meantText(text: string): string {
  if (AS_MEANT.test(text)) return text.normalize('NFC');
  return text
    .replace(UNSEEN, (found) => (/^\p{Extended_Pictographic}/u.test(found) ? found : ''))
    .replace(/[\p{Zs}\t]/gu, ' ')
    .replace(OTHER_FORMS, (found) => found.normalize('NFKC'))
    .normalize('NFD')
    .replace(WORD, meantWord)
    .normalize('NFC');
}

/** A word with its look-alikes replaced; one that has other letters of another alphabet is really written in it. */
function meantWord(word: string): string {
  const others = word.match(OTHER_ALPHABET) ?? [];
  if (!others.every((letter) => MEANT.has(letter))) return word;
  return Array.from(word, (letter) => MEANT.get(letter) ?? letter).join('');
}

/** Tone marks: grave, acute, hook, tilde, dot below. */
const TONE = '[\\u0300\\u0301\\u0309\\u0303\\u0323]';
const EARLY_TONE = new RegExp(`(?<=o)(${TONE})([ae])|(?<=u)(${TONE})(y)`, 'gu');

/** Lower-case text with the tone on the second vowel of oa, oe, uy, where the newer spelling has it: hòa → hoà. */
export function withLateTones(text: string): string {
  const moved = text.normalize('NFD').replace(EARLY_TONE, (_found, early, vowel, earlyOfUy, y) => {
    return early === undefined ? `${y}${earlyOfUy}` : `${vowel}${early}`;
  });
  return moved.normalize('NFC');
}

/**
 * The number that a text means, with either decimal mark ("9,5", "9.5", "1.234,5"), or null if it is none or ambiguous
 * ("1.234" is over a thousand in Vietnamese and a little over one in English).
 */
export function numberFromText(text: string): number | null {
  const compact = meantText(text).normalize('NFKC').replace(/\s/g, '');
  const sign = compact.startsWith('-') ? -1 : 1;
  const digits = compact.replace(/^[+-]/, '');
  if (/^\d{1,3}([.,])\d{3}$/.test(digits)) return null;
  if (/^\d{1,15}([.,]\d{1,10})?$/.test(digits)) return sign * Number(digits.replace(',', '.'));
  if (/^\d{1,3}(\.\d{3})+,\d{1,10}$/.test(digits)) return sign * Number(digits.replaceAll('.', '').replace(',', '.'));
  return null;
}
