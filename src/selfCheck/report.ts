/** The report of a self-check as plain text: what Excel is, then what each item came to. Nothing of the user's workbook is in it. */
import { ITEM_IDS, type ItemResult, QUESTIONS, type Question } from './item';
import type { SelfCheckResult } from './result';
import type { SelfCheckWords } from './words';

export const ANSWERS = ['yes', 'no', 'unanswered'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What a person has answered; `code` is what Excel said when another workbook was in front. */
export type Answers = Readonly<Partial<Record<Question, Answer>>> & { code?: string };

/** The questions that only a person can answer after this run. */
export function questionsFor({ items }: Pick<SelfCheckResult, 'items'>): readonly Question[] {
  const seesColours = items.find(({ id }) => id === 'conditionalFormat')?.status !== 'notSupported';
  return QUESTIONS.filter((question) => question !== 'recolouring' || !seesColours);
}

export function formatReport(result: SelfCheckResult, answers: Answers, words: SelfCheckWords): string {
  const { report } = words;
  return [
    report.title,
    ...hostLines(result, words),
    '',
    `${report.counts}: ${countsOf(result.items, words)}`,
    ...(result.cancelled ? [report.cancelled] : []),
    ...tidyLines(result, words),
    '',
    ...result.items.flatMap((item) => itemLines(item, words)),
    ...answerLines(result, answers, words),
    '',
  ].join('\n');
}

function hostLines({ facts, excel }: SelfCheckResult, { report }: SelfCheckWords): string[] {
  const has = (value: boolean): string => (value ? report.yes : report.no);
  return [
    report.host(facts.host, facts.platform, facts.build),
    `ExcelApi ${facts.excelApi}; SharedRuntime: ${has(facts.sharedRuntime)}; DelayForCellEdit: ${has(facts.delayForCellEdit)}`,
    report.language(facts.language, excel.culture),
    report.separators(excel.decimalSeparator, excel.groupSeparator, excel.dateSeparator),
    report.calculationMode(excel.calculationMode),
  ];
}

function countsOf(items: readonly ItemResult[], { status }: SelfCheckWords): string {
  const statuses = ['ok', 'differs', 'failed', 'notSupported', 'notRun'] as const;
  return statuses
    .map((one) => ({ one, count: items.filter((item) => item.status === one).length }))
    .filter(({ count }) => count > 0)
    .map(({ one, count }) => `${status[one]} ${count}`)
    .join('; ');
}

function tidyLines({ left, leftName, restored }: SelfCheckResult, { report }: SelfCheckWords): string[] {
  return [
    ...(left === null ? [report.leftUnknown(leftName)] : left > 0 ? [report.left(left, leftName)] : []),
    ...(restored ? [] : [report.notRestored]),
  ];
}

const numbered = (number: number, id: string): string => `${String(number).padStart(2, '0')} ${id}`;

function itemLines(item: ItemResult, { items, status, report }: SelfCheckWords): string[] {
  const { id, differences, unsupported, notes, refusal } = item;
  const details = [
    ...differences.map(({ point, expected, found }) => report.difference(point, expected, found)),
    ...unsupported.map(report.unsupported),
    ...(refusal ? [report.refusal(refusal.code, refusal.location)] : []),
    ...notes.map(({ point, value }) => report.note(point, value)),
  ];
  const heading = `${numbered(ITEM_IDS.indexOf(id) + 1, id)} (${items[id]}): ${status[item.status]}`;
  return [heading, ...details.map((detail) => `   ${detail}`)];
}

/** Longer than any code; a person may paste more. */
const MAX_CODE = 60;

function answerLines(result: SelfCheckResult, answers: Answers, words: SelfCheckWords): string[] {
  const { report, questions } = words;
  return [
    `${numbered(ITEM_IDS.length + 1, 'byHand')} (${report.byHand})`,
    ...questionsFor(result).map((question) => {
      const code = question === 'otherWorkbook' ? (answers.code ?? '').trim().slice(0, MAX_CODE) : '';
      const answer = words.answers[answers[question] ?? 'unanswered'];
      return `   ${question} (${questions[question]}) ${[answer, code].filter((text) => text !== '').join(' – ')}`;
    }),
  ];
}
