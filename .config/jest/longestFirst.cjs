// The longest suites first, so that none is left to run alone at the end. Durations of earlier runs are jest's own records;
// on a fresh clone there are none.
const { statSync } = require('node:fs');
const Sequencer = require('@jest/test-sequencer').default;

/** Milliseconds of suites that take long, or mostly wait. */
const ESTIMATES = {
  'test/sheets/agreement.test.ts': 200_000,
  'test/browser/states.test.ts': 90_000,
  'test/browser/keyboard.test.ts': 90_000,
  'test/browser/wholeJob.test.ts': 80_000,
  'test/browser/workbench.test.ts': 80_000,
  'test/sheets/documents.paper.test.ts': 60_000,
  'test/commands/faults.test.ts': 40_000,
  'test/sheets/paper.test.ts': 40_000,
  'test/browser/starting.test.ts': 35_000,
  'test/excel/roundTrips.test.ts': 30_000,
  'test/sheets/seal/libreOffice.test.ts': 30_000,
  'test/commands/disguises.test.ts': 25_000,
  'test/commands/rankAwards.test.ts': 25_000,
  'test/commands/documents.test.ts': 25_000,
  'test/commands/rankUnits.test.ts': 20_000,
  'test/selfCheck/behaviours.test.ts': 20_000,
  'test/sheets/libreOffice.test.ts': 20_000,
  'test/cli/verbs.test.ts': 20_000,
  'test/commands/awkwardTexts.test.ts': 17_000,
  'test/commands/insertCluster.test.ts': 16_000,
  'test/sheets/guide/definition.test.ts': 15_000,
  'test/xlsx/ooxml.test.ts': 14_000,
  'test/cli/cli.test.ts': 10_000,
};

module.exports = class extends Sequencer {
  time(test) {
    const known = super.time(test);
    if (known !== undefined) return known;
    const name = Object.keys(ESTIMATES).find((path) => test.path.replaceAll('\\', '/').endsWith(path));
    // Elsewhere larger files take longer, roughly a millisecond a byte.
    return name === undefined ? statSync(test.path).size : ESTIMATES[name];
  }
};
