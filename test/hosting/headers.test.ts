import { headersFor } from '../../src/hosting/headers';
import { metaPolicyText, OFFICE_FRAMES, PANE_POLICY, policyText, TEXT_POLICY } from '../../src/hosting/policy';

const HASHED = 'taskpane.0123456789abcdef0123.js';

describe('the headers of a file', () => {
  test('forbid to guess types, for every file', () => {
    for (const file of ['', 'taskpane.html', HASHED, 'assets/icons/icon-16.png', 'manifest.xml'])
      expect(headersFor(file)['X-Content-Type-Options']).toBe('nosniff');
  });

  test.each([
    [HASHED, 'public, max-age=31536000, immutable'],
    [`${HASHED}.map`, 'public, max-age=31536000, immutable'],
    ['taskpane.html', 'no-cache'],
    ['trien-khai.html', 'no-cache'],
    ['manifest.xml', 'no-cache'],
    ['taskpane.js', 'no-cache'],
    ['0123456789abcdef0123.js.html', 'no-cache'],
    ['assets/icons/icon-16.png', undefined],
  ])('let %s be kept as long as its name stands for its content: %s', (file, value) => {
    expect(headersFor(file)['Cache-Control']).toBe(value);
  });

  test.each([
    ['taskpane.html', policyText(PANE_POLICY)],
    ['support.html', policyText(TEXT_POLICY)],
    ['folder/trien-khai.html', policyText(TEXT_POLICY)],
    [HASHED, undefined],
  ])('say of %s what it may load', (file, policy) => {
    expect(headersFor(file)['Content-Security-Policy']).toBe(policy);
  });

  test('never forbid all frames by the older header, which knows no list of sites', () => {
    expect(headersFor('taskpane.html')).not.toHaveProperty('X-Frame-Options');
  });
});

describe('the policy of the pane', () => {
  const rules = new Map(Object.entries(PANE_POLICY));

  test('begins with nothing, and allows its own files and Office.js', () => {
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual(["'self'", 'https://appsforoffice.microsoft.com']);
    expect(rules.get('connect-src')).toEqual(["'self'"]);
  });

  test('lets the client ask whether the user trusts a web host that it does not know', () => {
    expect(rules.get('frame-src')).toEqual(['https://appsforoffice.microsoft.com']);
  });

  test('can be framed by Office and by its own site only', () => {
    expect(rules.get('frame-ancestors')).toEqual(["'self'", ...OFFICE_FRAMES]);
    expect(OFFICE_FRAMES.filter((frame) => !/^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(frame))).toEqual(
      [],
    );
    expect(OFFICE_FRAMES.filter((frame) => /\*\.[^.]+$/.test(frame))).toEqual([]);
  });

  test('is the same in the page, except for who may frame it, which a page cannot say', () => {
    const { 'frame-ancestors': frames, ...rest } = PANE_POLICY;
    expect(metaPolicyText(PANE_POLICY)).toBe(policyText(rest));
    expect(policyText(PANE_POLICY)).toBe(`${policyText(rest)}; frame-ancestors ${frames?.join(' ')}`);
  });
});
