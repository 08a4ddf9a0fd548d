/** Helpers for the tests of single kinds: a criterion from JSON, and the problems of one that is refused. */
import type { z } from 'zod';
import type { Figure, FormulaCells, Inputs } from '../../../src/covenant/kinds/kind';

const TEXT = { code: 'I.1', title: 'Báo cáo đúng hạn' };

/** The criterion parsed by a kind's schema. */
export function made<C>(schema: z.ZodType<C>, fields: object): C {
  return schema.parse({ ...TEXT, ...fields });
}

/** Each issue as "field: problem"; empty if the fields are valid. */
export function refusals(schema: z.ZodType, fields: object): string[] {
  const { error } = schema.safeParse({ ...TEXT, ...fields });
  return (error?.issues ?? []).map((issue) => {
    const problem: unknown = issue.code === 'custom' ? issue.params?.['problem'] : issue.code;
    return `${issue.path.join('.')}: ${String(problem)}`;
  });
}

/** Inputs of a figure alone, or of a figure with a denominator or target. */
export function inputs(figure: Figure, target = 0, leader = 0): Inputs {
  return { figure, target, leader };
}

/** Cells in the first row, one column each. */
export const CELLS: FormulaCells = { standard: 'A1', figure: 'B1', target: 'C1', leader: 'D1' };
