/** Sheets brought up to a changed covenant, calculated by LibreOffice: every formula gives what it gives in the stand-in. */
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { address } from '../../../src/spreadsheet/plan';
import { writeXlsx } from '../../../src/xlsx';
import { changedCaseArbitrary, openChanged } from '../../support/changedFigures';
import { complete } from '../../support/commands';
import { shownValues } from '../../support/csv';
import { convert, describeWith } from '../../support/libreOffice';
import { closeScoring } from '../../support/scoringBench';
import { tries } from '../../support/soak';

const SEED = 20261129;
const AREA = { row: 0, column: 0, rows: 80, columns: 60 };

interface Shown {
  name: string;
  sheet: string;
  cell: string;
  value: string | number;
}

describeWith(['LibreOffice'], 'an updated workbook in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'update-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('has the same values in all its formulas', async () => {
    const { numRuns } = tries(4, 60);
    const expected: Shown[] = [];
    const files: string[] = [];
    for (const [index, one] of fc.sample(changedCaseArbitrary, { seed: SEED, numRuns }).entries()) {
      const { bench } = await openChanged(one);
      await complete('updateSheets', undefined);
      const name = `update${index}`;
      for (const { id, name: sheet } of bench.workbook.sheets())
        for (const [row, line] of (await bench.workbook.read(id, AREA)).entries())
          for (const [column, { formula, value }] of line.entries())
            if (formula !== null && (typeof value === 'string' || typeof value === 'number'))
              expected.push({ name, sheet, cell: address(row, column), value });
      const file = join(folder, `${name}.xlsx`);
      writeFileSync(file, await writeXlsx(await bench.snapshot()));
      files.push(file);
      await closeScoring();
    }
    const written = await convert(files, 'csv', join(folder, 'csv'));
    const equal = (one: string | number, other: string | number): boolean =>
      typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) <= 1e-9 : one === other;
    const shown = new Map(
      [...new Set(expected.map(({ name }) => name))].map((name) => [name, shownValues(written, name)]),
    );
    const differing = expected.filter(
      ({ name, sheet, cell, value }) => !equal(shown.get(name)?.(sheet, cell) ?? '', value),
    );
    expect(expected.length).toBeGreaterThan(numRuns * 100);
    expect(differing).toEqual([]);
  }, 600_000);
});
