/** The rows of the record: chained, so that what is not as it was written shows; and the values they lead to. */
import fc from 'fast-check';
import { brokenEntries, chained, type ChainedEntry, type FoundEntry } from '../../../src/sheets/record/chain';
import {
  changedKeys,
  packed,
  type RecordedState,
  replayed,
  stateKey,
  takenBack,
  unpacked,
} from '../../../src/sheets/record/state';
import { tries } from '../../support/soak';

const fresh = (what: string) => ({
  time: '2026-11-29 08:15',
  who: 'Tổ thư ký',
  how: 'do',
  place: 'Đơn vị 1!I12',
  what,
  before: null,
  after: 1,
  seal: '',
  key: stateKey({ sheet: 'unit;u1', row: 'line:C1', column: 'reviewed' }),
});
const rows = (...whats: string[]): ChainedEntry[] => chained(whats.map(fresh), null);
const onSheet = (entries: readonly ChainedEntry[]): FoundEntry[] =>
  entries.map((entry, index) => ({ ...entry, row: 20 + index }));
const faults = (entries: readonly ChainedEntry[]): string[] =>
  brokenEntries(onSheet(entries)).map(({ fault, entry }) => `${fault} ${entry.number}`);

describe('rows as they were written', () => {
  test('have nothing wrong, whether written at once or one after the other', () => {
    const [first] = rows('a');
    if (!first) throw new Error('no row');
    expect(chained([fresh('b')], first)).toEqual(rows('a', 'b').slice(1));
    expect(faults(rows('a', 'b', 'c'))).toEqual([]);
    expect(faults([])).toEqual([]);
  });

  test('of two people who wrote below the same row at the same time are all there', () => {
    const [first, second] = rows('a', 'b');
    if (!first || !second) throw new Error('no rows');
    const mine = chained([fresh('mine'), fresh('mine too')], second);
    const theirs = chained([fresh('theirs')], second);
    const later = chained([fresh('later')], mine.at(-1) ?? null);
    expect(faults([first, second, ...mine, ...theirs, ...later])).toEqual([]);
    expect(faults([first, second, ...theirs, ...mine, ...later])).toEqual([]);
  });
});

describe('any one row', () => {
  const many = fc.array(fc.string({ maxLength: 8 }), { minLength: 3, maxLength: 8 });
  const place = fc.nat();

  test('that is removed from among the others shows at the row that followed it', () => {
    fc.assert(
      fc.property(many, place, (whats, at) => {
        const all = rows(...whats);
        const gone = at % (all.length - 1);
        const [found] = faults(all.filter((_, index) => index !== gone));
        expect(found).toBe(`missing ${gone + 2}`);
      }),
      tries(40, 2000),
    );
  });

  test('that changes places with another shows', () => {
    fc.assert(
      fc.property(many, place, place, (whats, one, two) => {
        const all = rows(...whats);
        const [from, to] = [one % all.length, two % all.length];
        fc.pre(from !== to);
        const moved = all.map((row, index) => all[index === from ? to : index === to ? from : index] ?? row);
        expect(faults(moved).length).toBeGreaterThan(0);
      }),
      tries(40, 2000),
    );
  });

  test('that is edited in any of its cells shows by its number, and one that is doubled by its place', () => {
    const [first, second, third] = rows('a', 'b', 'c');
    if (!first || !second || !third) throw new Error('no rows');
    const edits: Partial<ChainedEntry>[] = [
      { time: '' },
      { who: 'khác' },
      { how: 'nhận thấy' },
      { place: '' },
      { what: 'B' },
      { before: 0 },
      { after: '1' },
      { seal: 'a' },
      { key: '' },
    ];
    for (const edit of edits) expect(faults([first, { ...second, ...edit }, third])).toEqual(['changed 2']);
    expect(faults([first, second, second, third])).toEqual(['moved 2']);
  });
});

const arbitraryState: fc.Arbitrary<RecordedState> = fc
  .array(
    fc.tuple(
      fc.record({
        sheet: fc.constantFrom('unit;u1', 'unit;Đơn vị; 2', 'covenant;'),
        row: fc.string(),
        column: fc.string(),
      }),
      fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string({ minLength: 1 })),
    ),
    { maxLength: 40 },
  )
  .map((cells) => new Map(cells.map(([key, value]) => [stateKey(key), value === 0 ? 0 : value])));

describe('the last values', () => {
  test('are the same after they were shared out over cells, however many', () => {
    fc.assert(
      fc.property(arbitraryState, fc.integer({ min: 1, max: 150 }), (state, cells) => {
        const texts = packed(state, cells) ?? [];
        expect(texts).toHaveLength(cells);
        expect(new Map(unpacked(texts))).toEqual(new Map(state));
      }),
      tries(60, 2000),
    );
  });

  test('change in one cell only where one value changes', () => {
    const many = Array.from(
      { length: 200 },
      (_, index) => [stateKey({ sheet: 'unit;u1', row: `line:C${index}`, column: 'agreed' }), 1] as const,
    );
    const [[first] = ['']] = many;
    const [before, after] = [packed(new Map(many), 132), packed(new Map([...many, [first, 2]]), 132)];
    expect(before?.filter((text, index) => text !== after?.[index])).toHaveLength(1);
  });

  test('are found again from rows applied or taken back', () => {
    fc.assert(
      fc.property(arbitraryState, arbitraryState, (one, other) => {
        const entries = changedKeys(one, other).map((key) => ({
          key,
          before: one.get(key) ?? null,
          after: other.get(key) ?? null,
        }));
        expect(new Map(replayed(one, entries))).toEqual(new Map(other));
        expect(new Map(takenBack(other, entries))).toEqual(new Map(one));
      }),
      tries(60, 2000),
    );
  });

  test('are not taken from a cell that holds something else, nor from one that was exchanged with another', () => {
    const state = new Map([
      [stateKey({ sheet: 'a', row: 'b', column: 'c' }), 1],
      [stateKey({ sheet: 'a', row: 'other', column: 'c' }), 1],
    ]);
    const texts = packed(state, 50) ?? [];
    for (const wrong of ['7', '{}', 'abc', '[1]', '[["a",1]]', '[["a",["b",[["c",true]]]]]'])
      expect(unpacked([wrong, ...texts.slice(1)])).toBeNull();
    expect(unpacked(texts.toReversed())).toBeNull();
  });
});
