/**
 * How long the decisions of the commands run without a pause, on an agreed workbook of 60 units with 40 lines: between two
 * pauses the UI cannot repaint and nobody can cancel. The median of several runs, since the machine may be shared.
 */
import { COMMANDS, type CommandId, runForResult } from '../../src/commands';
import { startSession } from '../../src/cli/session';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { definitionsOf } from '../../src/sheets';
import type { Task } from '../../src/spreadsheet/task';
import { clusterOf, criteriaOf } from '../support/covenants';
import { must } from '../support/scoringBench';
import { fillWorkbook } from './fillWorkbook';

/** Milliseconds. */
const GOAL = 200;
const RUNS = 5;
const TODAY = '2026-01-01';

/** The longest time between two pauses, in milliseconds; throws where the command is refused, or loads what it needs. */
function longestStep<T extends { done: boolean }>(decide: () => Task<T> | Promise<T> | T): number {
  const begun = performance.now();
  const task = decide();
  if ('then' in task) throw new Error('a command that loads what it needs is not measured in steps');
  let longest = 0;
  let since = begun;
  const pause = (): void => {
    longest = Math.max(longest, performance.now() - since);
    since = performance.now();
  };
  let outcome: T;
  if ('next' in task) {
    let step = task.next();
    for (pause(); !step.done; pause()) step = task.next();
    outcome = step.value;
  } else {
    outcome = task;
    pause();
  }
  if (!outcome.done) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return longest;
}

function median(work: () => number): number {
  const times = Array.from({ length: RUNS }, work).sort((left, right) => left - right);
  return Math.round(times[Math.floor(RUNS / 2)] ?? 0);
}

/** Prints the longest step of each command; true where one misses the goal. */
export async function stepBench(): Promise<boolean> {
  const session = await startSession();
  try {
    must(await runForResult('newCovenant', { criteria: criteriaOf(40), cluster: clusterOf(60) }));
    must(await runForResult('insertSheets', undefined));
    fillWorkbook(session, must(await runForResult('describe', undefined)));
    must(await runForResult('rankUnits', undefined));
    const workbook = await readWorkbookSnapshot();
    const plain = ['checkFigures', 'rankUnits', 'fitPages'] as const satisfies readonly CommandId[];
    const rows = [
      ...plain.map((id) => ({
        command: id,
        ms: median(() => longestStep(() => COMMANDS[id].decide(workbook))),
      })),
      ...definitionsOf('document').map(({ type }) => ({
        command: `makeDocument ${type}`,
        ms: median(() => longestStep(() => COMMANDS.makeDocument.decide(workbook, { kind: type, today: TODAY }))),
      })),
    ];
    process.stdout.write(`Longest time without a pause, milliseconds, 60 units of 40 lines (goal ${GOAL}):\n`);
    console.table(rows);
    return rows.some(({ ms }) => ms > GOAL);
  } finally {
    session.close();
  }
}
