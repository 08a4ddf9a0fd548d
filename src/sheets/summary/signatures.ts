/** What stands below the table of the summary: its notes, the table in which units sign, and the signatures of the cluster. */
import type { Cluster, Covenant, Unit } from '../../covenant/covenant';
import type { CellPatch } from '../../spreadsheet/change';
import { COLORS, type ColumnSpec, type PlanDraft, TABLE_SIZE } from '../../spreadsheet/draft';
import { rowKey } from '../../spreadsheet/keys';
import type { Layout } from '../../spreadsheet/layout';
import { heightOf } from '../../spreadsheet/measure/text';
import type { TableForm } from '../definition';
import type { SummaryColumn } from '../shared/columns';
import { signatoriesOf } from '../shared/letterhead';
import { sharedWords } from '../shared/words';
import { printedColumns } from './forms';
import { formOf, type Looks, NOTES_KEY, SIGNED_IN_A_ROW, SIGNED_KEY, signedKey } from './layout';
import { sectionHeading } from './table';
import { words } from './words';

/** Points: the type of notes, which are no part of the table; and the space in which a unit signs below its name. */
const NOTE_SIZE = 9;
const SIGNED_SPACE = 30;

/** What the headings of the sections stand for. */
export function drawNotes(draft: PlanDraft<SummaryColumn>, { criteria }: Covenant, { printed }: Looks): void {
  const sections = criteria.sections.map((one, index) => ({ heading: sectionHeading(one, index), title: one.title }));
  const style = { fontSize: NOTE_SIZE, italic: true, wrap: true, vertical: 'top' } as const;
  draft.heading(draft.row(NOTES_KEY), ...printed, words.notes(sections), style);
}

type PresentForm = Extract<TableForm, { type: 'present' }>;

/** The table in which units sign, where their rows have no space for it. */
export function drawSigned(draft: PlanDraft<SummaryColumn>, covenant: Covenant, form: PresentForm): void {
  if (form.signedRows === 0) return;
  const parts = signedParts(covenant, form);
  const [first, last] = [parts[0]?.first ?? 'number', parts.at(-1)?.last ?? 'sign'];
  const style = { horizontal: 'center', bold: true, wrap: true } as const;
  draft.heading(draft.row(SIGNED_KEY), first, last, `${words.signatures} (${words.signHere})`, style);
  draft.style(draft.span(draft.row(SIGNED_KEY), first, last), { borders: 'all', fill: COLORS.heading });
  signedCells(covenant.cluster.units, form.signedRows).forEach((names, index) => {
    const row = draft.row(signedKey(index));
    names.forEach((name, at) => {
      const part = parts[at];
      if (!part) return;
      draft.heading(row, part.first, part.last, name, { ...style, vertical: 'top', numberFormat: '@' });
      const named = heightOf(name ?? '', { size: TABLE_SIZE, bold: true }, part.width);
      draft.height(row, named + SIGNED_SPACE);
    });
    draft.style(draft.span(row, first, last), { borders: 'all' });
  });
}

/** The names again on a table that exists, after units have joined; a unit for which it has no cell signs once the table is drawn anew. */
export function signedPatches(covenant: Covenant, layout: Layout<SummaryColumn>): CellPatch[] {
  const form = formOf({ layout });
  if (form.type === 'former') return [];
  const parts = signedParts(covenant, form);
  return signedCells(covenant.cluster.units, form.signedRows).flatMap((names, index) =>
    names.flatMap((name, at): CellPatch[] => {
      const [row, column] = [layout.row(signedKey(index)), layout.column(parts[at]?.first ?? 'number')];
      return row === undefined || column === undefined ? [] : [{ row, column, cells: [[name]] }];
    }),
  );
}

/** The names in each row of the table of signatures. */
function signedCells(units: readonly Unit[], rows: number): (string | null)[][] {
  return Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: SIGNED_IN_A_ROW }, (_cell, cell) => units[row * SIGNED_IN_A_ROW + cell]?.name ?? null),
  );
}

/** A cell of the table of signatures, over several columns; width in points. */
interface SignedPart {
  first: SummaryColumn;
  last: SummaryColumn;
  width: number;
}

/** Each about as wide as the others. */
function signedParts(covenant: Covenant, form: TableForm): SignedPart[] {
  const columns = printedColumns(covenant, form);
  const whole = widthOf(columns);
  const ends = Array.from({ length: SIGNED_IN_A_ROW }, (_part, part) =>
    columns.findIndex(
      (_column, index) => widthOf(columns.slice(0, index + 1)) >= (whole * (part + 1)) / SIGNED_IN_A_ROW - 1,
    ),
  );
  return ends.flatMap((end, part): SignedPart[] => {
    const own = columns.slice(part === 0 ? 0 : (ends[part - 1] ?? 0) + 1, end + 1);
    const [first, last] = [own.at(0), own.at(-1)];
    return first && last ? [{ first: first.key, last: last.key, width: widthOf(own) }] : [];
  });
}

const widthOf = (columns: readonly ColumnSpec<SummaryColumn>[]): number =>
  columns.reduce((sum, { width }) => sum + width, 0);

/** Of who has drawn up the table, and of the cluster; earlier builds left space for all units beside it. */
export function drawSignatures(
  draft: PlanDraft<SummaryColumn>,
  cluster: Cluster,
  { type }: TableForm,
  { halves }: Looks,
): void {
  const row = draft.row(rowKey.field('signatures'));
  const center = { horizontal: 'center', fontSize: 13 } as const;
  const bold = { ...center, bold: true, ...(type === 'former' ? {} : ({ wrap: true, vertical: 'top' } as const)) };
  const right = type === 'former' ? words.signatures : clusterSigner(cluster);
  draft.heading(row, ...halves.left, signatoriesOf(cluster).preparedBy, bold);
  draft.heading(row, ...halves.right, right, bold);
  draft.heading(row + 1, ...halves.left, sharedWords.signHere, { ...center, italic: true });
  draft.heading(row + 1, ...halves.right, sharedWords.signHere, { ...center, italic: true });
  draft.height(row, 22);
  draft.height(draft.row(rowKey.field('room')), type === 'former' ? 45 : 40);
}

/** As the cluster names who signs; else its head on behalf of the cluster. */
function clusterSigner(cluster: Cluster): string {
  const { cluster: signer } = signatoriesOf(cluster);
  return cluster.paper.clusterSigner === '' ? `${words.onBehalf[cluster.type]}\n${signer}` : signer;
}
