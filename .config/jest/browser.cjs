const { BROWSER, project } = require('./project.cjs');

module.exports = project('browser', {
  testRegex: BROWSER,
  // Runs only where a suite of this project runs: also when it runs alone.
  globalSetup: '<rootDir>/test/tools/buildBeforeSuites.ts',
});
