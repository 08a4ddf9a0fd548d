/** Fit pages: rows as high as what has been written in them, and pages broken anew; no value is changed. */
import type { Covenant } from '../covenant/covenant';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import type { SheetFit } from '../spreadsheet/change';
import type { Task } from '../spreadsheet/task';
import { summaryFit } from '../sheets/summary/plan';
import { awardsFit } from '../sheets/awards/plan';
import { unitFit } from '../sheets/unit/plan';
import { clusterRefs, type CovenantWorkbook } from './covenantWorkbook';

/** A sheet with its fit; null where its rows or columns were moved by hand: it is left as it is. */
export interface FittedSheet {
  sheet: KeyedSheet;
  fit: SheetFit | null;
}

/**
 * Fits the units' sheets, the summary and the awards, in the order of the papers. Neither Excel nor LibreOffice makes rows of
 * a set height higher as people write.
 */
export function* fitSheets(covenant: Covenant, reading: CovenantWorkbook): Task<FittedSheet[]> {
  const { units } = covenant.cluster;
  const { unitSheets, summary, titles } = reading;
  const refs = clusterRefs(reading);
  const fits: FittedSheet[] = [];
  for (const [index, unit] of units.entries()) {
    const sheet = unitSheets.get(unit.id);
    if (sheet) fits.push({ sheet, fit: unitFit(covenant, unit, sheet, refs) });
    yield { done: index + 1, of: units.length };
  }
  if (summary) fits.push({ sheet: summary, fit: summaryFit(covenant, summary, 'all') });
  if (titles) fits.push({ sheet: titles, fit: awardsFit(covenant, titles, 'all') });
  return fits;
}
