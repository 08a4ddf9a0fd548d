// What every project of jest has in common; package.json lists the projects.
const path = require('node:path');

/** Suites that need a build or a browser, and those that need LibreOffice and other programs; the rest need node alone. */
const BROWSER = ['/test/browser/.*\\.test\\.ts$', '/test/manifest/build\\.test\\.ts$'];
const PROGRAMS = [
  '/libreOffice\\.test',
  '/test/sheets/agreement\\.test',
  '/test/sheets/shared/pointsInWords\\.test',
  '/test/sheets/(documents\\.)?paper\\.test',
  '/test/xlsx/(charts|ooxml)\\.test',
];

/** A project's configuration, with its name and the suites it takes or leaves. */
function project(displayName, settings) {
  return {
    displayName,
    rootDir: path.join(__dirname, '../..'),
    testEnvironment: 'node',
    roots: ['<rootDir>/test'],
    transform: {
      '^.+\\.(ts|tsx|mjs|cjs|js)$': [
        '@swc/jest',
        {
          jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
          module: { type: 'commonjs' },
        },
      ],
    },
    // Files of packages that are CommonJS already, and large.
    transformIgnorePatterns: [
      '/node_modules/@univerjs/',
      '/node_modules/typescript/',
      '/node_modules/react',
      '/node_modules/axe-core/',
    ],
    // Looking up a global in the sandbox is slow: these are handed to each module as parameters.
    sandboxInjectedGlobals: [
      ...['Object', 'Array', 'Map', 'Set', 'WeakMap', 'Math', 'Number', 'String', 'Boolean', 'Promise', 'Error'],
      ...['TypeError', 'JSON', 'Reflect', 'RegExp'],
    ],
    ...settings,
  };
}

module.exports = { BROWSER, PROGRAMS, project };
