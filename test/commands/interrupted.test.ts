/**
 * A command is interrupted, its rollback as well, and the pane is loaded anew, so that nothing of it is remembered: what it has
 * left is found, and the same command given again, with the fixes of the check, comes to what it would have come to.
 */
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import type { Finding } from '../../src/covenant/findings';
import { begin, CASES } from '../support/commandCases';
import type * as Commands from '../support/commands';
import { clusterOf, criteriaOf } from '../support/covenants';
import { RECORD, recorderOf, recordNow } from '../support/recorded';
import {
  areaOf,
  BASE,
  closeScoring,
  must,
  openScoring,
  preparedWorkbook,
  scoreAll,
  type ScoringBench,
} from '../support/scoringBench';
import { isSoak, SOAK_TIMEOUT } from '../support/soak';

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

type Give = (commands: typeof Commands) => Promise<unknown>;
const covenant = { criteria: criteriaOf(11), cluster: clusterOf(2) };
const today = '2020-12-01';

/** Those that write more than the cells of one finding; what begins a case is in its name. */
const GIVEN: Readonly<Record<string, Give>> = {
  newCovenant: ({ newCovenant }) => newCovenant(covenant).then(must),
  insertSheets: ({ insertSheets }) => insertSheets().then(must),
  'insertSheets for a unit that joins later, with another sheet deleted': ({ insertSheets }) =>
    insertSheets().then(must),
  rankUnits: ({ rankUnits }) => rankUnits().then(must),
  applyFixes: async ({ applyFixes, checkFigures }) => applyFixes(await checkFigures()),
  renewWords: ({ complete }) => complete('renewWords', undefined),
  renameUnit: ({ complete }) => complete('renameUnit', { unit: 'u1', name: 'Vị Tân' }),
  fitPages: ({ fitPages }) => fitPages().then(must),
  protectSheets: ({ complete }) => complete('protectSheets', undefined),
  'makeDocument minutes': ({ makeDocument }) => makeDocument('minutes', {}, today).then(must),
  'makeDocument charts anew': ({ makeDocument }) => makeDocument('charts', {}, today).then(must),
  'makeDocument detail': ({ makeDocument }) => makeDocument('detail', {}, today).then(must),
  'makeDocument seal': ({ makeDocument }) => makeDocument('seal', {}, today).then(must),
};

/** Lets a command fail after so many actions of a batch, and everything after it. */
async function interrupt(bench: ScoringBench, give: () => Promise<unknown>, batch: number, afterActions: number) {
  bench.host.resetCounters();
  bench.host.failOn({ batch, code: 'GeneralException', afterActions });
  bench.host.failOn({ batch: batch + 1, andLater: true, code: 'GeneralException' });
  await give().catch((thrown: unknown) => {
    if (!String(thrown).includes('GeneralException')) throw thrown;
  });
  bench.host.clearFaults();
}

/** Without rules that colour a cell, which the check does not compare, and without the sign of a run that is not finished. */
function comparable(data: IWorkbookData): object {
  return JSON.parse(JSON.stringify(data).replaceAll(/cham-diem-thi-dua:[+*]/g, 'cham-diem-thi-dua:'), (key, value) =>
    key === 'conditionalFormats' ? undefined : (value as unknown),
  ) as object;
}

/** Gives the command again, and where that is not all, applies the fixes of the check and gives it once more. */
async function heal(bench: ScoringBench, give: Give, wanted: object): Promise<void> {
  const commands = await loadedAnew();
  const refused = await give(commands).then(
    () => false,
    (thrown: unknown) => {
      if (!String(thrown).includes('refused')) throw thrown;
      return true;
    },
  );
  if (JSON.stringify(comparable(await bench.state())) === JSON.stringify(wanted)) return;
  await commands.applyFixes(await commands.checkFigures());
  // What the fixes have completed, a seal for instance, need not be made again.
  if (refused) await give(commands).catch(() => null);
}

let turn = 0;
/** Where in a batch of so many actions it is interrupted: at many places in a soak, else at one, another each time. */
function places(actions: number): number[] {
  const all = Array.from({ length: 20 }, (_, index) => Math.floor((actions * (index + 0.5)) / 20));
  turn += 7;
  return isSoak ? [...new Set(all)] : all.slice(turn % all.length).slice(0, 1);
}

/** In a sample only those that add sheets, and the one that changes the name it begins from. */
const TRIED = Object.keys(GIVEN).filter((name) => isSoak || /^(?:new|insert|make|rename)/.test(name));

test.each(TRIED)(
  '%s heals when it is given again',
  async (name) => {
    const give = GIVEN[name];
    if (!give || !CASES[name]) throw new Error(`no case ${name}`);
    const first = await begin(name);
    first.bench.host.resetCounters();
    await first.work();
    const batches = first.bench.host.log.filter(({ cleanup }) => !cleanup).map(({ actions }) => actions);
    const wanted = comparable(await first.bench.state());
    await closeScoring();
    for (const [index, actions] of batches.entries())
      for (const place of index < 2 ? [] : places(actions)) {
        const { bench } = await begin(name);
        const commands = await loadedAnew();
        await interrupt(bench, () => give(commands), index + 1, place);
        await heal(bench, give, wanted);
        expect({ index, place, state: comparable(await bench.state()) }).toEqual({ index, place, state: wanted });
        await closeScoring();
      }
  },
  SOAK_TIMEOUT,
);

describe('an insertion that was interrupted', () => {
  const awarded = {
    criteria: criteriaOf(11),
    cluster: clusterSchema.parse({ ...clusterOf(3), awards: [{ id: 'A', name: 'Lá cờ đầu' }] }),
  };
  const SHEETS = ['Đơn vị 1', 'Đơn vị 2', 'Đơn vị 3', 'Tổng hợp', 'Xét danh hiệu'];
  let fresh: IWorkbookData;
  let actions = 0;
  beforeAll(async () => {
    fresh = await preparedWorkbook(awarded, { inserted: false });
    const bench = await openScoring(fresh);
    must(await (await loadedAnew()).insertSheets());
    actions = bench.host.log.filter(({ cleanup }) => !cleanup)[2]?.actions ?? 0;
    await closeScoring();
  });

  async function interruptedAt(share: number): Promise<{ bench: ScoringBench; commands: typeof Commands }> {
    const bench = await openScoring(fresh);
    const { insertSheets } = await loadedAnew();
    await interrupt(bench, insertSheets, 3, Math.floor(actions * share));
    return { bench, commands: await loadedAnew() };
  }
  const left = (findings: readonly Finding[]): (string | undefined)[] =>
    findings.filter(({ code }) => code === 'sheet-left').map(({ place }) => place?.sheet);

  test.each(isSoak ? [0.05, 0.2, 0.3, 0.35, 0.4, 0.5, 0.7] : [0.05, 0.35, 0.7])(
    'after %f of its batch: the check names every sheet, and inserting again makes each once',
    async (share) => {
      const { bench, commands } = await interruptedAt(share);
      const before = bench.names().filter((name) => !['Sheet1', 'Giao ước', 'Tiêu chí'].includes(name));
      expect(before.length).toBeGreaterThan(0);
      expect(left(await commands.checkFigures())).toEqual(before);
      expect(must(await commands.insertSheets()).added).toEqual(SHEETS);
      expect(bench.names()).toEqual(['Sheet1', 'Giao ước', 'Tiêu chí', ...SHEETS, BASE]);
      const codes = new Set((await commands.checkFigures()).map(({ code }) => code));
      expect([...codes].filter((code) => code !== 'cluster-small')).toEqual(['line-blank']);
    },
  );

  test('keeps a sheet on which somebody has typed since, with what was typed', async () => {
    const { bench, commands } = await interruptedAt(0.7);
    await bench.enter('Đơn vị 2', 'C1', 1.25);
    expect(must(await commands.insertSheets())).toMatchObject({ kept: ['Đơn vị 2'] });
    expect(bench.names()).toEqual(expect.arrayContaining(SHEETS));
    expect(bench.names()).toHaveLength(SHEETS.length + 4);
    expect(await bench.value('Đơn vị 2', 'line:C1', 'self')).toBe(1.25);
    expect(await bench.summary('u2', 'total')).toBe(1.25);
  });

  test('keeps a sheet that was not filled yet and on which somebody has typed', async () => {
    const { bench, commands } = await interruptedAt(0.2);
    bench.workbook.write(bench.sheet('Tổng hợp'), areaOf('C3'), [[{ kind: 'text', text: 'của ai đó' }]]);
    expect(must(await commands.insertSheets()).added).toContain('Tổng hợp (2)');
    expect((await bench.read('Tổng hợp', 'C3')).value).toBe('của ai đó');
    expect(left(await commands.checkFigures())).toEqual(['Tổng hợp']);
  });

  test('of units that joined later alone is found as well', async () => {
    const bench = await openScoring(fresh);
    const { insertSheets } = await loadedAnew();
    must(await insertSheets());
    for (const unit of ['Mới', 'Nữa', 'Thêm']) await bench.addUnit(unit);
    await interrupt(bench, insertSheets, 3, 250);
    const commands = await loadedAnew();
    expect(left(await commands.checkFigures()).length).toBeGreaterThan(0);
    must(await commands.insertSheets());
    expect(bench.names().filter((name) => !SHEETS.includes(name))).toEqual([
      ...['Sheet1', 'Giao ước', 'Tiêu chí', BASE],
      ...['Mới', 'Nữa', 'Thêm'],
    ]);
    expect(left(await commands.checkFigures())).toEqual([]);
  });

  test('that left a sheet before its mark was written: the empty sheet is named and kept', async () => {
    const bench = await openScoring(fresh);
    bench.workbook.addSheet('ĐƠN VỊ 2');
    bench.workbook.addSheet('Của tôi');
    const { checkFigures, insertSheets } = await loadedAnew();
    const blank = async (): Promise<Finding[]> => (await checkFigures()).filter(({ code }) => code === 'sheet-blank');
    expect((await blank()).map(({ severity, place }) => [severity, place?.sheet])).toEqual([['warning', 'ĐƠN VỊ 2']]);
    expect(must(await insertSheets()).added).toContain('Đơn vị 2 (2)');
    expect(bench.names()).toContain('ĐƠN VỊ 2');
    expect((await blank()).map(({ place }) => place?.sheet)).toEqual(['ĐƠN VỊ 2']);
    // One that holds something is somebody's.
    bench.workbook.write(bench.sheet('ĐƠN VỊ 2'), areaOf('C3'), [[{ kind: 'text', text: 'của ai đó' }]]);
    expect(await blank()).toEqual([]);
  });

  test('is not seen in one that was finished, whatever becomes of its sheets', async () => {
    const bench = await openScoring(fresh);
    const commands = await loadedAnew();
    must(await commands.insertSheets());
    for (const unit of ['Mới', 'Nữa']) await bench.addUnit(unit);
    must(await commands.insertSheets());
    for (const { id } of bench.workbook.sheets()) if (bench.workbook.protection(id)) bench.workbook.unprotect(id, null);
    bench.workbook.deleteSheet(bench.sheet('Xét danh hiệu'));
    bench.workbook.deleteSheet(bench.sheet('Đơn vị 1'));
    expect(left(await commands.checkFigures())).toEqual([]);
  });
});

describe('a record whose beginning was interrupted', () => {
  const recorder = recorderOf('Chị Lan');
  const begun = ({ complete }: typeof Commands): Promise<unknown> => complete('recordChanges', undefined, { recorder });
  let scored: IWorkbookData;
  let batches: readonly number[];
  beforeAll(async () => {
    scored = await preparedWorkbook(covenant, {
      fill: (bench) => scoreAll(bench, 'Đơn vị 1', 1.5).then(() => scoreAll(bench, 'Đơn vị 2', 1.25)),
    });
    const bench = await openScoring(scored);
    bench.host.resetCounters();
    await begun(await loadedAnew());
    batches = bench.host.log.filter(({ cleanup }) => !cleanup).map(({ actions }) => actions);
    await closeScoring();
  });

  /** Those that the next command comes after: one that begins a record itself. */
  const NEXT: Readonly<Record<string, Give>> = {
    rankUnits: ({ complete }) =>
      complete('rankUnits', undefined, { recorder: recorderOf('Anh Ba', '2026-11-30 09:00') }),
    recordChanges: ({ complete }) =>
      complete('recordChanges', undefined, { recorder: recorderOf('Anh Ba', '2026-11-30 09:00') }),
  };

  test.each(Object.keys(NEXT).flatMap((name) => [0.2, 0.4, 0.6, 0.8, 0.95].map((share) => [name, share] as const)))(
    'is complete after %s, wherever it stopped: %f of its batch',
    async (name, share) => {
      const bench = await openScoring(scored);
      const last = batches.findLastIndex((actions) => actions > 5);
      await interrupt(bench, () => loadedAnew().then(begun), last + 1, Math.floor((batches[last] ?? 0) * share));
      const commands = await loadedAnew();
      await NEXT[name]?.(commands);
      const codes = (await commands.checkFigures()).map(({ code }) => code);
      expect(codes.filter((code) => code === 'sheet-left' || code.startsWith('record-'))).toEqual([]);
      expect(bench.names().filter((one) => one.startsWith(RECORD))).toEqual([RECORD]);
      expect(bench.workbook.protection(bench.sheet(RECORD))).not.toBeNull();
      expect((await recordNow()).entries[0]?.what).toBe('Bắt đầu ghi nhật ký');
    },
  );
});

test('a sheet whose key was emptied is named, and kept', async () => {
  const bench = await openScoring(await preparedWorkbook(covenant));
  bench.unlocked('Đơn vị 1', (id) => bench.workbook.write(id, areaOf('A1'), [[{ kind: 'empty' }]]));
  const commands = await loadedAnew();
  const found = await commands.checkFigures();
  expect(found).toContainEqual(expect.objectContaining({ code: 'sheet-left', data: { sheet: 'Đơn vị 1' } }));
  expect(must(await commands.insertSheets()).added).toEqual(['Đơn vị 1 (2)']);
  expect(bench.names()).toContain('Đơn vị 1');
});
