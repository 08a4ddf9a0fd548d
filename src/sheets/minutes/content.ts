/** The content of the minutes (Biên bản họp xét thi đua): every decision as text, from the current workbook. */
import type { Cluster, Covenant } from '../../covenant/covenant';
import { allLines } from '../../covenant/criteria';
import { NOT_ARISING } from '../../covenant/marks';
import { toPoints } from '../../covenant/points';
import { plainNumber, pointsText, dayText } from '../../covenant/numberText';
import { textOf } from '../../covenant/cell';
import { isUnfinishedDeferral, type Ranking, type Standing } from '../../scoring/rank';
import type { StagePoints } from '../../scoring/score';
import type { AwardProposal } from '../../scoring/awards';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { EvaluatedUnit, Evaluation, WorkbookSheets } from '../shared/evaluation';
import { rowKey } from '../../spreadsheet/keys';
import { countInWords } from '../shared/pointsInWords';
import { explainRank } from '../summary/explanation';
import { nominatedText, passedOverText, quotaText, rotationText } from '../awards/proposals';
import { readFacts } from '../awards/read';

import { decisions, eligibility } from './decided';
import { type Block, line, type Line, numberedTable, TABLE_SPANS } from './layout';
import type { AwardsColumn } from '../shared/columns';
import { words } from './words';
import { sharedWords } from '../shared/words';
import { words as awardsWords } from '../awards/words';

/** What the minutes are made from; `ranking` is there because the covenant is. */
export interface MinutesFacts {
  covenant: Covenant;
  reading: WorkbookSheets;
  evaluation: Evaluation;
  ranking: Ranking;
}

/** Everything between the title and the signatures. */
export function minutesContent(facts: MinutesFacts): Block[] {
  return [
    ...opening(facts.covenant),
    ...attendance(facts.covenant),
    line('part', words.parts.content),
    ...calendar(facts.covenant),
    ...adjustments(facts),
    ...eligibility(facts),
    ...decisions(facts),
    ...standings(facts),
    ...ties(facts),
    ...awards(facts),
    ...rotation(facts),
    line('heading', words.other),
    entry('other', words.blank),
    line('part', words.parts.close),
    entry('closing', words.closing),
  ];
}

const entry = (name: string, text: string, label?: string): Line => ({
  type: 'line',
  key: rowKey.field(name),
  text,
  style: 'entry',
  ...(label === undefined ? {} : { label }),
});

function opening({ cluster }: Covenant): Block[] {
  const { basis, opening: beginning, place } = cluster.paper;
  const { title, signed } = cluster.period;
  const usual = words.basis(cluster.title, title, signed);
  return [...basisLines(basis || usual), entry('opening', beginning || words.opening(cluster.title, title, place))];
}

/** Each basis on a line of its own, which ends with a semicolon, the last one with a full stop (Decree 30/2020/NĐ-CP). */
function basisLines(text: string): Line[] {
  const all = text
    .split(/;(?=\s|$)|\n/)
    .map((one) => one.trim().replace(/[.;,]+$/, ''))
    .filter((one) => one !== '');
  return all.map((one, index) => line('basis', `${one}${index === all.length - 1 ? '.' : ';'}`));
}

/** The days that the covenant sets, those that are set. */
function calendar({ cluster: { period } }: Covenant): Block[] {
  const { data, handIn, meeting, resultsBy, heading } = words.calendar;
  const span = (from: string, to: string): [string, string] => [dayText(from), dayText(to)];
  const days = [
    ...(period.from !== '' && period.to !== '' ? [data(...span(period.from, period.to))] : []),
    ...(period.handIn === '' ? [] : [handIn(dayText(period.handIn))]),
    ...(period.meeting === '' ? [] : [meeting(...span(period.meeting, period.meetingTo || period.meeting))]),
    ...(period.resultsBy === '' ? [] : [resultsBy(dayText(period.resultsBy))]),
  ];
  return days.length === 0 ? [] : [line('text', heading(days.join('; ')))];
}

function attendance({ cluster }: Covenant): Block[] {
  const head = cluster.units.find(({ id }) => id === cluster.head);
  const chair = head && words.chairOf(head.fullName || head.name, sharedWords.roles[cluster.type].head);
  const { number, unit, person, position } = words.attendance;
  const spans = TABLE_SPANS.attendance;
  return [
    line('part', words.parts.attendance),
    entry('chair', chair ?? words.blank, words.chair),
    entry('secretary', words.blank, words.secretary),
    line('text', words.attending),
    {
      type: 'table',
      columns: [
        { span: spans.number, title: number, align: 'center' },
        { span: spans.unit, title: unit, align: 'left' },
        { span: spans.person, title: person, align: 'left', entry: true },
        { span: spans.position, title: position, align: 'left', entry: true },
      ],
      rows: cluster.units.map((one, index) => ({
        key: rowKey.unit(one.id),
        cells: [index + 1, one.fullName || one.name, null, null],
      })),
    },
  ];
}

/** Lines whose official points are not those the unit gave itself. */
function adjustments({ covenant, evaluation }: MinutesFacts): Block[] {
  const rows = evaluation.units.flatMap((one) => adjustmentsOf(covenant, one));
  const { columns } = words.adjustments;
  const spans = TABLE_SPANS.adjustments;
  return numberedTable(
    words.adjustments,
    [
      { span: spans.number, title: columns.number, align: 'center' },
      { span: spans.unit, title: columns.unit, align: 'left' },
      { span: spans.line, title: columns.line, align: 'left' },
      { span: spans.old, title: columns.old, align: 'center' },
      { span: spans.now, title: columns.now, align: 'center' },
      { span: spans.reason, title: columns.reason, align: 'left' },
    ],
    rows,
  );
}

function adjustmentsOf({ criteria }: Covenant, { unit, entries, candidate }: EvaluatedUnit): string[][] {
  const { score } = candidate;
  if (entries === null || score === null) return [];
  return allLines(criteria).flatMap((criterion) => {
    const scored = score.lines.get(criterion.code);
    if (!scored || scored.self === null) return [];
    const now = scored.agreed ?? scored.reviewed;
    if (now === null || now === scored.self) return [];
    const note = entries.lines.get(criterion.code)?.note;
    const title = words.adjustments.line(criterion.number, criterion.title);
    return [[unit.name, title, stageText(scored.self), stageText(now), note ? textOf(note) : '']];
  });
}

function stageText(points: Exclude<StagePoints, null>): string {
  return points === NOT_ARISING ? NOT_ARISING : pointsText(toPoints(points));
}

/** All units: those with a rank first, in its order. */
function standings({ ranking }: MinutesFacts): Block[] {
  const { heading, columns, withoutDeferred, unitRank, noRank, notFinal, unfinished } = words.standings;
  const last = Number.MAX_SAFE_INTEGER;
  const sorted = [...ranking.standings].sort((left, right) => (left.rank ?? last) - (right.rank ?? last));
  const points = (value: Parameters<typeof toPoints>[0] | undefined): string =>
    value === undefined ? noRank : pointsText(toPoints(value));
  const deferred = sorted.some((one) => one.eligibility === 'deferred');
  const others = sorted.flatMap(({ name, rankWithoutDeferred: rank }) => (rank === null ? [] : [unitRank(rank, name)]));
  const open = sorted.filter(isUnfinishedDeferral).map(({ name, score }) => unfinished(name, score?.missing ?? 0));
  const spans = TABLE_SPANS.standings;
  return [
    line('heading', heading),
    {
      type: 'table',
      columns: [
        { span: spans.rank, title: columns.rank, align: 'center' },
        { span: spans.unit, title: columns.unit, align: 'left' },
        { span: spans.standard, title: columns.standard, align: 'center' },
        { span: spans.bonus, title: columns.bonus, align: 'center' },
        { span: spans.penalty, title: columns.penalty, align: 'center' },
        { span: spans.total, title: columns.total, align: 'center' },
        { span: spans.class, title: columns.class, align: 'center' },
      ],
      rows: sorted.map(({ name, rank, score }) => ({
        key: null,
        cells: [
          rank ?? noRank,
          name,
          points(score?.standard),
          points(score?.bonus),
          points(score?.penalty),
          points(score?.provisionalTotal),
          score?.missing === 0 ? score.className : null,
        ],
      })),
    },
    ...(deferred && others.length > 0 ? [line('text', withoutDeferred(others.join('; ')))] : []),
    ...(open.length > 0 ? [line('text', notFinal(open.join('; ')))] : []),
  ];
}

/** Units of equal totals, with or without equal ranks: each with the explanation of its rank, those that nothing parts at once. */
function ties({ covenant, ranking }: MinutesFacts): Block[] {
  const { heading, none } = words.ties;
  const equal = ranking.standings.flatMap((one) =>
    one.reason.type === 'ranked' && one.reason.parted.length + one.reason.tiedWith.length > 0
      ? [{ one, ...one.reason }]
      : [],
  );
  const told = new Set<number>();
  const sentences = equal.flatMap(({ one, rank, total }): string[] => {
    const group = equal.filter((other) => other.rank === rank);
    if (!group.every(isOnlyTied)) return [`- ${one.name}: ${explainRank(one, covenant.rules.tieBreaks)}.`];
    if (told.has(rank)) return [];
    told.add(rank);
    const names = group.map((other) => other.one.name).join(', ');
    return [words.ties.equal(countInWords(group.length), names, pointsText(toPoints(total)), rank)];
  });
  return [line('heading', heading), ...(sentences.length === 0 ? [none] : sentences).map((text) => line('text', text))];
}

/** Whether its explanation would say nothing but that it is tied. */
function isOnlyTied({
  one,
  parted,
  deferred,
}: {
  one: Standing;
  parted: readonly unknown[];
  deferred: boolean;
}): boolean {
  return parted.length === 0 && !deferred && !one.undecided && !one.leftOpen;
}

/** How each quota was computed, the proposed units, the votes, and the units passed over with the reasons. */
function awards({ covenant, reading, evaluation }: MinutesFacts): Block[] {
  const { heading, none } = words.titles;
  if (evaluation.awards.length === 0) return [line('heading', heading), line('text', none)];
  return [
    line('heading', heading),
    ...evaluation.awards.flatMap((proposal, index) => [
      line('text', awardsWords.quota(index + 1, proposal.award.name, quotaText(proposal, covenant.cluster))),
      ...[
        nominatedText(proposal, covenant.cluster),
        votesText(covenant.cluster, proposal, reading.titles),
        passedOverText(proposal, covenant.cluster),
      ].flatMap((text) => (text === null ? [] : [line('text', text)])),
    ]),
  ];
}

/** The votes on every unit: "An Giang: 5/6 phiếu đồng ý, đạt 83,33 %". */
function votesText(
  { awards: all, units }: Cluster,
  { award }: AwardProposal,
  sheet: KeyedSheet<AwardsColumn> | null,
): string | null {
  const votes = units.flatMap((unit) => {
    const vote = readFacts(all, unit, sheet, { reportBlanks: false }).votes.get(award.id);
    if (!vote || vote.present === 0) return [];
    const percent = plainNumber((vote.inFavour * 100) / vote.present);
    return [words.titles.votes(unit.name, vote.inFavour, vote.present, percent)];
  });
  return votes.length === 0 ? null : words.titles.voted(votes.join('; '));
}

function rotation({ covenant, evaluation }: MinutesFacts): Block[] {
  if (evaluation.rotation === null) return [];
  return [line('heading', words.rotation), line('text', `${rotationText(covenant.cluster, evaluation.rotation)}.`)];
}
