/** A workbook as the model sees it: the covenant read from its two sheets, and which sheet is whose. */
import type { Covenant, Unit } from '../covenant/covenant';
import { finding, type Finding } from '../covenant/findings';
import { paper } from '../locales/paper';
import type { ClusterRefs, SheetRef } from '../sheets/shared/sheetRefs';
import { readCovenantSheet } from '../sheets/covenant/read';
import { settleRules } from '../sheets/covenant/rules';
import { readCriteriaSheet } from '../sheets/criteria/read';
import { type KeyedSheet, keyedSheets, type WorkbookSnapshot } from '../spreadsheet/snapshot';
import { type DocumentType, rowKey, type SheetType } from '../spreadsheet/keys';
import { FIRST_PART } from '../sheets/seal/layout';
import type { UnitSheetRef } from '../sheets/summary/formulas';

export interface CovenantWorkbook {
  snapshot: WorkbookSnapshot;
  /** null where *Giao ước* or *Tiêu chí* is missing or cannot be used; then the findings say why. */
  covenant: Covenant | null;
  covenantSheet: KeyedSheet | null;
  criteriaSheet: KeyedSheet | null;
  /** *Giao chỉ tiêu*, *Tổng hợp* and *Xét danh hiệu*; each null where there is none. */
  targets: KeyedSheet | null;
  summary: KeyedSheet | null;
  titles: KeyedSheet | null;
  /** Documents made from the others: the sheets of each, in the order of their tabs. */
  documents: Readonly<Record<DocumentType, readonly KeyedSheet[]>>;
  /** The sheet of each unit, by unit id. */
  unitSheets: ReadonlyMap<string, KeyedSheet>;
  /** About the covenant and about missing, doubled and foreign sheets; entries are not looked at here. */
  findings: Finding[];
}

/** Finds our sheets by their keys, wherever they are and whatever they are called, and reads the covenant. */
export function readWorkbook(snapshot: WorkbookSnapshot): CovenantWorkbook {
  const findings: Finding[] = [];
  const sheets = keyedSheets(snapshot);
  const covenantSheet = only(sheets, 'covenant', findings);
  const criteriaSheet = only(sheets, 'criteria', findings);
  const targets = only(sheets, 'targets', findings);
  const summary = only(sheets, 'summary', findings);
  const titles = only(sheets, 'titles', findings);
  if (!covenantSheet) findings.push(finding('covenant-missing', null, {}));
  if (!criteriaSheet) findings.push(finding('criteria-missing', null, {}));
  const fromCovenant = covenantSheet && readCovenantSheet(covenantSheet);
  const fromCriteria = criteriaSheet && readCriteriaSheet(criteriaSheet);
  findings.push(...(fromCovenant?.findings ?? []), ...(fromCriteria?.findings ?? []));
  const settled =
    covenantSheet && fromCovenant?.rules && fromCriteria?.criteria
      ? settleRules(covenantSheet, fromCovenant.rules, fromCriteria.criteria)
      : null;
  findings.push(...(settled?.findings ?? []));
  const covenant =
    fromCovenant?.cluster && settled?.rules && fromCriteria?.criteria
      ? { cluster: fromCovenant.cluster, rules: settled.rules, criteria: fromCriteria.criteria }
      : null;
  const unitSheets = findUnitSheets(sheets, summary, findings);
  if (covenant) findings.push(...checkSheets(covenant, unitSheets, summary));
  const ofType = (type: DocumentType): KeyedSheet[] => sheets.filter(({ key }) => key.type === type);
  const documents = {
    minutes: ofType('minutes'),
    detail: ofType('detail'),
    charts: ofType('charts'),
    seal: ofType('seal'),
  };
  return {
    snapshot,
    covenant,
    covenantSheet,
    criteriaSheet,
    targets,
    summary,
    titles,
    documents,
    unitSheets,
    findings,
  };
}

/** The one sheet of a type; a second one is reported, and the first in the workbook is used. */
function only(sheets: readonly KeyedSheet[], type: SheetType, findings: Finding[]): KeyedSheet | null {
  const [first, ...others] = sheets.filter((sheet) => sheet.key.type === type);
  if (!first) return null;
  for (const other of others) findings.push(doubled(other, first));
  return first;
}

function doubled(copy: KeyedSheet, original: KeyedSheet): Finding {
  const place = { sheet: copy.snapshot.name, cell: null };
  return finding('sheet-doubled', place, { what: copy.snapshot.name, other: original.snapshot.name });
}

/** Where a unit has two sheets, the one that the summary counts is its own and the others are copies. */
function findUnitSheets(
  sheets: readonly KeyedSheet[],
  summary: KeyedSheet | null,
  findings: Finding[],
): ReadonlyMap<string, KeyedSheet> {
  const found = new Map<string, KeyedSheet[]>();
  for (const sheet of sheets)
    if (sheet.key.type === 'unit') found.set(sheet.key.unit, [...(found.get(sheet.key.unit) ?? []), sheet]);
  const own = new Map<string, KeyedSheet>();
  for (const [unit, candidates] of found) {
    const counted = summary && referredSheet(summary, unit);
    const chosen = candidates.find((sheet) => sheet.snapshot.name === counted) ?? candidates[0];
    if (!chosen) continue;
    own.set(unit, chosen);
    for (const other of candidates) if (other !== chosen) findings.push(doubled(other, chosen));
  }
  return own;
}

/** The name of the sheet that the summary's total for a unit refers to. */
function referredSheet(summary: KeyedSheet, unit: string): string | null {
  const [row, column] = [summary.layout.row(rowKey.unit(unit)), summary.layout.column('total')];
  const formula = row === undefined || column === undefined ? null : summary.snapshot.formulas[row]?.[column];
  const [, quoted, plain] = typeof formula === 'string' ? (/^=(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(formula) ?? []) : [];
  return quoted?.replaceAll("''", "'") ?? plain ?? null;
}

function checkSheets(
  { cluster }: Covenant,
  unitSheets: ReadonlyMap<string, KeyedSheet>,
  summary: KeyedSheet | null,
): Finding[] {
  const missing = cluster.units
    .filter((unit) => !unitSheets.has(unit.id))
    .map((unit) => finding('sheet-missing', null, { unit: unit.name }));
  const known = new Set(cluster.units.map((unit) => unit.id));
  const foreign = [...unitSheets]
    .filter(([unit]) => !known.has(unit))
    .map(([unit, sheet]) => finding('sheet-of-no-unit', { sheet: sheet.snapshot.name, cell: null }, { unit }));
  return [...missing, ...foreign, ...(summary ? [] : [finding('summary-missing', null, {})])];
}

/** The units that have a sheet, as the summary's formulas refer to them. */
export function unitRefs(reading: CovenantWorkbook, units: readonly Unit[]): UnitSheetRef[] {
  return units.flatMap((unit) => {
    const sheet = reading.unitSheets.get(unit.id);
    return sheet ? [{ unit: unit.id, sheet: sheet.snapshot.name, layout: sheet.layout }] : [];
  });
}

/** Where the sheets stand that units' formulas refer to. */
export function clusterRefs({
  targets,
  summary,
  documents,
}: Pick<CovenantWorkbook, 'targets' | 'summary' | 'documents'>): ClusterRefs {
  const ref = (sheet: KeyedSheet | null): SheetRef | null =>
    sheet && { sheet: sheet.snapshot.name, layout: sheet.layout };
  const seal = documents.seal.find(({ key }) => key.unit === FIRST_PART) ?? null;
  return { targets: ref(targets), summary: ref(summary), seal: ref(seal) };
}

/** The name a sheet of a type gets when it is made. */
export function wishedName(type: Exclude<SheetType, 'unit'>): string {
  return paper.sheetNames[type];
}
