/** The labelled fields of *Giao ước*, read one by one. */
import { type FieldProblem, type Finding, finding, type Fix, hasErrors } from '../../covenant/findings';
import { type RawCell, textOf } from '../../covenant/cell';
import { fieldFinding, type FieldValue } from '../shared/fields';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { rowKey } from '../../spreadsheet/keys';
import { type ClusterField, type RuleField, VALUE_COLUMN } from './layout';
import { words } from './words';

/** What was found in *Giao ước*, and whether it keeps the covenant from being used. */
export class Report {
  readonly findings: Finding[] = [];
  /** Something that points, ranks or titles rest on cannot be read. */
  unusable = false;

  add(...findings: readonly Finding[]): void {
    this.findings.push(...findings);
    this.unusable ||= hasErrors(findings);
  }

  /** A cell that cannot be read; `bears` says whether points, ranks or titles rest on it. */
  complain(cell: RawCell, field: string, problem: FieldProblem, bears: boolean, fix?: Fix): void {
    this.findings.push(fieldFinding(cell.place, field, problem, textOf(cell), fix));
    this.unusable ||= bears;
  }
}

export type Field = ClusterField | RuleField;

export class FieldReader {
  constructor(
    private readonly sheet: KeyedSheet,
    readonly report: Report,
  ) {}

  /** The cell of a field; an empty one that stands nowhere where its row is missing. */
  cell(field: Field): RawCell {
    return (
      keyedCell(this.sheet, rowKey.field(field), VALUE_COLUMN) ?? {
        value: null,
        date: false,
        place: { sheet: this.sheet.snapshot.name, cell: null },
      }
    );
  }

  text(field: Field): string {
    return textOf(this.cell(field));
  }

  /** Reads a cell; where it cannot be read the report says so, and `otherwise` is used. */
  take<T, D>(field: Field, otherwise: D, bears: boolean, read: (cell: RawCell) => FieldValue<T>): T | D {
    const result = read(this.cell(field));
    if ('value' in result) return result.value;
    this.complain(field, result.problem, bears, result.fix);
    return otherwise;
  }

  complain(field: Field, problem: FieldProblem, bears: boolean, fix?: Fix): void {
    this.report.complain(this.cell(field), words.fields[field], problem, bears, fix);
  }

  /** Fields whose row was deleted from a sheet of ours: what they said would silently be left out. */
  requireRows(heading: string, fields: readonly Field[]): void {
    if (this.sheet.layout.row(rowKey.field(heading)) === undefined) return;
    for (const field of fields)
      if (this.sheet.layout.row(rowKey.field(field)) === undefined)
        this.report.add(finding('row-missing', this.cell(field).place, { row: words.fields[field] }));
  }
}
