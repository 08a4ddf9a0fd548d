/** A workbook as the model sees it: the covenant read from its two sheets, and the sheet of each unit. */
import type { CriteriaColumn } from '../sheets/criteria/layout';
import type { CovenantColumn } from '../sheets/covenant/layout';
import type { Covenant } from '../covenant/covenant';
import { finding, type Finding } from '../covenant/findings';
import { type KeyedSheet, keyedSheets, type WorkbookSnapshot } from '../spreadsheet/snapshot';
import { definitionOf, definitionsOf, byType, type DocumentType } from '../sheets';
import type { WorkbookSheets } from '../sheets/shared/evaluation';
import type { Stray } from '../sheets/shared/strayedKeys';
import { originalsOf } from './originals';
import type { SummaryColumn, UnitColumn } from '../sheets/shared/columns';
import { withFixPlaces } from './fixPlaces';
import { unitCodeDoubts, unitsUnderNewCodes } from './changedCodes';
import { checkBlankSheets, checkLeftSheets } from './leftSheets';
import { checkDoubledKeys, checkStrayedSheets, type HeadedSheet, strayedSheets } from './doubledKeys';
import { readCovenant } from './readCovenant';

export interface CovenantWorkbook extends WorkbookSheets {
  snapshot: WorkbookSnapshot;
  /** null where *Giao ước* or *Tiêu chí* is missing or cannot be used; the findings have the reasons. */
  covenant: Covenant | null;
  covenantSheet: KeyedSheet<CovenantColumn> | null;
  criteriaSheet: KeyedSheet<CriteriaColumn> | null;
  /** The sheets of each document, in the order of their tabs, copies of a seal after all others. */
  documents: Readonly<Record<DocumentType, readonly KeyedSheet<string>[]>>;
  /** The record of changes; null where none was begun. */
  record: KeyedSheet<string> | null;
  /** The hidden copy of the covenant that the sheets were made from; null where there is none. */
  base: KeyedSheet<string> | null;
  /** Sheets of units whose keys were to follow their heads and did so only in part. */
  strays: readonly Stray<HeadedSheet>[];
  /** About the covenant and about missing, doubled and foreign sheets; entries are not looked at here. */
  findings: Finding[];
}

/** Finds our sheets by their keys, wherever they are and whatever they are called, and reads the covenant. */
export function readWorkbook(snapshot: WorkbookSnapshot): CovenantWorkbook {
  const all = keyedSheets(snapshot);
  const { sheets, copies, findings: ofCopies } = originalsOf(all);
  const only = (type: string): KeyedSheet<string> | null => sheets.find(({ key }) => key.type === type) ?? null;
  const own = byType(definitionsOf('covenant'), ({ type }) => only(type));
  const tables = byType(definitionsOf('cluster'), ({ type }) => only(type));
  const { covenant: covenantSheet, criteria: criteriaSheet } = own;
  const findings = checkLeftSheets(snapshot);
  const kept = (sheet: KeyedSheet<string> | null): { kept: string } => ({ kept: sheet?.snapshot.name ?? '' });
  if (!covenantSheet) findings.push(finding('covenant-missing', null, kept(criteriaSheet)));
  if (!criteriaSheet) findings.push(finding('criteria-missing', null, kept(covenantSheet)));
  const { covenant, findings: ofCovenant } = readCovenant(covenantSheet, criteriaSheet);
  findings.push(...ofCovenant);
  const strays = covenant === null ? [] : strayedSheets(covenant, all);
  findings.unshift(...withoutStrays(ofCopies, strays));
  const unitSheets = new Map<string, KeyedSheet<UnitColumn>>(
    sheets.flatMap((sheet) => (sheet.key.type === 'unit' ? [[sheet.key.unit, sheet]] : [])),
  );
  for (const { own } of strays) unitSheets.set(own.key, own.sheet);
  findings.push(...checkBlankSheets(snapshot, covenant?.cluster.units ?? []));
  if (covenant) findings.push(...checkStrayedSheets(covenant, strays));
  if (covenant) findings.push(...checkSheets(covenant, unitSheets, own.covenant, tables.summary));
  const { summary, targets, titles } = tables;
  const keyed = [targets, summary, titles, ...unitSheets.values()].filter((sheet) => sheet !== null);
  if (covenant) findings.push(...checkDoubledKeys(covenant, keyed));
  const isStore = (sheet: KeyedSheet<string>): boolean => {
    const definition = definitionOf(sheet);
    return definition?.scope === 'document' && definition.isStore?.(sheet) === true;
  };
  const documents = byType(definitionsOf('document'), ({ type }) =>
    [...sheets, ...copies].filter((sheet) => sheet.key.type === type && !isStore(sheet)),
  );
  const stores = [...sheets, ...copies].filter(isStore);
  const record = recordIn(sheets);
  findings.push(...recordCopies(sheets, record));
  const placed = withFixPlaces(findings, snapshot);
  return {
    snapshot,
    covenant,
    covenantSheet,
    criteriaSheet,
    ...tables,
    documents,
    unitSheets,
    stores,
    record,
    base: sheets.find((sheet) => definitionOf(sheet)?.scope === 'base') ?? null,
    strays,
    findings: placed,
  };
}

/** What is said of copies, where their heads do not tell that they are the sheets of two units. */
function withoutStrays(found: readonly Finding[], strays: readonly Stray<HeadedSheet>[]): Finding[] {
  const told = strays
    .flatMap(({ own, entries }) => [own, ...entries.slice(0, 1)])
    .map(({ sheet }) => sheet.snapshot.name);
  return found.filter(({ place }) => place === null || !told.includes(place.sheet));
}

/** The record of changes; of copies the one with the most rows, of equal ones the first. */
export function recordIn(sheets: readonly KeyedSheet<string>[]): KeyedSheet<string> | null {
  const all = sheets.filter((sheet) => definitionOf(sheet)?.scope === 'record');
  return all.toSorted((one, other) => other.rows.length - one.rows.length)[0] ?? null;
}

function recordCopies(sheets: readonly KeyedSheet<string>[], record: KeyedSheet<string> | null): Finding[] {
  return sheets.flatMap((sheet) =>
    record === null || sheet === record || sheet.key.type !== record.key.type
      ? []
      : [finding('record-doubled', { sheet: sheet.snapshot.name, cell: null }, { kept: record.snapshot.name })],
  );
}

function checkSheets(
  { cluster }: Covenant,
  unitSheets: ReadonlyMap<string, KeyedSheet<UnitColumn>>,
  covenantSheet: KeyedSheet<CovenantColumn> | null,
  summary: KeyedSheet<SummaryColumn> | null,
): Finding[] {
  const recoded = unitsUnderNewCodes(cluster, unitSheets);
  const missing = cluster.units
    .filter((unit) => !unitSheets.has(unit.id) && !recoded.has(unit))
    .map((unit) => finding('sheet-missing', null, { unit: unit.name }));
  const known = new Set([...cluster.units.map((unit) => unit.id), ...recoded.values()]);
  const foreign = [...unitSheets]
    .filter(([unit]) => !known.has(unit))
    .map(([unit, sheet]) => finding('sheet-of-no-unit', { sheet: sheet.snapshot.name, cell: null }, { unit }));
  const doubts = unitCodeDoubts(recoded, covenantSheet);
  return [...doubts, ...missing, ...foreign, ...(summary ? [] : [finding('summary-missing', null, {})])];
}

/** A finding for each of the given sheets that has entries or that others need, so that no command removes it. */
export function usedSheets(sheets: readonly KeyedSheet<string>[], workbook: CovenantWorkbook): Finding[] {
  return sheets
    .filter((sheet) => definitionOf(sheet)?.hasEntries?.(sheet, workbook))
    .map(({ snapshot: { name } }) =>
      finding('sheet-in-use', { sheet: name, cell: null }, { sheet: name, why: 'needed', changed: [] }),
    );
}
