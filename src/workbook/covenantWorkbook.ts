/** A workbook as the model sees it: the covenant read from its two sheets, and the sheet of each unit. */
import type { CriteriaColumn } from '../sheets/criteria/layout';
import type { CovenantColumn } from '../sheets/covenant/layout';
import type { Covenant } from '../covenant/covenant';
import { finding, type Finding } from '../covenant/findings';
import { readCovenantSheet } from '../sheets/covenant/read';
import { settleRules } from '../sheets/covenant/rules';
import { readCriteriaSheet } from '../sheets/criteria/read';
import { formulaAt, type KeyedSheet, keyedSheets, type WorkbookSnapshot } from '../spreadsheet/snapshot';
import { rowKey } from '../spreadsheet/keys';
import { definitionOf, definitionsOf, byType, type DocumentType } from '../sheets';
import type { WorkbookSheets } from '../sheets/shared/evaluation';
import type { SummaryColumn, UnitColumn } from '../sheets/shared/columns';

export interface CovenantWorkbook extends WorkbookSheets {
  snapshot: WorkbookSnapshot;
  /** null where *Giao ước* or *Tiêu chí* is missing or cannot be used; the findings have the reasons. */
  covenant: Covenant | null;
  covenantSheet: KeyedSheet<CovenantColumn> | null;
  criteriaSheet: KeyedSheet<CriteriaColumn> | null;
  /** The sheets of each document, in the order of their tabs. */
  documents: Readonly<Record<DocumentType, readonly KeyedSheet<string>[]>>;
  /** About the covenant and about missing, doubled and foreign sheets; entries are not looked at here. */
  findings: Finding[];
}

/** Finds our sheets by their keys, wherever they are and whatever they are called, and reads the covenant. */
export function readWorkbook(snapshot: WorkbookSnapshot): CovenantWorkbook {
  const findings: Finding[] = [];
  const sheets = keyedSheets(snapshot);
  const own = byType(definitionsOf('covenant'), ({ type }) => only(sheets, type, findings));
  const tables = byType(definitionsOf('cluster'), ({ type }) => only(sheets, type, findings));
  const { covenant: covenantSheet, criteria: criteriaSheet } = own;
  const kept = (sheet: KeyedSheet<string> | null): { kept: string } => ({ kept: sheet?.snapshot.name ?? '' });
  if (!covenantSheet) findings.push(finding('covenant-missing', null, kept(criteriaSheet)));
  if (!criteriaSheet) findings.push(finding('criteria-missing', null, kept(covenantSheet)));
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
  const unitSheets = findUnitSheets(sheets, tables.summary, findings);
  if (covenant) findings.push(...checkSheets(covenant, unitSheets, tables.summary));
  const documents = byType(definitionsOf('document'), ({ type }) => sheets.filter(({ key }) => key.type === type));
  return { snapshot, covenant, covenantSheet, criteriaSheet, ...tables, documents, unitSheets, findings };
}

/** The one sheet of a type; a second one is reported, and the first in the workbook is used. */
function only(sheets: readonly KeyedSheet<string>[], type: string, findings: Finding[]): KeyedSheet<string> | null {
  const [first, ...others] = sheets.filter((sheet) => sheet.key.type === type);
  if (!first) return null;
  for (const other of others) findings.push(doubled(other, first));
  return first;
}

function doubled(copy: KeyedSheet<string>, original: KeyedSheet<string>): Finding {
  const place = { sheet: copy.snapshot.name, cell: null };
  return finding('sheet-doubled', place, { what: copy.snapshot.name, other: original.snapshot.name });
}

/** Where a unit has two sheets, the one that the summary counts is its own and the others are copies. */
function findUnitSheets(
  sheets: readonly KeyedSheet<string>[],
  summary: KeyedSheet<SummaryColumn> | null,
  findings: Finding[],
): ReadonlyMap<string, KeyedSheet<UnitColumn>> {
  const found = new Map<string, KeyedSheet<UnitColumn>[]>();
  for (const sheet of sheets)
    if (sheet.key.type === 'unit') found.set(sheet.key.unit, [...(found.get(sheet.key.unit) ?? []), sheet]);
  const own = new Map<string, KeyedSheet<UnitColumn>>();
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
function referredSheet(summary: KeyedSheet<SummaryColumn>, unit: string): string | null {
  const [row, column] = [summary.layout.row(rowKey.unit(unit)), summary.layout.column('total')];
  const formula = row === undefined || column === undefined ? null : formulaAt(summary.snapshot, row, column);
  const [, quoted, plain] = typeof formula === 'string' ? (/^=(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(formula) ?? []) : [];
  return quoted?.replaceAll("''", "'") ?? plain ?? null;
}

function checkSheets(
  { cluster }: Covenant,
  unitSheets: ReadonlyMap<string, KeyedSheet<UnitColumn>>,
  summary: KeyedSheet<SummaryColumn> | null,
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

/** A finding for each of the given sheets that has entries, so that no command removes it. */
export function usedSheets(sheets: readonly KeyedSheet<string>[], workbook: CovenantWorkbook): Finding[] {
  return sheets
    .filter((sheet) => definitionOf(sheet)?.hasEntries?.(sheet, workbook))
    .map(({ snapshot: { name } }) => finding('sheet-in-use', { sheet: name, cell: null }, { sheet: name }));
}
