import { z } from 'zod';
import { choiceField, dayField, numberField } from '../../../src/sheets/shared/fields';
import { problemOf } from '../../../src/covenant/problems';
import type { RawValue } from '../../../src/covenant/cell';
import { loose } from '../../support/arbitraries';

const at = (value: RawValue, { date = false } = {}) => ({ ...loose(value, { sheet: 'S', cell: 'B2' }), date });

describe('a number of points', () => {
  it.each<[RawValue, number | undefined]>([
    [null, undefined],
    [9.5, 9.5],
    [0, 0],
    [-1, -1],
  ])('%j is %j', (value, number) => {
    expect(numberField(at(value))).toEqual({ value: number });
  });

  it.each<RawValue>(['năm', '1.234', true, ' '])('%j is none', (value) => {
    expect(numberField(at(value))).toEqual({ problem: 'notANumber' });
  });

  it('a number shown as a date is none: "9/5" was meant', () => {
    expect(numberField(at(46_151, { date: true }))).toMatchObject({ problem: 'shownAsDate' });
  });

  it('a number typed as text is refused, with the number as the fix where the cell is known', () => {
    const fix = { sheet: 'S', cell: 'B2', put: { number: 9.5 } };
    expect(numberField(at('9,5'))).toEqual({ problem: 'notANumber', fix });
    expect(numberField(loose('9,5'))).toEqual({ problem: 'notANumber' });
  });
});

describe('a day', () => {
  it.each<[RawValue, string]>([
    [null, ''],
    [44_135, '2020-10-31'],
    ['31/10/2020', '2020-10-31'],
  ])('%j is %j', (value, day) => {
    expect(dayField(at(value, { date: true }))).toEqual({ value: day });
  });

  it.each<RawValue>(['2020', 12, true, '31/02/2020'])('%j is none', (value) => {
    expect(dayField(at(value))).toEqual({ problem: 'notADate' });
  });
});

describe('one of a list of words', () => {
  const choices = { yes: 'Có', no: 'Không' };

  it.each<[RawValue, string]>([
    ['Có', 'yes'],
    [' KHÔNG '.normalize('NFD'), 'no'],
    [null, ''],
    ['', ''],
  ])('%j is %j', (value, key) => {
    expect(choiceField(at(value), choices)).toEqual({ value: key });
  });

  it.each<RawValue>(['Co', 'yes', 1, true])('%j is none of them', (value) => {
    expect(choiceField(at(value), choices)).toEqual({ problem: 'notInList' });
  });
});

describe("a schema's complaint becomes a problem of ours", () => {
  const refine = (problem: string) => z.number().refine(() => false, { params: { problem } });

  it.each<[string, z.ZodType, unknown, string]>([
    ['an empty text', z.string().min(1), '', 'required'],
    ['nothing', z.number(), undefined, 'required'],
    ['too long a text', z.string().max(1), 'ab', 'tooLong'],
    ['zero where more is wanted', z.number().positive(), 0, 'notPositive'],
    ['less than zero', z.number().nonnegative(), -1, 'negative'],
    ['a cap below its rate', refine('belowRate'), 1, 'belowRate'],
    ['a step above the standard points', refine('aboveStandard'), 1, 'aboveStandard'],
    ['a third decimal', refine('tooManyDecimals'), 1, 'tooManyDecimals'],
  ])('%s', (_what, schema, value, problem) => {
    const issue = schema.safeParse(value).error?.issues[0];
    expect(issue && problemOf(issue)).toBe(problem);
  });
});
