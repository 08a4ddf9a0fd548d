/** The documents that are made on demand, each a function from what was read to the plans of its sheets. */
import type { Covenant } from '../covenant/covenant';
import { fingerprint } from '../covenant/fingerprint';
import { finding } from '../covenant/findings';
import { paper } from '../locales/paper';
import { missingColumns } from '../sheets/charts/formulas';
import { hasPlaces } from '../sheets/charts/layout';
import { chartsPlan, drawnUnits } from '../sheets/charts/plan';
import { detailParts, detailPlan, unitColumn } from '../sheets/detail/plan';
import type { KeyedSheet } from '../sheets/image';
import { judge, type Judgement } from '../sheets/judge';
import { DOCUMENT_TYPES, type DocumentType } from '../sheets/keys';
import { minutesChecksum, minutesPlan } from '../sheets/minutes/plan';
import type { SheetPlan } from '../sheets/plan';
import { clusterRefs, unitRefs, type WorkbookReading } from '../sheets/workbook';
import { done, type Outcome, refused } from './outcome';

/** What a document is made from; both are there before one is begun. */
export interface Material {
  covenant: Covenant;
  summary: KeyedSheet;
  reading: WorkbookReading;
}

/** A document's sheets; `take` gives each a name that is free. Or what keeps it from being made. */
type Draw = (material: Material, take: () => string) => Outcome<SheetPlan[]>;

export const DOCUMENTS: Readonly<Record<DocumentType, Draw>> = {
  minutes: drawMinutes,
  detail: drawDetail,
  charts: drawCharts,
};

/** The kinds that say something else than the workbook does by now; what refers to live cells does so only by its layout. */
export function outdatedDocuments(covenant: Covenant, reading: WorkbookReading, judgement: Judgement): DocumentType[] {
  const { documents, summary } = reading;
  const version = fingerprint(covenant);
  const { ranking } = judgement;
  const differs: Record<DocumentType, () => boolean> = {
    minutes: () =>
      ranking !== null &&
      documents.minutes.some(({ key }) => key.unit !== minutesChecksum({ covenant, reading, judgement, ranking })),
    detail: () =>
      !covenant.cluster.units.every(({ id }) =>
        documents.detail.some(({ layout }) => layout.column(unitColumn(id)) !== undefined),
      ),
    charts: () =>
      summary !== null &&
      documents.charts.some(({ layout }) => !hasPlaces(layout, drawnUnits(covenant, summary).length)),
  };
  return DOCUMENT_TYPES.filter((kind) => {
    const sheets = documents[kind];
    return sheets.length > 0 && (sheets.some(({ key }) => key.version !== version) || differs[kind]());
  });
}

function drawMinutes({ covenant, reading }: Material, take: () => string): Outcome<SheetPlan[]> {
  const judgement = judge(reading);
  const { ranking, findings } = judgement;
  if (ranking === null) return refused(findings);
  const before = reading.documents.minutes[0] ?? null;
  return done([minutesPlan({ covenant, reading, judgement, ranking }, take(), before)]);
}

function drawDetail({ covenant, reading }: Material, take: () => string): Outcome<SheetPlan[]> {
  const { units } = covenant.cluster;
  const missing = units.filter(({ id }) => !reading.unitSheets.has(id));
  if (missing.length > 0) return refused(missing.map(({ name }) => finding('sheet-missing', null, { unit: name })));
  const refs = { units: unitRefs(reading, units), summary: clusterRefs(reading).summary };
  const of = detailParts(units.length);
  return done(
    Array.from({ length: of }, (_, index) => detailPlan(covenant, refs, { name: take(), part: index + 1, of })),
  );
}

function drawCharts({ covenant, summary }: Material, take: () => string): Outcome<SheetPlan[]> {
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
  return done([chartsPlan(covenant, ref, units, take())]);
}
