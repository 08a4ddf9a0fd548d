/** *Biên bản*: the minutes of the meeting that scores, ranks and proposes. */
import { done, refused } from '../../covenant/outcome';
import { LOCKED_PROTECTION } from '../../spreadsheet/draft';
import { rowKey } from '../../spreadsheet/keys';
import type { PlanCell } from '../../spreadsheet/plan';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { DocumentDefinition } from '../definition';
import { flagTerms, isCopy } from '../shared/copies';
import { isStale } from '../shared/stale';
import { minutesCopies, minutesSources } from './compared';
import { WHOLE } from './layout';
import { minutesPlan, minutesVersion } from './plan';
import { words } from './words';

const { sheetName } = words;
const [STALE_COLUMN] = WHOLE;

export const minutes: DocumentDefinition<'minutes'> = {
  type: 'minutes',
  scope: 'document',
  content: 'result',
  sheetName,
  protection: LOCKED_PROTECTION,
  furtherNames: [words.copies],
  written: true,
  isStore: isCopy,
  copied: minutesSources,
  staleColumn: STALE_COLUMN,
  draw({ covenant, reading, evaluation }, take) {
    const { ranking, findings } = evaluation;
    if (ranking === null) return refused(findings);
    const before = reading.documents.minutes?.[0] ?? null;
    const facts = { covenant, reading, evaluation, ranking };
    const name = take(sheetName);
    const copies = minutesCopies(reading, minutesVersion(facts), take);
    return done({ plans: [minutesPlan(facts, { name, before, staleTerms: flagTerms(copies) }), ...copies.plans] });
  },
  redraw([sheet], { covenant, reading, evaluation }) {
    const { ranking } = evaluation;
    if (!sheet || ranking === null) return [];
    // The row that says so shifts all below it.
    const provisional = sheet.layout.row(rowKey.field('status')) !== undefined;
    const facts = { covenant, reading, evaluation, ranking: { ...ranking, provisional } };
    return [minutesPlan(facts, { name: sheet.snapshot.name, before: sheet, staleTerms: null })];
  },
  isOutdated(sheets, { covenant, reading, evaluation }) {
    const { ranking } = evaluation;
    if (ranking === null) return false;
    const version = minutesVersion({ covenant, reading, evaluation, ranking });
    return sheets.some((sheet) => sheet.key.version !== version || isStale(sheet, STALE_COLUMN));
  },
  rename([sheet], before, after) {
    const drawn = [before, after].map(({ covenant, reading, evaluation }) => {
      const { ranking } = evaluation;
      return (
        sheet &&
        ranking &&
        minutesPlan(
          { covenant, reading, evaluation, ranking },
          { name: sheet.snapshot.name, before: null, staleTerms: null },
        ).cells
      );
    });
    const [old, now] = drawn;
    // With a longer name a page may end elsewhere, and a heading be repeated elsewhere.
    if (!sheet || !old || !now || old.length !== now.length || !stands(sheet, old)) return [];
    // What a person has typed over the proposed words stays.
    const isTyped = (row: number, column: number): boolean =>
      (sheet.snapshot.values[row]?.[column] ?? '') !== (old[row]?.[column] ?? '');
    const cells = now.map((line, row) =>
      line.map((cell, column) => (cell === old[row]?.[column] || isTyped(row, column) ? undefined : cell)),
    );
    return [{ sheet, patches: [{ row: 0, column: 0, cells }] }];
  },
};

/** Whether the rows of a sheet are where a plan has them. */
function stands({ snapshot }: KeyedSheet<string>, cells: readonly (readonly PlanCell[])[]): boolean {
  return cells.every(([key = null], row) => (key ?? '') === (snapshot.values[row]?.[0] ?? ''));
}
