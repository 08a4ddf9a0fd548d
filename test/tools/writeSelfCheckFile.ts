/** Writes the file that the self-check inserts, as a module: `npx tsx test/tools/writeSelfCheckFile.ts`. */
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { SAMPLE_MODULE, sampleFile, sampleModule } from '../support/selfCheckFile';

async function write(): Promise<void> {
  const text = sampleModule(await sampleFile());
  const options = { ...(await resolveConfig(SAMPLE_MODULE)), filepath: SAMPLE_MODULE };
  await writeFile(SAMPLE_MODULE, await format(text, options));
}

write().catch((thrown: unknown) => {
  process.stderr.write(`${String(thrown)}\n`);
  process.exitCode = 1;
});
