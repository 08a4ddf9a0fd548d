/** A value as shown in a sentence: not longer than a glance. */
export function short(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
