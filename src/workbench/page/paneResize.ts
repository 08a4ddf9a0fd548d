/** The edge between the workbook and the pane, which can be dragged or moved with the arrow keys. */

/** Office's own widths of a task pane, in pixels. */
const MIN_PANE_WIDTH = 320;
const MAX_PANE_WIDTH = 450;
const DEFAULT_PANE_WIDTH = 380;
const STEP = 10;

export function makeResizable(edge: HTMLElement, label: string): void {
  let width = DEFAULT_PANE_WIDTH;
  const set = (wanted: number): void => {
    width = Math.min(MAX_PANE_WIDTH, Math.max(MIN_PANE_WIDTH, Math.round(wanted)));
    document.documentElement.style.setProperty('--pane', `${width}px`);
    edge.setAttribute('aria-valuenow', String(width));
  };
  edge.setAttribute('aria-label', label);
  edge.setAttribute('aria-valuemin', String(MIN_PANE_WIDTH));
  edge.setAttribute('aria-valuemax', String(MAX_PANE_WIDTH));
  set(DEFAULT_PANE_WIDTH);
  edge.addEventListener('pointerdown', (event) => {
    edge.setPointerCapture(event.pointerId);
    // The frame would swallow the pointer.
    document.body.classList.add('dragged');
  });
  edge.addEventListener('pointermove', (event) => {
    if (edge.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX - edge.offsetWidth / 2);
  });
  edge.addEventListener('lostpointercapture', () => document.body.classList.remove('dragged'));
  edge.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowLeft') set(width + STEP);
    if (event.key === 'ArrowRight') set(width - STEP);
  });
}
