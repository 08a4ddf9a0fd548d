/** Undo of sheets that a command has added: which of them are there, why they have to stay, and who refers to them. */
import { finding, type Finding } from '../covenant/findings';
import { definitionOf } from '../sheets';
import { address, parseAddress, quoteSheet } from '../spreadsheet/plan';
import { isOurs, keyedSheets, type SheetSnapshot, type WorkbookSnapshot } from '../spreadsheet/snapshot';
import { readWorkbook, usedSheets } from '../workbook/covenantWorkbook';
import { typedOn } from '../workbook/leftSheets';
import type { UndoStep } from './run';

/** A sheet that a step has added and that is still there; `read` is null where it no longer reads as a sheet of ours. */
export interface AddedSheet {
  step: UndoStep;
  sheet: WorkbookSnapshot['all'][number];
  read: SheetSnapshot | null;
}

/** By its id: another sheet may have its name by now. By name only where Excel never said the id, and then as what it is. */
export function addedSheet(step: UndoStep, { all, sheets }: WorkbookSnapshot): AddedSheet | null {
  if (step.inverse.type !== 'removeAdded') return null;
  const { name } = step.inverse;
  const sheet = all.find((one) => (step.sheetId === '' ? one.name === name : one.id === step.sheetId));
  const read = sheets.find((one) => one.id === sheet?.id && isOurs(one.values)) ?? null;
  if (!sheet || (step.sheetId === '' && read === null)) return null;
  return { step, sheet, read };
}

/**
 * Findings of added sheets that have to stay: by their cells, whatever the covenant has become. *Giao ước* and *Tiêu chí* are
 * in use as long as any unit has a sheet.
 */
export function sheetsInUse(
  added: readonly AddedSheet[],
  steps: readonly UndoStep[],
  workbook: WorkbookSnapshot,
): Finding[] {
  const changed = added.flatMap((one) => changedSince(one, steps) ?? []);
  const ids = new Set(added.map(({ sheet }) => sheet.id));
  const covenant = keyedSheets(workbook).filter(
    (sheet) => ids.has(sheet.snapshot.id) && definitionOf(sheet)?.scope === 'covenant',
  );
  const needed = covenant.length > 0 ? usedSheets(covenant, readWorkbook(workbook)) : [];
  const others = needed.filter(({ place }) => changed.every((one) => one.place?.sheet !== place?.sheet));
  return [...changed, ...others];
}

/** Another command may have written there as well, as a renaming does. What cannot be told is in use. */
function changedSince({ step: { change }, sheet, read }: AddedSheet, steps: readonly UndoStep[]): Finding | null {
  const place = { sheet: sheet.name, cell: null };
  const name = change.type === 'copySheet' ? change.of : change.type === 'addSheet' ? change.plan.name : null;
  const master = steps.find((step) => step.change.type === 'addSheet' && step.change.plan.name === name)?.change;
  if (read === null || master?.type !== 'addSheet')
    return finding('sheet-in-use', place, { sheet: sheet.name, why: 'unread', changed: [] });
  const all = typedOn(read, master.plan, change.type === 'copySheet' ? change.patches : []);
  return all.length === 0
    ? null
    : finding('sheet-in-use', place, { sheet: sheet.name, why: 'changed', changed: all.toSorted(keysLast) });
}

/** Cells of the hidden row and column of keys come last. */
function keysLast(one: string, other: string): number {
  const isKey = (cell: string): number => {
    const { row, column } = parseAddress(cell);
    return row === 0 || column === 0 ? 1 : 0;
  };
  return isKey(one) - isKey(other);
}

/**
 * Names of the sheets, other than those, whose formulas refer to one of them: Excel puts #REF! there. Cells in `restored` have other
 * contents by then.
 */
export function referringSheets(
  sheets: readonly SheetSnapshot[],
  removed: readonly string[],
  restored: readonly { sheet: string; cell: string }[],
): string[] {
  const known = new Set(restored.map(({ sheet, cell }) => `${sheet}!${cell}`));
  const signs = removed.flatMap((name) => [`${quoteSheet(name)}!`, `${name}!`]);
  const refers = (content: unknown): boolean =>
    typeof content === 'string' && content.startsWith('=') && signs.some((sign) => content.includes(sign));
  return sheets
    .filter(
      ({ name, formulas }) =>
        !removed.includes(name) &&
        (formulas ?? []).some((line, row) =>
          line.some((content, column) => refers(content) && !known.has(`${name}!${address(row, column)}`)),
        ),
    )
    .map(({ name }) => name);
}
