/**
 * What the commands cost in round trips, bytes and proxy objects, one after the other in one session as the pane runs them:
 * counts, the same on every machine. The clean-up batches that the client sends by itself are counted as well.
 */
import { type CommandId, type CommandInput, runForResult } from '../../src/commands';
import type { RunOptions } from '../../src/commands/run';
import { listenToWorkbook } from '../../src/excel/listen';
import { ReadingMemory } from '../../src/excel/memory';
import { startSession } from '../../src/cli/session';
import { parseAddress } from '../../src/spreadsheet/plan';
import { clusterOf, criteriaOf } from '../support/covenants';
import { must } from '../support/scoringBench';
import { writeCovenant } from '../support/smallCovenant';
import { fillWorkbook } from './fillWorkbook';

export interface CommandCost {
  command:
    | 'newCovenant'
    | 'insert'
    | 'check'
    | 'checkChanged'
    | 'rank'
    | 'update'
    | 'seal'
    | 'checkSealed'
    | 'checkBroken'
    | 'record'
    | 'checkRecorded'
    | 'rankRecorded';
  units: number;
  lines: number;
  syncs: number;
  requestBytes: number;
  responseBytes: number;
  largestResponseBytes: number;
  proxies: number;
  /** Attempts that Excel refused for their size. */
  refused: number;
}

/** Up to so many units the result is sealed as well: the stand-in takes minutes to compare more. */
const MAX_SEALED = 60;

/**
 * The commands on a workbook of its own; every line is filled in before the check, three units change after it. Then a record of
 * changes is begun with all that is there, and three reviews are typed that are not in it. Once the result is sealed it is checked
 * again, and a last time with evidence changed on every sheet.
 */
export async function measureCommands(units: number, lines: number): Promise<CommandCost[]> {
  const session = await startSession();
  const { host, workbook } = session;
  const memory = new ReadingMemory();
  const costs: CommandCost[] = [];
  const run = async <Id extends CommandId>(
    command: CommandCost['command'],
    id: Id,
    input: CommandInput<Id>,
    options: RunOptions = {},
  ): Promise<void> => {
    await host.settled();
    host.resetCounters();
    must(await runForResult(id, input, { ...options, memory }));
    await host.settled();
    costs.push({ command, units, lines, ...costOf(host.log) });
  };
  const stop = await listenToWorkbook(({ sheet, moved }) => {
    if (sheet !== null) memory.changed(sheet, { moved });
  });
  memory.listening({ on: true });
  await run('newCovenant', 'newCovenant', { criteria: criteriaOf(lines), cluster: clusterOf(units) });
  // The pane reads the workbook after each command that writes.
  must(await runForResult('checkFigures', undefined, { memory, reach: 'changed' }));
  await run('insert', 'insertSheets', undefined);
  const at = must(await runForResult('describe', undefined));
  fillWorkbook(session, at);
  await run('check', 'checkFigures', undefined);
  const write = (sheet: string, cell: string, text: string): void => {
    const id = workbook.sheets().find(({ name }) => name === sheet)?.id;
    if (id !== undefined)
      workbook.write(id, { ...parseAddress(cell), rows: 1, columns: 1 }, [[{ kind: 'text', text }]]);
  };
  const typeIn = async (stage: 'self' | 'reviewed'): Promise<void> => {
    for (const { sheet, lines: [first] = [] } of at.units.slice(0, 3)) {
      const id = workbook.sheets().find(({ name }) => name === sheet)?.id;
      const cell = first?.cells[stage];
      if (id === undefined || !cell) throw new Error(`nothing to type on ${sheet}`);
      const { row, column } = parseAddress(cell);
      const typed = await workbook.typeAsPerson(id, row, column, 1.5);
      if (!typed.ok) throw new Error(typed.reason);
    }
  };
  await typeIn('self');
  await run('checkChanged', 'checkFigures', undefined, { reach: 'changed' });
  await run('rank', 'rankUnits', undefined);
  const recorder = { by: 'Tổ thư ký', at: '2026-11-29 08:15' };
  await run('record', 'recordChanges', undefined, { recorder });
  await typeIn('reviewed');
  await run('checkRecorded', 'checkFigures', undefined);
  await run('rankRecorded', 'rankUnits', undefined, { recorder });
  if (units <= MAX_SEALED) {
    await run('seal', 'makeDocument', { kind: 'seal', today: '2026-01-01' });
    await run('checkSealed', 'checkFigures', undefined);
    for (const { sheet, lines: [first] = [] } of at.units)
      write(sheet, first?.cells.evidence ?? '', 'Quyết định số 1/QĐ');
    await run('checkBroken', 'checkFigures', undefined);
  }
  await stop();
  session.close();
  return costs;
}

/** An update of a workbook in which every line is filled in: a bonus moves and has another maximum. */
export async function measureUpdate(units: number, lines: number): Promise<CommandCost> {
  const session = await startSession();
  const { host, workbook } = session;
  const [criteria, cluster] = [criteriaOf(lines), clusterOf(units)];
  must(await runForResult('newCovenant', { criteria, cluster }));
  must(await runForResult('insertSheets', undefined));
  fillWorkbook(session, must(await runForResult('describe', undefined)));
  const [first, ...bonuses] = criteria.bonuses;
  if (first?.kind !== 'bonus') throw new Error('no bonus');
  const changed = { ...criteria, bonuses: [...bonuses, { ...first, cap: first.rate }] };
  writeCovenant(workbook, { criteria: changed, cluster, rules: criteria.rules });
  await host.settled();
  host.resetCounters();
  must(await runForResult('updateSheets', undefined));
  await host.settled();
  const cost = { command: 'update' as const, units, lines, ...costOf(host.log) };
  session.close();
  return cost;
}

type Log = Awaited<ReturnType<typeof startSession>>['host']['log'];

function costOf(log: Log): Omit<CommandCost, 'command' | 'units' | 'lines'> {
  const sum = (count: (batch: Log[number]) => number): number => log.reduce((total, batch) => total + count(batch), 0);
  return {
    syncs: log.length,
    requestBytes: sum(({ requestBytes }) => requestBytes),
    responseBytes: sum(({ responseBytes }) => responseBytes),
    largestResponseBytes: Math.max(...log.map(({ responseBytes }) => responseBytes)),
    proxies: sum(({ proxyObjects }) => proxyObjects),
    refused: log.filter(({ error }) => error !== null).length,
  };
}
