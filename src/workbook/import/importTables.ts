/**
 * A criteria set or a cluster of one's own from a workbook: one made with this add-in, or one made by hand to the layout of
 * *Tiêu chí* or *Giao ước*. By hand means without keys: the columns are known by their titles, in any order.
 */
import type { Cluster } from '../../covenant/covenant';
import type { CriteriaSet } from '../../covenant/criteria';
import { finding, type Finding, hasErrors } from '../../covenant/findings';
import { idFromName } from '../../covenant/names';
import type { Rules } from '../../covenant/rules';
import * as covenant from '../../sheets/covenant/layout';
import { readCovenantSheet } from '../../sheets/covenant/read';
import {
  CRITERIA_COLUMNS,
  CRITERIA_FIELDS,
  CRITERIA_HEADER,
  criteriaRowKeys,
  FIELD_COLUMN,
} from '../../sheets/criteria/layout';
import { readCriteriaSheet } from '../../sheets/criteria/read';
import { fieldText, findTables, type FoundTable, type LaidSheet, laySheet, type TableSpec } from './findTables';
import { keyedSheets, type SheetSnapshot, type WorkbookSnapshot } from '../../spreadsheet/snapshot';
import { rowKey } from '../../spreadsheet/keys';
import { words } from '../../sheets/covenant/words';
import { words as criteriaWords } from '../../sheets/criteria/words';
import { sharedWords } from '../../sheets/shared/words';

const CRITERIA: TableSpec = {
  header: CRITERIA_HEADER,
  titles: new Map(Object.entries(criteriaWords.columns).filter(([key]) => key !== 'sum')),
  required: ['code', 'title', 'parent', 'kind', 'standard'],
  marks: ['code', 'kind'],
};

/** A table of *Giao ước* by the titles of its columns; `required` names fields of it. */
function covenantTable<F extends string>(
  { header, columns }: covenant.Table<F>,
  titles: Readonly<Record<F, string>>,
  required: readonly F[],
): TableSpec {
  const found = new Map<string, string>();
  for (const field in columns) found.set(columns[field], titles[field]);
  const keys = required.map((field): string => columns[field]);
  return { header, titles: found, required: keys, marks: [covenant.FIRST_COLUMN, ...keys] };
}

const UNITS = covenantTable(covenant.UNITS, words.columns, ['name']);
const AWARDS = covenantTable(covenant.AWARDS, words.titleColumns, ['name', 'quota']);
const CONDITIONS = covenantTable(covenant.CONDITIONS, words.conditionColumns, ['title', 'text', 'measure']);
const CASES = covenantTable(covenant.CASES, words.caseColumns, ['eligibility', 'text']);

export interface ImportedCriteria {
  /** null where it cannot be used; the findings have the reasons, with the cells of the workbook as it is. */
  criteria: CriteriaSet | null;
  findings: Finding[];
}

export interface ImportedCluster {
  cluster: Cluster | null;
  findings: Finding[];
}

/** The criteria set of a workbook. Its rules are those of the *Giao ước* in the same workbook, if there is one. */
export function importCriteria(snapshot: WorkbookSnapshot): ImportedCriteria {
  const sheet = ourSheet(snapshot, 'criteria') ?? byHand(snapshot, CRITERIA, layCriteria);
  if (!sheet) return { criteria: null, findings: [missing(criteriaWords.title, CRITERIA)] };
  const read = readCriteriaSheet(sheet.sheet);
  const findings = [...sheet.findings, ...sheet.inPlace(read.findings)];
  if (read.criteria === null || hasErrors(findings)) return { criteria: null, findings };
  const beside = readOwnCovenant(snapshot);
  if (beside === null) return { criteria: read.criteria, findings };
  // A cap that cannot be read must not be lost in silence.
  if (beside.rules === null) return { criteria: null, findings: [...findings, ...beside.findings] };
  return { criteria: { ...read.criteria, rules: beside.rules }, findings };
}

/** The cluster of a workbook: units, awards, conditions, cases and the fields that are there. */
export function importCluster(snapshot: WorkbookSnapshot): ImportedCluster {
  const read = readOwnCovenant(snapshot);
  return read ?? { cluster: null, findings: [missing(words.unitsHeading, UNITS)] };
}

function readOwnCovenant(snapshot: WorkbookSnapshot): (ImportedCluster & { rules: Rules | null }) | null {
  const sheet = ourSheet(snapshot, 'covenant') ?? byHand(snapshot, UNITS, layCovenant);
  if (!sheet) return null;
  const { cluster, rules, findings } = readCovenantSheet(sheet.sheet);
  const all = [...sheet.findings, ...sheet.inPlace(findings)];
  return { cluster: hasErrors(sheet.findings) ? null : cluster, rules, findings: all };
}

function missing(what: string, { titles, required }: TableSpec): Finding {
  const column = required.map((key) => `“${titles.get(key) ?? key}”`).join(', ');
  return finding('table-missing', null, { what, column });
}

interface OwnSheet extends LaidSheet {
  /** About the workbook: which of several tables was meant. */
  findings: Finding[];
}

function ourSheet(snapshot: WorkbookSnapshot, type: 'criteria' | 'covenant'): OwnSheet | null {
  const sheet = keyedSheets(snapshot).find(({ key }) => key.type === type);
  return sheet ? { sheet, inPlace: (findings) => [...findings], findings: [] } : null;
}

/** The first sheet with the table, laid out with keys; a second one is reported, since it is unknown which is meant. */
function byHand(
  snapshot: WorkbookSnapshot,
  spec: TableSpec,
  lay: (snapshot: SheetSnapshot, table: FoundTable) => LaidSheet,
): OwnSheet | null {
  const found = snapshot.sheets.flatMap((sheet) => {
    const [table] = findTables(sheet, [spec]);
    return table ? [{ sheet, table }] : [];
  });
  const [first, ...others] = found;
  if (!first) return null;
  const findings = others.map(({ sheet: { name } }) =>
    finding('sheet-doubled', { sheet: name, cell: null }, { what: name, other: first.sheet.name }),
  );
  return { ...lay(first.sheet, first.table), findings };
}

function layCriteria(snapshot: SheetSnapshot, table: FoundTable): LaidSheet {
  const { fields } = criteriaWords;
  const otherwise: Readonly<Record<string, string>> = { id: idOf(snapshot, fields.title, [table]), version: '1' };
  return laySheet(snapshot, {
    type: 'criteria',
    columns: CRITERIA_COLUMNS.map(({ key }) => key),
    rowKeys: criteriaRowKeys(table.rows.length),
    tables: [table],
    fields: new Map(
      CRITERIA_FIELDS.map((field) => [
        rowKey.field(field),
        { label: fields[field], otherwise: otherwise[field] ?? '' },
      ]),
    ),
    valueColumn: FIELD_COLUMN,
  });
}

function layCovenant(snapshot: SheetSnapshot): LaidSheet {
  const tables = findTables(snapshot, [UNITS, AWARDS, CONDITIONS, CASES]);
  const rows = (spec: TableSpec): number => tables.find((table) => table.spec === spec)?.rows.length ?? 0;
  const otherwise: Readonly<Record<string, string>> = {
    id: idOf(snapshot, words.fields.title, tables),
    'rules.floorAtZero': sharedWords.yes,
  };
  return laySheet(snapshot, {
    type: 'covenant',
    columns: covenant.COVENANT_COLUMNS.map(({ key }) => key),
    rowKeys: covenant.covenantRowKeys({
      units: rows(UNITS),
      titles: rows(AWARDS),
      conditions: rows(CONDITIONS),
      cases: rows(CASES),
    }),
    tables,
    fields: new Map(
      [...covenant.CLUSTER_FIELDS, ...covenant.RULE_FIELDS].map((field) => [
        rowKey.field(field),
        { label: words.fields[field], otherwise: otherwise[field] ?? '' },
      ]),
    ),
    valueColumn: covenant.VALUE_COLUMN,
  });
}

/** The id of a set or a cluster that was given none: the one that follows from its name. */
function idOf(snapshot: SheetSnapshot, label: string, tables: readonly FoundTable[]): string {
  return idFromName(fieldText(snapshot, label, tables)) || sharedWords.ownId;
}
