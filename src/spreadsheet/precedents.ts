/** What formulas refer to, by way of defined names too. Pure. */
import { areaAddress, entireRows, quoteSheet } from './plan';
import { functionsIn, referredAreas, type SheetArea, wordsIn } from './references';
import { isSameName } from './sheetNames';

/** A defined name, with the sheet that it belongs to; null for one of the whole workbook. */
export interface NamedFormula {
  name: string;
  sheet: string | null;
  formula: string;
}

export interface Precedents {
  areas: readonly SheetArea[];
  /** The functions that are called, in capitals. */
  functions: readonly string[];
  /** References that cannot be followed, as they are written: to columns of tables, and through several sheets. */
  untold: readonly string[];
  /** Whether it holds words that may be names. */
  named: boolean;
}

/** Of a formula on a sheet. A word that no name is defined for leads nowhere: Excel shows an error there. */
export function precedentsOf(formula: string, sheet: string, names: readonly NamedFormula[]): Precedents {
  const open = [{ formula, sheet }];
  const seen = new Set<NamedFormula>();
  const areas: SheetArea[] = [];
  const functions: string[] = [];
  const untold: string[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const at = next.sheet;
    const words = wordsIn(next.formula);
    for (const referred of referredAreas(next.formula)) {
      const one = { ...referred, sheet: referred.sheet || at };
      if (isThrough(one)) untold.push(shownReference(one));
      else areas.push(one);
    }
    functions.push(...functionsIn(next.formula));
    untold.push(...words.tables.map((table) => `${table}[]`));
    for (const named of words.names.flatMap((word) => namedBy(word, at, names) ?? [])) {
      if (seen.has(named)) continue;
      seen.add(named);
      open.push({ formula: named.formula, sheet: named.sheet ?? at });
    }
  }
  return { areas, functions, untold, named: wordsIn(formula).names.length > 0 };
}

/** Whether cells of all sheets from one to another are meant. A colon that is not in the path of another workbook tells. */
const isThrough = ({ sheet }: SheetArea): boolean => sheet.includes(':') && !sheet.includes('[');

/** A name of the sheet counts before one of the workbook. */
function namedBy(
  word: { sheet: string; name: string },
  at: string,
  names: readonly NamedFormula[],
): NamedFormula | undefined {
  const same = names.filter(({ name }) => isSameName(name, word.name));
  const of = (sheet: string | null) => (one: NamedFormula) =>
    sheet === null ? one.sheet === null : one.sheet !== null && isSameName(one.sheet, sheet);
  return same.find(of(word.sheet || at)) ?? same.find(of(null));
}

/** How many rows a sheet has. */
const SHEET_ROWS = 1_048_576;

/** Cells of a sheet as formulas name them. */
export function shownReference({ sheet, area }: SheetArea): string {
  const { columns } = entireRows(0, 1);
  const ends = { ...area, rows: Math.min(area.rows, SHEET_ROWS), columns: Math.min(area.columns, columns) };
  return `${quoteSheet(sheet)}!${areaAddress(ends)}`;
}
