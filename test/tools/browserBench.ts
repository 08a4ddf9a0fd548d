/**
 * Waiting times measured in a browser: the bytes loaded before the pane is drawn, the longest task of the main thread while
 * 60 units are inserted and checked, and how soon the pane shows a figure that was typed. The stand-in for Excel and its grid
 * work in the same thread, unlike Excel: the browser attributes each long task to the code that ran it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from '../../src/locales/vi';
import { address } from '../../src/spreadsheet/plan';
import { writeXlsx } from '../../src/xlsx';
import { findBrowser } from '../../src/workbench/server/browser';
import { findCell, settled, startWorkbench, stopWorkbench, Workbench } from '../browser/workbench';
import { buildAll, builtPane, FIRST_LOAD_BUDGET, firstLoad } from '../support/built';
import { clusterOf, criteriaOf } from '../support/covenants';
import { insertSheets, newCovenant } from '../support/commands';
import { closeScoring, must, openScoring } from '../support/scoringBench';

/** Milliseconds. */
const MAX_TASK_MS = 200;
/** Milliseconds from a typed figure to its being counted in the pane. */
const MAX_FOLLOW_MS = 2_000;
const UNITS = 60;
/** In a cluster of this size the pane reads by itself. */
const USUAL_UNITS = 12;
const LINES = 40;

/** A workbook with the covenant of a cluster, and its sheets where they are asked for. */
async function workbookOf(units: number, sheets: 'none' | 'all'): Promise<Uint8Array> {
  const bench = await openScoring();
  try {
    must(await newCovenant({ criteria: criteriaOf(LINES), cluster: clusterOf(units) }));
    if (sheets === 'all') must(await insertSheets());
    return await writeXlsx(await bench.snapshot());
  } finally {
    await closeScoring();
  }
}

/** Milliseconds of the longest task of the pane's code, of the page's (the stand-in and its grid), and of both in one task. */
interface Longest {
  pane: number;
  page: number;
  both: number;
}

/** Observes from now on, in the page; the pane is what the observer calls a descendant. */
const WATCH = `
  window.longTasks = [];
  window.longTaskObserver?.disconnect();
  window.longTaskObserver = new PerformanceObserver((list) => window.longTasks.push(...list.getEntries()));
  window.longTaskObserver.observe({ type: 'longtask' });`;
const MAX_TASKS_SCRIPT = `(() => {
  const of = (kind) => Math.max(0, ...window.longTasks.filter(({ name }) => kind(name)).map(({ duration }) => duration));
  return {
    pane: of((name) => name === 'same-origin-descendant'),
    page: of((name) => name === 'self'),
    both: of((name) => name !== 'self' && name !== 'same-origin-descendant'),
  };
})()`;

async function measured(bench: Workbench, work: () => Promise<void>): Promise<Longest> {
  await bench.page.evaluate(WATCH);
  await work();
  // The result is shown before the workbook is read anew, which is part of the wait.
  await bench.untilIdlePane();
  await bench.page.waitForTimeout(500);
  return bench.page.evaluate<Longest>(MAX_TASKS_SCRIPT);
}

async function longestTasks(): Promise<Record<string, Longest>> {
  const server = await startWorkbench();
  try {
    const file = join(server.folder, 'sixty.xlsx');
    writeFileSync(file, await workbookOf(UNITS, 'none'));
    const bench = await Workbench.open(server);
    bench.page.setDefaultTimeout(180_000);
    await bench.openFile(file);
    await bench.page.getByText(/Đã mở/).waitFor();
    await bench.pane.getByRole('tab', { name: vi.ui.sections.score }).waitFor();
    const insert = await measured(bench, async () => {
      await bench.clickIn('score', vi.ui.score.run);
      await bench.step.getByText(/Đã thêm: /).waitFor();
    });
    const check = await measured(bench, async () => {
      await bench.clickIn('check', vi.ui.check.run);
      await bench.step.getByText(/Đã kiểm tra: /).waitFor();
    });
    return { insert, check };
  } finally {
    await stopWorkbench(server);
  }
}

/** Milliseconds until the pane counts a line as scored whose figure was typed, of a cluster in which it reads by itself. */
async function timeToFollow(): Promise<number> {
  const server = await startWorkbench();
  try {
    const file = join(server.folder, 'usual.xlsx');
    writeFileSync(file, await workbookOf(USUAL_UNITS, 'all'));
    const bench = await Workbench.open(server);
    await bench.openSaved(file);
    const unit = clusterOf(USUAL_UNITS).units[0]?.name ?? '';
    const data = await bench.saved();
    const { row } = findCell(data, unit, /^Tiêu chí số 1:/);
    const { column } = findCell(data, unit, /^Tự chấm$/, 8);
    await bench.pane.getByRole('tab', { name: vi.ui.sections.score }).click();
    const shown = bench.step.getByRole('listitem').filter({ hasText: unit }).first();
    await bench.showSheet(unit);
    await bench.goTo(address(row, column));
    const begun = performance.now();
    await bench.page.keyboard.type('1');
    await bench.page.keyboard.press('Enter');
    await settled(
      () => shown.innerText(),
      (text) => /\b1\/\d+ dòng đã chấm/.test(text),
    );
    return Math.round(performance.now() - begun);
  } finally {
    await stopWorkbench(server);
  }
}

/** Prints it all; says whether a goal was missed. */
export async function browserBench(): Promise<boolean> {
  await buildAll();
  const { bytes } = firstLoad(builtPane());
  console.log(`First load of the pane: ${bytes} bytes of script after gzip (goal ${FIRST_LOAD_BUDGET})`);
  const missed = bytes > FIRST_LOAD_BUDGET;
  if (missed) console.error('Goal missed: the first load is too large');
  if (findBrowser() === null) {
    console.log('Longest tasks are not measured: no Chromium, Chrome or Edge is installed.');
    return missed;
  }
  const found = await longestTasks();
  console.log(`Longest tasks in milliseconds with ${UNITS} units: pane; page = the stand-in for Excel and its grid:`);
  console.table(found);
  // Durations differ between machines: they are reported, and only the bytes decide.
  for (const [command, { pane }] of Object.entries(found))
    if (pane > MAX_TASK_MS) console.error(`The pane blocks for ${pane} ms at ${command} (goal ${MAX_TASK_MS})`);
  const follow = await timeToFollow();
  console.log(`A typed figure is shown by the pane after ${follow} ms (goal ${MAX_FOLLOW_MS})`);
  return missed;
}
