/** Every formula of the seal: whether the workbook still agrees with what was sealed. */
import type { CriteriaSet } from '../../covenant/criteria';
import type { CopyPlace } from '../shared/sheetRefs';
import type { WorkbookSheets } from '../shared/evaluation';
import type { SheetRef, UnitSheetRef } from '../shared/sheetRefs';
import { unitColumn } from '../detail/table';
import { rowKey, CORNER, type RowKey } from '../../spreadsheet/keys';
import { addressesOf, type KeyedFormula, type Layout } from '../../spreadsheet/layout';
import { type Area, quoteSheet } from '../../spreadsheet/plan';
import { tableRange } from '../summary/formulas';
import type { SummaryColumn, TableColumn } from '../shared/columns';
import { FIRST_PART, type Seal, type SealRecord, STATE_KEY, TEXT_COLUMN } from '../shared/seal';
import { contentTerms, copyPart } from '../shared/copies';
import {
  CHANGED_KEY,
  LIST_KEY,
  PART_KEY,
  pointKeys,
  type SealedRow,
  STATE_WORDS_COLUMN,
  tableKey,
  WORDS_KEY,
} from './layout';
import {
  around,
  fixedRange,
  LIST_SOURCE,
  partSource,
  TABLES,
  type Source,
  type SourceKey,
  type Table,
  unitSource,
} from '../shared/copySources';
import { addedFormula } from './addedDecisions';
import { asSealed, coveredSources, sealStores } from './extents';
import { words } from './words';
import { coversHiddenRows, flagsOf, hiddenTerms } from './ownTerms';

/** One sheet of the seal and the units on it. */
export interface SealPart extends SheetRef<TableColumn> {
  /** Its number, from {@link FIRST_PART}. */
  part: string;
  units: readonly string[];
}

/** The sheets that a seal is compared with. */
export interface SealedSheets {
  units: readonly UnitSheetRef[];
  summary: SheetRef<SummaryColumn>;
  /** null for a seal of an earlier version, which has no copies. */
  copies: CopyRefs | null;
}

/** The sheets whose contents are sealed, and where their copies are. */
export interface CopyRefs {
  sources: readonly Source[];
  places: ReadonlyMap<string, CopyPlace>;
  /** null where it cannot be read. */
  record: SealRecord | null;
  /** The name of the sheet of a part; undefined where it is gone. */
  nameOf(part: number): string | undefined;
}

/** The copies of a seal that is there; null where it has none. */
export function copyRefs(reading: WorkbookSheets, seal: Pick<Seal, 'copies' | 'record'> | null): CopyRefs | null {
  if (!seal?.copies) return null;
  const { copies: places, record } = seal;
  const sheets = sealStores(reading);
  const nameOf = (part: number): string | undefined =>
    sheets.find(({ key }) => key.unit === copyPart(part))?.snapshot.name;
  return { sources: coveredSources(reading), places, record, nameOf };
}

/** By part, in order; the first holds the text that other sheets show. */
export function sealFormulas(
  criteria: CriteriaSet,
  parts: readonly SealPart[],
  sheets: SealedSheets,
): KeyedFormula<TableColumn>[][] {
  return parts.map((part, index) => [
    ...(index === 0 ? [...stateFormula(part, parts, sheets), ...tableFormulas(sheets.copies)] : []),
    ...ownFormulas(parts, part, sheets.copies),
    ...part.units.map((unit) => ({
      row: CHANGED_KEY,
      column: unitColumn(unit),
      formula: changedFormula(criteria, unit, part.layout, sheets),
      // Excel keeps a range that a row was inserted into as one.
      earlier: changedFormula(criteria, unit, part.layout, sheets, { joined: true }),
    })),
  ]);
}

/** The text of the seal as long as nothing has changed and no unit was added or removed; removed sheets are a change. */
function stateFormula(
  first: SealPart,
  parts: readonly SealPart[],
  { summary, copies }: SealedSheets,
): KeyedFormula<TableColumn>[] {
  const text = addressesOf(first.layout).fixed(STATE_KEY, STATE_WORDS_COLUMN);
  if (text === null) return [];
  // A text in place of a formula is none of the numbers that are added up.
  const counted = (cells: string, wanted: number): string[] =>
    coversHiddenRows(copies?.places ?? null) ? [`ABS(COUNT(${cells})-${wanted})`] : [];
  const units = parts.reduce((sum, part) => sum + part.units.length, 0);
  const sums = parts.flatMap((part) => {
    const range = changedRange(part);
    if (range === null) return [];
    const cells = `${part === first ? '' : `${quoteSheet(part.sheet)}!`}${range}`;
    return [`SUM(${cells})`, ...counted(cells, part.units.length)];
  });
  const keys = `${quoteSheet(summary.sheet)}!${tableRange(CORNER, addressesOf(summary.layout), summary.layout)}`;
  const prefix = rowKey.unit('');
  const at = addressesOf(first.layout);
  // Earlier seals compare no sheet of their own.
  const own = copies?.places.has(partSource(FIRST_PART)) === true;
  const flags = `${at.fixed(FIRST_TABLE, TEXT_COLUMN) ?? '#REF!'}:${at.fixed(own ? PART_KEY : LAST_TABLE, TEXT_COLUMN) ?? '#REF!'}`;
  const tables =
    copies === null
      ? []
      : [
          `SUM(${flags})`,
          ...counted(flags, flagsOf(copies.places)),
          ...(own ? parts.filter((part) => part !== first).map((part) => cellOf(part, PART_KEY, TEXT_COLUMN)) : []),
        ];
  const formulaWith = (listed: string): string => {
    const changes = [...sums, ...tables, `ABS(${listed}-${units})`].join('+');
    return `=IF(IFERROR(${changes},1)>0,"${words.changed}",${text})`;
  };
  // Gnumeric does not apply LEFT to each cell of a range; COUNTIFS with a wildcard counts the same everywhere.
  const formula = formulaWith(`COUNTIFS(${keys},"${prefix}*")`);
  // Version 0.4.0 counted so. What was sealed is not sealed anew for this.
  const earlier = formulaWith(`SUMPRODUCT((LEFT(${keys},${prefix.length})="${prefix}")*1)`);
  return [{ row: STATE_KEY, column: TEXT_COLUMN, formula, earlier }];
}

const [FIRST_TABLE, LAST_TABLE] = [tableKey(TABLES[0]), tableKey(TABLES[TABLES.length - 1] ?? TABLES[0])];

/**
 * 1 where a table of the cluster differs from its copy. A table that was not there when the result was sealed has none; of *Quyết định*
 * it is then 1 where something is recorded.
 */
export function tableFormulas(copies: CopyRefs | null): KeyedFormula<TableColumn>[] {
  if (copies === null) return [];
  return TABLES.flatMap((table) => {
    const formula = tableFormula(copies, table);
    return formula === null ? [] : [{ row: tableKey(table), column: TEXT_COLUMN, formula }];
  });
}

function tableFormula(copies: CopyRefs, table: Table): string | null {
  if (copies.places.has(table)) return `=IF(IFERROR(${copyTerms(copies, table).join('+')},1)>0,1,0)`;
  const added = table === 'decisions' ? copies.sources.find(({ key }) => key === table) : undefined;
  return added === undefined ? null : addedFormula(added);
}

/** 1 where what is printed of a part of the seal differs from its copy, or its words from those of the seal; the list likewise. */
function ownFormulas(parts: readonly SealPart[], own: SealPart, copies: CopyRefs | null): KeyedFormula<TableColumn>[] {
  const [first] = parts;
  if (copies === null || first === undefined) return [];
  const text = cellOf(first, STATE_KEY, STATE_WORDS_COLUMN);
  const list = copies.sources.find(({ key }) => key === LIST_SOURCE)?.sheet;
  const expected = partText(text, own.part, parts.length);
  const hidden = coversHiddenRows(copies.places) ? hiddenTerms(own, copies.places, copies.record) : [];
  const all: [SourceKey, RowKey, string[]][] = [
    [partSource(own.part), PART_KEY, [wordsTerm(own, expected), ...hidden]],
  ];
  if (own === first)
    all.push([
      LIST_SOURCE,
      LIST_KEY,
      [list ? wordsTerm({ sheet: list.snapshot.name, layout: list.layout }, text) : '1'],
    ]);
  return all.flatMap(([key, row, further]) =>
    copies.places.has(key)
      ? [
          {
            row,
            column: TEXT_COLUMN,
            formula: `=IF(IFERROR(${[...copyTerms(copies, key), ...further].join('+')},1)>0,1,0)`,
          },
        ]
      : [],
  );
}

/** The words of the seal as a part has them, with the text of the seal in a cell: an expression of a formula. */
function partText(cell: string, part: string, of: number): string {
  const added = words.part('', Number(part), of);
  return of > 1 ? `${cell}&"${added}"` : cell;
}

function wordsTerm(sheet: SheetRef<string>, expected: string): string {
  return `IF(EXACT(${cellOf(sheet, WORDS_KEY, TEXT_COLUMN)},${expected}),0,1)`;
}

function cellOf({ sheet, layout }: SheetRef<string>, row: RowKey, column: string): string {
  return `${quoteSheet(sheet)}!${addressesOf(layout).fixed(row, column) ?? '#REF!'}`;
}

function copyTerms({ sources, places, nameOf }: CopyRefs, key: string): string[] {
  const [source, place] = [sources.find((one) => one.key === key), places.get(key)];
  const copy = place && nameOf(place.part);
  if (!source || !place || copy === undefined) return ['1'];
  const terms = contentTerms(asSealed(source, place), copy, place);
  return coversHiddenRows(places) ? [...terms, headsTerm(source, copy, place)] : terms;
}

/**
 * Above zero where the keys of columns are not as in the copy: they are printed where their row is shown. Without EXACT: of a single row
 * Gnumeric takes the cell in the column of the formula, which is another one on each sheet.
 */
function headsTerm({ sheet: { snapshot, layout }, area }: Source, copy: string, { areas }: CopyPlace): string {
  const before = around(areas);
  const heads = (sheet: string, { column, columns }: Area, row: number): string =>
    fixedRange(sheet, { row, column, rows: 1, columns });
  const now = heads(snapshot.name, area, layout.row(CORNER) ?? 0);
  return `SUMPRODUCT((${shown(now)}<>${shown(heads(copy, before, before.row - 1))})*1)`;
}

function changedRange({ layout, units }: SealPart): string | null {
  const at = addressesOf(layout);
  const cells = units.map((unit) => at.fixed(CHANGED_KEY, unitColumn(unit)));
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return null;
  return first === last ? first : `${first}:${last}`;
}

/** 1 where a point, the rank, the eligibility or the awards of a unit differ, or its part of the ranking is provisional. */
function changedFormula(
  criteria: CriteriaSet,
  unit: string,
  own: Layout<TableColumn>,
  { units, summary, copies }: SealedSheets,
  { joined } = { joined: false },
): string {
  const sheet = units.find((one) => one.unit === unit);
  const [here, there] = [addressesOf(own), addressesOf(summary.layout)];
  const other = (column: SummaryColumn): string =>
    `${quoteSheet(summary.sheet)}!${there.fixed(rowKey.unit(unit), column) ?? '#REF!'}`;
  const sealed = (row: SealedRow): string => here.fixed(rowKey.field(row), unitColumn(unit)) ?? '#REF!';
  const results = (
    [
      ['rank', 'rank'],
      ['eligibility', 'eligibility'],
      ['titles', 'title'],
    ] as const
  ).map(([row, column]) => `IF(${shown(other(column))}=${shown(sealed(row))},0,1)`);
  const points = sheet ? pointsChanged(criteria, unit, own, sheet, { joined }) : ['1'];
  const contents = copies === null ? [] : copyTerms(copies, unitSource(unit));
  return `=IF(IFERROR(${[...points, ...results, ...contents, other('provisional')].join('+')},1)>0,1,0)`;
}

/** A text or a number as text, and an empty cell as an empty text. */
const shown = (cell: string): string => `${cell}&""`;

/** Rows that are in the same order on both sheets are compared at once; `joined`: all, whatever has come between them. */
function pointsChanged(
  criteria: CriteriaSet,
  unit: string,
  own: Layout<TableColumn>,
  { sheet, layout }: UnitSheetRef,
  { joined }: { joined: boolean },
): string[] {
  const runs: { first: RowKey; last: RowKey; rows: number; here: number; there: number }[] = [];
  for (const key of pointKeys(criteria)) {
    const [here, there] = [own.row(key), layout.row(key)];
    if (here === undefined || there === undefined) return ['1'];
    const run = runs.at(-1);
    if (run && (joined || (run.here + run.rows === here && run.there + run.rows === there))) {
      run.last = key;
      run.rows += 1;
    } else runs.push({ first: key, last: key, rows: 1, here, there });
  }
  const range = <Column extends string>(
    at: Layout<Column>,
    column: NoInfer<Column>,
    { first, last }: { first: RowKey; last: RowKey },
  ): string => `${addressesOf(at).fixed(first, column) ?? '#REF!'}:${addressesOf(at).fixed(last, column) ?? '#REF!'}`;
  return runs.map((run) => {
    const [now, before] = [range(layout, 'official', run), range(own, unitColumn(unit), run)];
    return `SUMPRODUCT((${shown(`${quoteSheet(sheet)}!${now}`)}<>${shown(before)})*1)`;
  });
}
