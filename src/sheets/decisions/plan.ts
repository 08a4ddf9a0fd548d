/** *Quyết định* as a plan: a row for each decision, with space for what was decided, its basis, the day and who decided. */
import type { Covenant } from '../../covenant/covenant';
import { checksum, fingerprint } from '../../covenant/fingerprint';
import { DAY_FORMAT } from '../../spreadsheet/days';
import { COLORS, LOCKED_PROTECTION, PlanDraft } from '../../spreadsheet/draft';
import type { SheetFit } from '../../spreadsheet/change';
import { fitOf, reserveTexts, textsOf } from '../../spreadsheet/fit';
import { END_KEY, entriesOf, rowKey, type RowKey, writeSheetKey } from '../../spreadsheet/keys';
import { type KeyedText, layoutOf } from '../../spreadsheet/layout';
import type { Area, SheetPlan } from '../../spreadsheet/plan';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { type ClusterDecision, type DecisionColumn, type DecisionRecord, isChosen } from '../shared/decisions';
import {
  drawLetterhead,
  halvesOf,
  issuerOf,
  PAGE_MARGINS,
  NAMES_IN_SIGHT,
  SPACER_HEIGHT,
  signatoriesOf,
} from '../shared/letterhead';
import { sharedWords } from '../shared/words';
import { printedMatter } from './decidedOn';
import { BALLOTS, DECISION_COLUMNS, DECISIONS_HEADER, decisionRowKeys } from './layout';
import { covenantBases } from './matters';
import { isOpenChoice, readDecisions } from './read';
import { nameFor, offeredIn } from './rows';
import { words } from './words';

/** Points. */
const ROW_HEIGHT = 30;
const SMALL_SIZE = 10;
const MAX_LIST_LENGTH = 255;

/** A row as it is drawn; `offered` are choices, `choice` is printed where there is none to make. */
export interface DecisionRow {
  key: RowKey;
  unit: string;
  text: string;
  proposal: string;
  basis: string;
  choice: string | null;
  offered: readonly string[];
}

/** Every matter there is, one that was decided as it was then; after them what was recorded of others that have passed since: what was decided stays on record. */
export function rowsOf(
  covenant: Covenant,
  decisions: readonly ClusterDecision[],
  before: KeyedSheet<DecisionColumn> | null,
): DecisionRow[] {
  const current = decisions.map((decision): DecisionRow => {
    const matter = printedMatter(decision);
    const [only] = matter.choices;
    const printed = isChosen(matter) || only === undefined ? null : words.choices[only];
    return { ...matter, choice: printed, offered: offeredIn(covenant, matter.key) };
  });
  const keys = new Set(current.map(({ key }) => key));
  const bases = covenantBases(covenant);
  const kept = [...readDecisions(before).values()].filter(
    ({ key, begun, basis }) => !keys.has(key) && (begun || (basis !== '' && !bases.has(basis))),
  );
  return [...current, ...kept.map((record) => keptRow(covenant, record))];
}

function keptRow(covenant: Covenant, { key, text, proposal, choiceText, ...record }: DecisionRecord): DecisionRow {
  const unit = nameFor(covenant, key) ?? record.unit;
  const choice = isOpenChoice(key) ? null : choiceText;
  return { key, unit, text, proposal, basis: '', choice, offered: offeredIn(covenant, key) };
}

/** The checksum of what there is to decide: a sheet with another version is out of date. */
export function decisionsVersion(covenant: Covenant, decisions: readonly ClusterDecision[]): string {
  return checksum([
    fingerprint(covenant),
    decisions.map(printedMatter).map((matter) => ({ ...matter, choices: [...matter.choices] })),
  ]);
}

/** The plan of some rows; `texts` are the texts that they must fit beside their own. */
export function decisionsPlan(
  covenant: Covenant,
  rows: readonly DecisionRow[],
  { name, version, texts = [] }: { name: string; version: string; texts?: readonly KeyedText<DecisionColumn>[] },
): SheetPlan {
  const { criteria } = covenant;
  const rowKeys = decisionRowKeys(rows.map(({ key }) => key));
  const layout = layoutOf(rowKeys, ['', ...DECISION_COLUMNS.map(({ key }) => key)]);
  const key = writeSheetKey({ type: 'decisions', unit: '', version });
  const draft = new PlanDraft<DecisionColumn>(key, DECISION_COLUMNS, rowKeys, layout);
  drawHead(draft, covenant, rows.length);
  drawTable(draft, rows);
  drawSignatures(draft, covenant);
  reserveTexts(draft, texts);
  const header = draft.row(DECISIONS_HEADER);
  draft.keepTogether(header, header + 1);
  draft.keepTogether(draft.row(END_KEY) - 1, draft.row(rowKey.field('room')));
  return draft.finish({
    name,
    tabColor: '#7F6000',
    freeze: NAMES_IN_SIGHT,
    page: {
      orientation: 'landscape',
      margins: PAGE_MARGINS,
      printArea: { ...draft.span(0, 'number', 'person'), rows: rowKeys.length },
      titleRows: { first: header, last: header },
      footer: { left: sharedWords.footer(criteria.version, fingerprint(covenant)), right: '' },
    },
    protection: LOCKED_PROTECTION,
  });
}

/** A sheet that exists with the rows that it has, whatever there is to decide by now. */
export function decisionsAsMade(
  covenant: Covenant,
  sheet: KeyedSheet<DecisionColumn>,
  texts: readonly KeyedText<DecisionColumn>[] = [],
): SheetPlan {
  const rows = [...readDecisions(sheet).values()].map((record) => keptRow(covenant, record));
  return decisionsPlan(covenant, rows, { name: sheet.snapshot.name, version: sheet.key.version, texts });
}

/** A sheet that exists, fitted to what was typed. */
export function decisionsFit(covenant: Covenant, sheet: KeyedSheet<DecisionColumn>): SheetFit | null {
  const texts = textsOf(sheet, ['unit', 'matter', 'proposal', 'choice', 'basis', 'person'], 'all');
  return fitOf(decisionsAsMade(covenant, sheet, texts), sheet, 'all');
}

function drawHead(draft: PlanDraft<DecisionColumn>, { cluster }: Covenant, rows: number): void {
  drawLetterhead(draft, {
    cluster,
    issuer: { name: issuerOf(cluster), field: 'cluster' },
    title: words.title,
    subtitle: sharedWords.subtitle(cluster.title, cluster.period.title),
    ...halvesOf(DECISION_COLUMNS),
  });
  const row = draft.row(rowKey.field('hint'));
  if (rows === 0) draft.heading(row, 'number', 'person', words.none, { italic: true, wrap: true });
  else draft.height(row, SPACER_HEIGHT);
  for (const name of ['place', 'title', 'subtitle']) draft.height(draft.row(rowKey.field(name)), 24);
}

function drawTable(draft: PlanDraft<DecisionColumn>, rows: readonly DecisionRow[]): void {
  const header = draft.row(DECISIONS_HEADER);
  for (const [column, text] of entriesOf(words.columns)) draft.put(header, column, text);
  draft.style(draft.span(header, 'number', 'person'), {
    bold: true,
    horizontal: 'center',
    wrap: true,
    fill: COLORS.heading,
    fontSize: SMALL_SIZE,
  });
  draft.style(draft.span(header, 'number', 'person', rows.length + 1), { borders: 'all' });
  draft.height(draft.row(END_KEY), 4);
  if (rows.length === 0) return;
  const span = (from: DecisionColumn, to: DecisionColumn): Area => draft.span(header + 1, from, to, rows.length);
  draft.style(span('unit', 'person'), { wrap: true, numberFormat: '@', fontSize: SMALL_SIZE, vertical: 'top' });
  draft.style(span('number', 'number'), { horizontal: 'center', vertical: 'top' });
  draft.style(span('day', 'day'), { horizontal: 'center', numberFormat: DAY_FORMAT });
  draft.style(span('inFavour', 'person'), { fill: COLORS.entry, locked: false });
  draft.style(span('inFavour', 'present'), { horizontal: 'center', numberFormat: 'General' });
  draft.validate({
    areas: [span('inFavour', 'present')],
    rule: { type: 'whole', min: 0, max: BALLOTS.max },
    error: { title: sharedWords.refusedTitle, message: words.refusedVotes },
    prompt: words.prompt,
  });
  draft.validate({
    areas: [span('day', 'day')],
    rule: { type: 'date' },
    error: { title: sharedWords.refusedTitle, message: sharedWords.refusedDay },
    prompt: words.prompt,
  });
  rows.forEach((row, index) => drawRow(draft, row, index + 1));
}

function drawRow(draft: PlanDraft<DecisionColumn>, row: DecisionRow, position: number): void {
  const at = draft.row(row.key);
  draft.put(at, 'number', position);
  draft.put(at, 'unit', row.unit);
  draft.put(at, 'matter', row.text);
  draft.put(at, 'proposal', row.proposal);
  draft.put(at, 'choice', row.choice);
  draft.put(at, 'basis', row.basis || null);
  draft.height(at, ROW_HEIGHT);
  if (row.choice !== null) return;
  const area = draft.span(at, 'choice', 'choice');
  draft.style(area, { fill: COLORS.entry, locked: false });
  // Excel splits a typed list at commas and takes no longer one; what is typed is compared with the names when it is read.
  const { offered: values } = row;
  if (values.length === 0 || values.join(',').length > MAX_LIST_LENGTH || values.some((one) => one.includes(',')))
    return;
  draft.validate({
    areas: [area],
    rule: { type: 'list', values },
    error: { title: sharedWords.refusedTitle, message: words.refusedChoice(values) },
    prompt: words.prompt,
  });
}

function drawSignatures(draft: PlanDraft<DecisionColumn>, { cluster }: Covenant): void {
  const { left, right } = halvesOf(DECISION_COLUMNS);
  const { preparedBy, cluster: head } = signatoriesOf(cluster);
  const row = draft.row(rowKey.field('signatures'));
  const center = { horizontal: 'center', fontSize: 13 } as const;
  for (const { half, text } of [
    { half: left, text: preparedBy },
    { half: right, text: head },
  ]) {
    draft.heading(row, ...half, text, { ...center, bold: true });
    draft.heading(row + 1, ...half, sharedWords.signHere, { ...center, italic: true });
  }
  draft.height(row, 30);
  draft.height(draft.row(rowKey.field('room')), 70);
}
