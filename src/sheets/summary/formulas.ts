/** Every formula of the summary, for any layout: points from the units' sheets, ranks, and whether what was ranked still holds. */
import type { Covenant } from '../../covenant/covenant';
import type { CriteriaSet } from '../../covenant/criteria';
import { acceptsFormula } from '../../covenant/entryRule';
import { toPoints } from '../../covenant/points';
import type { Rules, TieBreak } from '../../covenant/rules';
import { COMPARISON_COLUMN, comparisonColumn, type SheetRef, type UnitSheetRef } from '../shared/sheetRefs';
import { END_KEY, entriesOf, rowKey, type CORNER, type RowKey } from '../../spreadsheet/keys';
import { type Addresses, addressesOf, type KeyedFormula, type Layout } from '../../spreadsheet/layout';
import { address, quoteSheet } from '../../spreadsheet/plan';
import { sealText } from '../shared/seal';
import { OPEN_KEY, STAGE_COLUMN, STAGE_KEY } from '../unit/layout';
import { comparedLines, sectionColumn, STATUS_KEY, SUMMARY_HEADER, TIE_BREAK_COLUMNS, VOTES } from './layout';
import { sharedWords } from '../shared/words';
import { explanationWords, words as summaryWords } from './words';
import type { SummaryColumn, UnitColumn, TableColumn } from '../shared/columns';

const { eligibility } = sharedWords;

/** The formulas of the given units' rows. Ranges run from the first row of the table to the row below its last. */
export function summaryRowFormulas(
  { criteria, rules }: Pick<Covenant, 'criteria' | 'rules'>,
  layout: Layout<SummaryColumn>,
  units: readonly UnitSheetRef[],
): KeyedFormula<SummaryColumn>[] {
  const at = addressesOf(layout);
  return units.flatMap((unit) => [...referringFormulas(criteria, unit), ...ownFormulas(unit.unit, rules, at, layout)]);
}

/** Cells that repeat the content of the unit's own sheet. */
export function referringFormulas(
  criteria: CriteriaSet,
  { unit, sheet, layout }: UnitSheetRef,
): KeyedFormula<SummaryColumn>[] {
  const there = addressesOf(layout);
  const ref = (row: RowKey, column: UnitColumn): string =>
    `${quoteSheet(sheet)}!${there.fixed(row, column) ?? '#REF!'}`;
  const cell = (column: SummaryColumn, formula: string): KeyedFormula<SummaryColumn> => ({
    row: rowKey.unit(unit),
    column,
    formula,
  });
  const from = (column: SummaryColumn, row: RowKey): KeyedFormula<SummaryColumn> =>
    cell(column, `=${ref(row, 'official')}`);
  return [
    ...criteria.sections.map((section) => from(sectionColumn(section.code), rowKey.section(section.code))),
    from('standard', rowKey.total('standard')),
    from('bonus', rowKey.total('bonus')),
    from('penalty', rowKey.total('penalty')),
    from('total', rowKey.total('total')),
    from('missing', rowKey.total('missing')),
    // The stage the sheet names; "Thống nhất" also where every line has been agreed.
    cell('stage', `=IF(${ref(OPEN_KEY, 'official')}=0,"${sharedWords.stages.agreed}",${ref(STAGE_KEY, STAGE_COLUMN)})`),
    // A sheet that is gone must not take the cluster's leader, and with it everybody's points, along.
    ...comparedLines(criteria).map(({ code }) =>
      cell(comparisonColumn(code), `=IFERROR(${ref(rowKey.line(code), COMPARISON_COLUMN)},0)`),
    ),
  ];
}

/**
 * Cells that follow from others of the summary: who takes a place, what is compared, rank and class. A unit one of whose
 * cells shows an error takes no place: an error would spread over the ranges to the ranks of all others.
 */
function ownFormulas(
  unit: string,
  rules: Rules,
  at: Addresses<SummaryColumn>,
  layout: Layout<SummaryColumn>,
): KeyedFormula<SummaryColumn>[] {
  const row = rowKey.unit(unit);
  const cell = (column: SummaryColumn): string => at.fixedColumn(row, column) ?? '#REF!';
  const is = (word: string): string => `EXACT(${cell('eligibility')},"${word}")`;
  const complete = `IF(ISNUMBER(${cell('total')}),${cell('missing')}=0,FALSE)`;
  const still = `AND(${cell('rankedTotal')}=${cell('compared')},${cell('rankedRank')}=${cell('rank')})`;
  const isAgreed = `IFERROR(EXACT(${cell('stage')},"${sharedWords.stages.agreed}"),FALSE)`;
  // Of a deferred unit ranking says whether it was only left unfinished, or has errors.
  const isLeftOpen = `AND(${is(eligibility.deferred)},ISNUMBER(FIND("${explanationWords.leftOpenMark}",${cell('explanation')})))`;
  const ifPlaced = (value: string): string => `=IF(${cell('counts')}=1,${value},0)`;
  const formulas: Partial<Record<SummaryColumn, string>> = {
    counts: `=IFERROR(IF(AND(${complete},OR(${is(eligibility.eligible)},${is(eligibility.deferred)})),1,0),0)`,
    countsEligible: `=IFERROR(IF(AND(${complete},${is(eligibility.eligible)}),1,0),0)`,
    compared: ifPlaced(cell('total')),
    ...Object.fromEntries(
      TIE_BREAK_COLUMNS.map((column, index) => [column, ifPlaced(tieBreakValue(rules.tieBreaks[index], cell))]),
    ),
    rank: rankFormula('counts', cell, (column) => tableRange(column, at, layout)),
    rankWithoutDeferred: rankFormula('countsEligible', cell, (column) => tableRange(column, at, layout)),
    classified: `=${classifiedTotal(rules, cell)}`,
    class: `=${className(rules, complete, cell('classified'))}`,
    provisional: provisionalFormula(
      cell,
      `IF(${is(eligibility.excluded)},0,IF(OR(AND(${cell('counts')}=1,${isAgreed}),${isLeftOpen}),0,1))`,
    ),
    stale: `=IFERROR(IF(${cell('explanation')}="",0,IF(${still},0,1)),1)`,
  };
  // Version 0.4.0 called every deferred unit provisional, and knew of no open decisions; ranking renews it.
  const settled = `AND(${cell('countsEligible')}=1,${isAgreed})`;
  const earlier = `=IFERROR(IF(${is(eligibility.excluded)},0,IF(${settled},0,1)),1)`;
  return entriesOf<SummaryColumn, string>(formulas).map(([column, formula]) => ({
    row,
    column,
    formula,
    ...(column === 'provisional' ? { earlier } : {}),
  }));
}

/** 1 where a deferral or an exclusion lacks its record, or the explanation says that a decision is open; else as `otherwise` says. */
function provisionalFormula(cell: (column: SummaryColumn) => string, otherwise: string): string {
  const texts = (['reason', 'basis', 'decidedBy'] as const).map((column) => `TRIM(${cell(column)})<>""`);
  const recorded = `AND(${texts.join(',')},ISNUMBER(${cell('decidedOn')}))`;
  const decided = `OR(EXACT(${cell('eligibility')},"${eligibility.eligible}"),${recorded})`;
  const waiting = `ISNUMBER(FIND("${explanationWords.waitingMark}",${cell('explanation')}))`;
  return `=IFERROR(IF(AND(${decided},NOT(${waiting})),${otherwise},1),1)`;
}

/** A unit's number for one tie-break, of which more is better; 0 where the covenant has none at this place. */
function tieBreakValue(tieBreak: TieBreak | undefined, cell: (column: SummaryColumn) => string): string {
  switch (tieBreak?.by) {
    case undefined:
      return '0';
    case 'fewerPenalty':
      return `ROUND(0-${cell('penalty')},2)`;
    case 'moreStandard':
      return `ROUND(${cell('standard')},2)`;
    case 'moreBonus':
      return `ROUND(${cell('bonus')},2)`;
    case 'section':
      return `ROUND(${cell(sectionColumn(tieBreak.section))},2)`;
    case 'vote':
      return `IF(${acceptsFormula(VOTES, cell('vote'))},ROUND(${cell('vote')},0),0)`;
  }
}

/** One more than the units of the field that are ahead: by total, and where that is equal by the tie-breaks in order. */
function rankFormula(
  field: SummaryColumn,
  cell: (column: SummaryColumn) => string,
  range: (column: SummaryColumn) => string,
): string {
  const before = (['compared', ...TIE_BREAK_COLUMNS] as const).reduceRight<string>((otherwise, column) => {
    const more = `(${range(column)}>${cell(column)})`;
    return otherwise === '' ? more : `(${more}+(${range(column)}=${cell(column)})*${otherwise})`;
  }, '');
  return `=IF(${cell(field)}=1,SUMPRODUCT((${range(field)}=1)*${before})+1,"")`;
}

/** The total by which a unit is classified: the same sum as for ranking, under a cap of its own. */
function classifiedTotal({ floorAtZero, classificationCap }: Rules, cell: (column: SummaryColumn) => string): string {
  const sum = `ROUND(${cell('standard')}+${cell('bonus')}-${cell('penalty')},2)`;
  const floored = floorAtZero ? `MAX(0,${sum})` : sum;
  return classificationCap === null ? floored : `MIN(${toPoints(classificationCap)},${floored})`;
}

/** The name of the best class whose points are reached; a total over blanks has none. */
function className({ classes }: Rules, complete: string, classified: string): string {
  if (classes.length === 0) return '""';
  const named = classes.reduceRight(
    (otherwise, { name, from }) => `IF(${classified}>=${toPoints(from)},"${name.replaceAll('"', '""')}",${otherwise})`,
    '""',
  );
  return `IF(${complete},${named},"")`;
}

/** `$V$9:$V$15`: from the row below the heading to the end row, so that rows inserted in the table are inside. */
export function tableRange(
  column: SummaryColumn | typeof CORNER,
  at: Addresses<SummaryColumn>,
  layout: Layout<SummaryColumn>,
): string {
  const header = layout.row(SUMMARY_HEADER);
  const end = at.fixed(END_KEY, column);
  const heading = at.fixed(SUMMARY_HEADER, column);
  if (header === undefined || end === null || heading === null) return '#REF!';
  return `${heading.replace(/\d+$/, String(header + 2))}:${end}`;
}

/** The line under the title, and in the end row the highest comparison of each line that is compared. */
export function clusterFormulas(
  criteria: CriteriaSet,
  layout: Layout<SummaryColumn>,
  seal: SheetRef<TableColumn> | null,
): KeyedFormula<SummaryColumn>[] {
  return [statusFormula(layout, seal), ...leaderFormulas(criteria, layout)];
}

/** Out of date, provisional, or settled; for a sealed result, the text of the seal. */
export function statusFormula(
  layout: Layout<SummaryColumn>,
  seal: SheetRef<TableColumn> | null,
): KeyedFormula<SummaryColumn> {
  const at = addressesOf(layout);
  const { statusStale, statusProvisional, statusFinal } = summaryWords;
  const sum = (column: SummaryColumn): string => `SUM(${tableRange(column, at, layout)})`;
  const formula = `=IF(${sum('stale')}>0,"${statusStale}",IF(${sum('provisional')}>0,"${statusProvisional}",${sealText(seal) ?? `"${statusFinal}"`}))`;
  return { row: STATUS_KEY, column: 'number', formula };
}

/** These are in the end row, so their ranges end above it; they are written again when rows are inserted there. */
export function leaderFormulas(criteria: CriteriaSet, layout: Layout<SummaryColumn>): KeyedFormula<SummaryColumn>[] {
  const [header, end] = [layout.row(SUMMARY_HEADER), layout.row(END_KEY)];
  return comparedLines(criteria).map(({ code }) => {
    const column = layout.column(comparisonColumn(code));
    const range =
      header === undefined || end === undefined || column === undefined
        ? '#REF!'
        : `${address(header + 1, column)}:${address(end - 1, column)}`;
    return { row: END_KEY, column: comparisonColumn(code), formula: `=MAX(0,${range})` };
  });
}
