/** Fit pages: rows as high as what has been written in them, and pages broken anew; no value is changed. */
import type { Covenant } from '../covenant/covenant';
import { applyChanges } from '../excel/apply';
import { readWorkbookSnapshot } from '../excel/read';
import { editOf } from '../spreadsheet/edit';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import type { SheetFit } from '../spreadsheet/plan';
import type { Task } from '../spreadsheet/task';
import { summaryFit } from '../sheets/summary/plan';
import { awardsFit } from '../sheets/awards/plan';
import { unitFit } from '../sheets/unit/plan';
import { clusterRefs, readWorkbook, type CovenantWorkbook } from '../workbook/covenantWorkbook';
import { reportStep } from './begin';
import { done, type Outcome, type Progress, refused } from './outcome';
import { runInSlices } from './progress';

export interface FitResult {
  /** Names, in the order of the papers. */
  fitted: string[];
  /** Sheets whose rows or columns were moved by hand: they are left as they are. */
  left: string[];
}

/**
 * Fits the units' sheets, the summary and the titles. Neither Excel nor LibreOffice makes rows of a set height higher as
 * people write. Refused where the covenant cannot be used; throws ExcelFailure.
 */
export async function fitPages(progress: Progress = {}): Promise<Outcome<FitResult>> {
  reportStep(progress, 'reading');
  const snapshot = await readWorkbookSnapshot();
  reportStep(progress, 'deciding');
  const reading = readWorkbook(snapshot);
  const { covenant, findings } = reading;
  if (covenant === null) return refused(findings);
  const fits = await runInSlices(fitting(covenant, reading), progress, 'deciding');
  reportStep(progress, 'writing');
  await applyChanges(
    fits.flatMap(({ sheet, fit }) => (fit === null ? [] : [editOf(sheet, [], { fit })])),
    snapshot.all.map(({ id }) => id),
  );
  const names = (wanted: (fit: SheetFit | null) => boolean): string[] =>
    fits.filter(({ fit }) => wanted(fit)).map(({ sheet }) => sheet.snapshot.name);
  return done({ fitted: names((fit) => fit !== null), left: names((fit) => fit === null) });
}

interface Fit {
  sheet: KeyedSheet;
  fit: SheetFit | null;
}

function* fitting(covenant: Covenant, reading: CovenantWorkbook): Task<Fit[]> {
  const { units } = covenant.cluster;
  const { unitSheets, summary, titles } = reading;
  const refs = clusterRefs(reading);
  const fits: Fit[] = [];
  for (const [index, unit] of units.entries()) {
    const sheet = unitSheets.get(unit.id);
    if (sheet) fits.push({ sheet, fit: unitFit(covenant, unit, sheet, refs) });
    yield { done: index + 1, of: units.length };
  }
  if (summary) fits.push({ sheet: summary, fit: summaryFit(covenant, summary, 'all') });
  if (titles) fits.push({ sheet: titles, fit: awardsFit(covenant, titles, 'all') });
  return fits;
}
