/** The evaluation of awards: the entered facts, the proposals, and the decisions still open. */
import type { Award } from '../../covenant/awards';
import type { Covenant } from '../../covenant/covenant';
import type { FindingData } from '../../covenant/findingData';
import { finding, type Finding } from '../../covenant/findings';
import { allLines } from '../../covenant/criteria';
import { lineFact } from '../../scoring/lineFacts';
import type { Standing } from '../../scoring/rank';
import {
  type AwardDecisions,
  type AwardProposal,
  NO_FACTS,
  type PassReason,
  proposeAwards,
  type Tie,
  type UnitFacts,
} from '../../scoring/awards';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { rowKey } from '../../spreadsheet/keys';
import type { AwardsColumn } from '../shared/columns';
import { decisionKey, type DecisionRecords, missingParts } from '../shared/decisions';
import type { EvaluatedUnit } from '../shared/evaluation';
import { BASIS_COLUMN, orderColumn } from './layout';
import { passReasonText } from './proposals';
import { checkAwardsSheet, readFacts } from './read';

/** What is recorded on *Quyết định*, and whether it was decided about what is found now. */
interface Recorded {
  records: DecisionRecords;
  isDecidedOn(found: Finding): boolean;
}

/**
 * Proposals in the covenant's order, with what is wrong or missing on *Xét danh hiệu*, or not what the units' own sheets have;
 * `sheet` is null where there is none.
 */
export function evaluateAwards(
  covenant: Covenant,
  sheet: KeyedSheet<AwardsColumn> | null,
  standings: readonly Standing[],
  { units: evaluated, book }: { units: readonly EvaluatedUnit[]; book: Recorded },
): { proposals: AwardProposal[]; findings: Finding[] } {
  const { awards, units } = covenant.cluster;
  if (awards.length === 0) return { proposals: [], findings: [] };
  const findings = sheet ? checkAwardsSheet(covenant, sheet) : [finding('titles-missing', null, {})];
  const eligible = new Set(standings.flatMap((one) => (one.eligibility === 'eligible' ? [one.unit] : [])));
  const lines = new Map(allLines(covenant.criteria).map((line) => [line.code, line]));
  const facts = new Map<string, UnitFacts>();
  for (const unit of units) {
    const own = evaluated.find((one) => one.unit.id === unit.id);
    const read = readFacts(awards, unit, sheet, {
      reportBlanks: eligible.has(unit.id),
      lineFactOf: ({ line, measure }) => {
        const criterion = lines.get(line);
        if (!criterion) return null;
        return lineFact(measure, criterion, own?.entries?.lines.get(line), own?.candidate.score?.lines.get(line));
      },
    });
    facts.set(unit.id, read);
    findings.push(...read.findings);
  }
  const factsOf = (unit: string): UnitFacts => facts.get(unit) ?? NO_FACTS;
  const proposals = proposeAwards(awards, standings, factsOf, decisionsIn(book, factsOf));
  for (const one of proposals) findings.push(...tieFinding(one, sheet, factsOf), ...passedOverFindings(one, sheet));
  return { proposals, findings };
}

/** What *Quyết định* records of awards; the basis of an order may stand on *Xét danh hiệu*, in the row of one of the tied. */
function decisionsIn(book: Recorded, factsOf: (unit: string) => UnitFacts): AwardDecisions {
  return {
    tieLacks(award, tie) {
      const data = tieData(award, { ...tie, missing: [] }, factsOf);
      const recorded = missingParts(book.records.get(decisionKey('tie', award.id)), { choice: false });
      const missing = data.basis === '' ? recorded : recorded.filter((part) => part !== 'basis');
      // A day on which the cluster decided about other units is none of this decision.
      return missing.length > 0 || book.isDecidedOn(finding('tie-at-quota', null, data)) ? missing : ['day'];
    },
    isConfirmed(award, { unit, name }, reasons) {
      const record = book.records.get(decisionKey('passedOver', unit, award.id));
      const found = finding('award-passed-over', null, passedOverData(award, name, reasons));
      return missingParts(record, { choice: false }).length === 0 && book.isDecidedOn(found);
    },
  };
}

/** Each unit whose rank is high enough and that is not proposed, at its row; whether that is decided is seen later. */
function passedOverFindings({ award, passedOver }: AwardProposal, sheet: KeyedSheet<AwardsColumn> | null): Finding[] {
  return passedOver
    .filter(({ confirmed }) => confirmed !== null)
    .map(({ unit, name, reasons }) => {
      const place = (sheet && keyedCell(sheet, rowKey.unit(unit), 'unit'))?.place ?? null;
      return finding('award-passed-over', place, passedOverData(award, name, reasons));
    });
}

function passedOverData(award: Award, unit: string, reasons: readonly PassReason[]): FindingData['award-passed-over'] {
  const failed = reasons.flatMap((one) => (one.type === 'condition' ? [one.condition.basis] : []));
  const basis = [...failed, award.basis].find((one) => one !== '') ?? '';
  return { unit, title: award.name, award: award.id, reasons: reasons.map(passReasonText).join('; '), basis };
}

/** A tie across the limit of the quota, at the cell for the cluster's order, or for its basis once there is an order. */
function tieFinding(
  { award, ...proposal }: AwardProposal,
  sheet: KeyedSheet<AwardsColumn> | null,
  factsOf: (unit: string) => UnitFacts,
): Finding[] {
  const tie = proposal.tie ?? proposal.resolvedTie;
  const [first] = tie?.units ?? [];
  if (tie === null || first === undefined) return [];
  const column = tie.missing.includes('choice') ? orderColumn(award.id) : BASIS_COLUMN;
  const cell = sheet && keyedCell(sheet, rowKey.unit(first.unit), column);
  return [finding('tie-at-quota', cell?.place ?? null, tieData(award, tie, factsOf))];
}

function tieData(
  award: Award,
  { units: tied, places, missing }: Tie,
  factsOf: (unit: string) => UnitFacts,
): FindingData['tie-at-quota'] {
  const basis = tied.map(({ unit }) => factsOf(unit).resolutionBasis).find((one) => one !== '') ?? '';
  const units = tied.map(({ name }) => name).join(', ');
  return { title: award.name, award: award.id, units, places, basis, missing };
}
