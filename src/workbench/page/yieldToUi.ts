/** Pauses in long work so that the UI can repaint: the stand-in shares its thread with the pane, as Excel does not. */

/** Milliseconds of work between two pauses. */
const MAX_SLICE = 50;

/** Made once for each host; when awaited, it lets other tasks run once a slice is over. */
export function createUiYield(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < MAX_SLICE) return;
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
    since = performance.now();
  };
}
