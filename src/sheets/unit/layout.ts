/** The rows of a unit's scoring sheet by key, what of it is printed, and its form. */
import type { Covenant, UnitForm } from '../../covenant/covenant';
import { type CriteriaSet, isSection, type Node, walk } from '../../covenant/criteria';
import type { Part } from '../../covenant/kinds/kind';
import type { Halves } from '../shared/letterhead';
import { PlanDraft } from '../../spreadsheet/draft';
import { rowKey, type RowKey } from '../../spreadsheet/keys';
import { type Layout, layoutOf } from '../../spreadsheet/layout';
import type { UnitColumn } from '../shared/columns';
import { type Scored, typeSize, unitColumns } from './columns';

export const PARTS: readonly Part[] = ['standard', 'bonus', 'penalty'];

export function nodesOf(criteria: CriteriaSet, part: Part): readonly Node[] {
  return { standard: criteria.sections, bonus: criteria.bonuses, penalty: criteria.penalties }[part];
}

export function nodeKey(node: Node): RowKey {
  return isSection(node) ? rowKey.section(node.code) : rowKey.line(node.code);
}

/** Row keys of the table's body: each part's heading with its total, then its sections and lines. */
export function bodyKeys(criteria: CriteriaSet): RowKey[] {
  return PARTS.flatMap((part) => [rowKey.total(part), ...walk(nodesOf(criteria, part)).map(nodeKey)]);
}

export const HEADER_KEY = 'header';
export const STAGE_KEY = rowKey.field('stage');
/** The column of the stage's cell, and of the cell that names who reviews. */
export const STAGE_COLUMN = 'standard';
export const REVIEWER_KEY = rowKey.field('reviewer');
/** The hidden column that holds, in the stage's row, the key of the unit's own row in the table of targets. */
export const OWN_ROW_COLUMN = 'source';

/** Above an upright page, for the screen alone: the headings of the columns, which stay in sight. */
export const SCREEN_HEADER_KEY = rowKey.field('columns');
/** The line of an upright page that says stage, reviewer and what stands about the seal. */
export const STANDING_KEY = rowKey.field('standing');

const LETTERHEAD: readonly RowKey[] = ['superior', 'unit', 'place', 'title', 'subtitle'].map(rowKey.field);
/** What the marks of proposals say; on an upright page blank once the sheet is agreed, and the marks with it. */
export const PROPOSED_KEY = rowKey.field('proposed');
const SIGNATURES: readonly RowKey[] = [PROPOSED_KEY, ...['signatures', 'signHere', 'room'].map(rowKey.field)];
export const MISSING_KEY = rowKey.total('missing');

/**
 * Keys of all rows from the top; row 0 holds the columns' keys. Above and below an upright page stands what only the screen shows: the
 * choices, and what is counted.
 */
export function unitRowKeys({ criteria }: Scored, form: UnitForm): (RowKey | null)[] {
  const body: readonly RowKey[] = [HEADER_KEY, ...bodyKeys(criteria), rowKey.total('total'), WORDS_KEY];
  const choices: readonly RowKey[] = [STAGE_KEY, REVIEWER_KEY];
  const counts: readonly RowKey[] = [MISSING_KEY, OPEN_KEY];
  return form === 'landscape'
    ? [null, ...LETTERHEAD, ...choices, ...body, ...counts, ...SIGNATURES]
    : [null, ...choices, SCREEN_HEADER_KEY, ...LETTERHEAD, STANDING_KEY, ...body, ...SIGNATURES, ...counts];
}

/** The rows that are printed. */
export function printedRows(layout: Layout<UnitColumn>): { first: number; last: number } {
  const first = isUpright(layout) ? layout.row(SCREEN_HEADER_KEY) : 0;
  const last = layout.row(rowKey.field('room'));
  if (first === undefined || last === undefined) throw new RangeError('no printed rows in this plan');
  return { first: isUpright(layout) ? first + 1 : 0, last };
}

/** The last column that is printed, and which columns the parts of a page stand in. */
export interface PrintedColumns {
  last: UnitColumn;
  halves: Halves<UnitColumn>;
  /** Of those who sign. */
  thirds: readonly (readonly [first: UnitColumn, last: UnitColumn])[];
  /** The words of the rescaling, in the row of part A. */
  rescaled: readonly [first: UnitColumn, last: UnitColumn];
  /** In the rows of stage and reviewer: what is chosen, and what the sheet says of its progress and of the seal. */
  chosen: readonly [first: typeof STAGE_COLUMN, last: UnitColumn];
  message: readonly [first: UnitColumn, last: UnitColumn];
  /** Where points of the stages are entered. */
  scored: readonly (readonly [first: UnitColumn, last: UnitColumn])[];
}

const PRINTED: Readonly<Record<'upright' | 'landscape', PrintedColumns>> = {
  upright: {
    last: 'remarks',
    halves: { left: ['number', 'title'], right: ['standard', 'remarks'] },
    thirds: [
      ['number', 'title'],
      ['standard', 'reviewed'],
      ['official', 'remarks'],
    ],
    rescaled: ['self', 'reviewed'],
    chosen: [STAGE_COLUMN, 'reviewed'],
    message: ['official', 'note'],
    scored: [
      ['self', 'reviewed'],
      ['agreed', 'agreed'],
    ],
  },
  landscape: {
    last: 'note',
    halves: { left: ['number', 'standard'], right: ['how', 'note'] },
    thirds: [
      ['number', 'title'],
      ['standard', 'reviewed'],
      ['agreed', 'note'],
    ],
    rescaled: ['how', 'agreed'],
    chosen: [STAGE_COLUMN, 'target'],
    message: ['figure', 'note'],
    scored: [['self', 'agreed']],
  },
};

/** Whether a sheet that exists, or a plan, is printed upright: else it is landscape, as all were once. */
export function isUpright(layout: Layout<UnitColumn>): boolean {
  return layout.row(STANDING_KEY) !== undefined || layout.column('remarks') !== undefined;
}

export function printedColumns(layout: Layout<UnitColumn>): PrintedColumns {
  return PRINTED[isUpright(layout) ? 'upright' : 'landscape'];
}

/** The form of new sheets. */
export const formOf = ({ cluster }: Pick<Covenant, 'cluster'>): UnitForm => cluster.paper.unitForm;

/** The form that a sheet was made in; letters of an upright one as the covenant wants them now. */
export function standingUnitForm(layout: Layout<UnitColumn>, covenant: Pick<Covenant, 'cluster'>): UnitForm {
  const wanted = formOf(covenant);
  if (!isUpright(layout)) return 'landscape';
  return wanted === 'landscape' ? 'portrait12' : wanted;
}

/** The row of the total in words; its hidden columns hold the parts of the words. */
export const WORDS_KEY = rowKey.field('inWords');
export const WORDS_COLUMNS = {
  shown: 'number',
  whole: 'max',
  lastTwo: 'step',
  hundredths: 'entry',
  words: 'mark',
} as const;

/** The row that counts the lines not yet agreed. */
export const OPEN_KEY: RowKey = 'total:open';

/** The layout of a new sheet. */
export function unitLayout(
  covenant: Pick<Covenant, 'criteria' | 'cluster'>,
  form: UnitForm = formOf(covenant),
): Layout<UnitColumn> {
  return layoutOf(unitRowKeys(covenant, form), ['', ...unitColumns(covenant, form).map(({ key }) => key)]);
}

/** A sheet of this form with nothing drawn on it yet. */
export function unitDraft(covenant: Covenant, key: string, form: UnitForm): PlanDraft<UnitColumn> {
  const [columns, rows] = [unitColumns(covenant, form), unitRowKeys(covenant, form)];
  return new PlanDraft(key, columns, rows, unitLayout(covenant, form), typeSize(form));
}
