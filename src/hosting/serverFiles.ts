/** The list of headers as configuration of nginx, Apache and IIS. */
import { ANY_FILE, FORBIDDEN_HEADERS, HEADERS, headersFor, type HeaderDefinition } from './headers';

/** What a configuration begins with. */
const NOTICE = 'Made by the build from src/hosting/headers.ts.';
/** Sent with refusals, too; what says how long a file may be kept is not. */
const withErrors = ({ name }: HeaderDefinition): boolean => name !== 'Cache-Control';

/** The files that servers need, by their place in the build; `built` are the other files of the build. */
export function serverFiles(built: readonly string[]): Record<string, string> {
  return {
    '.htaccess': apacheConfiguration(),
    'web.config': iisConfiguration(built),
    'nginx/maps.conf': nginxMaps(),
    'nginx/headers.conf': nginxHeaders(),
  };
}

const variableOf = ({ name }: HeaderDefinition): string => `$thi_dua_${name.toLowerCase().replaceAll('-', '_')}`;

/** For nginx's `http` block: what each header says, by the file's name. A header without a value is not sent. */
function nginxMaps(): string {
  const maps = HEADERS.map((header) => {
    const cases = header.cases.map(({ files, value }) =>
      files === ANY_FILE ? `  default "${value ?? ''}";` : `  "~/${files}$" "${value ?? ''}";`,
    );
    return [`map $uri ${variableOf(header)} {`, ...cases, '}'].join('\n');
  });
  return [`# ${NOTICE} Include it in nginx's http block.`, ...maps, ''].join('\n');
}

/** For nginx's `location`, whose headers replace those of the blocks around it. */
function nginxHeaders(): string {
  const lines = HEADERS.map(
    (header) => `add_header ${header.name} ${variableOf(header)}${withErrors(header) ? ' always' : ''};`,
  );
  return [`# ${NOTICE} Include it in the location that serves the folder.`, ...lines, ''].join('\n');
}

/** For Apache with mod_headers and `AllowOverride FileInfo`. A later section wins, so the cases stand in reverse order. */
function apacheConfiguration(): string {
  const sections = HEADERS.flatMap((header) => {
    const set = withErrors(header) ? 'Header always set' : 'Header set';
    return header.cases.toReversed().map(({ files, value }) => {
      const line = value === null ? `Header unset ${header.name}` : `${set} ${header.name} "${value}"`;
      return files === ANY_FILE ? line : `<FilesMatch "^(?:${files})$">\n  ${line}\n</FilesMatch>`;
    });
  });
  // The general configuration may have them in either of Apache's two tables, and both are sent: two policies both hold.
  const unset = [...FORBIDDEN_HEADERS, ...HEADERS.map(({ name }) => name)].flatMap((name) => [
    `Header unset ${name}`,
    `Header always unset ${name}`,
  ]);
  return [
    `# ${NOTICE} It needs mod_headers and AllowOverride FileInfo.`,
    'AddType text/javascript .js',
    'AddType application/json .map',
    'AddCharset utf-8 .html .js .xml',
    ...unset,
    ...sections,
    '',
  ].join('\n');
}

/** For IIS, which knows no patterns of names: each file has a section of its own. */
function iisConfiguration(built: readonly string[]): string {
  const common = headersFor('');
  const sections = built.toSorted().flatMap((file) => {
    const own = iisHeaders(common, headersFor(file));
    return own.length === 0 ? [] : [iisSection(file, own)];
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<!-- ${NOTICE} -->`,
    '<configuration>',
    '  <system.webServer>',
    '    <directoryBrowse enabled="false" />',
    '    <staticContent>',
    '      <clientCache cacheControlMode="NoControl" />',
    ...['.js|text/javascript; charset=utf-8', '.map|application/json'].flatMap(iisType),
    '    </staticContent>',
    ...iisCollection([...FORBIDDEN_HEADERS.map(iisRemove), ...iisHeaders({}, common)]).map((line) => `  ${line}`),
    '  </system.webServer>',
    ...sections,
    '</configuration>',
    '',
  ].join('\n');
}

function iisType(type: string): string[] {
  const [extension = '', mime = ''] = type.split('|');
  return [
    `      <remove fileExtension="${extension}" />`,
    `      <mimeMap fileExtension="${extension}" mimeType="${mime}" />`,
  ];
}

/** How headers differ from those around them: an inherited one is removed before it is set again, or IIS refuses. */
function iisHeaders(outer: Record<string, string>, own: Record<string, string>): string[] {
  return HEADERS.flatMap(({ name }) => {
    const value = own[name];
    if (value === outer[name]) return [];
    return value === undefined ? [iisRemove(name)] : [iisRemove(name), `<add name="${name}" value="${value}" />`];
  });
}

const iisRemove = (name: string): string => `<remove name="${name}" />`;

const iisCollection = (lines: readonly string[]): string[] => [
  '  <httpProtocol>',
  '    <customHeaders>',
  ...lines.map((line) => `      ${line}`),
  '    </customHeaders>',
  '  </httpProtocol>',
];

const iisSection = (file: string, lines: readonly string[]): string =>
  [
    `  <location path="${file}">`,
    '    <system.webServer>',
    ...iisCollection(lines).map((line) => `    ${line}`),
    '    </system.webServer>',
    '  </location>',
  ].join('\n');
