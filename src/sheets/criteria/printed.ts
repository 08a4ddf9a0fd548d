/** What *Tiêu chí* has beside what is filled in: its headings and labels. */
import type { Finding } from '../../covenant/findings';
import { entriesOf, rowKey } from '../../spreadsheet/keys';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import { checkWords, type PrintedWord, toldHeadings, toldLabels } from '../shared/printed';
import { CRITERIA_FIELDS, CRITERIA_HEADER, type CriteriaColumn } from './layout';
import { words } from './words';

/** All that is printed on *Tiêu chí* as it is made. */
export function criteriaWords(): readonly PrintedWord<CriteriaColumn>[] {
  const banner = (name: string, text: string): PrintedWord<CriteriaColumn> => ({
    row: rowKey.field(name),
    column: 'code',
    text,
  });
  const headings = entriesOf(words.columns).map(([column, text]) => ({ row: CRITERIA_HEADER, column, text }) as const);
  return [
    banner('heading', words.title),
    banner('hint', words.hint),
    ...toldLabels(CRITERIA_FIELDS.map((field) => banner(field, words.fields[field]))),
    ...toldHeadings(headings, CRITERIA_HEADER),
  ];
}

/** A finding for each of them that is another text by now, see {@link checkWords}. */
export function checkCriteriaWords(sheet: KeyedSheet<CriteriaColumn>): Finding[] {
  return checkWords(sheet, criteriaWords(), { corrected: 'together' });
}
