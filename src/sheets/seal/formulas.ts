/** Every formula of the seal: whether the workbook still agrees with what was sealed. */
import type { CriteriaSet } from '../../covenant/criteria';
import type { SheetRef, UnitSheetRef } from '../shared/sheetRefs';
import { unitColumn } from '../detail/table';
import { rowKey, CORNER, type RowKey } from '../../spreadsheet/keys';
import { addressesOf, type KeyedFormula, type Layout } from '../../spreadsheet/layout';
import { quoteSheet } from '../../spreadsheet/plan';
import { tableRange } from '../summary/formulas';
import type { SummaryColumn, TableColumn } from '../shared/columns';
import { STATE_KEY, TEXT_COLUMN } from '../shared/seal';
import { CHANGED_KEY, pointKeys, type SealedRow, STATE_WORDS_COLUMN } from './layout';
import { words as sealWords } from './words';

/** One sheet of the seal and the units on it. */
export interface SealPart extends SheetRef<TableColumn> {
  units: readonly string[];
}

/** The sheets that a seal is compared with. */
export interface SealedSheets {
  units: readonly UnitSheetRef[];
  summary: SheetRef<SummaryColumn>;
}

/** By part, in order; the first holds the text that other sheets show. */
export function sealFormulas(
  criteria: CriteriaSet,
  parts: readonly SealPart[],
  sheets: SealedSheets,
): KeyedFormula<TableColumn>[][] {
  return parts.map((part, index) => [
    ...(index === 0 ? stateFormula(part, parts, sheets.summary) : []),
    ...part.units.map((unit) => ({
      row: CHANGED_KEY,
      column: unitColumn(unit),
      formula: changedFormula(criteria, unit, part.layout, sheets),
    })),
  ]);
}

/** The text of the seal as long as nothing has changed and no unit was added or removed; removed sheets are a change. */
function stateFormula(
  first: SealPart,
  parts: readonly SealPart[],
  summary: SheetRef<SummaryColumn>,
): KeyedFormula<TableColumn>[] {
  const words = addressesOf(first.layout).fixed(STATE_KEY, STATE_WORDS_COLUMN);
  if (words === null) return [];
  const units = parts.reduce((sum, part) => sum + part.units.length, 0);
  const sums = parts.flatMap((part) => {
    const range = changedRange(part);
    return range === null ? [] : [`SUM(${part === first ? '' : `${quoteSheet(part.sheet)}!`}${range})`];
  });
  const keys = `${quoteSheet(summary.sheet)}!${tableRange(CORNER, addressesOf(summary.layout), summary.layout)}`;
  const prefix = rowKey.unit('');
  const formulaWith = (listed: string): string => {
    const changes = [...sums, `ABS(${listed}-${units})`].join('+');
    return `=IF(IFERROR(${changes},1)>0,"${sealWords.changed}",${words})`;
  };
  // Gnumeric does not apply LEFT to each cell of a range; COUNTIFS with a wildcard counts the same everywhere.
  const formula = formulaWith(`COUNTIFS(${keys},"${prefix}*")`);
  // Version 0.4.0 counted so. What was sealed is not sealed anew for this.
  const earlier = formulaWith(`SUMPRODUCT((LEFT(${keys},${prefix.length})="${prefix}")*1)`);
  return [{ row: STATE_KEY, column: TEXT_COLUMN, formula, earlier }];
}

function changedRange({ layout, units }: SealPart): string | null {
  const at = addressesOf(layout);
  const cells = units.map((unit) => at.fixed(CHANGED_KEY, unitColumn(unit)));
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return null;
  return first === last ? first : `${first}:${last}`;
}

/** 1 where a point, the rank, the eligibility or the awards of a unit differ, or its part of the ranking is provisional. */
function changedFormula(
  criteria: CriteriaSet,
  unit: string,
  own: Layout<TableColumn>,
  { units, summary }: SealedSheets,
): string {
  const sheet = units.find((one) => one.unit === unit);
  const [here, there] = [addressesOf(own), addressesOf(summary.layout)];
  const other = (column: SummaryColumn): string =>
    `${quoteSheet(summary.sheet)}!${there.fixed(rowKey.unit(unit), column) ?? '#REF!'}`;
  const sealed = (row: SealedRow): string => here.fixed(rowKey.field(row), unitColumn(unit)) ?? '#REF!';
  const results = (
    [
      ['rank', 'rank'],
      ['eligibility', 'eligibility'],
      ['titles', 'title'],
    ] as const
  ).map(([row, column]) => `IF(${shown(other(column))}=${shown(sealed(row))},0,1)`);
  const points = sheet ? pointsChanged(criteria, unit, own, sheet) : ['1'];
  return `=IF(IFERROR(${[...points, ...results, other('provisional')].join('+')},1)>0,1,0)`;
}

/** A text or a number as text, and an empty cell as an empty text. */
const shown = (cell: string): string => `${cell}&""`;

/** Rows that are in the same order on both sheets are compared at once. */
function pointsChanged(
  criteria: CriteriaSet,
  unit: string,
  own: Layout<TableColumn>,
  { sheet, layout }: UnitSheetRef,
): string[] {
  const runs: { first: RowKey; last: RowKey; rows: number; here: number; there: number }[] = [];
  for (const key of pointKeys(criteria)) {
    const [here, there] = [own.row(key), layout.row(key)];
    if (here === undefined || there === undefined) return ['1'];
    const run = runs.at(-1);
    if (run && run.here + run.rows === here && run.there + run.rows === there) {
      run.last = key;
      run.rows += 1;
    } else runs.push({ first: key, last: key, rows: 1, here, there });
  }
  const range = <Column extends string>(
    at: Layout<Column>,
    column: NoInfer<Column>,
    { first, last }: { first: RowKey; last: RowKey },
  ): string => `${addressesOf(at).fixed(first, column) ?? '#REF!'}:${addressesOf(at).fixed(last, column) ?? '#REF!'}`;
  return runs.map((run) => {
    const [now, before] = [range(layout, 'official', run), range(own, unitColumn(unit), run)];
    return `SUMPRODUCT((${shown(`${quoteSheet(sheet)}!${now}`)}<>${shown(before)})*1)`;
  });
}
