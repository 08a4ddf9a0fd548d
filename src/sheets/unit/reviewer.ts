/** Who reviews a unit's sheet: the cell that says it read, and what is wrong with it. */
import { type RawCell, isBlank, textOf } from '../../covenant/cell';
import type { Cluster, Covenant, Unit } from '../../covenant/covenant';
import type { FindingData } from '../../covenant/findingData';
import { finding, type Finding } from '../../covenant/findings';
import { type NameList, nameList, namesOf, readNames, type UnitName } from '../../covenant/namedUnits';
import { resemblanceKey } from '../../covenant/names';
import type { Stage } from '../../scoring/entries';
import type { UnitColumn } from '../shared/columns';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { REVIEWER_KEY, STAGE_COLUMN } from './layout';
import { words } from './words';

/** Whom a text names as the reviewer of a unit's sheet. What is not understood to the last word leaves it unknown. */
export type Reviewer = 'another' | 'itself' | 'nobody' | 'unknown';

const known = new WeakMap<Cluster, NameList>();

export function reviewerIn(text: string, cluster: Cluster, unit: Unit): Reviewer {
  if (text === '') return 'nobody';
  const names = known.get(cluster) ?? nameList([...namesOf(cluster.units), ...rolesOf(cluster)]);
  known.set(cluster, names);
  const { units, rest } = readNames(text, names);
  const keys = rest.map(resemblanceKey);
  if (units.includes(unit.id) || keys.includes(ITSELF)) return 'itself';
  const isUnderstood = units.length > 0 && !units.includes('') && keys.every((key) => BESIDE_NAMES.has(key));
  return isUnderstood ? 'another' : 'unknown';
}

const ITSELF = resemblanceKey(words.reviewers.itself);
const BESIDE_NAMES: ReadonlySet<string> = new Set(words.reviewers.besideNames.split(' ').map(resemblanceKey));

/** The head and the deputy by their roles; a role that nobody has is a name of no unit. */
function rolesOf(cluster: Cluster): UnitName[] {
  return (['head', 'deputy'] as const).flatMap((role) =>
    words.reviewers[role].map((name) => ({ unit: cluster[role], name, isFormer: false })),
  );
}

/**
 * No unit reviews its own sheet; who reviews is one of the cluster's units. Asked only where there is a head. As long as nothing says who
 * reviewed a sheet, or not clearly, one that is agreed counts as its own review, and so do reviewed points on the head's.
 */
export function checkReviewer(
  { cluster }: Covenant,
  unit: Unit,
  sheet: KeyedSheet<UnitColumn>,
  stage: Stage | null,
): Finding[] {
  const cell = keyedCell(sheet, REVIEWER_KEY, STAGE_COLUMN);
  if (cell === null || !cluster.units.some(({ id }) => id === cluster.head)) return [];
  const isHead = unit.id === cluster.head;
  const text = textOf(cell);
  const own = (by: FindingData['own-review']['by']): Finding =>
    finding('own-review', cell.place, { unit: unit.name, reviewer: text, by, isHead });
  const by = reviewerIn(text, cluster, unit);
  if (by === 'another') return [];
  if (by === 'itself') return [own(by)];
  const counts = stage === 'agreed' || areAgreed(sheet) || (isHead && isReviewed(sheet));
  return [finding('reviewer-unknown', cell.place, { unit: unit.name, value: text }), ...(counts ? [own(by)] : [])];
}

function isReviewed(sheet: KeyedSheet<UnitColumn>): boolean {
  return cellsOfLines(sheet, 'reviewed').some((cell) => !isBlank(cell));
}

/** All lines, one by one. */
function areAgreed(sheet: KeyedSheet<UnitColumn>): boolean {
  const agreed = cellsOfLines(sheet, 'agreed');
  return agreed.length > 0 && agreed.every((cell) => !isBlank(cell));
}

function cellsOfLines(sheet: KeyedSheet<UnitColumn>, column: UnitColumn): RawCell[] {
  return sheet.rows.flatMap(({ key }) => (key.startsWith('line:') ? (keyedCell(sheet, key, column) ?? []) : []));
}
