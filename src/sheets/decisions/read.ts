/** *Quyết định* read back: what is recorded in each of its rows. */
import { type CellPlace, isBlank, isErrorValue, type RawCell, textOf } from '../../covenant/cell';
import { accepts } from '../../covenant/entryRule';
import { nameKey } from '../../covenant/names';
import type { RowKey } from '../../spreadsheet/keys';
import { entriesOf } from '../../spreadsheet/keys';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { type DecisionColumn, decisionKey, type DecisionRecord, type DecisionRecords } from '../shared/decisions';
import { dayField } from '../shared/fields';
import { BALLOTS, isDecisionKey } from './layout';
import { words } from './words';

/** By the key of the row, in the order of the sheet; of a row that stands twice the first. None where there is no sheet. */
export function readDecisions(sheet: KeyedSheet<DecisionColumn> | null): DecisionRecords {
  const rows = sheet?.rows ?? [];
  const keys = new Set(rows.map(({ key }) => key).filter(isDecisionKey));
  return new Map([...keys].flatMap((key) => (sheet ? [[key, readRecord(sheet, key)] as const] : [])));
}

function readRecord(sheet: KeyedSheet<DecisionColumn>, key: RowKey): DecisionRecord {
  const cell = (column: DecisionColumn): RawCell | null => keyedCell(sheet, key, column);
  const text = (column: DecisionColumn): string => {
    const found = cell(column);
    return found === null || isErrorValue(found.value) ? '' : textOf(found);
  };
  const choiceText = text('choice');
  const ballots = [cell('inFavour'), cell('present')];
  const dayCell = cell('day');
  const day = dayCell === null ? null : dayField(dayCell);
  const places = PARTS.flatMap(([part, column]): [string, CellPlace][] => {
    const place = cell(column)?.place;
    return place === undefined ? [] : [[part, place]];
  });
  return {
    key,
    unit: text('unit'),
    text: text('matter'),
    proposal: text('proposal'),
    choiceText,
    choice: entriesOf(words.choices).find(([, word]) => nameKey(word) === nameKey(choiceText))?.[0] ?? null,
    ...readVotes(ballots),
    voted: ballots.some((one) => !isBlank(one)),
    basis: text('basis'),
    day: day !== null && 'value' in day ? day.value : '',
    person: text('person'),
    begun:
      ballots.some((one) => !isBlank(one)) ||
      text('day') !== '' ||
      text('person') !== '' ||
      (choiceText !== '' && isOpenChoice(key)),
    places: Object.fromEntries<CellPlace>(places),
  };
}

function readVotes([inFavour, present]: readonly (RawCell | null)[]): Pick<DecisionRecord, 'votes' | 'excess'> {
  const [first, whole] = [inFavour, present].map((cell) =>
    typeof cell?.value === 'number' && !cell.date && !cell.disguised && accepts(BALLOTS, cell.value)
      ? cell.value
      : null,
  );
  if (typeof first !== 'number' || typeof whole !== 'number') return { votes: null, excess: null };
  const read = { inFavour: first, present: whole };
  if (first > whole) return { votes: null, excess: read };
  return { votes: whole === 0 ? null : read, excess: null };
}

const PARTS = [
  ['choice', 'choice'],
  ['votes', 'inFavour'],
  ['basis', 'basis'],
  ['day', 'day'],
  ['person', 'person'],
] as const satisfies readonly (readonly [string, DecisionColumn])[];

/** Whether the choice of a row is typed: in the others it is printed. */
export function isOpenChoice(key: RowKey): boolean {
  return !key.startsWith(decisionKey('tie', '')) && !key.startsWith(decisionKey('passedOver', ''));
}

export function isElection(key: RowKey): boolean {
  return key.startsWith(decisionKey('election', ''));
}

/** Whether the record is whole, so that it can be said to be decided. */
export function isWhole({ key, choice, choiceText, basis, day, person }: DecisionRecord): boolean {
  const isChosen = isOpenChoice(key) && !isElection(key) ? choice !== null : choiceText !== '';
  return isChosen && basis !== '' && day !== '' && person !== '';
}
