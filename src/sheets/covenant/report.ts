/** What was found in *Giao ước*, and whether it keeps the covenant from being used. */
import { type FieldProblem, type Finding, type Fix, hasErrors } from '../../covenant/findings';
import { type RawCell, textOf } from '../../covenant/cell';
import { fieldFinding } from '../shared/fields';

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
