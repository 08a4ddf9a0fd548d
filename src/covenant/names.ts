/** Names as people write them: a key to compare them by, and an id made from one. */

/** A key that is equal for names that differ only in case, spaces or the composition of accents. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');
}

/** An id from a name, for a unit that was added without one: "Hậu Giang" → "hau-giang". */
export function idFromName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 40)
    .replace(/-$/, '');
}

/** A name or a value as it is quoted in a sentence or a heading: at most 40 characters of it. */
export function short(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
