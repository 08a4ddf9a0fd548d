/** What the page says: questions and refusals in a dialog, passing notes at its foot. */

/** How long a note stays, in milliseconds. */
const NOTIFICATION_TIME = 6_000;

export interface Answer {
  label: string;
  /** The one that Enter chooses. */
  first?: boolean;
}

/** Asks, and resolves with the number of the answer; Escape is the last one. */
export function ask(
  title: string,
  message: string,
  answers: readonly Answer[],
  field?: HTMLInputElement,
): Promise<number> {
  const dialog = document.createElement('dialog');
  dialog.append(element('h2', title), field ?? element('p', message));
  const foot = document.createElement('footer');
  const focused = document.activeElement;
  return new Promise((resolve) => {
    const done = (answer: number): void => {
      dialog.remove();
      if (focused instanceof HTMLElement) focused.focus();
      resolve(answer);
    };
    answers.forEach(({ label, first }, index) => {
      const button = element('button', label);
      button.type = 'button';
      button.className = first ? 'first' : '';
      button.autofocus = field === undefined && (first ?? false);
      button.addEventListener('click', () => done(index));
      foot.append(button);
    });
    dialog.addEventListener('cancel', () => done(answers.length - 1));
    // The grid listens to keys everywhere.
    dialog.addEventListener('keydown', (event) => event.stopPropagation());
    dialog.append(foot);
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Asks for a text; null where it was not given. Enter is the first answer, Escape the second. */
export async function askText(title: string, text: string, answers: readonly [string, string]): Promise<string | null> {
  const field = document.createElement('input');
  field.value = text;
  field.ariaLabel = title;
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    // The same key would press the button of whatever dialog comes next.
    event.preventDefault();
    field.closest('dialog')?.querySelector<HTMLElement>('button.first')?.click();
  });
  const asked = ask(title, '', [{ label: answers[0], first: true }, { label: answers[1] }], field);
  field.select();
  return (await asked) === 0 ? field.value : null;
}

/** Shows a note for a while; screen readers read it. */
export function notify(message: string): void {
  const line = element('p', message);
  document.getElementById('notes')?.append(line);
  setTimeout(() => line.remove(), NOTIFICATION_TIME);
}

/** An element with a text. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
