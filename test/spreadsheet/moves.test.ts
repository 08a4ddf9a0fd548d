import type { SheetEdit } from '../../src/spreadsheet/change';
import { moverBetween, rowMover } from '../../src/spreadsheet/moves';

const THEN = ['sheet', '', 'unit:a', 'unit:b', '', '', 'end', ''];
const moved = (now: readonly string[], then = THEN) => then.map((_, line) => moverBetween(then, now)(line));

describe('lines are found again by their keys', () => {
  test('where nothing moved each is where it was', () => {
    expect(moved(THEN)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('below an inserted line all are one further down', () => {
    expect(moved(['sheet', '', 'new', 'unit:a', 'unit:b', '', '', 'end', ''])).toEqual([
      ...[0, undefined, 3, 4],
      ...[5, 6, 7, 8],
    ]);
  });

  test('a line that was deleted is nowhere', () => {
    expect(moved(['sheet', '', 'unit:b', '', '', 'end'])).toEqual([0, undefined, undefined, 2, 3, 4, 5, 6]);
  });

  test('keyed lines that changed places are followed', () => {
    expect(moved(['sheet', '', 'unit:b', 'unit:a', '', '', 'end']).slice(2, 4)).toEqual([3, 2]);
  });

  test('between lines that moved apart nobody knows', () => {
    expect(moved(['sheet', '', 'unit:a', 'unit:b', '', '', '', 'end']).slice(4, 6)).toEqual([undefined, undefined]);
  });

  test('a key that stands twice tells nothing', () => {
    const then = ['sheet', 'unit:a', 'unit:a', 'end'];
    expect(moved(['sheet', 'unit:a', 'unit:a', 'unit:a', 'end'], then)).toEqual([0, undefined, undefined, 4]);
  });

  test('without keys each is where it was', () => {
    expect(moved(['', '', ''], ['', ''])).toEqual([0, 1]);
  });
});

test('rows whose keys an edit has exchanged move as their neighbours do', () => {
  const edit: SheetEdit = {
    type: 'editSheet',
    sheetId: 's',
    patches: [{ row: 1, column: 0, cells: [['unit:b'], ['unit:a']] }],
    protection: null,
  };
  const then = { rows: ['sheet', 'unit:a', 'unit:b', 'end'], keyColumn: 0 };
  const mover = rowMover(edit, then, ['sheet', '', 'unit:b', 'unit:a', 'end']);
  expect([0, 1, 2, 3].map(mover)).toEqual([0, undefined, undefined, 4]);
  const still = rowMover(edit, then, ['sheet', 'unit:b', 'unit:a', 'end']);
  expect([0, 1, 2, 3].map(still)).toEqual([0, 1, 2, 3]);
});
