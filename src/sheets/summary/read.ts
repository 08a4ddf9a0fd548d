/** The summary read back: eligibility as entered, and what is wrong with the sheet itself. */
import type { Covenant, Unit } from '../../covenant/covenant';
import { accepts } from '../../covenant/entryRule';
import { finding, type Finding } from '../../covenant/findings';
import { fingerprint } from '../../covenant/fingerprint';
import type { Eligibility } from '../../scoring/entries';
import { isBlank, isErrorValue, type RawCell, textOf } from '../../covenant/cell';
import type { RecordPart } from '../../covenant/decisionFindings';
import type { SheetRef, UnitSheetRef } from '../shared/sheetRefs';
import { cellErrors, choiceField, dayField, unusableFact } from '../shared/fields';
import { checkFormulas, checkProtection, subjectOf } from '../shared/checkFormulas';
import { type KeyedSheet, keyedCell, placeOf, shownText } from '../../spreadsheet/snapshot';
import { END_KEY, rowKey, type RowKey } from '../../spreadsheet/keys';
import { clusterFormulas, summaryRowFormulas } from './formulas';
import { summaryColumns } from './forms';
import { formOf, SUMMARY_HEADER, VOTES } from './layout';
import { sharedWords } from '../shared/words';
import { words as summaryWords } from './words';
import type { SummaryColumn, TableColumn } from '../shared/columns';
import { saysSomething } from '../shared/decisions';
import { doubledRows } from '../shared/strayedKeys';
import { typedInTable } from '../shared/unitRows';
import { summaryWords as printedOf } from './plan';

/** The eligibility entered for a unit; null where it is none of the three words. */
export function readEligibility(sheet: KeyedSheet<SummaryColumn>, unit: string): Eligibility | null {
  const cell = keyedCell(sheet, rowKey.unit(unit), 'eligibility');
  if (cell === null) return null;
  // The live formulas compare to the letter; so does this.
  return ELIGIBILITIES.find((one) => sharedWords.eligibility[one] === cell.value) ?? null;
}

/** The votes recorded to part equal totals, as the live formulas take them; null where there is no such number. */
export function readVote(sheet: KeyedSheet<SummaryColumn>, unit: string): number | null {
  const value = keyedCell(sheet, rowKey.unit(unit), 'vote')?.value ?? null;
  return typeof value === 'number' && accepts(VOTES, value) ? Math.round(value) : null;
}

const ELIGIBILITIES: readonly Eligibility[] = ['eligible', 'deferred', 'excluded'];

/** What is wrong with the summary apart from its values: rows, columns, formulas, eligibility, protection. */
export function checkSummarySheet(
  covenant: Covenant,
  sheet: KeyedSheet<SummaryColumn>,
  refs: readonly UnitSheetRef[],
  seal: SheetRef<TableColumn> | null,
): Finding[] {
  const findings = [
    ...checkColumns(covenant, sheet),
    ...checkRows(covenant, sheet),
    ...typedRows(sheet),
    ...covenant.cluster.units.flatMap((unit) => [...checkEligibility(unit, sheet), ...checkRecords(unit, sheet)]),
    ...checkProtection(sheet),
  ];
  if (sheet.key.version !== fingerprint(covenant) && isOtherShape(covenant, sheet)) return findings;
  // Where the end row was deleted nothing tells what the formulas reached to; that is a finding of its own.
  if (sheet.layout.row(END_KEY) === undefined) return findings;
  const formulas = summaryRowFormulas(covenant, sheet.layout, refs);
  const shared = clusterFormulas(covenant.criteria, sheet.layout, seal);
  return [
    ...findings,
    ...checkFormulas(sheet, [...formulas, ...shared], (row) => subjectOf(row, covenant.cluster.units)),
  ];
}

/** Whether the sections of the first level are others than those the summary has columns for. */
function isOtherShape(covenant: Covenant, sheet: KeyedSheet<SummaryColumn>): boolean {
  return summaryColumns(covenant, formOf(sheet)).some(({ key }) => sheet.layout.column(key) === undefined);
}

function checkColumns(covenant: Covenant, sheet: KeyedSheet<SummaryColumn>): Finding[] {
  const titles: Readonly<Record<string, string>> = summaryWords.columns;
  return summaryColumns(covenant, formOf(sheet))
    .filter(({ key }) => sheet.layout.column(key) === undefined)
    .map(({ key }) =>
      finding(
        'column-missing',
        { sheet: sheet.snapshot.name, cell: null },
        { column: titles[key] ?? key.replace(/^section:/, '') },
      ),
    );
}

const isUnitRow = (key: string): boolean => key.startsWith(rowKey.unit(''));

function checkRows(covenant: Covenant, sheet: KeyedSheet<SummaryColumn>): Finding[] {
  const { cluster } = covenant;
  const { snapshot, layout, rows } = sheet;
  const missing = cluster.units
    .filter((unit) => layout.row(rowKey.unit(unit.id)) === undefined)
    .map((unit) => finding('summary-row-missing', { sheet: snapshot.name, cell: null }, { unit: unit.name }));
  const known = new Set<RowKey>(cluster.units.map((unit) => rowKey.unit(unit.id)));
  const nameIn = (key: string, row: number): string =>
    shownText(snapshot.values[row]?.[layout.column('unit') ?? 0]) || key;
  const extra = rows
    .filter(({ key, row }) => isUnitRow(key) && !known.has(key) && layout.row(key) === row)
    .map(({ key, row }) => finding('summary-row-of-no-unit', placeOf(snapshot, row, 0), { unit: nameIn(key, row) }));
  const doubled = doubledRows(
    sheet,
    (key, row) => (isUnitRow(key) ? nameIn(key, row) : null),
    () => printedOf(covenant, sheet),
  );
  return [...missing, ...extra, ...doubled];
}

/** Rows in the table, those with a name and a figure below it, and figures where the signature is to stand. */
function typedRows(sheet: KeyedSheet<SummaryColumn>): Finding[] {
  const { snapshot, layout, rows } = sheet;
  const [unit, end, room] = [layout.column('unit'), layout.row(END_KEY), layout.row(rowKey.field('room'))];
  if (unit === undefined || end === undefined) return [];
  const keyed = new Set(rows.map(({ row }) => row));
  const figures = FIGURES.map((column) => layout.column(column));
  const below = snapshot.values.flatMap((line, row): Finding[] => {
    const name = shownText(line[unit]).trim();
    const isCandidate = row > end && (row === room || (!keyed.has(row) && name !== ''));
    const hasFigure = figures.some((column) => column !== undefined && /\d/.test(shownText(line[column])));
    return isCandidate && hasFigure ? [finding('row-typed', placeOf(snapshot, row, unit), { unit: name })] : [];
  });
  return [...typedInTable(sheet, SUMMARY_HEADER, { name: 'unit', columns: RESULTS }), ...below];
}

const FIGURES: readonly SummaryColumn[] = ['standard', 'bonus', 'penalty', 'total', 'rank'];
const RESULTS: readonly SummaryColumn[] = [...FIGURES, 'explanation', 'title'];

function checkEligibility(unit: Unit, sheet: KeyedSheet<SummaryColumn>): Finding[] {
  const cell = keyedCell(sheet, rowKey.unit(unit.id), 'eligibility');
  if (cell === null) return [];
  const eligibility = readEligibility(sheet, unit.id);
  if (eligibility === null) {
    const meant = choiceField(cell, sharedWords.eligibility);
    const word = 'value' in meant && meant.value !== '' ? sharedWords.eligibility[meant.value] : '';
    const { sheet: name, cell: at } = cell.place;
    const fix = word === '' || at === null ? undefined : { sheet: name, cell: at, put: { text: word } };
    return [finding('eligibility-unknown', cell.place, { unit: unit.name, value: textOf(cell), meant: word }, fix)];
  }
  return checkRecordedEligibility(unit, sheet);
}

/** A deferral or an exclusion of which the decision is not recorded, at the first cell that it lacks. */
export function checkRecordedEligibility(unit: Unit, sheet: KeyedSheet<SummaryColumn>): Finding[] {
  const eligibility = readEligibility(sheet, unit.id);
  if (eligibility === null || eligibility === 'eligible') return [];
  const missing = RECORD.filter(([part, column]) => !isRecorded(part, keyedCell(sheet, rowKey.unit(unit.id), column)));
  const [first] = missing;
  if (first === undefined) return [];
  const place = keyedCell(sheet, rowKey.unit(unit.id), first[1])?.place ?? null;
  const parts = missing.map(([part]) => part);
  return [finding('eligibility-undecided', place, { unit: unit.name, eligibility, missing: parts })];
}

/** What makes a deferral or an exclusion a decision, and where it is recorded. */
const RECORD: readonly (readonly [RecordPart, SummaryColumn])[] = [
  ['reason', 'reason'],
  ['basis', 'basis'],
  ['day', 'decidedOn'],
  ['person', 'decidedBy'],
];

/**
 * As the live formulas take it: a day that was typed as text is none. Of dots and dashes they know nothing; the explanation that
 * ranking writes says to them that the decision is open.
 */
function isRecorded(part: RecordPart, cell: RawCell | null): boolean {
  if (cell === null || isErrorValue(cell.value)) return false;
  if (part !== 'day') return saysSomething(textOf(cell));
  return typeof cell.value === 'number' && 'value' in dayField(cell);
}

/** Cells of the cluster's decisions that hold something else than what they are for. */
function checkRecords(unit: Unit, sheet: KeyedSheet<SummaryColumn>): Finding[] {
  const right = {
    decidedOn: (cell: RawCell): boolean => 'value' in dayField(cell),
    vote: ({ value, date, disguised }: RawCell): boolean => !date && !disguised && accepts(VOTES, value),
  };
  const entries = (['decidedOn', 'vote'] as const).flatMap((column) => {
    const cell = keyedCell(sheet, rowKey.unit(unit.id), column);
    if (cell === null || isBlank(cell) || right[column](cell)) return [];
    return [unusableFact(cell, { unit: unit.name, what: summaryWords.columns[column] })];
  });
  const texts = (['reason', 'basis', 'decidedBy'] as const).map((column) =>
    keyedCell(sheet, rowKey.unit(unit.id), column),
  );
  return [...entries, ...cellErrors(texts)];
}
