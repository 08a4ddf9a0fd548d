/**
 * How long the decisions of the commands run without a pause, on an agreed workbook of 60 units with 40 lines: between two
 * pauses the UI cannot repaint and nobody can cancel. The median of several runs, since the machine may be shared.
 */
import { COMMANDS, type CommandId, runForResult } from '../../src/commands';
import { startSession, type Session } from '../../src/cli/session';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { sharedWords } from '../../src/sheets/shared/words';
import { definitionsOf } from '../../src/sheets';
import { parseAddress } from '../../src/spreadsheet/plan';
import type { Task } from '../../src/spreadsheet/task';
import type { Description } from '../../src/workbook/describe';
import { clusterOf, criteriaOf } from '../support/covenants';
import { must } from '../support/scoringBench';

/** Milliseconds. */
const GOAL = 200;
const RUNS = 5;
const TODAY = '2026-01-01';

/** Writes the best entry into every line, agrees every sheet, and makes every unit eligible. */
function fill({ workbook }: Session, at: Description): void {
  const ids = new Map(workbook.sheets().map(({ name, id }) => [name, id]));
  const write = (sheet: string, cell: string | null, value: string | number): void => {
    const id = ids.get(sheet);
    if (id === undefined || cell === null) return;
    const entry =
      typeof value === 'number'
        ? ({ kind: 'number', number: value } as const)
        : ({ kind: 'text', text: value } as const);
    workbook.write(id, { ...parseAddress(cell), rows: 1, columns: 1 }, [[entry]]);
  };
  for (const { sheet, stage, lines } of at.units) {
    write(sheet, stage, sharedWords.stages.agreed);
    for (const { kind, cells } of lines) {
      if (kind === 'graded') write(sheet, cells.self, 2);
      else write(sheet, cells.figure, kind === 'passFail' ? 'Đ' : 0);
    }
  }
  for (const { cells } of at.summary?.rows ?? [])
    write(at.summary?.sheet ?? '', cells.eligibility ?? null, sharedWords.eligibility.eligible);
}

/** The longest time between two pauses, in milliseconds; throws where the command is refused. */
function longestStep<T extends { done: boolean }>(decide: () => Task<T> | T): number {
  const begun = performance.now();
  const task = decide();
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
    fill(session, must(await runForResult('describe', undefined)));
    must(await runForResult('rankUnits', undefined));
    const workbook = await readWorkbookSnapshot({ pages: true });
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
