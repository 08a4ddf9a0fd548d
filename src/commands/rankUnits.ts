/** Rank: the units of the cluster by their totals, on the summary why each rank is that, and who is proposed for which title. */
import { finding, type Finding } from '../covenant/findings';
import { applyChanges } from '../excel/apply';
import { readWorkbookImage } from '../excel/read';
import type { Ranking } from '../scoring/rank';
import type { Rotation } from '../scoring/rotation';
import type { TitleProposal } from '../scoring/awards';
import { editOf } from '../spreadsheet/edit';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { judging } from '../workbook/evaluate';
import type { Change } from '../spreadsheet/plan';
import { summaryFit } from '../sheets/summary/plan';
import { rankingPatches, type WordedStanding, wordedStandings } from '../sheets/summary/ranking';
import { titlesFit } from '../sheets/awards/plan';
import { proposalPatches } from '../sheets/awards/proposals';
import { readWorkbook } from '../workbook/covenantWorkbook';
import { begin } from './begin';
import { done, type Outcome, type Progress, refused } from './outcome';
import { paced } from './progress';

export interface RankResult extends Ranking {
  standings: WordedStanding[];
  /** In the covenant's order; proposals to the cluster, which never change a rank. */
  titles: TitleProposal[];
  /** Who would lead the cluster next year. */
  rotation: Rotation;
  findings: Finding[];
}

/**
 * Ranks and writes explanations and proposals. Refused where the covenant cannot be used, the summary is missing, or the
 * live formulas say something else than the engine; throws ExcelFailure where Excel refuses, with everything taken back.
 */
export async function rankUnits(progress: Progress = {}): Promise<Outcome<RankResult>> {
  begin(progress, 'reading');
  const image = await readWorkbookImage();
  begin(progress, 'deciding');
  const reading = readWorkbook(image);
  const judgement = await paced(judging(reading), progress, 'deciding');
  const { findings, ranking, rotation } = judgement;
  const { covenant, summary, titles } = reading;
  if (covenant === null || ranking === null || rotation === null) return refused(findings);
  if (summary === null) return refused([finding('summary-missing', null, {})]);
  const doubtful = doubtsOf(findings, summary);
  if (doubtful.length > 0) return refused(doubtful);
  const standings = wordedStandings(covenant, judgement.titles, ranking);
  const ranked = rankingPatches(summary.layout, standings);
  const changes: Change[] = [editOf(summary, ranked, { fit: summaryFit(covenant, summary, ranked) })];
  if (titles !== null) {
    const proposed = proposalPatches(titles.layout, covenant.cluster, judgement.titles, rotation);
    changes.push(editOf(titles, proposed, { fit: titlesFit(covenant, titles, proposed) }));
  }
  begin(progress, 'writing');
  await applyChanges(
    [...changes, { type: 'activate', name: summary.image.name }],
    image.all.map(({ id }) => id),
  );
  const { provisional } = ranking;
  return done({ standings, provisional, titles: judgement.titles, rotation, findings });
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
      (code === 'formula-overwritten' || code === 'formula-missing') && place?.sheet === summary.image.name,
  );
  return [...causes, ...differing];
}
