/** A decision counts for what it was taken about, as its row prints it: for another matter it has to be taken again. */
import type { IWorkbookData } from '@univerjs/core';
import type { FindingCode } from '../../src/covenant/findings';
import { openDecisions } from '../../src/covenant/findings';
import { UNITS, VALUE_COLUMN } from '../../src/sheets/covenant/layout';
import { rowKey } from '../../src/spreadsheet/keys';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import { checkFigures, complete, makeDocument, rankUnits, undoLast } from '../support/commands';
import { awardedCluster } from '../support/covenants';
import { closeScoring, must, only, openScoring, refusal, type ScoringBench, type Typed } from '../support/scoringBench';
import { agreedBook, seal } from '../support/sealed';

const SHEET = 'Quyết định';
const TITLES = 'Xét danh hiệu';
const RECORD = { basis: 'Biên bản số 3/BB', day: '24/11/2020', person: 'Hội nghị cụm' };

/** Four units of which the first and the third are tied for the last of three places. */
const cluster = awardedCluster(2);

let agreed: IWorkbookData;
beforeAll(async () => {
  agreed = await agreedBook(cluster);
});
afterEach(closeScoring);

const put = async (bench: ScoringBench, at: readonly [string, string, string], entry: Typed): Promise<void> =>
  bench.type(at[0], await bench.addressOf(...at), entry);

async function agree(bench: ScoringBench, unit: string, points: number): Promise<void> {
  await bench.enter(unit, 'C1', points, 'agreed');
  await bench.enter(unit, 'C1', 'Họp thống nhất', 'note');
}

async function decide(bench: ScoringBench, key: string, entries: Readonly<Record<string, Typed>>): Promise<void> {
  for (const [column, entry] of Object.entries(entries)) await put(bench, [SHEET, `decision:${key}`, column], entry);
}

async function order(bench: ScoringBench, units: readonly string[]): Promise<void> {
  for (const [index, unit] of units.entries()) await put(bench, [TITLES, rowKey.unit(unit), 'order:TT'], index + 1);
}

async function handIn(bench: ScoringBench, day: string): Promise<void> {
  await put(bench, ['Giao ước', rowKey.field('period.handIn'), VALUE_COLUMN], '20/11/2020');
  const { row, column } = parseAddress(await bench.addressOf('Giao ước', UNITS.header, UNITS.columns.handedIn));
  await bench.type('Giao ước', address(row + 2, column), day);
}

interface Decided {
  key: string;
  /** How it comes to be decided, and how its matter changes after that. */
  before: (bench: ScoringBench) => Promise<void>;
  entries?: Readonly<Record<string, Typed>>;
  after: (bench: ScoringBench) => Promise<void>;
  decided: string;
  now: string;
}

const DECIDED: Readonly<Record<string, Decided>> = {
  'a tie of other units, with an order': {
    key: 'tie:TT',
    before: (bench) => order(bench, ['u1', 'u3']),
    after: async (bench) => {
      await agree(bench, 'Đơn vị 1', 1.25);
      await agree(bench, 'Đơn vị 2', 1);
      await order(bench, ['u2', 'u3']);
      await put(bench, [TITLES, rowKey.unit('u1'), 'order:TT'], null);
    },
    decided: 'Đơn vị 1, Đơn vị 3: Đồng hạng khi xét Tập thể tiên tiến, còn 1 suất',
    now: 'Đơn vị 2, Đơn vị 3: Đồng hạng khi xét Tập thể tiên tiến, còn 1 suất',
  },
  'a delay of more days': {
    key: 'late:u2',
    before: (bench) => handIn(bench, '22/11/2020'),
    entries: { choice: 'Không trừ điểm' },
    after: (bench) => handIn(bench, '20/12/2020'),
    decided: 'Nộp hồ sơ chậm 2 ngày',
    now: 'Nộp hồ sơ chậm 30 ngày',
  },
  'other points that were agreed for what did not arise': {
    key: 'notArising:u2:C1',
    before: async (bench) => {
      await bench.enter('Đơn vị 2', 'C1', 'KPS');
      await agree(bench, 'Đơn vị 2', 1.5);
    },
    entries: { choice: 'Theo điểm đã thống nhất' },
    after: (bench) => agree(bench, 'Đơn vị 2', 1.75),
    decided: 'Cụm, khối quyết định điểm; đã thống nhất 1,50 điểm.',
    now: 'Cụm, khối quyết định điểm; đã thống nhất 1,75 điểm.',
  },
  'another condition that a unit does not meet': {
    key: 'passedOver:u4:CO',
    before: async (bench) => {
      await put(bench, [TITLES, rowKey.unit('u4'), 'fact:CO/K1:count'], 1);
      await put(bench, [TITLES, rowKey.unit('u4'), 'fact:CO/K2:count'], 5);
    },
    after: async (bench) => {
      await put(bench, [TITLES, rowKey.unit('u4'), 'fact:CO/K1:count'], 5);
      await put(bench, [TITLES, rowKey.unit('u4'), 'fact:CO/K2:count'], 1);
    },
    decided: 'Không đề nghị: chưa đạt “Điều kiện 1”: 1, yêu cầu từ 3. Nếu số liệu hoặc điều kiện ghi sai thì sửa ở đó.',
    now: 'Không đề nghị: chưa đạt “Điều kiện 2”: 1, yêu cầu từ 3. Nếu số liệu hoặc điều kiện ghi sai thì sửa ở đó.',
  },
};

const ofRow = async (bench: ScoringBench, key: string, code: FindingCode = 'decision-matter-changed') => {
  const cell = await bench.addressOf(SHEET, `decision:${key}`, 'day');
  return only(await checkFigures(), code).filter(({ place }) => place?.sheet === SHEET && place.cell === cell);
};

describe.each(Object.entries(DECIDED))('%s', (_what, { key, before, entries, after, decided, now }) => {
  const record = { ...entries, ...RECORD };
  async function decidedBench(): Promise<ScoringBench> {
    const bench = await openScoring(agreed);
    await before(bench);
    must(await makeDocument('decisions'));
    await decide(bench, key, record);
    return bench;
  }
  const words = async (bench: ScoringBench) =>
    Promise.all(['unit', 'matter', 'proposal'].map((column) => bench.value(SHEET, `decision:${key}`, column)));

  test('is open again at its row, and nothing is final or sealed before it is decided', async () => {
    const bench = await decidedBench();
    expect(await ofRow(bench, key)).toEqual([]);
    await after(bench);
    expect(await ofRow(bench, key)).toMatchObject([{ data: { decided, now } }]);
    expect(must(await rankUnits()).provisional).toBe(true);
    expect(refusal(await seal()).map(({ code }) => code)).toContain('decision-matter-changed');
  });

  test('keeps what was decided about when the sheet is made anew, until its day is cleared', async () => {
    const bench = await decidedBench();
    const printed = await words(bench);
    await after(bench);
    must(await makeDocument('decisions'));
    expect(await words(bench)).toEqual(printed);
    expect(await ofRow(bench, key)).toHaveLength(1);
    await decide(bench, key, { day: null });
    must(await makeDocument('decisions'));
    expect(await words(bench)).not.toEqual(printed);
    await decide(bench, key, record);
    expect(await ofRow(bench, key)).toEqual([]);
  });
});

test('a tie of other units is parted by no decision on those before', async () => {
  const bench = await openScoring(agreed);
  const { key, before, after } = DECIDED['a tie of other units, with an order'] ?? {};
  await before?.(bench);
  must(await makeDocument('decisions'));
  await decide(bench, key ?? '', RECORD);
  expect(must(await rankUnits()).awards[0]).toMatchObject({ tie: null, resolvedTie: { places: 1 } });
  await after?.(bench);
  expect(must(await rankUnits()).awards[0]).toMatchObject({ tie: { places: 1 }, resolvedTie: null });
});

async function decidedTie(): Promise<ScoringBench> {
  const bench = await openScoring(agreed);
  await order(bench, ['u1', 'u3']);
  must(await makeDocument('decisions'));
  await decide(bench, 'tie:TT', RECORD);
  return bench;
}

describe('a unit under another name is no other unit: a decided tie stays decided', () => {
  const resolved = async () => must(await rankUnits()).awards[0];

  test('where the decision was taken and nobody has ranked yet', async () => {
    const bench = await decidedTie();
    await complete('renameUnit', { unit: 'u3', name: 'Khu vực Vị Tân' });
    expect(await bench.value(SHEET, 'decision:tie:TT', 'unit')).toBe('Đơn vị 1, Khu vực Vị Tân');
    expect(openDecisions(await checkFigures())).toEqual([]);
  });

  test('where it was ranked by it, and both units get another name, one of them twice', async () => {
    const bench = await decidedTie();
    expect(await resolved()).toMatchObject({ tie: null, resolvedTie: { places: 1 } });
    await complete('renameUnit', { unit: 'u3', name: 'Khu vực Vị Tân' });
    await complete('renameUnit', { unit: 'u1', name: 'Cà Mau' });
    await complete('renameUnit', { unit: 'u3', name: 'An Giang' });
    expect(await bench.value(SHEET, 'decision:tie:TT', 'unit')).toBe('Cà Mau, An Giang');
    expect((await checkFigures()).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(openDecisions(await checkFigures())).toEqual([]);
    expect(await resolved()).toMatchObject({ tie: null, resolvedTie: { places: 1 } });
    must(await makeDocument('decisions'));
    expect(await bench.value(SHEET, 'decision:tie:TT', 'day')).not.toBeNull();
    expect(openDecisions(await checkFigures())).toEqual([]);
  });

  test('where the sheet is out of date, with other rows than there are decisions by now', async () => {
    const bench = await decidedTie();
    await handIn(bench, '22/11/2020');
    await complete('renameUnit', { unit: 'u3', name: 'Khu vực Vị Tân' });
    expect(await bench.value(SHEET, 'decision:tie:TT', 'unit')).toBe('Đơn vị 1, Khu vực Vị Tân');
    expect(await ofRow(bench, 'tie:TT')).toEqual([]);
  });

  test('where undo gives it the former one back', async () => {
    const bench = await decidedTie();
    const { undo } = await complete('renameUnit', { unit: 'u3', name: 'Khu vực Vị Tân' });
    must(await undoLast(undo));
    expect(await bench.value(SHEET, 'decision:tie:TT', 'unit')).toBe('Đơn vị 1, Đơn vị 3');
    expect(openDecisions(await checkFigures())).toEqual([]);
  });
});

/** Writes a name into the table of units or of awards in *Giao ước*, as people do. */
async function rename(bench: ScoringBench, table: typeof UNITS, nth: number, name: string): Promise<void> {
  const { row, column } = parseAddress(await bench.addressOf('Giao ước', table.header, table.columns.name));
  await bench.type('Giao ước', address(row + nth, column), name);
}

describe.each(['renewWords', 'updateSheets'] as const)('a unit is renamed by hand: after %s', (command) => {
  test.each([
    [{ 3: 'Khu vực Vị Tân' }, 'Đơn vị 1, Khu vực Vị Tân'],
    [{ 1: 'Vị Thanh, Vị Thủy' }, 'Vị Thanh, Vị Thủy, Đơn vị 3'],
    [{ 1: 'Cà Mau', 3: 'An Giang' }, 'Cà Mau, An Giang'],
  ])('the tie that was decided stays so, with the names %j', async (names, printed) => {
    const bench = await decidedTie();
    must(await rankUnits());
    for (const [nth, name] of Object.entries(names)) await rename(bench, UNITS, Number(nth), name);
    const before = await bench.state();
    const { undo } = await complete(command, undefined);
    expect(await bench.value(SHEET, 'decision:tie:TT', 'unit')).toBe(printed);
    expect(openDecisions(await checkFigures())).toEqual([]);
    must(await undoLast(undo));
    expect(await bench.state()).toEqual(before);
    await complete(command, undefined);
    const renewed = await bench.state();
    await complete(command, undefined);
    expect(await bench.state()).toEqual(renewed);
    expect(must(await rankUnits())).toMatchObject({ provisional: false, awards: [{ resolvedTie: { places: 1 } }, {}] });
  });

  test('other units that are tied by then are another matter', async () => {
    const bench = await decidedTie();
    await rename(bench, UNITS, 3, 'Khu vực Vị Tân');
    await DECIDED['a tie of other units, with an order']?.after(bench);
    await complete(command, undefined);
    expect(await ofRow(bench, 'tie:TT')).toMatchObject([
      { data: { decided: 'Đơn vị 1, Khu vực Vị Tân: Đồng hạng khi xét Tập thể tiên tiến, còn 1 suất' } },
    ]);
  });
});
