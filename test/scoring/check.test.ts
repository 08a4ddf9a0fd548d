import fc from 'fast-check';
import { allLines } from '../../src/covenant/criteria';
import { type Finding, openDecisions } from '../../src/covenant/findings';
import { rulesSchema } from '../../src/covenant/rules';
import { checkEntries } from '../../src/scoring/check';
import { scoreSheet } from '../../src/scoring/score';
import {
  awkwardEntriesArbitrary,
  criteriaSetArbitrary,
  entriesArbitrary,
  sheetEntriesOf,
} from '../support/arbitraries';
import { cellOf, checked, type Code, CRITERIA, entriesOf, type LineCells, SHEET } from './fixture';

const RULES = rulesSchema.parse({});
const check = (lines: Parameters<typeof entriesOf>[0]): Finding[] =>
  checked({ criteria: CRITERIA, rules: RULES }, entriesOf(lines));
type Column = Parameters<typeof cellOf>[1];

describe('a sheet without errors', () => {
  it('has no findings', () => {
    expect(check({})).toEqual([]);
  });

  it('blank later stages, evidence and notes: no finding', () => {
    expect(check({ graded: { entry: 3, reviewed: 3 }, deduction: { entry: 4, agreed: 3 } })).toEqual([]);
  });

  it('a line whose row is missing: no finding here', () => {
    expect(check({ graded: null })).toEqual([]);
  });
});

describe('each finding has its cell, its data and its fix', () => {
  it.each<[string, Code, LineCells, Column, string, object]>([
    ['a blank graded line', 'graded', {}, 'entry', 'line-blank', {}],
    ['a blank figure', 'deduction', {}, 'entry', 'line-blank', {}],
    ['a blank bonus', 'bonus', {}, 'entry', 'line-blank', {}],
    ['a word for points', 'graded', { entry: 'tốt' }, 'entry', 'not-a-number', { value: 'tốt' }],
    ['an ambiguous number', 'graded', { entry: '1.234' }, 'entry', 'not-a-number', { value: '1.234' }],
    ['a truth value for points', 'graded', { entry: true }, 'entry', 'not-a-number', { value: 'true' }],
    ['a word in a later stage', 'graded', { entry: 5, agreed: 'tốt' }, 'agreed', 'not-a-number', { value: 'tốt' }],

    ['a date for points', 'graded', { entry: { date: 44_075 } }, 'entry', 'date-for-number', {}],
    ['a date for a figure', 'deduction', { entry: { date: 44_075 } }, 'entry', 'date-for-number', {}],
    ['points below zero', 'graded', { entry: -0.5 }, 'entry', 'below-zero', { value: -0.5 }],
    ['a negative count', 'penalty', { entry: -1 }, 'entry', 'below-zero', { value: -1 }],
    ['points above the maximum', 'graded', { entry: 5.01 }, 'entry', 'above-maximum', { value: 5.01, maximum: 500 }],
    [
      'a stage above a bonus cap',
      'bonus',
      { entry: 0, agreed: 2.5, note: 'x' },
      'agreed',
      'above-maximum',
      {
        value: 2.5,
        maximum: 200,
      },
    ],
    ['half a time', 'deduction', { entry: 1.5 }, 'entry', 'count-not-whole', { value: 1.5 }],
    ['too many times', 'penalty', { entry: 1000 }, 'entry', 'count-too-large', { value: 1000, maximum: 999 }],
    ['points off the steps', 'steps', { entry: 4.7 }, 'entry', 'not-in-steps', { value: 4.7, step: 25 }],
    [
      'another mark',
      'passFail',
      { entry: 'x' },
      'entry',
      'mark-unknown',
      { value: 'x', marks: 'Đ, K, KPS', meant: '' },
    ],
    [
      'a number for a mark',
      'passFail',
      { entry: 1 },
      'entry',
      'mark-unknown',
      { value: '1', marks: 'Đ, K, KPS', meant: '' },
    ],
    ['a bonus without evidence', 'bonus', { entry: 1 }, 'evidence', 'bonus-without-evidence', {}],
  ])('%s is an error', (_what, line, cells, column, code, data) => {
    expect(check({ [line]: cells })).toEqual([
      {
        code,
        severity: 'error',
        place: { sheet: SHEET, cell: cellOf(line, column) },
        data: { unit: SHEET, line, ...data },
      },
    ]);
  });

  it.each<[string, Code, LineCells, Column, string, object]>([
    ['KPS where the cluster decides', 'graded', { entry: 'KPS' }, 'entry', 'not-arising-undecided', {}],
    [
      'KPS for which points were agreed',
      'graded',
      { entry: 'KPS', agreed: 3, note: 'họp' },
      'entry',
      'not-arising-unrecorded',
      { points: 300, maximum: 500 },
    ],
    ['a third decimal', 'graded', { entry: 1.005 }, 'entry', 'rounded-to-hundredths', { value: 1.005 }],
    ['a reviewed change without a reason', 'graded', { entry: 5, reviewed: 4 }, 'note', 'change-without-reason', {}],
    ['an agreed change without a reason', 'deduction', { entry: 0, agreed: 4 }, 'note', 'change-without-reason', {}],
    [
      'a change back to the self points',
      'graded',
      { entry: 5, reviewed: 4, agreed: 5 },
      'note',
      'change-without-reason',
      {},
    ],
  ])('%s is a warning', (_what, line, cells, column, code, data) => {
    expect(check({ [line]: cells })).toEqual([
      {
        code,
        severity: 'warning',
        place: { sheet: SHEET, cell: cellOf(line, column) },
        data: { unit: SHEET, line, ...data },
      },
    ]);
  });

  it.each<[string, Code, LineCells, Column, string, object]>([
    ['"4,5" typed as text', 'graded', { entry: '4,5' }, 'entry', 'number-as-text', { number: 4.5 }],
    [
      '"4.5" typed as text',
      'graded',
      { entry: 5, reviewed: '4.5', note: 'x' },
      'reviewed',
      'number-as-text',
      { number: 4.5 },
    ],
    ['a count typed as text', 'penalty', { entry: '2' }, 'entry', 'number-as-text', { number: 2 }],
    ['KPS for a bonus', 'bonus', { entry: 'KPS' }, 'entry', 'not-arising-in-adjustments', { number: 0 }],
    ['a "kps" with a space', 'deduction', { entry: 'kps ' }, 'entry', 'mark-unknown', { text: 'KPS' }],
    ['a mark with spaces', 'passFail', { entry: ' K ' }, 'entry', 'mark-unknown', { text: 'K' }],
  ])('%s has a fix', (_what, line, cells, column, code, put) => {
    expect(check({ [line]: cells })).toMatchObject([
      { code, severity: 'error', fix: { sheet: SHEET, cell: cellOf(line, column), put } },
    ]);
  });

  it.each<[string, Code, LineCells]>([
    ['would be above the maximum', 'graded', { entry: '9,5' }],
    ['would be off the steps', 'steps', { entry: '4,7' }],
    ['would be half a time', 'deduction', { entry: '1,5' }],
    ['would be negative', 'graded', { entry: '-1' }],
  ])('a number as text that %s has no fix', (_what, line, cells) => {
    expect(check({ [line]: cells }).map((one) => [one.code, one.fix])).toEqual([['number-as-text', undefined]]);
  });
});

describe('a blank line', () => {
  it.each<LineCells>([{ reviewed: 5 }, { agreed: 5 }])('is not blank once a later stage has a value: %j', (cells) => {
    expect(check({ graded: cells })).toEqual([]);
  });

  it('is not reported as blank if it has an invalid entry', () => {
    expect(check({ graded: { entry: 'x' } }).map(({ code }) => code)).toEqual(['not-a-number']);
  });
});

describe('a reason for a change', () => {
  it('is any note', () => {
    expect(check({ graded: { entry: 5, reviewed: 4, note: 'Theo biên bản' } })).toEqual([]);
  });

  it('is not required if the stages agree in hundredths', () => {
    expect(check({ graded: { entry: 5, reviewed: 5, agreed: 5 }, deduction: { entry: 1, agreed: 4.5 } })).toEqual([]);
  });
});

describe('evidence', () => {
  it('is not required for a bonus of 0', () => {
    expect(check({ bonus: { entry: 0 } })).toEqual([]);
  });

  it('is required for bonus points agreed over a figure of 0', () => {
    const found = check({ bonus: { entry: 0, agreed: 1, note: 'x' } });
    expect(found.map(({ code }) => code)).toEqual(['bonus-without-evidence']);
  });
});

describe('random entries', () => {
  const errors = (findings: readonly Finding[]): Finding[] => findings.filter(({ severity }) => severity === 'error');

  it('valid entries have no error except missing evidence', () => {
    fc.assert(
      fc.property(
        criteriaSetArbitrary.chain((set) => fc.tuple(fc.constant(set), entriesArbitrary(set))),
        ([criteria, figures]) => {
          const codes = errors(checked({ criteria, rules: RULES }, sheetEntriesOf(figures))).map(({ code }) => code);
          expect(codes.filter((code) => code !== 'bonus-without-evidence')).toEqual([]);
        },
      ),
    );
  });

  it('a line without a valid entry has an error, or waits for the cluster', () => {
    fc.assert(
      fc.property(
        criteriaSetArbitrary.chain((set) => fc.tuple(fc.constant(set), awkwardEntriesArbitrary(set))),
        ([criteria, figures]) => {
          const entries = sheetEntriesOf(figures);
          const score = scoreSheet({ criteria, rules: RULES }, entries);
          const found = checkEntries({ criteria, rules: RULES }, entries, score);
          const named = new Set(
            [...errors(found), ...openDecisions(found)].map(({ data }) => ('line' in data ? data.line : '')),
          );
          for (const { code } of allLines(criteria))
            if (['blank', 'undecided'].includes(score.lines.get(code)?.state ?? '')) expect(named).toContain(code);
        },
      ),
    );
  });
});
