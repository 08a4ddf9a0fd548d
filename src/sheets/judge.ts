/** A workbook judged: every finding, every score, the ranking, and who is proposed for what. */
import type { Covenant, Unit } from '../covenant/covenant';
import { finding, type Finding, hasErrors } from '../covenant/findings';
import { fingerprint } from '../covenant/fingerprint';
import { checkEntries } from '../scoring/check';
import type { Eligibility, SheetEntries } from '../scoring/entries';
import { type Candidate, type Ranking, rankCluster } from '../scoring/rank';
import { proposeRotation, type Rotation } from '../scoring/rotation';
import { type Leaders, leadersOf, scoreSheet, type SheetScore } from '../scoring/score';
import type { TitleProposal } from '../scoring/titles';
import { checkDays, checkHandIn, checkRegistration } from './calendar';
import { compareSummary, compareUnit } from './compare';
import type { KeyedSheet } from './image';
import { checkSummarySheet, readEligibility, readVote } from './summary/read';
import { targetLines } from './targets/layout';
import { checkTargetsSheet } from './targets/read';
import { judgeTitles } from './titles/judge';
import { checkUnitSheet, readUnit } from './unit/read';
import { clusterRefs, unitRefs, type WorkbookReading } from './workbook';

export interface Judgement {
  /** In the order of the workbook: covenant, targets, units, summary, titles. */
  findings: Finding[];
  /** null where the covenant cannot be used; then nothing is proposed either. */
  ranking: Ranking | null;
  /** In the covenant's order. */
  titles: TitleProposal[];
  rotation: Rotation | null;
}

/** Checks and ranks everything that was read. Titles and rotation rest on the ranks and never change them. */
export function judge(reading: WorkbookReading): Judgement {
  const { covenant, summary } = reading;
  if (covenant === null) return { findings: reading.findings, ranking: null, titles: [], rotation: null };
  const { units } = covenant.cluster;
  const findings = [...reading.findings, ...checkDays(covenant, reading.covenantSheet), ...checkTargets(reading)];
  const judged = judgeUnits(covenant, reading);
  findings.push(...judged.findings);
  const ranking = rankCluster(judged.candidates, covenant.rules.tieBreaks);
  if (summary) {
    const sheetFindings = checkSummarySheet(covenant, summary, unitRefs(reading, units));
    findings.push(...sheetFindings, ...compareSummary(covenant, summary, ranking, cellsOf(sheetFindings)));
  }
  const eligibilityOf = (id: string): Eligibility | null =>
    ranking.standings.find(({ unit }) => unit === id)?.eligibility ?? null;
  const titles = judgeTitles(covenant, reading.titles, ranking.standings);
  findings.push(...titles.findings);
  const rotation = proposeRotation(covenant.cluster, eligibilityOf);
  return { findings, ranking, titles: titles.proposals, rotation };
}

/** The table of targets: one that is wanted and not there, or what is wrong with the one that is. */
function checkTargets({ covenant, targets }: WorkbookReading): Finding[] {
  if (covenant === null) return [];
  if (targets) return checkTargetsSheet(covenant, targets);
  return targetLines(covenant.criteria).length > 0 ? [finding('targets-missing', null, {})] : [];
}

/** Every unit as it comes to the ranking. All sheets are read before one is scored: some points depend on the leader. */
function judgeUnits(covenant: Covenant, reading: WorkbookReading): { candidates: Candidate[]; findings: Finding[] } {
  const { summary, unitSheets, targets, covenantSheet } = reading;
  const findings: Finding[] = [];
  const read = covenant.cluster.units.map((unit) => {
    const sheet = unitSheets.get(unit.id);
    return { unit, sheet, entries: sheet ? readUnit(covenant, unit, sheet, targets) : null };
  });
  const leaders = leadersOf(
    covenant.criteria,
    read.flatMap(({ entries }) => (entries ? [entries] : [])),
  );
  const candidates = read.map(({ unit, sheet, entries }): Candidate => {
    const judged =
      sheet && entries
        ? judgeUnit(covenant, reading, { unit, sheet, entries, leaders })
        : { findings: [], score: null };
    const eligibility = summary ? readEligibility(summary, unit.id) : null;
    findings.push(
      ...judged.findings,
      ...checkRegistration(unit, eligibility, summary),
      ...checkHandIn(covenant, unit, entries, covenantSheet),
    );
    return {
      unit: unit.id,
      name: unit.name,
      eligibility,
      score: judged.score,
      vote: summary ? readVote(summary, unit.id) : null,
      faulty: hasErrors(judged.findings),
    };
  });
  return { candidates, findings };
}

interface ReadUnit {
  unit: Unit;
  sheet: KeyedSheet;
  entries: SheetEntries;
  leaders: Leaders;
}

function judgeUnit(
  covenant: Covenant,
  reading: WorkbookReading,
  { unit, sheet, entries, leaders }: ReadUnit,
): { findings: Finding[]; score: SheetScore } {
  const score = scoreSheet(covenant, entries, leaders);
  const sheetFindings = checkUnitSheet(covenant, unit, sheet, clusterRefs(reading));
  const findings = [...sheetFindings, ...checkEntries(covenant, entries, leaders)];
  // A sheet of other criteria has other sums by right; that it is one has been said.
  if (sheet.key.version === fingerprint(covenant))
    findings.push(...compareUnit(covenant, sheet, score, cellsOf(sheetFindings)));
  return { findings, score };
}

/** Cells that already have a finding of their own; a difference there would only say the same again. */
function cellsOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.flatMap((one) => (one.place?.cell ? [one.place.cell] : [])));
}
