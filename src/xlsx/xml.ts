/** One element found in a part: its attributes, decoded, and what stands between its tags, raw. */
export interface XmlElement {
  attributes: Record<string, string>;
  inner: string;
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Turns `&amp;`, `&#10;` and their like into letters. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export function encodeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITY[letter] ?? letter);
}
const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Attributes as they stand in a tag, each with a blank before it. */
export const attributeText = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${encodeXml(value).replaceAll('\n', '&#10;')}"`)
    .join('');

/** Attributes of a start tag by name without prefix. */
export function attributesOf(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes[name.slice(name.indexOf(':') + 1)] = decodeXml(double ?? single ?? '');
  }
  return attributes;
}

/**
 * Start tags of a local name, with their attributes and a closing slash if there is one. No `<` stands inside a tag, so
 * that a part full of tags without an end is passed over in one go.
 */
const startTag = (name: string): RegExp =>
  new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])((?:[^<>"']|"[^<"]*"|'[^<']*')*?)(/?)>`, 'g');
const endTag = (name: string): RegExp => new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`, 'g');

/** Elements of that local name, whatever their prefix, that are not nested in their own kind. */
export function elements(xml: string, name: string): XmlElement[] {
  const tags = startTag(name);
  const close = endTag(name);
  const found: XmlElement[] = [];
  for (let tag = tags.exec(xml); tag !== null; tag = tags.exec(xml)) {
    const attributes = attributesOf(tag[1] ?? '');
    if (tag[2] === '/') {
      found.push({ attributes, inner: '' });
      continue;
    }
    close.lastIndex = tags.lastIndex;
    const end = close.exec(xml);
    if (end === null) break;
    found.push({ attributes, inner: xml.slice(tags.lastIndex, end.index) });
    tags.lastIndex = close.lastIndex;
  }
  return found;
}

export const firstElement = (xml: string, name: string): XmlElement | undefined => elements(xml, name)[0];

/** Names, without prefix, of the elements that are no one's children in a piece of a part; tags that only close are passed over. */
export function childNames(xml: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [, close, name = '', single] of xml.matchAll(ANY_TAG)) {
    if (close === '/') depth = Math.max(0, depth - 1);
    else {
      if (depth === 0) names.push(name.slice(name.indexOf(':') + 1));
      if (single !== '/') depth += 1;
    }
  }
  return names;
}
const ANY_TAG = /<(\/?)([\w.-]+(?::[\w.-]+)?)(?:[^<>"']|"[^<"]*"|'[^<']*')*?(\/?)>/g;

/** A part with its first element of that name, tags included, replaced. An element that is never closed stays. */
export function replaceElement(xml: string, name: string, change: (element: string) => string): string {
  const open = startTag(name).exec(xml);
  if (open === null) return xml;
  const close = endTag(name);
  close.lastIndex = open.index;
  const end = open[2] === '/' ? open.index + open[0].length : close.exec(xml) && close.lastIndex;
  if (end === null) return xml;
  return xml.slice(0, open.index) + change(xml.slice(open.index, end)) + xml.slice(end);
}

/** Text between tags, decoded. */
export const innerText = (element: XmlElement | undefined): string | undefined =>
  element === undefined ? undefined : decodeXml(element.inner.replace(/<[^<>]*>/g, ''));

/** An attribute of XML Schema's boolean type. */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

/**
 * `_x0041_` in a text of a workbook stands for a letter. So a text that really holds it is written with `_x005F_` before
 * it, and what XML cannot hold at all (half of a pair, U+FFFE) is written that way.
 */
export function escapeControls(text: string): string {
  const escaped = text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
  return escaped.replace(NOT_XML, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase()}_`);
}
const NOT_XML = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/g;

export function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
