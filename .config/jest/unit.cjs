const { BROWSER, PROGRAMS, WORKBOOKS, project } = require('./project.cjs');

module.exports = project('unit', {
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: [...BROWSER, ...PROGRAMS, ...WORKBOOKS],
});
