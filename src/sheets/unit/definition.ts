/** A unit's scoring sheet. */
import { type RawCell, isBlank } from '../../covenant/cell';
import type { SheetEntries } from '../../scoring/entries';
import { LOCKED_PROTECTION, shownKeys } from '../../spreadsheet/draft';
import type { RowKey } from '../../spreadsheet/keys';
import type { KeyedSheet } from '../../spreadsheet/snapshot';
import type { UnitSheetDefinition } from '../definition';
import type { UnitColumn } from '../shared/columns';
import { clusterRefs } from '../shared/evaluation';
import { headingOf, keyedCells, namedBy, nameIn, type RecordedCell } from '../shared/recorded';
import { FIGURE_COLUMNS, unitColumns } from './columns';
import { STAGE_COLUMN, REVIEWER_KEY, STAGE_KEY, standingUnitForm } from './layout';
import { unitFit } from './plan';
import { readStage, readUnit } from './read';
import { words } from './words';

type Span = readonly [UnitColumn, UnitColumn];
/** Figures are entered from the target to the agreed points; no formula stands in the column of the wording, which is long. */
const DETAIL_COLUMNS: { formats: readonly UnitColumn[]; formulas: readonly Span[]; shown: Span } = {
  formats: FIGURE_COLUMNS,
  formulas: [
    ['number', 'number'],
    ['standard', 'open'],
  ],
  shown: ['number', 'note'],
};

export const unitSheet: UnitSheetDefinition<'unit'> = {
  type: 'unit',
  scope: 'unit',
  protection: LOCKED_PROTECTION,
  detailColumns: DETAIL_COLUMNS,
  shownColumns: (covenant, layout) => shownKeys(unitColumns(covenant, standingUnitForm(layout, covenant))),
  listsCriteria: true,
  recorded: recordedReview,
  recordedHeading: (_row, column) => headingOf(words.columns, column),
  hasEntries(sheet, { covenant, targets }) {
    const unit = covenant?.cluster.units.find(({ id }) => id === sheet.key.unit);
    return (
      covenant !== null &&
      unit !== undefined &&
      isEntered(readUnit(covenant, unit, sheet, targets), sheet.snapshot.name)
    );
  },
  fit(covenant, sheet, workbook) {
    const unit = covenant.cluster.units.find(({ id }) => id === sheet.key.unit);
    return unit ? unitFit(covenant, unit, sheet, clusterRefs(workbook)) : null;
  },
};

/**
 * The stage of the sheet, who reviews it, and the points of each line that are not the unit's own. On an agreed sheet the unit's own
 * entry of a line without such points is what was agreed; elsewhere it is idle.
 */
function recordedReview(sheet: KeyedSheet<UnitColumn>): RecordedCell[] {
  const lines = sheet.rows.flatMap(({ key }) => (key.startsWith('line:') ? [key] : []));
  const ofLines = (rows: readonly RowKey[], column: 'figure' | 'self' | 'reviewed' | 'agreed'): RecordedCell[] =>
    keyedCells(sheet, rows, [column], (row) =>
      namedBy([nameIn(sheet, row, 'number'), nameIn(sheet, row, 'title')], words.columns[column]),
    );
  const isAgreed = readStage(sheet) === 'agreed';
  const ownOf = (column: 'figure' | 'self'): RecordedCell[] =>
    lines
      .filter((row) => nameIn(sheet, row, 'entry') === column)
      .flatMap((row) =>
        ofLines([row], column).map((one) => (isAgreed && !isReviewed(sheet, row) ? one : { ...one, idle: true })),
      );
  return [
    ...keyedCells(sheet, [STAGE_KEY], [STAGE_COLUMN], () => words.stage),
    ...keyedCells(sheet, [REVIEWER_KEY], [STAGE_COLUMN], () => words.reviewer),
    ...lines.flatMap((row) => [...ofLines([row], 'reviewed'), ...ofLines([row], 'agreed')]),
    ...ownOf('figure'),
    ...ownOf('self'),
  ];
}

const isReviewed = (sheet: KeyedSheet<UnitColumn>, row: RowKey): boolean =>
  nameIn(sheet, row, 'reviewed') !== '' || nameIn(sheet, row, 'agreed') !== '';

/** Whether anything was typed on the unit's own sheet; a target may be in the table of targets. */
function isEntered({ lines }: SheetEntries, sheet: string): boolean {
  const typed = (cell: RawCell | null): boolean => cell !== null && cell.place.sheet === sheet && !isBlank(cell);
  return [...lines.values()].some(({ figure, target, self, reviewed, agreed, evidence, note }) =>
    [figure, target, self, reviewed, agreed, evidence, note].some(typed),
  );
}
