/** *Nhật ký* drawn as it is begun, and the rows that are added to it. */
import type { Covenant } from '../../covenant/covenant';
import { rowHeights } from '../../spreadsheet/measure/rows';
import { type CellPatch, editOf, type SheetEdit } from '../../spreadsheet/change';
import { COLORS, FONT, LOCKED_PROTECTION, PlanDraft, TABLE_SIZE } from '../../spreadsheet/draft';
import { END_KEY, writeSheetKey } from '../../spreadsheet/keys';
import { layoutOf } from '../../spreadsheet/layout';
import type { PlanCell, SheetPlan } from '../../spreadsheet/plan';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { PAGE_MARGINS } from '../shared/letterhead';
import type { PrintedWord } from '../shared/printed';
import { sharedWords } from '../shared/words';
import type { ChainedEntry } from './chain';
import {
  entryKey,
  HEAD_COLUMNS,
  HEAD_KEY,
  HEADER_KEY,
  HIDDEN_ROWS,
  HINT_KEY,
  LAST_SHOWN,
  RECORD_COLUMNS,
  type RecordColumn,
  recordRowKeys,
  STATE_KEYS,
  SUBTITLE_KEY,
  TITLE_KEY,
} from './layout';
import { words } from './words';

/** Cells in which the last values are kept. */
export const STATE_CELLS = STATE_KEYS.length * RECORD_COLUMNS.length;
const ROW_HEIGHT = 16;
const COLUMNS = RECORD_COLUMNS.map(({ key }) => key);

/** The sheet with its first rows; `state` as {@link STATE_CELLS} texts. */
export function recordPlan(
  { cluster }: Pick<Covenant, 'cluster'>,
  name: string,
  entries: readonly ChainedEntry[],
  state: readonly string[],
): SheetPlan {
  const rowKeys = recordRowKeys(entries.map(({ own }) => own));
  const layout = layoutOf<RecordColumn>(rowKeys, ['', ...COLUMNS]);
  const key = writeSheetKey({ type: 'record', unit: '', version: '' });
  const draft = new PlanDraft<RecordColumn>(key, RECORD_COLUMNS, rowKeys, layout);
  drawTop(draft, cluster);
  drawHead(draft, entries);
  const header = draft.row(HEADER_KEY);
  drawEntries(draft, header, entries);
  const plan = draft.finish({
    name,
    tabColor: COLORS.grey,
    freeze: { rows: header + 1, columns: 0 },
    page: {
      orientation: 'landscape',
      margins: PAGE_MARGINS,
      printArea: { ...draft.span(0, 'number', LAST_SHOWN), rows: rowKeys.length },
      titleRows: { first: header, last: header },
      footer: { left: words.footer, right: '' },
      breaks: [],
    },
    protection: LOCKED_PROTECTION,
  });
  return { ...plan, hidden: true, cells: withState(plan.cells, state) };
}

/** What is printed above the rows. */
export function recordWords({ cluster }: Pick<Covenant, 'cluster'>): PrintedWord<RecordColumn>[] {
  const rowKeys = recordRowKeys([]);
  const draft = new PlanDraft<RecordColumn>('', RECORD_COLUMNS, rowKeys, layoutOf(rowKeys, ['', ...COLUMNS]));
  drawTop(draft, cluster);
  return draft.texts();
}

function drawTop(draft: PlanDraft<RecordColumn>, { title, period }: Covenant['cluster']): void {
  const center = { horizontal: 'center', bold: true, wrap: true } as const;
  draft.heading(draft.row(TITLE_KEY), 'number', LAST_SHOWN, words.title, { ...center, fontSize: 14 });
  draft.height(draft.row(TITLE_KEY), 24);
  const subtitle = sharedWords.subtitle(title, period.title);
  draft.heading(draft.row(SUBTITLE_KEY), 'number', LAST_SHOWN, subtitle, { ...center, bold: false });
  draft.heading(draft.row(HINT_KEY), 'number', LAST_SHOWN, words.hint, { italic: true, wrap: true });
  const header = draft.row(HEADER_KEY);
  for (const { key } of RECORD_COLUMNS) if (isShown(key)) draft.put(header, key, words.columns[key]);
  draft.style(draft.span(header, 'number', LAST_SHOWN), {
    bold: true,
    horizontal: 'center',
    wrap: true,
    borders: 'all',
    fill: COLORS.heading,
  });
}

const isShown = (key: RecordColumn): key is keyof typeof words.columns => key !== 'key' && key !== 'previous';

function drawHead(draft: PlanDraft<RecordColumn>, entries: readonly ChainedEntry[]): void {
  for (const key of HIDDEN_ROWS) draft.hideRow(draft.row(key));
  draft.put(draft.row(HEAD_KEY), HEAD_COLUMNS.count, entries.length);
  draft.put(draft.row(HEAD_KEY), HEAD_COLUMNS.last, entries.at(-1)?.own ?? null);
}

function drawEntries(draft: PlanDraft<RecordColumn>, header: number, entries: readonly ChainedEntry[]): void {
  const table = draft.span(header + 1, 'number', LAST_SHOWN, entries.length);
  draft.style(table, { borders: 'all', wrap: true });
  draft.style(draft.span(header + 1, 'number', 'number', entries.length), { horizontal: 'center' });
  draft.style(draft.span(header + 1, 'before', 'after', entries.length), { horizontal: 'left' });
  entries.forEach((entry, index) => {
    draft.height(header + 1 + index, ROW_HEIGHT);
    for (const column of COLUMNS) draft.put(header + 1 + index, column, cellOf(entry, column));
  });
}

function cellOf(entry: ChainedEntry, column: RecordColumn): PlanCell {
  const value = entry[column];
  return value === '' ? null : value;
}

/** The texts are put last: they are as long as a cell holds, and no row is to be as high as they are. */
function withState(cells: SheetPlan['cells'], state: readonly string[]): SheetPlan['cells'] {
  return cells.map((line, row) => {
    const first = (row - 1) * COLUMNS.length;
    if (row < 1 || row > STATE_KEYS.length) return line;
    return [line[0] ?? null, ...COLUMNS.map((_, column) => state[first + column] || null)];
  });
}

/** What of the record is to be written. */
export interface Addition {
  entries: readonly ChainedEntry[];
  /** How many rows there are then. */
  count: number;
  /** The texts of the state as they are and as they will be. */
  state: { before: readonly string[]; after: readonly string[] };
}

/**
 * New rows above the end row, as high as their texts need; the head and those cells of the state that change. null where the
 * sheet lacks a row or a column of its own.
 */
export function recordEdit(sheet: KeyedSheet<RecordColumn>, { entries, count, state }: Addition): SheetEdit | null {
  const { layout } = sheet;
  const [end, head, first] = [layout.row(END_KEY), layout.row(HEAD_KEY), layout.column('number')];
  const inOrder = COLUMNS.every((key, index) => layout.column(key) === (first ?? 0) + index);
  const rows = STATE_KEYS.flatMap((key) => layout.row(key) ?? []);
  if (end === undefined || head === undefined || first === undefined || !inOrder) return null;
  if (rows.length < STATE_KEYS.length) return null;
  const changed = state.after.flatMap((text, index): CellPatch[] => {
    const row = rows[Math.floor(index / COLUMNS.length)] ?? 0;
    const cells = [[text === '' ? null : text]];
    return text === state.before[index] ? [] : [{ row, column: first + (index % COLUMNS.length), cells }];
  });
  const last = entries.at(-1)?.own ?? null;
  const patches: CellPatch[] = [
    ...changed,
    { row: head, column: first + COLUMNS.indexOf(HEAD_COLUMNS.count), cells: [[count]] },
    { row: head, column: first + COLUMNS.indexOf(HEAD_COLUMNS.last), cells: [[last]] },
    {
      row: end,
      column: first - 1,
      cells: entries.map((entry) => [entryKey(entry.own), ...COLUMNS.map((column) => cellOf(entry, column))]),
    },
  ];
  const insertion = {
    row: end,
    rows: entries.length,
    anchor: END_KEY,
    height: ROW_HEIGHT,
    heights: heightsOf(entries).map(({ index, height }) => ({ row: end + index, height })),
  };
  return editOf(sheet, patches, { insertion });
}

/** Points, of entries whose texts need more than one line. */
function heightsOf(entries: readonly ChainedEntry[]): { index: number; height: number }[] {
  const shown = RECORD_COLUMNS.filter(({ hidden }) => hidden !== true);
  const { heights } = rowHeights({
    // The first row is taken for that of the keys.
    cells: [[], ...entries.map((entry) => shown.map(({ key }) => cellOf(entry, key)))],
    widths: shown.map(({ width }) => width),
    merges: [],
    styles: [
      {
        area: { row: 0, column: 0, rows: entries.length + 1, columns: shown.length },
        style: { fontName: FONT, fontSize: TABLE_SIZE, wrap: true },
      },
    ],
    others: [],
  });
  return [...heights].flatMap(([row, height]) => (height > ROW_HEIGHT && row > 0 ? [{ index: row - 1, height }] : []));
}
