/**
 * Microsoft's own Office.js client in Node, with a host of ours at the other end of its native bridge. The client is read
 * from the installed package and evaluated unmodified; it leaves `Excel`, `OfficeExtension` and `Office` as globals, as a
 * script of a page would, so product code runs on it as it is.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RichApiHost } from './dispatcher';
import { messageOf } from './errors';
import { isRecord, type EventEntry } from './wire';

/** The client of this process (of this realm, under jest). */
export interface RichApiClient {
  /** Puts a workbook's host at the other end, in place of the one before. */
  attach(host: RichApiHost): void;
  /** Leaves the client with no workbook: every batch then fails with GeneralException. */
  detach(): void;
}

export interface ClientOptions {
  /** The newest ExcelApi requirement set the client believes in; later members fail with ApiNotFound. */
  excelApi?: string;
}

interface NativeBridge {
  sendMessageToHost(text: string): void;
  /** Filled in by the client. */
  onMessageFromHost?: (text: string) => void;
}

const SCRIPT = '@microsoft/office-js/dist/excel-web-16.00.js';
const PAGE = 'https://localhost/?_host_Info=Excel$Web$16.01$en-US$00000000-0000-0000-0000-000000000000$$$0';

let started: RichApiClient | undefined;

/** Starts the client, once per process; later calls give the same one. */
export function startClient(options: ClientOptions = {}): Promise<RichApiClient> {
  started ??= load(options.excelApi ?? '1.14');
  return Promise.resolve(started);
}

function load(excelApi: string): RichApiClient {
  let host: RichApiHost | undefined;
  let stopEvents: () => void = () => undefined;
  const bridge: NativeBridge = {
    sendMessageToHost: (text) => {
      void answer(text, host).then((reply) => bridge.onMessageFromHost?.(reply));
    },
  };
  provideGlobals(bridge, excelApi);
  const source = readFileSync(createRequire(import.meta.url).resolve(SCRIPT), 'utf8');
  // An indirect eval runs it as a script of this realm: under jest `vm` would run it outside the test's globals.
  const runScript = eval;
  runScript(source);
  const client: RichApiClient = {
    attach: (next) => {
      client.detach();
      forgetHandlers();
      host = next;
      stopEvents = next.onEvents((entries) => bridge.onMessageFromHost?.(eventMessage(entries)));
    },
    detach: () => {
      stopEvents();
      host = undefined;
    },
  };
  return client;
}

/** What the client looks for in a page at load; nothing of a real page is there. */
function provideGlobals(bridge: NativeBridge, excelApi: string): void {
  const requirements = {
    isSetSupported: (name: string, version = '1.1') =>
      name.toLowerCase() === 'excelapi' && minorOf(String(version)) <= minorOf(excelApi),
  };
  const context = {
    requirements,
    host: 'Excel',
    platform: 'OfficeOnline',
    contentLanguage: 'vi-VN',
    displayLanguage: 'vi-VN',
  };
  const globals: Record<string, unknown> = {
    _richApiNativeBridge: bridge,
    OSF: { _OfficeAppFactory: { getContext: () => context } },
  };
  if (typeof window === 'undefined') {
    const noElement = { readyState: 'complete', getElementById: () => null, addEventListener: () => undefined };
    Object.assign(globals, { window: globalThis, document: noElement, location: new URL(PAGE) });
    if (typeof navigator === 'undefined') globals.navigator = { userAgent: 'Node' };
  }
  Object.assign(globalThis, globals);
}

/** Handlers live in the client, by sheet id: without this those of the last workbook would hear of the next one's events. */
function forgetHandlers(): void {
  const registry: unknown = Reflect.get(OfficeExtension, 'GenericEventRegistration');
  if (typeof registry !== 'function' || !Reflect.set(registry, 's_genericEventRegistrations', {})) {
    throw new Error('This office.js keeps its event handlers elsewhere than 1.1.110 does');
  }
}

const minorOf = (version: string): number => Number(version.split('.')[1] ?? 0);

async function answer(text: string, host: RichApiHost | undefined): Promise<string> {
  const request: unknown = JSON.parse(text);
  const message = isRecord(request) && isRecord(request.message) ? request.message : {};
  const id = isRecord(request) ? request.id : undefined;
  // The client sends the batch as an object or as its text, by version.
  const batch = typeof message.body === 'string' ? message.body : JSON.stringify(message.body);
  if (!host) return failed(id, 'no workbook is attached to the client');
  try {
    const body = await host.execute(batch);
    return JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body } });
  } catch (thrown) {
    return failed(id, String(thrown));
  }
}

function failed(id: unknown, detail: string): string {
  const body = JSON.stringify({ error: { code: 'GeneralException', message: messageOf('GeneralException', detail) } });
  return JSON.stringify({ id, type: 2, message: { statusCode: 500, headers: {}, body } });
}

const eventMessage = (entries: EventEntry[]): string =>
  JSON.stringify({ type: 3, controlId: '', message: { entries } });
