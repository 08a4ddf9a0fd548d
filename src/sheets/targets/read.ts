/** What is wrong with the table of targets itself: rows, columns, protection. Its entries are checked with those of each unit. */
import type { Covenant } from '../../covenant/covenant';
import { finding, type Finding } from '../../covenant/findings';
import { checkProtection } from '../shared/checkFormulas';
import type { TargetsColumn } from '../shared/columns';
import { targetColumn } from '../shared/sheetRefs';
import { type KeyedSheet, placeOf } from '../../spreadsheet/snapshot';
import { rowKey } from '../../spreadsheet/keys';
import { targetLines } from './layout';

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

function checkRows({ cluster }: Covenant, { snapshot, layout, rows }: KeyedSheet<TargetsColumn>): Finding[] {
  const missing = cluster.units
    .filter((unit) => layout.row(rowKey.unit(unit.id)) === undefined)
    .map((unit) => finding('row-missing', { sheet: snapshot.name, cell: null }, { row: unit.name }));
  const name = (key: string): string => cluster.units.find((unit) => rowKey.unit(unit.id) === key)?.name ?? key;
  const doubled = rows.flatMap(({ key, row }) => {
    const first = layout.row(key);
    return key.startsWith(rowKey.unit('')) && first !== undefined && first !== row
      ? [finding('row-doubled', placeOf(snapshot, row, 0), { row: name(key), other: String(first + 1) })]
      : [];
  });
  return [...missing, ...doubled];
}
