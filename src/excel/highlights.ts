/** Rules that colour cells, of sheets that exist: asked for; nothing is sent before the caller syncs. */
import type { FoundHighlight, FoundStyle } from '../spreadsheet/highlights';
import type { Area } from '../spreadsheet/plan';
import { untracked } from './ranges';
import { areasIn } from './shape';

const FORMAT = 'customOrNullObject/format';
/** Of what no rule of ours is nothing but the type is asked: `custom` itself would refuse the batch (#2180). */
const PROPERTIES = [
  ...['id', 'type', 'stopIfTrue', 'customOrNullObject/rule/formula', `${FORMAT}/numberFormat`],
  ...['font/color', 'font/bold', 'font/italic', 'fill/color'].map((name) => `${FORMAT}/${name}`),
]
  .map((name) => `items/${name}`)
  .join(',');

/** The rules of a sheet, the one that counts first in front, with their ids. */
export interface HighlightAnswer {
  found: FoundHighlight[];
  ids: readonly string[];
}

/** Asks for all rules of a sheet; the function it gives is called after the round trip. */
export function queueHighlights(sheet: Excel.Worksheet): () => HighlightAnswer {
  const formats = untracked(sheet.getRange()).conditionalFormats;
  formats.load(PROPERTIES);
  return () => ({ found: formats.items.map(foundHighlight), ids: formats.items.map(({ id }) => id) });
}

function foundHighlight({ type, stopIfTrue, customOrNullObject: custom }: Excel.ConditionalFormat): FoundHighlight {
  const isOther = type !== 'Custom' || custom.isNullObject;
  return {
    type,
    formula: isOther ? '' : custom.rule.formula,
    style: isOther ? NO_STYLE : styleOf(custom.format),
    stopIfTrue,
    areas: null,
  };
}

const NO_STYLE: FoundStyle = { fill: null, fontColor: null, bold: null, italic: null, numberFormat: null };

/** What a rule leaves as it is comes back as null or as an empty text. */
function styleOf({ font, fill, numberFormat }: Excel.ConditionalRangeFormat): FoundStyle {
  const format: unknown = numberFormat;
  return {
    fill: textOf(fill.color),
    fontColor: textOf(font.color),
    bold: truthOf(font.bold),
    italic: truthOf(font.italic),
    numberFormat: format === 'General' ? null : textOf(format),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const truthOf = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

/**
 * Asks for the cells of rules by their ids; the function it gives is called after the round trip. *Unproven* outside the stand-in:
 * builds of Excel have been seen that refuse single rules which were made by hand (#5222, #6835); then the reading does without.
 */
export function queueHighlightAreas(sheet: Excel.Worksheet, ids: readonly string[]): () => (Area[] | null)[] {
  const formats = untracked(sheet.getRange()).conditionalFormats;
  const pending = ids.map((id) => {
    const areas = untracked(formats.getItemOrNullObject(id).getRanges());
    areas.load('address');
    return areas;
  });
  return () =>
    pending.map((areas) => {
      const found = areas.isNullObject ? [] : areasIn(areas.address);
      return found.length === 0 ? null : found;
    });
}
