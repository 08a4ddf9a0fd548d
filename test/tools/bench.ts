/**
 * What insert, check and rank cost in round trips, request bytes and proxy objects, for 6 and 60 units of 40 lines.
 * Counts, not seconds: they are the same on every machine. Then waiting times in a browser. Ends with status 1 where a
 * goal is missed.
 */
import { checkFigures, insertSheets, newCovenant, rankUnits } from '../support/commands';
import { startSession } from '../../src/cli/session';
import { browserBench } from './browserBench';
import { clusterOf, criteriaOf } from '../support/covenants';
import { stepBench } from './stepBench';

const LINES = 40;
/** Goals at 60 units. */
const GOALS: Readonly<Record<string, { syncs: number; bytes?: number }>> = {
  insert: { syncs: 4, bytes: 300_000 },
  check: { syncs: 2 },
  rank: { syncs: 3 },
};

interface Row {
  units: number;
  command: string;
  syncs: number;
  'request bytes': number;
  'response bytes': number;
  'proxy objects': number;
}

async function measure(units: number): Promise<Row[]> {
  const { host, close } = await startSession();
  const rows: Row[] = [];
  const commands: [string, () => Promise<unknown>][] = [
    ['new covenant', () => newCovenant({ criteria: criteriaOf(LINES), cluster: clusterOf(units) })],
    ['insert', () => insertSheets()],
    ['check', () => checkFigures()],
    ['rank', () => rankUnits()],
  ];
  for (const [command, run] of commands) {
    host.resetCounters();
    await run();
    const { batches, requestBytes, responseBytes, proxyObjects } = host.counters;
    rows.push({
      units,
      command,
      syncs: batches,
      'request bytes': requestBytes,
      'response bytes': responseBytes,
      'proxy objects': proxyObjects,
    });
  }
  close();
  return rows;
}

async function bench(): Promise<void> {
  const small = await measure(6);
  const large = await measure(60);
  console.table([...small, ...large]);
  const missed = large.filter(({ command, syncs, 'request bytes': bytes }) => {
    const goal = GOALS[command];
    return goal !== undefined && (syncs > goal.syncs || bytes > (goal.bytes ?? Infinity));
  });
  const grown = large.filter(({ syncs }, index) => syncs !== small[index]?.syncs);
  for (const { command } of missed) console.error(`Goal missed at 60 units: ${command}`);
  for (const { command } of grown) console.error(`Round trips grow with units: ${command}`);
  const tooLong = await stepBench();
  const tooMuch = await browserBench();
  process.exitCode = missed.length + grown.length === 0 && !tooLong && !tooMuch ? 0 : 1;
}

bench().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
