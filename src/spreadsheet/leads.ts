/** What has to be read outside of our sheets to know what formulas of ours follow. Pure. */
import { type Followed, type FollowedSheet, FormulaGraph, type SheetCell } from './formulaGraph';
import type { Area } from './plan';
import { referredAreas, wordsIn } from './references';
import type { WorkbookSnapshot } from './snapshot';

/** What is still to be read. */
export interface Leads {
  /** Whether the defined names of the workbook are. */
  names: boolean;
  sheets: readonly Lead[];
}

/** Of a sheet of the user's: how far it is used, all its cells, or some of them. */
export interface Lead {
  id: string;
  name: string;
  question: Question;
}

type Question = { ask: 'used' } | { ask: 'whole'; used: Area } | { ask: 'cells'; cells: readonly Area[] };

/** So many cells of a sheet are read for themselves at first, and always where more are used than are read as a whole. */
const FEW_CELLS = 2_000;
const MOST_CELLS = 50_000;

/** null where nothing leads outside of our sheets, or all of it is known. */
export function leadsFrom(workbook: WorkbookSnapshot, followed: Followed): Leads | null {
  const starts = leadingOut(workbook);
  if (starts.length === 0) return null;
  const graph = new FormulaGraph(workbook, followed);
  const cells = new Map<string, Area[]>();
  let names = false;
  // What leads out from other cells of ours is a start itself.
  for (const step of graph.walk(starts, 'outside')) {
    names ||= step.named && followed.names === null;
    for (const { sheet, area } of step.unread)
      cells.set(sheet.toLowerCase(), [...(cells.get(sheet.toLowerCase()) ?? []), area]);
  }
  const sheets = workbook.all.flatMap(({ id, name }): Lead[] => {
    const wanted = cells.get(name.toLowerCase());
    const question =
      wanted &&
      questionFor(
        wanted,
        followed.sheets.find((one) => one.name === name),
      );
    return question ? [{ id, name, question }] : [];
  });
  return names || sheets.length > 0 ? { names, sheets } : null;
}

function questionFor(cells: readonly Area[], before: FollowedSheet | undefined): Question | null {
  const few = cellCount(cells) <= FEW_CELLS;
  if (before === undefined && few) return { ask: 'cells', cells };
  const used = before?.used;
  if (used === undefined) return { ask: 'used' };
  if (cellCount([used]) <= MOST_CELLS) return { ask: 'whole', used };
  return few ? { ask: 'cells', cells } : null;
}

const cellCount = (areas: readonly Area[]): number => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0);

/** The cells of our sheets whose formulas refer to sheets of the user's, or to what may be a name. */
function leadingOut({ all, sheets }: WorkbookSnapshot): SheetCell[] {
  const ours = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const theirs = new Set(all.map(({ name }) => name.toLowerCase()).filter((name) => !ours.has(name)));
  // The sheets of the units have the same formulas.
  const known = new Map<string, boolean>();
  const leads = (formula: string): boolean => {
    const before = known.get(formula);
    if (before !== undefined) return before;
    const areas = formula.includes('!') ? referredAreas(formula) : [];
    const found = areas.some(({ sheet }) => theirs.has(sheet.toLowerCase())) || wordsIn(formula).names.length > 0;
    known.set(formula, found);
    return found;
  };
  return sheets.flatMap(({ name, formulas }) =>
    (formulas ?? []).flatMap((line, row) =>
      line.flatMap((content, column) =>
        typeof content === 'string' && content.startsWith('=') && leads(content) ? [{ sheet: name, row, column }] : [],
      ),
    ),
  );
}
