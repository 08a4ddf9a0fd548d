/** Sealing, decided on plain data: whether the result may be sealed, the sheets of the seal, and the changes to other sheets. */
import type { Covenant } from '../../covenant/covenant';
import { finding, type Finding, type FindingCode } from '../../covenant/findings';
import { isErrorValue, textOf } from '../../covenant/cell';
import { deferredNames, isLetPass } from '../../scoring/entries';
import type { Ranking } from '../../scoring/rank';
import type { SheetRef } from '../shared/sheetRefs';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { type Evaluation, type WorkbookSheets, clusterRefs, unitRefs } from '../shared/evaluation';
import {
  type Amendment,
  FIRST_PART,
  type Seal,
  type SealEvaluation,
  type SealRecord,
  TEXT_COLUMN,
} from '../shared/seal';
import { type PlanConditional, quoteSheet, type SheetPlan } from '../../spreadsheet/plan';
import { keyedSheet } from '../../spreadsheet/reading';
import { formulaAt, placeOf, shownText } from '../../spreadsheet/snapshot';
import { type Change, editOf, type SheetEdit } from '../../spreadsheet/change';
import { statusHighlights, summarySealing } from '../summary/plan';
import { checkRankedTexts, isRanked } from '../summary/ranking';
import { sealHighlights } from '../unit/plan';
import { unitRepairs } from '../unit/formulas';
import { amendmentsOf, amendmentsPlan, enteredCells, remadeAmendment, renamedAmendment } from './amendments';
import { copiesOf } from '../shared/copies';
import { copyRefs, type CopyRefs, type SealedSheets, tableFormulas } from './formulas';
import { sealGates } from './gates';
import { tableKey } from './layout';
import { isRemarked, isSealedDeferred, sealParts, sealPlans, type Sealing } from './plan';
import { lacksAmendments, readSeal } from './read';
import { resultOf, sealChecksum } from './sealed';
import { ownSources, sealedSources, sealStores } from './extents';
import { words } from './words';
import type { SummaryColumn, TableColumn } from '../shared/columns';

/** What is sealed; all of it is there because covenant and summary are. */
export interface SealingFacts {
  covenant: Covenant;
  reading: WorkbookSheets;
  summary: KeyedSheet<SummaryColumn>;
  evaluation: Evaluation;
  ranking: Ranking;
  /** The day of the seal, YYYY-MM-DD. */
  day: string;
}

export interface Sealed {
  plans: SheetPlan[];
  /** Edits of the units' sheets and the summary, which then show the seal. */
  edits: Change[];
}

/** What keeps the result from being sealed: only a final one is, and only where it is not sealed already. */
export function sealObstacles(facts: SealingFacts): Finding[] {
  const { evaluation, ranking, reading } = facts;
  const errors = evaluation.findings.filter((one) => isObstacle(one, reading, ranking)).length;
  const { seal, holds } = evaluation.seal;
  const obstacles = [
    ...errorCells(reading),
    ...(errors > 0 ? [finding('seal-errors', null, { errors })] : []),
    ...sealGates(facts),
    ...(ranking.provisional ? [finding('seal-provisional', null, {})] : []),
    ...(isWritten(facts) ? [] : [finding('seal-unranked', null, {})]),
  ];
  if (obstacles.length > 0) return obstacles;
  return holds && seal?.copies ? [finding('seal-unchanged', null, {})] : [];
}

/** An error value is equal to nothing, not even to itself: sealed, it would say at once that something has changed. */
function errorCells(reading: WorkbookSheets): Finding[] {
  return sealedSources(reading).flatMap(({ sheet: { snapshot }, compared }) =>
    compared.flatMap(({ row, column, rows, columns }) =>
      snapshot.values
        .slice(row, row + rows)
        .flatMap((line, down) =>
          line
            .slice(column, column + columns)
            .flatMap((value, right) =>
              isErrorValue(value)
                ? [finding('seal-cell-error', placeOf(snapshot, row + down, column + right), { value })]
                : [],
            ),
        ),
    ),
  );
}

/** Whether the tables have what ranking would write. */
function isWritten({ covenant, summary, evaluation, ranking, reading }: SealingFacts): boolean {
  const tables = { summary, titles: reading.titles };
  return (
    isRanked(covenant, summary, evaluation, ranking) &&
    checkRankedTexts(covenant, tables, evaluation, ranking).length === 0
  );
}

/** Errors that count on the sheet of an excluded unit too: its points are uncertain, or what is printed there is not true. */
const ANYWHERE: readonly FindingCode[] = [
  'engine-differs',
  'words-differ',
  'result-disguised',
  'highlights-hide',
  'highlights-other',
  'page-words',
];

/**
 * Errors of the seal itself are corrected by sealing; those of an excluded unit's own entries do not block it, nor what a deferred unit
 * has not filled in yet.
 */
function isObstacle(one: Finding, reading: WorkbookSheets, { standings }: Ranking): boolean {
  const { severity, code, place } = one;
  if (severity !== 'error' || isLetPass(one, deferredNames(standings))) return false;
  const own = [...(reading.documents.seal ?? []), ...sealStores(reading)];
  if (own.some(({ snapshot }) => snapshot.name === place?.sheet)) return false;
  const unit = [...reading.unitSheets].find(([, sheet]) => sheet.snapshot.name === place?.sheet)?.[0];
  const excluded = standings.some((standing) => standing.unit === unit && standing.eligibility === 'excluded');
  return !excluded || ANYWHERE.includes(code);
}

/** The sheets of a new seal or of an amended one; `take` returns a free sheet name, equal or similar to the preferred one. */
export function sealing(facts: SealingFacts, take: (preferred: string) => string): Sealed {
  const { seal, holds } = facts.evaluation.seal;
  const earlier = earlierAmendments(facts);
  const round = roundOf(facts.evaluation.seal);
  const isAmended = seal !== null && !holds;
  const added = isAmended ? addedAmendments(facts, round) : [];
  const kept = isAmended && added.length === 0 ? repairedRecord(facts, earlier) : null;
  const reasons = isAmended && kept === null && added.length === 0 ? [remadeAmendment(round)] : added;
  const { plans, parts } = drawn(facts, kept ?? { round, day: facts.day }, [...earlier, ...reasons], take);
  const [first] = parts;
  return { plans, edits: first ? sealedSheets(facts, first) : [] };
}

/**
 * The record of a seal of which only the sheets were edited while the result and all that was sealed is as it was: drawn again with
 * its round and its day it has the same code, so that the paper that was signed stays valid. null for any other.
 */
function repairedRecord(facts: SealingFacts, amendments: readonly Amendment[]): SealRecord | null {
  const { seal } = facts.evaluation.seal;
  if (!seal?.record || seal.copies === null) return null;
  const { record } = drawn(facts, seal.record, amendments, (preferred) => preferred);
  return record.checksum === seal.record.checksum ? seal.record : null;
}

/** A seal with all its sheets, and the record with its code. */
function drawn(
  facts: SealingFacts,
  { round, day }: Pick<SealRecord, 'round' | 'day'>,
  amendments: readonly Amendment[],
  take: (preferred: string) => string,
): { plans: SheetPlan[]; parts: ReturnType<typeof sealParts>; record: SealRecord } {
  const { covenant, reading, evaluation, ranking } = facts;
  const result = resultOf(covenant, { ...evaluation, ranking });
  const remarked = [...result.units.values()].some(isSealedDeferred);
  const parts = sealParts(covenant, remarked, () => take(words.sheetName));
  const list = amendments.length > 0 ? take(words.amendments.sheetName) : null;
  const draw = (fixed: Sealing, copies: CopyRefs | null): SheetPlan[] => [
    ...sealPlans(covenant, fixed, parts, sealedFrom(facts, copies)),
    ...(list === null ? [] : [amendmentsPlan(covenant, fixed, amendments, list)]),
  ];
  // What is printed of the seal itself is known before its code.
  const undated = draw({ record: NO_RECORD, result, copies: new Map() }, null);
  const sources = [...sealedSources(reading), ...ownSources(undated.flatMap((plan) => sheetOfPlan(plan) ?? []))];
  const { plans, places, names } = copiesOf(sources, { type: 'seal', version: result.version }, () =>
    take(words.copies),
  );
  const record = { round, day, checksum: sealChecksum(result, { round, day }, places) };
  const printed = draw(
    { record, result, copies: places },
    { sources, places, record, nameOf: (part) => names.get(part) },
  );
  return { plans: [...printed, ...plans], parts, record };
}

/** A sheet as it will be read once its plan is written; what formulas give is empty. */
function sheetOfPlan({ name, cells }: SheetPlan): KeyedSheet<string> | null {
  const values = cells.map((line) => line.map((cell) => (typeof cell === 'object' ? '' : cell)));
  return keyedSheet({ id: '', name, protected: true, pages: null, values, formulas: null, numberFormats: [] });
}

/** A seal of an earlier version that still holds is made anew without being an amendment. */
function roundOf({ seal, holds }: SealEvaluation): number {
  if (seal === null) return 0;
  return holds ? (seal.record?.round ?? 0) : lastRound(seal) + 1;
}

function earlierAmendments({ covenant, evaluation }: SealingFacts): Amendment[] {
  const { seal } = evaluation.seal;
  return (seal?.amendments ?? []).map((one) => renamedAmendment(one, covenant.cluster));
}

/** Those of a new round: what changed since the seal, and what cannot be told any more. */
function addedAmendments({ covenant, summary, reading, evaluation }: SealingFacts, round: number): Amendment[] {
  const { seal, changes, contents } = evaluation.seal;
  const reasons = { covenant, summary, noteOf: noteIn(evaluation) };
  const lost = [
    ...(seal && lacksAmendments(seal) ? [words.amendments.lost(round - 1)] : []),
    ...contents.uncompared.map(words.amendments.uncompared),
  ];
  const cells = enteredCells(contents.cells, changes, reading);
  return amendmentsOf({ changes, cells, lost }, round, reasons);
}

/** The sheets that the formulas of a seal refer to. */
function sealedFrom(
  { covenant, reading, summary }: Pick<SealingFacts, 'covenant' | 'reading' | 'summary'>,
  copies: CopyRefs | null,
): SealedSheets {
  return {
    units: unitRefs(reading, covenant.cluster.units),
    summary: { sheet: summary.snapshot.name, layout: summary.layout },
    copies,
  };
}

/** How the sheets of a seal that is there look: drawn for the criteria as they are now, without what was sealed. */
export function redrawn(
  { record, result, amendments, copies }: Seal,
  facts: Pick<SealingFacts, 'covenant' | 'reading' | 'summary'>,
): SheetPlan[] {
  const { covenant, reading } = facts;
  const sealed = { record: record ?? NO_RECORD, result: { ...result, units: new Map() }, copies: copies ?? new Map() };
  const remarked = (reading.documents.seal ?? []).some(({ layout }) => isRemarked(layout));
  const parts = sealParts(covenant, remarked, () => words.sheetName);
  const plans = sealPlans(covenant, sealed, parts, sealedFrom(facts, copyRefs(reading, { copies, record })));
  return [...plans, amendmentsPlan(covenant, sealed, amendments, words.amendments.sheetName)];
}

const NO_RECORD: SealRecord = { round: 0, day: '', checksum: '' };

/** Also where the record was damaged: the list of amendments has the latest round. */
function lastRound({ record, amendments }: Seal): number {
  const rounds = amendments.map(({ texts }: Amendment) => Number(texts.round)).filter(Number.isSafeInteger);
  return Math.max(0, record?.round ?? 0, ...rounds);
}

function noteIn({ units }: Evaluation): (unit: string, line: string) => string {
  return (id, line) => {
    const note = units.find(({ unit }) => unit.id === id)?.entries?.lines.get(line)?.note;
    return note ? textOf(note) : '';
  };
}

/** Every sheet that shows the words of the seal, each changed in that one cell. */
function sealedSheets({ covenant, reading, summary }: SealingFacts, seal: SheetRef<TableColumn>): Change[] {
  const before = clusterRefs(reading);
  const refs = { ...before, seal };
  const ofSeal = `${quoteSheet(seal.sheet)}!`;
  const units = [...reading.unitSheets.values()].map((sheet): Change => {
    const patches = unitRepairs(covenant, sheet.layout, refs, (formula) => formula.includes(ofSeal));
    const conditionals = sealHighlights(sheet.layout);
    return editOf(sheet, patches, { conditionals, ...colouredBefore(conditionals, before.seal ? conditionals : []) });
  });
  const { patches, conditionals } = summarySealing(summary.layout, seal);
  const earlier = statusHighlights(summary.layout, before.seal);
  return [...units, editOf(summary, patches, { conditionals, ...colouredBefore(conditionals, earlier) })];
}

/** The rules as they were drawn, for a rollback: without a seal there are others than with one. */
function colouredBefore(
  [now]: readonly PlanConditional[],
  rules: readonly PlanConditional[],
): Pick<SheetEdit, 'conditionalsBefore'> {
  return now ? { conditionalsBefore: { area: now.area, rules } } : {};
}

/**
 * Edits of a seal that is there where a command makes *Quyết định*, so that it compares the sheets that are drawn, under the names that they have in the plans. None
 * where a person typed over the formula: that is a finding of the check.
 */
export function sealFollowing(reading: WorkbookSheets, plans: readonly SheetPlan[]): Change[] {
  const decisions = plans.flatMap((plan) => sheetOfPlan(plan) ?? []).find(({ key }) => key.type === 'decisions');
  const sheets = reading.documents.seal ?? [];
  const first = sheets.find(({ key }) => key.unit === FIRST_PART);
  const key = tableKey('decisions');
  const [row, column] = [first?.layout.row(key), first?.layout.column(TEXT_COLUMN)];
  if (!decisions || !first || row === undefined || column === undefined) return [];
  const found = shownText(formulaAt(first.snapshot, row, column) ?? '');
  if (found !== '' && !found.startsWith('=')) return [];
  const made = { ...reading, documents: { ...reading.documents, decisions: [decisions] } };
  const formula = tableFormulas(copyRefs(made, readSeal(sheets))).find((one) => one.row === key)?.formula;
  if (formula === undefined && found === '') return [];
  return [editOf(first, [{ row, column, cells: [[formula === undefined ? null : { formula }]] }])];
}
