/** Formats of a plan, one property after the other: each value is sent once, for all rectangles that get it. */
import { joined } from '../spreadsheet/areas';
import type { Area, PlanStyle, SheetPlan } from '../spreadsheet/plan';
import { settingsOf } from '../spreadsheet/settings';
import type { Ranges } from './ranges';

type Styles = SheetPlan['styles'];

/** Properties of one cell's look. Number formats come before the cells, and borders depend on the shape of the area. */
type Looks = Required<Omit<PlanStyle, 'numberFormat' | 'borders'>>;
type Borders = Required<PlanStyle>['borders'];

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right', justify: 'Justify' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

const SETTERS: { readonly [Property in keyof Looks]: (format: Excel.RangeFormat, value: Looks[Property]) => void } = {
  fontName: ({ font }, value) => void (font.name = value),
  fontSize: ({ font }, value) => void (font.size = value),
  bold: ({ font }, value) => void (font.bold = value),
  italic: ({ font }, value) => void (font.italic = value),
  underline: ({ font }) => void (font.underline = 'Single'),
  fontColor: ({ font }, value) => void (font.color = value),
  fill: ({ fill }, value) => void (fill.color = value),
  horizontal: (format, value) => void (format.horizontalAlignment = HORIZONTAL[value]),
  vertical: (format, value) => void (format.verticalAlignment = VERTICAL[value]),
  locked: ({ protection }, value) => void (protection.locked = value),
  wrap: (format, value) => void (format.wrapText = value),
};

/** All properties but wrapping, and borders. */
const FIRST = [
  'fontName',
  'fontSize',
  'bold',
  'italic',
  'underline',
  'fontColor',
  'fill',
  'horizontal',
  'vertical',
  'locked',
] as const;

export function writeStyles(ranges: Ranges, styles: Styles): void {
  for (const property of FIRST) writeProperty(ranges, styles, property);
  for (const { areas, value } of settingsOf(styles, 'borders')) writeBorders(ranges, areas, value);
}

/** Wrapping makes Excel measure rows again: it comes after all other looks of cells. */
export function writeWrapping(ranges: Ranges, styles: Styles): void {
  writeProperty(ranges, styles, 'wrap');
}

function writeProperty<Property extends keyof Looks>(ranges: Ranges, styles: Styles, property: Property): void {
  // Equal rectangles of different properties share a proxy.
  for (const { areas, value } of settingsOf(styles, property))
    for (const { format } of ranges.all(joined(areas))) SETTERS[property](format, value);
}

type Edge = `Edge${'Top' | 'Bottom' | 'Left' | 'Right'}` | `Inside${'Horizontal' | 'Vertical'}`;

const OUTSIDE: readonly Edge[] = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];

function writeBorders(ranges: Ranges, areas: readonly Area[], borders: Borders): void {
  if (borders === 'all') drawGrid(ranges, areas);
  else if (borders === 'top') draw(ranges, areas, ['EdgeTop']);
  else draw(ranges, areas, ['EdgeBottom']);
}

/** Lines around and between cells. One row or one column has no line inside: Excel's object model may refuse to draw it. */
function drawGrid(ranges: Ranges, areas: readonly Area[]): void {
  draw(ranges, areas, OUTSIDE);
  draw(
    ranges,
    areas.filter(({ rows }) => rows > 1),
    ['InsideHorizontal'],
  );
  draw(
    ranges,
    areas.filter(({ columns }) => columns > 1),
    ['InsideVertical'],
  );
}

function draw(ranges: Ranges, areas: readonly Area[], edges: readonly Edge[]): void {
  for (const { format } of ranges.all(areas))
    for (const edge of edges) format.borders.getItem(edge).style = 'Continuous';
}
