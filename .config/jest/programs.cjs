const { PROGRAMS, project } = require('./project.cjs');

module.exports = project('programs', { testRegex: PROGRAMS });
