/**
 * What a caught value says, by its fields. Never by `instanceof Error`: an error of another realm (a frame, the sandbox of
 * a test runner) is no instance of this realm's `Error`.
 */

/** A text field of a caught value, such as the `code` of an error of node; null where it has none. */
export function fieldOf(
  thrown: unknown,
  name: 'code' | 'message' | 'name' | 'path' | 'stack' | 'stdout',
): string | null {
  if (typeof thrown !== 'object' || thrown === null) return null;
  const value: unknown = Reflect.get(thrown, name);
  return typeof value === 'string' ? value : null;
}

/** The message of an error; any other value as text. */
export const messageOf = (thrown: unknown): string => fieldOf(thrown, 'message') ?? String(thrown);

/** The stack of an error where it has one, for faults of our own programs. */
export const stackOf = (thrown: unknown): string => fieldOf(thrown, 'stack') ?? messageOf(thrown);

/** The name and message of an error: "TypeError: x is not a function". */
export function nameAndMessageOf(thrown: unknown): string {
  const name = fieldOf(thrown, 'name');
  return name === null ? messageOf(thrown) : `${name}: ${messageOf(thrown)}`;
}
