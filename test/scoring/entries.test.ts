import { isBlank, type RawValue, textOf } from '../../src/covenant/cell';
import { loose } from '../support/arbitraries';

describe('a cell of an entry', () => {
  it.each<[RawValue, boolean]>([
    [null, true],
    ['', true],
    [' ', false],
    [0, false],
    [false, false],
    ['KPS', false],
  ])('%j is blank: %s', (value, blank) => {
    expect(isBlank(loose(value))).toBe(blank);
  });

  it('a cell that a kind does not have is blank', () => {
    expect(isBlank(null)).toBe(true);
  });

  it.each<[RawValue, string]>([
    [null, ''],
    ['  BC 12 ', 'BC 12'],
    [9.5, '9.5'],
    [true, 'true'],
  ])('%j reads %j', (value, text) => {
    expect(textOf(loose(value))).toBe(text);
  });
});
