/**
 * Parts of a sheet that a command can do without: where Excel refuses one of them, the sheets are written without it and the
 * person is told. No figure and no formula depends on them.
 */

/** 'page': paper, margins, page breaks, headers and footers. 'view': frozen panes. */
export const OPTIONAL_PARTS = ['page', 'view'] as const;
export type OptionalPart = (typeof OPTIONAL_PARTS)[number];

/** The classes of Office.js whose members write a part, as Excel names the place of an error ("PageLayout.paperSize"). */
const CLASSES: Readonly<Record<OptionalPart, readonly string[]>> = {
  page: ['PageLayout', 'HeaderFooterGroup', 'HeaderFooter', 'PageBreakCollection', 'PageBreak'],
  view: ['WorksheetFreezePanes'],
};

/** The part that a member belongs to; null for one that no sheet can do without, or where Excel names none. */
export function optionalPart(location: string): OptionalPart | null {
  const [name = ''] = location.split('.');
  return OPTIONAL_PARTS.find((part) => CLASSES[part].includes(name)) ?? null;
}
