/** Criteria sets and clusters for the headless command: by id from the catalogue, or from a JSON file. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { clusters, criteriaSets } from '../../covenant/catalogue';
import { type Cluster, clusterSchema } from '../../covenant/covenant';
import { type CriteriaSet, criteriaSetSchema } from '../../covenant/criteria';
import { WrongUse } from './wrongUse';

export function loadCriteria(source: string): Promise<CriteriaSet> {
  return load(source, criteriaSets(), criteriaSetSchema);
}

export function loadCluster(source: string): Promise<Cluster> {
  return load(source, clusters(), clusterSchema);
}

async function load<T extends { id: string }>(source: string, known: readonly T[], schema: z.ZodType<T>): Promise<T> {
  const found = known.find(({ id }) => id === source);
  if (found) return found;
  if (!source.toLowerCase().endsWith('.json'))
    throw new WrongUse(`Không có “${source}” trong danh mục. Có: ${known.map(({ id }) => id).join(', ')}.`);
  const parsed = schema.safeParse(parseJson(source, await readText(source)));
  if (!parsed.success) throw new WrongUse(`Tệp ${source} chưa đúng:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The text of a file; a file that cannot be read is wrong use, named. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    throw new WrongUse(`Không đọc được tệp ${file}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}

export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new WrongUse(`Tệp ${file} không phải JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}
