/** What the pane's page has measured while it started. */
import type { CheckItem } from '../item';

/** Where Office.js reports how it is used; the add-in's policy refuses it on purpose, and Office.js works without. */
const REPORTS = /(^|\.)(telemetry\.microsoft\.com|pipe\.aria\.microsoft\.com|events\.data\.microsoft\.com)$/;

/** The policy of the page refuses nothing but reports of use. */
export const policy: CheckItem = {
  id: 'policy',
  run({ points }, { blocked }) {
    if (blocked === null) points.unsupported('securitypolicyviolation');
    for (const address of blocked ?? []) {
      const isReport = REPORTS.test(hostOf(address));
      if (isReport) points.note('blocked', address);
      else points.equal('blocked', 'none', address);
    }
    return Promise.resolve();
  },
};

/** The host's name of an address; what is no address, as `inline`, stays as it is. */
const hostOf = (address: string): string => /^\w+:\/\/([^/:]+)/.exec(address)?.[1] ?? address;

/** Milliseconds after which a user is told that Office.js is slow. */
const SLOW = 10_000;

export const officeJs: CheckItem = {
  id: 'officeJs',
  run({ points }, { readyAfter }) {
    if (readyAfter === null) points.unsupported('performance.mark');
    else {
      points.note('ready after ms', Math.round(readyAfter));
      points.equal(`under ${SLOW} ms`, true, readyAfter < SLOW);
    }
    return Promise.resolve();
  },
};
