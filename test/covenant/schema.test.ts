/** The committed JSON Schemas are those of the model, and a data file of one's own is read by it. */
import { readdirSync, readFileSync } from 'node:fs';
import { schemas } from '../support/schemas';

describe('docs/schema', () => {
  it.each([...schemas()])('%s is what the model gives: run test/tools/writeSchemas.ts', (file, schema) => {
    expect(JSON.parse(readFileSync(`docs/schema/${file}`, 'utf8'))).toEqual(schema);
  });

  it('holds nothing else', () => {
    expect(readdirSync('docs/schema').sort()).toEqual([...schemas().keys()].sort());
  });
});
