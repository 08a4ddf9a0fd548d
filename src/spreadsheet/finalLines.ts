/** The rows and columns of a sheet once its remake is rolled back: those that were there, with what others have done to them since. Pure. */
import { type LineStep, reversedSteps, type SheetRemake } from './remake';
import type { GoneLine, StepState } from './tracedLines';

type Along = LineStep['along'];

/** A row or column that is there in the end. */
export interface FinalLine {
  /** Which it was before the batch; null for one that has come since, or was filled since. */
  start: number | null;
  /** Which it is now; null for one that is gone. */
  now: number | null;
}

/**
 * The lines that were there and nobody has deleted since, in their order, and behind each those that others have inserted or filled
 * since. `count` is how many there were; `isTyped` tells a line of the sheet as it is that steps have inserted and somebody has
 * filled.
 */
export function finalLines(
  state: StepState,
  along: Along,
  count: number,
  isTyped: (line: number) => boolean,
): FinalLine[] {
  const lines = state[along];
  const positions = new Map(lines.flatMap((line, now) => (typeof line?.start === 'number' ? [[line.start, now]] : [])));
  const gone = new Set(startsOf(state.gone[along]));
  const all = Array.from({ length: count }, (_none, start): FinalLine[] =>
    gone.has(start) ? [] : [{ start, now: positions.get(start) ?? null }],
  );
  let last = 0;
  lines.forEach((line, now) => {
    if (typeof line?.start === 'number') last = line.start;
    else if (line === null || isTyped(now)) all[last]?.push({ start: null, now });
  });
  return all.flat();
}

/** Brings the lines back to those that were there before the remake, without what others have inserted and with what they have deleted. */
export function stepsBack({ steps }: Pick<SheetRemake, 'steps'>, state: StepState): LineStep[] {
  return [
    ...(['rows', 'columns'] as const).flatMap((along) => deletions(state[along], along)),
    ...(['rows', 'columns'] as const).flatMap((along) => returns(state.gone[along], along)),
    ...reversedSteps(steps.slice(0, state.done)),
  ];
}

/** Then deletes and inserts again what others have deleted and inserted. */
export function stepsOfOthers(
  { gone }: StepState,
  { rows, columns }: Readonly<Record<Along, readonly FinalLine[]>>,
): LineStep[] {
  return [
    ...departures(gone.rows, 'rows'),
    ...departures(gone.columns, 'columns'),
    ...insertions(rows, 'rows'),
    ...insertions(columns, 'columns'),
  ];
}

/** From the last line to the first, so that each position still holds. */
const deletions = (lines: StepState['rows'], along: Along): LineStep[] =>
  lines.flatMap((line, at): LineStep[] => (line === null ? [{ along, kind: 'delete', at, count: 1 }] : [])).reverse();

/** Blank, for what the steps had left to be complete again. */
const returns = (gone: readonly GoneLine[], along: Along): LineStep[] =>
  gone.map(({ at }) => ({ along, kind: 'insert', at, count: 1 }));

const departures = (gone: readonly GoneLine[], along: Along): LineStep[] =>
  startsOf(gone)
    .map((at): LineStep => ({ along, kind: 'delete', at, count: 1 }))
    .reverse();

const startsOf = (gone: readonly GoneLine[]): number[] =>
  gone.flatMap(({ start }) => (start === null ? [] : [start])).sort((one, other) => one - other);

const insertions = (lines: readonly FinalLine[], along: Along): LineStep[] =>
  lines.flatMap(({ start }, at): LineStep[] => (start === null ? [{ along, kind: 'insert', at, count: 1 }] : []));
