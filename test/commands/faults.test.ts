/**
 * Whatever batch of whatever command fails, wherever in it, and when the rollback fails as well: the workbook is as before or
 * complete, the failure says which, and doing it again comes to the same.
 */
import type { IWorkbookData } from '@univerjs/core';
import { COMMAND_IDS } from '../../src/commands';
import { EXCEL_CODES } from '../../src/excel/errorCodes';
import { ExcelFailure } from '../../src/excel/failure';
import { wordFailure } from '../../src/locales/wording';
import { vi } from '../../src/locales/vi';
import type { Fault } from '../../src/stand-in/richapi/faults';
import { begin, CASES, type Work } from '../support/commandCases';
import { closeScoring, type ScoringBench } from '../support/scoringBench';
import { isSoak, SOAK_TIMEOUT } from '../support/soak';

test('every command is tried', () => {
  const tried = new Set(Object.keys(CASES).map((name) => name.split(' ')[0]));
  expect(COMMAND_IDS.filter((id) => !tried.has(id))).toEqual([]);
});

/** One documented code of each class: what a person does, what a person lacks, Excel, the network. */
const CODES = ['InvalidOperationInCellEditMode', 'AccessDenied', 'GeneralException', 'ConnectionFailure'] as const;
let turn = 0;
function nextCode(): string {
  turn += 1;
  return CODES[turn % CODES.length] ?? CODES[0];
}

afterEach(closeScoring);

/** What a command that nothing disturbs does: its batches, and the workbook afterwards. */
async function undisturbed(name: string): Promise<{ batches: readonly number[]; after: IWorkbookData }> {
  const { bench, work } = await begin(name);
  bench.host.resetCounters();
  await work();
  await bench.host.settled();
  const batches = bench.host.log.filter(({ cleanup }) => !cleanup).map(({ actions }) => actions);
  const after = await bench.state();
  await closeScoring();
  return { batches, after };
}

/** Lets it fail; null where it was finished all the same. */
async function failure(bench: ScoringBench, work: Work, ...faults: Fault[]): Promise<ExcelFailure | null> {
  bench.host.resetCounters();
  faults.forEach((fault) => bench.host.failOn(fault));
  const thrown: unknown = await work().then(
    () => null,
    (one: unknown) => one,
  );
  bench.host.clearFaults();
  if (thrown === null || thrown instanceof ExcelFailure) return thrown;
  throw new Error('did not fail by name', { cause: thrown });
}

interface Ignored {
  /** Heights of rows, widths of columns, page breaks and page set-up, which fitting and fixes of looks change. */
  fit?: boolean;
}

/**
 * The state without what no rollback restores: that a text was typed with an apostrophe, and rules that colour a cell by what
 * it shows. Neither changes what is shown.
 */
function comparable(data: IWorkbookData, { fit = false }: Ignored = {}): string {
  const text = JSON.stringify(data, (key, value: unknown) => {
    if (key === 'quoted' || key === 'conditionalFormats') return undefined;
    // A rule that shows no hint has an empty one once it was written again.
    if ((key === 'prompt' || key === 'promptTitle') && value === '') return undefined;
    return fit && ['rowData', 'columnData', 'rowBreaks', 'page'].includes(key) ? undefined : value;
  });
  return text.replaceAll(',"custom":{}', '');
}

/** Throws with what differs. Texts that are the same need no comparison of their parts, which takes long. */
function expectSame(now: string, before: string, aftermath: string): void {
  if (now === before) return;
  expect({ aftermath, state: JSON.parse(now) as object }).toEqual({ aftermath, state: JSON.parse(before) as object });
}

/** What the failure says of the workbook is so, and it is worded. */
async function expectTrue(thrown: ExcelFailure, bench: ScoringBench, before: IWorkbookData): Promise<void> {
  const state = await bench.state();
  const { aftermath } = thrown;
  const ignored = { fit: aftermath === 'partlyFitted' };
  expectSame(comparable(state, ignored), comparable(before, ignored), aftermath);
  expect(['unchanged', 'rolledBack', 'partlyFitted']).toContain(aftermath);
  expect(wordFailure(thrown, vi).message).toContain(vi.aftermath[aftermath]);
}

/** Where in a batch of so many actions it stops; in its middle in a soak only. */
const places = (batch: number, actions: number): Omit<Fault, 'code'>[] => [
  { batch },
  ...(isSoak && actions > 12 ? [{ batch, afterActions: Math.floor(actions / 2) }] : []),
  { batch, afterActions: actions - 1 },
  { batch, lost: true },
];

/** The faults of a run, each with a code; in a soak a batch is refused as it begins with every documented code in turn. */
function faultsIn(batches: readonly number[]): Fault[] {
  const placed = batches.flatMap((actions, index) => places(index + 1, actions));
  return placed.flatMap((place) => {
    const isBeginning = place.afterActions === undefined && place.lost !== true;
    return (isSoak && isBeginning ? EXCEL_CODES : [nextCode()]).map((code) => ({ ...place, code }));
  });
}

/** Where Excel refuses a part only, the command is finished without it; what was undone cannot be undone once more. */
const isRepeatable = (name: string): boolean => !name.startsWith('undoLast');

describe.each(Object.keys(CASES))('%s', (name) => {
  let done: Awaited<ReturnType<typeof undisturbed>>;
  beforeAll(async () => {
    done = await undisturbed(name);
  });

  const failsAnywhere = async (): Promise<void> => {
    let { bench, work, before } = await begin(name);
    for (const fault of faultsIn(done.batches)) {
      const thrown = await failure(bench, work, fault);
      if (thrown !== null) {
        await expectTrue(thrown, bench, before);
        // What has no way back stays; the command does not find it wrong any more.
        if (thrown.aftermath === 'partlyFitted') before = await bench.state();
        continue;
      }
      // There was no way back: then it is complete.
      expect({ fault, state: await bench.state() }).toEqual({ fault, state: done.after });
      await closeScoring();
      ({ bench, work, before } = await begin(name));
    }
    await work();
    expect(await bench.state()).toEqual(done.after);
  };
  test('fails in any batch, and the workbook is as before or complete; then it succeeds', failsAnywhere, SOAK_TIMEOUT);

  test('fails, and so does the rollback: it says so, and doing it again comes to the same', async () => {
    const writing = done.batches.length > 2 ? done.batches.slice(2) : [];
    for (const [index, actions] of writing.entries()) {
      const { bench, work, before } = await begin(name);
      const batch = index + 3;
      const code = nextCode();
      const thrown = await failure(
        bench,
        work,
        { batch, code, afterActions: Math.ceil(actions * 0.7) },
        { batch: batch + 1, andLater: true, code },
      );
      if (thrown?.aftermath === 'unknown')
        expect(wordFailure(thrown, vi).message).toContain('làm lại đúng lệnh vừa rồi');
      else if (thrown !== null) await expectTrue(thrown, bench, before);
      if (thrown !== null || isRepeatable(name)) await work();
      expect(await bench.state()).toEqual(done.after);
      await closeScoring();
    }
  });

  test(
    'fails, and so does one round trip of the rollback: what it says is so, and doing it again heals',
    async () => {
      for (const [first, second] of doubleFaults(done.batches)) {
        const { bench, work, before } = await begin(name);
        const code = nextCode();
        const thrown = await failure(
          bench,
          work,
          { ...first, code },
          { ...second, batch: first.batch + second.batch, code: nextCode() },
        );
        if (thrown?.aftermath === 'unknown')
          expect(wordFailure(thrown, vi).message).toContain('làm lại đúng lệnh vừa rồi');
        else if (thrown !== null) await expectTrue(thrown, bench, before);
        if (thrown !== null || isRepeatable(name)) await work();
        expect({ first, second, state: await bench.state() }).toEqual({ first, second, state: done.after });
        await closeScoring();
      }
    },
    SOAK_TIMEOUT,
  );
});

type Place = Omit<Fault, 'code'>;
let sampled = 0;

/**
 * A fault of each writing batch, and one of the rollback after it, whose batches count from 1: all of them in a soak, else one,
 * another each time.
 */
function doubleFaults(batches: readonly number[]): (readonly [Place, Place])[] {
  const first = batches.flatMap((actions, index) => (index < 2 ? [] : places(index + 1, actions)));
  const second: Place[] = [1, 2, 3, 4].flatMap((batch) => [
    { batch },
    { batch, afterActions: 3 },
    { batch, lost: true },
  ]);
  const all = first.flatMap((one) => second.map((other) => [one, other] as const));
  sampled += 7;
  return isSoak ? all : all.slice(sampled % Math.max(1, all.length)).slice(0, 1);
}
