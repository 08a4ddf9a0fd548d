/** The columns of the summary as earlier builds made it: such a table is read, checked and updated as it stands. */
import type { Covenant } from '../../covenant/covenant';
import type { ColumnSpec } from '../../spreadsheet/draft';
import type { SummaryColumn } from '../shared/columns';
import { type Looks, sectionColumn, UNIT_ROW_HEIGHT } from './layout';

/** Points: what fits between the margins of a landscape A4 page. */
const PAGE_WIDTH = 714;
const SECTION_WIDTH = { min: 36, max: 60 };
const EXPLANATION_WIDTH = 104;

/** What is printed left and right of the sections. */
const FIRST: readonly ColumnSpec<SummaryColumn>[] = [
  { key: 'number', width: 22 },
  { key: 'unit', width: 72 },
];
const AFTER_SECTIONS: readonly ColumnSpec<SummaryColumn>[] = [
  { key: 'standard', width: 38 },
  { key: 'bonus', width: 34 },
  { key: 'penalty', width: 34 },
  { key: 'total', width: 40 },
  { key: 'eligibility', width: 40 },
  { key: 'reason', width: 50 },
  { key: 'rank', width: 30 },
  { key: 'rankWithoutDeferred', width: 38 },
];
const BESIDE: readonly ColumnSpec<SummaryColumn>[] = [
  { key: 'missing', width: 44 },
  { key: 'stage', width: 58 },
  { key: 'basis', width: 110 },
  { key: 'decidedOn', width: 64 },
  { key: 'decidedBy', width: 100 },
  { key: 'vote', width: 56 },
];

/** Those that are shown or hold what ranking has written, from the left. */
export function formerColumns({ criteria, rules, cluster }: Covenant): ColumnSpec<SummaryColumn>[] {
  const hidden = (key: SummaryColumn): ColumnSpec<SummaryColumn> => ({ key, width: 40, hidden: true });
  const unless = (wanted: boolean): { hidden?: boolean } => (wanted ? {} : { hidden: true });
  const classColumn: ColumnSpec<SummaryColumn> = { key: 'class', width: 44, ...unless(rules.classes.length > 0) };
  const title: ColumnSpec<SummaryColumn> = { key: 'title', width: 62, ...unless(cluster.awards.length > 0) };
  const others = [...FIRST, ...AFTER_SECTIONS, classColumn, title].filter((one) => !one.hidden);
  const left = PAGE_WIDTH - others.reduce((sum, { width }) => sum + width, 0);
  const { min, max } = SECTION_WIDTH;
  const shared = Math.floor((left - EXPLANATION_WIDTH) / criteria.sections.length);
  const width = Math.max(min, Math.min(max, shared));
  return [
    ...FIRST,
    ...criteria.sections.map((section) => ({ key: sectionColumn(section.code), width })),
    ...AFTER_SECTIONS,
    classColumn,
    { key: 'explanation', width: Math.max(EXPLANATION_WIDTH, left - width * criteria.sections.length) },
    title,
    hidden('rankedTotal'),
    hidden('rankedRank'),
    ...BESIDE,
  ];
}

export const FORMER_LOOKS: Looks = {
  printed: ['number', 'title'],
  beside: ['missing', 'vote'],
  record: ['basis', 'decidedOn', 'decidedBy', 'vote'],
  halves: { left: ['number', 'penalty'], right: ['total', 'title'] },
  filled: [['rank', 'class']],
  headingHeight: 48,
  rowHeight: UNIT_ROW_HEIGHT,
  sizes: { heading: 8, beside: 8, figure: 10, decision: 10, record: 10, explanation: 8, title: 8 },
};
