// Loads large packages once for each worker instead of once for each suite, and outside the sandbox, where code is faster. Only
// packages of which no suite changes a setting that the next would see, and that ask nothing of jsdom.
require('./univerFields.cjs');
const { createRequire } = require('node:module');
const Runtime = require('jest-runtime').default;

const SHARED = /^(@univerjs\/|rxjs(\/|$)|(zod|fast-check|fflate|typescript|playwright-core)$)/;

module.exports = class extends Runtime {
  requireModule(from, name, ...rest) {
    return name !== undefined && SHARED.test(name)
      ? createRequire(from)(name)
      : super.requireModule(from, name, ...rest);
  }
};
