/** The decisions of a workbook: what was found that the cluster has to decide, against what is recorded on *Quyết định*. */
import type { Covenant } from '../../covenant/covenant';
import type { RecordPart } from '../../covenant/findingData';
import { finding, type Finding } from '../../covenant/findings';
import { nameKey } from '../../covenant/names';
import type { Rotation } from '../../scoring/rotation';
import {
  type ClusterDecision,
  type DecisionRecord,
  type DecisionRecords,
  isChosen,
  type Matter,
  missingParts,
} from '../shared/decisions';
import { elections, MATTER_KINDS, matterOf, settles } from './matters';

export class DecisionBook {
  private readonly found: ClusterDecision[] = [];

  constructor(
    private readonly covenant: Covenant,
    readonly records: DecisionRecords,
  ) {}

  /**
   * The findings without those that the cluster has decided. One whose row is begun is said there, at the first cell that is
   * missing; all others stay where they were found.
   */
  settle(findings: readonly Finding[]): Finding[] {
    return findings.flatMap((one): Finding[] => {
      const matter = matterOf(this.covenant, one);
      if (matter === null) return [one];
      const record = this.recordOf(matter);
      const missing =
        one.code === 'tie-at-quota' ? one.data.missing : missingParts(record, { choice: isChosen(matter) });
      const isOpen = missing.length > 0 || !settles(one, record?.choice ?? null);
      this.found.push({ matter, record: record ?? null, state: isOpen ? 'open' : 'decided' });
      return isOpen ? [asked(one, matter, record, missing)] : [];
    });
  }

  /** Who leads next year; a finding where an election is begun and its record is not whole. */
  elect(rotation: Rotation): Finding[] {
    return elections(this.covenant, rotation).flatMap((matter): Finding[] => {
      const record = this.records.get(matter.key) ?? null;
      const missing = record?.begun ? electionLacks(matter, record) : [];
      const state = !record?.begun ? 'unasked' : missing.length > 0 ? 'open' : 'decided';
      this.found.push({ matter, record, state });
      const [first] = missing;
      if (record === null || first === undefined) return [];
      const place = record.places[first] ?? null;
      return [finding('decision-incomplete', place, { unit: matter.unit, matter: matter.kind, missing })];
    });
  }

  /** Every matter, in the order of the sheet. */
  all(): ClusterDecision[] {
    const order = ({ matter }: ClusterDecision): number => MATTER_KINDS.indexOf(matter.kind);
    return [...this.found].sort((left, right) => order(left) - order(right));
  }

  /** A choice that the matter does not leave is none. */
  private recordOf({ key, choices }: Matter): DecisionRecord | undefined {
    const record = this.records.get(key);
    return record && { ...record, choice: choices.find((one) => one === record.choice) ?? null };
  }
}

/** A unit of the cluster, the votes, and the rest as of every decision. */
function electionLacks({ candidates }: Matter, record: DecisionRecord): RecordPart[] {
  const isKnown = candidates.some((name) => nameKey(name) === nameKey(record.choiceText));
  const lacks = missingParts(record, { choice: false }).filter((part) => part !== 'votes');
  return [...(isKnown ? [] : ['choice' as const]), ...(record.votes ? [] : ['votes' as const]), ...lacks];
}

function asked(
  found: Finding,
  { kind, unit }: Matter,
  record: DecisionRecord | undefined,
  missing: readonly RecordPart[],
): Finding {
  if (!record?.begun) return found;
  const [first] = missing;
  if (found.code === 'tie-at-quota')
    return first === 'day' || first === 'person' ? { ...found, place: record.places[first] ?? found.place } : found;
  if (first !== undefined)
    return finding('decision-incomplete', record.places[first] ?? found.place, { unit, matter: kind, missing });
  if (found.code !== 'not-arising-unrecorded') return found;
  const { line, points } = found.data;
  return finding('decision-differs', record.places.choice ?? found.place, { unit, line, points });
}
