/** Which sheets hold something that a person entered, so that no command removes them. */
import { finding, type Finding } from '../covenant/findings';
import type { SheetEntries } from '../scoring/entries';
import { isBlank, type RawCell } from '../covenant/cell';
import { readUnit } from '../sheets/unit/read';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import type { CovenantWorkbook } from './covenantWorkbook';

/** Sheets that somebody has entered something on since: they are worth an evening. */
export function usedSheets(
  sheets: readonly KeyedSheet[],
  { covenant, targets, unitSheets }: CovenantWorkbook,
): Finding[] {
  return sheets.flatMap((sheet) => {
    const { snapshot, key } = sheet;
    const unit = covenant?.cluster.units.find(({ id }) => id === key.unit);
    const filled =
      key.type === 'unit'
        ? covenant !== null && unit !== undefined && isEntered(readUnit(covenant, unit, sheet, targets), snapshot.name)
        : key.type === 'targets' || key.type === 'titles'
          ? hasUnitEntries(sheet)
          : // The covenant's own sheets carry the units' sheets; the summary and what is made from it hold no entries.
            (key.type === 'covenant' || key.type === 'criteria') && unitSheets.size > 0;
    return filled ? [finding('sheet-in-use', { sheet: snapshot.name, cell: null }, { sheet: snapshot.name })] : [];
  });
}

/** Whether anything was typed on the unit's own sheet; a target may stand in the table of targets. */
function isEntered({ lines }: SheetEntries, sheet: string): boolean {
  const typed = (cell: RawCell | null): boolean => cell !== null && cell.place.sheet === sheet && !isBlank(cell);
  return [...lines.values()].some(({ figure, target, self, reviewed, agreed, evidence, note }) =>
    [figure, target, self, reviewed, agreed, evidence, note].some(typed),
  );
}

/** Whether anything stands in the rows of units beside what the sheet was made with: the key, the number, the name. */
function hasUnitEntries({ snapshot, rows, layout }: KeyedSheet): boolean {
  const made = new Set([0, layout.column('number'), layout.column('unit')]);
  return rows
    .filter(({ key }) => key.startsWith('unit:'))
    .some(({ row }) => (snapshot.values[row] ?? []).some((value, column) => !made.has(column) && value !== ''));
}
