/** Random criteria sets, rules and entries for property tests. Criteria sets hold by construction. */
import fc from 'fast-check';
import type { Covenant } from '../../src/covenant/covenant';
import { allLines, type CriteriaSet, criteriaSetSchema } from '../../src/covenant/criteria';
import type { EntryRule } from '../../src/covenant/entryRule';
import { type Criterion, kindOf } from '../../src/covenant/kinds';
import { type Hundredths, toPoints } from '../../src/covenant/points';
import { type Rules, rulesSchema } from '../../src/covenant/rules';
import { type RawCell, type RawValue, type SheetEntries, type Stage, STAGES } from '../../src/scoring/entries';
import { clusterOf } from './covenants';

/** Points of two decimals, above zero. */
export function pointsArbitrary(most = 20): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: Math.round(most * 100) }).map((hundredths) => hundredths / 100);
}

/** Wording as people write it, and wording that a spreadsheet could take for something else. */
const titleArbitrary = fc.constantFrom(
  'Thực hiện đầy đủ, đúng thời hạn các nội dung đã đăng ký trong giao ước thi đua',
  'Báo cáo đúng hạn',
  '=1+1',
  '+ 5 điểm cho mỗi sáng kiến',
  '-5',
  '@đơn vị',
  '007',
  '9/5',
  'Khâu \'đột phá\' & "vững về chính trị" <2020>',
  'Có án\nbị huỷ',
);

const wordingArbitrary = fc.record({
  title: titleArbitrary,
  note: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: titleArbitrary }),
  proposed: fc.boolean(),
});

/** One standard line as it stands in JSON, without its code. */
const standardLineArbitrary: fc.Arbitrary<{ standard: number }> = pointsArbitrary().chain((standard) => {
  const upTo = pointsArbitrary(standard);
  return fc.oneof(
    fc.record({ kind: fc.constant('graded'), standard: fc.constant(standard) }),
    fc.record({ kind: fc.constant('graded'), standard: fc.constant(standard), step: upTo }),
    fc.record({
      kind: fc.constant('graded'),
      standard: fc.constant(cents(standard + 1)),
      step: fc.constantFrom(0.1, 0.25, 0.5),
    }),
    fc.record({ kind: fc.constant('passFail'), standard: fc.constant(standard) }),
    fc.record({ kind: fc.constant('deduction'), standard: fc.constant(standard), rate: upTo }),
    fc.record({
      kind: fc.constant('deduction'),
      standard: fc.constant(standard),
      rate: upTo,
      floor: fc.oneof(fc.constant(0), upTo),
    }),
  );
});

const adjustmentArbitrary = (kind: 'bonus' | 'penalty'): fc.Arbitrary<object> =>
  pointsArbitrary(5).chain((rate) =>
    fc.oneof(
      fc.record({ kind: fc.constant(kind), rate: fc.constant(rate) }),
      fc.record({
        kind: fc.constant(kind),
        rate: fc.constant(rate),
        cap: pointsArbitrary(10).map((more) => cents(rate + more)),
      }),
    ),
  );

/** Adds two-decimal numbers without a binary rest. */
function cents(points: number): number {
  return Math.round(points * 100) / 100;
}

interface PlacedLine {
  line: { standard: number };
  wording: object;
  /** The sections it stands in, from the outermost, by their numbers. */
  path: readonly number[];
}

interface SectionDraft {
  kind: 'section';
  code: string;
  number: string;
  title: string;
  standard: number;
  children: (SectionDraft | object)[];
}

/** Sections of up to three levels, made as lines need them; each declares what it holds. */
function grow(lines: readonly PlacedLine[]): SectionDraft[] {
  const top: SectionDraft[] = [];
  const sections = new Map<string, SectionDraft>();
  lines.forEach(({ line, wording, path }, index) => {
    let siblings: (SectionDraft | object)[] = top;
    let code = 'S';
    for (const step of path) {
      code += `.${step}`;
      const section: SectionDraft = sections.get(code) ?? {
        kind: 'section',
        code,
        number: String(step),
        title: `Mục ${code}`,
        standard: 0,
        children: [],
      };
      if (!sections.has(code)) siblings.push(section);
      sections.set(code, section);
      section.standard = cents(section.standard + line.standard);
      siblings = section.children;
    }
    siblings.push({ ...line, ...wording, code: `L${index + 1}`, number: String(index + 1) });
  });
  return top;
}

/** A criteria set of 3 to 12 lines of all kinds in up to three levels; its sums hold. */
export const criteriaSetArbitrary: fc.Arbitrary<CriteriaSet> = fc
  .record({
    lines: fc.array(
      fc.record({
        line: standardLineArbitrary,
        wording: wordingArbitrary,
        path: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 2, maxLength: 7 },
    ),
    bonuses: fc.array(fc.tuple(adjustmentArbitrary('bonus'), wordingArbitrary), { minLength: 1, maxLength: 3 }),
    penalties: fc.array(fc.tuple(adjustmentArbitrary('penalty'), wordingArbitrary), { maxLength: 2 }),
  })
  .map(({ lines, bonuses, penalties }) => {
    const coded = (letter: string) => (item: readonly [object, object], index: number) => ({
      ...item[0],
      ...item[1],
      code: `${letter}${index + 1}`,
      number: String(index + 1),
    });
    return criteriaSetSchema.parse({
      id: 'ngau-nhien',
      title: 'Bộ tiêu chí ngẫu nhiên',
      version: '1',
      scale: cents(lines.reduce((total, { line }) => total + line.standard, 0)),
      sections: grow(lines),
      bonuses: bonuses.map(coded('B')),
      penalties: penalties.map(coded('P')),
    });
  });

/** Caps and floor of a covenant, each set or not. */
export const rulesArbitrary: fc.Arbitrary<Rules> = fc
  .record({
    bonusCap: fc.option(pointsArbitrary()),
    totalCap: fc.option(pointsArbitrary(100)),
    floorAtZero: fc.boolean(),
  })
  .map((rules) => rulesSchema.parse(rules));

/** A covenant of random criteria and rules and one to six units. */
export const covenantArbitrary: fc.Arbitrary<Covenant> = fc.record({
  criteria: criteriaSetArbitrary,
  rules: rulesArbitrary,
  cluster: fc.integer({ min: 1, max: 6 }).map((units) => clusterOf(units)),
});

/** What is typed in one line: `entry` is the figure, or the self points where the kind has no figure. */
export interface LineFigures {
  code: string;
  column: 'figure' | 'self';
  entry: RawValue;
  reviewed: RawValue;
  agreed: RawValue;
  evidence: string | null;
  note: string | null;
}

/** What is typed in one unit's sheet, in printed order. */
export interface UnitFigures {
  stage: Stage;
  lines: LineFigures[];
}

/** Values that keep an entry rule. */
export function acceptedArbitrary(rule: EntryRule): fc.Arbitrary<number | string> {
  switch (rule.type) {
    case 'mark':
      return fc.constantFrom(...rule.marks);
    case 'count':
      return fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: 0, max: Math.min(12, rule.max) }) },
        { weight: 1, arbitrary: fc.constant(rule.max) },
      );
    case 'points':
      return steps(rule.max, rule.step);
  }
}

function steps(max: Hundredths, step: Hundredths | null): fc.Arbitrary<number> {
  const size = step ?? 1;
  return fc.integer({ min: 0, max: Math.floor(max / size) }).map((count) => (count * size) / 100);
}

/** Figures and points that keep every rule: all lines have an entry, some also a later stage, evidence or a note. */
export function entriesArbitrary(criteria: CriteriaSet): fc.Arbitrary<UnitFigures> {
  const lineArbitrary = (line: Criterion): fc.Arbitrary<LineFigures> => {
    const kind = kindOf(line);
    const figureRule = kind.figureRule(line);
    const points = acceptedArbitrary(kind.pointsRule(line));
    const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 2 });
    return fc.record({
      code: fc.constant(line.code),
      column: fc.constant(figureRule === null ? 'self' : 'figure'),
      entry: acceptedArbitrary(figureRule ?? kind.pointsRule(line)),
      reviewed: sometimes(points),
      agreed: sometimes(points),
      evidence: sometimes(fc.constantFrom('BC 12/2020', 'QĐ số 424', '=A1')),
      note: sometimes(fc.constantFrom('Theo biên bản họp', '-1', 'Thẩm định lại')),
    });
  };
  return fc.record({
    stage: fc.constantFrom(...STAGES),
    lines: fc.tuple(...allLines(criteria).map(lineArbitrary)),
  });
}

/** Values of every type that a cell may hold and most rules refuse, near the limits of a rule among them. */
export function awkwardArbitrary(rule: EntryRule): fc.Arbitrary<RawValue> {
  const limit = rule.type === 'points' ? toPoints(rule.max) : rule.type === 'count' ? rule.max : 1;
  return fc.oneof(
    fc.constantFrom<RawValue[]>(null, 'x', '9,5', '9.5', ' ', 'đ', 'K ', 'k', 'Đ', 'K', '1', '-', '=1', 'TRUE'),
    fc.boolean(),
    fc.constantFrom(-1, -0.01, 0, 0.005, 0.1, 0.3, 0.5, 1.005, 1.5, 2.675, 999, 1000, 46151, 1e9),
    fc.constantFrom(limit, limit + 0.01, limit - 0.005, limit + 0.000001, limit * 2),
    fc.double({ min: -5, max: 30, noNaN: true }).map((value) => Number(value.toFixed(6))),
  );
}

/** Entries of which some keep their rule and some do not; lines may be blank. */
export function awkwardEntriesArbitrary(criteria: CriteriaSet): fc.Arbitrary<UnitFigures> {
  const awkward = (line: Criterion, good: LineFigures): fc.Arbitrary<LineFigures> => {
    const kind = kindOf(line);
    const points = kind.pointsRule(line);
    const or = <T>(value: T, rule: EntryRule): fc.Arbitrary<T | RawValue> =>
      fc.oneof(fc.constant(value), awkwardArbitrary(rule));
    return fc.record({
      code: fc.constant(good.code),
      column: fc.constant(good.column),
      entry: or(good.entry, kind.figureRule(line) ?? points),
      reviewed: or(good.reviewed, points),
      agreed: or(good.agreed, points),
      evidence: fc.constant(good.evidence),
      note: fc.constant(good.note),
    });
  };
  const lines = allLines(criteria);
  return entriesArbitrary(criteria).chain(({ stage, lines: good }) =>
    fc.record({
      stage: fc.constant(stage),
      lines: fc.tuple(
        ...good.flatMap((one, index) => {
          const line = lines[index];
          return line ? [awkward(line, one)] : [];
        }),
      ),
    }),
  );
}

/** A cell that stands nowhere, for tests that do not ask where. */
export function loose(value: RawValue, place: RawCell['place'] = { sheet: 'Đơn vị 1', cell: null }): RawCell {
  return { value, date: false, place };
}

/** The figures as the scoring room takes them, without a workbook. */
export function sheetEntriesOf({ stage, lines }: UnitFigures, unit = 'Đơn vị 1'): SheetEntries {
  return {
    unit,
    stage,
    lines: new Map(
      lines.map((line) => [
        line.code,
        {
          figure: line.column === 'figure' ? loose(line.entry) : null,
          self: line.column === 'self' ? loose(line.entry) : null,
          reviewed: loose(line.reviewed),
          agreed: loose(line.agreed),
          evidence: loose(line.evidence),
          note: loose(line.note),
        },
      ]),
    ),
  };
}
