/** The issues of zod's schemas as problems of findings. */
import type { z } from 'zod';
import type { FieldProblem } from './findingData';

/** Problems that our schemas name in `params`. */
const NAMED: readonly FieldProblem[] = [
  'tooManyDecimals',
  'aboveStandard',
  'belowRate',
  'aboveHundred',
  'bandsUnreadable',
  'bandsOverlap',
  'bandsGap',
  'bandsTooMany',
  'bandsMaximum',
  'notDescending',
  'doubled',
  'unreadable',
];

/** The problem of an issue. Parse with `reportInput`: without it, a value of the wrong type is reported as missing. */
export function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  switch (issue.code) {
    case 'custom':
      return NAMED.find((problem) => problem === issue.params?.['problem']) ?? 'notInList';
    case 'too_big':
      return issue.origin === 'string' ? 'tooLong' : 'tooLarge';
    case 'too_small':
      if (issue.origin === 'string') return 'required';
      return issue.inclusive ? 'negative' : 'notPositive';
    case 'invalid_format':
      return 'notADate';
    default:
      return issue.input === undefined ? 'required' : wrongType(issue);
  }
}

function wrongType(issue: z.core.$ZodIssue): FieldProblem {
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'notInList';
  if (issue.code !== 'invalid_type') return 'unreadable';
  if (issue.expected === 'int') return 'notWhole';
  return issue.expected === 'number' ? 'notANumber' : 'unreadable';
}
