/** A workbook evaluated: every finding, every score, the ranking, and who is proposed for what. */
import type { Covenant, Unit } from '../covenant/covenant';
import { finding, type Finding, type FindingCode, hasErrors } from '../covenant/findings';
import { fingerprint } from '../covenant/fingerprint';
import { checkEntries } from '../scoring/check';
import type { Eligibility, SheetEntries } from '../scoring/entries';
import { evidenceTwice } from '../scoring/evidence';
import { type Candidate, rankCluster } from '../scoring/rank';
import { proposeRotation } from '../scoring/rotation';
import { type Leaders, leadersOf, NO_LEADERS, scoreSheet, type SheetScore } from '../scoring/score';
import { checkDays, checkHandIn, checkRegistration } from './calendar';
import { checkDisguises, documentFormats, type PlannedFormats, tableFormats, withFormatFixes } from './disguises';
import { checkDocumentContents } from './documentContents';
import { checkGuards } from './guards';
import { plannedSheets } from './plannedSheets';
import { compareSummary, compareUnit, doubtsOf } from './compare';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { checkRankedTexts } from '../sheets/summary/ranking';
import { checkSummarySheet, readEligibility, readVote } from '../sheets/summary/read';
import { evaluateSeal } from '../sheets/seal/evaluate';
import type { SealEvaluation } from '../sheets/shared/seal';
import { clusterRefs, unitRefs, type Evaluation, type EvaluatedUnit } from '../sheets/shared/evaluation';
import type { Task } from '../spreadsheet/task';
import { targetLines } from '../sheets/targets/layout';
import { checkTargetsSheet } from '../sheets/targets/read';
import { evaluateAwards } from '../sheets/awards/evaluate';
import { unitWords } from '../sheets/unit/plan';
import { checkUnitSheet, readUnit } from '../sheets/unit/read';
import type { CovenantWorkbook } from './covenantWorkbook';
import { withFixPlaces } from './fixPlaces';
import { checkHeads } from './heads';
import { checkHiddenLines } from './hiddenLines';
import { checkPrinted, checkUnitWords } from './printedWords';
import { checkTabs } from './tabs';

const NO_SEAL: SealEvaluation = { seal: null, changes: [], findings: [] };

/**
 * Checks and ranks everything that was read, unit by unit: between two units the UI can repaint and the work can be cancelled.
 * Awards and rotation depend on the ranks and never change them.
 */
export function* evaluate(reading: CovenantWorkbook): Task<Evaluation> {
  const { covenant, summary } = reading;
  if (covenant === null)
    return {
      findings: reading.findings,
      units: [],
      leaders: NO_LEADERS,
      ranking: null,
      causes: [],
      awards: [],
      rotation: null,
      seal: NO_SEAL,
    };
  const { units } = covenant.cluster;
  const wrongTargets = checkTargets(reading);
  const findings = [
    ...reading.findings,
    ...(reading.snapshot.manualCalculation ? [finding('calculation-manual', null, {})] : []),
    ...checkDays(covenant, reading.covenantSheet),
    ...wrongTargets,
    ...checkTabs(covenant, reading),
    ...checkHiddenLines(covenant, reading.snapshot),
  ];
  const printed = unitWords(covenant);
  const formats = tableFormats(reading);
  findings.push(...checkHeads(covenant, reading, printed));
  const evaluated = yield* evaluateUnits(covenant, reading, printed, formats);
  addSharedEvidence(covenant, evaluated.units);
  findings.push(...evaluated.units.flatMap((one) => one.findings));
  const ranked = rankCluster(
    evaluated.units.map(({ candidate }) => candidate),
    covenant.rules.tieBreaks,
  );
  if (summary) {
    const sheetFindings = checkSummarySheet(covenant, summary, unitRefs(reading, units), clusterRefs(reading).seal);
    findings.push(...sheetFindings, ...compareSummary(covenant, summary, ranked, cellsOf(sheetFindings)));
    findings.push(...checkDisguises([summary], findings, formats));
  }
  const doubts = [
    ...wrongTargets.filter(isFault),
    ...doubledSheets(reading),
    ...(summary ? doubtsOf(findings, summary) : []),
  ];
  const causes = new Set([...evaluated.faults, ...unrecorded(findings, evaluated.units), ...doubts]);
  const ranking = { ...ranked, provisional: ranked.provisional || doubts.length > 0 };
  const eligibilityOf = (id: string): Eligibility | null =>
    ranking.standings.find(({ unit }) => unit === id)?.eligibility ?? null;
  const awards = evaluateAwards(covenant, reading.titles, ranking.standings, evaluated.units);
  findings.push(...awards.findings);
  const { covenantSheet, criteriaSheet, targets, titles } = reading;
  findings.push(...checkDisguises([covenantSheet, criteriaSheet, targets, titles], findings, formats));
  findings.push(...checkPrinted(covenant, reading));
  const rotation = proposeRotation(covenant.cluster, eligibilityOf);
  findings.push(...checkRankedTexts(covenant, reading, { awards: awards.proposals, rotation }, ranking));
  const seal = evaluateSeal(covenant, reading, { units: evaluated.units, ranking, awards: awards.proposals });
  findings.push(...seal.findings);
  const evaluation = {
    findings,
    units: evaluated.units,
    leaders: evaluated.leaders,
    ranking,
    causes: [...causes],
    awards: awards.proposals,
    rotation,
    seal,
  };
  // What follows may draw documents again, which takes as long as some units.
  yield { done: units.length, of: units.length };
  const placed = withLooks(covenant, reading, evaluation, formats);
  return {
    ...evaluation,
    findings: placed,
    causes: findings.flatMap((one, index) => (causes.has(one) ? placed.slice(index, index + 1) : [])),
  };
}

/**
 * All findings in their order, with what is wrong with documents and with the looks of cells after them, and with all that their
 * fixes need.
 */
function withLooks(
  covenant: Covenant,
  reading: CovenantWorkbook,
  evaluation: Evaluation,
  formats: PlannedFormats,
): Finding[] {
  const { snapshot, targets, summary, titles, unitSheets, documents } = reading;
  const found = withFormatFixes(evaluation.findings, [targets, summary, titles, ...unitSheets.values()], formats);
  const ofDocuments = documentFormats(covenant, reading, evaluation);
  found.push(...checkDisguises(Object.values(documents).flat(), found, ofDocuments));
  found.push(...checkDocumentContents({ covenant, reading, evaluation }));
  found.push(...checkGuards(plannedSheets(reading, isGuardRead), placesOf(found)));
  return withFixPlaces(found, snapshot);
}

/** Why there is nothing to rank of a unit, or no word on whether it takes part. */
const UNRECORDED: readonly FindingCode[] = ['sheet-missing', 'summary-row-missing', 'eligibility-unknown'];

function unrecorded(findings: readonly Finding[], units: readonly EvaluatedUnit[]): Finding[] {
  const ranked = units.filter(({ candidate }) => candidate.eligibility !== 'excluded').map(({ unit }) => unit.name);
  return findings.filter(
    ({ code, data }) => UNRECORDED.includes(code) && 'unit' in data && ranked.some((name) => name === data.unit),
  );
}

/** Copies of sheets that figures are read from: somebody may have gone on typing in the copy. */
function doubledSheets({ findings, unitSheets, targets, summary, titles }: CovenantWorkbook): Finding[] {
  const read = [...unitSheets.values(), targets, summary, titles].map((sheet) => sheet?.snapshot.name);
  return findings.filter((one) => one.code === 'sheet-doubled' && read.includes(one.data.other));
}

/** Evidence that two lines use, of one unit or of two: a finding of the unit where it is found again. */
function addSharedEvidence({ criteria }: Covenant, units: readonly EvaluatedUnit[]): void {
  const sheets = units.flatMap(({ entries }) => (entries ? [entries] : []));
  for (const found of evidenceTwice(criteria, sheets))
    units
      .find(({ entries }) => entries && 'unit' in found.data && entries.unit === found.data.unit)
      ?.findings.push(found);
}

/** The table of targets: one that is wanted and not there, or what is wrong with the one that is. */
function checkTargets({ covenant, targets }: CovenantWorkbook): Finding[] {
  if (covenant === null) return [];
  if (targets) return checkTargetsSheet(covenant, targets);
  return targetLines(covenant.criteria).length > 0 ? [finding('targets-missing', null, {})] : [];
}

/** Every unit as input of the ranking. All sheets are read before one is scored: some points depend on the leader. */
function* evaluateUnits(
  covenant: Covenant,
  reading: CovenantWorkbook,
  printed: ReturnType<typeof unitWords>,
  formats: PlannedFormats,
): Task<Pick<Evaluation, 'units' | 'leaders'> & { faults: Finding[] }> {
  const { unitSheets, targets } = reading;
  const read = covenant.cluster.units.map((unit) => {
    const sheet = unitSheets.get(unit.id);
    return { unit, sheet, entries: sheet ? readUnit(covenant, unit, sheet, targets) : null };
  });
  const leaders = leadersOf(
    covenant.criteria,
    read.flatMap(({ entries }) => (entries ? [entries] : [])),
  );
  const units: EvaluatedUnit[] = [];
  const faults: Finding[] = [];
  for (const { unit, sheet, entries } of read) {
    const evaluated =
      sheet && entries ? evaluateUnit(covenant, reading, { unit, sheet, entries, leaders }, formats) : NO_SHEET;
    const one = candidateOf(covenant, reading, unit, entries, evaluated);
    if (one.candidate.eligibility !== 'excluded') faults.push(...evaluated.findings.filter(isFault));
    const worded = sheet ? checkUnitWords(covenant, sheet, printed.get(unit.id) ?? []) : [];
    // What is printed wrong makes no figure provisional.
    units.push({ ...one, findings: [...one.findings, ...worded] });
    yield { done: units.length, of: read.length };
  }
  return { units, leaders, faults };
}

/** Blank lines are said to be missing in the explanation of the rank. */
const isFault = ({ code, severity }: Finding): boolean => severity === 'error' && code !== 'line-blank';

interface EvaluatedSheet {
  findings: Finding[];
  score: SheetScore | null;
}
const NO_SHEET: EvaluatedSheet = { findings: [], score: null };

function candidateOf(
  covenant: Covenant,
  { summary, covenantSheet }: CovenantWorkbook,
  unit: Unit,
  entries: SheetEntries | null,
  evaluated: EvaluatedSheet,
): EvaluatedUnit {
  const eligibility = summary ? readEligibility(summary, unit.id) : null;
  const candidate: Candidate = {
    unit: unit.id,
    name: unit.name,
    eligibility,
    score: evaluated.score,
    vote: summary ? readVote(summary, unit.id) : null,
    faulty: hasErrors(evaluated.findings),
  };
  const findings = [
    ...evaluated.findings,
    ...checkRegistration(unit, eligibility, summary),
    ...checkHandIn(covenant, unit, entries, covenantSheet),
  ];
  return { unit, entries, candidate, findings };
}

interface ReadUnit {
  unit: Unit;
  sheet: KeyedSheet<string>;
  entries: SheetEntries;
  leaders: Leaders;
}

function evaluateUnit(
  covenant: Covenant,
  reading: CovenantWorkbook,
  { unit, sheet, entries, leaders }: ReadUnit,
  formats: PlannedFormats,
): EvaluatedSheet {
  const score = scoreSheet(covenant, entries, leaders);
  const sheetFindings = checkUnitSheet(covenant, unit, sheet, clusterRefs(reading));
  const findings = [...sheetFindings, ...checkEntries(covenant, entries, score)];
  // A sheet of other criteria has other sums; it already has a finding.
  if (sheet.key.version === fingerprint(covenant))
    findings.push(
      ...compareUnit(covenant, sheet, score, cellsOf(sheetFindings)),
      ...checkDisguises([sheet], findings, formats),
    );
  return { findings, score };
}

function isGuardRead({ snapshot }: KeyedSheet<string>): boolean {
  return snapshot.guards !== undefined || snapshot.page !== undefined;
}

/** The same with their sheets, as `sheet!cell`. */
function placesOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.flatMap(({ place }) => (place?.cell ? [`${place.sheet}!${place.cell}`] : [])));
}

/** Cells that already have a finding of their own; a difference there would repeat it. */
function cellsOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.flatMap((one) => (one.place?.cell ? [one.place.cell] : [])));
}
