/** What the record of changes keeps of a cell, and what it calls it. */
import type { RawCell } from '../../../src/covenant/cell';
import { namedBy, recordedValue, uniqueIds } from '../../../src/sheets/shared/recorded';

const cell = (value: RawCell['value'], { date }: { date: boolean } = { date: false }): RawCell => ({
  value,
  date,
  place: { sheet: 'S', cell: 'A1' },
});

/** What Excel gives of a cell with TRUE. */
const TRUTH = true;

test.each<[string, RawCell, unknown]>([
  ['a blank as nothing', cell(null), null],
  ['an empty text as nothing', cell(''), null],
  ['zero as a number', cell(0), 0],
  ['a number as it is', cell(1.25), 1.25],
  ['a text that looks like a number as a text', cell('1,25'), '1,25'],
  ['a day as it is shown', cell(44_135, { date: true }), '31/10/2020'],
  ['a number in a cell for days that is none', cell(0.5, { date: true }), 0.5],
  ['a truth value as its word', cell(TRUTH), 'TRUE'],
])('a cell is recorded: %s', (_, raw, expected) => {
  expect(recordedValue(raw)).toBe(expected);
});

test('of long texts the beginning is kept, and any change of the rest still shows', () => {
  const [one, other] = ['a', 'b'].map((end) => recordedValue(cell('x'.repeat(400) + end)));
  expect(one).toMatch(/^x{300}… \[[0-9a-f]{12}\]$/);
  expect(one).not.toBe(other);
});

test('a cell keeps the name of its column, however long the wording of its row is', () => {
  expect(namedBy(['1', 'n'.repeat(200)], 'Thẩm định')).toMatch(/^1 n+…: Thẩm định$/);
  expect(namedBy(['', 'Kiên Giang'], 'Diện xét')).toBe('Kiên Giang: Diện xét');
  expect(namedBy(['', ''], 'Giai đoạn')).toBe('Giai đoạn');
});

test('rows of one code are told apart', () => {
  expect(uniqueIds(['a', 'b', 'a', 'a'])).toEqual(['a', 'b', 'a#2', 'a#3']);
});
