/** Overview: the state of the whole work, for the pane: covenant, units, findings, standings, awards. Read only. */
import type { Covenant } from '../covenant/covenant';
import { allLines } from '../covenant/criteria';
import type { Finding } from '../covenant/findings';
import type { Hundredths } from '../covenant/points';
import type { Eligibility, Stage } from '../scoring/entries';
import { type Movement, movements } from '../scoring/movement';
import type { Rotation } from '../scoring/rotation';
import type { AwardProposal } from '../scoring/awards';
import { type KeyedSheet, keyedCell } from '../spreadsheet/snapshot';
import { definitionsOf, byType, type DocumentType, type SheetTypeOf } from '../sheets';
import type { EvaluatedUnit, Evaluation } from '../sheets/shared/evaluation';
import type { SealEvaluation } from '../sheets/shared/seal';
import { sealWords } from '../sheets/seal/words';
import { rankedState, type WordedStanding, wordedStandings } from '../sheets/summary/ranking';
import { passReasonText, quotaText } from '../sheets/awards/proposals';
import { STAGE_COLUMN, STAGE_KEY } from '../sheets/unit/layout';
import type { CovenantWorkbook } from './covenantWorkbook';
import { type CovenantFacts, covenantFacts } from './covenantFacts';
import { unrecorded } from './recording';
import { differsFromBase } from './update/base';
import type { DocumentMaterial } from '../sheets/definition';

/** One unit's sheet at a glance. */
export interface UnitOverview {
  unit: string;
  name: string;
  /** null where it has no sheet yet; the id is the one in change events. */
  sheet: string | null;
  sheetId: string | null;
  stage: Stage | null;
  /** A1 address of the cell of the stage. */
  stageCell: string | null;
  /** Lines without points, and all its lines. */
  missing: number;
  lines: number;
  errors: number;
  warnings: number;
  /** The total so far; null where it has no sheet. */
  provisionalTotal: Hundredths | null;
  eligibility: Eligibility | null;
}

export type OverviewStanding = WordedStanding & { movement: Movement | null };

/** A proposal with the words the workbook has for it: how the number came about, and why each unit was passed over. */
export interface AwardOverview extends AwardProposal {
  computation: string;
  /** In the order of `passedOver`. */
  why: string[];
}

/** One document at a glance. */
export interface DocumentOverview {
  type: DocumentType;
  content: 'result' | 'help';
  /** Names of its sheets in the order of the tabs; empty where it was not made. */
  sheets: string[];
  /** Whether it no longer agrees with the workbook. */
  outdated: boolean;
}

export interface Overview {
  /** null where there is none, or none that can be used; the findings have the reasons. */
  covenant: { title: string; period: string; units: number; lines: number } | null;
  /** null where `covenant` is. */
  facts: CovenantFacts | null;
  /** Sheets of ours that are there, by name; null where one is missing. */
  sheets: Record<SheetTypeOf<'covenant' | 'cluster'>, string | null>;
  /** Every document there is to make, in the order of the papers. */
  documents: readonly DocumentOverview[];
  units: UnitOverview[];
  findings: Finding[];
  standings: OverviewStanding[];
  awards: AwardOverview[];
  rotation: Rotation | null;
  provisional: boolean;
  /** Whether what ranking wrote on the summary still holds. */
  ranked: 'never' | 'stale' | 'current';
  /** The words of the seal and whether it still holds; null where nothing was sealed. */
  sealed: { text: string; state: 'current' | 'changed' } | null;
  /** Names of sheets that have to be read before it is known what has changed after sealing. */
  unread: readonly string[];
  /** The record of changes: its sheet, and how many changes are not in it yet; null where none was begun. */
  record: { sheet: string; unrecorded: number } | null;
  /** Whether the covenant is another than the sheets were made from, and how many entries have no cell any more; null without sheets. */
  update: { isDue: boolean; kept: number } | null;
}

/** Everything the pane shows, from a workbook that was read and evaluated. */
export function overviewOf(reading: CovenantWorkbook, evaluation: Evaluation): Overview {
  const { covenant } = reading;
  return {
    covenant: covenant && {
      title: covenant.cluster.title,
      period: covenant.cluster.period.title,
      units: covenant.cluster.units.length,
      lines: allLines(covenant.criteria).length,
    },
    facts: covenant && covenantFacts(covenant, reading),
    sheets: sheetNames(reading),
    documents: documentsOf(reading, covenant ? outdatedDocuments({ covenant, reading, evaluation }) : []),
    units: covenant ? evaluation.units.map((one) => unitOverview(covenant, reading, one)) : [],
    findings: evaluation.findings,
    standings: covenant ? standingsOf(covenant, evaluation) : [],
    awards: covenant ? awardNamesOf(covenant, evaluation) : [],
    rotation: evaluation.rotation,
    provisional: evaluation.ranking?.provisional ?? true,
    ranked: covenant ? rankedIn(covenant, reading, evaluation) : 'never',
    sealed: sealedState(evaluation.seal),
    unread: evaluation.seal.contents.unread,
    record: recordState(reading),
    update: updateState(reading, evaluation),
  };
}

/** Also where totals and ranks are as they were ranked: a text of the result may differ. */
function rankedIn(covenant: Covenant, { summary }: CovenantWorkbook, { findings }: Evaluation): Overview['ranked'] {
  const state = rankedState(covenant, summary);
  return state === 'current' && findings.some(({ code }) => code === 'result-differs') ? 'stale' : state;
}

function sheetNames(reading: CovenantWorkbook): Overview['sheets'] {
  const name = (sheet: KeyedSheet<string> | null): string | null => sheet?.snapshot.name ?? null;
  return {
    covenant: name(reading.covenantSheet),
    criteria: name(reading.criteriaSheet),
    ...byType(definitionsOf('cluster'), ({ type }) => name(reading[type])),
  };
}

function documentsOf({ documents }: CovenantWorkbook, outdated: readonly DocumentType[]): DocumentOverview[] {
  return definitionsOf('document').map(({ type, content }) => ({
    type,
    content,
    sheets: documents[type].map(({ snapshot }) => snapshot.name),
    outdated: outdated.includes(type),
  }));
}

function unitOverview(covenant: Covenant, { unitSheets }: CovenantWorkbook, evaluated: EvaluatedUnit): UnitOverview {
  const { unit, entries, candidate, findings } = evaluated;
  const lines = allLines(covenant.criteria).length;
  const errors = findings.filter((one) => one.severity === 'error').length;
  const sheet = unitSheets.get(unit.id);
  return {
    unit: unit.id,
    name: unit.name,
    sheet: sheet?.snapshot.name ?? null,
    sheetId: sheet?.snapshot.id ?? null,
    stage: candidate.score?.agreed ? 'agreed' : (entries?.stage ?? null),
    stageCell: (sheet && keyedCell(sheet, STAGE_KEY, STAGE_COLUMN)?.place.cell) ?? null,
    missing: candidate.score?.missing ?? lines,
    lines,
    errors,
    warnings: findings.length - errors,
    provisionalTotal: candidate.score?.provisionalTotal ?? null,
    eligibility: candidate.eligibility,
  };
}

function standingsOf(covenant: Covenant, evaluation: Evaluation): OverviewStanding[] {
  if (evaluation.ranking === null) return [];
  const entries = new Map(evaluation.units.map((one) => [one.unit.id, one.entries]));
  const moved = movements(
    covenant,
    evaluation.units.map(({ candidate }) => candidate),
    (unit) => entries.get(unit) ?? null,
    evaluation.leaders,
  );
  return wordedStandings(covenant, evaluation.awards, evaluation.ranking).map((one) => ({
    ...one,
    movement: moved.get(one.unit) ?? null,
  }));
}

function awardNamesOf({ cluster }: Covenant, { awards }: Evaluation): AwardOverview[] {
  return awards.map((proposal) => ({
    ...proposal,
    computation: quotaText(proposal, cluster),
    why: proposal.passedOver.map(({ reasons }) => reasons.map(passReasonText).join(', ')),
  }));
}

function updateState(reading: CovenantWorkbook, { findings }: Evaluation): Overview['update'] {
  if (reading.unitSheets.size === 0) return null;
  // Without the copy the sheets tell at least that they are of other criteria.
  const isOther = reading.base === null && findings.some(({ code }) => code === 'sheet-of-other-criteria');
  const kept = findings.reduce((sum, one) => sum + (one.code === 'entries-kept' ? one.data.count : 0), 0);
  return { isDue: isOther || differsFromBase(reading), kept };
}

function recordState({ record, snapshot }: CovenantWorkbook): Overview['record'] {
  return record && { sheet: record.snapshot.name, unrecorded: unrecorded(snapshot, record) };
}

function sealedState({ seal, holds }: SealEvaluation): Overview['sealed'] {
  if (seal === null) return null;
  const text = seal.record ? sealWords(seal.record) : '';
  return { text, state: holds ? 'current' : 'changed' };
}

/** The documents in the workbook whose content no longer agrees with it. */
function outdatedDocuments(material: Pick<DocumentMaterial, 'covenant' | 'reading' | 'evaluation'>): DocumentType[] {
  return definitionsOf('document').flatMap(({ type, isOutdated }) => {
    const sheets = material.reading.documents[type] ?? [];
    return sheets.length > 0 && isOutdated(sheets, material) ? [type] : [];
  });
}
