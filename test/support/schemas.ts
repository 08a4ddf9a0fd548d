/** JSON Schemas of what a person may write by hand, made from the model; `writeSchemas.ts` writes them to docs/schema. */
import { z } from 'zod';
import { clusterSchema } from '../../src/covenant/covenant';
import { criteriaSetSchema } from '../../src/covenant/criteria';

const ABOUT = {
  'criteria.schema.json': [
    criteriaSetSchema,
    'A criteria set of an emulation covenant. Points are decimal numbers of at most two decimals; the points of a section equal the sum of what belongs to it. Bands are text such as ">95%: 1,5; 75–95%: 1; <75%: 0".',
  ],
  'cluster.schema.json': [
    clusterSchema,
    'A cluster or block: its units, period, awards and cases. Days are YYYY-MM-DD, or empty where none is known.',
  ],
} as const;

/** By the name of the file in docs/schema. */
export function schemas(): ReadonlyMap<string, object> {
  return new Map(
    Object.entries(ABOUT).map(([file, [schema, description]]) => {
      const { $schema, properties, ...rest } = z.toJSONSchema(schema, { io: 'input', reused: 'ref', override: closed });
      return [file, { $schema, description, ...rest, properties: { $schema: { type: 'string' }, ...properties } }];
    }),
  );
}

/** A field that the model does not know is refused, so the schema refuses it too. */
function closed({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.type === 'object') jsonSchema.additionalProperties = false;
}
