/** F6 and Shift+F6 move the focus between the tool bar, the workbook and the pane, as in Excel. */

export interface Region {
  element: HTMLElement;
  /** Moves the focus into the region. */
  enter(): void;
}

export interface RegionNavigation {
  /** To the next region that is shown, or to the one before. */
  on(backwards: boolean): void;
  /** Handles the keys in another window too, such as a frame's. */
  listenIn(keys: Window): void;
}

/** Handles the keys; the regions are visited in their order. */
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
