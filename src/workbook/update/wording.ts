/** Whether the words of a covenant changed, for lines and units that were there before. */
import type { Covenant } from '../../covenant/covenant';
import { walk } from '../../covenant/criteria';
import { nameKey } from '../../covenant/names';

/** Whether a line, a section or a unit that both have is worded otherwise, a unit's name apart. */
export function isReworded(before: Covenant, after: Covenant): boolean {
  const words = ({ criteria, cluster }: Covenant): Map<string, string> =>
    new Map([
      ...[...walk(criteria.sections), ...criteria.bonuses, ...criteria.penalties].map(
        ({ code, number, title, note }) => [`line:${code}`, JSON.stringify([number, title, note])] as const,
      ),
      ...cluster.units.map(({ id, name: _name, ...unit }) => [`unit:${id}`, JSON.stringify(unit)] as const),
    ]);
  const was = words(before);
  return [...words(after)].some(([key, text]) => was.has(key) && was.get(key) !== text);
}

/** Whether a line or a section that both have has another title, spelling apart: the hidden copy does not tell, the sheets do. */
export function isRetitled(before: Covenant, after: Covenant): boolean {
  const titles = ({ criteria }: Covenant): Map<string, string> =>
    new Map(
      [...walk(criteria.sections), ...criteria.bonuses, ...criteria.penalties].map(
        ({ code, title }) => [code, nameKey(title)] as const,
      ),
    );
  const was = titles(before);
  return [...titles(after)].some(([code, title]) => was.has(code) && was.get(code) !== title);
}
