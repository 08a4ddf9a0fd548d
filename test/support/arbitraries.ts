/** Random entries for property tests: figures, targets and points, at the edges of every rule more often than between them. */
import fc from 'fast-check';
import { allLines, type CriteriaSet } from '../../src/covenant/criteria';
import type { EntryRule } from '../../src/covenant/entryRule';
import { type Criterion, kindOf } from '../../src/covenant/kinds';
import { NOT_ARISING, NOT_ASSIGNED } from '../../src/covenant/marks';
import { type Hundredths, toPoints } from '../../src/covenant/points';
import { type SheetEntries, type Stage, STAGES } from '../../src/scoring/entries';
import { fifteenDigits, type RawCell, type RawValue } from '../../src/covenant/cell';

export * from './arbitraryCriteria';

/** What is typed in one line: `entry` is the figure, or the self points where the kind has no figure. */
export interface LineFigures {
  code: string;
  column: 'figure' | 'self';
  /** The denominator on the sheet, or the target in the table; null where the line has none. */
  target: { source: 'sheet' | 'table'; value: RawValue } | null;
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
    case 'amount':
      return fc.oneof(
        fc.integer({ min: 0, max: 20_000 }).map((cents) => cents / 100),
        fc.constantFrom(0, 0.3, 1, 3, 7.5, 50, 100, 250_000_000),
      );
    case 'points':
      return steps(rule.max, rule.step);
  }
}

function steps(max: Hundredths, step: Hundredths | null): fc.Arbitrary<number> {
  const size = step ?? 1;
  return fc.integer({ min: 0, max: Math.floor(max / size) }).map((count) => (count * size) / 100);
}

type Pair = Pick<LineFigures, 'target' | 'entry'>;

/** No binary rest: six decimals are compared. */
const tidy = (value: number): number => Math.max(0, Number(value.toFixed(6)));

/** The ends of a line's bands, in its own unit; of other lines what is half, all and more of a target. */
function edges(line: Criterion): number[] {
  if (!('bands' in line)) return [0, 50, 100, 150];
  return line.bands.list.flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
}

/** A figure at an end of a band, just beside it, or anywhere. */
function bandFigure(line: Criterion, rule: EntryRule): fc.Arbitrary<number | string> {
  const nudges = rule.type === 'count' ? [0, 1] : [0, 0.01, -0.01];
  const near = fc
    .tuple(fc.constantFrom(...edges(line)), fc.constantFrom(...nudges))
    .map(([edge, nudge]) => tidy(edge + nudge));
  return fc.oneof({ weight: 3, arbitrary: near }, acceptedArbitrary(rule));
}

/** Figure and target that go together, the share they make often just at an edge. */
function pairArbitrary(line: Criterion, source: 'sheet' | 'table'): fc.Arbitrary<Pair> {
  const target = fc.constantFrom(0, 0.3, 1, 3, 7, 20, 40, 100, 200, 12.5, 1_000_000);
  const share = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...edges(line)) },
    fc.integer({ min: 0, max: 250 }),
    fc.constantFrom(100 / 3, 200 / 3),
  );
  return fc
    .record({ target, share, nudge: fc.constantFrom(0, 0, 0.01, -0.01) })
    .map((drawn) => ({ target: drawn.target, entry: tidy((drawn.share * drawn.target) / 100 + drawn.nudge) }))
    .filter(
      (pair) => pair.target + pair.entry > 0 && (kindOf(line).pair?.accepts(line, pair.entry, pair.target) ?? true),
    )
    .map((pair) => ({ entry: pair.entry, target: { source, value: pair.target } }));
}

/** Marks for a line with a figure on which nothing arose. */
function notArisingPair(source: 'sheet' | 'table' | null): fc.Arbitrary<Pair> {
  if (source === null) return fc.constant({ entry: NOT_ARISING, target: null });
  const pair = (entry: RawValue, value: RawValue): Pair => ({ entry, target: { source, value } });
  const pairs = [pair(NOT_ARISING, 7), pair(NOT_ARISING, null), pair(0, 0)];
  if (source === 'table') pairs.push(pair(null, NOT_ASSIGNED), pair(5, NOT_ASSIGNED));
  return fc.constantFrom(...pairs);
}

function scoredPair(line: Criterion): fc.Arbitrary<Pair> {
  const kind = kindOf(line);
  const rule = kind.figureRule(line) ?? kind.pointsRule(line);
  const source = kind.targetRule?.(line)?.source ?? null;
  if (source !== null) return pairArbitrary(line, source);
  return ('bands' in line ? bandFigure(line, rule) : acceptedArbitrary(rule)).map((entry) => ({ entry, target: null }));
}

/** Whether KPS on a line is settled by the covenant. */
function isSettled(line: Criterion): boolean {
  return 'notArising' in line && line.notArising !== undefined && line.notArising !== 'clusterDecides';
}

/**
 * Figures and points that keep every rule: all lines have an entry, some also a later stage, evidence or a note. KPS occurs
 * only where the covenant says what it earns, and never on the first line, so that something is left to rescale.
 */
export function entriesArbitrary(criteria: CriteriaSet): fc.Arbitrary<UnitFigures> {
  const lineArbitrary = (line: Criterion, index: number): fc.Arbitrary<LineFigures> => {
    const kind = kindOf(line);
    const mayNotArise = index > 0 && isSettled(line);
    const source = kind.targetRule?.(line)?.source ?? null;
    const points = fc.oneof(
      { weight: 6, arbitrary: acceptedArbitrary(kind.pointsRule(line)) },
      { weight: mayNotArise ? 1 : 0, arbitrary: fc.constant(NOT_ARISING) },
    );
    const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 2 });
    return fc
      .record({
        pair: fc.oneof(
          { weight: 4, arbitrary: scoredPair(line) },
          { weight: mayNotArise ? 1 : 0, arbitrary: notArisingPair(source) },
        ),
        reviewed: sometimes(points),
        agreed: sometimes(points),
        evidence: sometimes(fc.constantFrom('BC 12/2020', 'QĐ số 424', '=A1')),
        note: sometimes(fc.constantFrom('Theo biên bản họp', '-1', 'Thẩm định lại')),
      })
      .map(({ pair, ...rest }) => ({
        code: line.code,
        column: kind.figureRule(line) === null ? 'self' : 'figure',
        ...pair,
        ...rest,
      }));
  };
  return fc.record({
    stage: fc.constantFrom(...STAGES),
    lines: fc.tuple(...allLines(criteria).map(lineArbitrary)),
  });
}

/** Error values as they are read; a workbook gets them as errors. */
const ERRORS = ['#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NUM!', '#NAME?'];

/** A number and its neighbours, as arithmetic leaves them: 99.99999999999999, 100.00000000000001. */
function remains(value: number): number[] {
  return [value, value * (1 + Number.EPSILON), value * (1 - Number.EPSILON / 2)];
}

/** Values of every type that a cell may hold and most rules refuse, near the limits of a rule among them. */
export function awkwardArbitrary(rule: EntryRule): fc.Arbitrary<RawValue> {
  const limit = rule.type === 'points' ? toPoints(rule.max) : rule.type === 'count' ? rule.max : 1;
  return fc.oneof(
    fc.constantFrom<RawValue[]>(null, 'x', '9,5', '9.5', ' ', 'đ', 'K ', 'k', 'Đ', 'K', '1', '-', '=1', 'TRUE'),
    fc.constantFrom<RawValue[]>(NOT_ARISING, NOT_ARISING, 'kps', 'KPS ', NOT_ASSIGNED, 'kg', 0, null),
    fc.boolean(),
    fc.constantFrom(-1, -0.01, 0, 0.005, 0.1, 0.3, 0.5, 1.005, 1.5, 2.675, 999, 1000, 46151, 1e9),
    fc.constantFrom<RawValue[]>(...ERRORS),
    fc.constantFrom(1e308, -1e308, 1e-308, 5e-324, -1e-308, 1e-7, 1e12, 1e13),
    fc.constantFrom(limit, 1, 3, 100).chain((value) => fc.constantFrom(...remains(value))),
    fc.constantFrom(limit, limit + 0.01, limit - 0.005, limit + 0.000001, limit * 2),
    fc.double({ min: -5, max: 30, noNaN: true }).map((value) => Number(value.toFixed(6))),
  );
}

/** Entries of which some keep their rule and some do not; lines may be blank, and nothing may have arisen anywhere. */
export function awkwardEntriesArbitrary(criteria: CriteriaSet): fc.Arbitrary<UnitFigures> {
  const awkward = (line: Criterion, good: LineFigures): fc.Arbitrary<LineFigures> => {
    const kind = kindOf(line);
    const points = kind.pointsRule(line);
    const or = <T>(value: T, rule: EntryRule): fc.Arbitrary<T | RawValue> =>
      fc.oneof(fc.constant(value), awkwardArbitrary(rule));
    const rule = kind.targetRule?.(line)?.rule;
    const { target } = good;
    return fc.record({
      code: fc.constant(good.code),
      column: fc.constant(good.column),
      target:
        target === null || rule === undefined
          ? fc.constant(null)
          : or(target.value, rule).map((value) => ({ ...target, value })),
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

/** The address of a cell, for tests in which it does not matter. */
export function loose(value: RawValue, place: RawCell['place'] = { sheet: 'Đơn vị 1', cell: null }): RawCell {
  return { value: typeof value === 'number' ? fifteenDigits(value) : value, date: false, place };
}

/** The figures as the scoring layer receives them, without a workbook. */
export function sheetEntriesOf({ stage, lines }: UnitFigures, unit = 'Đơn vị 1'): SheetEntries {
  return {
    unit,
    stage,
    lines: new Map(
      lines.map((line) => [
        line.code,
        {
          figure: line.column === 'figure' ? loose(line.entry) : null,
          target: line.target && loose(line.target.value),
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
