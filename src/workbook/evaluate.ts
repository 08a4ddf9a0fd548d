/** A workbook judged: every finding, every score, the ranking, and who is proposed for what. */
import type { Covenant, Unit } from '../covenant/covenant';
import { finding, type Finding, hasErrors } from '../covenant/findings';
import { fingerprint } from '../covenant/fingerprint';
import { checkEntries } from '../scoring/check';
import type { Eligibility, SheetEntries } from '../scoring/entries';
import { type Candidate, type Ranking, rankCluster } from '../scoring/rank';
import { proposeRotation, type Rotation } from '../scoring/rotation';
import { type Leaders, leadersOf, NO_LEADERS, scoreSheet, type SheetScore } from '../scoring/score';
import type { TitleProposal } from '../scoring/awards';
import { checkDays, checkHandIn, checkRegistration } from './calendar';
import { compareSummary, compareUnit } from './compare';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { checkSummarySheet, readEligibility, readVote } from '../sheets/summary/read';
import { judgeSeal, type SealJudgement } from './seal/evaluateSeal';
import { type Steps, toEnd } from '../spreadsheet/task';
import { targetLines } from '../sheets/targets/layout';
import { checkTargetsSheet } from '../sheets/targets/read';
import { judgeTitles } from '../sheets/awards/evaluate';
import { checkUnitSheet, readUnit } from '../sheets/unit/read';
import { clusterRefs, unitRefs, type WorkbookReading } from './covenantWorkbook';

export interface Judgement {
  /** In the order of the workbook: covenant, targets, units, summary, titles, seal. */
  findings: Finding[];
  /** Every unit of the covenant, with its entries (null where it has no sheet) and what was found on its sheet. */
  units: JudgedUnit[];
  leaders: Leaders;
  /** null where the covenant cannot be used; then nothing is proposed either. */
  ranking: Ranking | null;
  /** In the covenant's order. */
  titles: TitleProposal[];
  rotation: Rotation | null;
  seal: SealJudgement;
}

const NO_SEAL: SealJudgement = { seal: null, changes: [], findings: [] };

export interface JudgedUnit {
  unit: Unit;
  entries: SheetEntries | null;
  candidate: Candidate;
  findings: Finding[];
}

/** Checks and ranks everything that was read, at once. */
export function judge(reading: WorkbookReading): Judgement {
  return toEnd(judging(reading));
}

/**
 * The same, stopping after each unit, so that whoever waits can be told and a page can breathe. Titles and rotation rest on the
 * ranks and never change them.
 */
export function* judging(reading: WorkbookReading): Steps<Judgement> {
  const { covenant, summary } = reading;
  if (covenant === null)
    return {
      findings: reading.findings,
      units: [],
      leaders: NO_LEADERS,
      ranking: null,
      titles: [],
      rotation: null,
      seal: NO_SEAL,
    };
  const { units } = covenant.cluster;
  const findings = [...reading.findings, ...checkDays(covenant, reading.covenantSheet), ...checkTargets(reading)];
  const judged = yield* judgeUnits(covenant, reading);
  findings.push(...judged.units.flatMap((one) => one.findings));
  const ranking = rankCluster(
    judged.units.map(({ candidate }) => candidate),
    covenant.rules.tieBreaks,
  );
  if (summary) {
    const sheetFindings = checkSummarySheet(covenant, summary, unitRefs(reading, units), clusterRefs(reading).seal);
    findings.push(...sheetFindings, ...compareSummary(covenant, summary, ranking, cellsOf(sheetFindings)));
  }
  const eligibilityOf = (id: string): Eligibility | null =>
    ranking.standings.find(({ unit }) => unit === id)?.eligibility ?? null;
  const titles = judgeTitles(covenant, reading.titles, ranking.standings);
  findings.push(...titles.findings);
  const rotation = proposeRotation(covenant.cluster, eligibilityOf);
  const seal = judgeSeal(covenant, reading, { units: judged.units, ranking, titles: titles.proposals });
  findings.push(...seal.findings);
  return { findings, ...judged, ranking, titles: titles.proposals, rotation, seal };
}

/** The table of targets: one that is wanted and not there, or what is wrong with the one that is. */
function checkTargets({ covenant, targets }: WorkbookReading): Finding[] {
  if (covenant === null) return [];
  if (targets) return checkTargetsSheet(covenant, targets);
  return targetLines(covenant.criteria).length > 0 ? [finding('targets-missing', null, {})] : [];
}

/** Every unit as it comes to the ranking. All sheets are read before one is scored: some points depend on the leader. */
function* judgeUnits(covenant: Covenant, reading: WorkbookReading): Steps<Pick<Judgement, 'units' | 'leaders'>> {
  const { unitSheets, targets } = reading;
  const read = covenant.cluster.units.map((unit) => {
    const sheet = unitSheets.get(unit.id);
    return { unit, sheet, entries: sheet ? readUnit(covenant, unit, sheet, targets) : null };
  });
  const leaders = leadersOf(
    covenant.criteria,
    read.flatMap(({ entries }) => (entries ? [entries] : [])),
  );
  const units: JudgedUnit[] = [];
  for (const { unit, sheet, entries } of read) {
    const judged = sheet && entries ? judgeUnit(covenant, reading, { unit, sheet, entries, leaders }) : NO_SHEET;
    units.push(candidateOf(covenant, reading, unit, entries, judged));
    yield { done: units.length, of: read.length };
  }
  return { units, leaders };
}

interface JudgedSheet {
  findings: Finding[];
  score: SheetScore | null;
}
const NO_SHEET: JudgedSheet = { findings: [], score: null };

function candidateOf(
  covenant: Covenant,
  { summary, covenantSheet }: WorkbookReading,
  unit: Unit,
  entries: SheetEntries | null,
  judged: JudgedSheet,
): JudgedUnit {
  const eligibility = summary ? readEligibility(summary, unit.id) : null;
  const candidate: Candidate = {
    unit: unit.id,
    name: unit.name,
    eligibility,
    score: judged.score,
    vote: summary ? readVote(summary, unit.id) : null,
    faulty: hasErrors(judged.findings),
  };
  const findings = [
    ...judged.findings,
    ...checkRegistration(unit, eligibility, summary),
    ...checkHandIn(covenant, unit, entries, covenantSheet),
  ];
  return { unit, entries, candidate, findings };
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
): JudgedSheet {
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
