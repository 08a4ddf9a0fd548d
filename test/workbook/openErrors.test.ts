/** Whatever the check calls an error, outside documents, keeps the ranking from being final and is among its causes. */
import fc from 'fast-check';
import { clusterSchema } from '../../src/covenant/covenant';
import type { Finding } from '../../src/covenant/findings';
import type { Evaluation } from '../../src/sheets/shared/evaluation';
import { parseAddress } from '../../src/spreadsheet/plan';
import type { WorkbookSnapshot } from '../../src/spreadsheet/snapshot';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import { FULL } from '../scoring/fixture';
import { cellOf, closeWorkbooks, COVENANT, workbookOf } from '../sheets/clusterBook';
import type { LineFigures } from '../support/arbitraries';
import { evaluateNow } from '../support/evaluateNow';
import { type At, withSheet, withValue } from '../support/mutated';
import { SOAK_TIMEOUT, tries } from '../support/soak';
import { AWARDS, SUMMARY, TARGETS } from './bookOfFive';

const UNIT = 'Kiên Giang';
const CONDITION = { id: 'c1', text: 'Không có người bị kỷ luật', measure: 'count' };
const covenant = {
  ...COVENANT,
  criteria: FULL,
  cluster: clusterSchema.parse({
    ...COVENANT.cluster,
    awards: [{ id: 'co', name: 'Cờ thi đua', conditions: [CONDITION] }],
  }),
};

/** Every line entered and agreed, so that nothing is open. */
function lines(points: number): LineFigures[] {
  const line = (code: string, entry: number | string, agreed: number, target: LineFigures['target'] = null) => ({
    ...{ code, column: code === 'graded' ? 'self' : 'figure', target, entry, reviewed: null, agreed },
    ...{ evidence: null, note: 'Theo biên bản' },
  });
  return [
    line('share', 95, 20, { source: 'sheet', value: 100 }),
    line('late', 0, 10),
    line('more', 80, 20, { source: 'table', value: 80 }),
    line('less', 3, 10, { source: 'table', value: 3 }),
    line('relative', 100, 20, { source: 'table', value: 50 }),
    line('graded', points, points),
    line('passFail', 'Đ', 10),
    line('bonus', 0, 0),
    line('penalty', 0, 0),
  ] as LineFigures[];
}

let book: WorkbookSnapshot;
beforeAll(async () => {
  const live = await workbookOf(
    covenant,
    [10, 9.5, 9, 8.75, 8.5].map((points) => ({ stage: 'agreed', lines: lines(points) })),
  );
  const read = await live.snapshot();
  // Number formats are compared where guards were read.
  book = { ...read, sheets: read.sheets.map((sheet) => ({ ...sheet, guards: [] })) };
});
afterAll(closeWorkbooks);

const evaluated = (snapshot: WorkbookSnapshot): Evaluation => evaluateNow(readWorkbook(snapshot));
const errorsOf = ({ findings }: Evaluation): Finding[] =>
  findings.filter(({ code, severity }) => severity === 'error' && code !== 'line-blank');

function at(sheet: string, row: string, column: string): At {
  const cell = parseAddress(cellOf(book, sheet, row, column));
  return [cell.row, cell.column];
}

function shownAs(snapshot: WorkbookSnapshot, name: string, [row, column]: At, format: string): WorkbookSnapshot {
  return withSheet(snapshot, name, (sheet) => [
    {
      ...sheet,
      numberFormats: sheet.values.map((line, down) =>
        line.map((_cell, right) =>
          down === row && right === column ? format : (sheet.numberFormats[down]?.[right] ?? 'General'),
        ),
      ),
    },
  ]);
}

/** A row that stands twice, in front of itself. */
function withRowTwice(snapshot: WorkbookSnapshot, name: string, at: number): WorkbookSnapshot {
  const twice = <T>(rows: readonly T[]): T[] => rows.flatMap((one, row) => (row === at ? [one, one] : [one]));
  return withSheet(snapshot, name, (sheet) => [
    {
      ...sheet,
      values: twice(sheet.values),
      formulas: sheet.formulas && twice(sheet.formulas),
      numberFormats: twice(sheet.numberFormats),
    },
  ]);
}

test('nothing is open in a workbook as it was made and filled in', () => {
  const { findings, ranking, causes } = evaluated(book);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect([ranking?.provisional, causes]).toEqual([false, []]);
});

const OTHER_NAME = ';;;"Hậu Giang"';

/** The first cell of a sheet that holds a value, right of the keys. */
function holding(name: string, wanted: unknown): At {
  const values = book.sheets.find((sheet) => sheet.name === name)?.values ?? [];
  const row = values.findIndex((line) => line.indexOf(wanted, 1) > 0);
  if (row < 0) throw new Error(`no ${String(wanted)} in ${name}`);
  return [row, values[row]?.indexOf(wanted, 1) ?? 0];
}

test.each([
  ['a unit’s name on the table of targets', TARGETS, UNIT, OTHER_NAME],
  ['a unit’s name on Giao ước', 'Giao ước', UNIT, OTHER_NAME],
  ['a unit’s name on Xét danh hiệu', AWARDS, UNIT, OTHER_NAME],
  ['the points of a criterion', 'Tiêu chí', 20, '"25"'],
  ['the wording of a criterion', 'Tiêu chí', 'Nhiều', OTHER_NAME],
])('%s that the number format shows otherwise: the ranking is provisional, and says why', (_, sheet, value, format) => {
  const { ranking, causes } = evaluated(shownAs(book, sheet, holding(sheet, value), format));
  expect(causes.map(({ code, place }) => [code, place?.sheet])).toEqual([['result-disguised', sheet]]);
  expect(ranking?.provisional).toBe(true);
});

test('a row of the summary whose unit is on Giao ước no more', () => {
  const { row } = parseAddress(cellOf(book, SUMMARY, 'unit:u5', 'unit'));
  const other = withValue(withRowTwice(book, SUMMARY, row), SUMMARY, [row, 0], 'unit:kien-giang');
  const { ranking, causes } = evaluated(other);
  expect(causes.map(({ code }) => code)).toContain('summary-row-of-no-unit');
  expect(ranking?.provisional).toBe(true);
});

test('an error on the sheet of a unit that does not take part leaves the ranking as it is', () => {
  const excluded = withValue(book, SUMMARY, at(SUMMARY, 'unit:u1', 'eligibility'), 'Không xét');
  const { findings, causes } = evaluated(withValue(excluded, UNIT, at(UNIT, 'line:late', 'figure'), 'x'));
  expect(findings.map(({ code }) => code)).toContain('not-a-number');
  expect(causes.map(({ code }) => code)).not.toContain('not-a-number');
});

describe('of a deferred unit', () => {
  const deferred = (): WorkbookSnapshot => {
    const record = {
      eligibility: 'Chưa xét',
      reason: 'Chờ kết luận',
      basis: 'KL 5/KL',
      decidedOn: 44000,
      decidedBy: 'Cụm',
    };
    return Object.entries(record).reduce(
      (snapshot, [column, value]) => withValue(snapshot, SUMMARY, at(SUMMARY, 'unit:u1', column), value),
      book,
    );
  };
  const causesWith = (row: string, column: string, value: unknown, from = deferred()): string[] =>
    evaluated(withValue(from, UNIT, at(UNIT, row, column), value)).causes.map(({ code }) => code);

  test('a denominator that is not filled in is none of the causes, as it is of others', () => {
    expect(causesWith('line:share', 'target', '')).not.toContain('target-missing');
    expect(causesWith('line:share', 'target', '', book)).toContain('target-missing');
  });

  test.each([
    ['a text for a number', 'line:late', 'figure', 'x', 'not-a-number'],
    ['a stage that there is not', 'field:stage', 'standard', 'xong', 'stage-unknown'],
    ['points above the maximum', 'line:graded', 'agreed', 500, 'above-maximum'],
  ])('%s is one of the causes', (_what, row, column, value, code) => {
    expect(causesWith(row, column, value)).toContain(code);
  });
});

const VALUES = ['', 'x', 5, 99.5, 0, '#REF!', '#N/A', 'Hậu Giang', true];
const FORMATS = ['"7"', '0,', ';;;', 'dd/mm/yyyy', OTHER_NAME];

test(
  'whatever is typed or shown in any cell, and whichever row stands twice: an error is a cause, and nothing is final',
  () => {
    const cells = book.sheets.flatMap(({ name, values }) =>
      values.flatMap((line, row) => line.map((_cell, column) => ({ name, at: [row, column] as const }))),
    );
    const change = fc.oneof(
      fc.constantFrom(...VALUES).map((value) => ({ kind: 'value', value }) as const),
      fc.constantFrom(...FORMATS).map((format) => ({ kind: 'format', format }) as const),
      fc.constant({ kind: 'twice' } as const),
    );
    fc.assert(
      fc.property(fc.constantFrom(...cells), change, ({ name, at: cell }, what) => {
        const changed =
          what.kind === 'value'
            ? withValue(book, name, cell, what.value)
            : what.kind === 'format'
              ? shownAs(book, name, cell, what.format)
              : withRowTwice(book, name, cell[0]);
        const evaluation = evaluated(changed);
        if (evaluation.ranking === null) return;
        const errors = errorsOf(evaluation);
        expect(evaluation.causes).toEqual(errors);
        if (errors.length > 0) expect(evaluation.ranking.provisional).toBe(true);
      }),
      tries(60, 2_000),
    );
  },
  SOAK_TIMEOUT,
);
