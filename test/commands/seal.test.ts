/** Sealing the result: when it may be, what every sheet then says, and what is said of a later change. */
import { checkFigures, insertSheets, rankUnits } from '../support/commands';
import { rowKey } from '../../src/spreadsheet/keys';
import { VALUE_COLUMN } from '../../src/sheets/covenant/layout';
import { text } from '../support/checking';
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
  DAY,
  decideEligibility,
  message,
  SEAL,
  seal,
  type SealedBooks,
  sealedBooks,
  sealState,
  sealWords,
  setStage,
  status,
  UNITS,
} from '../support/sealed';

let books: SealedBooks;
beforeAll(async () => {
  books = await sealedBooks();
});
afterEach(closeScoring);

describe('the first seal', () => {
  test('is a sheet of values with the day and a checksum, in five round trips', async () => {
    const bench = await openScoring(books.ranked);
    bench.host.resetCounters();
    expect(must(await seal())).toEqual({ kind: 'seal', sheets: [SEAL], replaced: false });
    expect(bench.host.counters.batches).toBe(5);
    const words = await sealWords(bench);
    expect(words).toMatch(/^Đã chốt ngày 25\/11\/2020, mã chốt [0-9a-f]{12}$/);
    expect(await bench.value(SEAL, 'line:C1', 'unit:u2')).toBe(1.25);
    expect(await bench.value(SEAL, 'field:rank', 'unit:u2')).toBe(2);
    expect((await bench.read(SEAL, await bench.addressOf(SEAL, 'line:C1', 'unit:u2'))).formula).toBeNull();
  });

  test('is what the summary and every unit’s sheet then say', async () => {
    const bench = await openScoring(books.sealed);
    const words = await sealWords(bench);
    expect(await sealState(bench)).toBe(words);
    expect(await status(bench)).toBe(words);
    for (const unit of UNITS) expect(await message(bench, unit)).toBe(words);
  });

  test('leaves the check with nothing to say', async () => {
    await openScoring(books.ranked);
    const before = (await checkFigures()).map(brief);
    await closeScoring();
    await openScoring(books.sealed);
    expect((await checkFigures()).map(brief)).toEqual(before);
  });
});

describe('what changed afterwards', () => {
  test('is said by the seal, the summary and every unit’s sheet, live; putting it back makes the seal hold again', async () => {
    const bench = await openScoring(books.sealed);
    const words = await sealWords(bench);
    await bench.enter('Đơn vị 1', 'C1', 0.75, 'agreed');
    expect(await sealState(bench)).toBe(CHANGED);
    expect(await message(bench, 'Đơn vị 3')).toBe(CHANGED);
    // A ranking that is out of date goes before.
    expect(await status(bench)).toMatch(/cần xếp hạng lại/);
    must(await rankUnits());
    expect(await status(bench)).toBe(CHANGED);
    await bench.enter('Đơn vị 1', 'C1', null, 'agreed');
    must(await rankUnits());
    expect(await status(bench)).toBe(words);
    expect(await message(bench, 'Đơn vị 3')).toBe(words);
  });

  test('also where lines changed and neither total nor rank did', async () => {
    const bench = await openScoring(books.sealed);
    const total = await bench.value('Đơn vị 1', 'total:total', 'official');
    const other = await bench.line('Đơn vị 1', 'C2');
    await bench.enter('Đơn vị 1', 'C1', 1.25, 'agreed');
    await bench.enter('Đơn vị 1', 'C2', Number(other) - 0.25, 'agreed');
    expect(await bench.value('Đơn vị 1', 'total:total', 'official')).toBe(total);
    expect(await sealState(bench)).toBe(CHANGED);
  });

  test('a blank line of a unit is provisional on its own sheet', async () => {
    const bench = await openScoring(books.sealed);
    await bench.enter('Đơn vị 1', 'C1', null);
    expect(await message(bench, 'Đơn vị 1')).toBe('TẠM TÍNH: còn 1 dòng chưa chấm');
    expect(await message(bench, 'Đơn vị 2')).toBe(CHANGED);
  });

  test('the eligibility of a unit', async () => {
    const bench = await openScoring(books.sealed);
    const cell = await bench.addressOf('Tổng hợp', rowKey.unit('u3'), 'eligibility');
    await bench.type('Tổng hợp', cell, 'Không xét');
    expect(await sealState(bench)).toBe(CHANGED);
  });

  test('a sheet that is no longer agreed', async () => {
    const bench = await openScoring(books.sealed);
    await setStage(bench, 'Đơn vị 2', 'Thẩm định');
    expect(await message(bench, 'Đơn vị 1')).toBe(CHANGED);
    expect(await status(bench)).toMatch(/TẠM TÍNH/);
  });

  test('a unit that joined', async () => {
    const bench = await openScoring(books.sealed);
    await bench.addUnit('Mới');
    must(await insertSheets());
    expect(await message(bench, 'Đơn vị 1')).toBe(CHANGED);
    expect(await message(bench, 'Mới')).toMatch(/^TẠM TÍNH/);
  });

  test('the check names how many and the first', async () => {
    const bench = await openScoring(books.sealed);
    await bench.enter('Đơn vị 1', 'C1', 0.75, 'agreed');
    const [changed] = only(await checkFigures(), 'seal-changed');
    expect(changed?.data).toMatchObject({ unit: 'Đơn vị 1', changes: 2 });
    expect(changed?.place?.sheet).toBe(SEAL);
  });

  test('entries that give the same points are named by the check', async () => {
    const bench = await openScoring(books.sealed);
    await bench.enter('Đơn vị 1', 'C1', 1, 'agreed');
    const [changed] = only(await checkFigures(), 'seal-changed');
    expect(changed?.data).toMatchObject({ unit: 'Đơn vị 1', what: 'Số liệu nhập', changes: 1 });
  });
});

const dayCell = (bench: ScoringBench, day: string): Promise<string> =>
  bench.addressOf('Giao ước', rowKey.field(`period.${day}`), VALUE_COLUMN);
async function setDay(bench: ScoringBench, day: string, entry: string): Promise<void> {
  await bench.type('Giao ước', await dayCell(bench, day), entry);
}

test.each(['Chưa xét', 'Không xét'])('a unit that is %s by a recorded decision is sealed as that', async (word) => {
  const bench = await openScoring(books.agreed);
  await decideEligibility(bench, 'u1', word);
  must(await rankUnits());
  must(await seal());
  expect(await bench.value(SEAL, 'field:eligibility', 'unit:u1')).toBe(word);
  expect(await status(bench)).toBe(await sealWords(bench));
  expect(await sealState(bench)).toBe(await sealWords(bench));
  expect(await codes()).toEqual(['cluster-small']);
});

describe('a seal of another day than the covenant wants is remarked', () => {
  test.each([
    ['after the day by which results are due', 'resultsBy', 'after', '2020-11-24'],
    ['before the meeting', 'meeting', 'before', '2020-11-26'],
  ])('%s', async (_when, field, side, due) => {
    const bench = await openScoring(books.sealed);
    await setDay(bench, field, due.split('-').reverse().join('/'));
    expect(only(await checkFigures(), 'sealed-off-date').map(({ data }) => data)).toEqual([{ day: DAY, due, side }]);
  });

  test('not on the last day', async () => {
    const bench = await openScoring(books.sealed);
    await setDay(bench, 'resultsBy', '25/11/2020');
    expect(await codes()).not.toContain('sealed-off-date');
  });
});

describe('is refused', () => {
  async function refusedWith(bench: ScoringBench): Promise<string[]> {
    const before = await bench.state();
    const found = refusal(await seal()).map(({ code }) => code);
    expect(await bench.state()).toEqual(before);
    return found;
  }

  test('before the units are ranked', async () => {
    expect(await refusedWith(await openScoring(books.agreed))).toEqual(['seal-unranked']);
  });

  test('when figures changed after the ranking', async () => {
    const bench = await openScoring(books.ranked);
    await bench.enter('Đơn vị 1', 'C1', 0.75, 'agreed');
    expect(await refusedWith(bench)).toEqual(['seal-unranked']);
  });

  test('while a unit is not agreed', async () => {
    const bench = await openScoring(books.ranked);
    await setStage(bench, 'Đơn vị 2', 'Thẩm định');
    expect(await refusedWith(bench)).toEqual(['seal-provisional']);
  });

  test('while lines are blank', async () => {
    const bench = await openScoring(books.ranked);
    await bench.enter('Đơn vị 2', 'C1', null);
    expect(await refusedWith(bench)).toEqual(['seal-errors', 'seal-provisional', 'seal-unranked']);
  });

  test.each(['Chưa xét', 'Không xét'])('while %s is no recorded decision, which is named', async (word) => {
    const bench = await openScoring(books.agreed);
    await bench.type('Tổng hợp', await bench.addressOf('Tổng hợp', rowKey.unit('u1'), 'eligibility'), word);
    must(await rankUnits());
    expect(await refusedWith(bench)).toEqual(['seal-undecided', 'eligibility-undecided', 'seal-provisional']);
    expect(await status(bench)).toMatch(/TẠM TÍNH/);
  });

  test('before the day of the meeting, at its cell', async () => {
    const bench = await openScoring(books.ranked);
    await setDay(bench, 'meeting', '26/11/2020');
    expect(await refusedWith(bench)).toEqual(['seal-before-meeting']);
    expect(refusal(await seal())[0]?.place).toEqual({ sheet: 'Giao ước', cell: await dayCell(bench, 'meeting') });
    expect(must(await seal('2020-11-26')).sheets).toEqual([SEAL]);
  });

  test('while a deadline cannot be read', async () => {
    const bench = await openScoring(books.ranked);
    const cell = await dayCell(bench, 'handIn');
    bench.workbook.write(bench.sheet('Giao ước'), areaOf(cell), [[text('cuối tháng 11')]]);
    expect(await refusedWith(bench)).toEqual(['seal-errors', 'seal-provisional']);
  });

  test('where a sheet of one’s own has the name', async () => {
    const bench = await openScoring(books.ranked);
    bench.workbook.addSheet(SEAL);
    expect(await refusedWith(bench)).toEqual(['sheet-name-taken']);
  });
});
