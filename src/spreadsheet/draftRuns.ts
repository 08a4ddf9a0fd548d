/** What a draft holds, in fewer parts: neighbours and equals are written at once. */
import { overlap } from './areas';
import type { Area, PlanStyle, PlanValidation, SheetPlan } from './plan';

export interface DraftStyle {
  area: Area;
  style: PlanStyle;
}

/** Neighbours of one value as one run, so that they are written at once. */
export function runs(values: ReadonlyMap<number, number>): { row: number; rows: number; height: number }[] {
  const sorted = [...values].sort(([left], [right]) => left - right);
  const found: { row: number; rows: number; height: number }[] = [];
  for (const [row, height] of sorted) {
    const last = found.at(-1);
    if (last && last.row + last.rows === row && last.height === height) last.rows += 1;
    else found.push({ row, rows: 1, height });
  }
  return found;
}

/**
 * Equal styles as one, where nothing between them in order touches the later one: neighbouring rows become one area,
 * others further areas of the same call.
 */
export function coalesced(styles: readonly DraftStyle[]): SheetPlan['styles'] {
  const kept: { areas: Area[]; style: PlanStyle; text: string }[] = [];
  for (const { area, style } of styles) {
    const text = JSON.stringify(style);
    const at = kept.findLastIndex((one) => one.text === text);
    const partner = kept[at];
    const free = partner && !kept.slice(at + 1).some((one) => one.areas.some((other) => overlap(other, area)));
    if (!partner || !free) kept.push({ areas: [area], style, text });
    else {
      const above = partner.areas.findIndex((one) => continues(one, area));
      const neighbour = partner.areas[above];
      if (neighbour) partner.areas[above] = { ...neighbour, rows: neighbour.rows + area.rows };
      // A number format can only be set on one rectangle at a time.
      else if (style.numberFormat !== undefined) kept.push({ areas: [area], style, text });
      else partner.areas.push(area);
    }
  }
  return kept.map(({ areas, style }) => ({ areas, style }));
}

/** Equal rules as one, where they hold no relative reference. */
export function grouped(validations: readonly PlanValidation[]): PlanValidation[] {
  const kept: PlanValidation[] = [];
  for (const { areas, ...rest } of validations) {
    const partner = kept.find(({ areas: _areas, ...other }) => JSON.stringify(other) === JSON.stringify(rest));
    if (partner && rest.rule.type !== 'custom') partner.areas.push(...areas);
    else kept.push({ ...rest, areas: [...areas] });
  }
  return kept;
}

/** Whether `next` covers the same columns and begins in the row after `area`. */
function continues(area: Area, next: Area): boolean {
  return area.column === next.column && area.columns === next.columns && area.row + area.rows === next.row;
}
