/**
 * The page's side of the handshake between Excel on the web and an add-in in a frame: it gives the client its context, runs its
 * batches on the stand-in, and hands on events and ribbon buttons. What travels was seen on the wire of Microsoft's client.
 */
import type { RichApiHost } from '../richapi/dispatcher';
import { isRecord } from '../richapi/wire';

export interface PaneOptions {
  /** The address of the add-in's page, on this page's own host name. */
  url: string;
  /** What Office would say of the user's language: "vi-VN". */
  locale: string;
  /** The newest ExcelApi requirement set. */
  excelApi: string;
}

export interface PaneHost {
  /** Presses a button of the ribbon that calls a function of the add-in. */
  invoke(functionName: string): void;
  dispose(): void;
}

const CALL = 0;
const REGISTER = 1;
const REPLY = 0;
const EVENT = 1;
const BATCH = 93;
const APP_EXCEL = 16;
const BUTTON_EVENT = 'appCommandInvoked';
const API_EVENT = 'richApiMessage';

interface Request {
  _actionName: string;
  _actionType: number;
  _conversationId: string;
  _correlationId: number;
  _data: unknown;
}

/** Loads the add-in into a frame and serves it until disposed; each load is a conversation of its own. */
export function hostPane(container: HTMLElement, host: RichApiHost, options: PaneOptions): PaneHost {
  const conversation = crypto.randomUUID();
  const frame = document.createElement('iframe');
  const origin = new URL(options.url, location.href).origin;
  const registered = new Map<string, number>();
  const send = (message: object): void => frame.contentWindow?.postMessage(JSON.stringify(message), origin);
  const reply = (request: Request, data: unknown): void =>
    send({ ...envelope(request), _errorCode: 0, _responseType: REPLY, _data: data });
  const raise = (name: string, data: unknown): void => {
    const correlation = registered.get(name);
    if (correlation === undefined) return;
    send({
      _messageType: 1,
      _actionName: name,
      _conversationId: conversation,
      _correlationId: correlation,
      _origin: location.href,
      _serializerVersion: 1,
      _errorCode: 0,
      _responseType: EVENT,
      _data: data,
    });
  };
  const receive = (event: MessageEvent): void => {

    const request = event.source === frame.contentWindow ? parse(event.data) : null;
    if (request === null || request._conversationId !== conversation) return;
    void answer(request, host, conversation, options, registered).then((data) => reply(request, data));
  };
  window.addEventListener('message', receive);
  const stopEvents = host.onEvents((entries) => raise(API_EVENT, { entries }));
  // The name has to be there before the frame is: later ones do not reach the window.
  frame.name = frameName(conversation, options.locale);
  frame.src = options.url;
  container.append(frame);
  return {
    invoke: (functionName) => {
      const id = crypto.randomUUID();
      raise(BUTTON_EVENT, { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: functionName } }) });
    },
    dispose: () => {
      window.removeEventListener('message', receive);
      stopEvents();
      frame.remove();
    },
  };
}

function frameName(conversation: string, locale: string): string {
  return JSON.stringify({
    baseFrameName: conversation,
    hostInfo: `Excel|Web|16.01|${locale}|${crypto.randomUUID()}|||0`,
    xdmInfo: `${conversation}|${conversation}|${location.origin}`,
    serializerVersion: 1,
    flights: '[]',
  });
}

function envelope({ _actionName, _conversationId, _correlationId }: Request): object {
  return { _messageType: 1, _actionName, _conversationId, _correlationId, _origin: location.href, _serializerVersion: 1 };
}

function parse(data: unknown): Request | null {
  if (typeof data !== 'string' || !data.startsWith('{')) return null;
  const message: unknown = JSON.parse(data);
  if (!isRecord(message) || message._messageType !== 0) return null;
  const { _actionName, _actionType, _conversationId, _correlationId, _data } = message;
  if (typeof _actionName !== 'string' || typeof _actionType !== 'number') return null;
  return { _actionName, _actionType, _conversationId: String(_conversationId), _correlationId: Number(_correlationId), _data };
}

async function answer(
  request: Request,
  host: RichApiHost,
  conversation: string,
  options: PaneOptions,
  registered: Map<string, number>,
): Promise<unknown> {
  const { _actionName: name, _actionType: type, _correlationId: correlation, _data: data } = request;
  if (type === REGISTER) registered.set(eventName(data) ?? name, correlation);
  if (type !== CALL) return { Error: 0 };
  if (name === 'ContextActivationManager_getAppContextAsync') return appContext(conversation, options);
  if (name !== 'executeMethod') return null;
  const batch = batchOf(data);
  if (batch === null) return { Version: 1, Error: 0 };
  return { Version: 1, Error: 0, Data: [200, [], await host.execute(batch)] };
}

function eventName(data: unknown): string | null {
  console.log('register', JSON.stringify(data));
  return null;
}

/** The text of a batch, or null where another method was called (settings saved, a button's command completed). */
function batchOf(data: unknown): string | null {
  const method = isRecord(data) && isRecord(data.DdaMethod) ? data.DdaMethod : null;
  if (method?.DispatchId !== BATCH || !isRecord(data)) return null;
  const { ArrayData } = data;
  const text: unknown = Array.isArray(ArrayData) ? ArrayData[4] : undefined;
  return typeof text === 'string' ? text : null;
}

function appContext(conversation: string, { locale, excelApi }: PaneOptions): object {
  return {
    _appName: APP_EXCEL,
    _appVersion: '16.01',
    _clientMode: 1,
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: location.href,
    _settings: [],
    _reason: 'inserted',
    _eToken: '',
    _requirementMatrix: JSON.stringify({ excelapi: excelApi, sharedruntime: '1.1', addincommands: '1.3' }),
    _hostFullVersion: '16.0.1.1',
    _osfControlType: 1,
    _id: conversation,
    _correlationId: conversation,
    _appInstanceId: conversation,
    _addinName: 'covenant-scoring',
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 0,
  };
}
