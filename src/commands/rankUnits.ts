/** Rank: the units of the cluster by their totals, on the summary why each rank is that, and who is proposed for which title. */
import { finding, type Finding } from '../covenant/findings';
import { applyChanges } from '../excel/apply';
import { readWorkbookSnapshot } from '../excel/read';
import type { Ranking } from '../scoring/rank';
import type { Rotation } from '../scoring/rotation';
import type { AwardProposal } from '../scoring/awards';
import { editOf } from '../spreadsheet/edit';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { evaluateTask } from '../workbook/evaluate';
import type { Change } from '../spreadsheet/plan';
import { summaryFit } from '../sheets/summary/plan';
import { rankingPatches, type WordedStanding, wordedStandings } from '../sheets/summary/ranking';
import { awardsFit } from '../sheets/awards/plan';
import { proposalPatches } from '../sheets/awards/proposals';
import { readWorkbook } from '../workbook/covenantWorkbook';
import { reportStep } from './begin';
import { done, type Outcome, type Progress, refused } from '../workbook/outcome';
import { runInSlices } from './progress';

export interface RankResult extends Ranking {
  standings: WordedStanding[];
  /** In the covenant's order; proposals to the cluster, which never change a rank. */
  awards: AwardProposal[];
  /** Who would lead the cluster next year. */
  rotation: Rotation;
  findings: Finding[];
}

/**
 * Ranks and writes explanations and proposals. Refused where the covenant cannot be used, the summary is missing, or the
 * live formulas say something else than the engine; throws ExcelFailure where Excel refuses, with everything taken back.
 */
export async function rankUnits(progress: Progress = {}): Promise<Outcome<RankResult>> {
  reportStep(progress, 'reading');
  const snapshot = await readWorkbookSnapshot();
  reportStep(progress, 'deciding');
  const reading = readWorkbook(snapshot);
  const evaluation = await runInSlices(evaluateTask(reading), progress, 'deciding');
  const { findings, ranking, rotation } = evaluation;
  const { covenant, summary, titles } = reading;
  if (covenant === null || ranking === null || rotation === null) return refused(findings);
  if (summary === null) return refused([finding('summary-missing', null, {})]);
  const doubtful = doubtsOf(findings, summary);
  if (doubtful.length > 0) return refused(doubtful);
  const standings = wordedStandings(covenant, evaluation.awards, ranking);
  const ranked = rankingPatches(summary.layout, standings);
  const changes: Change[] = [editOf(summary, ranked, { fit: summaryFit(covenant, summary, ranked) })];
  if (titles !== null) {
    const proposed = proposalPatches(titles.layout, covenant.cluster, evaluation.awards, rotation);
    changes.push(editOf(titles, proposed, { fit: awardsFit(covenant, titles, proposed) }));
  }
  reportStep(progress, 'writing');
  await applyChanges(
    [...changes, { type: 'activate', name: summary.snapshot.name }],
    snapshot.all.map(({ id }) => id),
  );
  const { provisional } = ranking;
  return done({ standings, provisional, awards: evaluation.awards, rotation, findings });
}

/**
 * Where the live figures are not the engine's there is no rank to write; formulas of the summary that are not the
 * covenant's, as after its tie-breaks were edited, are named with them, for they can be put right at once.
 */
function doubtsOf(findings: readonly Finding[], summary: KeyedSheet): Finding[] {
  const differing = findings.filter(({ code }) => code === 'engine-differs');
  if (differing.length === 0) return [];
  const causes = findings.filter(
    ({ code, place }) =>
      (code === 'formula-overwritten' || code === 'formula-missing') && place?.sheet === summary.snapshot.name,
  );
  return [...causes, ...differing];
}
