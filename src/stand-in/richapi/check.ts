/** Checks of arguments and property values as Excel makes them: what does not fit is InvalidArgument. */
import { invalidArgument } from './errors';

const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

/** One of the names of an enumeration; letter case counts, as on the wire. */
export function oneOf<T extends string>(value: unknown, allowed: readonly T[], what: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw invalidArgument(`${what}: ${shown(value)} is none of ${allowed.join(', ')}`);
  return found;
}

export function aString(value: unknown, what: string): string {
  if (typeof value !== 'string') throw invalidArgument(`${what}: ${shown(value)} is no string`);
  return value;
}

export function aBoolean(value: unknown, what: string): boolean {
  if (typeof value !== 'boolean') throw invalidArgument(`${what}: ${shown(value)} is no boolean`);
  return value;
}

/** A finite number between two bounds, both allowed. */
export function aNumber(value: unknown, what: string, lowest = -Infinity, highest = Infinity): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < lowest || value > highest) {
    throw invalidArgument(`${what}: ${shown(value)}`);
  }
  return value;
}

export function anInteger(value: unknown, what: string, lowest = -Infinity, highest = Infinity): number {
  const number = aNumber(value, what, lowest, highest);
  if (!Number.isInteger(number)) throw invalidArgument(`${what}: ${number} is not whole`);
  return number;
}

/** The default for an argument left out (the client sends null). */
export const orElse = <T>(value: unknown, fallback: T): unknown => value ?? fallback;

const NAMED_COLOURS: Record<string, string> = {
  black: '#000000',
  blue: '#0000FF',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  orange: '#FFA500',
  red: '#FF0000',
  white: '#FFFFFF',
  yellow: '#FFFF00',
};

/** `#RRGGBB`, in capitals; HTML's common names are understood as Excel understands them. */
export function aColour(value: unknown, what: string): string {
  const text = aString(value, what);
  const named = NAMED_COLOURS[text.toLowerCase()];
  if (named) return named;
  if (!/^#?[0-9A-Fa-f]{6}$/.test(text)) throw invalidArgument(`${what}: ${text} is no colour`);
  return `#${text.replace('#', '').toUpperCase()}`;
}

/** null for an argument left out, else what the check makes of it. */
export function expectNothingOr<T>(value: unknown, check: (value: unknown, what: string) => T, what: string): T | null {
  return value === null || value === undefined ? null : check(value, what);
}
