/** The folders of `src` as layers: which imports which, without a cycle, and one list of all sheet types. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { definitionsOf } from '../src/sheets';

const SRC = path.resolve(__dirname, '../src');

interface SourceFile {
  /** Below `src`, with slashes: `sheets/unit/plan.ts`. */
  file: string;
  text: string;
  /** Files below `src` that it imports, without their extensions. */
  imports: string[];
}

const FILES: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => {
    const text = readFileSync(path.join(SRC, file), 'utf8');
    const imports = ts
      .preProcessFile(text)
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .map(({ fileName }) => path.posix.join(path.posix.dirname(file), fileName));
    return { file, text, imports };
  });

/** The imports between the folders that `folderOf` names; files of none (null) are left out. */
function folderImports(folderOf: (file: string) => string | null): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { file, imports } of FILES) {
    const from = folderOf(file);
    if (from === null) continue;
    const others = graph.get(from) ?? new Set<string>();
    graph.set(from, others);
    for (const imported of imports) {
      const to = folderOf(imported);
      if (to !== null && to !== from) others.add(to);
    }
  }
  return graph;
}

/** A cycle as a path that ends where it begins, or null. */
function cycleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const finished = new Set<string>();
  const visit = (folder: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(folder)) return [...trail.slice(trail.indexOf(folder)), folder];
    if (finished.has(folder)) return null;
    for (const next of graph.get(folder) ?? []) {
      const cycle = visit(next, [...trail, folder]);
      if (cycle) return cycle;
    }
    finished.add(folder);
    return null;
  };
  for (const folder of graph.keys()) {
    const cycle = visit(folder, []);
    if (cycle) return cycle;
  }
  return null;
}

const topFolder = (file: string): string | null => (file.includes('/') ? (file.split('/')[0] ?? null) : null);

const sheetFolder = (file: string): string | null =>
  /^sheets\/([^/]+)\//.exec(`${file}/`)?.[1]?.replace(/^(definition|index)(\.ts)?$/, '') || null;

test('no workbook, page or picture that a command has written stands at the top', () => {
  expect(readdirSync(path.join(SRC, '..')).filter((name) => /\.(xls[xm]|pdf|png|csv|zip)$/.test(name))).toEqual([]);
});

describe('the folders of src', () => {
  it('import each other without a cycle', () => {
    expect(cycleIn(folderImports(topFolder))).toBeNull();
  });

  it('of the sheets import each other without a cycle', () => {
    expect(cycleIn(folderImports(sheetFolder))).toBeNull();
  });

  it('import only from the layers below', () => {
    const layers = [
      ...['covenant', 'spreadsheet', 'scoring', 'sheets', 'workbook', 'excel', 'commands', 'selfCheck'],
      ...['xlsx', 'locales', 'taskpane'],
      ...['stand-in', 'cli', 'hosting', 'workbench'],
    ];
    const graph = folderImports(topFolder);
    const upward = [...graph].flatMap(([from, others]) =>
      [...others].filter((to) => layers.indexOf(to) > layers.indexOf(from)).map((to) => `${from} → ${to}`),
    );
    expect(upward).toEqual([]);
    expect([...graph.keys()].filter((folder) => !layers.includes(folder))).toEqual([]);
  });

  it('know the cells of the model, and nothing else of it, in spreadsheet', () => {
    const known = FILES.filter(({ file }) => file.startsWith('spreadsheet/')).flatMap(({ imports }) =>
      imports.filter((imported) => !imported.startsWith('spreadsheet/')),
    );
    expect(new Set(known)).toEqual(new Set(['covenant/cell']));
  });
});

describe('the types of sheets', () => {
  const types = definitionsOf('covenant', 'unit', 'cluster', 'document', 'record', 'base').map(({ type }) => type);

  it('are as many as there are folders of sheets', () => {
    const folders = readdirSync(path.join(SRC, 'sheets'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(types).toHaveLength(folders.filter(({ name }) => name !== 'shared').length);
  });

  it('are all listed in the registry alone', () => {
    const imports = FILES.filter(
      ({ file, imports: found }) =>
        file !== 'sheets/index.ts' && new Set(found.filter((one) => /^sheets\/\w+\/definition$/.test(one))).size > 1,
    ).map(({ file }) => file);
    // Words of languages name each of the documents; no file names every type, as a string or as a key.
    const naming = FILES.filter(({ text }) =>
      types.every((type) => new RegExp(`'${type}'|^\\s*${type}(:|,$)`, 'm').test(text)),
    ).map(({ file }) => file);
    expect({ imports, naming }).toEqual({ imports: [], naming: [] });
  });
});
