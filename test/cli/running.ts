/** The headless command called as a script calls it, on files of a folder that lives as long as the tests of one file. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordsFor } from '../../src/locales';
import { cliWords } from '../../src/locales/cli';
import { type Printed, VERBS } from '../../src/cli/verbs';

export interface Description {
  units: {
    unit: string;
    sheet: string;
    stage: string;
    reviewer: string;
    lines: { code: string; kind: string; cells: Record<string, string | null> }[];
    totals: Record<string, string>;
  }[];
  summary: { sheet: string; rows: { unit: string; cells: Record<string, string> }[] };
}

type Run = [verb: string, file: string | null, options?: Record<string, string>, lang?: string];

export interface Folder {
  /** The path of a file of the folder. */
  at(name: string): string;
  files(): Promise<string[]>;
  run(...call: Run): Promise<Printed>;
  /** What a verb prints, as a script would read it. */
  output<T>(...call: Run): Promise<T>;
  /** Writes a file of entries and gives its path. */
  entriesFile(name: string, entries: unknown): Promise<string>;
}

/** A folder for the tests of the file that calls it. */
export function useFolder(): Folder {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'headless-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  const run: Folder['run'] = (verb, file, options = {}, lang = 'vi') => {
    const { criteria, cluster, entries, code, out, by } = options;
    const work = VERBS[verb];
    if (!work) throw new Error(`no verb ${verb}`);
    const call = { criteria, cluster, entries, code, out, by };
    return work.run({
      file: file === null ? null : at(file),
      options: call,
      words: wordsFor(lang),
      cliWords: cliWords(lang),
    });
  };
  return {
    at,
    run,
    files: () => readdir(folder),
    output: async <T>(...call: Run) => JSON.parse(JSON.stringify((await run(...call)).output)) as T,
    entriesFile: async (name, entries) => {
      await writeFile(at(name), JSON.stringify(entries));
      return at(name);
    },
  };
}
