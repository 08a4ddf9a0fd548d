import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook part by part, as some other program might write it; `null` leaves a part out. */
export interface PackageParts {
  /** What stands in `<worksheet>`, one text for each sheet; a text that is a whole part is taken as it is. */
  sheets?: string[];
  /** What stands in `<workbook>` after the sheets. */
  workbook?: string;
  styles?: string;
  strings?: string;
  theme?: string;
  /** Further or other parts, whole. */
  parts?: Record<string, string | null>;
}

/** The sheet's name is `Trang n`. */
export function packageOf(file: PackageParts): Uint8Array {
  const sheets = file.sheets ?? ['<sheetData/>'];
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const whole = (root: string, inner: string): string =>
    inner.startsWith('<?xml') ? inner : `${HEAD}<${root} xmlns="${MAIN}" xmlns:r="${OFFICE}">${inner}</${root}>`;
  const listed = sheets.map((_, n) => `<sheet name="Trang ${n + 1}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('');
  const related = [
    ...sheets.map((_, n) => relation(`rId${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`)),
    ...(file.styles === undefined ? [] : [relation('s1', 'styles', 'styles.xml')]),
    ...(file.strings === undefined ? [] : [relation('s2', 'sharedStrings', '/xl/sharedStrings.xml')]),
    ...(file.theme === undefined ? [] : [relation('s3', 'theme', 'theme/theme1.xml')]),
  ];
  const parts: Record<string, string | null> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': whole('workbook', `<sheets>${listed}</sheets>${file.workbook ?? ''}`),
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${related.join('')}</Relationships>`,
    ...(file.styles !== undefined && { 'xl/styles.xml': whole('styleSheet', file.styles) }),
    ...(file.strings !== undefined && { 'xl/sharedStrings.xml': whole('sst', file.strings) }),
    ...(file.theme !== undefined && { 'xl/theme/theme1.xml': file.theme }),
  };
  sheets.forEach((sheet, n) => (parts[`xl/worksheets/sheet${n + 1}.xml`] = whole('worksheet', sheet)));
  return zip({ ...parts, ...file.parts });
}

/** Packs texts by path. */
export function zip(parts: Record<string, string | null>): Uint8Array {
  const kept = Object.entries(parts).filter((entry): entry is [string, string] => entry[1] !== null);
  return zipSync(Object.fromEntries(kept.map(([path, text]) => [path, strToU8(text)])));
}
