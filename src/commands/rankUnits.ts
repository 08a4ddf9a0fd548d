/** Rank: the units of the cluster by their totals, and on the summary beside each rank why it is that. */
import { finding, type Finding } from '../covenant/findings';
import { applyChanges } from '../excel/apply';
import { readWorkbookImage } from '../excel/read';
import type { Ranking, Standing } from '../scoring/rank';
import { LOCKED_PROTECTION } from '../sheets/draft';
import type { KeyedSheet } from '../sheets/image';
import { judge } from '../sheets/judge';
import { explainRank } from '../sheets/summary/explanation';
import { rankingPatches } from '../sheets/summary/ranking';
import { currentCells } from '../sheets/undo';
import { readWorkbook } from '../sheets/workbook';
import { begin } from './begin';
import { done, type Outcome, type Progress, refused } from './outcome';

export interface RankResult extends Ranking {
  standings: (Standing & { explanation: string })[];
  findings: Finding[];
}

/**
 * Ranks and writes the explanations. Refused where the covenant cannot be used, the summary is missing, or the live
 * formulas say something else than the engine; throws ExcelFailure where Excel refuses, with everything taken back.
 */
export async function rankUnits(progress: Progress = {}): Promise<Outcome<RankResult>> {
  begin(progress, 'reading');
  const image = await readWorkbookImage();
  begin(progress, 'deciding');
  const reading = readWorkbook(image);
  const { findings, ranking } = judge(reading);
  const { summary } = reading;
  if (ranking === null) return refused(findings);
  if (summary === null) return refused([finding('summary-missing', null, {})]);
  const doubtful = findings.filter((one) => one.code === 'engine-differs');
  if (doubtful.length > 0) return refused(doubtful);
  const standings = ranking.standings.map((one) => ({ ...one, explanation: explainRank(one.reason) }));
  begin(progress, 'writing');
  await writeExplanations(summary, standings, image.all);
  return done({ standings, provisional: ranking.provisional, findings });
}

async function writeExplanations(
  summary: KeyedSheet,
  standings: RankResult['standings'],
  all: readonly { id: string }[],
): Promise<void> {
  const patches = rankingPatches(summary.layout, standings);
  await applyChanges(
    [
      {
        type: 'editSheet',
        sheetId: summary.image.id,
        protection: LOCKED_PROTECTION,
        wasProtected: summary.image.protected,
        insertion: null,
        patches,
        undo: currentCells(summary.image, patches),
      },
      { type: 'activate', name: summary.image.name },
    ],
    all.map(({ id }) => id),
  );
}
