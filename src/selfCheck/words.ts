/** The words of the self-check: each language gives all of them, for every item and every question. */
import type { ItemId, ItemResult, Question } from './item';
import type { Answer } from './report';

export interface SelfCheckWords {
  /** What each item is about; its id is the same in every language. */
  items: Readonly<Record<ItemId, string>>;
  status: Readonly<Record<ItemResult['status'], string>>;
  questions: Readonly<Record<Question, string>>;
  answers: Readonly<Record<Answer, string>>;
  report: {
    title: string;
    host(host: string, platform: string, build: string): string;
    language(language: string, culture: string): string;
    separators(decimal: string, group: string, date: string): string;
    calculationMode(mode: string): string;
    yes: string;
    no: string;
    /** Before how many items came to each status. */
    counts: string;
    cancelled: string;
    difference(point: string, expected: string, found: string): string;
    unsupported(member: string): string;
    refusal(code: string, location: string): string;
    note(point: string, value: string): string;
    byHand: string;
    left(count: number, name: string): string;
    leftUnknown(name: string): string;
    notRestored: string;
  };
  pane: {
    title: string;
    intro: string;
    start: string;
    again: string;
    progress(done: number, of: number): string;
    report: string;
    copy: string;
    copied: string;
    copyByHand: string;
    questionsTitle: string;
    code: string;
    whereTo: string;
  };
}
