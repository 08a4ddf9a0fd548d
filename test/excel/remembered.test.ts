/** What is told from memory is what a whole reading tells, whatever a person did in between. */
import fc from 'fast-check';
import type { IWorkbookData } from '@univerjs/core';
import { runForResult } from '../../src/commands';
import type { Reading } from '../../src/spreadsheet/reading';
import { criteriaSetSchema } from '../../src/covenant/criteria';
import { listenToWorkbook } from '../../src/excel/listen';
import { ReadingMemory } from '../../src/excel/memory';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { TOP_ROWS } from '../../src/sheets/record/layout';
import { detailsOf, GROWING } from '../../src/workbook/details';
import { record, RECORD } from '../support/recorded';
import { sharedWords } from '../../src/sheets/shared/words';
import { STAGE_COLUMN, STAGE_KEY } from '../../src/sheets/unit/layout';
import type { Overview } from '../../src/workbook/overview';
import { clusterOf, criteriaOf } from '../support/covenants';
import { readOverview } from '../support/commands';
import {
  areaOf,
  closeScoring,
  must,
  only,
  openScoring,
  preparedWorkbook,
  type ScoringBench,
} from '../support/scoringBench';
import { SOAK_TIMEOUT, tries } from '../support/soak';

afterEach(closeScoring);

/** Two lines with a target in the table of the cluster; the points of one follow from all units' figures. */
const CRITERIA = criteriaSetSchema.parse({
  ...criteriaOf(11),
  scale: 20,
  sections: [
    {
      kind: 'section',
      code: 'S1',
      number: 'I',
      title: 'Chỉ tiêu',
      standard: 20,
      children: [
        { kind: 'relative', code: 'C1', number: '1', title: 'So với đơn vị dẫn đầu', standard: 10 },
        { kind: 'proportional', code: 'C2', number: '2', title: 'Tỷ lệ', standard: 10, direction: 'more' },
      ],
    },
  ],
});

let scored: IWorkbookData;
beforeAll(async () => {
  scored = await preparedWorkbook({ criteria: CRITERIA, cluster: clusterOf(3) }, { fill });
});

async function fill(bench: ScoringBench): Promise<void> {
  for (const [index, unit] of ['u1', 'u2', 'u3'].entries()) {
    for (const code of ['C1', 'C2']) {
      await bench.type('Giao chỉ tiêu', await bench.addressOf('Giao chỉ tiêu', `unit:${unit}`, `target:${code}`), 10);
      await bench.enter(`Đơn vị ${index + 1}`, code, 11 + index);
    }
  }
}

/** A pane that has read the workbook once. */
async function openPane(data = scored) {
  const bench = await openScoring(data);
  const memory = new ReadingMemory();
  const stop = await listenToWorkbook(({ sheet, moved }) => {
    if (sheet !== null) memory.changed(sheet, { moved });
  });
  memory.listening({ on: true });
  const check = async (reach: Reading['reach']): Promise<Overview> => {
    await bench.host.settled();
    return must(await runForResult('checkFigures', undefined, { memory, reach }));
  };
  await check('all');
  return { bench, memory, check, stop };
}

/** Replaces a formula by a number, as a person does who takes the protection off and puts it back. */
function overwrite(bench: ScoringBench, sheet: string, cell: string, number: number): void {
  const { row, column } = areaOf(cell);
  bench.unlocked(sheet, (id) => {
    bench.workbook.putAsPerson(id, [{ row, column, write: { kind: 'number', number } }]);
  });
}

test.each([
  [
    'the table of targets is renamed',
    (bench: ScoringBench) => bench.workbook.renameSheet(bench.sheet('Giao chỉ tiêu'), 'Chỉ tiêu'),
  ],
  [
    'rows are inserted in the summary',
    (bench: ScoringBench) => bench.unlocked('Tổng hợp', (id) => bench.workbook.insertRows(id, 0, 1)),
  ],
])('formulas that Excel adapts are not taken for overwritten where %s', async (_, act) => {
  const { bench, check, stop } = await openPane();
  act(bench);
  expect(await check('changed')).toEqual(await readOverview());
  await stop();
});

test('results that follow another sheet are not taken for wrong while the summary is open', async () => {
  const { bench, check, stop } = await openPane();
  bench.workbook.unprotect(bench.sheet('Tổng hợp'), null);
  await bench.enter('Đơn vị 3', 'C1', 40);
  const changed = await check('changed');
  expect(only(changed.findings, 'engine-differs')).toEqual([]);
  expect(changed).toEqual(await readOverview());
  await stop();
});

test('a formula of the same value that was overwritten since is found at once in a small workbook', async () => {
  const { bench, check, stop } = await openPane();
  overwrite(bench, 'Đơn vị 1', await bench.addressOf('Đơn vị 1', 'total:missing', 'official'), 8);
  expect(only((await check('changed')).findings, 'formula-overwritten')).toHaveLength(1);
  await stop();
});

test('an overwritten formula that was found in a large workbook is told until it is right', async () => {
  const { bench, check, stop } = await openPane(await preparedWorkbook({ criteria: CRITERIA, cluster: clusterOf(20) }));
  const missing = await bench.addressOf('Đơn vị 1', 'total:missing', 'official');
  const found = async (reach: Reading['reach']): Promise<number> =>
    only((await check(reach)).findings, 'formula-overwritten').length;
  overwrite(bench, 'Đơn vị 1', missing, 10);
  const counts: number[] = [];
  // All have had their turn, and some their next.
  for (let turn = 0; turn < 5; turn += 1) counts.push(await found('all'));
  expect(counts.slice(counts.indexOf(1))).not.toContain(0);
  expect(counts).toContain(1);
  await bench.enter('Đơn vị 1', 'C1', 1);
  expect(await found('changed')).toBe(1);
  await stop();
});

test('a reading that ends after a later one does not bring back what was there before', async () => {
  const { bench, memory, check, stop } = await openPane();
  // Events are told by hand here: a late one would hide what is looked at.
  await stop();
  const stage = await bench.addressOf('Đơn vị 1', STAGE_KEY, STAGE_COLUMN);
  const execute = bench.host.execute.bind(bench.host);
  jest.spyOn(bench.host, 'execute').mockImplementationOnce(async (body) => {
    const early = await execute(body);
    await bench.type('Đơn vị 1', stage, sharedWords.stages.reviewed);
    memory.changed(bench.sheet('Đơn vị 1'));
    must(await runForResult('checkFigures', undefined, { memory, reach: 'changed' }));
    return early;
  });
  must(await runForResult('checkFigures', undefined, { memory }));
  jest.restoreAllMocks();
  expect(await check('changed')).toEqual(await readOverview());
});

test('of the record of changes a check of a large workbook reads the top, until its turn comes', async () => {
  const large = await preparedWorkbook({ criteria: CRITERIA, cluster: clusterOf(21) });
  const bench = await openScoring(large);
  await record();
  await bench.enter('Đơn vị 1', 'C1', 1, 'reviewed');
  await record();
  const memory = new ReadingMemory();
  const rowsRead = async (formulas: Reading['formulas']): Promise<number> => {
    const { sheets } = await readWorkbookSnapshot({ formulas, growing: GROWING }, detailsOf, memory);
    return sheets.find(({ name }) => name === RECORD)?.values.length ?? 0;
  };
  const rows = [];
  for (let reading = 1; reading <= 6; reading += 1) rows.push(await rowsRead('inTurn'));
  const all = await rowsRead('all');
  expect(all).toBeGreaterThan(TOP_ROWS);
  expect(rows[0]).toBe(TOP_ROWS);
  expect([...new Set(rows)].toSorted((one, other) => one - other)).toEqual([TOP_ROWS, all]);
  // Renamed, it is known by what it is; its name is only a hint.
  bench.workbook.renameSheet(bench.sheet(RECORD), 'khác');
  bench.workbook.renameSheet(bench.sheet('Đơn vị 2'), RECORD);
  const { sheets } = await readWorkbookSnapshot({ formulas: 'inTurn', growing: GROWING }, detailsOf);
  expect(sheets.filter(({ topOnly }) => topOnly)).toEqual([]);
  expect(sheets.find(({ name }) => name === RECORD)?.values.length).toBeGreaterThan(TOP_ROWS);
});

test('a sheet that lost its key and has it again is ours again, though nothing listens', async () => {
  const { bench, memory, check, stop } = await openPane();
  await stop();
  memory.listening({ on: false });
  bench.unlocked('Đơn vị 1', (id) => bench.workbook.insertColumns(id, 0, 5));
  expect((await check('all')).units[0]?.sheet).toBeNull();
  bench.unlocked('Đơn vị 1', (id) => bench.workbook.deleteColumns(id, 0, 5));
  expect((await check('all')).units[0]?.sheet).toBe('Đơn vị 1');
});

test('a sheet that lost its key and carries the mark of its run is told by each check', async () => {
  const { bench, check, stop } = await openPane();
  bench.unlocked('Giao ước', (id) => bench.workbook.deleteColumns(id, 0, 1));
  for (let turn = 0; turn < 2; turn += 1) {
    const changed = await check('changed');
    expect(only(changed.findings, 'sheet-left')).toHaveLength(1);
    expect(changed).toEqual(await readOverview());
  }
  await stop();
});

type Act = (bench: ScoringBench, sheet: string, row: number, column: number) => unknown;

const ACTS: Record<string, Act> = {
  type: (bench, name, row, column) => bench.workbook.typeAsPerson(bench.sheet(name), row, column, (row + column) % 7),
  clear: (bench, name, row, column) => bench.workbook.typeAsPerson(bench.sheet(name), row, column, null),
  overwrite: (bench, name, row, column) =>
    bench.unlocked(name, (id) =>
      bench.workbook.putAsPerson(id, [{ row, column, write: { kind: 'number', number: row % 5 } }]),
    ),
  unprotect: (bench, name) => bench.workbook.unprotect(bench.sheet(name), null),
  insertRow: (bench, name, row) => bench.unlocked(name, (id) => bench.workbook.insertRows(id, row, 1)),
  deleteRow: (bench, name, row) => bench.unlocked(name, (id) => bench.workbook.deleteRows(id, row, 1)),
  insertColumn: (bench, name, _, column) => bench.unlocked(name, (id) => bench.workbook.insertColumns(id, column, 1)),
  deleteColumn: (bench, name, _, column) => bench.unlocked(name, (id) => bench.workbook.deleteColumns(id, column, 1)),
  rename: (bench, name, row) => bench.workbook.renameSheet(bench.sheet(name), `${name.slice(0, 20)} ${row}`),
  copy: (bench, name, row) => bench.workbook.copySheet(bench.sheet(name), row % 3),
  move: (bench, name, row) => bench.workbook.moveSheet(bench.sheet(name), row % 5),
  remove: (bench, name) => bench.workbook.deleteSheet(bench.sheet(name)),
};

test(
  'after any sequence of acts',
  async () => {
    const act = fc.record({
      act: fc.constantFrom(...Object.values(ACTS)),
      sheet: fc.nat({ max: 8 }),
      row: fc.nat({ max: 24 }),
      column: fc.nat({ max: 14 }),
      read: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 8 }), async (acts) => {
        const { bench, check, stop } = await openPane();
        for (const { act: perform, sheet, row, column, read } of acts) {
          const names = bench.names();
          const name = names[sheet % names.length] ?? '';
          if (names.length > 4 || perform !== ACTS['remove']) await perform(bench, name, row, column);
          if (read) expect(await check('changed')).toEqual(await readOverview());
        }
        expect(await check('changed')).toEqual(await readOverview());
        await stop();
        await closeScoring();
      }),
      tries(5, 500),
    );
  },
  SOAK_TIMEOUT,
);
