/** The pane's entry: with `host.ts` the only file that touches Office. It gives the pane its words, its theme and the real commands. */
import { type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { ExcelFailure } from '../excel/failure';
import { loadFindingWords, loadWords, type Words } from '../locales/languages';
import { type FindingWords, wordFailure, wordFinding, type Wording } from '../locales/wording';
import type { Actions, Wordings } from './actions';
import { keepAuthor, readAuthor } from './author';
import type { Host } from './host';
import { App } from './components/App';
import { ThemeObserver } from './components/ThemeObserver';
import { Notice } from './components/Notice';
import { markReady } from './pageFacts';
import {
  RIBBON_FUNCTIONS,
  type RibbonFunction,
  ribbonFunction,
  SELF_CHECK_FUNCTION,
  selfCheckFunction,
} from './ribbon';
import { createSession } from './session';
import type { OfficeColours } from './theme';

/** The oldest Excel the commands run on (Excel 2021). */
const FLOOR = { set: 'ExcelApi', version: '1.14' };

/** The words of what commands find; null until the commands have come. */
let findingWords: FindingWords | null = null;
/** The language of the pane. */
let language = '';

/**
 * The commands, with the model, the sheets and the words of findings, are loaded after the pane has been drawn: it opens sooner.
 */
async function host(): Promise<Host> {
  const [{ host: loaded }, words] = await Promise.all([
    import(/* webpackChunkName: "commands" */ './host'),
    loadFindingWords(language),
  ]);
  findingWords = words;
  return loaded;
}

const actions: Actions = {
  run: async (...all) => (await host()).run(...all),
  commands: async () => (await host()).commands(),
  catalogue: async () => (await host()).catalogue(),
  preview: async (choice) => (await host()).preview(choice),
  goTo: async (...all) => (await host()).goTo(...all),
  tidyUp: async (failure) => (await host()).tidyUp(failure),
  watch: async (onChange) => (await host()).watch(onChange),
  // Needs no commands: they may be what has not come.
  reload: () => location.reload(),
  readAuthor,
  keepAuthor,
  selfCheck: async (options) => (await host()).selfCheck(options),
};

function wordingsIn(words: Words): Wordings {
  return {
    finding(finding) {
      if (findingWords === null) throw new Error('something was found before the commands have come');
      return wordFinding(finding, { findings: findingWords });
    },
    failure: (thrown) =>
      thrown instanceof ExcelFailure
        ? {
            ...wordFailure(thrown, words),
            detail: thrown.detail,
            cancelled: thrown.failure === 'cancelled',
            unfinished: thrown.aftermath === 'unknown',
          }
        : null,
  };
}

function pane(words: Words, theme: OfficeColours | undefined): ReactElement {
  const session = createSession(actions);
  const showPane = (): Promise<void> => Office.addin.showAsTaskpane();
  // The functions keep their failures in the session and never reject.
  const associate = (name: string, run: RibbonFunction): void =>
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => void run(event));
  for (const name of RIBBON_FUNCTIONS) associate(name, ribbonFunction(name, session, actions.commands, showPane));
  associate(SELF_CHECK_FUNCTION, selfCheckFunction(session, showPane));
  const wordings = wordingsIn(words);
  return (
    <ThemeObserver theme={theme}>
      {(brightness) => <App session={session} words={words} wordings={wordings} brightness={brightness} />}
    </ThemeObserver>
  );
}

/** One message in place of the pane. */
function notice(words: Words, said: Wording, theme?: OfficeColours): ReactElement {
  return (
    <ThemeObserver theme={theme}>
      {(brightness) => <Notice title={words.ui.title} {...said} brightness={brightness} />}
    </ThemeObserver>
  );
}

/** What is drawn once Office is ready, which it may never be: then the page itself says what is missing (`start.js`). */
async function start(): Promise<ReactElement> {
  const { host } = await Office.onReady();
  markReady();
  if (host !== Office.HostType.Excel) {
    const words = await inLanguage(navigator.language);
    return notice(words, words.ui.notExcel);
  }
  const { displayLanguage, officeTheme, requirements } = Office.context;
  const words = await inLanguage(displayLanguage);
  return requirements.isSetSupported(FLOOR.set, FLOOR.version)
    ? pane(words, officeTheme)
    : notice(words, words.ui.tooOld, officeTheme);
}

/** The words of a language; the page is marked with it. */
async function inLanguage(tag: string): Promise<Words> {
  const words = await loadWords(tag);
  language = words.ui.language;
  document.documentElement.lang = language;
  document.title = words.ui.title;
  return words;
}

const container = document.getElementById('pane');
if (!container) throw new Error('the page has no element "pane"');
// For `start.js`: from here on only Office can be what is missing.
container.dataset.loaded = '';
const root = createRoot(container);
// Office.js comes from Microsoft's address: it may not have come at all, and the page says so already.
if (typeof Office !== 'undefined')
  start().then(
    (element) => root.render(element),
    async (thrown: unknown) => {
      const words = await inLanguage(navigator.language);
      const { message, remedy } = words.ui.unexpected;
      root.render(notice(words, { message, remedy: `${remedy} (${String(thrown)})` }));
    },
  );
