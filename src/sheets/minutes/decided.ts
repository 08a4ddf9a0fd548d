/** What the minutes say of the cluster's decisions: on who is considered, and on what the covenant leaves to it. */
import type { Covenant } from '../../covenant/covenant';
import { nameKey } from '../../covenant/names';
import { dayText } from '../../covenant/numberText';
import { dayOfSerial } from '../../spreadsheet/days';
import { rowKey } from '../../spreadsheet/keys';
import { type KeyedSheet, keyedCell, shownText } from '../../spreadsheet/snapshot';
import { isWhole, readDecisions } from '../decisions/read';
import type { SummaryColumn } from '../shared/columns';
import type { DecisionRecord } from '../shared/decisions';
import type { Ranking } from '../../scoring/rank';
import type { Evaluation, WorkbookSheets } from '../shared/evaluation';
import { sharedWords } from '../shared/words';
import { type Block, numberedTable, TABLE_SPANS } from './layout';
import { words } from './words';

interface DecidedFacts {
  covenant: Covenant;
  reading: WorkbookSheets;
  evaluation: Evaluation;
  ranking: Ranking;
}

/** Units that are deferred or excluded, with the reason and the basis recorded on the summary. */
export function eligibility({ ranking, reading }: DecidedFacts): Block[] {
  const { columns } = words.eligibility;
  const barred = ranking.standings.filter((one) => one.eligibility === 'deferred' || one.eligibility === 'excluded');
  const recorded = (unit: string, column: SummaryColumn): string => recordOf(reading.summary, unit, column);
  const rows = barred.map((one) => [
    one.name,
    one.eligibility && sharedWords.eligibility[one.eligibility],
    recorded(one.unit, 'reason'),
    recordText(recorded(one.unit, 'basis'), recorded(one.unit, 'decidedOn'), recorded(one.unit, 'decidedBy')),
  ]);
  const spans = TABLE_SPANS.eligibility;
  return numberedTable(
    words.eligibility,
    [
      { span: spans.number, title: columns.number, align: 'center' },
      { span: spans.unit, title: columns.unit, align: 'left' },
      { span: spans.eligibility, title: columns.eligibility, align: 'center' },
      { span: spans.reason, title: columns.reason, align: 'left' },
      { span: spans.basis, title: columns.basis, align: 'left' },
    ],
    rows,
  );
}

/** What the summary records of a unit; days as days. */
function recordOf(summary: KeyedSheet<SummaryColumn> | null, unit: string, column: SummaryColumn): string {
  const value = summary && keyedCell(summary, rowKey.unit(unit), column)?.value;
  const day = column === 'decidedOn' && typeof value === 'number' ? dayOfSerial(value) : null;
  return day === null ? shownText(value) : dayText(day);
}

/**
 * Everything that the covenant leaves to the cluster: what was decided, on what basis, when and by whom, and what is not decided yet.
 * A decision stays on record where its cause has passed since.
 */
export function decisions({ covenant, reading, evaluation, ranking }: DecidedFacts): Block[] {
  const { open: waiting, columns, heading, none } = words.decisions;
  const { type } = covenant.cluster;
  const current = new Set(evaluation.decisions.map(({ matter }) => matter.key));
  const recorded = readDecisions(reading.documents.decisions?.[0] ?? null);
  const rows = [
    ...evaluation.decisions
      .filter(({ state }) => state !== 'unasked')
      .map(({ matter: { key, unit, text, basis }, state }) =>
        state === 'open'
          ? [unit, text, waiting, '']
          : [unit, text, choiceIn(recorded.get(key), ranking), recordIn(recorded.get(key), basis)],
      ),
    ...[...recorded.values()]
      .filter((one) => !current.has(one.key) && isWhole(one))
      .map((one) => [one.unit, one.text, choiceIn(one, ranking), recordIn(one)]),
  ];
  const spans = TABLE_SPANS.decisions;
  return numberedTable(
    { heading: heading(type), none: none(type) },
    [
      { span: spans.number, title: columns.number, align: 'center' },
      { span: spans.unit, title: columns.unit, align: 'left' },
      { span: spans.matter, title: columns.matter, align: 'left' },
      { span: spans.choice, title: columns.choice, align: 'left' },
      { span: spans.basis, title: columns.basis, align: 'left' },
    ],
    rows,
  );
}

/** What was decided, with the votes where there were any, and whether a unit that was chosen is considered this year. */
function choiceIn(record: DecisionRecord | undefined, { standings }: Ranking): string {
  if (record === undefined) return '';
  const eligibility = standings.find(({ name }) => nameKey(name) === nameKey(record.choiceText))?.eligibility;
  const barred = eligibility === 'deferred' || eligibility === 'excluded' ? sharedWords.eligibility[eligibility] : null;
  const choice = barred === null ? record.choiceText : words.decisions.barred(record.choiceText, barred);
  return record.votes ? words.decisions.voted(choice, record.votes.inFavour, record.votes.present) : choice;
}

/** `basis` is the one that stands elsewhere, where the row has none. */
function recordIn(record: DecisionRecord | undefined, basis = ''): string {
  if (record === undefined) return '';
  return recordText(record.basis || basis, record.day === '' ? '' : dayText(record.day), record.person);
}

/** A paper is often cited with its day, which is then that of the decision and is not said twice. */
function recordText(basis: string, day: string, person: string): string {
  return [basis, basis.includes(day) ? '' : day, person].filter((text) => text !== '').join(', ');
}
