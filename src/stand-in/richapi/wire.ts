/** The batch on the wire, between Microsoft's client and a host. Seen with office-js 1.1.110; see the decision pages. */
import { RichApiError } from './errors';

export const ActionType = {
  Instantiate: 1,
  Query: 2,
  Method: 3,
  SetProperty: 4,
  Trace: 5,
  Update: 9,
} as const;

export const ObjectPathType = {
  Global: 1,
  NewObject: 2,
  Method: 3,
  Property: 4,
  Indexer: 5,
  ReferenceId: 6,
  Null: 7,
} as const;

/** `ReferencedObjectPathIds` runs parallel to `Arguments`; 0 stands where an argument is a plain value. */
export interface ArgumentInfo {
  Arguments?: unknown[];
  ReferencedObjectPathIds?: unknown[];
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface WireAction {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
  ObjectState?: Record<string, unknown>;
}

export interface WireObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface WireBatch {
  Actions: WireAction[];
  ObjectPaths: Record<string, WireObjectPath>;
}

export interface WireError {
  Code: string;
  Message: string;
  Location: string;
  ActionIndex?: number;
  HttpStatusCode: number;
}

export interface WireAnswer {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: WireError;
}

/** `[category, type, target, JSON of the arguments, id, isRemoteOverride]`; the category of Rich API events is 65536. */
export type EventEntry = [category: 65536, type: number, target: string, message: string, id: number, remote: boolean];

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAction(value: unknown): value is WireAction {
  return (
    isRecord(value) &&
    typeof value.Id === 'number' &&
    typeof value.ActionType === 'number' &&
    typeof value.ObjectPathId === 'number'
  );
}

function isObjectPath(value: unknown): value is WireObjectPath {
  return isRecord(value) && typeof value.Id === 'number' && typeof value.ObjectPathType === 'number';
}

/** Reads a batch. Throws {@link RichApiError} `InvalidRequest` for anything that is not one. */
export function parseBatch(text: string): WireBatch {
  const body: unknown = JSON.parse(text);
  if (!isRecord(body)) throw new RichApiError('InvalidRequest', 'the body is not an object');
  const actions: unknown[] = Array.isArray(body.Actions) ? body.Actions : [];
  const paths = isRecord(body.ObjectPaths) ? body.ObjectPaths : {};
  const badAction = actions.findIndex((action) => !isAction(action));
  if (badAction >= 0) throw new RichApiError('InvalidRequest', `action ${badAction}`);
  const objectPaths: Record<string, WireObjectPath> = {};
  for (const [id, path] of Object.entries(paths)) {
    if (!isObjectPath(path)) throw new RichApiError('InvalidRequest', `object path ${id}`);
    objectPaths[id] = path;
  }
  return { Actions: actions.filter(isAction), ObjectPaths: objectPaths };
}
