/** Long work in steps: after each it tells how many units are done, and whoever runs it may pause there or give it up. */

/** How far the work has come, in units of the cluster. */
export interface UnitsDone {
  done: number;
  of: number;
}

/** Work in steps that comes to a `T`. */
export type Task<T> = Generator<UnitsDone, T, void>;

/** Does all of it without a pause. */
export function runSync<T>(steps: Task<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
