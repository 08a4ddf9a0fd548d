/** Reviewed and agreed points on lines that are scored in another way now: they stay official, and nobody has given them that way. */
import { allLines } from '../../covenant/criteria';
import { kindOf } from '../../covenant/kinds';
import type { UnitColumn } from '../../sheets/shared/columns';
import { rowKey } from '../../spreadsheet/keys';
import { lineKeys } from '../../spreadsheet/lineSteps';
import { address, type SheetPlan } from '../../spreadsheet/plan';
import { renamedCodes } from './codes';
import type { Covenants } from './sheets';

/** A point that was given while its line was scored in another way, at its new cell. */
export interface EarlierReview {
  sheet: string;
  cell: string;
  /** The code of the line. */
  line: string;
  value: string;
  /** The names of the kinds. */
  kind: Readonly<Record<'before' | 'after', string>>;
}

const GIVEN: readonly UnitColumn[] = ['reviewed', 'agreed'];

/** On the sheets of units as they are drawn. */
export function earlierReviews(covenants: Covenants, plans: readonly SheetPlan[]): EarlierReview[] {
  const lines = rescoredLines(covenants);
  return plans.flatMap(({ name, cells }) => {
    const { rows, columns } = lineKeys({ cells });
    const given = GIVEN.map((column) => columns.indexOf(column)).filter((column) => column >= 0);
    return lines.flatMap(({ line, kind }) => {
      const row = rows.indexOf(rowKey.line(line));
      return given.flatMap((column): EarlierReview[] => {
        const cell = cells[row]?.[column] ?? null;
        if (cell === null) return [];
        const value = typeof cell === 'object' ? cell.formula : String(cell);
        return [{ sheet: name, cell: address(row, column), line, value, kind }];
      });
    });
  });
}

function rescoredLines({ earlier, covenant }: Covenants): Pick<EarlierReview, 'line' | 'kind'>[] {
  const renamed = renamedCodes({ earlier, covenant });
  const known = new Map(allLines(earlier.criteria).map((line) => [renamed.get(line.code) ?? line.code, line]));
  return allLines(covenant.criteria).flatMap((line) => {
    const before = known.get(line.code);
    if (before === undefined || before.kind === line.kind) return [];
    return [{ line: line.code, kind: { before: kindOf(before).words.name, after: kindOf(line).words.name } }];
  });
}
