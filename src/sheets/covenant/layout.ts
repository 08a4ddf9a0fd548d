/** The rows and columns of *Giao ước*, by key. Its tables share the columns of the sheet, so these have neutral keys. */
import type { ColumnSpec } from '../../spreadsheet/draft';
import { FIELD_COLUMN } from '../shared/columns';
import { END_KEY, rowKey, type RowKey } from '../../spreadsheet/keys';

/** The stored keys; code names a column by the field of a table, as in `UNITS.columns.id`. */
export type CovenantColumn = `c${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}`;

/** Together as wide as a landscape page: 714 points. */
export const COVENANT_COLUMNS: readonly ColumnSpec<CovenantColumn>[] = [
  { key: 'c1', width: 28 },
  { key: 'c2', width: 76 },
  { key: 'c3', width: 130 },
  { key: 'c4', width: 150 },
  { key: 'c5', width: 60 },
  { key: 'c6', width: 62 },
  { key: 'c7', width: 60 },
  { key: 'c8', width: 50 },
  { key: 'c9', width: 56 },
  { key: 'c10', width: 42 },
];

export const FIRST_COLUMN = 'c1';
export const LAST_COLUMN = 'c10';
/** The last column of the labels of fields. */
export const LABEL_END = 'c3';
/** The column that holds what is entered in a field. */
export const VALUE_COLUMN = FIELD_COLUMN;

export const CLUSTER_FIELDS = [
  'title',
  'id',
  'type',
  'superior',
  'source',
  'convener',
  'period.title',
  'period.signed',
  'period.signedBy',
  'period.reportedBy',
  'period.targetsBy',
  'period.from',
  'period.to',
  'period.handIn',
  'period.meeting',
  'period.meetingTo',
  'period.resultsBy',
  'paper.issuer',
  'paper.place',
  'paper.basis',
  'paper.opening',
  'paper.unitSigner',
  'paper.clusterSigner',
  'paper.preparedBy',
  'paper.recipients',
  'paper.unitForm',
] as const;
export type ClusterField = (typeof CLUSTER_FIELDS)[number];
export const DAY_FIELDS = [
  'signed',
  'signedBy',
  'reportedBy',
  'targetsBy',
  'from',
  'to',
  'handIn',
  'meeting',
  'meetingTo',
  'resultsBy',
] as const;
export const PAPER_FIELDS = [
  'issuer',
  'place',
  'basis',
  'opening',
  'unitSigner',
  'clusterSigner',
  'preparedBy',
  'recipients',
] as const;

/** As many as `MAX_TIE_BREAKS`. */
export const TIE_BREAK_FIELDS = [
  'rules.tieBreak1',
  'rules.tieBreak2',
  'rules.tieBreak3',
  'rules.tieBreak4',
  'rules.tieBreak5',
] as const;
export const RULE_FIELDS = [
  'rules.bonusCap',
  'rules.penaltyCap',
  'rules.totalCap',
  'rules.floorAtZero',
  'rules.classes',
  'rules.classificationCap',
  'rules.deviation',
  ...TIE_BREAK_FIELDS,
  'rules.lateLine',
  'rules.lateBy',
] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

/** A table of *Giao ước*: rows between its header and its end, which staff may add and delete. */
export interface Table<F extends string> {
  /** The name of the field row above it that holds its heading. */
  heading: 'unitsHeading' | 'titlesHeading' | 'conditionsHeading' | 'casesHeading';
  /** Row keys. */
  header: RowKey;
  end: RowKey;
  /** Rows left free. */
  spare: number;
  /** Where each field is, from left to right without a gap; the first column numbers the rows and is not read. */
  columns: Readonly<Record<F, CovenantColumn>>;
  /** Fields that sheets of earlier versions lack: read only where the header row has a heading for them. */
  later?: readonly F[];
}

export const UNITS = {
  heading: 'unitsHeading',
  header: 'header:units',
  end: END_KEY,
  spare: 10,
  columns: {
    number: 'c1',
    id: 'c2',
    name: 'c3',
    fullName: 'c4',
    role: 'c5',
    registered: 'c6',
    handedIn: 'c7',
    barred: 'c8',
  },
} as const satisfies Table<string>;

export const AWARDS = {
  heading: 'titlesHeading',
  header: 'header:titles',
  end: 'end:titles',
  spare: 5,
  columns: {
    number: 'c1',
    id: 'c2',
    name: 'c3',
    basis: 'c4',
    quota: 'c5',
    of: 'c6',
    rounding: 'c7',
    least: 'c8',
    among: 'c9',
    votes: 'c10',
  },
} as const satisfies Table<string>;

export const CONDITIONS = {
  heading: 'conditionsHeading',
  header: 'header:conditions',
  end: 'end:conditions',
  spare: 8,
  columns: {
    number: 'c1',
    title: 'c2',
    text: 'c3',
    basis: 'c4',
    id: 'c5',
    measure: 'c6',
    least: 'c7',
    most: 'c8',
    line: 'c9',
  },
  later: ['line'],
} as const satisfies Table<string>;

export const CASES = {
  heading: 'casesHeading',
  header: 'header:cases',
  end: 'end:cases',
  spare: 5,
  columns: { number: 'c1', eligibility: 'c2', text: 'c3', basis: 'c4' },
} as const satisfies Table<string>;

/** From top to bottom, with how many rows each needs. */
const TABLES = { units: UNITS, titles: AWARDS, conditions: CONDITIONS, cases: CASES };
export type TableRows = Readonly<Record<keyof typeof TABLES, number>>;

export function covenantRowKeys(rows: TableRows): (RowKey | null)[] {
  const table = (name: keyof typeof TABLES): (RowKey | null)[] => {
    const { heading, header, spare, end } = TABLES[name];
    return [rowKey.field(heading), header, ...Array.from({ length: rows[name] + spare }, () => null), end];
  };
  return [
    null,
    rowKey.field('heading'),
    rowKey.field('hint'),
    ...CLUSTER_FIELDS.map(rowKey.field),
    rowKey.field('rulesHeading'),
    ...RULE_FIELDS.map(rowKey.field),
    ...table('units'),
    ...table('titles'),
    ...table('conditions'),
    ...table('cases'),
  ];
}
