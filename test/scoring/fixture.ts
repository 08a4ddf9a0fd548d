/** A small criteria set with the simple kinds, one with all others, and entries for both. */
import type { Covenant } from '../../src/covenant/covenant';
import { type CriteriaSet, criteriaSetSchema } from '../../src/covenant/criteria';
import type { Finding } from '../../src/covenant/findings';
import type { RawCell, RawValue } from '../../src/covenant/cell';
import { checkEntries } from '../../src/scoring/check';
import type { LineEntries, SheetEntries, Stage } from '../../src/scoring/entries';
import { scoreSheet } from '../../src/scoring/score';

/** The findings of one sheet, without other sheets to compare it with. */
export function checked(covenant: Pick<Covenant, 'criteria' | 'rules'>, entries: SheetEntries): Finding[] {
  return checkEntries(covenant, entries, scoreSheet(covenant, entries));
}

/** Lines whose figure has a denominator or a target, and one for each policy of KPS. */
export const FULL: CriteriaSet = criteriaSetSchema.parse({
  id: 'du',
  title: 'Bộ tiêu chí đủ loại',
  version: '1',
  scale: 100,
  sections: [
    {
      kind: 'section',
      code: 'I',
      title: 'Mục I',
      standard: 60,
      children: [
        { kind: 'tiered', code: 'share', title: 'Tỷ lệ', standard: 20, bands: '95–100%: 20; 75–<95%: 10; <75%: 0' },
        { kind: 'tiered', code: 'late', title: 'Nộp chậm', standard: 10, bands: '0: 10; 1–2: 7,5; ≥3: 0' },
        { kind: 'proportional', code: 'more', title: 'Nhiều', standard: 20, direction: 'more', notArising: 'leftOut' },
        { kind: 'proportional', code: 'less', title: 'Ít', standard: 10, direction: 'less', notArising: 'full' },
      ],
    },
    {
      kind: 'section',
      code: 'II',
      title: 'Mục II',
      standard: 40,
      children: [
        { kind: 'relative', code: 'relative', title: 'So sánh', standard: 20, notArising: 'leftOut' },
        { kind: 'graded', code: 'graded', title: 'Chấm', standard: 10, least: 85, notArising: 'zero' },
        { kind: 'passFail', code: 'passFail', title: 'Đạt', standard: 10, notArising: 'clusterDecides' },
      ],
    },
  ],
  bonuses: [{ kind: 'bonus', code: 'bonus', title: 'Điểm cộng', rate: 1, cap: 10 }],
  penalties: [{ kind: 'penalty', code: 'penalty', title: 'Điểm trừ', rate: 0.5 }],
});

/** The entries of a line of {@link FULL}: the figure (or self points), the target, the agreed points. */
export type FullCells = readonly [entry: RawValue, target?: RawValue, agreed?: RawValue];

/** Entries of {@link FULL} in which every line earns all its points, except those given; the cells are in rows 10 and below. */
export function fullEntries(lines: Record<string, FullCells> = {}, unit = SHEET): SheetEntries {
  const fulfilled: Record<string, FullCells> = {
    share: [95, 100],
    late: [0],
    more: [80, 80],
    less: [3, 3],
    relative: [100, 100],
    graded: [10],
    passFail: ['Đ'],
    bonus: [0],
    penalty: [0],
  };
  const all = Object.entries({ ...fulfilled, ...lines }).map(([code, [entry, target = null, agreed = null]], index) => {
    const cell = (column: string, value: RawValue): RawCell => ({
      value,
      date: false,
      place: { sheet: unit, cell: `${column}${10 + index}` },
    });
    const graded = code === 'graded';
    const entries: LineEntries = {
      figure: graded ? null : cell('F', entry),
      target: graded ? null : cell('E', target),
      self: graded ? cell('G', entry) : null,
      reviewed: cell('H', null),
      agreed: cell('I', agreed),
      evidence: cell('K', `BC ${code}`),
      note: cell('L', 'x'),
    };
    return [code, entries] as const;
  });
  return { unit, stage: 'agreed', lines: new Map(all) };
}

export const CRITERIA: CriteriaSet = criteriaSetSchema.parse({
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
        { kind: 'graded', code: 'graded', title: 'Chấm trực tiếp', standard: 5 },
        {
          kind: 'section',
          code: 'I.1',
          title: 'Mục I.1',
          standard: 10,
          children: [
            { kind: 'graded', code: 'steps', title: 'Chấm theo bước', standard: 5, step: 0.25 },
            { kind: 'deduction', code: 'deduction', title: 'Trừ theo lần', standard: 5, rate: 0.5, floor: 1 },
          ],
        },
      ],
    },
    {
      kind: 'section',
      code: 'II',
      title: 'Mục II',
      standard: 5,
      children: [{ kind: 'passFail', code: 'passFail', title: 'Đạt hay không', standard: 5 }],
    },
  ],
  bonuses: [
    { kind: 'bonus', code: 'bonus', title: 'Điểm cộng', rate: 0.5, cap: 2 },
    { kind: 'bonus', code: 'free', title: 'Điểm cộng không giới hạn', rate: 1 },
  ],
  penalties: [{ kind: 'penalty', code: 'penalty', title: 'Điểm trừ', rate: 2 }],
});

/** The values of the cells of one line; `entry` is the figure, or the self points of a graded line. */
export type LineCells = Partial<
  Record<'entry' | 'reviewed' | 'agreed' | 'evidence' | 'note', RawValue | { date: number }>
>;

/** The columns of the cells, for the places of findings. */
const COLUMNS = { entry: 'F', reviewed: 'H', agreed: 'I', evidence: 'K', note: 'L' } as const;
const CODES = ['graded', 'steps', 'deduction', 'passFail', 'bonus', 'free', 'penalty'] as const;
export type Code = (typeof CODES)[number];
export const SHEET = 'Kiên Giang';

/** The address of a line's cell: the lines are in rows 10, 11, 12… */
export function cellOf(code: Code, column: keyof typeof COLUMNS): string {
  return `${COLUMNS[column]}${10 + CODES.indexOf(code)}`;
}

/** Entries in which every line has an entry and no later stage, except those given. */
export function entriesOf(lines: Partial<Record<Code, LineCells | null>>, stage: Stage = 'self'): SheetEntries {
  const full: Record<Code, LineCells> = {
    graded: { entry: 5 },
    steps: { entry: 5 },
    deduction: { entry: 0 },
    passFail: { entry: 'Đ' },
    bonus: { entry: 0 },
    free: { entry: 0 },
    penalty: { entry: 0 },
  };
  const given = CODES.flatMap((code) => {
    const cells = lines[code];
    return cells === null ? [] : [[code, lineOf(code, cells ?? full[code])] as const];
  });
  return { unit: SHEET, stage, lines: new Map(given) };
}

export function lineOf(code: Code, cells: LineCells): LineEntries {
  const cell = (column: keyof typeof COLUMNS): RawCell => {
    const value = cells[column] ?? null;
    const date = typeof value === 'object' && value !== null;
    return { value: date ? value.date : value, date, place: { sheet: SHEET, cell: cellOf(code, column) } };
  };
  const typed = code === 'graded' || code === 'steps';
  return {
    figure: typed ? null : cell('entry'),
    target: null,
    self: typed ? cell('entry') : null,
    reviewed: cell('reviewed'),
    agreed: cell('agreed'),
    evidence: cell('evidence'),
    note: cell('note'),
  };
}
