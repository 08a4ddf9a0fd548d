/** Use by keyboard alone: after each key the focus must rest on an element and be visible. */
import { settled, type Workbench } from './workbench';

type Part = 'bar' | 'grid' | 'pane';

/** Milliseconds that the focus must stay on an element to count as resting there. */
const RESTS = 100;
/** Milliseconds in which F6 and Escape take effect: between windows they need a message. */
const MAX_DELAY = 1_500;

export class Keyboard {
  /** Where the focus was lost or could not be seen. */
  readonly faults: string[] = [];

  constructor(private readonly workbench: Workbench) {}

  /** Presses a key, several times where `times` says so. */
  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await this.workbench.page.keyboard.press(key);
      await this.workbench.page.waitForTimeout(30);
    }
  }

  /** Presses F6 until a part of the page has the focus. */
  async to(part: Part): Promise<void> {
    for (let press = 0; press < 4; press += 1) {
      const here = await this.part();
      if (here === part) return;
      await this.press('F6');
      await settled(
        () => this.part(),
        (now) => now !== here && now !== null,
        MAX_DELAY,
      );
    }
    throw new Error(`F6 does not lead to the ${part}`);
  }

  /** Presses a key in the pane until an element of this name has the focus. */
  async walk(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let press = 0; press < 70; press += 1) {
      const focused = await this.focused();
      if (typeof name === 'string' ? focused === name : name.test(focused)) return;
      passed.push(focused);
      await this.press(key);
      // After the pane's last element the focus leaves the pane.
      if ((await this.part()) !== 'pane') await this.to('pane');
    }
    throw new Error(`the keyboard does not reach ${String(name)}; it passed ${[...new Set(passed)].join(', ')}`);
  }

  /** Waits until an element of this name has the focus and keeps it. */
  async waitForFocus(name: string): Promise<void> {
    const here = (): Promise<string | null> => this.workbench.frame().evaluate(nameOfFocused);
    const staysThere = async (now: string | null): Promise<boolean> => {
      if (now !== name) return false;
      await this.workbench.page.waitForTimeout(RESTS);
      return (await here()) === name;
    };
    const last = await settled(here, staysThere);
    if (last !== name) throw new Error(`the keyboard is not at ${name} but at ${String(last)}`);
    await this.focused();
  }

  /** The focused element of the pane, waited for where there is none yet; a lost or invisible focus is noted in `faults`. */
  async focused(): Promise<string> {
    const name = await settled(
      () => this.workbench.frame().evaluate(nameOfFocused),
      (now) => now !== null,
    );
    if (name === null) this.faults.push('lost');
    else if (!(await this.workbench.frame().evaluate(isSeen))) this.faults.push(`not seen: ${name}`);
    return name ?? '';
  }

  /** Waits until a part of the page has the focus. */
  async waitForPart(part: Part): Promise<void> {
    const last = await settled(
      () => this.part(),
      (now) => now === part,
    );
    if (last !== part) throw new Error(`the keyboard is not in the ${part} but in ${String(last)}`);
  }

  /** The part of the page that has the focus. */
  private part(): Promise<string | null> {
    return this.workbench.page.evaluate(() => document.activeElement?.closest('#bar, #grid, #pane')?.id ?? null);
  }
}

/** Runs in the pane. "tab Kiểm tra", "button Sửa"; null where nothing has the focus. */
function nameOfFocused(): string | null {
  const one = document.activeElement;
  if (!(one instanceof HTMLElement) || one === document.body) return null;
  const label = one instanceof HTMLSelectElement ? one.labels[0]?.textContent : null;
  const by = document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent;
  const role = one.getAttribute('role') ?? one.tagName.toLowerCase();
  return `${role} ${one.getAttribute('aria-label') ?? label ?? by ?? one.innerText}`;
}

/** Runs in the pane: whether the focused element looks different from the same element without focus. */
function isSeen(): boolean {
  const one = document.activeElement;
  if (!(one instanceof HTMLElement)) return false;
  const look = (): string =>
    [one, one.parentElement ?? one]
      .flatMap((each) => [undefined, '::before', '::after'].map((part) => getComputedStyle(each, part)))
      .flatMap((style) => [
        ...[style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.backgroundColor],
        ...[style.borderTopColor, style.borderBottomColor, style.borderBottomWidth, style.borderBottomStyle],
        ...[style.textDecorationLine, style.textDecorationStyle, style.transform],
      ])
      .join('|');
  const focused = look();
  one.blur();
  const without = look();
  one.focus();
  return focused !== without;
}
