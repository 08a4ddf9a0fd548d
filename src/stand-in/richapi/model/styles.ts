/** Styles of a range read as one, and the tables between Office.js's names and the workbook's. */
import type { CellStyle } from '../../../xlsx/model/cellStyle';
import type { Place } from '../place';
import type { HostState } from '../hostState';
import { sampled, shared } from './sharedValue';

/** The Office.js name of a value; null for none. */
export function nameOf<T extends string>(table: Record<string, T>, value: T | null): string | null {
  return Object.entries(table).find(([, candidate]) => candidate === value)?.[0] ?? null;
}

/** One property of all the cells, or null where they differ; `absent` stands for a property that is null itself. */
export function styleOf<K extends keyof CellStyle>(
  session: HostState,
  place: Place,
  key: K,
  absent?: NonNullable<CellStyle[K]>,
): CellStyle[K] | null {
  const styles = place.areas.flatMap((area) => session.workbook.styles(place.sheet, sampled(area)).flat());
  return shared(styles.map((style) => style[key] ?? absent ?? style[key]));
}

/** Changes the style of all the cells. */
export function setStyle(session: HostState, place: Place, patch: Partial<CellStyle>): void {
  for (const area of place.areas) session.workbook.setStyle(place.sheet, area, patch);
}
