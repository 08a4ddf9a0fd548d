/** The units' sheets evaluated: what is wrong on each, its score, and the unit as input of the ranking. */
import type { Covenant, Unit } from '../covenant/covenant';
import { finding, type Finding, hasErrors, isDecision, isUnfinished, openDecisions } from '../covenant/findings';
import { fingerprint } from '../covenant/fingerprint';
import { checkEntries } from '../scoring/check';
import type { SheetEntries } from '../scoring/entries';
import { evidenceTwice } from '../scoring/evidence';
import { type Candidate, isUnfinishedDeferral } from '../scoring/rank';
import { type Leaders, leadersOf, scoreSheet, type SheetScore } from '../scoring/score';
import type { DecisionBook } from '../sheets/decisions/book';
import { clusterRefs, type Evaluation, type EvaluatedUnit } from '../sheets/shared/evaluation';
import { checkRecordedEligibility, readEligibility, readVote } from '../sheets/summary/read';
import type { unitWords } from '../sheets/unit/plan';
import { checkUnitSheet, readUnit } from '../sheets/unit/read';
import { rowKey } from '../spreadsheet/keys';
import { type KeyedSheet, keyedCell } from '../spreadsheet/snapshot';
import type { Task } from '../spreadsheet/task';
import { checkHandIn, checkRegistration } from './calendar';
import { compareUnit } from './compare';
import type { CovenantWorkbook } from './covenantWorkbook';
import { checkDisguises, type PlannedFormats } from './disguises';
import { hasLostReferences } from './lostReferences';
import { checkUnitWords } from './printedWords';

/** What the units' sheets are evaluated with: what is drawn once for all, and the decisions of the cluster. */
export interface UnitMaterial extends Decided {
  printed: ReturnType<typeof unitWords>;
  formats: PlannedFormats;
  /** Rules by which cells show something else than they hold, and formulas that are no figures, on any sheet. */
  ofCells: readonly Finding[];
}

export interface Decided {
  book: DecisionBook;
  /** What was found on *Giao ước* and is not decided. */
  ofCovenant: readonly Finding[];
}

/** Every unit as input of the ranking. All sheets are read before one is scored: some points depend on the leader. */
export function* evaluateUnits(
  covenant: Covenant,
  reading: CovenantWorkbook,
  { printed, formats, ofCells, book, ofCovenant }: UnitMaterial,
): Task<Pick<Evaluation, 'units' | 'leaders'>> {
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
  for (const { unit, sheet, entries } of read) {
    const evaluated =
      sheet && entries
        ? evaluateUnit(covenant, reading, { unit, sheet, entries, leaders }, { formats, ofCells })
        : NO_SHEET;
    const one = candidateOf(covenant, reading, { unit, entries, evaluated }, { book, ofCovenant });
    const worded = sheet ? checkUnitWords(covenant, sheet, printed.get(unit.id) ?? []) : [];
    // What is printed wrong makes no figure of the unit doubtful.
    units.push({ ...one, findings: [...one.findings, ...worded] });
    yield { done: units.length, of: read.length };
  }
  return { units, leaders };
}

/** Blank lines are said to be missing in the explanation of the rank. */
export const isFault = ({ code, severity }: Finding): boolean => severity === 'error' && code !== 'line-blank';

interface EvaluatedSheet {
  findings: Finding[];
  score: SheetScore | null;
}
const NO_SHEET: EvaluatedSheet = { findings: [], score: null };

function candidateOf(
  covenant: Covenant,
  { summary, covenantSheet }: CovenantWorkbook,
  { unit, entries, evaluated }: { unit: Unit; entries: SheetEntries | null; evaluated: EvaluatedSheet },
  { book, ofCovenant }: Decided,
): EvaluatedUnit {
  const eligibility = summary ? readEligibility(summary, unit.id) : null;
  const found = [
    ...evaluated.findings,
    ...checkRegistration(unit, eligibility, summary),
    ...checkHandIn(covenant, unit, { entries, score: evaluated.score }, covenantSheet),
  ];
  const isDeferred = eligibility === 'deferred';
  // Of a unit that is not considered nothing else has to be decided; of a deferred one nothing that waits for its points.
  const isUnasked = (one: Finding): boolean =>
    isDecision(one) && (eligibility === 'excluded' || (isDeferred && isUnfinished(one)));
  book.letPass(found.filter(isUnasked));
  const findings = book.settle(found.filter((one) => !isUnasked(one)));
  const ofUnit = ofCovenant.filter(({ data }) => 'unit' in data && data.unit === unit.name);
  const recorded = summary ? checkRecordedEligibility(unit, summary) : [];
  const candidate: Candidate = {
    unit: unit.id,
    name: unit.name,
    eligibility,
    score: evaluated.score,
    vote: summary ? readVote(summary, unit.id) : null,
    faulty: hasErrors(isDeferred ? evaluated.findings.filter((one) => !isUnfinished(one)) : evaluated.findings),
    undecided: openDecisions([...ofUnit, ...findings, ...recorded]).length > 0,
  };
  return { unit, entries, candidate, findings: [...findings, ...unfinishedDeferral(candidate, summary)] };
}

/** That a deferred unit is not waited for, at the cell that defers it. */
function unfinishedDeferral(candidate: Candidate, summary: CovenantWorkbook['summary']): Finding[] {
  const { unit, name, score } = candidate;
  if (score === null || !isUnfinishedDeferral(candidate)) return [];
  const place = (summary && keyedCell(summary, rowKey.unit(unit), 'eligibility'))?.place ?? null;
  return [finding('deferred-unfinished', place, { unit: name, missing: score.missing })];
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
  { formats, ofCells }: Pick<UnitMaterial, 'formats' | 'ofCells'>,
): EvaluatedSheet {
  const score = scoreSheet(covenant, entries, leaders);
  const sheetFindings = checkUnitSheet(covenant, unit, sheet, clusterRefs(reading));
  const findings = [...sheetFindings, ...checkEntries(covenant, entries, score)];
  // A sheet of other criteria has other sums; it already has a finding.
  if (sheet.key.version === fingerprint(covenant)) {
    // Points that lack the summary differ until that is inserted again.
    const isCutOff = reading.summary === null && hasLostReferences(sheet.snapshot);
    if (!isCutOff) findings.push(...compareUnit(covenant, sheet, score, cellsOf(sheetFindings)));
    findings.push(
      ...checkDisguises([sheet], findings, formats),
      ...ofCells.filter(({ place }) => place?.sheet === sheet.snapshot.name),
    );
  }
  return { findings, score };
}

/** Evidence that two lines use, of one unit or of two: a finding of the unit where it is found again. */
export function addSharedEvidence({ criteria }: Covenant, units: readonly EvaluatedUnit[]): void {
  const sheets = units.flatMap(({ entries }) => (entries ? [entries] : []));
  for (const found of evidenceTwice(criteria, sheets))
    units
      .find(({ entries }) => entries && 'unit' in found.data && entries.unit === found.data.unit)
      ?.findings.push(found);
}

/** Cells that already have a finding of their own; a difference there would repeat it. */
export function cellsOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.flatMap((one) => (one.place?.cell ? [one.place.cell] : [])));
}
