/** Writes the JSON Schemas of the model to docs/schema: `npx tsx test/tools/writeSchemas.ts`. */
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { schemas } from '../support/schemas';

async function write(): Promise<void> {
  for (const [name, schema] of schemas()) {
    const file = `docs/schema/${name}`;
    await writeFile(file, await format(JSON.stringify(schema), { ...(await resolveConfig(file)), filepath: file }));
  }
}

write().catch((thrown: unknown) => {
  process.stderr.write(`${String(thrown)}\n`);
  process.exitCode = 1;
});
