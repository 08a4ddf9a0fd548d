/** The values of the official column of a unit's sheet, computed by the engine. */
import type { Shown } from '../../covenant/cell';
import type { Covenant } from '../../covenant/covenant';
import { isSection, walk } from '../../covenant/criteria';
import { NOT_ARISING } from '../../covenant/marks';
import { NO_POINTS, toPoints } from '../../covenant/points';
import type { LineScore, SheetScore } from '../../scoring/score';
import { rowKey, type RowKey } from '../../spreadsheet/keys';

/** By the key of the row: lines, sections, parts, total. */
export function officialPoints({ criteria }: Pick<Covenant, 'criteria'>, score: SheetScore): [RowKey, Shown][] {
  return [
    ...[...score.lines].map(([code, line]): [RowKey, Shown] => [rowKey.line(code), shownOf(line)]),
    ...walk(criteria.sections)
      .filter(isSection)
      .map(({ code }): [RowKey, Shown] => [rowKey.section(code), toPoints(score.sections.get(code) ?? NO_POINTS)]),
    [rowKey.total('standard'), toPoints(score.standard)],
    [rowKey.total('bonus'), toPoints(score.bonus)],
    [rowKey.total('penalty'), toPoints(score.penalty)],
    [rowKey.total('total'), toPoints(score.provisionalTotal)],
  ];
}

/** A line that is left out or undecided shows the mark for "not arising". */
function shownOf({ official, state }: LineScore): Shown {
  if (state === 'leftOut' || state === 'undecided') return NOT_ARISING;
  return official === null ? null : toPoints(official);
}
