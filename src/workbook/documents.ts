/** The documents that are made on demand, each a function from what was read to the plans of its sheets. */
import type { Covenant } from '../covenant/covenant';
import { fingerprint } from '../covenant/fingerprint';
import { finding } from '../covenant/findings';
import { paper } from '../locales/paper';
import { missingColumns } from '../sheets/charts/formulas';
import { hasPlaces } from '../sheets/charts/layout';
import { chartsPlan, drawnUnits } from '../sheets/charts/plan';
import { detailParts, detailPlan } from '../sheets/detail/plan';
import { unitColumn } from '../sheets/detail/table';
import { type KeyedSheet, keyedCell } from '../spreadsheet/snapshot';
import type { Evaluation } from './evaluate';
import { DOCUMENT_TYPES, type DocumentType, rowKey } from '../spreadsheet/keys';
import { minutesPlan, minutesVersion } from '../sheets/minutes/plan';
import type { SheetPlan } from '../spreadsheet/plan';
import type { Change } from '../spreadsheet/change';
import { sealing, sealObstacles } from './seal/sealing';
import { clusterRefs, unitRefs, type CovenantWorkbook } from './covenantWorkbook';
import { done, type Outcome, refused } from './outcome';

/** What a document is made from; both are there before one is begun. */
export interface Material {
  covenant: Covenant;
  summary: KeyedSheet;
  reading: CovenantWorkbook;
  evaluation: Evaluation;
  /** Today, YYYY-MM-DD. */
  today: string;
}

export interface Drawn {
  plans: SheetPlan[];
  /** Of sheets that stay, and speak of the document. */
  edits?: Change[];
}

/** A document's sheets; `take` gives each a name that is free, the document's own or one near to `wish`. Or what keeps it from being made. */
type Draw = (material: Material, take: (wish?: string) => string) => Outcome<Drawn>;

export const DOCUMENTS: Readonly<Record<DocumentType, Draw>> = {
  minutes: drawMinutes,
  detail: drawDetail,
  charts: drawCharts,
  seal: drawSeal,
};

/** The kinds that say something else than the workbook does by now; what refers to live cells does so only by its layout. */
export function outdatedDocuments(
  covenant: Covenant,
  reading: CovenantWorkbook,
  evaluation: Evaluation,
): DocumentType[] {
  const { documents, summary } = reading;
  const version = fingerprint(covenant);
  const { ranking } = evaluation;
  const older = (kind: DocumentType, than: string): boolean => documents[kind].some(({ key }) => key.version !== than);
  const differs: Record<DocumentType, () => boolean> = {
    minutes: () => ranking !== null && older('minutes', minutesVersion({ covenant, reading, evaluation, ranking })),
    detail: () =>
      older('detail', version) ||
      !covenant.cluster.units.every(({ id }) =>
        documents.detail.some(({ layout }) => layout.column(unitColumn(id)) !== undefined),
      ),
    charts: () =>
      older('charts', version) ||
      (summary !== null &&
        documents.charts.some(({ layout }) => !hasPlaces(layout, drawnUnits(covenant, summary).length))),
    seal: () => evaluation.seal.seal?.intact === false || evaluation.seal.changes.length > 0,
  };
  return DOCUMENT_TYPES.filter((kind) => documents[kind].length > 0 && differs[kind]());
}

function drawMinutes({ covenant, reading, evaluation }: Material, take: () => string): Outcome<Drawn> {
  const { ranking, findings } = evaluation;
  if (ranking === null) return refused(findings);
  const before = reading.documents.minutes[0] ?? null;
  return done({ plans: [minutesPlan({ covenant, reading, evaluation, ranking }, take(), before)] });
}

function drawDetail({ covenant, reading }: Material, take: () => string): Outcome<Drawn> {
  const { units } = covenant.cluster;
  const missing = units.filter(({ id }) => !reading.unitSheets.has(id));
  if (missing.length > 0) return refused(missing.map(({ name }) => finding('sheet-missing', null, { unit: name })));
  const refs = { units: unitRefs(reading, units), summary: clusterRefs(reading).summary };
  const of = detailParts(units.length);
  const part = (index: number): SheetPlan => detailPlan(covenant, refs, { name: take(), part: index + 1, of });
  return done({ plans: Array.from({ length: of }, (_, index) => part(index)) });
}

function drawCharts({ covenant, summary }: Material, take: () => string): Outcome<Drawn> {
  const place = { sheet: summary.snapshot.name, cell: null };
  const ref = { sheet: summary.snapshot.name, layout: summary.layout };
  const titles: Readonly<Record<string, string>> = paper.summary.columns;
  const missing = missingColumns(covenant.criteria, ref).map((key) =>
    finding('column-missing', place, { column: titles[key] ?? key.replace(/^section:/, '') }),
  );
  if (missing.length > 0) return refused(missing);
  const units = drawnUnits(covenant, ref);
  if (units.length === 0)
    return refused(covenant.cluster.units.map((unit) => finding('summary-row-missing', place, { unit: unit.name })));
  const penalties = units.map((id) => keyedCell(summary, rowKey.unit(id), 'penalty')?.value);
  const deepest = Math.max(0, ...penalties.filter((value) => typeof value === 'number'));
  return done({ plans: [chartsPlan(covenant, ref, { units, deepest }, take())] });
}

function drawSeal(
  { covenant, summary, reading, evaluation, today }: Material,
  take: (wish?: string) => string,
): Outcome<Drawn> {
  const { ranking, findings } = evaluation;
  if (ranking === null) return refused(findings);
  const facts = { covenant, reading, summary, evaluation, ranking, day: today };
  const obstacles = sealObstacles(facts);
  return obstacles.length > 0 ? refused(obstacles) : done(sealing(facts, take));
}
