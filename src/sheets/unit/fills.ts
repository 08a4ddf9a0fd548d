/** Lines that are scored alike have the same formulas, each in its own row: the first is sent, the others are filled from it. */
import { allLines, type CriteriaSet } from '../../covenant/criteria';
import type { PlanDraft } from '../../spreadsheet/draft';
import type { KeyedFormula } from '../../spreadsheet/layout';
import type { UnitColumn } from '../shared/columns';
import { nodeKey } from './layout';

/** Neighbouring columns that are filled together. */
const FILLED = [
  ['official', 'official'],
  ['remarks', 'remarks'],
  ['latest', 'open'],
] as const;

/** A fill for fewer rows is longer than the formulas it saves. */
const MIN_ROWS = 4;

/** Declares the fills of a unit's sheet whose formulas have been put. */
export function fillLines(
  draft: PlanDraft<UnitColumn>,
  criteria: CriteriaSet,
  formulas: readonly KeyedFormula<UnitColumn>[],
): void {
  const rows = new Map<string, KeyedFormula<UnitColumn>[]>();
  for (const one of formulas) rows.set(one.row, [...(rows.get(one.row) ?? []), one]);
  for (const [from, to] of FILLED) {
    if (draft.layout.column(from) === undefined) continue;
    const columns = { first: draft.column(from), last: draft.column(to) };
    const alike = allLines(criteria).map((line) => {
      const key = nodeKey(line);
      const row = draft.row(key);
      const own = (rows.get(key) ?? []).filter(({ column }) => {
        const at = draft.column(column);
        return at >= columns.first && at <= columns.last;
      });
      return { row, text: own.map(({ column, formula }) => `${column}${withoutRow(formula, row)}`).join('\n') };
    });
    for (const { row, rows: count } of runs(alike))
      if (count >= MIN_ROWS) draft.fill(draft.span(row, from, to), draft.span(row + 1, from, to, count - 1));
  }
}

/** A formula with the references to its own row left open. */
function withoutRow(formula: string, row: number): string {
  return formula.replaceAll(new RegExp(`(\\$[A-Z]+)${row + 1}(?!\\d)`, 'g'), '$1#');
}

/** Neighbouring rows of the same text. */
function runs(lines: readonly { row: number; text: string }[]): { row: number; rows: number; text: string }[] {
  const found: { row: number; rows: number; text: string }[] = [];
  for (const { row, text } of lines) {
    const last = found.at(-1);
    if (last?.text === text && last.row + last.rows === row) last.rows += 1;
    else found.push({ row, rows: 1, text });
  }
  return found;
}
