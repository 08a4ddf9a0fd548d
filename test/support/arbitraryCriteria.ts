/** Random criteria sets, rules and covenants for property tests. They hold by construction. */
import fc from 'fast-check';
import type { Covenant } from '../../src/covenant/covenant';
import { type CriteriaSet, criteriaSetSchema } from '../../src/covenant/criteria';
import { CHOICE_FIELDS } from '../../src/covenant/kinds/kind';
import { NOT_ARISING_POLICIES } from '../../src/covenant/marks';
import { MAX_TIE_BREAKS, type Rules, rulesSchema } from '../../src/covenant/rules';
import { clusterOf } from './covenants';

/** Points of two decimals, above zero. */
export function pointsArbitrary(most = 20): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: Math.round(most * 100) }).map((hundredths) => hundredths / 100);
}

/** Wording as people write it, and wording that a spreadsheet could take for something else. */
const awardArbitrary = fc.constantFrom(
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
  title: awardArbitrary,
  note: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: awardArbitrary }),
  proposed: fc.boolean(),
});

/** A number as a person writes it in a cell. */
const written = (value: number): string => String(value).replace('.', ',');

/** Points of bands from the lowest up, one of them all the standard points. */
function bandPoints(standard: number, bands: number): fc.Arbitrary<number[]> {
  return fc
    .tuple(fc.array(pointsArbitrary(standard), { minLength: bands, maxLength: bands }), fc.nat({ max: bands - 1 }))
    .map(([points, best]) => points.map((one, index) => (index === best ? standard : one)));
}

/** Bands of a number or, with a percent sign, of a share; the ends belong to the band above or below as drawn. */
function measuredBands(standard: number, sign: '' | '%'): fc.Arbitrary<string> {
  const ends = fc.uniqueArray(fc.integer({ min: 1, max: 198 }), { minLength: 1, maxLength: 4 });
  return fc
    .record({ ends, above: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), capped: fc.boolean() })
    .chain(({ ends: drawn, above, capped }) => {
      const halves = [...drawn].sort((left, right) => left - right).map((end) => end / 2);
      const inAbove = (end: number): boolean => above[end] ?? true;
      const ranges = halves.map((from, index) => {
        const to = halves[index + 1];
        const open = inAbove(index) ? '' : '>';
        if (to !== undefined) return `${open}${written(from)}–${inAbove(index + 1) ? '<' : ''}${written(to)}${sign}`;
        return capped && sign === '%' ? `${open}${written(from)}–100%` : `${open || '>='}${written(from)}${sign}`;
      });
      ranges.unshift(`${inAbove(0) ? '<' : '<='}${written(halves[0] ?? 0)}${sign}`);
      return bandPoints(standard, ranges.length).map((points) => joined(ranges, points));
    });
}

/** Bands of whole numbers: 0 to a, a + 1 to b, and so on, the last without end. */
function countBands(standard: number): fc.Arbitrary<string> {
  return fc.uniqueArray(fc.nat({ max: 12 }), { minLength: 1, maxLength: 4 }).chain((drawn) => {
    const lasts = [...drawn].sort((left, right) => left - right);
    const ranges = lasts.map((last, index) => {
      const first = index === 0 ? 0 : (lasts[index - 1] ?? 0) + 1;
      return first === last ? String(first) : `${first}–${last}`;
    });
    ranges.push(`>=${(lasts.at(-1) ?? 0) + 1}`);
    return bandPoints(standard, ranges.length).map((points) => joined(ranges, points));
  });
}

function joined(ranges: readonly string[], points: readonly number[]): string {
  return ranges
    .map((range, index) => `${range}: ${written(points[index] ?? 0)}`)
    .reverse()
    .join('; ');
}

/** What a kind has beside the fields that every standard line has. */
function kindArbitrary(standard: number): fc.Arbitrary<object> {
  const upTo = pointsArbitrary(standard);
  const kind = (name: string, fields: Record<string, fc.Arbitrary<unknown>> = {}): fc.Arbitrary<object> =>
    fc.record({ kind: fc.constant(name), standard: fc.constant(standard), ...fields });
  return fc.oneof(
    kind('graded'),
    kind('graded', { step: upTo }),
    kind('graded', { standard: fc.constant(cents(standard + 1)), step: fc.constantFrom(0.1, 0.25, 0.5) }),
    kind('passFail'),
    kind('deduction', { rate: upTo }),
    kind('deduction', { rate: upTo, floor: fc.oneof(fc.constant(0), upTo) }),
    kind('tiered', { bands: measuredBands(standard, '') }),
    kind('tiered', { bands: measuredBands(standard, '%') }),
    kind('tiered', { bands: countBands(standard) }),
    kind('proportional', { direction: fc.constantFrom(...CHOICE_FIELDS.direction) }),
    kind('relative'),
  );
}

/** One standard line as it stands in JSON, without its code. */
const standardLineArbitrary: fc.Arbitrary<{ standard: number }> = fc
  .record({
    standard: pointsArbitrary(),
    notArising: fc.constantFrom(undefined, ...NOT_ARISING_POLICIES),
    least: fc.option(
      fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100),
      { nil: undefined, freq: 3 },
    ),
  })
  .chain(({ standard, notArising, least }) =>
    kindArbitrary(standard).map((kind) => ({
      standard,
      ...kind,
      ...(notArising === undefined ? {} : { notArising }),
      ...(least === undefined ? {} : { least }),
    })),
  );

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

/** Criteria sets of so many standard lines of all kinds, and a few adjustments, in up to three levels; the sums hold. */
export function criteriaSetOf({ min, max }: { min: number; max: number }): fc.Arbitrary<CriteriaSet> {
  return fc
    .record({
      lines: fc.array(
        fc.record({
          line: standardLineArbitrary,
          wording: wordingArbitrary,
          path: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
        }),
        { minLength: min, maxLength: max },
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
      return apart({
        id: 'ngau-nhien',
        title: 'Bộ tiêu chí ngẫu nhiên',
        version: '1',
        scale: cents(lines.reduce((total, { line }) => total + line.standard, 0)),
        sections: grow(lines),
        bonuses: bonuses.map(coded('B')),
        penalties: penalties.map(coded('P')),
      });
    });
}

/** The set, with the code behind each wording that a line has before it: lines in the same words are a finding. */
function apart(set: object): CriteriaSet {
  const seen = new Set<string>();
  const told = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(told);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, one]): [string, unknown] => [key, told(one)]);
    const { title, code } = Object.fromEntries(entries);
    if (typeof title !== 'string' || typeof code !== 'string') return Object.fromEntries(entries);
    const isDoubled = seen.has(title);
    seen.add(title);
    return { ...Object.fromEntries(entries), title: isDoubled ? `${title} ${code}` : title };
  };
  return criteriaSetSchema.parse(told(set));
}

/** A criteria set of 3 to 12 lines. */
export const criteriaSetArbitrary: fc.Arbitrary<CriteriaSet> = criteriaSetOf({ min: 2, max: 7 });

const CLASSES = [
  { name: 'Xuất sắc', from: 90 },
  { name: 'Tốt', from: 60.5 },
  { name: 'Khá', from: 12 },
];

/** Rules of a covenant, each set or not; `sections` are those of the first level. */
export function rulesFor(sections: readonly string[]): fc.Arbitrary<Rules> {
  const tieBreak = fc.constantFrom(
    ...(['fewerPenalty', 'moreStandard', 'moreBonus', 'vote'] as const).map((by) => ({ by })),
    ...sections.map((section) => ({ by: 'section', section }) as const),
  );
  return fc
    .record({
      bonusCap: fc.option(pointsArbitrary()),
      penaltyCap: fc.option(pointsArbitrary()),
      totalCap: fc.option(pointsArbitrary(100)),
      classificationCap: fc.option(pointsArbitrary(100)),
      classes: fc.nat({ max: CLASSES.length }).map((count) => CLASSES.slice(0, count)),
      floorAtZero: fc.boolean(),
      tieBreaks: fc.uniqueArray(tieBreak, { maxLength: MAX_TIE_BREAKS }),
    })
    .map((rules) => rulesSchema.parse(rules));
}

export const rulesArbitrary: fc.Arbitrary<Rules> = rulesFor([]);

/** A covenant of random criteria and rules and one to six units. */
export const covenantArbitrary: fc.Arbitrary<Covenant> = criteriaSetArbitrary.chain((criteria) =>
  fc.record({
    criteria: fc.constant(criteria),
    rules: rulesFor(criteria.sections.map(({ code }) => code)),
    cluster: fc.integer({ min: 1, max: 6 }).map((units) => clusterOf(units)),
  }),
);
