/** One row of *Tiêu chí* as a section or a line, with a finding for each cell that cannot be used. */
import { type Node, sectionSchema } from '../../covenant/criteria';
import type { FieldProblem } from '../../covenant/findingData';
import type { Finding } from '../../covenant/findings';
import { type CellPlace, type RawCell, textOf } from '../../covenant/cell';
import { isKindId, type KindId, KINDS } from '../../covenant/kinds';
import { isChoiceField, type KindField, TEXT_FIELDS, type TextField } from '../../covenant/kinds/kind';
import { percentField } from '../shared/fields';
import { problemOf } from '../../covenant/problems';
import { choiceField, fieldFinding, type FieldValue, numberField, quotedText, textField } from '../shared/fields';
import { isPercentFormat } from '../../spreadsheet/numberFormat';
import { type KeyedSheet, rawCell } from '../../spreadsheet/snapshot';
import { type CriteriaColumn, ENTRY_COLUMNS, KIND_COLUMNS } from './layout';
import { sharedWords } from '../shared/words';
import { words as criteriaWords } from './words';

/** A row of the table that could be read, before the tree is put together. */
export interface RowReading {
  row: number;
  parent: string;
  node: Node;
}

type Complain = (column: CriteriaColumn, problem: FieldProblem, fix?: Finding['fix']) => void;
type FieldReading = FieldValue<number | string | undefined>;
type Fields = Partial<Record<KindField, number | string>>;

const KIND_NAMES: Readonly<Record<string, string>> = {
  section: sharedWords.section,
  ...Object.fromEntries(Object.entries(KINDS).map(([id, kind]) => [id, kind.words.name])),
};

/** The cell of a row by column; empty where the column is missing, and then its place is the sheet. */
function cellIn(sheet: KeyedSheet<CriteriaColumn>, row: number, column: CriteriaColumn): RawCell {
  const found = sheet.layout.column(column);
  if (found === undefined) return { value: null, date: false, place: { sheet: sheet.snapshot.name, cell: null } };
  return rawCell(sheet.snapshot, row, found);
}

export function placeIn(sheet: KeyedSheet<CriteriaColumn>, row: number, column: CriteriaColumn): CellPlace {
  return cellIn(sheet, row, column).place;
}

/** The row, or null where it is empty or cannot be used; the findings have the reasons. */
export function readRow(sheet: KeyedSheet<CriteriaColumn>, row: number, findings: Finding[]): RowReading | null {
  const cell = (column: CriteriaColumn): RawCell => cellIn(sheet, row, column);
  if (ENTRY_COLUMNS.every((column) => textOf(cell(column)) === '')) return null;
  const complain: Complain = (column, problem, fix) => {
    const { columns } = criteriaWords;
    findings.push(fieldFinding(cell(column).place, columns[column], problem, quotedText(cell(column)), fix));
  };
  const kind = choiceField(cell('kind'), KIND_NAMES);
  if ('problem' in kind || kind.value === '') {
    complain('kind', 'problem' in kind ? kind.problem : 'required');
    return null;
  }
  const id = isKindId(kind.value) ? kind.value : 'section';
  const fields = readFields(sheet, row, id, complain);
  if (fields === null) return null;
  const texts = readTexts(cell, complain);
  if (texts === null) return null;
  const { parent, proposed, ...base } = texts;
  const node = parseNode(id, { ...base, ...fields, proposed: proposed !== '' }, complain);
  return node === null ? null : { row, parent, node };
}

const TEXT_COLUMNS = ['code', 'number', 'title', 'note', 'proposed', 'parent'] as const;

/** The columns of plain text, or null where one of them holds none. */
function readTexts(
  cell: (column: CriteriaColumn) => RawCell,
  complain: Complain,
): Record<(typeof TEXT_COLUMNS)[number], string> | null {
  const texts = { code: '', number: '', title: '', note: '', proposed: '', parent: '' };
  let usable = true;
  for (const column of TEXT_COLUMNS) {
    const read = textField(cell(column));
    if ('value' in read) texts[column] = read.value;
    else {
      complain(column, read.problem, read.fix);
      usable = false;
    }
  }
  return usable ? texts : null;
}

/** The content of the columns that only some kinds use, or null where one cannot be read or is not the kind's. */
function readFields(
  sheet: KeyedSheet<CriteriaColumn>,
  row: number,
  kind: KindId | 'section',
  complain: Complain,
): Fields | null {
  const used: Partial<Record<KindField, string>> = kind === 'section' ? { standard: 'required' } : KINDS[kind].fields;
  const fields: Fields = {};
  let usable = true;
  for (const column of KIND_COLUMNS) {
    const read = readField(sheet, row, column);
    if ('value' in read && (read.value === undefined || used[column] !== undefined)) {
      if (read.value !== undefined) fields[column] = read.value;
      continue;
    }
    if (used[column] === undefined) complain(column, 'notUsedByKind');
    else if ('problem' in read) complain(column, read.problem, read.fix);
    usable = false;
  }
  return usable ? fields : null;
}

const isText = (column: KindField): column is TextField => TEXT_FIELDS.some((one) => one === column);

function readField(sheet: KeyedSheet<CriteriaColumn>, row: number, column: KindField): FieldReading {
  const cell = cellIn(sheet, row, column);
  if (isText(column)) {
    const read = textField(cell);
    return 'value' in read ? { value: read.value || undefined } : read;
  }
  if (isChoiceField(column)) {
    const read = choiceField<string>(cell, criteriaWords.choices[column]);
    return 'value' in read ? { value: read.value || undefined } : read;
  }
  if (column !== 'least') return numberField(cell);
  return percentField(cell, isPercentFormat(sheet.snapshot.numberFormats[row]?.[sheet.layout.column(column) ?? -1]));
}

function parseNode(kind: KindId | 'section', given: object, complain: Complain): Node | null {
  const schema = kind === 'section' ? sectionSchema : KINDS[kind].schema;
  const parsed = schema.safeParse(kind === 'section' ? { kind, ...given, children: [] } : { kind, ...given }, {
    reportInput: true,
  });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    complain(ENTRY_COLUMNS.find((one) => one === issue.path[0]) ?? 'code', problemOf(issue));
  }
  return null;
}
