/** What the tests of single kinds share: a criterion from JSON, and what is wrong with one that is refused. */
import type { z } from 'zod';
import type { Figure, FormulaCells, Inputs } from '../../../src/covenant/kinds/kind';

const TEXT = { code: 'I.1', title: 'Báo cáo đúng hạn' };

/** The criterion that a kind's schema makes of some fields. */
export function made<C>(schema: z.ZodType<C>, fields: object): C {
  return schema.parse({ ...TEXT, ...fields });
}

/** Each issue as "field: problem"; empty where the fields are taken. */
export function refusals(schema: z.ZodType, fields: object): string[] {
  const { error } = schema.safeParse({ ...TEXT, ...fields });
  return (error?.issues ?? []).map((issue) => {
    const problem: unknown = issue.code === 'custom' ? issue.params?.['problem'] : issue.code;
    return `${issue.path.join('.')}: ${String(problem)}`;
  });
}

/** Inputs of a figure alone, or of a figure beside a denominator or target. */
export function inputs(figure: Figure, target = 0, leader = 0): Inputs {
  return { figure, target, leader };
}

/** Cells that stand in the first row, one column each. */
export const CELLS: FormulaCells = { standard: 'A1', figure: 'B1', target: 'C1', leader: 'D1' };
