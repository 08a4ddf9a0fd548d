/** The columns of a unit's scoring sheet in each form, with their widths. */
import type { Covenant, UnitForm } from '../../covenant/covenant';
import { allLines, linesOf } from '../../covenant/criteria';
import { kindOf } from '../../covenant/kinds';
import { toPoints } from '../../covenant/points';
import type { UnitColumn } from '../shared/columns';
import { COMPARISON_COLUMN } from '../shared/sheetRefs';
import { type ColumnSpec, TABLE_SIZE } from '../../spreadsheet/draft';
import { widthFor } from '../../spreadsheet/measure/text';

/**
 * What the formulas need of a line and no reader: its maximum, its step, where it is entered and where its target is, the mark that may
 * replace points, what does not count of it, its comparison, the latest value, is it blank, open.
 */
export const HELPERS = [
  ...(['max', 'step', 'entry', 'source', 'mark', 'leftOut'] as const),
  ...([COMPARISON_COLUMN, 'latest', 'missing', 'open'] as const),
] as const satisfies readonly UnitColumn[];

/** Widths add up to the 252 mm (714 points) between the margins of a landscape A4 page. */
const LANDSCAPE: readonly ColumnSpec<UnitColumn>[] = [
  { key: 'number', width: 28 },
  { key: 'title', width: 172 },
  { key: 'standard', width: 42 },
  { key: 'how', width: 76 },
  { key: 'target', width: 46 },
  { key: 'figure', width: 46 },
  { key: 'self', width: 42 },
  { key: 'reviewed', width: 44 },
  { key: 'agreed', width: 46 },
  { key: 'official', width: 48 },
  { key: 'evidence', width: 66 },
  { key: 'note', width: 58 },
];

/**
 * Beside the upright page: where agreed points are entered, which the page shows as the official ones, what helps to fill in, and where
 * evidence and reasons are entered, which the page shows in one column.
 */
const BESIDE: readonly ColumnSpec<UnitColumn>[] = [
  { key: 'agreed', width: 46 },
  { key: 'how', width: 260 },
  { key: 'evidence', width: 150 },
  { key: 'note', width: 150 },
];

/**
 * Points: the 165 mm between the margins of an upright A4 page. LibreOffice prints it at 94 percent: it takes the digits of Calibri, by
 * which files measure columns, for six percent wider than Excel does.
 */
const UPRIGHT_WIDTH = 467;
/** Points: on the right half of the page beside it the nation's name stands on one line. */
const TITLE_WIDTH = 182;

const UPRIGHT_FIGURES = [
  ...(['standard', 'target', 'figure', 'self'] as const),
  ...(['reviewed', 'official', 'remarks'] as const),
] as const satisfies readonly UnitColumn[];

export type Scored = Pick<Covenant, 'criteria'>;

/** Where figures are entered and points result. */
export const FIGURE_COLUMNS = [
  ...(['target', 'figure', 'self'] as const),
  ...(['reviewed', 'agreed', 'official'] as const),
] as const satisfies readonly UnitColumn[];

/** The columns from left to right in each form, without the helpers. */
export const UNIT_COLUMN_ORDERS: readonly (readonly UnitColumn[])[] = [
  ['number', 'title', ...UPRIGHT_FIGURES, ...BESIDE.map(({ key }) => key)],
  LANDSCAPE.map(({ key }) => key),
];

/** The columns of a unit's sheet from left to right, beside the hidden one of the keys. */
export function unitColumns(covenant: Scored, form: UnitForm): readonly ColumnSpec<UnitColumn>[] {
  const helpers = HELPERS.map((key) => ({ key, width: 40, hidden: true }));
  return [...(form === 'landscape' ? LANDSCAPE : [...upright(covenant), ...BESIDE]), ...helpers];
}

/** What is printed upright: figures as wide as their digits, the rest for the wording. Columns that no line uses are hidden. */
function upright({ criteria }: Scored): ColumnSpec<UnitColumn>[] {
  const lines = allLines(criteria);
  const ofStandard = linesOf(criteria, 'standard').map((line) => toPoints(kindOf(line).maximum(line)));
  const [ofLine, ofTotal] = [numberWidth(Math.max(0, ...ofStandard), 2), numberWidth(toPoints(criteria.scale), 3)];
  const hasTargets = lines.some((line) => (kindOf(line).targetRule?.(line) ?? null) !== null);
  const hasFigures = lines.some((line) => kindOf(line).figureRule(line) !== null);
  const unless = (wanted: boolean): { hidden?: boolean } => (wanted ? {} : { hidden: true });
  const looks: Readonly<Record<(typeof UPRIGHT_FIGURES)[number], Omit<ColumnSpec<UnitColumn>, 'key'>>> = {
    standard: { width: ofTotal },
    target: { width: 35, ...unless(hasTargets) },
    figure: { width: 34, ...unless(hasFigures) },
    self: { width: Math.max(32, ofLine) },
    reviewed: { width: Math.max(34, ofLine) },
    official: { width: ofTotal },
    // What is left.
    remarks: { width: 0 },
  };
  const figures = UPRIGHT_FIGURES.map((key) => ({ key, ...looks[key] }));
  const shown = figures.filter(({ hidden }) => hidden !== true);
  const left = UPRIGHT_WIDTH - NUMBER_WIDTH - TITLE_WIDTH - shown.reduce((sum, { width }) => sum + width, 0);
  const remarks = Math.max(REMARKS_WIDTH, left);
  return [
    { key: 'number', width: NUMBER_WIDTH },
    { key: 'title', width: TITLE_WIDTH + left - remarks },
    ...figures.map((one) => (one.key === 'remarks' ? { ...one, width: remarks } : one)),
  ];
}

const NUMBER_WIDTH = 25;
/** Points: the least in which evidence can be read. */
const REMARKS_WIDTH = 64;

/** Points: a number with two decimals in bold letters, as "100,00", with the space that Excel leaves beside it. */
function numberWidth(highest: number, leastDigits: number): number {
  const digits = '0'.repeat(Math.max(leastDigits, String(Math.floor(highest)).length));
  return Math.ceil(widthFor(`${digits},00`, { size: TABLE_SIZE, bold: true })) + 1;
}

/** Points: the letters of the wording. */
export function typeSize(form: UnitForm): number {
  return form === 'portrait12' ? 12 : TABLE_SIZE;
}
