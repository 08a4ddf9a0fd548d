/** Rules written as text: the tie-breaks, and the classes by total. */
import type { FieldProblem } from '../../covenant/findingData';
import { nameKey } from '../../covenant/names';
import { toPoints } from '../../covenant/points';
import type { Rules, TieBreak } from '../../covenant/rules';
import { plainNumber } from '../../covenant/numberText';
import { words } from './words';

export function tieBreakText(tieBreak: TieBreak): string {
  return tieBreak.by === 'section' ? `${words.tieBreakSection} ${tieBreak.section}` : words.tieBreaks[tieBreak.by];
}

/** A tie-break as typed, whatever its case and spaces; null where it is none. */
export function readTieBreak(text: string): TieBreak | null {
  const known = words.tieBreaks;
  for (const by of ['fewerPenalty', 'moreStandard', 'moreBonus', 'vote'] as const)
    if (nameKey(known[by]) === nameKey(text)) return { by };
  const parts = text.normalize('NFC').trim().split(/\s+/);
  const prefix = words.tieBreakSection.split(' ').length;
  const section = parts.slice(prefix).join(' ');
  const named = nameKey(parts.slice(0, prefix).join(' ')) === nameKey(words.tieBreakSection);
  return named && section !== '' ? { by: 'section', section } : null;
}

/** "Xuất sắc: 90; Tốt: 80". */
export function classesText(classes: Rules['classes']): string {
  return classes.map(({ name, from }) => `${name}: ${plainNumber(toPoints(from))}`).join('; ');
}

const CLASS = /^([^:]*[^:\s])\s*:\s*(\d{1,6}(?:[.,]\d{1,2})?)\s*(?:điểm|đ)?$/iu;

/** Names and points as typed; their descending order is checked by the schema. */
export function readClasses(text: string): { name: string; from: number }[] | FieldProblem {
  const parts = text
    .normalize('NFC')
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const classes = parts.flatMap((part) => {
    const [, name, from] = CLASS.exec(part) ?? [];
    return name === undefined || from === undefined ? [] : [{ name, from: Number(from.replace(',', '.')) }];
  });
  return classes.length < parts.length ? 'unreadable' : classes;
}
