/**
 * Host objects, and the reflection over them. A host class has the accessors and methods of the Office.js class it stands
 * for, under the same names; whatever is on its prototype can be reached from the wire, so helpers are `#private` or
 * functions of the module. Everything else is answered with ApiNotFound.
 */
import { apiNotFound, RichApiError } from './errors';
import type { HostState } from './hostState';

export abstract class HostObject {
  /** The name Office.js gives the class; used in the location of errors. */
  abstract readonly className: string;

  constructor(readonly session: HostState) {}
}

/** A collection: the client asks for its items with the properties it wants of each. */
export abstract class HostCollection<T extends HostObject = HostObject> extends HostObject {
  abstract listItems(): T[] | Promise<T[]>;
}

const NOT_MEMBERS = new Set(['constructor', 'listItems', 'indexer', 'identity']);

/** What an object is found again by in a later batch: its Id, its name, or a reference kept for the client. */
export interface Identified {
  identity(): Record<string, string>;
}
export const isIdentified = (object: object): object is Identified =>
  'identity' in object && typeof object.identity === 'function';

/** An object that `getItem` (an Indexer path) can be called on. */
export interface Indexed {
  indexer(key: unknown): HostObject | Promise<HostObject>;
}
const isIndexed = (object: object): object is Indexed => 'indexer' in object && typeof object.indexer === 'function';

/** `Values` → `values`, `_KeepReference` → `_keepReference`. */
export function memberName(wireName: string): string {
  return wireName.replace(
    /^(_?)(\p{Lu})/u,
    (_, underscore: string, letter: string) => underscore + letter.toLowerCase(),
  );
}

/** `values` → `Values`. */
export function wireName(member: string): string {
  return member.replace(/^(_?)(\p{Ll})/u, (_, underscore: string, letter: string) => underscore + letter.toUpperCase());
}

/** The prototype, typed: the standard library calls it `any`. */
function parentOf(object: object): object | null {
  return Object.getPrototypeOf(object) as object | null;
}

function memberOf(target: HostObject, name: string): PropertyDescriptor | undefined {
  if (NOT_MEMBERS.has(name)) return undefined;
  for (let level = parentOf(target); level; level = parentOf(level)) {
    if (level === HostObject.prototype) return undefined;
    const descriptor = Object.getOwnPropertyDescriptor(level, name);
    if (descriptor) return descriptor;
  }
  return undefined;
}

/** The value of a property. Throws ApiNotFound naming it when the class has no such property. */
export async function readProperty(target: HostObject, name: string): Promise<unknown> {
  const getter = memberOf(target, name)?.get;
  if (!getter) throw apiNotFound(`${target.className}.${name}`);
  return (await getter.call(target)) as unknown;
}

/** Sets a property. Throws ApiNotFound naming it when the class has none, or one that is only read. */
export function writeProperty(target: HostObject, name: string, value: unknown): void {
  const setter = memberOf(target, name)?.set;
  if (!setter) throw apiNotFound(`${target.className}.${name} =`);
  setter.call(target, value);
}

/** Calls a method. Throws ApiNotFound naming it when the class has no such method. */
export async function callMethod(target: HostObject, name: string, args: unknown[]): Promise<unknown> {
  if ('eventTarget' in target && typeof target.eventTarget === 'string') {
    if (target.session.events.callRegistration(name, target.eventTarget)) return null;
  }
  const method: unknown = memberOf(target, name)?.value;
  if (typeof method !== 'function') throw apiNotFound(`${target.className}.${name}()`);
  return (await method.apply(target, args)) as unknown;
}

/** The names of all properties that can be read: what `load()` without a selection asks for. */
export function readableProperties(target: HostObject): string[] {
  const names = new Set<string>();
  for (let level = parentOf(target); level; level = parentOf(level)) {
    if (level === HostObject.prototype) break;
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (descriptor.get && !NOT_MEMBERS.has(name)) names.add(name);
    }
  }
  return [...names];
}

/** Calls `getItem(key)`. */
export async function readIndex(target: HostObject, args: unknown[]): Promise<HostObject> {
  if (!isIndexed(target)) throw apiNotFound(`${target.className}.getItem()`);
  return await target.indexer(args[0]);
}

/** The host object an argument must be. Throws InvalidArgument for anything else. */
export function expectObject<T extends HostObject>(
  value: unknown,
  type: abstract new (...args: never[]) => T,
  what: string,
): T {
  if (value instanceof type) return value;
  throw new RichApiError('InvalidArgument', what);
}
