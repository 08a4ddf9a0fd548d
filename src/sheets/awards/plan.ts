/** *Xét danh hiệu* as a plan: the entries for each award, and space below for the proposals of the ranking. */
import type { Cluster, Covenant, Unit } from '../../covenant/covenant';
import { fingerprint } from '../../covenant/fingerprint';
import { COLORS, LOCKED_PROTECTION, type PageOptions, PlanDraft } from '../../spreadsheet/draft';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { END_KEY, rowKey, writeSheetKey } from '../../spreadsheet/keys';
import { type Layout, layoutOf, type KeyedText } from '../../spreadsheet/layout';
import { pageBreaks } from '../../spreadsheet/measure/pages';
import {
  drawLetterhead,
  type Halves,
  halvesOf,
  issuerOf,
  signatoriesOf,
  PAGE_MARGINS,
  NAMES_IN_SIGHT,
  SPACER_HEIGHT,
} from '../shared/letterhead';
import type { Area, PlanCell, PlanStyle, SheetPlan } from '../../spreadsheet/plan';
import type { CellPatch, SheetFit } from '../../spreadsheet/change';
import { fitOf, reserveTexts, textsOf } from '../../spreadsheet/fit';
import { type PrintedWord, toldUnits } from '../shared/printed';
import { rowCells } from '../shared/unitRows';
import {
  BASIS_COLUMN,
  CONDITIONS_ROW,
  type EntryWord,
  groupsOf,
  PROPOSAL_ROWS,
  proposalRow,
  ROTATION_KEY,
  AWARDS_HEADER,
  AWARDS_ROW,
  awardsColumns,
  awardsRowKeys,
} from './layout';
import type { AwardsColumn } from '../shared/columns';
import { words } from './words';
import { sharedWords } from '../shared/words';

/** Points. */
export const AWARDS_ROW_HEIGHT = 28;
const SMALL_SIZE = 10;
const LINE = 18;
/** A row in which nothing is written. */
const GAP = 4;
/** Larger numbers are typing errors. */
export const MAX_COUNT = 1_000_000;
export const MAX_ORDER = 999;

/** The plan with a row for each unit of the covenant; `texts` are the texts that the rows must fit. */
export function awardsPlan(
  covenant: Covenant,
  name: string,
  texts: readonly KeyedText<AwardsColumn>[] = [],
): SheetPlan {
  const { version } = covenant.criteria;
  const draft = drawAwards(covenant);
  keepTogether(draft, covenant);
  reserveTexts(draft, texts);
  const page: PageOptions = {
    orientation: 'landscape',
    margins: PAGE_MARGINS,
    printArea: { ...draft.span(0, 'number', BASIS_COLUMN), rows: draft.rowKeys.length },
    titleRows: { first: draft.row(AWARDS_ROW), last: draft.row(AWARDS_HEADER) },
    footer: { left: sharedWords.footer(version, fingerprint(covenant)), right: '' },
  };
  // On sheets of earlier builds the heading comes on every page: there is space for it on these too.
  const breaks = pageBreaks(draft.paged(page));
  const goesOn = breaks.some((row) => row <= draft.row(END_KEY));
  return draft.finish({
    name,
    tabColor: '#7F6000',
    freeze: NAMES_IN_SIGHT,
    // Excel would repeat the heading over the proposals as well.
    page: { ...page, breaks, titleRows: goesOn ? page.titleRows : null },
    protection: LOCKED_PROTECTION,
  });
}

function drawAwards(covenant: Covenant): PlanDraft<AwardsColumn> {
  const columns = awardsColumns(covenant);
  const rowKeys = awardsRowKeys(covenant);
  const layout = layoutOf(rowKeys, ['', ...columns.map(({ key }) => key)]);
  const key = writeSheetKey({ type: 'titles', unit: '', version: fingerprint(covenant) });
  const draft = new PlanDraft(key, columns, rowKeys, layout);
  drawHead(draft, covenant, halvesOf(columns));
  drawHeading(draft, covenant);
  drawTable(draft, covenant);
  drawProposals(draft, covenant);
  drawSignatures(draft, covenant.cluster, halvesOf(columns));
  return draft;
}

/** What is printed on the sheet, with the names by which rows and awards are told apart; the ranking renews its own rows. */
export function awardsWords(covenant: Covenant): PrintedWord<AwardsColumn>[] {
  const ranked = new Set<string>(
    covenant.cluster.awards.flatMap(({ id }) => PROPOSAL_ROWS.map((row) => proposalRow(row, id))),
  );
  const words = drawAwards(covenant).texts();
  return toldUnits(words.filter(({ row }) => !ranked.has(row))).map((word) =>
    word.row === AWARDS_ROW || word.row === CONDITIONS_ROW
      ? { ...word, tells: { kind: 'award', along: 'columns', follows: false } }
      : word,
  );
}

/** An existing sheet, fitted to its content once the patches are written: the rows written into, or all. */
export function awardsFit(
  covenant: Covenant,
  sheet: KeyedSheet<AwardsColumn>,
  patches: readonly CellPatch[] | 'all',
): SheetFit | null {
  const texts = textsOf(sheet, ['number', 'unit', BASIS_COLUMN], patches);
  return fitOf(awardsPlan(covenant, sheet.snapshot.name, texts), sheet, patches);
}

/** The heading and the first unit; an award with its proposals; the rotation and the signatures. */
function keepTogether(draft: PlanDraft<AwardsColumn>, { cluster }: Covenant): void {
  draft.keepTogether(draft.row(AWARDS_ROW), draft.row(AWARDS_HEADER) + 1);
  for (const { id } of cluster.awards)
    draft.keepTogether(draft.row(proposalRow('quota', id)), draft.row(proposalRow('nominated', id)));
  draft.keepTogether(draft.row(rowKey.field('proposals')), draft.row(rowKey.field('proposals')) + 2);
  draft.keepTogether(draft.row(ROTATION_KEY) - 1, draft.row(rowKey.field('room')));
}

/** The cells of a row for a unit that was added later; `position` is the unit's number, from 1. */
export function awardsRow(covenant: Covenant, unit: Unit, position: number, layout: Layout<AwardsColumn>): PlanCell[] {
  const keys = awardsColumns(covenant).map((column) => column.key);
  const fixed = new Map<string, PlanCell>([
    ['number', position],
    ['unit', unit.name],
  ]);
  return rowCells(layout, keys, unit, (column) => fixed.get(column) ?? null);
}

function drawHead(draft: PlanDraft<AwardsColumn>, { cluster }: Covenant, { left, right }: Halves<AwardsColumn>): void {
  const row = (name: string): number => draft.row(rowKey.field(name));
  drawLetterhead(draft, {
    cluster,
    issuer: { name: issuerOf(cluster), field: 'cluster' },
    title: words.title,
    subtitle: sharedWords.subtitle(cluster.title, cluster.period.title),
    left,
    right,
  });
  draft.height(row('hint'), SPACER_HEIGHT);
  for (const name of ['place', 'title', 'subtitle']) draft.height(row(name), 24);
}

/** Three rows: each award over all its columns, each condition over its own, and the headings of the columns. */
function drawHeading(draft: PlanDraft<AwardsColumn>, { cluster }: Covenant): void {
  const [awards, conditions, header] = [draft.row(AWARDS_ROW), draft.row(CONDITIONS_ROW), draft.row(AWARDS_HEADER)];
  const style = { bold: true, horizontal: 'center', wrap: true, fill: COLORS.heading, fontSize: SMALL_SIZE } as const;
  draft.style(draft.span(awards, 'number', BASIS_COLUMN, header - awards + 1), { ...style, borders: 'all' });
  const over = (row: number, keys: readonly AwardsColumn[], text: string): void => {
    const [first, last] = [keys[0], keys.at(-1)];
    if (first === undefined || last === undefined) return;
    draft.heading(row, first, last, text === '' ? null : text, { bold: row !== conditions });
    draft.height(row, 18);
  };
  for (const word of ['number', 'unit', BASIS_COLUMN] as const) over(header, [word], words.columns[word]);
  for (const award of cluster.awards) {
    const groups = groupsOf(award).map((one) => ({ ...one, keys: one.columns.map(({ key }) => key) }));
    over(
      awards,
      groups.flatMap(({ keys }) => keys),
      award.name,
    );
    for (const { heading, keys } of groups) over(conditions, keys, heading);
    for (const { key, word } of groups.flatMap((one) => one.columns)) over(header, [key], words.columns[word]);
  }
}

/** The table's formats reach down to the end row, so that rows inserted above it get the same formats. */
function drawTable(draft: PlanDraft<AwardsColumn>, { cluster }: Covenant): void {
  const first = draft.row(AWARDS_HEADER) + 1;
  const span = (from: AwardsColumn, to: AwardsColumn): Area => draft.span(first, from, to, cluster.units.length + 1);
  cluster.units.forEach((unit, index) => {
    const row = draft.row(rowKey.unit(unit.id));
    draft.put(row, 'number', index + 1);
    draft.put(row, 'unit', unit.name);
    draft.height(row, AWARDS_ROW_HEIGHT);
  });
  draft.height(draft.row(END_KEY), 4);
  draft.style(span('number', BASIS_COLUMN), { horizontal: 'center' });
  draft.style(draft.span(first, 'number', BASIS_COLUMN, cluster.units.length), { borders: 'all' });
  draft.style(span('unit', 'unit'), { wrap: true, numberFormat: '@', horizontal: 'left' });
  const entries = cluster.awards.flatMap(groupsOf).flatMap(({ columns }) => columns);
  const opened = { fill: COLORS.entry, locked: false };
  const [from, to] = [entries[0]?.key, entries.at(-1)?.key];
  if (from !== undefined && to !== undefined) draft.style(span(from, to), opened);
  draft.style(span(BASIS_COLUMN, BASIS_COLUMN), { ...opened, wrap: true, numberFormat: '@', horizontal: 'left' });
  for (const { key, word } of entries) guard(draft, span(key, key), word);
}

function guard(draft: PlanDraft<AwardsColumn>, area: Area, word: EntryWord): void {
  const ordered = word === 'order';
  draft.validate({
    areas: [area],
    rule: { type: 'whole', min: ordered ? 1 : 0, max: ordered ? MAX_ORDER : MAX_COUNT },
    error: { title: sharedWords.refusedTitle, message: ordered ? words.refused.order : words.refused.count },
    prompt: words.prompt,
  });
}

/** Space for the proposals: the quota, the units proposed, and the units passed over with the reasons. Rows grow with their text. */
function drawProposals(draft: PlanDraft<AwardsColumn>, { cluster }: Covenant): void {
  const line = (row: number, text: PlanCell, height: number, style: PlanStyle = {}): void => {
    draft.heading(row, 'number', BASIS_COLUMN, text, { wrap: true, vertical: 'top', numberFormat: '@', ...style });
    draft.height(row, height);
  };
  line(draft.row(rowKey.field('proposals')), words.proposalsHeading, 22, { bold: true, fill: COLORS.part });
  cluster.awards.forEach((award, index) => {
    for (const row of PROPOSAL_ROWS) {
      const text = row === 'quota' ? words.notYet(index + 1, award.name) : null;
      // Without a quota there is one sentence.
      const height = award.quota === null && row !== 'quota' ? GAP : LINE;
      line(draft.row(proposalRow(row, award.id)), text, height, { bold: row === 'quota' });
    }
  });
  line(draft.row(ROTATION_KEY), null, LINE, { italic: true });
}

function drawSignatures(draft: PlanDraft<AwardsColumn>, cluster: Cluster, { left, right }: Halves<AwardsColumn>): void {
  const row = draft.row(rowKey.field('signatures'));
  const center = { horizontal: 'center', fontSize: 13 } as const;
  for (const { half, signatory } of [
    { half: left, signatory: signatoriesOf(cluster).preparedBy },
    { half: right, signatory: words.signatures },
  ]) {
    draft.heading(row, ...half, signatory, { ...center, bold: true });
    draft.heading(row + 1, ...half, sharedWords.signHere, { ...center, italic: true });
  }
  draft.height(row, 26);
  draft.height(draft.row(rowKey.field('room')), 60);
}
