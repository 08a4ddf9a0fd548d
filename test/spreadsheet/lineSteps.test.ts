import fc from 'fast-check';
import { stayingKeys, stepsBetween } from '../../src/spreadsheet/lineSteps';
import { linesAfter, reversedSteps } from '../../src/spreadsheet/remake';

const corner = 'corner';
const keysArbitrary = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g']).map((keys) => [corner, ...keys]);

test('lines with the same order stay and all others are blank, in as many lines as wanted', () => {
  fc.assert(
    fc.property(keysArbitrary, keysArbitrary, (before, after) => {
      const staying = stayingKeys(before.slice(1), after.slice(1));
      const found = linesAfter(before, stepsBetween(before, after, 'rows'), 'rows', '');
      expect(found).toEqual(after.map((key) => (key === corner || staying.has(key) ? key : '')));
    }),
  );
});

test('reversed, they lead to the earlier lines', () => {
  fc.assert(
    fc.property(keysArbitrary, keysArbitrary, (before, after) => {
      const steps = stepsBetween(before, after, 'columns');
      const back = linesAfter(linesAfter(before, steps, 'columns', ''), reversedSteps(steps), 'columns', '');
      expect(back.map((key, index) => key || before[index])).toEqual(before);
    }),
  );
});

test.each([
  ['a line that is new', ['a', 'b'], ['a', 'x', 'b'], [{ along: 'rows', kind: 'insert', at: 2, count: 1 }]],
  [
    'lines that are gone, in one step',
    ['a', 'b', 'c', 'd'],
    ['a', 'd'],
    [{ along: 'rows', kind: 'delete', at: 2, count: 2 }],
  ],
  [
    'the one line that moved',
    ['a', 'b', 'c', 'd'],
    ['d', 'a', 'b', 'c'],
    [
      { along: 'rows', kind: 'delete', at: 4, count: 1 },
      { along: 'rows', kind: 'insert', at: 1, count: 1 },
    ],
  ],
  ['nothing where nothing changed', ['a', 'b'], ['a', 'b'], []],
])('only what has to is moved: %s', (_what, before, after, steps) => {
  expect(stepsBetween([corner, ...before], [corner, ...after], 'rows')).toEqual(steps);
});
