/** What the covenant leaves to the cluster: nothing is final, proposed or sealed before it is decided, and the minutes say how. */
import type { IWorkbookData } from '@univerjs/core';
import { clusterSchema } from '../../src/covenant/covenant';
import { openDecisions } from '../../src/covenant/findings';
import { UNITS, VALUE_COLUMN } from '../../src/sheets/covenant/layout';
import { rowKey } from '../../src/spreadsheet/keys';
import { address, parseAddress } from '../../src/spreadsheet/plan';
import {
  applyFixes,
  checkFigures,
  complete,
  describeWorkbook,
  makeDocument,
  rankUnits,
  readOverview,
  undoLast,
} from '../support/commands';
import { clusterOf } from '../support/covenants';
import { text } from '../support/checking';
import { areaOf, brief, closeScoring, must, openScoring, refusal, type ScoringBench } from '../support/scoringBench';
import { agreedBook, codes, DAY, decideEligibility, seal, SEAL, status } from '../support/sealed';

const SHEET = 'Quyết định';
const BASIS = 'Biên bản số 3/BB';

/** Three units; the head is last by its points, and may be proposed for the award all the same. */
const cluster = clusterSchema.parse({
  ...clusterOf(3),
  units: clusterOf(3).units.map((unit) => ({
    ...unit,
    ...(unit.id === 'u1' ? { registered: 'no', barred: true } : {}),
  })),
  cases: [{ eligibility: 'excluded', text: 'Không đăng ký hoặc không ký giao ước', basis: 'Hướng dẫn năm 2019' }],
  awards: [{ id: 'TT', name: 'Tập thể tiên tiến', quota: { type: 'fixed', number: 3 } }],
});

let agreed: IWorkbookData;
beforeAll(async () => {
  agreed = await agreedBook(cluster);
});
afterEach(closeScoring);

/** The year of the head: it also reviews its own sheet. */
async function opened(): Promise<ScoringBench> {
  const bench = await openScoring(agreed);
  await bench.type('Đơn vị 1', await bench.addressOf('Đơn vị 1', 'field:reviewer', 'standard'), 'Đơn vị 1');
  return bench;
}
const open = async (): Promise<string[]> => openDecisions(await checkFigures()).map(({ code }) => code);

async function decide(
  bench: ScoringBench,
  key: string,
  entries: Readonly<Record<string, string | null>>,
): Promise<void> {
  for (const [column, entry] of Object.entries(entries))
    await bench.type(SHEET, await bench.addressOf(SHEET, `decision:${key}`, column), entry);
}
const whole = (choice: string) => ({ choice, basis: BASIS, day: '24/11/2020', person: 'Hội nghị cụm' });

const ELECTIONS = ['election:head', 'election:deputy'];
const MATTERS = [
  ['registration:u1', 'Vẫn được xét'],
  ['barred:u1:head', 'Vẫn giữ vai trò'],
  ['ownReview:u1', 'Chấp nhận tự thẩm định'],
] as const;

test('a head unit that is not registered, barred and its own reviewer is ranked provisionally, not proposed and not sealed', async () => {
  const bench = await opened();
  const { provisional, awards } = must(await rankUnits());
  expect(provisional).toBe(true);
  expect(awards[0]?.nominated.map(({ unit }) => unit)).toEqual(['u3', 'u2']);
  expect(awards[0]?.passedOver).toMatchObject([{ unit: 'u1', reasons: [{ type: 'undecided' }], confirmed: null }]);
  expect(await status(bench)).toMatch(/TẠM TÍNH/);
  expect(await bench.summary('u1', 'explanation')).toMatch(/; chờ quyết định của cụm, khối$/);
  const refused = refusal(await seal()).map(({ code }) => code);
  expect(refused).toEqual(['seal-undecided', 'role-barred', 'own-review', 'not-registered', 'seal-provisional']);
});

test('each decision is asked for in a row with what the covenant says, and counts once basis, day and name stand', async () => {
  const bench = await opened();
  must(await rankUnits());
  expect(must(await makeDocument('decisions'))).toEqual({ kind: 'decisions', sheets: [SHEET], replaced: false });
  expect(await bench.value(SHEET, 'decision:registration:u1', 'basis')).toBe('Hướng dẫn năm 2019');
  const left = ['role-barred', 'own-review', 'not-registered'];
  expect(await open()).toEqual(left);
  for (const [index, [key, choice]] of MATTERS.entries()) {
    await decide(bench, key, { ...whole(choice), person: null });
    const row = `decision:${key}`;
    const [asked] = (await checkFigures()).filter(({ code }) => code === 'decision-incomplete');
    expect(asked).toMatchObject({
      place: { cell: await bench.addressOf(SHEET, row, 'person') },
      data: { missing: ['person'] },
    });
    await decide(bench, key, { person: 'Hội nghị cụm' });
    expect(await open()).toHaveLength(MATTERS.length - index - 1);
  }
});

test('once all stand, it is ranked as final, proposed and sealed, and each is on the minutes', async () => {
  const bench = await opened();
  must(await rankUnits());
  must(await makeDocument('decisions'));
  for (const [key, choice] of MATTERS) await decide(bench, key, whole(choice));
  expect(must(await rankUnits())).toMatchObject({ provisional: false });
  expect(await status(bench)).toBe('KẾT QUẢ ĐÃ THỐNG NHẤT');
  expect(await bench.summary('u1', 'title')).toBe('Tập thể tiên tiến');
  must(await makeDocument('minutes'));
  const minutes = await bench.workbook.read(bench.sheet('Biên bản'), { row: 0, column: 0, rows: 80, columns: 9 });
  const rows = minutes.map((line) => line.map(({ value }) => value).filter((value) => typeof value === 'string'));
  for (const [, choice] of MATTERS)
    expect(rows).toContainEqual(expect.arrayContaining([choice, `${BASIS}, 24/11/2020, Hội nghị cụm`]));
  expect(must(await seal()).sheets).toEqual([SEAL]);
  expect(await codes()).toEqual(['cluster-small']);
});

test.each([
  ['Đơn vị 1', null],
  ['Đơn vị 2', null],
  ['Đơn vị 1', '-'],
  ['Đơn vị 2', 'Phòng 7'],
  ['Đơn vị 1', 'Cụm trưởng'],
  ['Đơn vị 2', 'VKSND Don vi 2'],
])(
  'the agreed sheet of %s without reviewed points whose reviewer is given as %j is not sealed before it is decided',
  async (unit, typed) => {
    const bench = await openScoring(await agreedBook(clusterOf(3)));
    await bench.type(unit, await bench.addressOf(unit, 'field:reviewer', 'standard'), typed);
    expect(must(await rankUnits())).toMatchObject({ provisional: true });
    expect(refusal(await seal()).map(({ code }) => code)).toEqual(['seal-undecided', 'own-review', 'seal-provisional']);
    must(await makeDocument('decisions'));
    await decide(bench, `ownReview:u${unit.slice(-1)}`, whole('Chấp nhận tự thẩm định'));
    expect(must(await rankUnits())).toMatchObject({ provisional: false });
    must(await makeDocument('minutes'));
    const minutes = await bench.workbook.read(bench.sheet('Biên bản'), { row: 0, column: 0, rows: 80, columns: 9 });
    expect(minutes.flat().map(({ value }) => value)).toContain('Chấp nhận tự thẩm định');
    expect(must(await seal()).sheets).toEqual([SEAL]);
  },
);

test('made anew, the sheet keeps what was typed; a decision whose cause has passed stays on record', async () => {
  const bench = await opened();
  must(await makeDocument('decisions'));
  for (const [key, choice] of MATTERS) await decide(bench, key, whole(choice));
  await bench.type('Đơn vị 1', await bench.addressOf('Đơn vị 1', 'field:reviewer', 'standard'), 'Đơn vị 2');
  const document = (await readOverview()).documents.find(({ type }) => type === 'decisions');
  expect(document).toMatchObject({ outdated: true });
  must(await makeDocument('decisions'));
  const described = must(await describeWorkbook()).decisions;
  expect(described?.rows.map(({ key }) => key).sort()).toEqual([...MATTERS.map(([key]) => key), ...ELECTIONS].sort());
  for (const [key, choice] of MATTERS) {
    expect(await bench.value(SHEET, `decision:${key}`, 'choice')).toBe(choice);
    expect(await bench.value(SHEET, `decision:${key}`, 'person')).toBe('Hội nghị cụm');
  }
  expect(await open()).toEqual([]);
});

test('a row whose cause has passed and in which nothing was decided goes', async () => {
  const bench = await opened();
  must(await makeDocument('decisions'));
  await bench.type('Đơn vị 1', await bench.addressOf('Đơn vị 1', 'field:reviewer', 'standard'), 'Đơn vị 2');
  must(await makeDocument('decisions'));
  expect(must(await describeWorkbook()).decisions?.rows.map(({ key }) => key)).toEqual([
    'registration:u1',
    'barred:u1:head',
    ...ELECTIONS,
  ]);
});

test.each<[string, Record<string, string | null>, string[]]>([
  ['no choice', { choice: null }, ['choice']],
  ['a blank basis', { basis: null }, ['basis']],
  ['no day', { day: null }, ['day']],
  ['no name', { person: null }, ['person']],
])('a decision with %s is open', async (_what, entries, missing) => {
  const bench = await opened();
  must(await makeDocument('decisions'));
  await decide(bench, 'ownReview:u1', { ...whole('Chấp nhận tự thẩm định'), ...entries });
  const found = (await checkFigures()).filter(({ code }) => code === 'decision-incomplete');
  expect(found).toMatchObject([{ data: { unit: 'Đơn vị 1', matter: 'ownReview', missing } }]);
});

test('an exclusion that is recorded on the summary decides: nothing else is asked of the unit but its role', async () => {
  const bench = await opened();
  await decideEligibility(bench, 'u1', 'Không xét');
  expect(await open()).toEqual(['role-barred']);
});

test('points for what did not arise: agreed in the line, and decided as they were agreed', async () => {
  const bench = await opened();
  await bench.enter('Đơn vị 2', 'C1', 'KPS');
  await bench.enter('Đơn vị 2', 'C1', 'Theo biên bản', 'note');
  must(await makeDocument('decisions'));
  const row = 'notArising:u2:C1';
  await decide(bench, row, whole('Đủ điểm chuẩn'));
  const codesOfLine = async (): Promise<string[]> =>
    openDecisions(await checkFigures()).flatMap(({ code, data }) => ('line' in data ? [code] : []));
  expect(await codesOfLine()).toEqual(['not-arising-undecided']);
  await bench.enter('Đơn vị 2', 'C1', 1.5, 'agreed');
  expect(await codesOfLine()).toEqual(['decision-differs']);
  // The row says which points these are only once it is made anew.
  await decide(bench, row, { choice: 'Theo điểm đã thống nhất', day: null });
  must(await makeDocument('decisions'));
  await decide(bench, row, { day: '24/11/2020' });
  expect(await codesOfLine()).toEqual([]);
  await bench.enter('Đơn vị 2', 'C1', 2, 'agreed');
  await decide(bench, row, { choice: 'Đủ điểm chuẩn', person: null });
  expect(await codesOfLine()).toEqual([]);
  expect((await checkFigures()).filter(({ code }) => code === 'decision-incomplete')).toMatchObject([
    { data: { unit: 'Đơn vị 2', matter: 'notArising', missing: ['person'] } },
  ]);
});

test('a late file: the penalty of the covenant where it names one, else what the cluster decides', async () => {
  const bench = await opened();
  await bench.type(
    'Giao ước',
    await bench.addressOf('Giao ước', rowKey.field('period.handIn'), VALUE_COLUMN),
    '20/11/2020',
  );
  const header = parseAddress(await bench.addressOf('Giao ước', UNITS.header, UNITS.columns.handedIn));
  await bench.type('Giao ước', address(header.row + 2, header.column), '23/11/2020');
  expect(await open()).toContain('hand-in-late-unruled');
  must(await makeDocument('decisions'));
  expect(await bench.value(SHEET, 'decision:late:u2', 'matter')).toBe('Nộp hồ sơ chậm 3 ngày');
  await decide(bench, 'late:u2', whole('Không trừ điểm'));
  expect(await open()).not.toContain('hand-in-late-unruled');
});

test('two sheets of decisions are a doubt: which of them holds?', async () => {
  const bench = await opened();
  must(await makeDocument('decisions'));
  bench.workbook.copySheet(bench.sheet(SHEET), 0);
  expect((await checkFigures()).filter(({ code }) => code === 'original-unclear')).toHaveLength(2);
  expect(refusal(await rankUnits()).map(({ code }) => code)).toEqual(['original-unclear', 'original-unclear']);
});

describe('who leads next year', () => {
  const elected = {
    choice: 'Đơn vị 3',
    inFavour: '2',
    present: '3',
    basis: BASIS,
    day: '24/11/2020',
    person: 'Hội nghị cụm',
  };

  test('is elected with votes, which are on the minutes; whoever’s turn it is stands beside it', async () => {
    const bench = await opened();
    must(await makeDocument('decisions'));
    expect(await bench.value(SHEET, 'decision:election:head', 'proposal')).toContain('Đơn vị 2');
    await decide(bench, 'election:head', elected);
    must(await makeDocument('minutes'));
    const minutes = await bench.workbook.read(bench.sheet('Biên bản'), { row: 0, column: 0, rows: 80, columns: 9 });
    expect(minutes.flatMap((line) => line.map(({ value }) => value))).toContain('Đơn vị 3 (2/3 phiếu)');
    expect((await checkFigures()).filter(({ code }) => code === 'decision-incomplete')).toEqual([]);
  });

  test('a unit that is not considered this year is named as such', async () => {
    const bench = await opened();
    await decideEligibility(bench, 'u3', 'Không xét');
    must(await makeDocument('decisions'));
    await decide(bench, 'election:head', elected);
    must(await makeDocument('minutes'));
    const minutes = await bench.workbook.read(bench.sheet('Biên bản'), { row: 0, column: 0, rows: 80, columns: 9 });
    const texts = minutes.flatMap((line) => line.map(({ value }) => value));
    expect(texts).toContain('Đơn vị 3, năm nay không xét (2/3 phiếu)');
  });

  test('is no unit twice: head and deputy of one name are an error, and nothing is sealed', async () => {
    const bench = await opened();
    must(await makeDocument('decisions'));
    for (const key of ELECTIONS) await decide(bench, key, elected);
    const cell = await bench.addressOf(SHEET, 'decision:election:deputy', 'choice');
    const found = (await checkFigures()).filter(({ code }) => code === 'elected-twice');
    expect(found).toMatchObject([{ severity: 'error', place: { sheet: SHEET, cell }, data: { name: 'Đơn vị 3' } }]);
    expect(refusal(await seal()).map(({ code }) => code)).toContain('seal-errors');
  });

  test.each<[string, Record<string, string | null>, string[]]>([
    ['without votes', { inFavour: null, present: null }, ['votes']],
    ['without a unit', { choice: null }, ['choice']],
    ['without a basis', { basis: null }, ['basis']],
  ])('is open %s, once it is begun', async (_what, entries, missing) => {
    const bench = await opened();
    must(await makeDocument('decisions'));
    await decide(bench, 'election:head', { ...elected, ...entries });
    const found = (await checkFigures()).filter(({ code }) => code === 'decision-incomplete');
    expect(found).toMatchObject([{ data: { unit: 'Cụm trưởng', matter: 'election', missing } }]);
  });
});

test('more votes in favour than were cast are said to be so, and not to be missing', async () => {
  const bench = await opened();
  must(await makeDocument('decisions'));
  const votes = { choice: 'Đơn vị 3', inFavour: '10', present: '5', day: '24/11/2020', person: 'Hội nghị cụm' };
  await decide(bench, 'election:head', { ...votes, basis: BASIS });
  const cell = await bench.addressOf(SHEET, 'decision:election:head', 'inFavour');
  const ofElection = async () => openDecisions(await checkFigures()).filter(({ place }) => place?.sheet === SHEET);
  const exceeding = {
    code: 'votes-exceeding',
    place: { cell },
    data: { matter: 'election', inFavour: 10, present: 5 },
  };
  expect(await ofElection()).toMatchObject([exceeding]);
  await decide(bench, 'election:head', { basis: null });
  expect(await ofElection()).toMatchObject([exceeding, { code: 'decision-incomplete', data: { missing: ['basis'] } }]);
});

describe('votes that do not carry a decision', () => {
  const record = { basis: BASIS, day: '24/11/2020', person: 'Hội nghị cụm' };
  const notCarried = async () => (await checkFigures()).filter(({ code }) => code === 'votes-not-carried');

  test.each([
    ['election:head', 'election', 'Cụm trưởng', 'Đơn vị 3', '0', '5'],
    ['election:deputy', 'election', 'Cụm phó', 'Đơn vị 2', '2', '5'],
    ['election:deputy', 'election', 'Cụm phó', 'Đơn vị 2', '3', '6'],
    ['ownReview:u1', 'ownReview', 'Đơn vị 1', 'Đồng ý kết quả tự chấm', '1', '3'],
  ])('%s, %s of %s: a warning at their cell', async (key, matter, unit, choice, inFavour, present) => {
    const bench = await opened();
    must(await makeDocument('decisions'));
    await decide(bench, key, { ...(matter === 'election' ? { choice } : {}), ...record, inFavour, present });
    const cell = await bench.addressOf(SHEET, `decision:${key}`, 'inFavour');
    expect(await notCarried()).toMatchObject([
      {
        severity: 'warning',
        place: { sheet: SHEET, cell },
        data: { unit, matter, inFavour: Number(inFavour), present: Number(present) },
      },
    ]);
  });

  test('more than half carry it', async () => {
    const bench = await opened();
    must(await makeDocument('decisions'));
    await decide(bench, 'election:head', { choice: 'Đơn vị 3', ...record, inFavour: '3', present: '5' });
    expect(await notCarried()).toEqual([]);
  });

  test('are a remark, no obstacle: nothing is open for them', async () => {
    const bench = await opened();
    must(await makeDocument('decisions'));
    const before = await open();
    await decide(bench, 'election:head', { choice: 'Đơn vị 3', ...record, inFavour: '0', present: '5' });
    expect(await notCarried()).toHaveLength(1);
    expect(await open()).toEqual(before);
  });
});

test('an elected name that is of no unit is said to be of none, at its cell', async () => {
  const bench = await opened();
  must(await makeDocument('decisions'));
  await decide(bench, 'election:head', { inFavour: '2', present: '3', day: '24/11/2020', person: 'Hội nghị cụm' });
  const cell = await bench.addressOf(SHEET, 'decision:election:head', 'choice');
  bench.workbook.write(bench.sheet(SHEET), areaOf(cell), [[text('Đơn vị 9')]]);
  expect(openDecisions(await checkFigures()).filter(({ place }) => place?.sheet === SHEET)).toMatchObject([
    { code: 'elected-unknown', place: { cell }, data: { role: 'Cụm trưởng', name: 'Đơn vị 9' } },
    { code: 'decision-incomplete', data: { missing: ['basis'] } },
  ]);
});

/** A person with the password writes over a printed cell. */
async function overwrite(bench: ScoringBench, key: string, column: string, shown: string): Promise<string> {
  const cell = await bench.addressOf(SHEET, `decision:${key}`, column);
  bench.unlocked(SHEET, (id) => bench.workbook.write(id, areaOf(cell), [[text(shown)]]));
  return cell;
}

/** Own review is no matter any more. */
const changeReviewer = async (bench: ScoringBench): Promise<void> =>
  bench.type('Đơn vị 1', await bench.addressOf('Đơn vị 1', 'field:reviewer', 'standard'), 'Đơn vị 2');

describe('a row is what its key and its words say, whether the sheet is out of date or not', () => {
  test.each([
    ['the name of a unit that has no row', 'unit', 'Đơn vị 3', { outdated: false }],
    ['the name of a unit that has no row', 'unit', 'Đơn vị 3', { outdated: true }],
    ['the matter of another row', 'matter', 'Không đăng ký thi đua hoặc không ký giao ước', { outdated: true }],
  ])('%s: nothing is ranked, printed or sealed', async (_what, column, shown, { outdated }) => {
    const bench = await opened();
    must(await rankUnits());
    must(await makeDocument('decisions'));
    if (outdated) await changeReviewer(bench);
    const cell = await overwrite(bench, 'barred:u1:head', column, shown);
    const found = (await checkFigures()).filter(({ place }) => place?.sheet === SHEET);
    expect(found.map(brief)).toEqual([
      `${SHEET}!${cell} name-not-key`,
      ...(outdated ? [`${SHEET}! document-outdated`] : []),
    ]);
    const doubt = [`${SHEET}!${cell} name-not-key`];
    expect(refusal(await rankUnits()).map(brief)).toEqual(doubt);
    expect(refusal(await makeDocument('minutes')).map(brief)).toEqual(doubt);
    expect(refusal(await seal()).map(brief)).toEqual(doubt);
  });

  test('a name that no unit has is put back', async () => {
    const bench = await opened();
    must(await makeDocument('decisions'));
    const cell = await overwrite(bench, 'ownReview:u1', 'unit', 'Đơn vị 10');
    const found = (await checkFigures()).filter(({ place }) => place?.sheet === SHEET);
    expect(found.map(brief)).toEqual([`${SHEET}!${cell} words-differ`]);
    await applyFixes(found);
    expect(await bench.value(SHEET, 'decision:ownReview:u1', 'unit')).toBe('Đơn vị 1');
  });
});

test('what is out of date is a warning, and is not sealed before it is made anew', async () => {
  const bench = await opened();
  must(await makeDocument('decisions'));
  for (const [key, choice] of MATTERS) await decide(bench, key, whole(choice));
  await changeReviewer(bench);
  must(await rankUnits());
  expect((await checkFigures()).map(brief)).toContain(`${SHEET}! document-outdated`);
  expect(refusal(await seal()).map(brief)).toEqual([`${SHEET}! document-outdated`]);
  must(await makeDocument('decisions'));
  expect(must(await seal()).sheets).toEqual([SEAL]);
});

test('a decision whose cause has passed and that the result contradicts is named until it is cleared', async () => {
  const bench = await opened();
  must(await makeDocument('decisions'));
  await decide(bench, 'registration:u1', whole('Vẫn được xét'));
  const contradicted = async () => (await checkFigures()).filter(({ code }) => code === 'decision-contradicted');
  expect(await contradicted()).toEqual([]);
  await decideEligibility(bench, 'u1', 'Không xét');
  for (const make of [null, makeDocument]) {
    if (make) must(await make('decisions'));
    const cell = await bench.addressOf(SHEET, 'decision:registration:u1', 'choice');
    expect(await contradicted()).toMatchObject([
      {
        severity: 'warning',
        place: { sheet: SHEET, cell },
        data: { unit: 'Đơn vị 1', decided: 'Vẫn được xét', result: 'excluded' },
      },
    ]);
  }
  await decide(bench, 'registration:u1', { choice: null, basis: null, day: null, person: null });
  expect(await contradicted()).toEqual([]);
});

describe('a decision about what is so no longer is named until it is cleared', () => {
  const contradicted = async () => (await checkFigures()).filter(({ code }) => code === 'decision-contradicted');

  test.each([
    ['a unit has another reviewer', 'ownReview:u1', 'Chấp nhận tự thẩm định', changeReviewer],
    [
      'a line has a mark again',
      'notArising:u2:C3',
      'Đủ điểm chuẩn',
      (bench: ScoringBench) => bench.enter('Đơn vị 2', 'C3', 'Đ'),
    ],
  ])('%s', async (_what, key, choice, change) => {
    const bench = await opened();
    await bench.enter('Đơn vị 2', 'C3', 'KPS');
    must(await rankUnits());
    must(await makeDocument('decisions'));
    await decide(bench, key, whole(choice));
    expect(await contradicted()).toEqual([]);
    await change(bench);
    must(await rankUnits());
    must(await makeDocument('decisions'));
    const cell = await bench.addressOf(SHEET, `decision:${key}`, 'choice');
    expect(await contradicted()).toMatchObject([{ place: { sheet: SHEET, cell }, data: { result: 'passed' } }]);
    await decide(bench, key, { choice: null, basis: null, day: null, person: null });
    expect(await contradicted()).toEqual([]);
  });
});

describe('what nothing waits for any more has not passed: nothing asks to clear what was decided about it', () => {
  const notContradicted = async () => expect(await codes()).not.toContain('decision-contradicted');
  const minutes = async (bench: ScoringBench): Promise<unknown[][]> => {
    must(await makeDocument('minutes'));
    const rows = await bench.workbook.read(bench.sheet('Biên bản'), { row: 0, column: 0, rows: 90, columns: 12 });
    return rows.map((line) => line.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])));
  };
  /** KPS of the second unit, decided; its points are not agreed, unless they are given. */
  async function notArisingDecided(points: number | null = null): Promise<ScoringBench> {
    const bench = await openScoring(agreed);
    await bench.enter('Đơn vị 2', 'C1', 'KPS');
    if (points !== null) {
      await bench.enter('Đơn vị 2', 'C1', points, 'agreed');
      await bench.enter('Đơn vị 2', 'C1', 'Theo biên bản', 'note');
    }
    must(await makeDocument('decisions'));
    await decide(bench, 'notArising:u2:C1', whole('Theo điểm đã thống nhất'));
    return bench;
  }
  const MATTER = 'Dòng C1 không phát sinh (KPS)';

  test.each(['Chưa xét', 'Không xét'])(
    'KPS whose points are not agreed, of a unit that is %s: the minutes do not say that it is decided',
    async (word) => {
      const bench = await notArisingDecided();
      await decideEligibility(bench, 'u2', word);
      must(await rankUnits());
      await notContradicted();
      expect(await minutes(bench)).toContainEqual(['Đơn vị 2', MATTER, 'Chưa quyết định']);
      must(await makeDocument('decisions'));
      expect(await bench.value(SHEET, 'decision:notArising:u2:C1', 'choice')).toBe('Theo điểm đã thống nhất');
      await notContradicted();
    },
  );

  test('KPS whose points are agreed, of a unit that is excluded: the minutes say how it was decided', async () => {
    const bench = await notArisingDecided(1.5);
    await decideEligibility(bench, 'u2', 'Không xét');
    must(await rankUnits());
    await notContradicted();
    const recorded = `${BASIS}, 24/11/2020, Hội nghị cụm`;
    expect(await minutes(bench)).toContainEqual(['Đơn vị 2', MATTER, 'Theo điểm đã thống nhất', recorded]);
  });

  test('a record that is not whole, of a unit that is deferred, holds nothing up and is not on the minutes', async () => {
    const bench = await notArisingDecided();
    await decide(bench, 'notArising:u2:C1', { person: null });
    await decideEligibility(bench, 'u2', 'Chưa xét');
    await notContradicted();
    expect((await open()).filter((code) => code.startsWith('decision-'))).toEqual([]);
    expect((await minutes(bench)).flat()).not.toContain(MATTER);
  });

  test('considered again, the unit is asked for its points as before', async () => {
    const bench = await notArisingDecided();
    const before = await open();
    await decideEligibility(bench, 'u2', 'Chưa xét');
    await bench.type('Tổng hợp', await bench.addressOf('Tổng hợp', 'unit:u2', 'eligibility'), 'Được xét');
    expect(await open()).toEqual(before);
    expect(before).toContain('not-arising-undecided');
  });
});

describe('a unit renamed', () => {
  const [OLD, NEW] = ['Đơn vị 2', 'Khu vực Vị Tân'];
  const wordsOf = async (bench: ScoringBench): Promise<unknown[]> => {
    const cells = await bench.workbook.read(bench.sheet(SHEET), { row: 0, column: 0, rows: 40, columns: 12 });
    return cells.flatMap((line) => line.map(({ value }) => value));
  };
  const listOf = async (bench: ScoringBench): Promise<string | undefined> => {
    const { row, column } = areaOf(await bench.addressOf(SHEET, 'decision:election:head', 'choice'));
    return bench.workbook
      .validations(bench.sheet(SHEET))
      .find(({ areas }) => areas.some((one) => one.row <= row && row < one.row + one.rows && one.column === column))
      ?.formula1;
  };
  const ofSheet = async (): Promise<string[]> =>
    (await checkFigures()).filter(({ place }) => place?.sheet === SHEET).map(brief);

  test('has its new name on the sheet, in lists and where it was elected, and is undone in one step', async () => {
    const bench = await opened();
    await bench.enter(OLD, 'C1', 'KPS');
    must(await makeDocument('decisions'));
    await decide(bench, 'election:head', {
      ...whole(OLD),
      inFavour: '2',
      present: '3',
    });
    const before = await bench.snapshot();
    const { report, undo } = await complete('renameUnit', { unit: 'u2', name: NEW });
    expect(report).toMatchObject({ left: [] });
    expect((await wordsOf(bench)).filter((one) => typeof one === 'string' && one.includes(OLD))).toEqual([]);
    expect(await bench.value(SHEET, 'decision:notArising:u2:C1', 'unit')).toBe(NEW);
    expect(await bench.value(SHEET, 'decision:election:head', 'proposal')).toContain(NEW);
    expect(await bench.value(SHEET, 'decision:election:head', 'choice')).toBe(NEW);
    expect(await listOf(bench)).toContain(NEW);
    expect(await ofSheet()).toEqual([]);
    must(await undoLast(undo));
    expect(await listOf(bench)).toContain(OLD);
    expect(await bench.snapshot()).toEqual(before);
  });

  test('is nothing of it where Excel stops half-way: everything is as before', async () => {
    const bench = await opened();
    must(await makeDocument('decisions'));
    await decide(bench, 'election:head', { choice: OLD });
    const before = await bench.state();
    bench.host.resetCounters();
    bench.host.failOn({ batch: 3, code: 'InvalidOperationInCellEditMode', afterActions: 200 });
    const thrown = await complete('renameUnit', { unit: 'u2', name: NEW }).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ failure: 'cellBeingEdited' });
    expect(thrown).not.toMatchObject({ aftermath: 'partlyKept' });
    expect(await bench.state()).toEqual(before);
  });

  test('on a sheet that is out of date: its rows and its election, and the check names the lists', async () => {
    const bench = await opened();
    await bench.enter(OLD, 'C1', 'KPS');
    must(await makeDocument('decisions'));
    await decide(bench, 'election:head', { choice: OLD });
    await changeReviewer(bench);
    await complete('renameUnit', { unit: 'u2', name: NEW });
    expect(await bench.value(SHEET, 'decision:notArising:u2:C1', 'unit')).toBe(NEW);
    expect(await bench.value(SHEET, 'decision:election:head', 'choice')).toBe(NEW);
    const cell = await bench.addressOf(SHEET, 'decision:election:head', 'choice');
    expect(await ofSheet()).toEqual(
      expect.arrayContaining([`${SHEET}!${cell} rules-changed`, `${SHEET}! document-outdated`]),
    );
  });
});

test('undo keeps the sheet once something was decided on it', async () => {
  const bench = await opened();
  const { undo } = await complete('makeDocument', { kind: 'decisions', today: DAY });
  await decide(bench, 'ownReview:u1', { person: 'Hội nghị cụm' });
  expect(refusal(await undoLast(undo)).map(brief)).toEqual([`${SHEET}! sheet-in-use`]);
});
