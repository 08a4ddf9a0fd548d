/**
 * *Nhật ký*: who changed which review, decision or rule, from what to what; each change once, in order, whoever made it and by
 * whatever way, and nothing of it goes unseen.
 */
import type { IWorkbookData } from '@univerjs/core';
import fc from 'fast-check';
import type { Recorder } from '../../src/commands/run';
import { ExcelFailure } from '../../src/excel/failure';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';
import { begin, CASES } from '../support/commandCases';
import { applyFixes, checkFigures, complete, outcomeOf, readOverview } from '../support/commands';
import { number, text } from '../support/checking';
import { clusterOf, criteriaOf } from '../support/covenants';
import { record, RECORD, recorderOf, recordNow, rowsNow } from '../support/recorded';
import {
  areaOf,
  closeScoring,
  openScoring,
  preparedWorkbook,
  scoreAll,
  type ScoringBench,
} from '../support/scoringBench';
import { sealedBooks } from '../support/sealed';
import { entriesOf, interleave } from '../support/secondEditor';
import { isSoak, SOAK_TIMEOUT, tries } from '../support/soak';

/** The first line of the criteria, as its row names it. */
const C1 = '1 Tiêu chí số 1: thực hiện đầy đủ, đúng thời hạn các nội dung đã đăng ký trong giao ước thi đua';

let scored: IWorkbookData;
beforeAll(async () => {
  scored = await preparedWorkbook(
    { criteria: criteriaOf(11), cluster: clusterOf(2) },
    { fill: async (bench) => Promise.all(['Đơn vị 1', 'Đơn vị 2'].map((sheet) => scoreAll(bench, sheet, 1.5))).then() },
  );
});
afterEach(closeScoring);

async function decide(bench: ScoringBench, column: string, value: string | number): Promise<void> {
  await bench.type('Tổng hợp', await bench.addressOf('Tổng hợp', 'unit:u1', column), value);
}

describe('a record', () => {
  test('is begun by the first command that writes, as a hidden sheet that any menu shows, with the state it found', async () => {
    const bench = await openScoring(scored);
    await bench.enter('Đơn vị 1', 'C1', 1.25, 'reviewed');
    const { recorded } = await complete('rankUnits', undefined, { recorder: recorderOf('Chị Lan') });
    expect(recorded).toEqual({ sheet: RECORD, begun: true, done: 0, noticed: 0 });
    const { entries } = await recordNow();
    expect(entries.map(({ number, who, time, what }) => [number, who, time, what])).toEqual([
      [1, 'Chị Lan', '2026-11-29 08:15', 'Bắt đầu ghi nhật ký'],
    ]);
    expect(bench.workbook.sheets().find(({ name }) => name === RECORD)?.visibility).toBe('hidden');
    expect(bench.workbook.protection(bench.sheet(RECORD))).not.toBeNull();
  });

  test('costs ranking no round trip, neither as it is begun nor later', async () => {
    const bench = await openScoring(scored);
    const batches = async (recorder?: Recorder): Promise<number> => {
      bench.host.resetCounters();
      await complete('rankUnits', undefined, recorder ? { recorder } : {});
      return bench.host.counters.batches;
    };
    const alone = await batches();
    const begun = await batches(recorderOf(''));
    await bench.enter('Đơn vị 1', 'C1', 1.25, 'reviewed');
    expect([begun, await batches(recorderOf(''))]).toEqual([alone, alone]);
  });

  test('is not begun by a check, nor where nobody records', async () => {
    const bench = await openScoring(scored);
    await complete('checkFigures', undefined, { recorder: recorderOf('') });
    await complete('rankUnits', undefined);
    expect(bench.names()).not.toContain(RECORD);
  });

  test('names nobody where no name was given', async () => {
    await openScoring(scored);
    await record('  ');
    expect((await recordNow()).entries[0]?.who).toBe('không rõ');
  });
});

describe('a review by two people', () => {
  test('is recorded with every change once, in order, as noticed or as done', async () => {
    const bench = await openScoring(scored);
    await record('Chị Lan');
    await bench.enter('Đơn vị 1', 'C1', 1.25, 'reviewed');
    expect((await readOverview()).record).toEqual({ sheet: RECORD, unrecorded: 1 });
    await complete('rankUnits', undefined, { recorder: recorderOf('Anh Nam') });
    await bench.enter('Đơn vị 1', 'C1', 1, 'reviewed');
    await bench.enter('Đơn vị 2', 'C1', 0.5, 'agreed');
    await decide(bench, 'eligibility', 'Chưa xét');
    await decide(bench, 'reason', 'Chờ kết luận');
    await record('Chị Lan');
    await bench.paste('Đơn vị 2', 'C1', text('0,75'), 'agreed');
    await complete('applyFixes', await checkFigures(), { recorder: recorderOf('Anh Nam') });
    expect(await rowsNow()).toEqual([
      `nhận thấy Đơn vị 1!H14 ${C1}: Thẩm định: - → 1.25`,
      `nhận thấy Đơn vị 1!H14 ${C1}: Thẩm định: 1.25 → 1`,
      `nhận thấy Đơn vị 2!K14 ${C1}: Thống nhất: - → 0.5`,
      'nhận thấy Tổng hợp!K9 Đơn vị 1: Diện xét: Được xét → Chưa xét',
      'nhận thấy Tổng hợp!V9 Đơn vị 1: Lý do, căn cứ: - → Chờ kết luận',
      `nhận thấy Đơn vị 2!K14 ${C1}: Thống nhất: 0.5 → 0,75`,
      `do Đơn vị 2!K14 ${C1}: Thống nhất: 0,75 → 0.75`,
    ]);
    const { entries } = await recordNow();
    expect(entries.map(({ number, who }) => `${number} ${who}`)).toEqual([
      '1 Chị Lan',
      '2 Anh Nam',
      '3 Chị Lan',
      '4 Chị Lan',
      '5 Chị Lan',
      '6 Chị Lan',
      '7 Anh Nam',
      '8 Anh Nam',
    ]);
    expect(await recordFindings()).toEqual([]);
    expect((await readOverview()).record?.unrecorded).toBe(0);
  });

  test('who record at the same moment loses nothing: the second goes on below the first', async () => {
    const bench = await openScoring(scored);
    await record();
    await bench.enter('Đơn vị 1', 'C1', 1.25, 'reviewed');
    const other = interleave(bench, 3, async () => {
      await bench.enter('Đơn vị 2', 'C1', 1, 'reviewed');
      await record('người thứ hai');
    });
    bench.host.resetCounters();
    await record('người thứ nhất');
    expect(other.done()).toBe(true);
    expect((await rowsNow()).map((row) => row.slice(0, 20))).toEqual(['nhận thấy Đơn vị 1!H', 'nhận thấy Đơn vị 2!H']);
    expect(await recordFindings()).toEqual([]);
  });
});

describe('what a command does itself', () => {
  test('is recorded as done: a new name of a unit, with the tab that follows it', async () => {
    await openScoring(scored);
    await record();
    await complete('renameUnit', { unit: 'u1', name: 'Vị Tân' }, { recorder: recorderOf('Anh Nam') });
    expect(await rowsNow()).toEqual([
      'do Giao ước!D47 Vị Tân: Tên đơn vị: Đơn vị 1 → Vị Tân',
      'do Đơn vị 2!D3 Đơn vị thẩm định: Đơn vị 1 → Vị Tân',
    ]);
  });

  test('is recorded once more as it is undone: no row goes', async () => {
    const bench = await openScoring(scored);
    await record();
    await bench.paste('Đơn vị 2', 'C1', text('0,75'), 'agreed');
    const { undo } = await complete('applyFixes', await checkFigures(), { recorder: recorderOf('') });
    await complete('undoLast', undo ?? [], { recorder: recorderOf('') });
    expect((await rowsNow()).map((row) => row.replace(/^(\S+).*: /, '$1: '))).toEqual([
      'nhận: - → 0,75',
      'do: 0,75 → 0.75',
      'do: 0.75 → 0,75',
    ]);
  });

  test('is taken back with everything else where Excel refuses the rest', async () => {
    const bench = await openScoring(scored);
    await record();
    await bench.paste('Đơn vị 2', 'C1', text('0,75'), 'agreed');
    const before = await entriesOf(bench);
    const findings = await checkFigures();
    bench.host.resetCounters();
    bench.host.failOn({ batch: 4, code: 'GeneralException', afterActions: 60 });
    await expect(complete('applyFixes', findings, { recorder: recorderOf('') })).rejects.toThrow(ExcelFailure);
    expect(await entriesOf(bench)).toEqual(before);
  });

  const SAMPLE = [
    'insertSheets for',
    'renewWords',
    'applyChoice',
    'makeDocument seal',
    'undoLast of a fix',
    'protectSheets',
  ];
  const WRITING = Object.keys(CASES).filter((name) => !/^(newCovenant|insertSheets$|recordChanges)/.test(name));

  test.each(WRITING.filter((name) => isSoak || SAMPLE.some((one) => name.startsWith(one))))(
    'by "%s" leaves nothing to be noticed afterwards',
    async (name) => {
      const { bench, work } = await begin(name);
      if (bench.names().includes('Tổng hợp')) await record();
      await work({ recorder: recorderOf('Anh Nam') });
      const { record: state } = await readOverview();
      expect(state?.unrecorded ?? 0).toBe(0);
      expect(await recordFindings()).toEqual([]);
    },
    SOAK_TIMEOUT,
  );

  test.each(WRITING.filter((name) => isSoak || [...SAMPLE, 'renameUnit'].some((one) => name.startsWith(one))))(
    'by "%s" begins the record where there is none, and the rest is as without one',
    async (name) => {
      const plain = await begin(name);
      await plain.work();
      const tabs = plain.bench.names();
      await closeScoring();
      const { bench, work } = await begin(name);
      await work({ recorder: recorderOf('Anh Nam') });
      const recorded = bench.names().includes('Nhật ký');
      expect(bench.names()).toEqual(recorded ? [...tabs, 'Nhật ký'] : tabs);
      const { record: state } = await readOverview();
      expect(state?.unrecorded ?? 0).toBe(0);
    },
    SOAK_TIMEOUT,
  );
});

/** What one of two people does next: types a review or a decision, or gives a command. */
type Step =
  | { do: 'review'; unit: 1 | 2; line: string; column: 'reviewed' | 'agreed'; points: number | null }
  | { do: 'eligibility'; unit: 1 | 2; word: string }
  | { do: 'vote'; unit: 1 | 2; votes: number | null }
  | { do: 'rank' | 'record' | 'fix' };

const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('review' as const),
    unit: fc.constantFrom(1 as const, 2 as const),
    line: fc.constantFrom('C1', 'C2'),
    column: fc.constantFrom('reviewed' as const, 'agreed' as const),
    points: fc.constantFrom(0, 0.25, 0.5, null),
  }),
  fc.record({
    do: fc.constant('eligibility' as const),
    unit: fc.constantFrom(1 as const, 2 as const),
    word: fc.constantFrom('Được xét', 'Chưa xét', 'Không xét'),
  }),
  fc.record({
    do: fc.constant('vote' as const),
    unit: fc.constantFrom(1 as const, 2 as const),
    votes: fc.constantFrom(3, 5, null),
  }),
  fc.record({ do: fc.constantFrom('rank' as const, 'record' as const, 'fix' as const) }),
);

type Cell = [sheet: string, row: string, column: string];

/** Does it; gives the cell it has typed into, by keys, where it has typed. */
async function take(bench: ScoringBench, step: Step, by: string): Promise<Cell | null> {
  const typeInto = async (cell: Cell, value: string | number | null): Promise<Cell> => {
    await bench.type(cell[0], await bench.addressOf(...cell), value);
    return cell;
  };
  const recorder = recorderOf(by);
  switch (step.do) {
    case 'review':
      return typeInto([`Đơn vị ${step.unit}`, `line:${step.line}`, step.column], step.points);
    case 'eligibility':
      return typeInto(['Tổng hợp', `unit:u${step.unit}`, 'eligibility'], step.word);
    case 'vote':
      return typeInto(['Tổng hợp', `unit:u${step.unit}`, 'vote'], step.votes);
    case 'rank':
      await complete('rankUnits', undefined, { recorder });
      return null;
    case 'record':
      await complete('recordChanges', undefined, { recorder });
      return null;
    case 'fix':
      await complete('applyFixes', await checkFigures(), { recorder });
      return null;
  }
}

test(
  'replaying the record of whatever two people do gives what the workbook shows',
  async () => {
    const steps = fc.array(arbitraryStep, { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const bench = await openScoring(scored);
        await record();
        const cells = new Map<string, Cell>();
        for (const [index, step] of all.entries()) {
          const cell = await take(bench, step, `người ${index % 2}`);
          if (cell) cells.set(cell.join(), cell);
        }
        await record();
        const { entries } = await recordNow();
        const shown = new Map<string, unknown>();
        for (const { place, after } of entries) shown.set(place, after);
        for (const [sheet, row, column] of cells.values()) {
          const cell = await bench.addressOf(sheet, row, column);
          const last = shown.get(`${sheet}!${cell}`);
          const value = await bench.value(sheet, row, column);
          // What was changed and changed back between two writings is no change.
          if (last !== undefined) expect(last).toEqual(value);
          else expect(value).toEqual(valueAtFirst(column));
        }
        expect(await recordFindings()).toEqual([]);
        expect((await readOverview()).record?.unrecorded).toBe(0);
        await closeScoring();
      }),
      tries(4, 300),
    );
  },
  SOAK_TIMEOUT,
);

/** Before anybody did anything: no review, no vote, and everybody is eligible. */
const valueAtFirst = (column: string): unknown => (column === 'eligibility' ? 'Được xét' : null);

test('who reviews a unit is recorded when it changes', async () => {
  const bench = await openScoring((await sealedBooks()).ranked);
  await record();
  const cell = await bench.addressOf('Đơn vị 2', 'field:reviewer', 'standard');
  const before = (await bench.read('Đơn vị 2', cell)).value ?? '-';
  await bench.type('Đơn vị 2', cell, 'Đơn vị 3');
  await record();
  const rows = (await rowsNow()).map((row) => row.replace(/![A-Z]+\d+/, ''));
  expect(rows).toEqual([`nhận thấy Đơn vị 2 Đơn vị thẩm định: ${String(before)} → Đơn vị 3`]);
});

test('on an agreed sheet the unit’s own entry is what was agreed: recorded when it changes, but not where others gave points', async () => {
  const bench = await openScoring(scored);
  const unit = 'Đơn vị 2';
  await bench.enter(unit, 'C2', 1, 'reviewed');
  await record();
  await bench.enter(unit, 'C1', 1.25, 'self');
  await record();
  expect(await rowsNow()).toEqual([]);
  await bench.type(unit, await bench.addressOf(unit, 'field:stage', 'standard'), 'Thống nhất');
  await record();
  const agreed = await rowsNow();
  expect(agreed.map((row) => row.replace(/![A-Z]+\d+/, ''))).toEqual(
    expect.arrayContaining([
      `nhận thấy ${unit} Giai đoạn của bảng: Tự chấm → Thống nhất`,
      `nhận thấy ${unit} ${C1}: Tự chấm: - → 1.25`,
    ]),
  );
  await bench.enter(unit, 'C1', 1.75, 'self');
  await bench.enter(unit, 'C2', 2);
  await record();
  expect((await rowsNow()).slice(agreed.length).map((row) => row.replace(/![A-Z]+\d+/, ''))).toEqual([
    `nhận thấy ${unit} ${C1}: Tự chấm: 1.25 → 1.75`,
  ]);
});

test('on an agreed sheet the unit’s own entry is neither removed nor given where others give points and take them away', async () => {
  const bench = await openScoring(scored);
  const unit = 'Đơn vị 2';
  const stage = await bench.addressOf(unit, 'field:stage', 'standard');
  const rowsSince = async (): Promise<string[]> => {
    const before = (await rowsNow()).length;
    await record();
    return (await rowsNow()).slice(before).map((row) => row.replace(/![A-Z]+\d+/, ''));
  };
  await bench.enter(unit, 'C1', 1.25, 'self');
  await bench.type(unit, stage, 'Thống nhất');
  await record();
  await bench.enter(unit, 'C1', 1, 'reviewed');
  expect(await rowsSince()).toEqual([`nhận thấy ${unit} ${C1}: Thẩm định: - → 1`]);
  await bench.enter(unit, 'C1', null, 'reviewed');
  expect(await rowsSince()).toEqual([`nhận thấy ${unit} ${C1}: Thẩm định: 1 → -`]);
  await bench.enter(unit, 'C1', 1, 'agreed');
  await bench.enter(unit, 'C1', 1.5, 'self');
  expect(await rowsSince()).toEqual([`nhận thấy ${unit} ${C1}: Thống nhất: - → 1`]);
  await bench.enter(unit, 'C1', null, 'agreed');
  expect(await rowsSince()).toEqual([
    `nhận thấy ${unit} ${C1}: Tự chấm: 1.25 → 1.5`,
    `nhận thấy ${unit} ${C1}: Thống nhất: 1 → -`,
  ]);
  await bench.type(unit, stage, 'Tự chấm');
  expect(await rowsSince()).toEqual([`nhận thấy ${unit} Giai đoạn của bảng: Thống nhất → Tự chấm`]);
});

test('entries of rows that are gone are named by headings, with their sheet', async () => {
  const bench = await openScoring(scored);
  await record();
  const sheets = ['Tiêu chí', 'Giao ước'];
  for (const [name, value] of [
    ['Tiêu chí', 'bonus4'],
    ['Giao ước', 'Đơn vị 2'],
  ] as const) {
    const lines = await bench.workbook.read(bench.sheet(name), { row: 0, column: 0, rows: 120, columns: 8 });
    const row = lines.findIndex((line) => line.some((cell) => cell.value === value));
    bench.unlocked(name, (id) => bench.workbook.deleteRows(id, row, 1));
  }
  await record();
  const gone = (await recordNow()).entries.filter(({ after }) => after === null);
  expect(new Set(gone.map(({ place }) => place))).toEqual(new Set(sheets));
  const whats = gone.map(({ what }) => what);
  expect(whats).toEqual(
    expect.arrayContaining([expect.stringMatching(/ Loại$/), expect.stringMatching(/ Tên đơn vị$/)]),
  );
  expect(whats.filter((what) => /(^| )(c\d+|kind|self|units;\S+)( |$)/.test(what))).toEqual([]);
});

describe('the covenant, a vote and a seal', () => {
  test('are recorded when they change', async () => {
    const bench = await openScoring((await sealedBooks()).ranked);
    await record();
    await bench.type('Giao ước', await bench.addressOf('Giao ước', 'field:period.title', 'c4'), 'Năm 2031');
    await decide(bench, 'vote', 3);
    await decide(bench, 'decidedOn', '31/10/2030');
    await record();
    await complete('renewWords', undefined, { recorder: recorderOf('') });
    await complete('rankUnits', undefined, { recorder: recorderOf('') });
    await complete('makeDocument', { kind: 'seal', today: '2030-11-25' }, { recorder: recorderOf('Chủ tọa') });
    const rows = (await rowsNow()).map((row) => row.replace(/![A-Z]+\d+/, ''));
    expect(rows.map((row) => row.replace(/mã chốt \w+$/, 'mã chốt'))).toEqual([
      'nhận thấy Giao ước Kỳ thi đua: - → Năm 2031',
      'nhận thấy Tổng hợp Đơn vị 1: Ngày quyết định: - → 31/10/2030',
      'nhận thấy Tổng hợp Đơn vị 1: Phiếu khi bằng điểm: - → 3',
      'do Chốt BẢN CHỐT KẾT QUẢ THI ĐUA: - → Đã chốt ngày 25/11/2030, mã chốt',
    ]);
    const { entries } = await recordNow();
    expect(entries.map(({ seal }) => (seal === '' ? '' : rows[3]?.endsWith(seal)))).toEqual(['', '', '', '', true]);
  });
});

describe('a record that was tampered with', () => {
  let recorded: IWorkbookData;
  beforeAll(async () => {
    const bench = await openScoring(scored);
    await record();
    for (const [index, points] of [1.25, 1, 0.75, 0.5].entries()) {
      await bench.enter(`Đơn vị ${1 + (index % 2)}`, 'C1', points, 'reviewed');
      await record(`người ${index}`);
    }
    recorded = await bench.snapshot();
    await closeScoring();
  });

  /** The row of the sheet, from 0, of a row of the record. */
  async function rowOf(number: number): Promise<number> {
    return (await recordNow()).entries.find((one) => one.number === number)?.row ?? -1;
  }

  test('names the row behind one that was removed', async () => {
    const bench = await openScoring(recorded);
    const row = await rowOf(3);
    bench.unlocked(RECORD, (id) => bench.workbook.deleteRows(id, row, 1));
    expect(await recordFindings()).toEqual([['record-row-missing', `B${row + 1}`, '4']]);
  });

  test('says that the last rows are gone', async () => {
    const bench = await openScoring(recorded);
    const row = await rowOf(5);
    bench.unlocked(RECORD, (id) => bench.workbook.deleteRows(id, row, 1));
    expect(await recordFindings()).toEqual([['record-cut', `B${row}`, undefined]]);
  });

  test.each(['who', 'time', 'what', 'before', 'after', 'place', 'how', 'seal', 'key', 'previous', 'number'])(
    'names the row whose %s was edited',
    async (column) => {
      const bench = await openScoring(recorded);
      const row = await rowOf(3);
      const { column: at } = parseAddress(await bench.addressOf(RECORD, 'header', column));
      bench.unlocked(RECORD, (id) => bench.workbook.write(id, areaOf(address(row, at)), [[number(7)]]));
      expect((await recordFindings())[0]?.slice(0, 2)).toEqual(['record-row-changed', `B${row + 1}`]);
    },
  );

  test('names a row that was exchanged with the one before it', async () => {
    const bench = await openScoring(recorded);
    const row = await rowOf(3);
    const id = bench.sheet(RECORD);
    const area = { row, column: 0, rows: 2, columns: 12 };
    const [first = [], second = []] = bench.workbook.stored(id, area);
    const write = ({ value }: { value: unknown }): CellWrite =>
      typeof value === 'number' ? number(value) : value === null ? { kind: 'empty' } : text(String(value));
    bench.unlocked(RECORD, () => bench.workbook.write(id, area, [second.map(write), first.map(write)]));
    expect(await recordFindings()).toEqual([['record-row-moved', `B${row + 1}`, '4']]);
  });

  test('names a row that somebody has typed', async () => {
    const bench = await openScoring(recorded);
    const row = await rowOf(4);
    bench.unlocked(RECORD, (id) => {
      bench.workbook.insertRows(id, row, 1);
      bench.workbook.write(id, areaOf(`F${row + 1}`), [[text('thêm')]]);
    });
    expect(await recordFindings()).toEqual([['record-row-changed', `F${row + 1}`, `(${row + 1})`]]);
  });

  test.each<[string, (last: number) => number, number]>([
    ['between its rows', (last) => last - 1, 1],
    ['above the row that ends it', (last) => last + 1, 1],
    ['above its headings', () => 14, 1],
    ['together', (last) => last - 2, 3],
  ])('names blank rows that were inserted %s, and is added to all the same', async (_where, at, count) => {
    const bench = await openScoring(recorded);
    const row = at(await rowOf(5));
    bench.unlocked(RECORD, (id) => bench.workbook.insertRows(id, row, count));
    const found = (await checkFigures()).filter(({ code }) => code.startsWith('record-'));
    const rows = count === 1 ? `${row + 1}` : `${row + 1}–${row + count}`;
    expect(found).toMatchObject([
      {
        code: 'record-row-inserted',
        severity: 'warning',
        place: { sheet: RECORD, cell: `B${row + 1}` },
        data: { rows },
      },
    ]);
    await bench.enter('Đơn vị 1', 'C1', 1.5, 'reviewed');
    await record();
    expect((await recordNow()).entries.map((one) => one.number)).toEqual([1, 2, 3, 4, 5, 6]);
    bench.unlocked(RECORD, (id) => bench.workbook.deleteRows(id, row, count));
    expect(await recordFindings()).toEqual([]);
  });

  test('names what was typed into the row that ends it, below that, and above its headings', async () => {
    const bench = await openScoring(recorded);
    const end = (await rowOf(5)) + 1;
    const typed = [end, end + 1].map((row) => `E${row + 1}`);
    for (const cell of typed) bench.unlocked(RECORD, (id) => bench.workbook.write(id, areaOf(cell), [[text('thêm')]]));
    expect((await recordFindings()).map(([code, cell]) => [code, cell])).toEqual(
      typed.map((cell) => ['record-row-changed', cell]),
    );
    bench.unlocked(RECORD, (id) => {
      bench.workbook.insertRows(id, 14, 1);
      bench.workbook.write(id, areaOf('B15'), [[text('thêm')]]);
    });
    expect((await recordFindings())[0]?.slice(0, 2)).toEqual(['record-row-changed', 'B15']);
  });

  test('is still checked without the key that ends it; recording waits until that is put back, and loses nothing', async () => {
    const bench = await openScoring(recorded);
    const [row, last] = [await rowOf(3), await rowOf(5)];
    bench.unlocked(RECORD, (id) => {
      bench.workbook.write(id, areaOf(`A${last + 2}`), [[{ kind: 'empty' }]]);
      bench.workbook.write(id, areaOf(`D${row + 1}`), [[text('người khác')]]);
    });
    await bench.enter('Đơn vị 1', 'C1', 0.25, 'reviewed');
    expect((await recordFindings()).map(([code, cell]) => [code, cell])).toEqual([
      ['record-end-lost', `A${last + 2}`],
      ['record-row-changed', `B${row + 1}`],
    ]);
    expect(await refusedWith()).toEqual(['record-end-lost']);
    expect((await complete('rankUnits', undefined, { recorder: recorderOf('') })).recorded).toBeNull();
    const ends = (await checkFigures()).filter(({ code }) => code === 'record-end-lost');
    await applyFixes(ends);
    expect(await record()).toBe(1);
    expect((await recordNow()).entries.at(-1)).toMatchObject({ number: 6, after: 0.25 });
    expect((await recordFindings()).map(([code]) => code)).toEqual(['record-row-changed']);
  });

  test('is not added to without its own columns and rows, and counts nothing', async () => {
    for (const lose of [
      (bench: ScoringBench) => bench.unlocked(RECORD, (id) => bench.workbook.deleteColumns(id, 7, 1)),
      (bench: ScoringBench) => bench.unlocked(RECORD, (id) => bench.workbook.deleteRows(id, 3, 1)),
    ]) {
      const bench = await openScoring(recorded);
      lose(bench);
      expect(await recordFindings()).toEqual([['record-damaged', null, undefined]]);
      expect((await readOverview()).record?.unrecorded).toBe(0);
      expect(await refusedWith()).toEqual(['record-damaged']);
      await closeScoring();
    }
  });

  test('names headings that were exchanged, a number shown as another, a hidden row and column, a lost protection, a copy', async () => {
    const bench = await openScoring(recorded);
    const row = (await rowOf(3)) + 1;
    bench.unlocked(RECORD, (id) => {
      bench.workbook.write(id, areaOf('H18'), [[text('Mới')]]);
      bench.workbook.write(id, areaOf('I18'), [[text('Cũ')]]);
      bench.workbook.setStyle(id, areaOf(`I${row}`), { numberFormat: '"4"' });
      bench.workbook.setRowsHidden(id, row, 1, { hidden: true });
      bench.workbook.setColumnsHidden(id, 8, 1, { hidden: true });
    });
    const copy = bench.workbook.copySheet(bench.sheet(RECORD), bench.workbook.sheets().length);
    const copied = bench.workbook.sheets().find(({ id }) => id === copy)?.name;
    bench.workbook.unprotect(bench.sheet(RECORD), null);
    const found = (await checkFigures()).map(({ code, place }) => `${code} ${place?.sheet}!${place?.cell ?? ''}`);
    expect(found).toEqual(
      expect.arrayContaining([
        `words-differ ${RECORD}!H18`,
        `words-differ ${RECORD}!I18`,
        `result-disguised ${RECORD}!I${row}`,
        `rows-hidden ${RECORD}!B${row + 1}`,
        `columns-hidden ${RECORD}!I1`,
        `sheet-unprotected ${RECORD}!`,
        `record-doubled ${copied}!`,
      ]),
    );
  });

  test('says that the last values were edited, so that a change would go unseen', async () => {
    const bench = await openScoring(recorded);
    const id = bench.sheet(RECORD);
    const area = { row: 1, column: 1, rows: 12, columns: 11 };
    const cells = bench.workbook.stored(id, area);
    const row = cells.findIndex((line) => line.some(({ value }) => String(value).includes('0.5')));
    const column = cells[row]?.findIndex(({ value }) => String(value).includes('0.5')) ?? -1;
    const edited = String(cells[row]?.[column]?.value).replace('0.5', '0.25');
    const cell = areaOf(address(1 + row, 1 + column));
    bench.unlocked(RECORD, () => bench.workbook.write(id, cell, [[text(edited)]]));
    expect(await recordFindings()).toEqual([['record-state-changed', null, undefined]]);
  });

  test('is still added to', async () => {
    const bench = await openScoring(recorded);
    const row = await rowOf(3);
    bench.unlocked(RECORD, (id) => bench.workbook.deleteRows(id, row, 1));
    await bench.enter('Đơn vị 1', 'C1', 0.25, 'reviewed');
    expect(await record()).toBe(1);
    expect((await recordNow()).entries.at(-1)).toMatchObject({ number: 6, after: 0.25 });
    expect((await recordFindings())[0]?.[0]).toBe('record-row-missing');
  });
});

/** Why recording is refused. */
async function refusedWith(): Promise<string[]> {
  const outcome = await outcomeOf('recordChanges', undefined);
  return outcome.done ? [] : outcome.findings.map(({ code }) => code);
}

/** Code, cell and the row's number of each finding about the record. */
async function recordFindings(): Promise<unknown[][]> {
  return (await checkFigures()).flatMap(({ code, place, data }) =>
    code.startsWith('record-') ? [[code, place?.cell ?? null, 'number' in data ? data.number : undefined]] : [],
  );
}
