/** Keeps the page alive during long work: the stand-in shares its thread with the pane, as Excel does not. */

/** How long work goes on without a pause, in milliseconds. */
const MAX_SLICE = 50;

/** Made once for each host; awaited often, it lets other tasks run whenever a breath is over. */
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
