import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headersFor } from '../../../src/hosting/headers';
import { OFFICE_JS } from '../../../src/hosting/policy';
import { developmentCertificate, spkiOf, type Certificate } from '../../../src/workbench/server/certificate';
import { serve, type RunningServer } from '../../../src/workbench/server/serve';

const PORT = 43_500;
const folder = mkdtempSync(join(tmpdir(), 'covenant-serve-'));
const [pane, page, certificates] = ['pane', 'page', 'certificates'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
let certificate: Certificate;
const servings: RunningServer[] = [];

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  mkdirSync(pane);
  mkdirSync(page);
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(pane, 'taskpane.html'), `<script src="${OFFICE_JS}"></script>`);
  for (const name of ['taskpane.js', 'icon.png', 'taskpane.0123456789abcdef0123.js'])
    writeFileSync(join(pane, name), 'pane');
  symlinkSync(join(folder, 'secret.txt'), join(pane, 'link-out.txt'));
  symlinkSync(folder, join(pane, 'folder-out'));
  symlinkSync(join(pane, 'taskpane.js'), join(pane, 'link-in.js'));
  writeFileSync(join(page, 'index.html'), 'page');
  certificate = await developmentCertificate(certificates);
});
afterEach(() => Promise.all(servings.splice(0).map((one) => one.close())));
afterAll(() => rmSync(folder, { recursive: true }));

async function start(given: { page: string | null } = { page }): Promise<RunningServer> {
  const serving = await serve(pane, certificate, { port: PORT, ...given });
  servings.push(serving);
  return serving;
}

interface Answered {
  status: number;
  text: string;
  headers: IncomingHttpHeaders;
}

/** Asks over https, trusting the development certificate's authority only. */
function ask(serving: RunningServer, path: string, options: RequestOptions = {}): Promise<Answered> {
  const ca = readFileSync(join(certificates, 'ca.crt'));
  const { port } = new URL(serving.url);
  return new Promise((resolve, reject) => {
    request({ host: 'localhost', port, path, ca, agent: false, servername: 'localhost', ...options }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    })
      .on('error', reject)
      .end();
  });
}

const modeOf = (file: string): number => statSync(file).mode & 0o777;

describe('the certificate', () => {
  test('is made once and reused while it is valid, and made anew before it ends', async () => {
    expect((await developmentCertificate(certificates)).cert).toBe(certificate.cert);
    const other = join(folder, 'other');
    const first = await developmentCertificate(other);
    const nextYear = new Date(Date.now() + 365 * 86_400_000);
    expect((await developmentCertificate(other, nextYear)).cert).not.toBe(first.cert);
  });

  // Windows has no such modes: there both are in the user's own profile.
  const onUnix = process.platform === 'win32' ? test.skip : test;

  onUnix('has a key that nobody else can read, in a folder that nobody else can look into', async () => {
    const made = join(folder, 'made');
    await developmentCertificate(made);
    expect([modeOf(made), modeOf(join(made, 'localhost.key'))]).toEqual([0o700, 0o600]);
  });

  onUnix('is closed to others also where it was made before, open to all', async () => {
    const open = join(folder, 'open');
    const { cert } = await developmentCertificate(open);
    chmodSync(open, 0o755);
    chmodSync(join(open, 'localhost.key'), 0o644);
    expect((await developmentCertificate(open)).cert).toBe(cert);
    expect([modeOf(open), modeOf(join(open, 'localhost.key'))]).toEqual([0o700, 0o600]);
  });

  test('has a fingerprint as browsers take it', () => {
    expect(spkiOf(certificate)).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });
});

describe('what is served', () => {
  test('the page at the root, under a policy of its own', async () => {
    const answer = await ask(await start(), '/');
    expect(answer).toMatchObject({ status: 200, text: 'page' });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('no page of another site may show the workbench in a frame, and only Office and the workbench the pane', async () => {
    const serving = await start();
    const ancestors = async (path: string): Promise<string | undefined> =>
      /frame-ancestors ([^;]*)/.exec(String((await ask(serving, path)).headers['content-security-policy']))?.[1];
    expect(await ancestors('/')).toBe("'none'");
    expect(await ancestors('/taskpane.html')).toMatch(/^'self' https:\/\/\*\.officeapps\.live\.com /);
  });

  test('each file with the headers of every server, but nothing that is being developed is kept', async () => {
    const serving = await start({ page: null });
    for (const file of ['taskpane.html', 'taskpane.js', 'icon.png', 'taskpane.0123456789abcdef0123.js']) {
      const { status, headers } = await ask(serving, `/${file}`);
      const { 'Cache-Control': kept, ...wanted } = headersFor(file);
      const lower = Object.entries(wanted).map(([name, value]) => [name.toLowerCase(), value]);
      expect([status, file, headers]).toEqual([200, file, expect.objectContaining(Object.fromEntries(lower))]);
      expect([file, headers['cache-control']]).toEqual([file, kept === undefined ? undefined : 'no-store']);
    }
  });

  test('the pane with Microsoft’s client from its package, and nothing else changed', async () => {
    const serving = await start();
    expect((await ask(serving, '/taskpane.html')).text).toBe('<script src="/office/office.js"></script>');
    expect((await ask(serving, '/taskpane.js')).text).toBe('pane');
    expect((await ask(serving, '/office/Office.js')).status).toBe(200);
  });

  test('for Excel the pane as it is shipped, and no page', async () => {
    const serving = await start({ page: null });
    expect((await ask(serving, '/taskpane.html')).text).toContain(OFFICE_JS);
    expect((await ask(serving, '/office/office.js')).status).toBe(404);
    expect((await ask(serving, '/')).status).toBe(404);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/office/..%2f..%2fpackage.json',
    '/%',
    '/none',
  ])('nothing outside: %s', async (path) => {
    expect((await ask(await start(), path)).status).toBe(404);
  });

  test('nothing that a symbolic link points to outside, but what one points to inside', async () => {
    const serving = await start();
    expect((await ask(serving, '/link-out.txt')).status).toBe(404);
    expect((await ask(serving, '/folder-out/secret.txt')).status).toBe(404);
    expect((await ask(serving, '/link-in.js')).text).toBe('pane');
  });

  test.each(['evil.example', 'localhost.evil.example', 'localhost', 'localhost:1', '127.0.0.1.evil.example:PORT'])(
    'nothing under the name %s',
    async (name) => {
      const serving = await start();
      const host = name.replace('PORT', new URL(serving.url).port);
      expect(await ask(serving, '/taskpane.html', { headers: { host } })).toMatchObject({ status: 421, text: '' });
    },
  );

  test.each(['localhost', 'LOCALHOST', '127.0.0.1', '[::1]'])('the pane under the name %s', async (name) => {
    const serving = await start();
    const host = `${name}:${new URL(serving.url).port}`;
    expect((await ask(serving, '/taskpane.html', { headers: { host } })).status).toBe(200);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('nothing to %s', async (method) => {
    expect((await ask(await start(), '/taskpane.html', { method })).status).toBe(405);
  });

  test('on the next free port where one is taken', async () => {
    const [first, second] = [await start(), await start()];
    expect(Number(new URL(second.url).port)).toBe(Number(new URL(first.url).port) + 1);
  });
});
