/** Findings about what the cluster has to decide, in English. */
import type { MatterKind, RecordPart } from '../../../covenant/decisionFindings';
import type { FindingData } from '../../../covenant/findingData';
import { short, shortPair } from '../../../covenant/findings';
import { dayText } from '../../../covenant/numberText';
import type { FindingWords } from '../../wording';
import { counted, decimal, points } from '../numbers';

const PARTS: Readonly<Record<RecordPart, string>> = {
  choice: 'what was decided',
  votes: 'the votes (in favour and cast)',
  reason: 'the reason',
  basis: 'the basis',
  day: 'the day',
  person: 'who decided',
};
const listed = (parts: readonly RecordPart[]): string => parts.map((part) => PARTS[part]).join(', ');

const MATTERS: Readonly<Record<MatterKind, string>> = {
  registration: 'not registered',
  barred: 'not considered last year',
  ownReview: 'own review',
  late: 'handed in late',
  notArising: 'nothing arose',
  tie: 'tied',
  election: 'elected for next year',
  passedOver: 'passed over for an award',
};

/** What the line of a late file holds. */
const STANDING: Readonly<Record<'less' | 'more' | 'overruled', (line: string, value: string) => string>> = {
  less: () => '',
  more: (line, value) => `; line ${line} holds more than ${value}, and nothing says whether the late file is in it`,
  overruled: (line, value) => `; line ${line} holds ${value}, but its reviewed or agreed points leave it out`,
};

/** Where a decision is recorded. */
const ON_SHEET = 'Where: the sheet Quyết định (Make the sheet of decisions).';

export const decisions = {
  'eligibility-undecided': (d) => ({
    message: `${d.unit}: ${d.eligibility}, but the decision lacks ${listed(d.missing)}.`,
    remedy:
      'Record the reason, the basis, the day (as day/month/year) and who decided in the row of the unit on the sheet Tổng hợp.',
  }),
  'deferred-unfinished': (d) => ({
    message: `${d.unit}: deferred, and its sheet ${d.missing > 0 ? `has ${d.missing} lines without points` : 'is not agreed'}; its points and its rank are not final.`,
    remedy:
      'It need not be finished: once the deferral has its reason, basis, day and name, the result can be sealed. To count its points, fill in the sheet, choose Thống nhất (agreed) and rank again.',
  }),
  'tie-at-quota': (d) => ({
    message: `Award “${short(d.title)}”: ${d.units} are tied for ${d.places} remaining place(s)${d.missing.includes('choice') ? '' : `; their order is recorded without ${listed(d.missing)}`}.`,
    remedy: `Let the cluster vote, then record the order in column Thứ tự khi đồng hạng and the minutes in column Căn cứ of the sheet Xét danh hiệu, and the day and who decided. ${ON_SHEET}`,
  }),
  'award-passed-over': (d) => ({
    message: `${d.unit} ranks high enough for “${short(d.title)}” and is not proposed (${d.reasons}); no decision is recorded.`,
    remedy: `Correct the figures or the conditions if they are wrong; if not, record basis, day and who decided. ${ON_SHEET}`,
  }),
  'not-registered': (d) => ({
    message: `${d.unit} did not register or sign the covenant, but its eligibility is not Không xét.`,
    remedy: `By the covenant: enter Không xét in column Diện xét of the sheet Tổng hợp with reason, basis, day and who decided. Record another decision. ${ON_SHEET}`,
  }),
  'hand-in-late': (d) => ({
    message: `${d.unit}: file handed in ${counted(d.days, 'day')} late${STANDING[d.standing](d.line, decimal(d.value))}.`,
    remedy: `${
      {
        less: `By the covenant: enter ${decimal(d.value)} in column Kết quả of line ${d.line}. Record another decision.`,
        more: 'Add to it if the late file is not in it; then record whether points were taken off.',
        overruled: 'Correct the reviewed or agreed points of the line, or record that no points are taken off.',
      }[d.standing]
    } ${ON_SHEET}`,
  }),
  'hand-in-late-unruled': (d) => ({
    message: `${d.unit}: file handed in ${counted(d.days, 'day')} late; the covenant names no consequence.`,
    remedy: `Let the cluster decide; if there is a rule, enter its line under Dòng ghi nộp chậm on the sheet Giao ước. ${ON_SHEET}`,
  }),
  'role-barred': (d) => ({
    message: `${d.unit} was not considered last year and cannot be ${d.role} of the cluster.`,
    remedy: `Choose another unit, or clear the mark in column Năm trước không được xét. Record another decision. ${ON_SHEET}`,
  }),
  'own-review': (d) => ({
    message:
      d.by === 'itself'
        ? `${d.unit}: the ${d.isHead ? 'head' : 'unit'} reviews its own sheet (${short(d.reviewer)}).`
        : `${d.unit}: ${d.isHead ? "the head's sheet is agreed or has reviewed points" : 'the sheet is agreed'}, but ${d.by === 'nobody' ? 'nothing says' : `“${short(d.reviewer)}” does not say`} who reviewed it; this counts as its own review.`,
    remedy: `${d.isHead ? "The deputy reviews the head's sheet" : "The head reviews the unit's sheet"}: correct the cell Đơn vị thẩm định. Record another decision. ${ON_SHEET}`,
  }),
  'not-arising-undecided': (d) => ({
    message: `${d.unit}, line ${d.line}: nothing arose (KPS); its points await the cluster's decision.`,
    remedy: `KPS is right. Agree points and enter them in column Thống nhất with the reason, and record the decision; or set what KPS earns on the sheet Tiêu chí. ${ON_SHEET}`,
  }),
  'not-arising-unrecorded': (d) => ({
    message: `${d.unit}, line ${d.line}: nothing arose (KPS), ${points(d.points)} points were agreed, and the cluster's decision is not recorded.`,
    remedy: `Record what was decided, basis, day and who decided. ${ON_SHEET}`,
  }),
  'decision-incomplete': (d) => ({
    message: `${d.unit}, ${MATTERS[d.matter]}: the decision lacks ${listed(d.missing)}.`,
    remedy: 'Complete this row of the sheet Quyết định; enter the day as day/month/year.',
  }),
  'votes-exceeding': (d) => ({
    message: `${d.unit}, ${MATTERS[d.matter]}: more votes in favour (${d.inFavour}) than votes cast (${d.present}).`,
    remedy:
      'Correct the votes in favour or the votes cast in this row of the sheet Quyết định by the record of the count.',
  }),
  'votes-not-carried': (d) => ({
    message: `${d.unit}, ${MATTERS[d.matter]}: only ${d.inFavour} of ${d.present} votes in favour, not more than half, and it is recorded as decided.`,
    remedy:
      'Check the votes in this row of the sheet Quyết định by the record of the count; if they are right, the cluster votes again and the new result is recorded.',
  }),
  'decision-day-early': (d) => ({
    message: `The day of the decision, ${dayText(d.day)}, is before ${dayText(d.first)}, when the covenant was signed or its period began.`,
    remedy:
      'Check the day, its year above all; if it is right, correct the day on which the covenant was signed on the sheet Giao ước.',
  }),
  'decision-day-late': (d) => ({
    message: `The day of the decision, ${dayText(d.day)}, is after ${dayText(d.last)}, the last that the days on Giao ước allow.`,
    remedy:
      'Check the day, its year above all; if it is right, correct the day by which results are due on the sheet Giao ước.',
  }),
  'decision-after-seal': (d) => ({
    message: `The day of the decision, ${dayText(d.day)}, is after the result was sealed on ${dayText(d.sealed)}.`,
    remedy: 'Correct the day if it is wrong; if it is right, seal on that day or later.',
  }),
  'decision-matter-changed': (d) => {
    const [decided, now] = shortPair(d.decided, d.now);
    return {
      message: `${d.unit}, ${MATTERS[d.matter]}: the decision on record is about “${decided}”; now it is “${now}”.`,
      remedy:
        'To decide again, clear the day in this row, make Quyết định anew, and enter basis, day and name of the new decision. If the new figures are wrong, correct them.',
    };
  },
  'decision-differs': (d) => ({
    message: `${d.unit}, line ${d.line}: what was decided is not the ${points(d.points)} points that were agreed.`,
    remedy: 'Correct the decision, or the points in column Thống nhất of the line.',
  }),
  'decision-contradicted': (d) => ({
    message: CONTRADICTED[d.result](d),
    remedy:
      d.result === 'passed'
        ? 'If it is so no longer, clear what was entered in this row and make Quyết định and the minutes anew; if it still is, correct the figures or the covenant.'
        : 'If the result is right, clear what was entered in this row and make Quyết định anew; if the decision is right, correct the figures, the conditions or the eligibility.',
  }),
  'elected-twice': (d) => ({
    message: `Head and deputy of next year are both “${short(d.name)}”.`,
    remedy: 'Correct one of the two rows: head and deputy are two units.',
  }),
  'elected-unknown': (d) => ({
    message: `${d.role} of next year: “${short(d.name)}” is the name of no unit in Giao ước.`,
    remedy: 'Enter the name of a unit of the cluster in the decision cell of this row.',
  }),
} satisfies Partial<FindingWords>;

type Contradicted = FindingData['decision-contradicted'];
const CONTRADICTED: Record<Contradicted['result'], (d: Contradicted) => string> = {
  proposed: (d) =>
    `${d.unit}: this row says “${short(d.decided)}”, but by the result as it is now the unit is proposed for “${short(d.title)}”.`,
  excluded: (d) =>
    `${d.unit}: this row says “${short(d.decided)}”, but the eligibility of the unit in Tổng hợp is Không xét.`,
  passed: (d) =>
    `${d.unit}: this row says “${short(d.decided)}” about “${short(d.text)}”, which by the figures and the covenant as they are now is no longer so.`,
};
