/** *Biên bản*: the minutes of the meeting that scores, ranks and proposes. */
import { done, refused } from '../../covenant/outcome';
import { LOCKED_PROTECTION } from '../../spreadsheet/draft';
import type { DocumentDefinition } from '../definition';
import { minutesPlan, minutesVersion } from './plan';
import { words } from './words';

const { sheetName } = words;

export const minutes: DocumentDefinition<'minutes'> = {
  type: 'minutes',
  scope: 'document',
  content: 'result',
  sheetName,
  protection: LOCKED_PROTECTION,
  draw({ covenant, reading, evaluation }, take) {
    const { ranking, findings } = evaluation;
    if (ranking === null) return refused(findings);
    const before = reading.documents.minutes?.[0] ?? null;
    return done({ plans: [minutesPlan({ covenant, reading, evaluation, ranking }, take(sheetName), before)] });
  },
  isOutdated(sheets, { covenant, reading, evaluation }) {
    const { ranking } = evaluation;
    if (ranking === null) return false;
    const version = minutesVersion({ covenant, reading, evaluation, ranking });
    return sheets.some(({ key }) => key.version !== version);
  },
};
