/** Ranges of a sheet for writing: each proxy travels, so each is asked for once and none is kept for later batches. */
import { type Area, areaAddress, areasAddress } from '../spreadsheet/plan';

/** The longest address that `getRanges` takes; Excel cuts a longer one without an error (#5198). */
const MAX_ADDRESS = 8_192;

type Untracked = Pick<Excel.Range, 'untrack'> | Pick<Excel.RangeAreas, 'untrack'>;

/** A range that is used in this batch only: a tracked one costs two more actions, and a batch of its own to be given back. */
export function untracked<T extends Untracked>(range: T): T {
  range.untrack();
  return range;
}

export interface Ranges {
  one(area: Area): Excel.Range;
  /** Several rectangles at once, in as few proxies as an address allows; a single one is the same that {@link one} gives. */
  all(areas: readonly Area[]): (Excel.Range | Excel.RangeAreas)[];
}

export function rangesOf(sheet: Excel.Worksheet): Ranges {
  const single = memo((address) => untracked(sheet.getRange(address)));
  const several = memo((address) => untracked(sheet.getRanges(address)));
  return {
    one: (area) => single(areaAddress(area)),
    all: (areas) =>
      together(areas)
        .map(areasAddress)
        .map((address) => (address.includes(',') ? several(address) : single(address))),
  };
}

function memo<T>(make: (address: string) => T): (address: string) => T {
  const known = new Map<string, T>();
  return (address) => {
    const made = known.get(address) ?? make(address);
    known.set(address, made);
    return made;
  };
}

/** Rectangles in groups, the address of each group as long as Excel takes it. */
export function together(areas: readonly Area[]): Area[][] {
  const found: { areas: Area[]; length: number }[] = [];
  for (const area of areas) {
    const { length } = areaAddress(area);
    const last = found.at(-1);
    if (!last || last.length + length + 1 > MAX_ADDRESS) found.push({ areas: [area], length });
    else {
      last.areas.push(area);
      last.length += length + 1;
    }
  }
  return found.map((group) => group.areas);
}

/** A rectangle that is used in this batch only. */
export function blockOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return untracked(sheet.getRange(areaAddress(area)));
}
