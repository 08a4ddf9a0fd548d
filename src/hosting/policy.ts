/**
 * What the pages may load, and who may show them in a frame. The page's meta element, the files for servers and the
 * workbench's server all take their policy from here.
 */

/** A content security policy: each directive with its sources, in the order in which it is written. */
export type Policy = Readonly<Record<string, readonly string[]>>;

/** Where Office.js comes from: the only other host that the pane loads anything from. */
export const OFFICE_JS_ORIGIN = 'https://appsforoffice.microsoft.com';

/** Office.js itself. */
export const OFFICE_JS = `${OFFICE_JS_ORIGIN}/lib/1/hosted/office.js`;

/**
 * Pages that show Excel on the web, and with it the pane, in a frame; every one on the way up has to be allowed. The first
 * six are those that Microsoft's client trusts itself, the rest are the pages around them (office-js-docs-pr#4911, office-js#3342).
 * Excel on a computer shows the pane in a window of its own, where nothing is asked. *Unproven*: whether the list is complete;
 * Microsoft publishes none.
 */
export const OFFICE_FRAMES: readonly string[] = [
  'https://*.officeapps.live.com',
  'https://*.office.net',
  'https://*.gov.online.office365.us',
  'https://*.dod.online.office365.us',
  'https://*.online.office.de',
  'https://*.partner.officewebapps.cn',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://*.microsoft365.com',
  'https://*.sharepoint.com',
  'https://onedrive.live.com',
  'https://teams.microsoft.com',
];

const CLOSED = { 'base-uri': ["'none'"], 'form-action': ["'none'"] } as const;

/**
 * The pane. Fluent UI puts its styles into style elements. The frame is one that the client opens, on a web host that it does
 * not know, to ask whether the user trusts that host. Usage reports to Microsoft are not let out.
 */
export const PANE_POLICY: Policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'", OFFICE_JS_ORIGIN],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'frame-src': [OFFICE_JS_ORIGIN],
  ...CLOSED,
  'frame-ancestors': ["'self'", ...OFFICE_FRAMES],
};

/** Pages of text and pictures: help and the administrators' page. */
export const TEXT_POLICY: Policy = {
  'default-src': ["'none'"],
  'style-src': ["'unsafe-inline'"],
  'img-src': ["'self'"],
  ...CLOSED,
  'frame-ancestors': ["'none'"],
};

/** The workbench's page, which is never shipped; Univer puts styles into elements. */
export const WORKBENCH_POLICY: Policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'frame-src': ["'self'"],
  ...CLOSED,
  'frame-ancestors': ["'none'"],
};

/** A policy as the text of a header. */
export const policyText = (policy: Policy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');

/** A policy as the text of a meta element, where browsers ignore who may frame the page and complain of it. */
export const metaPolicyText = (policy: Policy): string =>
  policyText(Object.fromEntries(Object.entries(policy).filter(([directive]) => directive !== 'frame-ancestors')));
