import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentCertificate, spkiOf, type Certificate } from '../../../src/workbench/server/certificate';
import { serve, type RunningServer } from '../../../src/workbench/server/serve';

const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
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
  writeFileSync(join(pane, 'taskpane.html'), `<script src="${CDN}"></script>`);
  writeFileSync(join(pane, 'taskpane.js'), 'pane');
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

/** Asks over https, trusting the development certificate's authority only. */
function ask(serving: RunningServer, path: string): Promise<{ status: number; text: string; policy: string }> {
  const ca = readFileSync(join(certificates, 'ca.crt'));
  const { port } = new URL(serving.url);
  return new Promise((resolve, reject) => {
    get({ host: 'localhost', port, path, ca, agent: false }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      const policy = String(response.headers['content-security-policy'] ?? '');
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, policy }));
    }).on('error', reject);
  });
}

describe('the certificate', () => {
  test('is made once and reused while it is valid, and made anew before it ends', async () => {
    expect((await developmentCertificate(certificates)).cert).toBe(certificate.cert);
    const other = join(folder, 'other');
    const first = await developmentCertificate(other);
    const nextYear = new Date(Date.now() + 365 * 86_400_000);
    expect((await developmentCertificate(other, nextYear)).cert).not.toBe(first.cert);
  });

  test('has a fingerprint as browsers take it', () => {
    expect(spkiOf(certificate)).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });
});

describe('what is served', () => {
  test('the page at the root, under a policy of its own', async () => {
    const answer = await ask(await start(), '/');
    expect(answer).toMatchObject({ status: 200, text: 'page' });
    expect(answer.policy).toContain("default-src 'none'");
  });

  test('the pane with Microsoft’s client from its package, and nothing else changed', async () => {
    const serving = await start();
    expect((await ask(serving, '/taskpane.html')).text).toBe('<script src="/office/office.js"></script>');
    expect((await ask(serving, '/taskpane.js')).text).toBe('pane');
    expect((await ask(serving, '/office/Office.js')).status).toBe(200);
  });

  test('for Excel the pane as it is shipped, and no page', async () => {
    const serving = await start({ page: null });
    expect((await ask(serving, '/taskpane.html')).text).toContain(CDN);
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

  test('on the next free port where one is taken', async () => {
    const [first, second] = [await start(), await start()];
    expect(Number(new URL(second.url).port)).toBe(Number(new URL(first.url).port) + 1);
  });
});
