/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markReady, readPageFacts } from '../../src/taskpane/pageFacts';

const SCRIPT = readFileSync(join(__dirname, '../../src/taskpane/pageStart.js'), 'utf8');

/** Runs the script of the page, as the page does before Office.js. */
function startPage(): void {
  const run = eval;
  run(SCRIPT);
}

function refuse(blockedURI: string, violatedDirective = 'connect-src'): void {
  document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { blockedURI, violatedDirective }));
}

// jsdom has no marks.
const marks: { name: string; startTime: number }[] = [];
beforeAll(() => {
  Object.assign(performance, {
    mark: (name: string) => void marks.push({ name, startTime: 812 }),
    getEntriesByName: (name: string) => marks.filter((mark) => mark.name === name),
  });
});

test('nothing is known where nobody has listened', () => {
  expect(readPageFacts()).toEqual({ blocked: null, readyAfter: null });
});

test('the page tells which hosts were refused, each once, and nothing that follows their names', () => {
  startPage();
  refuse('https://browser.events.data.microsoft.com/OneCollector/1.0/?file=So-thi-dua.xlsx');
  refuse('https://browser.events.data.microsoft.com/other');
  refuse('', 'script-src');
  const { blocked } = readPageFacts();
  expect(blocked).toEqual(['https://browser.events.data.microsoft.com', 'script-src']);
});

test('the time until Office.js was ready counts from the start of the page', () => {
  markReady();
  expect(readPageFacts().readyAfter).toBe(812);
});
