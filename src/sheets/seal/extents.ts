/** What a seal covers: every printed cell of the sheets that a result comes from, but for those that show the state of the seal. */
import { BASIS_COLUMN } from '../awards/layout';
import { words as awardWords } from '../awards/words';
import { words as covenantWords } from '../covenant/words';
import { words as criteriaWords } from '../criteria/words';
import { words as decisionWords } from '../decisions/words';
import { FIRST_PART, STATE_KEY } from '../shared/seal';
import { words as summaryWords } from '../summary/words';
import { words as targetsWords } from '../targets/words';
import {
  type Extent,
  type ExtentsOf,
  besideRow,
  lastColumn,
  LIST_SOURCE,
  partSource,
  type Source,
  type SourceKey,
  sourceOf,
  sourcesOf,
  type Table,
  TABLES,
} from '../shared/copySources';
import type { CopyPlace } from '../shared/sheetRefs';
import { FIRST_COLUMN, LAST_COLUMN } from '../covenant/layout';
import type { WorkbookSheets } from '../shared/evaluation';
import { targetColumn } from '../shared/sheetRefs';
import { lastPrinted } from '../summary/forms';
import { formOf, STATUS_KEY } from '../summary/layout';
import { HEADER_KEY, isUpright, REVIEWER_KEY, STAGE_COLUMN, STAGE_KEY, STANDING_KEY } from '../unit/layout';
import { unitColumn, unitsOn } from '../detail/table';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import {
  AMENDMENTS_HEADER,
  AMENDMENTS_PART,
  CHANGED_KEY,
  COPY_KEY,
  isAmendmentKey,
  LIST_KEY,
  PART_KEY,
  RECORD_KEY,
  tableKey,
  WORDS_KEY,
} from './layout';
import { words } from './words';

const SEALED: Readonly<Record<Table | 'unit', ExtentsOf>> = {
  covenant: () => [{ columns: [FIRST_COLUMN, LAST_COLUMN] }],
  criteria: () => [{ columns: ['code', 'sum'] }],
  targets: (sheet) => [{ columns: ['number', lastColumn(sheet, targetColumn('')) ?? 'unit'] }],
  // With what the cluster records beside the paper: the minutes print it.
  summary: (sheet) => [
    ...withoutRow(sheet, ['number', 'vote'], STATUS_KEY),
    { columns: ['unit', lastPrinted(formOf(sheet))], rows: [STATUS_KEY, STATUS_KEY] },
  ],
  titles: () => [{ columns: ['number', BASIS_COLUMN] }],
  decisions: () => [{ columns: ['number', 'person'] }],
  unit: (sheet) => (isUpright(sheet.layout) ? uprightExtents(sheet) : landscapeExtents(sheet)),
};

function withoutRow(sheet: KeyedSheet<string>, columns: Extent['columns'], key: RowKey): Extent[] {
  const [first, last] = [sheet.rows[0]?.key, sheet.rows.at(-1)?.key];
  const beside = besideRow(sheet, key);
  if (first === undefined || last === undefined || beside === null) return [{ columns }];
  return [
    { columns, rows: [first, beside.above] },
    { columns, rows: [beside.below, last] },
  ];
}

/** The choice of the stage stands in the same row; the cells on both sides of the message are merged with it or with the choice. */
function landscapeExtents(sheet: KeyedSheet<string>): Extent[] {
  return [
    ...withoutRow(sheet, ['number', 'note'], STAGE_KEY),
    { columns: ['number', STAGE_COLUMN], rows: [STAGE_KEY, STAGE_KEY] },
    { columns: ['how', 'target'], rows: [STAGE_KEY, STAGE_KEY] },
    { columns: ['self', 'note'], rows: [STAGE_KEY, STAGE_KEY] },
  ];
}

/**
 * All but the message, in the first row, the line of the page that repeats it, and the column that shows evidence and reason, which are
 * sealed where they are entered. No area is a single row: see `headsTerm` of the formulas.
 */
function uprightExtents(sheet: KeyedSheet<string>): Extent[] {
  const standing = besideRow(sheet, STANDING_KEY);
  const last = sheet.rows.at(-1)?.key;
  const [page, beside] = [['number', 'official'] as const, ['agreed', 'note'] as const];
  if (standing === null || last === undefined) return [{ columns: page }, { columns: beside }];
  return [
    { columns: ['number', 'number'], rows: [STAGE_KEY, standing.above] },
    { columns: ['title', 'reviewed'], rows: [STAGE_KEY, STANDING_KEY] },
    { columns: ['official', 'official'], rows: [REVIEWER_KEY, STANDING_KEY] },
    { columns: ['remarks', 'note'], rows: [STAGE_KEY, STANDING_KEY] },
    { columns: page, rows: [standing.below, last] },
    { columns: beside, rows: [standing.below, last] },
  ];
}

/** The sheets whose cells are sealed. */
export function sealedSources(reading: WorkbookSheets): Source[] {
  return sourcesOf(reading, SEALED);
}

/** Where they were made: in the words of the seal stands the code, which is made from all of this. */
const SIGNED: Pick<Extent, 'rows'> = { rows: [rowKey.field('signatures'), rowKey.field('room')] };

/** A source as a seal compares it: the areas that were added to those of earlier seals come last. */
export function asSealed(source: Source, { areas }: CopyPlace): Source {
  return { ...source, compared: source.compared.slice(0, areas.length) };
}

/** What is printed of the seal's own sheets but for its words; of several sheets of a part the first. */
export function ownSources(sheets: readonly KeyedSheet<string>[]): Source[] {
  const own = sheets.filter(({ key }, index) => sheets.findIndex((one) => one.key.unit === key.unit) === index);
  return own.flatMap(
    (sheet) =>
      (sheet.key.unit === AMENDMENTS_PART
        ? sourceOf(LIST_SOURCE, sheet, listExtents(sheet))
        : sourceOf(partSource(sheet.key.unit), sheet, { compared: partExtents(sheet) })) ?? [],
  );
}

function partExtents(sheet: KeyedSheet<string>): Extent[] {
  const columns = ['number', lastColumn(sheet, unitColumn('')) ?? 'standard'] as const;
  return [
    ...headExtent(sheet, columns),
    { columns, rows: [HEADER_KEY, rowKey.field('entries')] },
    { columns, ...SIGNED },
    ...blankExtents(sheet, columns[1]),
  ];
}

/** Inside the print area, and empty: beside the words, and in the hidden rows beside what these hold. */
function blankExtents(sheet: KeyedSheet<string>, last: string): Extent[] {
  const [first] = unitsOn(sheet);
  const isFirst = sheet.key.unit === FIRST_PART;
  return [
    { columns: ['title', last], rows: [WORDS_KEY, WORDS_KEY] },
    { columns: ['standard', last], rows: [STATE_KEY, STATE_KEY] },
    ...(first === undefined ? [] : [{ columns: [unitColumn(first), last], rows: [RECORD_KEY, RECORD_KEY] } as const]),
    { columns: ['standard', last], rows: [tableKey(TABLES[0]), PART_KEY] },
    { columns: ['number', 'standard'], rows: [CHANGED_KEY, COPY_KEY] },
    // The live text, and what is compared of other sheets, is on the first part.
    ...(isFirst
      ? []
      : ([
          { columns: ['number', 'number'], rows: [STATE_KEY, STATE_KEY] },
          { columns: ['number', 'title'], rows: [tableKey(TABLES[0]), LIST_KEY] },
        ] as const)),
  ];
}

/** Reason and minutes are completed after the seal. */
function listExtents(sheet: KeyedSheet<string>): { compared: Extent[]; kept: Extent[] } {
  const columns = ['number', 'minutes'] as const;
  const amended = sheet.rows.map(({ key }) => key).filter(isAmendmentKey);
  const [first, last] = [amended[0], amended.at(-1)];
  const rows = first && last ? ([first, last] as const) : undefined;
  return {
    compared: [
      ...headExtent(sheet, columns),
      { columns, rows: [AMENDMENTS_HEADER, AMENDMENTS_HEADER] },
      ...(rows ? [{ columns: ['number', 'after'], rows } as const] : []),
      { columns, ...SIGNED },
      { columns: ['round', 'minutes'], rows: [WORDS_KEY, WORDS_KEY] },
    ],
    kept: rows ? [{ columns: ['reason', 'minutes'], rows }] : [],
  };
}

function headExtent(sheet: KeyedSheet<string>, columns: Extent['columns']): Extent[] {
  const [first, beside] = [sheet.rows[0]?.key, besideRow(sheet, WORDS_KEY)];
  return first === undefined || beside === null ? [] : [{ columns, rows: [first, beside.above] }];
}

/** Everything that a seal covers. */
export function coveredSources(reading: WorkbookSheets): Source[] {
  return [...sealedSources(reading), ...ownSources(reading.documents.seal ?? [])];
}

/** What the sheet of a source is called, or was when it was made. */
export function sourceName({ covenant }: Pick<WorkbookSheets, 'covenant'>, key: string): string {
  const [, part] = /^seal:(.*)$/.exec(key) ?? [];
  if (part !== undefined) return part === FIRST_PART ? words.sheetName : `${words.sheetName} (${part})`;
  const [, unit] = /^unit:(.*)$/.exec(key) ?? [];
  return covenant?.cluster.units.find(({ id }) => id === unit)?.name ?? SHEET_NAMES.get(key) ?? unit ?? key;
}

const SHEET_NAMES: ReadonlyMap<string, string> = new Map<SourceKey, string>([
  ['covenant', covenantWords.sheetName],
  ['criteria', criteriaWords.sheetName],
  ['targets', targetsWords.sheetName],
  ['summary', summaryWords.sheetName],
  ['titles', awardWords.sheetName],
  ['decisions', decisionWords.sheetName],
  [LIST_SOURCE, words.amendments.sheetName],
]);

/** The hidden sheets that hold the copies. */
export function sealStores({ stores }: Pick<WorkbookSheets, 'stores'>): readonly KeyedSheet<string>[] {
  return stores.filter(({ key }) => key.type === 'seal');
}
