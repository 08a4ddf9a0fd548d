/** Fix: puts the value or formula a finding offers into its cell, for one finding or many, in one round trip. */
import type { Finding, Fix } from '../covenant/findings';
import { applyChanges } from '../excel/apply';
import { readWorkbookSnapshot } from '../excel/read';
import { keyedSheets, type KeyedSheet } from '../spreadsheet/snapshot';
import { parseAddress, type Change, type PlanCell } from '../spreadsheet/plan';
import { currentCells } from '../spreadsheet/inverse';
import { reportStep } from './begin';
import type { Progress } from '../workbook/outcome';
import { protectionOf } from './protectionOf';
import type { CellUndo } from './undoLast';

export interface FixResult {
  /** Cells that were put right. */
  fixed: { sheet: string; cell: string }[];
  /** Cells of sheets that are no longer there under that name. */
  skipped: { sheet: string; cell: string }[];
  /** What stood in the cells that were put right, so that it can be put back. */
  undo: CellUndo[];
}

/** Applies the fixes of findings that have one; the others are left alone. Throws ExcelFailure, with everything taken back. */
export async function applyFixes(findings: readonly Finding[], progress: Progress = {}): Promise<FixResult> {
  reportStep(progress, 'reading');
  const snapshot = await readWorkbookSnapshot();
  reportStep(progress, 'deciding');
  const fixes = findings.flatMap((one) => (one.fix ? [one.fix] : []));
  const sheets = new Map(keyedSheets(snapshot).map((sheet) => [sheet.snapshot.name, sheet]));
  const changes = [...sheets].flatMap(([name, sheet]) => {
    const own = fixes.filter((fix) => fix.sheet === name);
    return own.length === 0 ? [] : [changeOf(sheet, own)];
  });
  reportStep(progress, 'writing');
  await applyChanges(
    changes,
    snapshot.all.map(({ id }) => id),
  );
  const cells = (known: boolean): { sheet: string; cell: string }[] =>
    fixes.filter((fix) => sheets.has(fix.sheet) === known).map(({ sheet, cell }) => ({ sheet, cell }));
  return { fixed: cells(true), skipped: cells(false), undo: undoOf(fixes, sheets) };
}

function undoOf(fixes: readonly Fix[], sheets: ReadonlyMap<string, KeyedSheet>): CellUndo[] {
  return fixes.flatMap(({ sheet, cell, put }): CellUndo[] => {
    const snapshot = sheets.get(sheet)?.snapshot;
    if (!snapshot) return [];
    const patch = { ...parseAddress(cell), cells: [[cellOf(put)]] };
    const before = currentCells(snapshot, [patch])[0]?.cells[0]?.[0] ?? null;
    return [{ sheet, cell, before, put: cellOf(put) }];
  });
}

function changeOf(sheet: KeyedSheet, fixes: readonly Fix[]): Change {
  const patches = fixes.map(({ cell, put }) => ({ ...parseAddress(cell), cells: [[cellOf(put)]] }));
  return {
    type: 'editSheet',
    sheetId: sheet.snapshot.id,
    protection: protectionOf(sheet),
    wasProtected: sheet.snapshot.protected,
    insertion: null,
    patches,
    undo: currentCells(sheet.snapshot, patches),
  };
}

function cellOf(put: Fix['put']): PlanCell {
  if ('number' in put) return put.number;
  return 'text' in put ? put.text : { formula: put.formula };
}
