/** Criteria sets and clusters for the headless command: by id from the catalogue, from a JSON file, or from a workbook. */
import { messageOf } from '../thrown';
import { readFile } from 'node:fs/promises';
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
import { WrongUse } from './wrongUse';

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
    return await readWorkbookSnapshot({ foreign: true });
  } finally {
    session.close();
  }
}

/** The text of a file; a file that cannot be read is wrong use, named. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    throw new WrongUse((words) => words.cannotRead(file, messageOf(thrown)));
  }
}

export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new WrongUse((words) => words.notJson(file, messageOf(thrown)));
  }
}
