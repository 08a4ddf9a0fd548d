/**
 * The built pane on a plain static server, in a page of Excel on the web, with Microsoft's client from its package: all hosts
 * of the world are one server of this computer.
 */
import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { transformSync } from '@swc/core';
import { headersFor } from '../../src/hosting/headers';
import { OFFICE_JS_ORIGIN } from '../../src/hosting/policy';
import { ROOT } from '../../src/workbench/server/build';
import type { Certificate } from '../../src/workbench/server/certificate';
import { BUILT_BASE, builtPane } from '../support/built';

const SITE = new URL(BUILT_BASE);
const CLIENT = join(ROOT, 'node_modules/@microsoft/office-js/dist');
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.png': 'image/png' };

/** A page that stands for Excel on the web; its Excel never answers a batch, so the pane is drawn and goes on reading. */
const HOST_PAGE = `<!doctype html><title>Excel</title><main></main>
  <script type="module">
    import { hostPane } from '/src/workbench/page/officeHost';
    hostPane(document.querySelector('main'),
      { execute: () => new Promise(() => {}), onEvents: () => () => {} },
      { url: '${BUILT_BASE}/taskpane.html', title: 'pane', locale: 'vi-VN', excelApi: '1.14',
        onLeave: () => {}, onLoaded: () => {} });
  </script>`;

interface Found {
  body: Buffer | string;
  headers: Record<string, string>;
}

/** Starts the server and says its port. */
export async function serveWorld(certificate: Certificate): Promise<{ port: number; server: Server }> {
  const server = createServer(certificate, (request, response) => {
    const found = find(request);
    response.writeHead(found === null ? 404 : 200, found?.headers).end(found?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, server };
}

function find({ headers, url = '/' }: IncomingMessage): Found | null {
  const { pathname } = new URL(url, 'https://localhost');
  if (headers.host === SITE.host) return fileOfSite(pathname);
  if (headers.host === new URL(OFFICE_JS_ORIGIN).host) return fileOfClient(pathname);
  if (pathname.startsWith('/src/')) return moduleOf(pathname);
  return pathname === '/' ? { body: HOST_PAGE, headers: { 'Content-Type': 'text/html' } } : null;
}

/** As any static server does it: the folder at its path, with the headers of the list. */
function fileOfSite(pathname: string): Found | null {
  if (!pathname.startsWith(`${SITE.pathname}/`)) return null;
  const name = pathname.slice(SITE.pathname.length + 1);
  const found = fileOf(builtPane(), name);
  return found && { ...found, headers: { ...found.headers, ...headersFor(name) } };
}

/** As Microsoft's server does it: whatever the case of the name, and for pages of every site. */
function fileOfClient(pathname: string): Found | null {
  const found = fileOf(CLIENT, pathname.slice('/lib/1/hosted/'.length).toLowerCase());
  return found && { ...found, headers: { ...found.headers, 'Access-Control-Allow-Origin': '*' } };
}

function fileOf(folder: string, name: string): Found | null {
  const file = join(folder, name);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return null;
  return { body: readFileSync(file), headers: { 'Content-Type': TYPES[extname(name)] ?? 'text/plain' } };
}

/** A module of the project, without its types. */
function moduleOf(pathname: string): Found {
  const source = readFileSync(join(ROOT, `${pathname}.ts`), 'utf8');
  const { code } = transformSync(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
  return { body: code, headers: { 'Content-Type': 'text/javascript' } };
}
