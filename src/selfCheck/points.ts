/** Gathers what an item finds. */
import type { Difference, ItemId, ItemResult, Refusal } from './item';

export interface Points {
  /** Compares as text; `found` is what Excel answered, whatever its type. */
  equal(point: string, expected: unknown, found: unknown): void;
  /** A number that may differ by `tolerance`. */
  near(point: string, expected: number, found: unknown, tolerance: number): void;
  note(point: string, value: unknown): void;
  unsupported(member: string): void;
}

export interface GatheredPoints extends Points {
  result(id: ItemId, refusal: Refusal | null): ItemResult;
}

export function createPoints(): GatheredPoints {
  const differences: Difference[] = [];
  const unsupported: string[] = [];
  const notes: { point: string; value: string }[] = [];
  const differs = (point: string, expected: string, found: unknown): void =>
    void differences.push({ point, expected, found: shown(found) });
  return {
    equal(point, expected, found) {
      if (shown(expected) !== shown(found)) differs(point, shown(expected), found);
    },
    near(point, expected, found, tolerance) {
      const close = typeof found === 'number' && Math.abs(found - expected) <= tolerance;
      if (!close) differs(point, `${expected} ± ${tolerance}`, found);
    },
    note: (point, value) => void notes.push({ point, value: shown(value) }),
    unsupported: (member) => void unsupported.push(member),
    result: (id, refusal) => ({ id, status: statusOf(), differences, unsupported, notes, refusal }),
  };

  function statusOf(): ItemResult['status'] {
    return differences.length > 0 ? 'differs' : unsupported.length > 0 ? 'notSupported' : 'ok';
  }
}

/** Longer texts that Excel gave back would hide the rest of the report. */
const MAX_SHOWN = 120;

/** A value as the report shows it; texts in quotes only where they could be taken for something else. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
