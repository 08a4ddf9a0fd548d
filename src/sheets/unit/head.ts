/** What stands above the table of a unit's sheet; sheets of two units differ only here. */
import { textOf } from '../../covenant/cell';
import type { Cluster, Covenant, Unit } from '../../covenant/covenant';
import { COLORS, type PlanDraft } from '../../spreadsheet/draft';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import type { PlanCell } from '../../spreadsheet/plan';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import type { UnitColumn } from '../shared/columns';
import { drawLetterhead } from '../shared/letterhead';
import { sharedWords } from '../shared/words';
import { isUpright, printedColumns, REVIEWER_KEY, STAGE_COLUMN, STAGE_KEY, STANDING_KEY } from './layout';
import { words } from './words';

/** Who reviews a unit's sheet: the head; on the head's own sheet the deputy. undefined where the covenant names none. */
function reviewerOf({ units, head, deputy }: Cluster, unit: Unit): Unit | undefined {
  const reviewer = unit.id === head ? deputy : head;
  return units.find(({ id }) => id === reviewer);
}

const signingName = (unit: Unit): string => unit.fullName || unit.name;

function subtitle(cluster: Cluster, unit: Unit): string {
  return `${words.unit(signingName(unit))}\n${sharedWords.subtitle(cluster.title, cluster.period.title)}`;
}

/** The letterhead with the unit's own texts, and the cells above the table. */
export function drawHead(draft: PlanDraft<UnitColumn>, { cluster }: Covenant, unit: Unit): void {
  const row = (name: string): number => draft.row(rowKey.field(name));
  const { halves, message } = printedColumns(draft.layout);
  const isShort = isUpright(draft.layout);
  drawLetterhead(draft, {
    cluster,
    issuer: { name: signingName(unit), field: 'unit' },
    title: words.title,
    subtitle: subtitle(cluster, unit),
    ...halves,
  });
  // As high as their texts where the page is upright: what is above the table takes lines from it.
  if (!isShort) for (const name of ['place', 'title']) draft.height(row(name), 26);
  // Copies of the sheet have the texts of their own units here.
  for (const one of cluster.units) {
    draft.reserve(row('unit'), 'number', signingName(one).toLocaleUpperCase('vi'));
    draft.reserve(row('subtitle'), 'number', subtitle(cluster, one));
    draft.reserve(draft.row(REVIEWER_KEY), STAGE_COLUMN, one.name);
  }
  drawChoice(draft, STAGE_KEY, words.stage, sharedWords.stages.self);
  drawChoice(draft, REVIEWER_KEY, words.reviewer, reviewerOf(cluster, unit)?.name ?? null);
  draft.heading(draft.row(STAGE_KEY), ...message, null, { horizontal: 'left', bold: true, fontColor: COLORS.alarm });
  if (isShort) drawStanding(draft, cluster);
}

/** The line for which the choices stand on paper; its cell is filled with the other formulas. */
function drawStanding(draft: PlanDraft<UnitColumn>, { units }: Cluster): void {
  const row = draft.row(STANDING_KEY);
  draft.heading(row, 'number', 'remarks', null, { horizontal: 'center', italic: true, wrap: true });
  const longest = (texts: readonly string[]): string =>
    texts.reduce((best, text) => (text.length > best.length ? text : best), '');
  const names = longest(units.map(({ name }) => name));
  draft.reserve(
    row,
    'number',
    `${words.stage}: ${sharedWords.stages.reviewed}; ${words.reviewer}: ${names}\n${words.longestMessage}`,
  );
}

/** A labelled cell above the table that the unit or the reviewer fills in. */
function drawChoice(draft: PlanDraft<UnitColumn>, key: RowKey, label: string, cell: PlanCell): void {
  const row = draft.row(key);
  draft.put(row, 'title', label);
  draft.style(draft.span(row, 'title', 'title'), { horizontal: 'right', italic: true });
  draft.heading(row, ...printedColumns(draft.layout).chosen, cell, {
    horizontal: 'center',
    wrap: true,
    fill: COLORS.entry,
    borders: 'all',
    locked: false,
  });
  draft.height(row, 22);
}

/** The name by which a sheet calls its unit; null where its head does not tell. */
export function nameInHead(sheet: KeyedSheet<UnitColumn>): string | null {
  const cell = keyedCell(sheet, rowKey.field('subtitle'), 'number');
  const [line = ''] = cell === null ? [] : textOf(cell).split(/\r?\n/);
  const label = words.unit('');
  const name = line.startsWith(label) ? line.slice(label.length).trim() : '';
  return name === '' ? null : name;
}
