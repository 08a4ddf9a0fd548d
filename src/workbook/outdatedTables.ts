/** Tables whose columns are those of an earlier covenant: an update draws them anew, and until then today's plan does not fit them. */
import type { Finding, FindingCode } from '../covenant/findings';
import type { CovenantWorkbook } from './covenantWorkbook';

const OUTDATED: readonly FindingCode[] = ['sheet-of-other-criteria', 'column-missing'];
/** What follows from where the plan has its cells. */
const OF_PLACES: ReadonlySet<FindingCode> = new Set(['words-differ', 'cells-added', 'merges-changed']);

/**
 * Without what would put letterheads and signatures where they stood with other columns, on tables that `known` findings call outdated:
 * the update puts them in place.
 */
export function withoutPlacesOf(
  known: readonly Finding[],
  { targets, summary, titles }: Pick<CovenantWorkbook, 'targets' | 'summary' | 'titles'>,
  found: readonly Finding[],
): Finding[] {
  const tables = new Set([targets, summary, titles].flatMap((sheet) => (sheet ? [sheet.snapshot.name] : [])));
  const outdated = new Set(
    known.flatMap(({ code, place }) =>
      OUTDATED.includes(code) && place !== null && tables.has(place.sheet) ? [place.sheet] : [],
    ),
  );
  return found.filter(({ code, place }) => !OF_PLACES.has(code) || place === null || !outdated.has(place.sheet));
}
