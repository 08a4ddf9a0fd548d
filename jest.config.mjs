const transform = {
  '^.+\\.(ts|tsx|mjs|cjs|js)$': [
    '@swc/jest',
    {
      jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
      module: { type: 'commonjs' },
    },
  ],
};

/** Univer ships CommonJS beside its ES modules; only what has no CommonJS twin is transformed. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: [],
  transform,
  transformIgnorePatterns: ['/node_modules/@univerjs/', '/node_modules/typescript/', '/node_modules/react'],
  testTimeout: 60_000,
};
