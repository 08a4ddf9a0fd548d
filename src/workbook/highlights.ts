/** Whether rules still colour the cells of our sheets as planned, and what gives the cells their rules again. */
import { finding, type Finding } from '../covenant/findings';
import type { Fix } from '../covenant/fixes';
import { sameFormula } from '../sheets/shared/checkFormulas';
import { holdsCell } from '../spreadsheet/areas';
import type { CellGuard } from '../spreadsheet/guards';
import {
  type FoundHighlight,
  hides,
  hidesLetters,
  mayHide,
  type HighlightPatch,
  type PlannedHighlight,
  plannedHighlights,
} from '../spreadsheet/highlights';
import { address, type Area } from '../spreadsheet/plan';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { type Position, referenceShape } from '../spreadsheet/references';
import { isDisguisedBy } from './disguises';
import { namedCells } from './guards';
import type { CovenantWorkbook } from './covenantWorkbook';
import { type PlannedSheet, plannedSheets } from './plannedSheets';

/**
 * The errors alone, on all sheets that have a plan before anything is evaluated: a name or a figure that a rule shows otherwise
 * keeps the result from being final. Most workbooks have no such rule, and no plan is drawn.
 */
export function checkHidingRules(reading: CovenantWorkbook): Finding[] {
  const isDoubtful = ({ snapshot }: KeyedSheet<string>): boolean => snapshot.highlights?.some(mayHide) === true;
  return checkHighlights(plannedSheets(reading, isDoubtful)).filter(isHiding);
}

/** Whether a finding says that a reader of the sheet may see something else than its cells hold. */
export function isHiding({ code }: Finding): boolean {
  return code === 'highlights-hide' || code === 'highlights-other';
}

/**
 * An error for each sheet on which rules that are not planned hide what cells hold. Else a warning where rules of ours are gone or
 * changed, or others by formula came. All are given again by one fix. And an error for rules of other kinds, which a person has to
 * take away: they may show another number, or a bar in place of it. Nothing is said of what was not read.
 */
export function checkHighlights(sheets: readonly PlannedSheet[]): Finding[] {
  return sheets.flatMap((planned): Finding[] => {
    const { name } = planned.sheet.snapshot;
    const { hidden: ofCells, changed, others: ofKinds } = differences(planned);
    const [hidden, others] = [ofCells.cells, ofKinds.cells];
    const placed = ([first]: readonly Position[]): { sheet: string; cell: string } | null =>
      first ? { sheet: name, cell: address(first.row, first.column) } : null;
    const [ofHidden, ofChanged, ofOthers] = [placed(ofCells.at), placed(changed), placed(ofKinds.at)];
    // Undo could not give back what is no rule by formula.
    const fixAt = (place: { sheet: string; cell: string }): Fix | undefined =>
      ofOthers ? undefined : { ...place, put: { look: 'highlights' } };
    return [
      ...(ofHidden
        ? [finding('highlights-hide', ofHidden, { ...namedCells(hidden), byHand: ofOthers !== null }, fixAt(ofHidden))]
        : ofChanged
          ? [finding('highlights-changed', ofChanged, namedCells(changed), fixAt(ofChanged))]
          : []),
      ...(ofOthers ? [finding('highlights-other', ofOthers, namedCells(others))] : []),
    ];
  });
}

/** Cells that rules are for, in reading order, and where they are named: at the sheet's first cell where Excel does not say for which they are. */
interface Reach {
  cells: readonly Position[];
  at: readonly Position[];
}

/** Cells that show something else than they hold, cells whose rules are not as planned, and cells with rules that are none by formula. */
interface Differences {
  hidden: Reach;
  changed: readonly Position[];
  others: Reach;
}

function differences(one: PlannedSheet): Differences {
  const { sheet, plan } = one;
  const found = sheet.snapshot.highlights;
  if (!found) return { hidden: NOWHERE, changed: [], others: NOWHERE };
  const { cells, highlights } = plannedHighlights(plan, sheet);
  const reach = (of: readonly Position[], rules: readonly FoundHighlight[]): Reach => {
    const told = inOrder(of);
    const isUntold = told.length === 0 && rules.some(({ areas }) => areas === null);
    return { cells: told, at: isUntold ? inOrder(cells) : told };
  };
  const [custom, others] = [true, false].map((isCustom) =>
    found.filter(({ type }) => (type === 'Custom') === isCustom),
  );
  const foreign = (custom ?? []).filter((one) => !highlights.some((planned) => isSame(one, planned)));
  const missing = highlights.flatMap((planned) => cellsWithout(planned, found));
  return {
    hidden: reach(
      found.flatMap((rule) => hiddenBy(rule, one)),
      foreign.filter(({ style }) => hides(style)),
    ),
    changed: inOrder([...missing, ...coloured(foreign.filter(isKnown), cells)]),
    others: reach(coloured(others ?? [], cells), others ?? []),
  };
}

const NOWHERE: Reach = { cells: [], at: [] };

/** The cells that lack a planned rule; none where Excel does not say which rules there are. */
function cellsWithout(planned: PlannedHighlight, found: readonly FoundHighlight[]): readonly Position[] {
  if (found.some((one) => one.type === 'Custom' && !isKnown(one))) return [];
  const same = found.filter((one) => isSame(one, planned));
  const areas = same.flatMap((one) => one.areas ?? []);
  if (same.some((one) => one.areas === null)) return [];
  return planned.cells.filter((cell) => !areas.some((area) => holdsCell(area, cell)));
}

const isKnown = ({ formula }: FoundHighlight): boolean => formula !== '';

/** Cells of the plan that rules colour; none where Excel does not say which. */
function coloured(rules: readonly FoundHighlight[], cells: readonly Position[]): readonly Position[] {
  return rules.flatMap(({ areas }) => cells.filter((cell) => areas?.some((area) => holdsCell(area, cell))));
}

function inOrder(cells: readonly Position[]): Position[] {
  const once = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  return [...once.values()].sort((one, other) => one.row - other.row || one.column - other.column);
}

/**
 * Whether a rule does what a planned one does, whatever cells it is read from. *Unproven* outside the stand-in: how Excel says
 * that a rule leaves a colour as it is. So a colour that is not planned counts only where it hides what the cell holds.
 */
function isSame({ type, formula, style }: FoundHighlight, planned: PlannedHighlight): boolean {
  if (type !== 'Custom' || !sameFormula(referenceShape(formula), referenceShape(planned.formula))) return false;
  const { fill, fontColor, bold, italic } = planned.style;
  return (
    !hides(style) &&
    (fill === undefined || isSameColor(fill, style.fill)) &&
    (fontColor === undefined || isSameColor(fontColor, style.fontColor)) &&
    (bold === undefined || bold === style.bold) &&
    (italic === undefined || italic === style.italic)
  );
}

/** The cells that hold something and would not show it where the rule holds; when that is can be anything. */
function hiddenBy({ areas, style }: FoundHighlight, { sheet, cells }: PlannedSheet): readonly Position[] {
  if (areas === null || !hides(style)) return [];
  const { numberFormat } = style;
  const { values } = sheet.snapshot;
  const isHidden = (cell: CellGuard): boolean =>
    (numberFormat !== null && isDisguisedBy(numberFormat, sheet, cell)) ||
    (hidesLetters(style) && (values[cell.row]?.[cell.column] ?? '') !== '');
  return cells.filter((cell) => areas.some((area) => holdsCell(area, cell)) && isHidden(cell));
}

const isSameColor = (one: string, other: string | null): boolean => one.toLowerCase() === other?.toLowerCase();

/** What gives all cells of a sheet the rules again that are planned for them; null where its plan has no cells there. */
export function plannedRules({ sheet, plan }: PlannedSheet): HighlightPatch | null {
  const { cells, highlights } = plannedHighlights(plan, sheet);
  return cells.length === 0 ? null : { area: around(cells), rules: highlights.flatMap(({ rules }) => rules) };
}

function around(cells: readonly Position[]): Area {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}
