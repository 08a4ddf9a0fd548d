/** *Giao ước* read back: the cluster and the rules, with a finding for each cell that cannot be read. */
import { type Cluster, checkCluster, clusterSchema, paperSchema, type UnitForm } from '../../covenant/covenant';
import { checkFullNames } from '../../covenant/fullNames';
import type { Finding } from '../../covenant/findings';
import type { CellPlace, RawCell } from '../../covenant/cell';
import { nameKey } from '../../covenant/names';
import { problemOf } from '../../covenant/problems';
import type { Rules } from '../../covenant/rules';
import { checkAwards, checkAwardWords, type PlaceOfAward } from '../../covenant/awards';
import { choiceField, dayField, type FieldValue } from '../shared/fields';
import { type KeyedSheet, rawCell } from '../../spreadsheet/snapshot';
import { readCases } from './cases';
import { type CovenantLines, readConditions } from './conditions';
import { FieldReader, Report } from './fieldReader';
import { type CovenantColumn, CLUSTER_FIELDS, type ClusterField, DAY_FIELDS, PAPER_FIELDS, UNITS } from './layout';
import { readRules } from './rules';
import { readAwards, type AwardsReading } from './awards';
import { readUnits, type UnitsReading } from './units';
import { sharedWords } from '../shared/words';
import { words as covenantWords } from './words';

export interface CovenantReading {
  /** null where it cannot be used; the findings have the reasons. */
  cluster: Cluster | null;
  rules: Rules | null;
  /** Where the lines are that conditions name; what they name is checked once the criteria are known. */
  lines: CovenantLines;
  /** Where the name of each unit of the cluster is. */
  unitNames: readonly CellPlace[];
  findings: Finding[];
}

/**
 * What points, ranks and awards do not depend on is left empty where it cannot be read, with a finding; any other cell that cannot be
 * read prevents the use of the covenant: two units under one code, or one left out, would give wrong sheets and ranks.
 */
export function readCovenantSheet(sheet: KeyedSheet<CovenantColumn>): CovenantReading {
  const report = new Report();
  const fields = new FieldReader(sheet, report);
  const { cluster, ...places } = readCluster(sheet, fields);
  const rules = readRules(fields);
  return { cluster: report.unusable ? null : cluster, rules, ...places, findings: report.findings };
}

function readCluster(
  sheet: KeyedSheet<CovenantColumn>,
  fields: FieldReader,
): Pick<CovenantReading, 'cluster' | 'lines' | 'unitNames'> {
  const { report } = fields;
  const type =
    fields.take('type', { otherwise: '', blocking: false }, (cell) => choiceField(cell, sharedWords.clusterTypes)) ||
    'cluster';
  const days = DAY_FIELDS.map(
    (day) => [day, fields.take(`period.${day}`, { otherwise: '', blocking: false }, dayField)] as const,
  );
  const units = readUnits(sheet, type, report);
  const awards = readAwards(sheet, report);
  const conditions = readConditions(sheet, awards, report);
  const lines = conditions.map((rows) => rows.map((row) => row.cell('line').place));
  const unitNames = units.rows.map((_row, index) => placeOfUnit(sheet, units, index, 'name'));
  const parsed = WITHOUT_AWARDS.safeParse(
    {
      id: fields.text('id'),
      title: fields.text('title'),
      type,
      superior: optionalText(fields, 'superior', clusterSchema.shape.superior),
      source: optionalText(fields, 'source', clusterSchema.shape.source),
      head: units.head,
      deputy: units.deputy,
      convener: readConvener(fields, units),
      period: { title: optionalText(fields, 'period.title', PERIOD_TITLE), ...Object.fromEntries(days) },
      paper: {
        ...Object.fromEntries(
          PAPER_FIELDS.map((one) => [one, optionalText(fields, `paper.${one}`, paperSchema.shape[one])]),
        ),
        unitForm: readUnitForm(fields),
      },
      units: units.units,
      cases: readCases(sheet, report),
    },
    { reportInput: true },
  );
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      fields.complain(CLUSTER_FIELDS.find((one) => one === issue.path.join('.')) ?? 'title', problemOf(issue), {
        blocking: true,
      });
    return { cluster: null, lines, unitNames };
  }
  const cluster: Cluster = { ...parsed.data, awards: awards.awards };
  const found = checkCluster(cluster, (index, field) => placeOfUnit(sheet, units, index, field));
  // Where a row cannot be read, more units stand there than were counted.
  const isWhole = !report.unusable;
  report.add(...found.filter(({ code }) => isWhole || code !== 'cluster-small'));
  report.add(...awardFindings(awards, conditions, units.units.length));
  // Points, ranks and proposals stay right: the covenant can be read.
  report.findings.push(
    ...checkFullNames(units.units, (index) => placeOfUnit(sheet, units, index, 'fullName')),
    ...checkAwardWords(awards.awards, placeOfAward(awards, conditions)).map(inWords),
  );
  return { cluster, lines, unitNames };
}

/** Awards are parsed row by row, and parsing them turns percent into hundredths: not twice. */
const WITHOUT_AWARDS = clusterSchema.omit({ awards: true });
const PERIOD_TITLE = clusterSchema.shape.period.unwrap().shape.title;

/** undefined where nothing is chosen, or nothing that is known. */
function readUnitForm(fields: FieldReader): UnitForm | undefined {
  const read = (cell: RawCell): FieldValue<UnitForm | ''> => choiceField(cell, covenantWords.unitForms);
  return fields.take('paper.unitForm', { otherwise: '', blocking: false }, read) || undefined;
}

/** A text that no result depends on: left out where it is too long. */
function optionalText(fields: FieldReader, field: ClusterField, schema: typeof clusterSchema.shape.source): string {
  const parsed = schema.safeParse(fields.text(field, { blocking: false }));
  if (!parsed.success) fields.complain(field, 'tooLong', { blocking: false });
  return parsed.data ?? '';
}

/** The unit by its name or its code. */
function readConvener(fields: FieldReader, { units }: UnitsReading): string {
  const text = nameKey(fields.text('convener', { blocking: false }));
  if (text === '') return '';
  const unit = units.find(({ name }) => nameKey(name) === text) ?? units.find(({ id }) => nameKey(id) === text);
  // Without units there is none to name, and that already is a finding.
  if (!unit && units.length > 0) fields.complain('convener', 'notInList', { blocking: false });
  return unit?.id ?? '';
}

function placeOfUnit(
  { snapshot, layout }: KeyedSheet<CovenantColumn>,
  { rows }: UnitsReading,
  index: number | null,
  field: 'id' | 'name' | 'fullName' | 'head' | 'barred',
): CellPlace {
  const row = index === null ? layout.row(UNITS.header) : rows[index];
  const column = layout.column(UNITS.columns[field === 'head' ? 'name' : field]);
  return row === undefined || column === undefined
    ? { sheet: snapshot.name, cell: null }
    : rawCell(snapshot, row, column).place;
}

/** Contradictions among the awards, checked only where every row could be read: a missing one would make references to it invalid. */
function awardFindings(
  { awards, rows, ids }: AwardsReading,
  conditions: ReturnType<typeof readConditions>,
  units: number,
): Finding[] {
  if (awards.length < ids.length) return [];
  return checkAwards(awards, units, placeOfAward({ awards, rows }, conditions)).map(inWords);
}

function placeOfAward(
  { awards, rows }: Pick<AwardsReading, 'awards' | 'rows'>,
  conditions: ReturnType<typeof readConditions>,
): PlaceOfAward {
  return (index, field, condition) => {
    if (condition !== undefined)
      return conditions[index]?.[condition]?.cell(field === 'text' ? 'text' : 'id').place ?? null;
    // A percentage is of what is beside it; only a plain number can be too large.
    const column = field === 'quota' && awards[index]?.quota?.type === 'percent' ? 'of' : field;
    return column === 'text' ? null : (rows[index]?.cell(column).place ?? null);
  };
}

/** The columns by their headings on the sheet. */
function inWords(found: Finding): Finding {
  if (found.code !== 'field-invalid') return found;
  const { titleColumns, conditionColumns } = covenantWords;
  const fields: Readonly<Record<string, string>> = {
    id: titleColumns.id,
    name: titleColumns.name,
    condition: conditionColumns.id,
    text: conditionColumns.text,
  };
  return { ...found, data: { ...found.data, field: fields[found.data.field] ?? found.data.field } };
}
