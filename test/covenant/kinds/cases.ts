/** What the tests of single kinds share: a criterion from JSON, and what is wrong with one that is refused. */
import type { z } from 'zod';

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
