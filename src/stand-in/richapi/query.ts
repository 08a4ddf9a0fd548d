/** Reads what a `load` asked for, in the shape the client expects. */
import {
  HostCollection,
  HostObject,
  isIdentified,
  memberName,
  readableProperties,
  readProperty,
  wireName,
} from './hostObject';
import { isRecord, type QueryInfo } from './wire';

type Answer = Record<string, unknown>;

/** The selected properties of an object, or of a collection (its count) and every item of it; with what identifies each. */
export async function query(target: HostObject, info: QueryInfo): Promise<Answer> {
  const expanded = (info.Expand ?? []).map((path) => `${path}/*`);
  const select = [...(info.Select ?? []), ...expanded];
  return readSelection(target, select.length > 0 ? select : ['*'], info);
}

async function readSelection(target: HostObject, select: string[], paging: QueryInfo): Promise<Answer> {
  if (!(target instanceof HostCollection)) return readObject(target, select);
  const own = new Set(readableProperties(target));
  const ofItems = select.filter((name) => !own.has(memberName(name)));
  const answer: Answer = {};
  for (const name of select) if (own.has(memberName(name))) await readMember(target, memberName(name), [], answer);
  if (ofItems.length === 0) return answer;
  const skip = paging.Skip ?? 0;
  const all: readonly HostObject[] = await target.listItems();
  const items = all.slice(skip, paging.Top === undefined ? undefined : skip + paging.Top);
  const answers: Answer[] = [];
  for (const item of items) answers.push(await readSelection(item, ofItems, {}));
  return { ...answer, _Items: answers };
}

async function readObject(target: HostObject, select: string[]): Promise<Answer> {
  const answer: Answer = isIdentified(target) ? { ...target.identity() } : {};
  for (const [name, rest] of groupByHead(select)) {
    if (name === '*') await readScalars(target, answer);
    else await readMember(target, memberName(name), rest, answer);
  }
  return answer;
}

/** `['name', 'fill/color', 'fill/*']` → name: [], fill: ['color', '*']. */
function groupByHead(select: string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of select) {
    const [head = '', ...rest] = path.split('/');
    const group = groups.get(head) ?? [];
    if (rest.length > 0) group.push(rest.join('/'));
    groups.set(head, group);
  }
  return groups;
}

async function readScalars(target: HostObject, answer: Answer): Promise<void> {
  for (const name of readableProperties(target)) {
    const value = await readProperty(target, name);
    if (!(value instanceof HostObject)) answer[wireName(name)] = value ?? null;
  }
}

async function readMember(target: HostObject, name: string, rest: string[], answer: Answer): Promise<void> {
  const value = await readProperty(target, name);
  const key = wireName(name);
  if (!(value instanceof HostObject)) {
    answer[key] = value ?? null;
    return;
  }
  const nested = await readSelection(value, rest.length > 0 ? rest : ['*'], {});
  const before = answer[key];
  answer[key] = isRecord(before) ? { ...before, ...nested } : nested;
}
