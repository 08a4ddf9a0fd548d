/** The rows that end the tables of the cluster: formulas reach to them, and they are known by a key that can be lost. */
import { finding, type Finding } from '../covenant/findings';
import type { Covenant, Unit } from '../covenant/covenant';
import { CORNER, END_KEY, rowKey } from '../spreadsheet/keys';
import { type KeyedSheet, placeOf } from '../spreadsheet/snapshot';
import type { CovenantWorkbook } from './covenantWorkbook';

/** The tables with their end rows, see {@link withTableEnd}. */
export function withTableEnds(
  { cluster }: Covenant,
  reading: CovenantWorkbook,
): { reading: CovenantWorkbook; findings: Finding[] } {
  const { targets, summary, titles } = reading;
  const [ofTargets, ofSummary, ofTitles] = [
    targets && withTableEnd(targets, cluster.units),
    summary && withTableEnd(summary, cluster.units),
    titles && withTableEnd(titles, cluster.units),
  ];
  const found = [ofTargets, ofSummary, ofTitles].flatMap((one) => one?.findings ?? []);
  const tables = {
    targets: ofTargets?.sheet ?? null,
    summary: ofSummary?.sheet ?? null,
    titles: ofTitles?.sheet ?? null,
  };
  return { reading: found.length === 0 ? reading : { ...reading, ...tables }, findings: found };
}

/**
 * The sheet with its end row where it is below the last unit, though its key was typed over or emptied, and a finding that
 * gives it back: all formulas that reach to it are still right. Where the row below is another, the end row was deleted.
 */
function withTableEnd<Column extends string>(
  sheet: KeyedSheet<Column>,
  units: readonly Unit[],
): { sheet: KeyedSheet<Column>; findings: Finding[] } {
  const { snapshot, layout, rows } = sheet;
  if (layout.row(END_KEY) !== undefined) return { sheet, findings: [] };
  const own = units.flatMap(({ id }) => layout.row(rowKey.unit(id)) ?? []);
  const end = Math.max(...own) + 1;
  const key = rows.find(({ row }) => row === end)?.key;
  const isThere = own.length > 0 && (key === undefined || key.startsWith(rowKey.unit('')));
  if (!isThere) return { sheet, findings: [finding('end-row-lost', { sheet: snapshot.name, cell: null }, {})] };
  const place = placeOf(snapshot, end, layout.column(CORNER) ?? 0);
  const fix = place.cell === null ? undefined : { sheet: place.sheet, cell: place.cell, put: { text: END_KEY } };
  return {
    sheet: {
      ...sheet,
      rows: [...rows.filter(({ row }) => row !== end), { key: END_KEY, row: end } as const].sort(
        (left, right) => left.row - right.row,
      ),
      layout: { ...layout, row: (asked) => (asked === END_KEY ? end : layout.row(asked)) },
    },
    findings: [finding('end-row-lost', place, {}, fix)],
  };
}
