/** The decisions of a workbook: what was found that the cluster has to decide, against what is recorded on *Quyết định*. */
import type { Covenant } from '../../covenant/covenant';
import type { MatterKind, RecordPart } from '../../covenant/decisionFindings';
import type { FindingData } from '../../covenant/findingData';
import { finding, type Finding } from '../../covenant/findings';
import { nameKey } from '../../covenant/names';
import type { AwardProposal } from '../../scoring/awards';
import type { Eligibility } from '../../scoring/entries';
import type { Rotation } from '../../scoring/rotation';
import {
  type ClusterDecision,
  type DecisionChoice,
  type DecisionRecord,
  type DecisionRecords,
  isChosen,
  type Matter,
  missingParts,
} from '../shared/decisions';
import { changedMatter, isDecidedOn, type MatterWords } from './decidedOn';
import { elections, matterOf, settles } from './matters';
import { MATTER_KINDS, nameFor, subjectOf } from './rows';

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
      const { record, decidedOn, missing, isOpen } = this.stateOf(one, matter);
      this.found.push({ matter, record, state: isOpen ? 'open' : 'decided', decidedOn });
      if (record && decidedOn) return [...stillAsked(one), reopened(matter, record, decidedOn)];
      return isOpen ? [asked(one, matter, record, missing)] : [];
    });
  }

  /**
   * Takes note of what nothing waits for, of units that are deferred or excluded: what was begun to be recorded of it has not passed,
   * and is on the minutes once its record is whole.
   */
  letPass(findings: readonly Finding[]): void {
    for (const one of findings) {
      const matter = matterOf(this.covenant, one);
      if (matter === null) continue;
      const { record, decidedOn, missing, isOpen } = this.stateOf(one, matter);
      if (!record?.begun) continue;
      const state = missing.length > 0 ? 'unasked' : isOpen ? 'open' : 'decided';
      this.found.push({ matter, record, state, decidedOn });
    }
  }

  /** Whether what was recorded of a matter, if anything, was decided about it as it is found now. */
  isDecidedOn(found: Finding): boolean {
    const matter = matterOf(this.covenant, found);
    const record = matter && this.recordOf(matter);
    return !matter || !record || isDecidedOn(matter, record);
  }

  /** Who leads next year; a finding where an election is begun and its record is not whole. */
  elect(rotation: Rotation): Finding[] {
    const matters = elections(this.covenant, rotation);
    const found = matters.flatMap((matter): Finding[] => {
      const record = this.records.get(matter.key) ?? null;
      const missing = record?.begun ? electionLacks(matter, record) : [];
      const state = !record?.begun ? 'unasked' : missing.length > 0 ? 'open' : 'decided';
      this.found.push({ matter, record, state, decidedOn: null });
      return record === null ? [] : electionFindings(matter, record, missing);
    });
    return [...found, ...electedTwice(matters.map(({ key }) => this.records.get(key)))];
  }

  /**
   * A finding for each decision whose cause has passed, and which the result contradicts or which says what is so no longer: the minutes
   * would print it. It stays recorded until somebody clears it. `eligibilityOf` is null for a unit that is not ranked.
   */
  contradicted(awards: readonly AwardProposal[], eligibilityOf: (unit: string) => Eligibility | null): Finding[] {
    const current = new Set(this.found.map(({ matter }) => matter.key));
    return [...this.records.values()].flatMap((record): Finding[] => {
      const subject = subjectOf(record.key);
      const unit = nameFor(this.covenant, record.key);
      if (current.has(record.key) || !record.begun || subject === null || unit === null) return [];
      const { kind, id, about } = subject;
      const proposed =
        awards.find(({ award }) => award.id === about)?.nominated.some((one) => one.unit === id) ?? false;
      const result = refutes(kind, record.choice, { proposed, eligibility: eligibilityOf(id) });
      if (result === null) return [];
      const title = this.covenant.cluster.awards.find((one) => one.id === about)?.name ?? '';
      const data = { unit, decided: record.choiceText, result, title, text: record.text } as const;
      return [finding('decision-contradicted', record.places.choice ?? null, data)];
    });
  }

  /** A finding for each decision, elections among them, that no more than half of the votes beside it carry. */
  notCarried(): Finding[] {
    return [...this.records.values()].flatMap(({ key, unit, votes, places }): Finding[] => {
      const kind = subjectOf(key)?.kind;
      if (kind === undefined || votes === null || votes.inFavour * 2 > votes.present) return [];
      return [finding('votes-not-carried', places.votes ?? null, { unit, matter: kind, ...votes })];
    });
  }

  /** Every matter, in the order of the sheet. */
  all(): ClusterDecision[] {
    const order = ({ matter }: ClusterDecision): number => MATTER_KINDS.indexOf(matter.kind);
    return [...this.found].sort((left, right) => order(left) - order(right));
  }

  /** How far a matter is decided by its record: what is missing there, and the words of the row where it was decided about another matter. */
  private stateOf(one: Finding, matter: Matter): MatterState {
    const record = this.recordOf(matter) ?? null;
    const lacking = lacks(one, matter, record);
    const decidedOn = record && lacking.length === 0 && !isDecidedOn(matter, record) ? wordsOf(record) : null;
    const missing = one.code === 'tie-at-quota' ? one.data.missing : lacking;
    const isOpen = decidedOn !== null || missing.length > 0 || !settles(one, record?.choice ?? null);
    return { record, decidedOn, missing, isOpen };
  }

  /** A choice that the matter does not leave is none. */
  private recordOf({ key, choices }: Matter): DecisionRecord | undefined {
    const record = this.records.get(key);
    return record && { ...record, choice: choices.find((one) => one === record.choice) ?? null };
  }
}

interface MatterState extends Pick<ClusterDecision, 'record' | 'decidedOn'> {
  missing: readonly RecordPart[];
  isOpen: boolean;
}

/** What speaks against a decision whose cause has passed; null where nothing does. What a penalty was decided for may have its penalty. */
function refutes(
  kind: MatterKind,
  choice: DecisionChoice | null,
  { proposed, eligibility }: { proposed: boolean; eligibility: Eligibility | null },
): FindingData['decision-contradicted']['result'] | null {
  if (kind === 'passedOver') return proposed ? 'proposed' : null;
  if (kind === 'registration') return eligibility === 'excluded' ? 'excluded' : null;
  const saysMore = kind === 'late' ? choice === 'noPenalty' : ['notArising', 'barred', 'ownReview'].includes(kind);
  return saysMore && eligibility !== null ? 'passed' : null;
}

/** The parts that the record of a decision lacks; the order of tied units stands elsewhere, and its basis may. */
function lacks(found: Finding, matter: Matter, record: DecisionRecord | null): RecordPart[] {
  const missing = missingParts(record ?? undefined, { choice: isChosen(matter) });
  const hasBasis = found.code === 'tie-at-quota' && found.data.basis !== '';
  return hasBasis ? missing.filter((part) => part !== 'basis') : missing;
}

const wordsOf = ({ unit, text, proposal }: DecisionRecord): MatterWords => ({ unit, text, proposal });

/** What has to be entered elsewhere, whatever stands on *Quyết định*. */
function stillAsked(found: Finding): Finding[] {
  const isOrder = found.code === 'tie-at-quota' && found.data.missing.includes('choice');
  return isOrder || found.code === 'not-arising-undecided' ? [found] : [];
}

function reopened(matter: Matter, { places }: DecisionRecord, decided: MatterWords): Finding {
  return finding('decision-matter-changed', places.day ?? null, changedMatter(matter, decided));
}

/** A name that is no unit's is said as such: the cell is not blank. */
function electionFindings(matter: Matter, record: DecisionRecord, missing: readonly RecordPart[]): Finding[] {
  const { choiceText: name, places } = record;
  const isUnknown = missing.includes('choice') && name !== '';
  const blank = missing.filter((part) => !(isUnknown && part === 'choice') && !(record.excess && part === 'votes'));
  const [first] = blank;
  const { unit, kind } = matter;
  return [
    ...exceeding(matter, record),
    ...(isUnknown ? [finding('elected-unknown', places.choice ?? null, { role: unit, name })] : []),
    ...(first === undefined
      ? []
      : [finding('decision-incomplete', places[first] ?? null, { unit, matter: kind, missing: blank })]),
  ];
}

/** No unit is both: head and deputy stand for each other. */
function electedTwice([head, deputy]: readonly (DecisionRecord | undefined)[]): Finding[] {
  const name = deputy?.choiceText ?? '';
  if (!head || !deputy || name === '' || nameKey(head.choiceText) !== nameKey(name)) return [];
  return [finding('elected-twice', deputy.places.choice ?? null, { name })];
}

/** A unit of the cluster, the votes, and the rest as of every decision. */
function electionLacks({ candidates }: Matter, record: DecisionRecord): RecordPart[] {
  const isKnown = candidates.some((name) => nameKey(name) === nameKey(record.choiceText));
  const lacks = missingParts(record, { choice: false }).filter((part) => part !== 'votes');
  return [...(isKnown ? [] : ['choice' as const]), ...(record.votes ? [] : ['votes' as const]), ...lacks];
}

/** Votes that cannot be are not said to be missing. */
function exceeding({ unit, kind }: Pick<Matter, 'unit' | 'kind'>, { excess, places }: DecisionRecord): Finding[] {
  return excess ? [finding('votes-exceeding', places.votes ?? null, { unit, matter: kind, ...excess })] : [];
}

function asked(
  found: Finding,
  { kind, unit }: Matter,
  record: DecisionRecord | null,
  missing: readonly RecordPart[],
): Finding {
  if (!record?.begun) return found;
  const [first] = missing;
  const [excess] = exceeding({ unit, kind }, record);
  if (excess && first === 'votes') return excess;
  if (found.code === 'tie-at-quota')
    return first === 'day' || first === 'person' ? { ...found, place: record.places[first] ?? found.place } : found;
  if (first !== undefined)
    return finding('decision-incomplete', record.places[first] ?? found.place, { unit, matter: kind, missing });
  if (found.code !== 'not-arising-unrecorded') return found;
  const { line, points } = found.data;
  return finding('decision-differs', record.places.choice ?? found.place, { unit, line, points });
}
