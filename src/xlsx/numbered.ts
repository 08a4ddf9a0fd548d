/** The entries of Univer's objects by number (rows, columns), which `Object.entries` would give as `any`. */
export function numbered<T>(object: Readonly<Record<number, T>> | undefined): [number, T | undefined][] {
  return Object.keys(object ?? {}).map((key) => [Number(key), object?.[Number(key)]]);
}
