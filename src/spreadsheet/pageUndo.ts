/** What undo gives back of a page that a fix has set up: as far as Excel has told of it, and has calls for it. Pure. */
import { isPageLost } from './pageSetup';
import type { SheetEdit } from './change';
import { type FoundPage, HEADER_PARTS, type SheetSnapshot } from './snapshot';

/** Paper that is set again under the name that Excel gave; of others only the name is known. */
export const PAPERS = [
  'A3',
  'A4',
  'A5',
  'B4',
  'B5',
  'Letter',
  'Legal',
  'Tabloid',
  'Ledger',
  'Executive',
  'Folio',
] as const;

/** How a page was set up, and the heights that rows had which the fix of it has fitted. */
export interface FoundSetup {
  found: FoundPage;
  rowHeights: { row: number; rows: number; height: number }[];
}

/** What a fix of the page set-up of a sheet takes away; null where it has none, or nothing was read. */
export function foundSetup({ page, fit }: SheetEdit, before: SheetSnapshot): FoundSetup | null {
  if (!page || !before.page) return null;
  const heights = before.shape?.heights ?? [];
  const rows = (fit?.rowHeights ?? []).flatMap(({ row, rows: count }) =>
    Array.from({ length: count }, (_, index) => row + index),
  );
  const rowHeights = rows.flatMap((row) => {
    const height = heights[row] ?? null;
    return height === null ? [] : [{ row, rows: 1, height }];
  });
  return { found: before.page, rowHeights };
}

/** Whether a page is still set up as the fix has left it: only then undo sets it up as it was. */
export function isStillSetUp({ page, fit }: SheetEdit, now: SheetSnapshot): boolean {
  if (!page || !now.page) return false;
  return !isPageLost(now.page, { ...page.page, breaks: fit?.breaks ?? page.page.breaks });
}

/** Whether something of a page cannot be set up again: Excel did not say it, or has no call that takes it away. */
export function isPartlyUndone({ page }: SheetEdit, { found }: FoundSetup): boolean {
  const { parts, headers, paperSize, margins, printArea, titleRows, orientation } = found;
  if (!parts || !headers || !PAPERS.some((one) => one === paperSize)) return true;
  const { zoom, ...others } = parts;
  const told = [...Object.values(others), ...Object.values(margins), orientation, printArea, titleRows];
  const texts = HEADER_PARTS.flatMap((part) => [headers.first[part], headers.others[part]]);
  const isZoomTold = Object.values(zoom).some((one) => one !== null);
  const isAdded = printArea === '' || (titleRows === '' && page?.page.titleRows !== null);
  return isAdded || !isZoomTold || [...told, ...texts].some((one) => one === null);
}
