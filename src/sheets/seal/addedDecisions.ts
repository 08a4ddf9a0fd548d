/** *Quyết định* where it was first made after the seal: it has no copy, and what is recorded on it is new. */
import type { RowKey } from '../../spreadsheet/keys';
import type { Area } from '../../spreadsheet/plan';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { isDecisionKey } from '../decisions/layout';
import { isOpenChoice, readDecisions } from '../decisions/read';
import { fixedRange, type Source } from '../shared/copySources';
import type { DecisionColumn } from '../shared/decisions';
import type { CellDifference } from '../shared/seal';

/** What is typed in every row; a basis may be printed from the covenant, and decides nothing alone. */
const ENTERED: readonly (readonly [DecisionColumn, DecisionColumn])[] = [
  ['inFavour', 'present'],
  ['day', 'person'],
];
const RECORDED: readonly string[] = ['choice', 'inFavour', 'present', 'basis', 'day', 'person'];

/** Whether something is recorded on the sheet: until then it says no more than the covenant does. */
export function isRecorded(sheet: KeyedSheet<string>): boolean {
  return begunRows(sheet).size > 0;
}

/** Whether a cell of the sheet is part of what is recorded on it. */
export function recordedOn(sheet: KeyedSheet<string>): (cell: Pick<CellDifference, 'row' | 'column'>) => boolean {
  const begun = begunRows(sheet);
  return ({ row, column }) => {
    const key = begun.get(row);
    return key !== undefined && RECORDED.includes(column) && (column !== 'choice' || isOpenChoice(key));
  };
}

function begunRows(sheet: KeyedSheet<string>): ReadonlyMap<string, RowKey> {
  return new Map([...readDecisions(sheet).values()].flatMap(({ key, begun }) => (begun ? [[key, key] as const] : [])));
}

/**
 * 1 where something is recorded, else an empty text, for the state of the seal counts how many of these cells are numbers. null where
 * there is nothing to record.
 */
export function addedFormula({ sheet }: Pick<Source, 'sheet'>): string | null {
  const areas = enteredAreas(sheet).map((area) => fixedRange(sheet.snapshot.name, area));
  return areas.length === 0 ? null : `=IF(IFERROR(COUNTA(${areas.join(',')}),1)>0,1,"")`;
}

function enteredAreas({ rows, layout }: KeyedSheet<string>): Area[] {
  const keys = rows.filter(({ key }) => isDecisionKey(key));
  const everywhere = runsOf(keys.map(({ row }) => row));
  const open = runsOf(keys.filter(({ key }) => isOpenChoice(key)).map(({ row }) => row));
  const areas = (runs: readonly Run[], first: DecisionColumn, last: DecisionColumn): Area[] => {
    const [left, right] = [layout.column(first), layout.column(last)];
    if (left === undefined || right === undefined) return [];
    return runs.map((run) => ({ ...run, column: left, columns: right - left + 1 }));
  };
  return [...areas(open, 'choice', 'choice'), ...ENTERED.flatMap((span) => areas(everywhere, ...span))];
}

type Run = Pick<Area, 'row' | 'rows'>;

/** Rows that follow each other, together. */
function runsOf(rows: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, rows: 1 });
  }
  return runs;
}
