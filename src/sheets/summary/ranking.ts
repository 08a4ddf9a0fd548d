/** What ranking writes on the summary: explanation and award for each unit, and the total and rank they describe. */
import type { Covenant } from '../../covenant/covenant';
import type { CellPlace } from '../../covenant/cell';
import { toPoints } from '../../covenant/points';
import type { Ranking, Standing } from '../../scoring/rank';
import type { AwardProposal } from '../../scoring/awards';
import { type KeyedSheet, keyedCell, placeOf, shownText } from '../../spreadsheet/snapshot';
import { rowKey } from '../../spreadsheet/keys';
import type { Layout } from '../../spreadsheet/layout';
import { type Area, parseAddress, type PlanCell } from '../../spreadsheet/plan';
import type { CellPatch } from '../../spreadsheet/change';
import { finding, type Finding } from '../../covenant/findings';
import type { Rotation } from '../../scoring/rotation';
import { awardNamesOf, provenPatches } from '../awards/proposals';
import { explainRank } from './explanation';
import { words } from './words';
import type { AwardsColumn, SummaryColumn } from '../shared/columns';

/** A standing in words. `title`: the awards the unit is proposed for; '' where there is none. */
export type WordedStanding = Standing & { explanation: string; title: string };

/** Every unit's standing with its explanation, and the awards it is proposed for. */
export function wordedStandings(
  { rules }: Covenant,
  awards: readonly AwardProposal[],
  { standings }: Ranking,
): WordedStanding[] {
  return standings.map((one) => ({
    ...one,
    explanation: explainRank({ ...one, undecided: one.undecided || isAwaited(one.unit, awards) }, rules.tieBreaks),
    title: awardNamesOf(one.unit, awards),
  }));
}

/** Whether a unit is tied for the places of an award that the cluster has not given yet, or is passed over without a decision. */
function isAwaited(id: string, awards: readonly AwardProposal[]): boolean {
  return awards.some(
    ({ tie, passedOver }) =>
      tie?.units.some(({ unit }) => unit === id) ||
      passedOver.some(({ unit, confirmed }) => unit === id && confirmed === false),
  );
}

/** The content of the summary: the explanation of every unit, and whether one is out of date. */
export function rankedState(
  { cluster }: Covenant,
  summary: KeyedSheet<SummaryColumn> | null,
): 'never' | 'stale' | 'current' {
  if (summary === null) return 'never';
  const cell = (unit: string, column: SummaryColumn): unknown =>
    keyedCell(summary, rowKey.unit(unit), column)?.value ?? null;
  const explained = cluster.units.filter(({ id }) => cell(id, 'explanation') !== null);
  if (explained.length === 0) return 'never';
  const stale = explained.length < cluster.units.length || hasStaleRow({ cluster }, summary);
  return stale ? 'stale' : 'current';
}

/** Whether the summary already has what the ranking would write. */
export function isRanked(
  covenant: Covenant,
  summary: KeyedSheet<SummaryColumn>,
  { awards }: { awards: readonly AwardProposal[] },
  ranking: Ranking,
): boolean {
  const stands = ({ unit, explanation, title }: WordedStanding): boolean => {
    const text = (column: SummaryColumn): unknown => keyedCell(summary, rowKey.unit(unit), column)?.value ?? '';
    return text('explanation') === explanation && text('title') === title;
  };
  return rankedState(covenant, summary) === 'current' && wordedStandings(covenant, awards, ranking).every(stands);
}

/** Whether a live formula of the summary says that a total or an eligibility has changed since. */
function hasStaleRow({ cluster }: Pick<Covenant, 'cluster'>, summary: KeyedSheet<SummaryColumn>): boolean {
  return cluster.units.some(({ id }) => keyedCell(summary, rowKey.unit(id), 'stale')?.value === 1);
}

/** The tables that ranking writes on. */
interface RankedTables {
  summary: KeyedSheet<SummaryColumn> | null;
  titles: KeyedSheet<AwardsColumn> | null;
}

/**
 * A finding for each text of a current ranking that is not what ranking would write now: it was typed over, or a fact has
 * changed that changes no total. A table on which nothing was written yet has none; where totals have changed, the summary
 * itself says so. Without `awards` what follows from them is not compared.
 */
export function checkRankedTexts(
  covenant: Covenant,
  { summary, titles }: RankedTables,
  { awards, rotation }: { awards: readonly AwardProposal[] | null; rotation: Rotation | null },
  ranking: Ranking,
): Finding[] {
  if (summary === null || rankedState(covenant, summary) === 'never' || hasStaleRow(covenant, summary)) return [];
  const proposed = titles && awards && rotation && provenPatches(titles, covenant.cluster, awards, rotation);
  return [
    ...textFindings(summary, rankingPatches(summary.layout, wordedStandings(covenant, awards ?? [], ranking))).filter(
      ({ place }) => awards !== null || !isIn(place, summary.layout.column('title')),
    ),
    ...(titles && proposed ? textFindings(titles, proposed) : []),
  ];
}

function isIn(place: CellPlace | null, column: number | undefined): boolean {
  const cell = place?.cell ?? null;
  return cell !== null && parseAddress(cell).column === column;
}

function textFindings({ snapshot }: KeyedSheet<string>, patches: readonly CellPatch[]): Finding[] {
  const cells = patches.flatMap(({ row, column, cells: lines }) =>
    lines.flatMap((line, down) =>
      line.flatMap((wanted, right) => {
        const [at, across] = [row + down, column + right];
        const shown = shownText(snapshot.values[at]?.[across] ?? null);
        return typeof wanted === 'string' || wanted === null ? [{ at, across, shown, wanted: wanted ?? '' }] : [];
      }),
    ),
  );
  if (cells.every(({ shown }) => shown === '')) return [];
  return cells
    .filter(({ shown, wanted }) => shown !== wanted)
    .map(({ at, across, shown, wanted }) =>
      finding('result-differs', placeOf(snapshot, at, across), { shown, wanted }),
    );
}

/** One patch for each run of neighbouring columns, and of neighbouring rows; rows or columns that are missing are left out. */
export function rankingPatches(layout: Layout<SummaryColumn>, standings: readonly WordedStanding[]): CellPatch[] {
  const lines = standings
    .flatMap((standing) => {
      const row = layout.row(rowKey.unit(standing.unit));
      return row === undefined ? [] : [{ row, cells: rankedCells(standing) }];
    })
    .sort((left, right) => left.row - right.row);
  return rankedRuns(layout).flatMap(({ column, keys }) => {
    const patches: CellPatch[] = [];
    for (const { row, cells } of lines) {
      const line = keys.map((key) => cells[key]);
      const last = patches.at(-1);
      if (last && last.row + last.cells.length === row) last.cells.push(line);
      else patches.push({ row, column, cells: [line] });
    }
    return patches;
  });
}

/** The cells of all units that ranking fills in. */
export function rankedAreas({ rows, layout }: KeyedSheet<SummaryColumn>): Area[] {
  const runs = rankedRuns(layout);
  return rows.flatMap(({ key, row }) =>
    key.startsWith(rowKey.unit(''))
      ? runs.map(({ column, keys }) => ({ row, column, rows: 1, columns: keys.length }))
      : [],
  );
}

/** The total that was compared (0 where none was) and the rank stand beside the text that they tell about. */
const RANKED = ['explanation', 'title', 'rankedTotal', 'rankedRank'] as const satisfies readonly SummaryColumn[];
type RankedColumn = (typeof RANKED)[number];

/** The columns that ranking fills in, those together that are neighbours, from the left. */
function rankedRuns(layout: Layout<SummaryColumn>): { column: number; keys: RankedColumn[] }[] {
  const found = RANKED.flatMap((key) => {
    const column = layout.column(key);
    return column === undefined ? [] : [{ key, column }];
  }).sort((left, right) => left.column - right.column);
  const runs: { column: number; keys: RankedColumn[] }[] = [];
  for (const { key, column } of found) {
    const last = runs.at(-1);
    if (last && last.column + last.keys.length === column) last.keys.push(key);
    else runs.push({ column, keys: [key] });
  }
  return runs;
}

function rankedCells({ explanation, title, rank, score }: WordedStanding): Record<RankedColumn, PlanCell> {
  const compared = rank === null ? null : (score?.total ?? null);
  return {
    explanation,
    title: title || null,
    rankedTotal: compared === null ? 0 : toPoints(compared),
    rankedRank: rank,
  };
}

/** No unit has it, so that the live formulas call what stands beside it out of date. */
const NO_RANK = 0;

/** The ranked cells of units that were ranked under another covenant, on the summary drawn anew: out of date until they are ranked again. */
export function voidRanking(summary: KeyedSheet<SummaryColumn>, layout: Layout<SummaryColumn>): CellPatch[] {
  const cells: Record<RankedColumn, PlanCell> = {
    explanation: words.rankAgain,
    title: null,
    rankedTotal: 0,
    rankedRank: NO_RANK,
  };
  return summary.rows.flatMap(({ key }): CellPatch[] => {
    const row = layout.row(key);
    const explained = shownText(keyedCell(summary, key, 'explanation')?.value ?? null);
    if (row === undefined || explained === '' || !key.startsWith(rowKey.unit(''))) return [];
    return rankedRuns(layout).map(({ column, keys }) => ({ row, column, cells: [keys.map((one) => cells[one])] }));
  });
}
