/** *Biên bản*: the minutes of the meeting that scores, ranks and proposes. */
import { done, refused } from '../../covenant/outcome';
import { LOCKED_PROTECTION } from '../../spreadsheet/draft';
import { rowKey } from '../../spreadsheet/keys';
import type { DocumentDefinition } from '../definition';
import { flagTerms, isCopy } from '../shared/copies';
import { redrawn } from '../shared/redrawn';
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
  guarded: true,
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
    const [old, now] = [before, after].map(({ covenant, reading, evaluation }) => {
      const { ranking } = evaluation;
      return (
        sheet &&
        ranking &&
        minutesPlan(
          { covenant, reading, evaluation, ranking },
          { name: sheet.snapshot.name, before: null, staleTerms: null },
        )
      );
    });
    return sheet && old && now ? redrawn(sheet, old, now) : [];
  },
};
