/** The keyboard alone: keys are pressed, and after each the focus has to be somewhere and to be seen. */
import type { Workbench } from './bench';

/** What has the keyboard in the pane: "tab Kiểm tra", "button Sửa". */
interface Focused {
  name: string;
  /** Whether it looks otherwise than without the keyboard. */
  seen: boolean;
}

export class Keyboard {
  /** Where the focus was lost or could not be seen. */
  readonly faults: string[] = [];

  constructor(private readonly bench: Workbench) {}

  /** Presses a key, a few times where it is told. */
  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await this.bench.page.keyboard.press(key);
      await this.bench.page.waitForTimeout(30);
    }
  }

  /** Presses F6 until a part of the page has the keyboard. */
  async to(part: 'bar' | 'grid' | 'pane'): Promise<void> {
    for (let press = 0; press < 4; press += 1) {
      if (await this.isIn(part)) return;
      await this.press('F6');
    }
    throw new Error(`F6 does not lead to the ${part}`);
  }

  /** Presses a key in the pane until something of this name has the keyboard. */
  async walk(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let press = 0; press < 70; press += 1) {
      const focused = await this.focused();
      if (typeof name === 'string' ? focused.name === name : name.test(focused.name)) return;
      passed.push(focused.name);
      await this.press(key);
      // Out of the pane at its end: on through the page and back into it.
      if (!(await this.isIn('pane'))) await this.to('pane');
    }
    throw new Error(`the keyboard does not reach ${String(name)}; it passed ${[...new Set(passed)].join(', ')}`);
  }

  /** What has the keyboard in the pane; what is wrong with it is noted. */
  async focused(): Promise<Focused> {
    const found = await this.bench.frame().evaluate(focusNow);
    if (found === null) this.faults.push('lost');
    else if (!found.seen) this.faults.push(`not seen: ${found.name}`);
    return found ?? { name: '', seen: false };
  }

  private isIn(part: string): Promise<boolean> {
    return this.bench.page.evaluate(
      (id) => document.getElementById(id)?.contains(document.activeElement) ?? false,
      part,
    );
  }
}

/** Runs in the pane. */
function focusNow(): Focused | null {
  const one = document.activeElement;
  if (!(one instanceof HTMLElement) || one === document.body) return null;
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
  const label = one instanceof HTMLSelectElement ? one.labels[0]?.textContent : null;
  const by = document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent;
  const role = one.getAttribute('role') ?? one.tagName.toLowerCase();
  const name = one.getAttribute('aria-label') ?? label ?? by ?? one.innerText;
  return { name: `${role} ${name}`, seen: focused !== without };
}
