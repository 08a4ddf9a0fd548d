/** A seal whose sheets were damaged in any way: the workbook can be evaluated all the same, and the damage has a name. */
import fc from 'fast-check';
import { readWorkbookSnapshot } from '../../../src/excel/read';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/spreadsheet/snapshot';
import { evaluateNow } from '../../support/evaluateNow';
import { detailsOf } from '../../../src/workbook/details';
import { readWorkbook } from '../../../src/workbook/covenantWorkbook';
import { closeScoring, openScoring } from '../../support/scoringBench';
import { SEAL, sealedBooks } from '../../support/sealed';
import { tries } from '../../support/soak';

let snapshot: WorkbookSnapshot;
let withLines: WorkbookSnapshot;
beforeAll(async () => {
  const { sealed } = await sealedBooks();
  await openScoring(sealed);
  snapshot = await readWorkbookSnapshot();
  withLines = await readWorkbookSnapshot({ hiddenLines: true }, detailsOf);
  await closeScoring();
});

const codesOf = (sheets: readonly SheetSnapshot[]): string[] =>
  evaluateNow(readWorkbook({ ...snapshot, sheets })).findings.map(({ code }) => code);

const sealSheet = (): SheetSnapshot => {
  const found = snapshot.sheets.find(({ name }) => name === SEAL);
  if (!found) throw new Error('nothing was sealed');
  return found;
};

function withSeal(change: (values: unknown[][]) => unknown[][]): SheetSnapshot[] {
  const values = change(sealSheet().values.map((line) => [...line]));
  return snapshot.sheets.map((sheet) => (sheet.name === SEAL ? { ...sheet, values } : sheet));
}

const SEALED_ROW = /^(line|section|total):|^field:(rank|eligibility|titles|entries|record)$/;

test('an undamaged seal has no findings', () => {
  expect(codesOf(snapshot.sheets)).not.toContain('seal-damaged');
});

test('the rows that its own plan hides are not named as hidden', () => {
  const seal = withLines.sheets.find(({ name }) => name === SEAL);
  expect(seal?.hidden?.rows).not.toEqual([]);
  const { findings } = evaluateNow(readWorkbook(withLines));
  expect(findings.filter(({ code }) => /hidden/.test(code))).toEqual([]);
});

test('any value in any cell of what was sealed makes it damaged, and none breaks the check', () => {
  const rows = sealSheet().values.flatMap((line, row) => (SEALED_ROW.test(String(line[0])) ? [row] : []));
  const units = (sealSheet().values[0] ?? []).flatMap((head, column) => (/^unit:/.test(String(head)) ? [column] : []));
  const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant('#REF!'));
  fc.assert(
    fc.property(fc.constantFrom(...rows), fc.constantFrom(...units), value, (row, column, put) => {
      const before = sealSheet().values[row]?.[column];
      const isRecord = sealSheet().values[row]?.[0] === 'field:record';
      const found = codesOf(withSeal((values) => changedAt(values, row, isRecord ? 1 + (column % 3) : column, put)));
      const same = typeof before === 'number' && typeof put === 'number' && Math.abs(before - put) < 0.005;
      if (!isRecord && before !== put && !same) expect(found).toContain('seal-damaged');
    }),
    tries(60, 6000),
  );
});

test('a number too large for hundredths in an empty cell is not taken for empty', () => {
  const [heads = []] = sealSheet().values;
  const empty = sealSheet().values.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell === '' && /^(line|field:titles)/.test(String(cells[0])) && /^unit:/.test(String(heads[column]))
        ? [{ row, column }]
        : [],
    ),
  );
  const [{ row, column } = { row: -1, column: -1 }] = empty;
  expect(column).toBeGreaterThan(0);
  expect(codesOf(withSeal((values) => changedAt(values, row, column, 1.8e306)))).toContain('seal-damaged');
});

test('rows and columns that are gone make it damaged', () => {
  fc.assert(
    fc.property(fc.nat({ max: sealSheet().values.length - 1 }), (row) => {
      const key = String(sealSheet().values[row]?.[0]);
      const found = codesOf(withSeal((values) => values.filter((_line, index) => index !== row)));
      if (SEALED_ROW.test(key)) expect(found).toContain('seal-damaged');
    }),
    { numRuns: 30 },
  );
  const narrow = codesOf(withSeal((values) => values.map((line) => line.slice(0, 5))));
  expect(narrow).toContain('seal-damaged');
});

describe('the formula that tells whether the seal holds', () => {
  const COUNT = /COUNTIFS\(([^()]*),"unit:\*"\)/;
  /** What is found where the formula is changed. */
  const withFormula = (change: (formula: string) => string): string[] => {
    let changed = 0;
    const formulas = (sealSheet().formulas ?? []).map((line) =>
      line.map((cell) => {
        if (typeof cell !== 'string' || !COUNT.test(cell)) return cell;
        changed += 1;
        return change(cell);
      }),
    );
    expect(changed).toBe(1);
    return codesOf(snapshot.sheets.map((sheet) => (sheet.name === SEAL ? { ...sheet, formulas } : sheet)));
  };

  test('may be that of version 0.4.0, which counted the units in another way', () => {
    const found = withFormula((formula) => formula.replace(COUNT, 'SUMPRODUCT((LEFT($1,5)="unit:")*1)'));
    expect(found).toEqual(withFormula((formula) => formula));
    expect(found).not.toContain('formula-overwritten');
  });

  test('may be no other', () => {
    expect(withFormula((formula) => formula.replace(COUNT, '3'))).toContain('formula-overwritten');
  });
});

function changedAt(values: unknown[][], row: number, column: number, put: unknown): unknown[][] {
  return values.map((line, index) => (index === row ? line.map((cell, at) => (at === column ? put : cell)) : line));
}
