/** Hidden sheets of values that the add-in reads on demand. */
import { LOCKED_PROTECTION } from '../../spreadsheet/draft';
import { CORNER, type SheetKey, writeSheetKey } from '../../spreadsheet/keys';
import type { PlanCell, SheetPlan } from '../../spreadsheet/plan';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { PAGE_MARGINS } from './letterhead';

/** Where the size does not stand beside the key: as much as one sheet of values may have. */
export const MAX_STORE_BYTES = 250_000;
/** Vietnamese letters take up to three bytes. */
export const BYTES_PER_LETTER = 1.25;

/** About how many bytes reading cells takes. */
export function bytesOfCells(cells: readonly (readonly PlanCell[])[]): number {
  return Math.ceil(JSON.stringify(cells).length * BYTES_PER_LETTER);
}

/**
 * Cells as a hidden sheet; the first row is the sheet's own. Beside the key of the sheet stands about how many bytes reading it
 * takes: so no more is asked for than Excel answers.
 */
export function storePlan(
  cells: readonly (readonly PlanCell[])[],
  { name, key, bytes }: { name: string; key: SheetKey; bytes: number },
): SheetPlan {
  const columns = Math.max(2, ...cells.map((line) => line.length));
  const whole = cells.map((line) => [...line, ...Array<null>(columns - line.length).fill(null)]);
  whole[0]?.splice(0, 2, writeSheetKey(key), bytes);
  const area = { row: 0, column: 0, rows: whole.length, columns };
  return {
    name,
    store: true,
    tabColor: null,
    cells: whole,
    fills: [],
    columnWidths: Array<number>(columns).fill(60),
    rowHeights: [],
    types: [],
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    styles: [],
    validations: [],
    conditionals: [],
    charts: [],
    freeze: { rows: 0, columns: 0 },
    page: {
      orientation: 'landscape',
      margins: PAGE_MARGINS,
      printArea: area,
      titleRows: null,
      breaks: [],
      footer: { left: '', right: '' },
      blackAndWhite: false,
    },
    protection: LOCKED_PROTECTION,
  };
}

/** The size that stands beside the key, in bytes. */
export function storeBytes({ snapshot, layout }: KeyedSheet<string>): number {
  const bytes = snapshot.values[layout.row(CORNER) ?? 0]?.[(layout.column(CORNER) ?? 0) + 1];
  return typeof bytes === 'number' && bytes > 0 ? bytes : MAX_STORE_BYTES;
}
