import { attributesOf, decodeXml, elements, firstElement, isOn, replaceElement } from './xml';

/**
 * The library knows no leading apostrophe (`quotePrefix` of a cell format). So a quoted cell is written with a number
 * format that begins with this mark; in the finished styles the mark goes and the flag comes.
 */
export const QUOTED_MARK = '"‹quoted›"';

/** The styles part with marks turned into flags. */
export function replaceQuotedMarks(styles: string): string {
  const quoted = new Set<string>();
  const unmarked = styles.replace(/<numFmt [^>]*>/g, (tag) => {
    const { numFmtId = '', formatCode = '' } = attributesOf(tag);
    if (!formatCode.startsWith(QUOTED_MARK)) return tag;
    quoted.add(numFmtId);
    return tag.replace(/formatCode="[^"]*"/, (attribute) => attribute.replace(MARK_IN_XML, ''));
  });
  if (quoted.size === 0) return styles;
  return unmarked.replace(/<xf numFmtId="(\d+)"/g, (tag, id: string) =>
    quoted.has(id) ? `${tag} quotePrefix="1"` : tag,
  );
}

const MARK_IN_XML = QUOTED_MARK.replaceAll('"', '&quot;');

/** What cell formats say that the library does not pass on: by their place in the list. */
export interface CellFormat {
  numberFormat: string;
  quoted: boolean;
}

/**
 * A styles part whose every cell format has a number format that only tells its place in the list, and the formats
 * themselves. So no number is taken for a date by the library, and a cell leads back to its format.
 */
export function numberFormats(styles: string): { styles: string; formats: CellFormat[] } {
  const codes = new Map<number, string>(Object.entries(BUILT_IN).map(([id, code]) => [Number(id), code]));
  for (const { attributes } of elements(firstElement(styles, 'numFmts')?.inner ?? '', 'numFmt')) {
    const { numFmtId, formatCode } = attributes;
    if (numFmtId !== undefined && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
  }
  const formats: CellFormat[] = [];
  const listed = replaceElement(styles, 'cellXfs', (block) =>
    block.replace(/<((?:\w+:)?xf)(?=[\s/>])([^<>]*)>/g, (_, name: string, rest: string) => {
      const { numFmtId, quotePrefix } = attributesOf(rest);
      const place = formats.push({
        numberFormat: codes.get(Number(numFmtId ?? 0)) ?? 'General',
        quoted: isOn(quotePrefix),
      });
      return `<${name} numFmtId="${FIRST_ID + place - 1}"${rest.replace(/\snumFmtId\s*=\s*("[^"]*"|'[^']*')/, '')}>`;
    }),
  );
  const places = formats.map(
    (_, place) => `<numFmt numFmtId="${FIRST_ID + place}" formatCode="&quot;${place}&quot;"/>`,
  );
  const replaced = replaceElement(listed, 'numFmts', () => '').replace(
    /<(?:\w+:)?styleSheet(?=[\s>])[^<>]*>/,
    (root) => `${root}<numFmts>${places.join('')}</numFmts>`,
  );
  return { styles: replaced, formats };
}

/** The place that a number format of {@link numberFormats} tells; -1 for a cell without a format. */
export function placeOf(numberFormat: string | undefined): number {
  const place = /^"(\d+)"$/.exec(decodeXml(numberFormat ?? ''))?.[1];
  return place === undefined ? -1 : Number(place);
}

const FIRST_ID = 1000;
/** Number formats that files name by number only (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0_);($#,##0)',
  6: '$#,##0_);[Red]($#,##0)',
  7: '$#,##0.00_);($#,##0.00)',
  8: '$#,##0.00_);[Red]($#,##0.00)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};
