/**
 * What of a file the model has no place for, found by looking at every part of the package and every element of its sheets:
 * what is neither carried nor known to be worthless elsewhere is named, so that nothing goes without a word.
 */
import type { Loss, LossKind } from './losses';
import { type OpenPackage, relations, type SheetPart } from './openPackage';
import { childNames, elements, firstElement, innerText, isOn } from './xml';
import { textOf, type Parts } from './zip';

/**
 * Parts that are read, follow from others, or hold for one computer only (a printer's settings, a preview); drawings and
 * charts are looked at with their sheets.
 */
const KEPT_PARTS =
  /^\[content_types\]\.xml$|\.rels$|^docprops\/(?:core|app)\.xml$|^docprops\/thumbnail|\/(?:workbook|styles|sharedstrings)\d*\.xml$|\/(?:worksheets|chartsheets|theme|drawings|charts|externallinks|printersettings)\/|calcchain\.xml$|\/comments\/?[^/]*\.xml$|\/persons\/|\/(?:media|pivotcache|slicercaches|timelinecaches|ctrlprops)\//;

const PART_KINDS: [RegExp, LossKind][] = [
  [/vbaproject|\/macrosheets\/|\/dialogsheets\/|vbadata/, 'macros'],
  [/^_xmlsignatures\//, 'signature'],
  [/\/tables\//, 'tables'],
  [/\/pivottables\//, 'pivotTables'],
  [/\/(?:slicers|timelines)\//, 'slicers'],
  [/\/querytables\/|connections\.xml$|\/model\//, 'queries'],
  [/\/threadedcomments\//, 'threads'],
  [/\/(?:activex|embeddings)\//, 'objects'],
  [/metadata\.xml$/, 'dynamicArrays'],
  [/^docprops\/custom\.xml$/, 'properties'],
  [/^customxml\/|^docmetadata\/|\/customproperty/, 'customData'],
];

const KEPT_ELEMENTS = new Set(
  (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges mergeCells ' +
    'phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks ' +
    // Their parts are looked at; and what is watched or tagged is no content.
    'drawing legacyDrawing tableParts cellWatches smartTags extLst'
  ).split(' '),
);
const ELEMENT_KINDS: Readonly<Record<string, LossKind>> = {
  legacyDrawingHF: 'pictures',
  drawingHF: 'pictures',
  picture: 'pictures',
  autoFilter: 'filter',
  sortState: 'filter',
  colBreaks: 'columnBreaks',
  scenarios: 'scenarios',
  customSheetViews: 'views',
  ignoredErrors: 'ignoredErrors',
  oleObjects: 'objects',
  controls: 'objects',
  AlternateContent: 'objects',
  customProperties: 'customData',
};
const EXTENSION_KINDS: Readonly<Record<string, LossKind>> = {
  sparklineGroups: 'sparklines',
  slicerList: 'slicers',
  timelineRefs: 'slicers',
  conditionalFormattings: 'conditionalFormat',
  ignoredErrors: 'ignoredErrors',
  protectedRanges: 'other',
};
/** Validation lists from other sheets are read from their extension. */
const KEPT_EXTENSION = 'dataValidations';

export function findLosses(parts: Parts, { workbook, stylesPath, stringsPath, sheets }: OpenPackage): Loss[] {
  const text = (path: string | undefined): string => (path && parts[path] ? textOf(parts[path]) : '');
  const placed = new Map<string, string | null>();
  for (const { name, path } of sheets) for (const relation of relations(parts, path)) placed.set(relation.path, name);
  const ofParts = Object.keys(parts).flatMap((path): Loss[] => {
    const low = path.toLowerCase();
    if (/\/chartsheets\/[^/]*$/.test(low)) return [{ sheet: null, kind: 'chartSheets', detail: '' }];
    if (KEPT_PARTS.test(low)) return [];
    const kind = PART_KINDS.find(([pattern]) => pattern.test(low))?.[1] ?? 'other';
    return [{ sheet: placed.get(path) ?? null, kind, detail: kind === 'other' ? path : partName(kind, text(path)) }];
  });
  const richText = /<(?:\w+:)?rPr[\s/>]/.test(text(stringsPath));
  return [
    ...ofParts,
    ...workbookLosses(workbook),
    ...(richText ? [whole('richText')] : []),
    ...(elements(text(stylesPath), 'cellStyle').length > 1 ? [whole('cellStyles')] : []),
    ...sheets.flatMap(sheetLosses),
  ];
}

const whole = (kind: LossKind, detail = ''): Loss => ({ sheet: null, kind, detail });

/** The name by which a person knows a table or a pivot table. */
function partName(kind: LossKind, xml: string): string {
  if (kind === 'tables') return firstElement(xml, 'table')?.attributes['displayName'] ?? '';
  return kind === 'pivotTables' ? (firstElement(xml, 'pivotTableDefinition')?.attributes['name'] ?? '') : '';
}

function workbookLosses(workbook: string): Loss[] {
  const { calcMode = 'auto', iterate, fullPrecision = '1' } = firstElement(workbook, 'calcPr')?.attributes ?? {};
  const names = elements(workbook, 'definedName');
  return [
    ...(calcMode !== 'auto' || isOn(iterate) || !isOn(fullPrecision) ? [whole('calculation')] : []),
    ...(firstElement(workbook, 'fileSharing') ? [whole('readOnlyAdvice')] : []),
    ...(firstElement(workbook, 'customWorkbookViews') ? [whole('views')] : []),
    ...names.flatMap((element): Loss[] => {
      const { name = '' } = element.attributes;
      if (/^_xlnm\.(?:Criteria|Extract|Database|Consolidate_Area|Sheet_Title|Auto_\w+)$/i.test(name))
        return [whole('names', name.slice('_xlnm.'.length))];
      return name === '_xlnm.Print_Area' && (innerText(element) ?? '').includes(',') ? [whole('printAreas')] : [];
    }),
  ];
}

function sheetLosses({ name, head, cells, tail, trimmed }: SheetPart): Loss[] {
  const lost = (kind: LossKind, detail = ''): Loss => ({ sheet: name, kind, detail });
  const children = [...childNames(head.replace(/^[^]*?<(?:[\w.-]+:)?worksheet[^<>]*>/, '')), ...childNames(tail)];
  const view = firstElement(head, 'sheetView')?.attributes ?? {};
  const { zoomScale = '100', zoomScaleNormal = '100', view: mode = 'normal' } = view;
  const changed = zoomScale !== '100' || zoomScaleNormal !== '100' || mode !== 'normal' || isOn(view['rightToLeft']);
  const columns = elements(firstElement(head, 'cols')?.inner ?? '', 'col').map(({ attributes }) => attributes);
  const outlined =
    columns.some(({ outlineLevel = '0' }) => outlineLevel !== '0') || /<[^<>]*\soutlineLevel="[1-9]/.test(cells);
  return [
    ...children.flatMap((child) => {
      if (KEPT_ELEMENTS.has(child)) return [];
      const kind = ELEMENT_KINDS[child];
      return [kind ? lost(kind) : lost('other', child)];
    }),
    ...elements(tail, 'ext').flatMap(({ inner }) => {
      const child = childNames(inner)[0];
      if (child === undefined || child === KEPT_EXTENSION) return [];
      const kind = EXTENSION_KINDS[child];
      return [kind ? lost(kind) : lost('other', child)];
    }),
    ...(changed || isOn(view['showFormulas']) ? [lost('views')] : []),
    ...(columns.some(({ style = '0' }) => style !== '0') ? [lost('columnStyles')] : []),
    ...(trimmed ? [lost('farFormats')] : []),
    ...(outlined ? [lost('outline')] : []),
    ...(/<(?:\w+:)?rPr[\s/>]/.test(cells) ? [lost('richText')] : []),
    ...dataTableAreas(cells).map((area) => lost('dataTables', area)),
  ];
}

/** Where a What-If table fills cells: the first of them says so in place of a formula. */
function dataTableAreas(cells: string): string[] {
  const said = cells.match(/<(?:\w+:)?f\s[^<>]*\bt=["']dataTable["'][^<>]*>/g) ?? [];
  return said.flatMap((tag) => /\sref=["']([^"']*)["']/.exec(tag)?.[1] ?? '');
}
