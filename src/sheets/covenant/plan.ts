/** *Giao ước* as a plan: cluster, period, rules, units, awards and cases, each in a cell that a person may edit. */
import { PAGE_MARGINS } from '../shared/letterhead';
import type { Cluster, Covenant } from '../../covenant/covenant';
import { DAY_FORMAT, serialOfDay } from '../../spreadsheet/days';
import { COLORS, PlanDraft } from '../../spreadsheet/draft';
import { writeSheetKey } from '../../spreadsheet/keys';
import { layoutOf } from '../../spreadsheet/layout';
import type { PlanCell, SheetPlan } from '../../spreadsheet/plan';
import { TABLE_PROTECTION } from '../shared/editableTable';
import { drawCases } from './cases';
import { drawConditions } from './conditions';
import { drawBanner, drawEntry, PART } from './entry';
import {
  type CovenantColumn,
  CLUSTER_FIELDS,
  type ClusterField,
  COVENANT_COLUMNS,
  covenantRowKeys,
  DAY_FIELDS,
  FIRST_COLUMN,
  LAST_COLUMN,
  PAPER_FIELDS,
} from './layout';
import { drawRules } from './rules';
import { drawAwards } from './awards';
import { drawUnits } from './units';
import { words } from './words';
import { sharedWords } from '../shared/words';

export function covenantPlan(covenant: Covenant, name: string): SheetPlan {
  const { cluster } = covenant;
  const rowKeys = covenantRowKeys({
    units: cluster.units.length,
    titles: cluster.awards.length,
    conditions: cluster.awards.reduce((sum, { conditions }) => sum + conditions.length, 0),
    cases: cluster.cases.length,
  });
  const layout = layoutOf(rowKeys, ['', ...COVENANT_COLUMNS.map((column) => column.key)]);
  const key = writeSheetKey({ type: 'covenant', unit: '', version: '' });
  const draft = new PlanDraft(key, COVENANT_COLUMNS, rowKeys, layout);
  drawBanner(draft, 'heading', words.title, { bold: true, fontSize: 14, horizontal: 'center' });
  drawBanner(draft, 'hint', words.hint, { italic: true, wrap: true, fontColor: COLORS.grey });
  for (const field of CLUSTER_FIELDS) drawClusterField(draft, cluster, field);
  drawBanner(draft, 'rulesHeading', words.rulesHeading, PART);
  drawRules(draft, covenant);
  for (const drawTable of [drawUnits, drawAwards, drawConditions, drawCases]) drawTable(draft, cluster);
  return draft.finish({
    name,
    tabColor: '#C00000',
    freeze: { rows: 2, columns: 0 },
    page: {
      orientation: 'landscape',
      margins: PAGE_MARGINS,
      printArea: { ...draft.span(0, FIRST_COLUMN, LAST_COLUMN), rows: rowKeys.length },
      titleRows: null,
      footer: { left: cluster.title, right: '' },
    },
    protection: TABLE_PROTECTION,
  });
}

function drawClusterField(draft: PlanDraft<CovenantColumn>, cluster: Cluster, field: ClusterField): void {
  const day = DAY_FIELDS.find((one) => field === `period.${one}`);
  if (day !== undefined)
    drawEntry(draft, field, dayCell(cluster.period[day]), {
      numberFormat: DAY_FORMAT,
      rule: { type: 'date' },
      message: sharedWords.refusedDay,
    });
  else if (field === 'type') drawChoice(draft, field, sharedWords.clusterTypes, cluster.type);
  else if (field === 'paper.unitForm') drawChoice(draft, field, words.unitForms, cluster.paper.unitForm);
  else drawEntry(draft, field, textField(cluster, field));
}

function drawChoice<Choice extends string>(
  draft: PlanDraft<CovenantColumn>,
  field: ClusterField,
  choices: Readonly<Record<Choice, string>>,
  chosen: Choice,
): void {
  const values = Object.values<string>(choices);
  drawEntry(draft, field, choices[chosen], { rule: { type: 'list', values }, message: words.refused.choice(values) });
}

function textField(cluster: Cluster, field: ClusterField): PlanCell {
  const text = PAPER_FIELDS.find((one) => field === `paper.${one}`);
  if (text !== undefined) return cluster.paper[text];
  switch (field) {
    case 'period.title':
      return cluster.period.title;
    case 'convener':
      return cluster.units.find(({ id }) => id === cluster.convener)?.name ?? cluster.convener;
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
