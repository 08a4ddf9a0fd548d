/** The tool bar: files, undo and redo, and the add-in's buttons as the ribbon has them. */
import type { WorkbenchWords } from '../../locales/workbench';
import { element } from './dialog';

/** The functions behind the ribbon's buttons, by the names the manifest gives them, with their icons. */
const RIBBON = [
  { name: 'insertSheets', icon: 'insert' },
  { name: 'checkFigures', icon: 'check' },
  { name: 'rankUnits', icon: 'rank' },
] as const;

export interface ToolbarActions {
  startNew(): Promise<void>;
  open(file: File): Promise<void>;
  save(): Promise<void>;
  undo(): void;
  redo(): void;
  invokeRibbon(functionName: string): void;
  togglePane(): void;
}

export interface Toolbar {
  setName(name: string): void;
  setPaneVisible(shown: boolean): void;
}

export function createToolbar(bar: HTMLElement, words: WorkbenchWords['page'], deeds: ToolbarActions): Toolbar {
  bar.setAttribute('aria-label', words.title);
  // The keyboard stays with the grid when a button is clicked, as in Excel.
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  const picker = filePicker(deeds.open);
  const name = element('span', '');
  name.className = 'name';
  const pane = button(words.hidePane, () => deeds.togglePane());
  const ribbon = RIBBON.map(({ name: functionName, icon }) => {
    const made = button(words[functionName], () => deeds.invokeRibbon(functionName));
    const image = document.createElement('img');
    image.src = `assets/icons/${icon}-16.png`;
    image.alt = '';
    made.prepend(image);
    return made;
  });
  bar.append(
    picker,
    button(words.newBook, () => void deeds.startNew()),
    button(words.open, () => picker.click()),
    button(words.save, () => void deeds.save()),
    name,
    group(button(words.undo, deeds.undo), button(words.redo, deeds.redo)),
    group(...ribbon),
    group(pane),
  );
  bar.lastElementChild?.classList.add('end');
  return {
    setName: (text) => (name.textContent = text),
    setPaneVisible: (shown) => {
      pane.textContent = shown ? words.hidePane : words.showPane;
      pane.setAttribute('aria-expanded', String(shown));
    },
  };
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = element('button', label);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

function group(...buttons: HTMLElement[]): HTMLElement {
  const made = document.createElement('div');
  made.className = 'group';
  made.append(...buttons);
  return made;
}

function filePicker(open: (file: File) => Promise<void>): HTMLInputElement {
  const picker = document.createElement('input');
  picker.type = 'file';
  picker.accept = '.xlsx';
  picker.hidden = true;
  picker.addEventListener('change', () => {
    const [file] = picker.files ?? [];
    // The same file may be chosen again.
    picker.value = '';
    if (file) void open(file);
  });
  return picker;
}
