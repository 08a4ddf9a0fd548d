/** The hidden copy of the covenant as a plan: what is entered on *Giao ước* and, below it, on *Tiêu chí*. */
import type { Covenant } from '../../covenant/covenant';
import { isSection, type Node } from '../../covenant/criteria';
import { checksum, fingerprint } from '../../covenant/fingerprint';
import { readSheetKey } from '../../spreadsheet/keys';
import type { PlanCell, SheetPlan } from '../../spreadsheet/plan';
import { keyedSheet } from '../../spreadsheet/reading';
import { type KeyedSheet, shownText } from '../../spreadsheet/snapshot';
import { covenantPlan } from '../covenant/plan';
import type { CriteriaColumn } from '../criteria/layout';
import { criteriaPlan } from '../criteria/plan';
import { bytesOfCells, storePlan } from '../shared/store';

/**
 * Twelve hexadecimal digits over the whole covenant but for the wording of its criteria, which units' sheets show: the base has them in
 * the place of a unit.
 */
export function covenantChecksum({ cluster, criteria, rules }: Covenant): string {
  const { sections, bonuses, penalties, ...rest } = criteria;
  return checksum([cluster, rest, [sections, bonuses, penalties].map((nodes) => nodes.map(untitled)), rules]);
}

function untitled(node: Node): unknown {
  return isSection(node) ? { ...node, title: '', children: node.children.map(untitled) } : { ...node, title: '' };
}

/**
 * Two sheets, one below the other: each row is one text, so that an insertion sends little more for it. Labels of fields are left out,
 * and the wording of the criteria.
 */
export function basePlan(covenant: Covenant, name: string): SheetPlan {
  const criteria = criteriaPlan(covenant.criteria, name).cells;
  const titles = (criteria[0] ?? []).indexOf(TITLE);
  const rows = [
    ...covenantPlan(covenant, name).cells.map((line) => line.map((cell, at) => (isLabel(line, at) ? null : cell))),
    ...criteria.map((line) => line.map((cell, at) => (line[0] === null && at === titles ? null : cell))),
  ].flatMap((line) => {
    const text = rowText(line);
    return text === '' ? [] : [[null, text]];
  });
  const key = { type: 'base', unit: covenantChecksum(covenant), version: fingerprint(covenant) };
  return storePlan([[], ...rows], { name, key, bytes: bytesOfCells(rows) });
}

const TITLE: CriteriaColumn = 'title';
/** How many columns of *Giao ước* the label of a field takes, that of the keys not among them. */
const LABEL_COLUMNS = 3;

function isLabel([key]: readonly PlanCell[], column: number): boolean {
  return typeof key === 'string' && key.startsWith('field:') && column >= 1 && column <= LABEL_COLUMNS;
}

/** Cells with a bar between them, numbers after a sharp; formulas are left out. */
function rowText(line: readonly PlanCell[]): string {
  const texts = line.map((cell) => {
    if (cell === null || typeof cell === 'object') return '';
    if (typeof cell === 'number') return `#${cell}`;
    return cell.replaceAll('~', '~0').replaceAll('|', '~1').replace(/^#/, '~2');
  });
  return texts.join('|').replace(/\|+$/, '');
}

function cellsOf(text: string): (string | number)[] {
  const signs: Readonly<Record<string, string>> = { '~0': '~', '~1': '|', '~2': '#' };
  return text
    .split('|')
    .map((one) => (one.startsWith('#') ? Number(one.slice(1)) : one.replace(/~[012]/g, (sign) => signs[sign] ?? sign)));
}

/**
 * *Giao ước* and *Tiêu chí* as they stand in the copy; null where only its corner was read, and where one is not whole. `titleOf` gives
 * the wording of a criterion by its code.
 */
export function sheetsOfBase(
  { snapshot: { values, name } }: KeyedSheet<string>,
  titleOf: (code: string) => string,
): { covenantSheet: KeyedSheet<string>; criteriaSheet: KeyedSheet<string> } | null {
  const rows = values.slice(1).map((line) => cellsOf(shownText(line[1])));
  const rowOf = (type: string): number => rows.findIndex(([key]) => readSheetKey(key)?.type === type);
  const [first, second] = [rowOf('covenant'), rowOf('criteria')];
  if (first < 0 || second < first) return null;
  const heads = rows[second] ?? [];
  const [code, title] = [heads.indexOf(CODE), heads.indexOf(TITLE)];
  const criteria = rows.slice(second).map((line) => {
    const named = shownText(line[code]);
    return line[0] === '' && named !== '' ? line.with(title, titleOf(named)) : line;
  });
  const sheetOf = (cells: readonly (readonly unknown[])[]): KeyedSheet<string> | null =>
    keyedSheet({ id: '', name, protected: true, pages: null, values: cells, formulas: null, numberFormats: [] });
  const [covenantSheet, criteriaSheet] = [sheetOf(rows.slice(first, second)), sheetOf(criteria)];
  return covenantSheet && criteriaSheet && { covenantSheet, criteriaSheet };
}

const CODE: CriteriaColumn = 'code';
