import type { Condition } from '../../src/covenant/awards';
import { conditionSchema } from '../../src/covenant/awards';
import { allLines } from '../../src/covenant/criteria';
import { contradicts, lineFact, type LineFact } from '../../src/scoring/lineFacts';
import { scoreLine } from '../../src/scoring/score';
import { FULL, type FullCells, fullEntries } from './fixture';

function factOn(line: string, cells: FullCells, measure: Condition['measure']): LineFact | null {
  const criterion = allLines(FULL).find(({ code }) => code === line);
  if (!criterion) throw new Error(`no line ${line}`);
  const entries = fullEntries({ [line]: cells }).lines.get(line);
  return lineFact(measure, criterion, entries, scoreLine(criterion, entries));
}

describe('the fact on a line', () => {
  it.each<[string, string, FullCells, Condition['measure'], object, string]>([
    ['numerator and denominator', 'share', [20, 23], 'share', { numerator: 20, denominator: 23 }, '20/23'],
    ['result and target', 'more', [90, 80], 'share', { numerator: 90, denominator: 80 }, '90/80'],
    ['a result of parts', 'more', [7.5, 10], 'share', { numerator: 7.5, denominator: 10 }, '7,5/10'],
    ['a number of times', 'penalty', [3], 'count', { count: 3 }, '3'],
    ['a number that arithmetic left', 'penalty', [2.9999999999999996], 'count', { count: 3 }, '3'],
    ['of a share the number that reached it', 'share', [20, 23], 'count', { count: 20 }, '20'],
    ['whatever the target is', 'more', [5, 'KG'], 'count', { count: 5 }, '5'],
    ['a mark, for a share', 'passFail', ['Đ'], 'share', { passed: true }, 'Đ'],
    ['a mark in small letters, for a count', 'passFail', ['k'], 'count', { passed: false }, 'K'],
  ])('is %s', (_what, line, cells, measure, fact, shown) => {
    expect(factOn(line, cells, measure)).toMatchObject({ fact: { ...fact, line }, line, shown, overruled: false });
  });

  it.each<[string, FullCells, Condition['measure'], string]>([
    ['share', ['KPS'], 'share', 'KPS'],
    ['share', [0, 0], 'share', '0/0'],
    ['more', [5, 'KG'], 'share', '5/KG'],
    ['late', ['kps'], 'count', 'KPS'],
    ['passFail', ['KPS'], 'count', 'KPS'],
  ])('of %s with %j is that nothing arose, for a %s', (line, cells, measure, shown) => {
    expect(factOn(line, cells, measure)).toMatchObject({ fact: null, shown });
  });

  it.each<[string, string, FullCells, Condition['measure']]>([
    ['a blank figure', 'penalty', [null], 'count'],
    ['a blank denominator', 'share', [20, null], 'share'],
    ['a part above its whole', 'share', [24, 23], 'share'],
    ['half a time', 'penalty', [0.5], 'count'],
    ['a number typed as text', 'penalty', ['3'], 'count'],
    ['a mark that is none', 'passFail', ['x'], 'share'],
    ['typed points', 'graded', [10], 'count'],
  ])('is not known from %s', (_what, line, cells, measure) => {
    expect(factOn(line, cells, measure)).toBeNull();
  });

  it('has the cell of its figure', () => {
    expect(factOn('share', [20, 23], 'share')?.place.cell).toBe('F10');
  });

  it('proves nothing by itself once a later stage gave other points', () => {
    expect(factOn('passFail', ['Đ', null, 0], 'share')?.overruled).toBe(true);
    expect(factOn('passFail', ['Đ', null, 10], 'share')?.overruled).toBe(false);
  });
});

describe('a typed fact contradicts its line', () => {
  const least70 = conditionSchema.parse({ id: 'd', text: 'D', measure: 'share', least: 70 });
  const none = conditionSchema.parse({ id: 'd', text: 'D', measure: 'count', most: 0 });
  const share = (numerator: number, denominator: number) => ({ numerator, denominator });

  it.each<[boolean, Condition, Parameters<typeof contradicts>[1], LineFact['fact']]>([
    [false, least70, share(20, 23), share(20, 23)],
    [true, least70, share(20, 23), share(21, 23)],
    [true, least70, share(20, 23), share(40, 46)],
    [false, least70, share(20, 23), { passed: true }],
    [true, least70, share(16, 23), { passed: true }],
    [true, least70, share(20, 23), { passed: false }],
    [false, least70, share(16, 23), { passed: false }],
    [false, least70, share(0, 0), null],
    [true, least70, share(20, 23), null],
    [false, none, { count: 0 }, { count: 0 }],
    [true, none, { count: 0 }, { count: 3 }],
    [true, none, { count: 0 }, { passed: false }],
    [false, none, { count: 0 }, null],
    [true, none, { count: 3 }, null],
  ])('%s: %j, %j beside %j', (expected, condition, typed, fact) => {
    expect(contradicts(condition, typed, { fact })).toBe(expected);
  });
});
