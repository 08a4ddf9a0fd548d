/** Criteria sets and clusters for the headless command: by id from the catalogue, from a JSON file, or from a workbook. */
import { messageOf } from '../thrown';
import { basename } from 'node:path';
import { done, type Outcome, refused } from '../covenant/outcome';
import { clusters, criteriaSets } from '../covenant/catalogue';
import type { Cluster } from '../covenant/covenant';
import type { CriteriaSet } from '../covenant/criteria';
import { type Finding, hasErrors } from '../covenant/findings';
import { readClusterData, readCriteriaData } from '../covenant/importData';
import { readWorkbookSnapshot } from '../excel/read';
import { importCluster, importCriteria } from '../workbook/import/importTables';
import type { WorkbookSnapshot } from '../spreadsheet/snapshot';
import { openSession } from './session';
import { readBytes } from './files';
import { UnusableFile, WrongUse } from './wrongUse';

/** The criteria set, or the findings that say why the file cannot be used. Throws WrongUse where there is no such source. */
export function loadCriteria(source: string): Promise<Outcome<CriteriaSet>> {
  return load(source, criteriaSets(), {
    data: (data, file) => {
      const { criteria, findings } = readCriteriaData(data, file);
      return outcome(criteria, findings);
    },
    workbook: (snapshot) => {
      const { criteria, findings } = importCriteria(snapshot);
      return outcome(criteria, findings);
    },
  });
}

/** The same for a cluster. */
export function loadCluster(source: string): Promise<Outcome<Cluster>> {
  return load(source, clusters(), {
    data: (data, file) => {
      const { cluster, findings } = readClusterData(data, file);
      return outcome(cluster, findings);
    },
    workbook: (snapshot) => {
      const { cluster, findings } = importCluster(snapshot);
      return outcome(cluster, findings);
    },
  });
}

interface Readers<T> {
  data(data: unknown, file: string): Outcome<T>;
  workbook(snapshot: WorkbookSnapshot): Outcome<T>;
}

async function load<T extends { id: string }>(
  source: string,
  known: readonly T[],
  read: Readers<T>,
): Promise<Outcome<T>> {
  const found = known.find(({ id }) => id === source);
  if (found) return done(found);
  const name = source.toLowerCase();
  if (name.endsWith('.json')) return read.data(parseJson(source, await readText(source)), basename(source));
  if (name.endsWith('.xlsx')) return read.workbook(await readSnapshot(source));
  throw new WrongUse((words) => words.notInCatalogue(source, known.map(({ id }) => id).join(', ')));
}

/** A day that cannot be read leaves a cluster usable in its own workbook; a new one must not lose it in silence. */
function outcome<T>(value: T | null, findings: readonly Finding[]): Outcome<T> {
  return value === null || hasErrors(findings) ? refused(findings) : done(value);
}

async function readSnapshot(file: string): Promise<WorkbookSnapshot> {
  const session = await openSession(file);
  try {
    return await readWorkbookSnapshot({ foreign: 'all' });
  } finally {
    session.close();
  }
}

/** The text of a file in UTF-8, without a mark of the order of bytes. Throws UnusableFile. */
export async function readText(file: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(file));
}

/** Objects and lists within each other: none of our data has more than ten levels. */
const MAX_DEPTH = 100;

/** Throws UnusableFile where the text is no JSON, or nested so deep that it cannot be looked at. */
export function parseJson(file: string, text: string): unknown {
  if (depthOf(text) > MAX_DEPTH) throw new UnusableFile(({ fileErrors }) => fileErrors.tooDeep(file));
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const line = lineOf(messageOf(thrown), text);
    throw new UnusableFile((words) => words.notJson(file, line));
  }
}

/** The line that the parser's message points at, which is in English and not shown; null where it names none. */
function lineOf(message: string, text: string): number | null {
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}

function depthOf(json: string): number {
  let [depth, deepest] = [0, 0];
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
