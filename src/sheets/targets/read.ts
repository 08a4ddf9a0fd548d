/** What is wrong with the table of targets itself: rows, columns, protection. Its entries are checked with those of each unit. */
import type { Covenant } from '../../covenant/covenant';
import { finding, type Finding } from '../../covenant/findings';
import { checkProtection } from '../shared/checkFormulas';
import type { TargetsColumn } from '../shared/columns';
import { targetColumn } from '../shared/sheetRefs';
import { doubledRows } from '../shared/strayedKeys';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { rowKey } from '../../spreadsheet/keys';
import { targetLines } from './layout';
import { targetsWords } from './plan';

/** Findings of the sheet as a whole. */
export function checkTargetsSheet(covenant: Covenant, sheet: KeyedSheet<TargetsColumn>): Finding[] {
  const whole = { sheet: sheet.snapshot.name, cell: null };
  return [
    ...missingTargetColumns(covenant, sheet).map((column) => finding('column-missing', whole, { column })),
    ...checkRows(covenant, sheet),
    ...checkProtection(sheet),
  ];
}

/** The codes of criteria whose targets have no column. */
export function missingTargetColumns(
  { criteria }: Pick<Covenant, 'criteria'>,
  { layout }: KeyedSheet<TargetsColumn>,
): string[] {
  return targetLines(criteria)
    .map(({ line }) => line.code)
    .filter((code) => layout.column(targetColumn(code)) === undefined);
}

function checkRows(covenant: Covenant, sheet: KeyedSheet<TargetsColumn>): Finding[] {
  const { units } = covenant.cluster;
  const missing = units
    .filter((unit) => sheet.layout.row(rowKey.unit(unit.id)) === undefined)
    .map((unit) => finding('row-missing', { sheet: sheet.snapshot.name, cell: null }, { row: unit.name }));
  const nameOf = (key: string): string | null =>
    key.startsWith(rowKey.unit('')) ? (units.find(({ id }) => rowKey.unit(id) === key)?.name ?? key) : null;
  return [...missing, ...doubledRows(sheet, nameOf, () => targetsWords(covenant))];
}
