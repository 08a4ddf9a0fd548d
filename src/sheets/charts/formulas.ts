/**
 * The live figures of *Biểu đồ*. Each row of the table serves twice: its hidden cells hold the rank of one unit as the
 * summary lists them, its visible cells the unit that takes the row's place. Equal ranks keep the summary's order, and
 * units without a rank come last.
 */
import type { CriteriaSet } from '../../covenant/criteria';
import type { SheetRef } from '../shared/sheetRefs';
import { END_KEY, entriesOf, rowKey } from '../../spreadsheet/keys';
import { addressesOf, type KeyedFormula, type Layout } from '../../spreadsheet/layout';
import { quoteSheet } from '../../spreadsheet/plan';
import { sectionColumn, STATUS_KEY, SUMMARY_HEADER } from '../summary/layout';
import type { SummaryColumn } from '../shared/columns';
import { type ChartsColumn, type Helper, LABEL_COLUMN, placeKey } from './layout';
import { words } from './words';

/** Columns of the summary that the charts show. */
function shownColumns({ sections }: CriteriaSet): (SummaryColumn & ChartsColumn)[] {
  return ['unit', ...sections.map(({ code }) => sectionColumn(code)), 'standard', 'bonus', 'penalty', 'total'];
}

/** Columns that the summary lacks, as it does where the sections have changed since it was made. */
export function missingColumns(criteria: CriteriaSet, { layout }: SheetRef<SummaryColumn>): SummaryColumn[] {
  return (['rank', ...shownColumns(criteria)] as const).filter((column) => layout.column(column) === undefined);
}

/** All formulas below the head, for units that have a row on the summary. */
export function chartFormulas(
  criteria: CriteriaSet,
  layout: Layout<ChartsColumn>,
  summary: SheetRef<SummaryColumn>,
  units: readonly string[],
): KeyedFormula<ChartsColumn>[] {
  const there = summaryRanges(summary);
  const own = addressesOf(layout);
  const whole = (column: Helper): string =>
    `${own.fixed(placeKey(1), column) ?? '#REF!'}:${own.fixed(placeKey(units.length), column) ?? '#REF!'}`;
  return units.flatMap((unit, index) => {
    const row = placeKey(index + 1);
    const cell = (column: ChartsColumn): string => own.cell(row, column) ?? '#REF!';
    const from = (column: SummaryColumn): string => `INDEX(${there.column(column)},${cell('at')})`;
    const upToHere = `${own.fixed(placeKey(1), 'ranked') ?? '#REF!'}:${cell('ranked')}`;
    const rank = there.cell(unit, 'rank');
    const number = (value: string, shown = value): string => `=IF(ISNUMBER(${value}),${shown},"")`;
    const formulas: Partial<Record<ChartsColumn, string>> = {
      place: `=ROW(${there.cell(unit, 'rank')})-ROW(${there.header})`,
      ranked: number(rank),
      order:
        `=IF(ISNUMBER(${cell('ranked')}),${cell('ranked')}+COUNTIFS(${upToHere},${cell('ranked')})-1,` +
        `COUNTIFS(${whole('ranked')},">0")+${index + 1}-COUNTIFS(${upToHere},">0"))`,
      source: `=MATCH(${index + 1},${whole('order')},0)`,
      at: `=INDEX(${whole('place')},${cell('source')})`,
      rank: `=IF(ISNUMBER(${from('rank')}),${from('rank')},"${words.noRank}")`,
      [LABEL_COLUMN]: labelFormula(cell),
      ...Object.fromEntries(shownColumns(criteria).map((column) => [column, number(from(column))])),
      unit: `=${from('unit')}`,
      penalty: number(from('penalty'), `0-${from('penalty')}`),
    };
    return entriesOf(formulas).map(([column, formula]) => ({ row, column, formula }));
  });
}

/** "3. Kiên Giang: 95,50 (+1,00; -0,50)": the name of a bar; FIXED writes the decimal separator of the reader's Excel. */
function labelFormula(cell: (column: ChartsColumn) => string): string {
  const [bonus, penalty, total] = [cell('bonus'), cell('penalty'), cell('total')];
  const fixed = (value: string): string => `FIXED(${value},2,TRUE)`;
  const adjusted =
    `IF(OR(${bonus}>0,${penalty}<0)," ("&IF(${bonus}>0,"+"&${fixed(bonus)},"")&` +
    `IF(AND(${bonus}>0,${penalty}<0),"; ","")&IF(${penalty}<0,${fixed(penalty)},"")&")","")`;
  const known = `AND(ISNUMBER(${total}),ISNUMBER(${bonus}),ISNUMBER(${penalty}))`;
  const rank = `IF(ISNUMBER(${cell('rank')}),${cell('rank')}&". ","${words.noRank} ")`;
  return `=${rank}&${cell('unit')}&IF(${known},": "&${fixed(total)}&${adjusted},"")`;
}

/** The status line of the summary; empty where it is empty. */
export function statusFormula(summary: SheetRef<SummaryColumn>): string {
  return `=${quoteSheet(summary.sheet)}!${addressesOf(summary.layout).fixed(STATUS_KEY, 'number') ?? '#REF!'}`;
}

/**
 * Above zero where the columns of the summary no longer begin below its heading, so that each place has the figures of another unit, or
 * where the row of a unit is lost.
 */
export function rangeTerms(
  layout: Layout<ChartsColumn>,
  summary: SheetRef<SummaryColumn>,
  units: number,
): [moved: string, lost: string] {
  const { header, column } = summaryRanges(summary);
  const own = addressesOf(layout);
  const [first, last] = [1, units].map((place) => own.fixed(placeKey(place), 'place') ?? '#REF!');
  return [`ABS(ROW(INDEX(${column('rank')},1))-ROW(${header})-1)`, `ABS(COUNTIFS(${first}:${last},">0")-${units})`];
}

interface SummaryRanges {
  /** A unit's cell. */
  cell(unit: string, column: SummaryColumn): string;
  /** A cell of the heading row. */
  header: string;
  /** From the row below the heading to the end row, so that rows inserted in the table are inside. */
  column(column: SummaryColumn): string;
}

function summaryRanges({ sheet, layout }: SheetRef<SummaryColumn>): SummaryRanges {
  const at = addressesOf(layout);
  const there = (address: string | null): string => (address === null ? '#REF!' : `${quoteSheet(sheet)}!${address}`);
  const header = layout.row(SUMMARY_HEADER);
  return {
    cell: (unit, column) => there(at.fixed(rowKey.unit(unit), column)),
    header: there(at.fixed(SUMMARY_HEADER, 'rank')),
    column: (column) => {
      const [heading, end] = [at.fixed(SUMMARY_HEADER, column), at.fixed(END_KEY, column)];
      if (header === undefined || heading === null || end === null) return '#REF!';
      return there(`${heading.replace(/\d+$/, String(header + 2))}:${end}`);
    },
  };
}
