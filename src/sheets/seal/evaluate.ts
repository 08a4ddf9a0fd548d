/** The seal compared with the workbook in its current state: what changed since, and what is wrong with the seal's own sheets. */
import type { Covenant } from '../../covenant/covenant';
import { finding, type Finding, withChoices } from '../../covenant/findings';
import { type CellPlace, isBlank, textOf } from '../../covenant/cell';
import { checkFormulas, checkProtection } from '../shared/checkFormulas';
import { isSameText, nameBack } from '../shared/printed';
import type { RowKey } from '../../spreadsheet/keys';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { unitRefs, type WorkbookSheets } from '../shared/evaluation';
import type { TableColumn } from '../shared/columns';
import {
  type AmendmentColumn,
  FIRST_PART,
  STATE_KEY,
  TEXT_COLUMN,
  type Difference,
  type SealEvaluation,
  type SealRecord,
} from '../shared/seal';
import { unitsOn } from '../detail/table';
import { whatOf } from './amendments';
import { sealFormulas } from './formulas';
import { checkSealDay } from './gates';
import { AMENDMENTS_PART, isAmendmentKey, isOriginal, STATE_WORDS_COLUMN, WORDS_KEY } from './layout';
import { partWords, sealWords } from './plan';
import { readSeal } from './read';
import { differences, type Evaluated, resultOf } from './sealed';

export function evaluateSeal(covenant: Covenant, reading: WorkbookSheets, evaluated: Evaluated): SealEvaluation {
  const sheets = reading.documents.seal ?? [];
  const [some] = sheets;
  if (!some) return { seal: null, changes: [], findings: [] };
  const seal = readSeal(sheets);
  const changes = seal ? differences(seal.result, resultOf(covenant, evaluated)) : [];
  const place = placeOfWords(sheets.find(({ key }) => key.unit === FIRST_PART) ?? some);
  const findings = [
    ...(seal?.intact ? [] : [finding('seal-damaged', place, {})]),
    ...changedFinding(covenant, place, changes),
    ...(seal?.record ? checkSealDay(covenant, seal.record.day, place) : []),
    ...sheets.flatMap((sheet) => checkSheet(sheet, sheets)),
    ...(seal?.record ? checkSealWords(seal.record, sheets) : []),
    ...checkSealFormulas(covenant, reading),
  ];
  return { seal, changes, findings };
}

function placeOfWords(sheet: KeyedSheet<TableColumn>): CellPlace {
  return keyedCell(sheet, WORDS_KEY, TEXT_COLUMN)?.place ?? { sheet: sheet.snapshot.name, cell: null };
}

/** How many changes there are, and the first of them by name. */
function changedFinding(covenant: Covenant, place: CellPlace, changes: readonly Difference[]): Finding[] {
  const [first] = changes;
  if (!first) return [];
  const unit = covenant.cluster.units.find(({ id }) => id === first.unit)?.name ?? first.unit;
  return [finding('seal-changed', place, { changes: changes.length, unit, what: whatOf(covenant, first.row) })];
}

/** A part that is unprotected, or has an amendment without its reason or minutes; a copy has a finding already. */
function checkSheet(sheet: KeyedSheet<string>, all: readonly KeyedSheet<string>[]): Finding[] {
  if (all.find(({ key }) => key.unit === sheet.key.unit) !== sheet) return [];
  return [...checkProtection(sheet), ...(sheet.key.unit === AMENDMENTS_PART ? checkAmendments(sheet) : [])];
}

/** The printed words of each part, and those that other sheets show, against the record: a person decides on what was signed. */
function checkSealWords(record: SealRecord, all: readonly KeyedSheet<string>[]): Finding[] {
  const parts = all.filter(
    ({ key }, index) => key.unit !== AMENDMENTS_PART && all.findIndex((one) => one.key.unit === key.unit) === index,
  );
  const text = sealWords(record);
  return parts.flatMap((sheet) => {
    const printed = partWords(text, Number(sheet.key.unit), parts.length);
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

/** Formulas of the seal that were overwritten, or that refer to removed sheets. */
function checkSealFormulas({ criteria, cluster }: Covenant, reading: WorkbookSheets): Finding[] {
  const { summary, documents } = reading;
  if (summary === null) return [];
  const sheets = [...new Map([...(documents.seal ?? [])].reverse().map((sheet) => [sheet.key.unit, sheet])).values()]
    .filter(({ key }) => key.unit !== AMENDMENTS_PART)
    .sort((left, right) => Number(left.key.unit) - Number(right.key.unit));
  const parts = sheets.map((sheet) => ({ sheet: sheet.snapshot.name, layout: sheet.layout, units: unitsOn(sheet) }));
  const refs = {
    units: unitRefs(reading, cluster.units),
    summary: { sheet: summary.snapshot.name, layout: summary.layout },
  };
  const expected = sealFormulas(criteria, parts, refs);
  return sheets.flatMap((sheet, index) => checkFormulas(sheet, expected[index] ?? []));
}
