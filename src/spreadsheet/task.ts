/** Long work in steps: each yields the number of units done, and the caller may pause or cancel there. */

/** The progress of the work, in units of the cluster. */
export interface UnitsDone {
  done: number;
  of: number;
}

/** Work in steps with the result `T`. */
export type Task<T> = Generator<UnitsDone, T, void>;

/** Runs a task to its end without pauses. */
export function runSync<T>(steps: Task<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
