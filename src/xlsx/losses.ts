/** What a file holds that the model has no place for; the words for each stand in `locales`. */
export const LOSS_KINDS = [
  'macros',
  'signature',
  'pictures',
  'charts',
  'chartSheets',
  'tables',
  'pivotTables',
  'slicers',
  'queries',
  'threads',
  'objects',
  'filter',
  'richText',
  'validation',
  'conditionalFormat',
  'sparklines',
  'names',
  'printAreas',
  'columnBreaks',
  'columnStyles',
  'farFormats',
  'cellStyles',
  'outline',
  'views',
  'ignoredErrors',
  'scenarios',
  'dataTables',
  'dynamicArrays',
  'calculation',
  'readOnlyAdvice',
  'properties',
  'customData',
  'other',
] as const;
export type LossKind = (typeof LOSS_KINDS)[number];

/** `sheet` is null for the whole workbook; `detail` is what the file calls it, '' where it has no name. */
export interface Loss {
  sheet: string | null;
  kind: LossKind;
  detail: string;
}

/** Each once, in the order they were found. */
export function distinctLosses(losses: readonly Loss[]): Loss[] {
  const known = new Map(losses.map((loss) => [JSON.stringify([loss.sheet, loss.kind, loss.detail]), loss]));
  return [...known.values()];
}
