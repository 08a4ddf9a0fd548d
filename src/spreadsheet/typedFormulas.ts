/** Formulas that people typed, on sheets that are redrawn: whether they say the same afterwards, and how they read then. Pure. */
import { openCells } from './guards';
import { lineKeys, stayingLines } from './lineSteps';
import type { Area, PlanCell, SheetPlan } from './plan';
import { mapSheetReferences, type Position, withoutSheetReferences } from './references';
import type { SheetSnapshot } from './snapshot';

/** A sheet as it was drawn and as it is to be drawn. */
export type Redrawing = Readonly<Record<'old' | 'fresh', SheetPlan>>;

/**
 * A formula of a sheet as it reads once all sheets are redrawn; null where it would say something else: where a cell that it refers to
 * moves, goes or is filled in no more, and where a range would have other lines.
 */
export type FormulaAfter = (formula: string, ownSheet: string) => string | null;

/** Functions that find cells by text or by number: nobody can tell what they refer to. */
const BY_TEXT = /(?<![\p{L}\p{N}_.])(?:INDIRECT|OFFSET|ADDRESS|CELL|ROWS?|COLUMNS?)\s*\(/iu;
/** Functions, the two constants that are words, and numbers. */
const NO_REFERENCES =
  /[\p{L}_][\p{L}\p{N}_.]*\s*\(|(?<![\p{L}\p{N}_.])(?:TRUE|FALSE)(?![\p{L}\p{N}_.])|[\d.]+(?:E[+-]?\d+)?/giu;

/** The key that a line has afterwards. */
type KeyAfter = (key: string) => string;

/**
 * For the sheets that are redrawn, by their names. With `keyAfter` cells may move, wherever their lines are by their keys; what a formula
 * refers to by names or by text is left out then.
 */
export function formulasAfter(sheets: ReadonlyMap<string, Redrawing>, keyAfter?: KeyAfter): FormulaAfter {
  const moves = new Map([...sheets].map(([name, drawings]) => [name, movesOf(drawings, keyAfter)]));
  const anyMoves = [...moves.values()].some(({ isSame }) => !isSame);
  return (formula, ownSheet) => {
    let isOther = anyMoves && !keyAfter && hasNames(formula);
    const moved = mapSheetReferences(formula, (sheet, area) => {
      // A range over several sheets has both names.
      if (sheet.includes(':') && anyMoves) isOther = true;
      const to = moves.get(sheet === '' ? ownSheet : sheet)?.areaAfter(area);
      if (to === null) isOther = true;
      return to ?? area;
    });
    return isOther ? null : moved;
  };
}

/** Whether a formula refers to cells otherwise than by their addresses: by names, by text, or to whole rows and columns. */
function hasNames(formula: string): boolean {
  const rest = withoutSheetReferences(formula);
  return BY_TEXT.test(rest) || /[\p{L}:[]/u.test(rest.replace(NO_REFERENCES, ' '));
}

interface SheetMoves {
  /** Whether every row and column stands where it stood. */
  isSame: boolean;
  /** Where cells are afterwards; null where one of them moves, goes or is filled in no more, and where others come between them. */
  areaAfter(area: Area): Area | null;
}

function movesOf({ old, fresh }: Redrawing, keyAfter?: KeyAfter): SheetMoves {
  const [was, is] = [lineKeys(old), lineKeys(fresh)];
  const rows = linesAfter(was.rows, is.rows, keyAfter);
  const columns = linesAfter(was.columns, is.columns, keyAfter);
  const [wasOpen, isOpen] = [openCells(old), openCells(fresh)];
  const closes = (from: Area, to: Position): boolean =>
    wasOpen
      .slice(from.row, from.row + from.rows)
      .some((line, down) =>
        line
          .slice(from.column, from.column + from.columns)
          .some((open, right) => open && isOpen[to.row + down]?.[to.column + right] !== true),
      );
  return {
    isSame: rows.isSame && columns.isSame,
    areaAfter(area) {
      const row = rows.firstAfter(area.row, area.rows);
      const column = columns.firstAfter(area.column, area.columns);
      return row === null || column === null || closes(area, { row, column }) ? null : { ...area, row, column };
    },
  };
}

/** Where the first of lines that follow each other is afterwards; null where they do not stay together, or move without `keyAfter`. */
function linesAfter(was: readonly string[], is: readonly string[], keyAfter?: KeyAfter) {
  const isSame = was.length === is.length && was.every((key, line) => is[line] === key);
  const staying = stayingLines(was, is);
  return {
    isSame,
    firstAfter(first: number, count: number): number | null {
      if (isSame) return first;
      const stands = was.slice(first, first + count);
      const mayBe = (key: string, at: number): boolean =>
        staying.has(key) || (keyAfter !== undefined && key !== String(first + at));
      // Behind the last line there may be a list that grows.
      if (count < 1 || stands.length < count || !stands.every(mayBe)) return null;
      const keys = keyAfter ? stands.map(keyAfter) : stands;
      const to = is.indexOf(keys[0] ?? '');
      return keys.every((key, line) => is[to + line] === key) ? to : null;
    },
  };
}

export function isFormula(cell: PlanCell): cell is { formula: string } {
  return cell !== null && typeof cell === 'object';
}

/** What a cell shows, to be written in place of its formula; undefined where that is an error or nothing that a cell of a plan holds. */
export function valueIn({ values }: SheetSnapshot, row: number, column: number): PlanCell | undefined {
  const value = values[row]?.[column];
  if (value === '') return null;
  return typeof value === 'number' || (typeof value === 'string' && !value.startsWith('#')) ? value : undefined;
}

/**
 * A formula as it is afterwards, or the value that it has where it would say something else. `isWritten`: its line moves, so that it is
 * written anew while other sheets still stand as they were.
 */
export function settledFormula(
  { formula }: { formula: string },
  { sheet, value, isWritten }: { sheet: string; value: PlanCell | undefined; isWritten: boolean },
  formulaAfter: FormulaAfter,
): PlanCell {
  const after = formulaAfter(formula, sheet);
  const follows = after !== null && (after === formula || !isWritten || !formula.includes('!'));
  return follows ? { formula: after } : value === undefined ? { formula } : value;
}
