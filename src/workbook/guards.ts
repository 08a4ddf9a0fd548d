/** Whether the cells of our sheets are still guarded as planned, and what gives them their guards again. */
import { finding, type Finding } from '../covenant/findings';
import type { Look } from '../covenant/fixes';
import { definitionOf } from '../sheets';
import { sameFormula } from '../sheets/shared/checkFormulas';
import type { SheetEdit } from '../spreadsheet/change';
import {
  type CellGuard,
  type EntryRule,
  type FoundGuard,
  type GuardPatch,
  isRelative,
  rectangles,
  shapeOf,
} from '../spreadsheet/guards';
import { layoutOfPlan } from '../spreadsheet/layout';
import { readSheetKey } from '../spreadsheet/keys';
import { checkHeaders, fittingScale, pageDifferences } from '../spreadsheet/pageSetup';
import { referenceShape } from '../spreadsheet/references';
import { address, areaAddress, quoteSheet } from '../spreadsheet/plan';
import { type KeyedSheet, type SheetSnapshot, shownText } from '../spreadsheet/snapshot';
import type { PlannedSheet } from './plannedSheets';

/** Looks that are given to cells, each with its finding. */
const CELL_LOOKS = { locks: 'locks-changed', formats: 'formats-changed', rules: 'rules-changed' } as const;
type CellLook = keyof typeof CELL_LOOKS;
export const LOOKS: readonly CellLook[] = ['locks', 'formats', 'rules'];

/** How many rectangles of cells a finding names. */
const NAMED = 6;

/**
 * A finding for each sheet and look that is not as planned, at the first of its cells; the fix gives all of them their guards
 * again. Nothing is said of what was not read. Cells in `known`, as `sheet!cell`, have a finding already, and a number format is
 * often its other side: a date typed for a number.
 */
export function checkGuards(sheets: readonly PlannedSheet[], known: ReadonlySet<string>): Finding[] {
  return sheets.flatMap((planned) => {
    const { name } = planned.sheet.snapshot;
    const found = LOOKS.flatMap((look): Finding[] => {
      const cells = changedCells(planned, look).filter(
        (cell) => look !== 'formats' || !known.has(`${name}!${address(cell.row, cell.column)}`),
      );
      const [first] = cells;
      if (!first) return [];
      const cell = address(first.row, first.column);
      const fix = { sheet: name, cell, put: { look } };
      return [finding(CELL_LOOKS[look], { sheet: name, cell }, namedCells(cells), fix)];
    });
    return [...found, ...checkPage(planned)];
  });
}

/** How many cells a finding is about, and their addresses as rectangles, as many as are read at a glance. */
export function namedCells(cells: Parameters<typeof rectangles>[0]): { cells: string; count: number } {
  const areas = rectangles(cells).map(areaAddress);
  return { cells: areas.slice(0, NAMED).join(', ') + (areas.length > NAMED ? ', …' : ''), count: cells.length };
}

/** Where rows were added the pages need not begin where they are planned. */
function checkPage(planned: PlannedSheet): Finding[] {
  const { sheet, plan } = planned;
  const { name, page } = sheet.snapshot;
  if (!page) return [];
  const { page: wanted } = restoredPage(planned);
  const breaks = isInPlace(plan, sheet.rows) ? wanted.breaks : [];
  const kept = pageDifferences(page, { ...plan, page: { ...wanted, breaks } });
  const { words, settings } = headersOf(planned);
  const all = [...kept];
  for (const one of settings) if (!all.some(({ setting }) => setting === one.setting)) all.push(one);
  const place = { sheet: name, cell: null };
  const fix = { sheet: name, cell: 'A1', put: { look: 'page' } } as const;
  return [
    ...(all.length > 0 ? [finding('page-changed', place, { settings: all }, fix)] : []),
    ...(words.length > 0 ? [finding('page-words', place, { words: words.join('; ') }, fix)] : []),
  ];
}

/**
 * Those of documents that are signed are compared with all of their print. What *Giao ước* and *Tiêu chí* have on the left of their
 * footers follows from cells that people edit, and on other sheets from the covenant that they were made from.
 */
function headersOf({ sheet, plan }: PlannedSheet): ReturnType<typeof checkHeaders> {
  const { headers } = sheet.snapshot.page ?? {};
  const definition = definitionOf(sheet);
  if (!headers || !definition || 'pageGuarded' in definition) return { words: [], settings: [] };
  const isCurrent = readSheetKey(plan.cells[0]?.[0])?.version === sheet.key.version;
  return checkHeaders(headers, plan.page, { leftFooter: isCurrent && definition.scope !== 'covenant' });
}

/** Whether the rows of a sheet are where a plan has them. */
export function isInPlace(plan: PlannedSheet['plan'], rows: KeyedSheet<string>['rows']): boolean {
  const layout = layoutOfPlan(plan);
  return rows.every(({ key, row }) => layout.row(key) === row);
}

/** The cells of a sheet whose lock, number format or rule is not the planned one, as far as it was read. */
function changedCells({ sheet, cells }: PlannedSheet, look: CellLook): CellGuard[] {
  if (look === 'formats') return sheet.snapshot.guards ? cells.filter((cell) => isOtherFormat(sheet, cell)) : [];
  const found = guardsByCell(sheet.snapshot, look);
  return cells.filter((cell) => {
    const guard = found.get(`${cell.row} ${cell.column}`);
    if (!guard) return false;
    return look === 'locks'
      ? guard.locked !== null && guard.locked !== cell.locked
      : !hasRule(guard, cell.rule, sheet.snapshot.name);
  });
}

/** By the cells of which the lock, or the rule, was told. */
function guardsByCell({ guards = [] }: SheetSnapshot, look: 'locks' | 'rules'): ReadonlyMap<string, FoundGuard> {
  const found = new Map<string, FoundGuard>();
  for (const guard of guards.filter(({ locked, rule }) => (look === 'locks' ? locked !== null : rule.type !== '')))
    for (const { row, column, rows, columns } of guard.areas)
      for (let index = 0; index < rows * columns; index += 1)
        found.set(`${row + Math.floor(index / columns)} ${column + (index % columns)}`, guard);
  return found;
}

/**
 * Programs write the same format in other letters. On the two sheets of the covenant a number may be shown as it was typed, as a
 * percentage for instance: what is read there follows from the format. A formula in a cell without a format takes on that of the
 * cells it refers to, which is left alone; where it shows another number, that is a finding of its own (`checkDisguises`).
 */
function isOtherFormat(sheet: KeyedSheet<string>, { row, column, numberFormat, locked }: CellGuard): boolean {
  const found = sheet.snapshot.numberFormats[row]?.[column];
  if (typeof found !== 'string' || found === '') return false;
  const scope = definitionOf(sheet)?.scope;
  if ((locked || scope === 'covenant') && numberFormat === 'General') return found === '@';
  return found.toLowerCase() !== numberFormat.toLowerCase();
}

const TYPES: Readonly<Record<EntryRule['rule']['type'], string>> = {
  list: 'List',
  whole: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  custom: 'Custom',
};

/**
 * Whether the rule that was found does what the planned one does. What Excel does not say counts as it should be, and so do
 * other words for the person. *Unproven* outside the stand-in: that Excel gives lists and formulas back as they were set.
 */
function hasRule({ rule: found }: FoundGuard, rule: EntryRule | null, sheet: string): boolean {
  if (found.type === '' || isMixed(found.type)) return true;
  if (rule === null) return found.type === 'None';
  if (found.type !== TYPES[rule.rule.type]) return false;
  if (found.refuses !== null && found.refuses !== (rule.open !== true)) return false;
  return found.content === '' || sameContent(found.content, rule.rule, sheet);
}

const isMixed = (type: string): boolean => type === 'MixedCriteria' || type === 'Inconsistent';

function sameContent(found: string, rule: EntryRule['rule'], sheet: string): boolean {
  switch (rule.type) {
    case 'list':
      return rule.cells ? cellsOf(found, sheet) === areaAddress(rule.cells) : listOf(found) === rule.values.join(',');
    case 'custom':
      return sameFormula(referenceShape(found), referenceShape(rule.formula));
    case 'whole':
    case 'decimal':
      return sameLimits(found, rule.min, rule.max);
    case 'date':
      return true;
  }
}

/** A list typed out comes back with or without quotes, and with blanks after its commas. */
const listOf = (source: string): string => source.replace(/^"|"$/g, '').replace(/,\s+/g, ',');

/** The address of a list's cells, without dollars and the name of its own sheet. */
function cellsOf(source: string, sheet: string): string {
  const reference = source.replace(/^=/, '');
  const own = [quoteSheet(sheet), sheet].find((name) => reference.startsWith(`${name}!`));
  return reference.slice(own === undefined ? 0 : own.length + 1).replaceAll('$', '');
}

function sameLimits(found: string, min: number, max: number): boolean {
  const [, first, second] = found.split(';').map(Number);
  if (first === undefined || second === undefined || Number.isNaN(first) || Number.isNaN(second)) return true;
  return first === min && second === max;
}

/** What gives cells of a sheet their planned guards again, of the looks that are asked for and where they were found changed. */
export function restoredGuards(planned: PlannedSheet, looks: readonly Look[]): GuardPatch[] {
  const wanted = LOOKS.filter((look) => looks.includes(look));
  return wanted.flatMap((look) => guardPatches(changedCells(planned, look), look));
}

/** How a sheet is printed as planned, where its rows and columns are by now; the breaks come with the fitting of its rows. */
export function restoredPage({ sheet, plan }: PlannedSheet): NonNullable<SheetEdit['page']> {
  const rowOf = plannedRows(plan.cells, sheet);
  const { printArea, titleRows, breaks, ...page } = plan.page;
  const last = rowOf(printArea.row + printArea.rows - 1);
  const columns = plan.cells[0] ?? [];
  const columnOf = (column: number): number => sheet.layout.column(shownText(columns[column])) ?? column;
  const [first, end] = [columnOf(printArea.column), columnOf(printArea.column + printArea.columns - 1)];
  const restored = {
    ...page,
    printArea: { row: printArea.row, rows: last - printArea.row + 1, column: first, columns: end - first + 1 },
    titleRows: titleRows && { first: rowOf(titleRows.first), last: rowOf(titleRows.last) },
    breaks: breaks.map(rowOf),
  };
  return { page: restored, scale: fittingScale(plan) };
}

/** Where a planned row is: as far below a keyed row as it is planned. */
function plannedRows(cells: PlannedSheet['plan']['cells'], { rows }: KeyedSheet<string>): (planned: number) => number {
  const found = new Map<string, number>(rows.map(({ key, row }) => [key, row]));
  return (planned) => {
    for (let above = planned; above > 0; above -= 1) {
      const row = found.get(shownText(cells[above]?.[0]));
      if (row !== undefined) return row + planned - above;
    }
    return planned;
  };
}

/** One cell with what is planned for it, of the looks in which it is found otherwise. */
export function cellGuards(planned: PlannedSheet, cell: string): GuardPatch[] {
  return LOOKS.flatMap((look) =>
    guardPatches(
      changedCells(planned, look).filter(({ row, column }) => address(row, column) === cell),
      look,
    ),
  );
}

/** Cells that get the same at once; a rule with relative references rectangle by rectangle, as it is for the first cell of each. */
function guardPatches(cells: readonly CellGuard[], look: CellLook): GuardPatch[] {
  const groups = new Map<string, CellGuard[]>();
  for (const cell of cells) {
    const value = { locks: cell.locked, formats: cell.numberFormat, rules: cell.rule && shapeOf(cell.rule) }[look];
    const key = JSON.stringify(value);
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()].flatMap((group): GuardPatch[] => {
    const areas = rectangles(group);
    const [first] = group;
    if (!first) return [];
    if (look === 'locks') return [{ areas, locked: first.locked }];
    if (look === 'formats') return [{ areas, numberFormat: first.numberFormat }];
    if (first.rule === null || !isRelative(first.rule)) return [{ areas, rule: first.rule }];
    return areas.map((area) => ({
      areas: [area],
      rule: group.find(({ row, column }) => row === area.row && column === area.column)?.rule ?? first.rule,
    }));
  });
}
