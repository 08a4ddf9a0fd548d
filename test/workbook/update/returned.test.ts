/** Entries in the list below a sheet come back to their code only where what has it is called as it was. */
import type { WorkbookSnapshot } from '../../../src/spreadsheet/snapshot';
import { snapshotAfter } from '../../../src/spreadsheet/after';
import { parseAddress } from '../../../src/spreadsheet/plan';
import { runSync } from '../../../src/spreadsheet/task';
import type { Finding } from '../../../src/covenant/findings';
import type { Covenant } from '../../../src/covenant/covenant';
import { readWorkbook } from '../../../src/workbook/covenantWorkbook';
import { checkReturnedHeads } from '../../../src/workbook/heads';
import { checkKept } from '../../../src/workbook/update/confirm';
import { planUpdate, type Update } from '../../../src/workbook/update/update';
import { contentOf, insertedBook, type KeyedPlace, sheetIn, typedInto, withCovenant } from '../../support/pureBook';
import { brief, must, refusal } from '../../support/scoringBench';
import { covenantOf, graded, line, type Parts } from '../../support/smallCovenant';

const TARGETED = line('T', 'proportional', { standard: 2, direction: 'more' });
const LINES = [graded('A'), graded('B'), TARGETED];
const CONDITION = { id: 'kl', text: 'Số vụ kỷ luật', measure: 'count', most: 1 };
const award = (rest: object = {}): object => ({
  id: 'co',
  name: 'Cờ thi đua',
  quota: { type: 'fixed', number: 1 },
  votes: 70,
  conditions: [CONDITION],
  ...rest,
});

/** The covenant with names of units by their codes. */
function covenant(parts: Parts, names: Readonly<Record<string, string>> = {}): Covenant {
  const made = covenantOf({ lines: LINES, awards: [award()], ...parts });
  const units = made.cluster.units.map((unit) => ({ ...unit, name: names[unit.id] ?? unit.name }));
  return { ...made, cluster: { ...made.cluster, units } };
}

const planned = (book: WorkbookSnapshot): Update => must(runSync(planUpdate(readWorkbook(book))));
const kept = (book: WorkbookSnapshot): number => checkKept(readWorkbook(book)).length;

/** The workbook once the first choice of a finding was applied. */
const fixed = (book: WorkbookSnapshot, [choice]: Finding['choices'] = []): WorkbookSnapshot =>
  (choice?.fixes ?? []).reduce((so, { sheet, cell, put }) => {
    const { row, column } = parseAddress(cell);
    const { id } = sheetIn(so, sheet).snapshot;
    const patches = [{ row, column, cells: [['text' in put ? put.text : null]] }];
    return snapshotAfter(so, [{ type: 'editSheet', sheetId: id, protection: null, patches }]);
  }, book);

/** The workbook with an entry, updated to one covenant after the other; what the last update did. */
function through(place: KeyedPlace, ...covenants: Covenant[]) {
  let book = typedInto(insertedBook(covenant({})), place, 1);
  let last: Update | null = null;
  for (const one of covenants) {
    const changed = withCovenant(book, one);
    last = planned(changed);
    book = snapshotAfter(changed, last.changes);
  }
  const listed = (all: Update['returned'] = []): string[] => all.map(({ sheet, value }) => `${sheet} ${value}`);
  const { returned, renamed, earlierReviews: reviews = [] } = last ?? {};
  return { book, content: contentOf(book, place), returned: listed(returned), renamed: listed(renamed), reviews };
}

const POINT: KeyedPlace = { sheet: 'Tỉnh u1', row: 'line:B', column: 'reviewed' };
const VOTES: KeyedPlace = { sheet: 'Xét danh hiệu', row: 'unit:u2', column: 'votes:co:inFavour' };
const FACT: KeyedPlace = { sheet: 'Xét danh hiệu', row: 'unit:u2', column: 'fact:co/kl:count' };
const TARGET: KeyedPlace = { sheet: 'Giao chỉ tiêu', row: 'unit:u2', column: 'target:T' };

const titled = (title: string): Covenant => covenant({ lines: [graded('A'), { ...graded('B'), title }, TARGETED] });
const WITHOUT_B = covenant({ lines: [graded('A'), TARGETED] });
const WITHOUT_U2 = covenant({ units: ['u1', 'u3'] });
const NO_AWARD = covenant({ awards: [] });
const NO_CONDITION = covenant({ awards: [award({ conditions: [] })] });
const conditioned = (text: string): Covenant => covenant({ awards: [award({ conditions: [{ ...CONDITION, text }] })] });

const CASES: readonly [string, KeyedPlace, Covenant, Covenant][] = [
  ['a criterion', POINT, WITHOUT_B, titled('Nội dung khác hẳn')],
  ['an award', VOTES, NO_AWARD, covenant({ awards: [award({ name: 'Giấy khen' })] })],
  ['a condition', FACT, NO_CONDITION, conditioned('Số sáng kiến')],
];

describe.each(CASES)('the code of %s that is there again under another name', (_what, place, without, otherwise) => {
  test('gets nothing from the list, and the update says so', () => {
    const { content, returned, renamed, book } = through(place, without, otherwise);
    expect([content, returned, renamed]).toEqual(['', [], [`${place.sheet} 1`]]);
    expect(kept(book)).toBe(1);
  });

  test('gets its entry back once it has its former name, also after an update in between', () => {
    const { content, returned, renamed, book } = through(place, without, otherwise, without, covenant({}));
    expect([content, returned, renamed]).toEqual([1, [`${place.sheet} 1`], []]);
    expect(kept(book)).toBe(0);
    expect(through(place, without, otherwise, covenant({})).content).toBe(1);
  });
});

test('names that are spelled otherwise are the same: case, blanks, composition, and the place of a tone', () => {
  const toned = titled('Hòa giải  ở cơ sở');
  const again = titled('HOÀ GIẢI Ở CƠ SỞ'.normalize('NFD'));
  const { content, renamed } = through(POINT, toned, WITHOUT_B, again);
  expect([content, renamed]).toEqual([1, []]);
});

test('another number of the same criterion is no other name', () => {
  const numbered = (number: string): Covenant =>
    covenant({ lines: [graded('A'), { ...graded('B'), number }, TARGETED] });
  expect(through(POINT, numbered('1.2'), WITHOUT_B, numbered('2.1')).content).toBe(1);
});

test('criteria that come back with their wordings exchanged get nothing', () => {
  const exchanged = covenant({
    lines: [{ ...graded('A'), title: 'Tiêu chí B' }, { ...graded('B'), title: 'Tiêu chí A' }, TARGETED],
  });
  expect(through(POINT, covenant({ lines: [TARGETED] }), exchanged)).toMatchObject({
    content: '',
    renamed: ['Tỉnh u1 1'],
  });
});

test('what was renamed while it was there is the same afterwards: a unit whose criterion is away', () => {
  const names = { u2: 'Tỉnh Mới' };
  const away = covenant({ lines: [graded('A'), graded('B')] }, names);
  const { content, returned } = through(
    TARGET,
    covenant({ lines: [graded('A'), graded('B')] }),
    away,
    covenant({}, names),
  );
  expect([content, returned]).toEqual([1, ['Giao chỉ tiêu 1']]);
});

test('an entry of a unit that is away follows its criterion to another code', () => {
  const lines = [graded('A'), graded('B'), { ...TARGETED, code: 'T2' }];
  const { book, returned } = through(TARGET, WITHOUT_U2, covenant({ lines, units: ['u1', 'u3'] }), covenant({ lines }));
  expect(contentOf(book, { ...TARGET, column: 'target:T2' })).toBe(1);
  expect(returned).toEqual(['Giao chỉ tiêu 1']);
});

describe('a unit that comes back under another name', () => {
  const OTHER = covenant({}, { u2: 'Tỉnh Khác' });
  const left = (): WorkbookSnapshot => {
    const away = withCovenant(typedInto(insertedBook(covenant({})), TARGET, 1), WITHOUT_U2);
    return snapshotAfter(away, planned(away).changes);
  };

  test('is refused the sheet whose head has the former name, by update and insertion', () => {
    const book = withCovenant(left(), OTHER);
    const heads = [
      expect.stringMatching(/^Tỉnh u2!B\d+ name-not-key$/),
      expect.stringMatching(/^Tỉnh u2!B\d+ name-not-key$/),
    ];
    expect(refusal(runSync(planUpdate(readWorkbook(book)))).map(brief)).toEqual(heads);
    expect(checkReturnedHeads(OTHER, readWorkbook(book)).map(brief)).toEqual(heads);
  });

  test('gets no targets of the former one, even where somebody gave it the sheet', () => {
    const book = withCovenant(left(), OTHER);
    const given = checkReturnedHeads(OTHER, readWorkbook(book)).reduce((so, { choices }) => fixed(so, choices), book);
    const { changes, returned, renamed } = planned(given);
    expect([returned, renamed]).toMatchObject([[], [{ sheet: 'Giao chỉ tiêu', value: '1' }]]);
    expect(contentOf(snapshotAfter(given, changes), TARGET)).toBe('');
  });

  test('is no question where the name is its own, too long for a tab, and the covenant changed while it was away', () => {
    const names = { u2: 'Viện kiểm sát nhân dân Thành phố Hồ Chí Minh' };
    const start = withCovenant(insertedBook(covenant({}, names)), covenant({ units: ['u1', 'u3'] }));
    const steps = [covenant({ lines: [graded('A'), TARGETED], units: ['u1', 'u3'] }), covenant({}, names)];
    const back = steps.reduce((book, one) => withCovenant(snapshotAfter(book, planned(book).changes), one), start);
    expect(planned(back).redrawn).toHaveLength(6);
  });

  test('gets its own sheet and targets back under its former name, spelled as it may be', () => {
    const { content, returned } = through(TARGET, WITHOUT_U2, covenant({}, { u2: 'TỈNH  U2' }));
    expect([content, returned]).toEqual([1, ['Giao chỉ tiêu 1']]);
  });
});

describe('a reviewed point that comes back to its line', () => {
  const COUNTED = covenant({
    lines: [graded('A'), line('B', 'deduction', { standard: 2, rate: 0.25 }), TARGETED],
  });

  test('is named where the line is scored otherwise than when the point was kept, whatever came in between', () => {
    const { reviews } = through(POINT, WITHOUT_B, COUNTED);
    const kind = { before: 'Chấm trực tiếp', after: 'Trừ theo lần' };
    expect(reviews).toEqual([expect.objectContaining({ sheet: 'Tỉnh u1', line: 'B', value: '1', kind })]);
    expect(through(POINT, WITHOUT_B, titled('Nội dung khác hẳn'), WITHOUT_B, COUNTED).reviews).toEqual(reviews);
  });

  test('is not named where the line is scored as it was', () => {
    expect(through(POINT, WITHOUT_B, covenant({})).reviews).toEqual([]);
  });
});
