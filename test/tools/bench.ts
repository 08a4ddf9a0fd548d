/**
 * `npm run bench`: what the commands cost in round trips and bytes at several sizes, how long they work without a pause, and
 * waiting times in a browser. Ends with status 1 where a goal is missed. With `--json` only the costs of the commands, as
 * JSON, for scripts.
 */
import { browserBench } from './browserBench';
import { type CommandCost, measureCommands, measureUpdate } from './commandBench';
import { stepBench } from './stepBench';

type Limits = Partial<Pick<CommandCost, 'syncs' | 'requestBytes' | 'largestResponseBytes'>>;

/** What a command may cost at 60 units of 40 lines; at the larger sizes no attempt may be refused for its size. */
const GOALS: Readonly<Record<CommandCost['command'], Limits>> = {
  newCovenant: { syncs: 4 },
  insert: { syncs: 3, requestBytes: 200_000 },
  check: { syncs: 3, requestBytes: 70_000, largestResponseBytes: 1_500_000 },
  checkChanged: { syncs: 2, requestBytes: 5_000, largestResponseBytes: 400_000 },
  rank: { syncs: 4 },
  update: { syncs: 10 },
  seal: { syncs: 4 },
  checkSealed: { syncs: 4, largestResponseBytes: 1_500_000 },
  checkBroken: { syncs: 4, largestResponseBytes: 1_500_000 },
  record: { syncs: 4 },
  checkRecorded: { syncs: 3, requestBytes: 70_000, largestResponseBytes: 1_500_000 },
  rankRecorded: { syncs: 4 },
};
const SIZES = [
  { units: 6, lines: 40 },
  { units: 60, lines: 40 },
  { units: 60, lines: 120 },
  { units: 250, lines: 40 },
];

/** Words for each goal that is missed. */
function missedGoals(costs: readonly CommandCost[]): string[] {
  return costs.flatMap((cost) => {
    const where = `${cost.command} at ${cost.units} units of ${cost.lines} lines`;
    const refused = cost.refused > 0 ? [`${where}: ${cost.refused} refused attempts`] : [];
    if (cost.units !== 60 || cost.lines !== 40) return refused;
    const { syncs = Infinity, requestBytes = Infinity, largestResponseBytes = Infinity } = GOALS[cost.command];
    const pairs = [
      ['syncs', cost.syncs, syncs],
      ['request bytes', cost.requestBytes, requestBytes],
      ['bytes of an answer', cost.largestResponseBytes, largestResponseBytes],
    ] as const;
    const over = pairs.filter(([, value, goal]) => value > goal);
    return [...refused, ...over.map(([what, value, goal]) => `${where}: ${value} ${what}, the goal is ${goal}`)];
  });
}

async function bench(json: boolean): Promise<void> {
  const costs: CommandCost[] = [];
  for (const { units, lines } of SIZES)
    costs.push(...(await measureCommands(units, lines)), await measureUpdate(units, lines));
  const missed = missedGoals(costs);
  if (json) {
    process.stdout.write(`${JSON.stringify({ commands: costs })}\n`);
    for (const words of missed) process.stderr.write(`Goal missed: ${words}\n`);
    process.exitCode = missed.length === 0 ? 0 : 1;
    return;
  }
  console.table(costs);
  for (const words of missed) console.error(`Goal missed: ${words}`);
  const tooLong = await stepBench();
  const tooMuch = await browserBench();
  process.exitCode = missed.length === 0 && !tooLong && !tooMuch ? 0 : 1;
}

bench(process.argv.includes('--json')).catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
