/**
 * `npm start`: the workbench in a browser. `npm run start:excel` (with `--excel`): the pane for Excel itself.
 * PORT is the port tried first, NO_OPEN=1 opens no browser.
 */
import { join } from 'node:path';
import { ensureCertificatesAreInstalled } from 'office-addin-dev-certs';
import { workbenchWords, type WorkbenchWords } from '../../locales/workbench';
import { messageOf } from '../../thrown';
import { buildPage, buildPane } from './build';
import { findBrowser, hasScreen, openBrowser } from './browser';
import { developmentCertificate } from './certificate';
import { serve, type RunningServer } from './serve';

const PORT = 3000;
/** Vietnamese first, then English, line by line. */
const LANGUAGES = [workbenchWords('vi').server, workbenchWords('en').server];

function say(line: (words: WorkbenchWords['server']) => string): void {
  for (const words of LANGUAGES) process.stdout.write(`${line(words)}\n`);
}

function wantedPort(): number {
  const port = Number(process.env.PORT ?? PORT);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT: ${process.env.PORT ?? ''}`);
}

async function workbench(): Promise<void> {
  say((words) => words.building);
  const certificate = await developmentCertificate();
  const port = wantedPort();
  const [pane, page] = await Promise.all([buildPane(`https://localhost:${port}`), buildPage()]);
  const serving = await serve(pane, certificate, { port, page });
  say((words) => words.ready(serving.url));
  const browser = process.env.NO_OPEN === '1' || !hasScreen() ? null : findBrowser();
  const close = browser === null ? null : openBrowser(browser, `${serving.url}/`, certificate);
  if (close === null) say((words) => words.openYourself(serving.url));
  say((words) => words.howToEnd);
  endsWith(serving, () => close?.());
}

async function forExcel(): Promise<void> {
  say((words) => words.installing);
  // Made here first, where nobody else can read the key; Microsoft's tool then installs what it finds.
  await developmentCertificate();
  await ensureCertificatesAreInstalled();
  const certificate = await developmentCertificate();
  say((words) => words.building);
  const port = wantedPort();
  const pane = await buildPane(`https://localhost:${port}`);
  const serving = await serve(pane, certificate, { port, page: null });
  if (serving.url !== `https://localhost:${port}`) await buildPane(serving.url);
  say((words) => words.ready(serving.url));
  say((words) => words.howToLoad(join(pane, 'manifest.xml')));
  say((words) => words.howToEnd);
  endsWith(serving, () => undefined);
}

/** Ends cleanly on Ctrl-C and on a signal of the parent process. */
function endsWith(serving: RunningServer, before: () => void): void {
  const end = (): void => {
    before();
    void serving.close().then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

(process.argv.includes('--excel') ? forExcel() : workbench()).catch((thrown: unknown) => {
  say((words) => words.failed(messageOf(thrown)));
  process.exitCode = 1;
});
