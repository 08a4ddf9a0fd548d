/** What the pane shows of the covenant in the workbook, and what is still missing on the documents to be printed. */
import type { Covenant } from '../covenant/covenant';
import type { Hundredths } from '../covenant/points';
import { type KeyedSheet, shownText } from '../spreadsheet/snapshot';
import { rowKey } from '../spreadsheet/keys';
import type { CovenantWorkbook } from './covenantWorkbook';
import { definitionsOf } from '../sheets';
import { sharedWords } from '../sheets/shared/words';

export interface CovenantFacts {
  criteria: string;
  version: string;
  scale: Hundredths;
  /** Names of the units that lead; '' where none is named. */
  head: string;
  deputy: string;
  /** The body above, as printed top left; '' where it is not written yet. */
  superior: string;
  /** YYYY-MM-DD; '' where the cluster has set no day. */
  days: Record<'from' | 'to' | 'handIn' | 'meeting' | 'resultsBy', string>;
  /** Names of the awards, in the order they are considered. */
  awards: string[];
  /** Names of the sheets whose place and date have not been filled in. */
  undated: string[];
}

export function covenantFacts({ cluster, criteria }: Covenant, reading: CovenantWorkbook): CovenantFacts {
  const { from, to, handIn, meeting, resultsBy } = cluster.period;
  const name = (id: string): string => cluster.units.find((unit) => unit.id === id)?.name ?? '';
  const tables = definitionsOf('cluster').flatMap(({ type }) => reading[type] ?? []);
  const printed = [...reading.unitSheets.values(), ...tables];
  return {
    criteria: criteria.title,
    version: criteria.version,
    scale: criteria.scale,
    head: name(cluster.head),
    deputy: name(cluster.deputy),
    superior: cluster.superior,
    days: { from, to, handIn, meeting, resultsBy },
    awards: cluster.awards.map((award) => award.name),
    undated: printed.filter(isUndated).map(({ snapshot }) => snapshot.name),
  };
}

/** Whether the line for place and date still is as it was made. */
function isUndated({ snapshot, layout }: KeyedSheet<string>): boolean {
  const row = layout.row(rowKey.field('place'));
  return row !== undefined && (snapshot.values[row] ?? []).some((value) => shownText(value).endsWith(sharedWords.date));
}
