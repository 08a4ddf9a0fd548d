/** Sheets brought up to a changed covenant, as plain data. */
import { snapshotAfter } from '../../src/spreadsheet/after';
import { inverse } from '../../src/spreadsheet/change';
import { inverseRemake } from '../../src/spreadsheet/remake';
import type { WorkbookSnapshot } from '../../src/spreadsheet/snapshot';
import { runSync } from '../../src/spreadsheet/task';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import { checkKept, planConfirmation } from '../../src/workbook/update/confirm';
import { planUpdate, type Update } from '../../src/workbook/update/update';
import { brief, must, refusal } from '../support/scoringBench';
import { contentOf, insertedBook, type KeyedPlace, sheetIn, typedInto, withCovenant } from '../support/pureBook';
import { covenantOf, graded, line, type Parts } from '../support/smallCovenant';

const at = (unit: string, row: string, column: string): KeyedPlace => ({ sheet: `Tỉnh ${unit}`, row, column });
const inSummary = (unit: string, column: string): KeyedPlace => ({ sheet: 'Tổng hợp', row: `unit:${unit}`, column });

type Entries = readonly (readonly [KeyedPlace, string | number])[];
const ENTRIES: Entries = [
  [at('u1', 'line:A', 'self'), 1.5],
  [at('u1', 'line:B', 'reviewed'), 1],
  [at('u2', 'line:C', 'evidence'), 'Báo cáo số 7'],
  [at('u2', 'field:stage', 'standard'), 'Thẩm định'],
  [inSummary('u2', 'reason'), 'Nộp muộn'],
];

const filled = (parts: Parts, entries: Entries = ENTRIES): WorkbookSnapshot =>
  entries.reduce((book, [place, value]) => typedInto(book, place, value), insertedBook(covenantOf(parts)));
const planned = (book: WorkbookSnapshot): Update => must(runSync(planUpdate(readWorkbook(book))));
const updated = (book: WorkbookSnapshot): WorkbookSnapshot => snapshotAfter(book, planned(book).changes);

test('nothing changes where the covenant is the one that the sheets were made from', () => {
  expect(planned(filled({})).changes).toEqual([]);
});

test.each<[string, Parts]>([
  ['a line is new', { lines: [graded('A'), graded('N'), graded('B'), graded('C')] }],
  ['lines are moved', { lines: [graded('C'), graded('A'), graded('B')] }],
  ['a line has other points', { lines: [graded('A', 3), graded('B'), graded('C')] }],
  ['a unit has joined', { units: ['u0', 'u1', 'u2', 'u3'] }],
  ['units are in another order', { units: ['u3', 'u2', 'u1'] }],
  ['an award is new', { awards: [{ id: 'co', name: 'Cờ thi đua', votes: 70 }] }],
])('every entry stays with its line and its unit where %s', (_what, parts) => {
  const book = withCovenant(filled({}), covenantOf(parts));
  const after = updated(book);
  for (const [place, value] of ENTRIES) expect([place, contentOf(after, place)]).toEqual([place, value]);
  expect(readWorkbook(after).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(planned(after).changes).toEqual([]);
  const fresh = insertedBook(covenantOf(parts));
  // What was not entered is as on sheets that are made anew.
  for (const { snapshot } of [sheetIn(after, 'Tỉnh u3'), sheetIn(after, 'Tổng hợp')])
    expect(snapshot.values.map((one) => one[0])).toEqual(
      sheetIn(fresh, snapshot.name).snapshot.values.map((one) => one[0]),
    );
  expect(sheetIn(after, 'Tỉnh u3').snapshot.formulas).toEqual(sheetIn(fresh, 'Tỉnh u3').snapshot.formulas);
});

describe('an entry that has no cell any more', () => {
  const without = { lines: [graded('B'), graded('C', 4)] };
  const book = withCovenant(filled({}), covenantOf(without));

  test('is kept below its sheet, is told, and comes back with its line', () => {
    const { kept } = planned(book);
    expect(kept).toEqual([{ sheet: 'Tỉnh u1', what: expect.stringContaining('Tiêu chí A'), value: '1.5' }]);
    const after = updated(book);
    expect(checkKept(readWorkbook(after)).map(brief)).toEqual([expect.stringMatching(/^Tỉnh u1!B\d+ entries-kept$/)]);
    const again = withCovenant(after, covenantOf({}));
    expect(planned(again).returned).toEqual(kept);
    const back = updated(again);
    for (const [place, value] of ENTRIES) expect(contentOf(back, place)).toBe(value);
    expect(checkKept(readWorkbook(back))).toEqual([]);
  });

  test('stays through further updates, and goes once that is confirmed', () => {
    const once = updated(book);
    const twice = updated(withCovenant(once, covenantOf({ lines: [graded('C', 4), graded('B')] })));
    expect(checkKept(readWorkbook(twice))).toHaveLength(1);
    const confirmed = must(runSync(planConfirmation(readWorkbook(twice))));
    expect(confirmed.removed).toHaveLength(1);
    const after = snapshotAfter(twice, confirmed.changes);
    expect(checkKept(readWorkbook(after))).toEqual([]);
    expect(sheetIn(after, 'Tỉnh u1').snapshot.values.length).toBe(sheetIn(after, 'Tỉnh u2').snapshot.values.length);
  });

  test.each<[string, Parts, Entries, string[]]>([
    ['a unit that left', { units: ['u1', 'u3'] }, [[inSummary('u2', 'reason'), 'Nộp muộn']], ['Nộp muộn']],
    [
      'a line that is entered in another column',
      { lines: [line('A', 'deduction', { standard: 2, rate: 0.5 }), graded('B'), graded('C')] },
      [[at('u1', 'line:A', 'self'), 1.5]],
      ['1.5'],
    ],
  ])('of %s is kept', (_what, parts, entries, values) => {
    expect(planned(withCovenant(filled({}, entries), covenantOf(parts))).kept.map(({ value }) => value)).toEqual(
      values,
    );
  });
});

test('the inverse gives every redrawn sheet back as it was', () => {
  const book = withCovenant(
    filled({}),
    covenantOf({ lines: [graded('C'), graded('N'), graded('A', 4)], units: ['u3', 'u1', 'u9'] }),
  );
  const { changes } = planned(book);
  const undone = changes.reduceRight(
    (after, change) => {
      const back = inverse(change, book);
      return back?.type === 'remakeSheet' ? snapshotAfter(after, [back]) : after;
    },
    snapshotAfter(book, changes),
  );
  const remakes = changes.filter((one) => one.type === 'remakeSheet');
  expect(remakes.map(inverseRemake).map(inverseRemake)).toEqual(remakes);
  for (const { name } of book.sheets.filter(({ id }) => remakes.some(({ sheetId }) => sheetId === id))) {
    const text = (found: WorkbookSnapshot): unknown[][] =>
      sheetIn(found, name).snapshot.values.map((one) => one.map((value) => value ?? ''));
    expect([name, text(undone)]).toEqual([name, text(book)]);
  }
});

describe('refused', () => {
  const changed = covenantOf({ lines: [graded('B'), graded('A'), graded('C')] });
  const codes = (book: WorkbookSnapshot): string[] => refusal(runSync(planUpdate(readWorkbook(book)))).map(brief);

  test('where nobody knows what the sheets were made from', () => {
    const book = withCovenant(filled({}), changed);
    const sheets = book.sheets.filter(({ name }) => name !== 'Giao ước đã áp dụng');
    expect(codes({ ...book, sheets })).toEqual(['! base-missing']);
  });

  test('where two units have exchanged their names, so that figures would change owners', () => {
    const { cluster, ...rest } = changed;
    const [first, second, ...others] = cluster.units;
    if (!first || !second) throw new Error('no units');
    const units = [{ ...first, name: second.name }, { ...second, name: first.name }, ...others];
    const found = codes(withCovenant(filled({}), { ...rest, cluster: { ...cluster, units } }));
    expect(new Set(found.map((one) => one.replace(/!\w*/, '')))).toEqual(
      new Set([
        'Tỉnh u1 tab-of-other',
        'Tỉnh u2 tab-of-other',
        'Tỉnh u1 name-not-key',
        'Tỉnh u2 name-not-key',
        'Tổng hợp name-not-key',
      ]),
    );
  });

  test('where a row of a sheet is elsewhere than it was made', () => {
    const book = withCovenant(filled({}), changed);
    const sheets = book.sheets.map((one) =>
      one.name === 'Tỉnh u2' ? { ...one, values: [...one.values.slice(0, 5), [], ...one.values.slice(5)] } : one,
    );
    expect(codes({ ...book, sheets })).toEqual(['Tỉnh u2!A6 sheet-not-as-made']);
  });

  test('where somebody has written beside a line that goes', () => {
    const start = filled({});
    const { snapshot } = sheetIn(start, 'Tỉnh u1');
    const row = snapshot.values.findIndex((one) => one[0] === 'line:A');
    const written = snapshotAfter(start, [
      {
        type: 'editSheet',
        sheetId: snapshot.id,
        protection: null,
        patches: [{ row, column: 30, cells: [['ghi chú']] }],
      },
    ]);
    const book = withCovenant(written, covenantOf({ lines: [graded('B', 4), graded('C')] }));
    expect(codes(book)).toEqual([`Tỉnh u1!AE${row + 1} sheet-not-as-made`]);
  });
});
