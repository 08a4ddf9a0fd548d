/** What the conversation has cost, counted as Excel on the web limits it: bytes of the bodies, in UTF-8. */

export interface BatchCost {
  actions: number;
  /** Object paths in the request: the proxies the host had to make. */
  proxyObjects: number;
  requestBytes: number;
  responseBytes: number;
  /** The code of the error it answered, or null. */
  error: string | null;
  /** The client's own batch after `Excel.run` that gives references back; it is in the log, not in the sums. */
  cleanup: boolean;
}

export interface Counters {
  batches: number;
  requestBytes: number;
  responseBytes: number;
  proxyObjects: number;
  actions: number;
}

/** Bytes in UTF-8; counted here since jsdom has no TextEncoder. Half a surrogate pair is half of four bytes. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isSurrogate ? 2 : 3;
  }
  return bytes;
}

/** The sums over a log, the client's clean-up batches left out. */
export function sumCosts(log: readonly BatchCost[]): Counters {
  const sums: Counters = { batches: 0, requestBytes: 0, responseBytes: 0, proxyObjects: 0, actions: 0 };
  for (const cost of log) {
    if (cost.cleanup) continue;
    sums.batches += 1;
    sums.requestBytes += cost.requestBytes;
    sums.responseBytes += cost.responseBytes;
    sums.proxyObjects += cost.proxyObjects;
    sums.actions += cost.actions;
  }
  return sums;
}
