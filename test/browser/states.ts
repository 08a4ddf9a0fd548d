/** Every state of the pane, one after the other, in the workbench: with real answers wherever the stand-in gives them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import type { Language, Words } from '../../src/locales';
import { wordsFor } from '../../src/locales';
import { selfCheckWords } from '../../src/locales/selfCheck';
import { workbenchWords } from '../../src/locales/workbench';
import { type WorkStep, WORK_STEPS } from '../../src/commands/command';
import { HINT_AFTER, SILENT_AFTER } from '../../src/taskpane/watchdog';
import { cluster11, type Wanted } from '../support/cluster11';
import { settled, type WorkbenchServer, Workbench } from './workbench';

export type Theme = 'light' | 'dark' | 'contrast';

export interface Look {
  language: Language;
  theme: Theme;
}

/** What the browser is told of a theme. */
const MEDIA = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  contrast: { colorScheme: 'light', forcedColors: 'active' },
} as const satisfies Record<Theme, object>;

/** In which the pane is looked at. */
export const LOOKS: readonly Look[] = [
  { language: 'vi', theme: 'light' },
  { language: 'vi', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'vi', theme: 'contrast' },
];

export const WINDOW = { width: 1400, height: 900 };

/** Workbooks that show a state; made once. */
const FILES = ['mistakes', 'tie', 'final'] as const satisfies readonly Wanted[];

export async function writeFiles(folder: string): Promise<void> {
  for (const wanted of FILES) {
    mkdirSync(join(folder, wanted), { recursive: true });
    writeFileSync(fileOf(folder, wanted), await cluster11(wanted));
  }
}

/** All by the same name, which is shown. */
const fileOf = (folder: string, wanted: Wanted): string => join(folder, wanted, 'cum-11-2020.xlsx');

/** How the pane is made so many pixels wide, and given another theme. */
export interface Handles {
  width(pixels: number): Promise<void>;
  theme(theme: Theme): Promise<void>;
}

/** Told of each state as it is shown. */
export type Watcher = (state: string, pane: Frame, handles: Handles) => Promise<void>;
type Seen = (state: string) => Promise<void>;

/**
 * Shows a look's states, in the order of the work; `folder` holds the files of {@link writeFiles}. The smaller the window
 * (pixels), the less the browser has to draw.
 */
export async function showStates(
  server: WorkbenchServer,
  { language, theme }: Look,
  { folder, viewport = WINDOW }: { folder: string; viewport?: { width: number; height: number } },
  watch: Watcher,
): Promise<void> {
  const query = `?lang=${language}`;
  const workbench = await Workbench.open(server, query, {
    viewport,
    // Colours that are on their way are no colours to evaluate.
    reducedMotion: 'reduce',
    ...MEDIA[theme],
  });
  const { page } = workbench;
  const handles: Handles = {
    width: (pixels) => page.evaluate((now) => document.documentElement.style.setProperty('--pane', `${now}px`), pixels),
    theme: async (given) => {
      await page.emulateMedia(MEDIA[given]);
      await workbench.frame().evaluate(TWO_FRAMES);
    },
  };
  const seen: Seen = async (state) => {
    // On a busy computer even the shortest change of a colour may not be over yet.
    await workbench.frame().evaluate(TWO_FRAMES);
    await watch(state, workbench.frame(), handles);
  };
  const show = new Shown(workbench, wordsFor(language), language, folder);
  try {
    await show.empty(seen);
    await show.found(seen);
    await show.ranked(seen);
    await show.selfChecked(seen);
    await show.unanswered(seen);
    await show.failed(seen);
    await show.reading(seen);
  } finally {
    await workbench.close();
  }
}

const TWO_FRAMES = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/** Milliseconds: every change of a scratch sheet is drawn. */
const SELF_CHECK_TIME = 120_000;

/** What Excel answers while a cell is being edited; evaluated in the pane. */
const IN_EDIT = `Excel.run = () =>
  Promise.reject(Object.assign(new Error('edit'), { code: 'InvalidOperationInCellEditMode', debugInfo: {} }))`;

/**
 * Excel answers no more: the client's messages do not reach it. Timers of the watchdog are kept until they are asked for.
 * Evaluated in the pane; a pane that is loaded anew hears again.
 */
const SILENT = `
  const { postMessage } = window.parent;
  window.parent.postMessage = () => undefined;
  window.addEventListener('pagehide', () => (window.parent.postMessage = postMessage));
  window.kept = new Map();
  const { setTimeout: later, clearTimeout: clear } = window;
  window.setTimeout = (work, after, ...more) => {
    if (after !== ${HINT_AFTER} && after !== ${SILENT_AFTER}) return later(work, after, ...more);
    const id = -1 - window.kept.size;
    window.kept.set(id, { work, after });
    return id;
  };
  window.clearTimeout = (id) => (window.kept.has(id) ? window.kept.set(id, null) : clear(id));`;
/** Lets so many milliseconds pass for the watchdog. */
const pass = (milliseconds: number): string =>
  `window.kept.forEach((timer) => timer?.after === ${milliseconds} && timer.work())`;

class Shown {
  private readonly ui: Words['ui'];

  constructor(
    private readonly workbench: Workbench,
    words: Words,
    private readonly language: Language,
    private readonly folder: string,
  ) {
    this.ui = words.ui;
  }

  /** Nothing in the workbook yet: a covenant to choose, and what comes of asking for more. */
  async empty(seen: Seen): Promise<void> {
    const { step } = this.workbench;
    const { covenant } = this.ui;
    await step.getByRole('combobox', { name: covenant.cluster }).selectOption('cum-11-2020');
    await step.getByText(/Hậu Giang/).waitFor();
    await this.openAll();
    await seen('empty-preview');
    for (const section of WORK_STEPS.slice(1)) {
      await this.turnTo(section);
      await seen(`empty-${section}`);
    }
    const { insertSheets } = workbenchWords(this.language).page;
    await this.workbench.press(insertSheets);
    await step.getByText(this.ui.refused).waitFor();
    await seen('refused');
  }

  async found(seen: Seen): Promise<void> {
    await this.open('mistakes');
    await this.turnTo('check');
    await this.step('check').getByRole('button', { name: this.ui.check.run, exact: true }).click();
    await this.step('check').getByRole('combobox').first().waitFor();
    await this.openAll();
    await seen('findings');
    for (const section of ['covenant', 'score', 'rank'] as const) {
      await this.turnTo(section);
      await seen(`unfinished-${section}`);
    }
  }

  async ranked(seen: Seen): Promise<void> {
    await this.open('tie');
    await this.turnTo('rank');
    await this.step('rank').getByRole('region', { name: this.ui.rank.ties }).waitFor();
    await seen('tie');
    await this.open('final');
    await this.turnTo('rank');
    await this.step('rank').getByText(this.ui.rank.final, { exact: true }).waitFor();
    await this.openAll();
    await seen('final');
    for (const section of ['score', 'check', 'print'] as const) {
      await this.turnTo(section);
      await seen(`final-${section}`);
    }
  }

  /** Excel does not answer: first a cell may be being edited, then nothing is known, and loading anew helps. */
  async unanswered(seen: Seen): Promise<void> {
    const { waiting } = this.ui;
    const pane = this.workbench.frame();
    await pane.evaluate(SILENT);
    await this.turnTo('check');
    await this.step('check').getByRole('button', { name: this.ui.check.run, exact: true }).click();
    // The command may just be going over to its next step, from which waiting is counted anew.
    const passUntil = async (milliseconds: number, text: string): Promise<void> => {
      const said = this.workbench.pane.getByText(text, { exact: true });
      await settled(
        () => pane.evaluate(pass(milliseconds)),
        () => said.isVisible(),
      );
      await said.waitFor();
    };
    await passUntil(HINT_AFTER, waiting.cell.remedy);
    await seen('cell-edited');
    await passUntil(SILENT_AFTER, waiting.silentRemedy.reading);
    const reload = this.workbench.pane.getByRole('button', { name: waiting.reload });
    await seen('no-answer');
    await reload.click();
    await reload.waitFor({ state: 'detached' });
    await this.workbench.pane.getByRole('tablist').waitFor();
  }

  /** The self-check has run in a workbook that is ranked; its report, and what a person has to look at. */
  async selfChecked(seen: Seen): Promise<void> {
    const { pane } = this.workbench;
    const words = selfCheckWords(this.language);
    await pane.getByRole('button', { name: this.ui.help.title, exact: true }).click();
    await pane.getByRole('button', { name: words.pane.start, exact: true }).click();
    await pane.getByRole('textbox', { name: words.pane.report }).waitFor({ timeout: SELF_CHECK_TIME });
    await pane.getByRole('button', { name: words.pane.questionsTitle, exact: true }).click();
    await seen('self-check');
    await pane.getByRole('button', { name: this.ui.help.title, exact: true }).click();
  }

  /** A cell is being edited in Excel: the one state the stand-in is not in by itself. */
  async failed(seen: Seen): Promise<void> {
    await this.workbench.frame().evaluate(IN_EDIT);
    await this.turnTo('check');
    await this.step('check').getByRole('button', { name: this.ui.check.run, exact: true }).click();
    await this.workbench.pane.getByText(this.ui.failed).waitFor();
    await seen('failed');
  }

  /** The commands have not come yet: what is shown while the workbook is read. */
  async reading(seen: Seen): Promise<void> {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await this.workbench.page.route('**/commands.*.js', async (route) => {
      await held;
      await route.abort();
    });
    const { newBook, discard } = workbenchWords(this.language).page;
    await this.workbench.replaceBook(() => this.workbench.press(newBook), discard);
    await this.workbench.pane.getByText(this.ui.steps.reading).first().waitFor();
    await seen('reading');
    release();
    await this.workbench.pane.getByText(this.ui.failed).waitFor();
    await seen('not-loaded');
  }

  private step(section: WorkStep) {
    return this.workbench.pane.getByRole('tabpanel', { name: this.ui.sections[section] });
  }

  private async turnTo(section: WorkStep): Promise<void> {
    await this.workbench.pane.getByRole('tab', { name: this.ui.sections[section] }).click();
    await this.step(section).getByRole('heading', { level: 2 }).waitFor({ state: 'attached' });
    await this.toTop();
  }

  private async toTop(): Promise<void> {
    await this.workbench.pane.locator('html').evaluate(() => window.scrollTo(0, 0));
  }

  /** Opens what can be opened in the step, each once. */
  private async openAll(): Promise<void> {
    const closed = this.workbench.step.locator('button[aria-expanded=false]');
    for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
    await this.toTop();
  }

  private async open(wanted: (typeof FILES)[number]): Promise<void> {
    const { discard } = workbenchWords(this.language).page;
    await this.workbench.replaceBook(() => this.workbench.openFile(fileOf(this.folder, wanted)), discard);
    await this.workbench.pane.getByRole('tablist').waitFor();
  }
}
