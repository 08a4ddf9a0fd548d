/** The workbench's page: a tool bar, the workbook, and the add-in's pane beside it. */
import type { Language } from '../../locales';
import { workbenchWords } from '../../locales/workbench';
import { WorkbookController } from './workbookController';
import { acceptDroppedFiles } from './fileDrop';
import { navigateRegions } from './regionNavigation';
import { makeResizable } from './paneResize';
import { createToolbar } from './toolbar';
import './page.css';

/** `?lang=en` shows the page and the pane in English; light or dark the pane is as the system. */
function language(): Language {
  return new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'vi';
}

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element "${id}"`);
  return found;
}

async function start(): Promise<void> {
  const spoken = language();
  const words = workbenchWords(spoken).page;
  document.documentElement.lang = spoken;
  const showPane = (visible: boolean): void => {
    document.body.classList.toggle('paneless', !visible);
    bar.setPaneVisible(visible);
  };
  const controller = new WorkbookController({
    words,
    language: spoken,
    grid: part('grid'),
    pane: part('pane'),
    onPane: showPane,
    onLeave: (where) => (where === 'workbook' ? controller.grid?.focus() : walk.on(where === 'back')),
    onPaneLoaded: (pane) => walk.listenIn(pane),
    onBook: (name) => {
      bar.setName(name);
      document.title = `${name} – ${words.title}`;
    },
  });
  const walk = navigateRegions([
    { element: part('bar'), enter: () => part('bar').querySelector('button')?.focus() },
    { element: part('grid'), enter: () => controller.grid?.focus() },
    { element: part('pane'), enter: () => controller.focusPane() },
  ]);
  const bar = createToolbar(part('bar'), words, {
    startNew: () => controller.startNew(),
    open: (file) => controller.openFile(file),
    save: () => controller.save(),
    undo: () => controller.grid?.undo(),
    redo: () => controller.grid?.redo(),
    invokeRibbon: (name) => controller.invokeRibbon(name),
    togglePane: () => showPane(document.body.classList.contains('paneless')),
  });
  makeResizable(part('edge'), words.resize);
  acceptDroppedFiles(words.dropHere, (file) => controller.openFile(file));
  window.addEventListener('beforeunload', (event) => {
    if (controller.unsaved) event.preventDefault();
  });
  await controller.startNew();
}

void start();
