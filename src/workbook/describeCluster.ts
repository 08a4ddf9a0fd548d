/** Where everything is on the sheets of the whole cluster: *Giao ước*, *Giao chỉ tiêu*, *Tổng hợp*, *Xét danh hiệu*, *Quyết định*. */
import type { Covenant } from '../covenant/covenant';
import type { Award } from '../covenant/awards';
import { targetColumn } from '../sheets/shared/sheetRefs';
import {
  CASES,
  CLUSTER_FIELDS,
  CONDITIONS,
  type CovenantColumn,
  RULE_FIELDS,
  type Table,
  AWARDS,
  UNITS,
  VALUE_COLUMN,
} from '../sheets/covenant/layout';
import { type KeyedSheet, shownText } from '../spreadsheet/snapshot';
import { rowKey } from '../spreadsheet/keys';
import { addressesOf } from '../spreadsheet/layout';
import { address } from '../spreadsheet/plan';
import { targetLines } from '../sheets/targets/layout';
import {
  BASIS_COLUMN,
  factColumn,
  orderColumn,
  type PROPOSAL_ROWS,
  proposalRow,
  ROTATION_KEY,
  votesColumn,
} from '../sheets/awards/layout';
import { isOpenChoice, readDecisions } from '../sheets/decisions/read';
import type { AwardsColumn, SummaryColumn, TargetsColumn } from '../sheets/shared/columns';
import type { DecisionColumn } from '../sheets/shared/decisions';

/** The address of a cell; null where it is not there, or where it does not apply. */
export type Address = string | null;
type Cells<K extends string = string> = Record<K, Address>;

/** A row of a table on *Giao ước*; `id` is the content of its first field, '' in a free row. */
export interface TableRow {
  id: string;
  cells: Cells;
}
export interface CovenantDescription {
  sheet: string;
  /** By the field's name: "period.handIn", "rules.tieBreak1". */
  fields: Cells;
  units: TableRow[];
  titles: TableRow[];
  conditions: TableRow[];
  cases: TableRow[];
}

export function describeCovenant(sheet: KeyedSheet<CovenantColumn> | null): CovenantDescription | null {
  if (sheet === null) return null;
  const at = addressesOf(sheet.layout);
  const fields = [...CLUSTER_FIELDS, ...RULE_FIELDS];
  return {
    sheet: sheet.snapshot.name,
    fields: Object.fromEntries(fields.map((field) => [field, at.cell(rowKey.field(field), VALUE_COLUMN)])),
    units: tableRows(sheet, UNITS, UNITS.columns.id),
    titles: tableRows(sheet, AWARDS, AWARDS.columns.id),
    conditions: tableRows(sheet, CONDITIONS, CONDITIONS.columns.id),
    cases: tableRows(sheet, CASES, CASES.columns.text),
  };
}

/** All rows of a table, free ones too; `named` is the column a row is known by. */
function tableRows(
  { snapshot, layout }: KeyedSheet<CovenantColumn>,
  table: Table<string>,
  named: CovenantColumn,
): TableRow[] {
  const [header, end] = [layout.row(table.header), layout.row(table.end)];
  if (header === undefined || end === undefined) return [];
  return Array.from({ length: Math.max(0, end - header - 1) }, (_, index) => {
    const row = header + 1 + index;
    const cells = Object.entries(table.columns).map(([field, key]): [string, Address] => {
      const column = layout.column(key);
      return [field, column === undefined ? null : address(row, column)];
    });
    return { id: shownText(snapshot.values[row]?.[layout.column(named) ?? -1]), cells: Object.fromEntries(cells) };
  });
}

export interface TargetsDescription {
  sheet: string;
  rows: { unit: string; id: string; /** By the criterion's code. */ cells: Cells }[];
}

export function describeTargets(
  { cluster, criteria }: Covenant,
  sheet: KeyedSheet<TargetsColumn> | null,
): TargetsDescription | null {
  if (sheet === null) return null;
  const at = addressesOf(sheet.layout);
  const codes = targetLines(criteria).map(({ line }) => line.code);
  return {
    sheet: sheet.snapshot.name,
    rows: cluster.units.map(({ id, name }) => ({
      unit: name,
      id,
      cells: Object.fromEntries(codes.map((code) => [code, at.cell(rowKey.unit(id), targetColumn(code))])),
    })),
  };
}

export interface SummaryDescription {
  sheet: string;
  rows: { unit: string; id: string; cells: ReturnType<typeof summaryCells> }[];
}

export function describeSummary(
  { cluster }: Covenant,
  sheet: KeyedSheet<SummaryColumn> | null,
): SummaryDescription | null {
  if (sheet === null) return null;
  const at = addressesOf(sheet.layout);
  return {
    sheet: sheet.snapshot.name,
    rows: cluster.units.map(({ id, name }) => ({
      unit: name,
      id,
      cells: summaryCells((column) => at.cell(rowKey.unit(id), column)),
    })),
  };
}

function summaryCells(cell: (column: SummaryColumn) => Address) {
  return {
    total: cell('total'),
    rank: cell('rank'),
    rankWithoutDeferred: cell('rankWithoutDeferred'),
    eligibility: cell('eligibility'),
    reason: cell('reason'),
    explanation: cell('explanation'),
    class: cell('class'),
    title: cell('title'),
    basis: cell('basis'),
    decidedOn: cell('decidedOn'),
    decidedBy: cell('decidedBy'),
    vote: cell('vote'),
  };
}

/** The entries for one award; null where the award has no such entry. */
export interface AwardCells {
  conditions: Record<string, Cells<'numerator' | 'denominator' | 'count'>>;
  votes: Cells<'inFavour' | 'present'>;
  /** The unit's place in the cluster's order among tied units. */
  order: Address;
}
/** The keys `titles` and `title` are part of the headless command's output and keep their names: they mean awards. */
export interface AwardsDescription {
  sheet: string;
  rows: { unit: string; id: string; /** By the award's id. */ titles: Record<string, AwardCells>; basis: Address }[];
  /** What ranking writes. */
  proposals: { title: string; cells: Cells<(typeof PROPOSAL_ROWS)[number]> }[];
  rotation: Address;
}

export function describeAwards(
  { cluster }: Covenant,
  sheet: KeyedSheet<AwardsColumn> | null,
): AwardsDescription | null {
  if (sheet === null) return null;
  const at = addressesOf(sheet.layout);
  return {
    sheet: sheet.snapshot.name,
    rows: cluster.units.map(({ id, name }) => {
      const cell = (column: AwardsColumn): Address => at.cell(rowKey.unit(id), column);
      const awards = cluster.awards.map((award) => [award.id, awardCells(award, cell)] as const);
      return { unit: name, id, titles: Object.fromEntries(awards), basis: cell(BASIS_COLUMN) };
    }),
    proposals: cluster.awards.map(({ id }) => {
      const cell = (row: (typeof PROPOSAL_ROWS)[number]): Address => at.cell(proposalRow(row, id), 'number');
      return {
        title: id,
        cells: { quota: cell('quota'), nominated: cell('nominated'), passedOver: cell('passedOver') },
      };
    }),
    rotation: at.cell(ROTATION_KEY, 'number'),
  };
}

export interface DecisionsDescription {
  sheet: string;
  /** `key` says what a row is about: "late:u3", "passedOver:u3:LDXS". A choice that is printed has no cell. */
  rows: {
    key: string;
    unit: string;
    text: string;
    cells: Cells<'choice' | 'inFavour' | 'present' | 'basis' | 'day' | 'person'>;
  }[];
}

export function describeDecisions(sheet: KeyedSheet<DecisionColumn> | null): DecisionsDescription | null {
  if (sheet === null) return null;
  const at = addressesOf(sheet.layout);
  return {
    sheet: sheet.snapshot.name,
    rows: [...readDecisions(sheet).values()].map(({ key, unit, text }) => ({
      key: key.slice('decision:'.length),
      unit,
      text,
      cells: {
        choice: isOpenChoice(key) ? at.cell(key, 'choice') : null,
        inFavour: at.cell(key, 'inFavour'),
        present: at.cell(key, 'present'),
        basis: at.cell(key, 'basis'),
        day: at.cell(key, 'day'),
        person: at.cell(key, 'person'),
      },
    })),
  };
}

function awardCells({ id, conditions }: Award, cell: (column: AwardsColumn) => Address): AwardCells {
  return {
    conditions: Object.fromEntries(
      conditions.map((one) => {
        const fact = (of: 'numerator' | 'denominator' | 'count'): Address => cell(factColumn(id, one.id, of));
        return [one.id, { numerator: fact('numerator'), denominator: fact('denominator'), count: fact('count') }];
      }),
    ),
    votes: { inFavour: cell(votesColumn(id, 'inFavour')), present: cell(votesColumn(id, 'present')) },
    order: cell(orderColumn(id)),
  };
}
