/** The documents know every item of the self-check by its number and id. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ITEM_IDS } from '../../src/selfCheck/item';

const read = (file: string): string => readFileSync(join(__dirname, '../..', file), 'utf8');
const IDS: readonly string[] = [...ITEM_IDS, 'byHand'];

/** The cells of the rows of all tables, without the headings. */
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => /^\| (?!---)/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

test('docs/self-check.md says what each item asks, in order', () => {
  const named = rowsOf(read('docs/self-check.md')).flatMap(([, first = '']) => (/^\d\d /.test(first) ? [first] : []));
  expect(named).toEqual(IDS.map((id, index) => `${String(index + 1).padStart(2, '0')} ${id}`));
});

test('decision 8 refers each unproven point to an item that there is', () => {
  const [heading = [], ...points] = rowsOf(read('docs/decisions/0008-unproven.md'));
  expect(heading[3]).toContain('self-check');
  expect(points.length).toBeGreaterThan(10);
  const items = points.map(([, point, , item = '']) => ({ point, item, ids: [...item.matchAll(/`(\w+)`/g)] }));
  expect(items.filter(({ item }) => item === '')).toEqual([]);
  expect(items.flatMap(({ ids }) => ids.map(([, id = '']) => id)).filter((id) => !IDS.includes(id))).toEqual([]);
});
