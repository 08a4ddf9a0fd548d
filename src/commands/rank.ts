/** Ranking: the units by their totals, why each rank is that, and who is proposed for which award. */
import type { Cluster } from '../covenant/covenant';
import { finding, type Finding, identityDoubts } from '../covenant/findings';
import type { AwardProposal } from '../scoring/awards';
import type { Ranking } from '../scoring/rank';
import type { Rotation } from '../scoring/rotation';
import { awardsFit } from '../sheets/awards/plan';
import { provenPatches } from '../sheets/awards/proposals';
import { unitRefs } from '../sheets/shared/evaluation';
import { summaryFit, summaryRenewals } from '../sheets/summary/plan';
import { rankingPatches, type WordedStanding, wordedStandings } from '../sheets/summary/ranking';
import { type Change, editOf } from '../spreadsheet/change';
import type { Task } from '../spreadsheet/task';
import { doubtsOf } from '../workbook/compare';
import { readWorkbook } from '../workbook/covenantWorkbook';
import { evaluate } from '../workbook/evaluate';
import { done, refused } from '../covenant/outcome';
import { type Decided, defineCommand, noInput } from './command';

export interface RankResult extends Ranking {
  clusterType: Cluster['type'];
  standings: WordedStanding[];
  /** In the covenant's order; proposals to the cluster, which never change a rank. */
  awards: AwardProposal[];
  /** Who would lead the cluster next year. */
  rotation: Rotation;
  findings: Finding[];
  /** Those among them that make the ranking provisional, but for blank lines. */
  causes: Finding[];
}

/**
 * Ranks, and writes explanations and proposals. Refused where the covenant cannot be used, the summary is missing, a cell of
 * it does not hold the formula that belongs there, it is not clear whose figures are whose, or the live formulas differ from
 * the engine.
 */
const rankUnits = defineCommand({
  id: 'rankUnits',
  workStep: 'rank',
  ribbon: { result: 'onSheet' },
  cli: [{ verb: 'rank', input: noInput }],
  reads: { guards: 'all', hiddenLines: true },
  *decide(workbook, _input: void): Task<Decided<RankResult>> {
    const reading = readWorkbook(workbook);
    const evaluation = yield* evaluate(reading);
    const { findings, ranking, rotation, awards, causes } = evaluation;
    const { covenant, summary, titles } = reading;
    const unclear = identityDoubts(findings);
    if (unclear.length > 0) return refused(unclear);
    if (covenant === null || ranking === null || rotation === null) return refused(findings);
    if (summary === null) return refused([finding('summary-missing', null, {})]);
    if (doubtsOf(findings, summary).length > 0) return refused(causes);
    const standings = wordedStandings(covenant, awards, ranking);
    const ranked = rankingPatches(summary.layout, standings);
    const renewed = summaryRenewals(covenant, summary, unitRefs(reading, covenant.cluster.units));
    const fit = summaryFit(covenant, summary, ranked);
    const changes: Change[] = [editOf(summary, [...ranked, ...renewed], { fit })];
    if (titles !== null) {
      const proposed = provenPatches(titles, covenant.cluster, awards, rotation);
      changes.push(editOf(titles, proposed, { fit: awardsFit(covenant, titles, proposed) }));
    }
    changes.push({ type: 'activate', name: summary.snapshot.name });
    const { provisional } = ranking;
    // Those of a result that is now written anew go with it.
    const remaining = findings.filter(({ code }) => code !== 'result-differs');
    // Every figure of a unit that can change a rank shows on the summary.
    const { covenantSheet, criteriaSheet, targets, documents } = reading;
    const read = [summary, titles, covenantSheet, criteriaSheet, targets, ...documents.decisions];
    const basis = read.flatMap((sheet) => sheet?.snapshot.id ?? []);
    const clusterType = covenant.cluster.type;
    return done({
      changes,
      basis,
      result: { clusterType, standings, provisional, awards, rotation, findings: remaining, causes },
    });
  },
  report: ({ provisional, findings }) => ({ provisional, remaining: findings.length }),
  needsAttention: ({ provisional }) => provisional,
});

export const rankCommands = { rankUnits };
