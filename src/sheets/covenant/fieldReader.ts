/** The labelled fields of *Giao ước*, read one by one. */
import type { FieldProblem } from '../../covenant/findingData';
import { type Finding, finding, hasErrors } from '../../covenant/findings';
import type { Fix } from '../../covenant/fixes';
import type { RawCell } from '../../covenant/cell';
import { fieldFinding, type FieldValue, quotedText, textField } from '../shared/fields';
import { type KeyedSheet, keyedCell } from '../../spreadsheet/snapshot';
import { rowKey } from '../../spreadsheet/keys';
import { type CovenantColumn, type ClusterField, type RuleField, VALUE_COLUMN } from './layout';
import { words } from './words';

/** What happens where a cell cannot be read. */
export interface ProblemOptions {
  /** Whether points, ranks or awards depend on the cell, so that the covenant cannot be used. */
  blocking: boolean;
  fix?: Fix | undefined;
}

/** How a cell is read: the value used where it cannot be read, and whether that prevents the use of the covenant. */
export interface TakeOptions<D> extends Pick<ProblemOptions, 'blocking'> {
  otherwise: D;
}

/** What was found in *Giao ước*, and whether it prevents the use of the covenant. */
export class Report {
  readonly findings: Finding[] = [];
  /** Whether something that points, ranks or awards depend on cannot be read. */
  unusable = false;

  add(...findings: readonly Finding[]): void {
    this.findings.push(...findings);
    this.unusable ||= hasErrors(findings);
  }

  /** Reports a cell that cannot be read; once, though it may be read several times. */
  complain(cell: RawCell, field: string, problem: FieldProblem, { blocking, fix }: ProblemOptions): void {
    this.unusable ||= blocking;
    const found = fieldFinding(cell.place, field, problem, quotedText(cell), fix);
    const isKnown = ({ code, place }: Finding): boolean => code === found.code && place?.cell === cell.place.cell;
    if (cell.place.cell === null || !this.findings.some(isKnown)) this.findings.push(found);
  }
}

export type Field = ClusterField | RuleField;

export class FieldReader {
  constructor(
    private readonly sheet: KeyedSheet<CovenantColumn>,
    readonly report: Report,
  ) {}

  /** The cell of a field; an empty cell without an address where its row is missing. */
  cell(field: Field): RawCell {
    return (
      keyedCell(this.sheet, rowKey.field(field), VALUE_COLUMN) ?? {
        value: null,
        date: false,
        place: { sheet: this.sheet.snapshot.name, cell: null },
      }
    );
  }

  text(field: Field, { blocking } = { blocking: true }): string {
    return this.take(field, { otherwise: '', blocking }, textField);
  }

  /** Reads a cell; where it cannot be read it is reported, and the result is `otherwise`. */
  take<T, const D>(
    field: Field,
    { otherwise, blocking }: TakeOptions<D>,
    read: (cell: RawCell) => FieldValue<T>,
  ): T | D {
    const result = read(this.cell(field));
    if ('value' in result) return result.value;
    this.complain(field, result.problem, { blocking, fix: result.fix });
    return otherwise;
  }

  complain(field: Field, problem: FieldProblem, options: ProblemOptions): void {
    this.report.complain(this.cell(field), words.fields[field], problem, options);
  }

  /** Reports fields whose row was deleted: their values would be omitted silently. */
  requireRows(heading: string, fields: readonly Field[]): void {
    if (this.sheet.layout.row(rowKey.field(heading)) === undefined) return;
    for (const field of fields)
      if (this.sheet.layout.row(rowKey.field(field)) === undefined)
        this.report.add(finding('row-missing', this.cell(field).place, { row: words.fields[field] }));
  }
}
