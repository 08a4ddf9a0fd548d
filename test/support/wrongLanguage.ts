/** Words of the other language in what is said to a person: names that were given and what stands in quotes do not count. */

/** Frequent in English, and no words of Vietnamese. */
const ENGLISH =
  /\b(the|is|are|was|not|of|for|with|and|must|may|cannot|option|argument|unexpected|expected|unknown|missing|invalid|error|such|cell|value|does|ambiguous|file|name|line|row|column|failed|denied|found)\b/giu;

/** Letters that English has not. */
const ACCENTED = /[^\P{L}a-z]/giu;

/** What of a text is not in the language; empty where all is. `given` are words that a person has typed. */
export function wrongWords(text: string, language: 'vi' | 'en', given: readonly string[] = []): string[] {
  const own = [...given]
    .filter((word) => word !== '')
    .toSorted((left, right) => right.length - left.length)
    .reduce((left, word) => left.replaceAll(word, ' '), text)
    .replace(/“[^”]*”|"[^"]*"|--[\w-]+|\bGiao ước\b|\bTiêu chí\b/g, ' ');
  return own.match(language === 'vi' ? ENGLISH : ACCENTED) ?? [];
}
