/**
 * What the page shows before the pane starts, as HTML that is written into it at build: it is there from the first byte, before
 * any script. `start.js` shows one of the notices by the ids below. React's first drawing replaces it all.
 */
import { START_WORDS, type StartWords } from '../locales/start';

/** The only address that the pane needs beside its own server. */
export const OFFICE_HOST = 'appsforoffice.microsoft.com';

type Notice = Pick<StartWords['ownFiles'], 'title' | 'text' | 'remedy'>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

/** The same part in every language, one after the other. */
const inEach = (part: (words: StartWords) => string, separator = ''): string => START_WORDS.map(part).join(separator);

const again = `<button type="button" class="start-again">${inEach(
  ({ language, again }) => `<span lang="${language}">${escaped(again)}</span>`,
  ' · ',
)}</button>`;

/** `after` follows the text; `end` follows all languages. */
function notice(id: string, of: (words: StartWords) => Notice, { after = '', end = '' } = {}): string {
  const parts = inEach((words) => {
    const { title, text, remedy } = of(words);
    const lines = `<h2>${escaped(title)}</h2><p>${escaped(text)}${after}</p><p>${escaped(remedy)}</p>`;
    return `<section lang="${words.language}">${lines}</section>`;
  });
  return `<div id="${id}" class="start-notice" role="alert" hidden>${parts}${end}</div>`;
}

/** What is seen after a while where not even the script of this page has come: an empty address is that of the page. */
const late = `<div id="start-late" class="start-late">${inEach(
  ({ language, late: text, again: retry }) =>
    `<p lang="${language}">${escaped(text)} <a href="">${escaped(retry)}</a></p>`,
)}</div>`;

const officeNotice = ({ office: { title, text, remedy } }: StartWords): Notice => ({
  title,
  text: text(OFFICE_HOST),
  remedy: remedy(OFFICE_HOST),
});

const [{ title } = { title: '' }] = START_WORDS;

export const startPage = [
  `<main id="start" class="start"><h1>${escaped(title)}</h1>`,
  `<div id="start-opening" role="status">${inEach(({ language, opening }) => `<p lang="${language}">${escaped(opening)}</p>`)}</div>`,
  late,
  notice('start-office', officeNotice, { end: again }),
  // The script knows the address of the server.
  notice('start-own-files', ({ ownFiles }) => ownFiles, { after: ' <span class="start-host"></span>', end: again }),
  notice('start-silent', ({ silent }) => silent, { end: again }),
  notice('start-old-browser', ({ oldBrowser }) => oldBrowser),
  '</main>',
].join('');
