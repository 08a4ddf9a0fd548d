/** @jest-environment jsdom */
/** The manifest keeps the rules of Microsoft's schema, and each kind of damage breaks one of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestProblems } from '../support/manifestProblems';

const TEXT = readFileSync(join(__dirname, '../../manifest.xml'), 'utf8');
const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

const parse = (text: string): Document => new DOMParser().parseFromString(text, 'application/xml');
const elementsOf = (manifest: Document): Element[] => [...manifest.getElementsByTagName('*')];
const VALID = parse(TEXT);
const ALL = elementsOf(VALID).map((element, index) => ({ element, index }));

/** Where an element stands, and after what: one for each place is enough. */
const placeOf = (element: Element | null): string =>
  element === null ? '' : `${placeOf(element.parentElement)}/${element.localName}`;
const keyOf = (element: Element): string => `${placeOf(element)} ${element.previousElementSibling?.localName}`;
const PLACES = [...new Map(ALL.map((one) => [keyOf(one.element), one])).values()];

/** What is wrong with the manifest after something was done to one of its elements. */
function after(index: number, damage: (element: Element) => void): string[] {
  const manifest = document.implementation.createDocument(null, null);
  manifest.append(manifest.importNode(VALID.documentElement, true));
  const element = elementsOf(manifest)[index];
  if (!element) throw new Error(`no element ${index}`);
  damage(element);
  return manifestProblems(manifest);
}

/** The elements that are not refused after the damage, each once, by name. */
const undamaged = (
  damage: (element: Element) => void,
  chosen: (element: Element) => boolean = () => true,
): string[] => [
  ...new Set(
    PLACES.filter(({ element, index }) => chosen(element) && after(index, damage).length === 0).map(
      ({ element }) => element.localName,
    ),
  ),
];

const first = (name: string): number => ALL.find(({ element }) => element.localName === name)?.index ?? -1;

test('the manifest keeps the rules of the schema', () => {
  expect(manifestProblems(parse(TEXT))).toEqual([]);
});

describe('every element', () => {
  test('is needed, except for those that the schema lets be absent', () => {
    expect(
      undamaged(
        (element) => element.remove(),
        ({ parentElement }) => parentElement !== null,
      ).sort(),
    ).toEqual(
      [
        // Of these several may stand, and one is enough.
        'Control',
        'FunctionFile',
        'GetStarted',
        'HighResolutionIconUrl',
        'Hosts',
        // Of an item in a menu.
        'Icon',
        'IconUrl',
        'OfficeTab',
        'Override',
        'Requirements',
        'Runtimes',
        'Sets',
        'SupportUrl',
        'TaskpaneId',
        'VersionOverrides',
        'DesktopFormFactor',
      ].sort(),
    );
  });

  test('is refused twice, except for those of which several may stand', () => {
    const twice = (element: Element): void => element.after(element.cloneNode(true));
    expect(undamaged(twice, ({ parentElement }) => parentElement !== null).sort()).toEqual(['Host', 'Set']);
  });

  test('is refused under another name, and under its name in another namespace', () => {
    const renamed = (namespace: string | null, name: string) => (element: Element) => {
      const other = element.ownerDocument.createElementNS(namespace, name);
      for (const { name: attribute, value, namespaceURI } of element.attributes)
        if (!attribute.startsWith('xmlns')) other.setAttributeNS(namespaceURI, attribute, value);
      other.append(...element.childNodes);
      element.replaceWith(other);
    };
    expect(undamaged((element) => renamed(element.namespaceURI, `${element.localName}s2`)(element))).toEqual([]);
    expect(undamaged((element) => renamed('urn:other', element.localName)(element))).toEqual([]);
  });

  test('is refused before the one that it follows, where that has another name', () => {
    const swapped = (element: Element): void => element.previousElementSibling?.before(element);
    const follows = ({ previousElementSibling, localName }: Element): boolean =>
      previousElementSibling !== null && previousElementSibling.localName !== localName;
    expect(PLACES.filter(({ element }) => follows(element)).length).toBeGreaterThan(20);
    expect(undamaged(swapped, follows)).toEqual([]);
  });

  test('is refused with an attribute that the schema does not know', () => {
    expect(undamaged((element) => element.setAttribute('colour', 'red'))).toEqual([]);
  });

  test('is refused with text between its children, and with text where none belongs', () => {
    const holdsText = ['Id', 'Version', 'ProviderName', 'DefaultLocale', 'Permissions', 'TaskpaneId', 'FunctionName'];
    expect(
      undamaged(
        (element) => element.append('text'),
        ({ localName }) => !holdsText.includes(localName),
      ),
    ).toEqual([]);
    expect(
      undamaged(
        (element) => element.replaceChildren(),
        ({ localName }) => holdsText.includes(localName),
      ),
    ).toEqual([]);
  });
});

describe('every attribute', () => {
  const attributes = PLACES.flatMap(({ element, index }) =>
    [...element.attributes].filter(({ name }) => !name.startsWith('xmlns')).map(({ name }) => ({ index, name })),
  );
  const undamagedNames = (damage: (element: Element, name: string) => void): string[] => [
    ...new Set(
      attributes
        .filter(({ index, name }) => after(index, (element) => damage(element, name)).length === 0)
        .map(({ name }) => name),
    ),
  ];

  test('is needed, except for two that have a usual value', () => {
    const removed = (element: Element, name: string): void => element.removeAttribute(name);
    expect(undamagedNames(removed).sort()).toEqual(['DefaultMinVersion', 'MinVersion', 'lifetime']);
  });

  test('is refused empty', () => {
    expect(undamagedNames((element, name) => element.setAttribute(name, ''))).toEqual([]);
  });

  test('is refused longer than 2048 characters', () => {
    const lengthened = (element: Element, name: string): void =>
      element.setAttribute(name, `${element.getAttribute(name) ?? ''}${'x'.repeat(2049)}`);
    expect(undamagedNames(lengthened)).toEqual([]);
  });
});

/** Sets the text of the first element of a name. */
const text = (name: string, value: string) => (): string[] =>
  after(first(name), (element) => (element.textContent = value));
/** Sets an attribute of the first element of a name. */
const attribute = (name: string, key: string, value: string) => (): string[] =>
  after(first(name), (element) => element.setAttribute(key, value));

test.each<[string, () => string[], string]>([
  ['an id that is no GUID', text('Id', '1f71dba6-6a31'), 'has not the form'],
  ['a version with letters', text('Version', '0.4.0-beta'), 'has not the form'],
  ['a version of five parts', text('Version', '1.2.3.4.5'), 'has not the form'],
  ['a version with a number of six digits', text('Version', '100000.0.0.0'), 'has not the form'],
  ['a language without a country', text('DefaultLocale', 'vi'), 'has not the form'],
  ['a permission that does not exist', text('Permissions', 'ReadWrite'), 'is none of'],
  ['a provider of 126 characters', text('ProviderName', 'x'.repeat(126)), 'longer than 125'],
  ['a name of 126 characters', attribute('DisplayName', 'DefaultValue', 'x'.repeat(126)), 'longer than 125'],
  ['a description of 251 characters', attribute('Description', 'DefaultValue', 'x'.repeat(251)), 'longer than 250'],
  ['an icon without HTTPS', attribute('IconUrl', 'DefaultValue', 'http://a.example/b.png'), 'is no HTTPS address'],
  ['an icon at a relative address', attribute('IconUrl', 'DefaultValue', 'assets/icon.png'), 'is no HTTPS address'],
  ['an Excel under another name', attribute('Host', 'Name', 'Excel'), 'is none of Workbook'],
  ['a requirement without a minor version', attribute('Set', 'MinVersion', '2'), 'has not the form'],
  ['a runtime that lives for ever', attribute('Runtime', 'lifetime', 'ever'), 'is none of short, long'],
  ['a reference to nothing', attribute('LearnMoreUrl', 'resid', 'None.Url'), 'refers to nothing of Urls'],
  ['a reference to a text of the other kind', attribute('Label', 'resid', 'Open.Tip'), 'nothing of ShortStrings'],
  ['a button without an icon of 32 pixels', attribute('Image', 'size', '24'), 'needs the sizes 16, 32, 80'],
  ['an icon of 17 pixels', attribute('Image', 'size', '17'), 'is none of 16, 20'],
  ['two resources with one id', attribute('Url', 'id', 'Support.Url'), 'id Support.Url is given twice'],
  ['a resource id of 33 characters', attribute('Url', 'id', 'x'.repeat(33)), 'longer than 32'],
  [
    'a kind of add-in that is another',
    () => after(0, (root) => root.setAttributeNS(INSTANCE, 'xsi:type', 'MailApp')),
    'xsi:type MailApp is none of TaskPaneApp',
  ],
  [
    'two overrides for one language',
    () => after(first('Override'), (element) => element.after(element.cloneNode(true))),
    'two overrides for one locale',
  ],
  ['a file that is cut off', () => manifestProblems(parse(TEXT.slice(0, 2000))), 'not well-formed'],
  ['another file', () => manifestProblems(parse('<html xmlns="http://www.w3.org/1999/xhtml"/>')), 'is not OfficeApp'],
])('%s is refused', (_damage, problems, message) => {
  expect(problems().join('\n')).toContain(message);
});
