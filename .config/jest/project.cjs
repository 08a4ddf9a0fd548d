// What every project of jest has in common; package.json lists the projects.
const path = require('node:path');

/** Suites that need a build or a browser. */
const BROWSER = ['/test/browser/.*\\.test\\.ts$', '/test/manifest/(build|served)\\.test\\.ts$'];
/** Suites that need LibreOffice and other programs. */
const PROGRAMS = [
  '/libreOffice\\.test',
  '/test/hosting/servers\\.test',
  '/test/sheets/agreement\\.test',
  '/test/sheets/shared/pointsInWords\\.test',
  '/test/sheets/(.*[./])?paper\\.test',
  '/test/xlsx/(charts|ooxml|schema)\\.test',
];
/** Suites that fill in whole workbooks of the stand-in, which takes seconds each. The rest are unit tests. */
const WORKBOOKS = [
  '/test/(commands|cli|cases|excel)/.*\\.test\\.ts$',
  '/test/sheets/.*/live\\.test',
  '/test/sheets/seal/damaged\\.test',
  '/test/sheets/criteria/wrongInsert\\.test',
  '/test/sheets/awards/evaluate\\.test',
  '/test/workbook/(calendar|evaluate|overview)\\.test',
];

/** A project's configuration, with its name and the suites it takes or leaves. */
function project(displayName, settings) {
  return {
    displayName,
    rootDir: path.join(__dirname, '../..'),
    testEnvironment: 'node',
    runtime: require.resolve('./runtime.cjs'),
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
    // Of the packages only these are no CommonJS.
    transformIgnorePatterns: ['/node_modules/(?!hucre/|@noble/|@xarsh/)'],
    // Looking up a global in the sandbox is slow: these are handed to each module as parameters.
    sandboxInjectedGlobals: [
      ...['Object', 'Array', 'Map', 'Set', 'WeakMap', 'Math', 'Number', 'String', 'Boolean', 'Promise', 'Error'],
      ...['TypeError', 'JSON', 'Reflect', 'RegExp'],
    ],
    ...settings,
  };
}

module.exports = { BROWSER, PROGRAMS, WORKBOOKS, project };
