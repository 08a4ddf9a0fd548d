/** What a seal's checksum covers, and what two sealed results differ in. */
import fc from 'fast-check';
import type { Shown } from '../../../src/covenant/cell';
import type { SealedResult } from '../../../src/sheets/shared/seal';
import type { CopyPlace } from '../../../src/sheets/shared/sheetRefs';
import { isRowKey, type RowKey } from '../../../src/spreadsheet/keys';
import { differences, sealChecksum as checksumOf } from '../../../src/sheets/seal/sealed';

type Units = Record<string, Record<string, Shown>>;

const isCell = (cell: [string, Shown]): cell is [RowKey, Shown] => isRowKey(cell[0]);

function resultOf(units: Units, version = '0123456789ab'): SealedResult {
  return {
    version,
    units: new Map(Object.entries(units).map(([unit, cells]) => [unit, new Map(Object.entries(cells).filter(isCell))])),
  };
}

const UNITS: Units = {
  u1: {
    'total:standard': 90,
    'section:I': 90,
    'line:C1': 9.5,
    'line:C2': 'KPS',
    'total:total': 90,
    'field:rank': 1,
    'field:eligibility': 'Được xét',
    'field:titles': null,
    'field:entries': 'aaaaaaaaaaaa',
  },
  u2: { 'line:C1': 8, 'line:C2': null, 'total:total': 80, 'field:rank': 2, 'field:entries': 'bbbbbbbbbbbb' },
};
const with1 = (cells: Record<string, Shown>): SealedResult => resultOf({ ...UNITS, u1: { ...UNITS.u1, ...cells } });
const changed = (after: SealedResult): [string, string, Shown, Shown][] =>
  differences(resultOf(UNITS), after).map(({ unit, row, before, after: now }) => [unit, row, before, now]);

const RECORD = { round: 0, day: '2020-11-25' };
const COPIES = new Map<string, CopyPlace>([
  ['summary', { part: 1, areas: [{ row: 2, column: 2, rows: 9, columns: 20 }], digest: '0123456789ab' }],
  ['unit:u1', { part: 1, areas: [{ row: 12, column: 2, rows: 30, columns: 12 }], digest: 'cdef01234567' }],
]);
const sealChecksum = (result: SealedResult, record = RECORD, copies: typeof COPIES | null = COPIES): string =>
  checksumOf(result, record, copies);

describe('the checksum', () => {
  test('is another for another day, another round, and another content or place of any copy', () => {
    const result = resultOf(UNITS);
    const changedCopy = (change: Partial<CopyPlace>): typeof COPIES =>
      new Map([...COPIES].map(([key, place]) => [key, key === 'unit:u1' ? { ...place, ...change } : place]));
    const sums = [
      sealChecksum(result),
      sealChecksum(result, { ...RECORD, day: '2020-11-26' }),
      sealChecksum(result, { ...RECORD, round: 1 }),
      sealChecksum(result, RECORD, changedCopy({ digest: 'ffffffffffff' })),
      sealChecksum(result, RECORD, changedCopy({ part: 2 })),
      sealChecksum(result, RECORD, new Map([...COPIES].slice(0, 1))),
    ];
    expect(new Set(sums).size).toBe(sums.length);
    expect(sealChecksum(result, RECORD, new Map([...COPIES].reverse()))).toBe(sums[0]);
  });

  test('of a seal of an earlier version is of the result alone', () => {
    const sums = [RECORD, { round: 3, day: '2021-01-01' }].map((record) => sealChecksum(resultOf(UNITS), record, null));
    expect(new Set(sums).size).toBe(1);
    expect(sums[0]).not.toBe(sealChecksum(resultOf(UNITS)));
  });

  test('has twelve hexadecimal digits', () => {
    expect(sealChecksum(resultOf(UNITS))).toMatch(/^[0-9a-f]{12}$/);
  });

  test('is the same whatever the order of units and rows', () => {
    const turned = Object.fromEntries(
      Object.entries(UNITS)
        .reverse()
        .map(([unit, cells]) => [unit, Object.fromEntries(Object.entries(cells).reverse())]),
    );
    expect(sealChecksum(resultOf(turned))).toBe(sealChecksum(resultOf(UNITS)));
  });

  test('is another for any cell that is another, for other criteria, and without a unit', () => {
    const before = sealChecksum(resultOf(UNITS));
    const rows = Object.keys(UNITS.u1 ?? {});
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.oneof(fc.integer(), fc.string()), (row, value) => {
        fc.pre(value !== UNITS.u1?.[row]);
        expect(sealChecksum(with1({ [row]: value }))).not.toBe(before);
      }),
    );
    expect(sealChecksum(resultOf(UNITS, 'ffffffffffff'))).not.toBe(before);
    expect(sealChecksum(resultOf({ u1: UNITS.u1 ?? {} }))).not.toBe(before);
  });

  test('distinguishes a number from its text, and nothing from an empty text', () => {
    const sums = [9, '9', null, ''].map((value) => sealChecksum(with1({ 'line:C1': value })));
    expect(new Set(sums).size).toBe(4);
  });
});

describe('two results', () => {
  test('that are the same differ in nothing', () => {
    expect(changed(resultOf(UNITS))).toEqual([]);
  });

  test('differ in lines, total and rank; sections and parts follow from the lines', () => {
    const after = with1({ 'line:C1': 9, 'section:I': 89.5, 'total:standard': 89.5, 'total:total': 89.5 });
    expect(changed(after)).toEqual([
      ['u1', 'line:C1', 9.5, 9],
      ['u1', 'total:total', 90, 89.5],
    ]);
  });

  test('differ in a mark, an eligibility and an award', () => {
    const after = with1({ 'line:C2': 5, 'field:eligibility': 'Không xét', 'field:rank': null, 'field:titles': 'Cờ' });
    expect(changed(after).map(([, ...rest]) => rest)).toEqual([
      ['line:C2', 'KPS', 5],
      ['field:rank', 1, null],
      ['field:eligibility', 'Được xét', 'Không xét'],
      ['field:titles', null, 'Cờ'],
    ]);
  });

  test('differ in entries only where no line of the unit differs', () => {
    expect(changed(with1({ 'field:entries': 'cccccccccccc' })).map(([, row]) => row)).toEqual(['field:entries']);
    expect(changed(with1({ 'field:entries': 'cccccccccccc', 'line:C1': 9 })).map(([, row]) => row)).toEqual([
      'line:C1',
    ]);
  });

  test('name a unit that joined or left by total and rank, not by every line', () => {
    const joined = resultOf({ ...UNITS, u3: { 'line:C1': 7, 'total:total': 70, 'field:rank': 3 } });
    expect(changed(joined)).toEqual([
      ['u3', 'total:total', null, 70],
      ['u3', 'field:rank', null, 3],
    ]);
    expect(differences(joined, resultOf(UNITS)).map(({ unit, row, after }) => [unit, row, after])).toEqual([
      ['u3', 'total:total', null],
      ['u3', 'field:rank', null],
    ]);
  });
});
