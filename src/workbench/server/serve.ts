/** Serves the workbench: its page, the pane of the production build, and Microsoft's client from its package. */
import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { headersFor } from '../../hosting/headers';
import { OFFICE_JS, policyText, WORKBENCH_POLICY } from '../../hosting/policy';
import type { BuiltFolders } from './build';
import type { Certificate } from './certificate';
import { readInside } from './files';

export interface RunningServer {
  /** "https://localhost:3000", without a slash at its end. */
  url: string;
  close(): Promise<void>;
}

const OWN_CLIENT = '/office/office.js';
const TRIES = 20;
/** The names of this computer in an address, with which alone the server is asked. */
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const HTTPS_PORT = 443;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.xml': 'text/xml; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface ServeOptions {
  /** Tried first; then the ones after it. */
  port: number;
  /**
   * Null leaves the pane as it is shipped, for Excel; otherwise the page is served at the root, and the pane takes
   * Microsoft's client from its package: the only thing of the pane that is changed.
   */
  page: string | null;
}

/** Serves on this computer only, under its own names only. Rejects where no port can be had. */
export async function serve(pane: string, certificate: Certificate, options: ServeOptions): Promise<RunningServer> {
  const server = createServer(certificate, (request, response) => {
    respond(request, { pane, page: options.page ?? pane }, options.page !== null).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      () => response.writeHead(500).end(),
    );
  });
  const port = await listen(server, options.port);
  return { url: `https://localhost:${port}`, close: () => closed(server) };
}

interface Response {
  status: number;
  headers: Record<string, string>;
  body?: Buffer | string;
}

interface Answer {
  body: Buffer | string;
  headers: Record<string, string>;
}

/**
 * Refuses what a page of another site would ask under a name of its own that it has made to mean this computer, and
 * everything but reading.
 */
async function respond(request: IncomingMessage, folders: BuiltFolders, withPage: boolean): Promise<Response> {
  const headers = headersFor('');
  if (!isOwnName(request.headers.host, request.socket.localPort)) return { status: 421, headers };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, headers: { ...headers, allow: 'GET, HEAD' } };
  }
  const found = await answer(request.url ?? '/', folders, withPage);
  return found === null ? { status: 404, headers } : { status: 200, ...found };
}

function isOwnName(host: string | undefined, port: number | undefined): boolean {
  const names = OWN_NAMES.flatMap((name) => (port === HTTPS_PORT ? [name, `${name}:${port}`] : [`${name}:${port}`]));
  return host !== undefined && names.includes(host.toLowerCase());
}

async function answer(url: string, { pane, page }: BuiltFolders, withPage: boolean): Promise<Answer | null> {
  const path = pathOf(url);
  if (path === null) return null;
  if (withPage && path === '/') return pageOf(await readInside(page, '/index.html'));
  // The client asks for its files in a mixture of cases.
  if (withPage && path.startsWith('/office/'))
    return answerOf(path, await readInside(clientFolder(), path.slice(7).toLowerCase()));
  const file = (withPage ? await readInside(page, path) : null) ?? (await readInside(pane, path));
  const found = answerOf(path, file);
  if (!withPage || path !== '/taskpane.html' || !found) return found;
  return { ...found, body: found.body.toString().replace(OFFICE_JS, OWN_CLIENT) };
}

function pageOf(body: Buffer | null): Answer | null {
  const found = answerOf('/index.html', body);
  if (found) found.headers['Content-Security-Policy'] = policyText(WORKBENCH_POLICY);
  return found;
}

/** A file with the headers that every server sends with it, except that what is being developed is not kept. */
function answerOf(path: string, body: Buffer | null): Answer | null {
  if (body === null) return null;
  const headers = headersFor(path);
  if ('Cache-Control' in headers) headers['Cache-Control'] = 'no-store';
  const type = TYPES[extname(path)];
  return { body, headers: type === undefined ? headers : { ...headers, 'Content-Type': type } };
}

/** The path of an address; null where it is none. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, 'https://localhost').pathname);
  } catch {
    return null;
  }
}

function clientFolder(): string {
  return join(dirname(createRequire(__filename).resolve('@microsoft/office-js/package.json')), 'dist');
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + TRIES; port += 1) if (await listensOn(server, port)) return port;
  throw new Error(`No free port from ${first} to ${first + TRIES - 1}`);
}

function listensOn(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(port, 'localhost', () => {
      server.removeListener('error', failed);
      resolve(true);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
