/** What is only carried from one file to the next: read from its parts, and put into the finished package. */
import { addPart, insertInSheet, OFFICE, relate } from './addParts';
import { areaList, parseArea, parseAreaList } from './addresses';
import { XML_HEAD } from './chartXml';
import type { ExternalLink, Hyperlink, Note, SheetCarried, WorkbookCarried } from './model/carried';
import { address, areaAddress } from '../spreadsheet/plan';
import { relations, relationsPath, type SheetPart, takePart, wholePart } from './openPackage';
import { edit } from './patch';
import {
  attributeText,
  elements,
  encodeXml,
  escapeControls,
  firstElement,
  innerText,
  isOn,
  unescapeControls,
} from './xml';
import { bytesOf, textOf, type Parts } from './zip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Elements that follow hyperlinks in a sheet, and those that follow the protection of its ranges, as the schema orders them. */
const AFTER_LINKS = 'printOptions pageMargins pageSetup headerFooter rowBreaks drawing legacyDrawing tableParts extLst';
const AFTER_RANGES = `mergeCells conditionalFormatting dataValidations hyperlinks ${AFTER_LINKS}`;
const AFTER_NOTES = 'tableParts extLst';

/** The attributes of a range to edit and of a workbook's protection; files may hold those of extensions too. */
const RANGE_ATTRIBUTES = 'name securityDescriptor password algorithmName hashValue saltValue spinCount'.split(' ');
const LOCKS = 'lockStructure lockWindows lockRevision'.split(' ');
const HASHES = 'Password PasswordCharacterSet AlgorithmName HashValue SaltValue SpinCount'.split(' ');
const PROTECTION_ATTRIBUTES = [...LOCKS, ...['workbook', 'revisions'].flatMap((of) => HASHES.map((name) => of + name))];

const pick = (attributes: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)));

/** `taken` are parts that belong to a sheet already. */
export function readCarried(parts: Parts, part: SheetPart, taken: Set<string>): SheetCarried {
  const editRanges = elements(part.tail, 'protectedRange').flatMap(({ attributes }) => {
    const areas = parseAreaList(attributes['sqref'] ?? '');
    return areas.length > 0 ? [{ areas, attributes: pick(attributes, RANGE_ATTRIBUTES) }] : [];
  });
  return { hyperlinks: readLinks(parts, part), notes: readNotes(parts, part.path, taken), editRanges };
}

function readLinks(parts: Parts, { path, tail }: SheetPart): Hyperlink[] {
  const targets = new Map(relations(parts, path).map(({ id, target }) => [id, target]));
  return elements(tail, 'hyperlink').flatMap(({ attributes }) => {
    const { ref = '', id = '', location = '', tooltip = '', display = '' } = attributes;
    const area = parseArea(ref);
    return area ? [{ area, target: targets.get(id) ?? '', location, tooltip, display }] : [];
  });
}

function readNotes(parts: Parts, path: string, taken: Set<string>): Note[] {
  const listed = relations(parts, path).find(({ kind }) => kind === 'comments');
  const part = listed && parts[listed.path];
  if (!part) return [];
  takePart(taken, listed.path);
  const xml = textOf(part);
  const authors = elements(xml, 'author').map((author) => innerText(author) ?? '');
  return elements(xml, 'comment').flatMap(({ attributes: { ref = '', authorId = '' }, inner }) => {
    const area = parseArea(ref);
    const text = elements(inner, 't').map((run) => innerText(run) ?? '');
    if (!area) return [];
    const note = { author: authors[Number(authorId)] ?? '', text: unescapeControls(text.join('')) };
    return [{ row: area.row, column: area.column, ...note }];
  });
}

/** Puts a sheet's links, notes and ranges to edit into its part; `sheet` counts from 1. */
export function addCarried(parts: Parts, sheet: number, { hyperlinks, notes, editRanges }: SheetCarried): void {
  const path = `xl/worksheets/sheet${sheet}.xml`;
  if (editRanges.length > 0) {
    const listed = editRanges.map(
      ({ areas, attributes }) => `<protectedRange${attributeText({ ...attributes, sqref: areaList(areas) })}/>`,
    );
    insertInSheet(parts, path, `<protectedRanges>${listed.join('')}</protectedRanges>`, AFTER_RANGES.split(' '));
  }
  if (hyperlinks.length > 0) {
    const listed = hyperlinks.map(({ area, target, ...texts }) => {
      const id = target === '' ? '' : relate(parts, path, { kind: 'hyperlink', target, external: true });
      const link = id === '' ? '' : ` xmlns:r="${OFFICE}" r:id="${id}"`;
      const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
      return `<hyperlink ref="${areaAddress(area)}"${link}${attributeText(said)}/>`;
    });
    insertInSheet(parts, path, `<hyperlinks>${listed.join('')}</hyperlinks>`, AFTER_LINKS.split(' '));
  }
  if (notes.length > 0) addNotes(parts, sheet, path, notes);
}

/** Notes are a part of their own, and their boxes are shapes in another one. */
function addNotes(parts: Parts, sheet: number, path: string, notes: readonly Note[]): void {
  const authors = [...new Set(notes.map(({ author }) => author))];
  const listed = notes.map(
    ({ row, column, author, text }) =>
      `<comment ref="${address(row, column)}" authorId="${authors.indexOf(author)}"><text><t xml:space="preserve">` +
      `${encodeXml(escapeControls(text))}</t></text></comment>`,
  );
  const names = authors.map((author) => `<author>${encodeXml(author)}</author>`).join('');
  const xml = `<comments xmlns="${MAIN}"><authors>${names}</authors><commentList>${listed.join('')}</commentList></comments>`;
  addPart(parts, `xl/comments${sheet}.xml`, XML_HEAD + xml, `${SPREADSHEET}.comments+xml`);
  const shapes = notes.map(({ row, column }, index) => noteShape(`_x0000_s${sheet * 1024 + index + 1}`, row, column));
  addPart(
    parts,
    `xl/drawings/vmlDrawing${sheet}.vml`,
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
      `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${shapes.join('')}</xml>`,
    'application/vnd.openxmlformats-officedocument.vmlDrawing',
  );
  relate(parts, path, { kind: 'comments', target: `../comments${sheet}.xml` });
  const id = relate(parts, path, { kind: 'vmlDrawing', target: `../drawings/vmlDrawing${sheet}.vml` });
  insertInSheet(parts, path, `<legacyDrawing xmlns:r="${OFFICE}" r:id="${id}"/>`, AFTER_NOTES.split(' '));
}

/** A hidden box of two columns by four rows, right of the cell. */
function noteShape(id: string, row: number, column: number): string {
  const anchor = [column + 1, 15, row, 2, column + 3, 15, row + 4, 4].join(', ');
  return (
    `<v:shape id="${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

/** Throws {@link UnreadableFile} where a link to another workbook is listed that the file does not hold. */
export function readWorkbookCarried(parts: Parts, workbookPath: string, workbook: string): WorkbookCarried {
  const related = relations(parts, workbookPath);
  const externalLinks = elements(workbook, 'externalReference').map(({ attributes: { id } }): ExternalLink => {
    const path = related.find((relation) => relation.id === id)?.path ?? '';
    const own = parts[relationsPath(path)];
    return { part: wholePart(parts, path, 'externalLink'), relations: own ? textOf(own) : '' };
  });
  const protection = firstElement(workbook, 'workbookProtection')?.attributes ?? {};
  const locked = LOCKS.some((name) => isOn(protection[name]));
  return { protection: locked ? pick(protection, PROTECTION_ATTRIBUTES) : null, externalLinks };
}

/** Puts the workbook's protection and its links to other workbooks into the package. */
export function addWorkbookCarried(parts: Parts, { protection, externalLinks }: WorkbookCarried): void {
  const path = 'xl/workbook.xml';
  if (protection !== null) {
    const element = `<workbookProtection${attributeText(protection)}/>`;
    edit(parts, path, (xml) => xml.replace(/<bookViews|<sheets>/, (next) => element + next));
  }
  const listed = externalLinks.map(({ part, relations: own }, index) => {
    const link = `externalLinks/externalLink${index + 1}.xml`;
    addPart(parts, `xl/${link}`, part, `${SPREADSHEET}.externalLink+xml`);
    if (own !== '') parts[relationsPath(`xl/${link}`)] = bytesOf(own);
    return `<externalReference r:id="${relate(parts, path, { kind: 'externalLink', target: link })}"/>`;
  });
  if (listed.length > 0) {
    const element = `<externalReferences xmlns:r="${OFFICE}">${listed.join('')}</externalReferences>`;
    edit(parts, path, (xml) => xml.replace('</sheets>', () => `</sheets>${element}`));
  }
}
