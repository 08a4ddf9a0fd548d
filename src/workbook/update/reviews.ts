/** Reviewed and agreed points on lines that are scored in another way now: they stay official, and nobody has given them that way. */
import { allLines } from '../../covenant/criteria';
import { isKindId, type KindId, kindOf } from '../../covenant/kinds';
import type { UnitColumn } from '../../sheets/shared/columns';
import type { KeptEntry } from '../../spreadsheet/keptList';
import { rowKey } from '../../spreadsheet/keys';
import { lineKeys } from '../../spreadsheet/lineSteps';
import { address, type SheetPlan } from '../../spreadsheet/plan';
import type { Redraw } from '../../spreadsheet/redraw';
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

/** A sheet as it is drawn, with the entries that get their cells again. */
type Drawn = Pick<Redraw, 'returned'> & { plan: SheetPlan };

const GIVEN: readonly UnitColumn[] = ['reviewed', 'agreed'];

/** On the sheets of units as they are drawn. */
export function earlierReviews(covenants: Covenants, sheets: readonly Drawn[]): EarlierReview[] {
  const kinds = kindsBefore(covenants);
  return sheets.flatMap(({ plan: { name, cells }, returned }) => {
    const { rows, columns } = lineKeys({ cells });
    const given = GIVEN.filter((column) => columns.includes(column));
    return allLines(covenants.covenant.criteria).flatMap((line) => {
      const key = rowKey.line(line.code);
      return given.flatMap((column): EarlierReview[] => {
        const again = returned.find((one) => one.row.key === key && one.column.key === column);
        const before = again === undefined ? kinds.get(line.code) : kindKept(again);
        const [row, at] = [rows.indexOf(key), columns.indexOf(column)];
        const cell = cells[row]?.[at] ?? null;
        if (cell === null || before === undefined || before === line.kind) return [];
        const value = typeof cell === 'object' ? cell.formula : String(cell);
        const kind = { before: kindOf({ kind: before }).words.name, after: kindOf(line).words.name };
        return [{ sheet: name, cell: address(row, at), line: line.code, value, kind }];
      });
    });
  });
}

/** The kind that the line of a kept entry was of. */
const kindKept = ({ mark }: KeptEntry): KindId | undefined => (isKindId(mark) ? mark : undefined);

/** The kinds that lines were of, by the codes that they have now. */
function kindsBefore({ earlier, covenant }: Covenants): ReadonlyMap<string, KindId> {
  const renamed = renamedCodes({ earlier, covenant });
  return new Map(allLines(earlier.criteria).map(({ code, kind }) => [renamed.get(code) ?? code, kind]));
}
