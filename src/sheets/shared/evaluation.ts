/** A workbook as passed to the sheet definitions: which sheet belongs to which unit, and the result of its evaluation. */
import type { Covenant, Unit } from '../../covenant/covenant';
import type { Finding } from '../../covenant/findings';
import type { AwardProposal } from '../../scoring/awards';
import type { SheetEntries } from '../../scoring/entries';
import type { Candidate, Ranking } from '../../scoring/rank';
import type { Rotation } from '../../scoring/rotation';
import type { Leaders } from '../../scoring/score';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { TargetsColumn, SummaryColumn, AwardsColumn, UnitColumn } from './columns';
import type { ClusterDecision } from './decisions';
import { FIRST_PART, type SealEvaluation } from './seal';
import type { ClusterRefs, SheetRef, UnitSheetRef } from './sheetRefs';

export interface WorkbookSheets {
  /** null where it is missing or cannot be used. */
  covenant: Covenant | null;
  /** *Giao ước* and *Tiêu chí*; each null where there is none. */
  covenantSheet: KeyedSheet<string> | null;
  criteriaSheet: KeyedSheet<string> | null;
  /** *Giao chỉ tiêu*, *Tổng hợp* and *Xét danh hiệu*; each null where there is none. */
  targets: KeyedSheet<TargetsColumn> | null;
  summary: KeyedSheet<SummaryColumn> | null;
  titles: KeyedSheet<AwardsColumn> | null;
  /** The sheet of each unit, by unit id. */
  unitSheets: ReadonlyMap<string, KeyedSheet<UnitColumn>>;
  /** By the type of the document: its sheets in the order of their tabs. */
  documents: Readonly<Record<string, readonly KeyedSheet<string>[] | undefined>>;
  /** The hidden sheets in which documents hold copies of what they were made from. */
  stores: readonly KeyedSheet<string>[];
}

export interface EvaluatedUnit {
  unit: Unit;
  entries: SheetEntries | null;
  candidate: Candidate;
  findings: Finding[];
}

export interface Evaluation {
  /** In the order of the workbook: covenant, targets, units, summary, awards, seal. */
  findings: Finding[];
  /** Every unit of the covenant, with its entries (null where it has no sheet) and what was found on its sheet. */
  units: EvaluatedUnit[];
  leaders: Leaders;
  /** null where the covenant cannot be used; then nothing is proposed either. */
  ranking: Ranking | null;
  /** The errors among the findings that make the ranking provisional, but for blank lines, which its explanations count. */
  causes: Finding[];
  /** In the covenant's order. */
  awards: AwardProposal[];
  rotation: Rotation | null;
  /** What the cluster has to decide or has decided, but for eligibility, in the order of *Quyết định*. */
  decisions: ClusterDecision[];
  seal: SealEvaluation;
}

export function refOf<Column extends string>({ snapshot, layout }: KeyedSheet<Column>): SheetRef<Column> {
  return { sheet: snapshot.name, layout };
}

/** The units that have a sheet, as the summary's formulas refer to them. */
export function unitRefs({ unitSheets }: Pick<WorkbookSheets, 'unitSheets'>, units: readonly Unit[]): UnitSheetRef[] {
  return units.flatMap(({ id }) => {
    const sheet = unitSheets.get(id);
    return sheet ? [{ unit: id, ...refOf(sheet) }] : [];
  });
}

/** Where the sheets are that units' formulas refer to. */
export function clusterRefs({
  targets,
  summary,
  documents,
}: Pick<WorkbookSheets, 'targets' | 'summary' | 'documents'>): ClusterRefs {
  const seal = documents.seal?.find(({ key }) => key.unit === FIRST_PART) ?? null;
  return { targets: targets && refOf(targets), summary: summary && refOf(summary), seal: seal && refOf(seal) };
}
