/** *Tiêu chí* read back: the criteria set, with a finding for each cell that cannot be used. */
import { checkCriteria, checkTitles, type CriteriaSet, criteriaSetSchema, isSection } from '../../covenant/criteria';
import { nameKey } from '../../covenant/names';
import type { FieldProblem } from '../../covenant/findingData';
import { finding, type Finding, hasErrors } from '../../covenant/findings';
import { type CellPlace, type RawCell } from '../../covenant/cell';
import { KINDS } from '../../covenant/kinds';
import { rulesSchema } from '../../covenant/rules';
import { fieldFinding, numberField, quotedText, textField } from '../shared/fields';
import { problemOf } from '../../covenant/problems';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { END_KEY, rowKey } from '../../spreadsheet/keys';
import { parseAddress } from '../../spreadsheet/plan';
import { type CriteriaColumn, CRITERIA_FIELDS, CRITERIA_HEADER, ENTRY_COLUMNS, FIELD_COLUMN } from './layout';
import { placeIn, readRow, type RowReading } from './row';
import { words } from './words';

export interface CriteriaReading {
  /** null where it cannot be used; the findings have the reasons. */
  criteria: CriteriaSet | null;
  findings: Finding[];
}

type Field = (typeof CRITERIA_FIELDS)[number];
type Tree = Pick<CriteriaSet, 'sections' | 'bonuses' | 'penalties'>;

export function readCriteriaSheet(sheet: KeyedSheet<CriteriaColumn>): CriteriaReading {
  const findings = missingColumns(sheet);
  const rows = readRows(sheet, findings);
  findings.push(...lostZeros(sheet, rows));
  const heading = readHeading(sheet, findings);
  // A section that cannot be read would leave its lines without a section: the tree is built only where every row can be read.
  if (hasErrors(findings) || heading === null) return { criteria: null, findings };
  const tree = buildTree(sheet, rows, findings);
  if (hasErrors(findings)) return { criteria: null, findings };
  // Rules belong to *Giao ước*, and are read there.
  const criteria: CriteriaSet = { ...heading, rules: rulesSchema.parse({}), ...tree };
  const placeOf = (code: string | null, field: string): CellPlace => placeOfCode(sheet, rows, code, field);
  findings.push(...checkCriteria(criteria, placeOf).map((one) => inWords(sheet, one)));
  const isUsable = !hasErrors(findings);
  // What is worded alike still has its own points.
  findings.push(...checkTitles(criteria, placeOf).map((one) => inWords(sheet, one)));
  return { criteria: isUsable ? criteria : null, findings };
}

/** Deleted columns; without a column of numbers every total could be wrong unnoticed. */
function missingColumns(sheet: KeyedSheet<CriteriaColumn>): Finding[] {
  const place = { sheet: sheet.snapshot.name, cell: null };
  return ENTRY_COLUMNS.filter((column) => sheet.layout.column(column) === undefined).map((column) =>
    finding('column-missing', place, { column: words.columns[column] }),
  );
}

function fieldCell(sheet: KeyedSheet<CriteriaColumn>, field: Field): RawCell {
  const missing = { value: null, date: false, place: { sheet: sheet.snapshot.name, cell: null } };
  return keyedCell(sheet, rowKey.field(field), FIELD_COLUMN) ?? missing;
}

const headingSchema = criteriaSetSchema.omit({ rules: true, sections: true, bonuses: true, penalties: true });

/** The fields above the table, or null where one of them cannot be used. */
function readHeading(
  sheet: KeyedSheet<CriteriaColumn>,
  findings: Finding[],
): Omit<CriteriaSet, 'rules' | 'sections' | 'bonuses' | 'penalties'> | null {
  const complain = (field: Field, problem: FieldProblem, fix?: Finding['fix']): null => {
    const cell = fieldCell(sheet, field);
    findings.push(fieldFinding(cell.place, words.fields[field], problem, quotedText(cell), fix));
    return null;
  };
  const scale = numberField(fieldCell(sheet, 'scale'));
  if ('problem' in scale) return complain('scale', scale.problem, scale.fix);
  const given: Record<string, unknown> = {};
  for (const field of CRITERIA_FIELDS) {
    const text = textField(fieldCell(sheet, field));
    if ('problem' in text) return complain(field, text.problem, text.fix);
    given[field] = text.value;
  }
  given.scale = scale.value;
  const parsed = headingSchema.safeParse(given, { reportInput: true });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    complain(CRITERIA_FIELDS.find((one) => one === issue.path[0]) ?? 'title', problemOf(issue));
  return null;
}

function placeOfCode(
  sheet: KeyedSheet<CriteriaColumn>,
  rows: readonly RowReading[],
  code: string | null,
  field: string,
): CellPlace {
  if (field === 'scale') return fieldCell(sheet, 'scale').place;
  const matching = rows.filter(({ node }) => code !== null && nameKey(node.code) === nameKey(code));
  // Of two rows with one code the later one is shown: the first was there before it.
  const row = matching.at(-1)?.row ?? sheet.layout.row(CRITERIA_HEADER) ?? 0;
  return placeIn(sheet, row, field === 'standard' || field === 'kind' || field === 'title' ? field : 'code');
}

/** The column by its heading on the sheet; and of a code that a number doubles, that its zero is lost. */
function inWords({ snapshot }: KeyedSheet<CriteriaColumn>, found: Finding): Finding {
  if (found.code !== 'field-invalid') return found;
  const { field, problem } = found.data;
  const column = ENTRY_COLUMNS.find((one) => one === field);
  const cell = found.place?.cell ? parseAddress(found.place.cell) : null;
  const lost = problem === 'doubled' && cell !== null && isFraction(snapshot.values[cell.row]?.[cell.column]);
  const data = { field: column ? words.columns[column] : field, problem: lost ? ('lostZero' as const) : problem };
  return { ...found, data: { ...found.data, ...data } };
}

const isFraction = (value: unknown): boolean => typeof value === 'number' && !Number.isInteger(value);

/** Numbers of one section that are typed as numbers and doubled: 1.10 has become 1.1. */
function lostZeros(sheet: KeyedSheet<CriteriaColumn>, rows: readonly RowReading[]): Finding[] {
  const column = sheet.layout.column('number');
  const seen = new Set<string>();
  return rows.flatMap(({ row, parent, node: { number } }) => {
    const key = `${nameKey(parent)}/${number}`;
    const known = seen.has(key);
    seen.add(key);
    if (!known || column === undefined || !isFraction(sheet.snapshot.values[row]?.[column])) return [];
    return [fieldFinding(placeIn(sheet, row, 'number'), words.columns.number, 'lostZero', number)];
  });
}

function readRows(sheet: KeyedSheet<CriteriaColumn>, findings: Finding[]): RowReading[] {
  const header = sheet.layout.row(CRITERIA_HEADER);
  if (header === undefined) {
    findings.push(finding('row-missing', { sheet: sheet.snapshot.name, cell: null }, { row: words.title }));
    return [];
  }
  const end = sheet.layout.row(END_KEY) ?? sheet.snapshot.values.length;
  const rows: RowReading[] = [];
  for (let row = header + 1; row < end; row += 1) {
    const reading = readRow(sheet, row, findings);
    if (reading) rows.push(reading);
  }
  return rows;
}

/** Puts the rows together by the code of the section each belongs to. */
function buildTree(sheet: KeyedSheet<CriteriaColumn>, rows: readonly RowReading[], findings: Finding[]): Tree {
  const tree: Tree = { sections: [], bonuses: [], penalties: [] };
  const parents = new Map(
    rows.flatMap(({ node, parent }) => (isSection(node) ? [[nameKey(node.code), { node, parent }]] : [])),
  );
  for (const { row, parent, node } of rows) {
    const place = placeIn(sheet, row, 'parent');
    const complain = (problem: FieldProblem): void => {
      findings.push(fieldFinding(place, words.columns.parent, problem, parent));
    };
    const above = parents.get(nameKey(parent));
    if (!isSection(node) && KINDS[node.kind].part !== 'standard') {
      if (parent !== '') complain('standardInAdjustments');
      tree[KINDS[node.kind].part === 'bonus' ? 'bonuses' : 'penalties'].push(node);
    } else if (parent === '') {
      if (isSection(node)) tree.sections.push(node);
      else complain('required');
    } else if (nameKey(parent) === nameKey(node.code)) complain('ownSection');
    else if (!above) complain('unknownSection');
    else if (isSection(node) && isInCircle(nameKey(node.code), parents))
      findings.push(finding('section-circle', place, { section: node.code }));
    else above.node.children.push(node);
  }
  return tree;
}

function isInCircle(section: string, parents: ReadonlyMap<string, { parent: string }>): boolean {
  const seen = new Set<string>();
  for (let up = section; up !== ''; up = nameKey(parents.get(up)?.parent ?? '')) {
    if (seen.has(up)) return true;
    seen.add(up);
  }
  return false;
}
