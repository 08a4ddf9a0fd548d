/** The styles of a plan taken apart: what each property is set to, and where. Pure. */
import { overlap } from './areas';
import type { Area, PlanStyle, SheetPlan } from './plan';

type Properties = Required<PlanStyle>;

export interface Setting<Value> {
  areas: Area[];
  value: Value;
}

/**
 * The values of one property in the order in which they are set, equal ones as one where nothing between them in order touches
 * the later one. Properties are independent of each other, so the cells end up as if whole styles were set in order.
 */
export function settingsOf<Property extends keyof Properties>(
  styles: SheetPlan['styles'],
  property: Property,
): Setting<Properties[Property]>[] {
  const given = (style: Partial<Properties>): Properties[Property] | undefined => style[property];
  const kept: Setting<Properties[Property]>[] = [];
  for (const { areas, style } of styles) {
    const value = given(style);
    if (value === undefined) continue;
    const at = kept.findLastIndex((one) => one.value === value);
    const between = kept.slice(at + 1).flatMap((one) => one.areas);
    const partner = between.some((other) => areas.some((area) => overlap(other, area))) ? undefined : kept[at];
    if (partner) partner.areas.push(...areas);
    else kept.push({ areas: [...areas], value });
  }
  return kept;
}
