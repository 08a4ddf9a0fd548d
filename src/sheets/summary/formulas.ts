/** Every formula of the summary, for any layout: points from the units' sheets, ranks, and whether what was ranked still holds. */
import type { CriteriaSet } from '../../covenant/criteria';
import { paper } from '../../locales/paper';
import { END_KEY, rowKey } from '../keys';
import { type Addresses, addressesOf, type KeyedFormula, type Layout } from '../layout';
import { quoteSheet } from '../plan';
import { OPEN_KEY, STAGE_COLUMN, STAGE_KEY } from '../unit/layout';
import { sectionColumn, STATUS_KEY } from './layout';

/** A unit's sheet as the summary refers to it. */
export interface UnitSheetRef {
  unit: string;
  sheet: string;
  layout: Layout;
}

const { eligibility } = paper;

/** The formulas of the given units' rows. Ranges run from the first row of the table to the row below its last. */
export function summaryRowFormulas(
  criteria: CriteriaSet,
  layout: Layout,
  units: readonly UnitSheetRef[],
): KeyedFormula[] {
  const at = addressesOf(layout);
  return units.flatMap((unit) => [...referringFormulas(criteria, unit), ...ranking(unit.unit, at, layout)]);
}

/** Cells that repeat what stands on the unit's own sheet. */
export function referringFormulas(criteria: CriteriaSet, { unit, sheet, layout }: UnitSheetRef): KeyedFormula[] {
  const there = addressesOf(layout);
  const from = (column: string, row: string, source = 'official'): KeyedFormula => ({
    row: rowKey.unit(unit),
    column,
    formula: `=${quoteSheet(sheet)}!${there.fixed(row, source) ?? '#REF!'}`,
  });
  return [
    ...criteria.sections.map((section) => from(sectionColumn(section.code), rowKey.section(section.code))),
    from('standard', rowKey.total('standard')),
    from('bonus', rowKey.total('bonus')),
    from('penalty', rowKey.total('penalty')),
    from('total', rowKey.total('total')),
    from('missing', rowKey.total('missing')),
    { ...from('stage', OPEN_KEY), formula: stageFormula(sheet, there) },
  ];
}

/** The stage the sheet names; "Thống nhất" also where every line has been agreed. */
function stageFormula(sheet: string, there: Addresses): string {
  const ref = (row: string, column: string): string => `${quoteSheet(sheet)}!${there.fixed(row, column) ?? '#REF!'}`;
  return `=IF(${ref(OPEN_KEY, 'official')}=0,"${paper.stages.agreed}",${ref(STAGE_KEY, STAGE_COLUMN)})`;
}

function ranking(unit: string, at: Addresses, layout: Layout): KeyedFormula[] {
  const row = rowKey.unit(unit);
  const cell = (column: string): string => at.fixedColumn(row, column) ?? '#REF!';
  const range = (column: string): string => tableRange(column, at, layout);
  const is = (word: string): string => `EXACT(${cell('eligibility')},"${word}")`;
  const complete = `IF(ISNUMBER(${cell('total')}),${cell('missing')}=0,FALSE)`;
  const place = (counts: string): string =>
    `=IF(${cell(counts)}=1,SUMPRODUCT((${range(counts)}=1)*(${range('compared')}>${cell('compared')}))+1,"")`;
  const still = `AND(${cell('rankedTotal')}=${cell('compared')},${cell('rankedRank')}=${cell('rank')})`;
  const settled = `AND(${cell('countsEligible')}=1,IFERROR(EXACT(${cell('stage')},"${paper.stages.agreed}"),FALSE))`;
  const formulas: Record<string, string> = {
    counts: `=IF(AND(${complete},OR(${is(eligibility.eligible)},${is(eligibility.deferred)})),1,0)`,
    countsEligible: `=IF(AND(${complete},${is(eligibility.eligible)}),1,0)`,
    compared: `=IF(${cell('counts')}=1,${cell('total')},0)`,
    rank: place('counts'),
    rankWithoutDeferred: place('countsEligible'),
    provisional: `=IF(${is(eligibility.excluded)},0,IF(${settled},0,1))`,
    stale: `=IF(${cell('explanation')}="",0,IF(${still},0,1))`,
  };
  return Object.entries(formulas).map(([column, formula]) => ({ row, column, formula }));
}

/** `$V$9:$V$15`: from the row below the heading to the end row, so that rows inserted in the table are inside. */
function tableRange(column: string, at: Addresses, layout: Layout): string {
  const header = layout.row('header');
  const end = at.fixed(END_KEY, column);
  const heading = at.fixed('header', column);
  if (header === undefined || end === null || heading === null) return '#REF!';
  return `${heading.replace(/\d+$/, String(header + 2))}:${end}`;
}

/** The line under the title: out of date, provisional, or settled. */
export function statusFormula(layout: Layout): KeyedFormula {
  const at = addressesOf(layout);
  const { statusStale, statusProvisional, statusFinal } = paper.summary;
  const sum = (column: string): string => `SUM(${tableRange(column, at, layout)})`;
  const formula = `=IF(${sum('stale')}>0,"${statusStale}",IF(${sum('provisional')}>0,"${statusProvisional}","${statusFinal}"))`;
  return { row: STATUS_KEY, column: 'number', formula };
}
