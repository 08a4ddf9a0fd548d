/** F6 and Shift+F6 lead the keyboard from the tool bar to the workbook, to the pane and around, as in Excel. */

export interface Region {
  element: HTMLElement;
  /** Takes the keyboard. */
  enter(): void;
}

export interface RegionNavigation {
  /** To the next region that is shown, or to the one before. */
  on(backwards: boolean): void;
  /** Lets the keys work in another window, such as a frame's. */
  listenIn(keys: Window): void;
}

/** Lets the keys lead through the regions, in their order. */
export function navigateRegions(regions: readonly Region[]): RegionNavigation {
  const on = (backwards: boolean): void => {
    const shown = regions.filter(({ element }) => element.offsetParent !== null);
    const here = shown.findIndex(({ element }) => element.contains(document.activeElement));
    shown[(Math.max(here, 0) + (backwards ? -1 : 1) + shown.length) % shown.length]?.enter();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || document.querySelector('dialog') !== null) return;
    event.preventDefault();
    event.stopPropagation();
    on(event.shiftKey);
  };
  const listenIn = (keys: Window): void => keys.addEventListener('keydown', press, { capture: true });
  listenIn(window);
  return { on, listenIn };
}
