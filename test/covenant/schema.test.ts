/** The committed JSON Schemas are those generated from the model. */
import { readdirSync, readFileSync } from 'node:fs';
import { schemas } from '../support/schemas';

describe('docs/schema', () => {
  it.each([...schemas()])('%s is up to date (regenerate: npx tsx test/tools/writeSchemas.ts)', (file, schema) => {
    expect(JSON.parse(readFileSync(`docs/schema/${file}`, 'utf8'))).toEqual(schema);
  });

  it('contains no other file', () => {
    expect(readdirSync('docs/schema').sort()).toEqual([...schemas().keys()].sort());
  });
});
