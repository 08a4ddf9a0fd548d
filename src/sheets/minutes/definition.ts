/** *Biên bản*: the minutes of the meeting that scores, ranks and proposes. */
import { done, refused } from '../../covenant/outcome';
import { waitingForFacts } from '../../scoring/awards';
import type { Ranking } from '../../scoring/rank';
import { LOCKED_PROTECTION } from '../../spreadsheet/draft';
import type { DocumentDefinition } from '../definition';
import { flagTerms, isCopy } from '../shared/copies';
import type { Evaluation } from '../shared/evaluation';
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
    const facts = { covenant, reading, evaluation, ranking: drafted(ranking, evaluation) };
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
    const version = minutesVersion({ covenant, reading, evaluation, ranking: drafted(ranking, evaluation) });
    return sheets.some((sheet) => sheet.key.version !== version || isStale(sheet, STALE_COLUMN));
  },
  rename: (sheets, before, after) => sheets.flatMap((sheet) => renamedMinutes(sheet, before, after)),
};

/** A proposal that waits for facts of another unit makes the minutes a draft, though it changes no rank. */
const drafted = (ranking: Ranking, { awards }: Evaluation): Ranking => ({
  ...ranking,
  provisional: ranking.provisional || waitingForFacts(awards).length > 0,
});
