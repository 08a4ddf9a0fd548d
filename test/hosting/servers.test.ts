/** Each server, with the configuration that the build writes for it, sends the headers of the list. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { request as secureRequest } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateCertificates } from 'office-addin-dev-certs';
import { FORBIDDEN_HEADERS, HEADERS, headersFor } from '../../src/hosting/headers';
import { serverFiles } from '../../src/hosting/serverFiles';
import { messageOf } from '../../src/thrown';
import { describeWith, need } from '../support/programs';

/** A build with a file for each case of the list. */
const FILES = [
  'taskpane.html',
  'support.html',
  'trien-khai.html',
  'manifest.xml',
  'taskpane.0123456789abcdef0123.js',
  'taskpane.0123456789abcdef0123.js.map',
  'assets/icons/icon-16.png',
];
/** The path of the site on the server. */
const BASE = '/co-quan/cham-diem';
const APACHE_MODULES = '/usr/lib/apache2/modules';
const ROOT = join(__dirname, '../..');

const folder = mkdtempSync(join(tmpdir(), 'covenant-servers-'));
const www = join(folder, 'www');
const site = join(www, BASE);
const started: ChildProcess[] = [];

beforeAll(() => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  // A server that the superuser starts reads files as somebody else.
  chmodSync(folder, 0o755);
  const written = serverFiles(FILES);
  for (const [name, text] of [...FILES.map((name) => [name, name] as const), ...Object.entries(written)]) {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), text);
  }
});
afterAll(async () => {
  const running = started.filter(({ exitCode }) => exitCode === null);
  await Promise.all(running.map((server) => new Promise((resolve) => server.once('exit', resolve).kill())));
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
}

function ask(url: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? secureRequest : request;
    const options = { method, agent: false, rejectUnauthorized: false };
    send(url, options, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    })
      .on('error', reject)
      .end();
  });
}

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a server, and waits until it answers. Rejects with what it says where it ends instead. */
async function start(command: string, args: string[], url: string): Promise<void> {
  const server = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  server.stderr.on('data', (part: Buffer) => said.push(part.toString()));
  started.push(server);
  let thrown: unknown = null;
  for (let tries = 0; tries < 100 && server.exitCode === null; tries += 1) {
    try {
      await ask(url);
      return;
    } catch (error) {
      thrown = error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`${command} does not answer: ${said.join('')} ${messageOf(thrown)}`);
}

/** The headers of the list in an answer, by the names of the list; also one that must not be there. */
const listed = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    [...HEADERS.map(({ name }) => name), ...FORBIDDEN_HEADERS].flatMap((name) => {
      const value = headers[name.toLowerCase()];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );

function sendsTheHeaders(addressOf: () => string): void {
  test.each(FILES)('sends those of the list with %s, and no others of their kind', async (file) => {
    const { status, headers } = await ask(`${addressOf()}/${file}`);
    expect([status, listed(headers)]).toEqual([200, headersFor(file)]);
  });

  test('lets nobody keep a refusal for a year', async () => {
    const { status, headers } = await ask(`${addressOf()}/taskpane.aaaaaaaaaaaaaaaaaaaa.js`);
    expect([status, headers['cache-control']]).toEqual([404, undefined]);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
}

describeWith('nginx', 'nginx with the configuration of the container', () => {
  let address = '';

  beforeAll(async () => {
    const port = await freePort();
    const tls = join(folder, 'tls');
    await generateCertificates(join(tls, 'ca.crt'), join(tls, 'tls.crt'), join(tls, 'tls.key'), 2, ['localhost']);
    // Only the places are others than in the container.
    const places: Record<string, string> = {
      '/etc/nginx/tls': tls,
      '/etc/nginx/site': join(site, 'nginx'),
      '/srv/www': www,
      '/tmp/': `${folder}/`,
      'listen 8443': `listen 127.0.0.1:${port}`,
      '/dev/stdout': join(folder, 'access.log'),
    };
    const configuration = readFileSync(join(ROOT, '.container/nginx.conf'), 'utf8');
    expect(Object.keys(places).filter((place) => !configuration.includes(place))).toEqual([]);
    const file = join(folder, 'nginx.conf');
    const somePlace = new RegExp(Object.keys(places).join('|'), 'g');
    writeFileSync(
      file,
      configuration.replace(somePlace, (place) => places[place] ?? ''),
    );
    address = `https://localhost:${port}${BASE}`;
    await start(need('nginx'), ['-c', file, '-p', folder, '-g', 'daemon off;'], `${address}/`);
  });

  sendsTheHeaders(() => address);

  test.each(['.htaccess', 'web.config', 'nginx/headers.conf'])('shows nobody its configuration: %s', async (file) => {
    expect((await ask(`${address}/${file}`)).status).toBe(404);
  });

  test('takes only what reads', async () => {
    expect((await ask(`${address}/taskpane.html`, 'HEAD')).status).toBe(200);
    expect((await ask(`${address}/taskpane.html`, 'POST')).status).toBe(403);
  });
});

describeWith('Apache', 'Apache with .htaccess, on a site that forbids frames and has headers of its own', () => {
  let address = '';

  beforeAll(async () => {
    const port = await freePort();
    const modules = ['mpm_event', 'authz_core', 'mime', 'headers'].map(
      (name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`,
    );
    writeFileSync(join(folder, 'mime.types'), 'text/html html\n');
    const configuration = [
      ...modules,
      `ServerRoot "${folder}"`,
      `Listen 127.0.0.1:${port}`,
      'ServerName localhost',
      'PidFile apache.pid',
      'ErrorLog apache.log',
      'TypesConfig mime.types',
      `DocumentRoot "${www}"`,
      'Header set X-Frame-Options DENY',
      'Header always set X-Frame-Options DENY',
      ...HEADERS.flatMap(({ name }) => [`Header set ${name} general`, `Header always set ${name} general`]),
      `<Directory "${www}">`,
      '  AllowOverride FileInfo',
      '</Directory>',
    ];
    const file = join(folder, 'apache.conf');
    writeFileSync(file, `${configuration.join('\n')}\n`);
    address = `http://localhost:${port}${BASE}`;
    await start(need('Apache'), ['-f', file, '-D', 'FOREGROUND'], `${address}/`);
  });

  sendsTheHeaders(() => address);
});
