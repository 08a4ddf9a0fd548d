// Loads large packages once for each worker instead of once for each suite, and outside the sandbox, where code is faster. Only
// packages that keep nothing from one use to the next, and ask nothing of jsdom.
require('./univerFields.cjs');
const { createRequire } = require('node:module');
const Runtime = require('jest-runtime').default;

const SHARED = /^(@univerjs\/|rxjs(\/|$))/;

module.exports = class extends Runtime {
  requireModule(from, name, ...rest) {
    return name !== undefined && SHARED.test(name)
      ? createRequire(from)(name)
      : super.requireModule(from, name, ...rest);
  }
};
