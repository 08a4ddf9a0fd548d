/** What the minutes are made from, so that their live line can tell whether any of it has changed since. */
import { AWARDS_HEADER, BASIS_COLUMN } from '../awards/layout';
import { copiesOf, type Copies } from '../shared/copies';
import { type ExtentsOf, type Source, sourcesOf, type Table } from '../shared/copySources';
import type { WorkbookSheets } from '../shared/evaluation';
import { SUMMARY_HEADER } from '../summary/layout';
import { END_KEY, rowKey } from '../../spreadsheet/keys';
import { words } from './words';

/**
 * Not what ranking writes, which follows from the rest, nor evidence, targets on their own sheet, and places and days of other papers.
 * Columns of other sheets are named by their keys: a sheet of an earlier version may lack one, and then has nothing to compare there.
 */
const COMPARED: Readonly<Record<Table | 'unit', ExtentsOf>> = {
  covenant: () => [{ columns: ['c1', 'c10'] }],
  criteria: () => [{ columns: ['code', 'sum'] }],
  targets: () => [],
  summary: () => [
    { columns: ['number', 'class'], rows: [SUMMARY_HEADER, END_KEY] },
    { columns: ['stage', 'vote'], rows: [SUMMARY_HEADER, END_KEY] },
  ],
  titles: () => [{ columns: ['number', BASIS_COLUMN], rows: [AWARDS_HEADER, END_KEY] }],
  decisions: () => [{ columns: ['number', 'person'], rows: ['header', END_KEY] }],
  unit: ({ layout }) => [
    { columns: ['number', 'standard'], rows: [rowKey.field('stage'), rowKey.field('stage')] },
    { columns: ['number', 'title'], rows: ['header', rowKey.total('total')] },
    { columns: ['target', 'official'], rows: ['header', rowKey.total('total')] },
    // Beside an upright page; else between the others.
    ...(layout.column('remarks') !== undefined
      ? [{ columns: ['agreed', 'agreed'] as const, rows: ['header', rowKey.total('total')] as const }]
      : []),
    { columns: ['note', 'note'], rows: ['header', rowKey.total('total')] },
  ],
};

export function minutesSources(reading: WorkbookSheets): Source[] {
  return sourcesOf(reading, COMPARED);
}

/** The copies of it, with a formula for each source. */
export function minutesCopies(reading: WorkbookSheets, version: string, take: (preferred: string) => string): Copies {
  return copiesOf(minutesSources(reading), { type: 'minutes', version, flagged: true }, () => take(words.copies));
}
