/** A double click on a tab: Univer would let the name be typed into the tab itself, which breaks its row of tabs. */

const TAB = '[data-u-comp=slide-tab-item]';
/** The second click of two, in milliseconds after the first; Univer counts half a second. */
const DOUBLE_CLICK = 500;

/** Tells of the sheet whose tab was double-clicked; what it answers stops that. */
export function onTabDoubleClick(container: HTMLElement, tell: (sheet: string) => void): () => void {
  let last = { sheet: '', time: 0 };
  const sheetAt = (event: Event): string | undefined =>
    event.target instanceof Element ? event.target.closest<HTMLElement>(TAB)?.dataset['id'] : undefined;
  const down = (event: PointerEvent): void => {
    const sheet = event.button === 0 ? sheetAt(event) : undefined;
    if (sheet === undefined) return;
    const second = sheet === last.sheet && event.timeStamp - last.time <= DOUBLE_CLICK;
    last = { sheet, time: event.timeStamp };
    if (second) event.stopPropagation();
  };
  const twice = (event: MouseEvent): void => {
    const sheet = sheetAt(event);
    if (sheet !== undefined) tell(sheet);
  };
  container.addEventListener('pointerdown', down, { capture: true });
  container.addEventListener('dblclick', twice, { capture: true });
  return () => {
    container.removeEventListener('pointerdown', down, { capture: true });
    container.removeEventListener('dblclick', twice, { capture: true });
  };
}
