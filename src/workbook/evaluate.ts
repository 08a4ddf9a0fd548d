/** A workbook evaluated: every finding, every score, the ranking, and who is proposed for what. */
import type { Covenant } from '../covenant/covenant';
import { finding, type Finding, type FindingCode } from '../covenant/findings';
import type { Eligibility } from '../scoring/entries';
import { rankCluster } from '../scoring/rank';
import { proposeRotation } from '../scoring/rotation';
import { NO_LEADERS } from '../scoring/score';
import { checkDays } from './calendar';
import { checkCharts } from './charts';
import {
  checkDisguises,
  checkPlainNumbers,
  documentFormats,
  type PlannedFormats,
  tableFormats,
  withFormatFixes,
} from './disguises';
import { checkDocumentContents, checkOutdated, type DocumentFacts, redrawnDocuments } from './documentContents';
import { checkDocumentFormulas } from './documentFormulas';
import { checkGuardedPages, guardedPages } from './guardedPages';
import { checkGuards } from './guards';
import { plannedSheets, withFormerFooters } from './plannedSheets';
import { compareSummary } from './compare';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { DecisionBook } from '../sheets/decisions/book';
import { readDecisions } from '../sheets/decisions/read';
import { checkRankedTexts } from '../sheets/summary/ranking';
import { checkSummarySheet } from '../sheets/summary/read';
import { checkRecord } from '../sheets/record/read';
import { checkProtection } from '../sheets/shared/checkFormulas';
import { decidedAfter, decidedEarly, decidedLate } from '../sheets/seal/decisionDays';
import { evaluateSeal } from '../sheets/seal/evaluate';
import { clusterRefs, unitRefs, type Evaluation } from '../sheets/shared/evaluation';
import type { Task } from '../spreadsheet/task';
import { targetLines } from '../sheets/targets/layout';
import { checkTargetsSheet } from '../sheets/targets/read';
import { evaluateAwards } from '../sheets/awards/evaluate';
import { standingWords } from '../sheets/unit/plan';
import type { CovenantWorkbook } from './covenantWorkbook';
import { addSharedEvidence, cellsOf, evaluateUnits } from './evaluateUnits';
import { withFixPlaces } from './fixPlaces';
import { checkAddedCells } from './addedCells';
import { checkHeads } from './heads';
import { checkHiddenLines } from './hiddenLines';
import { checkHidingRules, checkHighlights, isHiding } from './highlights';
import { checkLostReferences } from './lostReferences';
import { openErrors, withOpen } from './openErrors';
import { withoutPlacesOf } from './outdatedTables';
import { checkPrinted, withoutWordings } from './printedWords';
import { checkMerges } from './merges';
import { checkCovered, checkDocumentShapes, checkShapes } from './shape';
import { checkTypedFormulas } from './typedFormulas';
import { withTableEnds } from './tableEnds';
import { checkTabs } from './tabs';
import { movedWordings } from './update/codes';
import { checkKept } from './update/confirm';

/**
 * Checks and ranks everything that was read, unit by unit: between two units the UI can repaint and the work can be cancelled.
 * Awards and rotation depend on the ranks and never change them.
 */
export function* evaluate(read: CovenantWorkbook): Task<Evaluation> {
  const { covenant } = read;
  if (covenant === null) {
    const seal = evaluateSeal(read, null);
    return {
      findings: [...read.findings, ...seal.findings],
      units: [],
      leaders: NO_LEADERS,
      ranking: null,
      causes: [],
      awards: [],
      rotation: null,
      decisions: [],
      seal,
    };
  }
  const { units } = covenant.cluster;
  const { reading, findings: lostEnds } = withTableEnds(covenant, read);
  const { summary } = reading;
  const wrongTargets = [...checkTargets(reading), ...lostEnds];
  const book = new DecisionBook(covenant, readDecisions(reading.documents.decisions[0] ?? null));
  const ofCovenant = book.settle(reading.findings);
  const findings = [
    ...ofCovenant,
    ...(reading.snapshot.manualCalculation ? [finding('calculation-manual', null, {})] : []),
    ...checkDays(covenant, reading.covenantSheet),
    ...wrongTargets,
    ...checkTabs(covenant, reading),
    ...checkHiddenLines(covenant, reading.snapshot),
    ...checkKept(reading),
  ];
  const moved = movedWordings(covenant, reading);
  const printed =
    moved.length > 0
      ? withoutWordings(standingWords(covenant, reading.unitSheets))
      : standingWords(covenant, reading.unitSheets);
  const formats = tableFormats(reading);
  const ofCells = [...checkHidingRules(reading), ...checkTypedFormulas(reading)];
  findings.push(...moved, ...checkHeads(covenant, reading, printed));
  const evaluated = yield* evaluateUnits(covenant, reading, { printed, formats, ofCells, book, ofCovenant });
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
  const { covenantSheet, criteriaSheet, targets, titles } = reading;
  const covered = checkCovered([
    covenantSheet,
    criteriaSheet,
    targets,
    summary,
    titles,
    ...reading.documents.decisions,
    ...reading.unitSheets.values(),
  ]);
  findings.push(...covered);
  const awards = evaluateAwards(covenant, reading.titles, ranked.standings, { units: evaluated.units, book });
  const eligibilityOf = (id: string): Eligibility | null =>
    ranked.standings.find(({ unit }) => unit === id)?.eligibility ?? null;
  const rotation = proposeRotation(covenant.cluster, eligibilityOf);
  findings.push(
    ...book.settle(awards.findings),
    ...book.elect(rotation),
    ...book.notCarried(),
    ...book.contradicted(awards.proposals, eligibilityOf),
  );
  findings.push(...checkDisguises([covenantSheet, criteriaSheet, targets, titles], findings, formats));
  findings.push(...ofCells.filter((one) => !findings.includes(one)));
  findings.push(...withoutPlacesOf(findings, reading, checkPrinted(covenant, reading)));
  findings.push(...withoutPlacesOf(findings, reading, checkAddedCells(reading, findings)));
  const decided = { covenant, reading, decisions: book.all() };
  findings.push(...decidedEarly(decided));
  const causes = new Set(openErrors(findings, reading, evaluated.units));
  const ranking = withOpen(ranked, { findings, causes }, reading);
  // As long as a fact cannot be read the proposals that ranking wrote are compared with nothing.
  const proposed = awards.findings.some(({ code }) => UNREAD_FACTS.includes(code)) ? null : awards.proposals;
  findings.push(...checkRankedTexts(covenant, reading, { awards: proposed, rotation }, ranking));
  const seal = evaluateSeal(reading, { units: evaluated.units, ranking, awards: awards.proposals });
  findings.push(...seal.findings);
  // Once anything has changed, the next seal has a day of its own.
  const after = seal.holds ? decidedAfter(decided, seal.seal?.record?.day ?? '') : [];
  findings.push(...(after.length > 0 ? after : decidedLate(decided)));
  if (reading.record) findings.push(...checkRecordSheet(reading.record));
  const evaluation = {
    findings,
    units: evaluated.units,
    leaders: evaluated.leaders,
    ranking,
    causes: [...causes],
    awards: awards.proposals,
    rotation,
    decisions: book.all(),
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
  const named = placesOf(found.filter(({ code }) => code === 'words-differ' || code === 'name-not-key'));
  found.push(
    ...checkOutdated({ covenant, reading, evaluation }),
    ...checkDocumentContents({ covenant, reading, evaluation }).filter((one) => !isIn(named, one)),
    ...checkDocumentFormulas({ covenant, reading, evaluation }).filter((one) => !isIn(named, one)),
  );
  found.push(...withoutPlacesOf(found, reading, checkLooks({ covenant, reading, evaluation }, found)));
  // That a sealed cell differs says nothing of the formula that belongs there.
  const mended = found.filter(({ code }) => code !== 'sealed-cell-differs');
  found.push(...checkLostReferences(reading, placesOf(mended)));
  return withFixPlaces(found, snapshot);
}

/** How sheets and documents look and are printed, against their plans; `found` is what is known to be wrong with them. */
function checkLooks(facts: DocumentFacts, found: readonly Finding[]): Finding[] {
  const sheets: readonly KeyedSheet<string>[] = Object.values(facts.reading.documents).flat();
  // With a longer name the rows of minutes may have other looks: they have to be made anew.
  const outdated = new Set(found.filter(({ code }) => code === 'document-outdated').map(({ place }) => place?.sheet));
  const planned = [
    ...withFormerFooters(plannedSheets(facts.reading, isGuardRead), outdated),
    ...redrawnDocuments(facts).filter(({ sheet }) => !outdated.has(sheet.snapshot.name)),
  ];
  const others = sheets.filter((sheet) => !planned.some((one) => one.sheet === sheet));
  // Those of tables and units' sheets were needed before.
  const hiding = placesOf(found.filter(isHiding));
  const guards = checkGuards(planned, placesOf(found));
  const paged = guards.filter(({ code }) => code === 'page-changed').map(({ place }) => place?.sheet);
  return [
    ...guards,
    ...checkGuardedPages(guardedPages(facts).filter(({ sheet }) => !paged.includes(sheet.snapshot.name))),
    ...checkHighlights(planned).filter((one) => !isHiding(one) || !isIn(hiding, one)),
    ...checkMerges(planned),
    ...checkCharts(planned),
    ...checkShapes(planned),
    ...checkDocumentShapes(others),
    ...checkCovered(sheets.filter(({ key }) => key.type !== 'decisions')),
  ];
}

/** The record of changes: its rows, and how they are shown. */
function checkRecordSheet(record: KeyedSheet<string>): Finding[] {
  return [...checkRecord(record), ...checkProtection(record), ...checkPlainNumbers(record)];
}

/** Facts that count as blank until they are mended. */
const UNREAD_FACTS: readonly FindingCode[] = ['fact-disguised', 'fact-invalid'];

/** The table of targets: one that is wanted and not there, or what is wrong with the one that is. */
function checkTargets({ covenant, targets }: CovenantWorkbook): Finding[] {
  if (covenant === null) return [];
  if (targets) return checkTargetsSheet(covenant, targets);
  return targetLines(covenant.criteria).length > 0 ? [finding('targets-missing', null, {})] : [];
}

function isGuardRead({ snapshot }: KeyedSheet<string>): boolean {
  return snapshot.guards !== undefined || snapshot.page !== undefined;
}

function isIn(places: ReadonlySet<string>, one: Finding): boolean {
  return [...placesOf([one])].some((place) => places.has(place));
}

/** The same with their sheets, as `sheet!cell`. */
function placesOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.flatMap(({ place }) => (place?.cell ? [`${place.sheet}!${place.cell}`] : [])));
}
