/** Conditions of awards that name a line of the criteria: the fact is the figure entered on that line of each unit's sheet. */
import type { Condition } from './awards';
import type { Cluster } from './covenant';
import { allLines, type CriteriaSet } from './criteria';
import type { FieldProblem } from './findingData';
import { finding, type Finding } from './findings';
import { type Criterion, kindOf } from './kinds';
import { nameKey } from './names';

/** The cell of the line of the n-th condition of the n-th award, both from 0. */
export type PlaceOfLine = (award: number, condition: number) => Finding['place'];

/** An error for each condition that names a line which the criteria lack, or whose figure is no fact for it. */
export function checkConditionLines(
  { awards }: Pick<Cluster, 'awards'>,
  criteria: CriteriaSet,
  placeOf: PlaceOfLine = () => null,
): Finding[] {
  return awards.flatMap(({ conditions }, award) =>
    conditions.flatMap((condition, position): Finding[] => {
      const problem = problemOfLine(condition, criteria);
      if (problem === null) return [];
      return [finding('field-invalid', placeOf(award, position), { field: 'line', problem, value: condition.line })];
    }),
  );
}

function problemOfLine({ line: code, measure }: Condition, criteria: CriteriaSet): FieldProblem | null {
  if (code === '') return null;
  const line = lineOf(criteria, code);
  if (line === undefined) return 'unknownLine';
  return holdsFact(line, measure) ? null : 'lineWithoutFigure';
}

/** A share needs a denominator or a target beside the figure, a count a number; a mark Đ or K says whether either is met. */
function holdsFact(line: Criterion, measure: Condition['measure']): boolean {
  const kind = kindOf(line);
  const figure = kind.figureRule(line);
  if (figure === null) return false;
  return figure.type === 'mark' || measure === 'count' || (kind.targetRule?.(line) ?? null) !== null;
}

/** Whether a text is the code of a line. */
export function hasLine(criteria: CriteriaSet, text: string): boolean {
  return text !== '' && lineOf(criteria, text) !== undefined;
}

function lineOf(criteria: CriteriaSet, code: string): Criterion | undefined {
  return allLines(criteria).find((line) => nameKey(line.code) === nameKey(code));
}

/** The cluster with the codes of lines as the criteria spell them: "iii.2" may have been entered for "III.2". */
export function withLineCodesOf<C extends Pick<Cluster, 'awards'>>(cluster: C, criteria: CriteriaSet): C {
  return withLines(cluster, ({ line }) => (line === '' ? '' : (lineOf(criteria, line)?.code ?? line)));
}

/**
 * The cluster as it is used with these criteria. A catalogue's cluster names lines of its own criteria set: in another one the
 * same code may be any line, so that none is named there.
 */
export function clusterFor<C extends Pick<Cluster, 'awards' | 'linesOf'>>(cluster: C, criteria: CriteriaSet): C {
  return cluster.linesOf === '' || cluster.linesOf === criteria.id ? cluster : withLines(cluster, () => '');
}

function withLines<C extends Pick<Cluster, 'awards'>>(
  cluster: C,
  lineOfCondition: (condition: Condition) => string,
): C {
  const awards = cluster.awards.map((award) => ({
    ...award,
    conditions: award.conditions.map((condition) => ({ ...condition, line: lineOfCondition(condition) })),
  }));
  return { ...cluster, awards };
}
