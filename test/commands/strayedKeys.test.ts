/**
 * Keys that follow their names are cut off after each single one of them, and the pane is loaded anew: nothing is ranked, what
 * belongs together is offered, and with it everybody has what belongs to the name that is shown.
 */
import type { IWorkbookData } from '@univerjs/core';
import { criteriaSetSchema } from '../../src/covenant/criteria';
import { identityDoubts } from '../../src/covenant/findings';
import type { Choice } from '../../src/covenant/fixes';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import type { CellValue, CellWrite } from '../../src/stand-in/workbook/cellContent';
import type * as Commands from '../support/commands';
import * as plain from '../support/commands';
import { clusterOf } from '../support/covenants';
import {
  areaOf,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  refusal,
  type ScoringBench,
} from '../support/scoringBench';
import { SOAK_TIMEOUT } from '../support/soak';

const [TARGETS, SUMMARY] = ['Giao chỉ tiêu', 'Tổng hợp'];
const CODES = ['a', 'b', 'c'];
const criteria = criteriaSetSchema.parse({
  id: 'ba',
  title: 'Ba chỉ tiêu',
  version: '1',
  scale: 60,
  sections: [
    {
      kind: 'section',
      code: 'I',
      title: 'Mục I',
      standard: 60,
      children: CODES.map((code) => ({
        kind: 'proportional',
        code,
        title: `Chỉ tiêu ${code}`,
        standard: 20,
        direction: 'more',
        notArising: 'leftOut',
      })),
    },
  ],
  bonuses: [],
  penalties: [],
});
const covenant = { criteria, cluster: clusterOf(3) };
const { units } = covenant.cluster;

let filled: IWorkbookData;
beforeAll(async () => {
  filled = await preparedWorkbook(covenant, {
    fill: async (bench) => {
      for (const [index, { id, name }] of units.entries()) {
        for (const [nth, code] of CODES.entries()) {
          const target = await bench.addressOf(TARGETS, `unit:${id}`, `target:${code}`);
          await bench.type(TARGETS, target, 100 + 10 * index + 3 * nth);
          await bench.enter(name, code, 90 - 20 * index - 7 * nth);
        }
        await bench.type(SUMMARY, await bench.addressOf(SUMMARY, `unit:${id}`, 'vote'), 5 + index);
      }
    },
  });
}, SOAK_TIMEOUT);
afterEach(closeScoring);

/** The commands of a pane that was just loaded: nothing of an earlier one is in its memory. */
async function loadedAnew(): Promise<typeof Commands> {
  let commands: typeof Commands | null = null;
  await jest.isolateModulesAsync(async () => {
    commands = await import('../support/commands');
  });
  if (commands === null) throw new Error('not loaded');
  return commands;
}

type Place = readonly [sheet: string, cell: string];
const writeOf = (value: CellValue): CellWrite =>
  typeof value === 'number' ? { kind: 'number', number: value } : { kind: 'text', text: String(value ?? '') };

/** Each cell gets what the next one has, the last what the first had. */
async function goRound(bench: ScoringBench, places: readonly Place[]): Promise<void> {
  const values = await Promise.all(places.map(([sheet, cell]) => bench.read(sheet, cell).then(({ value }) => value)));
  for (const [index, [sheet, cell]] of places.entries())
    bench.unlocked(sheet, (id) => {
      bench.workbook.write(id, areaOf(cell), [[writeOf(values[(index + 1) % values.length] ?? null)]]);
    });
}

/** What a person sees goes round among so many, and where the hidden keys of these stand. */
interface Round {
  exchange(bench: ScoringBench, count: number): Promise<void>;
  keys(bench: ScoringBench, count: number): Promise<Place[]>;
}

const rowsOf = (sheet: string, columns: readonly string[]): Round => ({
  exchange: async (bench, count) => {
    for (const column of columns)
      await goRound(
        bench,
        await Promise.all(
          units
            .slice(0, count)
            .map(async ({ id }) => [sheet, await bench.addressOf(sheet, `unit:${id}`, column)] as const),
        ),
      );
  },
  keys: (bench, count) =>
    Promise.all(
      units.slice(0, count).map(async ({ id }) => {
        const { row } = parseAddress(await bench.addressOf(sheet, `unit:${id}`, 'unit'));
        return [sheet, address(row, 0)] as const;
      }),
    ),
});

const ROUNDS: Readonly<Record<string, Round>> = {
  'rows of the summary': rowsOf(SUMMARY, ['unit', 'vote']),
  'rows of the targets': rowsOf(TARGETS, ['unit', ...CODES.map((code) => `target:${code}`)]),
  'codes of the targets': {
    exchange: async (bench, count) => {
      for (const row of ['header', ...units.map(({ id }) => `unit:${id}`)])
        await goRound(
          bench,
          await Promise.all(
            CODES.slice(0, count).map(
              async (code) => [TARGETS, await bench.addressOf(TARGETS, row, `target:${code}`)] as const,
            ),
          ),
        );
    },
    keys: (bench, count) =>
      Promise.all(
        CODES.slice(0, count).map(async (code) => {
          const { column } = parseAddress(await bench.addressOf(TARGETS, 'header', `target:${code}`));
          return [TARGETS, address(0, column)] as const;
        }),
      ),
  },
  'sheets of units': {
    exchange: async (bench, count) => {
      for (const row of ['field:unit', 'field:subtitle'])
        await goRound(
          bench,
          await Promise.all(
            units.slice(0, count).map(async ({ name }) => [name, await bench.addressOf(name, row, 'number')] as const),
          ),
        );
    },
    keys: (_bench, count) => Promise.resolve(units.slice(0, count).map(({ name }) => [name, 'A1'] as const)),
  },
};

const valuesAt = (bench: ScoringBench, places: readonly Place[]): Promise<CellValue[]> =>
  Promise.all(places.map(([sheet, cell]) => bench.read(sheet, cell).then(({ value }) => value)));

async function offered({ checkFigures }: typeof Commands): Promise<Choice | undefined> {
  const choices = (await checkFigures()).flatMap((one) => one.choices ?? []);
  return choices.find(({ id }) => id === 'followName');
}

/** Everything that is offered is done, then everything is ranked: who has which rank, total and vote. */
async function settled(bench: ScoringBench, commands: typeof Commands): Promise<unknown> {
  for (let choice = await offered(commands); choice !== undefined; choice = await offered(commands))
    await commands.complete('applyChoice', choice);
  await commands.applyFixes(await commands.checkFigures());
  await commands.complete('renewWords', undefined);
  await commands.applyFixes(await commands.checkFigures());
  must(await commands.rankUnits());
  // Who has reviewed the head's own sheet goes with the sheet.
  const codes = (await commands.checkFigures()).map(({ code }) => code).filter((code) => code !== 'own-review');
  expect(codes).toEqual(['cluster-small']);
  return Promise.all(
    units.map(async ({ id, name }) => {
      const [shown, ...figures] = await Promise.all(
        ['unit', 'total', 'rank', 'vote'].map((column) => bench.summary(id, column)),
      );
      expect(shown).toBe(name);
      return figures;
    }),
  );
}

async function exchanged(round: Round, count: number): Promise<{ bench: ScoringBench; keys: Place[]; first: Choice }> {
  const bench = await openScoring(filled);
  const keys = await round.keys(bench, count);
  await round.exchange(bench, count);
  const first = await offered(plain);
  if (!first) throw new Error('nothing is offered');
  return { bench, keys, first };
}

/** As it is left where Excel has taken so many of the keys, one by one, and no rollback. */
function writeFirst(bench: ScoringBench, { fixes }: Choice, count: number): void {
  for (const { sheet, cell, put } of fixes.slice(0, count))
    if ('text' in put)
      bench.unlocked(sheet, (id) => {
        bench.workbook.write(id, areaOf(cell), [[{ kind: 'text', text: put.text }]]);
      });
}

/** Nothing is ranked or inserted as it is, and all that is offered comes to what was wanted. */
async function heals(bench: ScoringBench, wanted: unknown): Promise<void> {
  const anew = await loadedAnew();
  expect(identityDoubts(refusal(await anew.rankUnits()))).not.toEqual([]);
  expect(identityDoubts(refusal(await anew.insertSheets()))).not.toEqual([]);
  expect(await settled(bench, anew)).toEqual(wanted);
}

describe.each(Object.entries(ROUNDS))('%s', (_, round) => {
  test.each([2, 3])(
    'a round of %d is completed from wherever it was cut off',
    async (count) => {
      const whole = await exchanged(round, count);
      await plain.complete('applyChoice', whole.first);
      const wanted = await settled(whole.bench, plain);
      await closeScoring();
      for (let written = 1; written < count; written += 1) {
        const { bench, first } = await exchanged(round, count);
        expect(first.fixes).toHaveLength(count);
        writeFirst(bench, first, written);
        await heals(bench, wanted);
        await closeScoring();
      }
    },
    SOAK_TIMEOUT,
  );
});

test(
  'a choice that Excel cuts off between two keys, and the rollback as well, leaves just that',
  async () => {
    const round = ROUNDS['sheets of units'];
    if (!round) throw new Error('no round');
    const { bench, keys, first } = await exchanged(round, 2);
    const before = await bench.snapshot();
    bench.host.resetCounters();
    await plain.complete('applyChoice', first);
    const batches = bench.host.log.filter(({ cleanup }) => !cleanup).map(({ actions }) => actions);
    const wanted = await settled(bench, plain);
    await closeScoring();
    const places = batches.flatMap((actions, index) =>
      Array.from({ length: actions }, (__, afterActions) => ({ batch: index + 1, afterActions })),
    );
    for (let [low, high] = [0, places.length]; ;) {
      const middle = Math.floor((low + high) / 2);
      const { batch, afterActions } = places[middle] ?? { batch: 1, afterActions: 0 };
      const cut = await openScoring(before);
      cut.host.resetCounters();
      cut.host.failOn({ batch, afterActions, code: 'GeneralException' });
      cut.host.failOn({ batch: batch + 1, andLater: true, code: 'GeneralException' });
      await plain.complete('applyChoice', first).catch((thrown: unknown) => {
        if (!String(thrown).includes('GeneralException')) throw thrown;
      });
      cut.host.clearFaults();
      const distinct = new Set((await valuesAt(cut, keys)).map(String)).size;
      if (distinct < keys.length) return heals(cut, wanted);
      expect(high - low).toBeGreaterThan(1);
      const isWritten = (await valuesAt(cut, keys.slice(0, 1))).every((key) => String(key).endsWith('u2'));
      [low, high] = isWritten ? [low, middle] : [middle, high];
      await closeScoring();
    }
  },
  SOAK_TIMEOUT,
);
