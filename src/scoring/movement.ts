/** How a unit's total and rank changed from stage to stage: computed at each stage without the entries of later stages. */
import type { Covenant } from '../covenant/covenant';
import type { Hundredths } from '../covenant/points';
import { type LineEntries, type SheetEntries, type Stage, STAGES } from './entries';
import { type Candidate, rankCluster } from './rank';
import { type Leaders, scoreSheet } from './score';

/** A unit's total so far and its rank at each stage; rank null where it was incomplete then, or is not ranked. */
export type Movement = Readonly<Record<Stage, { total: Hundredths; rank: number | null }>>;

/** The entries of a stage: those of later stages are removed. */
function entriesAt(stage: Stage, entries: SheetEntries): SheetEntries {
  if (stage === 'agreed') return entries;
  const cut = (line: LineEntries): LineEntries => ({
    ...line,
    reviewed: stage === 'self' ? { ...line.reviewed, value: null } : line.reviewed,
    agreed: { ...line.agreed, value: null },
  });
  return { ...entries, lines: new Map([...entries.lines].map(([code, line]) => [code, cut(line)])) };
}

/** The movement of every unit that has a sheet, by unit id; eligibility and votes are the current ones. */
export function movements(
  covenant: Covenant,
  candidates: readonly Candidate[],
  entriesOf: (unit: string) => SheetEntries | null,
  leaders: Leaders,
): ReadonlyMap<string, Movement> {
  const ranked = STAGES.map((stage) => {
    const then = candidates.map((candidate) => {
      const entries = entriesOf(candidate.unit);
      return { ...candidate, score: entries && scoreSheet(covenant, entriesAt(stage, entries), leaders) };
    });
    return [stage, rankCluster(then, covenant.rules.tieBreaks).standings] as const;
  });
  const found = candidates.flatMap(({ unit }, index): [string, Movement][] => {
    const stages = ranked.flatMap(([stage, standings]) => {
      const standing = standings[index];
      return standing?.score ? [[stage, { total: standing.score.provisionalTotal, rank: standing.rank }] as const] : [];
    });
    const at = new Map(stages);
    const [self, reviewed, agreed] = STAGES.map((stage) => at.get(stage));
    return self && reviewed && agreed ? [[unit, { self, reviewed, agreed }]] : [];
  });
  return new Map(found);
}
