/** The list of amendments (*Điều chỉnh*): what was changed after sealing, with the reason and the number of the minutes. */
import { PAGE_MARGINS } from '../shared/letterhead';
import type { Covenant } from '../../covenant/covenant';
import { allLines } from '../../covenant/criteria';
import { pointsText } from '../../covenant/numberText';
import { textOf, type Shown } from '../../covenant/cell';
import type { SummaryColumn } from '../shared/columns';
import type { Halves } from '../shared/letterhead';
import type { PrintedWord } from '../shared/printed';
import type { WorkbookSheets } from '../shared/evaluation';
import type { Amendment, AmendmentColumn, CellDifference, Difference } from '../shared/seal';
import { drawTableSigned, drawTableTop } from '../detail/table';
import { COLORS, LOCKED_PROTECTION, PlanDraft } from '../../spreadsheet/draft';
import { formulaAt, type KeyedSheet, keyedCell, type SheetSnapshot } from '../../spreadsheet/snapshot';
import { entriesOf, rowKey, writeSheetKey, type RowKey } from '../../spreadsheet/keys';
import { layoutOf } from '../../spreadsheet/layout';
import type { CellPatch } from '../../spreadsheet/change';
import { parseAddress, type SheetPlan } from '../../spreadsheet/plan';
import type { SheetPatches } from '../definition';
import {
  AMENDMENT_COLUMNS,
  amendmentKey,
  AMENDMENTS_HEADER,
  AMENDMENTS_PART,
  isAmendmentKey,
  isOriginal,
  SEALED_ROWS,
  WORDS_KEY,
} from './layout';
import { sealFooter, type Sealing } from './plan';
import { isLine } from './sealed';
import { LIST_SOURCE, partSource, unitSource } from '../shared/copySources';
import { sealedSources } from './extents';
import { sealWords, words } from './words';

const LAST = 'minutes';
const HALVES: Halves<AmendmentColumn> = { left: ['number', 'line'], right: ['before', LAST] };

/** The sources of the reason for a change: the note of the line, the reason of the eligibility. */
export interface Reasons {
  covenant: Covenant;
  summary: KeyedSheet<SummaryColumn>;
  noteOf(unit: string, line: string): string;
}

/** What changed since the last seal: points and outcomes, what else was entered, and what cannot be told any more, in words. */
export interface Amended {
  changes: readonly Difference[];
  cells: readonly CellDifference[];
  lost: readonly string[];
}

/** A row for each difference of a round; reason and minutes are for a person to complete. */
export function amendmentsOf({ changes, cells, lost }: Amended, round: number, reasons: Reasons): Amendment[] {
  const { units } = reasons.covenant.cluster;
  const nameOf = (unit: string): string => units.find(({ id }) => id === unit)?.name ?? unit;
  const { none } = words.amendments;
  // Which entries changed is told cell by cell.
  const told = new Set(cells.map(unitOf));
  const points = changes.filter(({ row, unit }) => row !== ENTRIES_ROW || !told.has(unit));
  return [
    ...lost.map((line, index): Amendment => {
      const texts = { ...textsOf(round), unit: '', line, before: none, after: none };
      return { key: amendmentKey(round, `lost:${index + 1}`, ''), texts };
    }),
    ...points.map((one): Amendment => {
      const key = amendmentKey(round, one.row, one.unit);
      const [before, after] = beforeAndAfter(one);
      const reason = isOriginal(key) ? reasonOf(one, reasons) : words.amendments.recomputed;
      const line = whatOf(reasons.covenant, one.row);
      return { key, texts: { ...textsOf(round), unit: nameOf(one.unit), line, before, after, reason } };
    }),
    ...cells.map((one): Amendment => {
      const unit = unitOf(one);
      const key = amendmentKey(round, `cell:${one.source}:${one.row}:${one.column}`, unit);
      const [before, after] = [one.sealed, one.present].map((text) => (text === '' ? none : text));
      const line = cellWords(reasons.covenant, one);
      return {
        key,
        texts: { ...textsOf(round), unit: unit && nameOf(unit), line, before: before ?? '', after: after ?? '' },
      };
    }),
  ];
}

/** The row of a round in which nothing of the result changed and the seal cannot be made again with its code. */
export function remadeAmendment(round: number): Amendment {
  const { none, remade } = words.amendments;
  const texts = { ...textsOf(round), unit: '', line: remade.what, before: none, after: none, reason: remade.reason };
  return { key: amendmentKey(round, 'lost:remade', ''), texts };
}

/** An amendment of an earlier round with the name that its unit has now. */
export function renamedAmendment(one: Amendment, { units }: Covenant['cluster']): Amendment {
  const unit = units.find(({ id }) => one.key.endsWith(`:${id}`));
  return unit && one.texts.unit !== '' ? { ...one, texts: { ...one.texts, unit: unit.name } } : one;
}

const ENTRIES_ROW = rowKey.field('entries');
const textsOf = (round: number) => ({ number: '', round: String(round), reason: '', minutes: '' });

/** The unit whose sheet or whose row it is; '' for what concerns the whole cluster. */
function unitOf({ source, row }: CellDifference): string {
  const [, unit = ''] = /^unit:(.*)$/.exec(source) ?? /^unit:(.*)$/.exec(row) ?? [];
  return unit;
}

/** What a cell is: the line where it has one, and where it stands. */
function cellWords({ criteria }: Pick<Covenant, 'criteria'>, { row, place: { sheet, cell } }: CellDifference): string {
  const line = row.startsWith(rowKey.line('')) ? whatOf({ criteria }, row) : '';
  return words.amendments.cell(line, cell === null ? sheet : `${sheet}!${cell}`);
}

/** Columns in which a line's points are entered or shown, and the one with the reason: a change of its points says it already. */
const POINT_COLUMNS = ['figure', 'self', 'reviewed', 'agreed', 'official', 'note'];
/** What an update draws on a unit's sheet from *Tiêu chí*: its cell there tells the change, once for all units. */
const DRAWN_COLUMNS = ['number', 'title', 'standard', 'how'];
/** What ranking writes, and the eligibility, which is sealed as an outcome. */
const DERIVED =
  /^(summary:.*:(eligibility|explanation|title|rankedTotal|rankedRank)|titles:((quota|nominated|passedOver):|field:rotation).*)$/;

/** The cells that a person filled in or changed, of those that differ, without those that a change of points tells. */
export function enteredCells(
  cells: readonly CellDifference[],
  changes: readonly Difference[],
  reading: WorkbookSheets,
): CellDifference[] {
  const sheets = sealedSources(reading).map(({ sheet }) => sheet.snapshot);
  return cells.filter(({ source, row, column, place }) => {
    // What was done to the seal's own sheets is undone by sealing.
    if (source === LIST_SOURCE || source.startsWith(partSource(''))) return false;
    if (DERIVED.test(`${source}:${row}:${column}`) || isResult(sheets, place)) return false;
    if (source.startsWith(unitSource('')) && DRAWN_COLUMNS.includes(column) && !row.startsWith('field:')) return false;
    const isTold = changes.some((one) => unitSource(one.unit) === source && one.row === row);
    return !(isTold && POINT_COLUMNS.includes(column));
  });
}

function isResult(sheets: readonly SheetSnapshot[], { sheet, cell }: CellDifference['place']): boolean {
  const snapshot = sheets.find(({ name }) => name === sheet);
  if (!snapshot || cell === null) return false;
  const { row, column } = parseAddress(cell);
  const formula = formulaAt(snapshot, row, column);
  return typeof formula === 'string' && formula.startsWith('=');
}

/** The names of units in the list, where it has those of the covenant before some were renamed. */
export function renamedAmendments(sheet: KeyedSheet<string>, before: Covenant, after: Covenant): SheetPatches[] {
  const column = sheet.layout.column('unit');
  if (sheet.key.unit !== AMENDMENTS_PART || column === undefined) return [];
  const patches = before.cluster.units.flatMap(({ id, name }) => {
    const renamed = after.cluster.units.find((one) => one.id === id)?.name ?? name;
    const rows = sheet.rows.filter(({ key }) => isAmendmentKey(key) && key.endsWith(`:${id}`));
    return rows.flatMap(({ key, row }): CellPatch[] => {
      const cell = keyedCell(sheet, key, 'unit');
      return renamed !== name && cell && textOf(cell) === name ? [{ row, column, cells: [[renamed]] }] : [];
    });
  });
  return [{ sheet, patches }];
}

function beforeAndAfter({ row, before, after }: Difference): [string, string] {
  if (row === ENTRIES_ROW) return [words.amendments.entriesBefore, words.amendments.entriesAfter];
  const text = (value: Shown): string => {
    if (value === null) return words.amendments.none;
    // Ranks are counted, everything else is points.
    return typeof value === 'string' || row === rowKey.field('rank') ? String(value) : pointsText(value);
  };
  return [text(before), text(after)];
}

/** A line by its number and wording, an outcome by its name. */
export function whatOf({ criteria }: Pick<Covenant, 'criteria'>, row: string): string {
  if (row === rowKey.total('total')) return words.amendments.total;
  const sealed = SEALED_ROWS.find((one) => rowKey.field(one) === row);
  if (sealed !== undefined) return words.rows[sealed];
  const line = allLines(criteria).find(({ code }) => rowKey.line(code) === row);
  return line ? words.amendments.line(line.number, line.title) : row.replace(/^\w+:/, '');
}

function reasonOf({ unit, row }: Difference, { summary, noteOf }: Reasons): string {
  if (isLine(row)) return noteOf(unit, row.slice(rowKey.line('').length));
  if (row !== rowKey.field('eligibility')) return '';
  const reason = keyedCell(summary, rowKey.unit(unit), 'reason');
  return reason ? textOf(reason) : '';
}

/** The list with all amendments, those of earlier rounds unchanged. */
export function amendmentsPlan(
  covenant: Covenant,
  sealing: Sealing,
  amendments: readonly Amendment[],
  name: string,
): SheetPlan {
  const rowKeys = rowKeysOf(amendments);
  const layout = layoutOf(rowKeys, ['', ...AMENDMENT_COLUMNS.map(({ key }) => key)]);
  const key = writeSheetKey({ type: 'seal', unit: AMENDMENTS_PART, version: sealing.result.version });
  const draft = new PlanDraft(key, AMENDMENT_COLUMNS, rowKeys, layout);
  drawPrinted(draft, covenant);
  const center = { horizontal: 'center', wrap: true, bold: true } as const;
  draft.heading(draft.row(WORDS_KEY), 'number', LAST, sealWords(sealing.record), {
    ...center,
    fontColor: COLORS.settled,
  });
  drawRows(draft, amendments);
  draft.keepTogether(draft.row(rowKey.field('signatures')) - 1, draft.row(rowKey.field('room')));
  const header = draft.row(AMENDMENTS_HEADER);
  return draft.finish({
    name,
    tabColor: COLORS.settled,
    freeze: { rows: 0, columns: 1 },
    page: {
      orientation: 'landscape',
      margins: PAGE_MARGINS,
      printArea: { ...draft.span(0, 'number', LAST), rows: rowKeys.length },
      titleRows: { first: header, last: header },
      footer: sealFooter(covenant, sealing),
    },
    protection: LOCKED_PROTECTION,
  });
}

/** What is printed on a list that exists, apart from the amendments. */
export function amendmentsWords(covenant: Covenant): PrintedWord<AmendmentColumn>[] {
  const rowKeys = rowKeysOf([]);
  const layout = layoutOf(rowKeys, ['', ...AMENDMENT_COLUMNS.map(({ key }) => key)]);
  const draft = new PlanDraft('', AMENDMENT_COLUMNS, rowKeys, layout);
  drawPrinted(draft, covenant);
  return draft.texts();
}

function rowKeysOf(amendments: readonly Amendment[]): (RowKey | null)[] {
  return [
    null,
    ...(['superior', 'cluster', 'place', 'title', 'subtitle'] as const).map(rowKey.field),
    WORDS_KEY,
    AMENDMENTS_HEADER,
    ...amendments.map(({ key }) => key),
    ...(['signatures', 'signHere', 'room'] as const).map(rowKey.field),
  ];
}

function drawPrinted(draft: PlanDraft<AmendmentColumn>, { cluster }: Covenant): void {
  drawTableTop(draft, cluster, words.amendments.title, HALVES);
  for (const [column, text] of entriesOf(words.amendments.columns))
    draft.put(draft.row(AMENDMENTS_HEADER), column, text);
  drawTableSigned(draft, cluster, HALVES);
}

function drawRows(draft: PlanDraft<AmendmentColumn>, amendments: readonly Amendment[]): void {
  const header = draft.row(AMENDMENTS_HEADER);
  const rows = amendments.length;
  draft.style(draft.span(header, 'number', LAST, rows + 1), { borders: 'all', wrap: true });
  draft.style(draft.span(header, 'number', LAST), { bold: true, horizontal: 'center', fill: COLORS.heading });
  draft.style(draft.span(header + 1, 'round', LAST, rows), { numberFormat: '@' });
  draft.style(draft.span(header + 1, 'number', 'round', rows), { horizontal: 'center' });
  draft.style(draft.span(header + 1, 'before', 'after', rows), { horizontal: 'center' });
  draft.style(draft.span(header + 1, 'reason', 'minutes', rows), { fill: COLORS.entry, locked: false });
  amendments.forEach(({ texts }, index) => {
    const row = header + 1 + index;
    for (const { key } of AMENDMENT_COLUMNS) draft.put(row, key, texts[key] === '' ? null : texts[key]);
    draft.put(row, 'number', index + 1);
  });
  draft.keepTogether(header, header + 1);
}
