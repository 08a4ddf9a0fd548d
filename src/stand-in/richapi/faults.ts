/** Failures on order, for proving what a command does when Excel fails it. */

/** Which batch fails, with what, and how much of it really runs first. Batches count from 1 since the last reset. */
export interface Fault {
  batch: number;
  /** Every batch from that one on fails, too. */
  andLater?: boolean;
  /** An Office.js error code, for instance `InvalidOperationInCellEditMode`. */
  code: string;
  message?: string;
  /**
   * How many actions run before it fails; 0 when not given. They are those on the wire, where making a proxy and keeping
   * a reference are actions, too: `host.log` tells how many a batch has.
   */
  afterActions?: number;
  /** The batch runs wholly, but its answer never arrives: the client gets the error. */
  lost?: boolean;
}

export class FaultPlan {
  #faults: Fault[] = [];

  add(fault: Fault): void {
    this.#faults.push(fault);
  }

  clear(): void {
    this.#faults = [];
  }

  /** The first registered fault that meets this batch. */
  forBatch(number: number): Fault | undefined {
    return this.#faults.find((fault) => (fault.andLater ? number >= fault.batch : number === fault.batch));
  }
}
