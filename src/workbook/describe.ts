/** Describe: where everything is in the workbook, for scripts and for going to a cell. */
import type { Covenant, Unit } from '../covenant/covenant';
import { allLines } from '../covenant/criteria';
import { type Criterion, kindOf } from '../covenant/kinds';
import type { NumberField } from '../covenant/kinds/kind';
import { type Hundredths, toPoints } from '../covenant/points';
import type { KeyedSheet } from '../spreadsheet/snapshot';
import { rowKey } from '../spreadsheet/keys';
import { addressesOf } from '../spreadsheet/layout';
import { REVIEWER_KEY, STAGE_COLUMN, STAGE_KEY } from '../sheets/unit/layout';
import type { CovenantWorkbook } from './covenantWorkbook';
import {
  type Address,
  type CovenantDescription,
  type DecisionsDescription,
  describeCovenant,
  describeDecisions,
  describeSummary,
  describeTargets,
  describeAwards,
  type SummaryDescription,
  type TargetsDescription,
  type AwardsDescription,
} from './describeCluster';
import { done, type Outcome, refused } from '../covenant/outcome';
import type { UnitColumn } from '../sheets/shared/columns';

/** Points are decimal numbers; what does not apply is null. */
export interface LineDescription {
  code: string;
  kind: Criterion['kind'];
  standard: number | null;
  rate: number | null;
  cap: number | null;
  cells: Record<'target' | 'figure' | 'self' | 'reviewed' | 'agreed' | 'official' | 'evidence' | 'note', Address>;
}
export interface UnitDescription {
  unit: string;
  id: string;
  sheet: string;
  stage: Address;
  /** The unit that reviews. */
  reviewer: Address;
  lines: LineDescription[];
  sections: { code: string; cell: Address }[];
  totals: Record<'standard' | 'bonus' | 'penalty' | 'total' | 'missing', Address>;
}
export interface Description {
  covenant: CovenantDescription | null;
  targets: TargetsDescription | null;
  units: UnitDescription[];
  summary: SummaryDescription | null;
  titles: AwardsDescription | null;
  decisions: DecisionsDescription | null;
}

/** Addresses of all units that have a sheet, and of the sheets of the cluster. Refused where the covenant cannot be used. */
export function describeWorkbook(reading: CovenantWorkbook): Outcome<Description> {
  if (reading.covenant === null) return refused(reading.findings);
  const { covenant } = reading;
  const units = covenant.cluster.units.flatMap((unit) => {
    const sheet = reading.unitSheets.get(unit.id);
    return sheet ? [describeUnit(covenant, unit, sheet)] : [];
  });
  return done({
    covenant: describeCovenant(reading.covenantSheet),
    targets: describeTargets(covenant, reading.targets),
    units,
    summary: describeSummary(covenant, reading.summary),
    titles: describeAwards(covenant, reading.titles),
    decisions: describeDecisions(reading.documents.decisions[0] ?? null),
  });
}

function describeUnit({ criteria }: Covenant, unit: Unit, sheet: KeyedSheet<UnitColumn>): UnitDescription {
  const at = addressesOf(sheet.layout);
  const total = (which: Parameters<typeof rowKey.total>[0]): Address => at.cell(rowKey.total(which), 'official');
  return {
    unit: unit.name,
    id: unit.id,
    sheet: sheet.snapshot.name,
    stage: at.cell(STAGE_KEY, STAGE_COLUMN),
    reviewer: at.cell(REVIEWER_KEY, STAGE_COLUMN),
    lines: allLines(criteria).map((line) => describeLine(line, (column) => at.cell(rowKey.line(line.code), column))),
    sections: sheet.rows
      .filter(({ key }) => key.startsWith(rowKey.section('')))
      .map(({ key }) => ({ code: key.slice(rowKey.section('').length), cell: at.cell(key, 'official') })),
    totals: {
      standard: total('standard'),
      bonus: total('bonus'),
      penalty: total('penalty'),
      total: total('total'),
      missing: total('missing'),
    },
  };
}

function describeLine(line: Criterion, cell: (column: UnitColumn) => Address): LineDescription {
  const kind = kindOf(line);
  const numbers: Partial<Record<NumberField, Hundredths | undefined>> = line;
  const number = (field: NumberField): number | null => {
    const points = numbers[field];
    return points === undefined ? null : toPoints(points);
  };
  return {
    code: line.code,
    kind: line.kind,
    standard: number('standard'),
    rate: number('rate'),
    cap: number('cap'),
    cells: {
      // A target from the table *Giao chỉ tiêu* is entered there.
      target: kind.targetRule?.(line)?.source === 'sheet' ? cell('target') : null,
      figure: kind.figureRule(line) === null ? null : cell('figure'),
      self: cell('self'),
      reviewed: cell('reviewed'),
      agreed: cell('agreed'),
      official: cell('official'),
      evidence: cell('evidence'),
      note: cell('note'),
    },
  };
}
