// The rules of the project: which layer may import which, few round trips, no unchecked types. Run by `npm run lint`.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import eslint from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Each layer and the only places of `src` it may import from, beside itself and packages: from the lowest to the highest. */
const LAYERS = {
  covenant: [],
  scoring: ['covenant'],
  spreadsheet: ['covenant/cell.ts'],
  sheets: ['covenant', 'scoring', 'spreadsheet'],
  workbook: ['covenant', 'scoring', 'spreadsheet', 'sheets'],
  excel: ['spreadsheet'],
  commands: ['covenant', 'scoring', 'spreadsheet', 'sheets', 'workbook', 'excel'],
  selfCheck: ['spreadsheet', 'sheets/shared/checkFormulas.ts', 'excel'],
  locales: ['covenant', 'excel/failure.ts', 'commands', 'selfCheck/words.ts', 'xlsx/losses.ts', 'xlsx/errors.ts'],
  taskpane: ['covenant', 'scoring', 'spreadsheet', 'workbook', 'commands', 'selfCheck', 'locales', 'excel'],
  xlsx: ['spreadsheet'],
  // What an address is, and which names are the same, is true on both sides.
  'stand-in/workbook': ['xlsx', 'spreadsheet/plan.ts', 'spreadsheet/sheetNames.ts'],
  'stand-in/richapi': ['stand-in/workbook', 'xlsx', 'spreadsheet/plan.ts', 'spreadsheet/sheetNames.ts'],
  'workbench/page': ['stand-in', 'xlsx', 'locales'],
  hosting: ['locales'],
  'workbench/server': ['hosting', 'locales'],
  cli: ['covenant', 'scoring', 'spreadsheet', 'sheets', 'workbook', 'excel', 'commands', 'locales', 'xlsx', 'stand-in'],
};

/**
 * Folders of `sheets` that import from others than `shared`; all of them may import `definition.ts`. No folder may import
 * one that imports it, directly or not: the list has no cycle.
 */
const SHEET_IMPORTS = {
  shared: [],
  base: ['shared', 'covenant', 'criteria'],
  unit: ['shared', 'targets'],
  summary: ['shared', 'unit', 'awards'],
  detail: ['shared', 'unit'],
  charts: ['shared', 'summary'],
  minutes: ['shared', 'summary', 'awards', 'decisions'],
  seal: ['shared', 'unit', 'summary', 'detail', 'awards', 'covenant', 'criteria', 'targets', 'decisions'],
};
const sheetFolders = readdirSync(`${ROOT}src/sheets`, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [[entry.name, SHEET_IMPORTS[entry.name] ?? ['shared']]] : [],
);

const sheetZones = sheetFolders.map(([folder, others]) => ({
  target: `./src/sheets/${folder}`,
  from: './src/sheets',
  except: [...(folder === 'shared' ? [] : ['definition.ts']), folder, ...others].map((place) => `./${place}`),
  message: `sheets/${folder} may import only from: ${['definition', folder, ...others].join(', ')}.`,
}));

const zones = Object.entries(LAYERS).map(([layer, others]) => ({
  target: `./src/${layer}`,
  from: './src',
  // How a caught value is read is no layer's own.
  except: [layer, ...others, 'thrown.ts'].map((place) => `./${place}`),
  message: `${layer} may import only from: ${[layer, ...others].join(', ')}.`,
}));

/** Methods of others that take a boolean as it is: jest, fast-check, zod; Office.js; Univer, DataView, TypeScript. */
const BOOLEAN_METHODS = [
  'toBe|equal|constantFrom|default|literal|cloneNode|importNode|push',
  'getUsedRange|getUsedRangeOrNullObject|getCount|getLast|merge|calculate',
  'makeDirty|[gs]etUint\\d+|createSourceFile',
].join('|');
/** Functions whose whole subject is one value: React's state, a promise's answer, a cell's value, a default. */
const BOOLEAN_FUNCTIONS = 'useState|set[A-Z]\\w*|resolve|boolean|orElse';

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'out/', 'coverage/'] },
  eslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    plugins: { 'import-x': importX, 'office-addins': officeAddins },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: ROOT } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: `${ROOT}tsconfig.json` })] },
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: ROOT,
          zones: [
            ...zones,
            ...sheetZones,
            {
              target: [
                './src/covenant',
                './src/scoring',
                './src/sheets',
                './src/excel',
                './src/commands',
                './src/selfCheck',
                './src/workbook',
                './src/spreadsheet',
                './src/taskpane',
                './src/locales',
                './src/xlsx',
              ],
              from: ['./src/workbench', './src/stand-in', './src/cli', './src/hosting'],
              message: 'Product code never imports the stand-in, the workbench, the cli or what prepares servers.',
            },
            {
              target: './src/taskpane/!(index.tsx|host.ts)',
              from: './src/excel',
              message: 'The pane knows no Office.js: it is given functions.',
            },
            {
              target: './src/taskpane/!(index.tsx|host.ts)',
              from: './src/selfCheck',
              except: ['./facts.ts', './item.ts', './report.ts', './result.ts'],
              message: 'Of the self-check the pane knows results and their report, not how they are found.',
            },
          ],
        },
      ],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "BinaryExpression[operator='instanceof'][right.name=/^(Eval|Range|Reference|Syntax|Type|URI|Aggregate)?Error$/]",
          message: 'An error of another realm is no instance of this Error: look at its fields (src/thrown.ts).',
        },
        {
          selector: `:matches(CallExpression, NewExpression):not([callee.property.name=/^(${BOOLEAN_METHODS})$/]):not([callee.name=/^(${BOOLEAN_FUNCTIONS})$/]) > .arguments[raw=/^(true|false)$/]`,
          message: 'A bare boolean says nothing where it is passed: name it in an options object.',
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Our objects of functions use no `this`; Univer's enums are plain numbers in its files.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/load-object-before-read': 'off',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/call-sync-after-load': 'off',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
    },
  },
  {
    // Product code: Univer is the stand-in's alone.
    files: ['src/xlsx/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@univerjs/*'], allowTypeImports: true, message: 'Only types of Univer.' }] },
      ],
    },
  },
  {
    files: ['src/taskpane/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: { ...reactHooks.configs.recommended.rules, ...jsxA11y.flatConfigs.recommended.rules },
  },
  {
    // jest's matchers are typed `any`; what a test prints of a wrong value may be anything.
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
    },
  },
  {
    files: ['test/tools/bench.ts', 'test/tools/browserBench.ts', 'test/tools/pictures.ts', 'test/tools/stepBench.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Runs in browsers of which some know no later syntax.
    files: ['src/taskpane/start.js'],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: 'script',
      globals: { document: 'readonly', window: 'readonly' },
    },
    rules: { eqeqeq: 'error', 'no-var': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        __filename: 'readonly',
      },
    },
  },
);
