/** Runs one batch: resolves its object paths once, does its actions in order, stops at the first that fails. */
import { apiNotFound, httpStatusOf, invalidArgument, RichApiError, toWireError } from './errors';
import {
  callMethod,
  HostCollection,
  HostObject,
  isIdentified,
  memberName,
  readIndex,
  readProperty,
  writeProperty,
} from './hostObject';
import { requireFocus } from './focus';
import { query } from './query';
import {
  ActionType,
  isRecord,
  ObjectPathType,
  type ArgumentInfo,
  type WireAction,
  type WireAnswer,
  type WireBatch,
  type WireObjectPath,
} from './wire';

export interface BatchRoots {
  /** What the global object path stands for. */
  root: HostObject;
  /** The object kept under a reference id. */
  byReference: (id: string) => HostObject;
}

/** A service the client asks for at start (`Microsoft.InternalService.…`): answered, and nothing done. */
class InternalService extends HostObject {
  readonly className = 'InternalService';

  /** The page of the add-in is ready to take the ribbon's functions; those who press them find out by other means. */
  notifyActionHandlerReady(): null {
    return null;
  }

  /** `Office.addin.showAsTaskpane()` and `hide()`. */
  setAppRuntimeState(state: unknown): null {
    this.session.onPane(state === 'Visible');
    return null;
  }
}

export class BatchRun {
  readonly #resolved = new Map<number, HostObject | null>();
  readonly #answer: WireAnswer = { Results: [], TraceIds: [] };
  #current = '';

  constructor(
    private readonly batch: WireBatch,
    private readonly roots: BatchRoots,
    private readonly onInternalError: (error: unknown) => void,
  ) {}

  /** Runs the first `limit` actions; the answer carries the error of the one that failed, if one did. */
  async run(limit: number): Promise<WireAnswer> {
    const actions = this.batch.Actions.slice(0, limit);
    for (const [index, action] of actions.entries()) {
      await this.roots.root.session.yieldToUi?.();
      this.roots.root.session.beginAction();
      try {
        await this.#perform(action);
      } catch (thrown) {
        const { code: own, message, internal } = toWireError(thrown);
        const { errorCodes } = this.roots.root.session.workbook.behaviours;
        const code = errorCodes === 'documented' ? own : 'GeneralException';
        if (internal) this.onInternalError(thrown);
        this.#answer.Error = {
          Code: code,
          Message: message,
          Location: this.#current,
          ActionIndex: index,
          HttpStatusCode: httpStatusOf(code),
        };
        break;
      }
    }
    return this.#answer;
  }

  async #perform(action: WireAction): Promise<void> {
    if (action.ActionType === ActionType.Trace) {
      this.#answer.TraceIds.push(action.Id);
      this.#result(action, null);
      return;
    }
    const target = await this.#object(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        this.#result(action, target && identityOf(target));
        return;
      case ActionType.Query:
        if (target) this.#current = `${target.className}.load`;
        this.#result(action, target && (await query(target, action.QueryInfo ?? {})));
        return;
      case ActionType.Method:
        this.#result(action, target && (await this.#call(target, action.Name, action.ArgumentInfo)));
        return;
      case ActionType.SetProperty:
        if (target) await this.#set(target, action.Name, action.ArgumentInfo);
        return;
      case ActionType.Update:
        if (target) this.#update(target, action.ObjectState ?? {});
        return;
      default:
        throw apiNotFound(`action type ${action.ActionType}`);
    }
  }

  #result(action: WireAction, value: unknown): void {
    this.#answer.Results.push({ ActionId: action.Id, Value: value });
  }

  async #call(target: HostObject, name: string, info: ArgumentInfo | undefined): Promise<unknown> {
    this.#enter(target, name);
    const result = await callMethod(target, memberName(name), await this.#arguments(info));
    return result === undefined || result instanceof HostObject ? null : result;
  }

  async #set(target: HostObject, name: string, info: ArgumentInfo | undefined): Promise<void> {
    this.#enter(target, name);
    const [value] = await this.#arguments(info);
    writeProperty(target, memberName(name), value);
  }

  #update(target: HostObject, state: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(state)) {
      this.#enter(target, name);
      writeProperty(target, memberName(name), value);
    }
  }

  #enter(target: HostObject, name: string): void {
    this.#current = `${target.className}.${memberName(name)}`;
    requireFocus(this.roots.root.session.workbook.behaviours, this.#current);
  }

  async #object(id: number): Promise<HostObject | null> {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const path = this.batch.ObjectPaths[id];
    if (!path) throw new RichApiError('InvalidRequest', `object path ${id}`);
    const object = await this.#resolve(path);
    this.#resolved.set(id, object);
    return object;
  }

  async #resolve(path: WireObjectPath): Promise<HostObject | null> {
    switch (path.ObjectPathType) {
      case ObjectPathType.Global:
        return this.roots.root;
      case ObjectPathType.NewObject:
        return new InternalService(this.roots.root.session);
      case ObjectPathType.ReferenceId:
        this.#current = 'Workbook';
        return this.roots.byReference(path.Name);
      case ObjectPathType.Null:
        return null;
      default:
        return this.#child(path);
    }
  }

  async #child(path: WireObjectPath): Promise<HostObject | null> {
    const parent = await this.#object(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const args = await this.#arguments(path.ArgumentInfo);
    if (path.ObjectPathType === ObjectPathType.Indexer) {
      this.#enter(parent, 'GetItem');
      return readIndex(parent, args);
    }
    this.#enter(parent, path.Name);
    const name = memberName(path.Name);
    const child =
      path.ObjectPathType === ObjectPathType.Property
        ? await readProperty(parent, name)
        : await callMethod(parent, name, args);
    if (child === null || child instanceof HostObject) return child;
    throw apiNotFound(`${this.#current} as an object`);
  }

  async #arguments(info: ArgumentInfo | undefined): Promise<unknown[]> {
    const references = info?.ReferencedObjectPathIds ?? [];
    const resolved: unknown[] = [];
    for (const [index, value] of (info?.Arguments ?? []).entries()) {
      resolved.push(await this.#argument(value, references[index]));
    }
    return resolved;
  }

  /** A plain value, the object it refers to, or a list or options object with such objects inside. */
  async #argument(value: unknown, reference: unknown): Promise<unknown> {
    if (typeof reference === 'number' && reference !== 0) return this.#argumentObject(reference);
    if (Array.isArray(reference) && Array.isArray(value)) {
      return Promise.all(value.map((item: unknown, index) => this.#argument(item, reference[index])));
    }
    if (!isRecord(value)) return value;
    if (typeof value._ObjectPathId === 'number') return this.#argumentObject(value._ObjectPathId);
    const entries: [string, unknown][] = [];
    for (const [name, item] of Object.entries(value)) entries.push([name, await this.#argument(item, undefined)]);
    return Object.fromEntries(entries);
  }

  async #argumentObject(id: number): Promise<HostObject> {
    const object = await this.#object(id);
    if (object === null) throw invalidArgument('a null object as an argument');
    return object;
  }
}

/** What Instantiate answers: enough to find the object again. */
function identityOf(target: HostObject): Record<string, string> {
  return isIdentified(target) && !(target instanceof HostCollection) ? target.identity() : {};
}
