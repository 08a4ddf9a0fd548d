/** The documents that are made on demand, each a function from what was read to the plan of a sheet. */
import type { Covenant } from '../covenant/covenant';
import { finding } from '../covenant/findings';
import { paper } from '../locales/paper';
import { chartsPlan, drawnUnits } from '../sheets/charts/plan';
import { missingColumns } from '../sheets/charts/formulas';
import type { KeyedSheet } from '../sheets/image';
import type { DocumentType } from '../sheets/keys';
import type { SheetPlan } from '../sheets/plan';
import type { WorkbookReading } from '../sheets/workbook';
import { done, type Outcome, refused } from './outcome';

/** What a document is made from; both are there before one is begun. */
export interface Material {
  covenant: Covenant;
  summary: KeyedSheet;
  reading: WorkbookReading;
}

/** The plan under the given name, or what keeps it from being made. */
type Draw = (material: Material, name: string) => Outcome<SheetPlan>;

export const DOCUMENTS: Readonly<Record<DocumentType, Draw>> = { charts: drawCharts };

function drawCharts({ covenant, summary }: Material, name: string): Outcome<SheetPlan> {
  const place = { sheet: summary.image.name, cell: null };
  const ref = { sheet: summary.image.name, layout: summary.layout };
  const titles: Readonly<Record<string, string>> = paper.summary.columns;
  const missing = missingColumns(covenant.criteria, ref).map((key) =>
    finding('column-missing', place, { column: titles[key] ?? key.replace(/^section:/, '') }),
  );
  if (missing.length > 0) return refused(missing);
  const units = drawnUnits(covenant, ref);
  if (units.length === 0)
    return refused(covenant.cluster.units.map((unit) => finding('summary-row-missing', place, { unit: unit.name })));
  return done(chartsPlan(covenant, ref, units, name));
}
