/** The seal compared with the workbook in its current state: what changed since, and what is wrong with the seal's own sheets. */
import type { Covenant } from '../../covenant/covenant';
import { finding, type Finding, withChoices } from '../../covenant/findings';
import { fingerprint } from '../../covenant/fingerprint';
import { type CellPlace, isBlank, textOf } from '../../covenant/cell';
import { checkFormulas, checkProtection } from '../shared/checkFormulas';
import { isSameText, nameBack } from '../shared/printed';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import { parseAddress } from '../../spreadsheet/plan';
import { formulaAt, type KeyedSheet, keyedCell, shownText } from '../../spreadsheet/snapshot';
import { unitRefs, type WorkbookSheets } from '../shared/evaluation';
import type { TableColumn } from '../shared/columns';
import {
  type AmendmentColumn,
  type CellDifference,
  type Difference,
  FIRST_PART,
  NO_CONTENTS,
  NO_SEAL,
  type Seal,
  type SealedContents,
  type SealEvaluation,
  type SealRecord,
  STATE_KEY,
  TEXT_COLUMN,
} from '../shared/seal';
import { unitColumn, unitsOn } from '../detail/table';
import { isRecorded } from './addedDecisions';
import { whatOf } from './amendments';
import { sealedContents } from './contents';
import { copyRefs, sealFormulas } from './formulas';
import { checkSealDay } from './gates';
import { restoredSeal } from './restored';
import { isEntered, isShown } from './shown';
import {
  AMENDMENTS_PART,
  isAmendmentKey,
  isOriginal,
  LIST_KEY,
  PART_KEY,
  STATE_WORDS_COLUMN,
  tableKey,
  WORDS_KEY,
} from './layout';
import { partWords } from './plan';
import { raisedSources, readSeal } from './read';
import { differences, type Evaluated, resultOf } from './sealed';
import { sealWords, words } from './words';
import { sealedSources, sealStores, sourceName } from './extents';
import { LIST_SOURCE, partSource, type SourceKey, TABLES, unitSource } from '../shared/copySources';

/** So many cells are findings of their own; of more only the number is said. */
const MAX_LISTED = 100;

/** Without a result, as where the covenant cannot be used, only contents are compared. */
export function evaluateSeal(reading: WorkbookSheets, evaluated: Evaluated | null): SealEvaluation {
  const sheets = reading.documents.seal ?? [];
  const [some] = sheets;
  if (!some) return NO_SEAL;
  const read = readSeal(sheets);
  const seal = read && restoredSeal(read, reading);
  const raised = raisedSources(sheets);
  const { covenant } = reading;
  const present = covenant && evaluated ? resultOf(covenant, evaluated) : null;
  const all = seal && present ? differences(seal.result, present).filter((one) => isShown(one, reading)) : [];
  const contents = seal ? contentsOf(seal, reading, raised, all) : NO_CONTENTS;
  const changes = all.filter((one) => isEntered(one, contents, seal));
  const place = placeOfWords(sheets.find(({ key }) => key.unit === FIRST_PART) ?? some);
  const isWhole = seal?.intact === true && contents.damaged.length === 0;
  const differing = changes.length + contents.cells.length + contents.sheets.length + raised.size;
  const changed = changedFindings(covenant, place, { changes, contents });
  const findings = [
    ...(seal?.intact ? [] : [finding('seal-damaged', place, {})]),
    ...contents.damaged.map((sheet) => finding('seal-damaged', sheet === '' ? place : { sheet, cell: null }, {})),
    ...(isWhole && seal.copies === null ? [finding('seal-points-only', place, {})] : []),
    ...changed,
    ...(covenant && seal?.record ? checkSealDay(covenant, seal.record.day, place) : []),
    ...sheets.flatMap((sheet) => checkSheet(sheet, sheets)),
    ...sealStores(reading).flatMap(checkProtection),
    ...(seal?.record ? checkSealWords(seal.record, sheets) : []),
    ...checkSealFormulas(reading, seal).filter(
      (one) => changed.length === 0 || !isOfFormerCovenant(reading, seal, contents) || !isMoved(one, sheets),
    ),
  ];
  return { seal, changes, contents, holds: isWhole && evaluated !== null && differing === 0, findings };
}

/** A seal without copies names the sheets that its formulas call changed, where no point tells what did. */
function contentsOf(
  seal: Seal,
  reading: WorkbookSheets,
  raised: ReadonlySet<string>,
  changes: readonly Difference[],
): SealedContents {
  // Whose rank or awards are others than they were needs no other reason for what the formula says.
  const explained = new Set<string>([
    ...changes.map(({ unit }) => unitSource(unit)),
    ...otherWords(seal, reading.documents.seal ?? []),
    // The hidden rows of the seal say so of a sheet that it has no copy of.
    ...(isAdded(seal, reading) ? [partSource(FIRST_PART)] : []),
    // A record or a place that was edited is damage, which is said.
    ...(seal.intact ? [] : (reading.documents.seal ?? []).map(({ key }) => partSource(key.unit))),
  ]);
  if (seal.copies !== null) return sealedContents(seal, reading, { raised, explained });
  const sources = sealedSources(reading).filter(({ key }) => raised.has(key));
  return { ...NO_CONTENTS, sheets: changes.length > 0 ? [] : sources.map(({ sheet }) => sheet.snapshot.name) };
}

/** Whether decisions are recorded on a sheet that was not there when the result was sealed. */
function isAdded({ copies }: Seal, { documents }: WorkbookSheets): boolean {
  const sheet = documents.decisions?.[0];
  return copies?.has('decisions') === false && sheet !== undefined && isRecorded(sheet);
}

function placeOfWords(sheet: KeyedSheet<TableColumn>): CellPlace {
  return keyedCell(sheet, WORDS_KEY, TEXT_COLUMN)?.place ?? { sheet: sheet.snapshot.name, cell: null };
}

/** How many changes there are, and the first of them by name; then each cell that is not as it was sealed. */
function changedFindings(
  covenant: Covenant | null,
  place: CellPlace,
  { changes, contents: { cells, sheets } }: Pick<SealEvaluation, 'changes' | 'contents'>,
): Finding[] {
  const [first] = changes;
  const [cell] = cells;
  const [sheet] = sheets;
  const unit = first && (covenant?.cluster.units.find(({ id }) => id === first.unit)?.name ?? first.unit);
  const told =
    first && covenant
      ? { changes: changes.length, unit: unit ?? '', what: whatOf(covenant, first.row) }
      : cell
        ? {
            changes: cells.length + sheets.length,
            unit: cell.place.sheet,
            what: cell.place.cell ?? goneWords(covenant, cell),
          }
        : sheet !== undefined && { changes: sheets.length, unit: sheet, what: sheet };
  if (!told) return [];
  return [
    finding('seal-changed', place, told),
    ...cells
      .slice(0, MAX_LISTED)
      .map((one) => finding('sealed-cell-differs', one.place, { sealed: one.sealed, present: one.present })),
    ...sheets.map((name) => finding('sealed-sheet-differs', { sheet: name, cell: null }, { sheet: name })),
  ];
}

/** The sheets of the seal whose words are not those of its record, which is a finding of its own. */
function otherWords({ record }: Seal, sheets: readonly KeyedSheet<string>[]): SourceKey[] {
  const found = record ? checkSealWords(record, sheets) : [];
  const named = sheets.filter(({ snapshot }) => found.some(({ place }) => place?.sheet === snapshot.name));
  return named.map(({ key }) => (key.unit === AMENDMENTS_PART ? LIST_SOURCE : partSource(key.unit)));
}

/** A cell whose row or column is gone: the line it stood in. */
function goneWords(covenant: Covenant | null, { row }: CellDifference): string {
  return covenant && row.startsWith(rowKey.line('')) ? whatOf(covenant, row) : words.gone;
}

/** A part that is unprotected, or has an amendment without its reason or minutes; a copy has a finding already. */
function checkSheet(sheet: KeyedSheet<string>, all: readonly KeyedSheet<string>[]): Finding[] {
  if (all.find(({ key }) => key.unit === sheet.key.unit) !== sheet) return [];
  return [...checkProtection(sheet), ...(sheet.key.unit === AMENDMENTS_PART ? checkAmendments(sheet) : [])];
}

/** The printed words of each part, and those that other sheets show, against the record: a person decides on what was signed. */
function checkSealWords(record: SealRecord, all: readonly KeyedSheet<string>[]): Finding[] {
  const own = all.filter(({ key }, index) => all.findIndex((one) => one.key.unit === key.unit) === index);
  const parts = own.filter(({ key }) => key.unit !== AMENDMENTS_PART).length;
  const text = sealWords(record);
  return own.flatMap((sheet) => {
    const isList = sheet.key.unit === AMENDMENTS_PART;
    const printed = isList ? text : partWords(text, Number(sheet.key.unit), parts);
    return [
      ...checkSealText(sheet, WORDS_KEY, TEXT_COLUMN, printed),
      ...checkSealText(sheet, STATE_KEY, STATE_WORDS_COLUMN, text),
    ];
  });
}

function checkSealText(sheet: KeyedSheet<TableColumn>, row: RowKey, column: TableColumn, wanted: string): Finding[] {
  const cell = keyedCell(sheet, row, column);
  if (cell === null || isSameText(textOf(cell), wanted)) return [];
  const { place } = cell;
  const fix = place.cell === null ? undefined : { sheet: place.sheet, cell: place.cell, put: { text: wanted } };
  const found = finding('seal-words-differ', place, { shown: textOf(cell), wanted });
  return [withChoices(found, nameBack(wanted, fix))];
}

function checkAmendments(sheet: KeyedSheet<AmendmentColumn>): Finding[] {
  const amended = sheet.rows.map(({ key }) => key).filter((key) => isAmendmentKey(key) && isOriginal(key));
  return amended.flatMap((key) => {
    const empty = (['reason', 'minutes'] as const)
      .map((column) => keyedCell(sheet, key, column))
      .find((cell) => cell !== null && isBlank(cell));
    const text = (column: AmendmentColumn): string => {
      const cell = keyedCell(sheet, key, column);
      return cell ? textOf(cell) : '';
    };
    return empty ? [finding('amendment-unexplained', empty.place, { unit: text('unit'), what: text('line') })] : [];
  });
}

/** Whether the covenant has changed since it was sealed. An update then moves the rows that the seal's formulas refer to. */
function isOfFormerCovenant(
  { covenant }: WorkbookSheets,
  seal: Seal | null,
  { cells }: Pick<SealedContents, 'cells'>,
): boolean {
  if (covenant === null || seal === null) return false;
  const isCovenant = ({ source }: SealedContents['cells'][number]): boolean =>
    source === 'covenant' || source === 'criteria';
  return seal.result.version !== fingerprint(covenant) || cells.some(isCovenant);
}

/** A formula that is another than the covenant would have; what was typed over one is none. */
function isMoved({ code, place }: Finding, sheets: readonly KeyedSheet<string>[]): boolean {
  const sheet = sheets.find(({ snapshot }) => snapshot.name === place?.sheet);
  if (code !== 'formula-overwritten' || !sheet || !place?.cell) return false;
  const { row, column } = parseAddress(place.cell);
  return shownText(formulaAt(sheet.snapshot, row, column) ?? '').startsWith('=');
}

/** What a formula of the seal is about, in the words of the sheets. */
function formulaWords(reading: WorkbookSheets, part: string, row: RowKey, column: string): string {
  const table = TABLES.find((one) => tableKey(one) === row);
  if (row === STATE_KEY) return words.formulas.state;
  const source =
    row === PART_KEY
      ? partSource(part)
      : row === LIST_KEY
        ? LIST_SOURCE
        : (table ?? unitSource(column.slice(unitColumn('').length)));
  return words.formulas.compared(sourceName(reading, source));
}

/** Formulas of the seal that were overwritten, or that refer to removed sheets. */
function checkSealFormulas(reading: WorkbookSheets, seal: Seal | null): Finding[] {
  const { covenant, summary, documents } = reading;
  if (covenant === null || summary === null) return [];
  const { criteria, cluster } = covenant;
  const sheets = [...new Map([...(documents.seal ?? [])].reverse().map((sheet) => [sheet.key.unit, sheet])).values()]
    .filter(({ key }) => key.unit !== AMENDMENTS_PART)
    .sort((left, right) => Number(left.key.unit) - Number(right.key.unit));
  const parts = sheets.map((sheet) => ({
    part: sheet.key.unit,
    sheet: sheet.snapshot.name,
    layout: sheet.layout,
    units: unitsOn(sheet),
  }));
  const refs = {
    units: unitRefs(reading, cluster.units),
    summary: { sheet: summary.snapshot.name, layout: summary.layout },
    copies: copyRefs(reading, seal),
  };
  const expected = sealFormulas(criteria, parts, refs);
  return sheets.flatMap((sheet, index) => {
    // The formula of a part has the record in it: what belongs there cannot be told where that was edited.
    const known = (expected[index] ?? []).filter(({ row }) => seal?.intact === true || row !== PART_KEY);
    return checkFormulas(sheet, known, (row, column) => formulaWords(reading, sheet.key.unit, row, column));
  });
}
