/** Compares the live formulas with the engine, cell by cell. */
import type { Covenant } from '../covenant/covenant';
import { finding, type Finding, type FindingCode } from '../covenant/findings';
import { NO_POINTS, roundedHundredfold, toPoints } from '../covenant/points';
import { pointsText } from '../covenant/numberText';
import type { RawValue, Shown } from '../covenant/cell';
import type { Ranking } from '../scoring/rank';
import type { SheetScore } from '../scoring/score';
import { type KeyedSheet, keyedCell } from '../spreadsheet/snapshot';
import { rowKey, type RowKey } from '../spreadsheet/keys';
import { subjectOf } from '../sheets/shared/checkFormulas';
import type { SummaryColumn, UnitColumn } from '../sheets/shared/columns';
import { sectionColumn } from '../sheets/summary/layout';
import { officialPoints } from '../sheets/unit/formulas';

/** A finding for each cell of a unit's sheet that shows something else; `known` cells have a finding already. */
export function compareUnit(
  covenant: Covenant,
  sheet: KeyedSheet<UnitColumn>,
  score: SheetScore,
  known: ReadonlySet<string>,
): Finding[] {
  return officialPoints(covenant, score).flatMap(([row, shown]) =>
    compareCell(sheet, [row, 'official'], shown, { known, what: subjectOf(row, []) }),
  );
}

/** The same on the summary. */
export function compareSummary(
  { criteria }: Covenant,
  sheet: KeyedSheet<SummaryColumn>,
  { standings }: Ranking,
  known: ReadonlySet<string>,
): Finding[] {
  return standings.flatMap(({ unit, name, score, rank, rankWithoutDeferred }) => {
    if (score === null) return [];
    const expected: [SummaryColumn, Shown][] = [
      ...criteria.sections.map(({ code }): [SummaryColumn, Shown] => [
        sectionColumn(code),
        toPoints(score.sections.get(code) ?? NO_POINTS),
      ]),
      ['standard', toPoints(score.standard)],
      ['bonus', toPoints(score.bonus)],
      ['penalty', toPoints(score.penalty)],
      ['total', toPoints(score.provisionalTotal)],
      ['missing', score.missing],
      ['rank', rank],
      ['rankWithoutDeferred', rankWithoutDeferred],
      ['class', classOf(score) || null],
    ];
    return expected.flatMap(([column, shown]) =>
      compareCell(sheet, [rowKey.unit(unit), column], shown, { known, what: name }),
    );
  });
}

/** What the summary may lack of the formulas that show the ranking, and what may hide their results. */
const LOST_RESULTS: readonly FindingCode[] = [
  'formula-overwritten',
  'formula-missing',
  'column-missing',
  'row-doubled',
  'end-row-lost',
  'row-typed',
  'result-disguised',
  'highlights-hide',
  'highlights-other',
];

/**
 * Why the ranks that the workbook shows cannot be relied on: the live figures differ from the engine's, or cells of the summary
 * do not hold the formulas that belong there, so that a typed number may stand for a rank, or show other numbers than they hold.
 * Until these are mended no ranking is final. A unit's own sheet makes only this unit provisional.
 */
export function doubtsOf(findings: readonly Finding[], summary: KeyedSheet<SummaryColumn>): Finding[] {
  const { name } = summary.snapshot;
  const lost = findings.filter(({ code, place }) => LOST_RESULTS.includes(code) && place?.sheet === name);
  return [...lost, ...findings.filter(({ code }) => code === 'engine-differs')];
}

/** The class of a unit whose lines all have points; '' for any other, as the summary shows it. */
export function classOf({ className, missing }: SheetScore): string {
  return missing === 0 ? className : '';
}

function compareCell<Column extends string>(
  sheet: KeyedSheet<Column>,
  [row, column]: readonly [RowKey, NoInfer<Column>],
  expected: Shown,
  { known, what }: { known: ReadonlySet<string>; what: string },
): Finding[] {
  const cell = keyedCell(sheet, row, column);
  if (cell === null || cell.place.cell === null || known.has(cell.place.cell)) return [];
  const same =
    typeof cell.value === 'number' && typeof expected === 'number'
      ? roundedHundredfold(cell.value) === roundedHundredfold(expected)
      : cell.value === expected;
  if (same) return [];
  const text = (value: RawValue): string => (typeof value === 'number' ? pointsText(value) : String(value ?? ''));
  const data = { what, sheet: text(cell.value), engine: text(expected) };
  return [finding('engine-differs', cell.place, data)];
}
