/** The keyboard alone: keys are pressed, and after each the focus has to come to rest somewhere and to be seen. */
import { settled, type Workbench } from './bench';

type Part = 'bar' | 'grid' | 'pane';

/** Milliseconds that the focus stays where it is before it is said to rest. */
const STILL = 100;
/** Milliseconds in which F6 and Escape lead on: to another window, they take a message. */
const LED = 1_500;

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
  async to(part: Part): Promise<void> {
    for (let press = 0; press < 4; press += 1) {
      const here = await this.part();
      if (here === part) return;
      await this.press('F6');
      await settled(
        () => this.part(),
        (now) => now !== here && now !== null,
        LED,
      );
    }
    throw new Error(`F6 does not lead to the ${part}`);
  }

  /** Presses a key in the pane until something of this name has the keyboard. */
  async walk(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let press = 0; press < 70; press += 1) {
      const focused = await this.focused();
      if (typeof name === 'string' ? focused === name : name.test(focused)) return;
      passed.push(focused);
      await this.press(key);
      // Out of the pane at its end: on through the page and back into it.
      if ((await this.part()) !== 'pane') await this.to('pane');
    }
    throw new Error(`the keyboard does not reach ${String(name)}; it passed ${[...new Set(passed)].join(', ')}`);
  }

  /** Waits until something of this name has the keyboard and keeps it. */
  async comesTo(name: string): Promise<void> {
    const here = (): Promise<string | null> => this.bench.frame().evaluate(nameOfFocused);
    const keeps = async (now: string | null): Promise<boolean> => {
      if (now !== name) return false;
      await this.bench.page.waitForTimeout(STILL);
      return (await here()) === name;
    };
    const last = await settled(here, keeps);
    if (last !== name) throw new Error(`the keyboard is not at ${name} but at ${String(last)}`);
    await this.focused();
  }

  /** What has the keyboard in the pane, waited for where nothing has it just now; what is wrong with it is noted. */
  async focused(): Promise<string> {
    const name = await settled(
      () => this.bench.frame().evaluate(nameOfFocused),
      (now) => now !== null,
    );
    if (name === null) this.faults.push('lost');
    else if (!(await this.bench.frame().evaluate(isSeen))) this.faults.push(`not seen: ${name}`);
    return name ?? '';
  }

  /** Waits until a part of the page has the keyboard. */
  async leadsTo(part: Part): Promise<void> {
    const last = await settled(
      () => this.part(),
      (now) => now === part,
    );
    if (last !== part) throw new Error(`the keyboard is not in the ${part} but in ${String(last)}`);
  }

  /** The part of the page that has the keyboard. */
  private part(): Promise<string | null> {
    return this.bench.page.evaluate(() => document.activeElement?.closest('#bar, #grid, #pane')?.id ?? null);
  }
}

/** Runs in the pane. "tab Kiểm tra", "button Sửa"; null where nothing has the keyboard. */
function nameOfFocused(): string | null {
  const one = document.activeElement;
  if (!(one instanceof HTMLElement) || one === document.body) return null;
  const label = one instanceof HTMLSelectElement ? one.labels[0]?.textContent : null;
  const by = document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent;
  const role = one.getAttribute('role') ?? one.tagName.toLowerCase();
  return `${role} ${one.getAttribute('aria-label') ?? label ?? by ?? one.innerText}`;
}

/** Runs in the pane: whether what has the keyboard looks otherwise than without it. */
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
