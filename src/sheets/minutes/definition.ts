/** *Biên bản*: the minutes of the meeting that scores, ranks and proposes. */
import { done, refused } from '../../covenant/outcome';
import { LOCKED_PROTECTION } from '../../spreadsheet/draft';
import type { DocumentDefinition } from '../definition';
import { flagTerms, isCopy } from '../shared/copies';
import { isStale } from '../shared/stale';
import { minutesCopies, minutesSources } from './compared';
import { WHOLE } from './layout';
import { minutesPlan, minutesVersion } from './plan';
import { renamedMinutes, standingFacts } from './renamed';
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
  redraw([sheet], material) {
    const facts = sheet && standingFacts(sheet, material);
    return facts ? [minutesPlan(facts, { name: sheet.snapshot.name, before: sheet, staleTerms: null })] : [];
  },
  isOutdated(sheets, { covenant, reading, evaluation }) {
    const { ranking } = evaluation;
    if (ranking === null) return false;
    const version = minutesVersion({ covenant, reading, evaluation, ranking });
    return sheets.some((sheet) => sheet.key.version !== version || isStale(sheet, STALE_COLUMN));
  },
  rename: (sheets, before, after) => sheets.flatMap((sheet) => renamedMinutes(sheet, before, after)),
};
