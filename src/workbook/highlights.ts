/** Whether rules still colour the cells of our sheets as planned, and what gives the cells their rules again. */
import { finding, type Finding } from '../covenant/findings';
import { sameFormula } from '../sheets/shared/checkFormulas';
import { holdsCell } from '../spreadsheet/areas';
import {
  type FoundHighlight,
  type FoundStyle,
  type HighlightPatch,
  type PlannedHighlight,
  plannedHighlights,
} from '../spreadsheet/highlights';
import { address, type Area } from '../spreadsheet/plan';
import { type Position, referenceShape } from '../spreadsheet/references';
import { namedCells } from './guards';
import type { PlannedSheet } from './plannedSheets';

/**
 * A warning for each sheet on which rules of ours are gone or changed, or others by formula came, with all of them given again as
 * its fix; and one for rules of other kinds, colour scales for instance, which a person has to take away. Nothing is said of what
 * was not read.
 */
export function checkHighlights(sheets: readonly PlannedSheet[]): Finding[] {
  return sheets.flatMap((planned): Finding[] => {
    const { name } = planned.sheet.snapshot;
    const { changed, others } = differences(planned);
    const placed = (cells: readonly Position[]): { sheet: string; cell: string } | null => {
      const [first] = cells;
      return first ? { sheet: name, cell: address(first.row, first.column) } : null;
    };
    const [ofChanged, ofOthers] = [placed(changed), placed(others)];
    // Undo could not give back what is no rule by formula.
    const fix = ofChanged && !ofOthers ? { ...ofChanged, put: { look: 'highlights' as const } } : undefined;
    return [
      ...(ofChanged ? [finding('highlights-changed', ofChanged, namedCells(changed), fix)] : []),
      ...(ofOthers ? [finding('highlights-other', ofOthers, namedCells(others))] : []),
    ];
  });
}

/** Cells whose rules are not as planned, and cells with rules that are none by formula, in reading order. */
interface Differences {
  changed: readonly Position[];
  others: readonly Position[];
}

function differences({ sheet, plan }: PlannedSheet): Differences {
  const found = sheet.snapshot.highlights;
  if (!found) return { changed: [], others: [] };
  const { cells, highlights } = plannedHighlights(plan, sheet);
  const [custom, others] = [true, false].map((isCustom) =>
    found.filter(({ type }) => (type === 'Custom') === isCustom),
  );
  const foreign = (custom ?? []).filter((one) => !highlights.some((planned) => isSame(one, planned)));
  const missing = highlights.flatMap((planned) => cellsWithout(planned, found));
  return {
    changed: inOrder([...missing, ...coloured(foreign.filter(isKnown), cells)]),
    others: inOrder(coloured(others ?? [], cells)),
  };
}

/** The cells that lack a planned rule; none where Excel does not say which rules there are. */
function cellsWithout(planned: PlannedHighlight, found: readonly FoundHighlight[]): readonly Position[] {
  if (found.some((one) => one.type === 'Custom' && !isKnown(one))) return [];
  const same = found.filter((one) => isSame(one, planned));
  const areas = same.flatMap((one) => one.areas ?? []);
  if (same.some((one) => one.areas === null)) return [];
  return planned.cells.filter((cell) => !areas.some((area) => holdsCell(area, cell)));
}

const isKnown = ({ formula }: FoundHighlight): boolean => formula !== '';

/** Cells of the plan that rules colour. Where Excel does not say which, they may be the user's own: nothing is said of the rule unless it hides. */
function coloured(rules: readonly FoundHighlight[], cells: readonly Position[]): readonly Position[] {
  return rules.flatMap(({ areas, style }) => {
    if (areas === null) return hides(style) ? cells.slice(0, 1) : [];
    return cells.filter((cell) => areas.some((area) => holdsCell(area, cell)));
  });
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

/** Whether a reader may not see what stands in the cell: letters in the colour behind them, or another format of its number. */
function hides({ fill, fontColor, numberFormat }: FoundStyle): boolean {
  return numberFormat !== null || (fontColor !== null && isSameColor(fontColor, fill ?? PAPER));
}

const PAPER = '#FFFFFF';

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
