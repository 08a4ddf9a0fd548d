/**
 * A workbook changed at random, as people and other programs change it: cells, formats, rows, sheets. Either something is found,
 * or names, totals and ranks are what they were.
 */
import fc from 'fast-check';
import type { Evaluation } from '../../src/sheets/shared/evaluation';
import type { SheetSnapshot, WorkbookSnapshot } from '../../src/spreadsheet/snapshot';
import { readWorkbook } from '../../src/workbook/covenantWorkbook';
import { plannedSheets } from '../../src/workbook/plannedSheets';
import { closeWorkbooks } from '../sheets/clusterBook';
import { evaluateNow } from '../support/evaluateNow';
import { type At, withCopy, withMoved, withSheet, withValue } from '../support/mutated';
import { SOAK_TIMEOUT, tries } from '../support/soak';
import { bookOfFive, outcomeOf } from './bookOfFive';

/** A change of one place of a workbook; null where it comes to nothing there. */
type Mutation = (book: WorkbookSnapshot) => WorkbookSnapshot | null;
interface Place {
  sheet: string;
  at: At;
}

let snapshot: WorkbookSnapshot;
let before: Evaluation;
/** Every cell of our sheets; what people fill in is `open`: another figure there is no mistake. */
let cells: (Place & { open: boolean })[] = [];

const evaluated = (book: WorkbookSnapshot): Evaluation => evaluateNow(readWorkbook(book));
const placesOf = ({ findings }: Evaluation): string[] =>
  findings.map(({ code, place }) => `${place?.sheet ?? ''}!${place?.cell ?? ''} ${code}`);

beforeAll(async () => {
  const read = await bookOfFive();
  // Number formats are compared where guards were read.
  snapshot = { ...read, sheets: read.sheets.map((sheet) => ({ ...sheet, guards: [] })) };
  before = evaluated(snapshot);
  const open = new Set(
    plannedSheets(readWorkbook(snapshot)).flatMap(({ sheet, cells: planned }) =>
      planned.filter(({ locked }) => !locked).map(({ row, column }) => `${sheet.snapshot.name} ${row} ${column}`),
    ),
  );
  cells = snapshot.sheets.flatMap(({ name, values }) =>
    values.flatMap((line, row) =>
      line.map((_cell, column) => ({
        sheet: name,
        at: [row, column] as const,
        open: open.has(`${name} ${row} ${column}`),
      })),
    ),
  );
});
afterAll(closeWorkbooks);

const valueAt = ({ sheet, at: [row, column] }: Place): unknown =>
  snapshot.sheets.find(({ name }) => name === sheet)?.values[row]?.[column];

const typedOver =
  (place: Place & { open: boolean }, value: unknown): Mutation =>
  (book) =>
    place.open ? null : withValue(book, place.sheet, place.at, value);

const exchanged =
  (one: Place & { open: boolean }, other: Place & { open: boolean }): Mutation =>
  (book) =>
    one.sheet !== other.sheet || (one.open && other.open)
      ? null
      : withMoved(book, one.sheet, [
          { from: one.at, to: other.at },
          { from: other.at, to: one.at },
        ]);

/** How a number is shown; what is typed there is the same. */
const shownAs =
  (place: Place, format: string): Mutation =>
  (book) =>
    typeof valueAt(place) !== 'number'
      ? null
      : withSheet(book, place.sheet, (sheet) => [
          {
            ...sheet,
            numberFormats: sheet.values.map((line, row) =>
              line.map((_cell, column) =>
                row === place.at[0] && column === place.at[1]
                  ? format
                  : (sheet.numberFormats[row]?.[column] ?? 'General'),
              ),
            ),
          },
        ]);

const withRows =
  (name: string, change: <T>(lines: readonly T[]) => T[]): Mutation =>
  (book) =>
    withSheet(book, name, (sheet) => [
      {
        ...sheet,
        values: change(sheet.values),
        formulas: sheet.formulas && change(sheet.formulas),
        numberFormats: change(sheet.numberFormats),
      },
    ]);

const sheetRenamed =
  (name: string): Mutation =>
  (book) =>
    withSheet(book, name, (sheet: SheetSnapshot) => [{ ...sheet, name: `${name} cũ` }]);

const FORMATS = ['0%', 'dd/mm/yyyy', '"7"', '0,', '@', ';;;', '0.0E+00', '0" điểm"', '[$-42A]0,00'];
const VALUES = ['', 'x', 5, 99.5, 0, '#REF!', '=1+1', 'Không xét', true];

function mutation(): fc.Arbitrary<Mutation> {
  const place = fc.constantFrom(...cells);
  const sheet = fc.constantFrom(...snapshot.sheets.map(({ name }) => name));
  const row = fc.nat(60);
  return fc.oneof(
    fc.tuple(place, fc.constantFrom(...VALUES)).map(([one, value]) => typedOver(one, value)),
    fc.tuple(place, place).map(([one, from]) => typedOver(one, valueAt(from))),
    fc.tuple(place, place).map(([one, other]) => exchanged(one, other)),
    fc.tuple(place, fc.constantFrom(...FORMATS)).map(([one, format]) => shownAs(one, format)),
    fc.tuple(sheet, row).map(([name, at]) => withRows(name, (lines) => lines.filter((_line, index) => index !== at))),
    fc
      .tuple(sheet, row)
      .map(([name, at]) =>
        withRows(name, (lines) => lines.flatMap((line, index) => (index === at ? [line, line] : [line]))),
      ),
    fc.tuple(sheet, fc.nat(12)).map(
      ([name, at]): Mutation =>
        (book) =>
          withCopy(book, name, at),
    ),
    sheet.map(
      (name): Mutation =>
        (book) =>
          withSheet(book, name, () => []),
    ),
    sheet.map(sheetRenamed),
  );
}

test(
  'any change of any cell, format, row or sheet: something is found, or nothing wrong comes out',
  () => {
    const known = new Set(placesOf(before));
    fc.assert(
      fc.property(mutation(), (mutate) => {
        const book = mutate(snapshot);
        fc.pre(book !== null);
        const after = evaluated(book ?? snapshot);
        if (placesOf(after).some((place) => !known.has(place))) return;
        expect(outcomeOf(after)).toEqual(outcomeOf(before));
      }),
      tries(40, 2_000),
    );
  },
  SOAK_TIMEOUT,
);
