/** What the covenant wants before a result is sealed: every decision taken, and the meeting held; and whether it was sealed in time. */
import type { CellPlace } from '../../covenant/cell';
import type { Cluster } from '../../covenant/covenant';
import { finding, type Finding, openDecisions } from '../../covenant/findings';
import { waitingForFacts } from '../../scoring/awards';
import { decidedAfter } from './decisionDays';
import { rowKey } from '../../spreadsheet/keys';
import { keyedCell } from '../../spreadsheet/snapshot';
import type { Evaluation, WorkbookSheets } from '../shared/evaluation';
import { FIELD_COLUMN } from '../shared/columns';

interface Gated {
  covenant: { cluster: Cluster };
  reading: Pick<WorkbookSheets, 'covenantSheet' | 'documents' | 'summary'>;
  evaluation: Pick<Evaluation, 'findings' | 'awards' | 'decisions' | 'seal'>;
  /** The day of the seal, YYYY-MM-DD. */
  day: string;
}

/**
 * What keeps the result from being sealed by the covenant's own terms: each decision that is open, by name, decisions that no longer
 * say what was decided about, one that is dated after the seal, and a day before that of the meeting or of the seal there is. Days that are not set keep nothing.
 */
export function sealGates({ covenant, reading, evaluation, day }: Gated): Finding[] {
  const open = openDecisions(evaluation.findings);
  const { meeting } = covenant.cluster.period;
  const latest = evaluation.seal.seal?.record?.day ?? '';
  const isEarly = meeting !== '' && day !== '' && day < meeting;
  return [
    ...(open.length > 0 ? [finding('seal-undecided', null, { decisions: open.length }), ...open] : []),
    ...missingFacts(evaluation),
    ...outdatedDecisions(reading, evaluation),
    ...(day !== '' && day < latest ? [finding('seal-before-earlier', null, { day, latest })] : []),
    ...decidedAfter({ covenant, reading, decisions: evaluation.decisions }, day),
    ...(isEarly ? [finding('seal-before-meeting', meetingPlace(reading), { day, meeting })] : []),
  ];
}

/** *Quyết định* is sealed as it stands. */
function outdatedDecisions({ documents }: Gated['reading'], { findings }: Gated['evaluation']): Finding[] {
  const names = (documents.decisions ?? []).map(({ snapshot }) => snapshot.name);
  return findings.filter(({ code, place }) => code === 'document-outdated' && names.includes(place?.sheet ?? ''));
}

/** Nobody is passed over for what was not entered. */
function missingFacts({ awards }: Gated['evaluation']): Finding[] {
  const unknown = waitingForFacts(awards);
  const [first] = unknown;
  return first ? [finding('seal-facts-missing', null, { units: unknown.length, ...first })] : [];
}

function meetingPlace({ covenantSheet }: Pick<WorkbookSheets, 'covenantSheet'>): CellPlace | null {
  return (covenantSheet && keyedCell(covenantSheet, rowKey.field('period.meeting'), FIELD_COLUMN)?.place) ?? null;
}

/** A remark on a sealed result whose day is before the meeting, or after the day by which results are due; `place` is the seal's. */
export function checkSealDay(
  { cluster: { period } }: Gated['covenant'],
  day: string,
  place: CellPlace | null,
): Finding[] {
  const { meeting, resultsBy } = period;
  if (meeting !== '' && day < meeting)
    return [finding('sealed-off-date', place, { day, due: meeting, side: 'before' })];
  if (resultsBy !== '' && day > resultsBy)
    return [finding('sealed-off-date', place, { day, due: resultsBy, side: 'after' })];
  return [];
}
