/** What is sent or asked for in several requests, because one cannot hold all of it. */

/** In order, as many at once as stay below a size, at least one. */
export function inSlices<T>(all: readonly T[], sizeOf: (one: T) => number, limit: number): T[][] {
  const slices: { some: T[]; size: number }[] = [];
  for (const one of all) {
    const size = sizeOf(one);
    const last = slices.at(-1);
    if (last && last.size + size <= limit) {
      last.some.push(one);
      last.size += size;
    } else slices.push({ some: [one], size });
  }
  return slices.map(({ some }) => some);
}
