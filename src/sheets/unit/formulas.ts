/**
 * Every formula of a unit's sheet, for any layout: the plan writes them, the check compares them with what it finds.
 * They never name the sheet itself, so that copies remain valid; targets and what leads the cluster come from other sheets.
 */
import type { Shown } from '../../covenant/cell';
import type { Covenant } from '../../covenant/covenant';
import { allLines, type CriteriaSet, isSection, linesOf, type Node, walk } from '../../covenant/criteria';
import type { Criterion } from '../../covenant/kinds';
import { NOT_ARISING } from '../../covenant/marks';
import { type Hundredths, NO_POINTS, toPoints } from '../../covenant/points';
import type { LineScore, SheetScore } from '../../scoring/score';
import { type ClusterRefs, comparisonColumn, type SheetRef, targetColumn } from '../shared/sheetRefs';
import { wordFormulas } from '../shared/pointsInWords';
import { END_KEY, rowKey, CORNER, type RowKey } from '../../spreadsheet/keys';
import { unitRowFormula } from '../shared/unitRows';
import { sealText } from '../shared/seal';
import { type Addresses, addressesOf, type KeyedFormula, type Layout } from '../../spreadsheet/layout';
import { type PlanCell, quoteSheet } from '../../spreadsheet/plan';
import type { CellPatch } from '../../spreadsheet/change';
import { TARGETS_HEADER } from '../targets/layout';
import {
  nodeKey,
  OPEN_KEY,
  OWN_ROW_COLUMN,
  printedColumns,
  STAGE_COLUMN,
  STAGE_KEY,
  WORDS_COLUMNS,
  WORDS_KEY,
} from './layout';
import { canBeLeftOut, type FromCluster, isFromTable, lineFormulas } from './lineFormulas';
import { uprightFormulas } from './upright';
import { words as unitWords } from './words';
import { sharedWords } from '../shared/words';
import type { TableColumn, TargetsColumn, UnitColumn } from '../shared/columns';

/** All formulas whose cells the layout has, without those that refer to a sheet that is missing. */
export function unitFormulas(
  covenant: Pick<Covenant, 'criteria' | 'rules'>,
  layout: Layout<UnitColumn>,
  refs: ClusterRefs,
): KeyedFormula<UnitColumn>[] {
  const at = addressesOf(layout);
  const { criteria } = covenant;
  const from = fromCluster(refs, at);
  return [
    ...ownRowFormula(criteria, at),
    ...allLines(criteria).flatMap((line) => lineFormulas(line, at, from)),
    ...walk(criteria.sections)
      .filter(isSection)
      .map((section) => official(nodeKey(section), `=ROUND(${added(section.children, at)},2)`)),
    ...standardFormulas(criteria, layout, at),
    ...adjustmentFormulas(covenant, at),
    ...totalInWords(at),
    ...closingFormulas(criteria, at, { seal: refs.seal, message: printedColumns(layout).message[0] }),
    ...uprightFormulas(criteria, layout, at),
  ].filter((one) => at.cell(one.row, one.column) !== null);
}

const official = (row: RowKey, formula: string): KeyedFormula<UnitColumn> => ({ row, column: 'official', formula });

/** The key by which the unit's row is found in the table of targets; it follows from the sheet's own key, so copies need nothing. */
function ownRowFormula(criteria: CriteriaSet, at: Addresses<UnitColumn>): KeyedFormula<UnitColumn>[] {
  const key = at.fixed(CORNER, CORNER);
  if (key === null || !allLines(criteria).some(isFromTable)) return [];
  return [{ row: STAGE_KEY, column: OWN_ROW_COLUMN, formula: `=${unitRowFormula(key)}` }];
}

function fromCluster({ targets, summary }: ClusterRefs, at: Addresses<UnitColumn>): FromCluster {
  const own = at.fixed(STAGE_KEY, OWN_ROW_COLUMN) ?? '#REF!';
  return {
    target: ({ code }) => {
      const keys = targets && tableRange(targets.sheet, targets.layout, CORNER);
      const values = targets && tableRange(targets.sheet, targets.layout, targetColumn(code));
      if (keys === null || values === null) return null;
      const found = `INDEX(${values},MATCH(${own},${keys},0))`;
      return `IFERROR(IF(LEN(${found})>0,${found},""),"")`;
    },
    leader: ({ code }: Criterion) => {
      const cell = summary && addressesOf(summary.layout).fixed(END_KEY, comparisonColumn(code));
      return cell === null || summary === null ? null : `${quoteSheet(summary.sheet)}!${cell}`;
    },
  };
}

/** A column of the table of targets, from the row below its heading to its end row, so that rows inserted later are inside. */
function tableRange(
  sheet: string,
  layout: Layout<TargetsColumn>,
  column: TargetsColumn | typeof CORNER,
): string | null {
  const header = layout.row(TARGETS_HEADER);
  const end = addressesOf(layout).fixed(END_KEY, column);
  if (header === undefined || end === null) return null;
  return `${quoteSheet(sheet)}!${end.replace(/\d+$/, String(header + 2))}:${end}`;
}

/** SUM over the official points of some nodes: neighbouring lines as a range, sections one by one. */
function added(nodes: readonly Node[], at: Addresses<UnitColumn>): string {
  const refs: string[] = [];
  let run: [string, string] | null = null;
  const close = (): void => {
    if (run !== null) refs.push(run[0] === run[1] ? run[0] : `${run[0]}:${run[1]}`);
    run = null;
  };
  for (const node of nodes) {
    const ref = at.cell(nodeKey(node), 'official');
    if (ref === null) continue;
    if (isSection(node)) {
      close();
      refs.push(ref);
    } else run = [run === null ? ref : run[0], ref];
  }
  close();
  return refs.length === 0 ? '0' : `SUM(${refs.join(',')})`;
}

/** SUM over a column of all lines. */
function over(criteria: CriteriaSet, column: UnitColumn, at: Addresses<UnitColumn>): string {
  const rows = allLines(criteria)
    .map((line) => at.cell(rowKey.line(line.code), column))
    .filter((ref) => ref !== null);
  return `SUM(${rows[0] ?? '#REF!'}:${rows.at(-1) ?? '#REF!'})`;
}

/** The cells of A's row, where lines may be left out: points as earned, and the points of the lines that do not count. */
function rescaling(
  criteria: CriteriaSet,
  at: Addresses<UnitColumn>,
): { earned: string; leftOut: string; scale: string } | null {
  const cell = (column: UnitColumn): string => at.fixed(rowKey.total('standard'), column) ?? '#REF!';
  if (!linesOf(criteria, 'standard').some(canBeLeftOut)) return null;
  return { earned: cell('latest'), leftOut: cell('leftOut'), scale: cell('standard') };
}

/** Part A: as earned, or earned ÷ applicable × scale where lines do not count; the computation is beside it in words. */
function standardFormulas(
  criteria: CriteriaSet,
  layout: Layout<UnitColumn>,
  at: Addresses<UnitColumn>,
): KeyedFormula<UnitColumn>[] {
  const row = rowKey.total('standard');
  const sum = `ROUND(${added(criteria.sections, at)},2)`;
  const cells = rescaling(criteria, at);
  if (cells === null) return [official(row, `=${sum}`)];
  const { earned, leftOut, scale } = cells;
  const applicable = `ROUND(${scale}-${leftOut},2)`;
  const rescaled = `IF(${applicable}<=0,0,ROUND(${earned}/${applicable}*${scale},2))`;
  return [
    { row, column: 'latest', formula: `=${sum}` },
    { row, column: 'leftOut', formula: `=ROUND(${over(criteria, 'leftOut', at)},2)` },
    official(row, `=IF(${leftOut}=0,${earned},${rescaled})`),
    {
      row,
      column: printedColumns(layout).rescaled[0],
      formula: `=IF(${leftOut}=0,"",${unitWords.rescaled(earned, applicable, scale)})`,
    },
  ];
}

function adjustmentFormulas(
  { criteria, rules }: Pick<Covenant, 'criteria' | 'rules'>,
  at: Addresses<UnitColumn>,
): KeyedFormula<UnitColumn>[] {
  const sum = (nodes: readonly Node[]): string => `ROUND(${added(nodes, at)},2)`;
  const part = (which: 'standard' | 'bonus' | 'penalty'): string => at.cell(rowKey.total(which), 'official') ?? '#REF!';
  const total = `ROUND(${part('standard')}+${part('bonus')}-${part('penalty')},2)`;
  return [
    official(rowKey.total('bonus'), `=${capped(sum(criteria.bonuses), rules.bonusCap)}`),
    official(rowKey.total('penalty'), `=${capped(sum(criteria.penalties), rules.penaltyCap)}`),
    official(rowKey.total('total'), `=${capped(rules.floorAtZero ? `MAX(0,${total})` : total, rules.totalCap)}`),
  ];
}

function totalInWords(at: Addresses<UnitColumn>): KeyedFormula<UnitColumn>[] {
  const cell = (row: RowKey, column: UnitColumn): string => at.fixed(row, column) ?? '#REF!';
  const { shown, ...helpers } = WORDS_COLUMNS;
  const formulas = wordFormulas({
    total: cell(rowKey.total('total'), 'official'),
    whole: cell(WORDS_KEY, helpers.whole),
    lastTwo: cell(WORDS_KEY, helpers.lastTwo),
    hundredths: cell(WORDS_KEY, helpers.hundredths),
    words: cell(WORDS_KEY, helpers.words),
  });
  return [
    { row: WORDS_KEY, column: helpers.whole, formula: formulas.whole },
    { row: WORDS_KEY, column: helpers.lastTwo, formula: formulas.lastTwo },
    { row: WORDS_KEY, column: helpers.hundredths, formula: formulas.hundredths },
    { row: WORDS_KEY, column: helpers.words, formula: formulas.words },
    { row: WORDS_KEY, column: shown, formula: formulas.shown },
  ];
}

function capped(value: string, cap: Hundredths | null): string {
  return cap === null ? value : `MIN(${toPoints(cap)},${value})`;
}

function closingFormulas(
  criteria: CriteriaSet,
  at: Addresses<UnitColumn>,
  { seal, message }: { seal: SheetRef<TableColumn> | null; message: UnitColumn },
): KeyedFormula<UnitColumn>[] {
  const stage = at.cell(STAGE_KEY, STAGE_COLUMN) ?? '#REF!';
  const missing = at.cell(rowKey.total('missing'), 'official') ?? '#REF!';
  const cells = rescaling(criteria, at);
  // Where no line counts there is nothing to rescale: the section is missing like a blank line.
  const nothingApplies = cells === null ? '' : `+IF(${cells.leftOut}>=${cells.scale},1,0)`;
  return [
    official(rowKey.total('missing'), `=${over(criteria, 'missing', at)}${nothingApplies}`),
    official(OPEN_KEY, `=IF(EXACT(${stage},"${sharedWords.stages.agreed}"),0,${over(criteria, 'open', at)})`),
    {
      row: STAGE_KEY,
      column: message,
      formula: `=IF(${missing}>0,${unitWords.provisional(missing)},${sealText(seal) ?? '""'})`,
    },
  ];
}

/**
 * Formulas of an existing sheet, written again where the sheet they refer to was replaced: one patch for each column with a
 * formula that `wanted` accepts; the cells between them keep their content.
 */
export function unitRepairs(
  covenant: Pick<Covenant, 'criteria' | 'rules'>,
  layout: Layout<UnitColumn>,
  refs: ClusterRefs,
  wanted: (formula: string) => boolean,
): CellPatch[] {
  const columns = new Map<number, Map<number, PlanCell>>();
  for (const { row, column, formula } of unitFormulas(covenant, layout, refs)) {
    const [at, of] = [layout.row(row), layout.column(column)];
    if (at === undefined || of === undefined || !wanted(formula)) continue;
    columns.set(of, (columns.get(of) ?? new Map<number, PlanCell>()).set(at, { formula }));
  }
  return [...columns].map(([column, cells]) => {
    const first = Math.min(...cells.keys());
    const rows = Math.max(...cells.keys()) - first + 1;
    return { row: first, column, cells: Array.from({ length: rows }, (_, index) => [cells.get(first + index)]) };
  });
}

/** What the formulas of the official column show, computed by the engine; by the key of the row: lines, sections, parts, total. */
export function officialPoints({ criteria }: Pick<Covenant, 'criteria'>, score: SheetScore): [RowKey, Shown][] {
  return [
    ...[...score.lines].map(([code, line]): [RowKey, Shown] => [rowKey.line(code), shownOf(line)]),
    ...walk(criteria.sections)
      .filter(isSection)
      .map(({ code }): [RowKey, Shown] => [rowKey.section(code), toPoints(score.sections.get(code) ?? NO_POINTS)]),
    [rowKey.total('standard'), toPoints(score.standard)],
    [rowKey.total('bonus'), toPoints(score.bonus)],
    [rowKey.total('penalty'), toPoints(score.penalty)],
    [rowKey.total('total'), toPoints(score.provisionalTotal)],
  ];
}

/** A line that is left out or undecided shows the mark for "not arising". */
function shownOf({ official, state }: LineScore): Shown {
  if (state === 'leftOut' || state === 'undecided') return NOT_ARISING;
  return official === null ? null : toPoints(official);
}
