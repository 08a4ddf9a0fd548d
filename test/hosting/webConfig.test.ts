/** @jest-environment jsdom */
/** What IIS does with the file that the build writes, as its documentation says; no IIS runs here. */
import { FORBIDDEN_HEADERS, headersFor } from '../../src/hosting/headers';
import { serverFiles } from '../../src/hosting/serverFiles';

const FILES = [
  'taskpane.html',
  'support.html',
  'manifest.xml',
  'taskpane.0123456789abcdef0123.js',
  'assets/icons/icon-16.png',
];
const text = serverFiles(FILES)['web.config'] ?? '';
const xml = new DOMParser().parseFromString(text, 'application/xml');

/** Headers after a collection of IIS; setting one that is there already is an error of the whole site. */
function changed(headers: ReadonlyMap<string, string>, holder: Element | null | undefined): Map<string, string> {
  const result = new Map(headers);
  const entries = holder?.querySelector(':scope > system\\.webServer > httpProtocol > customHeaders')?.children ?? [];
  for (const entry of entries) {
    const name = entry.getAttribute('name') ?? '';
    if (entry.localName === 'remove') result.delete(name);
    else {
      expect([entry.localName, result.has(name)]).toEqual(['add', false]);
      result.set(name, entry.getAttribute('value') ?? '');
    }
  }
  return result;
}

/** The headers of a file, on a site that sends some of its own. */
function headersOf(file: string, inherited: ReadonlyMap<string, string>): Record<string, string> {
  const place = [...xml.querySelectorAll('location')].find((one) => one.getAttribute('path') === file);
  return Object.fromEntries(changed(changed(inherited, xml.documentElement), place));
}

describe('web.config', () => {
  test('is well-formed', () => {
    expect(xml.getElementsByTagName('parsererror')).toHaveLength(0);
    expect(xml.documentElement.localName).toBe('configuration');
  });

  test.each([...FILES, 'later.txt'])('sends the headers of the list with %s', (file) => {
    expect(headersOf(file, new Map())).toEqual(headersFor(file));
  });

  test('replaces headers of the site around it, and takes away those that forbid frames', () => {
    const site = new Map(Object.keys(headersFor('taskpane.html')).map((name) => [name, 'other']));
    for (const name of FORBIDDEN_HEADERS) site.set(name, 'DENY');
    site.delete('Content-Security-Policy');
    expect(headersOf('taskpane.html', site)).toEqual(headersFor('taskpane.html'));
  });

  test('names the types of scripts and source maps, which IIS does not know or knows otherwise', () => {
    const types = [...xml.querySelectorAll('mimeMap')].map((one) => one.getAttribute('fileExtension'));
    expect(types).toEqual(['.js', '.map']);
    for (const type of types)
      expect(xml.querySelector(`staticContent > remove[fileExtension="${type}"]`)).not.toBeNull();
  });
});
