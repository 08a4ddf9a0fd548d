/** What commands did, in sentences. */
import type { Words } from '../../locales';
import type { ActivityEvent } from '../sessionState';
import { placeName } from './places';

export function activitySentences(what: ActivityEvent, { log }: Words['ui']): string[] {
  const about = (names: readonly string[], say: (names: string) => string): string[] =>
    names.length > 0 ? [say(names.join(', '))] : [];
  switch (what.type) {
    case 'covenant':
      return about(what.added, log.covenant);
    case 'inserted': {
      const additions = [...about(what.added, log.added), ...about(what.rowsAdded, log.rowsAdded)];
      return [...(additions.length > 0 ? additions : [log.nothing]), ...about(what.kept, log.kept)];
    }
    case 'checked':
      return [what.errors + what.warnings === 0 ? log.allClear : log.checked(what.errors, what.warnings)];
    case 'fixed':
      return [log.fixed(what.fixed), ...about(what.skipped.map(placeName), log.skipped)];
    case 'ranked':
      return [
        what.provisional ? log.rankedProvisional : log.ranked,
        ...(what.remaining > 0 ? [log.remaining(what.remaining)] : []),
      ];
    case 'document':
      return [(what.replaced ? log.documentAnew : log.document)(what.sheets.join(', '))];
    case 'fitted':
      return [log.fitted(what.fitted.length), ...about(what.left, log.notFitted)];
    case 'rolledBack':
      return [
        ...about(what.removed, log.removed),
        ...(what.restored > 0 ? [log.restored(what.restored)] : []),
        ...about(what.left.map(placeName), log.left),
      ];
  }
}
