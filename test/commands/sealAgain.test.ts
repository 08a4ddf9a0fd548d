/** A sealed result that is sealed again: what was changed becomes an amendment; damage and failures leave one seal. */
import { applyFixes, checkFigures, complete, readOverview } from '../support/commands';
import type { IWorkbookData } from '@univerjs/core';
import { readWorkbookSnapshot } from '../../src/excel/read';
import { copyRefs, sealFormulas } from '../../src/sheets/seal/formulas';
import { sealWords } from '../../src/sheets/seal/words';
import { readSeal } from '../../src/sheets/seal/read';
import { sealChecksum } from '../../src/sheets/seal/sealed';
import { writePlace } from '../../src/sheets/shared/copyBlocks';
import { refOf, unitRefs } from '../../src/sheets/shared/evaluation';
import { addressesOf } from '../../src/spreadsheet/layout';
import type { Behaviours } from '../../src/stand-in/workbook/behaviours';
import type { CellWrite } from '../../src/stand-in/workbook/cellContent';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import {
  areaOf,
  brief,
  closeScoring,
  must,
  only,
  openScoring,
  refusal,
  type ScoringBench,
} from '../support/scoringBench';
import {
  CHANGED,
  codes,
  correct,
  LATER,
  message,
  SEAL,
  seal,
  type SealedBooks,
  sealedBooks,
  sealWords as shownWords,
  setStage,
  status,
  UNITS,
} from '../support/sealed';

const AMENDMENTS = 'Điều chỉnh';
const COPIES = 'Chốt (bản lưu)';

let books: SealedBooks;
beforeAll(async () => {
  books = await sealedBooks();
});
afterEach(closeScoring);

/** The rows of the list of amendments, without their keys. */
async function amendments(bench: ScoringBench): Promise<string[]> {
  const lines = await bench.workbook.read(bench.sheet(AMENDMENTS), { row: 0, column: 0, rows: 40, columns: 9 });
  return lines
    .filter(([key]) => String(key?.value ?? '').startsWith('amendment:'))
    .map((line) =>
      line
        .slice(1)
        .map(({ value }) => String(value ?? ''))
        .join(' | '),
    );
}

describe('sealed again', () => {
  test('every change is a row with old, new and the reason of the line; the prints say which amendment they are', async () => {
    const bench = await openScoring(books.sealed);
    await correct(bench, 0.75);
    bench.host.resetCounters();
    expect(must(await seal(LATER))).toEqual({ kind: 'seal', sheets: [SEAL, AMENDMENTS], replaced: true });
    expect(bench.host.counters.batches).toBe(5);
    expect(await amendments(bench)).toEqual([
      expect.stringMatching(/^1 \| 1 \| Đơn vị 1 \| .* \| 1,00 \| 0,75 \| Theo Kết luận 12\/KL \| $/),
      expect.stringMatching(
        /^2 \| 1 \| Đơn vị 1 \| Tổng điểm \| [\d,]+ \| [\d,]+ \| Tính lại theo các điều chỉnh trên \| $/,
      ),
    ]);
    const words = await shownWords(bench);
    expect(words).toMatch(/^Bản điều chỉnh lần 1, chốt ngày 01\/12\/2020, mã chốt [0-9a-f]{12}$/);
    expect(await status(bench)).toBe(words);
    for (const unit of UNITS) expect(await message(bench, unit)).toBe(words);
    expect(bench.names().filter((name) => /^(Chốt|Điều chỉnh)/.test(name))).toEqual([SEAL, COPIES, AMENDMENTS]);
  });

  test('the check wants the number of the minutes, and then nothing', async () => {
    const bench = await openScoring(books.sealed);
    const before = await codes();
    await correct(bench, 0.75);
    must(await seal());
    expect(only(await checkFigures(), 'amendment-unexplained').map(({ data }) => data.unit)).toEqual(['Đơn vị 1']);
    await bench.type(AMENDMENTS, await bench.addressOf(AMENDMENTS, 'amendment:1:line:C1:u1', 'minutes'), '15/BB');
    expect(await codes()).toEqual(before);
  });

  test('earlier amendments stay with what was written in them', async () => {
    const bench = await openScoring(books.sealed);
    await correct(bench, 0.75);
    must(await seal());
    await bench.type(
      AMENDMENTS,
      await bench.addressOf(AMENDMENTS, 'amendment:1:line:C1:u1', 'reason'),
      'Sửa lại lý do',
    );
    await bench.type(AMENDMENTS, await bench.addressOf(AMENDMENTS, 'amendment:1:line:C1:u1', 'minutes'), '15/BB');
    await correct(bench, 0.5);
    must(await seal());
    const rows = await amendments(bench);
    expect(rows[0]).toMatch(/^1 \| 1 \| .* \| 1,00 \| 0,75 \| Sửa lại lý do \| 15\/BB$/);
    expect(rows[2]).toMatch(/^3 \| 2 \| .* \| 0,75 \| 0,50 \| Theo Kết luận/);
    expect(await shownWords(bench)).toMatch(/lần 2/);
  });

  test('it keeps name and place of the older sheets', async () => {
    const bench = await openScoring(books.sealed);
    bench.workbook.renameSheet(bench.sheet(SEAL), 'Kết quả');
    bench.workbook.moveSheet(bench.sheet('Kết quả'), 1);
    expect(await status(bench)).toMatch(/^Đã chốt/);
    await correct(bench, 0.75);
    must(await seal());
    expect(bench.names()[1]).toBe('Kết quả');
    expect(await status(bench)).toMatch(/^Bản điều chỉnh lần 1/);
  });

  test('nothing is done where nothing has changed', async () => {
    const bench = await openScoring(books.sealed);
    const before = await bench.state();
    expect(refusal(await seal()).map(({ code }) => code)).toEqual(['seal-unchanged']);
    expect(await bench.state()).toEqual(before);
  });
});

describe('a seal that was tampered with', () => {
  test('by hand: the check says so, and sealing again puts it right', async () => {
    const bench = await openScoring(books.sealed);
    const cell = await bench.addressOf(SEAL, 'line:C1', 'unit:u2');
    bench.unlocked(SEAL, (id) => {
      bench.workbook.write(id, areaOf(cell), [[{ kind: 'number', number: 99 }]]);
    });
    expect(await codes()).toEqual(expect.arrayContaining(['seal-damaged', 'seal-changed']));
    must(await seal());
    expect(await codes()).not.toContain('seal-damaged');
    expect(await bench.value(SEAL, 'line:C1', 'unit:u2')).toBe(1.25);
  });

  test.each([
    ['a value', 'line:C1', 'unit:u2'],
    ['a heading', 'header', 'unit:u2'],
    ['the day of its words', 'field:hint', 'number'],
  ])(
    '%s, and nothing else: made again it has its code, round and day, and no amendment',
    async (_what, row, column) => {
      const bench = await openScoring(books.sealed);
      const words = String(await shownWords(bench));
      const cell = await bench.addressOf(SEAL, row, column);
      const before = (await bench.read(SEAL, cell)).value;
      bench.unlocked(SEAL, (id) => {
        bench.workbook.write(id, areaOf(cell), [[{ kind: 'text', text: 'Khác' }]]);
      });
      must(await seal(LATER));
      expect((await bench.read(SEAL, cell)).value).toBe(before);
      expect(await shownWords(bench)).toBe(words);
      expect(bench.names().filter((name) => /^(Chốt|Điều chỉnh)/.test(name))).toEqual([SEAL, COPIES]);
      expect((await complete('verifySeal', { code: words.slice(-12) })).result).toMatchObject({ same: true });
    },
  );

  test('and a figure corrected: it is an amendment with the rows of what changed', async () => {
    const bench = await openScoring(books.sealed);
    const cell = await bench.addressOf(SEAL, 'line:C1', 'unit:u2');
    await correct(bench, 0.75);
    bench.unlocked(SEAL, (id) => {
      bench.workbook.write(id, areaOf(cell), [[{ kind: 'number', number: 99 }]]);
    });
    must(await seal(LATER));
    expect(await shownWords(bench)).toMatch(/^Bản điều chỉnh lần 1/);
    expect((await amendments(bench)).map((row) => row.split(' | ')[2])).toEqual(['Đơn vị 1', 'Đơn vị 1']);
  });

  test.each([
    ['hint', 'number'],
    ['state', 'title'],
  ])(
    'another day in its words (%s): the check names the cell, and the choice puts the words back',
    async (row, column) => {
      const bench = await openScoring(books.sealed);
      const cell = await bench.addressOf(SEAL, `field:${row}`, column);
      const before = (await bench.read(SEAL, cell)).value;
      bench.unlocked(SEAL, (id) => {
        bench.workbook.write(id, areaOf(cell), [
          [{ kind: 'text', text: String(before).replace(/ngày \d+/, 'ngày 1') }],
        ]);
      });
      const found = (await checkFigures()).filter(({ code }) => code === 'seal-words-differ');
      expect(found).toEqual([expect.objectContaining({ place: { sheet: SEAL, cell } })]);
      const [choice] = found[0]?.choices ?? [];
      if (choice) await complete('applyChoice', choice);
      expect((await bench.read(SEAL, cell)).value).toBe(before);
      expect(await codes()).not.toContain('seal-words-differ');
    },
  );

  test('its record emptied: it is damaged, and the workbook can still be checked, read and sealed', async () => {
    const bench = await openScoring(books.sealed);
    const cell = await bench.addressOf(SEAL, 'field:record', 'standard');
    bench.unlocked(SEAL, (id) => {
      bench.workbook.write(id, areaOf(cell), [[{ kind: 'empty' }]]);
    });
    expect(await codes()).toContain('seal-damaged');
    expect((await readOverview()).sealed).toEqual({ text: '', state: 'changed' });
    must(await seal());
    expect(await shownWords(bench)).toMatch(/^Bản điều chỉnh lần 1/);
    expect(await amendments(bench)).toEqual([
      '1 | 1 |  | Bản chốt; kết quả không đổi | - | - | Lập lại do trang đã bị sửa | ',
    ]);
  });

  test('deleted: the check names what refers to it, and the fixes put the plain words back', async () => {
    const bench = await openScoring(books.sealed);
    bench.workbook.deleteSheet(bench.sheet(SEAL));
    const findings = await checkFigures();
    expect(only(findings, 'formula-overwritten')).toHaveLength(4);
    await applyFixes(findings);
    expect(await status(bench)).toBe('KẾT QUẢ ĐÃ THỐNG NHẤT');
    expect(await message(bench, 'Đơn vị 1')).toBe('');
    expect((await readOverview()).sealed).toBeNull();
    must(await seal());
    expect(await status(bench)).toMatch(/^Đã chốt/);
  });
});

/** The rows that a seal of version 0.4.0 has not, which covers points only, and those that came with the cover of its own sheets. */
const LATER_ROWS = { points: /^field:(changed:|copy)/, others: /^field:changed:(seal|amendments)$/ } as const;

/** Makes the seal of the open workbook one of an earlier version: of points only, or of all sheets but its own. */
async function asOldSeal(bench: ScoringBench, covers: keyof typeof LATER_ROWS = 'points'): Promise<void> {
  const reading = readWorkbook(await readWorkbookSnapshot());
  const { covenant, summary, documents } = reading;
  const [first] = documents.seal;
  const seal = readSeal(documents.seal);
  if (!covenant || !summary || !first || !seal?.record) throw new Error('nothing was sealed');
  if (covers === 'points') bench.workbook.deleteSheet(bench.sheet(COPIES));
  const rows = first.rows.filter(({ key }) => LATER_ROWS[covers].test(key)).map(({ row }) => row);
  const copied = [...(seal.copies ?? [])].filter(([key]) => !/^(seal:|amendments$)/.test(key));
  const copies =
    covers === 'points'
      ? null
      : new Map(copied.map(([key, { part, areas, digest }]) => [key, { part, areas, digest }] as const));
  bench.unlocked(SEAL, (id) => {
    for (const row of rows.reverse()) bench.workbook.deleteRows(id, row, 1);
  });
  const checksum = sealChecksum(seal.result, seal.record, copies);
  const later = readWorkbook(await readWorkbookSnapshot());
  const [old] = later.documents.seal;
  if (!old) throw new Error('no seal is left');
  const text = sealWords({ ...seal.record, checksum });
  const part = { part: '1', sheet: SEAL, layout: old.layout, units: covenant.cluster.units.map(({ id }) => id) };
  const [formulas = []] = sealFormulas(covenant.criteria, [part], {
    units: unitRefs(reading, covenant.cluster.units),
    summary: refOf(summary),
    copies: copyRefs(later, { copies, record: null }),
  });
  const at = addressesOf(old.layout);
  bench.unlocked(SEAL, (id) => {
    const write = (cell: string | null, content: CellWrite): void =>
      bench.workbook.write(id, areaOf(cell ?? ''), [[content]]);
    write(at.cell('field:record', 'standard'), { kind: 'text', text: checksum });
    write(at.cell('field:hint', 'number'), { kind: 'text', text });
    write(at.cell('field:state', 'title'), { kind: 'text', text });
    for (const [key, place] of copies ?? []) {
      const cell = key.startsWith('unit:') ? at.cell('field:copy', key) : at.cell(`field:changed:${key}`, 'title');
      write(cell, { kind: 'text', text: writePlace(place) });
    }
    for (const { row, column, formula } of formulas) write(at.cell(row, column), { kind: 'formula', formula });
  });
}

describe('a seal of version 0.4.0', () => {
  test('holds for what it covers, and the check says what that is; sealed again it covers everything, in the same round', async () => {
    const bench = await openScoring(books.sealed);
    const before = await codes();
    await asOldSeal(bench);
    expect(await codes()).toEqual(expect.arrayContaining([...before, 'seal-points-only']));
    expect((await readOverview()).sealed?.state).toBe('current');
    expect(await status(bench)).toMatch(/^Đã chốt/);
    await bench.enter('Đơn vị 1', 'C1', 'Công văn số 7', 'evidence');
    expect((await readOverview()).sealed?.state).toBe('current');
    must(await seal(LATER));
    expect(await status(bench)).toMatch(/^Đã chốt ngày 01\/12\/2020/);
    expect(await codes()).toEqual(before);
    await bench.enter('Đơn vị 1', 'C1', 'Công văn số 8', 'evidence');
    expect(await codes()).toContain('sealed-cell-differs');
  });

  test('is told from its formulas too: a stage that was set back is a change for the pane as for the paper', async () => {
    const bench = await openScoring(books.sealed);
    await asOldSeal(bench);
    await setStage(bench, 'Đơn vị 2', 'Thẩm định');
    expect(await message(bench, 'Đơn vị 1')).toBe(CHANGED);
    expect((await readOverview()).sealed?.state).toBe('changed');
    expect(only(await checkFigures(), 'sealed-sheet-differs').map(({ place }) => place?.sheet)).toEqual(['Đơn vị 2']);
  });
});

test('a seal that does not cover its own sheets keeps its rule: it holds, tells a change, and is sealed again as a whole one', async () => {
  const bench = await openScoring(books.sealed);
  const before = await codes();
  await asOldSeal(bench, 'others');
  expect(await codes()).toEqual(before);
  expect((await readOverview()).sealed?.state).toBe('current');
  expect(await status(bench)).toMatch(/^Đã chốt/);
  await correct(bench, 0.75);
  expect(await status(bench)).toBe(CHANGED);
  must(await seal(LATER));
  expect(await status(bench)).toMatch(/^Bản điều chỉnh lần 1/);
  expect(await codes()).toEqual([...before, 'amendment-unexplained']);
});

test('an amended seal of an earlier version whose list is gone is damaged; sealed again, the new list says that it is lost', async () => {
  const bench = await openScoring(books.sealed);
  await correct(bench, 0.75);
  must(await seal(LATER));
  await asOldSeal(bench, 'others');
  bench.workbook.deleteSheet(bench.sheet(AMENDMENTS));
  expect(await codes()).toContain('seal-damaged');
  must(await seal(LATER));
  expect((await amendments(bench))[0]).toMatch(/Danh sách điều chỉnh lần 1 bị mất/);
});

describe('what is amended besides points', () => {
  test('evidence, a target of nothing or a name is a row with what was sealed and what stands there now', async () => {
    const bench = await openScoring(books.sealed);
    const cell = await bench.addressOf('Đơn vị 2', 'line:C2', 'evidence');
    await bench.enter('Đơn vị 2', 'C2', 'Công văn số 7', 'evidence');
    const reason = await bench.addressOf('Tổng hợp', 'unit:u3', 'reason');
    await bench.type('Tổng hợp', reason, 'Tự rút');
    must(await seal(LATER));
    expect(await amendments(bench)).toEqual([
      `1 | 1 | Đơn vị 3 | Ô Tổng hợp!${reason} | - | Tự rút |  | `,
      expect.stringMatching(
        new RegExp(`^2 \\| 1 \\| Đơn vị 2 \\| .* \\(ô Đơn vị 2!${cell}\\) \\| - \\| Công văn số 7 \\|  \\| $`),
      ),
    ]);
    expect(only(await checkFigures(), 'amendment-unexplained')).toHaveLength(2);
  });

  test('entries that give the same points are told cell by cell', async () => {
    const bench = await openScoring(books.sealed);
    await bench.enter('Đơn vị 1', 'C1', 1, 'agreed');
    must(await seal(LATER));
    expect(await amendments(bench)).toEqual([
      expect.stringMatching(/^1 \| 1 \| Đơn vị 1 \| .*\(ô Đơn vị 1!\w+\) \| - \| 1 \| {2}\| $/),
    ]);
  });

  test('a row that was inserted in a sealed sheet is a change, and none once it is gone', async () => {
    const bench = await openScoring(books.sealed);
    const words = await status(bench);
    const { row } = areaOf(await bench.addressOf('Đơn vị 1', 'line:C2', 'title'));
    bench.unlocked('Đơn vị 1', (id) => bench.workbook.insertRows(id, row, 1));
    expect(await status(bench)).toBe(CHANGED);
    expect((await readOverview()).sealed?.state).toBe('changed');
    expect(only(await checkFigures(), 'sealed-sheet-differs').map(({ place }) => place?.sheet)).toEqual(['Đơn vị 1']);
    expect(await codes()).not.toContain('formula-overwritten');
    bench.unlocked('Đơn vị 1', (id) => bench.workbook.deleteRows(id, row, 1));
    expect(await status(bench)).toBe(words);
    expect((await readOverview()).sealed?.state).toBe('current');
  });

  test('a cell with an error value keeps the result from being sealed: it would differ from itself', async () => {
    const bench = await openScoring(books.ranked);
    const cell = await bench.addressOf('Đơn vị 1', 'line:C2', 'evidence');
    bench.workbook.write(bench.sheet('Đơn vị 1'), areaOf(cell), [[{ kind: 'formula', formula: '=1/0' }]]);
    expect(refusal(await seal()).map(brief)).toContain(`Đơn vị 1!${cell} seal-cell-error`);
  });
});

describe('wherever sealing stops', () => {
  /** The workbook afterwards is the one before, with a failure, or the sealed one, without. */
  async function stopped(
    data: IWorkbookData,
    how: { batch: number; lost?: true; afterActions?: number },
    behaviours: Partial<Behaviours> = {},
  ) {
    const bench = await openScoring(data);
    Object.assign(bench.workbook.behaviours, behaviours);
    if (data !== books.ranked) await correct(bench, 0.75);
    const before = await bench.state();
    bench.host.failOn({ code: 'ConnectionFailure', ...how, batch: bench.host.counters.batches + how.batch });
    const came: unknown = await seal(LATER).catch((thrown: unknown) => thrown);
    if (typeof came === 'object' && came !== null && 'aftermath' in came) {
      expect(['rolledBack', 'unchanged']).toContain(came.aftermath);
      expect(withoutColours(await bench.state())).toEqual(withoutColours(before));
      await closeScoring();
      return 'older';
    }
    expect(came).toMatchObject({ done: true });
    for (const unit of UNITS) expect(await message(bench, unit)).toBe(await status(bench));
    expect(await status(bench)).toMatch(data === books.ranked ? /^Đã chốt/ : /^Bản điều chỉnh lần 1/);
    expect(bench.names().filter((name) => /^Chốt/.test(name))).toEqual([SEAL, COPIES]);
    await closeScoring();
    return 'newer';
  }

  /** How many actions the last batch of an amendment has. */
  async function lastActions(data: IWorkbookData): Promise<number> {
    const bench = await openScoring(data);
    await correct(bench, 0.75);
    must(await seal(LATER));
    const { actions = 0 } = bench.host.log.findLast(({ cleanup }) => !cleanup) ?? {};
    await closeScoring();
    return actions;
  }

  async function withHiddenCopies(data: IWorkbookData): Promise<IWorkbookData> {
    const bench = await openScoring(data);
    bench.workbook.setSheetInfo(bench.sheet(COPIES), { visibility: 'veryHidden' });
    const hidden = await bench.snapshot();
    await closeScoring();
    return hidden;
  }

  test.each([1, 20, 60, 120, 200, 300])('after %i actions of the first seal there is none', async (afterActions) => {
    expect(await stopped(books.ranked, { batch: 4, afterActions })).toBe('older');
  });

  describe.each([
    ['that deletes no such sheet', 'kept'],
    ['that deletes it', 'deleted'],
  ] as const)('on a build %s', (_what, veryHiddenSheets) => {
    test('copies that a program has hidden from the menus stay as they were, or are replaced', async () => {
      const hidden = await withHiddenCopies(books.sealed);
      const actions = await lastActions(hidden);
      const stands: string[] = [];
      const cuts = Array.from({ length: 8 }, (_none, index) => ({ batch: 5, afterActions: actions - 1 - index }));
      for (const { batch, ...how } of [...cuts, { batch: 4, lost: true as const }, { batch: 5, lost: true as const }])
        stands.push(await stopped(hidden, { batch, ...how }, { veryHiddenSheets }));
      expect(new Set(stands)).toEqual(new Set(['older', 'newer']));
    });
  });

  test('of the last batch of an amendment: the older seal with a failure, or the newer one without', async () => {
    const actions = await lastActions(books.sealed);
    const stands: string[] = [];
    for (const afterActions of [0, 1, actions - 4, actions - 3, actions - 2, actions - 1])
      stands.push(await stopped(books.sealed, { batch: 5, afterActions }));
    expect(new Set(stands)).toEqual(new Set(['older', 'newer']));
    expect(await stopped(books.sealed, { batch: 5, lost: true })).toBe('newer');
    expect(await stopped(books.sealed, { batch: 4, lost: true })).toBe('older');
  });
});

/** How cells are coloured is compared where a seal is overtaken. */
function withoutColours(data: IWorkbookData): unknown {
  const text = JSON.stringify(data, (key, value: unknown) => (/conditional/i.test(key) ? undefined : value));
  return JSON.parse(text) as unknown;
}
