/** Serves the workbench: its page, the pane of the production build, and Microsoft's client from its package. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, sep } from 'node:path';
import type { BuiltFolders } from './build';
import type { Certificate } from './certificate';

export interface RunningServer {
  /** "https://localhost:3000", without a slash at its end. */
  url: string;
  close(): Promise<void>;
}

const CDN_CLIENT = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const OWN_CLIENT = '/office/office.js';
const TRIES = 20;

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

/** The page loads nothing but itself either; Univer puts styles into elements. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

export interface ServeOptions {
  /** Tried first; then the ones after it. */
  port: number;
  /**
   * Null leaves the pane as it is shipped, for Excel; otherwise the page is served at the root, and the pane takes
   * Microsoft's client from its package: the only thing of the pane that is changed.
   */
  page: string | null;
}

/** Serves on this computer only. Rejects where no port can be had. */
export async function serve(pane: string, certificate: Certificate, options: ServeOptions): Promise<RunningServer> {
  const server = createServer(certificate, (request, response) => {
    void answer(request.url ?? '/', { pane, page: options.page ?? pane }, options.page !== null).then((file) => {
      response.statusCode = file ? 200 : 404;
      response.setHeader('cache-control', 'no-store');
      response.setHeader('x-content-type-options', 'nosniff');
      if (file?.type) response.setHeader('content-type', file.type);
      if (file?.policy) response.setHeader('content-security-policy', file.policy);
      response.end(file?.body);
    });
  });
  const port = await listen(server, options.port);
  return { url: `https://localhost:${port}`, close: () => closed(server) };
}

interface Answer {
  body: Buffer | string;
  type: string | undefined;
  policy?: string;
}

async function answer(url: string, { pane, page }: BuiltFolders, withPage: boolean): Promise<Answer | null> {
  const path = pathOf(url);
  if (path === null) return null;
  const type = TYPES[extname(path)];
  if (withPage && path === '/') return from(page, '/index.html', TYPES['.html'], PAGE_POLICY);
  // The client asks for its files in a mixture of cases.
  if (withPage && path.startsWith('/office/')) return from(clientFolder(), path.slice(7).toLowerCase(), type);
  const found = (withPage ? await from(page, path, type) : null) ?? (await from(pane, path, type));
  if (!withPage || path !== '/taskpane.html' || !found) return found;
  return { ...found, body: found.body.toString().replace(CDN_CLIENT, OWN_CLIENT) };
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

async function from(folder: string, path: string, type: string | undefined, policy?: string): Promise<Answer | null> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return null;
  try {
    return { body: await readFile(file), type, ...(policy === undefined ? {} : { policy }) };
  } catch {
    return null;
  }
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
