/** A criteria set or a cluster from a JSON file: validated by the model's schema, with findings that give the JSON path. */
import type { z } from 'zod';
import { type Cluster, clusterSchema } from './covenant';
import { checkCriteria, type CriteriaSet, criteriaSetSchema } from './criteria';
import type { FieldProblem } from './findingData';
import { finding, type Finding, hasErrors } from './findings';
import type { CellPlace } from './cell';
import { meantText } from './letters';
import { problemOf } from './problems';

/** The criteria set of a parsed JSON file, or null with the findings why it cannot be used; `file` is the file's name in findings. */
export function readCriteriaData(data: unknown, file: string): { criteria: CriteriaSet | null; findings: Finding[] } {
  const { value, findings } = parse(criteriaSetSchema, data, file);
  if (value === null) return { criteria: null, findings };
  const problems = checkCriteria(value, () => placeIn(file));
  return { criteria: hasErrors(problems) ? null : value, findings: problems };
}

/** The same for a cluster; the caller checks its units ({@link checkCluster}). */
export function readClusterData(data: unknown, file: string): { cluster: Cluster | null; findings: Finding[] } {
  const { value, findings } = parse(clusterSchema, withAwards(data), file);
  return { cluster: value, findings };
}

/** Files written for version 0.4 and earlier call the awards `titles`. */
function withAwards(data: unknown): unknown {
  if (!isObject(data) || !('titles' in data) || 'awards' in data) return data;
  const { titles, ...rest } = data;
  return { ...rest, awards: titles };
}

/** Deeper data is none of ours; the schema says so. */
const MAX_DEPTH = 50;

/** The data with its texts as they are meant, as cells are read. */
function meantData(data: unknown, depth = 0): unknown {
  if (typeof data === 'string') return meantText(data);
  if (!isObject(data) || depth > MAX_DEPTH) return data;
  if (Array.isArray(data)) return data.map((one) => meantData(one, depth + 1));
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, meantData(value, depth + 1)]));
}

type Path = readonly PropertyKey[];

function placeIn(file: string): CellPlace {
  return { sheet: file, cell: null };
}

function parse<T>(schema: z.ZodType<T>, data: unknown, file: string): { value: T | null; findings: Finding[] } {
  const about = (path: Path, problem: FieldProblem): Finding =>
    finding('data-invalid', placeIn(file), { field: pathText(path), problem, value: valueText(valueAt(data, path)) });
  const parsed = schema.safeParse(meantData(data), { reportInput: true });
  if (!parsed.success) {
    const issues = parsed.error.issues.flatMap((issue) => flattened(issue, []));
    return { value: null, findings: issues.map((issue) => about(issue.path, problemOf(issue))) };
  }
  // A misspelt field would be ignored without notice, for instance a cap.
  const unknown = unknownFields(data, parsed.data, []).map((path) => about(path, 'unknownField'));
  return { value: unknown.length > 0 ? null : parsed.data, findings: unknown };
}

/** The field by which an editor finds the schema of a JSON file. */
const SCHEMA_FIELD = '$schema';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The fields of the data that are not in the schema. */
function unknownFields(data: unknown, known: unknown, above: Path): Path[] {
  if (!isObject(data) || !isObject(known)) return [];
  const values = new Map(Object.entries(known));
  return Object.entries(data).flatMap(([key, value]): Path[] => {
    const path = [...above, Array.isArray(data) ? Number(key) : key];
    if (values.has(key)) return unknownFields(value, values.get(key), path);
    return above.length === 0 && key === SCHEMA_FIELD ? [] : [path];
  });
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce(
    (value, step) => (isObject(value) ? new Map<string, unknown>(Object.entries(value)).get(String(step)) : undefined),
    data,
  );
}

/** `sections[0].children[2].bands`; the file itself is `$`. */
function pathText(path: Path): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text === '' ? '$' : text.replace(/^\./, '');
}

function valueText(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The discriminating fields of the schema's unions. */
const TAGS: Path = ['kind', 'by', 'type'];

/** The issue, or for a union the issues of the alternative that was meant; paths start at the root of the file. */
function flattened(issue: z.core.$ZodIssue, above: Path): z.core.$ZodIssue[] {
  const path = [...above, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path }];
  const isOtherTag = ({ path: [step, ...rest] }: z.core.$ZodIssue): boolean =>
    step !== undefined && rest.length === 0 && TAGS.includes(step);
  const inner = issue.errors.map((issues) => issues.flatMap((one) => flattened(one, [])));
  const meant = inner.filter((issues) => !issues.some(isOtherTag)).at(-1);
  // If no alternative has the tag, the tag is wrong.
  const issues = meant ?? inner.at(-1)?.filter(isOtherTag) ?? [];
  return issues.map((one) => ({ ...one, path: [...path, ...one.path] }));
}
