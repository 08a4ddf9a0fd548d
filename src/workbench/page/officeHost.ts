/**
 * The page's side of the handshake between Excel on the web and an add-in in a frame: it gives the client its context, runs its
 * batches on the stand-in, and hands on events and ribbon buttons. The messages were recorded from Microsoft's client.
 */
import type { RichApiHost } from '../../stand-in/richapi/dispatcher';
import { isRecord } from '../../stand-in/richapi/wire';

export interface PaneOptions {
  /** The address of the add-in's page, on this page's own host name. */
  url: string;
  /** What a screen reader calls the frame. */
  title: string;
  /** What Office would say of the user's language: "vi-VN". */
  locale: string;
  /** The newest ExcelApi requirement set. */
  excelApi: string;
  /** Keyboard focus leaves the pane: to the next region, to the one before, or to the workbook. */
  onLeave(where: FocusExit): void;
  /** The pane has been loaded into its window. */
  onLoaded(window: Window): void;
}

export type FocusExit = 'on' | 'back' | 'workbook';

/** What serves the add-in. */
export type BatchHost = Pick<RichApiHost, 'execute' | 'onEvents'>;

export interface PaneHost {
  /** Presses a button of the ribbon that calls a function of the add-in; waits for the add-in where it is loading. */
  invoke(functionName: string): void;
  /** Gives the keyboard to the first control of the pane. */
  focus(): void;
  dispose(): void;
}

const CALL = 0;
const REGISTER = 1;
const UNREGISTER = 2;
const REPLY = 0;
const EVENT = 1;
const BATCH = 93;
const APP_EXCEL = 16;
const BUTTON_EVENT = 'appCommandInvoked';
const API_EVENT = 'richApiMessage';
/** What the client reports of the keyboard: Ctrl+F6, Tab after the last control or before the first, Escape. */
const FOCUS_EXITS = new Map<unknown, FocusExit>([
  [5, 'on'],
  [6, 'back'],
  [13, 'on'],
  [14, 'back'],
  [15, 'workbook'],
]);
const TAB_IN = 11;
/** What follows the conversation's id where the host calls the client. */
const NOTIFICATION = '_ntf';

/** A message of the client. */
interface Request {
  action: string;
  type: number;
  correlation: number;
  data: unknown;
}

/** Loads the add-in into a frame and serves it until disposed; each load is a conversation of its own. */
export function hostPane(container: HTMLElement, host: BatchHost, options: PaneOptions): PaneHost {
  const conversation = new Conversation(host, options);
  const receive = (event: MessageEvent): void => {
    if (event.source === conversation.frame.contentWindow) void conversation.receive(event.data);
  };
  window.addEventListener('message', receive);
  // The client of the web reads the entries where a batch has its text, and makes `{ entries }` of them itself.
  const stopEvents = host.onEvents((entries) => conversation.raise(API_EVENT, { ArrayData: entries }));
  container.replaceChildren(conversation.frame);
  return {
    invoke: (functionName) => {
      const source = JSON.stringify({ source: { id: functionName } });
      conversation.raise(BUTTON_EVENT, { 0: crypto.randomUUID(), 1: functionName, 2: source });
    },
    focus: () => conversation.focus(),
    dispose: () => {
      window.removeEventListener('message', receive);
      stopEvents();
      conversation.frame.remove();
    },
  };
}

class Conversation {
  readonly frame: HTMLIFrameElement;
  private readonly id = crypto.randomUUID();
  private readonly origin: string;
  /** Under which number the client listens to an event. */
  private readonly listeners = new Map<string, number>();
  /** How many calls were made to the client. */
  private call = 0;
  /** Events that came before the client listened. */
  private pendingEvents: { name: string; data: unknown }[] = [];

  constructor(
    private readonly host: BatchHost,
    private readonly options: PaneOptions,
  ) {
    this.origin = new URL(options.url, location.href).origin;
    this.frame = document.createElement('iframe');
    this.frame.title = options.title;
    // The name has to be there before the frame is: later ones do not reach the window.
    this.frame.name = this.frameName();
    this.frame.allow = 'clipboard-write';
    this.frame.src = options.url;
    this.frame.addEventListener('load', () => {
      if (this.frame.contentWindow) options.onLoaded(this.frame.contentWindow);
    });
  }

  /** The client looks for the first control itself, as Excel on the web has it do. */
  focus(): void {
    this.frame.focus();
    this.call += 1;
    const envelope = this.envelope('Office_notifyAgave', this.call, `${this.id}${NOTIFICATION}`);
    this.post({ ...envelope, _messageType: 0, _actionType: CALL, _data: [TAB_IN] });
  }

  /** Tells the client of an event; button presses wait until it listens. */
  raise(name: string, data: unknown): void {
    const correlation = this.listeners.get(name);
    if (correlation !== undefined) this.send(name, correlation, EVENT, data);
    else if (name === BUTTON_EVENT) this.pendingEvents.push({ name, data });
  }

  async receive(text: unknown): Promise<void> {
    const request = parse(text, this.id);
    if (request === null) return;
    const { action, type, correlation } = request;
    if (type === REGISTER) this.listeners.set(action, correlation);
    if (type === UNREGISTER) this.listeners.delete(action);
    this.send(action, correlation, REPLY, type === CALL ? await this.answer(request) : { Error: 0 });
    if (type !== REGISTER) return;
    const waiting = this.pendingEvents.filter(({ name }) => name === action);
    this.pendingEvents = this.pendingEvents.filter(({ name }) => name !== action);
    for (const { name, data } of waiting) this.raise(name, data);
  }

  private async answer({ action, data }: Request): Promise<unknown> {
    if (action === 'ContextActivationManager_getAppContextAsync') return this.appContext();
    if (action === 'ContextActivationManager_notifyHost') {
      const where = FOCUS_EXITS.get(Array.isArray(data) ? data[1] : undefined);
      if (where !== undefined) this.options.onLeave(where);
    }
    if (action !== 'executeMethod') return null;
    const batch = batchOf(data);
    if (batch === null) return { Version: 1, Error: 0 };
    return { Version: 1, Error: 0, Data: [200, [], await this.host.execute(batch)] };
  }

  private send(action: string, correlation: number, type: number, data: unknown): void {
    const answer = { _messageType: 1, _errorCode: 0, _responseType: type, _data: data };
    this.post({ ...this.envelope(action, correlation), ...answer });
  }

  private envelope(action: string, correlation: number, conversation = this.id): object {
    return {
      _actionName: action,
      _conversationId: conversation,
      _correlationId: correlation,
      _origin: location.href,
      _serializerVersion: 1,
    };
  }

  private post(message: object): void {
    this.frame.contentWindow?.postMessage(JSON.stringify(message), this.origin);
  }

  private frameName(): string {
    return JSON.stringify({
      baseFrameName: this.id,
      hostInfo: `Excel|Web|16.01|${this.options.locale}|${crypto.randomUUID()}|||0`,
      xdmInfo: `${this.id}|${this.id}|${location.origin}`,
      serializerVersion: 1,
      flights: '[]',
    });
  }

  private appContext(): object {
    const { locale, excelApi } = this.options;
    return {
      _appName: APP_EXCEL,
      _appVersion: '16.01',
      _clientMode: 1,
      _appUILocale: locale,
      // Numbers and dates stay Vietnamese in every language of the screen.
      _dataLocale: 'vi-VN',
      _docUrl: location.href,
      _settings: [],
      _reason: 'inserted',
      _eToken: '',
      _requirementMatrix: JSON.stringify({ excelapi: excelApi, sharedruntime: '1.1', addincommands: '1.3' }),
      _hostFullVersion: '16.0.1.1',
      _osfControlType: 1,
      _id: this.id,
      _correlationId: this.id,
      _appInstanceId: this.id,
      _addinName: 'covenant-scoring',
      _appDomains: [],
      _featureGates: {},
      _initialDisplayMode: 0,
    };
  }
}

function parse(text: unknown, conversation: string): Request | null {
  if (typeof text !== 'string' || !text.startsWith('{')) return null;
  const message: unknown = JSON.parse(text);
  if (!isRecord(message) || message._messageType !== 0 || message._conversationId !== conversation) return null;
  const { _actionName: action, _actionType: type, _correlationId: correlation, _data: data } = message;
  if (typeof action !== 'string' || typeof type !== 'number' || typeof correlation !== 'number') return null;
  return { action, type, correlation, data };
}

/** The text of a batch, or null where another method was called (settings saved, a button's command completed). */
function batchOf(data: unknown): string | null {
  const method = isRecord(data) && isRecord(data.DdaMethod) ? data.DdaMethod : null;
  if (method?.DispatchId !== BATCH || !isRecord(data)) return null;
  const { ArrayData } = data;
  const text: unknown = Array.isArray(ArrayData) ? ArrayData[4] : undefined;
  return typeof text === 'string' ? text : null;
}
