/** A unit's sheet read back: its entries, and what is wrong with the sheet itself. */
import type { Covenant, Unit } from '../../covenant/covenant';
import { allLines, isSection, walk } from '../../covenant/criteria';
import { finding, type Finding } from '../../covenant/findings';
import { fingerprint } from '../../covenant/fingerprint';
import { type Criterion, kindOf } from '../../covenant/kinds';
import { toPoints } from '../../covenant/points';
import { type LineEntries, type SheetEntries, type Stage, STAGES } from '../../scoring/entries';
import { isBlank, type RawCell, textOf } from '../../covenant/cell';
import { type ClusterRefs, targetColumn } from '../shared/sheetRefs';
import { checkFormulas, checkProtection } from '../shared/checkFormulas';
import { choiceField } from '../shared/fields';
import { doubledRows } from '../shared/strayedKeys';
import { type KeyedSheet, keyedCell, placeOf } from '../../spreadsheet/snapshot';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import { unitFormulas } from './formulas';
import { unitColumns } from './columns';
import { bodyKeys, STAGE_COLUMN, STAGE_KEY, standingUnitForm } from './layout';
import { sharedWords } from '../shared/words';
import { unitWords } from './plan';
import { checkReviewer } from './reviewer';
import { words } from './words';
import type { TargetsColumn, UnitColumn } from '../shared/columns';

/**
 * The entries of a unit's sheet, cell by cell; lines whose row is missing are left out. Targets are those of the table
 * `targets`.
 */
export function readUnit(
  covenant: Covenant,
  unit: Unit,
  sheet: KeyedSheet<UnitColumn>,
  targets: KeyedSheet<TargetsColumn> | null,
): SheetEntries {
  const lines = allLines(covenant.criteria).flatMap((line) => {
    const entries = readLine(sheet, line, targets && keyedCell(targets, rowKey.unit(unit.id), targetColumn(line.code)));
    return entries ? [[line.code, entries] as const] : [];
  });
  return { unit: unit.name, stage: readStage(sheet) ?? 'self', lines: new Map(lines) };
}

/** `given` is the target in the table; where it is missing there, the unit's own cell is empty as well, and the finding names it. */
function readLine(sheet: KeyedSheet<UnitColumn>, line: Criterion, given: RawCell | null): LineEntries | null {
  const cell = (column: UnitColumn): RawCell | null => keyedCell(sheet, rowKey.line(line.code), column);
  const [reviewed, agreed, evidence, note] = [cell('reviewed'), cell('agreed'), cell('evidence'), cell('note')];
  if (!reviewed || !agreed || !evidence || !note) return null;
  const kind = kindOf(line);
  const typed = kind.figureRule(line) === null;
  const source = kind.targetRule?.(line)?.source;
  return {
    figure: typed ? null : cell('figure'),
    target: source === undefined ? null : source === 'table' ? (given ?? cell('target')) : cell('target'),
    self: typed ? cell('self') : null,
    reviewed,
    agreed,
    evidence,
    note,
  };
}

/** The stage that is chosen; null where none of the list stands there. */
export function readStage(sheet: KeyedSheet<UnitColumn>): Stage | null {
  const cell = keyedCell(sheet, STAGE_KEY, STAGE_COLUMN);
  if (cell === null || isBlank(cell)) return 'self';
  return STAGES.find((stage) => sharedWords.stages[stage] === cell.value) ?? null;
}

/** What is wrong with the sheet apart from its entries: rows, columns, formulas, fixed figures, version, protection. */
export function checkUnitSheet(
  covenant: Covenant,
  unit: Unit,
  sheet: KeyedSheet<UnitColumn>,
  refs: ClusterRefs,
): Finding[] {
  const { snapshot } = sheet;
  const whole = { sheet: snapshot.name, cell: null };
  const findings = [
    ...checkColumns(covenant, sheet),
    ...checkRows(covenant, unit, sheet),
    ...checkStage(unit, sheet),
    ...checkReviewer(covenant, unit, sheet, readStage(sheet)),
    ...checkProtection(sheet),
  ];
  // Made from other criteria, its formulas and figures necessarily differ: one finding covers them.
  if (sheet.key.version !== fingerprint(covenant))
    return [finding('sheet-of-other-criteria', whole, { unit: unit.name }), ...findings];
  const formulas = checkFormulas(sheet, unitFormulas(covenant, sheet.layout, refs));
  return [...findings, ...checkFixed(covenant, sheet), ...formulas];
}

function checkColumns(covenant: Covenant, sheet: KeyedSheet<UnitColumn>): Finding[] {
  const place = { sheet: sheet.snapshot.name, cell: null };
  return unitColumns(covenant, standingUnitForm(sheet.layout, covenant))
    .filter(({ key }) => sheet.layout.column(key) === undefined)
    .map(({ key }) => finding('column-missing', place, { column: columnTitle(key) }));
}

function columnTitle(key: string): string {
  return Object.entries({ ...words.shortColumns, ...words.columns }).find(([column]) => column === key)?.[1] ?? key;
}

function checkRows(covenant: Covenant, unit: Unit, sheet: KeyedSheet<UnitColumn>): Finding[] {
  const { snapshot, rows, layout } = sheet;
  const expected = new Set(bodyKeys(covenant.criteria));
  const missing = [...expected, rowKey.total('total'), rowKey.total('missing')]
    .filter((key) => layout.row(key) === undefined)
    .map((key) => finding('row-missing', { sheet: snapshot.name, cell: null }, { row: rowName(key) }));
  const unknown = rows
    .filter(({ key, row }) => /^(line|section):/.test(key) && !expected.has(key) && layout.row(key) === row)
    .map(({ key, row }) => finding('row-not-in-criteria', placeOf(snapshot, row, 0), { row: rowName(key) }));
  const doubled = doubledRows(sheet, rowName, () => {
    const form = standingUnitForm(layout, covenant);
    return unitWords(covenant, () => form).get(unit.id) ?? [];
  });
  return [...doubled, ...missing, ...unknown];
}

/** What a reader knows a row by: the code of its line or section. */
function rowName(key: string): string {
  return key.replace(/^(line|section|total|field):/, '');
}

function checkStage(unit: Unit, sheet: KeyedSheet<UnitColumn>): Finding[] {
  const cell = keyedCell(sheet, STAGE_KEY, STAGE_COLUMN);
  if (cell === null || readStage(sheet) !== null) return [];
  // The live formulas compare to the letter; what was meant is the fix.
  const meant = choiceField(cell, sharedWords.stages);
  const word = 'value' in meant && meant.value !== '' ? sharedWords.stages[meant.value] : '';
  const { sheet: name, cell: at } = cell.place;
  const fix = word === '' || at === null ? undefined : { sheet: name, cell: at, put: { text: word } };
  return [finding('stage-unknown', cell.place, { unit: unit.name, value: textOf(cell), meant: word }, fix)];
}

/** Locked figures that the formulas depend on: standard points, maximum and step of each line. */
function checkFixed({ criteria }: Covenant, sheet: KeyedSheet<UnitColumn>): Finding[] {
  const nodes = [...walk(criteria.sections), ...criteria.bonuses, ...criteria.penalties];
  return nodes.flatMap((node) => {
    if (isSection(node)) return fixedCell(sheet, rowKey.section(node.code), 'standard', toPoints(node.standard));
    const kind = kindOf(node);
    const { max, step } = kind.pointsRule(node);
    const row = rowKey.line(node.code);
    return [
      ...(kind.part === 'standard' ? fixedCell(sheet, row, 'standard', toPoints(kind.maximum(node))) : []),
      ...fixedCell(sheet, row, 'max', toPoints(max)),
      ...fixedCell(sheet, row, 'step', step === null ? null : toPoints(step)),
    ];
  });
}

function fixedCell(sheet: KeyedSheet<UnitColumn>, row: RowKey, column: UnitColumn, expected: number | null): Finding[] {
  const cell = keyedCell(sheet, row, column);
  if (cell === null || cell.value === expected) return [];
  const fix =
    cell.place.cell === null || expected === null
      ? undefined
      : { sheet: cell.place.sheet, cell: cell.place.cell, put: { number: expected } };
  const data = { line: rowName(row), expected: expected ?? 0, value: textOf(cell) };
  return [finding('standard-changed', cell.place, data, fix)];
}
