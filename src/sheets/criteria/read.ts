/** *Tiêu chí* read back: the criteria set, with a finding for each cell that cannot be used. */
import {
  checkCriteria,
  type CriteriaSet,
  criteriaSetSchema,
  isSection,
  type Node,
  type Section,
} from '../../covenant/criteria';
import { type CellPlace, type FieldProblem, finding, type Finding, hasErrors } from '../../covenant/findings';
import { isKindId, type KindId, KINDS } from '../../covenant/kinds';
import { NUMBER_FIELDS } from '../../covenant/kinds/kind';
import { hasTwoDecimals, type Hundredths, toHundredths } from '../../covenant/points';
import { paper } from '../../locales/paper';
import { type RawCell, textOf } from '../../scoring/entries';
import { choiceField, fieldFinding, numberField, problemOf } from '../fields';
import { type KeyedSheet, keyedCell, rawCell } from '../image';
import { END_KEY, rowKey } from '../keys';
import { CRITERIA_FIELDS, CRITERIA_HEADER, FIELD_COLUMN } from './layout';

export interface CriteriaReading {
  /** null where it cannot be used; then the findings say why. */
  criteria: CriteriaSet | null;
  findings: Finding[];
}

type Column = keyof typeof paper.criteria.columns;

/** A row of the table that could be read, before the tree is put together. */
interface RowReading {
  row: number;
  parent: string;
  node: Node;
}

export function readCriteriaSheet(sheet: KeyedSheet): CriteriaReading {
  const findings: Finding[] = [];
  const rows = readRows(sheet, findings);
  const scale = readScale(sheet, findings);
  // A section that cannot be read would make strangers of all its lines: the tree waits until every row can be.
  if (hasErrors(findings) || scale === null) return { criteria: null, findings };
  const tree = buildTree(rows, (row, column) => placeIn(sheet, row, column), findings);
  if (hasErrors(findings)) return { criteria: null, findings };
  const heading = Object.fromEntries(CRITERIA_FIELDS.map((field) => [field, fieldText(sheet, field)]));
  const parsed = criteriaSetSchema
    .pick({ id: true, title: true, version: true, legalBasis: true, source: true, proposal: true })
    .safeParse(heading);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) findings.push(headingFinding(sheet, issue.path[0], problemOf(issue)));
    return { criteria: null, findings };
  }
  // Rules belong to *Giao ước*; what stands there is what counts.
  const criteria: CriteriaSet = {
    ...parsed.data,
    scale,
    rules: { bonusCap: null, totalCap: null, floorAtZero: true },
    ...tree,
  };
  findings.push(...checkCriteria(criteria, (code, field) => placeOfCode(sheet, rows, code, field)));
  return { criteria: hasErrors(findings) ? null : criteria, findings };
}

function placeIn(sheet: KeyedSheet, row: number, column: Column): CellPlace {
  return rawCell(sheet.image, row, sheet.layout.column(column) ?? 0).place;
}

function fieldCell(sheet: KeyedSheet, field: (typeof CRITERIA_FIELDS)[number]): RawCell | null {
  return keyedCell(sheet, rowKey.field(field), FIELD_COLUMN);
}

function fieldText(sheet: KeyedSheet, field: (typeof CRITERIA_FIELDS)[number]): string {
  const cell = fieldCell(sheet, field);
  return cell === null ? '' : textOf(cell);
}

function headingFinding(sheet: KeyedSheet, name: PropertyKey | undefined, problem: FieldProblem): Finding {
  const field = CRITERIA_FIELDS.find((one) => one === name) ?? 'title';
  const place = fieldCell(sheet, field)?.place ?? { sheet: sheet.image.name, cell: null };
  return fieldFinding(place, paper.criteria.fields[field], problem, fieldText(sheet, field));
}

function readScale(sheet: KeyedSheet, findings: Finding[]): Hundredths | null {
  const cell = fieldCell(sheet, 'scale');
  const number = cell === null ? { value: undefined } : numberField(cell);
  const refused = (problem: FieldProblem): null => {
    findings.push(headingFinding(sheet, 'scale', problem));
    return null;
  };
  if ('problem' in number) return refused(number.problem);
  if (number.value === undefined) return refused('required');
  if (number.value <= 0) return refused('notPositive');
  return hasTwoDecimals(number.value) ? toHundredths(number.value) : refused('tooManyDecimals');
}

function placeOfCode(sheet: KeyedSheet, rows: readonly RowReading[], code: string | null, field: string): CellPlace {
  if (field === 'scale') return fieldCell(sheet, 'scale')?.place ?? { sheet: sheet.image.name, cell: null };
  const matching = rows.filter(({ node }) => node.code.toLowerCase() === code?.toLowerCase());
  // Of two rows with one code the later one is shown: the first was there before it.
  const row = matching.at(-1)?.row ?? sheet.layout.row(CRITERIA_HEADER) ?? 0;
  const column = field === 'standard' ? 'standard' : field === 'kind' ? 'kind' : 'code';
  return placeIn(sheet, row, column);
}

function readRows(sheet: KeyedSheet, findings: Finding[]): RowReading[] {
  const header = sheet.layout.row(CRITERIA_HEADER);
  if (header === undefined) {
    findings.push(finding('row-missing', { sheet: sheet.image.name, cell: null }, { row: paper.criteria.title }));
    return [];
  }
  const end = sheet.layout.row(END_KEY) ?? sheet.image.values.length;
  const rows: RowReading[] = [];
  for (let row = header + 1; row < end; row += 1) {
    const reading = readRow(sheet, row, findings);
    if (reading) rows.push(reading);
  }
  return rows;
}

const READ_COLUMNS: readonly Column[] = [
  'code',
  'number',
  'title',
  'parent',
  'kind',
  'note',
  'proposed',
  ...NUMBER_FIELDS,
];

function readRow(sheet: KeyedSheet, row: number, findings: Finding[]): RowReading | null {
  const cell = (column: Column): RawCell => rawCell(sheet.image, row, sheet.layout.column(column) ?? 0);
  if (READ_COLUMNS.every((column) => textOf(cell(column)) === '')) return null;
  const complain = (column: Column, problem: FieldProblem, fix?: Parameters<typeof fieldFinding>[4]): null => {
    findings.push(fieldFinding(cell(column).place, paper.criteria.columns[column], problem, textOf(cell(column)), fix));
    return null;
  };
  const kind = choiceField<KindId | 'section'>(cell('kind'), { section: paper.section, ...KIND_NAMES });
  if ('problem' in kind) return complain('kind', kind.problem);
  if (kind.value === '') return complain('kind', 'required');
  const numbers = readNumbers(cell, kind.value, complain);
  if (numbers === null) return null;
  const base = {
    code: textOf(cell('code')),
    number: textOf(cell('number')),
    title: textOf(cell('title')),
    note: textOf(cell('note')),
    proposed: textOf(cell('proposed')) !== '',
  };
  const node =
    kind.value === 'section' ? parseSection(base, numbers, complain) : parseLine(kind.value, base, numbers, complain);
  return node === null ? null : { row, parent: textOf(cell('parent')), node };
}

const KIND_NAMES = Object.fromEntries(Object.entries(KINDS).map(([id, kind]) => [id, kind.words.name])) as Record<
  KindId,
  string
>; // fromEntries forgets the keys it was given

type Complain = (column: Column, problem: FieldProblem, fix?: Parameters<typeof fieldFinding>[4]) => null;
interface Base {
  code: string;
  number: string;
  title: string;
  note: string;
  proposed: boolean;
}

/** The numbers of a row, or null where one cannot be read or does not belong to the kind. */
function readNumbers(
  cell: (column: Column) => RawCell,
  kind: KindId | 'section',
  complain: Complain,
): Partial<Record<string, number>> | null {
  const used: Partial<Record<string, unknown>> = isKindId(kind) ? KINDS[kind].fields : { standard: 'required' };
  const numbers: Partial<Record<string, number>> = {};
  let usable = true;
  for (const field of NUMBER_FIELDS) {
    const read = numberField(cell(field));
    if ('problem' in read) complain(field, read.problem, read.fix);
    else if (read.value !== undefined && used[field] === undefined) complain(field, 'notUsedByKind');
    else {
      if (read.value !== undefined) numbers[field] = read.value;
      continue;
    }
    usable = false;
  }
  return usable ? numbers : null;
}

function parseSection(base: Base, numbers: Partial<Record<string, number>>, complain: Complain): Section | null {
  const { standard } = numbers;
  if (base.code === '') return complain('code', 'required');
  if (base.title === '') return complain('title', 'required');
  if (standard === undefined) return complain('standard', 'required');
  if (standard < 0) return complain('standard', 'negative');
  if (!hasTwoDecimals(standard)) return complain('standard', 'tooManyDecimals');
  return { kind: 'section', ...base, standard: toHundredths(standard), children: [] };
}

function parseLine(
  kind: KindId,
  base: Base,
  numbers: Partial<Record<string, number>>,
  complain: Complain,
): Node | null {
  const parsed = KINDS[kind].schema.safeParse({ kind, ...base, ...numbers });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const column = READ_COLUMNS.find((one) => one === issue.path[0]) ?? 'code';
    complain(column, problemOf(issue));
  }
  return null;
}

/** Puts the rows together by the code of the section each belongs to. */
function buildTree(
  rows: readonly RowReading[],
  placeAt: (row: number, column: Column) => CellPlace,
  findings: Finding[],
): Pick<CriteriaSet, 'sections' | 'bonuses' | 'penalties'> {
  const tree: Pick<CriteriaSet, 'sections' | 'bonuses' | 'penalties'> = { sections: [], bonuses: [], penalties: [] };
  const parents = new Map(rows.flatMap(({ node, parent }) => (isSection(node) ? [[node.code, { node, parent }]] : [])));
  for (const { row, parent, node } of rows) {
    const complain = (problem: FieldProblem): void => {
      findings.push(fieldFinding(placeAt(row, 'parent'), paper.criteria.columns.parent, problem, parent));
    };
    if (!isSection(node) && KINDS[node.kind].part !== 'standard') {
      if (parent !== '') complain('standardInAdjustments');
      tree[node.kind === 'bonus' ? 'bonuses' : 'penalties'].push(node);
    } else if (parent === '') {
      if (isSection(node)) tree.sections.push(node);
      else complain('required');
    } else if (parent === node.code) complain('ownSection');
    else if (!parents.has(parent)) complain('unknownSection');
    else if (isSection(node) && isInCircle(node.code, parents))
      findings.push(finding('section-circle', placeAt(row, 'parent'), { section: node.code }));
    else parents.get(parent)?.node.children.push(node);
  }
  return tree;
}

function isInCircle(code: string, parents: ReadonlyMap<string, { parent: string }>): boolean {
  const seen = new Set<string>();
  for (let up = code; up !== ''; up = parents.get(up)?.parent ?? '') {
    if (seen.has(up)) return true;
    seen.add(up);
  }
  return false;
}
