/** The minutes (Biên bản họp xét thi đua) as a plan: a portrait page of text and tables, with space for handwritten entries. */
import type { Cluster, Covenant } from '../../covenant/covenant';
import { checksum, fingerprint } from '../../covenant/fingerprint';
import { textOf } from '../../covenant/cell';
import { COLORS, LOCKED_PROTECTION, type PageOptions, PlanDraft } from '../../spreadsheet/draft';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { rowKey, writeSheetKey, type RowKey } from '../../spreadsheet/keys';
import { layoutOf } from '../../spreadsheet/layout';
import { drawLetterhead, issuerOf, MOTTO_KEY, PAGE_MARGINS, superiorLines } from '../shared/letterhead';
import type { PlanCell, PlanStyle, SheetPlan } from '../../spreadsheet/plan';
import { type MinutesFacts, minutesContent } from './content';
import {
  type Block,
  LABEL,
  LABELLED_ENTRY,
  LEFT_HALF,
  LEFT_WIDTH,
  type Line,
  type LineStyle,
  MINUTES_COLUMNS,
  type MinutesColumn,
  RIGHT_HALF,
  type Table,
  WHOLE,
} from './layout';
import { rowsOf, withRepeatedHeadings } from './pages';
import { words } from './words';
import { drawStale, STALE_KEY } from '../shared/stale';
import { sharedWords } from '../shared/words';

const BODY_SIZE = 13;
const TABLE_SIZE = 11;
/** Points: with a gap to the table above. */
const HEADING_HEIGHT = 22;
/** Points: space for a signature. */
const ROOM = 56;

/** What minutes are drawn with beside their content. */
export interface MinutesParts {
  name: string;
  /** The minutes in the workbook, whose entries are kept. */
  before: KeyedSheet<MinutesColumn> | null;
  /** Above zero where the workbook has changed since; null where they are drawn to be compared. */
  staleTerms: readonly string[] | null;
}

export function minutesPlan(facts: MinutesFacts, parts: MinutesParts): SheetPlan {
  const { name } = parts;
  const blocks = minutesContent(facts);
  const draft = drawn(facts, blocks, parts);
  const first = headKeys(facts).length;
  const repeated = withRepeatedHeadings(blocks, first, draft.paged(pageOf(draft, facts.covenant)));
  return finished(repeated === blocks ? draft : drawn(facts, repeated, parts), facts, name);
}

/** What stands in the rows of the minutes, without headings that are repeated on another page. */
export function minutesCells(facts: MinutesFacts): SheetPlan['cells'] {
  const parts = { name: words.sheetName, before: null, staleTerms: null };
  return finished(drawn(facts, minutesContent(facts), parts), facts, parts.name).cells;
}

function finished(draft: PlanDraft<MinutesColumn>, { covenant }: MinutesFacts, name: string): SheetPlan {
  return draft.finish({
    name,
    tabColor: '#7F7F7F',
    freeze: { rows: 0, columns: 0 },
    page: pageOf(draft, covenant),
    protection: LOCKED_PROTECTION,
  });
}

/** The checksum of the generated content, without the entries: minutes with another version are out of date. */
export function minutesVersion(facts: MinutesFacts): string {
  return checksum([fingerprint(facts.covenant), minutesContent(facts)]);
}

function pageOf(draft: PlanDraft<MinutesColumn>, covenant: Covenant): PageOptions {
  const { version } = covenant.criteria;
  return {
    orientation: 'portrait',
    margins: PAGE_MARGINS,
    printArea: { ...draft.span(0, ...WHOLE), rows: draft.rowKeys.length },
    titleRows: null,
    footer: { left: sharedWords.footer(version, fingerprint(covenant)), right: '' },
  };
}

function drawn(
  facts: MinutesFacts,
  blocks: readonly Block[],
  { before, staleTerms }: MinutesParts,
): PlanDraft<MinutesColumn> {
  const { covenant, ranking } = facts;
  const recipients = recipientsOf(covenant.cluster);
  const rowKeys = [...headKeys(facts), ...blocks.flatMap(keysOf), ...footKeys(recipients.length)];
  const layout = layoutOf(rowKeys, ['', ...MINUTES_COLUMNS.map(({ key }) => key)]);
  const key = writeSheetKey({ type: 'minutes', unit: '', version: minutesVersion(facts) });
  const draft = new PlanDraft(key, MINUTES_COLUMNS, rowKeys, layout);
  draft.style(draft.span(0, ...WHOLE, rowKeys.length), { fontSize: BODY_SIZE });
  drawHead(draft, covenant.cluster, ranking.provisional, keptText(before, rowKey.field('number'), LEFT_HALF[0]));
  drawStale(draft, WHOLE, staleTerms);
  drawBlocks(draft, blocks, headKeys(facts).length, before);
  drawFoot(draft, recipients);
  return draft;
}

function headKeys({ covenant: { cluster }, ranking: { provisional } }: MinutesFacts): (RowKey | null)[] {
  const [, rest] = superiorLines(cluster, LEFT_WIDTH);
  const motto = rest === undefined ? [] : [MOTTO_KEY];
  const [superior, ...below] = (['superior', 'cluster', 'place', 'number'] as const).map(rowKey.field);
  const fields = ['title', 'subtitle', ...(provisional ? ['status'] : [])].map(rowKey.field);
  return [null, superior ?? null, ...motto, ...below, STALE_KEY, ...fields];
}

function footKeys(recipients: number): (RowKey | null)[] {
  return [
    rowKey.field('signatures'),
    rowKey.field('signHere'),
    rowKey.field('room'),
    rowKey.field('recipients'),
    ...Array.from({ length: recipients }, () => null),
  ];
}

function keysOf(block: Block): (RowKey | null)[] {
  return block.type === 'line' ? [block.key] : [null, ...block.rows.map(({ key }) => key)];
}

/** `number` is the number of the minutes where it was typed already. */
function drawHead(draft: PlanDraft<MinutesColumn>, cluster: Cluster, provisional: boolean, number: string): void {
  drawLetterhead(draft, {
    cluster,
    issuer: { name: issuerOf(cluster), field: 'cluster' },
    title: words.title,
    subtitle: words.subtitle(cluster.period.title),
    left: LEFT_HALF,
    right: RIGHT_HALF,
    undated: true,
  });
  const row = (name: string): number => draft.row(rowKey.field(name));
  draft.style(draft.span(row('subtitle'), ...WHOLE), { bold: true });
  draft.heading(row('number'), ...LEFT_HALF, number || words.number, {
    horizontal: 'center',
    locked: false,
    numberFormat: '@',
  });
  if (!provisional) return;
  draft.heading(row('status'), ...WHOLE, words.provisional, {
    bold: true,
    horizontal: 'center',
    fontColor: COLORS.alarm,
  });
  draft.height(row('status'), 24);
}

function drawBlocks(
  draft: PlanDraft<MinutesColumn>,
  blocks: readonly Block[],
  first: number,
  before: KeyedSheet<MinutesColumn> | null,
): void {
  let row = first;
  for (const block of blocks) {
    if (block.type === 'line') drawLine(draft, row, block, before);
    else drawTable(draft, row, block, before);
    row += rowsOf(block);
  }
}

const LINE_STYLES: Readonly<Record<LineStyle, PlanStyle>> = {
  part: { bold: true, vertical: 'bottom' },
  heading: { bold: true, italic: true, vertical: 'bottom' },
  basis: { italic: true, horizontal: 'justify' },
  text: { horizontal: 'justify' },
  entry: { horizontal: 'justify', fill: COLORS.entry, locked: false },
};

function drawLine(
  draft: PlanDraft<MinutesColumn>,
  row: number,
  line: Line,
  before: KeyedSheet<MinutesColumn> | null,
): void {
  const span = line.label === undefined ? WHOLE : LABELLED_ENTRY;
  const text = (line.key !== null && keptText(before, line.key, span[0])) || line.text;
  const style = { wrap: true, vertical: 'top', numberFormat: '@', ...LINE_STYLES[line.style] } as const;
  if (line.label !== undefined) draft.heading(row, ...LABEL, line.label, { vertical: 'top' });
  draft.heading(row, ...span, text, style);
  // A heading is on the same page as the row below it.
  if (line.style !== 'part' && line.style !== 'heading') return;
  draft.keepTogether(row, row + 1);
  draft.height(row, HEADING_HEIGHT);
}

function drawTable(
  draft: PlanDraft<MinutesColumn>,
  header: number,
  { columns, rows }: Table,
  before: KeyedSheet<MinutesColumn> | null,
): void {
  const [first, last] = [columns[0]?.span[0], columns.at(-1)?.span[1]];
  if (first === undefined || last === undefined) return;
  draft.style(draft.span(header, first, last, rows.length + 1), { fontSize: TABLE_SIZE, borders: 'all' });
  for (const { span, title } of columns) {
    draft.heading(header, ...span, title, { bold: true, horizontal: 'center', wrap: true, fill: COLORS.heading });
  }
  draft.keepTogether(header, header + 1);
  if (rows.length === 0) return;
  columns.forEach(({ span, align, entry }, at) => {
    const cells = rows.map(({ key, cells: own }): PlanCell => {
      const kept = entry && key !== null ? keptText(before, key, span[0]) : '';
      return kept || (own[at] ?? null);
    });
    const texts = cells.every((cell) => typeof cell !== 'number') ? { numberFormat: '@' } : {};
    const open = entry ? { fill: COLORS.entry, locked: false } : {};
    draft.style(draft.span(header + 1, ...span, rows.length), { horizontal: align, wrap: true, ...texts, ...open });
    cells.forEach((cell, index) => {
      const area = draft.merged(header + 1 + index, ...span, cell);
      // A text among numbers.
      if (typeof cell === 'string' && !('numberFormat' in texts)) draft.style(area, { numberFormat: '@' });
    });
  });
}

/** The entry in a cell of the earlier minutes; '' where there are none. */
function keptText(before: KeyedSheet<MinutesColumn> | null, key: RowKey, column: MinutesColumn): string {
  const cell = before && keyedCell(before, key, column);
  return cell ? textOf(cell) : '';
}

function recipientsOf({ paper: { recipients }, type }: Cluster): readonly string[] {
  const named = recipients
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return named.length > 0 ? named : words.usualRecipients(type);
}

function drawFoot(draft: PlanDraft<MinutesColumn>, recipients: readonly string[]): void {
  const row = (name: string): number => draft.row(rowKey.field(name));
  const center = { horizontal: 'center' } as const;
  for (const [span, text] of [
    [LEFT_HALF, words.signatures.secretary],
    [RIGHT_HALF, words.signatures.chair],
  ] as const) {
    draft.heading(row('signatures'), ...span, text, { ...center, bold: true });
    draft.heading(row('signHere'), ...span, sharedWords.signHere, { ...center, italic: true });
    draft.heading(row('room'), ...span, null, center);
  }
  draft.height(row('signatures'), 26);
  draft.height(row('room'), ROOM);
  draft.heading(row('recipients'), ...LEFT_HALF, words.recipients, { bold: true, italic: true, fontSize: 12 });
  // With the last heading of the content: a page that only says that the meeting ended could be put under other minutes.
  draft.keepTogether(row('other') - 1, row('recipients') + recipients.length);
  recipients.forEach((name, index) => {
    const text = words.recipient(name, index === recipients.length - 1);
    const at = row('recipients') + 1 + index;
    draft.heading(at, ...LEFT_HALF, text, { fontSize: TABLE_SIZE, wrap: true, numberFormat: '@' });
  });
}
