/** Which cells a remake gives another look: in all others a person may have set colours or type, and these stay. Pure. */
import { rectangles } from './guards';
import { overlapping } from './areas';
import type { Area, PlanStyle, SheetPlan } from './plan';
import type { Position } from './references';
import { type LineStep, lineOrigins } from './remake';

type Drawn = Pick<SheetPlan, 'cells' | 'styles'>;

/** What is drawn, what was drawn before, and the steps that move the lines in between. */
interface Drawings {
  steps: readonly LineStep[];
  plan: Drawn;
  before: { plan: Drawn };
}

/** The look of each cell of a plan, as one text each. Locks and number formats are no part of it: they are always written. */
function looksOf({ cells, styles }: Drawn): string[][] {
  const looks = cells.map((line) => line.map((): PlanStyle => ({})));
  const whole = areaOf({ cells });
  for (const { areas, style } of styles) {
    const { numberFormat: _format, locked: _locked, ...look } = style;
    for (const area of areas.flatMap((one) => overlapping(one, whole) ?? []))
      for (const line of looks.slice(area.row, area.row + area.rows))
        for (let column = area.column; column < area.column + area.columns; column += 1)
          line[column] = { ...line[column], ...look };
  }
  return looks.map((line) => line.map(textOf));
}

const textOf = (look: PlanStyle): string =>
  JSON.stringify(Object.entries(look).sort(([one], [other]) => (one < other ? -1 : 1)));

/** The cells of a plan. */
export const areaOf = ({ cells }: Pick<SheetPlan, 'cells'>): Area => ({
  row: 0,
  column: 0,
  rows: cells.length,
  columns: cells[0]?.length ?? 0,
});

/**
 * The cells of the plan of a remake that stand in a line which its steps insert, or that looked otherwise in the drawing before. In
 * reading order.
 */
export function restyledAreas({ steps, plan, before }: Drawings): Area[] {
  const [was, is] = [looksOf(before.plan), looksOf(plan)];
  const { rows, columns } = areaOf(before.plan);
  const [rowsBefore, columnsBefore] = [lineOrigins(rows, steps, 'rows'), lineOrigins(columns, steps, 'columns')];
  const differing = is.flatMap((line, row) =>
    line.flatMap((look, column): Position[] => {
      const [fromRow, fromColumn] = [rowsBefore[row] ?? null, columnsBefore[column] ?? null];
      const isThere = fromRow !== null && fromColumn !== null;
      return isThere && was[fromRow]?.[fromColumn] === look ? [] : [{ row, column }];
    }),
  );
  return rectangles(differing);
}

/** The styles of a plan as they are in some of its cells; borders are drawn everywhere, since two cells share each line. */
export function stylesWithin(styles: SheetPlan['styles'], within: readonly Area[]): SheetPlan['styles'] {
  return styles.flatMap(({ areas, style }) => {
    const { borders, locked, ...look } = style;
    const always = { ...(borders === undefined ? {} : { borders }), ...(locked === undefined ? {} : { locked }) };
    const clipped = areas.flatMap((area) => within.flatMap((one) => overlapping(area, one) ?? []));
    return [
      ...(Object.keys(look).length > 0 && clipped.length > 0 ? [{ areas: clipped, style: look }] : []),
      ...(Object.keys(always).length > 0 ? [{ areas, style: always }] : []),
    ];
  });
}
