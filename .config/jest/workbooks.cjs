const { project, WORKBOOKS } = require('./project.cjs');

module.exports = project('workbooks', { testRegex: WORKBOOKS });
