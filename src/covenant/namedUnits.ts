/** Which units a text names, in whatever form: the heading of a sheet, the name of a tab. */
import type { Unit } from './covenant';
import { type KeyedWord, nameKey, nameSpans, resemblanceKey, type Span, wordsIn, wordSpans, wordsOf } from './names';

/** A name under which a unit is known. One that it had before counts where no unit has it now. */
export interface UnitName {
  unit: string;
  name: string;
  isFormer: boolean;
}

/** Short and full names. */
export function namesOf(units: readonly Unit[], { isFormer = false } = {}): UnitName[] {
  return units.flatMap(({ id, name, fullName }) =>
    [name, fullName].filter(Boolean).map((one) => ({ unit: id, name: one, isFormer })),
  );
}

/**
 * The ids of the units of which a name stands in a text as whole words, in capitals or not; of names without their accents and with
 * other characters that look alike where none is spelled rightly. A name that is part of a longer one does not count. Where there
 * is none, the unit whose code is the whole text.
 */
export function unitsNamedIn(text: string, names: readonly UnitName[]): string[] {
  for (const keyOf of [nameKey, resemblanceKey]) {
    const found = names.flatMap((one) => nameSpans(text, one.name, keyOf).map((span) => ({ ...one, ...span })));
    const counted = found.filter((one) => !found.some((other) => isBefore(other, one)));
    if (counted.length > 0) return [...new Set(counted.map(({ unit }) => unit))];
  }
  return unitsOfCode(text, names);
}

/** Names that many texts are searched for. */
export type NameList = readonly (UnitName & { words: readonly (readonly KeyedWord[])[] })[];

/** Spelled rightly, or without accents and with look-alikes. */
const KEYS = [nameKey, resemblanceKey] as const;

export function nameList(names: readonly UnitName[]): NameList {
  return names.map((one) => ({ ...one, words: KEYS.map((keyOf) => wordsOf(one.name, keyOf)) }));
}

export interface NamesRead {
  /** The ids of the units. */
  units: string[];
  /** The words that belong to no name. */
  rest: string[];
}

/**
 * Every unit that a text names, one spelled rightly beside one without accents, and what else the text says. Where there is none, the
 * unit whose code is the whole text.
 */
export function readNames(text: string, names: NameList): NamesRead {
  const found = KEYS.flatMap((keyOf, rank) => {
    const words = wordsOf(text, keyOf);
    return names.flatMap((one) =>
      wordSpans(words, one.words[rank] ?? []).map(({ from, to }) => ({ ...one, from, to, rank })),
    );
  });
  const counted = found.filter((one) => !found.some((other) => isBefore(other, one) || isBetterSpelled(other, one)));
  if (counted.length === 0) {
    const units = unitsOfCode(text, names);
    return { units, rest: units.length > 0 ? [] : wordsIn(text).map(({ word }) => word) };
  }
  const isInName = (one: Span): boolean => counted.some(({ from, to }) => from <= one.from && one.to <= to);
  const rest = wordsIn(text).flatMap((one) => (isInName(one) ? [] : [one.word]));
  return { units: [...new Set(counted.map(({ unit }) => unit))], rest };
}

type Ranked = Span & { rank: number };

function isBetterSpelled(one: Ranked, other: Ranked): boolean {
  return one.from === other.from && one.to === other.to && one.rank < other.rank;
}

function unitsOfCode(text: string, names: readonly UnitName[]): string[] {
  const code = nameKey(text);
  const ids = new Set(names.flatMap(({ unit, isFormer }) => (isFormer ? [] : [unit])));
  return [...ids].filter((id) => nameKey(id) === code);
}

/** Whether one is found in place of the other: the longer of two names, of equal ones that of today. */
function isBefore(one: UnitName & Span, other: UnitName & Span): boolean {
  if (one.from > other.from || one.to < other.to) return false;
  return one.to - one.from > other.to - other.from || (other.isFormer && !one.isFormer);
}
