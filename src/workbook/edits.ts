/** Cells to be written into sheets that exist, put together sheet by sheet. */
import type { Fix } from '../covenant/findings';
import { protectionOf } from '../sheets';
import { type CellPatch, type Change, editOf } from '../spreadsheet/change';
import { parseAddress, type PlanCell } from '../spreadsheet/plan';
import type { KeyedSheet } from '../spreadsheet/snapshot';

/** Cells to be written, sheet by sheet: each sheet is edited once. */
export class Edits {
  private readonly patches = new Map<KeyedSheet<string>, CellPatch[]>();

  add(sheet: KeyedSheet<string>, patches: readonly CellPatch[]): void {
    if (patches.length > 0) this.patches.set(sheet, [...(this.patches.get(sheet) ?? []), ...patches]);
  }

  /** Corrections of sheets among those given. */
  fix(sheets: readonly KeyedSheet<string>[], fixes: readonly Fix[]): void {
    for (const { sheet: name, cell, put } of fixes) {
      const sheet = sheets.find(({ snapshot }) => snapshot.name === name);
      if (sheet) this.add(sheet, [{ ...parseAddress(cell), cells: [[cellOf(put)]] }]);
    }
  }

  changes(): Change[] {
    return [...this.patches].map(([sheet, patches]) => editOf(sheet, patches, { protection: protectionOf(sheet) }));
  }

  /** How many cells are written. */
  count(): number {
    const cells = [...this.patches.values()].flat().flatMap((patch) => patch.cells.flat());
    return cells.filter((cell) => cell !== undefined).length;
  }
}

/** What a correction puts into its cell. */
function cellOf(put: Fix['put']): PlanCell {
  if ('number' in put) return put.number;
  return 'text' in put ? put.text : { formula: put.formula };
}
