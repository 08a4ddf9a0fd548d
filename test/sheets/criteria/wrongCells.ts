/** A criteria set of every kind, and the mistakes a person can make in it, one cell each. */
import fc from 'fast-check';
import { type CriteriaSet, criteriaSetSchema } from '../../../src/covenant/criteria';

export const WRONG_SET: CriteriaSet = criteriaSetSchema.parse({
  id: 'bo',
  title: 'Bộ tiêu chí',
  version: '1',
  scale: 20,
  sections: [
    {
      kind: 'section',
      code: 'I',
      title: 'Mục I',
      standard: 15,
      children: [
        { kind: 'graded', code: 'g', title: 'A', standard: 4, step: 0.5 },
        { kind: 'deduction', code: 'd', title: 'B', standard: 3, rate: 1, floor: 1 },
        { kind: 'tiered', code: 't', title: 'C', standard: 2, bands: '0: 2; 1–2: 1; >2: 0', least: 50 },
        { kind: 'passFail', code: 'p', title: 'D', standard: 2, notArising: 'full' },
        { kind: 'proportional', code: 'r', title: 'E', standard: 2, direction: 'less' },
        { kind: 'relative', code: 'v', title: 'F', standard: 2 },
      ],
    },
    {
      kind: 'section',
      code: 'II',
      title: 'Mục II',
      standard: 5,
      children: [
        {
          kind: 'section',
          code: 'II.1',
          title: 'Mục II.1',
          standard: 5,
          children: [{ kind: 'graded', code: 'q', title: 'G', standard: 5 }],
        },
      ],
    },
  ],
  bonuses: [
    { kind: 'bonus', code: 'b', title: 'H', rate: 0.5, cap: 2 },
    { kind: 'bonus', code: 'c', title: 'K', rate: 1 },
  ],
  penalties: [{ kind: 'penalty', code: 'n', title: 'L', rate: 2 }],
});

interface WrongCell {
  what: string;
  /** The row by its code or the field by its name, the column, and what is typed there. */
  code: string;
  column: string;
  value: unknown;
  /** Where the finding points, when not at the cell that was typed. */
  cell?: [code: string, column: string];
  /** The problem of a field, or the code of another finding. */
  finding: string;
}

type WrongRow = [what: string, code: string, column: string, value: unknown, finding: string, cell?: [string, string]];

const ROWS: WrongRow[] = [
  ["a line's points changed: its section's sum no longer holds", 'g', 'standard', 5, 'sum-differs', ['I', 'standard']],
  ["a section's points changed: its sum no longer holds", 'I', 'standard', 16, 'sum-differs', ['I', 'standard']],
  ['an inner section that declares too little', 'II.1', 'standard', 4, 'sum-differs', ['II.1', 'standard']],
  ['a scale that the sections do not make up', 'scale', '', 100, 'sum-differs', ['scale', '']],
  ['a line moved to another section', 'q', 'parent', 'I', 'sum-differs', ['I', 'standard']],
  ['a section left without lines', 'q', 'parent', 'II', 'section-empty', ['II.1', 'standard']],
  ['overlapping bands', 't', 'bands', '0: 2; 0–2: 1; >2: 0', 'bandsOverlap'],
  ['bands with a gap', 't', 'bands', '0: 2; 1–2: 1; >4: 0', 'bandsGap'],
  ['bands that do not begin at 0', 't', 'bands', '1–2: 2; >2: 0', 'bandsGap'],
  ['bands that end', 't', 'bands', '0: 2; 1–9: 0', 'bandsGap'],
  ['bands of which some are percent', 't', 'bands', '>50%: 2; 0–50: 0', 'bandsUnreadable'],
  ['bands without points', 't', 'bands', '0; 1–2; >2', 'bandsUnreadable'],
  ['bands whose best earns less than the standard points', 't', 'bands', '0: 1; >0: 0', 'bandsMaximum'],
  ['bands whose best earns more than the standard points', 't', 'bands', '0: 3; >0: 0', 'bandsMaximum'],
  ['no bands', 't', 'bands', '', 'required'],
  ['bands on a line that has none', 'g', 'bands', '0: 4; >0: 0', 'notUsedByKind'],
  ['a doubled code', 'p', 'code', 'g', 'doubled'],
  ['a code doubled in capitals', 'p', 'code', 'G', 'doubled'],
  ["a line with a section's code", 'q', 'code', 'I', 'doubled'],
  ['a penalty with the code of a bonus', 'n', 'code', 'b', 'doubled'],
  ['a cap below its rate', 'b', 'cap', 0.25, 'belowRate'],
  ['a rate above its cap', 'b', 'rate', 3, 'belowRate', ['b', 'cap']],
  ['a floor above the standard points', 'd', 'floor', 3.5, 'aboveStandard'],
  ['a rate above the standard points', 'd', 'rate', 4, 'aboveStandard'],
  ['a step above the standard points', 'g', 'step', 5, 'aboveStandard'],
  ['a floor of eligibility above 100 %', 't', 'least', 120, 'aboveHundred'],
  ['a floor of eligibility of 0 %', 't', 'least', 0, 'notPositive'],
  ['a floor of eligibility on a bonus', 'b', 'least', 50, 'notUsedByKind'],
  ['an unknown direction', 'r', 'direction', 'Tăng dần', 'notInList'],
  ['no direction', 'r', 'direction', '', 'required'],
  ['a direction on a line that has none', 'v', 'direction', 'Càng nhiều càng tốt', 'notUsedByKind'],
  ['an unknown policy for KPS', 'p', 'notArising', 'Tùy', 'notInList'],
  ['a policy for KPS on a bonus', 'b', 'notArising', 'Đủ điểm', 'notUsedByKind'],
  ['a policy for KPS on a section', 'I', 'notArising', '0 điểm', 'notUsedByKind'],
  ['sections in a circle', 'II', 'parent', 'II.1', 'section-circle'],
  ['a section in itself', 'II', 'parent', 'ii', 'ownSection'],
  ['a section that does not exist', 'q', 'parent', 'III', 'unknownSection'],
  ['a line in a line', 'q', 'parent', 'g', 'unknownSection'],
  ['a line in no section', 'q', 'parent', '', 'required'],
  ['a bonus in a section', 'b', 'parent', 'I', 'standardInAdjustments'],
  ['a bonus with standard points', 'b', 'standard', 1, 'notUsedByKind'],
  ['a kind there is not', 'g', 'kind', 'Chấm', 'notInList'],
  ['no kind', 'g', 'kind', '', 'required'],
  ['no code', 'g', 'code', '', 'required'],
  ['no wording', 'g', 'title', '', 'required'],
  ['points typed as text', 'g', 'standard', '4', 'notANumber'],
  ['points of three decimals', 'g', 'standard', 4.005, 'tooManyDecimals'],
  ['points below 0', 'g', 'standard', -4, 'notPositive'],
  ['points that are a slip of the keyboard', 'g', 'standard', 1e300, 'tooLarge'],
  ['no version', 'version', '', '', 'required'],
  ['a scale of 0', 'scale', '', 0, 'notPositive'],
];

export const WRONG: WrongCell[] = ROWS.map(([what, code, column, value, finding, cell]) => ({
  ...{ what, code, column, value, finding },
  ...(cell ? { cell } : {}),
}));

/** Columns whose values the reading has to understand, with values that no kind of line takes there. */
const NEVER: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  code: fc.constantFrom('', ' ', 'x'.repeat(31), 'I', 'i'),
  title: fc.constantFrom('', '   ', '\n'),
  parent: fc.oneof(
    fc.constantFrom('không có', 'g', 'b'),
    fc.string({ minLength: 1, maxLength: 8 }).map((text) => `?${text}`),
  ),
  kind: fc.oneof(
    fc.constantFrom('', 'Chấm', 0, true),
    fc.string({ minLength: 1, maxLength: 9 }).map((text) => `?${text}`),
  ),
  standard: fc.oneof(
    fc.constantFrom<unknown>('mười', '9,5', true, -1, 1e300, 1e7),
    fc.double({ min: 20, max: 5_000, noNaN: true }),
    fc.integer({ min: 1, max: 999 }).map((thousandths) => 3 + thousandths / 1_000 + 0.0005),
  ),
  rate: fc.constantFrom<unknown>('một', '0,5', -1, 1e9, 0.005, false),
  cap: fc.constantFrom<unknown>('ba', '3', -3, 0, 0.4, 1e12),
  floor: fc.constantFrom<unknown>('một', '1', -1, 5_000, 0.001),
  step: fc.constantFrom<unknown>('nửa', '0,5', -0.5, 0, 5_000, 0.001),
  least: fc.oneof(
    fc.constantFrom<unknown>('cao', '185%', 0, -5, 100.5, 1e6),
    fc.double({ min: 101, max: 1e6, noNaN: true }),
  ),
  bands: fc.oneof(
    fc.string({ minLength: 1, maxLength: 12 }).map((text) => `?${text}`),
    fc.constantFrom('0: 2; 0–2: 1; >2: 0', '0: 2; 3–5: 1; >5: 0', '0: 1; >0: 0', '>95%: 2; <95: 0', '5', ';;'),
    fc
      .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 2, max: 50 }))
      .map(([end, gap]) => `0–${end}: 2; >${end + gap}: 0`),
    fc
      .tuple(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 1, max: 50 }))
      .map(([end, over]) => `0–${end}: 2; >=${Math.max(0, end - over)}: 0`),
  ),
  direction: fc.string({ minLength: 1, maxLength: 9 }).map((text) => `?${text}`),
  notArising: fc.string({ minLength: 1, maxLength: 9 }).map((text) => `?${text}`),
};

/** Rows and columns that a wrong cell may be in. */
export const WRONG_ROWS = ['I', 'g', 'd', 't', 'p', 'r', 'v', 'II', 'II.1', 'q', 'b', 'c', 'n'] as const;
export const WRONG_COLUMNS = Object.keys(NEVER);

/** One cell that makes the set wrong. */
export const WRONG_CELL: fc.Arbitrary<{ code: string; column: string; value: unknown }> = fc
  .constantFrom(...WRONG_COLUMNS)
  .chain((column) =>
    fc.record({
      column: fc.constant(column),
      code: fc.constantFrom(...WRONG_ROWS),
      value: NEVER[column] ?? fc.constant(''),
    }),
  )
  // Its own code is no mistake in a row.
  .filter(({ code, column, value }) => column !== 'code' || String(value).toLowerCase() !== code.toLowerCase());
