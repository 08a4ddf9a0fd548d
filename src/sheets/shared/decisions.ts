/** What the cluster decides besides eligibility, as other sheets use it: what there is to decide, and what is recorded of it. */
import type { CellPlace } from '../../covenant/cell';
import type { MatterKind, RecordPart } from '../../covenant/decisionFindings';
import type { RowKey } from '../../spreadsheet/keys';

/** What the cluster may choose; the words are on the sheet. */
export type DecisionChoice =
  | 'stillEligible'
  | 'keepsRole'
  | 'ownReview'
  | 'noPenalty'
  | 'penalty'
  | 'fullPoints'
  | 'noPoints'
  | 'agreedPoints'
  | 'recordedOrder'
  | 'notProposed';

export type DecisionColumn =
  'number' | 'unit' | 'matter' | 'proposal' | 'choice' | 'inFavour' | 'present' | 'basis' | 'day' | 'person';

/** The key of a row: `decision:late:u3`, `decision:notArising:u3:I.2`, `decision:tie:LDXS`. */
export const decisionKey = (kind: MatterKind, ...ids: readonly string[]) =>
  `decision:${[kind, ...ids].join(':')}` as const;

/** Something to be decided, in the words of the sheet. */
export interface Matter {
  key: RowKey;
  kind: MatterKind;
  /** The name of the unit, or of those that are tied. */
  unit: string;
  text: string;
  /** What the covenant says, and how it is carried out. */
  proposal: string;
  /** The covenant's legal basis; '' where it names none. */
  basis: string;
  /** Of which one is chosen; the only one of a matter that leaves no choice is printed, and needs its record alone. */
  choices: readonly DecisionChoice[];
  /** The names of units of which one is chosen instead: who leads next year. */
  candidates: readonly string[];
}

/** What is recorded in a row of *Quyết định*; what is blank or cannot be used is missing. */
export interface DecisionRecord {
  key: RowKey;
  /** As they are shown. */
  unit: string;
  text: string;
  proposal: string;
  choiceText: string;
  choice: DecisionChoice | null;
  /** Where the cluster voted; null where no votes are recorded, or none that can be. */
  votes: { inFavour: number; present: number } | null;
  /** More votes in favour than were cast: no votes that can be; null for any other. */
  excess: { inFavour: number; present: number } | null;
  /** Whether something stands in the cells of the votes. */
  voted: boolean;
  basis: string;
  /** YYYY-MM-DD; '' where it is blank or no day. */
  day: string;
  person: string;
  /** Whether anything was typed besides a basis. */
  begun: boolean;
  places: Readonly<Partial<Record<RecordPart, CellPlace>>>;
}

export type DecisionRecords = ReadonlyMap<RowKey, DecisionRecord>;

/** A matter with its record. `unasked`: nothing depends on it, and its record is blank or not whole. */
export interface ClusterDecision {
  matter: Matter;
  record: DecisionRecord | null;
  state: 'open' | 'decided' | 'unasked';
  /** What its row prints, where that was decided about and is another matter by now; null where it is not. */
  decidedOn: Pick<Matter, 'unit' | 'text' | 'proposal'> | null;
}

/** The parts that a record lacks; `choice` is asked for only where there is one. */
export function missingParts(record: DecisionRecord | undefined, { choice }: { choice: boolean }): RecordPart[] {
  return [
    ...(choice && (record?.choice ?? null) === null ? ['choice' as const] : []),
    ...(record?.voted && record.votes === null ? ['votes' as const] : []),
    ...(['basis', 'day', 'person'] as const).filter((part) => !saysSomething(record?.[part] ?? '')),
  ];
}

/** Whether a text holds a letter or a digit: dots and dashes are no basis and name nobody. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Whether a matter leaves a choice. */
export const isChosen = ({ kind }: Pick<Matter, 'kind'>): boolean => kind !== 'tie' && kind !== 'passedOver';
