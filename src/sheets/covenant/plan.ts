/** *Giao ước* as a plan: cluster, period, rules and units, each in a cell that a person may edit. */
import type { Cluster, Covenant, Unit } from '../../covenant/covenant';
import { toPoints } from '../../covenant/points';
import { paper } from '../../locales/paper';
import { DAY_FORMAT, serialOfDay } from '../days';
import { COLORS, PlanDraft } from '../draft';
import { END_KEY, rowKey, writeSheetKey } from '../keys';
import { layoutOf } from '../layout';
import type { PlanCell, PlanRule, SheetPlan } from '../plan';
import { drawColumns, drawField, TABLE_PROTECTION } from '../tablePage';
import {
  CLUSTER_FIELDS,
  COVENANT_COLUMNS,
  covenantRowKeys,
  DAY_FIELDS,
  RULE_FIELDS,
  SPARE_UNITS,
  UNITS_HEADER,
} from './layout';

const words = paper.covenant;
const FIELD_COLUMNS = { label: ['number', 'id'], value: ['name', 'role'] } satisfies Record<string, [string, string]>;

export function covenantPlan(covenant: Covenant, name: string): SheetPlan {
  const { cluster } = covenant;
  const rowKeys = covenantRowKeys(cluster.units.length);
  const layout = layoutOf(rowKeys, ['', ...COVENANT_COLUMNS.map((column) => column.key)]);
  const key = writeSheetKey({ type: 'covenant', unit: '', version: '' });
  const draft = new PlanDraft(key, COVENANT_COLUMNS, rowKeys, layout);
  drawHeadings(draft);
  for (const field of CLUSTER_FIELDS) drawClusterField(draft, cluster, field);
  for (const field of RULE_FIELDS) drawRule(draft, covenant, field);
  drawUnits(draft, cluster);
  return draft.finish({
    name,
    tabColor: '#C00000',
    freeze: { rows: 2, columns: 0 },
    page: {
      orientation: 'portrait',
      margins: { top: 20, bottom: 20, left: 30, right: 15 },
      printArea: { ...draft.span(0, 'number', 'role'), rows: rowKeys.length },
      titleRows: null,
      footer: { left: cluster.title, right: '&P/&N' },
    },
    protection: TABLE_PROTECTION,
  });
}

function drawHeadings(draft: PlanDraft): void {
  const row = (name: string): number => draft.row(rowKey.field(name));
  draft.heading(row('heading'), 'number', 'role', words.title, { bold: true, fontSize: 14, horizontal: 'center' });
  draft.height(row('heading'), 28);
  draft.heading(row('hint'), 'number', 'role', words.hint, { italic: true, wrap: true, fontColor: COLORS.grey });
  draft.height(row('hint'), 34);
  for (const name of ['rulesHeading', 'unitsHeading'] as const) {
    draft.heading(row(name), 'number', 'role', words[name], { bold: true, fill: COLORS.part });
    draft.height(row(name), 22);
  }
}

function drawClusterField(draft: PlanDraft, cluster: Cluster, field: (typeof CLUSTER_FIELDS)[number]): void {
  const day = DAY_FIELDS.find((one) => field === `period.${one}`);
  const cell = day === undefined ? textField(cluster, field) : dayCell(cluster.period[day]);
  drawField(draft, field, words.fields[field], FIELD_COLUMNS, cell, {
    ...(day === undefined ? {} : { numberFormat: DAY_FORMAT }),
    height: field === 'source' ? 50 : 20,
  });
  const choices = Object.values(paper.clusterTypes);
  if (day !== undefined) validate(draft, field, { type: 'date' }, words.refused.date);
  if (field === 'type') validate(draft, field, { type: 'list', values: choices }, words.refused.choice(choices));
}

function textField(cluster: Cluster, field: (typeof CLUSTER_FIELDS)[number]): PlanCell {
  switch (field) {
    case 'type':
      return paper.clusterTypes[cluster.type];
    case 'period.title':
      return cluster.period.title;
    case 'title':
    case 'id':
    case 'superior':
    case 'source':
      return cluster[field];
    default:
      return null;
  }
}

function dayCell(day: string): PlanCell {
  return day === '' ? null : serialOfDay(day);
}

function drawRule(draft: PlanDraft, { rules }: Covenant, field: (typeof RULE_FIELDS)[number]): void {
  const yesNo = [paper.yes, paper.no];
  const [cell, rule, message]: [PlanCell, PlanRule, string] =
    field === 'rules.floorAtZero'
      ? [rules.floorAtZero ? paper.yes : paper.no, { type: 'list', values: yesNo }, words.refused.choice(yesNo)]
      : [capCell(rules[field === 'rules.bonusCap' ? 'bonusCap' : 'totalCap']), ABOVE_ZERO, words.refused.points];
  drawField(draft, field, words.fields[field], FIELD_COLUMNS, cell, { numberFormat: 'General', height: 32 });
  validate(draft, field, rule, message);
}

const ABOVE_ZERO: PlanRule = { type: 'decimal', min: 0.01, max: 10_000 };

function capCell(cap: Covenant['rules']['bonusCap']): PlanCell {
  return cap === null ? null : toPoints(cap);
}

function validate(draft: PlanDraft, field: string, rule: PlanRule, message: string): void {
  const row = draft.row(rowKey.field(field));
  draft.validate({
    areas: [draft.span(row, 'name', 'name')],
    rule,
    error: { title: paper.unitSheet.refused.title, message },
  });
}

function drawUnits(draft: PlanDraft, cluster: Cluster): void {
  drawColumns(draft, UNITS_HEADER, words.columns);
  const header = draft.row(UNITS_HEADER);
  const rows = cluster.units.length + SPARE_UNITS;
  cluster.units.forEach((unit, index) => {
    const row = header + 1 + index;
    draft.put(row, 'number', index + 1);
    draft.put(row, 'id', unit.id);
    draft.put(row, 'name', unit.name);
    draft.put(row, 'fullName', unit.fullName);
    draft.put(row, 'role', roleOf(cluster, unit));
  });
  const span = (from: string, to: string) => draft.span(header + 1, from, to, rows);
  draft.style(draft.span(header, 'number', 'role', rows + 1), { borders: 'all' });
  // The key column is open too, or Excel would not let a row be deleted.
  draft.style({ row: header + 1, column: 0, rows, columns: 1 }, { locked: false });
  draft.style(span('number', 'role'), { fill: COLORS.entry, locked: false, wrap: true });
  draft.style(span('id', 'role'), { numberFormat: '@' });
  draft.style(span('number', 'number'), { horizontal: 'center' });
  draft.height(draft.row(END_KEY), 6);
  const roles = Object.values(paper.roles[cluster.type]);
  draft.validate({
    areas: [span('role', 'role')],
    rule: { type: 'list', values: roles },
    error: { title: paper.unitSheet.refused.title, message: words.refused.choice(roles) },
  });
}

function roleOf(cluster: Cluster, unit: Unit): string {
  const roles = paper.roles[cluster.type];
  return unit.id === cluster.head ? roles.head : unit.id === cluster.deputy ? roles.deputy : '';
}
