/** The rows and columns of *Giao ước*, by key. */
import type { ColumnSpec } from '../draft';
import { END_KEY, rowKey } from '../keys';

export const COVENANT_COLUMNS: readonly ColumnSpec[] = [
  { key: 'number', width: 30 },
  { key: 'id', width: 150 },
  { key: 'name', width: 130 },
  { key: 'fullName', width: 190 },
  { key: 'role', width: 90 },
];

export const UNITS_HEADER = 'header:units';
/** Rows left free for units to be added. */
export const SPARE_UNITS = 10;

export const CLUSTER_FIELDS = [
  'title',
  'id',
  'type',
  'superior',
  'source',
  'period.title',
  'period.signed',
  'period.targetsBy',
  'period.from',
  'period.to',
  'period.handIn',
  'period.meeting',
] as const;
export const DAY_FIELDS = ['signed', 'targetsBy', 'from', 'to', 'handIn', 'meeting'] as const;
export const RULE_FIELDS = ['rules.bonusCap', 'rules.totalCap', 'rules.floorAtZero'] as const;
/** The column that holds what is entered in a field. */
export const VALUE_COLUMN = 'name';

export function covenantRowKeys(units: number): (string | null)[] {
  return [
    null,
    rowKey.field('heading'),
    rowKey.field('hint'),
    ...CLUSTER_FIELDS.map(rowKey.field),
    rowKey.field('rulesHeading'),
    ...RULE_FIELDS.map(rowKey.field),
    rowKey.field('unitsHeading'),
    UNITS_HEADER,
    ...Array.from({ length: units + SPARE_UNITS }, () => null),
    END_KEY,
  ];
}
