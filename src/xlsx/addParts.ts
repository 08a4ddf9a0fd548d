/** Parts, relations and elements put into a finished package. */
import { XML_HEAD } from './chartXml';
import { relationsPath } from './openPackage';
import { edit } from './patch';
import { encodeXml } from './xml';
import { bytesOf, textOf, type Parts } from './zip';

export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Adds a part of a content type. */
export function addPart(parts: Parts, path: string, text: string, type: string): void {
  parts[path] = bytesOf(text);
  edit(parts, '[Content_Types].xml', (xml) =>
    xml.replace('</Types>', () => `<Override PartName="/${path}" ContentType="${type}"/></Types>`),
  );
}

export interface NewRelation {
  kind: string;
  target: string;
  /** Whether the target is an address outside of the package. */
  external?: boolean;
}

/** Relates a part to another one or to an address; gives the relation's id. */
export function relate(parts: Parts, from: string, { kind, target, external = false }: NewRelation): string {
  const path = relationsPath(from);
  const before = parts[path] ? textOf(parts[path]) : `${XML_HEAD}<Relationships xmlns="${PACKAGE}"></Relationships>`;
  let number = before.split('<Relationship ').length;
  while (before.includes(`"rId${number}"`)) number += 1;
  const id = `rId${number}`;
  const mode = external ? ' TargetMode="External"' : '';
  const relation = `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${encodeXml(target)}"${mode}/>`;
  parts[path] = bytesOf(before.replace('</Relationships>', () => `${relation}</Relationships>`));
  return id;
}

/** Puts an element into a sheet, after its cells and before the first of those named: the schema prescribes an order. */
export function insertInSheet(parts: Parts, path: string, element: string, before: readonly string[]): void {
  edit(parts, path, (xml) => {
    // A sheet without cells has an element that is closed at once.
    const tail = Math.max(xml.lastIndexOf('</sheetData>'), xml.indexOf('<sheetData/>'));
    const place = new RegExp(`<(?:${[...before, '/worksheet'].join('|')})(?=[\\s/>])`);
    const at = xml.slice(tail).search(place) + tail;
    return xml.slice(0, at) + element + xml.slice(at);
  });
}
