/** The formulas of one scored line: from target and figure to official points, as `scoring/inputs` and `scoring/score` have it. */
import { acceptsFormula, pointsAccepted } from '../../covenant/entryRule';
import { type Criterion, kindOf } from '../../covenant/kinds';
import type { FormulaCells } from '../../covenant/kinds/kind';
import { markTest, NOT_ARISING, NOT_ASSIGNED } from '../../covenant/marks';
import { COMPARISON_COLUMN } from '../shared/sheetRefs';
import { entriesOf, rowKey } from '../../spreadsheet/keys';
import type { Addresses, KeyedFormula } from '../../spreadsheet/layout';
import type { UnitColumn } from '../shared/columns';

/** What a line's formulas take from other sheets, as expressions; null where that sheet is missing. */
export interface FromCluster {
  /** The unit's target. */
  target(line: Criterion): string | null;
  /** The highest comparison in the cluster. */
  leader(line: Criterion): string | null;
}

/** All formulas of a line, without those that depend on a missing sheet. */
export function lineFormulas(
  line: Criterion,
  at: Addresses<UnitColumn>,
  from: FromCluster,
): KeyedFormula<UnitColumn>[] {
  const row = rowKey.line(line.code);
  const cell = (column: UnitColumn): string => at.fixedColumn(row, column) ?? '#REF!';
  return entriesOf({
    target: isFromTable(line) ? from.target(line) : null,
    self: selfFormula(line, cell, from),
    [COMPARISON_COLUMN]: comparisonFormula(line, cell),
    ...stageFormulas(line, cell),
  }).flatMap(([column, formula]) => (formula === null ? [] : [{ row, column, formula: `=${formula}` }]));
}

export function isFromTable(line: Criterion): boolean {
  return kindOf(line).targetRule?.(line)?.source === 'table';
}

/** Whether KPS on a line takes it out of the total, which is then rescaled. */
export function canBeLeftOut(line: Criterion): boolean {
  return 'notArising' in line && line.notArising === 'leftOut';
}

type CellOf = (column: UnitColumn) => string;

function holds(ref: string, mark: string): string {
  return markTest(ref, `"${mark}"`);
}

function anyOf(tests: readonly string[]): string {
  return tests.length === 1 ? (tests[0] ?? 'FALSE') : `OR(${tests.join(',')})`;
}

/** Conditions one inside the other: a later one is only asked where those before it hold. */
function allOf(tests: readonly string[]): string {
  return tests.reduceRight((inner, test) => (inner === '' ? test : `IF(${test},${inner},0)`), '');
}

/** Whether nothing arose on a line with a figure; null where that cannot be. */
function notArisingTest(line: Criterion, cell: CellOf): string | null {
  const kind = kindOf(line);
  if (kind.part !== 'standard' || kind.figureRule(line) === null) return null;
  const [figure, target] = [cell('figure'), cell('target')];
  const rule = kind.targetRule?.(line) ?? null;
  const bothZero = allOf([`ISNUMBER(${figure})`, `ISNUMBER(${target})`, `AND(${figure}=0,${target}=0)`]);
  return anyOf([
    holds(figure, NOT_ARISING),
    ...(rule?.source === 'table' ? [holds(target, NOT_ASSIGNED)] : []),
    ...(rule === null ? [] : [bothZero]),
  ]);
}

/** Whether figure and target keep their rules and go together. */
function scorableTest(line: Criterion, cell: CellOf): string | null {
  const kind = kindOf(line);
  const figureRule = kind.figureRule(line);
  if (figureRule === null) return null;
  const [figure, target] = [cell('figure'), cell('target')];
  const rule = kind.targetRule?.(line) ?? null;
  return allOf([
    acceptsFormula(figureRule, figure),
    ...(rule === null ? [] : [acceptsFormula(rule.rule, target)]),
    ...(rule === null || kind.pair === undefined ? [] : [kind.pair.formula(line, { figure, target })]),
  ]);
}

function selfFormula(line: Criterion, cell: CellOf, from: FromCluster): string | null {
  const kind = kindOf(line);
  const scorable = scorableTest(line, cell);
  const leader = kind.comparison === undefined ? '0' : from.leader(line);
  if (scorable === null || leader === null) return null;
  const cells: FormulaCells = {
    figure: cell('figure'),
    standard: cell('standard'),
    target: cell('target'),
    leader,
  };
  const earned = `IF(${scorable},ROUND(${kind.formula(line, cells)},2),"")`;
  const notArising = notArisingTest(line, cell);
  return notArising === null ? earned : `IF(${notArising},"${NOT_ARISING}",${earned})`;
}

function comparisonFormula(line: Criterion, cell: CellOf): string | null {
  const { comparison } = kindOf(line);
  const scorable = scorableTest(line, cell);
  if (comparison === undefined || scorable === null) return null;
  const compared = `IF(${scorable},${comparison.formula({ figure: cell('figure'), target: cell('target') })},0)`;
  const notArising = notArisingTest(line, cell);
  return notArising === null ? compared : `IF(${notArising},0,${compared})`;
}

/** The latest stage, the official points, and what is counted of them. */
function stageFormulas(line: Criterion, cell: CellOf): Record<string, string | null> {
  const standard = kindOf(line).part === 'standard';
  const later = (column: UnitColumn, otherwise: string): string =>
    `IF(LEN(${cell(column)}),${cell(column)},${otherwise})`;
  const accepted = (ref: string): string => pointsAccepted(ref, cell('max'), cell('step'));
  const [latest, official, agreed] = [cell('latest'), cell('official'), cell('agreed')];
  const otherwise = standard ? `IF(${holds(latest, NOT_ARISING)},${notArisingPoints(line, cell)},"")` : '""';
  return {
    latest: later('agreed', later('reviewed', later('self', '""'))),
    official: `IF(${accepted(latest)},ROUND(${latest},2),${otherwise})`,
    leftOut: canBeLeftOut(line) ? `IF(${holds(official, NOT_ARISING)},${cell('standard')},0)` : null,
    missing: canBeLeftOut(line) ? `IF(LEN(${official})>0,0,1)` : `IF(ISNUMBER(${official}),0,1)`,
    open: `IF(${anyOf([accepted(agreed), ...(standard ? [holds(agreed, NOT_ARISING)] : [])])},0,1)`,
  };
}

/** What KPS earns by the covenant: points, or the mark itself where the line does not count or is not decided. */
function notArisingPoints(line: Criterion, cell: CellOf): string {
  const policy = 'notArising' in line ? line.notArising : undefined;
  if (policy === 'full') return cell('standard');
  return policy === 'zero' ? '0' : `"${NOT_ARISING}"`;
}
