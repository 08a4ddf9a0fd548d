/** *Chốt*: the result with values, and whether the workbook still agrees with them. */
import { done, refused } from '../../covenant/outcome';
import { LOCKED_PROTECTION } from '../../spreadsheet/draft';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import type { DocumentDefinition } from '../definition';
import type { TableColumn } from '../shared/columns';
import type { RecordedCell } from '../shared/recorded';
import { FIRST_PART } from '../shared/seal';
import { amendmentsWords, renamedAmendments } from './amendments';
import { isCopy } from '../shared/copies';
import { AMENDMENTS_PART, RECORD_COLUMNS, RECORD_KEY } from './layout';
import { HIDDEN_ROWS, sealedWords } from './plan';
import { readSeal } from './read';
import { redrawn, sealing, sealObstacles } from './sealing';
import { sealWords, words } from './words';

export const seal: DocumentDefinition<'seal'> = {
  type: 'seal',
  scope: 'document',
  content: 'result',
  sheetName: words.sheetName,
  furtherNames: [words.amendments.sheetName, words.copies],
  protection: LOCKED_PROTECTION,
  hiddenRows: HIDDEN_ROWS,
  guarded: true,
  recorded: recordedSeal,
  printed: (covenant, sheet) =>
    sheet.key.unit === AMENDMENTS_PART ? amendmentsWords(covenant) : sealedWords(covenant, sheet),
  draw({ covenant, summary, reading, evaluation, today }, take) {
    const { ranking, findings } = evaluation;
    if (ranking === null) return refused(findings);
    const facts = { covenant, reading, summary, evaluation, ranking, day: today };
    const obstacles = sealObstacles(facts);
    return obstacles.length > 0 ? refused(obstacles) : done(sealing(facts, take));
  },
  redraw(sheets, { covenant, summary, reading }) {
    const seal = readSeal(sheets);
    return seal === null ? [] : redrawn(seal, { covenant, summary, reading });
  },
  rename: (sheets, before, after) =>
    sheets.flatMap((sheet) => renamedAmendments(sheet, before.covenant, after.covenant)),
  isOutdated: (_sheets, { evaluation }) => evaluation.seal.seal !== null && !evaluation.seal.holds,
  pageGuarded: true,
  isStore: isCopy,
};

/** The latest seal as one value: a new round, another day and another checksum are one change. */
function recordedSeal(sheet: KeyedSheet<TableColumn>): RecordedCell[] {
  if (sheet.key.unit !== FIRST_PART) return [];
  const record = readSeal([sheet])?.record ?? null;
  const cell = keyedCell(sheet, RECORD_KEY, RECORD_COLUMNS.checksum)?.place.cell ?? null;
  return [
    {
      row: RECORD_KEY,
      column: RECORD_COLUMNS.checksum,
      what: words.title,
      value: record && sealWords(record),
      cell,
    },
  ];
}
