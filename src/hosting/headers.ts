/** The headers that a server sends with each file of the build: one list for every kind of server. */
import { PANE_POLICY, policyText, TEXT_POLICY } from './policy';

/** What a header says for some files. */
interface HeaderCase {
  /** A regular expression for the whole name of the file, without its folder; the server's configuration repeats it. */
  files: string;
  /** Null where the header must not be sent. */
  value: string | null;
}

/** A header, with the first case that fits a file. */
export interface HeaderDefinition {
  name: string;
  cases: readonly HeaderCase[];
}

/** Every file. */
export const ANY_FILE = '.*';
/** A script that webpack names by its content: another content has another name. */
const HASHED = '.+\\.[0-9a-f]{20}\\.js(?:\\.map)?';
const YEAR_SECONDS = 31_536_000;

export const HEADERS: readonly HeaderDefinition[] = [
  { name: 'X-Content-Type-Options', cases: [{ files: ANY_FILE, value: 'nosniff' }] },
  { name: 'Referrer-Policy', cases: [{ files: ANY_FILE, value: 'strict-origin-when-cross-origin' }] },
  {
    name: 'Content-Security-Policy',
    cases: [
      { files: 'taskpane\\.html', value: policyText(PANE_POLICY) },
      { files: '.+\\.html', value: policyText(TEXT_POLICY) },
    ],
  },
  {
    name: 'Cache-Control',
    cases: [
      { files: HASHED, value: `public, max-age=${YEAR_SECONDS}, immutable` },
      // Office shows a general icon where a server says anything of caching (reference of the manifest's Image element).
      { files: '.+\\.png', value: null },
      { files: ANY_FILE, value: 'no-cache' },
    ],
  },
];

/** Headers that keep Excel on the web from showing the pane; a server may have them from its general configuration. */
export const FORBIDDEN_HEADERS: readonly string[] = ['X-Frame-Options'];

/** The headers of a file of the build ("assets/icons/icon-16.png"), by name; those that must not be sent are left out. */
export function headersFor(file: string): Record<string, string> {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return Object.fromEntries(
    HEADERS.flatMap((header) => {
      const found = header.cases.find(({ files }) => new RegExp(`^(?:${files})$`).test(name));
      return found === undefined || found.value === null ? [] : [[header.name, found.value]];
    }),
  );
}
