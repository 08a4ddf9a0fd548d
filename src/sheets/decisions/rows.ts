/** What the key of a row says: whose it is, what it is about, and what may be chosen in it. */
import type { Covenant } from '../../covenant/covenant';
import type { MatterKind } from '../../covenant/decisionFindings';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import type { KeyedText } from '../../spreadsheet/layout';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { textOf } from '../../covenant/cell';
import { type DecisionChoice, type DecisionColumn, isChosen } from '../shared/decisions';
import { isSameText, type PrintedWord } from '../shared/printed';
import { sharedWords } from '../shared/words';
import { isDecisionKey } from './layout';
import { words } from './words';

/** The order in which they stand on the sheet, each with what may be chosen. */
const CHOICES: Readonly<Record<MatterKind, readonly DecisionChoice[]>> = {
  registration: ['stillEligible'],
  barred: ['keepsRole'],
  ownReview: ['ownReview'],
  late: ['noPenalty', 'penalty'],
  notArising: ['fullPoints', 'noPoints', 'agreedPoints'],
  tie: ['recordedOrder'],
  passedOver: ['notProposed'],
  election: [],
};

export const MATTER_KINDS: readonly MatterKind[] = Object.keys(CHOICES).filter(
  (kind): kind is MatterKind => kind in CHOICES,
);

export const choicesOf = (kind: MatterKind): readonly DecisionChoice[] => CHOICES[kind];

interface Subject {
  kind: MatterKind;
  /** The id of the unit; of a tie that of the award, of an election the role. */
  id: string;
  /** A line, a role or an award; '' where the kind has none. */
  about: string;
}

/** null for the key of another row, or one that a later version of the add-in wrote. */
export function subjectOf(key: string): Subject | null {
  const [type, name, id = '', ...about] = key.split(':');
  const kind = MATTER_KINDS.find((one) => one === name);
  return type !== 'decision' || kind === undefined ? null : { kind, id, about: about.join(':') };
}

/** The id of the unit that a row is of; null for ties, elections and other rows. */
export function unitOfDecision(key: string): string | null {
  const subject = subjectOf(key);
  return subject === null || subject.kind === 'tie' || subject.kind === 'election' ? null : subject.id;
}

/** What the cell of the choice offers; none where the choice is printed. */
export function offeredIn(covenant: Covenant, key: RowKey): readonly string[] {
  const kind = subjectOf(key)?.kind;
  if (kind === undefined || !isChosen({ kind })) return [];
  if (kind === 'election') return covenant.cluster.units.map(({ name }) => name);
  return choicesOf(kind).map((choice) => words.choices[choice]);
}

/** The name that a row has in its first column; null where its key does not say. */
export function nameFor({ cluster }: Covenant, key: string): string | null {
  const { kind, id } = subjectOf(key) ?? { kind: 'tie', id: '' };
  if (kind === 'tie') return null;
  if (kind === 'election') return id === 'head' || id === 'deputy' ? sharedWords.roles[cluster.type][id] : null;
  return cluster.units.find((unit) => unit.id === id)?.name ?? null;
}

/** The number of days or places that stands in what a row is about. */
export function numberShown(text: string): number {
  return Number(/(\d+)\D*$/.exec(text)?.[1] ?? 0);
}

/** What a row is about, with the number of days or places that stands there; null where its key does not say. */
function matterFor({ cluster }: Covenant, key: RowKey, shown: string): string | null {
  const subject = subjectOf(key);
  if (subject === null) return null;
  const { kind, id, about } = subject;
  const number = numberShown(shown);
  const roleOf = (role: string): string | null =>
    role === 'head' || role === 'deputy' ? sharedWords.roles[cluster.type][role] : null;
  const titleOf = (award: string): string | null => cluster.awards.find((one) => one.id === award)?.name ?? null;
  const worded = (name: string | null, text: (known: string) => string): string | null => name && text(name);
  switch (kind) {
    case 'registration':
      return words.registration.text;
    case 'ownReview':
      return words.ownReview.text(id === cluster.head);
    case 'late':
      return words.late.text(number);
    case 'notArising':
      return words.notArising.text(about);
    case 'barred':
      return worded(roleOf(about), words.barred.text);
    case 'election':
      return worded(roleOf(id), words.election.text);
    case 'passedOver':
      return worded(titleOf(about), words.passedOver.text);
    case 'tie':
      return worded(titleOf(id), (title) => words.tie.text(title, number));
  }
}

/**
 * The texts by which a person knows whose a decision is and what is decided, as the keys have them; and the names of all units,
 * which might stand there instead. They hold whether the sheet is out of date or not.
 */
export function printedDecisions(covenant: Covenant, sheet: KeyedSheet<string>): PrintedWord<DecisionColumn>[] {
  const tells = { kind: 'unit', along: 'rows', follows: false } as const;
  const word = (row: RowKey, column: DecisionColumn, text: string | null): PrintedWord<DecisionColumn>[] =>
    text === null ? [] : [{ row, column, text, tells }];
  const rows = [...new Set(sheet.rows.map(({ key }) => key))].filter(isDecisionKey);
  return [
    ...rows.flatMap((row) => {
      const cell = keyedCell(sheet, row, 'matter');
      const matter = cell && matterFor(covenant, row, textOf(cell));
      return [...word(row, 'unit', nameFor(covenant, row)), ...word(row, 'matter', matter)];
    }),
    ...covenant.cluster.units.flatMap(({ id, name }) => word(rowKey.unit(id), 'unit', name)),
  ];
}

/** Whether a row shows what the covenant that the sheets were made from has it say, as it does until a changed name or role is renewed. */
export function isPrintedBefore(
  earlier: Covenant,
  sheet: KeyedSheet<string>,
): (word: Pick<KeyedText<string>, 'row' | 'column'>, shown: string) => boolean {
  const printed = printedDecisions(earlier, sheet);
  return ({ row, column }, shown) =>
    printed.some((one) => one.row === row && one.column === column && isSameText(one.text, shown));
}
