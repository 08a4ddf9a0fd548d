/** The registry of kinds. A new kind is one file beside this one and one line here. */
import { z } from 'zod';
import { bonus } from './bonus';
import { deduction } from './deduction';
import { graded } from './graded';
import type { CriterionKind } from './kind';
import { passFail } from './passFail';
import { penalty } from './penalty';
import { proportional } from './proportional';
import { relative } from './relative';
import { tiered } from './tiered';

export const KINDS = {
  graded,
  passFail,
  tiered,
  proportional,
  deduction,
  relative,
  bonus,
  penalty,
};

export type KindId = keyof typeof KINDS;

/** A scored line: the fields of its kind. */
export type Criterion = { [K in KindId]: (typeof KINDS)[K] extends CriterionKind<infer C> ? C : never }[KindId];

/** The kind of a criterion, with functions that accept any criterion. */
export function kindOf(criterion: { kind: KindId }): CriterionKind<Criterion> {
  // Each criterion has the id of the kind that parsed it, so the functions only receive criteria of their own kind.
  return KINDS[criterion.kind];
}

export function isKindId(value: string): value is KindId {
  return Object.hasOwn(KINDS, value);
}

const schemas: z.ZodType<Criterion>[] = Object.values(KINDS).map((kind) => kind.schema);

/** A criterion of any kind, as in JSON. */
export const criterionSchema = z.union(schemas);
