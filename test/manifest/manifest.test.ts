/** @jest-environment jsdom */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RIBBON_FUNCTIONS, SELF_CHECK_FUNCTION } from '../../src/taskpane/ribbon';

const ROOT = join(__dirname, '../..');
const BASE = 'https://localhost:3000/';
const text = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
const manifest = new DOMParser().parseFromString(text, 'application/xml');

const all = (name: string): Element[] =>
  [...manifest.getElementsByTagName('*')].filter((one) => one.localName === name);
const attributes = (elements: Element[], name: string): string[] => elements.map((one) => one.getAttribute(name) ?? '');
const textOf = (name: string): string => all(name)[0]?.textContent ?? '';
/** Elements whose text a person reads, in two languages. */
const strings = [
  ...all('DisplayName'),
  ...all('Description').filter((one) => !one.hasAttribute('resid')),
  ...all('String'),
];
/** Every text of an element: the default, and its overrides. */
const textsOf = (element: Element): string[] =>
  attributes([element], 'DefaultValue').concat(attributes([...element.children], 'Value'));
const addresses = [
  ...['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'Url'].flatMap(all),
  ...all('Image').filter((one) => one.hasAttribute('id')),
]
  .filter((one) => !one.hasAttribute('resid'))
  .map((one) => one.getAttribute('DefaultValue') ?? '');

/** Width and height from the header of a PNG. */
function pixels(file: string): [number, number] {
  const header = readFileSync(join(ROOT, file));
  expect(header.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [header.readUInt32BE(16), header.readUInt32BE(20)];
}

describe('the manifest', () => {
  test('is well-formed, and a task pane add-in', () => {
    expect(manifest.getElementsByTagName('parsererror')).toHaveLength(0);
    expect(manifest.documentElement.getAttribute('xsi:type')).toBe('TaskPaneApp');
    expect(all('VersionOverrides').map((one) => one.getAttribute('xsi:type'))).toEqual(['VersionOverridesV1_0']);
  });

  test('has an id of its own and a version of four parts', () => {
    expect(textOf('Id')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(textOf('Version')).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  });

  test('goes with the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(textOf('Version')).toBe(`${version}.0`);
  });

  test('asks for Excel 2021 or later, and for the runtime its buttons share with the pane', () => {
    expect(all('Host').map((one) => one.getAttribute('Name') ?? one.getAttribute('xsi:type'))).toEqual([
      'Workbook',
      'Workbook',
    ]);
    expect(all('Set').map((one) => [one.getAttribute('Name'), one.getAttribute('MinVersion')])).toEqual([
      ['ExcelApi', '1.14'],
      ['SharedRuntime', '1.1'],
    ]);
  });

  test('asks for no more than to read and write the workbook', () => {
    expect(textOf('Permissions')).toBe('ReadWriteDocument');
    expect(all('AppDomain')).toHaveLength(0);
    expect(all('WebApplicationInfo')).toHaveLength(0);
  });

  test('names only HTTPS addresses under one base', () => {
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((one) => !one.startsWith(BASE))).toEqual([]);
    expect(text).not.toMatch(/http:\/\/(?!schemas\.microsoft\.com|www\.w3\.org)/);
  });

  test('uses every resource it defines, and defines every one it uses', () => {
    const used = new Set(attributes([...manifest.querySelectorAll('[resid]')], 'resid'));
    const defined = attributes(
      ['Image', 'Url', 'String'].flatMap(all).filter((one) => one.hasAttribute('id')),
      'id',
    );
    expect([...used].sort()).toEqual([...defined].sort());
    expect([...used].filter((id) => id.length > 32)).toEqual([]);
  });

  test('gives each button and group an id of its own', () => {
    const ids = attributes([...all('Control'), ...all('Item'), ...all('Group')], 'id');
    expect(new Set(ids).size).toBe(ids.length);
    expect([all('Control').length, all('Item').length]).toEqual([5, 1]);
  });
});

describe('the texts of the manifest', () => {
  test('are in Vietnamese and English', () => {
    expect(textOf('DefaultLocale')).toBe('vi-VN');
    const lacking = strings.filter(
      (one) => attributes([...one.children], 'Locale').join() !== 'en-US' || textsOf(one).some((said) => said === ''),
    );
    expect(lacking.map((one) => one.outerHTML)).toEqual([]);
    expect(strings.filter((one) => new Set(textsOf(one)).size !== 2)).toEqual([]);
  });

  test.each([
    ['ShortStrings', 125],
    ['LongStrings', 250],
  ])('%s are no longer than Office shows', (name, limit) => {
    const texts = all(name).flatMap((group) => [...group.children].flatMap(textsOf));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((one) => one.length > limit)).toEqual([]);
  });

  test('the name and the description are no longer than Office takes', () => {
    expect(
      strings
        .slice(0, 1)
        .flatMap(textsOf)
        .filter((one) => one.length > 125),
    ).toEqual([]);
    expect(
      strings
        .slice(1, 2)
        .flatMap(textsOf)
        .filter((one) => one.length > 250),
    ).toEqual([]);
  });
});

describe('the icons of the manifest', () => {
  const snapshots = new Map(
    all('Image')
      .filter((one) => one.hasAttribute('id'))
      .map((one) => [one.getAttribute('id') ?? '', (one.getAttribute('DefaultValue') ?? '').slice(BASE.length)]),
  );

  test.each(['Group', 'Control', 'Item'])('every %s has those of 16, 32 and 80 pixels', (name) => {
    for (const one of all(name)) {
      const icon = [...one.children].find((child) => child.localName === 'Icon');
      expect(attributes([...(icon?.children ?? [])], 'size')).toEqual(['16', '32', '80']);
    }
  });

  test('are pictures of the size they are given for', () => {
    const uses = all('Image').filter((one) => one.hasAttribute('resid'));
    for (const use of uses) {
      const size = Number(use.getAttribute('size'));
      expect(pixels(snapshots.get(use.getAttribute('resid') ?? '') ?? '')).toEqual([size, size]);
    }
    expect(pixels((all('IconUrl')[0]?.getAttribute('DefaultValue') ?? '').slice(BASE.length))).toEqual([32, 32]);
    expect(pixels((all('HighResolutionIconUrl')[0]?.getAttribute('DefaultValue') ?? '').slice(BASE.length))).toEqual([
      64, 64,
    ]);
  });

  test('have the drawing they were made from beside them', () => {
    const drawings = ['icon', 'icon-small', 'insert', 'check', 'rank'];
    expect(drawings.filter((name) => !existsSync(join(ROOT, `assets/icons/${name}.svg`)))).toEqual([]);
  });
});

describe('the buttons', () => {
  test('call the functions that the pane associates', () => {
    expect(all('FunctionName').map((one) => one.textContent)).toEqual([...RIBBON_FUNCTIONS, SELF_CHECK_FUNCTION]);
  });

  test('run in the page of the pane: that is what lets them open it', () => {
    const resid = (name: string): (string | null)[] => all(name).map((one) => one.getAttribute('resid'));
    expect(resid('Runtime')).toEqual(['Pane.Url']);
    expect(resid('FunctionFile')).toEqual(['Pane.Url']);
    expect(resid('SourceLocation').filter((one) => one !== null)).toEqual(['Pane.Url']);
    expect(all('Runtime')[0]?.getAttribute('lifetime')).toBe('long');
  });
});
