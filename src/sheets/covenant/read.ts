/** *Giao ước* read back: the cluster and the rules, with a finding for each cell that cannot be used. */
import { type Cluster, checkCluster, clusterSchema, idFromName } from '../../covenant/covenant';
import { type CellPlace, finding, type Finding, hasErrors } from '../../covenant/findings';
import { type Rules, rulesSchema } from '../../covenant/rules';
import { paper } from '../../locales/paper';
import { type RawCell, textOf } from '../../scoring/entries';
import { choiceField, dayField, fieldFinding, type FieldValue, numberField, problemOf } from '../fields';
import { type KeyedSheet, keyedCell, rawCell } from '../image';
import { END_KEY, rowKey } from '../keys';
import { CLUSTER_FIELDS, DAY_FIELDS, RULE_FIELDS, UNITS_HEADER, VALUE_COLUMN } from './layout';

export interface CovenantReading {
  /** null where it cannot be used; then the findings say why. */
  cluster: Cluster | null;
  rules: Rules | null;
  findings: Finding[];
}

type Field = (typeof CLUSTER_FIELDS)[number] | (typeof RULE_FIELDS)[number];

export function readCovenantSheet(sheet: KeyedSheet): CovenantReading {
  const reader = new FieldReader(sheet);
  const cluster = readCluster(sheet, reader);
  const rules = readRules(reader);
  const { findings } = reader;
  // Two units under one code, or one left out for a wrong cell, would give wrong sheets and wrong ranks.
  return { cluster: hasErrors(findings) ? null : cluster, rules, findings };
}

/** Reads fields one by one and remembers where each stands and what was wrong. */
class FieldReader {
  readonly findings: Finding[] = [];

  constructor(private readonly sheet: KeyedSheet) {}

  cell(field: Field): RawCell {
    return (
      keyedCell(this.sheet, rowKey.field(field), VALUE_COLUMN) ?? {
        value: null,
        date: false,
        place: { sheet: this.sheet.image.name, cell: null },
      }
    );
  }

  text(field: Field): string {
    return textOf(this.cell(field));
  }

  take<T, D>(field: Field, otherwise: D, read: (cell: RawCell) => FieldValue<T>): T | D {
    const cell = this.cell(field);
    const result = read(cell);
    if ('value' in result) return result.value;
    this.complain(cell.place, field, result.problem, textOf(cell), result.fix);
    return otherwise;
  }

  complain(place: CellPlace, field: Field, ...rest: Tail<Parameters<typeof fieldFinding>>): void {
    this.findings.push(fieldFinding(place, paper.covenant.fields[field], ...rest));
  }
}
type Tail<T extends unknown[]> = T extends [unknown, unknown, ...infer R] ? R : never;

function readCluster(sheet: KeyedSheet, reader: FieldReader): Cluster | null {
  const type = reader.take('type', '', (cell) => choiceField(cell, paper.clusterTypes)) || 'cluster';
  const units = readUnits(sheet, type, reader.findings);
  const days = Object.fromEntries(DAY_FIELDS.map((day) => [day, reader.take(`period.${day}`, '', dayField)]));
  const parsed = clusterSchema.safeParse({
    id: reader.text('id'),
    title: reader.text('title'),
    type,
    superior: reader.text('superior'),
    source: reader.text('source'),
    head: units.head,
    deputy: units.deputy,
    period: { title: reader.text('period.title'), ...days },
    units: units.units,
  });
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = CLUSTER_FIELDS.find((one) => one === issue.path.join('.')) ?? 'title';
      reader.complain(reader.cell(field).place, field, problemOf(issue), reader.text(field));
    }
    return null;
  }
  const nameColumn = sheet.layout.column('name') ?? 0;
  reader.findings.push(
    ...checkCluster(parsed.data, (index, field) => {
      const row = index === null ? sheet.layout.row(UNITS_HEADER) : units.rows[index];
      const column = field === 'id' ? (sheet.layout.column('id') ?? nameColumn) : nameColumn;
      return row === undefined ? { sheet: sheet.image.name, cell: null } : rawCell(sheet.image, row, column).place;
    }),
  );
  return parsed.data;
}

interface UnitsReading {
  units: { id: string; name: string; fullName: string }[];
  /** The row of each unit. */
  rows: number[];
  head: string;
  deputy: string;
}

function readUnits(sheet: KeyedSheet, type: Cluster['type'], findings: Finding[]): UnitsReading {
  const reading: UnitsReading = { units: [], rows: [], head: '', deputy: '' };
  const header = sheet.layout.row(UNITS_HEADER);
  if (header === undefined) {
    findings.push(
      finding('row-missing', { sheet: sheet.image.name, cell: null }, { row: paper.covenant.unitsHeading }),
    );
    return reading;
  }
  const end = sheet.layout.row(END_KEY) ?? sheet.image.values.length;
  for (let row = header + 1; row < end; row += 1) readUnitRow(sheet, row, type, reading, findings);
  return reading;
}

function readUnitRow(
  sheet: KeyedSheet,
  row: number,
  type: Cluster['type'],
  reading: UnitsReading,
  findings: Finding[],
): void {
  const cell = (column: string): RawCell => rawCell(sheet.image, row, sheet.layout.column(column) ?? 0);
  const { columns } = paper.covenant;
  const name = textOf(cell('name'));
  const fullName = textOf(cell('fullName'));
  const id = textOf(cell('id'));
  if (name === '' && fullName === '' && id === '') return;
  const complain = (column: 'name' | 'id' | 'role' | 'fullName', problem: Parameters<typeof fieldFinding>[2]): void => {
    findings.push(fieldFinding(cell(column).place, columns[column], problem, textOf(cell(column))));
  };
  if (name === '') return complain('name', 'required');
  if (name.length > 200) return complain('name', 'tooLong');
  if (id.length > 40) return complain('id', 'tooLong');
  if (fullName.length > 300) return complain('fullName', 'tooLong');
  // A unit typed in without a code gets the one that follows from its name; by whole letters where it has no Latin ones.
  const unit = { id: id || idFromName(name) || Array.from(name).slice(0, 20).join(''), name, fullName };
  reading.units.push(unit);
  reading.rows.push(row);
  const role = choiceField(cell('role'), paper.roles[type]);
  if ('problem' in role) complain('role', role.problem);
  else if (role.value !== '' && reading[role.value] !== '') complain('role', 'doubled');
  else if (role.value !== '') reading[role.value] = unit.id;
}

/** The rules, or null where one of them cannot be read: a cap that is left out would change every total. */
function readRules(reader: FieldReader): Rules | null {
  const before = reader.findings.length;
  const yesNo = reader.take('rules.floorAtZero', null, (cell) => choiceField(cell, { yes: paper.yes, no: paper.no }));
  if (yesNo === '') reader.complain(reader.cell('rules.floorAtZero').place, 'rules.floorAtZero', 'notYesOrNo', '');
  const parsed = rulesSchema.safeParse({
    bonusCap: reader.take('rules.bonusCap', null, numberField) ?? null,
    totalCap: reader.take('rules.totalCap', null, numberField) ?? null,
    floorAtZero: yesNo !== 'no',
  });
  if (parsed.success) return reader.findings.length > before ? null : parsed.data;
  for (const issue of parsed.error.issues) {
    const field = RULE_FIELDS.find((one) => one === `rules.${issue.path.join('.')}`) ?? 'rules.bonusCap';
    reader.complain(reader.cell(field).place, field, problemOf(issue), reader.text(field));
  }
  return null;
}
