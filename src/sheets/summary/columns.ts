/** The columns of the summary as it is made now: those that are printed fill the page at 11 points, the others stand beside it. */
import type { Covenant } from '../../covenant/covenant';
import { pointsText } from '../../covenant/numberText';
import { type Hundredths, toPoints } from '../../covenant/points';
import { type ColumnSpec, TABLE_SIZE } from '../../spreadsheet/draft';
import { mm } from '../../spreadsheet/measure/pages';
import { widthFor } from '../../spreadsheet/measure/text';
import type { SummaryColumn } from '../shared/columns';
import { type Looks, sectionColumn, UNIT_ROW_HEIGHT } from './layout';

/** Up to so many sections each unit signs in its row of the table; with more there is a table of signatures below. */
export const MAX_SECTIONS_SIGNED = 6;

/** Points: the row of a unit that signs elsewhere. */
const LOW_ROW_HEIGHT = 21;

/** Points: a landscape A4 page between its margins is 252 mm wide; a printer may round columns up. */
const PAGE_WIDTH = 711;
/** Excel gives columns whole pixels. */
const PIXEL = 0.75;

/** Millimetres: what a column needs, and what it gets of the space that is left, round by round. */
const WIDTHS = {
  number: { needed: 9, rounds: [9, 9, 9] },
  unit: { needed: 32, rounds: [38, 38, Infinity] },
  section: { needed: 10.4, rounds: [11.5, 13, 15] },
  standard: { needed: 12.4, rounds: [13, 13, 15] },
  bonus: { needed: 10.6, rounds: [12, 12, 13] },
  penalty: { needed: 10.6, rounds: [12, 12, 13] },
  total: { needed: 13, rounds: [15, 15, 16] },
  eligibility: { needed: 12.6, rounds: [16.3, 16.3, 18.5] },
  rank: { needed: 11, rounds: [11, 11, 13] },
  class: { needed: 14, rounds: [18, 18, 24] },
  title: { needed: 21.5, rounds: [28, 42, 60] },
  sign: { needed: 30, rounds: [30, 35.2, 40] },
} as const;

type WidthKey = keyof typeof WIDTHS;

/** In this order they get what is left in a round. */
const GROWING: readonly WidthKey[] = [
  ...(['title', 'eligibility', 'section', 'bonus', 'penalty', 'standard'] as const),
  ...(['total', 'unit', 'sign', 'class', 'rank'] as const),
];

/** On screen only: why a unit has its rank, how far its sheet has come, and what the cluster records of its decisions. */
const BESIDE: readonly ColumnSpec<SummaryColumn>[] = [
  { key: 'rankWithoutDeferred', width: 80 },
  { key: 'missing', width: 60 },
  { key: 'stage', width: 58 },
  { key: 'reason', width: 240 },
  { key: 'basis', width: 200 },
  { key: 'decidedOn', width: 70 },
  { key: 'decidedBy', width: 140 },
  { key: 'vote', width: 70 },
];

/** Whether each unit signs in its row. */
export function isSignedInRows({ criteria }: Pick<Covenant, 'criteria'>): boolean {
  return criteria.sections.length <= MAX_SECTIONS_SIGNED;
}

/** Those that are shown or hold what ranking has written, from the left. */
export function presentColumns(covenant: Covenant): ColumnSpec<SummaryColumn>[] {
  const { criteria, rules, cluster } = covenant;
  const hidden = (key: SummaryColumn): ColumnSpec<SummaryColumn> => ({ key, width: 40, hidden: true });
  const printed: readonly (readonly [SummaryColumn, WidthKey])[] = [
    ['number', 'number'],
    ['unit', 'unit'],
    ...criteria.sections.map(({ code }) => [sectionColumn(code), 'section'] as const),
    ...(['standard', 'bonus', 'penalty', 'total', 'eligibility', 'rank'] as const).map((key) => [key, key] as const),
    ...(['class', 'title', 'sign'] as const).map((key) => [key, key] as const),
  ];
  const isHidden: Partial<Record<SummaryColumn, boolean>> = {
    class: rules.classes.length === 0,
    title: cluster.awards.length === 0,
    sign: !isSignedInRows(covenant),
  };
  const widths = sharedWidths(
    printed.filter(([key]) => isHidden[key] !== true).map(([, width]) => width),
    {
      section: Math.max(0, ...criteria.sections.map(({ standard }) => figureWidth(standard))),
      standard: figureWidth(criteria.scale),
      total: figureWidth(criteria.scale),
    },
  );
  return [
    ...printed.map(([key, width]) => (isHidden[key] ? hidden(key) : { key, width: widths(width) })),
    { key: 'explanation', width: 420 },
    hidden('rankedTotal'),
    hidden('rankedRank'),
    ...BESIDE,
  ];
}

const figureWidth = (points: Hundredths): number => widthFor(pointsText(toPoints(points)), { size: TABLE_SIZE });

/**
 * Points: what each column needs, for its figures where they are given, and the rest of the page to those that can use it. With so many
 * sections that the columns do not fit, the page is scaled.
 */
function sharedWidths(
  shown: readonly WidthKey[],
  figures: Readonly<Partial<Record<WidthKey, number>>>,
): (key: WidthKey) => number {
  const needed = (key: WidthKey): number => Math.max(mm(WIDTHS[key].needed), figures[key] ?? 0);
  const widths = new Map<WidthKey, number>(shown.map((key) => [key, needed(key)]));
  let left = PAGE_WIDTH - shown.reduce((sum, key) => sum + needed(key), 0);
  for (const round of [0, 1, 2] as const)
    for (const key of GROWING) {
      const [width, count] = [widths.get(key) ?? 0, shown.filter((one) => one === key).length];
      if (count === 0 || left <= 0) continue;
      const more = Math.max(0, Math.min(mm(WIDTHS[key].rounds[round]) - width, left / count));
      widths.set(key, width + more);
      left -= more * count;
    }
  const whole = (key: WidthKey): number => Math.floor((widths.get(key) ?? 0) / PIXEL) * PIXEL;
  const spare = left < 0 ? 0 : PAGE_WIDTH - shown.reduce((sum, key) => sum + whole(key), 0);
  return (key) => whole(key) + (key === 'unit' ? spare : 0);
}

/** `halves` are those of the printed columns. */
export function presentLooks(covenant: Covenant, halves: Looks['halves']): Looks {
  return {
    printed: ['number', 'sign'],
    beside: ['explanation', 'vote'],
    record: ['reason', 'basis', 'decidedOn', 'decidedBy', 'vote'],
    halves,
    filled: [
      ['rank', 'class'],
      ['rankWithoutDeferred', 'rankWithoutDeferred'],
    ],
    headingHeight: 27,
    rowHeight: isSignedInRows(covenant) ? UNIT_ROW_HEIGHT : LOW_ROW_HEIGHT,
    sizes: {
      heading: TABLE_SIZE,
      beside: 9,
      figure: TABLE_SIZE,
      decision: TABLE_SIZE,
      record: 9,
      explanation: 9,
      title: TABLE_SIZE,
    },
  };
}
